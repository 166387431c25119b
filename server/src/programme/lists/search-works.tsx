import type { Context } from '../../platform/context.ts'
import type { FoundPile, FoundThing, Searchable } from '../../platform/slices/search.ts'
import { StateBadge } from '../../ui/badge.tsx'
import { allWorks } from '../filter/filter.ts'
import { paths } from '../paths.ts'
import { listProgrammes } from '../year/list-programmes.ts'
import { listWorks } from './list-works.ts'
import type { WorkRow } from './work-rows.ts'

// Older years are found through their own lists.
const maxYears = 5

/** Works by a part of their title or by their code, one pile a year, the latest year first. */
export const programmeSearch: Searchable = {
  async find(c, text, limit) {
    const piles: FoundPile[] = []
    for (const { year } of (await listProgrammes(c)).slice(0, maxYears)) {
      const filter = { ...allWorks(year, c.today), text }
      const found = await listWorks(c, { filter, limit })
      if (found.total === 0) continue
      piles.push({
        key: `works-${year}`,
        title: c.t('programme.works_title', { year }),
        items: found.rows.map((row) => thing(c, row)),
        total: found.total,
        allHref: paths.works(filter),
      })
    }
    return piles
  },
}

function thing(c: Context, { id, code, title, owner, state, illustrative }: WorkRow): FoundThing {
  const whose = [owner.holderName, owner.postTitle, owner.unitName].filter((part) => part !== null)
  return {
    key: id,
    title,
    href: paths.work(code ?? id),
    note: `${code ?? c.t('programme.no_code')} · ${whose.join(', ')}`,
    mark: <StateBadge state={state} />,
    illustrative,
  }
}
