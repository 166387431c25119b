import type { MessageKey } from './message-key.ts'
import { codeKey } from './message-key.ts'
import { isPlainDate } from './time/plain-date.ts'

/** How a reader's language says the parameters of a sentence. */
export interface Speech {
  /** The word of a key of the catalogue, such as `state.draft`. */
  word(key: MessageKey): string
  date(date: string): string
  number(value: string): string
}

const dayNames = /On$|^on$|^from$|^before$/
const decimalNames: readonly string[] = ['confirmed']

/**
 * The parameters of a refusal as a reader understands them. The name of a parameter decides: `…On`, `on`, `from` and `before`
 * are dates, `confirmed` is a decimal number, and a code word becomes the word of `<name>.<value>`. All others stay as they are.
 * @param codeWords the names that are code words (`Slice.codeWords`)
 */
export function spokenParams(
  params: Readonly<Record<string, string | number>>,
  codeWords: readonly string[],
  speech: Speech,
): Readonly<Record<string, string | number>> {
  const spoken = Object.entries(params).map(([name, value]) => {
    if (codeWords.includes(name)) return [name, speech.word(codeKey(name, value))]
    if (dayNames.test(name) && isPlainDate(value)) return [name, speech.date(value)]
    return [name, decimalNames.includes(name) ? speech.number(String(value)) : value]
  })
  return Object.fromEntries(spoken)
}
