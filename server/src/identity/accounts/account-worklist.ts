import type { Worklist } from '../../platform/navigation.ts'
import { formatInstant } from '../../ui/format.ts'
import { listAccountNotices } from '../account-notices.ts'
import { identityPaths } from '../paths.ts'

/** What the owner of an account was told of it, where he looks first: somebody else may have done it. */
export const accountWorklist: Worklist = {
  async sections(c) {
    const notices = await listAccountNotices(c)
    const newest = notices[0]
    if (newest === undefined) return []
    return [
      {
        key: 'account',
        title: c.t('identity.notices'),
        lead: c.t('identity.notices_lead'),
        icon: 'shield-check',
        order: 50,
        kind: 'watch',
        items: notices.map((notice) => ({
          key: notice.id,
          title: c.t(`identity.notice_${notice.kind}`, notice.params),
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
  count: async (c) => (await listAccountNotices(c)).length,
}
