import { Nd30Error } from '../errors.ts'
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
  json: { type: 'boolean' },
} as const

const usage = 'render MODEL.json --out FILE.pdf [--at YYYY-MM-DD] [--tagged] [--json]'

/** A model with its pictures. */
const mostBytes = 64 << 20

/**
 * Makes a PDF/A of a document's model.
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
  const { out, at, tagged = false } = values
  if (path === undefined || more.length > 0 || out === undefined) throw usageError(usage, usage)
  if (at !== undefined && !isDay(at)) throw usageError(`--at ${at}`, usage)
  const document = parseDocument(jsonOf(await readWhole(path, mostBytes), path))
  await using renderer = await openRenderer({ threads: 1 })
  const today = dayInVietnam(terminal.now())
  const { pdf, pages, places } = await renderer.render(document, {
    at: at ?? document.issued?.date ?? today,
    tagged,
  })
  await writeWhole(out, pdf)
  const said = {
    vi: `Đã ghi ${out}: ${pages} trang, PDF/A-${tagged ? '2a' : '2u'}.`,
    en: `Wrote ${out}: ${pages} ${pages === 1 ? 'page' : 'pages'}, PDF/A-${tagged ? '2a' : '2u'}.`,
  }
  terminal.out(
    wantsJson ? JSON.stringify({ out, pages, bytes: pdf.length, places }, null, 2) : said[terminal.language],
  )
  return 0
}

function jsonOf(bytes: Uint8Array, path: string): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (cause) {
    const what = (cause as Error).message
    throw new Nd30Error('model_not_json', `${path} is not JSON`, { file: path, what }, { cause })
  }
}
