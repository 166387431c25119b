import { codeKey } from '../../platform/message-key.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import { IllustrativeTag, Tag } from '../../ui/badge.tsx'
import { formatDate } from '../../ui/format.ts'
import { Quote } from '../../ui/paths.tsx'
import { useWords } from '../../ui/words.tsx'
import type { OrganisationSystem, UnitLevel } from '../relations/systems.ts'

export const section = 'organisation.directory'

/** Where a source says it: the document or article, and its page. Shown to users who administer sources. */
export interface Citation {
  readonly text: string
  readonly href: string
}

/** What the demonstration made up mostly says so in its very name; then a second mark would only be noise. */
export function InventedTag({
  name,
  illustrative,
}: {
  readonly name: string
  readonly illustrative: boolean
}) {
  return illustrative && !name.toLowerCase().includes('minh hoạ') ? <IllustrativeTag /> : null
}

export function SystemTag({ system }: { readonly system: OrganisationSystem }) {
  const { t } = useWords()
  return <Tag title={t('organisation.system')}>{t(`organisation.system.${system}`)}</Tag>
}

/** Kind and level in one line. */
export function useKindLine(): (unit: { readonly kind: string; readonly level: UnitLevel }) => string {
  const { t } = useWords()
  return ({ kind, level }) => {
    const ofLevel = t(`organisation.level.${level}`)
    // A kind that the directory has no word for is not named: "other unit" tells nobody anything.
    return kind === 'other' ? ofLevel : `${t(codeKey('organisation.kind', kind))} · ${ofLevel}`
  }
}

/** From when until when, in words; the end is the first day on which it is no more. */
export function useSpan(): (from: PlainDate, to: PlainDate | null) => string {
  const { t, language } = useWords()
  return (from, to) =>
    to === null
      ? t('organisation.since', { from: formatDate(from, language) })
      : t('organisation.from_to', { from: formatDate(from, language), to: formatDate(to, language) })
}

/** The words of the source on which an entry rests. */
export function SourceQuote({
  quote,
  citation,
}: {
  readonly quote: string
  readonly citation: Citation | null
}) {
  const { t } = useWords()
  return (
    <Quote source={citation?.text ?? t('organisation.source')} href={citation?.href}>
      {quote}
    </Quote>
  )
}
