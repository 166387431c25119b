import { encodeText } from '../form/text-string.ts'
import type { PdfFile } from '../pdf/document.ts'
import { PdfDict, PdfName, type PdfObject, PdfRef } from '../pdf/objects.ts'
import type { NewObject } from '../pdf/write-update.ts'

/** What puts a widget into the structure of a tagged document. */
export interface WidgetTag {
  /** The widget's `/StructParent`. */
  readonly structParent: number
  readonly objects: readonly NewObject[]
}

/** A tree of this depth or count of children is none. */
const mostDepth = 32
const mostKids = 100_000

/**
 * Makes the structure element of a new widget (ISO 32000-2, 14.7.5.3 and table 368: `Form`) at the end of the document,
 * and its entry in the parent tree, so that a tagged file stays tagged whole.
 *
 * @param words what is read aloud in the widget's place
 * @returns null where the document is not tagged, or its structure is such that nothing can be put at its end
 */
export function tagWidget(
  file: PdfFile,
  page: PdfRef,
  widget: PdfRef,
  words: string,
  allocate: () => number,
): WidgetTag | null {
  const rootRef = file.catalog().get('StructTreeRoot')
  const root = file.resolve(rootRef)
  if (!(rootRef instanceof PdfRef) || !(root instanceof PdfDict) || !isMarked(file)) return null
  const highest = highestKey(file, root)
  const parent = parentOf(file, rootRef, root)
  const kids = parent === null ? null : kidsWith(file, parent.dict)
  if (highest === null || parent === null || kids === null) return null
  const next = file.resolve(root.get('ParentTreeNextKey'))
  const key = Math.max(highest + 1, typeof next === 'number' && Number.isInteger(next) ? next : 0)
  const element = new PdfRef(allocate())
  const { tree, added } = treeWith(file, root, key, element, allocate)
  const rootChanges: Record<string, PdfObject> = { ParentTree: tree, ParentTreeNextKey: key + 1 }
  const objects = [...added, { number: element.number, value: elementOf(parent.ref, page, widget, words) }]
  if (parent.dict === root) rootChanges.K = [...kids, element]
  else objects.push({ ...placeOf(parent.ref), value: parent.dict.with({ K: [...kids, element] }) })
  objects.push({ ...placeOf(rootRef), value: root.with(rootChanges) })
  return { structParent: key, objects }
}

function placeOf({ number, generation }: PdfRef) {
  return { number, generation }
}

function isMarked(file: PdfFile): boolean {
  const marks = file.resolve(file.catalog().get('MarkInfo'))
  return marks instanceof PdfDict && file.resolve(marks.get('Marked')) === true
}

function elementOf(parent: PdfRef, page: PdfRef, widget: PdfRef, words: string): PdfDict {
  return PdfDict.of({
    Type: new PdfName('StructElem'),
    S: new PdfName('Form'),
    P: parent,
    Pg: page,
    K: PdfDict.of({ Type: new PdfName('OBJR'), Pg: page, Obj: widget }),
    ...(words !== '' && { Alt: encodeText(words) }),
  })
}

/** The document's element where the tree has one, else the root of the tree. */
function parentOf(file: PdfFile, rootRef: PdfRef, root: PdfDict) {
  const kids = file.resolve(root.get('K'))
  const [first = null] = Array.isArray(kids) ? kids : [root.get('K')]
  const dict = file.resolve(first)
  if (!(first instanceof PdfRef) || !(dict instanceof PdfDict)) return { ref: rootRef, dict: root }
  const kind = file.resolve(dict.get('S'))
  const isDocument = kind instanceof PdfName && kind.value === 'Document'
  return isDocument ? { ref: first, dict } : { ref: rootRef, dict: root }
}

function kidsWith(file: PdfFile, parent: PdfDict): readonly PdfObject[] | null {
  const written = parent.get('K')
  const kids = file.resolve(written)
  if (kids === null) return []
  if (!Array.isArray(kids)) return [written]
  return kids.length > mostKids ? null : kids
}

/** The highest key of the parent tree (7.9.7: they rise); -1 where it is empty, null where it is no such tree. */
function highestKey(file: PdfFile, root: PdfDict): number | null {
  let node = file.resolve(root.get('ParentTree'))
  for (let depth = 0; depth < mostDepth; depth++) {
    if (node === null) return -1
    if (!(node instanceof PdfDict)) return null
    const numbers = file.resolve(node.get('Nums'))
    if (Array.isArray(numbers)) {
      const last = numbers.length === 0 ? -1 : file.resolve(numbers.at(-2) ?? null)
      return typeof last === 'number' && Number.isInteger(last) ? last : null
    }
    const kids = file.resolve(node.get('Kids'))
    if (!Array.isArray(kids) || kids.length === 0) return node.get('Kids') === null ? -1 : null
    node = file.resolve(kids.at(-1) ?? null)
  }
  return null
}

/** The parent tree with one more key: among its own where it has them, else in a new leaf at the end. */
function treeWith(file: PdfFile, root: PdfDict, key: number, element: PdfRef, allocate: () => number) {
  const given = root.get('ParentTree')
  const tree = file.resolve(given)
  const dict = tree instanceof PdfDict ? tree : PdfDict.of({})
  const kids = file.resolve(dict.get('Kids'))
  const added: NewObject[] = []
  let changed: PdfDict
  if (Array.isArray(kids)) {
    const leaf = new PdfRef(allocate())
    added.push({ number: leaf.number, value: PdfDict.of({ Limits: [key, key], Nums: [key, element] }) })
    changed = dict.with({ Kids: [...kids, leaf] })
  } else {
    const numbers = file.resolve(dict.get('Nums'))
    changed = dict.with({ Nums: [...(Array.isArray(numbers) ? numbers : []), key, element] })
  }
  if (given instanceof PdfRef) added.push({ ...placeOf(given), value: changed })
  return { tree: given instanceof PdfRef ? given : changed, added }
}
