import { errorSentence } from '../error-sentence.ts'
import { WorkdaysError } from '../errors.ts'
import { exitCodes } from './shell/exit-codes.ts'
import { FileError } from './shell/file-error.ts'
import { UsageError } from './shell/usage-error.ts'
import type { Said, Terminal } from './terminal.ts'

/** What a command found, for people and for programs. */
export interface Outcome {
  readonly lines: readonly Said[]
  readonly json: unknown
}

/**
 * Runs a command and tells what it found: in words, or as one JSON value.
 *
 * @returns 0, or 2 where what was given cannot be answered, with one sentence that says why
 */
export function runCommand(wantsJson: boolean, terminal: Terminal, run: () => Outcome): number {
  try {
    const { lines, json } = run()
    if (wantsJson) terminal.out(JSON.stringify(json, null, 2))
    else for (const line of lines) terminal.out(line[terminal.language])
    return exitCodes.done
  } catch (error) {
    const told = tellOf(error, terminal.program)
    if (told === null) throw error
    if (wantsJson)
      terminal.out(
        JSON.stringify({ ok: false, error: { code: told.code, sentence: told.sentence } }, null, 2),
      )
    else terminal.error((told.text ?? told.sentence)[terminal.language])
    return exitCodes.failed
  }
}

/** Null for what only we can fix. */
function tellOf(
  error: unknown,
  program?: string,
): { readonly code: string; readonly sentence: Said; readonly text?: Said } | null {
  if (error instanceof WorkdaysError) return { code: error.code, sentence: errorSentence(error) }
  if (error instanceof UsageError)
    return { code: 'usage', sentence: error.sentence, text: error.textIn(program) }
  if (error instanceof FileError) return { code: 'file', sentence: error.sentence }
  return null
}
