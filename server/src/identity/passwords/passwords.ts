import { randomBytes, randomInt } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'

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
export const composed = (password: string) => password.normalize('NFC')

/** The text that is kept for a password: algorithm, cost, salt and hash (argon2id). */
export function hashPassword(password: string): Promise<string> {
  return hash(composed(password), cost)
}

let decoy: Promise<string> | undefined

/**
 * Whether the password belongs to the hash. If there is none (an unknown name, an account without a password) the same
 * work is done against a hash of nobody's, so that the time tells nothing.
 */
export async function verifyPassword(passwordHash: string | undefined, password: string): Promise<boolean> {
  decoy ??= hash(randomBytes(32), cost)
  const known = passwordHash?.startsWith('$argon2id$') === true
  const matches = await verify(known ? passwordHash : await decoy, composed(password))
  return known && matches
}
