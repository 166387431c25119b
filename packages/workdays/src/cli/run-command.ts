import { errorSentence } from '../error-sentence.ts'
import { WorkdaysError } from '../errors.ts'
import type { Said, Terminal } from './terminal.ts'
import { UsageError } from './usage-error.ts'

/** What a command found, for people and for programs. */
export interface Outcome {
  readonly lines: readonly Said[]
  readonly json: unknown
}

const couldNot = 2

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
    return 0
  } catch (error) {
    const told = tellOf(error)
    if (told === null) throw error
    if (wantsJson) terminal.out(JSON.stringify({ ok: false, error: told }, null, 2))
    else terminal.error(told.sentence[terminal.language])
    return couldNot
  }
}

/** Null for what only we can mend. */
function tellOf(error: unknown): { readonly code: string; readonly sentence: Said } | null {
  if (error instanceof WorkdaysError) return { code: error.code, sentence: errorSentence(error) }
  if (error instanceof UsageError)
    return {
      code: 'usage',
      sentence: {
        vi: `Gọi lệnh chưa đúng: ${error.message}`,
        en: `The command was called wrongly: ${error.message}`,
      },
    }
  const { code, path } = error as NodeJS.ErrnoException
  if (code === undefined || path === undefined) return null
  return {
    code: 'file',
    sentence: { vi: `Không mở được ${path} (${code}).`, en: `${path} cannot be opened (${code}).` },
  }
}
