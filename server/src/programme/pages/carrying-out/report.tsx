import type { Context } from '../../../platform/context.ts'
import { type FormValues, rowValues, shown, textValue } from '../../../platform/http/form.ts'
import { type FormState, formRoute } from '../../../platform/http/route.ts'
import { RadioGroup } from '../../../ui/choice.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { NumberField, TextArea, TextField } from '../../../ui/field.tsx'
import { FieldRow, FieldSet, Hidden } from '../../../ui/form.tsx'
import { formatDate, formatNumber } from '../../../ui/format.ts'
import { Notice } from '../../../ui/notice.tsx'
import { Note, Stack, Tabs } from '../../../ui/panel.tsx'
import { useWords } from '../../../ui/words.tsx'
import { type ReportDraft, reportDraft } from '../../carrying-out/report-draft.ts'
import { reportWork } from '../../carrying-out/report-work.ts'
import { paths } from '../../paths.ts'
import type { Reading } from '../../rules/targets.ts'
import { getWorkCard } from '../../work/work-card.ts'
import { getWorkPage, type TargetView, type WorkPage } from '../../work/work-page.ts'
import type { ReportView } from '../../work/work-record.ts'
import { goalText, readingText } from '../goal-words.ts'
import { TargetSummary } from '../target-summary.tsx'
import { ReportPanel } from '../work/work-reports.tsx'
import { refIn, workFormPage } from '../work-form.tsx'

/** The report of a period: what was reached of each target, which steps are done, what hinders; or its correction. */
export const reportForm = formRoute({
  path: '/cong-viec/:ref/bao-cao',
  endpoint: reportWork,
  told: 'programme.told.reported',
  keepsTyping: true,
  done: ({ ref }) => paths.work(ref),
  async show(c, state) {
    const card = await getWorkCard(c, refIn(state), 'report')
    const work = await getWorkPage(c, card.ref, c.today)
    const asked = state.values === undefined ? state.query.ky : textValue(state.values, 'period')
    const draft = await reportDraft(c, card.work, asked)
    const before = work.reports.find(({ period, current }) => period === draft.period.key && current)
    return workFormPage(c, state, {
      card,
      action: paths.report(card.ref, draft.period.key),
      title: c.t(draft.corrects ? 'programme.report.correct_title' : 'programme.report.title', {
        period: c.t(`period.${draft.period.key}`),
      }),
      lead: c.t('programme.report.lead', {
        closes: formatDate(draft.period.dataClosesOn, c.language),
        due: formatDate(draft.period.dueOn, c.language),
      }),
      closed: draft.closed,
      before: <PeriodTabs c={c} draft={draft} workRef={card.ref} />,
      fields: <ReportFields c={c} state={state} draft={draft} work={work} before={before} />,
      submit: {
        label: c.t(draft.corrects ? 'programme.report.correct' : 'programme.report.act'),
        icon: 'message-2',
      },
      guard: true,
      labels,
      note: c.t('programme.report.note'),
      aside: (
        <>
          {before !== undefined && <ReportPanel work={work} report={before} />}
          <TargetSummary work={work} />
        </>
      ),
    })
  },
})

const labels = {
  reason: 'programme.report.reason',
  reportedOn: 'programme.report.on',
  content: 'programme.report.content',
  finishesInYear: 'programme.report.finishes',
  'values.value': 'programme.report.values',
  'values.note': 'programme.report.note_of_value',
  'steps.doneOn': 'programme.report.steps',
} as const

function PeriodTabs({ c, draft, workRef }: { c: Context; draft: ReportDraft; workRef: string }) {
  const said = draft.periods.filter(({ beforeAssignment }) => !beforeAssignment)
  return (
    <Tabs
      label={c.t('programme.report.periods')}
      tabs={said.map(({ key, reported }) => ({
        label: reported
          ? c.t('programme.report.sent', { period: c.t(`period.${key}`) })
          : c.t(`period.${key}`),
        href: paths.report(workRef, key),
        current: key === draft.period.key,
      }))}
    />
  )
}

interface ReportFieldsProps {
  readonly c: Context
  readonly state: FormState
  readonly draft: ReportDraft
  readonly work: WorkPage
  /** What was reported of the period so far: a correction begins with it. */
  readonly before: ReportView | undefined
}

function ReportFields(props: ReportFieldsProps) {
  const { c, state, draft, work, before } = props
  const typed = work.targets.filter(({ target }) => target.measureKey === null)
  const text = (name: string, first: string | undefined) => ({
    name,
    value: shown(state, name, first ?? ''),
    error: state.errors[name],
  })
  return (
    <Stack gap="large">
      <Hidden name="period" value={draft.period.key} />
      {before !== undefined && (
        <TextField
          {...text('reason', '')}
          label={c.t('programme.report.reason')}
          hint={c.t('programme.report.reason_hint')}
        />
      )}
      <DateField
        {...text('reportedOn', c.today)}
        label={c.t('programme.report.on')}
        hint={c.t('programme.report.on_hint')}
      />
      <FieldSet legend={c.t('programme.report.values')} lead={c.t('programme.report.values_lead')}>
        {work.targets.map((view) => (
          <TargetValue
            key={view.target.id}
            c={c}
            state={state}
            view={view}
            // Live targets send nothing, so that they have no place among what is sent.
            index={typed.indexOf(view)}
            before={before?.values.find(({ targetId }) => targetId === view.target.id)}
          />
        ))}
      </FieldSet>
      <StepDates c={c} state={state} draft={draft} />
      <FieldSet legend={c.t('programme.report.words')}>
        <TextArea
          {...text('content', before?.content)}
          label={c.t('programme.report.content')}
          hint={c.t('programme.report.content_hint')}
        />
        <TextArea
          {...text('difficulties', before?.difficulties)}
          label={c.t('programme.report.difficulties')}
          rows={2}
          optional
        />
        <TextArea
          {...text('requests', before?.requests)}
          label={c.t('programme.report.requests')}
          hint={c.t('programme.report.requests_hint')}
          rows={2}
          optional
        />
        <TextArea
          {...text('nextSteps', before?.nextSteps)}
          label={c.t('programme.report.next_steps')}
          rows={2}
          optional
        />
        <RadioGroup
          name="finishesInYear"
          label={c.t('programme.report.finishes')}
          layout="inline"
          value={shown(state, 'finishesInYear', yesNo(before?.finishesInYear))}
          error={state.errors.finishesInYear}
          choices={[
            { value: 'true', label: c.t('programme.report.finishes_yes') },
            { value: 'false', label: c.t('programme.report.finishes_no') },
          ]}
          optional
        />
      </FieldSet>
    </Stack>
  )
}

const yesNo = (value: boolean | null | undefined) =>
  value === null || value === undefined ? '' : String(value)

interface TargetValueProps {
  readonly c: Context
  readonly state: FormState
  readonly view: TargetView
  readonly index: number
  readonly before: ReportView['values'][number] | undefined
}

/** A target's value: a number, or done with a note; one that a live measure counts is shown and never typed. */
function TargetValue({ c, state, view, index, before }: TargetValueProps) {
  const words = useWords()
  const { target, assessment } = view
  const goal = `${c.t(`modality.${target.modality}`)} · ${goalText(target.goal, target.unit, words)}`
  if (target.measureKey !== null)
    return (
      <Notice kind="info" title={target.measure}>
        <p>
          {c.t('programme.report.live', { value: readingText(assessment.confirmed, target.unit, words) })}
        </p>
      </Notice>
    )
  const row = typedRow(state.values, target.id)
  const typed = (name: string, first: string) =>
    state.values === undefined ? first : textValue(row ?? {}, name)
  const error = state.errors[`values.${index}.value`]
  const name = (part: string) => `values[${index}][${part}]`
  const last = readingText(assessment.claimed, target.unit, words)
  const hint = `${goal}. ${c.t('programme.report.last_claim', { value: last })}`
  return (
    <FieldRow>
      <Hidden name={name('targetId')} value={target.id} />
      {target.goal.operator === 'done' ? (
        <RadioGroup
          name={name('done')}
          id={`f-values-${index}-value`}
          label={target.measure}
          hint={hint}
          layout="inline"
          value={typed('done', doneOf(before?.reading))}
          error={error}
          choices={[
            { value: 'true', label: c.t('programme.done') },
            { value: 'false', label: c.t('programme.not_done') },
          ]}
          optional
        />
      ) : (
        <NumberField
          name={name('value')}
          label={target.measure}
          hint={hint}
          unit={target.unit ?? undefined}
          value={typed('value', numberOf(before?.reading))}
          error={error ?? state.errors[`values.${index}`]}
          optional
        />
      )}
      <TextField
        name={name('note')}
        label={c.t('programme.report.note_of_value')}
        hint={c.t(
          target.goal.operator === 'done'
            ? 'programme.report.note_required'
            : 'programme.report.note_optional',
        )}
        value={typed('note', before?.note ?? '')}
        error={state.errors[`values.${index}.note`]}
        optional={target.goal.operator !== 'done'}
      />
    </FieldRow>
  )
}

const typedRow = (values: FormValues | undefined, targetId: string) =>
  values === undefined
    ? undefined
    : rowValues(values, 'values').find((row) => textValue(row, 'targetId') === targetId)

const doneOf = (reading: Reading | null | undefined) => (typeof reading === 'boolean' ? String(reading) : '')
const numberOf = (reading: Reading | null | undefined) =>
  typeof reading === 'string' ? formatNumber(Number(reading), 'vi', 6) : ''

function StepDates({ c, state, draft }: Pick<ReportFieldsProps, 'c' | 'state' | 'draft'>) {
  if (draft.steps.length === 0) return null
  const rows = state.values === undefined ? [] : rowValues(state.values, 'steps')
  return (
    <FieldSet legend={c.t('programme.report.steps')} lead={c.t('programme.report.steps_lead')}>
      {draft.steps.map((step, index) => {
        const row = rows.find((one) => textValue(one, 'stepId') === step.id)
        return (
          <FieldRow key={step.id}>
            <Hidden name={`steps[${index}][stepId]`} value={step.id} />
            <DateField
              name={`steps[${index}][doneOn]`}
              label={step.name}
              hint={
                step.dueOn === null
                  ? ''
                  : c.t('programme.report.step_due', { date: formatDate(step.dueOn, c.language) })
              }
              value={row === undefined ? step.doneOn : textValue(row, 'doneOn')}
              error={state.errors[`steps.${index}.doneOn`]}
              optional
            />
          </FieldRow>
        )
      })}
      <Note>{c.t('programme.report.steps_note')}</Note>
    </FieldSet>
  )
}
