import { z } from 'zod'
import { audit } from '../../platform/audit/audit.ts'
import * as field from '../../platform/http/fields.ts'
import { endpoint } from '../../platform/http/route.ts'
import { publish } from '../../platform/jobs/events.ts'
import { refuseIf } from '../../platform/refusal.ts'
import { moveState } from '../move-state.ts'
import { authorize } from '../policy.ts'
import { refreshSignals } from '../progress/refresh-signals.ts'
import { guardResume, guardSuspend } from '../rules/guards/carrying-out.ts'
import { assignerOf, getWorkForUpdate, refOf, requireVersion } from '../work.ts'

const pauseInput = z.strictObject({
  ref: field.text(80),
  version: field.version(),
  reason: field.optionalText(2000),
  /** Number and date of the paper that it rests on. */
  document: field.optionalText(300),
})

const pausing = (action: 'suspend' | 'resume') =>
  endpoint({
    name: `work.${action}`,
    fresh: true,
    input: pauseInput,
    async run(c, input) {
      const work = await getWorkForUpdate(c, input.ref)
      authorize(c, 'suspend', work.record)
      requireVersion(work, input.version)
      const facts = {
        standing: work.standing,
        assigner: assignerOf(c, work),
        reason: input.reason,
        document: input.document,
      }
      refuseIf(action === 'suspend' ? guardSuspend(facts) : guardResume(facts))

      await moveState(c, work, { action, on: c.today, reason: input.reason, document: input.document })
      await refreshSignals(c, [work.row.id])
      await audit(
        c,
        `work.${action}`,
        { kind: 'work', id: work.row.id },
        { reason: input.reason, document: input.document },
      )
      await publish(c, action === 'suspend' ? 'work.suspended' : 'work.resumed', { workId: work.row.id })
      return { id: work.row.id, ref: refOf(work.row) }
    },
  })

/** Suspends a work; its due date stays unless it is adjusted, and the time suspended is shown. */
export const suspendWork = pausing('suspend')

/** Takes a suspended work up again. */
export const resumeWork = pausing('resume')
