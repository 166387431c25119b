import { codeKey } from '../../../platform/message-key.ts'
import type { Words } from '../../../platform/words.ts'
import { formatDate, formatNumber, formatPercent } from '../../../ui/format.ts'
import { KeptMeter, type KeptRest } from '../../../ui/kept-meter.tsx'
import { Panel, Stack } from '../../../ui/panel.tsx'
import { Stat, Stats } from '../../../ui/stat.tsx'
import { useWords } from '../../../ui/words.tsx'
import type { ProgrammeSummary } from '../../figures/figures.ts'
import type { Figure, Tally } from '../../figures/tally.ts'
import { paths } from '../../paths.ts'
import { valued } from './figure-link.ts'

/** Of the promises that have fallen due, those kept: the first thing that the page says. */
export function KeptPanel({ summary }: { summary: ProgrammeSummary }) {
  const { t, language } = useWords()
  const { kept, firstKept } = summary.tally
  return (
    <Panel tone="deep">
      <KeptMeter
        kept={valued(kept.numerator)}
        due={valued(kept.denominator)}
        rest={brokenParts(summary.tally, t)}
        second={
          kept.denominator.count === 0
            ? undefined
            : {
                label: t('programme.by_first_date'),
                kept: valued(firstKept.numerator),
                due: valued(firstKept.denominator),
              }
        }
      >
        <p>{t('programme.kept_basis', { date: formatDate(summary.asOf, language) })}</p>
        <AwaitedLine {...summary} />
      </KeptMeter>
    </Panel>
  )
}

// The longest waits; the list behind the figure has all.
const bodiesShown = 3

/** Before whom the completions wait that were reported in time, and how long the oldest of each has waited. */
function AwaitedLine({ awaited }: Pick<ProgrammeSummary, 'awaited'>) {
  const { t, language } = useWords()
  if (awaited.length === 0) return null
  const bodies = awaited.slice(0, bodiesShown).map(({ unitName, count, days }) =>
    t('programme.awaited_body', {
      unit: unitName,
      count: formatNumber(count, language),
      days: formatNumber(days, language),
    }),
  )
  const rest = awaited.length - bodiesShown
  const more = rest > 0 ? [t('programme.awaited_more', { count: formatNumber(rest, language) })] : []
  return <p>{t('programme.awaited', { bodies: [...bodies, ...more].join('; ') })}</p>
}

function brokenParts({ awaiting, doneLate, missed }: Tally, t: Words): readonly KeptRest[] {
  const parts: readonly KeptRest[] = [
    { label: t('programme.awaiting'), look: 'awaiting', ...valued(awaiting) },
    { label: t('programme.done_late'), look: 'late', ...valued(doneLate) },
    { label: t('programme.missed'), look: 'open', ...valued(missed) },
  ]
  return parts.filter((part) => part.value > 0)
}

/** How far the works are: from registered to finished, and what the day says of those under way. */
export function StandingStats({ summary }: { summary: ProgrammeSummary }) {
  const { t, language } = useWords()
  const { tally } = summary
  const ofInForce = (figure: Figure) =>
    tally.inForce.count === 0
      ? undefined
      : t('programme.of_in_force', { share: formatPercent(figure.count / tally.inForce.count, language, 0) })
  return (
    <Stats columns={4}>
      <FigureStat
        name="registered"
        figure={tally.registered}
        icon="pencil"
        tone="grey"
        note={t('programme.not_assigned_note', { count: formatNumber(tally.notAssignedYet.count, language) })}
      />
      <FigureStat
        name="assigned"
        figure={tally.assigned}
        icon="user-check"
        tone="given"
        note={t('programme.in_force_note', { count: formatNumber(tally.inForce.count, language) })}
      />
      <FigureStat
        name="on_course"
        figure={tally.onCourse}
        icon="trending-up"
        tone="active"
        note={ofInForce(tally.onCourse)}
      />
      <FigureStat
        name="finished"
        figure={tally.finished}
        icon="circle-check"
        tone="good"
        note={t('programme.finished_note')}
      />
      <FigureStat
        name="late"
        figure={tally.late}
        icon="clock-exclamation"
        tone="bad"
        note={t('programme.late_note')}
      />
      <FigureStat
        name="at_risk"
        figure={tally.atRisk}
        icon="alert-triangle"
        tone="warn"
        note={t('programme.at_risk_note')}
      />
      <FigureStat
        name="silent"
        figure={tally.silent}
        icon="message-off"
        tone="warn"
        note={t('programme.silent_note')}
      />
      <FigureStat
        name="stale"
        figure={tally.stale}
        icon="clock-pause"
        tone="grey"
        note={t('programme.stale_note')}
      />
    </Stats>
  )
}

function FigureStat({
  name,
  figure,
  tone,
  ...look
}: { name: string; figure: Figure } & Pick<Parameters<typeof Stat>[0], 'icon' | 'tone' | 'note'>) {
  const { t } = useWords()
  return (
    <Stat
      label={t(codeKey('programme.figure', name))}
      value={figure.count}
      href={paths.works(figure.filter)}
      // None late is no alarm: the colour comes with the first.
      tone={figure.count === 0 ? 'grey' : tone}
      {...look}
    />
  )
}

/** The hero and the figures, one above the other. */
export function OverviewFigures({ summary }: { summary: ProgrammeSummary }) {
  return (
    <Stack>
      <KeptPanel summary={summary} />
      <StandingStats summary={summary} />
    </Stack>
  )
}
