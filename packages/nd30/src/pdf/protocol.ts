import { Nd30Error, type Nd30ErrorCode } from '../errors.ts'
import type { OfficialDocument } from '../model/document.ts'
import type { Rendered, RenderOptions } from './typeset.ts'

export interface Settings {
  readonly fonts: readonly string[] | undefined
}

export interface Job {
  readonly document: OfficialDocument
  readonly options: RenderOptions
}

/** From a process. */
export type Word =
  | { readonly kind: 'ready' }
  | { readonly kind: 'done'; readonly result: Rendered }
  | { readonly kind: 'failed'; readonly error: SentError }

/** An error as it goes from process to process, where its class would be lost. */
export interface SentError {
  readonly code: Nd30ErrorCode | null
  readonly message: string
  readonly details: Readonly<Record<string, string | number>>
}

export function packError(error: unknown): SentError {
  if (error instanceof Nd30Error) return { code: error.code, message: error.message, details: error.details }
  return { code: null, message: error instanceof Error ? error.message : String(error), details: {} }
}

export const unpackError = ({ code, message, details }: SentError): Error =>
  code === null ? new Error(message) : new Nd30Error(code, message, details)
