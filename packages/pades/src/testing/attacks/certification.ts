import { streamText } from '../build-pdf.ts'
import { type Attack, certified, ours } from './attack.ts'
import { annotating, changed, changing, listWith, parsed } from './document.ts'

const stamp = streamText(
  '/Type/XObject/Subtype/Form/BBox[0 0 200 20]',
  '1 g 0 0 200 20 re f 0 g BT /F1 12 Tf 2 5 Td (900) Tj ET',
)
const rect = '/Rect[72 690 272 720]'
const at3 = { source: certified, certification: 3 as const }
const page = '/P 3 0 R'

/** Evil annotations and sneaky signatures: allowed kinds of change that show or hide words. */
export const certificationAttacks: readonly Attack[] = [
  {
    ...at3,
    name: 'EAA: free text over words',
    shows: 'another sum',
    revisions: [
      annotating(`<</Type/Annot/Subtype/FreeText${rect}${page}/Contents(900)/DA(/Helv 12 Tf 1 g)>>`),
    ],
    expected: { kind: 'annotation', page: 1, object: '60 0' },
  },
  {
    ...at3,
    name: 'EAA: a stamp over words',
    shows: 'another sum',
    revisions: [annotating(`<</Type/Annot/Subtype/Stamp${rect}${page}/AP<</N 61 0 R>>>>`, { 61: stamp })],
    expected: { kind: 'annotation', page: 1 },
  },
  {
    ...at3,
    name: 'EAA: redaction',
    shows: 'nothing where the sum was',
    revisions: [annotating(`<</Type/Annot/Subtype/Redact${rect}${page}/IC[1 1 1]/OverlayText(900)>>`)],
    expected: { kind: 'annotation' },
  },
  {
    ...at3,
    name: 'EAA: a highlight whose look is a stamp',
    shows: 'another sum',
    revisions: [
      annotating(`<</Type/Annot/Subtype/Highlight${rect}${page}/C[1 1 0]/AP<</N 61 0 R>>>>`, { 61: stamp }),
    ],
    expected: { kind: 'annotation' },
  },
  {
    ...at3,
    name: 'EAA: a highlight as dark as the letters',
    shows: 'a black bar',
    revisions: [annotating(`<</Type/Annot/Subtype/Highlight${rect}${page}/C[0 0 0]>>`)],
    expected: { kind: 'annotation' },
  },
  {
    ...at3,
    name: 'EAA: a highlight that covers through a form within a form',
    shows: 'another sum',
    revisions: [
      annotating(`<</Type/Annot/Subtype/Highlight${rect}${page}/AP<</N 61 0 R>>>>`, {
        61: streamText(
          '/Type/XObject/Subtype/Form/BBox[0 0 200 20]/Resources<</XObject<</F 62 0 R>>>>',
          '/F Do',
        ),
        62: stamp,
      }),
    ],
    expected: { kind: 'annotation' },
  },
  {
    ...at3,
    name: 'EAA: an underline that strikes words out',
    shows: 'the sum struck out',
    revisions: [
      annotating(
        `<</Type/Annot/Subtype/Underline${rect}${page}/QuadPoints[72 720 272 720 72 703 272 703]/C[0 0 0]>>`,
      ),
    ],
    expected: { kind: 'annotation' },
  },
  {
    ...at3,
    name: 'EAA: a remark with the look of words',
    shows: 'words in the margin',
    revisions: [
      annotating(`<</Type/Annot/Subtype/Text/Rect[400 300 440 320]${page}/AP<</N 61 0 R>>>>`, { 61: stamp }),
    ],
    expected: { kind: 'annotation' },
  },
  {
    ...at3,
    name: 'EAA: a remark whose window lies open over the page',
    shows: 'a window over the sum',
    revisions: [annotating(`<</Type/Annot/Subtype/Text${rect}${page}/Contents(900)/Open true>>`)],
    expected: { kind: 'annotation' },
  },
  {
    ...at3,
    name: 'EAA: ink, with which anything can be written',
    shows: 'a digit more',
    revisions: [annotating(`<</Type/Annot/Subtype/Ink${rect}${page}/InkList[[72 690 80 720]]>>`)],
    expected: { kind: 'annotation' },
  },
  {
    ...at3,
    name: 'EAA: a link that runs a script',
    shows: 'what the script does',
    revisions: [
      annotating(`<</Type/Annot/Subtype/Link${rect}${page}/A<</S/JavaScript/JS(app.alert\\(1\\))>>>>`),
    ],
    expected: { kind: 'annotation' },
  },
  {
    ...at3,
    name: 'EAA: a remark with an action that is an object',
    shows: 'what the script does',
    revisions: [
      annotating(`<</Type/Annot/Subtype/Text/Rect[0 0 9 9]${page}/A 61 0 R>>`, {
        61: '<</S/JavaScript/JS(x)>>',
      }),
    ],
    expected: { kind: 'action', object: '61 0' },
  },
  {
    ...at3,
    name: 'EAA: a stamp of the signed document is taken away',
    shows: 'a document that is no longer secret',
    revisions: [(file) => [changed(file, 3, { Annots: listWith(file, 3, 'Annots').replace('18 0 R', '') })]],
    expected: { kind: 'annotation', object: '18 0', page: 1 },
  },
  {
    ...at3,
    name: 'EAA: a remark becomes free text',
    shows: 'words',
    revisions: [changing({ 17: { Subtype: '/FreeText', DA: '(/Helv 12 Tf)' } })],
    expected: { kind: 'annotation', object: '17 0' },
  },
  {
    ...at3,
    name: 'EAA: an annotation that stands in the list itself',
    shows: 'words',
    revisions: [
      (file) => [
        changed(file, 3, {
          Annots: `${listWith(file, 3, 'Annots').slice(0, -1)}<</Subtype/FreeText${rect}/DA(/Helv 12 Tf)>>]`,
        }),
      ],
    ],
    expected: { kind: 'annotation' },
  },
  {
    name: 'annotations where nothing is certified: words all the same',
    source: ours,
    shows: 'another sum',
    revisions: [
      annotating(`<</Type/Annot/Subtype/FreeText${rect}${page}/Contents(900)/DA(/Helv 12 Tf 1 g)>>`),
    ],
    expected: { kind: 'annotation' },
  },
  {
    name: 'a remark under level 2',
    source: ours,
    shows: 'a remark',
    certification: 2,
    revisions: [annotating(`<</Type/Annot/Subtype/Text/Rect[400 300 420 320]${page}/Contents(a)>>`)],
    expected: { kind: 'annotation' },
  },
  {
    name: 'SSA: a field for a signature that shows words',
    source: certified,
    shows: 'another sum',
    certification: 2,
    revisions: [
      (file) => [
        changed(file, 3, { Annots: listWith(file, 3, 'Annots', 60) }),
        changed(file, 6, { Fields: listWith(file, 6, 'Fields', 60) }),
        { number: 60, value: parsed(`<</Subtype/Widget/FT/Sig/T(Moi)${rect}${page}/AP<</N 61 0 R>>>>`) },
        { number: 61, value: parsed(stamp) },
      ],
    ],
    expected: { kind: 'structure', field: 'Moi' },
  },
  {
    name: 'SSA: a signature whose look lies over words',
    source: certified,
    shows: 'another sum',
    certification: 2,
    revisions: [
      (file) => [
        changed(file, 3, { Annots: listWith(file, 3, 'Annots', 60) }),
        changed(file, 6, { Fields: listWith(file, 6, 'Fields', 60) }),
        {
          number: 60,
          value: parsed(`<</Subtype/Widget/FT/Sig/T(Moi)${rect}${page}/V 62 0 R/AP<</N 61 0 R>>>>`),
        },
        { number: 61, value: parsed(stamp) },
        { number: 62, value: parsed('<</Type/Sig/Contents<00>/ByteRange[0 1 2 3]>>') },
      ],
    ],
    expected: { kind: 'signature', field: 'Moi', page: 1 },
  },
  {
    name: 'SSA: a time-stamp that can be seen, under level 1',
    source: certified,
    shows: 'words in the margin',
    certification: 1,
    revisions: [
      (file) => [
        changed(file, 3, { Annots: listWith(file, 3, 'Annots', 60) }),
        changed(file, 6, { Fields: listWith(file, 6, 'Fields', 60) }),
        {
          number: 60,
          value: parsed(
            `<</Subtype/Widget/FT/Sig/T(Moi)/Rect[400 300 500 320]${page}/V 62 0 R/AP<</N 61 0 R>>>>`,
          ),
        },
        { number: 61, value: parsed(stamp) },
        {
          number: 62,
          value: parsed('<</Type/DocTimeStamp/SubFilter/ETSI.RFC3161/Contents<00>/ByteRange[0 1 2 3]>>'),
        },
      ],
    ],
    expected: { kind: 'signature', field: 'Moi' },
  },
  {
    name: 'SSA: a hidden field over words, prepared beforehand, is signed and seen',
    source: certified,
    shows: 'another sum',
    certification: 2,
    prepared: { 9: `<</Type/Annot/Subtype/Widget/FT/Sig/T(KySo)/F 2${rect}${page}>>` },
    revisions: [
      changing(
        { 9: { F: '4', V: '62 0 R', AP: '<</N 61 0 R>>' } },
        {
          61: stamp,
          62: '<</Type/Sig/Contents<00>/ByteRange[0 1 2 3]>>',
        },
      ),
    ],
    expected: { kind: 'signature', field: 'KySo' },
  },
  {
    name: 'SSA: a signature that keeps its size while the page is made smaller',
    source: certified,
    shows: 'a look that grows over words',
    certification: 2,
    revisions: [
      (file) => [
        changed(file, 3, { Annots: listWith(file, 3, 'Annots', 60) }),
        changed(file, 6, { Fields: listWith(file, 6, 'Fields', 60) }),
        {
          number: 60,
          value: parsed(
            `<</Subtype/Widget/FT/Sig/T(Moi)/F 28/Rect[400 300 500 320]${page}/V 62 0 R/AP<</N 61 0 R>>>>`,
          ),
        },
        { number: 61, value: parsed(stamp) },
        { number: 62, value: parsed('<</Type/Sig/Contents<00>/ByteRange[0 1 2 3]>>') },
      ],
    ],
    expected: { kind: 'structure', field: 'Moi' },
  },
  {
    name: 'SSA: an empty field is put over words, to be signed by another revision',
    source: ours,
    shows: 'another sum',
    certification: 2,
    revisions: [
      (file) => [
        changed(file, 3, { Annots: listWith(file, 3, 'Annots', 60) }),
        changed(file, 6, { Fields: listWith(file, 6, 'Fields', 60) }),
        { number: 60, value: parsed(`<</Subtype/Widget/FT/Sig/T(Moi)${rect}${page}>>`) },
      ],
      changing(
        { 60: { V: '62 0 R', AP: '<</N 61 0 R>>' } },
        {
          61: stamp,
          62: '<</Type/Sig/Contents<00>/ByteRange[0 1 2 3]>>',
        },
      ),
    ],
    expected: { kind: 'signature', field: 'Moi', revision: 3 },
  },
  {
    ...at3,
    name: 'EAA: light colour laid many times over words',
    shows: 'a black bar',
    revisions: [
      annotating(`<</Type/Annot/Subtype/Highlight${rect}${page}/AP<</N 61 0 R>>>>`, {
        61: streamText(
          '/Type/XObject/Subtype/Form/BBox[0 0 200 30]/Resources<</ExtGState<</H<</BM/Multiply>>>>>>',
          `/H gs 0.8 0.8 0.8 rg ${'0 0 200 30 re f '.repeat(20)}`,
        ),
      }),
    ],
    expected: { kind: 'annotation' },
  },
  {
    ...at3,
    name: 'EAA: many highlights over the same words',
    shows: 'a black bar',
    revisions: [
      (file) => {
        const numbers = [60, 61, 62, 63, 64, 65]
        const highlight = `<</Type/Annot/Subtype/Highlight${rect}${page}/C[0.8 0.8 0.8]>>`
        const annotations = listWith(file, 3, 'Annots', ...numbers)
        return [
          changed(file, 3, { Annots: annotations }),
          ...numbers.map((number) => ({ number, value: parsed(highlight) })),
        ]
      },
    ],
    expected: { kind: 'annotation' },
  },
  {
    ...at3,
    name: 'EAA: the sign of a remark over a digit',
    shows: 'a sum without its digit',
    revisions: [annotating(`<</Type/Annot/Subtype/Text/Rect[120 695 140 715]${page}/Contents(a)>>`)],
    expected: { kind: 'annotation' },
  },
  {
    ...at3,
    name: 'EAA: a stamp of the signed document is put on another page too',
    shows: 'the stamp on page 2',
    revisions: [changing({ 20: { Annots: '[18 0 R]' } })],
    expected: { kind: 'annotation', object: '18 0', page: 2 },
  },
  {
    ...at3,
    name: 'a field of the signed document is put on another page too',
    shows: 'its value on page 2',
    revisions: [changing({ 20: { Annots: '[7 0 R]' } })],
    expected: { kind: 'structure', object: '7 0', page: 2 },
  },
  {
    ...at3,
    name: 'EAA: a remark that covers words on the second of its pages',
    shows: 'page 2 without its first word',
    prepared: { 24: streamText('', 'BT /F1 12 Tf 502 703 Td (100) Tj ET') },
    revisions: [changing({ 20: { Annots: '[17 0 R]' } })],
    expected: { kind: 'annotation', object: '17 0', page: 2 },
  },
]
