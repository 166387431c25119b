import { type ExtendStep, extend } from '../sign/extend.ts'
import { fileSource } from '../source.ts'
import { oneOf } from './one-of.ts'
import { parseOnce } from './parse-once.ts'
import { type Outcome, runCommand } from './run-command.ts'
import { openServices, serviceOptions } from './service-options.ts'
import type { Terminal } from './terminal.ts'
import { UsageError } from './usage-error.ts'

const options = {
  ...serviceOptions,
  out: { type: 'string' },
  to: { type: 'string' },
  json: { type: 'boolean' },
} as const

const usage = 'extend FILE.pdf --out FILE --tsa URL --trust DIR [--to B-T|B-LT|B-LTA] [--offline] [--json]'

/**
 * Lifts the signatures of a PDF to a level, B-LTA where none is named, and renews what weakens.
 *
 * @returns 0 where the file stands at `--out`, else 1; then nothing stands there
 */
export function extendCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  return runCommand(args.includes('--json'), terminal, () => extendFile(args, terminal.now))
}

async function extendFile(args: readonly string[], now: () => Date): Promise<Outcome> {
  const { values, positionals } = parseOnce(args, options)
  const [path, ...more] = positionals
  const { out } = values
  if (path === undefined || more.length > 0 || out === undefined) throw new UsageError(usage)
  const to = oneOf(['B-T', 'B-LT', 'B-LTA'], values.to ?? 'B-LTA', '--to')
  const { trust, crls, timestamp, evidence } = openServices(values, now)
  if (timestamp === null) throw new UsageError('--tsa URL')
  using source = fileSource(path)
  const extended = await extend(source, {
    to,
    trust,
    timestamp,
    given: { crls },
    now: now(),
    ...(evidence !== null && { evidence }),
  })
  extended.writeTo(out)
  const { done } = extended
  return { lines: [lineOf(done, to, out)], json: { out, to, done } }
}

const words = {
  timestamp: { vi: 'dấu thời gian', en: 'time-stamp' },
  validation_data: { vi: 'dữ liệu kiểm tra', en: 'validation data' },
  archival_timestamp: { vi: 'dấu thời gian lưu trữ', en: 'archival time-stamp' },
} as const satisfies Record<ExtendStep, object>

function lineOf(done: readonly ExtendStep[], to: string, out: string) {
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
