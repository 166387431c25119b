import { type Found, findPersons, SearchChoice, withoutSearch } from '../../../organisation/index.ts'
import type { Context } from '../../../platform/context.ts'
import { listValue, shown } from '../../../platform/http/form.ts'
import { namedProblems } from '../../../platform/http/named-problems.ts'
import { type FormState, formRoute, page } from '../../../platform/http/route.ts'
import { Button } from '../../../ui/button.tsx'
import { CheckboxGroup } from '../../../ui/choice.tsx'
import { TextArea } from '../../../ui/field.tsx'
import { ActionBar, Form } from '../../../ui/form.tsx'
import { formatInstant, formatNumber } from '../../../ui/format.ts'
import { Pagination } from '../../../ui/list-tools.tsx'
import { EmptyState, ErrorSummary } from '../../../ui/notice.tsx'
import { Columns, More, Panel, Stack } from '../../../ui/panel.tsx'
import { Said } from '../../../ui/said.tsx'
import { TypingNotice } from '../../../ui/typing.tsx'
import { useWords } from '../../../ui/words.tsx'
import { addressNames } from '../../filter/filter-address.ts'
import { paths } from '../../paths.ts'
import { may } from '../../policy.ts'
import { commentWork, withdrawComment } from '../../talk/comment-work.ts'
import { type CommentsPage, listComments } from '../../talk/comments.ts'
import { type Discussant, peopleAround } from '../../talk/discussants.ts'
import { getWorkCard, type WorkCard } from '../../work/work-card.ts'
import { sections } from '../sections.ts'
import { refIn, WorkHeader, workFormPage } from '../work-form.tsx'

const labels = { text: 'programme.talk.text', named: 'programme.talk.named' } as const

/** Those who were ticked, and the one who was looked for beside them. */
function calledIn({ alsoNamed, ...said }: Record<string, unknown>): Record<string, unknown> {
  const ticked = [said.named ?? []].flat()
  return { ...said, named: alsoNamed ? [...ticked, alsoNamed] : ticked }
}

/** What is said about a work, and a place to say something to those who may see its proof. */
export const talkForm = formRoute({
  path: '/cong-viec/:ref/trao-doi',
  endpoint: commentWork,
  told: 'programme.told.commented',
  keepsTyping: true,
  input: (values, params) => calledIn(withoutSearch(values, params)),
  done: ({ ref }) => paths.talk(ref),
  async show(c, state) {
    const card = await getWorkCard(c, refIn(state), 'readEvidence')
    const comments = await listComments(c, card.ref, state.query[addressNames.cursor] ?? null)
    const form = may(c, 'discuss', card.work.record)
      ? {
          around: await peopleAround(c, card.work),
          found: await findPersons(c, state, 'alsoNamed'),
        }
      : null
    return page(
      c.t('programme.talk.of', { title: card.title }),
      <>
        <WorkHeader card={card} title={c.t('programme.talk.title')} />
        {form !== null && <TypingNotice typing={state.typing} />}
        <ErrorSummary problems={namedProblems(state, c.t, labels)} />
        <Columns>
          <Stack>
            <Comments card={card} comments={comments} cursor={state.query[addressNames.cursor]} />
          </Stack>
          {form !== null && (
            <Stack follow>
              <SayForm c={c} state={state} card={card} {...form} />
            </Stack>
          )}
        </Columns>
      </>,
      { section: sections.works },
    )
  },
})

function Comments(props: {
  readonly card: WorkCard
  readonly comments: CommentsPage
  readonly cursor: string | undefined
}) {
  const { t, language } = useWords()
  const { card, comments, cursor } = props
  if (comments.items.length === 0) {
    return (
      <EmptyState icon="message-2" title={t('programme.talk.none')}>
        {t('programme.talk.none_text')}
      </EmptyState>
    )
  }
  return (
    <Panel title={t('programme.talk.said', { count: formatNumber(comments.total, language) })}>
      <ol class="said-list">
        {comments.items.map((comment) => (
          <Said
            key={comment.id}
            id={comment.id}
            name={comment.personName}
            body={comment.bodyName}
            when={formatInstant(comment.recordedAt, language)}
            text={comment.text}
            withdrawn={t('programme.talk.withdrawn')}
            named={
              comment.named.length === 0
                ? undefined
                : t('programme.talk.to', { names: comment.named.join(', ') })
            }
            act={
              comment.mine ? (
                <a href={paths.withdrawComment(card.ref, comment.id)}>{t('programme.talk.withdraw')}</a>
              ) : undefined
            }
          />
        ))}
      </ol>
      {(comments.next !== null || cursor !== undefined) && (
        <Pagination
          firstHref={cursor === undefined ? undefined : paths.talk(card.ref)}
          nextHref={comments.next === null ? undefined : paths.talk(card.ref, comments.next)}
        />
      )}
    </Panel>
  )
}

function SayForm(props: {
  readonly c: Context
  readonly state: FormState
  readonly card: WorkCard
  readonly around: readonly Discussant[]
  readonly found: Found
}) {
  const { t } = useWords()
  const { state, card, around, found } = props
  const named = listValue(state.values ?? {}, 'named')
  return (
    <Form action={paths.talk(card.ref)} idempotencyKey={state.idempotencyKey} guard typing={state.typing}>
      <Panel title={t('programme.talk.say')} lead={t('programme.talk.say_lead')}>
        <TextArea
          name="text"
          label={t('programme.talk.text')}
          value={shown(state, 'text')}
          error={state.errors.text}
          rows={5}
        />
        {around.length > 0 && (
          <CheckboxGroup
            name="named"
            label={t('programme.talk.named')}
            hint={t('programme.talk.named_hint')}
            error={state.errors.named}
            values={named}
            choices={around.map((one) => ({ value: one.personId, label: one.name, description: one.post }))}
            optional
          />
        )}
        <More summary={t('programme.talk.somebody_else')} open={found.searched || found.chosen !== ''}>
          <SearchChoice
            name="alsoNamed"
            label={t('programme.talk.also')}
            findLabel={t('programme.talk.find')}
            found={found}
            optional
          />
        </More>
      </Panel>
      <ActionBar>
        <Button kind="primary" icon="send">
          {t('programme.talk.act')}
        </Button>
      </ActionBar>
    </Form>
  )
}

/** Takes back what one has said oneself. */
export const withdrawCommentForm = formRoute({
  path: '/cong-viec/:ref/trao-doi/:commentId/rut',
  endpoint: withdrawComment,
  told: 'programme.told.comment_withdrawn',
  input: (_values, params) => ({ ref: params.ref, commentId: params.commentId }),
  done: ({ ref }) => paths.talk(ref),
  async show(c, state) {
    const card = await getWorkCard(c, refIn(state), 'discuss')
    return workFormPage(c, state, {
      card,
      action: paths.withdrawComment(card.ref, state.params.commentId ?? ''),
      title: c.t('programme.talk.withdraw_title'),
      lead: c.t('programme.talk.withdraw_lead'),
      closed: [],
      submit: { label: c.t('programme.talk.withdraw'), icon: 'arrow-back-up', kind: 'danger' },
    })
  },
})
