import { daysBetween } from '../../platform/plain-date.ts'
import { Badge } from '../../ui/badge.tsx'
import { formatDate, formatDaysLeft } from '../../ui/format.ts'
import { Panel } from '../../ui/panel.tsx'
import { Due } from '../../ui/stat.tsx'
import { DataTable } from '../../ui/table.tsx'
import { useWords } from '../../ui/words.tsx'
import type { WorkPage } from '../find-work.ts'
import { isInForce } from '../rules/states.ts'
import type { StepView } from '../work-record.ts'

/** The steps that were promised, each with its day and whether it was done. */
export function StepsPanel({ work }: { work: WorkPage }) {
  const { t, language } = useWords()
  if (work.steps.length === 0) return null
  const done = work.steps.filter(({ doneOn }) => doneOn !== null).length
  return (
    <Panel
      title={t('programme.steps')}
      lead={t('programme.steps_lead', { done, all: work.steps.length })}
      flush
    >
      <DataTable
        compact
        caption={t('programme.steps')}
        rows={work.steps}
        rowKey={(step) => String(step.ord)}
        columns={[
          { key: 'name', header: t('programme.step'), kind: 'title', cell: (step) => step.name },
          {
            key: 'due',
            header: t('programme.fact.due_on'),
            kind: 'date',
            cell: (step) => <StepDue step={step} work={work} />,
          },
          {
            key: 'done',
            header: t('programme.step_done'),
            kind: 'state',
            cell: (step) =>
              step.doneOn === null ? (
                <Badge tone="grey" icon="circle-dashed">
                  {t('programme.not_done')}
                </Badge>
              ) : (
                <Badge tone="good" icon="check">
                  {formatDate(step.doneOn, language)}
                </Badge>
              ),
          },
        ]}
      />
    </Panel>
  )
}

function StepDue({ step, work }: { step: StepView; work: WorkPage }) {
  const { language } = useWords()
  if (step.dueOn === null) return <>–</>
  const left = daysBetween(work.asOf, step.dueOn)
  const isOwed = step.doneOn === null && isInForce(work.state)
  return (
    <Due
      date={formatDate(step.dueOn, language)}
      relative={isOwed ? formatDaysLeft(left, language) : undefined}
      tone={isOwed && left < 0 ? 'late' : isOwed && left <= 14 ? 'soon' : 'plain'}
    />
  )
}
