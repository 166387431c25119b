import type { Context } from '../../../platform/context.ts'
import { field, shown } from '../../../platform/http/form.ts'
import { type FormState, formRoute } from '../../../platform/http/route.ts'
import { Checkbox, Select } from '../../../ui/choice.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { TextArea } from '../../../ui/field.tsx'
import { FieldSet } from '../../../ui/form.tsx'
import { formatDate } from '../../../ui/format.ts'
import { Notice } from '../../../ui/notice.tsx'
import { DefinitionList, Panel, Small } from '../../../ui/panel.tsx'
import { ShowWhen } from '../../../ui/show-when.tsx'
import { adjustmentCircumstances, askAdjustment } from '../../carrying-out/adjust-work.ts'
import { paths } from '../../paths.ts'
import { guarded } from '../../rules/guards/standing.ts'
import { reason } from '../../rules/refusals.ts'
import { operators } from '../../rules/targets.ts'
import { getWorkCard } from '../../work/work-card.ts'
import { getWorkPage, type WorkPage } from '../../work/work-page.ts'
import { goalText } from '../goal-words.ts'
import { GoalFields } from '../target-fields.tsx'
import { refIn, workFormPage } from '../work-form.tsx'

type Circumstances = Awaited<ReturnType<typeof adjustmentCircumstances>>

/** Asks the assigning body for another due date or another goal; what was promised first stays visible for good. */
export const askAdjustmentForm = formRoute({
  path: '/cong-viec/:ref/dieu-chinh',
  endpoint: askAdjustment,
  told: 'programme.told.adjustment_asked',
  keepsTyping: true,
  done: ({ ref }) => paths.work(ref),
  async show(c, state) {
    const card = await getWorkCard(c, refIn(state), 'askAdjustment')
    const work = await getWorkPage(c, card.ref, c.today)
    const circumstances = await adjustmentCircumstances(c, card.work)
    const { pendingSince } = circumstances
    return workFormPage(c, state, {
      card,
      action: paths.askAdjustment(card.ref),
      title: c.t('programme.adjust.title'),
      lead: c.t('programme.adjust.lead'),
      closed: guarded(
        card.work.standing,
        'request_adjustment',
        pendingSince === null ? [] : [reason('adjustment_pending', { askedOn: pendingSince })],
      ),
      before: <RuleNotice c={c} circumstances={circumstances} />,
      fields: <AskFields c={c} state={state} work={work} circumstances={circumstances} />,
      aside: <InForcePanel c={c} work={work} />,
      submit: { label: c.t('programme.adjust.act'), icon: 'send' },
      guard: true,
      note: c.t('programme.adjust.note', { body: card.assignerName ?? '–' }),
    })
  },
})

/** Late in the year only what nobody could foresee moves a promise. */
function RuleNotice({ c, circumstances }: { c: Context; circumstances: Circumstances }) {
  const isLate = c.today > circumstances.ordinaryUntil
  return (
    <Notice
      kind={isLate ? 'warning' : 'info'}
      title={c.t(isLate ? 'programme.adjust.late_rule' : 'programme.adjust.rule', {
        date: formatDate(circumstances.ordinaryUntil, c.language),
      })}
    >
      <p>{c.t('programme.adjust.rule_text')}</p>
    </Notice>
  )
}

function AskFields(props: {
  readonly c: Context
  readonly state: FormState
  readonly work: WorkPage
  readonly circumstances: Circumstances
}) {
  const { c, state, work } = props
  const isLate = c.today > props.circumstances.ordinaryUntil
  return (
    <>
      <FieldSet legend={c.t('programme.adjust.date')} lead={c.t('programme.adjust.date_lead')}>
        <DateField
          {...field(state, 'newDueOn')}
          label={c.t('programme.adjust.new_due')}
          hint={c.t('programme.adjust.new_due_hint', {
            due: work.dueOn === null ? '–' : formatDate(work.dueOn, c.language),
            year: work.programme.year,
          })}
          optional
        />
      </FieldSet>
      <FieldSet legend={c.t('programme.adjust.goal')} lead={c.t('programme.adjust.goal_lead')}>
        <Select
          {...field(state, 'targetId')}
          label={c.t('programme.adjust.target')}
          empty={c.t('programme.adjust.no_target')}
          options={work.targets.map(({ target }, index) => ({
            value: target.id,
            label: `${index + 1}. ${target.measure} (${goalText(target.goal, target.unit, c)})`,
          }))}
          optional
        />
        <ShowWhen
          field="targetId"
          is={work.targets.map(({ target }) => target.id)}
          always={['operator', 'value', 'min', 'max', 'unit'].some(
            (name) => state.errors[name] !== undefined,
          )}
        >
          <Select
            {...field(state, 'operator')}
            label={c.t('programme.adjust.operator')}
            hint={c.t('programme.adjust.operator_hint')}
            options={operators.map((value) => ({ value, label: c.t(`programme.target.operator.${value}`) }))}
          />
          <GoalFields field={(name) => field(state, name)} prefix={null} />
        </ShowWhen>
      </FieldSet>
      <FieldSet legend={c.t('programme.adjust.why')}>
        <TextArea
          {...field(state, 'reason')}
          label={c.t('programme.form.reason')}
          hint={c.t('programme.adjust.reason_hint')}
        />
        <Checkbox
          name="forceMajeure"
          label={c.t('programme.adjust.force_majeure')}
          hint={c.t(isLate ? 'programme.adjust.force_majeure_needed' : 'programme.adjust.force_majeure_hint')}
          checked={shown(state, 'forceMajeure') === 'on'}
          error={state.errors.forceMajeure}
        />
      </FieldSet>
    </>
  )
}

/** What holds now, to be compared with what is asked for. */
function InForcePanel({ c, work }: { c: Context; work: WorkPage }) {
  const { dueOn, firstDueOn } = work
  const day = (date: string) => formatDate(date, c.language)
  return (
    <Panel title={c.t('programme.adjust.in_force')}>
      <DefinitionList
        items={[
          {
            term: c.t('programme.fact.due_on'),
            description: (
              <>
                {dueOn === null ? '–' : day(dueOn)}
                {firstDueOn !== null && (
                  <Small block>{c.t('programme.first_promised', { date: day(firstDueOn) })}</Small>
                )}
              </>
            ),
          },
          ...work.targets.map(({ target }, index) => ({
            term: c.t('programme.target_title', { number: index + 1, measure: target.measure }),
            description: goalText(target.goal, target.unit, c),
          })),
        ]}
      />
    </Panel>
  )
}
