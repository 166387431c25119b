import type { AuditOutcome } from '../../platform/audit/audit.ts'
import { Badge } from '../../ui/badge.tsx'
import type { IconName } from '../../ui/icons.gen.ts'
import { Small } from '../../ui/panel.tsx'
import type { Tone } from '../../ui/tones.ts'
import { useWords } from '../../ui/words.tsx'
import type { EntryRow } from '../list-entries.ts'
import { securityPaths } from '../paths.ts'
import { kindWord } from '../words.ts'

const looks: Readonly<Record<AuditOutcome, { readonly tone: Tone; readonly icon: IconName }>> = {
  done: { tone: 'good', icon: 'circle-check' },
  read: { tone: 'ended', icon: 'eye' },
  refused: { tone: 'warn', icon: 'ban' },
  failed: { tone: 'bad', icon: 'alert-triangle' },
}

/** How an act ended. */
export function OutcomeBadge({ outcome }: { readonly outcome: AuditOutcome }) {
  const { t } = useWords()
  return <Badge {...looks[outcome]}>{t(`security.outcome_${outcome}`)}</Badge>
}

/** What was acted on: its name with a link where the reader has one, else its kind and the start of its id. */
export function Thing({ entry }: { readonly entry: Pick<EntryRow, 'object' | 'objectKind' | 'objectId'> }) {
  const { t } = useWords()
  const { object, objectKind, objectId } = entry
  if (objectKind === null) return <>–</>
  const kind = kindWord(t, objectKind)
  if (objectKind === 'audit-entry' && objectId !== null)
    return (
      <>
        <a href={securityPaths.entry(objectId)}>{kind}</a>
        <Small block>{objectId.slice(0, 13)}</Small>
      </>
    )
  if (object === null)
    return (
      <>
        {kind}
        <Small block>{objectId?.slice(0, 13)}</Small>
      </>
    )
  return (
    <>
      {object.href === null ? object.name : <a href={object.href}>{object.name}</a>}
      <Small block>{kind}</Small>
    </>
  )
}
