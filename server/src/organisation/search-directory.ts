import { sql } from 'kysely'
import type { Context } from '../platform/context.ts'
import { codeKey } from '../platform/message-key.ts'
import type { FoundPile, Searchable, SearchQuestion } from '../platform/slices/search.ts'
import { findBest, rank } from '../platform/text-search/find-best.ts'
import { organisationPaths as paths } from './paths.ts'
import { personsByIds } from './people/person-queries.ts'
import { spanCovers } from './relations/scope.ts'
import { unitsByIds } from './units/unit-view.ts'

/** Units and persons of today's directory, which everybody who has signed in may read. */
export const directorySearch: Searchable = {
  find: async (c, question) => [await findUnits(c, question), await findPersons(c, question)],
}

async function findUnits(c: Context, { search, match, limit }: SearchQuestion): Promise<FoundPile> {
  const { ids, counts } = await findBest(
    c,
    {
      from: sql`unit_search join unit on unit.id = unit_search.unit_id`,
      id: sql.ref('unit.id'),
      words: sql.ref('unit_search.words'),
      readable: spanCovers('unit.valid_from', 'unit.valid_to', c.today),
    },
    match,
  )
  const found = rank(
    search,
    await unitsByIds(c, ids, c.today),
    (unit) => [
      { text: unit.name, isUnit: true },
      { text: unit.shortName, isUnit: true },
      { text: unit.code },
    ],
    limit,
  )
  return {
    key: 'units',
    icon: 'sitemap',
    counts: counts.map(({ total }) => ({
      label: c.t('organisation.units'),
      total,
      href: paths.units({ text: search.text }),
    })),
    items: found.map(({ row: unit, fit }) => ({
      key: unit.id,
      title: unit.name,
      href: paths.unit(unit.code),
      note: [
        ...(unit.kind === 'other' ? [] : [c.t(codeKey('organisation.kind', unit.kind))]),
        c.t(`organisation.level.${unit.level}`),
        ...unit.parents.map(({ parentName }) => parentName),
      ].join(' · '),
      mark: null,
      illustrative: unit.illustrative,
      fit,
    })),
  }
}

async function findPersons(c: Context, { search, match, limit }: SearchQuestion): Promise<FoundPile> {
  const { ids, counts } = await findBest(
    c,
    {
      from: sql`person_search join person on person.id = person_search.person_id`,
      id: sql.ref('person.id'),
      words: sql.ref('person_search.words'),
      readable: sql<boolean>`true`,
    },
    match,
  )
  const found = rank(
    search,
    await personsByIds(c, ids, c.today),
    (person) => [{ text: person.fullName }, { text: person.post, isUnit: true }],
    limit,
  )
  return {
    key: 'persons',
    icon: 'users',
    counts: counts.map(({ total }) => ({
      label: c.t('organisation.persons'),
      total,
      href: paths.persons({ text: search.text }),
    })),
    items: found.map(({ row: person, fit }) => ({
      key: person.id,
      title: person.fullName,
      href: paths.person(person.id),
      note: person.post ?? c.t('organisation.holds_none'),
      mark: null,
      illustrative: person.illustrative,
      fit,
    })),
  }
}
