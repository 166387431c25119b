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
    return owner.managingLevel === null ? 'grassroots' : tierOfLevel(owner.managingLevel)
  const isDistrictCommittee = owner.level === 'district' && owner.isCommittee
  return isDistrictCommittee ? 'direct' : tierOfLevel(owner.level)
}

/** A person's post is managed at "direct" by a committee directly under the province's, as that of a commune since 2025. */
function tierOfLevel(level: Level): Tier {
  return level === 'central' ? 'province' : level
}
