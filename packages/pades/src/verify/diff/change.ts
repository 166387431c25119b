import type { ChangeReport } from '../report.ts'
import type { ChangeCode } from './messages.vi.ts'

/** What a change asks of a certification and of the locks; `never` is allowed under none. */
export type Needs = 'nothing' | 'form' | 'annotations' | 'never'

/** One thing that a revision changed, whoever asks; `judgeChange` says whether it is allowed. */
export interface Change {
  /** Number of the revision from 0, as in `pdf/`. */
  readonly revision: number
  readonly kind: ChangeReport['kind']
  readonly code: ChangeCode
  readonly needs: Needs
  /** Page from 1. */
  readonly page: number | null
  readonly object: string | null
  /** Full name of the field, by which it is locked. */
  readonly field: string | null
  readonly details: Readonly<Record<string, string | number>>
}

/** Where a change is and what is to be said of it. */
export interface ChangePlace {
  /** The object's number. */
  readonly object?: number | null
  readonly field?: string
  readonly page?: number | null
  readonly details?: Readonly<Record<string, string | number>>
}
