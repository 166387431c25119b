import { openPdf } from '../../pdf/document.ts'
import { PdfRef } from '../../pdf/objects.ts'
import { writeUpdate } from '../../pdf/write-update.ts'
import { bytesSource } from '../../source.ts'
import {
  appendRevision,
  type BuildOptions,
  bytesOf,
  latin1,
  type ObjectTexts,
  streamText,
} from '../build-pdf.ts'
import { type Attack, ours, saving } from './attack.ts'
import { document } from './document.ts'

const revision =
  (objects: ObjectTexts, options: BuildOptions = {}) =>
  (signed: Uint8Array) =>
    appendRevision(signed, objects, options)

const other = 'BT /F1 12 Tf 72 700 Td (So tien: 900 dong) Tj ET'
const hidden = `4 0 obj\n${streamText('', other)}\nendobj\n`

/** A revision of one entry that leads to the text `sought` of the signed file. */
function redirected(signed: Uint8Array, number: number, sought: string): Uint8Array {
  const { startXref, nextNumber } = openPdf(bytesSource(signed))
  const text = latin1(signed)
  const entry = `${String(text.indexOf(sought)).padStart(10, '0')} 00000 n \n`
  const trailer = `trailer\n<</Root 1 0 R/Size ${nextNumber}/Prev ${startXref}>>\n`
  return bytesOf(`${text}xref\n${number} 1\n${entry}${trailer}startxref\n${text.length}\n%%EOF\n`)
}

/** What is done to cross-references, trailers, object streams and the end of the file. */
export const fileAttacks: readonly Attack[] = [
  {
    name: 'contents that are freed',
    source: saving,
    shows: 'an empty page',
    append: revision({}, { freed: [4] }),
    expected: { kind: 'content', object: '4 0', page: 1 },
  },
  {
    name: 'a cross-reference that leads to an object hidden in the data of another',
    source: 'our own: the revision writes no object at all',
    shows: 'another sum',
    prepared: { 40: streamText('', hidden) },
    append: (signed) => redirected(signed, 4, hidden),
    expected: { kind: 'content', object: '4 0', page: 1 },
  },
  {
    name: 'an object stream that is written anew under what is in it',
    source: 'our own: the entries of the objects stay as they are',
    shows: 'another sum',
    append: (signed) => {
      const inStream = appendRevision(
        signed,
        { 50: '<</A 1>>', 51: '(x)' },
        { kind: 'hybrid', inStream: [50, 51] },
      )
      const file = openPdf(bytesSource(inStream))
      const container = file.getObject(50)?.container ?? 0
      return appendRevision(inStream, { [container]: streamText('/Type/ObjStm/N 1/First 5', '50 0 (y)') })
    },
    expected: { kind: 'structure' },
  },
  {
    name: 'another root',
    source: saving,
    shows: 'another document',
    prepared: { 40: '<</Type/Catalog/Pages 2 0 R>>' },
    append: (signed) =>
      Buffer.concat([
        signed,
        writeUpdate(openPdf(bytesSource(signed)), [], { root: new PdfRef(40) }).appended,
      ]),
    expected: { kind: 'structure' },
  },
  {
    name: 'another title in the document information',
    source: ours,
    shows: 'another title',
    prepared: { 1: (document[1] ?? '').replace('/Metadata 12 0 R', '') },
    append: revision({ 60: '<</Title(Khac)/ModDate(D:2026)>>' }, { trailer: '/Info 60 0 R' }),
    expected: { kind: 'metadata', object: '60 0' },
  },
  {
    name: 'another identity',
    source: ours,
    shows: 'a document of another origin',
    append: (signed) =>
      appendRevision(
        appendRevision(signed, {}, { trailer: '/ID[<00><00>]' }),
        {},
        { trailer: '/ID[<01><00>]' },
      ),
    expected: { kind: 'structure' },
  },
  {
    name: 'bytes after the end',
    source: saving,
    shows: 'by the reader, another revision',
    append: (signed) => bytesOf(`${latin1(signed)}4 0 obj\n${streamText('', other)}\nendobj\n`),
    expected: { kind: 'trailing' },
  },
]
