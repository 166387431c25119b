import { z } from 'zod'
import { unitNameOf } from '../../organisation/index.ts'
import { audit } from '../../platform/audit/audit.ts'
import type { Context } from '../../platform/context.ts'
import * as field from '../../platform/http/fields.ts'
import { endpoint } from '../../platform/http/route.ts'
import { newId } from '../../platform/id.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import { programmeDb } from '../tables.ts'
import { authorizeForUnit } from './programme-policy.ts'
import { unitByCodeOrId } from './unit-by-code.ts'

/** What a body may allow by its own paper, where the rule is otherwise: one person checks and accepts a completion. */
export const unitPolicies = ['one_person_completion'] as const
export type UnitPolicyKey = (typeof unitPolicies)[number]

/** Whether the body's own rule allows it on a day: the latest word on or before the day, else no. */
export async function isAllowed(
  c: Pick<Context, 'db'>,
  { key, rootId, on }: { readonly key: UnitPolicyKey; readonly rootId: string; readonly on: PlainDate },
): Promise<boolean> {
  const latest = await programmeDb(c)
    .selectFrom('unit_policy')
    .select('allowed')
    .where('unit_id', '=', rootId)
    .where('key', '=', key)
    .where('from_on', '<=', on)
    .orderBy('from_on', 'desc')
    .orderBy('recorded_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return latest?.allowed ?? false
}

/** Records what a body allows, or allows no more, from a day on, by which paper. Nothing is changed by it before that day. */
export const recordUnitPolicy = endpoint({
  name: 'unit_policy.record',
  input: z.strictObject({
    /** The committee: code or id of its unit. */
    unit: field.text(80),
    key: field.choice(unitPolicies),
    allowed: field.choice(['yes', 'no']),
    fromOn: field.date(),
    document: field.text(300),
  }),
  async run(c, input) {
    const unit = await unitByCodeOrId(c, input.unit)
    await authorizeForUnit(c, 'recordPolicy', unit.id)
    const id = newId<'unit_policy'>()
    await programmeDb(c)
      .insertInto('unit_policy')
      .values({
        id,
        unit_id: unit.id,
        key: input.key,
        allowed: input.allowed === 'yes',
        from_on: input.fromOn,
        document: input.document,
        account_id: c.actor.accountId,
        recorded_at: c.now,
      })
      .execute()
    const { key, allowed, fromOn, document } = input
    await audit(c, 'unit_policy.record', { kind: 'unit', id: unit.id }, { key, allowed, fromOn, document })
    return { id, unit: unit.code, key, allowed, fromOn }
  },
})

export interface UnitPolicyView {
  readonly unitName: string
  readonly key: UnitPolicyKey
  readonly allowed: boolean
  readonly fromOn: PlainDate
  readonly document: string
}

/** What the bodies allowed and took back, the latest first; more than these nobody reads on one page. */
export async function listUnitPolicies(
  c: Context,
  unitIds: readonly string[],
): Promise<readonly UnitPolicyView[]> {
  if (unitIds.length === 0) return []
  const rows = await programmeDb(c)
    .selectFrom('unit_policy')
    .select(['key', 'allowed', 'from_on', 'document', unitNameOf('unit_policy.unit_id').as('unit_name')])
    .where('unit_id', 'in', [...unitIds])
    .orderBy('from_on', 'desc')
    .orderBy('recorded_at', 'desc')
    .limit(100)
    .execute()
  return rows.map((row) => ({
    unitName: row.unit_name,
    key: row.key as UnitPolicyKey,
    allowed: row.allowed,
    fromOn: row.from_on as PlainDate,
    document: row.document,
  }))
}
