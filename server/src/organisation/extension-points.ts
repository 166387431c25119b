import type { Context } from '../platform/context.ts'
import { extensionPoint } from '../platform/slices/extension-point.ts'
import type { Panel } from '../platform/slices/panels.ts'
import type { Citation } from './pages/looks.tsx'
import type { UnitOnDay } from './pages/unit.tsx'
import type { UnitDependants } from './units/end-unit.ts'

/** What upper slices show on the page of a unit. */
export const unitPanels = extensionPoint<Panel<UnitOnDay>>()

/** What upper slices have hanging on units that are to end. */
export const unitDependants = extensionPoint<UnitDependants>()

type FindCitation = (c: Context) => Promise<Citation | null>

/** Where the words stand that an entry of the directory quotes; the first that knows counts. */
export const citations = extensionPoint<FindCitation>()

/** The first citation that one of them finds. */
export async function firstCitation(c: Context, finders: readonly FindCitation[]): Promise<Citation | null> {
  for (const find of finders) {
    const found = await find(c)
    if (found !== null) return found
  }
  return null
}
