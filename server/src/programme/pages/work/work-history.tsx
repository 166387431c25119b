import type { Context } from '../../../platform/context.ts'
import { optionalDate } from '../../../platform/http/fields.ts'
import { readTyped } from '../../../platform/http/typed-values.ts'
import { codeKey } from '../../../platform/message-key.ts'
import type { PlainDate } from '../../../platform/time/plain-date.ts'
import { DateField } from '../../../ui/date-field.tsx'
import { formatDate, formatInstant } from '../../../ui/format.ts'
import { FilterBar } from '../../../ui/list-tools.tsx'
import { EmptyState, Notice } from '../../../ui/notice.tsx'
import { DefinitionList, More, Note, Panel, Stack } from '../../../ui/panel.tsx'
import { Timeline, type TimelineItem } from '../../../ui/paths.tsx'
import { stateLooks } from '../../../ui/tones.ts'
import { useWords } from '../../../ui/words.tsx'
import { addressNames } from '../../filter/filter-address.ts'
import { paths } from '../../paths.ts'
import { endOfDay, type KnownHistory, knownHistory } from '../../work/known-history.ts'
import type { PassageView, VersionView } from '../../work/work-history.ts'
import type { WorkPage } from '../../work/work-page.ts'
import { workTab, workTabs } from './work-tabs.ts'

const shownBeside = 6

/** The last steps of a work, next to its promise. */
export function HistoryPanel({ work }: { work: WorkPage }) {
  const { t } = useWords()
  const items = useItems(work.history, false)
  return (
    <Panel
      title={t('programme.history')}
      action={<a href={workTab(work.code ?? work.id, 'history')}>{t('programme.all')}</a>}
    >
      <Timeline items={items.slice(0, shownBeside)} />
    </Panel>
  )
}

export const knownName = 'biet-den'

/** What had been recorded by the end of a day, where the address asks for it. */
export interface Known extends KnownHistory {
  readonly on: PlainDate
}

const day = optionalDate()

export async function knownBy(
  c: Context,
  ref: string,
  asOf: PlainDate,
  asked: string | undefined,
): Promise<Known | null> {
  const read = day.safeParse(readTyped(day, asked ?? '', 'form'))
  const on = read.success ? read.data : null
  return on === null ? null : { on, ...(await knownHistory(c, ref, { asOf, knownAt: endOfDay(on) })) }
}

/** The whole course, with when the system learnt of each step; and each version of what was promised. */
export function HistoryTab({ work, known }: { work: WorkPage; known: Known | null }) {
  const { t, language } = useWords()
  const items = useItems(known?.passages ?? work.history, true)
  return (
    <Stack>
      <KnownBar work={work} known={known} />
      {known !== null && (
        <Notice kind="info" title={t('programme.known.title', { date: formatDate(known.on, language) })}>
          <p>{t('programme.known.text')}</p>
        </Notice>
      )}
      <Panel title={t('programme.history')} lead={t('programme.history_lead')}>
        {items.length === 0 ? (
          <EmptyState title={t('programme.known.nothing')}>{t('programme.known.nothing_text')}</EmptyState>
        ) : (
          <Timeline items={items} />
        )}
      </Panel>
      <VersionsPanel versions={known?.versions ?? work.versions} workRef={work.code ?? work.id} />
    </Stack>
  )
}

/** Asks for a second time: not when things happened, but what had been recorded by a day. */
function KnownBar({ work, known }: { work: WorkPage; known: Known | null }) {
  const { t } = useWords()
  const ref = work.code ?? work.id
  return (
    <FilterBar
      action={paths.work(ref)}
      clearHref={workTab(ref, 'history')}
      hidden={{ phan: workTabs.history, [addressNames.asOf]: work.asOf }}
    >
      <DateField
        name={knownName}
        label={t('programme.known.label')}
        hint={t('programme.known.hint')}
        value={known?.on ?? ''}
        optional
      />
    </FilterBar>
  )
}

/** Newest first. A passage's day stands on its paper; when it was recorded is a second, other time (design 8.1). */
function useItems(passages: readonly PassageView[], withRecording: boolean): readonly TimelineItem[] {
  const { t, language } = useWords()
  return [...passages].reverse().map((passage, index) => ({
    key: `${index}`,
    title: t(codeKey('programme.passage', passage.action)),
    when: formatDate(passage.from, language),
    actor: [passage.inStead, passage.bodyName].filter(isSaid).join(', ') || null,
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
              reason: t(codeKey('programme.version_reason', version.reason)),
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
