import type { Context } from '../../../platform/context.ts'
import { type FormValues, shown, textValue } from '../../../platform/http/form.ts'
import { type LabelKeys, namedProblems } from '../../../platform/http/named-problems.ts'
import { type FormState, formRoute, page } from '../../../platform/http/route.ts'
import { codeKey } from '../../../platform/message-key.ts'
import type { Reason } from '../../../platform/refusal.ts'
import { StateBadge } from '../../../ui/badge.tsx'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { RadioGroup } from '../../../ui/choice.tsx'
import { TextArea } from '../../../ui/field.tsx'
import { ActionBar, FieldSet, Form } from '../../../ui/form.tsx'
import { EmptyState, ErrorSummary, Notice } from '../../../ui/notice.tsx'
import { Columns, Panel, Small, Stack } from '../../../ui/panel.tsx'
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
import { OwnerLine } from '../owner-line.tsx'
import { sections } from '../sections.ts'
import { AppraisalPanel } from '../work/work-decisions.tsx'
import { PromisePanel } from '../work/work-promise.tsx'
import { StepsPanel } from '../work/work-steps.tsx'
import { TargetPanels } from '../work/work-targets.tsx'
import { ClosedNotice, refIn, WorkHeader } from '../work-form.tsx'

/** The appraisal of a registration: the registration next to the form, and below it what else its unit and head do. */
export const appraiseForm = formRoute({
  path: '/cong-viec/:ref/tham-dinh',
  endpoint: appraiseWork,
  told: 'programme.told.appraised',
  keepsTyping: true,
  input: (values, params) => ({ ...actValues(values), ref: params.ref }),
  done: () => paths.appraisals(),
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
      />,
      { section: sections.appraisals },
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
}

function AppraiseBody(props: AppraiseProps) {
  const { c, state, card, work, closed, duplicates } = props
  const rows = work.siblings.rows
  return (
    <>
      <WorkHeader card={card} title={c.t('programme.appraise.title')} lead={c.t('programme.appraise.lead')} />
      {closed.length === 0 && <TypingNotice typing={state.typing} />}
      {closed.length === 0 && <ErrorSummary problems={namedProblems(state, c.t, labels)} />}
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
      <Stack>
        <Columns shape="halves">
          <Stack>
            <PromisePanel work={work} />
            <TargetPanels work={work} />
            <StepsPanel work={work} />
          </Stack>
          <Stack>
            {work.appraisals.map((appraisal) => (
              <AppraisalPanel key={appraisal.id} appraisal={appraisal} />
            ))}
            {closed.length > 0 ? (
              <ClosedNotice c={c} reasons={closed} back={paths.work(card.ref)} />
            ) : (
              <ScoreForm c={c} state={state} card={card} />
            )}
          </Stack>
        </Columns>
        <Columns shape="halves">
          <OtherWorks
            title={c.t('programme.appraise.unit_works', { unit: card.unitName })}
            rows={rows.filter((row) => row.owner.kind === 'collective')}
          />
          <OtherWorks
            title={c.t('programme.appraise.head_works')}
            rows={rows.filter((row) => row.owner.kind === 'individual')}
          />
        </Columns>
      </Stack>
    </>
  )
}

const scoreWords = ['2', '1', '0'] as const
const outcomes = ['approve', 'return', 'reject'] as const

function ScoreForm({ c, state, card }: Pick<AppraiseProps, 'c' | 'state' | 'card'>) {
  const scores = (state.values?.scores ?? {}) as FormValues
  return (
    <Form
      action={paths.appraise(card.ref)}
      version={card.version}
      idempotencyKey={state.idempotencyKey}
      guard
      typing={state.typing}
    >
      <Panel>
        <FieldSet legend={c.t('programme.appraise.criteria')} lead={c.t('programme.appraise.criteria_lead')}>
          {appraisalCriteria.map((criterion) => (
            <RadioGroup
              key={criterion}
              name={`scores[${criterion}]`}
              label={c.t(codeKey('programme.criterion', criterion))}
              hint={c.t(`programme.criterion.${criterion}_hint`)}
              layout="inline"
              value={textValue(scores, criterion)}
              error={state.errors[`scores.${criterion}`] ?? missing(state, criterion)}
              choices={scoreWords.map((value) => ({ value, label: c.t(`programme.score.${value}`) }))}
            />
          ))}
        </FieldSet>
        <FieldSet legend={c.t('programme.appraise.opinion')}>
          <RadioGroup
            name="outcome"
            label={c.t('programme.appraise.outcome')}
            layout="cards"
            value={shown(state, 'outcome')}
            error={state.errors.outcome}
            choices={outcomes.map((value) => ({
              value,
              label: c.t(`programme.proposal.${value}`),
              description: c.t(`programme.proposal.${value}_hint`),
            }))}
          />
          <TextArea
            name="comment"
            label={c.t('programme.appraise.comment')}
            hint={c.t('programme.appraise.comment_hint')}
            value={shown(state, 'comment')}
            error={state.errors.comment}
            optional
          />
        </FieldSet>
      </Panel>
      <ActionBar note={c.t('programme.appraise.note')}>
        <Button kind="primary" icon="scale">
          {c.t('programme.appraise.act')}
        </Button>
        <ButtonLink href={paths.appraisals()} kind="quiet">
          {c.t('programme.form.cancel')}
        </ButtonLink>
      </ActionBar>
    </Form>
  )
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
