import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readForm } from '../form/fields.ts'
import { decodeText } from '../form/text-string.ts'
import { openPdf, type PdfFile } from '../pdf/document.ts'
import { PdfDict, type PdfObject, PdfRef, PdfString } from '../pdf/objects.ts'
import { pageAt } from '../pdf/pages.ts'
import { sign } from '../sign/sign.ts'
import { bytesSource } from '../source.ts'
import { testAuthority, testNow } from '../testing/authority.ts'
import { buildPdf, type ObjectTexts, pagesOf } from '../testing/build-pdf.ts'
import { sealPng, signaturePng } from '../testing/draw-png.ts'
import { cornerMark } from './corner-mark.ts'
import { checkPdfA } from './pdf-a/check.ts'
import { personMark } from './person-mark.ts'
import { pictureOfWidget, placeInField, placeMark } from './place.ts'
import { sealMark } from './seal-mark.ts'

const signer = testAuthority().issue({ keyKind: 'p256' })
/** Made by Typst 0.14 as PDF/A-2a: a heading, a paragraph and a table. */
const tagged = new Uint8Array(readFileSync(new URL('../../vectors/typst-pdfa-2a.pdf', import.meta.url)))
const open = (bytes: Uint8Array) => openPdf(bytesSource(bytes))
const words = 'Chữ ký của Nguyễn Thị Ánh'
const person = personMark({ picture: { png: signaturePng(300, 130), widthMm: 40 }, pictureWords: words }).mark

async function signed(bytes: Uint8Array, mark = person): Promise<Uint8Array> {
  const file = open(bytes)
  const page = pageAt(file, 0)
  if (page === null) throw new RangeError('no page')
  const look = placeMark(file, page, mark, { kind: 'from_left', leftMm: 100, topMm: 150 })
  return (await sign(bytes, { signer, at: testNow, look })).bytes()
}

function entry(file: PdfFile, value: PdfObject, ...keys: readonly string[]): PdfObject {
  let found = file.resolve(value)
  for (const key of keys) found = found instanceof PdfDict ? file.resolve(found.get(key)) : null
  return found
}

/** The structure element of the first signature's widget, found as a reader finds it: by its key in the parent tree. */
function elementOfWidget(file: PdfFile): { element: PdfObject; widget: PdfRef } | null {
  const [field] = readForm(file)?.fields ?? []
  const key = field?.dict.get('StructParent') ?? null
  if (field === undefined || typeof key !== 'number') return null
  const found = (node: PdfObject): PdfObject => {
    const numbers = entry(file, node, 'Nums')
    if (Array.isArray(numbers)) return file.resolve(numbers[numbers.indexOf(key) + 1] ?? null)
    const kids = entry(file, node, 'Kids')
    return Array.isArray(kids) ? found(kids.at(-1) ?? null) : null
  }
  const element = found(entry(file, file.catalog(), 'StructTreeRoot', 'ParentTree'))
  return { element, widget: field.ref }
}

describe('a visible signature of a tagged document', () => {
  test('has its place in the structure, with words for it', async () => {
    const file = open(await signed(tagged))
    const found = elementOfWidget(file)
    const reference = entry(file, found?.element ?? null, 'K', 'Obj')
    expect(entry(file, found?.element ?? null, 'S')).toMatchObject({ value: 'Form' })
    expect(reference).toBe(file.get(found?.widget ?? new PdfRef(0)))
    const alternative = entry(file, found?.element ?? null, 'Alt')
    expect(alternative instanceof PdfString && decodeText(alternative)).toBe(words)
  })

  test('leaves it the PDF/A that it was, and so does the seal after it', async () => {
    expect(checkPdfA(open(tagged))).toEqual({ claimed: { part: 2, conformance: 'A' }, findings: [] })
    const once = await signed(tagged)
    expect(checkPdfA(open(once)).findings).toEqual([])
    expect(checkPdfA(open(await signed(once, sealMark(sealPng(300), 38).mark))).findings).toEqual([])
  })

  test('leaves the structure alone where somebody has signed already', async () => {
    const once = await signed(tagged)
    const twice = open(await signed(once, cornerMark({ kind: 'digitised', body: 'UBND XÃ A', at: testNow })))
    const root = entry(open(once), open(once).catalog(), 'StructTreeRoot', 'ParentTreeNextKey')
    expect(entry(twice, twice.catalog(), 'StructTreeRoot', 'ParentTreeNextKey')).toBe(root)
    expect(readForm(twice)?.fields[1]?.dict.get('StructParent')).toBe(null)
  })
})

test('a look goes into an empty field, which keeps its place', async () => {
  const bytes = buildPdf({
    ...pagesOf(1),
    1: '<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[8 0 R]>>>>',
    3: '<</Type/Page/Parent 2 0 R/Annots[8 0 R]>>',
    8: '<</Type/Annot/Subtype/Widget/FT/Sig/T(Head)/F 4/P 3 0 R/Rect[300 100 420 180]>>',
  })
  const file = open(bytes)
  const [page, field] = [pageAt(file, 0), readForm(file)?.fields[0]]
  const look = page && field ? placeInField(file, page, person, field) : null
  if (look === null) throw new RangeError('no look')
  const made = open((await sign(bytes, { signer, at: testNow, field: 'Head', look })).bytes())
  const [signedField] = readForm(made)?.fields ?? []
  const picture = signedField === undefined ? null : pictureOfWidget(made, signedField.dict)
  expect(signedField?.dict.get('Rect')).toEqual([300, 100, 420, 180])
  // 40 mm wide, in the middle of 120 points.
  expect(picture?.map(Math.round)).toEqual([303, 115, 417, 165])
})

describe('the structure', () => {
  const marked = '/MarkInfo<</Marked true>>/StructTreeRoot 10 0 R'
  const withRoot = (root: string, more: ObjectTexts = {}) =>
    buildPdf({ ...pagesOf(1), 1: `<</Type/Catalog/Pages 2 0 R${marked}>>`, 10: root, ...more })

  test.each([
    ['of no elements', withRoot('<</Type/StructTreeRoot>>'), 0],
    [
      'whose parent tree is an object',
      withRoot('<</K 11 0 R/ParentTree 12 0 R>>', { 11: '<</S/P/P 10 0 R>>', 12: '<</Nums[4 11 0 R]>>' }),
      5,
    ],
    [
      'whose parent tree has branches',
      withRoot('<</K[11 0 R]/ParentTree<</Kids[12 0 R 13 0 R]>>>>', {
        11: '<</S/Document/P 10 0 R/K[]>>',
        12: '<</Limits[0 3]/Nums[0 11 0 R 3 11 0 R]>>',
        13: '<</Limits[7 9]/Nums[7 11 0 R 9 11 0 R]>>',
      }),
      10,
    ],
    ['whose next key is said', withRoot('<</ParentTreeNextKey 21/ParentTree<</Nums[]>>>>'), 21],
  ])('%s gets the widget at its end', async (_, bytes, key) => {
    const file = open(await signed(bytes))
    expect(readForm(file)?.fields[0]?.dict.get('StructParent')).toBe(key)
    const found = elementOfWidget(file)
    expect(entry(file, found?.element ?? null, 'K', 'Obj')).toBe(file.get(found?.widget ?? new PdfRef(0)))
  })

  test.each([
    ['that is none', withRoot('<</ParentTree<</Nums[/x /y]>>>>')],
    ['without branches where they should be', withRoot('<</ParentTree<</Kids[]>>>>')],
    ['in a loop', withRoot('<</ParentTree 12 0 R>>', { 12: '<</Kids[12 0 R]>>' })],
    [
      'of a document that is not marked',
      buildPdf({ ...pagesOf(1), 1: '<</Type/Catalog/Pages 2 0 R/StructTreeRoot 10 0 R>>', 10: '<<>>' }),
    ],
  ])('%s is left as it is', async (_, bytes) => {
    expect(readForm(open(await signed(bytes)))?.fields[0]?.dict.get('StructParent')).toBe(null)
  })
})
