import { streamText } from '../build-pdf.ts'
import { type Attack, ours, saving } from './attack.ts'
import { changed, changing, metadataText, type Written } from './document.ts'

const structural = (
  name: string,
  shows: string,
  revision: Written,
  expected: Attack['expected'],
): Attack => ({ name, source: ours, shows, revisions: [revision], expected })

/** Everything around the pages: their order, the catalogue, actions, names, metadata, the structure of the file. */
export const structureAttacks: readonly Attack[] = [
  {
    name: 'a page more',
    source: saving,
    shows: 'a page that nobody signed',
    revisions: [
      (file) => [
        changed(file, 2, { Kids: '[3 0 R 20 0 R 60 0 R]', Count: '3' }),
        { ...changed(file, 20, {}), number: 60 },
      ],
    ],
    expected: { kind: 'page', object: '2 0' },
  },
  structural('a page less', 'one page', changing({ 2: { Kids: '[3 0 R]', Count: '1' } }), { kind: 'page' }),
  structural('pages in another order', 'page 2 first', changing({ 2: { Kids: '[20 0 R 3 0 R]' } }), {
    kind: 'page',
  }),
  structural('a page that is another object', 'words of page 2', changing({ 20: { Contents: '4 0 R' } }), {
    kind: 'content',
    page: 2,
  }),
  structural('a page cut', 'half a page', changing({ 3: { CropBox: '[0 0 595 300]' } }), {
    kind: 'page',
    page: 1,
  }),
  structural(
    'all pages cut, by what they inherit',
    'half a page',
    changing({ 2: { MediaBox: '[0 0 595 300]' } }),
    {
      kind: 'page',
      object: '2 0',
    },
  ),
  structural('a page turned', 'a page upside down', changing({ 3: { Rotate: '180' } }), {
    kind: 'page',
    page: 1,
  }),
  structural('another unit of length', 'a page ten times as large', changing({ 3: { UserUnit: '10' } }), {
    kind: 'page',
  }),
  structural('a script of a page', 'what it does', changing({ 3: { AA: '<</O<</S/JavaScript/JS(x)>>>>' } }), {
    kind: 'action',
    page: 1,
  }),
  structural('an action on opening', 'page 2 first', changing({ 1: { OpenAction: '[20 0 R/Fit]' } }), {
    kind: 'action',
  }),
  structural(
    'a script on opening',
    'what it does',
    changing({ 1: { OpenAction: '60 0 R' } }, { 60: '<</S/JavaScript/JS(x)>>' }),
    {
      kind: 'action',
      object: '60 0',
    },
  ),
  structural(
    'a script by name',
    'what it does',
    changing({ 1: { Names: '<</JavaScript<</Names[(a)<</S/JavaScript/JS(x)>>]>>>>' } }),
    {
      kind: 'action',
    },
  ),
  structural(
    'a destination',
    'another page behind a link',
    { 14: '<</Names[(a)[20 0 R/Fit]]>>' },
    { kind: 'action' },
  ),
  structural(
    'a file that is attached',
    'another decision',
    changing({ 1: { AF: '[60 0 R]' } }, { 60: '<</Type/Filespec>>' }),
    {
      kind: 'structure',
    },
  ),
  structural(
    'the outlines',
    'other headings',
    { 13: '<</Type/Outlines/Count 0/First 60 0 R>>', 60: '<</Title(Khac)>>' },
    {
      kind: 'structure',
      object: '13 0',
    },
  ),
  structural(
    'the labels of pages',
    'page 3 as page 1',
    changing({ 1: { PageLabels: '<</Nums[0<</St 3>>]>>' } }),
    {
      kind: 'structure',
    },
  ),
  structural(
    'the structure tree',
    'other words when read out',
    { 23: '<</Type/StructElem/S/P/P 16 0 R/K 0/ActualText(900)>>' },
    {
      kind: 'structure',
      object: '23 0',
    },
  ),
  structural('the language', 'words read out otherwise', changing({ 1: { Lang: '(en)' } }), {
    kind: 'structure',
  }),
  structural(
    'the title in the metadata',
    'another title',
    { 12: metadataText('Quyet dinh khac') },
    { kind: 'metadata' },
  ),
  structural(
    'metadata that are no longer read in one way',
    'another title',
    { 12: streamText('/Type/Metadata/Subtype/XML', '<a><b></a></b>') },
    {
      kind: 'metadata',
    },
  ),
  structural(
    'a certification that comes late',
    'a certified document',
    changing({ 1: { Perms: '<</DocMDP 60 0 R>>' } }, { 60: '<</Type/Sig>>' }),
    {
      kind: 'structure',
    },
  ),
  structural('a lower version', 'a document of another time', changing({ 1: { Version: '/1.0' } }), {
    kind: 'structure',
  }),
  structural(
    'extensions with something in them',
    'anything',
    changing({ 1: { Extensions: '<</X<</Y<</Z 1>>>>>>' } }),
    {
      kind: 'structure',
    },
  ),
  structural('another type for the catalogue’s page', 'nothing', { 20: '[3 0 R]' }, { kind: 'page' }),
  structural(
    'another generation of an object',
    'nothing, or something else, by the reader',
    (file) => [{ number: 4, generation: 1, value: file.getObject(4)?.value ?? null }],
    { kind: 'content' },
  ),
  structural('what nobody knows', 'perhaps nothing', changing({ 1: { Khac: '1' } }), {
    kind: 'structure',
    object: '1 0',
  }),
  {
    name: 'a change among many that are allowed',
    source: ours,
    shows: 'another sum',
    revisions: [
      changing({ 1: { DSS: '<</Certs[60 0 R]>>' } }, { 60: streamText('', '0') }),
      { 4: streamText('', 'BT ET') },
      changing({ 7: { V: '(Binh)', AP: 'null' } }),
    ],
    expected: { kind: 'content', revision: 4 },
  },
]
