import { BarBreakdown, type BarRow, type Series } from '../../../ui/bars.tsx'
import { useWords } from '../../../ui/words.tsx'
import type { Tally } from '../../figures/tally.ts'
import { paths } from '../../paths.ts'
import { counted } from './figure-link.ts'

export interface TallyRow {
  readonly key: string
  readonly label: string
  /** Where the name leads: the page of the thing, or else the list of its works. */
  readonly href?: string | undefined
  readonly tally: Tally
}

/** What was assigned, row by row: finished, on course, wanting attention, and where there are any, the others. */
export function TallyBars(props: {
  readonly caption: string
  readonly rowHeader: string
  readonly rows: readonly TallyRow[]
  /** All rows together, also those that are not shown here. */
  readonly whole?: TallyRow | undefined
  readonly scale?: 'total' | 'share' | undefined
}) {
  const { t } = useWords()
  const { rows, whole } = props
  const hasOthers = [...rows, ...(whole ? [whole] : [])].some(({ tally }) => tally.otherwise.count > 0)
  const series: readonly Series[] = [
    { key: 'finished', label: t('programme.figure.finished'), tone: 'good', icon: 'circle-check' },
    { key: 'onCourse', label: t('programme.figure.on_course'), tone: 'active', icon: 'trending-up' },
    { key: 'attention', label: t('programme.figure.attention'), tone: 'warn', icon: 'alert-triangle' },
    ...(hasOthers
      ? [{ key: 'otherwise', label: t('programme.figure.otherwise'), tone: 'grey', icon: 'dots' } as const]
      : []),
  ]
  return (
    <BarBreakdown
      caption={props.caption}
      rowHeader={props.rowHeader}
      totalHeader={t('programme.figure.assigned')}
      series={series}
      rows={props.rows.map(barRow)}
      whole={props.whole && barRow(props.whole)}
      scale={props.scale}
    />
  )
}

function barRow({ key, label, href, tally }: TallyRow): BarRow {
  return {
    key,
    label,
    href: href ?? paths.works(tally.assigned.filter),
    total: counted(tally.assigned),
    late: counted(tally.late),
    parts: {
      finished: counted(tally.finished),
      onCourse: counted(tally.onCourse),
      attention: counted(tally.attention),
      otherwise: counted(tally.otherwise),
    },
  }
}
