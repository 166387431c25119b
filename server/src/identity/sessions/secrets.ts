import { createHash, randomBytes } from 'node:crypto'

/** The prefix by which secret scanners and readers of a log recognise a token. */
export const apiTokenPrefix = 'dp_'

/** 256 random bits as text that may stand in a cookie or a header. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

/**
 * What the database keeps of a secret. It is random and long, so that a fast hash suffices: there is nothing to guess.
 */
export function sha256(secret: string): string {
  return createHash('sha256').update(secret, 'utf8').digest('hex')
}
