import type { Context } from '../../../platform/context.ts'
import { type FormValues, shown, textValue } from '../../../platform/http/form.ts'
import { type LabelKeys, namedProblems } from '../../../platform/http/named-problems.ts'
import { type FormState, formRoute, page } from '../../../platform/http/route.ts'
import { codeKey } from '../../../platform/message-key.ts'
import type { Reason } from '../../../platform/refusal.ts'
import { StateBadge } from '../../../ui/badge.tsx'
import { RadioGroup } from '../../../ui/choice.tsx'
import { Desk, DeskActions, DeskForm, DeskFormHead, FillButton, Scores } from '../../../ui/desk.tsx'
import { TextArea } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { EmptyState, ErrorSummary, Notice } from '../../../ui/notice.tsx'
import { Panel, Small, Stack } from '../../../ui/panel.tsx'
import { DataTable } from '../../../ui/table.tsx'
import { TypingNotice } from '../../../ui/typing.tsx'
import { useWords } from '../../../ui/words.tsx'
import { appraisalCriteria, appraiseAct, appraiseWork } from '../../appraisal/appraise-work.ts'
import { openWarningsOf } from '../../appraisal/work-duplicates.ts'
import type { WorkRow } from '../../lists/work-rows.ts'
import { paths } from '../../paths.ts'
import { getCardFor, type WorkCard } from '../../work/work-card.ts'
import { getWorkPage, type WorkPage } from '../../work/work-page.ts'
import { actValues } from '../act-values.ts'
import { type QueuePane, queuePane } from '../desk/desk-page.tsx'
import { OwnerLine } from '../owner-line.tsx'
import { sections } from '../sections.ts'
import { AppraisalPanel } from '../work/work-decisions.tsx'
import { PromisePanel } from '../work/work-promise.tsx'
import { StepsPanel } from '../work/work-steps.tsx'
import { TargetPanels } from '../work/work-targets.tsx'
import { ClosedNotice, refIn, WorkDeskHead } from '../work-form.tsx'

/** The appraisal of a registration, on the desk of its queue: the registration, what else its unit and head do, and the scores. */
export const appraiseForm = formRoute({
  path: '/cong-viec/:ref/tham-dinh',
  endpoint: appraiseWork,
  told: 'programme.told.appraised',
  keepsTyping: true,
  input: (values, params) => ({ ...actValues(values), ref: params.ref }),
  done: (_, __, values) => paths.desk('appraise', textValue(values, 'next') || undefined),
  async show(c, state) {
    const { card, closed } = await getCardFor(c, refIn(state), appraiseAct)
    const work = await getWorkPage(c, card.ref, c.today)
    const title = c.t('programme.appraise.title')
    return page(
      `${title}: ${card.code ?? card.title}`,
      <AppraiseBody
        c={c}
        state={state}
        card={card}
        work={work}
        closed={closed}
        duplicates={await openWarningsOf(c, card.work)}
        pane={await queuePane(c, 'appraise', card.work.row.id)}
      />,
      { section: sections.appraisals, layout: 'desk' },
    )
  },
})

const labels: LabelKeys = {
  outcome: 'programme.appraise.outcome',
  comment: 'programme.appraise.comment',
  scores: 'programme.appraise.criteria',
  ...Object.fromEntries(
    appraisalCriteria.map((criterion) => [`scores.${criterion}`, codeKey('programme.criterion', criterion)]),
  ),
}

interface AppraiseProps {
  readonly c: Context
  readonly state: FormState
  readonly card: WorkCard
  readonly work: WorkPage
  readonly closed: readonly Reason[]
  readonly duplicates: Awaited<ReturnType<typeof openWarningsOf>>
  readonly pane: QueuePane
}

function AppraiseBody(props: AppraiseProps) {
  const { c, state, card, work, closed } = props
  const rows = work.siblings.rows
  return (
    <Desk
      queue={props.pane.queue}
      notices={closed.length === 0 && <ErrorSummary problems={namedProblems(state, c.t, labels)} />}
      paper={
        <Stack>
          <WorkDeskHead card={card} />
          <Warnings {...props} />
          <TargetPanels work={work} />
          <PromisePanel work={work} />
          <StepsPanel work={work} />
          {work.appraisals.map((appraisal) => (
            <AppraisalPanel key={appraisal.id} appraisal={appraisal} />
          ))}
          <OtherWorks
            title={c.t('programme.appraise.unit_works', { unit: card.unitName })}
            rows={rows.filter((row) => row.owner.kind === 'collective')}
          />
          <OtherWorks
            title={c.t('programme.appraise.head_works')}
            rows={rows.filter((row) => row.owner.kind === 'individual')}
          />
        </Stack>
      }
      decision={
        closed.length > 0 ? (
          <ClosedNotice c={c} reasons={closed} back={paths.work(card.ref)} />
        ) : (
          <ScoreForm {...props} />
        )
      }
    />
  )
}

/** What else is to be known before judging: works that look alike, and what changed since the last submission. */
function Warnings({ c, card, duplicates, closed, state }: AppraiseProps) {
  return (
    <>
      {closed.length === 0 && <TypingNotice typing={state.typing} />}
      {duplicates.length > 0 && (
        <Notice kind="warning" title={c.t('programme.appraise.duplicates', { count: duplicates.length })}>
          <ul>
            {duplicates.map((other) => (
              <li key={other.code}>
                {other.code}: {other.title}
              </li>
            ))}
          </ul>
          <p>
            <a href={paths.dismissDuplicate(card.ref)}>{c.t('programme.appraise.compare')}</a>
          </p>
        </Notice>
      )}
      {(card.work.row.submitted_version ?? 0) > 1 && (
        <Notice kind="info" title={c.t('programme.compare.again')}>
          <p>
            <a href={paths.compareVersions(card.ref)}>{c.t('programme.compare.see_changes')}</a>
          </p>
        </Notice>
      )}
    </>
  )
}

const scoreWords = ['2', '1', '0'] as const
const outcomes = ['approve', 'return', 'reject'] as const

function ScoreForm({ c, state, card, pane }: AppraiseProps) {
  const scores = (state.values?.scores ?? {}) as FormValues
  return (
    <Form
      action={paths.appraise(card.ref)}
      version={card.version}
      idempotencyKey={state.idempotencyKey}
      hidden={{ next: pane.nextKey ?? undefined }}
      guard
      typing={state.typing}
    >
      <DeskForm>
        <DeskFormHead title={c.t('programme.appraise.criteria')}>
          <FillButton icon="circle-check" keyName="a" values={allMet}>
            {c.t('programme.appraise.all_met', { count: appraisalCriteria.length })}
          </FillButton>
        </DeskFormHead>
        <Scores>
          {appraisalCriteria.map((criterion) => (
            <RadioGroup
              key={criterion}
              name={`scores[${criterion}]`}
              label={c.t(codeKey('programme.criterion', criterion))}
              hint={c.t(`programme.criterion.${criterion}_hint`)}
              layout="segments"
              value={textValue(scores, criterion)}
              error={state.errors[`scores.${criterion}`] ?? missing(state, criterion)}
              choices={scoreWords.map((value) => ({ value, label: c.t(`programme.score.${value}`) }))}
            />
          ))}
        </Scores>
        <RadioGroup
          name="outcome"
          label={c.t('programme.appraise.outcome')}
          layout="segments"
          value={shown(state, 'outcome')}
          error={state.errors.outcome}
          choices={outcomes.map((value) => ({ value, label: c.t(`programme.proposal.${value}`) }))}
        />
        <TextArea
          name="comment"
          label={c.t('programme.appraise.comment')}
          hint={c.t('programme.appraise.comment_hint')}
          value={shown(state, 'comment')}
          error={state.errors.comment}
          rows={2}
          optional
        />
      </DeskForm>
      <DeskActions icon="scale" label={c.t('programme.appraise.act')} goesOn={pane.nextKey !== null} />
    </Form>
  )
}

/** What one press fills in where nothing is to be said against a registration. */
const allMet = {
  ...Object.fromEntries(appraisalCriteria.map((criterion) => [`scores[${criterion}]`, '2'])),
  outcome: 'approve',
}

/** Where no score at all was ticked, the whole group is missing and each criterion says so. */
function missing(state: FormState, criterion: string): string | undefined {
  const scores = state.values?.scores
  if (state.errors.scores === undefined) return undefined
  return typeof scores === 'object' && criterion in scores ? undefined : state.errors.scores
}

function OtherWorks({ title, rows }: { title: string; rows: readonly WorkRow[] }) {
  const { t } = useWords()
  return (
    <Panel title={title} flush>
      <DataTable
        caption={title}
        rows={rows}
        rowKey={(row) => row.id}
        empty={<EmptyState title={t('programme.appraise.no_others')} />}
        columns={[
          {
            key: 'title',
            header: t('programme.appraisals.work'),
            kind: 'title',
            cell: (row) => (
              <>
                <a href={paths.work(row.code ?? row.id)}>{row.title}</a>
                <Small block>
                  <OwnerLine {...row.owner} illustrative={row.illustrative} />
                </Small>
              </>
            ),
          },
          {
            key: 'state',
            header: t('programme.appraisals.state'),
            kind: 'state',
            cell: (row) => <StateBadge state={row.state} />,
          },
        ]}
      />
    </Panel>
  )
}
