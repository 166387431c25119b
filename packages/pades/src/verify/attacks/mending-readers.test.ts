import { describe, expect, test } from 'vitest'
import { openPdf } from '../../pdf/document.ts'
import { sign } from '../../sign/sign.ts'
import { bytesSource } from '../../source.ts'
import { changed, listWith, parsed, type Written, withRevision } from '../../testing/attacks/document.ts'
import { testAuthority, testNow } from '../../testing/authority.ts'
import { buildPdf, bytesOf, latin1, streamText } from '../../testing/build-pdf.ts'
import { makeCrl } from '../../testing/revocation.ts'
import { verify } from '../verify.ts'

/*
 * Updates that our reader could read and others take for broken. Those others mend the file: they look for objects all
 * over it and show the last of each number, `SAI 999` instead of `Tra 100`, although no cross-reference names it. What
 * each viewer showed was seen with mupdf 1.25 and poppler 25.03.
 */

const authority = testAuthority()
const options = {
  trust: [{ name: 'thử', kind: 'test', anchors: [authority.parsed] }],
  at: testNow,
  given: { crls: [makeCrl(authority)] },
} as const

const words = (text: string) => streamText('', `BT /F1 24 Tf 72 700 Td (${text}) Tj ET`)
const document = {
  1: '<</Type/Catalog/Pages 2 0 R>>',
  2: '<</Type/Pages/Count 1/Kids[3 0 R]/MediaBox[0 0 595 842]>>',
  3: '<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
  4: words('Tra 100'),
  5: '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
}
const signed = latin1((await sign(buildPdf(document), { signer: authority.issue(), at: testNow })).bytes())
const file = openPdf(bytesSource(bytesOf(signed)))
const previous = file.startXref
const size = file.nextNumber
const ten = (number: number) => String(number).padStart(10, '0')
const fake = `4 0 obj\n${words('SAI 999')}\nendobj\n`
const honest = `${size} 0 obj\n(x)\nendobj\n`
const entry = `${ten(signed.length)} 00000 n \n`

interface TableUpdate {
  readonly body?: string
  readonly table?: string
  readonly trailer?: string
  readonly end?: (at: number) => string
}

/** The signed file with an update that adds one string, as a table. */
function withTable({ body = honest, table, trailer, end }: TableUpdate = {}): Uint8Array {
  const at = signed.length + body.length
  const dict = trailer ?? `/Size ${size + 1}/Root 1 0 R/Prev ${previous}`
  const tail = end?.(at) ?? `startxref\n${at}\n%%EOF\n`
  return bytesOf(`${signed}${body}xref\n${table ?? `${size} 1\n${entry}`}trailer\n<<${dict}>>\n${tail}`)
}

interface StreamUpdate {
  readonly body?: string
  readonly head?: string
  readonly widths?: string
  readonly index?: string
  readonly size?: string
  readonly previous?: string
  readonly rows?: readonly (readonly number[])[]
}

const row = (type: number, where: number, rest = 1) => [
  type,
  ...[where >> 24, where >> 16, where >> 8, where].map((byte) => byte & 255),
  ...new Array<number>(rest).fill(0),
]

/** The signed file with an update that adds nothing but its own cross-reference stream. */
function withStream(update: StreamUpdate = {}): Uint8Array {
  const { body = '', widths = '1 4 1', index = `${size} 1`, rows = [] } = update
  const at = signed.length + body.length
  const dict = `/Type/XRef/W[${widths}]/Index[${index}]/Size ${update.size ?? size + 1}/Root 1 0 R/Prev ${update.previous ?? previous}`
  const data = Uint8Array.from([...(rows.length > 0 ? rows : [row(1, at)])].flat())
  return bytesOf(
    `${signed}${body}${size} ${update.head ?? '0 obj'}\n${streamText(dict, data)}\nendobj\nstartxref\n${at}\n%%EOF\n`,
  )
}

const verdictOf = async (bytes: Uint8Array) => (await verify(bytes, options)).verdict
const where = (number: number) => file.entry(number)?.where ?? 0

/** Three fields of each entry lead to the fake contents, four to the true ones. */
const fourFields = () => {
  const at = signed.length + fake.length
  const rows = [row(1, where(3)), row(1, signed.length), row(1, where(4)), row(0, 0), row(1, at), row(0, 0)]
  return withStream({ body: fake, widths: '1 4 1 6', index: `3 2 ${size} 1`, rows })
}

/** The fake contents named as the string, in a stream that holds them as object 3 too. */
const hiddenInStream = withTable({
  body: `${size} 0 obj\n${streamText('/Type/ObjStm/N 1/First 4', '3 0 <</Type/Page/Parent 2 0 R>>')}\nendobj\n`,
})

test('an update in order is none of them', async () => {
  expect(await verdictOf(withTable())).toBe('valid_no_tsa')
  expect(await verdictOf(withStream())).toBe('valid_no_tsa')
})

describe('is not read', () => {
  test.each<[string, string, Uint8Array]>([
    ['entries of four fields', 'mupdf and poppler show the fake', fourFields()],
    [
      'an entry of a type that nobody knows',
      'poppler',
      withStream({ index: `${size} 2`, size: `${size + 2}`, rows: [row(1, signed.length), row(3, 0)] }),
    ],
    ['a real number for a width', 'poppler', withStream({ widths: '1.0 4 1' })],
    ['a real number for an index', 'poppler', withStream({ index: `${size}.0 1` })],
    ['a real number for a size', 'poppler', withStream({ size: `${size + 1}.0` })],
    [
      'a real number for the section before',
      'poppler; mupdf shows nothing',
      withStream({ previous: `${previous}.0` }),
    ],
    [
      'a real number before a table',
      'poppler',
      withTable({ trailer: `/Size ${size + 1}/Root 1 0 R/Prev ${previous}.` }),
    ],
    ['a comment in a table', 'mupdf', withTable({ table: `% x\n${size} 1\n${entry}` })],
    ['the head of a subsection on two lines', 'mupdf', withTable({ table: `${size}\n1\n${entry}` })],
    ['more than one space in it', 'mupdf', withTable({ table: `${size}  1\n${entry}` })],
    ['spaces after it', 'mupdf', withTable({ table: `${size} 1  \n${entry}` })],
    ['a blank line after it', 'mupdf', withTable({ table: `${size} 1\n\n${entry}` })],
    ['an object whose head has no space', 'mupdf', withStream({ head: '0obj' })],
    [
      'a reference without a space',
      'mupdf, nothing',
      withTable({ trailer: `/Size ${size + 1}/Root 1 0R/Prev ${previous}` }),
    ],
    [
      'a reference with a point',
      'mupdf and poppler',
      withTable({ trailer: `/Size ${size + 1}/Root 1.0 0 R/Prev ${previous}` }),
    ],
    ['a zero byte in the end', 'poppler', withTable({ end: (at) => `startxref\0\n${at}\n%%EOF\n` })],
    [
      'entries with more spaces',
      'mupdf',
      withTable({ table: `${size} 1\n${entry.replaceAll(' ', '    ')}` }),
    ],
    ['entries with fewer digits', 'mupdf', withTable({ table: `${size} 1\n${signed.length} 0 n\n` })],
  ])('%s (shown by %s)', async (_, __, bytes) => {
    // What was signed can be read; what stands behind it cannot.
    expect(await verdictOf(bytes)).toBe('modified_after')
  })
})

describe('is a change', () => {
  const blanks = ' '.repeat(1100)
  test.each<[string, string, Uint8Array]>([
    [
      'so much white space at the end that the last section is out of sight',
      'mupdf',
      withTable({ end: (at) => `startxref\n${at}\n%%EOF\n${blanks}` }),
    ],
    [
      'white space within the end',
      'mupdf and poppler',
      withTable({ end: (at) => `startxref\n${blanks}${at}\n%%EOF\n` }),
    ],
    ['an object that no cross-reference names', 'whatever mends', withTable({ body: honest + fake })],
    ['one in a comment', 'whatever mends', withTable({ body: `${honest}%\n${fake}` })],
    [
      'one in the data of a stream',
      'poppler when it mends',
      withTable({ body: `${size} 0 obj\n${streamText('', `\n${fake}`)}\nendobj\n` }),
    ],
    ['an object in an object stream that no cross-reference names', 'mupdf when it mends', hiddenInStream],
    [
      'a trailer in a comment',
      'whatever mends',
      withTable({ body: `${honest}% trailer <</Root ${size} 0 R>>\n` }),
    ],
    [
      'a catalogue that nothing leads to',
      'whatever mends',
      withTable({ body: `${size} 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n` }),
    ],
  ])('%s (shown by %s)', async (_, __, bytes) => {
    expect(await verdictOf(bytes)).toBe('modified_after')
  })
})

/*
 * poppler mends the file when it meets a reference to nothing, and shows what the signed file itself hid: an object
 * after that of the same number on a later page, which was put there before it was signed.
 */
const remark = (more: string) => `<</Type/Annot/Subtype/Highlight/C[1 1 0]/Rect[500 100 510 110]${more}>>`
const adding = (number: number, more = ''): Written => {
  return (then) => [
    changed(then, 3, { Annots: listWith(then, 3, 'Annots', number) }),
    { number: 60, value: parsed(remark(more)) },
  ]
}

test.each<[string, Written]>([
  ['in the list of annotations', adding(999)],
  ['as the look of a remark', adding(60, '/AP 999 0 R')],
  ['of another generation', adding(60, '/IRT 3 7 R')],
])('a reference to nothing is a change: %s', async (_, written) => {
  expect(await verdictOf(withRevision(bytesOf(signed), adding(60)))).toBe('valid_no_tsa')
  expect(await verdictOf(withRevision(bytesOf(signed), written))).toBe('modified_after')
})

test('a hybrid stream that goes on from a section of its own is not read (shown by pdf.js)', async () => {
  const stream = (number: number, at: number, more: string) =>
    `${number} 0 obj\n${streamText(`/Type/XRef/W[1 4 1]/Index[${number} 1]/Size ${size + 2}/Root 1 0 R${more}`, Uint8Array.from(row(1, at)))}\nendobj\n`
  const own = stream(size, signed.length, '')
  const second = signed.length + own.length
  const hidden = own + stream(size + 1, second, `/Prev ${signed.length}`)
  const trailer = `/Size ${size + 2}/Root 1 0 R/Prev ${previous}/XRefStm ${second}`
  expect(await verdictOf(withTable({ body: hidden, table: '0 0\n', trailer }))).toBe('modified_after')
})
