import type { FileReport, FileVerdict } from '../verify/report.ts'
import { isGood } from '../verify/verdict.ts'
import { reportOfError } from './failed-report.ts'
import { defaultBounds, GuardedVerifier } from './guarded-verify.ts'
import { printReport } from './print-report.ts'
import { commandLine, exactly } from './shell/command-line.ts'
import { exitCodes } from './shell/exit-codes.ts'
import { readGiven } from './shell/given-file.ts'
import { UsageError } from './shell/usage-error.ts'
import type { Terminal } from './terminal.ts'
import type { VerifyRequest } from './verify-request.ts'

const options = {
  trust: { type: 'string', multiple: true },
  at: { type: 'string' },
  json: { type: 'boolean' },
  online: { type: 'boolean' },
  timeout: { type: 'string' },
} as const

const usage = 'verify FILE.pdf|-… [--trust DIR]… [--at TIME] [--online] [--timeout SECONDS] [--json]'

/** Of standard input, which is kept in memory. */
const mostBytes = 512 << 20

/**
 * Judges the signatures of one file or several (`usage` shows how). With `--json` it prints one line for each file.
 *
 * @returns the exit code of the worst: 0 where the verdict is `valid` or `valid_no_tsa`, 1 where it is another, 2 for
 *   `not_signed` and `error`, which a wrong call is too
 */
export async function verifyCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const wantsJson = args.includes('--json')
  const started = terminal.now().toISOString()
  try {
    return await verifyAll(callOf(args, started), wantsJson, terminal)
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    const report = reportOfError(started, error)
    if (wantsJson) terminal.out(JSON.stringify(report))
    else terminal.error(error.textIn(terminal.program)[terminal.language])
    return exitCodes.failed
  }
}

interface Call {
  readonly paths: readonly string[]
  readonly request: Omit<VerifyRequest, 'file'>
  readonly timeoutMs: number
}

function callOf(args: readonly string[], started: string): Call {
  const { values, positionals } = commandLine(args, options, usage)
  exactly(positionals.slice(0, 1), ['FILE.pdf'], usage)
  if (positionals.filter((path) => path === '-').length > 1)
    throw new UsageError({ vi: '- chỉ được ghi một lần', en: '- may be given only once' }, usage)
  const at = values.at === undefined ? started : instantOf(values.at)
  const timeoutMs = values.timeout === undefined ? defaultBounds.timeoutMs : 1000 * secondsOf(values.timeout)
  return {
    paths: positionals,
    request: { trust: values.trust ?? [], at, online: values.online === true },
    timeoutMs,
  }
}

async function verifyAll(
  { paths, request, timeoutMs }: Call,
  wantsJson: boolean,
  terminal: Terminal,
): Promise<number> {
  await using verifier = new GuardedVerifier({ ...defaultBounds, timeoutMs })
  let worst: number = exitCodes.done
  for (const [index, path] of paths.entries()) {
    const report = await reportOn(path, request, verifier, terminal)
    const { verdict, ...rest } = report
    if (wantsJson) terminal.out(JSON.stringify({ verdict, path, ...rest }))
    else printReport(report, paths.length > 1 ? `${index > 0 ? '\n' : ''}${path}` : null, terminal)
    worst = Math.max(worst, exitCodeOf(verdict))
  }
  return worst
}

async function reportOn(
  path: string,
  request: Omit<VerifyRequest, 'file'>,
  verifier: GuardedVerifier,
  terminal: Terminal,
): Promise<FileReport> {
  try {
    const file = path === '-' ? await readGiven(path, mostBytes, terminal) : path
    return await verifier.verify({ ...request, file })
  } catch (error) {
    return reportOfError(request.at, error)
  }
}

/** A day alone is its last moment in Vietnam. */
function instantOf(text: string): string {
  const whole = /^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T23:59:59+07:00` : text
  const at = new Date(whole)
  if (!Number.isNaN(at.getTime()) && /^\d{4}-\d\d-\d\dT/.test(whole)) return at.toISOString()
  const fault = {
    vi: `--at cần ngày hoặc thời điểm như 2026-03-15 hoặc 2026-03-15T09:00:00+07:00, không phải “${text}”`,
    en: `--at takes a day or a time such as 2026-03-15 or 2026-03-15T09:00:00+07:00, not “${text}”`,
  }
  throw new UsageError(fault, usage)
}

function secondsOf(text: string): number {
  const seconds = Number(text)
  if (seconds > 0 && seconds <= 3600) return seconds
  const fault = {
    vi: `--timeout cần số giây từ 1 đến 3600, không phải “${text}”`,
    en: `--timeout takes seconds from 1 to 3600, not “${text}”`,
  }
  throw new UsageError(fault, usage)
}

function exitCodeOf(verdict: FileVerdict): number {
  if (isGood(verdict)) return exitCodes.done
  return verdict === 'not_signed' || verdict === 'error' ? exitCodes.failed : exitCodes.refused
}
