import { streamText } from '../build-pdf.ts'
import { type Attack, saving, shadow } from './attack.ts'
import { changing } from './document.ts'

const words = (text: string) => streamText('', `BT /F1 12 Tf 72 700 Td (${text}) Tj ET`)
const overlay = streamText(
  '/Type/XObject/Subtype/Form/BBox[0 0 200 20]',
  '1 g 0 0 200 20 re f BT /F1 12 Tf 2 5 Td (So tien: 900 dong) Tj ET',
)

/** Shadow attacks and plain incremental saving: other words, images, fonts. */
export const shadowAttacks: readonly Attack[] = [
  {
    name: 'other contents of a page',
    source: saving,
    shows: 'another sum',
    revisions: [{ 4: words('So tien: 900 dong') }],
    expected: { kind: 'content', page: 1, object: '4 0' },
  },
  {
    name: 'a page that names other contents',
    source: saving,
    shows: 'another sum',
    revisions: [changing({ 3: { Contents: '60 0 R' } }, { 60: words('So tien: 900 dong') })],
    expected: { kind: 'content', page: 1, object: '3 0' },
  },
  {
    name: 'hide: the overlay is taken away',
    source: shadow,
    shows: 'the words that lay below an image',
    revisions: [{ 21: streamText('/Type/XObject/Subtype/Form/BBox[0 0 1 1]', '') }],
    expected: { kind: 'content', page: 1, object: '21 0' },
  },
  {
    name: 'hide: the overlay is freed',
    source: shadow,
    shows: 'the words that lay below an image',
    revisions: [{ 21: 'null' }],
    expected: { kind: 'content', page: 1 },
  },
  {
    name: 'hide: a layer is switched on',
    source: shadow,
    shows: 'words of a layer that was off',
    revisions: [changing({ 1: { OCProperties: '<</OCGs[15 0 R]/D<</ON[15 0 R]>>>>' } })],
    expected: { kind: 'structure', object: '1 0' },
  },
  {
    name: 'hide: a layer is another',
    source: shadow,
    shows: 'words of a layer that was off',
    revisions: [{ 15: '<</Type/OCG/Name(Khac)/Usage<</View<</ViewState/ON>>>>>>' }],
    expected: { kind: 'content' },
  },
  {
    name: 'replace: a font draws other letters',
    source: shadow,
    shows: 'other digits than those in the text',
    revisions: [{ 5: '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding<</Differences[49/nine]>>>>' }],
    expected: { kind: 'content', object: '5 0' },
  },
  {
    name: 'replace: a map from codes to letters',
    source: shadow,
    shows: 'other letters when copied',
    prepared: {
      5: '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 40 0 R>>',
      40: streamText('', 'a'),
    },
    revisions: [{ 40: streamText('', 'b') }],
    expected: { kind: 'content', object: '40 0' },
  },
  {
    name: 'replace: a value typed into a field looks otherwise',
    source: shadow,
    shows: 'another sum than the field holds',
    revisions: [
      { 19: streamText('/Type/XObject/Subtype/Form/BBox[0 0 200 20]', 'BT /Helv 12 Tf 2 5 Td (Binh) Tj ET') },
    ],
    expected: { kind: 'form_value', field: 'HoTen' },
  },
  {
    name: 'hide and replace: a prepared page tree becomes the document',
    source: shadow,
    shows: 'a wholly other document',
    prepared: {
      40: '<</Type/Pages/Count 1/Kids[41 0 R]/MediaBox[0 0 595 842]>>',
      41: '<</Type/Page/Parent 40 0 R/Contents 42 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
      42: words('Khac han'),
    },
    revisions: [changing({ 1: { Pages: '40 0 R' } })],
    expected: { kind: 'page', object: '1 0' },
  },
  {
    name: 'hide and replace: a prepared object becomes what a page shows',
    source: shadow,
    shows: 'prepared words',
    prepared: { 40: overlay },
    revisions: [
      changing({
        3: { Resources: '<</Font<</F1 5 0 R>>/XObject<</X1 40 0 R>>/Properties<</OC1 15 0 R>>>>' },
      }),
    ],
    expected: { kind: 'content', object: '3 0' },
  },
  {
    name: 'a thing that the signed page names without having it',
    source: 'our own: a reference that leads nowhere until later',
    shows: 'an overlay with another sum',
    prepared: {
      3:
        '<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>/XObject<</X1 70 0 R>>>>' +
        '/Annots[7 0 R 8 0 R 9 0 R]>>',
    },
    revisions: [{ 70: overlay }],
    expected: { kind: 'content', page: 1, object: '70 0' },
  },
  {
    name: 'a thing that is named without being there, passed off as the look of a field',
    source: 'our own: two roles',
    shows: 'an overlay with another sum',
    prepared: {
      3:
        '<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>/XObject<</X1 70 0 R>>>>' +
        '/Annots[7 0 R 8 0 R 9 0 R 22 0 R]>>',
    },
    revisions: [changing({ 7: { V: '(So tien: 900 dong)', AP: '<</N 70 0 R>>' } }, { 70: overlay })],
    expected: { kind: 'content', object: '70 0' },
  },
  {
    name: 'the store of evidence shares its list with the contents of a page',
    source: 'our own: two roles',
    shows: 'more words',
    prepared: {
      1: '<</Type/Catalog/Pages 2 0 R/AcroForm 6 0 R/DSS<</Certs 40 0 R>>>>',
      3: '<</Type/Page/Parent 2 0 R/Contents 40 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
      40: '[4 0 R]',
    },
    revisions: [{ 40: '[4 0 R 70 0 R]', 70: words('them') }],
    expected: { kind: 'content', object: '40 0' },
  },
]
