import { earlierOf, endOfYear, startOfYear } from '../../../platform/time/plain-date.ts'
import { Badge, Tag } from '../../../ui/badge.tsx'
import { CourseChart } from '../../../ui/course-chart.tsx'
import { EmptyState } from '../../../ui/notice.tsx'
import { Cluster, DefinitionList, Note, Panel, Small, Stack } from '../../../ui/panel.tsx'
import { Quote } from '../../../ui/paths.tsx'
import { Progress } from '../../../ui/progress.tsx'
import type { Tone } from '../../../ui/tones.ts'
import { useWords } from '../../../ui/words.tsx'
import { paths } from '../../paths.ts'
import type { Met } from '../../rules/targets.ts'
import type { TargetView, WorkPage } from '../../work/work-page.ts'
import { goalBounds, goalText, numberOf, readingText } from '../goal-words.ts'
import { workTab } from './work-tabs.ts'

/** What was promised, target by target: claimed next to confirmed, and the course through the year. */
export function TargetPanels({ work }: { work: WorkPage }) {
  const { t } = useWords()
  if (work.targets.length === 0)
    return (
      <Panel title={t('programme.targets')}>
        <EmptyState icon="target" title={t('programme.no_targets')}>
          {t('programme.no_targets_text')}
        </EmptyState>
      </Panel>
    )
  return (
    <>
      {work.targets.map((view, index) => (
        <TargetPanel key={view.target.id} work={work} view={view} number={index + 1} />
      ))}
    </>
  )
}

function TargetPanel({ work, view, number }: { work: WorkPage; view: TargetView; number: number }) {
  const words = useWords()
  const { t } = words
  const { target, assessment } = view
  return (
    <Panel
      id={`chi-tieu-${number}`}
      title={t('programme.target_title', { number, measure: target.measure })}
      lead={
        <>
          {t(`modality.${target.modality}`)} · {goalText(target.goal, target.unit, words)}
          {target.recognitionRequired && (
            <> · {t('programme.recognised_by', { authority: view.recognitionBy })}</>
          )}
        </>
      }
      mark={<MetBadge met={assessment.met} />}
    >
      <Stack>
        <Reached view={view} />
        <Course work={work} view={view} />
        <TargetNotes view={view} work={work} />
      </Stack>
    </Panel>
  )
}

const metTones: Readonly<
  Record<Met, { tone: Tone; icon: 'circle-check' | 'award' | 'progress' | 'circle-dashed' }>
> = {
  met: { tone: 'good', icon: 'circle-check' },
  exceeded: { tone: 'good', icon: 'award' },
  not_met: { tone: 'waiting', icon: 'progress' },
  undetermined: { tone: 'grey', icon: 'circle-dashed' },
}

/** Whether a target is reached, by its confirmed value. */
export function MetBadge({ met }: { met: Met }) {
  const { t } = useWords()
  return <Badge {...metTones[met]}>{t(`met.${met}`)}</Badge>
}

/** Claimed and confirmed are two figures; only accepted proof, or a live measure, moves the second. */
function Reached({ view }: { view: TargetView }) {
  const words = useWords()
  const { t } = words
  const { target, assessment, baseline } = view
  const bounds = goalBounds(target.goal)
  if (bounds !== null) {
    return (
      <Progress
        confirmed={numberOf(assessment.confirmed)}
        claimed={target.measureKey === null ? numberOf(assessment.claimed) : null}
        from={baseline ?? undefined}
        target={bounds}
        targetText={goalText(target.goal, target.unit, words)}
        unit={target.unit ?? undefined}
      />
    )
  }
  return (
    <DefinitionList
      layout="grid"
      items={[
        { term: t('ui.confirmed'), description: readingText(assessment.confirmed, target.unit, words) },
        { term: t('ui.claimed'), description: readingText(assessment.claimed, target.unit, words) },
      ]}
    />
  )
}

function Course({ work, view }: { work: WorkPage; view: TargetView }) {
  const words = useWords()
  const { target, course } = view
  const bounds = goalBounds(target.goal)
  const points = (of: TargetView['course']['claimed'], href: string) =>
    of.flatMap(({ on, reading }) => {
      const value = numberOf(reading)
      return value === null ? [] : [{ on, value, href }]
    })
  const ref = work.code ?? work.id
  const claimed = points(course.claimed, workTab(ref, 'reports'))
  const confirmed = points(course.confirmed, workTab(ref, 'evidence'))
  if (bounds === null || (course.planned === null && claimed.length + confirmed.length === 0)) return null
  return (
    <CourseChart
      from={startOfYear(work.programme.year)}
      to={endOfYear(work.programme.year)}
      today={earlierOf(work.asOf, endOfYear(work.programme.year))}
      planned={(course.planned ?? []).map(({ on, value }) => ({ on, value: Number(value) }))}
      confirmed={confirmed}
      claimed={claimed}
      target={{ ...bounds, text: goalText(target.goal, target.unit, words) }}
      unit={target.unit ?? undefined}
    />
  )
}

function TargetNotes({ view, work }: { view: TargetView; work: WorkPage }) {
  const { t } = useWords()
  const { target, assessment } = view
  return (
    <>
      <Note>
        {t('programme.rests_on', { basis: t(`basis.${assessment.basis}`) })}
        {target.measureKey !== null && (
          <>
            {' '}
            <a href={paths.measure(target.measureKey, { asOf: work.asOf, unit: work.owner.unitCode })}>
              {t('programme.open_measure')}
            </a>
          </>
        )}
      </Note>
      {target.modality === 'aspirational' && <Note>{t('programme.aspiration_note')}</Note>}
      {target.exceptions.length > 0 && (
        <Cluster>
          <Small>{t('programme.exceptions')}</Small>
          {target.exceptions.map((exception) => (
            <Tag key={exception}>{exception}</Tag>
          ))}
        </Cluster>
      )}
      {view.note !== null && <Note>{view.note}</Note>}
      {view.sourceQuote !== null && work.source !== null && (
        <Quote source={work.source.citation} href={paths.article()}>
          “{view.sourceQuote}”
        </Quote>
      )}
    </>
  )
}
