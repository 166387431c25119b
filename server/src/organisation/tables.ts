import type { PublicContext } from '../platform/context.ts'
import { sliceHandle } from '../platform/data/database.ts'
import type { Id } from '../platform/id.ts'

export {
  capacities,
  type HoldingCapacity,
  levels,
  type OrganisationSystem,
  systems,
  type UnitLevel,
} from './relations/systems.ts'

export type UnitId = Id<'unit'>
export type PersonId = Id<'person'>
export type PostId = Id<'post'>
export type HoldingId = Id<'holding'>

/** The tables that this slice alone writes. */
export const organisationDb = sliceHandle<
  | 'unit'
  | 'unit_search'
  | 'unit_parent'
  | 'unit_ancestor'
  | 'unit_name'
  | 'unit_paper'
  | 'person'
  | 'person_search'
  | 'post'
  | 'post_management'
  | 'post_holding'
  | 'directory_import'
  | 'directory_import_changes'
>()

/** What a query needs to know: the transaction it reads in, and today. */
export type Reader = Pick<PublicContext, 'db' | 'today'>
