import type { PdfFile } from './document.ts'
import { limitMet, malformed } from './limits.ts'
import { PdfDict, PdfName, type PdfObject, PdfRef } from './objects.ts'

/** 7.7.3.4: what a page has from the nodes above it where it does not say so itself. */
const inheritable = ['Resources', 'MediaBox', 'CropBox', 'Rotate'] as const

/** One page (ISO 32000-2, 7.7.3.3). */
export interface PdfPage {
  readonly ref: PdfRef
  /** As it is in the file. */
  readonly dict: PdfDict
  /** With the attributes that it inherits. */
  readonly attributes: PdfDict
}

interface Node {
  readonly ref: PdfRef
  readonly dict: PdfDict
  /** Null for a page. */
  readonly kids: readonly PdfObject[] | null
  readonly inherited: ReadonlyMap<string, PdfObject>
  readonly depth: number
}

/**
 * What the page tree says of its number of pages (ISO 32000-2, 7.7.3); `listPages` finds whether that is true.
 *
 * @throws PadesError `pdf_malformed`
 */
export function countPages(file: PdfFile, at = file.latest.number): number {
  return countOf(file, rootOf(file, at), at)
}

/**
 * The page of an index from 0, or null where there are not so many. It trusts each `/Count` on its way, so that a page
 * of a large document is found without reading those before it.
 *
 * @throws PadesError `pdf_malformed`, `pdf_limit`
 */
export function pageAt(file: PdfFile, index: number, at = file.latest.number): PdfPage | null {
  let node = rootOf(file, at)
  let rest = index
  if (rest < 0 || rest >= countOf(file, node, at)) return null
  for (;;) {
    if (node.kids === null) return pageOf(node)
    const found = kidWith(file, node, node.kids, rest, at)
    if (found === null) throw malformed('page_count', node.dict.start, node.ref.number)
    node = found.node
    rest -= found.before
  }
}

/** The child that holds the page `rest` of `node`, and how many pages are before it. */
function kidWith(file: PdfFile, node: Node, kids: readonly PdfObject[], rest: number, at: number) {
  // As many children as pages: each is one page.
  if (kids.length === countOf(file, node, at)) {
    const kid = nodeOf(file, kids[rest] ?? null, node, at)
    if (countOf(file, kid, at) === 1) return { node: kid, before: rest }
  }
  let before = 0
  for (const item of kids) {
    const kid = nodeOf(file, item, node, at)
    const count = countOf(file, kid, at)
    if (rest < before + count) return { node: kid, before }
    before += count
  }
  return null
}

/**
 * All pages in order. Every `/Count` is checked against what is there.
 *
 * @throws PadesError `pdf_malformed` where the tree is none, `pdf_limit`
 */
export function listPages(file: PdfFile, at = file.latest.number): readonly PdfPage[] {
  const pages: PdfPage[] = []
  const seen = new Set<number>()
  const most = file.limits.pages
  const visit = (node: Node): void => {
    if (seen.has(node.ref.number)) throw malformed('page_twice', node.dict.start, node.ref.number)
    seen.add(node.ref.number)
    if (seen.size > 2 * most) throw limitMet('pages', most, node.dict.start)
    const { kids } = node
    if (kids === null) {
      pages.push(pageOf(node))
      return
    }
    const before = pages.length
    for (const kid of kids) visit(nodeOf(file, kid, node, at))
    if (pages.length - before !== countOf(file, node, at))
      throw malformed('page_count', node.dict.start, node.ref.number)
  }
  visit(rootOf(file, at))
  return pages
}

function rootOf(file: PdfFile, at: number): Node {
  const ref = file.catalog(at).get('Pages')
  const dict = file.resolve(ref, at)
  if (!(ref instanceof PdfRef) || !(dict instanceof PdfDict)) throw malformed('pages', file.trailer(at).start)
  const kids = kidsOf(file, ref, dict, at)
  return { ref, dict, kids, inherited: attributesOf(dict, new Map()), depth: 0 }
}

function nodeOf(file: PdfFile, ref: PdfObject, parent: Node, at: number): Node {
  const dict = file.resolve(ref, at)
  if (!(ref instanceof PdfRef) || !(dict instanceof PdfDict))
    throw malformed('page_kid', parent.dict.start, parent.ref.number)
  const depth = parent.depth + 1
  const most = file.limits.pageTreeDepth
  if (depth > most) throw limitMet('pageTreeDepth', most, dict.start)
  const kids = kidsOf(file, ref, dict, at)
  return { ref, dict, kids, inherited: attributesOf(dict, parent.inherited), depth }
}

/** Some readers tell a page from a node by its type, others by its children; both must say the same. */
function kidsOf(file: PdfFile, ref: PdfRef, dict: PdfDict, at: number): readonly PdfObject[] | null {
  const kids = file.resolve(dict.get('Kids'), at)
  const type = file.resolve(dict.get('Type'), at)
  const expected = kids === null ? 'Page' : 'Pages'
  if (type !== null && !(type instanceof PdfName && type.value === expected))
    throw malformed('page_type', dict.start, ref.number)
  if (kids === null) return null
  if (!Array.isArray(kids)) throw malformed('page_kids', dict.start, ref.number)
  if (kids.length > file.limits.pages) throw limitMet('pages', file.limits.pages, dict.start)
  return kids
}

function attributesOf(dict: PdfDict, inherited: ReadonlyMap<string, PdfObject>) {
  let all: Map<string, PdfObject> | undefined
  for (const key of inheritable) {
    const own = dict.get(key)
    if (own === null) continue
    all ??= new Map(inherited)
    all.set(key, own)
  }
  return all ?? inherited
}

function countOf(file: PdfFile, node: Node, at: number): number {
  if (node.kids === null) return 1
  const count = file.resolve(node.dict.get('Count'), at)
  if (typeof count !== 'number' || !Number.isInteger(count) || count < 0)
    throw malformed('page_count', node.dict.start, node.ref.number)
  return count
}

function pageOf({ ref, dict, inherited }: Node): PdfPage {
  return {
    ref,
    dict,
    // Whoever signs without a look does not ask.
    get attributes() {
      return dict.with(Object.fromEntries(inherited))
    },
  }
}
