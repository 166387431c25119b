import { expect, test } from 'vitest'
import { bytesSource } from '../source.ts'
import { buildPdf, bytesOf, latin1, pagesOf, streamText } from '../testing/build-pdf.ts'
import { partsOf, readWhole } from '../testing/exercise-pdf.ts'
import type { PdfNoteCode } from './limits.ts'

const built = latin1(buildPdf(pagesOf(2)))
const prefix = '%!PS junk\n'

/** The file with its entries pointing one byte too early, to the line end before the object. */
function early(text: string): string {
  return text.replaceAll(/(\d{10}) 00000 n/g, (_, where) => `${String(where - 1).padStart(10, '0')} 00000 n`)
}

const cases: readonly (readonly [string, Uint8Array, PdfNoteCode | null])[] = [
  ['entries of 19 bytes', buildPdf(pagesOf(2), { entryEnd: '\n' }), 'xref_entry_width'],
  ['entries of 21 bytes', buildPdf(pagesOf(2), { entryEnd: ' \r\n' }), 'xref_entry_width'],
  ['entries that end with CR LF', buildPdf(pagesOf(2), { entryEnd: '\r\n' }), null],
  ['entries that end with CR', buildPdf(pagesOf(2), { entryEnd: ' \r' }), null],
  ['offsets to the line end before the object', bytesOf(early(built)), 'offset_before_target'],
  [
    'startxref to the line end before xref',
    bytesOf(built.replace(/startxref\n(\d+)/, (_, at) => `startxref\n${at - 1}`)),
    'offset_before_target',
  ],
  ['spaces around startxref', bytesOf(built.replace(/startxref\n(\d+)\n/, 'startxref \n  $1  \n')), null],
  ['white space after the end', bytesOf(`${built}\r\n \n`), 'bytes_after_end'],
  ['no line end after the end', bytesOf(built.trimEnd()), null],
  [
    'junk before the header, offsets from the file',
    buildPdf(pagesOf(2), { before: prefix }),
    'header_not_first',
  ],
  ['junk before the header, offsets from the header', bytesOf(prefix + built), 'header_not_first'],
  ['lines that end with CR', bytesOf(built.replaceAll(' \n', ' \r').replaceAll('\n', '\r')), null],
  [
    'an entry in use at zero',
    bytesOf(
      built
        .replace(/\d{10} 00000 n \ntrailer/, '0000000000 00000 n \ntrailer')
        .replace('/Count 2', '/Count 1')
        .replace('3 0 R 4 0 R', '3 0 R      '),
    ),
    'xref_entry_at_zero',
  ],
  ['a previous section at zero', bytesOf(built.replace('/Size 5', '/Size 5/Prev 0')), 'prev_zero'],
  ['the same key twice with one value', buildPdf({ ...pagesOf(1), 9: '<</A 1/A 1>>' }), 'key_twice'],
  [
    'a remark of LuaTeX twice',
    buildPdf({ ...pagesOf(1), 9: '<</PTEX.InfoDict(a)/PTEX.InfoDict<<>>>>' }),
    'key_twice',
  ],
  ['a number sign in a name', buildPdf({ ...pagesOf(1), 9: '/A#x' }), 'name_escape'],
  [
    'a stream after CR',
    buildPdf({ ...pagesOf(1), 9: '<</Length 3>>\nstream\rabc\nendstream' }),
    'stream_line_end',
  ],
  [
    'a stream after a space',
    buildPdf({ ...pagesOf(1), 9: '<</Length 3>>\nstream \nabc\nendstream' }),
    'stream_line_end',
  ],
  [
    'no line end before endstream',
    buildPdf({ ...pagesOf(1), 9: '<</Length 3>>\nstream\nabcendstream' }),
    null,
  ],
  [
    'two line ends before endstream',
    buildPdf({ ...pagesOf(1), 9: '<</Length 3>>\nstream\nabc\n\nendstream' }),
    'endstream_line_end',
  ],
  [
    'a length that is an object',
    buildPdf({ ...pagesOf(1), 8: '3', 9: '<</Length 8 0 R>>\nstream\nabc\nendstream' }),
    null,
  ],
  ['no endobj', bytesOf(built.replace('endobj\n4 0', '      \n4 0')), 'endobj_missing'],
  ['comments between objects', buildPdf({ ...pagesOf(1), 9: '[1 %(\n2]% ]\n' }), null],
  ['two subsections', buildPdf({ ...pagesOf(1), 20: streamText('', '') }), null],
]

for (const [name, bytes, note] of cases)
  test(`lets through ${name}`, () => {
    for (const source of [bytesSource(bytes), partsOf(bytes)])
      expect(readWhole(source).notes.map(({ code }) => code)).toEqual(note === null ? [] : [note])
  })
