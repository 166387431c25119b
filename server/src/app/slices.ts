import { identitySlice } from '../identity/index.ts'
import { officeSlice } from '../office/index.ts'
import { organisationSlice } from '../organisation/index.ts'
import { messages as recordEn } from '../platform/audit/messages.en.ts'
import { messages as recordVi } from '../platform/audit/messages.vi.ts'
import { type Offer, Offers } from '../platform/slices/extension-point.ts'
import type { RouteSettings, Slice, Surroundings } from '../platform/slices/slice.ts'
import { programmeSlice } from '../programme/index.ts'
import { securitySlice } from '../security/index.ts'
import { webhooksSlice } from '../webhooks/index.ts'

/** All slices of the product, in the order in which what they have is shown. */
export const slices: readonly Slice[] = [
  programmeSlice,
  officeSlice,
  organisationSlice,
  identitySlice,
  securitySlice,
  webhooksSlice,
]

/** What the record calls acts and things: the platform's own, and those of the slices. */
export const actCatalogues = [{ vi: recordVi, en: recordEn }, ...slices.flatMap(({ acts }) => acts ?? [])]

/** What slices are given when their routes and jobs are made; `more`: offers of the application itself. */
export const surroundings = (settings?: RouteSettings, ...more: readonly Offer[]): Surroundings => ({
  offers: new Offers([...slices.flatMap(({ offers = [] }) => offers), ...more]),
  settings,
  recordKeys: actCatalogues.flatMap(({ vi }) => Object.keys(vi)).sort(),
})

/** What each slice has of a kind, as one list. */
export function ofSlices<
  Key extends 'navigation' | 'measures' | 'upkeep' | 'typing' | 'messages' | 'codeWords',
>(key: Key): NonNullable<Slice[Key]>[number][] {
  return slices.flatMap((slice) => [...(slice[key] ?? [])] as NonNullable<Slice[Key]>[number][])
}
