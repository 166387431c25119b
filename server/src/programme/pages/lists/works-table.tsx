import type { ComponentChildren } from 'preact'
import type { PlainDate } from '../../../platform/time/plain-date.ts'
import { IllustrativeTag, SignalBadge, StateBadge, Tag } from '../../../ui/badge.tsx'
import { formatDate } from '../../../ui/format.ts'
import { Cluster, Small } from '../../../ui/panel.tsx'
import { Progress } from '../../../ui/progress.tsx'
import { type Column, DataTable, type Selection } from '../../../ui/table.tsx'
import { useWords } from '../../../ui/words.tsx'
import type { ShortProgress, WorkRow } from '../../lists/work-rows.ts'
import { paths } from '../../paths.ts'
import { DueDate } from '../due-date.tsx'
import { goalBounds, goalText, numberOf, readingText } from '../goal-words.ts'

type Sort = NonNullable<Column<WorkRow>['sort']>

/** Works in rows: what, whose, until when, how far. */
export function WorksTable(props: {
  readonly caption: string
  readonly rows: readonly WorkRow[]
  readonly asOf: PlainDate
  readonly empty: ComponentChildren
  /** The links that sort, by column; none where the rows have one order only. */
  readonly sorts?: Readonly<Partial<Record<'code' | 'title' | 'unit' | 'due' | 'state', Sort>>> | undefined
  readonly selection?: Selection<WorkRow> | undefined
}) {
  const { t } = useWords()
  const { asOf, sorts = {} } = props
  return (
    <DataTable
      caption={props.caption}
      rows={props.rows}
      rowKey={(row) => row.id}
      rowTone={(row) => (row.signals.includes('late') ? 'late' : undefined)}
      empty={props.empty}
      selection={props.selection}
      columns={[
        {
          key: 'code',
          header: t('programme.code'),
          kind: 'code',
          sort: sorts.code,
          cell: (row) => row.code ?? <Small>{t('programme.no_code')}</Small>,
        },
        {
          key: 'title',
          header: t('programme.work'),
          kind: 'title',
          sort: sorts.title,
          cell: (row) => <WorkTitle row={row} />,
        },
        { key: 'unit', header: t('programme.owner'), sort: sorts.unit, cell: (row) => <Owner row={row} /> },
        {
          key: 'due',
          header: t('programme.fact.due_on'),
          kind: 'date',
          sort: sorts.due,
          cell: (row) => <RowDue row={row} asOf={asOf} />,
        },
        {
          key: 'progress',
          header: t('programme.progress'),
          cell: (row) => <RowProgress progress={row.progress} />,
        },
        {
          key: 'state',
          header: t('programme.state'),
          kind: 'state',
          sort: sorts.state,
          cell: (row) => <RowState row={row} />,
        },
      ]}
    />
  )
}

function WorkTitle({ row }: { row: WorkRow }) {
  const { t } = useWords()
  return (
    <>
      <a href={paths.work(row.code ?? row.id)}>{row.title}</a>
      {(row.illustrative || row.sourceId !== null) && (
        <Small block>
          {row.illustrative && <IllustrativeTag />}
          {row.sourceId !== null && <Tag icon="quote">{t('programme.named_in_article')}</Tag>}
        </Small>
      )}
    </>
  )
}

function Owner({ row }: { row: WorkRow }) {
  const { holderName, postTitle, unitName } = row.owner
  return (
    <>
      {holderName ?? unitName}
      {holderName !== null && (
        <Small block>
          {postTitle}, {unitName}
        </Small>
      )}
    </>
  )
}

/** The due date with how far it is, as long as the work is owed. */
export function RowDue({
  row,
  asOf,
}: {
  row: Pick<WorkRow, 'dueOn' | 'firstDueOn' | 'state' | 'signals'>
  asOf: PlainDate
}) {
  const { t, language } = useWords()
  if (row.dueOn === null) return <>–</>
  return (
    <>
      <DueDate dueOn={row.dueOn} asOf={asOf} state={row.state} isLate={row.signals.includes('late')} />
      {row.firstDueOn !== null && (
        <Small block>{t('programme.first_promised', { date: formatDate(row.firstDueOn, language) })}</Small>
      )}
    </>
  )
}

function RowState({ row }: { row: WorkRow }) {
  const [weightiest, ...others] = row.signals
  return (
    <Cluster>
      <StateBadge state={row.state} />
      {weightiest !== undefined && <SignalBadge signal={weightiest} />}
      {others.map((signal) => (
        <SignalBadge key={signal} signal={signal} />
      ))}
    </Cluster>
  )
}

/** One target in its own numbers, several as how many of them are confirmed. */
function RowProgress({ progress }: { progress: ShortProgress }) {
  const words = useWords()
  const { only } = progress
  if (progress.targets === 0) return <>–</>
  const bounds = only === null ? null : goalBounds(only.goal)
  if (only === null)
    return (
      <>
        <Progress
          bare
          confirmed={progress.confirmed}
          claimed={progress.claimed}
          target={{ min: progress.targets }}
          targetText={words.t('programme.targets_count', { count: progress.targets })}
        />
        <Small block>
          {words.t('programme.progress_short', {
            confirmed: progress.confirmed,
            target: words.t('programme.targets_count', { count: progress.targets }),
          })}
        </Small>
      </>
    )
  if (bounds === null) return <Small>{readingText(only.confirmed, only.unit, words)}</Small>
  return (
    <>
      <Progress
        bare
        confirmed={numberOf(only.confirmed)}
        claimed={numberOf(only.claimed)}
        target={bounds}
        targetText={goalText(only.goal, only.unit, words)}
        unit={only.unit ?? undefined}
      />
      <Small block>
        {words.t('programme.progress_short', {
          confirmed: readingText(only.confirmed, null, words),
          target: goalText(only.goal, only.unit, words),
        })}
      </Small>
    </>
  )
}
