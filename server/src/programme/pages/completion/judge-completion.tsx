import type { ComponentChildren } from 'preact'
import type { Context } from '../../../platform/context.ts'
import { field, shown, textValue } from '../../../platform/http/form.ts'
import { namedProblems } from '../../../platform/http/named-problems.ts'
import { type FormState, formRoute, page } from '../../../platform/http/route.ts'
import type { View } from '../../../platform/http/view.ts'
import type { Reason } from '../../../platform/refusal.ts'
import { RadioGroup } from '../../../ui/choice.tsx'
import { Desk, DeskActions, DeskForm, DeskFormHead } from '../../../ui/desk.tsx'
import { TextArea, TextField } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import type { IconName } from '../../../ui/icons.gen.ts'
import { ErrorSummary, Notice } from '../../../ui/notice.tsx'
import { Stack } from '../../../ui/panel.tsx'
import { TypingNotice } from '../../../ui/typing.tsx'
import { againstAccepting, checkCompletion, decideCompletion } from '../../completion/complete-work.ts'
import { paths } from '../../paths.ts'
import { guardCheckCompletion, guardRefuseCompletion } from '../../rules/guards/completion.ts'
import { actorRelationOf } from '../../two-people.ts'
import { type OpenAct, openActsOf } from '../../work/work-actions.ts'
import { getWorkCard, type WorkCard } from '../../work/work-card.ts'
import { getWorkPage, type WorkPage } from '../../work/work-page.ts'
import { assignerOf } from '../../work.ts'
import { type QueuePane, queuePane } from '../desk/desk-page.tsx'
import { sections } from '../sections.ts'
import { ClosedNotice, ReasonList, refIn, WorkDeskHead } from '../work-form.tsx'
import { CompletionRecord } from './completion-record.tsx'

/** The monitor's check of what was reported as complete, before it is decided on. */
export const checkCompletionForm = formRoute({
  path: '/cong-viec/:ref/kiem-tra',
  endpoint: checkCompletion,
  told: 'programme.told.completion_checked',
  keepsTyping: true,
  done: (_, __, values) => paths.desk('check_completion', textValue(values, 'next') || undefined),
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
  done: (_, __, values) => paths.desk('decide_completion', textValue(values, 'next') || undefined),
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
  readonly pane: QueuePane
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
    pane: await queuePane(
      c,
      act === 'checkCompletion' ? 'check_completion' : 'decide_completion',
      card.work.row.id,
    ),
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

/** The form stands next to what it judges, so that nobody decides without seeing it, and next to what else waits. */
function judgingPage(c: Context, state: FormState, judging: Judging): View {
  const { card, work, actions, word, closed, pane } = judging
  const title = c.t(`programme.${word}.title`)
  return page(
    `${title}: ${card.code ?? card.title}`,
    <Desk
      queue={pane.queue}
      notices={closed.length === 0 && <ErrorSummary problems={namedProblems(state, c.t, {})} />}
      paper={
        <Stack>
          <WorkDeskHead card={card} />
          {closed.length === 0 && <TypingNotice typing={state.typing} />}
          <CompletionRecord work={work} actions={actions} />
        </Stack>
      }
      decision={
        closed.length > 0 ? (
          <ClosedNotice c={c} reasons={closed} back={paths.work(card.ref)} />
        ) : (
          <Form
            action={judging.action}
            version={card.version}
            idempotencyKey={state.idempotencyKey}
            hidden={{ next: pane.nextKey ?? undefined }}
            guard
            typing={state.typing}
          >
            <DeskForm>
              <DeskFormHead title={title} />
              <p class="hint">{c.t(`programme.${word}.lead`)}</p>
              {judging.fields}
            </DeskForm>
            <DeskActions
              icon={judging.icon}
              label={c.t(`programme.${word}.act`)}
              goesOn={pane.nextKey !== null}
            />
          </Form>
        )
      }
    />,
    { section: sections.works, layout: 'desk' },
  )
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
            keyName: 'a',
            closedReason: against.length === 0 ? undefined : c.t('programme.accept.closed'),
          },
          {
            value: 'refuse',
            label: c.t('programme.accept.refuse'),
            description: c.t('programme.accept.refuse_hint'),
            keyName: 'x',
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
