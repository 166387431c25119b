import type { Figure } from '../../model/document.ts'
import { imageFacts } from '../../model/image.ts'
import type { Paragraph } from '../../read/read-document.ts'
import type { XmlElement } from '../../read/xml.ts'

/** The pictures of the document's part, by the ids of its relations; base64. */
export type Pictures = ReadonlyMap<string, string>

/** A paragraph that holds a picture and no words; its caption is another's. */
export function figureOf(paragraph: Paragraph, pictures: Pictures): Figure | null {
  const picture = paragraph.shapes.find(({ kind }) => kind === 'picture')
  if (!picture || paragraph.text.trim() !== '') return null
  const image = pictures.get(find(paragraph.element, 'a:blip')?.attributes.get('r:embed') ?? '')
  if (image === undefined || imageFacts(image) === null) return null
  const described = find(paragraph.element, 'wp:docPr')?.attributes.get('descr') ?? ''
  return {
    type: 'figure',
    image,
    // Programs round it: to a tenth of a millimetre.
    widthMm: Math.round(picture.widthEmu / 3600) / 10,
    alternative: described === '' ? 'Hình' : described,
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
