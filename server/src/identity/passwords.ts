import { randomBytes, randomInt } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import type { Reason } from '../platform/refusal.ts'

/** OWASP's first choice for argon2id: 19 MiB, two passes, one lane. The library's own choice is argon2id. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** Fewer characters than this are guessed too soon. */
export const passwordMinLength = 10

/** More than this is no password but an attempt to keep the server busy. */
export const passwordMaxLength = 200

/** Stands where an account has no password yet: nothing that is typed matches it. */
export const noPassword = '!'

// Without those that look alike on paper: a password of ours is read out or copied by hand once.
const legible = 'abcdefghijkmnpqrstuvwxyz23456789'

/** A password nobody chose, of 80 random bits in four groups that can be read out. */
export function makePassword(): string {
  const group = () => Array.from({ length: 4 }, () => legible[randomInt(legible.length)]).join('')
  return Array.from({ length: 4 }, group).join('-')
}

/** The same words typed on another keyboard are the same password. */
const composed = (password: string) => password.normalize('NFC')

/** The text that is kept for a password: algorithm, cost, salt and hash (argon2id). */
export function hashPassword(password: string): Promise<string> {
  return hash(composed(password), cost)
}

let decoy: Promise<string> | undefined

/**
 * Whether the password belongs to the hash. Where there is none (an unknown name, an account without a password) the same
 * work is done against a hash of nobody's, so that the time tells nothing.
 */
export async function verifyPassword(passwordHash: string | undefined, password: string): Promise<boolean> {
  decoy ??= hash(randomBytes(32), cost)
  const known = passwordHash?.startsWith('$argon2id$') === true
  const matches = await verify(known ? passwordHash : await decoy, composed(password))
  return known && matches
}

/** Why a new password is not good enough, for the field that it was typed into; empty where it is. */
export function reasonsAgainstPassword(field: string, password: string, username: string): readonly Reason[] {
  const plain = composed(password)
  if ([...plain].length < passwordMinLength)
    return [{ code: 'error.password_short', params: { min: passwordMinLength }, field }]
  if (plain.length > passwordMaxLength)
    return [{ code: 'error.too_long', params: { max: passwordMaxLength }, field }]
  return isSimple(plain, username) ? [{ code: 'error.password_simple', field }] : []
}

/** A few letters over and over, the user name, a row of the keyboard: the first that anybody tries. */
function isSimple(password: string, username: string): boolean {
  const bare = (text: string) => text.toLowerCase().replace(/[\s._-]/g, '')
  const rest = triedFirst.reduce(
    (left, word) => left.replaceAll(word, ''),
    bare(password).replaceAll(bare(username), ''),
  )
  return new Set(bare(password)).size < 5 || rest.length < passwordMinLength / 2
}

const triedFirst = [
  '1234567890',
  '123456789',
  '12345678',
  '123456',
  'password',
  'matkhau',
  'dotpha',
  'qwerty',
  'admin',
]
