import { SaxesParser } from 'saxes'
import { Nd30Error } from '../errors.ts'
import { decodePart, malformed } from './decode.ts'
import { usualPrefixes } from './namespaces.ts'

/**
 * An element of a part, with where it stands in the part's text (UTF-16 units), so that a repair can put a few letters
 * in their place and leave every other one as it was.
 */
export interface XmlElement {
  /** With the usual prefix of its namespace, whatever the file calls it: `w:p`, `wp:anchor`, `v:line`. */
  readonly name: string
  /** By usual prefix likewise: `w:val`. */
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly XmlElement[]
  /** The text directly within it. */
  readonly text: string
  readonly parent: XmlElement | null
  /** From `<` of its first tag … */
  readonly start: number
  /** … to after `>` of its first tag … */
  readonly contentStart: number
  /** … to `<` of its last tag (as `contentStart` where it closes itself) … */
  readonly contentEnd: number
  /** … to after `>` of its last tag. */
  readonly end: number
  readonly selfClosing: boolean
  /** The name as written in the file: prefix and all. */
  readonly writtenName: string
}

/** What a part may cost; counted together over all parts of a file where the same one is handed on. */
export interface XmlBudget {
  elements: number
  readonly depth: number
  readonly attributes: number
}

const maxDeclarations = 20_000
const keptAttributeSets = 4000
const none: ReadonlyMap<string, string> = new Map()
const childless: readonly XmlElement[] = []

/**
 * The root of a part. Strict: what a conforming reader refuses is refused here; a DOCTYPE too, whatever it says.
 *
 * @param name of the part, for errors
 * @param text of the part, from `decodePart`
 * @throws Nd30Error `file_xml_malformed`, `file_has_doctype`, `file_limit`
 */
export function parseXml(name: string, text: string, budget: XmlBudget): XmlElement {
  try {
    return new TreeBuilder(name, text, budget).build()
  } catch (cause) {
    if (cause instanceof Nd30Error) throw cause
    throw malformed(name, cause instanceof Error ? cause.message : 'no XML', cause)
  }
}

/** As `parseXml`, from bytes. */
export const parsePart = (name: string, bytes: Uint8Array, budget: XmlBudget): XmlElement =>
  parseXml(name, decodePart(name, bytes).text, budget)

interface Building extends XmlElement {
  children: XmlElement[] | readonly XmlElement[]
  text: string
  contentEnd: number
  end: number
}

class TreeBuilder {
  private readonly parser = new SaxesParser({ forceXMLVersion: true, defaultXMLVersion: '1.0', xmlns: false })
  private root: XmlElement | null = null
  private open: Building | null = null
  private scopes: Scope[] = [new Scope(new Map([['xml', 'http://www.w3.org/XML/1998/namespace']]))]
  private start = 0
  private depth = 0
  private declarations = 0
  private readonly part: string
  private readonly source: string
  private readonly budget: XmlBudget

  constructor(part: string, source: string, budget: XmlBudget) {
    this.part = part
    this.source = source
    this.budget = budget
  }

  build(): XmlElement {
    const { parser } = this
    parser.on('doctype', () => {
      throw new Nd30Error('file_has_doctype', `${this.part} has a DOCTYPE`, { part: this.part })
    })
    parser.on('opentagstart', (tag) => {
      this.start = parser.position - tag.name.length - 2
    })
    parser.on('opentag', (tag) => this.opened(tag.name, tag.attributes, tag.isSelfClosing))
    parser.on('closetag', () => this.closed())
    const append = (text: string) => {
      if (this.open) this.open.text += text
    }
    parser.on('text', append)
    parser.on('cdata', append)
    parser.write(this.source).close()
    if (!this.root) throw malformed(this.part, 'it is empty')
    return this.root
  }

  private opened(writtenName: string, written: Record<string, string>, selfClosing: boolean) {
    this.spend()
    const scope = this.scopeOf(written)
    this.scopes.push(scope)
    const contentStart = this.parser.position
    const element: Building = {
      name: scope.elementName(writtenName),
      attributes: this.attributesOf(scope, written, writtenName, contentStart),
      children: childless,
      text: '',
      parent: this.open,
      start: this.start,
      contentStart,
      contentEnd: contentStart,
      end: contentStart,
      selfClosing,
      writtenName,
    }
    if (this.open) addChild(this.open, element)
    else this.root = element
    this.open = element
  }

  private closed() {
    const element = this.open
    if (!element) return
    if (!element.selfClosing) {
      element.end = this.parser.position
      element.contentEnd = this.source.lastIndexOf('<', element.end - 1)
    }
    this.scopes.pop()
    this.depth -= 1
    this.open = element.parent as Building | null
  }

  private spend() {
    this.budget.elements -= 1
    this.depth += 1
    if (this.budget.elements < 0)
      throw new Nd30Error('file_limit', 'too many elements', { what: 'elements', part: this.part })
    if (this.depth > this.budget.depth)
      throw new Nd30Error('file_limit', 'elements too deep', { what: 'depth', part: this.part })
  }

  private scopeOf(written: Record<string, string>): Scope {
    const outer = this.scopes[this.scopes.length - 1] as Scope
    let declared: Map<string, string> | null = null
    for (const name in written) {
      if (!name.startsWith('xmlns')) continue
      const prefix = name === 'xmlns' ? '' : name.startsWith('xmlns:') ? name.slice(6) : null
      if (prefix === null) continue
      const namespace = written[name] ?? ''
      if (prefix === 'xmlns' || prefix === 'xml' || (prefix !== '' && namespace === ''))
        throw malformed(this.part, `a wrong declaration of ${prefix}`)
      declared ??= new Map(outer.bindings)
      declared.set(prefix, namespace)
      this.declarations += 1
    }
    if (!declared) return outer
    if (this.declarations > maxDeclarations || declared.size > this.budget.attributes)
      throw new Nd30Error('file_limit', 'too many namespaces', { what: 'namespaces', part: this.part })
    return new Scope(declared)
  }

  /** Equal tags share one map: a document says `w:val="both"` ten thousand times. */
  private attributesOf(scope: Scope, written: Record<string, string>, name: string, end: number) {
    const key = this.source.slice(this.start + 1 + name.length, end)
    if (key.length < 3) return none
    const kept = scope.attributeSets.get(key)
    if (kept) return kept
    const attributes = new Map<string, string>()
    let count = 0
    for (const each in written) {
      count += 1
      if (each === 'xmlns' || each.startsWith('xmlns:')) continue
      const usual = scope.attributeName(each)
      if (attributes.has(usual)) throw malformed(this.part, `the attribute ${each} twice`)
      attributes.set(usual, written[each] ?? '')
    }
    if (count > this.budget.attributes)
      throw new Nd30Error('file_limit', 'too many attributes', { what: 'attributes', part: this.part })
    if (scope.attributeSets.size < keptAttributeSets) scope.attributeSets.set(key, attributes)
    return attributes
  }
}

function addChild(parent: Building, child: XmlElement) {
  if (parent.children === childless) parent.children = [child]
  else (parent.children as XmlElement[]).push(child)
}

/** The namespaces that are bound at an element, with what they make of the names met so far. */
class Scope {
  readonly bindings: ReadonlyMap<string, string>
  readonly attributeSets = new Map<string, ReadonlyMap<string, string>>()
  private readonly elementNames = new Map<string, string>()
  private readonly attributeNames = new Map<string, string>()

  constructor(bindings: ReadonlyMap<string, string>) {
    this.bindings = bindings
  }

  elementName(written: string): string {
    return this.kept(this.elementNames, written, written.includes(':') ? null : (this.bindings.get('') ?? ''))
  }

  attributeName(written: string): string {
    return this.kept(this.attributeNames, written, written.includes(':') ? null : '')
  }

  private kept(names: Map<string, string>, written: string, unprefixed: string | null): string {
    const found = names.get(written)
    if (found !== undefined) return found
    const usual = unprefixed === null ? this.prefixed(written) : usualName(unprefixed, written)
    names.set(written, usual)
    return usual
  }

  private prefixed(written: string): string {
    const [prefix = '', local = '', more] = written.split(':')
    const namespace = this.bindings.get(prefix)
    if (namespace === undefined || prefix === '' || local === '' || more !== undefined)
      throw new SyntaxError(`no namespace for ${written}`)
    return usualName(namespace, local)
  }
}

function usualName(namespace: string, local: string): string {
  if (namespace === '') return local
  const prefix = usualPrefixes.get(namespace)
  return prefix === undefined ? `{${namespace}}${local}` : `${prefix}:${local}`
}

/** The first child of that name. */
export function childOf(element: XmlElement | null | undefined, name: string): XmlElement | undefined {
  if (!element) return undefined
  for (const child of element.children) if (child.name === name) return child
  return undefined
}
