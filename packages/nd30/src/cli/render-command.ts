import type { Finding } from '../check/finding.ts'
import { formWarnings } from '../docx/form-warnings.ts'
import { Nd30Error } from '../errors.ts'
import type { OfficialDocument } from '../model/document.ts'
import { parseDocument } from '../model/parse-document.ts'
import { openRenderer } from '../pdf/renderer.ts'
import { fail, isTrouble } from './fail.ts'
import { dayInVietnam, dayOf } from './options.ts'
import { commandLine, exactly, outputPath, required } from './shell/command-line.ts'
import { readGiven, writeGiven } from './shell/given-file.ts'
import { UsageError } from './shell/usage-error.ts'
import type { Terminal } from './terminal.ts'

const options = {
  out: { type: 'string' },
  at: { type: 'string' },
  tagged: { type: 'boolean' },
  fit: { type: 'boolean' },
  json: { type: 'boolean' },
} as const

const usage = 'render MODEL.json|- --out FILE.pdf|FILE.docx|- [--at YYYY-MM-DD] [--tagged] [--fit] [--json]'

/** Tags are of PDF/A, and the pages of a DOCX are the word processor's. */
const forPdfAlone = {
  vi: '--tagged và --fit chỉ dùng khi --out là tệp .pdf',
  en: '--tagged and --fit are for an --out that ends in .pdf',
}

/** A model with its pictures. */
const mostBytes = 64 << 20

/**
 * Makes a PDF/A of a document's model, or a DOCX where `--out` names one.
 *
 * @returns 0 where the file stands at `--out`, else 2; then nothing stands there
 */
export async function renderCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const wantsJson = args.includes('--json')
  try {
    return await render(args, wantsJson, terminal)
  } catch (error) {
    if (!isTrouble(error)) throw error
    return fail(error, wantsJson, terminal)
  }
}

async function render(args: readonly string[], wantsJson: boolean, terminal: Terminal): Promise<number> {
  const { values, positionals } = commandLine(args, options, usage)
  const [path] = exactly(positionals, ['MODEL.json'], usage)
  const given = required(values.out, '--out FILE.pdf|FILE.docx', usage)
  const out = outputPath(given, ['.pdf', '.docx'], '--out', usage)
  const at = dayOf(values.at, '--at', usage)
  const { tagged = false, fit = false } = values
  const isDocx = out.toLowerCase().endsWith('.docx')
  if (isDocx && (tagged || fit)) throw new UsageError(forPdfAlone, usage)
  const document = parseDocument(jsonOf(await readGiven(path, mostBytes, terminal), path))
  const day = at ?? document.issued?.date ?? dayInVietnam(terminal.now())
  const { bytes, json, words } = isDocx
    ? await docxOf(document, day)
    : await pdfOf(document, { at: day, tagged, fit })
  await writeGiven(out, bytes, terminal)
  const warnings = await formWarnings(document, { at: day })
  const told = { out, bytes: bytes.length, ...json, warnings }
  const said = { vi: `Đã ghi ${out}: ${words.vi}.`, en: `Wrote ${out}: ${words.en}.` }
  // Where the file goes to standard output, nothing else may.
  const tell = out === '-' ? terminal.error : terminal.out
  tell(wantsJson ? JSON.stringify(told, null, 2) : said[terminal.language])
  if (!wantsJson) for (const warning of warnings ?? []) terminal.error(warned(warning, terminal.language))
  return 0
}

/** The file is made all the same: what it says is the author's. */
function warned({ place, vi, en }: Finding, language: Terminal['language']): string {
  const words = place.excerpt === undefined ? '' : ` “${place.excerpt}”`
  return language === 'vi' ? `Cảnh báo${words}: ${vi}` : `Warning${words}: ${en}`
}

/** What a command has made, and what it tells of it. */
interface Made {
  readonly bytes: Uint8Array
  readonly json: object
  readonly words: { readonly vi: string; readonly en: string }
}

async function pdfOf(
  document: OfficialDocument,
  { at, tagged, fit }: { readonly at: string; readonly tagged: boolean; readonly fit: boolean },
): Promise<Made> {
  await using renderer = await openRenderer({ threads: 1 })
  const { pdf, pages, places } = await renderer.render(document, { at, tagged, fit })
  const level = `PDF/A-${tagged ? '2a' : '2u'}`
  const words = { vi: `${pages} trang, ${level}`, en: `${pages} ${pages === 1 ? 'page' : 'pages'}, ${level}` }
  return { bytes: pdf, json: { pages, places }, words }
}

async function docxOf(document: OfficialDocument, at: string): Promise<Made> {
  const { writeDocx } = await import('../docx/write/write-docx.ts')
  return { bytes: await writeDocx(document, { at }), json: {}, words: { vi: 'DOCX', en: 'DOCX' } }
}

function jsonOf(bytes: Uint8Array, path: string): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (cause) {
    throw new Nd30Error('model_not_json', `${path} is not JSON`, { file: path }, { cause })
  }
}
