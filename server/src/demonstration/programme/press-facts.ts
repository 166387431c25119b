import { newId } from '../../platform/id.ts'
import type { ProgrammeData } from '../../programme/import/index.ts'
import type { Article, ArticleIndicator } from '../article.ts'
import type { NamedUnits } from '../organisation/named-organisation.ts'
import type { ArticleProgramme } from './article-programme.ts'
import type { NamedWorks } from './named-works.ts'

type PressFact = ProgrammeData['pressFacts'][number]
type Fact = Pick<PressFact, 'ref' | 'kind' | 'text_vi' | 'source_quote'> &
  Partial<Pick<PressFact, 'work_id' | 'unit_id' | 'data'>>

// Figures that stand next to a work as its background: they are of the year before, or of something else, never its result.
const background: Readonly<Record<string, keyof NamedWorks>> = {
  'ind-par-2020': 'work-so-tttt-cchc',
  'ind-par-2021': 'work-so-tttt-cchc',
  'ind-par-egov-2021': 'work-so-tttt-cchc',
  'ind-tu-ky-organic': 'work-tu-ky-zones',
}

const captions: Readonly<Record<string, keyof NamedWorks>> = {
  'cap-1': 'work-tu-ky-zones',
  'cap-2': 'work-so-tttt-cchc',
}

/** What the article prints next to the register: outcomes, indicators, activities, captions, and how works are chosen. */
export function pressFactRows(
  article: Article,
  programme: ArticleProgramme,
  units: NamedUnits,
  works: NamedWorks,
): ProgrammeData['pressFacts'] {
  const unitOf = (id: string) => (id in units ? units[id as keyof NamedUnits] : null)
  const workOf = (id: keyof NamedWorks | undefined) => (id === undefined ? null : works[id])
  const facts: readonly Fact[] = [
    ...statements(article),
    ...activities(article, unitOf, works),
    ...article.indicators.map((indicator) => ({
      ref: indicator.id,
      kind: 'indicator',
      text_vi: indicatorText(indicator),
      work_id: workOf(background[indicator.id]),
      unit_id: unitOf(indicator.entity),
      data: { ...indicator, ...(indicator.id in background ? { role: 'background' } : {}) },
      source_quote: indicator.quote,
    })),
    ...article.statedOutcomes.map((outcome) => ({
      ref: outcome.id,
      kind: 'outcome',
      text_vi: outcome.text,
      unit_id: unitOf(outcome.of),
      data: { of: outcome.of },
      source_quote: outcome.quote,
    })),
    ...article.photoCaptions.map((caption) => ({
      ref: caption.id,
      kind: 'caption',
      text_vi: caption.quote,
      work_id: workOf(captions[caption.id]),
      unit_id: unitOf(caption.about[0] ?? ''),
      data: { about: caption.about },
      source_quote: caption.quote,
    })),
  ]
  return facts.map((fact, index) => ({
    id: newId(),
    programme_id: programme.programmeId,
    ord: index + 1,
    source_id: programme.sourceId,
    ...fact,
    data: (fact.data ?? {}) as NonNullable<PressFact['data']>,
  }))
}

function statements({ programme }: Article): readonly Fact[] {
  const { completionRule, selectionRule, quality, focus } = programme
  const stated = { completionRule, selectionRule, quality, focus }
  return Object.entries(stated).map(([name, { text, quote }]) => ({
    ref: `statement-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
    kind: 'statement',
    text_vi: text,
    source_quote: quote,
  }))
}

function activities(
  article: Article,
  unitOf: (id: string) => string | null,
  works: NamedWorks,
): readonly Fact[] {
  return article.works.flatMap((work) =>
    work.activities.map((activity, index) => ({
      ref: `${work.id}-activity-${index + 1}`,
      kind: 'activity',
      text_vi: activity.text,
      work_id: works[work.id as keyof NamedWorks],
      unit_id: unitOf(activity.by),
      data: { by: activity.by, ...(activity.with === undefined ? {} : { with: activity.with }) },
      source_quote: activity.quote,
    })),
  )
}

/** The figure in words, with only what the article prints. */
export function indicatorText(indicator: ArticleIndicator): string {
  const { index, dataYear, period, rank, peerCount, value, unit, bound, status, standing } = indicator
  const [year, quarter] = period?.split('-Q') ?? []
  const when =
    period === undefined
      ? dataYear === undefined
        ? ''
        : ` năm ${dataYear}`
      : ` quý ${roman(quarter)} năm ${year}`
  const number =
    value === undefined ? '' : [status, bound, vietnameseNumber(value, unit)].filter(Boolean).join(' ')
  const place = rank === undefined ? '' : `thứ ${rank}${peerCount == null ? '' : ` trong số ${peerCount}`}`
  const wider = { 'place-ca-nuoc': ' cả nước', 'place-dbsh': ' vùng đồng bằng sông Hồng' }
  const among = place === '' ? '' : (wider[indicator.peerGroup as keyof typeof wider] ?? '')
  const moved = indicator.rankChange === undefined ? '' : `tăng ${indicator.rankChange} bậc`
  const shares = [
    indicator.percentOfAnnualEstimate === undefined
      ? ''
      : `đạt ${vietnameseNumber(indicator.percentOfAnnualEstimate, '%')} dự toán năm`,
    indicator.changeOnSamePeriodLastYearPercent === undefined
      ? ''
      : `tăng ${vietnameseNumber(indicator.changeOnSamePeriodLastYearPercent, '%')} so với cùng kỳ năm trước`,
  ]
  const said = [number, place === '' ? '' : `${place}${among}`, moved, ...shares, standing ?? '']
  return `${index}${when}: ${said.filter((part) => part !== '').join(', ')}`
}

function roman(quarter: string | undefined): string {
  return ['I', 'II', 'III', 'IV'][Number(quarter) - 1] ?? ''
}

function vietnameseNumber(value: number, unit: string | undefined): string {
  const [whole = '', fraction] = String(value).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '.')
  const number = fraction === undefined ? grouped : `${grouped},${fraction}`
  return unit === undefined || unit === '%' ? `${number}${unit ?? ''}` : `${number} ${unit}`
}
