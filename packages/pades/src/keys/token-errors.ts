import { PadesError, type PadesErrorCode } from '../errors.ts'
import { ckr } from './cryptoki.ts'

const codes = new Map<number, PadesErrorCode>([
  [ckr.pinIncorrect, 'token_pin_wrong'],
  [ckr.pinInvalid, 'token_pin_wrong'],
  [ckr.pinLength, 'token_pin_wrong'],
  [ckr.pinLocked, 'token_pin_locked'],
  [ckr.deviceRemoved, 'token_removed'],
  [ckr.tokenNotPresent, 'token_removed'],
  [ckr.tokenNotRecognized, 'token_removed'],
])

// What is answered by various libraries when a token was pulled, or when it lost its sessions.
const lost: readonly number[] = [
  ckr.slotInvalid,
  ckr.generalError,
  ckr.functionFailed,
  ckr.deviceError,
  ckr.deviceRemoved,
  ckr.keyHandleInvalid,
  ckr.objectHandleInvalid,
  ckr.sessionClosed,
  ckr.sessionHandleInvalid,
  ckr.tokenNotPresent,
  ckr.tokenNotRecognized,
  ckr.notLoggedIn,
  ckr.notInitialized,
]

/** The CKR of an error of the addon; null for any other error. */
export function ckrOf(error: unknown): number | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'number') return null
  return error.name === 'Pkcs11Error' ? error.code : null
}

/** Whether opening the token anew may help. */
export function isLost(error: unknown): boolean {
  const code = ckrOf(error)
  return code !== null && lost.includes(code)
}

/**
 * An error of the addon as one of this library, any other as it is. The addon's own error is not passed on: its stack
 * is out of our hands, and what must never be in a log is a PIN.
 */
export function tokenError(error: unknown, doing: string): unknown {
  const code = ckrOf(error)
  if (code === null) return error
  const name = error instanceof Error ? error.message : ''
  return new PadesError(codes.get(code) ?? 'token_failed', `${doing}: the token answers ${name}`, {
    answer: name,
    doing,
  })
}
