import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './icon.tsx'
import {
  type EvidenceKind,
  evidenceLooks,
  type SignalKind,
  type StateKind,
  signalLooks,
  stateLooks,
  type Tone,
} from './tones.ts'
import { useWords } from './words.tsx'

/** A word with a sign and a colour. Use one of the three below where it fits. */
export function Badge({
  tone,
  icon,
  children,
}: {
  tone: Tone
  icon: IconName
  children?: ComponentChildren
}) {
  return (
    <span class={`badge tone-${tone}`}>
      <Icon name={icon} size={14} />
      <span>{children}</span>
    </span>
  )
}

/** The state of a work. */
export function StateBadge({ state }: { state: StateKind }) {
  const { t } = useWords()
  return <Badge {...stateLooks[state]}>{t(`ui.state.${state}`)}</Badge>
}

/** What is computed about a work under way; `detail` adds how much: "chậm 3 ngày". */
export function SignalBadge({ signal, detail }: { signal: SignalKind; detail?: string | undefined }) {
  const { t } = useWords()
  return <Badge {...signalLooks[signal]}>{detail ?? t(`ui.signal.${signal}`)}</Badge>
}

/** The state of a piece of evidence. */
export function EvidenceBadge({ state }: { state: EvidenceKind }) {
  const { t } = useWords()
  return <Badge {...evidenceLooks[state]}>{t(`ui.evidence.${state}`)}</Badge>
}

/** A mark that is not a state: a theme, a tier, a kind. */
export function Tag({
  icon,
  title,
  children,
}: {
  icon?: IconName | undefined
  title?: string | undefined
  children?: ComponentChildren
}) {
  return (
    <span class="tag" title={title}>
      {icon && <Icon name={icon} size={14} />}
      {children}
    </span>
  )
}

/** Says of a thing that the demonstration made it up. */
export function IllustrativeTag() {
  const { t } = useWords()
  return <Tag title={t('ui.illustrative_help')}>{t('ui.illustrative')}</Tag>
}
