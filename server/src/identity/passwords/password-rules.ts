import type { Reason } from '../../platform/refusal.ts'
import { foldUsername } from '../username.ts'
import { isKnownPassword } from './known-passwords.ts'
import { type PasswordOwner, triedFirst } from './password-words.ts'
import { composed, passwordMaxLength, passwordMinLength } from './passwords.ts'

// Shorter ones stand in too many honest sentences.
const wordMinLength = 4
// How much of what is left over at an end is only ornament: a year, an exclamation mark.
const ornament = /^[\d\p{P}\p{S}]{1,5}|[\d\p{P}\p{S}]{1,5}$/gu

/**
 * Why a new password is not good enough, for the field that it was typed into; empty where it is. Too short, too long, easy
 * to guess by itself, made of words that stand around its owner, or on the list of those that were leaked or are common.
 */
export async function reasonsAgainstPassword(
  field: string,
  password: string,
  owner: PasswordOwner,
): Promise<readonly Reason[]> {
  const plain = composed(password)
  if ([...plain].length < passwordMinLength)
    return [{ code: 'error.password_short', params: { min: passwordMinLength }, field }]
  if (plain.length > passwordMaxLength)
    return [{ code: 'error.too_long', params: { max: passwordMaxLength }, field }]
  if (isRepetition(plain) || isLittleBut(plain, triedFirst)) return [{ code: 'error.password_simple', field }]
  if (isLittleBut(plain, [...wordsOf(owner), ...triedFirst]))
    return [{ code: 'error.password_own_words', field }]
  return (await isKnownPassword(plain)) ? [{ code: 'error.password_known', field }] : []
}

/** As words are looked for: small letters without accents, nothing between them. */
const bare = (text: string): string => foldUsername(text).replace(/[\s._-]/g, '')

/** A few letters over and over. */
const isRepetition = (password: string): boolean => new Set(bare(password)).size < 5

/** Whether little is left of a password once such words, and the ornament around them, are taken away. */
function isLittleBut(password: string, words: readonly string[]): boolean {
  const whole = bare(password)
  const longFirst = words.map(bare).sort((one, other) => other.length - one.length)
  const rest = longFirst
    .filter((word) => word.length >= wordMinLength)
    .reduce((left, word) => left.replaceAll(word, ''), whole)
  return rest !== whole && rest.replace(ornament, '').length < passwordMinLength / 2
}

/** The names around an owner, whole and their last two words: of "Ủy ban nhân dân huyện Tứ Kỳ" the "Tứ Kỳ" too. */
function wordsOf({ username, words }: PasswordOwner): readonly string[] {
  const ends = [username, ...words].map((name) =>
    name
      .split(/[\s._-]+/)
      .slice(-2)
      .join(' '),
  )
  return [username, ...words, ...ends]
}
