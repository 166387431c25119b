import { endpoint, formRoute, redirect } from '../../../platform/http/route.ts'
import { codeKey } from '../../../platform/message-key.ts'
import { Button } from '../../../ui/button.tsx'
import { Form } from '../../../ui/form.tsx'
import { formatInstant } from '../../../ui/format.ts'
import { Panel, Small } from '../../../ui/panel.tsx'
import { useWords } from '../../../ui/words.tsx'
import { type AccountNotice, readAccountNotices, readAccountNoticesInput } from '../../account-notices.ts'
import { identityPaths } from '../../paths.ts'

export const readAccountNoticesForm = formRoute({
  path: identityPaths.notices,
  endpoint: endpoint({
    name: 'account.read-notices',
    input: readAccountNoticesInput,
    run: readAccountNotices,
  }),
  show: async () => redirect(identityPaths.account),
  done: () => identityPaths.account,
  told: 'identity.notices_read_told',
})

/** What the owner was told of their account and has not seen yet; nothing if there is none. */
export function AccountNotices({ notices }: { notices: readonly AccountNotice[] }) {
  const { t, language } = useWords()
  const newest = notices[0]
  if (newest === undefined) return null
  return (
    <Panel
      title={t('identity.notices')}
      lead={t('identity.notices_lead')}
      tone="bronze"
      footer={
        <Form action={identityPaths.notices} layout="inline" hidden={{ until: newest.id }}>
          <Button icon="check">{t('identity.notices_read')}</Button>
        </Form>
      }
    >
      <ul>
        {notices.map((notice) => (
          <li key={notice.id}>
            {t(codeKey('identity', `notice_${notice.kind}`), notice.params)}
            <Small block>{formatInstant(notice.createdAt, language)}</Small>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
