import type { ComponentChildren, VNode } from 'preact'
import type { Context } from '../../platform/context.ts'
import { type LabelKeys, namedProblems } from '../../platform/http/named-problems.ts'
import { sentenceOf } from '../../platform/http/problem.ts'
import { type FormState, page } from '../../platform/http/route.ts'
import type { View } from '../../platform/http/view.ts'
import type { Reason } from '../../platform/refusal.ts'
import { StateBadge } from '../../ui/badge.tsx'
import { Button, type ButtonKind, ButtonLink } from '../../ui/button.tsx'
import { DeskHead } from '../../ui/desk.tsx'
import { ActionBar, Form } from '../../ui/form.tsx'
import type { IconName } from '../../ui/icons.gen.ts'
import { ErrorSummary, Notice } from '../../ui/notice.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Columns, Panel, Sheet, Stack } from '../../ui/panel.tsx'
import { TypingNotice } from '../../ui/typing.tsx'
import { useWords } from '../../ui/words.tsx'
import { paths } from '../paths.ts'
import type { WorkCard } from '../work/work-card.ts'
import { OwnerLine } from './owner-line.tsx'
import { sections } from './sections.ts'

/** What a form on one work is made of; everything else is the same for all of them. */
export interface WorkForm {
  readonly card: WorkCard
  readonly action: string
  readonly title: string
  readonly lead?: string
  /** Why the act is not open now: said instead of the form, with what can be done about it. */
  readonly closed: readonly Reason[]
  readonly fields?: ComponentChildren
  readonly submit: {
    readonly label: string
    readonly icon?: IconName
    readonly kind?: ButtonKind
    /** What is missing outside the form, where the form itself is worth seeing all the same. */
    readonly closedReason?: string | undefined
  }
  readonly upload?: boolean
  /** Warns before typing is left behind. */
  readonly guard?: boolean
  /** What stands above the form, such as what was reported. */
  readonly before?: ComponentChildren
  /** What stands next to it on a wide page. */
  readonly aside?: ComponentChildren
  readonly note?: ComponentChildren
  /** The labels of the fields, for the summary of errors. */
  readonly labels?: LabelKeys
}

/** The page of a form on one work: which work it is, why it is closed or what to fill in, and the way back. */
export function workFormPage(c: Context, state: FormState, form: WorkForm): View {
  return page(
    `${form.title}: ${form.card.code ?? form.card.title}`,
    <WorkFormBody c={c} state={state} form={form} />,
    {
      section: sections.works,
    },
  )
}

function WorkFormBody({ c, state, form }: { c: Context; state: FormState; form: WorkForm }): VNode {
  const act =
    form.closed.length > 0 ? (
      <ClosedNotice c={c} reasons={form.closed} back={paths.work(form.card.ref)} />
    ) : (
      <TheForm state={state} form={form} />
    )
  return (
    <>
      <WorkHeader card={form.card} title={form.title} lead={form.lead} />
      {form.closed.length === 0 && <TypingNotice typing={state.typing} />}
      {form.closed.length === 0 && <ErrorSummary problems={namedProblems(state, c.t, form.labels ?? {})} />}
      <Layout form={form} act={act} />
    </>
  )
}

function Layout({ form, act }: { form: WorkForm; act: ComponentChildren }) {
  const main = (
    <Stack>
      {form.before}
      {act}
    </Stack>
  )
  return form.aside === undefined ? (
    <Sheet>{main}</Sheet>
  ) : (
    <Columns>
      {main}
      <Stack>{form.aside}</Stack>
    </Columns>
  )
}

function TheForm({ state, form }: { state: FormState; form: WorkForm }) {
  const { t } = useWords()
  const { card, submit } = form
  return (
    <Form
      action={form.action}
      // Of a conflict the reader has been told, and the page shows the work as it is now.
      version={card.version}
      idempotencyKey={state.idempotencyKey}
      upload={form.upload}
      guard={form.guard}
      typing={state.typing}
    >
      {form.fields !== undefined && <Panel>{form.fields}</Panel>}
      <ActionBar note={form.note}>
        <Button kind={submit.kind ?? 'primary'} icon={submit.icon} closedReason={submit.closedReason}>
          {submit.label}
        </Button>
        <ButtonLink href={paths.work(card.ref)} kind="quiet">
          {t('programme.form.cancel')}
        </ButtonLink>
      </ActionBar>
    </Form>
  )
}

/** Which work a page is about. */
export function WorkHeader({
  card,
  title,
  lead,
  actions,
}: {
  card: WorkCard
  title: string
  lead?: ComponentChildren
  actions?: ComponentChildren
}) {
  const { t } = useWords()
  return (
    <PageHeader
      breadcrumbs={[
        { label: t('programme.form.crumb_year', { year: card.year }), href: paths.programme(card.year) },
        { label: card.code ?? t('programme.form.no_code'), href: paths.work(card.ref) },
      ]}
      kicker={
        <OwnerLine
          holderName={card.holderName}
          postTitle={card.postTitle}
          unitName={card.unitName}
          illustrative={card.illustrative}
        />
      }
      title={title}
      lead={
        <>
          <b>{card.title}</b>
          {lead !== undefined && (
            <>
              <br />
              {lead}
            </>
          )}
        </>
      }
      badges={<StateBadge state={card.work.standing.state} />}
      actions={actions}
    />
  )
}

/** The same on a desk, where the paper itself should be in sight. */
export function WorkDeskHead({ card, title }: { card: WorkCard; title?: string }) {
  return (
    <DeskHead
      kicker={<a href={paths.work(card.ref)}>{card.code ?? card.title}</a>}
      title={title ?? card.title}
      badges={<StateBadge state={card.work.standing.state} />}
      detail={
        <>
          {title !== undefined && (
            <>
              {card.title}
              <br />
            </>
          )}
          <OwnerLine
            holderName={card.holderName}
            postTitle={card.postTitle}
            unitName={card.unitName}
            illustrative={card.illustrative}
          />
        </>
      }
    />
  )
}

/** Says why an act is not open, one sentence a reason, and leads back to the work. */
export function ClosedNotice({ c, reasons, back }: { c: Context; reasons: readonly Reason[]; back: string }) {
  return (
    <>
      <Notice kind="warning" title={c.t('programme.form.closed')}>
        <ReasonList c={c} reasons={reasons} />
      </Notice>
      <ActionBar>
        <ButtonLink href={back} icon="arrow-left">
          {c.t('programme.form.back_to_work')}
        </ButtonLink>
      </ActionBar>
    </>
  )
}

/** The sentences of reasons. */
export function ReasonList({ c, reasons }: { c: Context; reasons: readonly Reason[] }) {
  const sentences = reasons.map((reason) => sentenceOf(c.t, reason))
  if (sentences.length === 1) return <p>{sentences[0]}</p>
  return (
    <ul>
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  )
}

/** The work that the address names. */
export const refIn = (state: FormState): string => state.params.ref ?? ''
