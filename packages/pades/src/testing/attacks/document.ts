import { cursorOver } from '../../look/content-reader.ts'
import { openPdf, type PdfFile } from '../../pdf/document.ts'
import { defaultLimits } from '../../pdf/limits.ts'
import { PdfDict, type PdfObject, PdfRef, PdfStream } from '../../pdf/objects.ts'
import { readValue } from '../../pdf/parse.ts'
import { type NewObject, writeUpdate } from '../../pdf/write-update.ts'
import { bytesSource } from '../../source.ts'
import { bytesOf, type ObjectTexts, streamText } from '../build-pdf.ts'

const xmp = (title: string, modified: string) =>
  `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF
 xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmp:ModifyDate="${modified}">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${title}</rdf:li></rdf:Alt></dc:title></rdf:Description></rdf:RDF>
</x:xmpmeta><?xpacket end="w"?>`

/** The metadata of the document with another title or date. */
export function metadataText(title = 'Quyet dinh', modified = '2026-01-01T00:00:00Z'): string {
  return streamText('/Type/Metadata/Subtype/XML', xmp(title, modified))
}

const form = (more: string, data: string) =>
  streamText(`/Type/XObject/Subtype/Form/BBox[0 0 200 20]${more}`, data)

/**
 * A decision of two pages as the attacks find it: words, an image-like form, a layer, a form with a text field, a tick
 * box, a list and an empty field for a signature, a remark and a stamp, outlines, names, metadata, a structure tree.
 */
export const document: ObjectTexts = {
  1:
    '<</Type/Catalog/Pages 2 0 R/AcroForm 6 0 R/Metadata 12 0 R/Outlines 13 0 R/Names<</Dests 14 0 R>>' +
    '/OCProperties<</OCGs[15 0 R]/D<</OFF[15 0 R]>>>>/StructTreeRoot 16 0 R/MarkInfo<</Marked true>>/Lang(vi)>>',
  2: '<</Type/Pages/Count 2/Kids[3 0 R 20 0 R]/MediaBox[0 0 595 842]>>',
  3:
    '<</Type/Page/Parent 2 0 R/Contents 4 0 R/StructParents 0/Resources<</Font<</F1 5 0 R>>/XObject<</X1 21 0 R>>' +
    '/Properties<</OC1 15 0 R>>>>/Annots[7 0 R 8 0 R 9 0 R 17 0 R 18 0 R 22 0 R]>>',
  4: streamText('', 'BT /F1 12 Tf 72 700 Td (So tien: 100 dong) Tj ET /OC /OC1 BDC /X1 Do EMC'),
  5: '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
  6: '<</Fields[7 0 R 8 0 R 9 0 R 22 0 R]/DR<</Font<</Helv 5 0 R>>>>/DA(/Helv 0 Tf 0 g)>>',
  7:
    '<</Type/Annot/Subtype/Widget/FT/Tx/T(HoTen)/V(An)/Rect[72 600 272 620]/P 3 0 R/DA(/Helv 12 Tf 0 g)' +
    '/AP<</N 19 0 R>>>>',
  8:
    '<</Type/Annot/Subtype/Widget/FT/Btn/T(DongY)/Rect[72 560 90 578]/P 3 0 R/AS/Off' +
    '/AP<</N<</Yes 10 0 R/Off 11 0 R>>>>>>',
  9: '<</Type/Annot/Subtype/Widget/FT/Sig/T(KySo)/Rect[300 100 500 180]/P 3 0 R>>',
  10: streamText('/Type/XObject/Subtype/Form/BBox[0 0 18 18]', '2 2 14 14 re f'),
  11: streamText('/Type/XObject/Subtype/Form/BBox[0 0 18 18]', ''),
  12: metadataText(),
  13: '<</Type/Outlines/Count 0>>',
  14: '<</Names[(a)[3 0 R/Fit]]>>',
  15: '<</Type/OCG/Name(Lop)>>',
  16: '<</Type/StructTreeRoot/K 23 0 R/ParentTree<</Nums[0[23 0 R]]>>/ParentTreeNextKey 1>>',
  17: '<</Type/Annot/Subtype/Text/Rect[500 700 520 720]/Contents(Da xem)/P 3 0 R>>',
  18: '<</Type/Annot/Subtype/Stamp/Rect[400 500 600 520]/P 3 0 R/AP<</N 21 0 R>>>>',
  19: form('/Resources<</Font<</Helv 5 0 R>>>>', '/Tx BMC q BT /Helv 12 Tf 2 5 Td (An) Tj ET Q EMC'),
  20: '<</Type/Page/Parent 2 0 R/Contents 24 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
  21: form('/Resources<</Font<</F1 5 0 R>>>>', 'BT /F1 12 Tf 2 5 Td (MAT) Tj ET'),
  22:
    '<</Type/Annot/Subtype/Widget/FT/Ch/Ff 131072/T(Xa)/V(A)/Opt[[(A)(Xa A)][(B)(Xa B)]]/Rect[72 520 272 540]' +
    '/P 3 0 R/DA(/Helv 12 Tf 0 g)>>',
  23: '<</Type/StructElem/S/P/P 16 0 R/Pg 3 0 R/K 0>>',
  24: streamText('', 'BT /F1 12 Tf 72 700 Td (Trang hai) Tj ET'),
}

/** The object that a text is, also a stream as `streamText` writes it. */
export function parsed(text: string): PdfObject {
  const at = text.indexOf('\nstream\n')
  const value = readValue(cursorOver(bytesOf(at === -1 ? text : text.slice(0, at)), defaultLimits))
  if (at === -1 || !(value instanceof PdfDict)) return value
  return PdfStream.of(value, bytesOf(text.slice(at + 8, text.lastIndexOf('\nendstream'))))
}

/** What a revision writes: objects by their numbers, or what is made of the file as it is. */
export type Written = ObjectTexts | ((file: PdfFile) => readonly NewObject[])

/** The file with one more revision. */
export function withRevision(bytes: Uint8Array, written: Written): Uint8Array {
  const file = openPdf(bytesSource(bytes))
  const objects = typeof written === 'function' ? written(file) : textObjects(written)
  return Buffer.concat([bytes, writeUpdate(file, objects).appended])
}

function textObjects(texts: ObjectTexts): readonly NewObject[] {
  return Object.entries(texts).map(([number, text]) => ({ number: Number(number), value: parsed(text) }))
}

/** An object with some of its entries changed; `null` takes one out. */
export function changed(file: PdfFile, number: number, entries: Readonly<Record<string, string>>): NewObject {
  const value = file.getObject(number)?.value ?? null
  const changes = Object.entries(entries).map(([key, text]) => [key, parsed(text)] as const)
  if (!(value instanceof PdfDict)) throw new RangeError(`object ${number} is no dictionary`)
  return { number, value: value.with(Object.fromEntries(changes)) }
}

/** The objects of a revision, each as `changed` makes it. */
export function changing(
  edits: Readonly<Record<number, Readonly<Record<string, string>>>>,
  texts: ObjectTexts = {},
) {
  return (file: PdfFile): readonly NewObject[] => [
    ...Object.entries(edits).map(([number, entries]) => changed(file, Number(number), entries)),
    ...textObjects(texts),
  ]
}

/** A list of references of an object with some more; the text of an array. */
export function listWith(file: PdfFile, number: number, key: string, ...more: readonly number[]): string {
  const value = file.getObject(number)?.value
  const list = value instanceof PdfDict ? file.resolve(value.get(key)) : null
  const refs = Array.isArray(list) ? list.filter((item) => item instanceof PdfRef) : []
  return `[${[...refs.map((ref) => ref.number), ...more].map((one) => `${one} 0 R`).join(' ')}]`
}

/** Puts an annotation on the first page: the object 60 and what belongs to it. */
export function annotating(annotation: string, texts: ObjectTexts = {}) {
  return (file: PdfFile): readonly NewObject[] => [
    changed(file, 3, { Annots: listWith(file, 3, 'Annots', 60) }),
    ...textObjects({ 60: annotation, ...texts }),
  ]
}
