import { expect, test } from 'vitest'
import { bytesSource, prefixOf } from '../source.ts'
import { appendRevision, buildPdf, bytesOf, latin1, pagesOf } from '../testing/build-pdf.ts'
import { partsOf, readWhole } from '../testing/exercise-pdf.ts'
import { changesOf } from './changes.ts'
import { openPdf } from './document.ts'
import { PdfDict, PdfName } from './objects.ts'
import { listPages, pageAt } from './pages.ts'

const open = (bytes: Uint8Array) => openPdf(bytesSource(bytes))

for (const kind of ['table', 'stream', 'hybrid'] as const) {
  const inStream = kind === 'table' ? [] : [2, 3]

  test(`opens a ${kind} file and finds its pages`, () => {
    const file = open(buildPdf(pagesOf(3), { kind, inStream }))
    expect(file.notes).toEqual([])
    expect(file.revisions).toHaveLength(1)
    expect(file.catalog().get('Type')).toEqual(new PdfName('Catalog'))
    expect(listPages(file).map(({ ref }) => ref.number)).toEqual([3, 4, 5])
    expect(pageAt(file, 2)?.attributes.get('MediaBox')).toEqual([0, 0, 595, 842])
    expect(pageAt(file, 3)).toBeNull()
  })

  test(`tells what a second revision of a ${kind} file changed`, () => {
    const first = buildPdf(pagesOf(3), { kind, inStream })
    const file = open(
      appendRevision(
        first,
        { 3: '<</Type/Page/Parent 2 0 R/Rotate 90>>', 20: '(new)' },
        { kind, freed: [5] },
      ),
    )
    const own = changesOf(file, 1).filter(({ number }) => number <= 5 || number === 20)
    expect(own).toEqual([
      { number: 3, kind: 'changed' },
      { number: 5, kind: 'freed' },
      { number: 20, kind: 'added' },
    ])
    expect(file.revisions[0]?.end).toBe(first.length)
    const [before, after] = [0, 1].map((at) => file.getObject(3, at)?.value)
    expect(before instanceof PdfDict && before.get('Rotate')).toBeNull()
    expect(after instanceof PdfDict && after.get('Rotate')).toBe(90)
    expect(file.getObject(5)).toBeNull()
    expect(file.getObject(5, 0)).not.toBeNull()
  })
}

test('opens what Word saves: a table, then a section that only names a hidden stream', () => {
  const base = buildPdf(pagesOf(3), { kind: 'hybrid', inStream: [4, 5] })
  const text = latin1(base)
  const hidden = /\/XRefStm (\d+)/.exec(text)
  const table = text
    .replace(/\/XRefStm \d+/, '')
    .replace(/0 4\n((?:.{20}){4})6 1\n/s, '0 7\n$10000000005 65535 f \n0000000000 65535 f \n')
  const previous = /startxref\n(\d+)/.exec(table)?.[1]
  const trailer = `<</Size 8/Root 1 0 R/Prev ${previous}${hidden?.[0]}>>`
  const word = `${table}xref\n0 0\ntrailer\n${trailer}\nstartxref\n${table.length}\n%%EOF`
  expect(table).toContain('0 7\n')
  const file = readWhole(bytesSource(bytesOf(word)))
  expect(file.notes).toEqual([])
  expect(file.revisions).toHaveLength(2)
  expect(changesOf(file, 1).map(({ number, kind }) => `${number} ${kind}`)).toEqual([
    '4 added',
    '5 added',
    '7 added',
  ])
})

test('finds each object of each revision, however large its sections are', () => {
  const many = Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [10 + index, '1']))
  let bytes = buildPdf({ ...pagesOf(1), ...many })
  for (let revision = 1; revision < 14; revision++)
    bytes = appendRevision(bytes, revision === 9 ? many : { [20 + (revision % 4)]: '2', 4999: '3' })
  const file = readWhole(bytesSource(bytes))
  const few = file.revisions.map(({ end }) => openPdf(prefixOf(bytesSource(bytes), end)))
  for (const number of [0, 3, 15, 20, 21, 22, 23, 4999, 5009, 6000])
    for (const [at, before] of few.entries()) {
      const expected = before.revisions.findLast((revision) =>
        revision.sections.some(({ ranges }) => ranges.find(number) !== null),
      )
      const entry = expected?.sections[0]?.ranges.find(number) ?? null
      expect(file.entry(number, at)).toEqual(entry)
    }
})

test('reads a table of many entries where it needs them', () => {
  const many = Object.fromEntries(Array.from({ length: 30_000 }, (_, index) => [10 + index, '1']))
  const parts = partsOf(buildPdf({ ...pagesOf(1), ...many }))
  let sum = 0
  const read = (from: number, to: number) => {
    sum += Math.min(to, parts.sizeBytes) - from
    return parts.read(from, to)
  }
  const file = openPdf({ sizeBytes: parts.sizeBytes, read })
  expect(pageAt(file, 0)?.ref.number).toBe(3)
  expect(file.getObject(20_000)?.value).toBe(1)
  expect(sum).toBeLessThan(30_000)
})

test('knows its versions, its information and what follows its end', () => {
  const objects = { ...pagesOf(1), 1: '<</Type/Catalog/Pages 2 0 R/Version/2.0>>', 9: '<</Title(x)>>' }
  const bytes = buildPdf(objects, { trailer: '/Info 9 0 R', version: '1.4' })
  const file = open(bytes)
  expect([file.headerVersion, file.versionAt()]).toEqual(['1.4', '2.0'])
  expect(file.info()?.get('Title')).toMatchObject({ bytes: bytesOf('x') })
  expect(file.trailing).toEqual({ start: bytes.length, end: bytes.length, isBlank: true })
  const longer = open(bytesOf(`${latin1(bytes)} \nx`))
  expect(longer.trailing).toEqual({ start: bytes.length, end: bytes.length + 3, isBlank: false })
})
