import type { Context } from '../context.ts'
import { extensionPoint } from './extension-point.ts'

/** A thing as the audit log shows it; without an address where the actor has no page of it. */
export interface RecordedThing {
  readonly name: string
  readonly href: string | null
}

/** A kind of thing of which the record speaks, as its slice makes it readable. */
export interface RecordedKind {
  /** As `audit` was told. */
  readonly kind: string
  /** Those of them that the actor may see, by id; all of a page at once. */
  named(c: Context, ids: readonly string[]): Promise<ReadonlyMap<string, RecordedThing>>
  /** The id of the one that the words name (a code, a user name), where the actor may see it. */
  find(c: Context, words: string): Promise<string | null>
}

/** The kinds of things of which the audit log speaks. */
export const recordedKinds = extensionPoint<RecordedKind>()
