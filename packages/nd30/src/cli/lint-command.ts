import { resolve } from 'node:path'
import { Nd30Error } from '../errors.ts'
import type { ProfileName } from '../model/document.ts'
import { fail } from './fail.ts'
import { guardedLint } from './guarded-lint.ts'
import type { LintRequest } from './lint-request.ts'
import { commandLine, dayInVietnam, isDay, usageError } from './options.ts'
import { printReport } from './print-report.ts'
import type { Terminal } from './terminal.ts'
import { writeWhole } from './write-file.ts'

const options = {
  profile: { type: 'string' },
  at: { type: 'string' },
  json: { type: 'boolean' },
  repair: { type: 'string' },
} as const

const usage = 'lint FILE.docx [--profile state|party] [--at YYYY-MM-DD] [--json] [--repair OUT.docx]'

/**
 * Names what in a DOCX deviates from its form, and mends what is mechanical into another file.
 *
 * @returns 0 where nothing in FILE must be mended, 1 where something must, 2 where it could not be judged or written
 */
export async function lintCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const wantsJson = args.includes('--json')
  try {
    const { out, ...request } = requestOf(args, terminal)
    return await lint(request, out, wantsJson, terminal)
  } catch (error) {
    if (!(error instanceof Nd30Error)) throw error
    return fail(error, wantsJson, terminal)
  }
}

async function lint(
  request: LintRequest,
  out: string | null,
  wantsJson: boolean,
  terminal: Terminal,
): Promise<number> {
  const file = request.path
  const answer = await guardedLint(request)
  if ('error' in answer) return fail(answer.error, wantsJson, terminal, { file })
  const { report, repaired } = answer
  if (out !== null && repaired !== null) await writeWhole(out, repaired.docx)
  const after = repaired === null || out === null ? null : { out, report: repaired.after }
  if (wantsJson)
    terminal.out(JSON.stringify({ file, ...report, ...(after ? { repaired: after } : {}) }, null, 2))
  else printReport(report, after, terminal)
  return report.follows ? 0 : 1
}

function requestOf(
  args: readonly string[],
  terminal: Terminal,
): LintRequest & { readonly out: string | null } {
  const { values, positionals } = commandLine(args, options, usage)
  const [path, ...more] = positionals
  const { profile = null, at = null, repair: out = null } = values
  if (path === undefined || more.length > 0) throw usageError(usage, usage)
  if (profile !== null && !isProfile(profile)) throw usageError(`--profile ${profile}`, usage)
  if (at !== null && !isDay(at)) throw usageError(`--at ${at}`, usage)
  // What is judged stays as it was: a repair that went wrong could not be taken back.
  if (out !== null && resolve(out) === resolve(path)) throw usageError(`--repair ${out}`, usage)
  if (out !== null && !/\.docx$/i.test(out)) throw usageError(`--repair ${out}: *.docx`, usage)
  const { language, now } = terminal
  return { path, profile, at, today: dayInVietnam(now()), language, repair: out !== null, out }
}

const isProfile = (text: string): text is ProfileName => text === 'state' || text === 'party'
