import type { Context } from '../../../platform/context.ts'
import { page, pageRoute } from '../../../platform/http/route.ts'
import { codeKey } from '../../../platform/message-key.ts'
import { FilterBar } from '../../../ui/list-tools.tsx'
import { EmptyState } from '../../../ui/notice.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { DefinitionList, Panel, Prose, Stack } from '../../../ui/panel.tsx'
import { Stat, Stats } from '../../../ui/stat.tsx'
import { useWords } from '../../../ui/words.tsx'
import { type ClaimView, listClaims } from '../../figures/claims.ts'
import { allWorks, type WorkFilter } from '../../filter/filter.ts'
import { readFilterAddress } from '../../filter/filter-address.ts'
import { countWorks } from '../../lists/list-works.ts'
import { paths } from '../../paths.ts'
import {
  factsOfSource,
  listPressSources,
  type PressFactRow,
  type PressSource,
} from '../../press/press-facts.ts'
import { type NamedWork, worksOfSource } from '../../press/press-works.ts'
import { type GuidingDocument, listGuidingDocuments } from '../../year/guidance.ts'
import { listProgrammes } from '../../year/list-programmes.ts'
import { IllustrativeSelect } from '../ask-bar.tsx'
import { sections } from '../sections.ts'
import { ClaimsOfArticle, DocumentsPanel, EntriesPanel, FactsPanel } from './article-facts.tsx'
import { groupSections, namedIn, nameSections, printedIn, textsOf } from './article-sections.ts'
import { NamedWorks } from './article-works.tsx'

type Illustrative = WorkFilter['illustrative']

interface Counted {
  readonly count: number
  readonly filter: WorkFilter
}

interface Article {
  readonly source: PressSource
  readonly facts: readonly PressFactRow[]
  readonly claims: readonly ClaimView[]
  readonly works: readonly NamedWork[]
  readonly documents: readonly GuidingDocument[]
  /** The register with and without what the demonstration made up; null where the article speaks of no programme here. */
  readonly register: { readonly all: Counted; readonly real: Counted } | null
}

/** What an article says, as the system holds it: each fact with its very words, and where it stands in the register. */
export const articlePage = pageRoute('/bai-bao', async (c, { query }) => {
  const { illustrative } = readFilterAddress(query, c.today)
  const articles: Article[] = []
  for (const source of await listPressSources(c)) articles.push(await loadArticle(c, source, illustrative))
  return page(c.t('programme.article'), <ArticleBody articles={articles} illustrative={illustrative} />, {
    section: sections.article,
  })
})

async function loadArticle(c: Context, source: PressSource, illustrative: Illustrative): Promise<Article> {
  const claims: ClaimView[] = []
  for (const { year } of await listProgrammes(c)) {
    const found = await listClaims(c, { year, asOf: c.today, illustrative })
    claims.push(...found.filter(({ sourceId }) => sourceId === source.id))
  }
  const facts = await factsOfSource(c, source.id)
  const documents = await listGuidingDocuments(c)
  const [first] = facts
  return {
    source,
    claims,
    facts,
    works: await worksOfSource(c, source.id),
    documents: documents.filter(({ sourceId }) => sourceId === source.id),
    register: first === undefined ? null : await countRegister(c, first.year),
  }
}

async function countRegister(c: Context, year: number): Promise<Article['register']> {
  const count = async (illustrative: Illustrative): Promise<Counted> => {
    const filter = { ...allWorks(year, c.today), illustrative }
    return { filter, count: await countWorks(c, filter) }
  }
  return { all: await count('include'), real: await count('exclude') }
}

function ArticleBody(props: { readonly articles: readonly Article[]; readonly illustrative: Illustrative }) {
  const { t } = useWords()
  if (props.articles.length === 0)
    return (
      <>
        <PageHeader title={t('programme.article')} />
        <EmptyState icon="quote" title={t('programme.no_article')} />
      </>
    )
  return (
    <Stack>
      {props.articles.map((article) => (
        <OneArticle key={article.source.id} article={article} illustrative={props.illustrative} />
      ))}
    </Stack>
  )
}

function OneArticle({ article, illustrative }: { article: Article; illustrative: Illustrative }) {
  const { t } = useWords()
  const { source, facts } = article
  return (
    <Stack>
      <PageHeader kicker={t('programme.article')} title={source.title} lead={source.citation} />
      <Invented article={article} illustrative={illustrative} />
      <PrintedPanel source={source} />
      <DocumentsPanel documents={article.documents} />
      {groupSections.map(({ key, read }) => (
        <EntriesPanel
          key={key}
          title={t(codeKey('programme.article_section', key))}
          entries={read(source.data)}
        />
      ))}
      <FactsPanel title={t('programme.press_statements')} facts={facts} kind="statement" />
      <ClaimsOfArticle claims={article.claims} />
      <NamedWorks named={namedIn(source.data)} readable={article.works} citation={source.citation} />
      <FactsPanel title={t('programme.press_activities')} facts={facts} kind="activity" />
      <FactsPanel
        title={t('programme.press_indicators')}
        lead={t('programme.press_indicators_lead')}
        facts={facts}
        kind="indicator"
      />
      <FactsPanel
        title={t('programme.press_outcomes')}
        lead={t('programme.press_outcomes_lead')}
        facts={facts}
        kind="outcome"
      />
      <FactsPanel title={t('programme.press_captions')} facts={facts} kind="caption" />
      {nameSections.map(({ key, read }) => (
        <EntriesPanel
          key={key}
          title={t(codeKey('programme.article_section', key))}
          entries={read(source.data)}
        />
      ))}
      <OpenQuestions source={source} />
    </Stack>
  )
}

/** What is the article's and what was made up, in one sentence, with both numbers and the switch between them. */
function Invented({ article, illustrative }: { article: Article; illustrative: Illustrative }) {
  const { t } = useWords()
  const { register } = article
  // A register in which nothing was made up needs no switch.
  if (register === null || register.all.count === register.real.count) return null
  return (
    <>
      <Panel title={t('programme.invented')} lead={t('programme.invented_lead')}>
        <Stats columns={2}>
          <Stat
            label={t('programme.register_real')}
            value={register.real.count}
            href={paths.works(register.real.filter)}
            icon="quote"
            tone="good"
            note={t('programme.register_real_note')}
          />
          <Stat
            label={t('programme.register_all')}
            value={register.all.count}
            href={paths.works(register.all.filter)}
            icon="clipboard-list"
            note={t('programme.register_all_note')}
          />
        </Stats>
      </Panel>
      <FilterBar
        action={paths.article()}
        clearHref={illustrative === 'exclude' ? paths.article() : undefined}
      >
        <IllustrativeSelect value={illustrative} />
      </FilterBar>
    </>
  )
}

/** Where it stood; what the text does not print is said to be missing. */
function PrintedPanel({ source }: { source: PressSource }) {
  const { t } = useWords()
  const { rubric, sections: parts, lead, outlet, dateline } = printedIn(source.data)
  const said = (text: string) => (text === '' ? t('programme.not_printed') : text)
  return (
    <Panel title={t('programme.article_source')}>
      <DefinitionList
        items={[
          { term: t('programme.article_author'), description: source.author },
          {
            term: t('programme.article_dateline'),
            description: dateline === '' ? said('') : `“${dateline}”`,
          },
          { term: t('programme.article_outlet'), description: said(outlet) },
          { term: t('programme.article_rubric'), description: said(rubric) },
          { term: t('programme.article_parts'), description: said(parts.join('; ')) },
          { term: t('programme.article_opening'), description: said(lead) },
        ]}
      />
    </Panel>
  )
}

/** What the article leaves open: the system says so rather than guess. */
function OpenQuestions({ source }: { source: PressSource }) {
  const { t } = useWords()
  const texts = textsOf(source.data.openQuestions)
  if (texts.length === 0) return null
  // The questions are ours, not the article's: the catalogue has them in both languages.
  const say = (text: string, index: number) => {
    const key = codeKey('article', `${source.id}.open.${index + 1}`)
    const said = t(key)
    return said === key ? text : said
  }
  return (
    <Panel title={t('programme.open_questions')} lead={t('programme.open_questions_lead')}>
      <Prose>
        <ul>
          {texts.map((text, index) => (
            <li key={text}>{say(text, index)}</li>
          ))}
        </ul>
      </Prose>
    </Panel>
  )
}
