import { shown } from '../../../platform/http/form.ts'
import { formRoute } from '../../../platform/http/route.ts'
import type { PlainDate } from '../../../platform/time/plain-date.ts'
import { DateField } from '../../../ui/date-field.tsx'
import { TextArea } from '../../../ui/field.tsx'
import { formatDate } from '../../../ui/format.ts'
import { reportCompletion } from '../../completion/complete-work.ts'
import { paths } from '../../paths.ts'
import { assessTargets } from '../../progress/target-facts.ts'
import { guardReportCompletion } from '../../rules/guards/completion.ts'
import { guarded } from '../../rules/guards/standing.ts'
import { getWorkCard } from '../../work/work-card.ts'
import { refIn, workFormPage } from '../work-form.tsx'
import { TargetReadiness } from './target-readiness.tsx'

/** Reports a work as complete: above the form stands what each target still needs, and the form is closed until it is there. */
export const reportCompletionForm = formRoute({
  path: '/cong-viec/:ref/hoan-thanh',
  endpoint: reportCompletion,
  told: 'programme.told.completion_reported',
  keepsTyping: true,
  done: ({ ref }) => paths.work(ref),
  async show(c, state) {
    const card = await getWorkCard(c, refIn(state), 'reportCompletion')
    const { row, standing } = card.work
    const placed = [{ id: row.id, custodianUnitId: row.custodian_unit_id }]
    const assessed = (await assessTargets(c, placed, standing.year, c.today)).get(row.id) ?? []
    const closed = guarded(standing, 'report_completion')
    const assignedOn = (row.assigned_on ?? row.state_since) as PlainDate
    const targets = assessed.map((target) => ({
      assessed: target,
      // The day is asked for by the form; here only what the target itself lacks is of interest.
      lacks:
        closed.length > 0
          ? []
          : guardReportCompletion({
              standing,
              today: c.today,
              assignedOn,
              doneOn: c.today,
              targets: [target],
            }),
    }))
    const lacking = targets.filter(({ lacks }) => lacks.length > 0).length
    const field = (name: string) => ({ name, error: state.errors[name] })
    return workFormPage(c, state, {
      card,
      action: paths.reportCompletion(card.ref),
      title: c.t('programme.completion.title'),
      lead: c.t('programme.completion.lead'),
      closed,
      before: closed.length === 0 && <TargetReadiness workRef={card.ref} targets={targets} />,
      fields: (
        <>
          <DateField
            {...field('workDoneOn')}
            label={c.t('programme.completion.done_on')}
            hint={c.t('programme.completion.done_on_hint', {
              due: card.dueOn === null ? '–' : formatDate(card.dueOn, c.language),
            })}
            value={shown(state, 'workDoneOn')}
          />
          <TextArea
            {...field('content')}
            label={c.t('programme.completion.content')}
            hint={c.t('programme.completion.content_hint')}
            value={shown(state, 'content')}
            rows={8}
          />
        </>
      ),
      submit: {
        label: c.t('programme.completion.act'),
        icon: 'flag-check',
        closedReason: lacking === 0 ? undefined : c.t('programme.completion.closed', { count: lacking }),
      },
      guard: true,
      note: c.t('programme.completion.note', { body: card.assignerName ?? '–' }),
    })
  },
})
