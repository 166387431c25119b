import type { BlobStore } from './blobs.ts'
import type { DatabaseTransaction } from './database.ts'
import type { MeasureRegistryOf } from './measure-registry.ts'
import type { PlainDate } from './plain-date.ts'
import type { Language, Words } from './words.ts'

export type { Language }

/** A right that a post carries: a role over a unit and all below it, in one ladder or (null) in every one. */
export interface Grant {
  readonly role: string
  readonly unitId: string
  readonly system: string | null
}

/** Who acts: the account, the person, and the post and body on whose behalf. */
export interface Actor {
  readonly accountId: string
  readonly username: string
  readonly personId: string
  readonly personName: string
  readonly holdingId: string | null
  readonly postId: string | null
  readonly postTitle: string | null
  readonly unitId: string | null
  readonly unitName: string | null
  /** The committee that the unit acts for (a standing committee acts for its committee), else the unit itself. */
  readonly rootId: string | null
  readonly grants: readonly Grant[]
  /** Null for a person in a session; for a machine the scopes of its token. */
  readonly scopes: readonly string[] | null
  /** The session that the request came in; absent for a machine. */
  readonly sessionId?: string
  /** When the person last proved who he is; absent for a machine. */
  readonly authenticatedAt?: Date
}

/** A session that was opened with the right password and waits for its second step: it may do nothing else. */
export interface WaitingSession {
  readonly sessionId: string
  readonly accountId: string
  readonly username: string
  readonly personName: string
}

/** Where a request came from, for the record. */
export interface Origin {
  readonly requestId: string
  readonly address: string | null
}

/** What every use case is handed: one open transaction and the circumstances of the act. */
export interface PublicContext {
  readonly db: DatabaseTransaction
  readonly now: Date
  readonly today: PlainDate
  readonly language: Language
  /** The words of that language. */
  readonly t: Words
  readonly origin: Origin
  readonly actor: Actor | null
  /** Who stands between the password and the second step, while `actor` is null. */
  readonly waiting?: WaitingSession | undefined
  readonly measures: MeasureRegistryOf<Context>
  readonly blobs: BlobStore
}

/** The circumstances of an act by somebody who is known. */
export interface Context extends PublicContext {
  readonly actor: Actor
}
