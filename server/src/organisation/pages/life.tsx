import { codeKey } from '../../platform/message-key.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import { formatDate, formatLongDate } from '../../ui/format.ts'
import type { IconName } from '../../ui/icons.gen.ts'
import { Panel } from '../../ui/panel.tsx'
import { Timeline } from '../../ui/paths.tsx'
import type { Tone } from '../../ui/tones.ts'
import { useWords } from '../../ui/words.tsx'
import { organisationPaths as paths } from '../paths.ts'
import type { LifeEvent, Paper } from '../units/unit-life.ts'

const signs: Readonly<Record<LifeEvent['act'], { readonly icon: IconName; readonly tone: Tone }>> = {
  found: { icon: 'flag', tone: 'good' },
  rename: { icon: 'edit', tone: 'active' },
  place: { icon: 'hierarchy-2', tone: 'given' },
  end: { icon: 'calendar-off', tone: 'ended' },
}

/** What happened to a unit, the latest first, each with its paper. */
export function LifePanel({
  life,
  code,
  today,
}: {
  readonly life: readonly LifeEvent[]
  readonly code: string
  readonly today: PlainDate
}) {
  const { t, language } = useWords()
  const founded = life.find(({ act }) => act === 'found')?.on
  return (
    <Panel title={t('organisation.life')} lead={t('organisation.life_lead')}>
      <Timeline
        label={t('organisation.life')}
        items={life.map((event) => ({
          key: `${event.act}-${event.on}-${event.system ?? ''}`,
          title: <Said event={event} on={event.on} />,
          when:
            event.on > today
              ? t('organisation.from_future', { on: formatDate(event.on, language) })
              : t('organisation.since', { from: formatDate(event.on, language) }),
          ...signs[event.act],
          // Where it was placed when it was founded, it was placed by the same paper, which is named there.
          detail:
            event.paper === null && event.act === 'place' && event.on === founded ? undefined : (
              <PaperLine paper={event.paper} code={code} />
            ),
        }))}
      />
    </Panel>
  )
}

function Said({ event, on }: { readonly event: LifeEvent; readonly on: PlainDate }) {
  const { t } = useWords()
  if (event.act === 'place')
    return (
      <>
        {t('organisation.life.place', { system: t(codeKey('organisation.system', event.system ?? '')) })}{' '}
        <a href={paths.unit(event.parentCode ?? '', { on })}>{event.parentName}</a>
      </>
    )
  if (event.act === 'rename')
    return <>{t('organisation.life.rename', { before: event.nameBefore ?? '', name: event.name ?? '' })}</>
  // Without its paper the day is that of the entry: the directory does not know when the unit came to be.
  if (event.act === 'found')
    return (
      <>
        {event.paper === null
          ? t('organisation.life.entered')
          : t('organisation.life.found', { name: event.name ?? '' })}
      </>
    )
  return <>{t('organisation.life.end')}</>
}

/** Kind, number, date and issuer of a paper in one line, as papers are cited; with its file where it was handed in. */
function PaperLine({ paper, code }: { readonly paper: Paper | null; readonly code: string }) {
  const { t, language } = useWords()
  if (paper === null) return <>{t('organisation.paper_none')}</>
  const parts = [
    paper.kind === null ? null : t(`organisation.paper_kind.${paper.kind}`),
    paper.number,
    paper.issuedOn === null
      ? null
      : t('organisation.paper_dated', { on: formatLongDate(paper.issuedOn, language) }),
    paper.issuer === null ? null : t('organisation.paper_of', { issuer: paper.issuer }),
  ].filter((part) => part !== null)
  return (
    <>
      {parts.join(' ')}
      {paper.id !== null && paper.hasFile && (
        <>
          {' · '}
          <a href={paths.unitPaper(code, paper.id)}>{t('organisation.paper_open')}</a>
        </>
      )}
    </>
  )
}
