import { expect, test } from 'vitest'
import { bytesSource } from '../source.ts'
import { appendRevision, buildPdf, pagesOf } from '../testing/build-pdf.ts'
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
