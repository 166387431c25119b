/** The tiers of the cascade, for choices of a page. */
export const tierNames = ['province', 'direct', 'district', 'grassroots'] as const
