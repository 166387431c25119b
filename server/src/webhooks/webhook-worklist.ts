import type { Context } from '../platform/context.ts'
import type { Worklist, WorklistSection } from '../platform/slices/navigation.ts'
import { vietnamDate } from '../platform/time/clock.ts'
import { webhookPaths } from './paths.ts'
import { listWebhooks } from './webhook-queries.ts'

const paused = async (c: Context) => (await listWebhooks(c)).filter(({ pausedAt }) => pausedAt !== null)

/** Addresses that were paused, where their owner looks first: until they act, a machine goes without. */
export const webhookWorklist: Worklist = {
  async sections(c) {
    const webhooks = await paused(c)
    if (webhooks.length === 0) return []
    const section: WorklistSection = {
      key: 'webhooks',
      title: c.t('webhooks.paused_ones'),
      lead: c.t('webhooks.paused_ones_lead'),
      icon: 'send',
      order: 55,
      kind: 'watch',
      items: webhooks.map(({ id, url, pausedBecause, pausedAt }) => ({
        key: id,
        title: url,
        href: webhookPaths.webhook(id),
        note: c.t(`webhooks.paused_${pausedBecause ?? 'failing'}`),
        dueOn: null,
        since: pausedAt === null ? null : vietnamDate(pausedAt),
        urgent: true,
        illustrative: false,
      })),
      counts: [],
      act: null,
      clear: null,
    }
    return [section]
  },
  count: async (c) => (await paused(c)).length,
}
