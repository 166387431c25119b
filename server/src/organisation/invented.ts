import { sql } from 'kysely'
import type { Context } from '../platform/context.ts'
import { organisationDb } from './tables.ts'

/** What something is made of, or for: each by its id. */
export interface MadeOf {
  readonly unitIds?: readonly string[]
  readonly postId?: string
  readonly personId?: string
  readonly holdingId?: string
}

/**
 * Whether a thing is illustrative because of what it is made of: what an invented body or post does, and what an invented
 * person does for a real one, is invented too. So nothing that is tried out in a demonstration is counted as real.
 */
export async function isInvented(c: Context, of: MadeOf): Promise<boolean> {
  const db = organisationDb(c)
  const units = db.selectFrom('unit').select('id').where('illustrative', '=', true)
  const persons = db.selectFrom('person').select('id').where('illustrative', '=', true)
  const { rows } = await sql<{ invented: boolean }>`
    select exists (${units.where('id', 'in', of.unitIds ?? [])})
      or exists (${persons.where('id', 'in', present(of.personId, c.actor?.personId))})
      or exists (${inventedPosts(c).where('post.id', 'in', present(of.postId))})
      or exists (${inventedHoldings(c).where('held.id', 'in', present(of.holdingId))}) as invented
  `.execute(db)
  return rows[0]?.invented === true
}

function inventedPosts(c: Context) {
  return organisationDb(c)
    .selectFrom('post')
    .innerJoin('unit', 'unit.id', 'post.unit_id')
    .select('post.id')
    .where(sql<boolean>`(post.illustrative or unit.illustrative)`)
}

function inventedHoldings(c: Context) {
  return organisationDb(c)
    .selectFrom('post_holding as held')
    .innerJoin('person', 'person.id', 'held.person_id')
    .innerJoin('post', 'post.id', 'held.post_id')
    .innerJoin('unit', 'unit.id', 'post.unit_id')
    .select('held.id')
    .where(sql<boolean>`(held.illustrative or person.illustrative or post.illustrative or unit.illustrative)`)
}

const present = (...ids: readonly (string | undefined)[]) => ids.filter((id) => id !== undefined)
