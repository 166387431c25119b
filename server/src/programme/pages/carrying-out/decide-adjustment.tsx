import type { Context } from '../../../platform/context.ts'
import { field } from '../../../platform/http/form.ts'
import { type FormState, formRoute } from '../../../platform/http/route.ts'
import type { Reason } from '../../../platform/refusal.ts'
import { Badge } from '../../../ui/badge.tsx'
import { RadioGroup } from '../../../ui/choice.tsx'
import { TextArea, TextField } from '../../../ui/field.tsx'
import { formatDate } from '../../../ui/format.ts'
import { DefinitionList, Panel, Prose, Stack } from '../../../ui/panel.tsx'
import { DataTable } from '../../../ui/table.tsx'
import { decideAdjustment } from '../../carrying-out/adjust-work.ts'
import { paths } from '../../paths.ts'
import { decimal } from '../../rules/decimal.ts'
import { guardDecideAdjustment } from '../../rules/guards/carrying-out.ts'
import { goalOf, type Operator } from '../../rules/targets.ts'
import { actorRelationOf } from '../../two-people.ts'
import { getWorkCard, type WorkCard } from '../../work/work-card.ts'
import type { AdjustedFields, AdjustmentView } from '../../work/work-judgements.ts'
import { getWorkPage, type WorkPage } from '../../work/work-page.ts'
import { assignerOf } from '../../work.ts'
import { goalText } from '../goal-words.ts'
import { refIn, workFormPage } from '../work-form.tsx'

/** Decides on what was asked for: what was promised first, what holds and what is asked for stand side by side. */
export const decideAdjustmentForm = formRoute({
  path: '/cong-viec/:ref/dieu-chinh/quyet',
  endpoint: decideAdjustment,
  told: 'programme.told.adjustment_decided',
  keepsTyping: true,
  done: ({ ref }) => paths.work(ref),
  async show(c, state) {
    const card = await getWorkCard(c, refIn(state), 'decideAdjustment')
    const work = await getWorkPage(c, card.ref, c.today)
    const pending = work.adjustments.find(({ outcome }) => outcome === null)
    return workFormPage(c, state, {
      card,
      action: paths.decideAdjustment(card.ref),
      title: c.t('programme.adjust.decide_title'),
      lead: c.t('programme.adjust.decide_lead'),
      closed: await againstDeciding(c, card, pending),
      before: pending !== undefined && <Asked c={c} work={work} asked={pending} />,
      fields: <DecideFields c={c} state={state} />,
      submit: { label: c.t('programme.adjust.decide_act'), icon: 'gavel' },
      guard: true,
      note: c.t('programme.adjust.decide_note'),
    })
  },
})

async function againstDeciding(
  c: Context,
  card: WorkCard,
  pending: AdjustmentView | undefined,
): Promise<readonly Reason[]> {
  const reasons = guardDecideAdjustment({
    standing: card.work.standing,
    actor: await actorRelationOf(c, card.work, 'decideAdjustment'),
    assigner: assignerOf(c, card.work),
    outcome: 'accepted',
    reason: '',
  })
  return reasons.length === 0 && pending === undefined ? [{ code: 'no_adjustment_pending' }] : reasons
}

interface AskedProps {
  readonly c: Context
  readonly work: WorkPage
  readonly asked: AdjustmentView
}

function Asked({ c, work, asked }: AskedProps) {
  return (
    <Stack>
      <Panel
        title={c.t('programme.adjust.compare')}
        lead={c.t('programme.asked_by', {
          by: asked.askedBy ?? '–',
          date: formatDate(asked.askedOn, c.language),
        })}
        flush
      >
        <DataTable
          caption={c.t('programme.adjust.compare')}
          rows={[...dueRow(c, work, asked), ...goalRow(c, work, asked)]}
          rowKey={({ what }) => what}
          columns={[
            { key: 'what', header: c.t('programme.adjust.what'), kind: 'title', cell: ({ what }) => what },
            { key: 'first', header: c.t('programme.adjust.first'), cell: ({ first }) => first },
            { key: 'before', header: c.t('programme.adjust.before'), cell: ({ before }) => before },
            {
              key: 'after',
              header: c.t('programme.adjust.after'),
              cell: ({ after }) => (after === null ? c.t('programme.adjust.same') : <b>{after}</b>),
            },
          ]}
        />
      </Panel>
      <Panel title={c.t('programme.adjust.why')}>
        <DefinitionList
          items={[
            { term: c.t('programme.fact.reason'), description: <Prose text={asked.reason} /> },
            {
              term: c.t('programme.adjust.kind'),
              description: asked.forceMajeure ? (
                <Badge tone="warn" icon="alert-triangle">
                  {c.t('programme.force_majeure')}
                </Badge>
              ) : (
                c.t('programme.adjust.ordinary')
              ),
            },
          ]}
        />
      </Panel>
    </Stack>
  )
}

interface ComparedRow {
  readonly what: string
  readonly first: string
  readonly before: string
  /** Null where it is to stay as it is. */
  readonly after: string | null
}

/** The first promised date stands there also where only a target is to change. */
function dueRow(c: Context, work: WorkPage, { after }: AdjustmentView): readonly ComparedRow[] {
  const day = (date: string | null) => (date === null ? '–' : formatDate(date, c.language))
  return [
    {
      what: c.t('programme.fact.due_on'),
      first: day(work.firstDueOn),
      before: day(work.dueOn),
      after: after.dueOn == null ? null : day(after.dueOn),
    },
  ]
}

function goalRow(c: Context, work: WorkPage, asked: AdjustmentView): readonly ComparedRow[] {
  const index = work.targets.findIndex(({ target }) => target.id === asked.targetId)
  const target = work.targets[index]?.target
  if (target === undefined) return []
  // What the first accepted adjustment of the target changed is what was promised first.
  const earlier = work.adjustments.find(
    ({ targetId, outcome }) => targetId === asked.targetId && outcome === 'accepted',
  )
  return [
    {
      what: c.t('programme.target_title', { number: index + 1, measure: target.measure }),
      first: adjustedGoal(c, (earlier ?? asked).before),
      before: adjustedGoal(c, asked.before),
      after: adjustedGoal(c, asked.after),
    },
  ]
}

/** A goal as an adjustment keeps it, in words; one without its number is only done or not. */
function adjustedGoal(c: Context, fields: AdjustedFields): string {
  const number = (value: number | string | null | undefined) => (value == null ? null : decimal(value))
  const goal = goalOf({
    operator: (fields.operator ?? null) as Operator | null,
    value: number(fields.value),
    min: number(fields.min),
    max: number(fields.max),
  })
  return goalText(goal ?? { operator: 'done' }, fields.unit ?? null, c)
}

function DecideFields({ c, state }: { c: Context; state: FormState }) {
  return (
    <>
      <RadioGroup
        {...field(state, 'outcome')}
        label={c.t('programme.adjust.outcome')}
        layout="cards"
        choices={(['accepted', 'refused'] as const).map((value) => ({
          value,
          label: c.t(`programme.adjust.${value}`),
          description: c.t(`programme.adjust.${value}_hint`),
        }))}
      />
      <TextArea
        {...field(state, 'reason')}
        label={c.t('programme.form.reason')}
        hint={c.t('programme.adjust.decide_reason_hint')}
        optional
      />
      <TextField
        {...field(state, 'document')}
        label={c.t('programme.form.document')}
        hint={c.t('programme.form.document_hint')}
        optional
      />
    </>
  )
}
