import type { Finding } from '../check/finding.ts'
import { formWarnings } from '../docx/form-warnings.ts'
import { Nd30Error } from '../errors.ts'
import type { OfficialDocument } from '../model/document.ts'
import { parseDocument } from '../model/parse-document.ts'
import { openRenderer } from '../pdf/renderer.ts'
import { fail } from './fail.ts'
import { commandLine, dayInVietnam, isDay, usageError } from './options.ts'
import { readWhole } from './read-file.ts'
import type { Terminal } from './terminal.ts'
import { writeWhole } from './write-file.ts'

const options = {
  out: { type: 'string' },
  at: { type: 'string' },
  tagged: { type: 'boolean' },
  fit: { type: 'boolean' },
  json: { type: 'boolean' },
} as const

const usage = 'render MODEL.json --out FILE.pdf|FILE.docx [--at YYYY-MM-DD] [--tagged] [--fit] [--json]'

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
    if (!(error instanceof Nd30Error)) throw error
    return fail(error, wantsJson, terminal)
  }
}

async function render(args: readonly string[], wantsJson: boolean, terminal: Terminal): Promise<number> {
  const { values, positionals } = commandLine(args, options, usage)
  const [path, ...more] = positionals
  const { out, at, tagged = false, fit = false } = values
  if (path === undefined || more.length > 0 || out === undefined) throw usageError(usage, usage)
  if (at !== undefined && !isDay(at)) throw usageError(`--at ${at}`, usage)
  if (!/\.(pdf|docx)$/i.test(out)) throw usageError(`--out ${out}: *.pdf | *.docx`, usage)
  const isDocx = out.toLowerCase().endsWith('.docx')
  if (isDocx && tagged) throw usageError('--tagged --out *.docx', usage)
  // Pages of a DOCX are the word processor's.
  if (isDocx && fit) throw usageError('--fit --out *.docx', usage)
  const document = parseDocument(jsonOf(await readWhole(path, mostBytes), path))
  const day = at ?? document.issued?.date ?? dayInVietnam(terminal.now())
  const { bytes, json, words } = isDocx
    ? await docxOf(document, day)
    : await pdfOf(document, { at: day, tagged, fit })
  await writeWhole(out, bytes)
  const warnings = await formWarnings(document, { at: day })
  const told = { out, bytes: bytes.length, ...json, warnings }
  const said = { vi: `Đã ghi ${out}: ${words.vi}.`, en: `Wrote ${out}: ${words.en}.` }
  terminal.out(wantsJson ? JSON.stringify(told, null, 2) : said[terminal.language])
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
    const what = (cause as Error).message
    throw new Nd30Error('model_not_json', `${path} is not JSON`, { file: path, what }, { cause })
  }
}
