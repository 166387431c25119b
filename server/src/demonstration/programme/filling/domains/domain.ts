import type { Modality } from '../../../../programme/import/index.ts'

/** A promise that works of a domain may make; one number of each list is chosen. */
export interface TargetIdea {
  readonly measure: string
  readonly unit: string
  readonly operator: 'eq' | 'gte' | 'lte' | 'range'
  /** The goal; of a range its lower bound. */
  readonly goals: readonly number[]
  /** How far the upper bound of a range lies above the lower one. */
  readonly width?: number
  readonly baselines: readonly number[]
  readonly modality?: Modality
  readonly exceptions?: readonly string[]
  /** Who must recognise the result before it counts. */
  readonly recognisedBy?: string
}

/** A field of work: what is done there (`{x}` stands for an object), to what, why, and how it is shown. */
export interface Domain {
  readonly theme: 1 | 2 | 3
  /** Whether offices do such works, or communes and districts. */
  readonly setting: 'office' | 'local'
  readonly actions: readonly string[]
  readonly objects: readonly string[]
  readonly rationale: readonly string[]
  readonly baseline: string
  readonly product: string
  readonly proof: string
  readonly risk: string
  readonly steps: readonly string[]
  readonly targets: readonly TargetIdea[]
  /** A promise without a number: done or not done. */
  readonly deed: string
}
