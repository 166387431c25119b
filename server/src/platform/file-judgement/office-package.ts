import type { Findings } from './findings.ts'
import { FileTrouble } from './judgement.ts'
import { contentTypesSpace, relationshipsSpace } from './namespaces.ts'
import { openZip, type ZipPart } from './open-zip.ts'
import { readXml } from './read-xml.ts'

export interface Relationship {
  /** The part that it leads from, '' for the package itself. */
  readonly source: string
  /** The last word of its type, the same in transitional and strict files. */
  readonly type: string
  /** The name of a part in lower case, or an external address. */
  readonly target: string
  readonly isOutside: boolean
}

/** A zip with the relationships by which an office program finds its parts (ECMA-376 part 2): names in lower case. */
export interface OfficePackage {
  readonly parts: ReadonlyMap<string, ZipPart>
  readonly relationships: readonly Relationship[]
  readonly contentTypeOf: (name: string) => string
  /** Where the package itself leads to; undefined where it is no office file. */
  readonly main: string | undefined
}

const mostParts = 2000
const mostUnpackedBytes = 256 << 20

/** @throws FileTrouble */
export function openPackage(bytes: Uint8Array, findings: Findings): OfficePackage {
  const { parts: all, comments } = openZip(bytes, { parts: mostParts, unpackedBytes: mostUnpackedBytes })
  const parts = new Map<string, ZipPart>()
  for (const part of all) if (!part.name.endsWith('/')) parts.set(part.name.toLowerCase(), part)
  findings.spend({ parts: all.length, unpackedBytes: all.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0) })
  for (const comment of comments) findings.mention(comment)
  for (const step of new Set(all.flatMap(({ name }) => name.split('/'))))
    findings.mention(step.replace(/\.[A-Za-z0-9]{1,5}$/, ''))
  const relationships = [...parts.keys()]
    .filter(isRelationships)
    .flatMap((name) => relationshipsIn(parts, name))
  const mains = relationships.filter(({ source, type }) => source === '' && type === 'officedocument')
  if (mains.length > 1) throw new FileTrouble('broken', 'two main parts')
  return { parts, relationships, contentTypeOf: contentTypesIn(parts), main: mains[0]?.target }
}

export const isRelationships = (name: string): boolean => /(?:^|\/)_rels\/[^/]*\.rels$/.test(name)

function relationshipsIn(parts: ReadonlyMap<string, ZipPart>, name: string): Relationship[] {
  const found: Relationship[] = []
  const source = name.replace(/(^|\/)_rels\/([^/]*)\.rels$/, '$1$2')
  readXml(parts.get(name)?.unpack() ?? new Uint8Array(), {
    open(element) {
      if (element.uri !== relationshipsSpace || element.local !== 'Relationship') return
      const target = element.attribute('Target') ?? ''
      const isOutside = /^external$/i.test(element.attribute('TargetMode') ?? '') || isAddress(target)
      const type = (element.attribute('Type') ?? '').replace(/^.*\//s, '').toLowerCase()
      found.push({ source, type, target: isOutside ? target : resolved(source, target), isOutside })
    },
    close() {},
    text() {},
  })
  return found
}

/** With a scheme, or a share of another machine. */
const isAddress = (target: string): boolean => /^\s*(?:[a-z][a-z\d+.-]*:|\\\\|\/\/)/i.test(target)

/** A target from the folder of its source, or from the root where it begins with a slash. */
function resolved(source: string, target: string): string {
  const folders = target.startsWith('/') ? [] : source.split('/').slice(0, -1)
  for (const step of unescaped(target.replace(/[?#].*$/s, '')).split(/[\\/]/)) {
    if (step === '..') folders.pop()
    else if (step !== '.' && step !== '') folders.push(step)
  }
  return folders.join('/').toLowerCase()
}

function unescaped(target: string): string {
  try {
    return decodeURIComponent(target)
  } catch {
    return target
  }
}

function contentTypesIn(parts: ReadonlyMap<string, ZipPart>): (name: string) => string {
  const byName = new Map<string, string>()
  const byEnding = new Map<string, string>()
  const table = parts.get('[content_types].xml')
  if (table !== undefined)
    readXml(table.unpack(), {
      open(element) {
        if (element.uri !== contentTypesSpace) return
        const type = (element.attribute('ContentType') ?? '').trim().toLowerCase()
        const name = unescaped(element.attribute('PartName') ?? '')
          .replace(/^\//, '')
          .toLowerCase()
        if (element.local === 'Override') byName.set(name, type)
        if (element.local === 'Default')
          byEnding.set((element.attribute('Extension') ?? '').toLowerCase(), type)
      },
      close() {},
      text() {},
    })
  return (name) => byName.get(name) ?? byEnding.get(name.slice(name.lastIndexOf('.') + 1)) ?? ''
}
