import { SignalBadge } from '../../../ui/badge.tsx'
import { formatDate, formatNumber } from '../../../ui/format.ts'
import { EmptyState } from '../../../ui/notice.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { DueList } from '../../../ui/paths.tsx'
import { Due } from '../../../ui/stat.tsx'
import { useWords } from '../../../ui/words.tsx'
import type { Debt } from '../../figures/debts.ts'
import { paths } from '../../paths.ts'
import { OwnerLine } from '../owner-line.tsx'

/** Who owes what: the longest debts first. */
export function DebtsPanel(props: {
  readonly debts: readonly Debt[]
  /** The lists of all works that are late, of which no report came, and with a report that bears an earlier date. */
  readonly lateHref: string
  readonly silentHref: string
  readonly backdatedHref: string
}) {
  const { t } = useWords()
  const { debts } = props
  return (
    <Panel
      title={t('programme.debts')}
      lead={t('programme.debts_lead')}
      footer={
        <>
          {debts.length > 0 && (
            <>
              <a href={props.lateHref}>{t('programme.all_late')}</a> ·{' '}
              <a href={props.silentHref}>{t('programme.all_silent')}</a> ·{' '}
            </>
          )}
          <a href={props.backdatedHref}>{t('programme.all_backdated')}</a>
        </>
      }
    >
      {debts.length === 0 ? (
        <EmptyState icon="circle-check" title={t('programme.no_debts')}>
          {t('programme.no_debts_text')}
        </EmptyState>
      ) : (
        <DueList
          items={debts.map((debt) => ({
            key: debt.workId,
            title: debt.title,
            href: paths.work(debt.code ?? debt.workId),
            who: <OwnerLine {...debt} />,
            due: <DebtBadge debt={debt} />,
          }))}
        />
      )}
    </Panel>
  )
}

function DebtBadge({ debt }: { debt: Debt }) {
  const { t, language } = useWords()
  const days = formatNumber(debt.days, language)
  if (!debt.signals.includes('late'))
    return <SignalBadge signal="silent" detail={t('programme.silent_days', { days })} />
  return (
    <Due
      tone="late"
      date={t('programme.since', { date: formatDate(debt.since, language) })}
      relative={t('programme.late_days', { days })}
    />
  )
}
