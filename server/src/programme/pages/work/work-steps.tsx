import { Badge } from '../../../ui/badge.tsx'
import { formatDate } from '../../../ui/format.ts'
import { Panel } from '../../../ui/panel.tsx'
import { DataTable } from '../../../ui/table.tsx'
import { useWords } from '../../../ui/words.tsx'
import type { WorkPage } from '../../work/work-page.ts'
import type { StepView } from '../../work/work-record.ts'
import { DueDate } from '../due-date.tsx'

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
  if (step.dueOn === null) return <>–</>
  return (
    <DueDate
      dueOn={step.dueOn}
      asOf={work.asOf}
      state={work.state}
      isLate={false}
      isDone={step.doneOn !== null}
    />
  )
}
