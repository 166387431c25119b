import type { Language } from '../../platform/context.ts'
import { page, pageRoute, type Route } from '../../platform/http/route.ts'
import { codeKey } from '../../platform/message-key.ts'
import { notFound } from '../../platform/refusal.ts'
import { Tag } from '../../ui/badge.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Columns, Panel, Small, Stack } from '../../ui/panel.tsx'
import { DataTable } from '../../ui/table.tsx'
import { useWords } from '../../ui/words.tsx'
import { helpPath } from '../help-topics.ts'
import { errorSentence, listOperations, type Member, type Operation, operationTitle } from './operations.ts'

export const referencePath = `${helpPath}/api`
const operationPath = (name: string) => `${referencePath}/${name}`

/** The reference of the API inside the product: every operation, made from the description that machines get. */
export function referencePages(routes: readonly Route[]): readonly Route[] {
  // Made at the first reading: most starts of the server see none.
  let known: readonly Operation[] | undefined
  const operations = () => {
    known ??= listOperations(routes)
    return known
  }
  return [
    pageRoute(referencePath, async (c) =>
      page(c.t('reference.title'), <Overview operations={operations()} />),
    ),
    pageRoute(operationPath(':operation'), async (c, { params }) => {
      const operation = operations().find(({ name }) => name === params.operation)
      if (operation === undefined) throw notFound('page')
      return page(operationTitle(operation.name, c.language), <One operation={operation} />)
    }),
  ]
}

function Overview({ operations }: { readonly operations: readonly Operation[] }) {
  const { t } = useWords()
  const tags = [...new Set(operations.map(({ tag }) => tag))].sort((a, b) =>
    t(codeKey('api.tag', a)).localeCompare(t(codeKey('api.tag', b)), 'vi'),
  )
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: t('help.title'), href: helpPath }]}
        title={t('reference.title')}
        lead={t('reference.lead')}
        actions={
          <ButtonLink href="/api/v1/openapi.json" icon="download">
            openapi.json
          </ButtonLink>
        }
      />
      <Columns>
        <Stack>
          {tags.map((tag) => (
            <Group key={tag} tag={tag} operations={operations.filter((one) => one.tag === tag)} />
          ))}
        </Stack>
        <Stack follow>
          <Panel title={t('help.contents')}>
            <ul class="plain-list">
              {tags.map((tag) => (
                <li key={tag}>
                  <a href={`#${tag}`}>{t(codeKey('api.tag', tag))}</a>
                </li>
              ))}
            </ul>
          </Panel>
        </Stack>
      </Columns>
    </>
  )
}

function Group({ tag, operations }: { readonly tag: string; readonly operations: readonly Operation[] }) {
  const { t, language } = useWords()
  return (
    <section class="help-topic" id={tag}>
      <Panel title={t(codeKey('api.tag', tag))} flush>
        <DataTable
          caption={t(codeKey('api.tag', tag))}
          rows={operations}
          rowKey={({ method, path }) => `${method} ${path}`}
          columns={[
            {
              key: 'name',
              header: t('reference.operation'),
              kind: 'title',
              cell: ({ name, method, path }) => (
                <>
                  <a href={operationPath(name)}>{operationTitle(name, language)}</a>
                  <Small block>
                    {method} {path}
                  </Small>
                </>
              ),
            },
            { key: 'scope', header: t('reference.scope'), kind: 'code', cell: ({ scope }) => scope },
          ]}
        />
      </Panel>
    </section>
  )
}

function One({ operation }: { readonly operation: Operation }) {
  const { t, language } = useWords()
  const { name, method, path, scope, parameters, body, bodyExample, status, answer, answerExample } =
    operation
  return (
    <Stack>
      <PageHeader
        breadcrumbs={[
          { label: t('help.title'), href: helpPath },
          { label: t('reference.title'), href: referencePath },
        ]}
        kicker={name}
        title={operationTitle(name, language)}
        badges={
          <>
            <Tag>
              {method} {path}
            </Tag>
            <Tag icon="key">{t('reference.needs_scope', { scope })}</Tag>
          </>
        }
      />
      {parameters.length > 0 && (
        <Members
          title={t('reference.parameters')}
          members={parameters}
          placeOf={(member) => t(`reference.in_${(member as (typeof parameters)[number]).place}`)}
        />
      )}
      {body.length > 0 && <Members title={t('reference.body')} members={body} example={bodyExample} />}
      {answer.length > 0 && (
        <Members title={t('reference.answer', { status })} members={answer} example={answerExample} />
      )}
      <Errors errors={operation.errors} language={language} />
    </Stack>
  )
}

function Members(props: {
  readonly title: string
  readonly members: readonly Member[]
  readonly placeOf?: (member: Member) => string
  readonly example?: unknown
}) {
  const { t } = useWords()
  const { title, members, placeOf, example } = props
  return (
    <Panel
      title={title}
      flush
      footer={
        example === undefined ? undefined : (
          <pre class="example">
            <code>{JSON.stringify(example, null, 2)}</code>
          </pre>
        )
      }
    >
      <DataTable
        caption={title}
        rows={members}
        rowKey={({ name }) => name}
        columns={[
          {
            key: 'name',
            header: t('reference.name'),
            kind: 'title',
            cell: ({ name, description }) => (
              <>
                {name}
                {description !== undefined && (
                  <Small block>
                    {/* The description of the API is one for all languages. */}
                    <span lang="en">{description}</span>
                  </Small>
                )}
              </>
            ),
          },
          { key: 'type', header: t('reference.type'), cell: ({ type }) => type },
          {
            key: 'required',
            header: t('reference.required'),
            cell: (member) =>
              [placeOf?.(member), t(member.required ? 'reference.yes' : 'reference.no')]
                .filter((word) => word !== undefined)
                .join(' · '),
          },
        ]}
      />
    </Panel>
  )
}

function Errors(props: { readonly errors: Operation['errors']; readonly language: Language }) {
  const { t } = useWords()
  return (
    <Panel title={t('reference.errors')} lead={t('reference.errors_lead')} flush={props.errors.length > 0}>
      {props.errors.length > 0 && (
        <DataTable
          caption={t('reference.errors')}
          rows={props.errors}
          rowKey={({ code, status }) => `${status} ${code}`}
          columns={[
            {
              key: 'code',
              header: t('reference.code'),
              kind: 'title',
              cell: ({ code }) => (
                <>
                  {code}
                  <Small block>{errorSentence(code, props.language)}</Small>
                </>
              ),
            },
            { key: 'status', header: 'HTTP', kind: 'code', cell: ({ status }) => status },
          ]}
        />
      )}
    </Panel>
  )
}
