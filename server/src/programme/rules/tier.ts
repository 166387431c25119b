import type { OwnerKind } from './completeness.ts'
import type { Tier } from './guards/registration.ts'

type Level = 'central' | 'province' | 'direct' | 'district' | 'grassroots'

/**
 * The tier at which a work is registered. A committee that stands directly under the province's is of the tier "direct",
 * whatever its own level; a person's work is of the tier of the body that manages the post (programme specification, 2).
 */
export function tierOf(
  owner:
    | {
        readonly kind: Extract<OwnerKind, 'collective'>
        readonly level: Level
        readonly isCommittee: boolean
      }
    | { readonly kind: Extract<OwnerKind, 'individual'>; readonly managingLevel: Level | null },
): Tier {
  if (owner.kind === 'individual')
    return owner.managingLevel === null ? 'grassroots' : plainTier(owner.managingLevel)
  const standsUnderProvince = owner.level === 'direct' || (owner.level === 'district' && owner.isCommittee)
  return standsUnderProvince ? 'direct' : plainTier(owner.level)
}

function plainTier(level: Level): Tier {
  switch (level) {
    case 'central':
    case 'province':
    case 'direct':
      return 'province'
    case 'district':
      return 'district'
    case 'grassroots':
      return 'grassroots'
  }
}
