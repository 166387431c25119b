import { formatDate } from '../../ui/format.ts'
import { Panel } from '../../ui/panel.tsx'
import { Timeline } from '../../ui/paths.tsx'
import { useWords } from '../../ui/words.tsx'
import { organisationPaths as paths } from '../paths.ts'
import type { Upcoming } from '../units/upcoming.ts'

/** What is recorded for days to come; each leads to the unit as it will be on that day. */
export function UpcomingPanel({
  upcoming,
  code,
}: {
  readonly upcoming: readonly Upcoming[]
  readonly code: string
}) {
  const { t, language } = useWords()
  if (upcoming.length === 0) return null
  return (
    <Panel title={t('organisation.upcoming')} lead={t('organisation.upcoming_lead')}>
      <Timeline
        label={t('organisation.upcoming')}
        items={upcoming.map(({ key, on, postTitle, person }) => ({
          key,
          title:
            person === null ? (
              t('organisation.upcoming_post', { post: postTitle })
            ) : (
              <>
                <a href={paths.person(person.id, { on })}>{person.name}</a>
                {': '}
                {postTitle}
              </>
            ),
          when: t('organisation.since', { from: formatDate(on, language) }),
          icon: person === null ? 'id-badge-2' : 'user-check',
          tone: 'waiting',
          detail: <a href={paths.unit(code, { on })}>{t('organisation.upcoming_see')}</a>,
        }))}
      />
    </Panel>
  )
}
