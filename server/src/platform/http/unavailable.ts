import { Failure, Refusal } from '../refusal.ts'

/** What to tell of an error that will pass by itself; undefined for what is a bug or a rule. */
export function unavailableOf(error: unknown): Refusal | undefined {
  const code = reasonOf(error)
  return code === undefined ? undefined : new Refusal(code, {}, { status: 503 })
}

/**
 * Whether an error says nothing about what was asked: a connection broke, or two acts stood in each other's way. The
 * transaction is undone, unless it was being committed at that moment: then nobody knows.
 */
export function isPassing(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? String(error.code) : ''
  return ['40001', '40P01'].includes(code) || isDatabaseAway(error, code)
}

type Reason = 'took_too_long' | 'database_away' | 'overloaded' | 'files_away'

function reasonOf(error: unknown): Reason | undefined {
  if (!(error instanceof Error)) return undefined
  if (error instanceof Failure && error.code.startsWith('blob_store_')) return 'files_away'
  const code = 'code' in error ? String(error.code) : ''
  if (code === '57014') return 'took_too_long'
  // Two acts stood in each other's way, or there was no connection to be had: the same again will go.
  if (['40001', '40P01', '53300'].includes(code)) return 'overloaded'
  if (error.message === 'timeout exceeded when trying to connect') return 'overloaded'
  return isDatabaseAway(error, code) ? 'database_away' : undefined
}

/**
 * Class 08 and 57P0x: the connection broke or the server stops; 25006: it follows another now and takes no writes;
 * 28xxx and 3D000: it lets nobody in, or has moved.
 */
function isDatabaseAway(error: Error, code: string): boolean {
  if (/^(08...|57P0[1-5]|25006|3D000|28...)$/.test(code)) return true
  if (code === '55000' && error.message.endsWith('not currently accepting connections')) return true
  if (/^Connection terminated|^Client has encountered a connection error/.test(error.message)) return true
  return ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOTFOUND', 'EHOSTUNREACH', 'ETIMEDOUT'].includes(code)
}
