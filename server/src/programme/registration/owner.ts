import { getHoldingFacts, getUnit, isInvented, type PlacedReference } from '../../organisation/index.ts'
import type { Context } from '../../platform/context.ts'
import { becauseOf } from '../../platform/refusal.ts'
import { tierOf } from '../rules/tier.ts'

/** Whose a work is: its place for permission, and the columns of `work` that say so. */
export interface WorkOwnership {
  readonly placed: PlacedReference
  readonly columns: {
    readonly owner_kind: 'collective' | 'individual'
    readonly owner_unit_id: string
    readonly custodian_unit_id: string
    readonly owner_holding_id?: string
    readonly owner_post_id?: string
    readonly managing_unit_id?: string | null
    readonly managing_root_id?: string | null
    readonly tier: string
    readonly illustrative: boolean
  }
}

const committeeKinds = ['committee', 'huyen_uy', 'thanh_uy', 'thi_uy', 'dang_uy_truc_thuoc']

/** A collective's work: of its unit. A standing committee's is its committee's. */
export async function collectiveOwner(c: Context, unitId: string): Promise<WorkOwnership> {
  const named = await getUnit(c, unitId, c.today)
  const unit = named.rootId === named.id ? named : await getUnit(c, named.rootId, c.today)
  return {
    placed: placedOf('collective', unit.id, null, null),
    columns: {
      owner_kind: 'collective',
      owner_unit_id: unit.id,
      custodian_unit_id: unit.id,
      tier: tierOf({
        kind: 'collective',
        level: unit.level,
        isCommittee: committeeKinds.includes(unit.kind),
      }),
      illustrative: await isInvented(c, { unitIds: [named.id, unit.id] }),
    },
  }
}

/** A person's work: of the post held, and of the body that manages it today. @throws Refusal `post_not_held_today` */
export async function individualOwner(c: Context, holdingId: string): Promise<WorkOwnership> {
  const held = await getHoldingFacts(c, holdingId, c.today)
  if (!held.active) {
    throw becauseOf({
      code: 'post_not_held_today',
      params: { post: held.postTitle },
      field: 'ownerHoldingId',
    })
  }
  const manager = held.managingRootId === null ? null : await getUnit(c, held.managingRootId, c.today)
  return {
    placed: placedOf('individual', held.unitId, held.holdingId, held.managingRootId),
    columns: {
      owner_kind: 'individual',
      owner_unit_id: held.unitId,
      custodian_unit_id: held.unitId,
      owner_holding_id: held.holdingId,
      owner_post_id: held.postId,
      managing_unit_id: held.managingUnitId,
      managing_root_id: held.managingRootId,
      tier: tierOf({ kind: 'individual', managingLevel: manager?.level ?? null }),
      illustrative: await isInvented(c, { holdingId }),
    },
  }
}

function placedOf(
  ownerKind: 'collective' | 'individual',
  unitId: string,
  holdingId: string | null,
  managingRootId: string | null,
): PlacedReference {
  return {
    ownerKind,
    ownerUnitId: unitId,
    custodianUnitId: unitId,
    ownerHoldingId: holdingId,
    managingRootId,
    assignerRootId: null,
  }
}
