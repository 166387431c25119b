import { constants, deflateRawSync, deflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { PadesError } from '../errors.ts'
import { bytesSource } from '../source.ts'
import { appendRevision, buildPdf, bytesOf, latin1, pagesOf, streamText } from '../testing/build-pdf.ts'
import { partsOf, readWhole } from '../testing/exercise-pdf.ts'
import { changesOf } from './changes.ts'
import { openPdf } from './document.ts'
import { PdfDict } from './objects.ts'
import { listPages, pageAt } from './pages.ts'

function refusal(bytes: Uint8Array): unknown {
  try {
    readWhole(bytesSource(bytes))
  } catch (error) {
    if (error instanceof PadesError) return { code: error.code, ...error.details }
    throw error
  }
  return null
}

/** A gigabyte of zeros, deflated: the same megabyte a thousand times. */
function bomb(): Uint8Array {
  const part = deflateRawSync(new Uint8Array(1 << 20), { finishFlush: constants.Z_FULL_FLUSH })
  return Buffer.concat([Uint8Array.of(0x78, 0x9c), ...Array.from({ length: 1024 }, () => part)])
}

test('stops at a stream that grows to a gigabyte', () => {
  const bytes = buildPdf({ ...pagesOf(1), 9: streamText('/Filter/FlateDecode', bomb()) })
  expect(refusal(bytes)).toMatchObject({ code: 'pdf_limit', limit: 'inflatedBytesPerStream' })
})

test('stops at an object stream and at a cross-reference stream that grow', () => {
  const objects = { ...pagesOf(1), 9: streamText('/Type/ObjStm/N 1/First 4/Filter/FlateDecode', bomb()) }
  expect(refusal(buildPdf(objects))).toMatchObject({ code: 'pdf_limit' })
  const text = latin1(buildPdf(pagesOf(1), { kind: 'stream' }))
  const [before = ''] = text.split(/\d+ 0 obj\n<<\/Type\/XRef/)
  const dict = '/Type/XRef/W[1 3 2]/Root 1 0 R/Size 8000000/Filter/FlateDecode'
  const grown = `${before}9 0 obj\n${streamText(dict, bomb())}\nendobj\nstartxref\n${before.length}\n%%EOF\n`
  expect(refusal(bytesOf(grown))).toMatchObject({ code: 'pdf_limit' })
})

test('stops at filters within filters', () => {
  let data: Uint8Array = new Uint8Array(40 << 20)
  for (let i = 0; i < 3; i++) data = deflateSync(data)
  const filters = '/Filter[/FlateDecode/FlateDecode/FlateDecode]'
  const objects = Object.fromEntries(Array.from({ length: 14 }, (_, i) => [9 + i, streamText(filters, data)]))
  expect(refusal(buildPdf({ ...pagesOf(1), ...objects }))).toMatchObject({ code: 'pdf_limit' })
  const many = `/Filter[${'/RunLengthDecode'.repeat(9)}]`
  expect(refusal(buildPdf({ ...pagesOf(1), 9: streamText(many, '\x80') }))).toMatchObject({
    limit: 'filters',
  })
})

test.each(['[', '<</A'])('stops at %s within one another', (open) => {
  const close = open === '[' ? ']' : '>>'
  const deep = (depth: number) => `${open.repeat(depth)}${open === '[' ? '' : ' 1'}${close.repeat(depth)}`
  expect(refusal(buildPdf({ ...pagesOf(1), 9: deep(100) }))).toBeNull()
  expect(refusal(buildPdf({ ...pagesOf(1), 9: deep(101) }))).toMatchObject({ limit: 'nesting' })
  expect(refusal(buildPdf({ ...pagesOf(1), 9: open.repeat(500_000) }))).toMatchObject({ limit: 'nesting' })
})

test('stops at a page tree that is too deep', () => {
  const objects: Record<number, string> = { 1: '<</Type/Catalog/Pages 2 0 R>>' }
  for (let i = 0; i < 100; i++) objects[2 + i] = `<</Kids[${3 + i} 0 R]/Count 1>>`
  objects[102] = '<</Type/Page>>'
  expect(refusal(buildPdf(objects))).toMatchObject({ limit: 'pageTreeDepth' })
  expect(() => pageAt(openPdf(bytesSource(buildPdf(objects))), 0)).toThrow(PadesError)
})

test('stops at a size that no file has', () => {
  const text = latin1(buildPdf(pagesOf(1)))
  expect(refusal(bytesOf(text.replace('/Size 4', '/Size 99999999999')))).toMatchObject({ limit: 'objects' })
  expect(refusal(bytesOf(text.replace('xref\n0 4', 'xref\n0 9999999999')))).toMatchObject({
    limit: 'objects',
  })
})

test('object streams that hold one another are refused', () => {
  const text = latin1(buildPdf(pagesOf(2), { kind: 'stream', inStream: [2, 3] }))
  const rows = [5, 6].flatMap((number) => [2, 0, 0, number === 5 ? 6 : 5, 0, 0])
  const at = text.length
  const dict = `/Type/XRef/W[1 3 2]/Index[5 2]/Size 8/Root 1 0 R/Prev ${/startxref\n(\d+)/.exec(text)?.[1]}`
  const loop = `${text}7 0 obj\n${streamText(dict, Uint8Array.from(rows))}\nendobj\nstartxref\n${at}\n%%EOF\n`
  expect(refusal(bytesOf(loop))).toMatchObject({ code: 'pdf_malformed', what: 'object_stream_entry' })
})

test('more revisions than allowed are refused', () => {
  let bytes = buildPdf(pagesOf(1))
  for (let i = 0; i < 5; i++) bytes = appendRevision(bytes, { 9: String(i) })
  expect(openPdf(bytesSource(bytes)).revisions).toHaveLength(6)
  expect(() => openPdf(bytesSource(bytes), { revisions: 5 })).toThrow(PadesError)
})

/** A file of many revisions, each of which changes the first page and adds an object. */
function manyRevisions(count: number): Uint8Array {
  let text = latin1(buildPdf(pagesOf(1)))
  let previous = Number(/startxref\n(\d+)/.exec(text)?.[1])
  for (let i = 1; i < count; i++) {
    const page = text.length
    text += `3 0 obj\n<</Type/Page/Parent 2 0 R/Rotate ${i}>>\nendobj\n`
    const added = text.length
    text += `${3 + i} 0 obj\n(x)\nendobj\n`
    const at = text.length
    const entry = (where: number) => `${String(where).padStart(10, '0')} 00000 n \n`
    text += `xref\n3 1\n${entry(page)}${3 + i} 1\n${entry(added)}`
    text += `trailer\n<</Root 1 0 R/Size ${4 + i}/Prev ${previous}>>\nstartxref\n${at}\n%%EOF\n`
    previous = at
  }
  return bytesOf(text)
}

/** How many bytes are read to open a file of so many revisions and ask for its page as of each. */
function bytesRead(count: number): number {
  const parts = partsOf(manyRevisions(count))
  let sum = 0
  const read = (from: number, to: number) => {
    sum += to - from
    return parts.read(from, to)
  }
  const file = openPdf({ sizeBytes: parts.sizeBytes, read })
  expect(file.revisions).toHaveLength(count)
  for (const { number: at } of file.revisions) {
    const page = file.getObject(3, at)?.value
    expect(page instanceof PdfDict && page.get('Rotate')).toBe(at === 0 ? null : at)
    expect(file.getObject(3 + at, at)).not.toBeNull()
    if (at > 0) expect(file.getObject(3 + at, at - 1)).toBeNull()
    expect(changesOf(file, at)).toHaveLength(at === 0 ? 3 : 2)
  }
  return sum
}

test('500 revisions cost ten times what 50 cost', () => {
  const perRevision = [50, 500].map((count) => bytesRead(count) / count)
  expect((perRevision[1] ?? 0) / (perRevision[0] ?? 1)).toBeLessThan(1.2)
})

test('the first of many pages is found without reading the others', () => {
  const parts = partsOf(buildPdf(pagesOf(20_000)))
  let sum = 0
  const read = (from: number, to: number) => {
    sum += Math.min(to, parts.sizeBytes) - from
    return parts.read(from, to)
  }
  const file = openPdf({ sizeBytes: parts.sizeBytes, read })
  for (const index of [0, 19_999]) expect(pageAt(file, index)?.ref.number).toBe(3 + index)
  expect(sum).toBeLessThan(parts.sizeBytes)
  expect(listPages(file)).toHaveLength(20_000)
})
