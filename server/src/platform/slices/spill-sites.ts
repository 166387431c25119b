import type { Context } from '../context.ts'
import { extensionPoint } from './extension-point.ts'

/** A place in which something may stand that must not be here, and how it is taken out of it. Slices offer theirs. */
export interface SpillSite {
  /** As the spill is recorded: `work`, `upload`. */
  readonly kind: string
  /** The thing that an address of ours leads to, and the unit whose it is; null where it is none of this kind. */
  find(c: Context, address: string): Promise<{ readonly objectId: string; readonly unitId: string } | null>
  /**
   * Takes out all that it said, everywhere. The decision is on the record when this is called.
   * @returns every other thing whose entries in the record of acts may repeat it
   */
  erase(c: Context, objectId: string): Promise<readonly string[]>
}

/** The places from which a spill is taken out. */
export const spillSites = extensionPoint<SpillSite>()
