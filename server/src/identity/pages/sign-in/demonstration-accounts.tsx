import { Panel, Small } from '../../../ui/panel.tsx'
import { DataTable } from '../../../ui/table.tsx'
import { useWords } from '../../../ui/words.tsx'
import type { DemonstrationAccount } from '../../accounts/demonstration-account.ts'
import { signInPath } from '../../paths.ts'

/** The accounts that everybody may use, each with a link that fills the form. Nothing where there are none. */
export function DemonstrationAccounts(props: {
  readonly accounts: readonly DemonstrationAccount[]
  readonly next: string
  readonly chosen: string | undefined
}) {
  const { t, language } = useWords()
  if (props.accounts.length === 0) return null
  const fill = (username: string) => {
    const path = signInPath(props.next)
    return `${path}${path.includes('?') ? '&' : '?'}ten=${encodeURIComponent(username)}`
  }
  return (
    <Panel title={t('identity.demo_accounts')} lead={t('identity.demo_accounts_lead')} flush>
      <DataTable
        caption={t('identity.demo_accounts')}
        rows={props.accounts}
        rowKey={(account) => account.username}
        rowTone={(account) => (account.username === props.chosen ? 'mine' : undefined)}
        compact
        columns={[
          {
            key: 'account',
            header: t('identity.demo_account'),
            kind: 'title',
            cell: (account) => (
              <>
                <a href={fill(account.username)}>{account.username}</a>
                <Small block>{language === 'vi' ? account.label_vi : account.label_en}</Small>
              </>
            ),
          },
        ]}
      />
    </Panel>
  )
}
