import { errorSentence } from '../error-sentence.ts'
import { PadesError, type PadesErrorCode } from '../errors.ts'
import { exitCodes } from './shell/exit-codes.ts'
import { FileError } from './shell/file-error.ts'
import type { Said } from './shell/said.ts'
import { UsageError } from './shell/usage-error.ts'
import type { Terminal } from './terminal.ts'

/** What a command tells of what it did, for people and for programs. */
export interface Outcome {
  readonly lines: readonly Said[]
  readonly json: Readonly<Record<string, unknown>>
}

/**
 * Runs a command that makes a file and tells how it went: in words, or as one JSON object with `ok` first.
 *
 * @returns 0 where it did what it was asked; 1 where a rule forbids it; 2 where the call is wrong or something cannot be
 *   read, used or written
 */
export async function runCommand(
  args: readonly string[],
  terminal: Terminal,
  run: () => Promise<Outcome>,
): Promise<number> {
  const wantsJson = args.includes('--json')
  // Where the file goes to standard output, nothing else may.
  const tell = givesFile(args) ? terminal.error : terminal.out
  try {
    const { lines, json } = await run()
    if (wantsJson) tell(JSON.stringify({ ok: true, ...json }, null, 2))
    else for (const line of lines) tell(line[terminal.language])
    return exitCodes.done
  } catch (error) {
    const told = troubleOf(error, terminal.program)
    if (told === null) throw error
    const { code, sentence, text, details, exitCode } = told
    if (wantsJson) tell(JSON.stringify({ ok: false, error: { code, sentence, details } }, null, 2))
    else terminal.error(text[terminal.language])
    return exitCode
  }
}

const givesFile = (args: readonly string[]): boolean =>
  args.includes('--out=-') || args.some((arg, at) => arg === '--out' && args[at + 1] === '-')

export interface Trouble {
  readonly code: string
  readonly sentence: Said
  /** The sentence, and how the command is called where the call was wrong. */
  readonly text: Said
  /** For technicians, in English. */
  readonly details: string
  readonly exitCode: number
}

/** What is told of an error, on the command line of `program`; null for what only we can correct. */
export function troubleOf(error: unknown, program?: string): Trouble | null {
  if (error instanceof UsageError) {
    const { sentence, usage } = error
    const text = error.textIn(program)
    return { code: 'usage', sentence, text, details: usage, exitCode: exitCodes.failed }
  }
  if (error instanceof FileError) {
    const { sentence, message } = error
    return { code: 'file', sentence, text: sentence, details: message, exitCode: exitCodes.failed }
  }
  if (!(error instanceof PadesError)) return null
  const sentence = sentenceOf(error)
  const exitCode = refusals.has(error.code) ? exitCodes.refused : exitCodes.failed
  return { code: error.code, sentence, text: sentence, details: error.message, exitCode }
}

/** With the file in front where the error is about one of several. */
function sentenceOf(error: PadesError): Said {
  const { vi, en } = errorSentence(error)
  const { file } = error.details
  return file === undefined ? { vi, en } : { vi: `${file}: ${vi}`, en: `${file}: ${en}` }
}

/** Everything could be read, and a rule says no. */
const refusals: ReadonlySet<PadesErrorCode> = new Set([
  'key_too_weak',
  'algorithm_not_allowed',
  'certificate_not_for_signing',
  'certificate_not_valid_now',
  'certificate_revoked',
  'certificate_path_broken',
  'revocation_unknown',
  'field_already_signed',
  'field_locked',
  'field_requirement_not_met',
  'changes_not_permitted',
  'not_signed',
  'signature_not_valid',
  'remote_signer_refused',
  'service_refused',
])
