import { Nd30Error } from '../../errors.ts'
import { decodePart } from '../decode.ts'
import { parseXml, type XmlBudget } from '../scan-xml.ts'
import type { XmlElement } from '../xml.ts'

export interface Relation {
  readonly id: string
  /** The last word of its type, the same in transitional and strict files: `header`, `styles`. */
  readonly type: string
  readonly target: string
  readonly external: boolean
}

interface ReadPart {
  readonly text: string
  readonly root: XmlElement
}

/** A package of parts (ECMA-376 part 2): names found regardless of capitals, relations resolved. */
export class Package {
  readonly parts: ReadonlyMap<string, Uint8Array>
  private readonly names = new Map<string, string>()
  private readonly kept = new Map<string, ReadPart>()
  private readonly budget: XmlBudget

  constructor(parts: ReadonlyMap<string, Uint8Array>, budget: XmlBudget) {
    this.parts = parts
    this.budget = budget
    for (const name of parts.keys()) this.names.set(name.toLowerCase(), name)
  }

  /** The name as it is written in the zip. */
  nameOf(part: string): string | undefined {
    return this.names.get(part.toLowerCase())
  }

  /** A part as text and as elements, read once. */
  read(part: string): ReadPart | undefined {
    const name = this.nameOf(part)
    if (name === undefined) return undefined
    const kept = this.kept.get(name)
    if (kept) return kept
    const bytes = this.parts.get(name)
    if (!bytes) return undefined
    const { text } = decodePart(name, bytes)
    const read = { text, root: parseXml(name, text, this.budget) }
    this.kept.set(name, read)
    return read
  }

  root(part: string): XmlElement | undefined {
    return this.read(part)?.root
  }

  required(part: string): ReadPart {
    const read = this.read(part)
    if (!read) throw new Nd30Error('file_part_missing', `${part} is missing`, { part })
    return read
  }

  /** The relations of a part; of the package itself with ''. Targets inside are names of parts. */
  relations(part: string): readonly Relation[] {
    const root = this.root(relationsPart(part))
    return root ? relationsIn(root, part) : []
  }

  related(part: string, type: string): string | undefined {
    const relation = this.relations(part).find((each) => each.type === type && !each.external)
    return relation && this.nameOf(relation.target)
  }
}

/** `word/document.xml` → `word/_rels/document.xml.rels` */
export function relationsPart(part: string): string {
  const slash = part.lastIndexOf('/') + 1
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`
}

export function relationsIn(root: XmlElement, part: string): Relation[] {
  return root.children
    .filter((each) => each.name === 'rel:Relationship')
    .map((each) => {
      const target = each.attributes.get('Target') ?? ''
      // An address is none of a part, whatever the relation says of itself.
      const external = /^external$/i.test(each.attributes.get('TargetMode') ?? '') || isAddress(target)
      return {
        id: each.attributes.get('Id') ?? '',
        type: (each.attributes.get('Type') ?? '').replace(/^.*\//s, ''),
        target: external ? target : resolveTarget(part, target),
        external,
      }
    })
}

/** With a scheme (`https:`, `file:`), or a share of another machine. */
const isAddress = (target: string): boolean => /^\s*([a-z][a-z\d+.-]*:|\\\\|\/\/)/i.test(target)

/** A target from the folder of its source, or from the root where it begins with a slash. */
function resolveTarget(part: string, target: string): string {
  const folders = target.startsWith('/') ? [] : part.split('/').slice(0, -1)
  for (const step of target.split('/')) {
    if (step === '..') folders.pop()
    else if (step !== '.' && step !== '') folders.push(step)
  }
  return folders.join('/')
}
