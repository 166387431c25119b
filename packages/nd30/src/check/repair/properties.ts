import { isOn } from '../../read/resolve/values.ts'
import { childOf, type XmlElement } from '../../read/xml.ts'
import { type Edits, escapeAttribute } from './edits.ts'
import { rankIn } from './schema-order.ts'
import { attributeName, elementName, type WordNames, wordNamesAt, writtenAttributes } from './written.ts'

/** A property as it is to be: attributes by usual name, null for those that must go. Others stay as they are. */
export interface PropertyChange {
  readonly name: string
  readonly set: Readonly<Record<string, string | null>>
  /** Properties within it. */
  readonly inner?: readonly PropertyChange[]
  /** Only where it stands already. */
  readonly onlyWhereWritten?: boolean
}

/**
 * Changes properties of a run, paragraph or section. What stands is changed by its attributes, what does not is put in
 * where the schema has it.
 *
 * @param owner the `w:r` or `w:p`, whose container is made where it has none; or the container itself
 */
export function changeProperties(
  edits: Edits,
  part: string,
  owner: XmlElement,
  containerName: 'w:rPr' | 'w:pPr' | 'w:sectPr' | 'w:pBdr',
  changes: readonly PropertyChange[],
) {
  if (changes.length === 0) return
  const text = edits.text(part)
  const names = wordNamesAt(text, owner)
  const container = owner.name === containerName ? owner : childOf(owner, containerName)
  const missing: PropertyChange[] = []
  for (const change of names.strict ? changes.map(inStrict) : changes) {
    const written = (container?.children ?? []).filter((each) => each.name === change.name)
    for (const each of written) {
      changeAttributes(edits, part, text, each, change.set, names)
      if (change.inner) changeProperties(edits, part, each, 'w:pBdr', change.inner)
    }
    if (written.length === 0 && !change.onlyWhereWritten) missing.push(change)
  }
  if (missing.length === 0) return
  const ordered = missing.toSorted((a, b) => rankIn(containerName, a.name) - rankIn(containerName, b.name))
  if (container) insertChildren(edits, part, container, ordered, names)
  else {
    const inner = writtenProperties(ordered, names)
    const name = elementName(names, containerName)
    edits.insertFirst(part, owner, `<${name}>${inner}</${name}>`)
  }
}

/** ISO strict has no left and right for what turns with the direction of writing. */
function inStrict(change: PropertyChange): PropertyChange {
  const turned: Readonly<Record<string, string>> = { left: 'start', right: 'end' }
  const value = change.set['w:val']
  if (change.name === 'w:jc' && value) return { ...change, set: { 'w:val': turned[value] ?? value } }
  if (change.name !== 'w:ind') return change
  const set: Record<string, string | null> = {}
  for (const [name, each] of Object.entries(change.set)) {
    const strict = name.replace(/^w:(left|right)/, (_, side: string) => `w:${turned[side]}`)
    if (each !== null || !(strict in set)) set[strict] = each ?? set[strict] ?? null
  }
  return { ...change, set }
}

/** The properties as elements, in the order in which they are given. */
export const writtenProperties = (changes: readonly PropertyChange[], names: WordNames): string =>
  changes
    .filter((change) => !change.onlyWhereWritten)
    .map((change) => written(change, names))
    .join('')

function written({ name, set, inner }: PropertyChange, names: WordNames): string {
  const attributes = Object.entries(set)
    .filter((entry): entry is [string, string] => entry[1] !== null)
    .map(([each, value]) => ` ${attributeName(names, each)}="${escapeAttribute(value)}"`)
    .join('')
  const element = elementName(names, name)
  const opened = `<${element}${attributes && names.declaration}${attributes}`
  return inner ? `${opened}>${writtenProperties(inner, names)}</${element}>` : `${opened}/>`
}

function insertChildren(
  edits: Edits,
  part: string,
  container: XmlElement,
  changes: readonly PropertyChange[],
  names: WordNames,
) {
  const at = new Map<number, string>()
  for (const change of changes) {
    const rank = rankIn(container.name, change.name)
    const next = container.children.find((child) => rankIn(container.name, child.name) > rank)
    const place = next?.start ?? container.contentEnd
    at.set(place, (at.get(place) ?? '') + written(change, names))
  }
  for (const [place, xml] of at) {
    if (place === container.contentEnd) edits.insertLast(part, container, xml)
    else edits.splice(part, place, place, xml)
  }
}

function changeAttributes(
  edits: Edits,
  part: string,
  text: string,
  element: XmlElement,
  set: PropertyChange['set'],
  names: WordNames,
) {
  const written = writtenAttributes(text, element)
  const local = (name: string) => name.replace(/^[^:]*:/, '')
  let added = ''
  for (const [usual, value] of Object.entries(set)) {
    const now = element.attributes.get(usual)
    if (isSame(usual, now, value)) continue
    const found =
      now === undefined
        ? undefined
        : (written.find((each) => each.name === attributeName(names, usual)) ??
          written.find((each) => !each.name.startsWith('xmlns') && local(each.name) === local(usual)))
    if (found && value === null) edits.splice(part, found.start, found.end, '')
    else if (found && value !== null)
      edits.splice(part, found.valueStart, found.valueEnd, escapeAttribute(value).replace(/'/g, '&apos;'))
    else if (value !== null) added += ` ${attributeName(names, usual)}="${escapeAttribute(value)}"`
  }
  if (added === '') return
  const end = element.start + 1 + element.writtenName.length
  const last = written[written.length - 1]?.end ?? end
  edits.splice(part, last, last, added)
}

/** An on/off property has several words for each (22.9.2.7). */
function isSame(name: string, now: string | undefined, value: string | null): boolean {
  if (value === (now ?? null)) return true
  if (name !== 'w:val' || now === undefined) return false
  if (value === null) return isOn(now)
  return value === '0' && !isOn(now)
}
