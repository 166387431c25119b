import type { TypingKind } from '../../platform/http/typing-routes.ts'
import { Refusal } from '../../platform/refusal.ts'
import { authorize } from '../policy.ts'
import { getWork } from '../work.ts'

/** The names under which typing is kept: of a new registration of a year, and of a draft that is being written. */
export const newForm = (year: number) => `new:${year}`
export const draftForm = (workId: string) => `draft:${workId}`

/** A draft has a version, which typing may have fallen behind. */
export const registrationTyping: TypingKind = {
  pattern: /^(new:\d{4}|draft:[0-9a-f-]{36})$/,
  async currentVersion(c, form) {
    const [kind = '', ref = ''] = form.split(':')
    if (kind === 'draft') {
      const work = await getWork(c, ref)
      authorize(c, 'edit', work.record)
      return work.row.version
    }
    if (c.actor.grants.some(({ role }) => role === 'registrant' || role === 'unit-clerk')) return 0
    throw new Refusal('forbidden', { act: 'register' }, { status: 403 })
  },
}
