import type { FileReport, FileVerdict } from '../verify/report.ts'
import { isGood } from '../verify/verdict.ts'
import { defaultBounds, failed, guardedVerify } from './guarded-verify.ts'
import { parseOnce } from './parse-once.ts'
import { printReport } from './print-report.ts'
import type { Terminal } from './terminal.ts'
import { UsageError } from './usage-error.ts'

const options = {
  trust: { type: 'string', multiple: true },
  at: { type: 'string' },
  json: { type: 'boolean' },
  online: { type: 'boolean' },
  timeout: { type: 'string' },
} as const

/**
 * `verify FILE.pdf [--trust DIR]… [--at TIME] [--online] [--timeout SECONDS] [--json]`.
 *
 * @returns the exit code: 0 where the verdict is `valid` or `valid_no_tsa`, 1 where it is another, 2 for `not_signed`
 *   and `error`, which a wrong call is too
 */
export async function verifyCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const wantsJson = args.includes('--json')
  const report = await reportFor(args, terminal)
  if (wantsJson) terminal.out(JSON.stringify(report, null, 2))
  else printReport(report, terminal)
  return exitCodeOf(report.verdict)
}

async function reportFor(args: readonly string[], { now }: Terminal): Promise<FileReport> {
  const started = now().toISOString()
  try {
    const { values, positionals } = parseOnce(args, options)
    const [path, ...more] = positionals
    if (path === undefined || more.length > 0)
      throw new UsageError(
        'verify FILE.pdf [--trust DIR] [--at TIME] [--online] [--timeout SECONDS] [--json]',
      )
    const at = values.at === undefined ? started : instantOf(values.at)
    const seconds = values.timeout === undefined ? defaultBounds.timeoutMs / 1000 : Number(values.timeout)
    if (!(seconds > 0 && seconds <= 3600)) throw new UsageError('--timeout 1…3600')
    const request = { path, trust: values.trust ?? [], at, online: values.online === true }
    return await guardedVerify(request, { ...defaultBounds, timeoutMs: seconds * 1000 })
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    return failed({ at: started }, 'usage', { what: error.message })
  }
}

/** A day alone is its last moment in Vietnam. */
function instantOf(text: string): string {
  const whole = /^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T23:59:59+07:00` : text
  const at = new Date(whole)
  if (Number.isNaN(at.getTime()) || !/^\d{4}-\d\d-\d\dT/.test(whole)) throw new UsageError(`--at ${text}`)
  return at.toISOString()
}

function exitCodeOf(verdict: FileVerdict): number {
  if (isGood(verdict)) return 0
  return verdict === 'not_signed' || verdict === 'error' ? 2 : 1
}
