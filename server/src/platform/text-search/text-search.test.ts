import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { useTestDatabase } from '../testing/database.ts'
import { expansionsOf, shortenedRuns } from './abbreviations.ts'
import { FitReader } from './fit.ts'
import { markHits } from './mark-hits.ts'
import { parseSearch, saidTerms } from './parse-search.ts'
import { slipsOf } from './slips.ts'
import { isSyllable, readTelex, splitSyllables } from './syllables.ts'
import { matchText } from './text-match.ts'
import { wordsOf } from './words.ts'

const database = useTestDatabase()

/** The words of a text as the database keeps them. */
async function kept(text: string): Promise<string[]> {
  const { rows } = await sql<{
    words: string[]
  }>`select tsvector_to_array(search_vector(${text})) as words`.execute(database.db)
  return (rows[0]?.words ?? []).sort()
}

describe('the words of a text', () => {
  test.each([
    'Sở Thông tin và Truyền thông',
    '0950-QĐ/TU ngày 02/03/2022',
    'Uỷ ban, Ủy ban; hoà, hòa, quý, thuở, khoẻ, loè, thuý',
    'Giảm 30% còn 1,5 ha: “Đề án số 06”; email/SMS – IPv6',
    'ĐƯỜNG ĐÈO Ô ƯỢT',
    '',
  ])('are the same here and in the database: %s', async (text) => {
    const read = wordsOf(text.normalize('NFC')).flatMap(({ exact, folded }) => [exact, folded])
    expect(await kept(text)).toEqual([...new Set(read)].sort())
    expect(await kept(text.normalize('NFD'))).toEqual([...new Set(read)].sort())
  })

  test('have one place for each tone mark, and no leading noughts', () => {
    expect(wordsOf('Uỷ ban 007').map(({ exact }) => exact)).toEqual(
      wordsOf('Ủy ban 7').map(({ exact }) => exact),
    )
  })
})

describe('what officials shorten', () => {
  test('is read both ways', () => {
    expect(expansionsOf('cds')).toContainEqual(['chuyen', 'doi', 'so'])
    expect(expansionsOf('tu')).toContainEqual(['tinh', 'uy'])
    expect(shortenedRuns(['so', 'thong', 'tin', 'va', 'truyen', 'thong'])).toContainEqual({
      from: 1,
      to: 6,
      short: 'tttt',
    })
  })

  test('are the initials of a unit in the directory too', async () => {
    const { rows } = await sql<{
      words: string[]
    }>`select tsvector_to_array(search_initials('Văn phòng Đoàn Đại biểu')) as words`.execute(database.db)
    expect(rows[0]?.words).toEqual(expect.arrayContaining(['~vp', '~vpddb', '~ddb']))
  })
})

describe('one slip of a letter', () => {
  test.each([
    ['nghiep', 'ngihep'],
    ['nghiep', 'nghip'],
    ['nghiep', 'nghieep'],
    ['nghiep', 'nghiap'],
    ['nghiep', 'mghiep'],
  ])('of %s can be %s, and back', (word, slip) => {
    expect(slipsOf(word)).toContain(slip)
    expect(slipsOf(slip)).toContain(word)
  })

  test('is one, and not two', () => {
    expect(slipsOf('nghiep')).not.toContain('nghie' + 'pp' + 'p')
    expect(slipsOf('nghiep')).not.toContain('gnhipe')
    expect(slipsOf('nghiep')).not.toContain('nghiep')
  })
})

describe('syllables', () => {
  test.each(['nghieng', 'uyen', 'o', 'quy', 'giuong', 'hoa', 'thuo', 'khuya'])('%s is one', (word) => {
    expect(isSyllable(word)).toBe(true)
  })
  test.each(['tttt', 'ubnd', 'online', 'haiduong', 'tk'])('%s is none', (word) => {
    expect(isSyllable(word)).toBe(false)
  })

  test('are found in a run without spaces', () => {
    expect(splitSyllables('haiduong')).toContainEqual(['hai', 'duong'])
    expect(splitSyllables('tttt')).toEqual([])
  })

  test.each([
    ['chuyeenr', 'chuyen'],
    ['ddooir', 'doi'],
    ['tuwr', 'tu'],
    ['dduwowngf', 'duong'],
    ['nhaan', 'nhan'],
  ])('typed in Telex, %s is %s', (typed, read) => {
    expect(readTelex(typed)).toBe(read)
  })
  test.each(['chuyen', 'tttt', 'wifi'])('%s is no Telex', (typed) => {
    expect(readTelex(typed)).toBeNull()
  })
})

describe('a search', () => {
  test('leaves out what says little, unless nothing else was typed', () => {
    expect(saidTerms(parseSearch('việc của sở y tế')).map(({ exact }) => exact)).toEqual(['sở', 'y', 'tế'])
    expect(saidTerms(parseSearch('việc của')).map(({ exact }) => exact)).toEqual(['việc', 'của'])
    expect(saidTerms(parseSearch('đỏ đê')).map(({ exact }) => exact)).toEqual(['đỏ', 'đê'])
  })

  test('of signs alone matches nothing', () => {
    expect(matchText(parseSearch('— !'), 'words')).toBeNull()
  })

  test('of any characters is a query that the database understands', async () => {
    for (const typed of [
      `'; drop table`,
      String.raw`\' | & ! ( ) : * <->`,
      "o'brien:*",
      '%_',
      'Ω≈ç√',
      '0',
      '\u0300',
    ]) {
      for (const nearness of ['words', 'slips', 'most'] as const) {
        const match = matchText(parseSearch(typed), nearness)
        if (match === null) continue
        const { rows } = await sql<{ is: boolean; fit: number }>`select
          ${match.condition(sql`search_vector(${typed})`)} as is, ${match.fit(sql`search_vector(${typed})`)} as fit`.execute(
          database.db,
        )
        expect(rows[0]?.is, typed).toBe(true)
      }
    }
  })

  test('counts most what is written as typed and stands side by side', () => {
    const fitOf = (typed: string, text: string) => {
      const reader = new FitReader(parseSearch(typed))
      const fields = [{ text }]
      return reader.fit(fields, reader.hits(fields), [])
    }
    expect(fitOf('tứ kỳ', 'Tứ Kỳ')).toBeGreaterThan(fitOf('tứ kỳ', 'Tự kỷ'))
    expect(fitOf('tu ky', 'Huyện Tứ Kỳ')).toBeGreaterThan(fitOf('tu ky', 'Kỳ thi thứ tư'))
    expect(fitOf('chuyen doi so', 'Chuyển đổi số')).toBeGreaterThan(
      fitOf('chuyen doi so', 'Chuyển sổ đổi mới'),
    )
    expect(fitOf('nong thon', 'Nông thôn')).toBeGreaterThan(fitOf('nong thom', 'Nông thôn'))
    expect(fitOf('cds', 'Chuyển đổi số')).toBeGreaterThan(0.8)
    expect(fitOf('xe', 'Bệnh viện')).toBe(0)
  })
})

test('hits are marked, whole words and side by side as one', () => {
  const marked = (typed: string, text: string) =>
    markHits(parseSearch(typed), text)
      .map((piece) => (piece.hit ? `[${piece.text}]` : piece.text))
      .join('')
  expect(marked('tu ky huyen', 'Ban Tuyên giáo Huyện ủy Tứ Kỳ')).toBe('Ban Tuyên giáo [Huyện] ủy [Tứ Kỳ]')
  expect(marked('so tttt', 'Sở Thông tin và Truyền thông')).toBe('[Sở Thông tin] và [Truyền thông]')
  expect(marked('benh vien', 'Không có gì')).toBe('Không có gì')
  expect(marked('truyen', 'Sở Thông tin và Truyền thông'.normalize('NFD'))).toBe(
    'Sở Thông tin và [Truyền] thông',
  )
})
