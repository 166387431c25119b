import type { PublicContext } from '../platform/context.ts'
import { sliceHandle } from '../platform/database.ts'
import type { Id } from '../platform/id.ts'

export type UnitId = Id<'unit'>
export type PersonId = Id<'person'>
export type PostId = Id<'post'>
export type HoldingId = Id<'holding'>

/** The ladders of Vietnam's political system; a unit belongs to one and may have a parent in several. */
export const systems = ['party', 'state', 'front', 'mass', 'enterprise'] as const
export type OrganisationSystem = (typeof systems)[number]

/** `direct`: an Party committee directly under the provincial one that is no district's. */
export const levels = ['central', 'province', 'direct', 'district', 'grassroots'] as const
export type UnitLevel = (typeof levels)[number]

/** How a post is held: in full, acting ("quyền"), or in charge for the time being ("phụ trách"). */
export const capacities = ['full', 'acting', 'in_charge'] as const
export type HoldingCapacity = (typeof capacities)[number]

/** The tables that this slice alone writes. */
export const organisationDb = sliceHandle<
  'unit' | 'unit_parent' | 'unit_ancestor' | 'person' | 'post' | 'post_management' | 'post_holding'
>()

/** What a query needs to know: the transaction it reads in, and today. */
export type Reader = Pick<PublicContext, 'db' | 'today'>
