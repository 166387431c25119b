import type { DatabaseTransaction } from './data/database.ts'
import type { BlobStore } from './files/blobs.ts'
import type { MeasureRegistryOf } from './measures/measure-registry.ts'
import type { SecretKeys } from './secret-keys/secret-keys.ts'
import type { PlainDate } from './time/plain-date.ts'
import type { Language, Words } from './words.ts'

export type { Language }

/** A right that a post carries: a role over a unit and all below it, in one ladder or (null) in every one. */
export interface Grant {
  readonly role: string
  readonly unitId: string
  readonly system: string | null
  /** Over the unit for which the installation was set up, in every ladder: then over what stands below nobody, too. */
  readonly everywhere?: boolean
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
  /** Present where he acts in another's stead: post, holding, unit and rights are then that other's. */
  readonly standsFor?: StandsFor
  /** Present where he reads by emergency access: he then has no rights but that. */
  readonly emergency?: EmergencyReading
}

/**
 * A session that was opened with the right password and waits for its second step, or for a password that its owner chose
 * himself: it may do nothing else.
 */
export interface WaitingSession {
  readonly step: 'second' | 'password'
  readonly sessionId: string
  readonly accountId: string
  readonly username: string
  readonly personName: string
}

/** In whose stead somebody acts: the holder whose post and rights he was lent. */
export interface StandsFor {
  readonly standInId: string
  readonly personId: string
  readonly personName: string
  /** Units and roots in which the stand-in holds posts of his own: where he may not judge either. */
  readonly ownUnitIds: readonly string[]
}

/** What somebody was let into for some minutes, by two people: reading this one thing and nothing else. */
export interface EmergencyReading {
  readonly accessId: string
  readonly objectKind: string
  readonly objectId: string
  readonly objectLabel: string
  readonly endsAt: Date
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
  /** For what must be read again and may not stand in the database in clear. */
  readonly secretKeys: SecretKeys
}

/** The circumstances of an act by somebody who is known. */
export interface Context extends PublicContext {
  readonly actor: Actor
}
