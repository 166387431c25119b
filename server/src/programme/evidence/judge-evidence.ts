import { z } from 'zod'
import { audit } from '../../platform/audit/audit.ts'
import * as field from '../../platform/http/fields.ts'
import { endpoint } from '../../platform/http/route.ts'
import { isId } from '../../platform/id.ts'
import { publish } from '../../platform/jobs/events.ts'
import { notFound, refuseIf } from '../../platform/refusal.ts'
import { touch } from '../carrying-out/report-work.ts'
import { authorize } from '../policy.ts'
import { refreshSignals } from '../progress/refresh-signals.ts'
import { guardDecideEvidence } from '../rules/guards/evidence.ts'
import type { EvidenceState } from '../rules/states.ts'
import { programmeDb } from '../tables.ts'
import { actorRelationOf, doneBy } from '../two-people.ts'
import { assignerOf, getWorkForUpdate, refOf } from '../work.ts'

/** Accepts or refuses a piece of evidence: by the assigning body, never by the registrant's own unit. */
export const judgeEvidence = endpoint({
  name: 'evidence.judge',
  input: z.strictObject({
    ref: field.text(80),
    evidenceId: field.text(80),
    outcome: field.choice(['accept', 'refuse']),
    reason: field.optionalText(2000),
  }),
  async run(c, input) {
    const work = await getWorkForUpdate(c, input.ref)
    authorize(c, 'judgeEvidence', work.record)
    const evidence = isId(input.evidenceId)
      ? await programmeDb(c)
          .selectFrom('evidence')
          .select(['id', 'state'])
          .where('id', '=', input.evidenceId)
          .where('work_id', '=', work.row.id)
          .executeTakeFirst()
      : undefined
    if (evidence === undefined) throw notFound('evidence')
    refuseIf(
      guardDecideEvidence({
        standing: work.standing,
        evidence: evidence.state as EvidenceState,
        action: input.outcome,
        actor: await actorRelationOf(c, work, 'judgeEvidence', evidence.id),
        assigner: assignerOf(c, work),
        reason: input.reason,
      }),
    )
    const { person_id, for_person_id } = doneBy(c)
    const state = input.outcome === 'accept' ? 'accepted' : 'refused'
    await programmeDb(c)
      .updateTable('evidence')
      .set({
        state,
        decided_on: c.today,
        decided_by_person_id: person_id,
        decided_for_person_id: for_person_id,
        decided_stand_in_id: c.actor.standsFor?.standInId ?? null,
        decided_for_unit_id: work.row.assigner_unit_id,
        decided_at: c.now,
        reason: state === 'refused' ? input.reason : null,
      })
      .where('id', '=', evidence.id)
      .execute()
    await touch(c, work)
    await refreshSignals(c, [work.row.id])
    await audit(
      c,
      'evidence.judge',
      { kind: 'evidence', id: evidence.id },
      { work: work.row.code, before: evidence.state, after: state, reason: input.reason },
    )
    await publish(c, 'evidence.judged', { workId: work.row.id, evidenceId: evidence.id, state })
    return { id: evidence.id, ref: refOf(work.row), state }
  },
})
