import type { Context } from '../../platform/context.ts'
import { codeKey } from '../../platform/message-key.ts'
import type { Worklist, WorklistSection } from '../../platform/slices/navigation.ts'
import { formatInstant, formatNumber } from '../../ui/format.ts'
import { listAccountNotices } from '../account-notices.ts'
import { adminPaths } from '../admin-paths.ts'
import { countUnconfirmed } from '../confirming/unconfirmed.ts'
import { identityPaths } from '../paths.ts'
import { isConfirmed } from '../second-person/ways-in.ts'

/** What the owner of an account was told of it, where they look first: somebody else may have done it. */
export const accountWorklist: Worklist = {
  async sections(c) {
    const notices = await listAccountNotices(c)
    const newest = notices[0]
    const waiting = await unconfirmedSections(c)
    if (newest === undefined) return waiting
    return [
      ...waiting,
      {
        key: 'account',
        title: c.t('identity.notices'),
        lead: c.t('identity.notices_lead'),
        icon: 'shield-check',
        order: 50,
        kind: 'watch',
        items: notices.map((notice) => ({
          key: notice.id,
          title: c.t(codeKey('identity', `notice_${notice.kind}`), notice.params),
          href: identityPaths.account,
          note: formatInstant(notice.createdAt, c.language),
          dueOn: null,
          since: null,
          urgent: true,
          illustrative: false,
        })),
        counts: [],
        act: null,
        clear: {
          action: identityPaths.notices,
          label: c.t('identity.notices_read'),
          hidden: { until: newest.id },
        },
      },
    ]
  },
  count: async (c) =>
    (await listAccountNotices(c)).length + ((await isConfirmed(c, c.actor.accountId)) ? 0 : 1),
}

/** That one's own rights wait for a second person, and whose wait for oneself. */
async function unconfirmedSections(c: Context): Promise<WorklistSection[]> {
  const toConfirm = await countUnconfirmed(c)
  const items = [
    ...((await isConfirmed(c, c.actor.accountId))
      ? []
      : [{ key: 'own', title: c.t('identity.account_waits'), href: identityPaths.activate }]),
    ...(toConfirm === 0
      ? []
      : [
          {
            key: 'others',
            title: `${c.t('identity.confirm_whom')}: ${formatNumber(toConfirm, c.language)}`,
            href: adminPaths.confirmations(),
          },
        ]),
  ]
  if (items.length === 0) return []
  const rest = { note: '', dueOn: null, since: null, urgent: false, illustrative: false }
  return [
    {
      key: 'confirm',
      title: c.t('identity.confirmations'),
      lead: c.t(toConfirm === 0 ? 'identity.account_waits_help' : 'identity.confirmations_lead'),
      icon: 'shield-check',
      order: 40,
      kind: 'task',
      items: items.map((item) => ({ ...rest, ...item })),
      counts: [],
      act: null,
      clear: null,
    },
  ]
}
