import { daysBetween, type PlainDate } from '../../../platform/time/plain-date.ts'
import { Badge } from '../../../ui/badge.tsx'
import { formatDate } from '../../../ui/format.ts'
import { EmptyState } from '../../../ui/notice.tsx'
import { DefinitionList, Panel, Prose, Small } from '../../../ui/panel.tsx'
import { DataTable } from '../../../ui/table.tsx'
import { useWords } from '../../../ui/words.tsx'
import type { OpenAct } from '../../work/work-actions.ts'
import type { CompletionView } from '../../work/work-judgements.ts'
import type { WorkPage } from '../../work/work-page.ts'
import { readingText } from '../goal-words.ts'
import { CompletionPanel } from '../work/work-decisions.tsx'
import { EvidencePanel } from '../work/work-evidence.tsx'
import { PromisePanel } from '../work/work-promise.tsx'
import { StepsPanel } from '../work/work-steps.tsx'
import { MetBadge } from '../work/work-targets.tsx'
import { Promised } from './target-readiness.tsx'

/** Everything by which a reported result is judged, on one screen: what was said, promised, claimed, confirmed and shown. */
export function CompletionRecord({ work, actions }: { work: WorkPage; actions: readonly OpenAct[] }) {
  const open = work.completions.find(({ outcome }) => outcome === null)
  return (
    <>
      {open !== undefined && <OpenCompletion work={work} completion={open} />}
      <JudgedTargets work={work} />
      <EvidencePanel work={work} actions={actions} />
      <StepsPanel work={work} />
      <PromisePanel work={work} />
      {work.completions
        .filter(({ outcome }) => outcome !== null)
        .map((completion) => (
          <CompletionPanel key={completion.number} completion={completion} />
        ))}
    </>
  )
}

function OpenCompletion({ work, completion }: { work: WorkPage; completion: CompletionView }) {
  const { t, language } = useWords()
  const day = (date: string) => formatDate(date, language)
  return (
    <Panel
      title={t('programme.completion_title', { number: completion.number })}
      lead={t('programme.reported_by', { by: completion.by ?? '–', date: day(completion.reportedOn) })}
      action={<InTime doneOn={completion.workDoneOn} dueOn={work.dueOn} />}
    >
      <DefinitionList
        items={[
          {
            term: t('programme.fact.work_done_on'),
            description: <DoneOn work={work} doneOn={completion.workDoneOn} />,
          },
          { term: t('programme.completion.content'), description: <Prose text={completion.content} /> },
          {
            term: t('programme.fact.checked'),
            description:
              completion.checkedOn === null ? (
                t('programme.completion.unchecked')
              ) : (
                <>
                  {day(completion.checkedOn)} · {completion.checkedBy}
                  <Prose text={completion.checkComment ?? ''} />
                </>
              ),
          },
        ]}
      />
    </Panel>
  )
}

function DoneOn({ work, doneOn }: { work: WorkPage; doneOn: PlainDate }) {
  const { t, language } = useWords()
  const { dueOn, firstDueOn } = work
  const day = (date: string) => formatDate(date, language)
  return (
    <>
      {day(doneOn)}
      {dueOn !== null && <Small block>{t('programme.due_line', { date: day(dueOn) })}</Small>}
      {firstDueOn !== null && firstDueOn !== dueOn && (
        <Small block>
          {t('programme.first_promised', { date: day(firstDueOn) })}
          {doneOn > firstDueOn &&
            ` (${t('programme.completion.late_by', { days: daysBetween(firstDueOn, doneOn) })})`}
        </Small>
      )}
    </>
  )
}

/** Whether it was done by its due date: by the day of the work itself, not that of the paper about it. */
function InTime({ doneOn, dueOn }: { doneOn: PlainDate; dueOn: PlainDate | null }) {
  const { t } = useWords()
  if (dueOn === null) return null
  if (doneOn <= dueOn)
    return (
      <Badge tone="good" icon="circle-check">
        {t('programme.completion.in_time')}
      </Badge>
    )
  return (
    <Badge tone="bad" icon="clock-exclamation">
      {t('programme.completion.late_by', { days: daysBetween(dueOn, doneOn) })}
    </Badge>
  )
}

function JudgedTargets({ work }: { work: WorkPage }) {
  const words = useWords()
  const { t } = words
  return (
    <Panel title={t('programme.targets')} lead={t('programme.completion.targets_lead')} flush>
      <DataTable
        caption={t('programme.targets')}
        rows={work.targets.map((assessed, index) => ({ assessed, number: index + 1 }))}
        rowKey={({ assessed }) => assessed.target.id}
        empty={<EmptyState icon="target" title={t('programme.no_targets')} />}
        columns={[
          {
            key: 'target',
            header: t('programme.completion.promised'),
            kind: 'title',
            cell: ({ assessed, number }) => (
              // The evidence below points to the target that it proves.
              <span id={`chi-tieu-${number}`}>
                <Promised assessed={assessed} number={number} />
              </span>
            ),
          },
          {
            key: 'claimed',
            header: t('ui.claimed'),
            cell: ({ assessed: { assessment, target } }) =>
              target.measureKey === null ? readingText(assessment.claimed, target.unit, words) : '–',
          },
          {
            key: 'confirmed',
            header: t('ui.confirmed'),
            cell: ({ assessed: { assessment, target } }) => (
              <>
                <b>{readingText(assessment.confirmed, target.unit, words)}</b>
                <Small block>{t(`basis.${assessment.basis}`)}</Small>
              </>
            ),
          },
          {
            key: 'met',
            header: t('programme.completion.met'),
            kind: 'state',
            cell: ({ assessed: { assessment } }) => <MetBadge met={assessment.met} />,
          },
        ]}
      />
    </Panel>
  )
}
