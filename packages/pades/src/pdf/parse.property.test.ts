import fc from 'fast-check'
import { expect, test } from 'vitest'
import { PadesError } from '../errors.ts'
import { type ByteSource, bytesSource } from '../source.ts'
import { appendRevision, buildPdf, bytesOf, pagesOf, streamText } from '../testing/build-pdf.ts'
import { partsOf, readWhole } from '../testing/exercise-pdf.ts'
import { type PdfInput, readAt } from './lexer.ts'
import { Budget, defaultLimits, Notes } from './limits.ts'
import { isEqual, PdfDict, PdfName, type PdfObject, PdfRef, PdfString } from './objects.ts'
import { readValue } from './parse.ts'
import { ByteWriter } from './serialise.ts'

function inputOf(source: ByteSource): PdfInput {
  return {
    source,
    limits: defaultLimits,
    notes: new Notes(),
    budget: new Budget(defaultLimits),
    container: -1,
  }
}

const anyName = fc
  .array(fc.integer({ min: 1, max: 255 }), { maxLength: 40 })
  .map((codes) => String.fromCharCode(...codes))

const anyNumber = fc.oneof(
  fc.integer(),
  fc.integer({ min: -(10 ** 15) + 1, max: 10 ** 15 - 1 }),
  fc.double({ noNaN: true, min: -1e14, max: 1e14 }).filter((x) => x === 0 || Math.abs(x) > 1e-60),
)

const { anyObject } = fc.letrec<{ anyObject: PdfObject }>((tie) => ({
  anyObject: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    fc.constantFrom<PdfObject>(null, true, false),
    anyNumber,
    anyName.map((name) => new PdfName(name)),
    fc.tuple(fc.uint8Array({ maxLength: 60 }), fc.boolean()).map(([bytes, hex]) => new PdfString(bytes, hex)),
    fc.tuple(fc.nat(8_000_000), fc.nat(65535)).map(([number, generation]) => new PdfRef(number, generation)),
    fc.array(tie('anyObject'), { maxLength: 6 }),
    fc
      .uniqueArray(fc.tuple(anyName, tie('anyObject')), { maxLength: 6, selector: ([key]) => key })
      .map((entries) => new PdfDict(new Map(entries))),
  ),
}))

function written(value: PdfObject): Uint8Array {
  const writer = new ByteWriter(16)
  writer.object(value)
  return writer.written()
}

test('what is written is read as the same', () => {
  fc.assert(
    fc.property(anyObject, (value) => {
      const bytes = written(value)
      for (const source of [bytesSource(bytes), partsOf(bytes)]) {
        const read = readAt(inputOf(source), 0, (cursor) => {
          const object = readValue(cursor)
          expect(cursor.pos).toBe(bytes.length)
          return object
        })
        expect(isEqual(read, value)).toBe(true)
        expect(written(read)).toEqual(bytes)
      }
    }),
    { numRuns: 300 },
  )
})

test('objects that differ in one place are not equal', () => {
  fc.assert(
    fc.property(anyObject, anyObject, (one, other) => {
      const isSame = Buffer.compare(written(one), written(other)) === 0
      if (isSame) expect(isEqual(one, other)).toBe(true)
      expect(isEqual([one, 1], [one, 2])).toBe(false)
      expect(isEqual(PdfDict.of({ A: one, B: 1 }), PdfDict.of({ A: one }))).toBe(false)
      expect(isEqual(PdfDict.of({ A: one, B: null }), PdfDict.of({ A: one }))).toBe(true)
    }),
  )
})

test('strings and dictionaries know where they stand', () => {
  const text = '  <</A(b\\)c)/C<0a 0B>>>'
  const dict = readAt(inputOf(bytesSource(bytesOf(text))), 0, (cursor) => readValue(cursor))
  expect(dict).toMatchObject({ start: 2, end: text.length })
  const [a, c] = dict instanceof PdfDict ? [dict.get('A'), dict.get('C')] : []
  expect(a).toMatchObject({ start: text.indexOf('('), end: text.indexOf('/C'), bytes: bytesOf('b)c') })
  expect(c).toMatchObject({ start: text.indexOf('<0a'), end: text.length - 2, bytes: Uint8Array.of(10, 11) })
})

test.each([
  ['(a\\\r\nb\\101\\7\\n\\q\r\n(x))', 'abA\x07\nq\n(x)'],
  ['(\\0533)', '+3'],
  ['(\\400)', '\0'],
  ['<a>', '\xa0'],
])('the string %j is %j', (text, value) => {
  const read = readAt(inputOf(bytesSource(bytesOf(text))), 0, (cursor) => readValue(cursor))
  expect(read instanceof PdfString && read.bytes).toEqual(bytesOf(value))
})

test.each([
  ['+17', 17],
  ['-.002', -0.002],
  ['4.', 4],
  ['-0', 0],
  ['0.30000000000000004', 0.30000000000000004],
  ['00000000000000000012', 12],
])('the number %s is %d', (text, value) => {
  expect(readAt(inputOf(bytesSource(bytesOf(text))), 0, (cursor) => readValue(cursor))).toBe(value)
})

test.each(['--5', '5-3', '1e5', '.', '-', '1.2.3', '9'.repeat(16)])('%s is no number', (text) => {
  expect(() => readAt(inputOf(bytesSource(bytesOf(text))), 0, (cursor) => readValue(cursor))).toThrow(
    PadesError,
  )
})

const samples = (['table', 'stream', 'hybrid'] as const).map((kind) => {
  const objects = {
    ...pagesOf(2),
    9: streamText('/Filter/RunLengthDecode', '\x02abc\x80'),
    10: '[(a)<0a>/B 1.5]',
  }
  const inStream = kind === 'table' ? [] : [2, 3]
  const page = '<</Type/Page/Parent 2 0 R/A[()]>>'
  const second = { kind, inStream: inStream.slice(1) }
  return appendRevision(buildPdf(objects, { kind, inStream }), { 3: page }, second)
})

/** Bounds so small that going through them would be seen. */
const limits = { inflatedBytes: 1 << 20, objectBytes: 1 << 16, nesting: 20, revisions: 10 }

/** What becomes of a file: the number of its revisions, or the code of its refusal. */
function outcome(source: ByteSource): string {
  try {
    return String(readWhole(source, limits).revisions.length)
  } catch (error) {
    if (error instanceof PadesError) return `${error.code} ${error.details.what ?? error.details.limit}`
    throw error
  }
}

/** Whether the bytes are at hand or read in parts makes no difference. */
function bothOutcomes(bytes: Uint8Array): string {
  const atHand = outcome(bytesSource(bytes))
  expect(outcome(partsOf(bytes))).toBe(atHand)
  return atHand
}

test('the samples are sound', () => {
  for (const sample of samples) expect(bothOutcomes(sample)).toBe('2')
})

test('a file cut anywhere is refused or is its first revision', () => {
  for (const sample of samples)
    for (let size = 0; size < sample.length - 1; size += 3) {
      const answer = bothOutcomes(sample.subarray(0, size))
      expect(answer === '1' || answer.startsWith('pdf_')).toBe(true)
    }
})

test('a file with some bytes changed is read or refused, and nothing else', () => {
  const change = fc.tuple(fc.nat(5000), fc.integer({ min: 0, max: 255 }))
  fc.assert(
    fc.property(fc.nat(2), fc.array(change, { minLength: 1, maxLength: 3 }), (index, changes) => {
      const bytes = Uint8Array.from(samples[index] ?? [])
      for (const [at, value] of changes) bytes[at % bytes.length] = value
      bothOutcomes(bytes)
    }),
    { numRuns: 1500 },
  )
})

test('a file with tokens moved about is read or refused, and nothing else', () => {
  const token = fc.constantFrom(
    '<<',
    '>>',
    '[',
    ']',
    '(',
    ')',
    '9 0 R',
    '3 0 obj',
    'stream\n',
    'endobj',
    '/Length',
    '/Prev',
    '99999999',
    '-1',
    '0',
    '%',
    'xref',
    'trailer',
  )
  fc.assert(
    fc.property(fc.nat(2), fc.nat(5000), token, fc.boolean(), (index, place, text, isOver) => {
      const sample = samples[index] ?? new Uint8Array(0)
      const at = place % sample.length
      const rest = sample.subarray(at + (isOver ? text.length : 0))
      bothOutcomes(Buffer.concat([sample.subarray(0, at), bytesOf(text), rest]))
    }),
    { numRuns: 1000 },
  )
})

test('garbage is refused', () => {
  const tail = 'startxref\n9\n%%EOF'
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.boolean(), (bytes, isXref) => {
      expect(outcome(bytesSource(bytes))).toContain('pdf_malformed')
      const head = isXref ? '%PDF-1.7\nxref\n0 3\n' : '%PDF-1.7\n1 0 obj<<'
      const dressed = Buffer.concat([bytesOf(head), bytes, bytesOf(tail)])
      expect(bothOutcomes(dressed)).toContain('pdf_')
    }),
    { numRuns: 500 },
  )
})
