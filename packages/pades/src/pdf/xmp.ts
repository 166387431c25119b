/** What XMP metadata say: the texts of each property in their order, by namespace and name from the outside in. */
export type XmpFacts = ReadonlyMap<string, readonly string[]>

const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'
const xmp = 'http://ns.adobe.com/xap/1.0/'
const media = 'http://ns.adobe.com/xap/1.0/mm/'

/** When, by what and from what the file was written last; nothing of the document. */
const ofWriting = new Set([
  ...[`${xmp}ModifyDate`, `${xmp}MetadataDate`, 'http://ns.adobe.com/pdf/1.3/Producer'],
  ...[`${media}InstanceID`, `${media}History`, `${media}VersionID`],
])
/** What wraps properties and says nothing itself. */
const wrappers = new Set([`${rdf}RDF`, `${rdf}Description`, 'adobe:ns:meta/xmpmeta'])
const saysNothing = new Set([`${rdf}about`, 'adobe:ns:meta/xmptk'])

const deepest = 64
const mostBytes = 4 << 20

interface Open {
  readonly tag: string
  /** Null where what is inside does not count. */
  readonly path: string | null
  readonly prefixes: ReadonlyMap<string, string>
}

/** What a packet says but for its writing; null where it is no XML that can be read in one way only. */
export function readXmp(bytes: Uint8Array): XmpFacts | null {
  if (bytes.length > mostBytes) return null
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
  return new XmpReader().read(text)
}

const token =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<\/([\w:.-]+)\s*>|<([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)/gy
const attribute = /([\w:.-]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/g

class XmpReader {
  readonly #facts = new Map<string, string[]>()
  #open: Open[] = [{ tag: '', path: '', prefixes: new Map() }]

  read(text: string): XmpFacts | null {
    let at = 0
    while (at < text.length) {
      token.lastIndex = at
      const match = token.exec(text)
      if (match === null) return null
      at = token.lastIndex
      const [, closed, opened, attributes = '', slash, words] = match
      if (closed !== undefined && this.#open.pop()?.tag !== closed) return null
      if (opened !== undefined && !this.#start(opened, attributes, slash === '/')) return null
      if (words !== undefined) this.#say(this.#open.at(-1)?.path ?? null, words)
      if (this.#open.length === 0 || this.#open.length > deepest) return null
    }
    return this.#open.length === 1 ? this.#facts : null
  }

  #start(tag: string, attributes: string, isEmpty: boolean): boolean {
    const outer = this.#open.at(-1)
    if (outer === undefined) return false
    const pairs = [...attributes.matchAll(attribute)].map(
      ([, name = '', one, two]) => [name, one ?? two ?? ''] as const,
    )
    if (new Set(pairs.map(([name]) => name)).size < pairs.length) return false
    const declared = pairs.filter(([name]) => name.startsWith('xmlns'))
    const prefixes = new Map([
      ...outer.prefixes,
      ...declared.map(([name, uri]) => [name.slice(6), uri] as const),
    ])
    const name = nameIn(prefixes, tag)
    const path = pathOf(outer.path, name)
    for (const [key, value] of pairs) {
      const full = nameIn(prefixes, key)
      if (!key.startsWith('xmlns') && !saysNothing.has(full)) this.#say(pathOf(path, full), value)
    }
    if (!isEmpty) this.#open.push({ tag, path, prefixes })
    return true
  }

  #say(path: string | null, words: string): void {
    const said = words.trim()
    if (path === null || said === '' || /^\ufeff?$/.test(said)) return
    const known = this.#facts.get(path)
    if (known === undefined) this.#facts.set(path, [said])
    else known.push(said)
  }
}

function nameIn(prefixes: ReadonlyMap<string, string>, name: string): string {
  const colon = name.indexOf(':')
  if (colon === -1) return `${prefixes.get('') ?? ''}${name}`
  return `${prefixes.get(name.slice(0, colon)) ?? `${name.slice(0, colon)}:`}${name.slice(colon + 1)}`
}

function pathOf(outer: string | null, name: string): string | null {
  if (outer === null || ofWriting.has(name)) return null
  return wrappers.has(name) ? outer : `${outer} ${name}`
}

/** The first property that two packets tell otherwise; null where they say the same. */
export function differenceOf(before: XmpFacts, after: XmpFacts): string | null {
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const [one, other] = [before.get(key) ?? [], after.get(key) ?? []]
    if (one.length !== other.length || one.some((words, index) => words !== other[index])) return nameOf(key)
  }
  return null
}

/** The property itself, without its namespace and what is within it. */
function nameOf(path: string): string {
  const [property = ''] = path.trim().split(' ')
  return property.slice(Math.max(property.lastIndexOf('/'), property.lastIndexOf('#')) + 1)
}
