import type { Laid, LaidLook, LaidParagraph } from '../laid.ts'
import { font, paragraphsOf } from '../laid.ts'
import { type Base, fonts, lineAttributes, paragraphProperties, runProperties } from './look.ts'
import { element, value } from './xml.ts'

/** Which style each paragraph has, and what that style says. */
export interface Bases {
  readonly of: (paragraph: LaidParagraph) => Base
  readonly xml: string
}

const plain: LaidLook = {
  align: 'left',
  firstLineMm: 0,
  leftMm: 0,
  beforePt: 0,
  afterPt: 8,
  line: { rule: 'auto', lines: 259 / 240 },
  contextual: false,
  keepNext: false,
  pageBreakBefore: false,
}

/** Word's own Normal: Calibri of its theme, 11 points, a gap of 8. */
const untouched: Base = {
  styleId: null,
  run: { font: 'Calibri', bold: false, italic: false, underline: false, sizePt: 11, colour: null },
  look: plain,
}

/** A Normal that somebody has set to what offices use. */
const office: Base = {
  styleId: null,
  run: { ...untouched.run, font, sizePt: 14 },
  look: { ...plain, afterPt: 0, line: { rule: 'auto', lines: 1 } },
}

const names: Record<string, { id: string; name: string }> = {
  text: { id: 'NoiDung', name: 'Nội dung' },
  base: { id: 'CanCu', name: 'Căn cứ' },
  article: { id: 'Heading3', name: 'heading 3' },
  groupNumber: { id: 'Heading1', name: 'heading 1' },
  groupTitle: { id: 'Heading2', name: 'heading 2' },
  headingRoman: { id: 'Heading1a', name: 'Mục La Mã' },
  clauseTitle: { id: 'KhoanTieuDe', name: 'Khoản có tiêu đề' },
  recipients: { id: 'NoiNhan', name: 'Nơi nhận' },
  counted: { id: 'ListParagraph', name: 'List Paragraph' },
}

export function basesOf(laid: Laid): Bases {
  const normal = laid.way.styled ? office : untouched
  const styles = new Map<string, Base>()
  if (laid.way.styled)
    for (const [role, { id }] of Object.entries(names)) {
      const usual = usualOf(paragraphsOf(laid).filter((each) => each.role === role))
      if (usual) styles.set(role, { ...usual, styleId: id })
    }
  return {
    of: (paragraph) => styles.get(paragraph.role) ?? normal,
    xml: stylesXml(normal, styles),
  }
}

/** The look that most paragraphs of a role have. */
function usualOf(paragraphs: readonly LaidParagraph[]): Omit<Base, 'styleId'> | undefined {
  const counts = new Map<string, number>()
  for (const { look, spans } of paragraphs) {
    const [first] = spans
    if (!first) continue
    const { bold, italic, underline, sizePt, colour } = first
    const key = JSON.stringify({
      run: { font: first.font, bold, italic, underline, sizePt, colour },
      look: { ...look, contextual: false, pageBreakBefore: false, keepNext: false },
    })
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1])
  return most ? (JSON.parse(most[0]) as Omit<Base, 'styleId'>) : undefined
}

function stylesXml(normal: Base, styles: ReadonlyMap<string, Base>): string {
  const theme = element('w:rFonts', {
    'w:asciiTheme': 'minorHAnsi',
    'w:eastAsiaTheme': 'minorHAnsi',
    'w:hAnsiTheme': 'minorHAnsi',
    'w:cstheme': 'minorBidi',
  })
  const defaults = element(
    'w:docDefaults',
    {},
    element(
      'w:rPrDefault',
      {},
      element(
        'w:rPr',
        {},
        theme,
        value('w:sz', 22),
        value('w:szCs', 22),
        element('w:lang', { 'w:val': 'en-US', 'w:eastAsia': 'en-US', 'w:bidi': 'ar-SA' }),
      ),
    ),
    element(
      'w:pPrDefault',
      {},
      element('w:pPr', {}, element('w:spacing', { 'w:after': 160, ...lineAttributes(plain.line) })),
    ),
  )
  const normalXml = element(
    'w:style',
    { 'w:type': 'paragraph', 'w:default': 1, 'w:styleId': 'Normal' },
    value('w:name', 'Normal'),
    element('w:qFormat'),
    ...(normal === office
      ? [
          element('w:pPr', {}, element('w:spacing', { 'w:after': 0, 'w:line': 240, 'w:lineRule': 'auto' })),
          element('w:rPr', {}, fonts(font), value('w:sz', 28), value('w:szCs', 28)),
        ]
      : []),
  )
  const own = [...styles].map(([role, base]) => ownStyle(role, base))
  return `${defaults}${normalXml}${fixed}${own.join('')}`
}

function ownStyle(role: string, base: Base): string {
  const name = names[role]
  if (!name) return ''
  const sample = {
    type: 'paragraph',
    role,
    spans: [],
    look: base.look,
    below: null,
    box: null,
    counted: null,
  } as const
  const parts = { numbering: '', mark: '', section: '' }
  return element(
    'w:style',
    {
      'w:type': 'paragraph',
      'w:customStyle': name.id.startsWith('Heading') ? null : 1,
      'w:styleId': name.id,
    },
    value('w:name', name.name),
    value('w:basedOn', 'Normal'),
    element('w:qFormat'),
    paragraphProperties({ ...sample, spans: [] }, { ...office, styleId: null }, parts),
    runProperties(base.run, office.run),
  )
}

const fixed = [
  '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>',
  '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>',
  '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders><w:top w:val="single" w:sz="4" w:space="0" w:color="auto"/><w:left w:val="single" w:sz="4" w:space="0" w:color="auto"/><w:bottom w:val="single" w:sz="4" w:space="0" w:color="auto"/><w:right w:val="single" w:sz="4" w:space="0" w:color="auto"/><w:insideH w:val="single" w:sz="4" w:space="0" w:color="auto"/><w:insideV w:val="single" w:sz="4" w:space="0" w:color="auto"/></w:tblBorders></w:tblPr></w:style>',
  '<w:style w:type="paragraph" w:styleId="Header"><w:name w:val="header"/><w:basedOn w:val="Normal"/><w:pPr><w:tabs><w:tab w:val="center" w:pos="4680"/><w:tab w:val="right" w:pos="9360"/></w:tabs><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr></w:style>',
  '<w:style w:type="paragraph" w:styleId="Footer"><w:name w:val="footer"/><w:basedOn w:val="Normal"/><w:pPr><w:tabs><w:tab w:val="center" w:pos="4680"/><w:tab w:val="right" w:pos="9360"/></w:tabs><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr></w:style>',
  '<w:style w:type="paragraph" w:styleId="FootnoteText"><w:name w:val="footnote text"/><w:basedOn w:val="Normal"/><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/><w:sz w:val="20"/><w:szCs w:val="20"/></w:rPr></w:style>',
].join('')
