import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../context.ts'

/**
 * By whom an act was done: the person themselves and, where they stood in for another, that other. Null where it is not known,
 * as of imported rows; `forPersonId` is null too where nothing else was recorded than who acted.
 */
export interface Doer {
  readonly personId: string | null
  readonly forPersonId: string | null
}

/** By whom the act at hand is being done. */
export function doerOf({ personId, standsFor }: Pick<Actor, 'personId' | 'standsFor'>) {
  return { personId, forPersonId: standsFor?.personId ?? personId } satisfies Doer
}

/** Everybody who has a part in an act: who did it, and for whom. */
export function partiesOf({ personId, forPersonId }: Doer): ReadonlySet<string> {
  return new Set([personId, forPersonId].filter((id) => id !== null))
}

/**
 * Whether two acts were done by different people, wherever two people must do them: none who has a part in the one has a
 * part in the other. A deputy who acts for somebody is not another person than that somebody (design 8.17).
 */
export function byDifferentPeople(one: Doer, other: Doer): boolean {
  const others = partiesOf(other)
  return ![...partiesOf(one)].some((id) => others.has(id))
}

/** The same of a row whose columns say by whom and for whom, as a condition. */
export function byOthersThan(
  actor: Pick<Actor, 'personId' | 'standsFor'>,
  columns: { readonly person: string; readonly forPerson: string },
): RawBuilder<boolean> {
  const parties = [...partiesOf(doerOf(actor))]
  return sql<boolean>`not (array[${sql.ref(columns.person)}, ${sql.ref(columns.forPerson)}] && ${parties}::uuid[])`
}
