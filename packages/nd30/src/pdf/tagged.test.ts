import { bytesSource, openPdf, PdfDict, PdfName, type PdfObject, PdfString } from '@dot-pha/pades'
import { expect, test } from 'vitest'
import { fullDocument } from '../testing/full-document.ts'
import { FontFiles } from './fonts.ts'
import { Typesetter } from './typeset.ts'

const typesetter = new Typesetter(new FontFiles())
const at = '2026-01-05'
const file = openPdf(bytesSource(typesetter.set(fullDocument, { at, tagged: true, id: 'vb-000123' }).pdf))
const revision = file.latest.number
const catalog = file.catalog(revision)

const dictOf = (value: PdfObject): PdfDict | null => {
  const found = file.resolve(value, revision)
  return found instanceof PdfDict ? found : null
}

function elementsOf(object: PdfObject): readonly PdfDict[] {
  const found = file.resolve(object, revision)
  if (Array.isArray(found)) return found.flatMap(elementsOf)
  if (!(found instanceof PdfDict) || found.get('S') === null) return []
  return [found, ...elementsOf(found.get('K'))]
}

const roleOf = (element: PdfDict): string | null => {
  const role = file.resolve(element.get('S'), revision)
  return role instanceof PdfName ? role.value : null
}

const elements = elementsOf(dictOf(catalog.get('StructTreeRoot'))?.get('K') ?? null)
const roles = elements.map(roleOf)
const count = (role: string) => roles.filter((one) => one === role).length
const textOf = (value: PdfObject): string => {
  const found = file.resolve(value, revision)
  if (!(found instanceof PdfString)) return ''
  const bytes = Buffer.from(found.bytes)
  return bytes[0] === 0xfe && bytes[1] === 0xff
    ? bytes.subarray(2).swap16().toString('utf16le')
    : bytes.toString('latin1')
}

test('says which of its parts are headings, table heads, figures and notes', () => {
  // The decision, what is attached to it, and two annexes.
  expect(count('H1')).toBe(4)
  // One chapter, one section; two articles with titles; two headings of the second annex.
  expect([count('H2'), count('H3'), count('H4')]).toEqual([2, 2, 2])
  expect([count('Table'), count('TH'), count('TD')]).toEqual([1, 6, 150])
  expect([count('Figure'), count('Note')]).toEqual([1, 1])
  const figure = elements.find((element) => roleOf(element) === 'Figure')
  expect(textOf(figure?.get('Alt') ?? null)).toBe('Một hình màu')
})

test('names its language, and its title and author as the model has them', () => {
  expect(textOf(catalog.get('Lang'))).toBe('vi')
  const info = dictOf(file.trailer(revision).get('Info'))
  expect(textOf(info?.get('Title') ?? null)).toBe(
    'Quyết định 05/QĐ-SNV Về việc ban hành Quy chế làm việc của Sở Nội vụ tỉnh Lâm Hải giai đoạn 2026 - 2030',
  )
  expect(textOf(info?.get('Author') ?? null)).toBe('Sở Nội vụ')
  expect(textOf(info?.get('Keywords') ?? null)).toBe('vb-000123')
})

test('has no date but that of the document, and none of a clock', () => {
  const dates = (document: typeof fullDocument, day: string) => {
    const { pdf } = typesetter.set(document, { at: day })
    return new Set(
      Buffer.from(pdf)
        .toString('latin1')
        .match(/D:\d{8}|\d{4}-\d\d-\d\dT[^<]*/g),
    )
  }
  expect(dates(fullDocument, '2026-02-02')).toEqual(new Set(['D:20260105', '2026-01-05T00:00:00Z']))
  const draft = { ...fullDocument, issued: { place: 'Lâm Hải', date: null } }
  expect(dates(draft, '2026-02-02')).toEqual(new Set(['D:20260202', '2026-02-02T00:00:00Z']))
})
