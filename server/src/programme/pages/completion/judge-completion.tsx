import type { ComponentChildren } from 'preact'
import type { Context } from '../../../platform/context.ts'
import { field, shown } from '../../../platform/http/form.ts'
import { type FormState, formRoute } from '../../../platform/http/route.ts'
import type { View } from '../../../platform/http/view.ts'
import type { Reason } from '../../../platform/refusal.ts'
import { RadioGroup } from '../../../ui/choice.tsx'
import { TextArea, TextField } from '../../../ui/field.tsx'
import type { IconName } from '../../../ui/icons.gen.ts'
import { Notice } from '../../../ui/notice.tsx'
import { againstAccepting, checkCompletion, decideCompletion } from '../../completion/complete-work.ts'
import { paths } from '../../paths.ts'
import { guardCheckCompletion, guardRefuseCompletion } from '../../rules/guards/completion.ts'
import { actorRelationOf } from '../../two-people.ts'
import { type OpenAct, openActsOf } from '../../work/work-actions.ts'
import { getWorkCard, type WorkCard } from '../../work/work-card.ts'
import { getWorkPage, type WorkPage } from '../../work/work-page.ts'
import { assignerOf } from '../../work.ts'
import { ReasonList, refIn, workFormPage } from '../work-form.tsx'
import { CompletionRecord } from './completion-record.tsx'

/** The monitor's check of what was reported as complete, before it is decided on. */
export const checkCompletionForm = formRoute({
  path: '/cong-viec/:ref/kiem-tra',
  endpoint: checkCompletion,
  told: 'programme.told.completion_checked',
  keepsTyping: true,
  done: ({ ref }) => paths.work(ref),
  async show(c, state) {
    const judged = await loadJudged(c, state, 'checkCompletion')
    const { card, work } = judged
    const open = work.completions.find(({ outcome }) => outcome === null)
    const facts = {
      standing: card.work.standing,
      actor: await actorRelationOf(c, card.work, 'judgeCompletion'),
      assigner: assignerOf(c, card.work),
    }
    const closed =
      open?.checkedOn == null
        ? guardCheckCompletion(facts)
        : [{ code: 'completion_already_checked' } as const]
    return judgingPage(c, state, {
      ...judged,
      word: 'check',
      action: paths.checkCompletion(card.ref),
      icon: 'clipboard-check',
      closed,
      fields: (
        <>
          <Against c={c} reasons={await againstTargets(c, judged)} />
          <TextArea
            name="comment"
            label={c.t('programme.check.comment')}
            hint={c.t('programme.check.comment_hint')}
            value={shown(state, 'comment')}
            error={state.errors.comment}
            rows={6}
          />
        </>
      ),
    })
  },
})

/** Accepts a result, or refuses it with the reason: with everything that speaks for and against it on one screen. */
export const decideCompletionForm = formRoute({
  path: '/cong-viec/:ref/nghiem-thu',
  endpoint: decideCompletion,
  told: 'programme.told.completion_decided',
  keepsTyping: true,
  done: ({ ref }) => paths.work(ref),
  async show(c, state) {
    const judged = await loadJudged(c, state, 'decideCompletion')
    const { card } = judged
    // Who may not even refuse may do nothing here; what keeps them from accepting alone is said above the form.
    const closed = guardRefuseCompletion({
      standing: card.work.standing,
      actor: await actorRelationOf(c, card.work, 'judgeCompletion'),
      assigner: assignerOf(c, card.work),
      reason: c.t('programme.form.reason'),
    })
    const against = closed.length > 0 ? [] : await againstAccepting(c, card.work)
    return judgingPage(c, state, {
      ...judged,
      word: 'accept',
      action: paths.decideCompletion(card.ref),
      icon: 'gavel',
      closed,
      fields: <DecisionFields c={c} state={state} against={against} />,
    })
  },
})

interface Judged {
  readonly card: WorkCard
  readonly work: WorkPage
  readonly actions: readonly OpenAct[]
}

async function loadJudged(
  c: Context,
  state: FormState,
  act: 'checkCompletion' | 'decideCompletion',
): Promise<Judged> {
  const card = await getWorkCard(c, refIn(state), act)
  return {
    card,
    work: await getWorkPage(c, card.ref, c.today),
    actions: await openActsOf(c, card.ref),
  }
}

/** What the decider would be told of the targets, so that the monitor knows what to look at. */
async function againstTargets(c: Context, { card }: Judged): Promise<readonly Reason[]> {
  if (card.work.standing.state !== 'completion_reported') return []
  const reasons = await againstAccepting(c, card.work)
  return reasons.filter(({ code }) => code !== 'completion_not_checked')
}

interface Judging extends Judged {
  readonly word: 'check' | 'accept'
  readonly action: string
  readonly icon: IconName
  readonly closed: readonly Reason[]
  readonly fields: ComponentChildren
}

/** The form stands next to what it judges, so that nobody decides without seeing it. */
function judgingPage(c: Context, state: FormState, judging: Judging): View {
  const { card, work, actions, word, icon, ...form } = judging
  return workFormPage(c, state, {
    ...form,
    card,
    title: c.t(`programme.${word}.title`),
    lead: c.t(`programme.${word}.lead`),
    before: <CompletionRecord work={work} actions={actions} />,
    submit: { label: c.t(`programme.${word}.act`), icon },
    beside: true,
    guard: true,
  })
}

/** What stands against accepting, all of it at once, or that nothing does. */
function Against({ c, reasons }: { c: Context; reasons: readonly Reason[] }) {
  if (reasons.length === 0) return <Notice kind="info" title={c.t('programme.accept.nothing_against')} />
  return (
    <Notice kind="warning" title={c.t('programme.accept.against', { count: reasons.length })}>
      <ReasonList c={c} reasons={reasons} />
    </Notice>
  )
}

function DecisionFields(props: {
  readonly c: Context
  readonly state: FormState
  readonly against: readonly Reason[]
}) {
  const { c, state, against } = props
  return (
    <>
      <Against c={c} reasons={against} />
      <RadioGroup
        {...field(state, 'outcome')}
        label={c.t('programme.accept.outcome')}
        layout="cards"
        choices={[
          {
            value: 'accept',
            label: c.t('programme.accept.accept'),
            description: c.t('programme.accept.accept_hint'),
            closedReason: against.length === 0 ? undefined : c.t('programme.accept.closed'),
          },
          {
            value: 'refuse',
            label: c.t('programme.accept.refuse'),
            description: c.t('programme.accept.refuse_hint'),
          },
        ]}
      />
      <TextArea
        {...field(state, 'reason')}
        label={c.t('programme.form.reason')}
        hint={c.t('programme.accept.reason_hint')}
        rows={3}
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
