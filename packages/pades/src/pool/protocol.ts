import type { TransferListItem } from 'node:worker_threads'
import { PadesError, type PadesErrorCode } from '../errors.ts'

/** An error as it is sent from thread to thread, where its class would be lost. */
export interface SentError {
  readonly kind: 'pades' | 'range' | 'other'
  readonly message: string
  /** Of a PadesError, or of the system. */
  readonly code: string | null
  readonly details: Readonly<Record<string, string | number>>
}

/** To a worker. */
export type Order<Job> =
  | { readonly kind: 'job'; readonly job: Job }
  | { readonly kind: 'answer'; readonly call: number; readonly value: unknown }
  | { readonly kind: 'refusal'; readonly call: number; readonly error: SentError }

/** From a worker. */
export type Word<Ready, Result> =
  | { readonly kind: 'ready'; readonly ready: Ready }
  | { readonly kind: 'not_ready'; readonly error: SentError }
  | { readonly kind: 'done'; readonly result: Result }
  | { readonly kind: 'failed'; readonly error: SentError }
  | { readonly kind: 'call'; readonly call: number; readonly name: string; readonly question: unknown }

/** What a worker gives back, and which of its buffers move with it. */
export interface Parcel<Content> {
  readonly content: Content
  readonly moved: readonly TransferListItem[]
}

/** What an error says, without its causes and without where it came from: they might quote what was read. */
export function packError(error: unknown): SentError {
  const none = { code: null, details: {} }
  if (error instanceof PadesError)
    return { kind: 'pades', message: error.message, code: error.code, details: error.details }
  if (error instanceof RangeError) return { kind: 'range', message: error.message, ...none }
  if (!(error instanceof Error)) return { kind: 'other', message: String(error), ...none }
  const { code, path, syscall } = error as NodeJS.ErrnoException
  const facts = Object.entries({ path, syscall }).filter(
    (one): one is [string, string] => one[1] !== undefined,
  )
  return { kind: 'other', message: error.message, code: code ?? null, details: Object.fromEntries(facts) }
}

export function unpackError({ kind, message, code, details }: SentError): Error {
  if (kind === 'pades') return new PadesError(code as PadesErrorCode, message, details)
  if (kind === 'range') return new RangeError(message)
  return Object.assign(new Error(message), code === null ? {} : { code }, details)
}

/** A copy that fills its buffer and can be moved. */
export function movable(bytes: Uint8Array): {
  readonly bytes: Uint8Array
  readonly moved: Parcel<unknown>['moved']
} {
  // Not `slice`: of a Buffer it would be a view.
  const copy = new Uint8Array(bytes)
  return { bytes: copy, moved: [copy.buffer] }
}
