import { newId } from '../../platform/id.ts'
import type { ProgrammeData } from '../../programme/import/index.ts'
import { type ProgrammeId, reportPeriods, tiers } from '../../programme/import/index.ts'
import { type Article, articleFacts, entryOf } from '../article.ts'
import type { NamedUnits } from '../organisation/named-organisation.ts'

type Id = string

/** The programme of 2022 as the article has it, and the ids that works, claims and facts refer to. */
export interface ArticleProgramme {
  readonly programmeId: ProgrammeId
  readonly sourceId: Id
  readonly themeIds: readonly Id[]
  readonly contentGroupIds: readonly Id[]
  readonly data: Pick<
    ProgrammeData,
    | 'sources'
    | 'guidingDocuments'
    | 'programmes'
    | 'basis'
    | 'themes'
    | 'contentGroups'
    | 'windows'
    | 'periods'
  >
}

/** How every page names the source of what the article states. */
export function citationOf({ source }: Article): { readonly vi: string; readonly en: string } {
  const [year, month, day] = source.publishedAt.slice(0, 10).split('-').map(Number)
  const date = `${day}/${month}/${year}`
  return {
    vi: `Theo bài “${source.title}”, ${source.author}, ${date}`,
    en: `From the article “${source.title}”, ${source.author}, ${date}`,
  }
}

/** The programme with its guidance, themes and content groups, each with the words that it rests on. */
export function articleProgramme(article: Article, units: NamedUnits): ArticleProgramme {
  const programmeId = newId<'programme'>()
  const sourceId = article.source.id
  const documentIds = new Map(article.guidingDocuments.map(({ id }) => [id, newId()]))
  const themes = article.themeGroups.map((theme) => ({
    id: newId(),
    programme_id: programmeId,
    ord: theme.order,
    headline: theme.headline,
    parts: [...theme.parts],
    set_by_unit_id: units['org-btv-tinh-uy'],
    source_quote: theme.quote,
  }))
  const contentGroups = article.contentGroupsTuKy.map((group) => ({
    id: newId(),
    programme_id: programmeId,
    scope_unit_id: units['org-huyen-uy-tu-ky'],
    ord: group.order,
    name: group.name,
    refers_to_year: group.refersToYear,
    source_quote: group.quote,
  }))
  return {
    programmeId,
    sourceId,
    themeIds: themes.map(({ id }) => id),
    contentGroupIds: contentGroups.map(({ id }) => id),
    data: {
      sources: [sourceRow(article)],
      guidingDocuments: documentRows(article, documentIds),
      programmes: [programmeRow(article, units, programmeId)],
      basis: basisRows(article, programmeId, documentIds),
      themes,
      contentGroups,
      ...calendarOf(programmeId, article.programme.year, `${article.programme.year}-06-30`),
    },
  }
}

/** When a year registers and reports: a setting of this installation, not a fact of the article. */
export function calendarOf(
  programmeId: ProgrammeId,
  year: number,
  closesOn: string,
): Pick<ProgrammeData, 'windows' | 'periods'> {
  return {
    windows: tiers.map((tier) => ({
      programme_id: programmeId,
      tier,
      opens_on: `${year}-01-01`,
      closes_on: closesOn,
    })),
    periods: reportPeriods(year).map((period) => ({
      programme_id: programmeId,
      key: period.key,
      data_closes_on: period.dataClosesOn,
      due_on: period.dueOn,
    })),
  }
}

function sourceRow(article: Article): ProgrammeData['sources'][number] {
  const { source } = article
  const citation = citationOf(article)
  return {
    id: source.id,
    title: source.title,
    author: source.author,
    published_on: source.publishedAt.slice(0, 10),
    citation_vi: citation.vi,
    citation_en: citation.en,
    // The whole file: what has no row of its own (terms, groups, open questions) is kept too.
    data: articleFacts as ProgrammeData['sources'][number]['data'],
  }
}

function documentRows(article: Article, ids: ReadonlyMap<string, Id>): ProgrammeData['guidingDocuments'] {
  return article.guidingDocuments.map((document) => ({
    id: idIn(ids, document.id),
    ref: document.id.replace(/^doc-/, ''),
    number: document.number,
    kind: document.kind,
    issuer_name: entryOf(article.organizations, document.issuer).name,
    title: document.title,
    issued_on: document.date,
    continues_id: document.continues === undefined ? null : idIn(ids, document.continues),
    source_id: article.source.id,
    source_quote: document.quote,
  }))
}

function programmeRow(article: Article, units: NamedUnits, id: ProgrammeId) {
  const { year, completionRule, quality } = article.programme
  return {
    id,
    year,
    unit_id: units['org-tinh-uy'],
    name: `Việc đột phá năm ${year}`,
    completion_rule: completionRule.text,
    source_id: article.source.id,
    source_quote: quality.quote,
  }
}

function basisRows(article: Article, programmeId: Id, ids: ReadonlyMap<string, Id>): ProgrammeData['basis'] {
  const { basis, linkedTo } = article.programme
  const row = (role: string) => (id: string, index: number) => ({
    programme_id: programmeId,
    document_id: idIn(ids, id),
    ord: index + 1,
    role,
  })
  return [...basis.map(row('basis')), ...linkedTo.map(row('linked'))]
}

function idIn(ids: ReadonlyMap<string, Id>, key: string): Id {
  const id = ids.get(key)
  if (id === undefined) throw new RangeError(`the article has no document ${key}`)
  return id
}
