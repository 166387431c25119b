import { type PlainDate, plainDate } from '../../platform/time/plain-date.ts'
import { organisationDb, type Reader } from '../tables.ts'

/** Something of a unit that is recorded for a day to come. */
export interface Upcoming {
  readonly key: string
  readonly on: PlainDate
  readonly postTitle: string
  /** Who will hold the post from then on; null where the post itself begins. */
  readonly person: { readonly id: string; readonly name: string } | null
}

// A bound, not a page: what is prepared ahead is a handful.
const maxUpcoming = 50

/** Posts that begin and persons who take up a post after a day: no list as of that day has them yet. */
export async function upcomingOf(
  c: Pick<Reader, 'db'>,
  unitId: string,
  after: PlainDate,
): Promise<readonly Upcoming[]> {
  const posts = await organisationDb(c)
    .selectFrom('post')
    .select(['id', 'title', 'valid_from'])
    .where('unit_id', '=', unitId)
    .where('valid_from', '>', after)
    .orderBy('valid_from')
    .limit(maxUpcoming)
    .execute()
  const holdings = await organisationDb(c)
    .selectFrom('post_holding as held')
    .innerJoin('post', 'post.id', 'held.post_id')
    .innerJoin('person', 'person.id', 'held.person_id')
    .select(['held.id', 'held.from_on', 'post.title', 'person.id as person_id', 'person.full_name'])
    .where('post.unit_id', '=', unitId)
    .where('held.from_on', '>', after)
    .orderBy('held.from_on')
    .limit(maxUpcoming)
    .execute()
  const begun = posts.map((row) => ({
    key: row.id,
    on: plainDate(row.valid_from),
    postTitle: row.title,
    person: null,
  }))
  const taken = holdings.map((row) => ({
    key: row.id,
    on: plainDate(row.from_on),
    postTitle: row.title,
    person: { id: row.person_id, name: row.full_name },
  }))
  return [...begun, ...taken].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}
