import { z } from 'zod'
import { audit } from '../../platform/audit/audit.ts'
import * as field from '../../platform/http/fields.ts'
import { endpoint } from '../../platform/http/route.ts'
import { refuseIf } from '../../platform/refusal.ts'
import { moveState } from '../move-state.ts'
import { authorize } from '../policy.ts'
import { guardWithdraw } from '../rules/guards/registration.ts'
import { getWorkForUpdate, refOf, requireVersion } from '../work.ts'

/** Takes a registration back, before its appraisal is opened or after its return. What was handed in stays readable. */
export const withdrawWork = endpoint({
  name: 'work.withdraw',
  input: z.strictObject({ ref: field.text(80), version: field.version(), reason: field.optionalText(2000) }),
  async run(c, input) {
    const work = await getWorkForUpdate(c, input.ref)
    authorize(c, 'withdraw', work.record)
    requireVersion(work, input.version)
    refuseIf(guardWithdraw(work.standing), 409)

    await moveState(c, work, { action: 'withdraw', on: c.today, reason: input.reason })
    await audit(c, 'work.withdraw', { kind: 'work', id: work.row.id }, { reason: input.reason })
    return { id: work.row.id, ref: refOf(work.row) }
  },
})
