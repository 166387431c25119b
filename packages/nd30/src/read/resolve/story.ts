import { Nd30Error } from '../../errors.ts'
import { looksLikeLegacy } from '../../text/legacy/legacy.ts'
import { legacyOfRun } from '../../text/legacy/legacy-of-run.ts'
import type { BodyBlock, Paragraph, Run, Shape } from '../read-document.ts'
import { childOf, type XmlElement } from '../xml.ts'
import { shownBranch } from './alternate.ts'
import { readDrawing } from './drawing.ts'
import { type Field, Fields, fieldName } from './fields.ts'
import { noCell, paragraphLook, type ResolvedParagraph, runOf } from './resolver.ts'
import { type Piece, piecesOf, softHyphen } from './run-pieces.ts'
import { type RunProperties, readRunProperties } from './run-properties.ts'
import { holdsBlocks } from './sections.ts'
import { nowhere, type Setting, type Surroundings } from './surroundings.ts'
import { type ReadTables, tableReader } from './tables.ts'
import { readVml } from './vml.ts'

type Mutable<T> = { -readonly [K in keyof T]: T[K] }
interface OpenRun {
  readonly run: Mutable<Run>
  /** Before which letters of its text a hyphen stands that may be a letter. */
  readonly softHyphens: readonly number[]
  readonly field: Field | null
}

/** A paragraph while its runs are read. */
interface OpenParagraph {
  readonly runs: OpenRun[]
  shapes: Shape[]
  readonly around: Surroundings
  readonly styleId: string | undefined
  pageBreak: boolean
}

/** Reads the blocks of a part: a body, a header, the notes (a story, in the words of ECMA-376). */
export class Story {
  readonly part: string
  private readonly source: string
  readonly paragraphs: Paragraph[] = []
  sectionIndex: number
  readonly setting: Setting
  private fields = new Fields()
  private readonly label: (numId: string, level: number) => string
  private readonly tables: ReadTables

  /** @param source the text of the part, from which its elements were read */
  constructor(part: string, source: string, setting: Setting, sectionIndex = 0) {
    this.part = part
    this.source = source
    this.setting = setting
    this.sectionIndex = sectionIndex
    this.label = setting.numbering.counting()
    this.tables = tableReader(this)
  }

  blocks(container: XmlElement, around: Surroundings = nowhere): BodyBlock[] {
    const blocks: BodyBlock[] = []
    this.addBlocks(blocks, container, around)
    return blocks
  }

  private addBlocks(blocks: BodyBlock[], container: XmlElement, around: Surroundings) {
    for (const child of container.children) {
      if (child.name === 'w:p') {
        const paragraph = this.paragraph(child, around)
        if (paragraph) blocks.push(paragraph)
      } else if (child.name === 'w:tbl') blocks.push(this.tables.table(child, around))
      else if (holdsBlocks(child.name)) {
        const shown = shownBranch(child)
        if (shown) this.addBlocks(blocks, shown, around)
      }
    }
  }

  /** null for a paragraph that was deleted with everything in it. */
  private paragraph(element: XmlElement, around: Surroundings): Paragraph | null {
    const { setting } = this
    this.spend()
    const pPr = childOf(element, 'w:pPr')
    const resolved = setting.resolver.paragraph(pPr, this.written(pPr), around.look)
    const mark = readRunProperties(childOf(pPr, 'w:rPr'), setting.theme)
    if (mark.deleted || mark.inserted) setting.notes.add('tracked_changes')
    const index = this.paragraphs.length
    // Its place is before that of the paragraphs in its shapes.
    this.paragraphs.push(undefined as unknown as Paragraph)
    const open: OpenParagraph = {
      runs: [],
      shapes: none,
      around,
      styleId: resolved.styleId,
      pageBreak: false,
    }
    this.inline(element, open, false)
    if (mark.deleted && open.runs.length === 0) {
      this.paragraphs.splice(index, 1)
      return null
    }
    const paragraph = this.finish(element, resolved, open, mark)
    this.paragraphs[index] = paragraph
    if (childOf(pPr, 'w:sectPr') && !around.cell && !around.inShape) this.sectionIndex += 1
    return paragraph
  }

  private finish(
    element: XmlElement,
    resolved: ResolvedParagraph,
    open: OpenParagraph,
    mark: RunProperties,
  ): Paragraph {
    const { around } = open
    readSoftHyphens(open.runs)
    const runs = finishedRuns(open.runs)
    this.judgeMarks(runs)
    const { listed } = resolved
    const look = resolved.look ?? this.relativeLook(resolved, runs, mark.size)
    return {
      type: 'paragraph',
      part: this.part,
      number: 0,
      sectionIndex: this.sectionIndex,
      text: shownText(runs),
      runs,
      styleId: resolved.shownStyleId,
      ...look,
      numbering: listed && {
        label: this.label(listed.numId, listed.level),
        level: listed.level,
        numId: listed.numId,
        bold: this.setting.resolver.labelIsBold(listed, mark, resolved.styleId, around.look),
      },
      pageBreakInside: open.pageBreak,
      shapes: open.shapes,
      cell: around.cell,
      inShape: around.inShape,
      element,
    }
  }

  /** Whatever is hidden: text is composed all through this library, which takes the square of so many marks. */
  private judgeMarks(runs: readonly Run[]): void {
    let all = ''
    for (const run of runs) all += run.text
    if (tooManyMarks.test(all))
      throw new Nd30Error('file_limit', 'too many marks on a letter', { what: 'marks', part: this.part })
  }

  private relativeLook(
    { properties }: ResolvedParagraph,
    runs: readonly Run[],
    markSize: number | undefined,
  ) {
    const size = runs.find((run) => run.text.trim() !== '')?.sizeHalfPoints ?? markSize ?? 20
    return paragraphLook(properties, size, this.setting.linePitches[this.sectionIndex] ?? null)
  }

  private spend() {
    this.setting.paragraphsLeft -= 1
    if (this.setting.paragraphsLeft < 0)
      throw new Nd30Error('file_limit', 'too many paragraphs', { what: 'paragraphs', part: this.part })
  }

  private written(element: XmlElement | undefined): string {
    return element ? this.source.slice(element.start, element.end) : ''
  }

  private inline(container: XmlElement, open: OpenParagraph, inserted: boolean) {
    for (const child of container.children) this.inlineChild(child, open, inserted)
  }

  private inlineChild(child: XmlElement, open: OpenParagraph, inserted: boolean) {
    switch (child.name) {
      case 'w:r':
        return this.run(child, open, inserted)
      case 'w:ins':
      case 'w:moveTo':
        this.setting.notes.add('tracked_changes')
        return this.inline(child, open, true)
      case 'w:del':
      case 'w:moveFrom':
        this.setting.notes.add('tracked_changes')
        return
      case 'w:fldSimple':
        this.fields.begin(child.attributes.get('w:instr') ?? '', false)
        this.inline(child, open, inserted)
        return this.fields.end()
      case 'w:hyperlink':
      case 'w:smartTag':
      case 'w:customXml':
      case 'w:sdt':
      case 'w:sdtContent':
      case 'w:dir':
      case 'w:bdo':
        return this.inline(child, open, inserted)
      case 'mc:AlternateContent': {
        const branch = shownBranch(child)
        if (branch) this.inline(branch, open, inserted)
        return
      }
      case 'w:commentRangeStart':
        this.setting.notes.add('comments')
    }
  }

  private run(element: XmlElement, open: OpenParagraph, inserted: boolean) {
    if (open.runs.length >= this.setting.mostRuns)
      throw new Nd30Error('file_limit', 'too many runs in a paragraph', { what: 'runs', part: this.part })
    const content: RunContent = { text: '', softHyphens: [], symbol: false, field: null, codeField: null }
    const rPr = childOf(element, 'w:rPr')
    for (const piece of piecesOf(element)) this.piece(piece, content, open, inserted)
    const { resolver } = this.setting
    const resolved = resolver.run(rPr, this.written(rPr), open.styleId, open.around.look)
    open.runs.push({
      run: runOf(element, resolved, content.text, content.symbol, inserted),
      softHyphens: content.softHyphens,
      field: content.text === '' ? (content.codeField ?? content.field) : content.field,
    })
  }

  private piece(piece: Piece, content: RunContent, open: OpenParagraph, inserted: boolean) {
    const { fields } = this
    switch (piece.type) {
      case 'text':
      case 'sign':
        if (!fields.shown) return
        content.text += piece.text
        content.field ??= fields.innermost
        if (piece.type === 'sign' && piece.symbol) content.symbol = true
        return
      case 'soft-hyphen':
        if (fields.shown) content.softHyphens.push(content.text.length)
        return
      case 'page-break':
        open.pageBreak = true
        return
      case 'field-mark':
        fields.mark(piece.element)
        content.codeField ??= fields.innermost
        return
      case 'field-code':
        fields.instruct(piece.text)
        content.codeField ??= fields.innermost
        return
      case 'page-number':
        content.field ??= { code: 'PAGE', inCode: false }
        return
      case 'drawing':
        return this.drawing(piece.element, open)
      case 'run':
        return this.run(piece.element, open, inserted)
    }
  }

  private drawing(element: XmlElement, open: OpenParagraph) {
    const drawn = element.name === 'w:drawing' ? readDrawing(element, this.setting.theme) : readVml(element)
    for (const { shape, content } of drawn) {
      const from = this.paragraphs.length
      if (content) {
        const outside = this.fields
        this.fields = new Fields()
        this.blocks(content, { cell: null, look: noCell, inShape: true })
        this.fields = outside
      }
      if (open.shapes === none) open.shapes = []
      open.shapes.push({ ...shape, paragraphs: this.paragraphs.slice(from) })
    }
  }
}

interface RunContent {
  text: string
  readonly softHyphens: number[]
  symbol: boolean
  /** Of the text. */
  field: Field | null
  /** Of the code or the marks. */
  codeField: Field | null
}

/**
 * Makes the hyphens letters where those about them are of TCVN3, by their typeface or by what the paragraph says. Word and
 * converters write the code of `ư` as such a hyphen.
 */
function readSoftHyphens(open: readonly OpenRun[]): void {
  const hyphened = open.filter(({ softHyphens }) => softHyphens.length > 0)
  if (hyphened.length === 0) return
  const whole = open.map((each) => withSoftHyphens(each)).join('')
  const misread = looksLikeLegacy(whole)
  for (const each of hyphened) {
    const { run } = each
    const legacy = legacyOfRun({ ...run, text: withSoftHyphens(each) }) ?? misread
    if (legacy?.encoding === 'tcvn3') run.text = withSoftHyphens(each)
  }
}

function withSoftHyphens({ run, softHyphens }: OpenRun): string {
  return softHyphens.reduceRight((text, at) => text.slice(0, at) + softHyphen + text.slice(at), run.text)
}

/** No language has more on one letter. */
const tooManyMarks = /\p{M}{33}/u

/** For most paragraphs, which have no shapes. */
const none: Shape[] = []

function shownText(runs: readonly Run[]): string {
  let text = ''
  for (const run of runs) if (!run.hidden) text += run.text
  return text
}

/** Their numbers, and the names of their fields, whose codes are known by now. */
function finishedRuns(open: readonly OpenRun[]): Run[] {
  return open.map(({ run, field }, index) => {
    run.number = index + 1
    if (field) run.field = fieldName(field)
    return run
  })
}
