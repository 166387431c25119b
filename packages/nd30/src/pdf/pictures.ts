import type { Block, Figure, OfficialDocument } from '../model/document.ts'

/** A picture of a document, by the path under which the template asks for it. */
export interface SheetPicture {
  readonly path: string
  readonly base64: string
  /** Where it is in the model. */
  readonly place: string
}

export function picturesOf({ body, annexes = [] }: OfficialDocument): ReadonlyMap<Figure, SheetPicture> {
  const pictures = new Map<Figure, SheetPicture>()
  const add = (blocks: readonly Block[], where: string): void => {
    for (const [index, block] of blocks.entries())
      if (block.type === 'figure')
        pictures.set(block, {
          path: `/figures/${pictures.size}`,
          base64: block.image,
          place: `${where}[${index}].image`,
        })
  }
  add(body, 'body')
  for (const [index, annex] of annexes.entries()) add(annex.body, `annexes[${index}].body`)
  return pictures
}
