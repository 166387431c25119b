import type { Figure, Text } from '../../model/document.ts'
import { imageFacts } from '../../model/image.ts'
import type { BodyBlock, Paragraph } from '../../read/read-document.ts'
import type { XmlElement } from '../../read/xml.ts'
import { everyLetter, type NoteTexts, textOf } from './spans-of.ts'

/** The pictures of the document's part, by the ids of its relations; base64. */
export type Pictures = ReadonlyMap<string, string>

const longestCaption = 400

/** A centred line right above a table. */
export const isCaptionOf = (block: BodyBlock, next: BodyBlock | undefined): block is Paragraph =>
  block.type === 'paragraph' && next?.type === 'table' && isCaption(block)

const isCaption = ({ alignment, text, shapes }: Paragraph) =>
  alignment === 'center' && shapes.length === 0 && text.trim() !== '' && text.length <= longestCaption

/** What a caption says; that all of it is bold or italic is its look, not its words'. */
export function captionOf(block: Paragraph, notes: NoteTexts): { readonly caption: Text } {
  const base = {
    bold: everyLetter(block, ({ bold }) => bold),
    italic: everyLetter(block, ({ italic }) => italic),
  }
  return { caption: textOf([block], notes, base) }
}

/** A paragraph that holds a picture and no words, with the centred line below it. */
export function figureOf(
  paragraph: Paragraph,
  next: BodyBlock | undefined,
  pictures: Pictures,
  notes: NoteTexts,
): { readonly block: Figure; readonly captioned: boolean } | null {
  const picture = paragraph.shapes.find(({ kind }) => kind === 'picture')
  if (!picture || paragraph.text.trim() !== '') return null
  const image = pictures.get(find(paragraph.element, 'a:blip')?.attributes.get('r:embed') ?? '')
  if (image === undefined || imageFacts(image) === null) return null
  const caption = next?.type === 'paragraph' && isCaption(next) ? next : null
  const described = find(paragraph.element, 'wp:docPr')?.attributes.get('descr') ?? ''
  return {
    block: {
      type: 'figure',
      image,
      // Programs round it: to a tenth of a millimetre.
      widthMm: Math.round(picture.widthEmu / 3600) / 10,
      alternative: described === '' ? 'Hình' : described,
      ...(caption ? captionOf(caption, notes) : {}),
    },
    captioned: caption !== null,
  }
}

function find(element: XmlElement, name: string): XmlElement | null {
  if (element.name === name) return element
  for (const child of element.children) {
    const found = find(child, name)
    if (found) return found
  }
  return null
}
