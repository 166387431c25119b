import type { Rect } from '../../look/appearance.ts'
import { boxIn } from '../../look/boxes.ts'
import { hidesWords } from '../../look/covering.ts'
import { marksOfPage, type PageMark } from '../../look/page-marks.ts'
import type { PdfFile } from '../../pdf/document.ts'
import { PdfDict, PdfRef, PdfString } from '../../pdf/objects.ts'
import { listPages, type PdfPage } from '../../pdf/pages.ts'
import { marksOfAnnotation } from './annotation-marks.ts'

/** Letters stand a little within their boxes; in points. */
const margin = 1

/** Where the words and pictures of pages stand. They are found once: a page whose words change is refused anyway. */
export class PageWords {
  readonly #file: PdfFile
  readonly #words = new Map<number, readonly Rect[]>()
  readonly #scans = new Set<number>()
  readonly #ofLooks = new WeakMap<PdfDict, readonly Rect[]>()
  #pages: ReadonlyMap<number, PdfPage> | undefined
  #last: { readonly key: string; readonly words: readonly Rect[] } | undefined

  constructor(file: PdfFile) {
    this.#file = file
  }

  /**
   * The boxes of all words and pictures on a page as of a revision, and of the words of its annotations and fields.
   *
   * @param pages the numbers of the pages' objects
   * @param except the number of an annotation whose words do not count
   * @throws PadesError where a page cannot be read
   */
  on(pages: readonly number[], at: number, except?: number): readonly Rect[] {
    const [first] = pages
    // A list of many thousand is not copied for each of many remarks.
    if (first !== undefined && pages.length === 1 && except === undefined) return this.#allOn(first, at)
    return pages.flatMap((page) => [...this.#ofContents(page, at), ...this.#ofAnnotations(page, at, except)])
  }

  /** Whether a page is a picture as a scan is: where its words stand is not known. */
  isScan(page: number, at: number): boolean {
    this.#ofContents(page, at)
    return this.#scans.has(page)
  }

  #allOn(page: number, at: number): readonly Rect[] {
    const key = `${page} ${at}`
    if (this.#last?.key !== key)
      this.#last = { key, words: [...this.#ofContents(page, at), ...this.#ofAnnotations(page, at)] }
    return this.#last.words
  }

  #ofContents(number: number, at: number): readonly Rect[] {
    const known = this.#words.get(number)
    if (known !== undefined) return known
    this.#pages ??= new Map(listPages(this.#file, at).map((page) => [page.ref.number, page]))
    const page = this.#pages.get(number)
    const words = page === undefined ? [] : this.#saidOn(page, at)
    this.#words.set(number, words)
    return words
  }

  /** Its words and its pictures; those that fill half of it are its ground, as a scan is, with the words behind it. */
  #saidOn(page: PdfPage, at: number): readonly Rect[] {
    const ground = boxIn(this.#file, page.attributes, 'MediaBox', at)
    const half = ground === null ? 0 : areaOf(ground) / 2
    const marks = marksOfPage(this.#file, page, at)
    const images = marks.filter(({ kind }) => kind === 'image')
    const pictures = images.filter(({ box }) => areaOf(box) <= half)
    if (pictures.length < images.length) this.#scans.add(page.ref.number)
    return [...wordsAmong(marks), ...pictures.map(({ box }) => box)]
  }

  #ofAnnotations(number: number, at: number, except?: number): readonly Rect[] {
    const page = this.#file.getObject(number, at)?.value
    const list = page instanceof PdfDict ? this.#file.resolve(page.get('Annots'), at) : null
    if (!Array.isArray(list)) return []
    const refs = list.filter((item) => item instanceof PdfRef && item.number !== except)
    return refs.flatMap((ref) => {
      const dict = this.#file.get(ref, at)
      return dict instanceof PdfDict ? this.#ofAnnotation(dict, at) : []
    })
  }

  #ofAnnotation(dict: PdfDict, at: number): readonly Rect[] {
    const known = this.#ofLooks.get(dict)
    if (known !== undefined) return known
    const words = wordsAmong(marksOfAnnotation(this.#file, dict, at))
    const rect = boxIn(this.#file, dict, 'Rect', at)
    // A value without a look of its own is written there by the reader.
    const isBare = rect !== null && dict.get('AP') === null && dict.get('V') instanceof PdfString
    const all = isBare ? [rect] : words
    this.#ofLooks.set(dict, all)
    return all
  }
}

/** Dots and lines to write upon are no words. */
const blank = /^[\s._…·]{3,}$/

function wordsAmong(marks: readonly PageMark[]): readonly Rect[] {
  return marks.filter(({ kind, text = '' }) => kind === 'text' && !blank.test(text)).map(({ box }) => box)
}

function areaOf([left, bottom, right, top]: Rect): number {
  return (right - left) * (top - bottom)
}

/** Whether one of the boxes lies over one of the words. */
export function coversAny(boxes: readonly Rect[], words: readonly Rect[]): boolean {
  return boxes.some((box) => words.some((word) => meets(box, word)))
}

function meets(box: Rect, word: Rect): boolean {
  const isBeside = box[2] < word[0] + margin || box[0] > word[2] - margin
  return !(isBeside || box[3] < word[1] + margin || box[1] > word[3] - margin)
}

/**
 * Where an annotation may hide what is below it: where its images are, else anywhere in its rectangle, for a font may
 * draw more than its widths tell, and a line be broader than its path.
 */
export function coverOf(file: PdfFile, dict: PdfDict, at: number): readonly Rect[] {
  const marks = marksOfAnnotation(file, dict, at)
  const rect = boxIn(file, dict, 'Rect', at)
  if (marks.length === 0) return []
  return rect === null || marks.every(({ kind }) => kind === 'image') ? marks.map(({ box }) => box) : [rect]
}

/**
 * Whether an annotation hides words. A single image, as a seal is, may reach over words as long as they can be read
 * through it; several could fill each other's gaps.
 */
export function hidesAny(file: PdfFile, dict: PdfDict, words: readonly Rect[], at: number): boolean {
  const [mark, ...others] = marksOfAnnotation(file, dict, at)
  if (mark?.kind !== 'image' || others.length > 0) return coversAny(coverOf(file, dict, at), words)
  return words.some((word) => meets(mark.box, word) && hidesWords(file, mark, word, at))
}
