import type { Context } from '../platform/context.ts'
import { codeKey } from '../platform/message-key.ts'
import type { FoundPile, Searchable } from '../platform/slices/search.ts'
import { organisationPaths as paths } from './paths.ts'
import { countPersons, listPersons } from './people/person-queries.ts'
import { countUnits, listUnits } from './units/list-units.ts'

/** Units and persons of today's directory, which everybody who has signed in may read. */
export const directorySearch: Searchable = {
  async find(c, text, limit) {
    const piles = [await findUnits(c, text, limit), await findPersons(c, text, limit)]
    return piles.filter(({ total }) => total > 0)
  },
}

async function findUnits(c: Context, text: string, limit: number): Promise<FoundPile> {
  const { items } = await listUnits(c, { on: c.today, filter: { text }, limit })
  return {
    key: 'units',
    title: c.t('organisation.units'),
    items: items.map((unit) => ({
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
    })),
    total: await countUnits(c, { on: c.today, filter: { text } }),
    allHref: paths.units({ text }),
  }
}

async function findPersons(c: Context, text: string, limit: number): Promise<FoundPile> {
  const { items } = await listPersons(c, { text, on: c.today, limit })
  return {
    key: 'persons',
    title: c.t('organisation.persons'),
    items: items.map((person) => ({
      key: person.id,
      title: person.fullName,
      href: paths.person(person.id),
      note: person.post ?? c.t('organisation.holds_none'),
      mark: null,
      illustrative: person.illustrative,
    })),
    total: await countPersons(c, text),
    allHref: paths.persons({ text }),
  }
}
