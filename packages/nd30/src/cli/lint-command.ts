import { realpathSync } from 'node:fs'
import { resolve } from 'node:path'
import { fail, isTrouble } from './fail.ts'
import { guardedLint } from './guarded-lint.ts'
import type { LintRequest } from './lint-request.ts'
import { dayInVietnam, dayOf } from './options.ts'
import { printReport } from './print-report.ts'
import { commandLine, exactly, oneOf, outputPath } from './shell/command-line.ts'
import { readGiven } from './shell/given-file.ts'
import { UsageError } from './shell/usage-error.ts'
import { writeWhole } from './shell/whole-file.ts'
import type { Terminal } from './terminal.ts'

/** More than any document with its pictures; what a DOCX unpacks to is bounded where it is opened. */
const mostBytes = 64 << 20

const options = {
  profile: { type: 'string' },
  at: { type: 'string' },
  json: { type: 'boolean' },
  repair: { type: 'string' },
} as const

const usage = 'lint FILE.docx|- [--profile state|party] [--at YYYY-MM-DD] [--json] [--repair OUT.docx]'

/**
 * Names what in a DOCX deviates from its form, and mends what is mechanical into another file.
 *
 * @returns 0 where nothing in FILE must be mended, 1 where something must, 2 where it could not be judged or written
 */
export async function lintCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const wantsJson = args.includes('--json')
  try {
    return await lint(callOf(args, terminal), wantsJson, terminal)
  } catch (error) {
    if (!isTrouble(error)) throw error
    return fail(error, wantsJson, terminal)
  }
}

async function lint(call: Call, wantsJson: boolean, terminal: Terminal): Promise<number> {
  const { file, out, request } = call
  const answer = await guardedLint({ ...request, bytes: await readGiven(file, mostBytes, terminal) })
  if ('error' in answer) return fail(answer.error, wantsJson, terminal, { file })
  const { report, repaired } = answer
  if (out !== null && repaired !== null) writeWhole(out, repaired.docx)
  const after = repaired === null || out === null ? null : { out, report: repaired.after }
  if (wantsJson)
    terminal.out(JSON.stringify({ file, ...report, ...(after ? { repaired: after } : {}) }, null, 2))
  else printReport(report, after, terminal)
  return report.follows ? 0 : 1
}

interface Call {
  readonly file: string
  readonly out: string | null
  readonly request: Omit<LintRequest, 'bytes'>
}

function callOf(args: readonly string[], { language, now }: Terminal): Call {
  const { values, positionals } = commandLine(args, options, usage)
  const [file] = exactly(positionals, ['FILE.docx'], usage)
  const profile =
    values.profile === undefined ? null : oneOf(['state', 'party'], values.profile, '--profile', usage)
  const at = dayOf(values.at, '--at', usage)
  const out = values.repair === undefined ? null : repairPath(values.repair, file)
  return { file, out, request: { profile, at, today: dayInVietnam(now()), language, repair: out !== null } }
}

/** What is judged stays as it was: a wrong repair could not be undone. */
function repairPath(given: string, file: string): string {
  if (given !== '-' && placeOf(given) !== placeOf(file))
    return outputPath(given, ['.docx'], '--repair', usage)
  const fault = {
    vi: '--repair phải là một tệp .docx khác với tệp được kiểm tra',
    en: '--repair must name another .docx than the one that is judged',
  }
  throw new UsageError(fault, usage)
}

/** Where a path leads by its links; as it is written where nothing is there. */
function placeOf(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return resolve(path)
  }
}
