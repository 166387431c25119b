import { Nd30Error } from '../errors.ts'
import { decodePart, malformed } from './decode.ts'
import type { XmlElement } from './xml.ts'
import { plainText, Scope, xmlNamespace } from './xml-scope.ts'

/** What a part may cost; counted together over all parts of a file where the same one is handed on. */
export interface XmlBudget {
  /** Elements, which is what memory goes to; four attributes of tags that were not met before cost as much. */
  elements: number
  readonly depth: number
  readonly attributes: number
}

/**
 * The root of a part. Strict: what a conforming reader refuses is refused here (a property compares it with saxes); a
 * DOCTYPE too, whatever it says. Our own scanner, because a tree by saxes cost twice the time and nearly twice the memory
 * (docs/reading.md): it makes new strings of every attribute, where a document says `w:val="both"` ten thousand times.
 *
 * @param part its name, for errors
 * @param text of the part, from `decodePart`
 * @throws Nd30Error `file_xml_malformed`, `file_has_doctype`, `file_limit`
 */
export function parseXml(part: string, text: string, budget: XmlBudget): XmlElement {
  try {
    return new Scanner(part, text, budget).scan()
  } catch (cause) {
    if (cause instanceof SyntaxError) throw malformed(part, cause.message, cause)
    throw cause
  }
}

/** As `parseXml`, from bytes. */
export const parsePart = (part: string, bytes: Uint8Array, budget: XmlBudget): XmlElement =>
  parseXml(part, decodePart(part, bytes).text, budget)

const maxDeclarations = 20_000
const maxReferences = 500_000
/** Of one element: a book has a million. */
const maxLetters = 4_000_000
const childless: XmlElement[] = []

/** One shape for all elements, so that reading them stays fast. */
class Node implements XmlElement {
  readonly name: string
  /** Attributes that others share; the scope by which those of its own are read again when they are asked for. */
  private readonly held: ReadonlyMap<string, string> | Scope
  children: XmlElement[] = childless
  text = ''
  readonly parent: Node | null
  readonly start: number
  readonly contentStart: number
  contentEnd: number
  end: number
  readonly selfClosing: boolean
  readonly writtenName: string

  constructor(
    name: string,
    writtenName: string,
    held: ReadonlyMap<string, string> | Scope,
    parent: Node | null,
    start: number,
    contentStart: number,
    selfClosing: boolean,
  ) {
    this.name = name
    this.held = held
    this.parent = parent
    this.start = start
    this.contentStart = contentStart
    this.contentEnd = contentStart
    this.end = contentStart
    this.selfClosing = selfClosing
    this.writtenName = writtenName
  }

  get attributes(): ReadonlyMap<string, string> {
    return this.held instanceof Scope
      ? this.held.attributesAt(this.start + 1 + this.writtenName.length)
      : this.held
  }
}

// Whatever XML 1.0 does not allow as a letter; the decoder has let no half of a pair through.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const forbidden = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/
const declaration =
  /^<\?xml[ \t\r\n]+version[ \t\r\n]*=[ \t\r\n]*(["'])1\.\d{1,9}\1([ \t\r\n]+encoding[ \t\r\n]*=[ \t\r\n]*(["'])[A-Za-z][\w.-]{0,40}\3)?([ \t\r\n]+standalone[ \t\r\n]*=[ \t\r\n]*(["'])(yes|no)\5)?[ \t\r\n]*\?>/

class Scanner {
  private readonly part: string
  private readonly text: string
  private readonly budget: XmlBudget
  private readonly checkEnds: boolean
  private root: Node | null = null
  private open: Node | null = null
  private scope: Scope
  /** The scopes about elements that declare one of their own. */
  private readonly outer: { readonly element: Node; readonly scope: Scope }[] = []
  private depth = 0
  private declarations = 0

  constructor(part: string, text: string, budget: XmlBudget) {
    this.part = part
    this.text = text
    this.budget = budget
    this.scope = new Scope(text, new Map([['xml', xmlNamespace]]))
    this.checkEnds = text.includes(']]>')
  }

  scan(): XmlElement {
    const { text } = this
    if (forbidden.test(text)) throw new SyntaxError('a letter that XML does not have')
    this.boundReferences()
    let at = this.declaration()
    while (at < text.length) {
      const less = text.indexOf('<', at)
      this.characters(at, less < 0 ? text.length : less)
      if (less < 0) break
      at = this.markup(less)
    }
    if (this.open) throw new SyntaxError(`${this.open.writtenName} is not closed`)
    if (!this.root) throw new SyntaxError('there is no element')
    return this.root
  }

  /** Some programs write every letter beyond ASCII as a number; each costs as much as an element for a moment. */
  private boundReferences() {
    let left = maxReferences
    for (let at = this.text.indexOf('&#'); at >= 0; at = this.text.indexOf('&#', at + 2)) {
      left -= 1
      if (left < 0) throw this.tooMuch('references')
    }
  }

  private declaration(): number {
    if (!/^<\?xml[ \t\r\n?]/.test(this.text)) return 0
    const found = declaration.exec(this.text)
    if (!found) throw new SyntaxError('a wrong declaration of XML')
    return found[0].length
  }

  private characters(from: number, to: number) {
    if (from === to) return
    const slice = this.text.slice(from, to)
    const { open } = this
    if (!open) {
      if (/[^ \t\r\n]/.test(slice)) throw new SyntaxError('letters outside of the root')
      return
    }
    if (this.checkEnds && slice.includes(']]>'))
      throw new SyntaxError('an end of a section that has not begun')
    // Four letters at most stand for one.
    if (slice.length > 4 * maxLetters) throw this.tooMuch('letters')
    const plain = plainText(slice)
    open.text = open.text === '' ? plain : open.text + plain
    if (open.text.length > maxLetters) throw this.tooMuch('letters')
  }

  private markup(less: number): number {
    switch (this.text.charCodeAt(less + 1)) {
      case 0x2f:
        return this.close(less)
      case 0x21:
        return this.special(less)
      case 0x3f:
        return this.instruction(less)
      default:
        return this.begin(less)
    }
  }

  private begin(less: number): number {
    const { text } = this
    if (this.root && !this.open) throw new SyntaxError('a second root')
    let nameEnd = less + 1
    for (let code = text.charCodeAt(nameEnd); !endsName(code); code = text.charCodeAt(nameEnd)) nameEnd += 1
    const written = text.slice(less + 1, nameEnd)
    const greater = text.indexOf('>', nameEnd)
    if (greater < 0) throw new SyntaxError('a tag without an end')
    const outer = this.scope
    const readBefore = outer.attributesRead
    const outerTag = outer.tag(nameEnd, greater, this.budget.attributes)
    this.spend(1 + Math.floor((outer.attributesRead - readBefore) / 4))
    if (outerTag.declared) this.bind(outerTag.declared)
    // Names of attributes mean what the tag's own declarations make of them.
    const tag = outerTag.declared ? this.scope.tag(nameEnd, greater, this.budget.attributes) : outerTag
    const attributes = tag.attributes()
    const contentStart = tag.length + nameEnd
    const element = new Node(
      this.scope.elementName(written),
      this.scope.written(written),
      tag.kept ? attributes : this.scope,
      this.open,
      less,
      contentStart,
      tag.selfClosing,
    )
    if (!this.open) this.root = element
    else if (this.open.children === childless) this.open.children = [element]
    else this.open.children.push(element)
    if (tag.selfClosing) {
      this.scope = outer
      this.depth -= 1
    } else {
      if (tag.declared) this.outer.push({ element, scope: outer })
      this.open = element
    }
    return contentStart
  }

  private bind(declared: ReadonlyMap<string, string>) {
    this.declarations += declared.size
    const bindings = new Map(this.scope.bindings)
    for (const [prefix, namespace] of declared) {
      const wrong =
        prefix === 'xmlns' ||
        (prefix === 'xml') !== (namespace === xmlNamespace) ||
        namespace === 'http://www.w3.org/2000/xmlns/' ||
        (prefix !== '' && namespace === '')
      if (wrong) throw new SyntaxError(`a wrong declaration of ${prefix}`)
      bindings.set(prefix, namespace)
    }
    if (this.declarations > maxDeclarations || bindings.size > this.budget.attributes)
      throw this.tooMuch('namespaces')
    this.scope = this.scope.within(bindings)
  }

  private close(less: number): number {
    const { text, open } = this
    const greater = text.indexOf('>', less)
    if (greater < 0) throw new SyntaxError('a tag without an end')
    let nameEnd = greater
    while (isSpace(text.charCodeAt(nameEnd - 1))) nameEnd -= 1
    const length = open?.writtenName.length ?? 0
    if (!open || nameEnd - less - 2 !== length || !text.startsWith(open.writtenName, less + 2))
      throw new SyntaxError(`${text.slice(less, Math.min(nameEnd, less + 40))} closes nothing`)
    open.contentEnd = less
    open.end = greater + 1
    // An array that grew by pushing keeps room for many more.
    if (open.children.length > 1) open.children = open.children.slice()
    const declaring = this.outer[this.outer.length - 1]
    if (declaring?.element === open) {
      this.scope = declaring.scope
      this.outer.pop()
    }
    this.open = open.parent
    this.depth -= 1
    return greater + 1
  }

  private special(less: number): number {
    const { text } = this
    if (text.startsWith('<!--', less)) {
      const end = text.indexOf('--', less + 4)
      if (end < 0 || text[end + 2] !== '>') throw new SyntaxError('a wrong comment')
      return end + 3
    }
    if (text.startsWith('<![CDATA[', less)) {
      const end = text.indexOf(']]>', less + 9)
      if (end < 0 || !this.open)
        throw new SyntaxError('a section of letters without an end or outside of the root')
      this.open.text += text.slice(less + 9, end).replace(/\r\n?/g, '\n')
      return end + 3
    }
    if (text.startsWith('<!DOCTYPE', less))
      throw new Nd30Error('file_has_doctype', `${this.part} has a DOCTYPE`, { part: this.part })
    throw new SyntaxError('markup that XML does not have')
  }

  private instruction(less: number): number {
    const end = this.text.indexOf('?>', less + 2)
    const target = /^[^ \t\r\n?]*/.exec(this.text.slice(less + 2, Math.min(end, less + 202)))?.[0] ?? ''
    if (end < 0 || target.toLowerCase() === 'xml') throw new SyntaxError('a wrong instruction')
    this.scope.checkName(target)
    if (!/^([ \t\r\n]|$)/.test(this.text.slice(less + 2 + target.length, end)))
      throw new SyntaxError('a wrong instruction')
    return end + 2
  }

  private spend(elements: number) {
    this.budget.elements -= elements
    this.depth += 1
    if (this.budget.elements < 0) throw this.tooMuch('elements')
    if (this.depth > this.budget.depth) throw this.tooMuch('depth')
  }

  private tooMuch(what: string): Nd30Error {
    return new Nd30Error('file_limit', `${this.part} has too much: ${what}`, { what, part: this.part })
  }
}

const isSpace = (code: number) => code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09

/** Space, `/`, `>` or the end of the text. */
const endsName = (code: number) => isSpace(code) || code === 0x2f || code === 0x3e || Number.isNaN(code)
