import { sql } from 'kysely'
import { searchRank } from '../../platform/data/text-search.ts'
import { cutPage, decodeCursor, type Page, pageSizeOf } from '../../platform/http/paging.ts'
import { notFound } from '../../platform/refusal.ts'
import { holdsWords } from '../../platform/text-search/nearest-match.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import { nameOn, spanCovers } from '../relations/scope.ts'
import { organisationDb, type PersonId, type Reader } from '../tables.ts'

type Database = Pick<Reader, 'db'>

export interface PersonView {
  readonly id: PersonId
  readonly fullName: string
  readonly illustrative: boolean
  readonly sourceQuote: string | null
  readonly version: number
}

/** @throws Refusal `not_found` */
export async function getPerson(c: Database, personId: string): Promise<PersonView> {
  const row = await organisationDb(c)
    .selectFrom('person')
    .select(['id', 'full_name', 'illustrative', 'source_quote', 'version'])
    .where('id', '=', personId)
    .executeTakeFirst()
  if (row === undefined) throw notFound('person')
  return {
    id: row.id as PersonId,
    fullName: row.full_name,
    illustrative: row.illustrative,
    sourceQuote: row.source_quote,
    version: row.version,
  }
}

/** A person in a list, with what tells namesakes apart: a post that they hold on the day. */
export interface PersonRow {
  readonly id: PersonId
  readonly fullName: string
  readonly illustrative: boolean
  /** Post and unit, or null where they hold none. */
  readonly post: string | null
}

/** Persons whose name holds the words, accents aside; those with the accents that were typed come first. */
export async function listPersons(
  c: Database,
  query: {
    readonly text: string
    readonly on: PlainDate
    readonly limit?: number
    readonly cursor?: string | null
  },
): Promise<Page<PersonRow>> {
  const limit = pageSizeOf(query.limit)
  const rank = searchRank(query.text, { names: ['person.full_name'], folded: 'person.name_folded' })
  let select = matching(c, query.text)
    .select(['person.id', 'person.full_name', 'person.illustrative', 'person.name_folded', rank.as('rank')])
    .select(postOn(query.on).as('post'))
  if (query.cursor) {
    const [afterRank, afterName, afterId] = decodeCursor(query.cursor, ['number', 'text', 'id'])
    select = select.where(
      sql<boolean>`(${rank}, person.name_folded collate "C", person.id)
        > (${afterRank}::int, ${afterName}::text collate "C", ${afterId}::uuid)`,
    )
  }
  const rows = await select
    .orderBy(rank)
    .orderBy(sql`person.name_folded collate "C"`)
    .orderBy('person.id')
    .limit(limit + 1)
    .execute()
  const page = cutPage(rows, limit, (row) => [row.rank, row.name_folded, row.id])
  return {
    items: page.items.map(personRow),
    next: page.next,
  }
}

/** Several persons at once, with a post that they hold on the day; in no special order. */
export async function personsByIds(
  c: Database,
  personIds: readonly string[],
  on: PlainDate,
): Promise<readonly PersonRow[]> {
  if (personIds.length === 0) return []
  const rows = await organisationDb(c)
    .selectFrom('person')
    .select(['person.id', 'person.full_name', 'person.illustrative', postOn(on).as('post')])
    .where('person.id', 'in', personIds)
    .execute()
  return rows.map(personRow)
}

const personRow = (row: {
  id: string
  full_name: string
  illustrative: boolean
  post: string | null
}): PersonRow => ({
  id: row.id as PersonId,
  fullName: row.full_name,
  illustrative: row.illustrative,
  post: row.post,
})

/** How many persons `listPersons` would give in all. */
export async function countPersons(c: Database, text: string): Promise<number> {
  const { count } = await matching(c, text)
    .select(sql<number>`count(*)`.as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** By the words of a name or a post, as the quick search finds them; all where nothing is looked for. */
function matching(c: Database, text: string) {
  const persons = organisationDb(c).selectFrom('person')
  return text.trim() === ''
    ? persons
    : persons.where(
        sql<boolean>`person.id = any(array(select found.person_id from person_search found
          where ${holdsWords(text, sql.ref('found.words'))}))`,
      )
}

/** The weightiest post that a person holds on the day, with its unit. */
const postOn = (on: PlainDate) => sql<string | null>`(select post.title || ', ' || ${nameOn('unit', on)}
  from post_holding held join post on post.id = held.post_id join unit on unit.id = post.unit_id
  where held.person_id = person.id and ${spanCovers('held.from_on', 'held.to_on', on)}
    and ${spanCovers('post.valid_from', 'post.valid_to', on)}
    and ${spanCovers('unit.valid_from', 'unit.valid_to', on)}
  order by post.is_head desc, held.from_on, held.id limit 1)`
