import type { PlainDate } from '../time/plain-date.ts'

/** What a measure is asked for: a unit (with or without those below it), a period, and the day of the question. */
export interface MeasureScope {
  readonly unitId: string | null
  readonly withSubordinates: boolean
  readonly from: PlainDate | null
  /** Facts count whose date is on or before it (design 8.1). */
  readonly asOf: PlainDate
  readonly illustrative: 'include' | 'exclude'
  /**
   * Over what the actor can see, or over everything: a target is judged by the whole, so that its value does not depend
   * on the viewer. A list always contains only what the actor can see.
   */
  readonly sight: 'actor' | 'whole'
}

/** Things that the measure leaves out of its denominator, and by which rule. */
export interface Exclusion {
  readonly reason: string
  readonly count: number
}

export interface MeasureCount {
  readonly numerator: number
  readonly denominator: number
  readonly exclusions: readonly Exclusion[]
}

export interface MeasureItem {
  readonly label: string
  readonly href: string
  readonly note: string
}

export interface MeasurePage {
  readonly items: readonly MeasureItem[]
  readonly next: string | null
}

export type MeasurePart = 'numerator' | 'denominator' | `excluded:${string}`

/**
 * A live measure: counted from real acts, never typed. The list behind a part must hold exactly what the part counts;
 * `platform/testing/measure-contract.ts` checks it for every registered measure.
 */
export interface MeasureOf<C> {
  readonly key: string
  readonly label: { readonly vi: string; readonly en: string }
  /** What is counted, of what: so that two measures of one thing are not taken for each other. */
  readonly about?: { readonly vi: string; readonly en: string }
  readonly unit: '%' | 'count' | 'days'
  readonly good: 'up' | 'down'
  count(c: C, scope: MeasureScope): Promise<MeasureCount>
  list(
    c: C,
    scope: MeasureScope,
    part: MeasurePart,
    page: { cursor: string | null; limit: number },
  ): Promise<MeasurePage>
}

/** The measures of all slices. A slice registers at composition; programme reads, and imports none of them. */
export class MeasureRegistryOf<C> {
  readonly #measures = new Map<string, MeasureOf<C>>()

  register(measure: MeasureOf<C>): void {
    if (this.#measures.has(measure.key)) throw new Error(`measure registered twice: ${measure.key}`)
    this.#measures.set(measure.key, measure)
  }

  find(key: string): MeasureOf<C> | undefined {
    return this.#measures.get(key)
  }

  all(): readonly MeasureOf<C>[] {
    return [...this.#measures.values()]
  }
}
