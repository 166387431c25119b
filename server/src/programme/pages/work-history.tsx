import { formatDate, formatInstant } from '../../ui/format.ts'
import { EmptyState } from '../../ui/notice.tsx'
import { DefinitionList, More, Note, Panel, Stack } from '../../ui/panel.tsx'
import { Timeline, type TimelineItem } from '../../ui/paths.tsx'
import { stateLooks } from '../../ui/tones.ts'
import { useWords } from '../../ui/words.tsx'
import type { WorkPage } from '../find-work.ts'
import { paths } from '../paths.ts'
import type { PassageView, VersionView } from '../work-record.ts'
import { workTab } from './work-tabs.ts'

const shownBeside = 6

/** The last steps of a work, beside its promise. */
export function HistoryPanel({ work }: { work: WorkPage }) {
  const { t } = useWords()
  const items = useItems(work, false)
  return (
    <Panel
      title={t('programme.history')}
      action={<a href={workTab(work.code ?? work.id, 'history')}>{t('programme.all')}</a>}
    >
      <Timeline items={items.slice(0, shownBeside)} />
    </Panel>
  )
}

/** The whole course, with when the system learnt of each step; and each version of what was promised. */
export function HistoryTab({ work }: { work: WorkPage }) {
  const { t } = useWords()
  return (
    <Stack>
      <Panel title={t('programme.history')} lead={t('programme.history_lead')}>
        <Timeline items={useItems(work, true)} />
      </Panel>
      <VersionsPanel versions={work.versions} workRef={work.code ?? work.id} />
    </Stack>
  )
}

/** Newest first. A passage's day stands on its paper; when it was recorded is a second, other time (design 8.1). */
function useItems(work: WorkPage, withRecording: boolean): readonly TimelineItem[] {
  const { t, language } = useWords()
  return [...work.history].reverse().map((passage, index) => ({
    key: `${index}`,
    title: t(`programme.passage.${passage.action}`),
    when: formatDate(passage.from, language),
    actor: passage.bodyName,
    ...stateLooks[passage.state],
    detail: <PassageDetail passage={passage} withRecording={withRecording} />,
  }))
}

function PassageDetail({ passage, withRecording }: { passage: PassageView; withRecording: boolean }) {
  const { t, language } = useWords()
  const { reason, document, decisionId } = passage
  const paper = document === null || document === '' ? null : document
  if (!withRecording && reason === null && paper === null && decisionId === null) return null
  return (
    <>
      {reason !== null && reason !== '' && <p>{reason}</p>}
      {paper !== null && <Note>{paper}</Note>}
      {decisionId !== null && <a href={paths.decision(decisionId)}>{t('programme.open_decision')}</a>}
      {withRecording && (
        <Note>{t('programme.recorded_at', { when: formatInstant(passage.recordedAt, language) })}</Note>
      )}
    </>
  )
}

function VersionsPanel({ versions, workRef }: { versions: readonly VersionView[]; workRef: string }) {
  const { t, language } = useWords()
  return (
    <Panel
      title={t('programme.versions')}
      lead={t('programme.versions_lead')}
      action={
        versions.length > 1 && <a href={paths.compareVersions(workRef)}>{t('programme.compare.title')}</a>
      }
    >
      {versions.length === 0 ? (
        <EmptyState title={t('programme.no_versions')} />
      ) : (
        versions.map((version) => (
          <More
            key={version.number}
            summary={t('programme.version_line', {
              number: version.number,
              reason: t(`programme.version_reason.${version.reason}`),
              date: formatDate(version.effectiveOn, language),
            })}
          >
            <VersionContent version={version} />
            {version.number > 1 && (
              <a
                href={paths.compareVersions(workRef, {
                  from: String(version.number - 1),
                  to: String(version.number),
                })}
              >
                {t('programme.compare.with_earlier', { number: version.number - 1 })}
              </a>
            )}
          </More>
        ))
      )}
    </Panel>
  )
}

const textParts = [
  'rationale',
  'baseline',
  'product',
  'resources',
  'risks',
  'requests',
  'proof',
  'minutesReference',
] as const

function VersionContent({ version }: { version: VersionView }) {
  const { t, language } = useWords()
  const content = recordOf(version.content)
  const text = (name: string) => {
    const value = content[name]
    return typeof value === 'string' ? value : ''
  }
  const due = text('dueOn')
  const targets = Array.isArray(content.targets) ? content.targets.map(recordOf) : []
  return (
    <DefinitionList
      items={[
        { term: t('programme.work'), description: text('title') },
        ...(due === '' ? [] : [{ term: t('programme.fact.due_on'), description: formatDate(due, language) }]),
        ...textParts.flatMap((name) =>
          text(name) === '' ? [] : [{ term: t(`programme.fact.${name}`), description: text(name) }],
        ),
        ...targets.map((target, index) => ({
          term: t('programme.target_number', { number: index + 1 }),
          description: [
            target.measure,
            target.value ?? [target.min, target.max].filter(isSaid).join('–'),
            target.unit,
          ]
            .filter(isSaid)
            .join(' · '),
        })),
      ]}
    />
  )
}

const isSaid = (value: unknown) => value !== null && value !== undefined && value !== ''

const recordOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
