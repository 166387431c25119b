import { streamText } from '../build-pdf.ts'
import { type Attack, ours, shadow } from './attack.ts'
import { changed, changing, listWith, parsed } from './document.ts'

const all = { action: 'All', fields: [], permission: null } as const
const look = (data: string, resources = '/Resources<</Font<</Helv 5 0 R>>>>') =>
  streamText(`/Type/XObject/Subtype/Form/BBox[0 0 200 20]${resources}`, data)
const typed = (text: string) => look(`BT /Helv 12 Tf 2 5 Td (${text}) Tj ET`)

/** Fields whose values, looks and place do not say the same, locks that are passed by, signatures that are touched. */
export const formAttacks: readonly Attack[] = [
  {
    name: 'a value that is shown otherwise',
    source: shadow,
    shows: 'another name than the form holds',
    revisions: [changing({ 7: { V: '(Binh)', AP: '<</N 60 0 R>>' } }, { 60: typed('Chi') })],
    expected: { kind: 'form_value', field: 'HoTen', page: 1 },
  },
  {
    name: 'a value whose look stays the old one',
    source: ours,
    shows: 'the old name',
    revisions: [changing({ 7: { V: '(Binh)' } })],
    expected: { kind: 'form_value', field: 'HoTen' },
  },
  {
    name: 'a look that is no stream',
    source: ours,
    shows: 'an empty field',
    revisions: [{ 19: '<</Type/Outlines/Count 5>>' }],
    expected: { kind: 'form_value', field: 'HoTen', page: 1 },
  },
  {
    name: 'a look whose font it does not have',
    source: ours,
    shows: 'an empty field, by the reader',
    revisions: [
      {
        19: streamText(
          '/Type/XObject/Subtype/Form/BBox[0 0 200 20]',
          '/Tx BMC BT /Helv 12 Tf 2 5 Td (An) Tj ET EMC',
        ),
      },
    ],
    expected: { kind: 'form_value', field: 'HoTen', page: 1 },
  },
  {
    name: 'a look too small to be read',
    source: ours,
    shows: 'an empty field',
    revisions: [
      {
        19: streamText(
          '/Type/XObject/Subtype/Form/BBox[0 0 20000 2000]/Resources<</Font<</Helv 5 0 R>>>>',
          '/Tx BMC BT /Helv 12 Tf 2 5 Td (An) Tj ET EMC',
        ),
      },
    ],
    expected: { kind: 'form_value', field: 'HoTen', page: 1 },
  },
  {
    name: 'a value that is shown as an image',
    source: ours,
    shows: 'anything',
    revisions: [
      changing(
        { 7: { V: '(Binh)', AP: '<</N 60 0 R>>' } },
        {
          60: look('/I Do', '/Resources<</XObject<</I 61 0 R>>>>'),
          61: streamText('/Subtype/Image/Width 1/Height 1', '0'),
        },
      ),
    ],
    expected: { kind: 'form_value', field: 'HoTen' },
  },
  {
    name: 'a value in a font that runs programs',
    source: ours,
    shows: 'other letters',
    revisions: [
      changing(
        { 7: { V: '(Binh)', AP: '<</N 60 0 R>>' } },
        {
          60: look('BT /T3 12 Tf 2 5 Td (Binh) Tj ET', '/Resources<</Font<</T3 61 0 R>>>>'),
          61: '<</Type/Font/Subtype/Type3/FontMatrix[1 0 0 1 0 0]/CharProcs<<>>/Encoding<<>>>>',
        },
      ),
    ],
    expected: { kind: 'form_value', field: 'HoTen' },
  },
  {
    name: 'a look for the mouse that shows something else',
    source: ours,
    shows: 'another name below the mouse',
    revisions: [
      changing(
        { 7: { V: '(Binh)', AP: '<</N 60 0 R/R 61 0 R>>' } },
        {
          60: typed('Binh'),
          61: look('/T Do', '/Resources<</Font<</T3 62 0 R>>>>'),
          62: '<</Subtype/Type3>>',
        },
      ),
    ],
    expected: { kind: 'form_value', field: 'HoTen' },
  },
  {
    name: 'a tick box that shows another state than it has',
    source: ours,
    shows: 'consent',
    revisions: [changing({ 8: { AS: '/Yes' } })],
    expected: { kind: 'form_value', field: 'DongY' },
  },
  {
    name: 'a tick box whose empty look is a tick',
    source: shadow,
    shows: 'consent',
    revisions: [{ 11: streamText('/Type/XObject/Subtype/Form/BBox[0 0 18 18]', '2 2 14 14 re f') }],
    expected: { kind: 'form_value', field: 'DongY' },
  },
  {
    name: 'a choice that is shown as another',
    source: ours,
    shows: 'another commune',
    revisions: [changing({ 22: { V: '(B)', AP: '<</N 60 0 R>>' } }, { 60: typed('Xa A') })],
    expected: { kind: 'form_value', field: 'Xa' },
  },
  {
    name: 'the options of a choice',
    source: ours,
    shows: 'another commune',
    revisions: [changing({ 22: { Opt: '[[(A)(Xa B)]]' } })],
    expected: { kind: 'structure', field: 'Xa' },
  },
  {
    name: 'a field put elsewhere',
    source: shadow,
    shows: 'a value over the sum',
    revisions: [changing({ 7: { Rect: '[72 690 272 720]' } })],
    expected: { kind: 'structure', field: 'HoTen' },
  },
  {
    name: 'a field that is hidden',
    source: shadow,
    shows: 'no value',
    revisions: [changing({ 7: { F: '2' } })],
    expected: { kind: 'structure', field: 'HoTen' },
  },
  {
    name: 'a field that is taken out of the form and the page',
    source: shadow,
    shows: 'no value',
    revisions: [
      (file) => [
        changed(file, 3, { Annots: listWith(file, 3, 'Annots').replace('7 0 R', '') }),
        changed(file, 6, { Fields: listWith(file, 6, 'Fields').replace('7 0 R', '') }),
      ],
    ],
    expected: { kind: 'structure', object: '7 0' },
  },
  {
    name: 'a field that is freed',
    source: shadow,
    shows: 'no value',
    revisions: [{ 7: 'null' }],
    expected: { kind: 'structure', object: '7 0' },
  },
  {
    name: 'a new text field',
    source: ours,
    shows: 'words',
    revisions: [
      (file) => [
        changed(file, 3, { Annots: listWith(file, 3, 'Annots', 60) }),
        changed(file, 6, { Fields: listWith(file, 6, 'Fields', 60) }),
        { number: 60, value: parsed('<</Subtype/Widget/FT/Tx/T(Moi)/V(900)/Rect[72 690 272 720]>>') },
      ],
    ],
    expected: { kind: 'structure', field: 'Moi' },
  },
  {
    name: 'a prepared field that no page showed',
    source: shadow,
    shows: 'a value over the sum',
    prepared: {
      6: '<</Fields[7 0 R 8 0 R 9 0 R 22 0 R 40 0 R]/DA(/Helv 0 Tf 0 g)>>',
      40: '<</Subtype/Widget/FT/Tx/T(An)/V(900)/Rect[72 690 272 720]/AP<</N 41 0 R>>>>',
      41: typed('900'),
    },
    revisions: [(file) => [changed(file, 3, { Annots: listWith(file, 3, 'Annots', 40) })]],
    expected: { kind: 'structure', field: 'An' },
  },
  {
    name: 'a widget that no field knows',
    source: ours,
    shows: 'words',
    revisions: [
      (file) => [
        changed(file, 3, { Annots: listWith(file, 3, 'Annots', 60) }),
        {
          number: 60,
          value: parsed('<</Subtype/Widget/FT/Tx/T(Moi)/Rect[72 690 272 720]/AP<</N 61 0 R>>>>'),
        },
        { number: 61, value: parsed(typed('900')) },
      ],
    ],
    expected: { kind: 'structure', object: '60 0' },
  },
  {
    name: 'the same field under another name, to pass by a lock',
    source: ours,
    shows: 'another name',
    locks: [{ action: 'Include', fields: ['HoTen'], permission: null }],
    revisions: [changing({ 7: { T: '(Khac)', V: '(Binh)', AP: 'null' } })],
    expected: { kind: 'structure', object: '7 0' },
  },
  {
    name: 'a locked field',
    source: 'ISO 32000-2, 12.8.2.4',
    shows: 'another name',
    locks: [all],
    revisions: [changing({ 7: { V: '(Binh)', AP: '<</N 60 0 R>>' } }, { 60: typed('Binh') })],
    expected: { kind: 'form_value', field: 'HoTen' },
  },
  {
    name: 'a lock that is taken away',
    source: ours,
    shows: 'fields that may be filled in',
    prepared: {
      9:
        '<</Type/Annot/Subtype/Widget/FT/Sig/T(KySo)/Rect[300 100 500 180]/P 3 0 R' +
        '/Lock<</Type/SigFieldLock/Action/All>>>>',
    },
    revisions: [changing({ 9: { Lock: 'null' } })],
    expected: { kind: 'structure', field: 'KySo' },
  },
  {
    name: 'readers are to make all looks anew',
    source: ours,
    shows: 'values instead of looks',
    revisions: [changing({ 6: { NeedAppearances: 'true' } })],
    expected: { kind: 'structure', object: '6 0' },
  },
  {
    name: 'an XFA form',
    source: ours,
    shows: 'another form',
    revisions: [changing({ 6: { XFA: '60 0 R' } }, { 60: streamText('', '<xdp/>') })],
    expected: { kind: 'structure', object: '6 0' },
  },
  {
    name: 'another font under the name that fields use',
    source: ours,
    shows: 'other letters',
    revisions: [
      changing(
        { 6: { DR: '<</Font<</Helv 60 0 R>>>>' } },
        { 60: '<</Type/Font/Subtype/Type1/BaseFont/Symbol>>' },
      ),
    ],
    expected: { kind: 'structure', object: '6 0' },
  },
  {
    name: 'a script that formats a value',
    source: ours,
    shows: 'another number',
    revisions: [changing({ 7: { AA: '<</F 60 0 R>>' } }, { 60: '<</S/JavaScript/JS(event.value=9)>>' })],
    expected: { kind: 'action', object: '60 0' },
  },
  {
    name: 'an earlier signature that is put into another field',
    source: 'signature wrapping',
    shows: 'two signatures of the same person',
    revisions: [(file) => [changed(file, 9, { V: `${signatureNumber(file.nextNumber)} 0 R` })]],
    expected: { kind: 'signature', field: 'KySo' },
  },
  {
    name: 'an earlier signature whose value is another',
    source: ours,
    shows: 'another signer',
    revisions: [(file) => [changed(file, signatureNumber(file.nextNumber), { Contents: '<3000>' })]],
    expected: { kind: 'signature', field: 'Signature1' },
  },
  {
    name: 'an earlier signature that is taken out of its field',
    source: ours,
    shows: 'an empty field',
    revisions: [(file) => [changed(file, signatureNumber(file.nextNumber) + 1, { V: 'null' })]],
    expected: { kind: 'signature', field: 'Signature1' },
  },
  {
    name: 'an earlier signature that looks otherwise',
    source: ours,
    shows: 'another name in the signature',
    revisions: [
      (file) => [
        changed(file, signatureNumber(file.nextNumber) + 1, { AP: '<</N 70 0 R>>' }),
        { number: 70, value: parsed(typed('Binh')) },
      ],
    ],
    expected: { kind: 'signature', field: 'Signature1' },
  },
]

/** The object of the signature that `sign` puts into the document: the last but one of its new numbers. */
function signatureNumber(next: number): number {
  return next - 2
}
