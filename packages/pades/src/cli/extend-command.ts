import { timestampSource } from '../services/timestamp.ts'
import { type ExtendStep, extend } from '../sign/extend.ts'
import { givenPdf } from './given-pdf.ts'
import { type Outcome, runCommand } from './run-command.ts'
import { openServices, serviceOptions } from './service-options.ts'
import { commandLine, exactly, oneOf, outputPath, required } from './shell/command-line.ts'
import type { Said } from './shell/said.ts'
import type { Terminal } from './terminal.ts'
import { writePdf } from './write-pdf.ts'

const options = {
  ...serviceOptions,
  out: { type: 'string' },
  to: { type: 'string' },
  json: { type: 'boolean' },
} as const

const usage =
  'extend FILE.pdf|- --out FILE.pdf|- --tsa URL --trust DIR [--to B-T|B-LT|B-LTA] [--offline] [--json]'

/**
 * Lifts the signatures of a PDF to a level, B-LTA where none is named, and renews what weakens.
 *
 * @returns 0 where the file stands at `--out`, else 1 or 2 (`exit-codes.ts`); then nothing stands there
 */
export function extendCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  return runCommand(args, terminal, () => extendFile(args, terminal))
}

async function extendFile(args: readonly string[], terminal: Terminal): Promise<Outcome> {
  const { now } = terminal
  const { values, positionals } = commandLine(args, options, usage)
  const [path] = exactly(positionals, ['FILE.pdf'], usage)
  const out = outputPath(required(values.out, '--out FILE.pdf', usage), ['.pdf'], '--out', usage)
  const to = oneOf(['B-T', 'B-LT', 'B-LTA'], values.to ?? 'B-LTA', '--to', usage)
  const url = required(values.tsa, '--tsa URL', usage)
  const { fetcher, trust, crls, evidence } = openServices(values, now)
  const timestamp = timestampSource({ url, fetcher, now })
  using source = await givenPdf(path, terminal)
  const extended = await extend(source, {
    to,
    trust,
    timestamp,
    given: { crls },
    now: now(),
    ...(evidence !== null && { evidence }),
  })
  await writePdf(extended, out, terminal)
  const { done } = extended
  return { lines: [lineOf(done, to, out)], json: { out, to, done } }
}

const words = {
  timestamp: { vi: 'dấu thời gian', en: 'time-stamp' },
  validation_data: { vi: 'dữ liệu kiểm tra', en: 'validation data' },
  archival_timestamp: { vi: 'dấu thời gian lưu trữ', en: 'archival time-stamp' },
} as const satisfies Record<ExtendStep, object>

function lineOf(done: readonly ExtendStep[], to: string, out: string): Said {
  if (done.length === 0)
    return {
      vi: `Tệp đã ở mức ${to}, không phải thêm gì: ${out}`,
      en: `The file is at ${to} already: ${out}`,
    }
  const list = (language: 'vi' | 'en') => done.map((step) => words[step][language]).join(', ')
  return {
    vi: `Đã nâng lên mức ${to} (${list('vi')}): ${out}`,
    en: `Lifted to ${to} (${list('en')}): ${out}`,
  }
}
