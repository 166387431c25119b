import { errorSentence } from '../error-sentence.ts'
import { PadesError } from '../errors.ts'
import type { Terminal } from './terminal.ts'
import { UsageError } from './usage-error.ts'

/** What a command tells of what it did, for people and for programs. */
export interface Outcome {
  readonly lines: readonly { readonly vi: string; readonly en: string }[]
  readonly json: Readonly<Record<string, unknown>>
}

/**
 * Runs a command that makes a file and tells how it went: in words, or as one JSON object with `ok` first.
 *
 * @returns 0 where it did what it was asked, else 1
 */
export async function runCommand(
  wantsJson: boolean,
  terminal: Terminal,
  run: () => Promise<Outcome>,
): Promise<number> {
  try {
    const { lines, json } = await run()
    if (wantsJson) terminal.out(JSON.stringify({ ok: true, ...json }, null, 2))
    else for (const line of lines) terminal.out(line[terminal.language])
    return 0
  } catch (error) {
    const told = tellOf(error)
    if (told === null) throw error
    const { code, sentence, details } = told
    if (wantsJson) terminal.out(JSON.stringify({ ok: false, error: { code, sentence, details } }, null, 2))
    else terminal.error(`${sentence[terminal.language]}${details === '' ? '' : `\n${details}`}`)
    return 1
  }
}

/** Null for what only we can mend. */
function tellOf(error: unknown) {
  if (error instanceof PadesError)
    return { code: error.code as string, sentence: errorSentence(error), details: error.message }
  if (error instanceof UsageError) {
    const sentence = {
      vi: `Gọi lệnh chưa đúng: ${error.message}`,
      en: `The command was called wrongly: ${error.message}`,
    }
    return { code: 'usage', sentence, details: '' }
  }
  const { code, path } = error as NodeJS.ErrnoException
  if (code === undefined || path === undefined) return null
  const sentence = { vi: `Không mở được ${path} (${code}).`, en: `${path} cannot be opened (${code}).` }
  return { code: 'file', sentence, details: '' }
}
