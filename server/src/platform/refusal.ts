import type { ReasonCode } from './message-key.ts'

/** What a refusal says about itself to a template: numbers and words, never markup. */
export type RefusalParams = Readonly<Record<string, string | number>>

/** One reason why an act is not open: a stable code and what its sentence needs. */
export interface Reason {
  readonly code: ReasonCode
  readonly params?: RefusalParams | undefined
  /** The field of the form or of the JSON body that it concerns, as a dotted path. */
  readonly field?: string | undefined
  /** What it speaks of where one act concerns many things: the code of a work, named before the sentence. */
  readonly subject?: string | undefined
}

/** HTTP statuses that a rule may answer with. */
export type RefusalStatus = 400 | 401 | 403 | 404 | 409 | 412 | 413 | 415 | 422 | 423 | 429 | 503

/**
 * A rule said no. The code is stable and has a sentence in each language (`refusal.<code>`); several reasons can be given
 * at once, so that the user can fix them together.
 */
export class Refusal extends Error {
  readonly code: ReasonCode
  readonly params: RefusalParams
  readonly reasons: readonly Reason[]
  readonly status: RefusalStatus

  constructor(
    code: ReasonCode,
    params: RefusalParams = {},
    options: { status?: RefusalStatus; reasons?: readonly Reason[] } = {},
  ) {
    super(code)
    this.name = 'Refusal'
    this.code = code
    this.params = params
    this.status = options.status ?? 422
    this.reasons = options.reasons ?? [{ code, params }]
  }
}

/** Throws when one or more reasons stand against an act; with one reason, that one names the refusal. */
export function refuseIf(reasons: readonly Reason[], status: RefusalStatus = 422): void {
  const [first] = reasons
  if (first === undefined) return
  throw new Refusal(first.code, first.params ?? {}, { status, reasons })
}

/** A refusal for one reason, which names the field or the thing that it concerns. */
export function becauseOf(reason: Reason, status: RefusalStatus = 422): Refusal {
  return new Refusal(reason.code, reason.params ?? {}, { status, reasons: [reason] })
}

/** The thing does not exist, or this actor may not know that it does: both look the same from outside. */
export function notFound(kind: string): Refusal {
  return new Refusal('not_found', { kind }, { status: 404 })
}

/** The world broke: disk, network, another service. Wrapped once where it is met, with what was being done to what. */
export class Failure extends Error {
  readonly code: string
  constructor(code: string, doing: string, cause?: unknown) {
    super(doing, { cause })
    this.name = 'Failure'
    this.code = code
  }
}

/** Asserts what only a bug of ours can break. */
export function invariant(condition: unknown, what: string): asserts condition {
  if (!condition) throw new Error(`broken invariant: ${what}`)
}
