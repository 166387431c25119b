import type { CellPosition, ReadNote } from '../read-document.ts'
import type { Numbering } from './numbering.ts'
import { type CellLook, noCell, type Resolver } from './resolver.ts'
import type { Styles } from './styles.ts'
import type { Theme } from './theme.ts'

/** What all stories of a document share. */
export interface Setting {
  readonly styles: Styles
  readonly theme: Theme
  readonly numbering: Numbering
  readonly resolver: Resolver
  readonly notes: Set<ReadNote>
  /** By section. */
  readonly linePitches: readonly (number | null)[]
  paragraphsLeft: number
  readonly mostRuns: number
}

/** Where blocks stand. */
export interface Surroundings {
  readonly cell: CellPosition | null
  readonly look: CellLook
  readonly inShape: boolean
}

export const nowhere: Surroundings = { cell: null, look: noCell, inShape: false }
