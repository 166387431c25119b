import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { asAccount, useDemonstration } from '../demonstration/testing.ts'
import { foldWord, wordsOf } from '../platform/text-search/words.ts'
import { readableWorks } from '../programme/policy.ts'
import { quickSearch } from './quick-search.ts'

const database = useDemonstration()
const runs = 60

interface KnownWork {
  readonly href: string
  readonly title: string
  readonly words: readonly string[]
}
let works: readonly KnownWork[] = []

beforeAll(async () => {
  const rows = await database.db
    .selectFrom('work')
    .select(['work.code', 'work.title'])
    .where('work.code', 'is not', null)
    .orderBy('work.code')
    .execute()
  works = rows.map(({ code, title }) => ({
    href: `/cong-viec/${code}`,
    title,
    words: wordsOf(title.normalize('NFC')).map(({ start, end }) => title.normalize('NFC').slice(start, end)),
  }))
})

/** Everything that a search answers with, as the office of the province, which reads all that was handed in. */
const answers = (typed: string, as: 'van-phong' | 'chi-bo' | 'so-tttt' = 'van-phong') =>
  asAccount(database, as, async (c) => {
    const { found, near } = await quickSearch(c, typed, 100)
    return [...found, ...near]
  })

const aWork = fc.nat().map((index) => works[index % works.length] as KnownWork)

const isThere = (items: readonly { readonly href: string }[], { href }: KnownWork) =>
  items.some((item) => item.href === href)

test('any order of the words of a title finds the work, with accents and without', async () => {
  const shuffled = aWork.chain((work) =>
    fc.record({
      work: fc.constant(work),
      words: fc.shuffledSubarray([...work.words], { minLength: work.words.length }),
      bare: fc.boolean(),
    }),
  )
  await fc.assert(
    fc.asyncProperty(shuffled, async ({ work, words, bare }) => {
      const typed = words.slice(0, 12).map((word) => (bare ? foldWord(word) : word))
      const items = await answers(typed.join(' '))
      expect(isThere(items, work), `${typed.join(' ')} → ${work.title}`).toBe(true)
    }),
    { numRuns: runs },
  )
})

test('one slip of a letter in a word of five letters or more still finds the work', async () => {
  const slipped = aWork.chain((work) => {
    const words = work.words.slice(0, 10).map(foldWord)
    const long = words.flatMap((word, place) => (/^[a-z]{5,}$/.test(word) ? [place] : []))
    return fc.record({
      work: fc.constant(work),
      words: fc.constant(words),
      place: long.length === 0 ? fc.constant(-1) : fc.constantFrom(...long),
      at: fc.nat(),
      kind: fc.constantFrom('missing', 'doubled', 'other', 'exchanged'),
      letter: fc.constantFrom(...'abcdeghiklmnopqrstuvxy'),
    })
  })
  await fc.assert(
    fc.asyncProperty(slipped, async ({ work, words, place, at, kind, letter }) => {
      fc.pre(place >= 0)
      const word = words[place] as string
      const spot = at % (word.length - 1)
      const [head, here, next] = [word.slice(0, spot), word.charAt(spot), word.charAt(spot + 1)]
      const wrong = {
        missing: head + word.slice(spot + 1),
        doubled: head + here + here + word.slice(spot + 1),
        other: head + letter + word.slice(spot + 1),
        exchanged: head + next + here + word.slice(spot + 2),
      }[kind]
      const typed = words.map((one, index) => (index === place ? wrong : one)).join(' ')
      expect(isThere(await answers(typed), work), `${typed} → ${work.title}`).toBe(true)
    }),
    { numRuns: runs },
  )
})

test('nobody finds a work that they may not read, by whatever words', async () => {
  const readable = new Map<string, ReadonlySet<string>>()
  for (const as of ['chi-bo', 'so-tttt'] as const) {
    const rows = await asAccount(database, as, (c) =>
      c.db.selectFrom('work').select(['id', 'code']).where(readableWorks(c)).execute(),
    )
    readable.set(as, new Set(rows.map(({ id, code }) => `/cong-viec/${code ?? id}`)))
  }
  let hidden = 0
  await fc.assert(
    fc.asyncProperty(aWork, fc.constantFrom('chi-bo', 'so-tttt'), async (work, as) => {
      const found = (await answers(work.words.join(' '), as)).filter(({ pile }) => pile === 'works')
      expect(found.filter(({ href }) => !readable.get(as)?.has(href))).toEqual([])
      if (!readable.get(as)?.has(work.href)) hidden++
    }),
    { numRuns: runs },
  )
  expect(hidden).toBeGreaterThan(0)
})
