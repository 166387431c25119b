import { Secret, TOTP } from 'otpauth'

const periodSeconds = 30
// One step either way: a telephone's clock may be half a minute off (RFC 6238, 5.2).
const window = 1
const secretBytes = 20

/** What every authenticator application understands (RFC 6238): SHA-1, six digits, half a minute. */
const totpOf = (secret: string, label = '', issuer = '') =>
  new TOTP({
    issuer,
    label,
    algorithm: 'SHA1',
    digits: 6,
    period: periodSeconds,
    secret: Secret.fromBase32(secret),
  })

/** A fresh secret, as base32. */
export const newTotpSecret = (): string => new Secret({ size: secretBytes }).base32

/** Whether it is a secret as we make them. */
export const isTotpSecret = (text: string): boolean => /^[A-Z2-7]{32}$/.test(text)

/** What the QR code says, for the application to read. */
export const totpUri = (secret: string, username: string, house: string): string =>
  totpOf(secret, username, house).toString()

/**
 * The time step of a code, or null where it is not right now, or not later than `after`: a code works once, and so does
 * every older one.
 */
export function stepOf(secret: string, code: string, now: Date, after: number): number | null {
  const timestamp = now.getTime()
  const delta = totpOf(secret).validate({ token: code, timestamp, window })
  if (delta === null) return null
  const step = Math.floor(timestamp / 1000 / periodSeconds) + delta
  return step > after ? step : null
}

/** The code of an instant, for tests and for nobody else. */
export const codeAt = (secret: string, now: Date): string =>
  totpOf(secret).generate({ timestamp: now.getTime() })
