import type { Context } from '../platform/context.ts'
import { extensionPoint } from '../platform/extension-point.ts'
import type { Panel } from '../platform/panels.ts'
import type { UnitDependants } from './end-unit.ts'
import type { Citation } from './pages/looks.tsx'
import type { UnitOnDay } from './pages/unit.tsx'

/** What upper slices show on the page of a unit. */
export const unitPanels = extensionPoint<Panel<UnitOnDay>>('unit_panels')

/** What upper slices have hanging on units that are to end. */
export const unitDependants = extensionPoint<UnitDependants>('unit_dependants')

/** Where the words stand that an entry of the directory quotes; the first that knows is asked. */
export const citations = extensionPoint<(c: Context) => Promise<Citation | null>>('citations')
