import { vocabularyOf } from './namespaces.ts'
import type { Element, XmlReader } from './read-xml.ts'

/** In which of the ways to look at a file a piece of it is seen: as it is shown, as older programs or the record of changes show it. */
interface Seen {
  /** All of the text. */
  all: string
  /** Without what was deleted, is hidden, or is for programs that cannot show the newer form. */
  shown: string
  /** As `shown`, and by programs that show the older form. */
  older: string
}

const ways = ['all', 'shown', 'older'] as const
const empty = (): Seen => ({ all: '', shown: '', older: '' })

interface Run {
  readonly from: Seen
  isCapital: boolean
  isHidden: boolean
}

/**
 * Assembles the text as it is read: runs to paragraphs, cells to rows. A marking that is split into runs, or is between
 * deleted or hidden text, is complete in one of the views.
 */
export class FlowingText implements XmlReader {
  readonly lines: Seen[] = []
  /** Lines of elements whose text is cut into elements within them. */
  readonly gathered: string[] = []
  /** Fields and their orders, which make a program fetch or run something. */
  readonly instructions: string[] = []
  /** Attribute values that could be text: names, alternative texts of pictures, text along a path. */
  readonly values = new Set<string>()
  readonly #capitalStyles: ReadonlySet<string>
  readonly #paragraphs: Seen[] = [empty()]
  readonly #capitalParagraphs: boolean[] = []
  readonly #runs: Run[] = []
  #instruction = ''
  #deleted = 0
  #newer = 0
  #older = 0
  readonly #open: Element[] = []
  /** For each open element of another vocabulary its text, up to the length of a line. */
  readonly #gathered: { text: string; pieces: number }[] = []
  /** Whether it contains an encoded file that was not read. */
  hasEncoded = false
  /** Whether it has more attributes that could be a text than were kept. */
  hasMoreValues = false
  #differs = false

  constructor(capitalStyles: ReadonlySet<string> = new Set()) {
    this.#capitalStyles = capitalStyles
  }

  /** The texts in each way to look at the file, those that say the same once. */
  get texts(): readonly string[] {
    if (!this.#differs) return [this.lines.map(({ all }) => all).join('\n')]
    return [...new Set(ways.map((way) => this.lines.map((line) => line[way]).join('\n')))]
  }

  open(element: Element): void {
    this.#open.push(element)
    const kind = vocabularyOf(element.uri)
    for (const { value, uri } of element.attributes) if (uri !== xmlns && mayBeText(value)) this.#keep(value)
    if (kind === 'compatibility') this.#alternative(element.local, 1)
    else if (kind === 'word' || kind === 'drawing') this.#openWord(element)
    else if (kind === 'open_document') this.#openOpenDocument(element)
    else if (isLine(element)) {
      this.#break()
      this.#gathered.push({ text: '', pieces: 0 })
    }
  }

  close(element: Element): void {
    this.#open.pop()
    const kind = vocabularyOf(element.uri)
    if (kind === 'compatibility') this.#alternative(element.local, -1)
    else if (kind === 'word' || kind === 'drawing') this.#closeWord(element)
    else if (kind === 'open_document' && (element.local === 'p' || element.local === 'h'))
      this.#endParagraph()
    else if (isLine(element)) {
      this.#break()
      this.#endGathered()
    }
  }

  text(text: string): void {
    if (encoded.test(text)) this.hasEncoded = true
    this.#gather(text)
    const element = this.#open.at(-1)
    if (element !== undefined && vocabularyOf(element.uri) === 'word') {
      if (element.local === 'instrText' || element.local === 'delInstrText') {
        this.#instruction += text
        return
      }
      if (element.local !== 't' && element.local !== 'delText') return
    }
    this.#add(text, element?.local === 'delText')
  }

  /** What was begun and has no paragraph. */
  end(): void {
    this.#break()
    this.#endInstruction()
  }

  #gather(text: string): void {
    const gathered = this.#gathered.at(-1)
    if (gathered === undefined || gathered.text.length > longestLine || text.trim() === '') return
    gathered.text += text
    gathered.pieces += 1
  }

  /** Text that is split into elements of an unknown vocabulary is assembled in the enclosing element. */
  #endGathered(): void {
    const inner = this.#gathered.pop()
    if (inner === undefined || inner.text === '') return
    if (inner.pieces > 1 && inner.text.length <= longestLine) this.gathered.push(inner.text)
    const outer = this.#gathered.at(-1)
    if (outer === undefined || outer.text.length > longestLine) return
    outer.text += inner.text
    outer.pieces += inner.pieces
  }

  #keep(value: string): void {
    if (this.values.size < mostValues) this.values.add(value)
    else this.hasMoreValues ||= !this.values.has(value)
  }

  #add(text: string, isDeleted = false): void {
    const paragraph = this.#paragraphs.at(-1)
    if (paragraph === undefined) return
    paragraph.all += text
    const isUnseen = isDeleted || this.#deleted > 0 || this.#runs.some((run) => run.isHidden)
    this.#differs ||= isUnseen || this.#newer + this.#older > 0
    if (isUnseen) return
    if (this.#older === 0) paragraph.shown += text
    if (this.#newer === 0) paragraph.older += text
  }

  #alternative(local: string, change: 1 | -1): void {
    if (local === 'Choice') this.#newer += change
    if (local === 'Fallback') this.#older += change
  }

  #openWord(element: Element): void {
    const { local } = element
    if (local === 'p' || local === 'tr') this.#beginParagraph()
    else if (local === 'r' || local === 'fld') this.#runs.push(this.#newRun())
    else if (local === 'tab' || local === 'ptab') {
      // // In the properties of a paragraph it is a tab stop, not a character.
      if (this.#open.at(-2)?.local !== 'tabs') this.#add('\t')
    } else if (local === 'br' || local === 'cr') this.#add('\n')
    else if (local === 'noBreakHyphen') this.#add('-')
    else if (local === 'sym') this.#symbol(element)
    else if (local === 'del' || local === 'moveFrom') this.#deleted += 1
    else if (local === 'fldSimple') this.instructions.push(element.attribute('instr') ?? '')
    else this.#property(element)
  }

  #newRun(): Run {
    const paragraph = this.#paragraphs.at(-1) ?? empty()
    return { from: { ...paragraph }, isCapital: false, isHidden: false }
  }

  /** Text that is shown in capitals, or hidden. */
  #property(element: Element): void {
    const { local } = element
    const run = this.#runs.at(-1)
    const isOn = !/^(?:0|false|off|none)$/.test(element.attribute('val') ?? 'on')
    if (local === 'pStyle' && this.#isCapital(element))
      this.#capitalParagraphs[this.#capitalParagraphs.length - 1] = true
    if (run === undefined) return
    if ((local === 'caps' || local === 'smallCaps') && isOn) run.isCapital = true
    if (local === 'rPr' && /^(?:all|small)$/.test(element.attribute('cap') ?? '')) run.isCapital = true
    if (local === 'rStyle' && this.#isCapital(element)) run.isCapital = true
    if ((local === 'vanish' || local === 'webHidden') && isOn) run.isHidden = true
  }

  readonly #isCapital = (element: Element): boolean => this.#capitalStyles.has(element.attribute('val') ?? '')

  /** 17.3.3.30: a character by its code, of a symbol font shifted into the private use area. */
  #symbol(element: Element): void {
    const code = Number.parseInt(element.attribute('char') ?? '', 16)
    if (Number.isInteger(code) && code > 0 && code <= 0xffff)
      this.#add(String.fromCodePoint(code >= 0xf000 && code < 0xf100 ? code - 0xf000 : code))
  }

  #closeWord({ local }: Element): void {
    if (local === 'p' || local === 'tr') this.#endParagraph()
    else if (local === 'r' || local === 'fld') this.#endRun()
    else if (local === 'tc') this.#add('\t')
    else if (local === 'del' || local === 'moveFrom') this.#deleted = Math.max(0, this.#deleted - 1)
  }

  #endRun(): void {
    const run = this.#runs.pop()
    const paragraph = this.#paragraphs.at(-1)
    if (run === undefined || paragraph === undefined || !run.isCapital) return
    for (const way of ways) {
      const before = run.from[way].length
      paragraph[way] = paragraph[way].slice(0, before) + paragraph[way].slice(before).toUpperCase()
    }
  }

  /** Also a row of a table, to which its cells are added. */
  #beginParagraph(): void {
    this.#paragraphs.push(empty())
    this.#capitalParagraphs.push(false)
  }

  #endParagraph(): void {
    const paragraph = this.#paragraphs.length > 1 ? this.#paragraphs.pop() : undefined
    if (paragraph === undefined) return
    const isCapital = this.#capitalParagraphs.pop() === true
    if (isCapital) for (const way of ways) paragraph[way] = paragraph[way].toUpperCase()
    this.#line(paragraph)
    if (!this.#open.some((one) => one.local === 'instrText')) this.#endInstruction()
  }

  #endInstruction(): void {
    if (this.#instruction !== '') this.instructions.push(this.#instruction)
    this.#instruction = ''
  }

  #openOpenDocument({ local }: Element): void {
    if (local === 'p' || local === 'h') this.#beginParagraph()
    else if (local === 'tab') this.#add('\t')
    else if (local === 's') this.#add(' ')
    else if (local === 'line-break') this.#add('\n')
  }

  #line(paragraph: Seen): void {
    this.lines.push(paragraph)
    const isInCell = this.#open.some(({ local, uri }) => local === 'tc' && vocabularyOf(uri) !== 'other')
    const row = this.#paragraphs.at(-1)
    if (isInCell && row !== undefined) for (const way of ways) row[way] += paragraph[way]
  }

  /** Text outside of any paragraph is one line per element. */
  #break(): void {
    const [line] = this.#paragraphs
    if (this.#paragraphs.length > 1 || line === undefined || line.all.trim() === '') return
    this.lines.push({ ...line })
    Object.assign(line, empty())
  }
}

const mostValues = 20_000
const longestLine = 400
const encoded = /^[A-Za-z0-9+/=\s]{300,}$/
const xmlns = 'http://www.w3.org/2000/xmlns/'

/** An element of another vocabulary is a line of its own; of a sheet, its cells' and comments' texts. */
const isLine = ({ uri, local }: Element): boolean => {
  const kind = vocabularyOf(uri)
  return kind === 'other' || (kind === 'sheet' && !richParts.has(local)) || kind === 'vml'
}
const richParts = new Set([
  'r',
  't',
  'rPr',
  'b',
  'i',
  'u',
  'sz',
  'color',
  'rFont',
  'family',
  'scheme',
  'charset',
  'vertAlign',
  'strike',
  'outline',
  'shadow',
  'condense',
  'extend',
])

// // There are many attributes and few contain text: those with a non-ASCII character, or a marking.
const mayBeText = (value: string): boolean =>
  value.length > 2 && (/[^\x20-\x7e]/.test(value) || /mat|secret/i.test(value))
