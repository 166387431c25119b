/** The ladders of Vietnam's political system; a unit belongs to one and may have a parent in several. */
export const systems = ['party', 'state', 'front', 'mass', 'enterprise'] as const
export type OrganisationSystem = (typeof systems)[number]

/** `direct`: an Party committee directly under the provincial one that is no district's. */
export const levels = ['central', 'province', 'direct', 'district', 'grassroots'] as const
export type UnitLevel = (typeof levels)[number]

/** How a post is held: in full, acting ("quyền"), or in charge for the time being ("phụ trách"). */
export const capacities = ['full', 'acting', 'in_charge'] as const
export type HoldingCapacity = (typeof capacities)[number]
