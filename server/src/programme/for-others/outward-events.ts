import { Refusal } from '../../platform/refusal.ts'
import type { OutwardEvents } from '../../platform/slices/outward-events.ts'
import { may, type WorkAct } from '../policy.ts'
import { getWork, refOf } from '../work.ts'

/** By what right one hears of an event: comments and proof are not for everybody who reads the work. */
const rights: Readonly<Record<string, WorkAct>> = {
  'work.submitted': 'read',
  'work.added': 'read',
  'work.reported': 'read',
  'work.reminded': 'read',
  'work.suspended': 'read',
  'work.resumed': 'read',
  'work.completion_reported': 'read',
  'work.completion_decided': 'read',
  'adjustment.asked': 'read',
  'adjustment.decided': 'read',
  'evidence.offered': 'readEvidence',
  'evidence.judged': 'readEvidence',
  'comment.added': 'discuss',
}

/** What happens to works, for machines outside. */
export const outwardWorkEvents: OutwardEvents = {
  events: Object.keys(rights),
  async about(c, { event, payload }) {
    const right = rights[event]
    const workId = payload.subjectKind === 'work' ? payload.subjectId : payload.workId
    if (right === undefined || typeof workId !== 'string') return undefined
    const work = await getWork(c, workId).catch((error: unknown) => {
      // Isolated since, for a secret in it.
      if (error instanceof Refusal) return undefined
      throw error
    })
    if (work === undefined || !may(c, right, work.record)) return undefined
    const ref = refOf(work.row)
    return { kind: 'work', id: work.row.id, ref, path: `/works/${ref}` }
  },
}
