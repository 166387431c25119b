import type { ComponentChildren } from 'preact'
import type { Context } from '../../../platform/context.ts'
import { shown, textValue } from '../../../platform/http/form.ts'
import { namedProblems } from '../../../platform/http/named-problems.ts'
import { type FormState, formRoute, page } from '../../../platform/http/route.ts'
import { codeKey } from '../../../platform/message-key.ts'
import { notFound, type Reason } from '../../../platform/refusal.ts'
import { EvidenceBadge } from '../../../ui/badge.tsx'
import { ButtonLink } from '../../../ui/button.tsx'
import { RadioGroup } from '../../../ui/choice.tsx'
import { Desk, DeskActions, DeskForm, DeskFormHead } from '../../../ui/desk.tsx'
import { TextArea } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { formatDate } from '../../../ui/format.ts'
import { ErrorSummary, Notice } from '../../../ui/notice.tsx'
import { Columns, DefinitionList, Panel, Prose, Stack } from '../../../ui/panel.tsx'
import { PaperView } from '../../../ui/paper-view.tsx'
import { TypingNotice } from '../../../ui/typing.tsx'
import { useWords } from '../../../ui/words.tsx'
import { judgeEvidence } from '../../evidence/judge-evidence.ts'
import { paths } from '../../paths.ts'
import { may } from '../../policy.ts'
import { decimal } from '../../rules/decimal.ts'
import { guardDecideEvidence } from '../../rules/guards/evidence.ts'
import { guarded } from '../../rules/guards/standing.ts'
import { actorRelationOf } from '../../two-people.ts'
import { getWorkCard, type WorkCard } from '../../work/work-card.ts'
import type { EvidenceView } from '../../work/work-evidence.ts'
import { getWorkPage, type WorkPage } from '../../work/work-page.ts'
import { assignerOf } from '../../work.ts'
import { type QueuePane, queuePane } from '../desk/desk-page.tsx'
import { goalText, readingText } from '../goal-words.ts'
import { sections } from '../sections.ts'
import { ReasonList, refIn, WorkDeskHead, WorkHeader } from '../work-form.tsx'

/** One piece of proof with its paper, and for the assigning body the judgement on it. */
export const evidenceForm = formRoute({
  path: '/cong-viec/:ref/minh-chung/:evidenceId',
  endpoint: judgeEvidence,
  told: 'programme.told.evidence_judged',
  keepsTyping: true,
  input: (values, params) => ({
    ref: params.ref,
    evidenceId: params.evidenceId,
    outcome: values.outcome,
    reason: values.reason,
  }),
  done: (_, __, values) => paths.desk('judge_evidence', textValue(values, 'next') || undefined),
  async show(c, state) {
    const card = await getWorkCard(c, refIn(state), 'readEvidence')
    const work = await getWorkPage(c, card.ref, c.today)
    const piece = work.evidence?.find(({ id }) => id === state.params.evidenceId)
    if (piece === undefined) throw notFound('evidence')
    const title = c.t('programme.evidence_page.title')
    const closed = await againstJudging(c, card, piece.id)
    // Only for those who judge is it a thing of a queue.
    const pane = may(c, 'judgeEvidence', card.work.record)
      ? await queuePane(c, 'judge_evidence', piece.id)
      : null
    const props = { c, state, card, work, piece, closed, pane }
    return page(`${title}: ${piece.title}`, <EvidenceBody {...props} />, {
      section: sections.works,
      ...(pane !== null && { layout: 'desk' }),
    })
  },
})

const labels = { outcome: 'programme.evidence_page.outcome', reason: 'programme.form.reason' } as const

interface EvidenceProps {
  readonly c: Context
  readonly state: FormState
  readonly card: WorkCard
  readonly work: WorkPage
  readonly piece: EvidenceView
  /** Why this actor may not judge it now. */
  readonly closed: readonly Reason[]
  readonly pane: QueuePane | null
}

function EvidenceBody(props: EvidenceProps) {
  const { c, state, card, piece, pane } = props
  const isJudged = !may(c, 'judgeEvidence', card.work.record) || piece.state !== 'offered'
  const notices = <ErrorSummary problems={namedProblems(state, c.t, labels)} />
  const recognition = piece.recognition !== null && <RecognitionPanel c={c} recognition={piece.recognition} />
  const facts = <PieceFacts {...props} />
  if (pane === null)
    return (
      <>
        <WorkHeader card={card} title={piece.title} actions={<Replace {...props} />} />
        {notices}
        <Columns>
          <Stack>
            <Panel title={c.t('programme.evidence_page.piece')}>{facts}</Panel>
            {recognition}
            <Paper {...props} />
          </Stack>
          <Stack>
            <JudgedPanel {...props} />
          </Stack>
        </Columns>
      </>
    )
  return (
    <Desk
      queue={pane.queue}
      notices={notices}
      paper={
        <Stack>
          <WorkDeskHead card={card} title={piece.title} />
          {!isJudged && <TypingNotice typing={state.typing} />}
          {recognition}
          <Paper {...props} />
        </Stack>
      }
      decision={
        isJudged ? (
          <Stack>
            <JudgedPanel {...props} />
            <Panel title={c.t('programme.evidence_page.piece')}>{facts}</Panel>
          </Stack>
        ) : (
          <JudgeForm {...props} pane={pane} facts={facts} />
        )
      }
    />
  )
}

function Replace({ c, card, piece }: EvidenceProps) {
  const mayReplace =
    may(c, 'offerEvidence', card.work.record) &&
    piece.state !== 'replaced' &&
    guarded(card.work.standing, 'offer_evidence').length === 0
  return mayReplace ? (
    <ButtonLink href={paths.replaceEvidence(card.ref, piece.id)} icon="refresh">
      {c.t('programme.evidence_page.replace')}
    </ButtonLink>
  ) : null
}

function Paper({ c, card, piece }: EvidenceProps) {
  if (piece.file === null)
    return (
      <Notice kind="info">
        <p>{c.t('programme.evidence_page.no_file')}</p>
      </Notice>
    )
  return <PaperView paper={{ ...piece.file, href: paths.evidenceFile(card.ref, piece.id) }} />
}

function PieceFacts({ c, work, piece }: EvidenceProps) {
  const words = useWords()
  const { language } = words
  const target = work.targets.find((view) => view.target.id === piece.targetId)?.target
  return (
    <DefinitionList
      items={[
        {
          term: c.t('programme.offer.kind'),
          description: c.t(codeKey('programme.evidence_kind', piece.kind)),
        },
        ...(target === undefined
          ? []
          : [
              {
                term: c.t('programme.offer.target'),
                description: `${target.measure} (${goalText(target.goal, target.unit, words)})`,
              },
            ]),
        ...(piece.reading === null
          ? []
          : [
              {
                term: c.t('programme.offer.value'),
                description: readingText(piece.reading, target?.unit ?? null, words),
              },
            ]),
        { term: c.t('programme.offer.on'), description: formatDate(piece.effectiveOn, language) },
        ...(piece.offeredBy === null
          ? []
          : [{ term: c.t('programme.evidence_page.by'), description: piece.offeredBy }]),
        ...(piece.note === ''
          ? []
          : [{ term: c.t('programme.offer.note_field'), description: <Prose text={piece.note} /> }]),
      ]}
    />
  )
}

function RecognitionPanel({
  c,
  recognition,
}: {
  c: Context
  recognition: NonNullable<EvidenceView['recognition']>
}) {
  const words = useWords()
  const day = (on: string) => formatDate(on, words.language)
  return (
    <Panel title={c.t('programme.recognition.legend')}>
      <DefinitionList
        items={[
          { term: c.t('programme.recognition.authority'), description: recognition.authority },
          { term: c.t('programme.recognition.competence'), description: recognition.competence },
          {
            term: c.t('programme.recognition.number'),
            description: `${recognition.number}, ${day(recognition.recognisedOn)}`,
          },
          {
            term: c.t('programme.recognition.quantity'),
            description: readingText(decimal(recognition.quantity), null, words),
          },
          {
            term: c.t('programme.recognition.validUntil'),
            description:
              recognition.validUntil === null
                ? c.t('programme.recognition.no_end')
                : day(recognition.validUntil),
          },
        ]}
      />
    </Panel>
  )
}

/** What became of it, or who will say so. */
function JudgedPanel({ c, card, piece }: EvidenceProps) {
  const { language } = useWords()
  return (
    <Panel title={c.t('programme.evidence_page.judgement')}>
      <Stack>
        <p>{piece.state === 'replaced' ? c.t('state.replaced') : <EvidenceBadge state={piece.state} />}</p>
        {piece.decidedOn === null ? (
          <p>{c.t('programme.evidence_page.waits', { body: card.assignerName ?? '–' })}</p>
        ) : (
          <p>
            {c.t('programme.evidence_page.judged', {
              by: piece.decidedBy ?? '–',
              body: piece.decidedFor ?? '–',
              date: formatDate(piece.decidedOn, language),
            })}
          </p>
        )}
        {piece.reason !== null && piece.reason !== '' && <Prose text={piece.reason} />}
      </Stack>
    </Panel>
  )
}

function JudgeForm(props: EvidenceProps & { readonly pane: QueuePane; readonly facts: ComponentChildren }) {
  const { c, state, card, piece, closed, pane, facts } = props
  if (closed.length > 0)
    return (
      <Stack>
        <Notice kind="warning" title={c.t('programme.form.closed')}>
          <ReasonList c={c} reasons={closed} />
        </Notice>
        <Panel title={c.t('programme.evidence_page.piece')}>{facts}</Panel>
      </Stack>
    )
  return (
    <Form
      action={paths.judgeEvidence(card.ref, piece.id)}
      idempotencyKey={state.idempotencyKey}
      hidden={{ next: pane.nextKey ?? undefined }}
      typing={state.typing}
    >
      <DeskForm>
        <DeskFormHead title={c.t('programme.evidence_page.judge')} />
        {facts}
        <RadioGroup
          name="outcome"
          label={c.t('programme.evidence_page.outcome')}
          layout="segments"
          value={shown(state, 'outcome')}
          error={state.errors.outcome}
          choices={(['accept', 'refuse'] as const).map((value) => ({
            value,
            label: c.t(`programme.judge.${value}`),
            keyName: value === 'accept' ? 'a' : 'x',
          }))}
        />
        <TextArea
          name="reason"
          label={c.t('programme.form.reason')}
          hint={c.t('programme.evidence_page.reason_hint')}
          value={shown(state, 'reason')}
          error={state.errors.reason}
          rows={3}
          optional
        />
      </DeskForm>
      <DeskActions
        icon="shield-check"
        label={c.t('programme.evidence_page.act')}
        goesOn={pane.nextKey !== null}
      />
    </Form>
  )
}

async function againstJudging(c: Context, card: WorkCard, evidenceId: string): Promise<readonly Reason[]> {
  return guardDecideEvidence({
    standing: card.work.standing,
    evidence: 'offered',
    action: 'accept',
    actor: await actorRelationOf(c, card.work, 'judgeEvidence', evidenceId),
    assigner: assignerOf(c, card.work),
    reason: '',
  })
}
