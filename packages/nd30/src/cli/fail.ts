import { errorSentence } from '../error-sentence.ts'
import { Nd30Error, type Nd30ErrorCode } from '../errors.ts'
import { ModelError } from '../model/faults.ts'
import type { ErrorData } from './lint-request.ts'
import type { Terminal } from './terminal.ts'

/**
 * Tells what went wrong, in words or as one JSON object.
 *
 * @returns 2, the exit code of what could not be done
 */
export function fail(
  error: ErrorData | Nd30Error,
  wantsJson: boolean,
  terminal: Terminal,
  about: object = {},
): number {
  const { code, message, details } = error
  const sentence = errorSentence(new Nd30Error(code as Nd30ErrorCode, message, details))
  const faults = error instanceof ModelError ? error.faults : []
  if (wantsJson) {
    const told = { code, ...sentence, details, ...(faults.length > 0 ? { faults } : {}) }
    terminal.out(JSON.stringify({ ...about, error: told }, null, 2))
  } else {
    terminal.error(sentence[terminal.language])
    for (const fault of faults) terminal.error(`  ${fault.path}: ${fault[terminal.language]}`)
  }
  return 2
}
