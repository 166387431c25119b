import { ButtonLink } from '../../../ui/button.tsx'
import { formatDate } from '../../../ui/format.ts'
import { EmptyState } from '../../../ui/notice.tsx'
import { Columns, Panel } from '../../../ui/panel.tsx'
import { DataTable } from '../../../ui/table.tsx'
import { useWords } from '../../../ui/words.tsx'
import { paths } from '../../paths.ts'
import type { ProgrammeCalendar } from '../../year/list-programmes.ts'

/** A year in which nothing is registered yet: what comes first, and until when. */
export function EmptyYear(props: { readonly calendar: ProgrammeCalendar; readonly mayRegister: boolean }) {
  const { t } = useWords()
  return (
    <>
      <Panel>
        <EmptyState
          icon="flag"
          title={t('programme.empty_year')}
          action={
            props.mayRegister && (
              <ButtonLink href={paths.register()} kind="primary" icon="plus">
                {t('programme.register_work')}
              </ButtonLink>
            )
          }
        >
          {t('programme.empty_year_text')}
        </EmptyState>
      </Panel>
      <Calendar calendar={props.calendar} />
    </>
  )
}

function Calendar({ calendar }: { calendar: ProgrammeCalendar }) {
  const { t, language } = useWords()
  const day = (date: string) => formatDate(date, language)
  return (
    <Columns shape="halves">
      <Panel title={t('programme.windows')} lead={t('programme.windows_lead')} flush>
        <DataTable
          compact
          caption={t('programme.windows')}
          rows={calendar.windows}
          rowKey={(row) => row.tier}
          columns={[
            { key: 'tier', header: t('programme.tier'), cell: (row) => t(`programme.tier.${row.tier}`) },
            { key: 'from', header: t('programme.opens_on'), kind: 'date', cell: (row) => day(row.opensOn) },
            { key: 'to', header: t('programme.closes_on'), kind: 'date', cell: (row) => day(row.closesOn) },
          ]}
        />
      </Panel>
      <Panel title={t('programme.periods')} lead={t('programme.periods_lead')} flush>
        <DataTable
          compact
          caption={t('programme.periods')}
          rows={calendar.periods}
          rowKey={(row) => row.key}
          columns={[
            { key: 'period', header: t('programme.period'), cell: (row) => t(`period.${row.key}`) },
            {
              key: 'closes',
              header: t('programme.data_closes_on'),
              kind: 'date',
              cell: (row) => day(row.dataClosesOn),
            },
            { key: 'due', header: t('programme.report_due_on'), kind: 'date', cell: (row) => day(row.dueOn) },
          ]}
        />
      </Panel>
    </Columns>
  )
}
