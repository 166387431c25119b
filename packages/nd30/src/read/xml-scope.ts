import { Nd30Error } from '../errors.ts'
import { usualPrefixes } from './namespaces.ts'

export const xmlNamespace = 'http://www.w3.org/XML/1998/namespace'

/** What follows the name of a first tag, up to its end. */
export interface Tag {
  /** From after the name to after `>`. */
  readonly length: number
  readonly selfClosing: boolean
  /** The namespaces that it declares, by prefix. */
  readonly declared: ReadonlyMap<string, string> | null
  /** By usual name; asked for once its own declarations hold. */
  attributes(): ReadonlyMap<string, string>
  /** Whether others will share it. */
  readonly kept: boolean
}

const none: ReadonlyMap<string, string> = new Map()
const bare: Tag = { length: 1, selfClosing: false, declared: null, kept: true, attributes: () => none }
const bareClosing: Tag = { length: 2, selfClosing: true, declared: null, kept: true, attributes: () => none }
const keptTags = 4000
/** Marks that Word gives to single elements: such a tag is not met again. */
const ofOneElement = /:(rsid|paraId)/

/** The namespaces that hold somewhere, with what they make of names and tags met so far: equal tags are read once. */
export class Scope {
  readonly bindings: ReadonlyMap<string, string>
  /** How many attributes were read; those of tags met before are not read again. */
  attributesRead = 0
  private readonly elementNames = new Map<string, string>()
  private readonly attributeNames = new Map<string, string>()
  private readonly writtenNames = new Map<string, string>()
  private readonly tags = new Map<string, Tag>()

  private readonly text: string

  constructor(text: string, bindings: ReadonlyMap<string, string>) {
    this.text = text
    this.bindings = bindings
  }

  within(bindings: ReadonlyMap<string, string>): Scope {
    return new Scope(this.text, bindings)
  }

  elementName(written: string): string {
    const found = this.elementNames.get(written)
    if (found !== undefined) return found
    const usual = written.includes(':')
      ? this.prefixed(written)
      : usualName(this.bindings.get('') ?? '', this.checkName(written))
    this.elementNames.set(written, usual)
    return usual
  }

  /** One string for all that are equal. */
  written(name: string): string {
    const found = this.writtenNames.get(name)
    if (found !== undefined) return found
    this.writtenNames.set(name, name)
    return name
  }

  attributeName(written: string): string {
    const found = this.attributeNames.get(written)
    if (found !== undefined) return found
    const usual = written.includes(':') ? this.prefixed(written) : this.checkName(written)
    this.attributeNames.set(written, usual)
    return usual
  }

  checkName(name: string): string {
    if (!nameForm.test(name)) throw new SyntaxError(`no name: ${name.slice(0, 40)}`)
    return name
  }

  private prefixed(written: string): string {
    const [prefix = '', local = '', more] = written.split(':')
    const namespace = this.bindings.get(prefix)
    if (namespace === undefined || more !== undefined)
      throw new SyntaxError(`no namespace for ${written.slice(0, 40)}`)
    return usualName(namespace, this.checkName(local))
  }

  /** @param greater the first `>` behind the name; one within a value is looked past */
  tag(nameEnd: number, greater: number, most: number): Tag {
    const { text } = this
    if (greater === nameEnd) return bare
    if (greater === nameEnd + 1 && text[nameEnd] === '/') return bareClosing
    const key = text.slice(nameEnd, greater + 1)
    const found = this.tags.get(key)
    if (found) return found
    const keep = this.tags.size < keptTags && !ofOneElement.test(key)
    const tag = readTag(this, text, nameEnd, most, keep)
    if (keep && tag.length === key.length) this.tags.set(key, tag)
    return tag
  }

  /** The attributes of a tag that was read before and not kept. */
  attributesAt(nameEnd: number): ReadonlyMap<string, string> {
    return readTag(this, this.text, nameEnd, Number.POSITIVE_INFINITY, false).attributes()
  }
}

function usualName(namespace: string, local: string): string {
  if (namespace === '') return local
  const prefix = usualPrefixes.get(namespace)
  return prefix === undefined ? `{${namespace}}${local}` : `${prefix}:${local}`
}

const start =
  'A-Z_a-z\\xC0-\\xD6\\xD8-\\xF6\\xF8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C\\u200D\\u2070-\\u218F\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD\\u{10000}-\\u{EFFFF}'
/** A name without a colon (Namespaces in XML 1.0, NCName). */
const nameForm = new RegExp(`^[${start}][${start}\\-.0-9\\xB7\\u0300-\\u036F\\u203F\\u2040]*$`, 'u')
const attributeForm = /[ \t\r\n]+([^ \t\r\n=/>"'<]+)[ \t\r\n]*=[ \t\r\n]*(?:"([^"<]*)"|'([^'<]*)')/y
const endForm = /[ \t\r\n]*(\/?)>/y

function readTag(scope: Scope, text: string, nameEnd: number, most: number, kept: boolean): Tag {
  const written = new Map<string, string>()
  const declared = new Map<string, string>()
  attributeForm.lastIndex = nameEnd
  let at = nameEnd
  for (let found = attributeForm.exec(text); found; found = attributeForm.exec(text)) {
    at = attributeForm.lastIndex
    const [, name = '', double, single] = found
    if (written.has(name)) throw new SyntaxError(`the attribute ${name.slice(0, 40)} twice`)
    const value = attributeValue(double ?? single ?? '')
    written.set(name, value)
    scope.attributesRead += 1
    if (name === 'xmlns') declared.set('', value)
    else if (name.startsWith('xmlns:')) declared.set(scope.checkName(name.slice(6)), value)
    if (written.size > most) throw new Nd30Error('file_limit', 'too many attributes', { what: 'attributes' })
  }
  endForm.lastIndex = at
  const end = endForm.exec(text)
  if (!end) throw new SyntaxError('a wrong tag')
  let usual: ReadonlyMap<string, string> | null = null
  return {
    length: endForm.lastIndex - nameEnd,
    selfClosing: end[1] === '/',
    declared: declared.size > 0 ? declared : null,
    kept,
    attributes() {
      usual ??= usualAttributes(scope, written)
      return usual
    },
  }
}

function usualAttributes(scope: Scope, written: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const usual = new Map<string, string>()
  for (const [name, value] of written) {
    if (name === 'xmlns' || name.startsWith('xmlns:')) continue
    const known = scope.attributeName(name)
    if (usual.has(known)) throw new SyntaxError(`the attribute ${name.slice(0, 40)} twice`)
    usual.set(known, value)
  }
  return usual.size > 0 ? usual : none
}

const attributeValue = (value: string): string => {
  const spaced = /[\t\r\n]/.test(value) ? value.replace(/\r\n|[\t\r\n]/g, ' ') : value
  return spaced.includes('&') ? resolved(spaced) : spaced
}

/** Letters between tags: line ends are one kind, references are what they stand for. */
export function plainText(slice: string): string {
  const lines = slice.includes('\r') ? slice.replace(/\r\n?/g, '\n') : slice
  return lines.includes('&') ? resolved(lines) : lines
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const usualReferences = /&(?!(?:amp|lt|gt|quot|apos);)/

const piece = 2 ** 16

/** Piece by piece, since a replacement of a million references at once takes a hundred times their memory. */
function resolved(text: string): string {
  if (text.length < 2 * piece) return resolvedPiece(text)
  const pieces: string[] = []
  for (let at = 0; at < text.length; ) {
    const next = text.indexOf('&', at + piece)
    const end = next < 0 ? text.length : next
    pieces.push(resolvedPiece(text.slice(at, end)))
    at = end
  }
  return pieces.join('')
}

function resolvedPiece(text: string): string {
  if (usualReferences.test(text)) return text.replace(/&([^;&]{0,40};?)/g, reference)
  return text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&')
}

function reference(_: string, written: string): string {
  if (!written.endsWith(';')) throw new SyntaxError('a reference without an end')
  const name = written.slice(0, -1)
  const known = Object.hasOwn(entities, name) ? entities[name] : undefined
  if (known !== undefined) return known
  const number = /^#(?:(\d{1,10})|x([\dA-Fa-f]{1,8}))$/.exec(name)
  const code = number?.[1] ? Number(number[1]) : Number.parseInt(number?.[2] ?? '', 16)
  if (!isLetter(code)) throw new SyntaxError(`an unknown reference ${name.slice(0, 20)}`)
  return String.fromCodePoint(code)
}

/** Char of XML 1.0. */
const isLetter = (code: number) =>
  code === 9 ||
  code === 10 ||
  code === 13 ||
  (code >= 0x20 && code <= 0xd7ff) ||
  (code >= 0xe000 && code <= 0xfffd) ||
  (code >= 0x10000 && code <= 0x10ffff)
