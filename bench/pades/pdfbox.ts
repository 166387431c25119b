import { execFileSync } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { findJudge } from '../../scripts/judges.mjs'
import { identityFor, type KeyName } from './contenders.ts'
import { letter } from './documents.ts'
import { type Player, startPlayer } from './player.ts'

const jars = ['pdfbox2', 'fontbox2', 'commons-logging', 'bcprov', 'bcpkix', 'bcutil'].map(
  (jar) => `/usr/share/java/${jar}.jar`,
)

/**
 * Apache PDFBox and Bouncy Castle of Debian (libpdfbox2-java), which goes on running and so is warm; null where they are
 * not installed.
 *
 * @param folder for what it needs
 */
export function startPdfBox(folder: string, name: KeyName): Player | null {
  const javac = findJudge('javac')
  if (javac === undefined || !jars.every((jar) => existsSync(jar))) return null
  execFileSync(javac, ['-d', folder, '-cp', jars.join(':'), join(import.meta.dirname, 'PdfBoxSign.java')])
  const write = (file: string, bytes: Uint8Array) => {
    const path = join(folder, file)
    writeFileSync(path, bytes)
    return path
  }
  const { key, certificate, issuers } = identityFor(name)
  return startPlayer('PDFBox', 'java', [
    ...['-cp', [folder, ...jars].join(':'), 'PdfBoxSign'],
    write('letter.pdf', letter('table')),
    name === 'P-256' ? 'EC' : 'RSA',
    write('key', key.export({ type: 'pkcs8', format: 'der' })),
    write('certificate', certificate),
    write('issuer', issuers[0] ?? certificate),
  ])
}
