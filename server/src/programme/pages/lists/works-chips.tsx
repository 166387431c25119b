import { unitsByCodes } from '../../../organisation/index.ts'
import type { Context } from '../../../platform/context.ts'
import { codeKey } from '../../../platform/message-key.ts'
import { formatDate } from '../../../ui/format.ts'
import { allWorks, type WorkFilter } from '../../filter/filter.ts'
import type { WorkSort } from '../../filter/sorts.ts'
import { codesIn } from '../../filter/work-scope.ts'
import { paths } from '../../paths.ts'

/** A condition of a list in words, and the list without it. */
export interface Chip {
  readonly key: string
  readonly text: string
  readonly withoutHref: string
}

type Part = Exclude<keyof WorkFilter, 'year' | 'asOf' | 'subordinates' | 'ladder'>

type Units = Awaited<ReturnType<typeof unitsByCodes>>

/** Everything that a list is narrowed by, so that no condition works unseen; each can be taken off. */
export async function chipsOf(c: Context, filter: WorkFilter, sort: WorkSort): Promise<readonly Chip[]> {
  return chipsWith(c, await unitsByCodes(c, codesIn(filter)), filter, sort)
}

/** The same if the units with the codes of the filter have been loaded. */
export function chipsWith(c: Context, units: Units, filter: WorkFilter, sort: WorkSort): readonly Chip[] {
  const unitName = (code: string) => units.get(code)?.name ?? code
  const open = allWorks(filter.year, filter.asOf)
  return (Object.keys(open) as (keyof WorkFilter)[]).flatMap((key) => {
    if (!isPart(key)) return []
    const text = textOf(c, filter, key, unitName)
    if (text === null) return []
    const freed = key === 'unit' ? { unit: null, subordinates: true, ladder: null } : { [key]: open[key] }
    return [{ key, text, withoutHref: paths.works({ ...filter, ...freed }, { sort }) }]
  })
}

const isPart = (key: keyof WorkFilter): key is Part =>
  !['year', 'asOf', 'subordinates', 'ladder'].includes(key)

function textOf(
  c: Context,
  filter: WorkFilter,
  part: Part,
  unitName: (code: string) => string,
): string | null {
  const { t } = c
  const said = (key: string, value: string | null) =>
    value === null ? null : t(codeKey('programme.chip', key), { value })
  switch (part) {
    case 'text':
      return said('text', filter.text)
    case 'states':
      return filter.states.length === 0
        ? null
        : said('states', filter.states.map((state) => t(`ui.state.${state}`)).join(', '))
    case 'standing':
      return filter.standing && t(`programme.standing.${filter.standing}`)
    case 'signal':
      return filter.signal && t(`programme.figure.${filter.signal}`)
    case 'promise':
      return filter.promise && t(`programme.promise_part.${filter.promise}`)
    case 'reporting':
      return filter.reporting && t(`programme.reporting.${filter.reporting}`)
    case 'from':
      return said('from', filter.from === null ? null : formatDate(filter.from, c.language))
    case 'dueTo':
      return said('due_to', filter.dueTo === null ? null : formatDate(filter.dueTo, c.language))
    case 'ownerKind':
      return filter.ownerKind && t(`programme.owner.${filter.ownerKind}`)
    case 'tier':
      return filter.tier && t(`programme.tier.${filter.tier}`)
    case 'theme':
      if (filter.theme === null) return null
      return filter.theme === 0 ? t('programme.without_theme') : said('theme', String(filter.theme))
    case 'contentGroup':
      return (
        filter.contentGroup &&
        t('programme.chip.content_group', {
          value: filter.contentGroup.ord,
          unit: unitName(filter.contentGroup.unit),
        })
      )
    case 'unit':
      return filter.unit && said(filter.subordinates ? 'unit' : 'unit_itself', unitName(filter.unit))
    case 'outside':
      return filter.outside && said('outside', unitName(filter.outside.unit))
    case 'assigner':
      return filter.assigner && said('assigner', unitName(filter.assigner))
    case 'managing':
      return filter.managing && said('managing', unitName(filter.managing))
    case 'ownerUnitKinds':
      return filter.ownerUnitKinds.length === 0
        ? null
        : said(
            'unit_kinds',
            filter.ownerUnitKinds.map((kind) => t(codeKey('organisation.kind', kind))).join(', '),
          )
    case 'relation':
      return filter.relation && t(`programme.view.${filter.relation}`)
    case 'waiting':
      return filter.waiting && t(`programme.waiting.${filter.waiting}`)
    case 'illustrative':
      return filter.illustrative === 'exclude' ? t('programme.illustrative_without') : null
  }
}
