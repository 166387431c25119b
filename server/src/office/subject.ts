import type { RawBuilder } from 'kysely'
import type { Context, PublicContext } from '../platform/context.ts'
import { extensionPoint } from '../platform/slices/extension-point.ts'

/** Which thing of which slice something is about. */
export interface SubjectKey {
  readonly kind: string
  readonly id: string
}

/** A thing of a slice as its desk handles it, loaded where the actor may. */
export interface Subject extends SubjectKey {
  /** Its part of the URL: its code, or its id until it has one. */
  readonly ref: string
  readonly code: string | null
  /** Whether somebody may take part in its discussion: also asked about others than the actor. */
  mayDiscuss(asker: Pick<Context, 'actor' | 'today'>): boolean
}

/** What an actor wants to do at the desk of a subject. */
export type DeskAct = 'readTalk' | 'discuss'

/** The columns of `SubjectKind.readable`. */
export interface SubjectRow {
  readonly id: string
  readonly code: string | null
  readonly title: string
  readonly illustrative: boolean
}

/** A kind of things with a desk, as the slice that owns them says it. */
export interface SubjectKind {
  readonly kind: string
  /** @throws Refusal `not_found`, `forbidden` */
  get(c: Context, ref: string, act: DeskAct): Promise<Subject>
  /** The page of one. */
  hrefOf(ref: string): string
  /** A query of those that the actor may see, with the columns of `SubjectRow`. */
  readable(c: Context): RawBuilder<SubjectRow>
  /** A query with the one column `person_id`: the persons involved with it; null rows are ignored. */
  peopleAround(id: string): RawBuilder<unknown>
  /** Who gets a notice about each comment without being mentioned. */
  hearersOf(c: PublicContext, id: string): Promise<readonly string[]>
}

/** The kinds of things that have a desk. */
export const subjectKinds = extensionPoint<SubjectKind>()
