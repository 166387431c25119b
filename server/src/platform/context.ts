import type { DatabaseTransaction } from './data/database.ts'
import type { BlobStore } from './files/blobs.ts'
import type { MeasureRegistryOf } from './measures/measure-registry.ts'
import type { SecretKeys } from './secret-keys/secret-keys.ts'
import type { PlainDate } from './time/plain-date.ts'
import type { Language, Words } from './words.ts'

export type { Language }

/** A right of a post: a role over a unit and all below it, in one hierarchy or (null) in every one. */
export interface Grant {
  readonly role: string
  readonly unitId: string
  readonly system: string | null
  /** Over the unit for which the installation was set up, in every hierarchy: also covers units without a parent. */
  readonly everywhere?: boolean
}

/** The actor: the account, the person, and the post and body on whose behalf they act. */
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
  /** The committee that the unit acts for (a standing committee acts for its committee), otherwise the unit itself. */
  readonly rootId: string | null
  readonly grants: readonly Grant[]
  /** Null for a person in a session; for a machine the scopes of its token. */
  readonly scopes: readonly string[] | null
  /** The session of the request; absent for a machine. */
  readonly sessionId?: string
  /** When the person last authenticated; absent for a machine. */
  readonly authenticatedAt?: Date
  /** Present for a stand-in: post, holding, unit and rights are then those of the other person. */
  readonly standsFor?: StandsFor
  /** Present under emergency access: the actor then has no other rights. */
  readonly emergency?: EmergencyReading
}

/**
 * A session with a correct password that waits for its second step, or for the owner to choose a password: nothing else
 * is permitted.
 */
export interface WaitingSession {
  readonly step: 'second' | 'password'
  readonly sessionId: string
  readonly accountId: string
  readonly username: string
  readonly personName: string
}

/** For whom a stand-in acts: the holder whose post and rights were delegated. */
export interface StandsFor {
  readonly standInId: string
  readonly personId: string
  readonly personName: string
  /** Units and roots in which the stand-in holds their own posts: they cannot judge there either. */
  readonly ownUnitIds: readonly string[]
}

/** Access for some minutes, approved by two people: read-only, for this one thing. */
export interface EmergencyReading {
  readonly accessId: string
  readonly objectKind: string
  readonly objectId: string
  readonly objectLabel: string
  readonly endsAt: Date
}

/** Where a request came from, for the audit log. */
export interface Origin {
  readonly requestId: string
  readonly address: string | null
}

/** What every use case gets: one open transaction and the circumstances of the act. */
export interface PublicContext {
  readonly db: DatabaseTransaction
  readonly now: Date
  readonly today: PlainDate
  readonly language: Language
  /** The words of that language. */
  readonly t: Words
  readonly origin: Origin
  readonly actor: Actor | null
  /** The user between the password and the second step, while `actor` is null. */
  readonly waiting?: WaitingSession | undefined
  readonly measures: MeasureRegistryOf<Context>
  readonly blobs: BlobStore
  /** For secrets that must be read again and must not be stored in clear text. */
  readonly secretKeys: SecretKeys
}

/** The circumstances of an act by an authenticated user. */
export interface Context extends PublicContext {
  readonly actor: Actor
}
