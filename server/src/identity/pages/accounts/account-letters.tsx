import type { PlainDate } from '../../../platform/time/plain-date.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/notice.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { Panel, Stack } from '../../../ui/panel.tsx'
import { Paper, PaperLine } from '../../../ui/paper.tsx'
import { useWords } from '../../../ui/words.tsx'
import type { CreatedAccounts, PassedOver } from '../../accounts/create-accounts.ts'
import { adminPaths } from '../../admin-paths.ts'
import { firstPasswordDays } from '../../second-person/ways-in.ts'
import { Letter } from '../letter.tsx'

/** One letter a person, each on a sheet of its own: the only place where a first password stands. */
export function AccountLetters(props: {
  readonly created: CreatedAccounts
  readonly on: PlainDate
  readonly publicUrl: string | undefined
}) {
  const { t } = useWords()
  const { accounts, skipped } = props.created
  return (
    <Paper
      bar={
        <>
          <p>{t('identity.letters_bar', { count: accounts.length })}</p>
          <ButtonLink href={adminPaths.bulkAccounts()}>{t('ui.shown_once_done')}</ButtonLink>
          {skipped.length > 0 && <Skipped skipped={skipped} />}
        </>
      }
    >
      {accounts.map((account) => (
        <Letter
          key={account.accountId}
          title={t('identity.letter_title')}
          on={props.on}
          to={account}
          intro={t('identity.letter_intro')}
          publicUrl={props.publicUrl}
          username={account.username}
          secret={{ label: t('identity.letter_password'), value: account.password }}
        >
          <PaperLine>{t('identity.letter_first')}</PaperLine>
          <PaperLine>{t('identity.letter_code', { days: firstPasswordDays })}</PaperLine>
          <PaperLine>{t('identity.letter_care')}</PaperLine>
        </Letter>
      ))}
    </Paper>
  )
}

/** Where everybody of the list has an account by now: no letters. */
export function NobodyNew({ skipped }: { readonly skipped: readonly PassedOver[] }) {
  const { t } = useWords()
  return (
    <Stack>
      <PageHeader
        breadcrumbs={[{ label: t('identity.accounts'), href: adminPaths.accounts() }]}
        title={t('identity.bulk_accounts')}
      />
      <EmptyState icon="users" title={t('identity.bulk_nobody_new')}>
        {t('identity.bulk_nobody_new_text')}
      </EmptyState>
      <Panel>
        <Skipped skipped={skipped} />
      </Panel>
      <ButtonLink href={adminPaths.bulkAccounts()}>{t('ui.shown_once_done')}</ButtonLink>
    </Stack>
  )
}

function Skipped({ skipped }: { readonly skipped: readonly PassedOver[] }) {
  const { t } = useWords()
  return (
    <div>
      <p>{t('identity.letters_skipped', { count: skipped.length })}</p>
      <ul>
        {skipped.map(({ personId, fullName, unitName, username }) => (
          <li key={personId}>
            {fullName}, {unitName} (<a href={adminPaths.account(username)}>{username}</a>)
          </li>
        ))}
      </ul>
    </div>
  )
}
