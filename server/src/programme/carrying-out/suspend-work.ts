import { z } from 'zod'
import { audit } from '../../platform/audit/audit.ts'
import * as field from '../../platform/http/fields.ts'
import { endpoint } from '../../platform/http/route.ts'
import { publish } from '../../platform/jobs/events.ts'
import { type ActOnWork, takeWork } from '../act-on-work.ts'
import { moveState } from '../move-state.ts'
import { paths } from '../paths.ts'
import { refreshSignals } from '../progress/refresh-signals.ts'
import { guardResume, guardSuspend, pauseReasons } from '../rules/guards/carrying-out.ts'
import { assignerOf, refOf } from '../work.ts'

const pauseInput = z.strictObject({
  ref: field.text(80),
  version: field.version(),
  reason: field.optionalText(2000),
  /** Number and date of the paper that it rests on. */
  document: field.optionalText(300),
})

const pauseAct = (action: 'suspend' | 'resume'): ActOnWork => ({
  name: action,
  permission: 'suspend',
  shownIn: action === 'suspend' ? ['in_progress'] : ['suspended'],
  href: paths[action],
  against({ c, work }) {
    const facts = { standing: work.standing, assigner: assignerOf(c, work) }
    return action === 'suspend' ? guardSuspend(facts) : guardResume(facts)
  },
})

export const suspendAct = pauseAct('suspend')
export const resumeAct = pauseAct('resume')

const pausing = (action: 'suspend' | 'resume') =>
  endpoint({
    name: `work.${action}`,
    fresh: true,
    input: pauseInput,
    async run(c, input) {
      const act = action === 'suspend' ? suspendAct : resumeAct
      const work = await takeWork(c, act, input, pauseReasons(input))
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
