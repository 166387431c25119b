import type { ComponentChildren } from 'preact'
import type { Context } from '../../platform/context.ts'
import { page, pageRoute } from '../../platform/http/route.ts'
import { EmptyState } from '../../ui/notice.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Note, Panel, Prose, Small, Stack } from '../../ui/panel.tsx'
import { Figure } from '../../ui/stat.tsx'
import { DataTable } from '../../ui/table.tsx'
import { useWords } from '../../ui/words.tsx'
import { type ClaimView, listClaims } from '../claims.ts'
import { type GuidingDocument, listGuidingDocuments } from '../guidance.ts'
import { listProgrammes } from '../list-programmes.ts'
import { paths } from '../paths.ts'
import { factsOfSource, listPressSources, type PressFactRow, type PressSource } from '../press-facts.ts'
import { type NamedWork, worksOfSource } from '../press-works.ts'
import { articleSections, type Entry, textsOf } from './article-sections.ts'
import { documentName } from './guidance-levels.tsx'
import { sections } from './sections.ts'

interface Article {
  readonly source: PressSource
  readonly facts: readonly PressFactRow[]
  readonly claims: readonly ClaimView[]
  readonly works: readonly NamedWork[]
  readonly documents: readonly GuidingDocument[]
}

/** What an article says, as the system holds it: each fact with its very words, and where it stands in the register. */
export const articlePage = pageRoute('/bai-bao', async (c) => {
  const articles: Article[] = []
  for (const source of await listPressSources(c)) articles.push(await loadArticle(c, source))
  return page(c.t('programme.article'), <ArticleBody articles={articles} />, { section: sections.article })
})

async function loadArticle(c: Context, source: PressSource): Promise<Article> {
  const claims: ClaimView[] = []
  for (const { year } of await listProgrammes(c)) {
    const found = await listClaims(c, { year, asOf: c.today, illustrative: 'include' })
    claims.push(...found.filter(({ sourceId }) => sourceId === source.id))
  }
  const documents = await listGuidingDocuments(c)
  return {
    source,
    claims,
    facts: await factsOfSource(c, source.id),
    works: await worksOfSource(c, source.id),
    documents: documents.filter(({ sourceId }) => sourceId === source.id),
  }
}

function ArticleBody({ articles }: { articles: readonly Article[] }) {
  const { t } = useWords()
  if (articles.length === 0)
    return (
      <>
        <PageHeader title={t('programme.article')} />
        <EmptyState icon="quote" title={t('programme.no_article')} />
      </>
    )
  return (
    <Stack>
      {articles.map((article) => (
        <OneArticle key={article.source.id} article={article} />
      ))}
    </Stack>
  )
}

function OneArticle({ article }: { article: Article }) {
  const { t } = useWords()
  const { source } = article
  return (
    <Stack>
      <PageHeader kicker={t('programme.article')} title={source.title} lead={source.citation} />
      <Note>{t('programme.article_lead')}</Note>
      <DocumentsPanel documents={article.documents} />
      <ClaimsOfArticle claims={article.claims} />
      <WorksOfArticle works={article.works} />
      <FactsPanel title={t('programme.press_statements')} facts={article.facts} kinds={['statement']} />
      <FactsPanel title={t('programme.press_indicators')} facts={article.facts} kinds={['indicator']} />
      <FactsPanel title={t('programme.press_outcomes')} facts={article.facts} kinds={['outcome']} />
      <FactsPanel title={t('programme.press_activities')} facts={article.facts} kinds={['activity']} />
      <FactsPanel title={t('programme.press_captions')} facts={article.facts} kinds={['caption']} />
      {articleSections.map((section) => (
        <EntriesPanel
          key={section.key}
          title={t(`programme.article_section.${section.key}`)}
          entries={section.read(source.data)}
        />
      ))}
      <OpenQuestions texts={textsOf(source.data.openQuestions)} />
    </Stack>
  )
}

/** Facts in rows: what is said, in which words, and where it stands here. */
function FactTable<Row>(props: {
  readonly caption: string
  readonly rows: readonly Row[]
  readonly anchor: (row: Row) => string
  readonly what: (row: Row) => ComponentChildren
  readonly quote: (row: Row) => string
  readonly here?: ((row: Row) => ComponentChildren) | undefined
}) {
  const { t } = useWords()
  const { here } = props
  return (
    <DataTable
      caption={props.caption}
      rows={props.rows}
      rowKey={props.anchor}
      columns={[
        {
          key: 'what',
          header: t('programme.fact'),
          kind: 'title',
          cell: (row) => <span id={props.anchor(row)}>{props.what(row)}</span>,
        },
        {
          key: 'quote',
          header: t('programme.very_words'),
          cell: (row) => (props.quote(row) === '' ? '' : `“${props.quote(row)}”`),
        },
        ...(here === undefined
          ? []
          : [{ key: 'here', header: t('programme.in_register'), cell: (row: Row) => here(row) }]),
      ]}
    />
  )
}

function DocumentsPanel({ documents }: { documents: readonly GuidingDocument[] }) {
  const { t } = useWords()
  if (documents.length === 0) return null
  return (
    <Panel title={t('programme.guidance')} flush>
      <FactTable
        caption={t('programme.guidance')}
        rows={documents}
        anchor={(row) => row.ref}
        what={(row) => row.title}
        quote={(row) => row.sourceQuote ?? ''}
        here={(row) => <a href={paths.guidingDocument(row.ref)}>{documentName(row)}</a>}
      />
    </Panel>
  )
}

function ClaimsOfArticle({ claims }: { claims: readonly ClaimView[] }) {
  const { t } = useWords()
  if (claims.length === 0) return null
  return (
    <Panel title={t('programme.claims')} lead={t('programme.claims_lead')} flush>
      <FactTable
        caption={t('programme.claims')}
        rows={claims}
        anchor={(row) => row.ref}
        what={(row) => (
          <>
            {row.label}: {row.published ?? t('ui.not_published')}
            {row.statedBy !== null && <Small block>{row.statedBy}</Small>}
          </>
        )}
        quote={(row) => row.sourceQuote}
        here={(row) => (
          <>
            <Figure value={row.register} href={paths.works(row.filter)} />
            {row.assumption !== null && <Small block>{row.assumption}</Small>}
          </>
        )}
      />
    </Panel>
  )
}

function WorksOfArticle({ works }: { works: readonly NamedWork[] }) {
  const { t } = useWords()
  if (works.length === 0) return null
  return (
    <Panel title={t('programme.named_works')} flush>
      <FactTable
        caption={t('programme.named_works')}
        rows={works}
        anchor={(row) => row.ref}
        what={(row) => row.title}
        quote={(row) => row.quote}
        here={(row) => <a href={paths.work(row.ref)}>{row.ref}</a>}
      />
    </Panel>
  )
}

function FactsPanel(props: {
  readonly title: string
  readonly facts: readonly PressFactRow[]
  readonly kinds: readonly PressFactRow['kind'][]
}) {
  const rows = props.facts.filter(({ kind }) => props.kinds.includes(kind))
  if (rows.length === 0) return null
  return (
    <Panel title={props.title} flush>
      <FactTable
        caption={props.title}
        rows={rows}
        anchor={(row) => row.ref}
        what={(row) => row.text}
        quote={(row) => row.quote}
        here={(row) => <Where fact={row} />}
      />
    </Panel>
  )
}

function Where({ fact }: { fact: PressFactRow }) {
  const { t } = useWords()
  return (
    <>
      {fact.work !== null && (
        <>
          {fact.isBackground && `${t('programme.background_of')} `}
          <a href={paths.work(fact.work.ref)}>{fact.work.ref}</a>
        </>
      )}
      {fact.unit !== null && <Small block>{fact.unit.name}</Small>}
    </>
  )
}

function EntriesPanel({ title, entries }: { title: string; entries: readonly Entry[] }) {
  if (entries.length === 0) return null
  return (
    <Panel title={title} flush>
      <FactTable
        caption={title}
        rows={entries}
        anchor={(row) => row.id}
        what={(row) => (
          <>
            {row.text}
            {row.note !== '' && <Small block>{row.note}</Small>}
          </>
        )}
        quote={(row) => row.quote}
      />
    </Panel>
  )
}

/** What the article leaves open: the system says so rather than guess. */
function OpenQuestions({ texts }: { texts: readonly string[] }) {
  const { t } = useWords()
  if (texts.length === 0) return null
  return (
    <Panel title={t('programme.open_questions')} lead={t('programme.open_questions_lead')}>
      <Prose>
        <ul>
          {texts.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      </Prose>
    </Panel>
  )
}
