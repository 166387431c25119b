import { PadesError } from '../../errors.ts'
import type { PdfFile } from '../../pdf/document.ts'
import { listPages } from '../../pdf/pages.ts'
import type { RoleGraph } from './role-graph.ts'

/** How many objects are looked at on the way up to a page. */
const mostVisited = 500

/** Finds the page that something is on; kept from revision to revision until the page tree changes. */
export class PageNumbers {
  readonly #file: PdfFile
  readonly #graph: RoleGraph
  #at: number
  #numbers: ReadonlyMap<number, number> | undefined

  constructor(file: PdfFile, graph: RoleGraph, at: number) {
    this.#file = file
    this.#graph = graph
    this.#at = at
  }

  /** Another revision has another page tree. */
  renew(at: number): void {
    this.#at = at
    this.#numbers = undefined
  }

  /** The page, from 1, to which the fewest steps lead up from an object; null where none is near. */
  of(number: number): number | null {
    const seen = new Set([number])
    for (const one of seen) {
      const page = this.#graph.hasRole(one, 'page') ? this.#pages().get(one) : undefined
      if (page !== undefined) return page
      for (const above of this.#graph.referrersOf(one)) {
        if (seen.size >= mostVisited) return null
        if (above > 0) seen.add(above)
      }
    }
    return null
  }

  /** The objects of the pages in whose lists of annotations one stands, or stood. */
  objectsWith(annotation: number): readonly number[] {
    const pages = new Set<number>()
    for (const above of this.#graph.referrersOf(annotation)) {
      const isList = this.#graph.hasRole(above, 'annotations')
      for (const one of isList ? [above, ...this.#graph.referrersOf(above)] : [above])
        if (this.#pages().has(one)) pages.add(one)
    }
    return [...pages]
  }

  #pages(): ReadonlyMap<number, number> {
    if (this.#numbers !== undefined) return this.#numbers
    this.#numbers = new Map(this.#list().map((number, index) => [number, index + 1]))
    return this.#numbers
  }

  #list(): readonly number[] {
    try {
      return listPages(this.#file, this.#at).map(({ ref }) => ref.number)
    } catch (error) {
      // A page tree that is none is a change of its own.
      if (error instanceof PadesError) return []
      throw error
    }
  }
}
