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

/** The first child of that name. */
export function childOf(element: XmlElement | null | undefined, name: string): XmlElement | undefined {
  if (!element) return undefined
  for (const child of element.children) if (child.name === name) return child
  return undefined
}
