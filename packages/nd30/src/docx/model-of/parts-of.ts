import { defaultReadLimits } from '../../read/open/limits.ts'
import { Package } from '../../read/open/package.ts'
import type { ReadDocument } from '../../read/read-document.ts'
import { childOf } from '../../read/xml.ts'
import type { Pictures } from './figure-of.ts'
import type { NoteTexts } from './spans-of.ts'

export interface PartsFound {
  readonly pictures: Pictures
  /** The names of styles by their ids. */
  readonly styleNames: ReadonlyMap<string, string>
  readonly notes: NoteTexts
}

/** What a model needs of a file besides its paragraphs. */
export function partsOf(read: ReadDocument): PartsFound {
  const main = read.paragraphs[0]?.part ?? 'word/document.xml'
  const { elements, depth, attributes } = defaultReadLimits
  const opened = new Package(read.parts, { elements, depth, attributes })
  return {
    pictures: picturesOf(opened, main),
    styleNames: styleNamesOf(opened, main),
    notes: notesOf(read),
  }
}

function picturesOf(opened: Package, main: string): Pictures {
  return new Map(
    opened.relations(main).flatMap(({ id, type, target, external }) => {
      const bytes = type === 'image' && !external ? opened.parts.get(opened.nameOf(target) ?? '') : undefined
      return bytes ? [[id, Buffer.from(bytes).toString('base64')] as const] : []
    }),
  )
}

function styleNamesOf(opened: Package, main: string): ReadonlyMap<string, string> {
  const part = opened.related(main, 'styles')
  const root = part === undefined ? undefined : opened.root(part)
  return new Map(
    (root?.children ?? []).flatMap((style) => {
      const id = style.attributes.get('w:styleId')
      const name = childOf(style, 'w:name')?.attributes.get('w:val')
      return id !== undefined && name !== undefined ? [[id, name] as const] : []
    }),
  )
}

/** Several paragraphs of one note become one. */
function notesOf({ footnotes }: ReadDocument): NoteTexts {
  const notes = new Map<string, string>()
  for (const { element, text } of footnotes) {
    if (element.parent?.name !== 'w:footnote') continue
    const id = element.parent.attributes.get('w:id') ?? ''
    const words = text.normalize('NFC').replace(/\s/g, ' ').trim()
    notes.set(id, [notes.get(id), words].filter(Boolean).join(' '))
  }
  return notes
}
