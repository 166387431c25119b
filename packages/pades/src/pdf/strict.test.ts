import { expect, test } from 'vitest'
import { bytesSource } from '../source.ts'
import { appendRevision, buildPdf, bytesOf, latin1, pagesOf, streamText } from '../testing/build-pdf.ts'
import { readWhole } from '../testing/exercise-pdf.ts'
import { openPdf } from './document.ts'

/** `what` the file is refused for; or that it is not. */
function refusal(bytes: Uint8Array): unknown {
  try {
    readWhole(bytesSource(bytes))
    return 'nothing'
  } catch (error) {
    if (error instanceof Error && 'details' in error)
      return { code: Reflect.get(error, 'code'), ...(error.details as object) }
    throw error
  }
}

const page = '<</Type/Page/Parent 2 0 R/Resources<<>>>>'

/** A file in which a text stands that is then put in the place of another of the same length. */
function changed(bytes: Uint8Array, from: string | RegExp, to: string): Uint8Array {
  const text = latin1(bytes)
  const after = text.replace(from, to)
  if (after === text) throw new Error(`${from} is not there`)
  return bytesOf(after)
}

const table = buildPdf(pagesOf(2))
const stream = buildPdf(pagesOf(2), { kind: 'stream', inStream: [2, 3, 4] })
const second = appendRevision(table, { 3: page })

/** Objects 8 and 9 stand one after the other in an object stream that begins with `8 0 9 4`. */
const plain = buildPdf(
  { ...pagesOf(1), 8: '(a)', 9: '(b)' },
  { kind: 'stream', inStream: [8, 9], isPlain: true },
)

/** The first revision says of its page that it is where the second wrote it. */
function ahead(bytes: Uint8Array): Uint8Array {
  const text = latin1(bytes)
  const [from, to] = [text.indexOf('3 0 obj'), text.lastIndexOf('3 0 obj')]
  const entry = (at: number) => String(at).padStart(10, '0')
  return changed(bytes, entry(from), entry(to))
}

const cases: readonly (readonly [string, Uint8Array, string])[] = [
  ['an entry that points to another object', changed(table, '3 0 obj', '4 0 obj'), 'xref_target'],
  ['an entry whose generation is another', changed(table, '3 0 obj', '3 1 obj'), 'xref_target'],
  ['an entry that is none', changed(table, / 00000 n \n/, ' 0000x n \n'), 'xref_entry'],
  ['an entry that points beyond its revision', ahead(second), 'xref_target'],
  ['a first subsection that is numbered from 1', changed(table, 'xref\n0 5', 'xref\n1 5'), 'size'],
  [
    'an object twice in a table',
    changed(table, 'trailer', '3 1\n0000000000 00000 f \ntrailer'),
    'xref_object_twice',
  ],
  ['a size that is too small', changed(table, '/Size 5', '/Size 4'), 'size'],
  ['a size that shrinks', changed(second, '/Size 5/Prev', '/Size 4/Prev'), 'size'],
  ['no header within 1024 bytes', buildPdf(pagesOf(1), { before: '%'.repeat(1025) }), 'header'],
  ['no end', changed(table, '%%EOF', '%%EOX'), 'eof'],
  ['no startxref', changed(table, 'startxref', 'startxxxx'), 'startxref'],
  ['a startxref to nowhere', changed(table, /startxref\n\d+/, 'startxref\n99'), 'xref'],
  ['a startxref behind the end', changed(table, /startxref\n\d+/, 'startxref\n99999'), 'xref_offset'],
  [
    'a second end without a section',
    bytesOf(latin1(table) + latin1(table).slice(latin1(table).indexOf('startxref'))),
    'startxref_without_section',
  ],
  ['a previous section that is itself', changed(second, /\/Prev \d+/, prevTo(second)), 'prev_forward'],
  ['a previous section by reference', changed(second, /\/Prev \d+/, '/Prev 1 0 R'), 'prev'],
  ['the same key with two values', buildPdf({ ...pagesOf(1), 9: '<</A 1/A 2>>' }), 'key_twice'],
  [
    'a stream that is longer than it says',
    buildPdf({ ...pagesOf(1), 9: streamText('', 'abc').replace('/Length 3', '/Length 2') }),
    'endstream',
  ],
  [
    'a stream that is shorter than it says',
    buildPdf({ ...pagesOf(1), 9: streamText('', 'abc').replace('/Length 3', '/Length 30') }),
    'endstream',
  ],
  ['a stream without a length', buildPdf({ ...pagesOf(1), 9: '<<>>\nstream\n\nendstream' }), 'stream_length'],
  [
    'a stream whose length is itself',
    buildPdf({ ...pagesOf(1), 9: '<</Length 9 0 R>>\nstream\n\nendstream' }),
    'stream_length',
  ],
  [
    'a stream in another file',
    buildPdf({ ...pagesOf(1), 9: streamText('/F(other.pdf)', '') }),
    'stream_outside_of_file',
  ],
  ['an object without an end', buildPdf({ ...pagesOf(1), 9: '12 34' }), 'endobj'],
  ['a number that is none', buildPdf({ ...pagesOf(1), 9: '1.2.3' }), 'number'],
  ['a number of many digits', buildPdf({ ...pagesOf(1), 9: '1234567890123456' }), 'number_too_long'],
  ['a name with a zero byte', buildPdf({ ...pagesOf(1), 9: '/A#00' }), 'name_with_zero'],
  ['a hexadecimal string that is none', buildPdf({ ...pagesOf(1), 9: '<0g>' }), 'hex_digit'],
  ['a string without an end', buildPdf({ ...pagesOf(1), 9: '(abc' }), 'string_without_end'],
  ['a word that is no object', buildPdf({ ...pagesOf(1), 9: 'maybe' }), 'token'],
  ['a page tree in a loop', buildPdf({ ...pagesOf(1), 3: '<</Kids[2 0 R]/Count 1>>' }), 'page_twice'],
  [
    'a page that stands twice',
    buildPdf({ ...pagesOf(1), 2: '<</Kids[3 0 R 3 0 R]/Count 2>>' }),
    'page_twice',
  ],
  [
    'a count of pages that is wrong',
    buildPdf({ ...pagesOf(1), 2: '<</Kids[3 0 R]/Count 2>>' }),
    'page_count',
  ],
  ['a page that is not there', buildPdf({ ...pagesOf(1), 2: '<</Kids[33 0 R]/Count 1>>' }), 'page_kid'],
  ['a page with children', buildPdf({ ...pagesOf(1), 2: '<</Type/Page/Kids[3 0 R]/Count 1>>' }), 'page_type'],
  ['a node without children', buildPdf({ ...pagesOf(1), 3: '<</Type/Pages/Count 1>>' }), 'page_type'],
  ['no catalogue', buildPdf({ ...pagesOf(1), 1: '<</Type/Page>>' }), 'catalog'],
  ['references in a loop', buildPdf({ ...pagesOf(1), 2: '4 0 R', 4: '2 0 R' }), 'reference_loop'],
  [
    'a cross-reference stream without widths',
    changed(stream, '/W[1 3 2]', '/X[1 3 2]'),
    'xref_stream_widths',
  ],
  ['a cross-reference stream of another type', changed(stream, '/XRef', '/XReg'), 'xref_stream_type'],
  [
    'a cross-reference stream that is too short',
    changed(stream, '/Index[0 7]', '/Index[0 8]'),
    'xref_stream_too_short',
  ],
  ['an object stream of another type', changed(stream, '/ObjStm', '/ObjStn'), 'object_stream_type'],
  ['an object stream with too few objects', changed(stream, '/N 3', '/N 2'), 'object_stream_index'],
  [
    'bytes before an object stream that overlap',
    changed(stream, /\/First 1(\d)/, '/First 0$1'),
    'object_stream_first',
  ],
  ['an object stream out of order', changed(plain, '8 0 9 4', '8 4 9 0'), 'object_stream_order'],
  [
    'an object stream with a number twice',
    changed(plain, '8 0 9 4', '9 0 9 4'),
    'object_stream_number_twice',
  ],
  ['an object that reaches into the next', changed(plain, '(a) (b)', '(a  (b)'), 'string_without_end'],
  ['an object that ends within the next', changed(plain, '(a) (b)', '(a (b))'), 'object_stream_overlap'],
  ['bytes after the end that say something', bytesOf(`${latin1(table)}x`), 'bytes_after_end'],
  [
    'a table and its hidden stream that contradict',
    changed(
      buildPdf(pagesOf(2), { kind: 'hybrid', inStream: [3] }),
      /4 2\n/,
      '3 1\n0000000000 00000 f \n4 2\n',
    ),
    'hybrid_contradiction',
  ],
  [
    'an object stream that a later revision replaces',
    appendRevision(stream, { 5: streamText('/Type/ObjStm/N 0/First 0', '') }, { kind: 'stream' }),
    'object_stream_replaced',
  ],
]

function prevTo(bytes: Uint8Array): string {
  return `/Prev ${latin1(bytes).lastIndexOf('\nxref') + 1}`
}

for (const [name, bytes, what] of cases)
  test(`refuses ${name}`, () => expect(refusal(bytes)).toMatchObject({ code: 'pdf_malformed', what }))

test('refuses an encrypted file', () => {
  const bytes = buildPdf({ ...pagesOf(1), 9: '<<>>' }, { trailer: '/Encrypt 9 0 R' })
  expect(refusal(bytes)).toMatchObject({ code: 'pdf_encrypted' })
})

test('refuses a file whose offsets lead to two documents', () => {
  const inner = latin1(buildPdf(pagesOf(1)))
  const at = Number(/startxref\n(\d+)/.exec(inner)?.[1])
  // A whole section stands at the same distance from the first byte as the true one from the header.
  const before = `${' '.repeat(at)}xref\n0 1\n0000000000 65535 f \ntrailer\n<</Size 1/Root 1 0 R>>\n`
  expect(before.length).toBeLessThan(1024)
  expect(refusal(bytesOf(before + inner))).toMatchObject({ what: 'header_ambiguous' })
})

test('the files that the refused ones are made of are sound', () => {
  for (const bytes of [table, stream, second]) expect(refusal(bytes)).toBe('nothing')
})

test('refuses a stream whose length a later revision changes', () => {
  const text = '<</Length 8 0 R>>\nstream\nabc\nendstream\nendobj\nendstream'
  const first = buildPdf({ ...pagesOf(1), 8: '3', 9: text })
  const same = openPdf(bytesSource(appendRevision(first, { 8: '3' })))
  expect(same.getObject(9)?.value).toMatchObject({ sizeBytes: 3 })
  const other = openPdf(bytesSource(appendRevision(first, { 8: '20' })))
  expect(other.getObject(9, 0)?.value).toMatchObject({ sizeBytes: 3 })
  expect(() => other.getObject(9)).toThrow('stream_length_changed')
})
