import { codeKey } from '../../../platform/message-key.ts'
import { Badge } from '../../../ui/badge.tsx'
import { ButtonLink } from '../../../ui/button.tsx'
import { formatDate } from '../../../ui/format.ts'
import { EmptyState } from '../../../ui/notice.tsx'
import { DefinitionList, More, Note, Panel, Prose, Small, Stack } from '../../../ui/panel.tsx'
import { useWords } from '../../../ui/words.tsx'
import type { OpenAct } from '../../work/work-actions.ts'
import type { WorkPage } from '../../work/work-page.ts'
import type { ReportView } from '../../work/work-record.ts'
import { readingText } from '../goal-words.ts'

/** The reports, the newest first; a correction stands above what it corrected, which stays readable. */
export function ReportsTab({ work, actions }: { work: WorkPage; actions: readonly OpenAct[] }) {
  const { t } = useWords()
  const report = actions.find(({ name, closed }) => name === 'report' && closed.length === 0)
  const current = work.reports.filter((one) => one.current)
  if (current.length === 0)
    return (
      <Stack>
        <Panel>
          <EmptyState
            icon="message-off"
            title={t('programme.no_reports')}
            action={
              report && (
                <ButtonLink href={report.href} kind="primary" icon="message-2">
                  {t('programme.act.report')}
                </ButtonLink>
              )
            }
          >
            {t('programme.no_reports_text')}
          </EmptyState>
        </Panel>
        <RemindersPanel work={work} />
      </Stack>
    )
  return (
    <Stack>
      {current.map((one) => (
        <ReportPanel key={one.id} work={work} report={one} />
      ))}
      <RemindersPanel work={work} />
    </Stack>
  )
}

/** When the assigning body reminded, who did it, and with which words. */
function RemindersPanel({ work }: { work: WorkPage }) {
  const { t, language } = useWords()
  if (work.reminders.length === 0) return null
  return (
    <Panel title={t('programme.remind.panel')}>
      <DefinitionList
        items={work.reminders.map((one) => ({
          term: formatDate(one.on, language),
          description: (
            <>
              {[one.by, one.bodyName].filter((part) => part !== null).join(', ')}
              {one.message !== '' && <Small block>{one.message}</Small>}
            </>
          ),
        }))}
      />
    </Panel>
  )
}

export function ReportPanel({ work, report }: { work: WorkPage; report: ReportView }) {
  const { t } = useWords()
  const earlier = work.reports.filter(({ period, current }) => period === report.period && !current)
  return (
    <Panel
      id={`ky-${report.period}`}
      title={t('programme.report_title', { period: t(`period.${report.period}`) })}
      lead={<ReportLead report={report} />}
      action={
        report.finishesInYear === null ? undefined : report.finishesInYear ? (
          <Badge tone="good" icon="check">
            {t('programme.finishes_in_year')}
          </Badge>
        ) : (
          <Badge tone="warn" icon="alert-triangle">
            {t('programme.finishes_later')}
          </Badge>
        )
      }
    >
      <Stack>
        <ReportContent work={work} report={report} />
        {earlier.length > 0 && (
          <More summary={t('programme.earlier_reports', { count: earlier.length })}>
            <Stack>
              {earlier.map((one) => (
                <div key={one.id}>
                  <Note>
                    {t('programme.report_version', { number: one.number })} · <ReportLead report={one} />
                  </Note>
                  <ReportContent work={work} report={one} />
                </div>
              ))}
            </Stack>
          </More>
        )}
      </Stack>
    </Panel>
  )
}

/** The date that the report bears and who wrote it; one that is earlier than the day of sending is marked as such. */
function ReportLead({ report }: { report: ReportView }) {
  const { t, language } = useWords()
  const lead = t('programme.report_lead', {
    date: formatDate(report.reportedOn, language),
    by: report.by ?? '–',
  })
  if (report.sentOn <= report.reportedOn) return <>{lead}</>
  return (
    <>
      {lead} · {t('programme.report_sent', { date: formatDate(report.sentOn, language) })}{' '}
      <Badge tone="warn" icon="clock-exclamation">
        {t('programme.backdated')}
      </Badge>
    </>
  )
}

function ReportContent({ work, report }: { work: WorkPage; report: ReportView }) {
  const words = useWords()
  const { t } = words
  const said = (term: string, text: string) =>
    text === '' ? [] : [{ term: t(codeKey('programme.report', term)), description: <Prose text={text} /> }]
  const values = report.values.map(({ targetId, reading, note }) => {
    const target = work.targets.find((view) => view.target.id === targetId)?.target
    return {
      term: target?.measure ?? '–',
      description: (
        <>
          {t('programme.claimed_value', { value: readingText(reading, target?.unit ?? null, words) })}
          {note !== null && <Small block>{note}</Small>}
        </>
      ),
    }
  })
  return (
    <DefinitionList
      items={[
        ...said('content', report.content),
        ...values,
        ...said('difficulties', report.difficulties),
        ...said('requests', report.requests),
        ...said('next_steps', report.nextSteps),
        ...said('reason', report.reason),
      ]}
    />
  )
}
