import { expect, test } from 'vitest'
import { fullDocument } from '../testing/full-document.ts'
import { isDict, nameOf, type PdfDict, type PdfObject, PdfStream, PdfString } from './conformance/objects.ts'
import { PdfFile } from './conformance/read-pdf.ts'
import { FontFiles } from './fonts.ts'
import { Typesetter } from './typeset.ts'

const typesetter = new Typesetter(new FontFiles())
const at = '2026-01-05'
const file = new PdfFile(typesetter.set(fullDocument, { at, tagged: true, id: 'vb-000123' }).pdf)

function elementsOf(object: PdfObject | undefined): readonly PdfDict[] {
  const found = file.resolve(object)
  if (Array.isArray(found)) return found.flatMap(elementsOf)
  if (!isDict(found) || found instanceof PdfStream || !found.has('S')) return []
  return [found, ...elementsOf(found.get('K'))]
}

const elements = elementsOf(file.dict(file.catalog.get('StructTreeRoot'))?.get('K'))
const roles = elements.map((element) => nameOf(file.resolve(element.get('S'))))
const count = (role: string) => roles.filter((one) => one === role).length
const textOf = (object: PdfObject): string => {
  if (!(object instanceof PdfString)) return ''
  const bytes = Buffer.from(object.bytes, 'latin1')
  return bytes[0] === 0xfe && bytes[1] === 0xff
    ? bytes.subarray(2).swap16().toString('utf16le')
    : object.bytes
}

test('says which of its parts are headings, table heads, figures and notes', () => {
  // The decision, what is attached to it, and two annexes.
  expect(count('H1')).toBe(4)
  // One chapter, one section; two articles with titles; two headings of the second annex.
  expect([count('H2'), count('H3'), count('H4')]).toEqual([2, 2, 2])
  expect([count('Table'), count('TH'), count('TD')]).toEqual([1, 6, 150])
  expect([count('Figure'), count('Note')]).toEqual([1, 1])
  const figure = elements.find((element) => nameOf(file.resolve(element.get('S'))) === 'Figure')
  expect(textOf(file.resolve(figure?.get('Alt')))).toBe('Một hình màu')
})

test('names its language, and its title and author as the model has them', () => {
  expect(textOf(file.resolve(file.catalog.get('Lang')))).toBe('vi')
  const info = file.dict(file.trailer.get('Info'))
  expect(textOf(file.resolve(info?.get('Title')))).toBe(
    'Quyết định 05/QĐ-SNV Về việc ban hành Quy chế làm việc của Sở Nội vụ tỉnh Lâm Hải giai đoạn 2026 - 2030',
  )
  expect(textOf(file.resolve(info?.get('Author')))).toBe('Sở Nội vụ')
  expect(textOf(file.resolve(info?.get('Keywords')))).toBe('vb-000123')
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
