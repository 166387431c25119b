import { z } from 'zod'
import { audit } from '../../platform/audit/audit.ts'
import * as field from '../../platform/http/fields.ts'
import { endpoint } from '../../platform/http/route.ts'
import { type ActOnWork, takeWork } from '../act-on-work.ts'
import { moveState } from '../move-state.ts'
import { paths } from '../paths.ts'
import { guardWithdraw } from '../rules/guards/registration.ts'
import { refOf } from '../work.ts'

export const withdrawAct: ActOnWork = {
  name: 'withdraw',
  permission: 'withdraw',
  shownIn: ['draft', 'submitted', 'returned'],
  href: paths.withdraw,
  against: ({ work }) => guardWithdraw(work.standing),
}

/** Takes a registration back, before its appraisal is opened or after its return. What was handed in stays readable. */
export const withdrawWork = endpoint({
  name: 'work.withdraw',
  input: z.strictObject({ ref: field.text(80), version: field.version(), reason: field.optionalText(2000) }),
  async run(c, input) {
    const work = await takeWork(c, withdrawAct, input)
    await moveState(c, work, { action: 'withdraw', on: c.today, reason: input.reason })
    await audit(c, 'work.withdraw', { kind: 'work', id: work.row.id }, { reason: input.reason })
    return { id: work.row.id, ref: refOf(work.row) }
  },
})
