import { Failure, Refusal } from '../refusal.ts'

/** What to tell of an error that will pass by itself; undefined for what is a bug or a rule. */
export function unavailableOf(error: unknown): Refusal | undefined {
  const code = reasonOf(error)
  return code === undefined ? undefined : new Refusal(code, {}, { status: 503 })
}

/**
 * Whether an error is unrelated to the request: a connection broke, or two transactions conflicted. The transaction is
 * rolled back, unless it was committing at that moment: then its outcome is unknown.
 */
export function isPassing(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? String(error.code) : ''
  return ['40001', '40P01'].includes(code) || isDatabaseAway(error, code)
}

type Reason = 'took_too_long' | 'database_away' | 'overloaded' | 'files_away' | 'disk_full'

function reasonOf(error: unknown): Reason | undefined {
  if (!(error instanceof Error)) return undefined
  // Wrapped once where it was met: what the machine said is the cause.
  if (codesOf(error).some((code) => noRoom.has(code))) return 'disk_full'
  if (error instanceof Failure && isStoreAway(error)) return 'files_away'
  const code = 'code' in error ? String(error.code) : ''
  if (code === '57014') return 'took_too_long'
  // // Two transactions conflicted, or there was no connection or no memory: a retry can succeed.
  if (['40001', '40P01', '53300', '53200', '53400'].includes(code)) return 'overloaded'
  if (error.message === 'timeout exceeded when trying to connect') return 'overloaded'
  return isDatabaseAway(error, code) ? 'database_away' : undefined
}

// Of the machine (a disk or an account's share of it is full) and of PostgreSQL.
const noRoom: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', '53100'])

/** Whether something could not be written for want of room: it will go on once somebody makes some. */
export const isDiskFull = (error: unknown): boolean => reasonOf(error) === 'disk_full'

function codesOf(error: unknown): readonly string[] {
  const codes: string[] = []
  for (let one = error; one instanceof Error && codes.length < 8; one = one.cause)
    codes.push('code' in one ? String(one.code) : '')
  return codes
}

/** The store does not answer, or the machine keeps its folder from us: a disk that turned read-only, a share that is gone. */
function isStoreAway(error: Failure): boolean {
  if (error.code.startsWith('blob_store_')) return true
  const byMachine = codesOf(error.cause).some((code) => /^E[A-Z]{2,}$/.test(code))
  return ['blob_not_stored', 'blob_not_readable'].includes(error.code) && byMachine
}

/**
 * Class 08 and 57P0x: the connection broke or the server is stopping; 25006: it became a follower and accepts no writes;
 * 28xxx and 3D000: it refuses the login, or has moved; 58030: its disk does not answer.
 */
function isDatabaseAway(error: Error, code: string): boolean {
  if (/^(08...|57P0[1-5]|25006|3D000|28...|58030)$/.test(code)) return true
  if (code === '55000' && error.message.endsWith('not currently accepting connections')) return true
  if (/^Connection terminated|^Client has encountered a connection error/.test(error.message)) return true
  return ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOTFOUND', 'EHOSTUNREACH', 'ETIMEDOUT'].includes(code)
}
