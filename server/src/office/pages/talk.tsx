import type { VNode } from 'preact'
import { type Found, findPersons, SearchChoice, withoutSearch } from '../../organisation/index.ts'
import type { Context } from '../../platform/context.ts'
import { listValue, shown } from '../../platform/http/form.ts'
import { namedProblems } from '../../platform/http/named-problems.ts'
import { type FormRoute, type FormState, formRoute, page } from '../../platform/http/route.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { CheckboxGroup } from '../../ui/choice.tsx'
import { TextArea } from '../../ui/field.tsx'
import { ActionBar, Form } from '../../ui/form.tsx'
import { formatInstant, formatNumber } from '../../ui/format.ts'
import { Pagination } from '../../ui/list-tools.tsx'
import { EmptyState, ErrorSummary } from '../../ui/notice.tsx'
import { Columns, More, Panel, Sheet, Stack } from '../../ui/panel.tsx'
import { Said } from '../../ui/said.tsx'
import { TypingNotice } from '../../ui/typing.tsx'
import { useWords } from '../../ui/words.tsx'
import { cursorName } from '../paths.ts'
import type { Talk } from '../talk/comment.ts'
import { type CommentsPage, listComments } from '../talk/comments.ts'
import { type Discussant, peopleAround } from '../talk/discussants.ts'

const labels = { text: 'office.talk.text', named: 'office.talk.named' } as const

/** Where things of one kind have their discussion, and what the pages say about the thing. */
export interface TalkPages {
  readonly talk: Talk
  /** The address of the discussion, with `:ref`. */
  readonly path: string
  /** Which thing it is, for the actor who may read its discussion. */
  about(c: Context, ref: string): Promise<TalkAbout>
}

export interface TalkAbout {
  /** What it is called. */
  readonly name: string
  /** Its place in the menu. */
  readonly section: string
  /** Who may read what is said here. */
  readonly readers: string
  /** The head of a page about it under this title. */
  header(title: string, lead?: string): VNode
}

/** Those who were ticked, and the one who was looked for next to them. */
function calledIn({ alsoNamed, ...said }: Record<string, unknown>): Record<string, unknown> {
  const ticked = [said.named ?? []].flat()
  return { ...said, named: alsoNamed ? [...ticked, alsoNamed] : ticked }
}

/** The two pages of a discussion: what was said with a place to say something, and taking back what one said. */
export const talkPages = (pages: TalkPages): readonly FormRoute[] => [talkPage(pages), withdrawPage(pages)]

const hrefOf = ({ path }: TalkPages, ref: string, cursor: string | null = null) =>
  path.replace(':ref', encodeURIComponent(ref)) +
  (cursor === null ? '' : `?${new URLSearchParams({ [cursorName]: cursor })}`)

function talkPage(pages: TalkPages): FormRoute {
  const { kind, comment } = pages.talk
  return formRoute({
    path: pages.path,
    endpoint: comment,
    told: 'office.told.commented',
    keepsTyping: true,
    input: (values, params) => calledIn(withoutSearch(values, params)),
    done: ({ ref }) => hrefOf(pages, ref),
    async show(c, state) {
      const cursor = state.query[cursorName]
      const comments = await listComments(c, kind, state.params.ref ?? '', cursor ?? null)
      const { subject } = comments
      const about = await pages.about(c, subject.ref)
      const form = subject.mayDiscuss(c) && {
        around: await peopleAround(c, kind, subject),
        found: await findPersons(c, state, 'alsoNamed'),
      }
      const hrefs = hrefsOf(pages, comments, cursor)
      return page(
        c.t('office.talk.of', { name: about.name }),
        <>
          {about.header(c.t('office.talk.title'))}
          {form && <TypingNotice typing={state.typing} />}
          <ErrorSummary problems={namedProblems(state, c.t, labels)} />
          <Columns>
            <Stack>
              <Comments comments={comments} hrefs={hrefs} />
            </Stack>
            {form && (
              <Stack follow>
                <SayForm state={state} action={hrefs.talk} readers={about.readers} {...form} />
              </Stack>
            )}
          </Columns>
        </>,
        { section: about.section },
      )
    },
  })
}

/** The addresses that one page of a discussion links to. */
interface TalkHrefs {
  readonly talk: string
  readonly first: string | undefined
  readonly next: string | undefined
  withdrawal(commentId: string): string
}

function hrefsOf(pages: TalkPages, { subject, next }: CommentsPage, cursor: string | undefined): TalkHrefs {
  const talk = hrefOf(pages, subject.ref)
  return {
    talk,
    first: cursor === undefined ? undefined : talk,
    next: next === null ? undefined : hrefOf(pages, subject.ref, next),
    withdrawal: (commentId) => `${talk}/${commentId}/rut`,
  }
}

function Comments({ comments, hrefs }: { readonly comments: CommentsPage; readonly hrefs: TalkHrefs }) {
  const { t, language } = useWords()
  if (comments.items.length === 0) {
    return (
      <EmptyState icon="message-2" title={t('office.talk.none')}>
        {t('office.talk.none_text')}
      </EmptyState>
    )
  }
  return (
    <Panel title={t('office.talk.said', { count: formatNumber(comments.total, language) })}>
      <ol class="said-list">
        {comments.items.map((comment) => (
          <Said
            key={comment.id}
            id={comment.id}
            name={comment.personName}
            body={comment.bodyName}
            when={formatInstant(comment.recordedAt, language)}
            text={comment.text}
            withdrawn={t('office.talk.withdrawn')}
            named={
              comment.named.length === 0
                ? undefined
                : t('office.talk.to', { names: comment.named.join(', ') })
            }
            act={
              comment.mine ? (
                <a href={hrefs.withdrawal(comment.id)}>{t('office.talk.withdraw')}</a>
              ) : undefined
            }
          />
        ))}
      </ol>
      {(hrefs.first !== undefined || hrefs.next !== undefined) && (
        <Pagination firstHref={hrefs.first} nextHref={hrefs.next} />
      )}
    </Panel>
  )
}

function SayForm(props: {
  readonly state: FormState
  readonly action: string
  readonly readers: string
  readonly around: readonly Discussant[]
  readonly found: Found
}) {
  const { t } = useWords()
  const { state, action, readers, around, found } = props
  const named = listValue(state.values ?? {}, 'named')
  return (
    <Form action={action} idempotencyKey={state.idempotencyKey} guard typing={state.typing}>
      <Panel title={t('office.talk.say')} lead={`${readers} ${t('office.talk.no_secret')}`}>
        <TextArea
          name="text"
          label={t('office.talk.text')}
          value={shown(state, 'text')}
          error={state.errors.text}
          rows={5}
        />
        {around.length > 0 && (
          <CheckboxGroup
            name="named"
            label={t('office.talk.named')}
            hint={t('office.talk.named_hint')}
            error={state.errors.named}
            values={named}
            choices={around.map((one) => ({ value: one.personId, label: one.name, description: one.post }))}
            optional
          />
        )}
        <More summary={t('office.talk.somebody_else')} open={found.searched || found.chosen !== ''}>
          <SearchChoice
            name="alsoNamed"
            label={t('office.talk.also')}
            findLabel={t('office.talk.find')}
            found={found}
            optional
          />
        </More>
      </Panel>
      <ActionBar>
        <Button kind="primary" icon="send">
          {t('office.talk.act')}
        </Button>
      </ActionBar>
    </Form>
  )
}

/** Takes back what one has said oneself. */
function withdrawPage(pages: TalkPages): FormRoute {
  return formRoute({
    path: `${pages.path}/:commentId/rut`,
    endpoint: pages.talk.withdraw,
    told: 'office.told.comment_withdrawn',
    input: (_values, params) => ({ ref: params.ref, commentId: params.commentId }),
    done: ({ ref }) => hrefOf(pages, ref),
    async show(c, state) {
      const { ref } = await pages.talk.kind.get(c, state.params.ref ?? '', 'discuss')
      const about = await pages.about(c, ref)
      const talk = hrefOf(pages, ref)
      const title = c.t('office.talk.withdraw_title')
      return page(
        `${title}: ${about.name}`,
        <>
          {about.header(title, c.t('office.talk.withdraw_lead'))}
          <ErrorSummary problems={namedProblems(state, c.t, {})} />
          <Sheet>
            <Form
              action={`${talk}/${state.params.commentId ?? ''}/rut`}
              idempotencyKey={state.idempotencyKey}
            >
              <ActionBar>
                <Button kind="danger" icon="arrow-back-up">
                  {c.t('office.talk.withdraw')}
                </Button>
                <ButtonLink href={talk} kind="quiet">
                  {c.t('office.cancel')}
                </ButtonLink>
              </ActionBar>
            </Form>
          </Sheet>
        </>,
        { section: about.section },
      )
    },
  })
}
