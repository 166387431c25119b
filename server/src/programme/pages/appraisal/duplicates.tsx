import type { Context } from '../../../platform/context.ts'
import { textValue } from '../../../platform/http/form.ts'
import { namedProblems } from '../../../platform/http/named-problems.ts'
import { type FormState, formRoute, page } from '../../../platform/http/route.ts'
import { StateBadge } from '../../../ui/badge.tsx'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { TextArea } from '../../../ui/field.tsx'
import { ActionBar, Form } from '../../../ui/form.tsx'
import { formatDate, formatInstant, formatPercent } from '../../../ui/format.ts'
import { EmptyState, ErrorSummary, Notice } from '../../../ui/notice.tsx'
import { Columns, DefinitionList, Note, Panel, Prose, Stack } from '../../../ui/panel.tsx'
import { useWords } from '../../../ui/words.tsx'
import { dismissDuplicate, dismissDuplicateAct } from '../../appraisal/appraise-work.ts'
import { type DuplicateView, warningsOf } from '../../appraisal/work-duplicates.ts'
import { paths } from '../../paths.ts'
import { getCardFor, type WorkCard } from '../../work/work-card.ts'
import { OwnerLine } from '../owner-line.tsx'
import { sections } from '../sections.ts'
import { ReasonList, refIn, WorkHeader } from '../work-form.tsx'

/** Similar works side by side: the appraiser explains why they are different, or leaves the warning open. */
export const duplicatesForm = formRoute({
  path: '/cong-viec/:ref/trung',
  endpoint: dismissDuplicate,
  told: 'programme.told.duplicate_dismissed',
  done: ({ ref }) => paths.dismissDuplicate(ref),
  async show(c, state) {
    const { card, closed } = await getCardFor(c, refIn(state), dismissDuplicateAct)
    const warnings = await warningsOf(c, card.work)
    const isClosed = closed.length > 0 && warnings.some(({ dismissed }) => dismissed === null)
    const title = c.t('programme.duplicates.title')
    const body = (
      <>
        <WorkHeader
          card={card}
          title={title}
          lead={c.t('programme.duplicates.lead')}
          actions={
            <ButtonLink href={paths.appraise(card.ref)} icon="scale">
              {c.t('programme.duplicates.to_appraisal')}
            </ButtonLink>
          }
        />
        <ErrorSummary problems={namedProblems(state, c.t, { reason: 'programme.duplicates.reason' })} />
        {warnings.length === 0 && (
          <EmptyState icon="copy" title={c.t('programme.duplicates.none')}>
            {c.t('programme.duplicates.none_text')}
          </EmptyState>
        )}
        <Stack>
          {isClosed && (
            <Notice kind="warning" title={c.t('programme.form.closed')}>
              <ReasonList c={c} reasons={closed} />
            </Notice>
          )}
          {warnings.map((other) => (
            <Pair key={other.code} c={c} state={state} card={card} other={other} isClosed={isClosed} />
          ))}
        </Stack>
      </>
    )
    return page(`${title}: ${card.code ?? card.title}`, body, { section: sections.appraisals })
  },
})

interface PairProps {
  readonly c: Context
  readonly state: FormState
  readonly card: WorkCard
  readonly other: DuplicateView
  /** Whether this actor may not dismiss the warning now. */
  readonly isClosed: boolean
}

function Pair({ c, state, card, other, isClosed }: PairProps) {
  const { language } = useWords()
  const { row } = card.work
  return (
    <Panel
      title={c.t('programme.duplicates.pair', { code: other.code })}
      lead={c.t('programme.duplicates.likeness', { share: formatPercent(other.similarity, language, 0) })}
    >
      <Stack>
        <Columns shape="halves">
          <Side
            code={card.code ?? ''}
            title={card.title}
            seen={{
              unitName: card.unitName,
              holderName: card.holderName,
              postTitle: card.postTitle,
              rationale: row.rationale,
              product: row.product,
              dueOn: card.dueOn,
              state: card.work.standing.state,
              illustrative: card.illustrative,
            }}
          />
          <Side code={other.code} title={other.title} seen={other.seen} />
        </Columns>
        {other.dismissed === null ? (
          !isClosed && <DismissForm c={c} state={state} card={card} other={other} />
        ) : (
          <div>
            <Note>
              {c.t('programme.duplicates.dismissed', {
                by: other.dismissed.by,
                at: formatInstant(other.dismissed.at, language),
              })}
            </Note>
            <Prose text={other.dismissed.reason} />
          </div>
        )}
      </Stack>
    </Panel>
  )
}

function Side(props: {
  readonly code: string
  readonly title: string
  readonly seen: DuplicateView['seen']
}) {
  const { t, language } = useWords()
  const { seen } = props
  if (seen === null) return <Note>{t('programme.duplicates.unseen', { code: props.code })}</Note>
  const text = (name: 'rationale' | 'product') =>
    seen[name] === ''
      ? []
      : [{ term: t(`programme.registration.${name}`), description: <Prose text={seen[name]} /> }]
  return (
    <DefinitionList
      items={[
        {
          term: t('programme.registration.title'),
          description: (
            <>
              <a href={paths.work(props.code)}>
                <b>{props.title}</b>
              </a>{' '}
              <StateBadge state={seen.state} />
            </>
          ),
        },
        {
          term: t('programme.registration.ownerKind'),
          description: <OwnerLine {...seen} />,
        },
        ...text('rationale'),
        ...text('product'),
        ...(seen.dueOn === null
          ? []
          : [{ term: t('programme.registration.dueOn'), description: formatDate(seen.dueOn, language) }]),
      ]}
    />
  )
}

function DismissForm({ c, state, card, other }: Omit<PairProps, 'isClosed'>) {
  const isThis = state.values !== undefined && textValue(state.values, 'otherCode') === other.code
  return (
    <Form
      action={paths.dismissDuplicate(card.ref)}
      idempotencyKey={isThis ? state.idempotencyKey : undefined}
      hidden={{ otherCode: other.code }}
      label={c.t('programme.duplicates.pair', { code: other.code })}
    >
      <TextArea
        name="reason"
        // Several of these forms stand on the page; the summary of errors points to the one that was sent.
        id={isThis ? undefined : `f-reason-${other.code}`}
        label={c.t('programme.duplicates.reason')}
        hint={c.t('programme.duplicates.reason_hint')}
        value={isThis && state.values !== undefined ? textValue(state.values, 'reason') : ''}
        error={isThis ? state.errors.reason : undefined}
        rows={2}
      />
      <ActionBar>
        <Button icon="check">{c.t('programme.duplicates.act')}</Button>
      </ActionBar>
    </Form>
  )
}
