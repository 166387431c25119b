import { accessSync, constants, statSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/**
 * The programs from outside the packages that judge our work. A test that finds its judge missing does the
 * rest of its checks; the run then names the judge, and under REQUIRE_TOOLS=1 it fails.
 */
export const judges = [
  {
    program: 'chromium-headless-shell',
    debian: 'chromium-headless-shell',
    judges: 'the browser stories, in place of the packaged Chromium',
  },
  { program: 'pdftotext', debian: 'poppler-utils', judges: 'the words on pages printed to PDF' },
  { program: 'radosgw', debian: 'radosgw', judges: 'files kept in an S3 service' },
  { program: 'clamd', debian: 'clamav-daemon', judges: 'files with a virus' },
  { program: 'openssl', debian: 'openssl', judges: 'time-stamps, certificates and signed messages' },
  { program: 'qpdf', debian: 'qpdf', judges: 'the structure of PDF files' },
  { program: 'pdfsig', debian: 'poppler-utils', judges: 'signed PDF files' },
  { program: 'certutil', debian: 'libnss3-tools', judges: 'whom pdfsig trusts' },
  { program: 'mutool', debian: 'mupdf-tools', judges: 'signed PDF files' },
  { program: 'podofosign', debian: 'libpodofo-utils', judges: 'reading signatures that others make' },
  { program: 'softhsm2-util', debian: 'softhsm2', judges: 'signing with a PKCS #11 token' },
]

/** Not in Debian, so no run demands it: VERAPDF names the program where somebody has it. */
export const veraPdf = () => process.env.VERAPDF || undefined

/** Where a program is in the PATH, or undefined. @param {string} program */
export function findJudge(program) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '')
  return folders.map((folder) => join(folder, program)).find(isProgram)
}

/** The judges that this machine does not have. */
export function missingJudges() {
  return judges.filter(({ program }) => findJudge(program) === undefined)
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}
