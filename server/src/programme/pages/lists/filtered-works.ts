import type { FilteredList } from '../../../office/index.ts'
import { unitsByCodes } from '../../../organisation/index.ts'
import type { Context } from '../../../platform/context.ts'
import { addressNames, filterParams, readWorksAddress, sortParam } from '../../filter/filter-address.ts'
import { codesIn } from '../../filter/work-scope.ts'
import { paths } from '../../paths.ts'
import { overseers } from '../../policy.ts'
import { sections } from '../sections.ts'
import { chipsWith } from './works-chips.tsx'

const addressOf = (c: Pick<Context, 'today'>, query: string) =>
  readWorksAddress(Object.fromEntries(new URLSearchParams(query.replace(/^.*\?/, ''))), c.today)

/** The list of works, as saved filters need it. */
export const filteredWorks: FilteredList = {
  key: 'programme.work',
  href: paths.allWorks(),
  section: sections.works,
  words: {
    name: 'programme.nav.works',
    back: 'programme.chosen.to_list',
    example: 'programme.filter_example',
  },
  overseers: [...overseers, 'programme-admin'],
  isDefault: true,
  keptQuery(c, query) {
    const { filter, sort } = addressOf(c, query)
    const params = new URLSearchParams({ ...filterParams(filter), ...sortParam(sort) })
    if (filter.asOf === c.today) params.delete(addressNames.asOf)
    return params.toString()
  },
  async conditions(c, queries) {
    const addresses = queries.map((query) => addressOf(c, query))
    const units = await unitsByCodes(
      c,
      addresses.flatMap(({ filter }) => codesIn(filter)),
    )
    return addresses.map(({ filter, sort }) => [
      c.t('programme.programme_of', { year: filter.year }),
      ...chipsWith(c, units, filter, sort).map(({ text }) => text),
    ])
  },
}
