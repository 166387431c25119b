import { errorSentence } from '../error-sentence.ts'
import { Nd30Error, type Nd30ErrorCode } from '../errors.ts'
import { ModelError } from '../model/faults.ts'
import type { ErrorData } from './lint-request.ts'
import { exitCodes } from './shell/exit-codes.ts'
import { FileError } from './shell/file-error.ts'
import { UsageError } from './shell/usage-error.ts'
import type { Terminal } from './terminal.ts'

/** What a command can tell of; everything else is ours to correct. */
export type Trouble = ErrorData | Nd30Error | FileError | UsageError

/**
 * Tells what went wrong, in words or as one JSON object.
 *
 * @returns 2, the exit code of what could not be done
 */
export function fail(trouble: Trouble, wantsJson: boolean, terminal: Terminal, about: object = {}): number {
  const { code, sentence, text = sentence, details } = told(trouble, terminal.program)
  const faults = trouble instanceof ModelError ? trouble.faults : []
  if (wantsJson) {
    const error = { code, ...sentence, details, ...(faults.length > 0 ? { faults } : {}) }
    terminal.out(JSON.stringify({ ...about, error }, null, 2))
  } else {
    terminal.error(text[terminal.language])
    for (const fault of faults) terminal.error(`  ${fault.path}: ${fault[terminal.language]}`)
  }
  return exitCodes.failed
}

export const isTrouble = (error: unknown): error is Nd30Error | FileError | UsageError =>
  error instanceof Nd30Error || error instanceof FileError || error instanceof UsageError

function told(trouble: Trouble, program?: string) {
  if (trouble instanceof UsageError) {
    const { sentence, usage, message } = trouble
    const text = trouble.textIn(program)
    return { code: 'usage_wrong', sentence, text, details: { what: message, usage } }
  }
  if (trouble instanceof FileError) {
    const { act, path, code: why, sentence } = trouble
    return { code: codeOf(act, why), sentence, details: { path, why } }
  }
  const { code, message, details } = trouble
  return { code, sentence: errorSentence(new Nd30Error(code as Nd30ErrorCode, message, details)), details }
}

function codeOf(act: FileError['act'], why: string): string {
  if (why === 'EFBIG') return 'file_too_large'
  return act === 'write' ? 'path_not_writable' : 'path_not_readable'
}
