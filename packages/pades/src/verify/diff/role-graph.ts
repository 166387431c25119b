import { PadesError } from '../../errors.ts'
import type { PdfFile } from '../../pdf/document.ts'
import { PdfDict, type PdfObject, type PdfRef } from '../../pdf/objects.ts'
import { eachWay, type RoleName, roleNames, roles, structural } from './roles.ts'

interface Visit {
  readonly number: number
  readonly role: RoleName
  readonly from: number
}

/** The number under which the trailer refers to things. */
export const trailerNumber = -1

/**
 * The roles of all objects that can be reached, and who refers to whom. It is built once and then follows the revisions,
 * so that each revision costs what it brings. What a later revision leaves behind keeps its roles: a role too many can
 * only make a change not allowed.
 */
export class RoleGraph {
  readonly #file: PdfFile
  readonly #roles = new Map<number, number>()
  readonly #referrers = new Map<number, Set<number>>()
  /** From a field or widget to the field above it, as the tree goes down. */
  readonly #parents = new Map<number, number>()
  /** Objects that cannot be read: whatever they refer to is not known. */
  readonly unreadable = new Set<number>()
  #at: number
  #first: Visit[] = []
  #later: Visit[] = []
  #gained = new Map<number, number>()

  constructor(file: PdfFile, at: number) {
    this.#file = file
    this.#at = at
    this.#visitTrailer()
    this.#walk()
  }

  /** The roles of an object as bits; 0 where nothing leads to it. */
  rolesOf(number: number): number {
    return this.#roles.get(number) ?? 0
  }

  hasRole(number: number, role: RoleName): boolean {
    return (this.rolesOf(number) & roles[role]) !== 0
  }

  referrersOf(number: number): Iterable<number> {
    return this.#referrers.get(number) ?? []
  }

  /** The field above a field or widget; undefined for one at the top. */
  parentOf(number: number): number | undefined {
    return this.#parents.get(number)
  }

  /** The value of an object as of a revision; null where it is free, not there, or cannot be read. */
  valueOf(number: number, at = this.#at): PdfObject {
    try {
      return this.#file.getObject(number, at)?.value ?? null
    } catch (error) {
      if (!(error instanceof PadesError)) throw error
      this.unreadable.add(number)
      return null
    }
  }

  /**
   * Goes on to the next revision.
   *
   * @param touched the objects that it says anew
   * @returns which roles objects have got that they did not have
   */
  advance(at: number, touched: Iterable<number>): ReadonlyMap<number, number> {
    this.#at = at
    this.#gained = new Map()
    this.#visitTrailer()
    for (const number of touched) this.#expand(number, this.rolesOf(number))
    this.#walk()
    return this.#gained
  }

  #visitTrailer(): void {
    const trailer = this.#file.trailer(this.#at)
    eachWay(trailer.get('Root'), 'catalog', (to, role) => this.#push(to, role, trailerNumber))
    eachWay(trailer.get('Info'), 'information', (to, role) => this.#push(to, role, trailerNumber))
  }

  #push(to: PdfRef, role: RoleName, from: number): void {
    const visit = { number: to.number, role, from }
    if ((roles[role] & structural) !== 0 || role === 'annotations') this.#first.push(visit)
    else this.#later.push(visit)
  }

  /** First all that is structural, so that it is known where the other ways end. */
  #walk(): void {
    for (;;) {
      const visit = this.#first.pop() ?? this.#later.pop()
      if (visit === undefined) return
      this.#visit(visit)
    }
  }

  #visit({ number, role, from }: Visit): void {
    // What belongs to a field has another role.
    if (role === 'stray' && this.hasRole(from, 'field')) return
    this.#noteReferrer(number, from)
    if (role === 'field' && this.hasRole(from, 'field') && !this.#parents.has(number))
      this.#parents.set(number, from)
    const has = this.rolesOf(number)
    if ((has & roles[role]) !== 0) return
    const isWayIn = (roles[role] & structural) === 0
    // A dictionary alone: an array or a stream that has two roles may be shown in both.
    if (isWayIn && (has & structural) !== 0 && this.valueOf(number) instanceof PdfDict) return
    this.#roles.set(number, has | roles[role])
    this.#gained.set(number, (this.#gained.get(number) ?? 0) | roles[role])
    this.#expand(number, roles[role])
  }

  #noteReferrer(number: number, from: number): void {
    const known = this.#referrers.get(number)
    if (known === undefined) this.#referrers.set(number, new Set([from]))
    else known.add(from)
  }

  #expand(number: number, mask: number): void {
    if (mask === 0) return
    const value = this.valueOf(number)
    for (const role of roleNames)
      if ((mask & roles[role]) !== 0) eachWay(value, role, (to, next) => this.#push(to, next, number))
  }
}
