import { describe, expect, test } from 'vitest'
import { addDays, plainDate } from '../platform/time/plain-date.ts'
import { articleFacts, readArticle } from './article.ts'
import { useDemonstration } from './testing.ts'

const database = useDemonstration()
const article = readArticle()
const quotes = new Set(quotesIn(articleFacts))

/** Every quoted phrase of the facts file, wherever it stands. */
function quotesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(quotesIn)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'quote' && typeof inner === 'string' ? [inner] : quotesIn(inner),
  )
}

async function read<Row extends object>(query: string): Promise<Row[]> {
  return (await database.pool.query<Row>(query)).rows
}

describe('what is not invented', () => {
  test('is exactly what the article names', async () => {
    const units = await read<{ name: string }>('select name from unit where not illustrative')
    const named = article.organizations.filter(({ kind }) => kind === 'named')
    expect(units.map(({ name }) => name).sort()).toEqual(named.map(({ name }) => name).sort())
    const persons = await read<{ full_name: string }>('select full_name from person where not illustrative')
    expect(persons.map((row) => row.full_name).sort()).toEqual(['Nguyễn Cao Thắng', 'Phạm Hồng Hạnh'])
    const works = await read<{ title: string }>('select title from work where not illustrative')
    expect(works.map(({ title }) => title).sort()).toEqual(article.works.map(({ name }) => name).sort())
    expect(await read('select number from decision where not illustrative')).toEqual([])
    const posts = await read<{ title: string }>('select title from post where not illustrative')
    expect(posts.map(({ title }) => title).sort()).toEqual([
      'Giám đốc Sở Thông tin và Truyền thông',
      'Trưởng Ban Tuyên giáo Huyện ủy Tứ Kỳ',
    ])
  })

  test('rests on words of the article, verbatim', async () => {
    const stated = await read<{ of: string; quote: string | null }>(`
      select 'unit ' || code as of, source_quote as quote from unit where not illustrative
      union all select 'person ' || full_name, source_quote from person where not illustrative
      union all select 'work ' || code, source_quote from work where not illustrative
      union all select 'target ' || measure, t.source_quote from target t join work w on w.id = t.work_id where not w.illustrative
      union all select 'state of ' || w.code, s.reason from work_state_span s join work w on w.id = s.work_id where not w.illustrative
      union all select 'document ' || ref, source_quote from guiding_document
      union all select 'programme ' || year, source_quote from programme where year = 2022
      union all select 'theme ' || ord, source_quote from theme_group
      union all select 'content group ' || ord, source_quote from content_group
      union all select 'claim ' || ref, source_quote from count_claim
      union all select 'fact ' || ref, source_quote from press_fact`)
    expect(stated.length).toBeGreaterThan(60)
    expect(stated.filter(({ quote }) => quote === null || !quotes.has(quote))).toEqual([])
  })

  test('holds every entry of the article that has a place in the register', async () => {
    const count = async (query: string) =>
      (await read<{ count: number }>(`select count(*)::int as count ${query}`))[0]?.count
    expect(await count('from guiding_document')).toBe(article.guidingDocuments.length)
    expect(await count('from theme_group')).toBe(article.themeGroups.length)
    expect(await count('from content_group')).toBe(article.contentGroupsTuKy.length)
    expect(await count('from count_claim')).toBe(article.workCounts.length)
    expect(await count("from press_fact where kind = 'indicator'")).toBe(article.indicators.length)
    expect(await count("from press_fact where kind = 'outcome'")).toBe(article.statedOutcomes.length)
    expect(await count("from press_fact where kind = 'caption'")).toBe(article.photoCaptions.length)
    const activities = article.works.flatMap((work) => work.activities)
    expect(await count("from press_fact where kind = 'activity'")).toBe(activities.length)
    expect(await read('select data from press_source')).toEqual([{ data: articleFacts }])
  })

  test('names its source', async () => {
    expect(await read('select citation_vi from press_source')).toEqual([
      { citation_vi: 'Theo bài “Làm theo Bác bằng những việc đột phá”, Hoàng Biên, 18/5/2022' },
    ])
  })
})

describe('of a body or person that the article names', () => {
  test('no work, decision, date or number is invented', async () => {
    const works =
      await read(`select code, state, state_since, due_on, assigned_on, assigner_unit_id, imported,
      theme_group_id, continues_unlinked from work where not illustrative order by code`)
    const untold = { due_on: null, assigned_on: null, assigner_unit_id: null, theme_group_id: null }
    const standing = { state: 'in_progress', state_since: '2022-05-18', imported: true }
    expect(works).toEqual([
      { code: '2022-so-tttt-001', ...standing, ...untold, continues_unlinked: true },
      { code: '2022-tu-ky-001', ...standing, ...untold, continues_unlinked: false },
    ])
    const tables = [
      'step',
      'report',
      'evidence',
      'completion',
      'adjustment',
      'appraisal',
      'decision_item',
      'work_signal',
    ]
    for (const table of tables) {
      const rows = await read(
        `select w.code from ${table} t join work w on w.id = t.work_id where not w.illustrative`,
      )
      expect(rows, table).toEqual([])
    }
  })

  test('no signal ever arises, however far the day is moved', async () => {
    const last = addDays(plainDate('2022-05-18'), 365 * 8)
    const rows = await read(`select w.code from work_signal s join work w on w.id = s.work_id
      where not w.illustrative and s.from_on <= '${last}'`)
    expect(rows).toEqual([])
  })

  test('nothing that is invented is owned', async () => {
    expect(
      await read(`select work.code from work join unit on unit.id = work.owner_unit_id
        where work.illustrative and not unit.illustrative`),
    ).toEqual([])
    expect(
      await read(`select person.full_name from post_holding held join person on person.id = held.person_id
        where held.illustrative <> person.illustrative`),
    ).toEqual([])
    expect(
      await read(`select person.full_name from account join person on person.id = account.person_id
        where not person.illustrative`),
    ).toEqual([])
    expect(
      await read(`select work.code from work join post_holding held on held.id = work.owner_holding_id
        where not held.illustrative`),
    ).toEqual([])
  })
})

test('what is invented says so in its own name', async () => {
  const names = await read<{ name: string }>(`
    select name from unit where illustrative
    union all select full_name from person where illustrative
    union all select title from post where illustrative
    union all select title from work where illustrative
    union all select number from decision
    union all select authority from recognition
    union all select number from recognition
    union all select document from work_state_span where document is not null and action <> 'import'`)
  expect(names.length).toBeGreaterThan(2000)
  expect(names.filter(({ name }) => !name.toLowerCase().includes('minh hoạ'))).toEqual([])
})
