import type { ComponentChildren } from 'preact'
import { DrumMiddle } from './drum.tsx'
import { formatNumber, formatPercent } from './format.ts'
import { Icon, type IconName } from './icon.tsx'
import { Figure } from './stat.tsx'
import { useWords } from './words.tsx'

/** A figure with the list behind it. */
export interface Counted {
  readonly value: number
  readonly href: string
}

/** How the promises that are not kept stand: reported done and awaiting recognition, done after their date, or not done. */
export interface KeptRest extends Counted {
  readonly label: string
  readonly look: RestLook
}

type RestLook = 'awaiting' | 'late' | 'open'

export interface KeptMeterProps {
  /** Works done in time and accepted on proof. */
  readonly kept: Counted
  /** All works that have fallen due. */
  readonly due: Counted
  readonly rest?: readonly KeptRest[] | undefined
  /** The same counted another way, such as by the first promised date. */
  readonly second?: { readonly label: string; readonly kept: Counted; readonly due: Counted } | undefined
  readonly title?: string | undefined
  /** What the figures stand on: the day, the scope, what is left out. */
  readonly children?: ComponentChildren
}

// The rim of a drum, open at its foot: from 110° left of the top to 110° right of it.
const SWEEP = 220
const RADIUS = 118
// More strokes than these run together; the rim then shows shares instead of single works.
const MOST_STROKES = 60

type Stroke = 'kept' | RestLook | 'none'

const restIcons = {
  awaiting: 'hourglass-empty',
  late: 'clock-exclamation',
  open: 'circle-dashed',
} as const satisfies Record<RestLook, IconName>

/**
 * The instrument of the whole product: of all promises that have fallen due, those kept. Each stroke of the rim is one
 * promise (or an equal share of them): kept ones are long and gold, those awaiting recognition nearly so, late ones shorter, open
 * ones thin.
 */
export function KeptMeter(props: KeptMeterProps) {
  const { t, language } = useWords()
  const { kept, due, rest = [] } = props
  const nothing = due.value === 0
  const number = (value: number) => formatNumber(value, language)
  return (
    <div class="kept">
      <Rim strokes={strokesOf(kept.value, due.value, rest)}>
        {nothing ? '–' : formatPercent(kept.value / due.value, language)}
      </Rim>
      <div class="kept-words">
        <h2>{props.title ?? t('ui.motto')}</h2>
        {nothing ? (
          <>
            <p class="kept-sentence">{t('ui.kept_none')}</p>
            <p class="hint">{t('ui.kept_none_text')}</p>
          </>
        ) : (
          <p class="kept-sentence">
            <Figure
              value={kept.value}
              href={kept.href}
              label={t('ui.kept_link', { count: number(kept.value) })}
            />
            {t('ui.kept_between')}
            <Figure
              value={due.value}
              href={due.href}
              label={t('ui.due_link', { count: number(due.value) })}
            />
            {t('ui.kept_after')}
          </p>
        )}
        {!nothing && rest.length > 0 && (
          <ul class="kept-rest">
            <RestLine icon="check" label={t('ui.kept_in_time')} look="kept" {...kept} />
            {rest.map((part) => (
              <RestLine key={part.label} icon={restIcons[part.look]} {...part} />
            ))}
          </ul>
        )}
        {props.second && <Second {...props.second} />}
        {props.children && <div class="hint">{props.children}</div>}
      </div>
    </div>
  )
}

/** What awaits recognition looks as what is kept, paler: its class costs the stylesheet nothing. */
const classOf = (look: Stroke): Exclude<Stroke, 'awaiting'> => (look === 'awaiting' ? 'kept' : look)

function RestLine(
  props: Counted & { readonly icon: IconName; readonly label: string; readonly look: Stroke },
) {
  return (
    <li class={`kept-${classOf(props.look)}`}>
      <a href={props.href}>
        <Icon name={props.icon} size={16} />
        <b class="number">
          <Counting value={props.value} />
        </b>{' '}
        {props.label}
      </a>
    </li>
  )
}

function Counting({ value }: { value: number }) {
  const { language } = useWords()
  return <>{formatNumber(value, language)}</>
}

function Second({ label, kept, due }: { label: string; kept: Counted; due: Counted }) {
  const { t, language } = useWords()
  return (
    <p class="hint">
      {label}: <Figure {...kept} />/<Figure {...due} />{' '}
      {due.value === 0 ? t('ui.kept_none') : `(${formatPercent(kept.value / due.value, language)})`}
    </p>
  )
}

/** One stroke a promise where there are few, else shares; a kind that is there at all keeps at least one stroke. */
export function strokesOf(
  kept: number,
  due: number,
  rest: readonly { value: number; look: RestLook }[],
): readonly Stroke[] {
  if (due === 0) return Array.from({ length: 36 }, () => 'none' as const)
  const ofLook = (look: RestLook) =>
    rest.filter((part) => part.look === look).reduce((sum, part) => sum + part.value, 0)
  const awaiting = Math.min(ofLook('awaiting'), due - kept)
  const late = Math.min(ofLook('late'), due - kept - awaiting)
  const parts: ReadonlyArray<readonly [Stroke, number]> = [
    ['kept', kept],
    ['awaiting', awaiting],
    ['late', late],
    ['open', due - kept - awaiting - late],
  ]
  const total = Math.min(due, MOST_STROKES)
  const counts = parts.map(
    ([look, value]) => [look, value === 0 ? 0 : Math.max(1, Math.floor((value * total) / due))] as const,
  )
  const strokes = counts.flatMap(([look, count]) => Array.from({ length: count }, () => look))
  const largest = parts.reduce((most, part) => (part[1] > most[1] ? part : most))[0]
  while (strokes.length < total) strokes.splice(strokes.indexOf(largest), 0, largest)
  while (strokes.length > total) strokes.splice(strokes.indexOf(largest), 1)
  return strokes
}

const at = (degrees: number): string => {
  const angle = (degrees * Math.PI) / 180
  return `${(RADIUS * Math.sin(angle)).toFixed(2)} ${(-RADIUS * Math.cos(angle)).toFixed(2)}`
}

// Neighbouring strokes of one look are one arc, cut by dashes: a rim of many strokes is as short as one of few.
function Rim({ strokes, children }: { strokes: readonly Stroke[]; children?: ComponentChildren }) {
  const step = SWEEP / strokes.length
  const gap = Math.min(1.7, step * 0.36)
  const degrees = (value: number) => Number(value.toFixed(2))
  const runs: { readonly look: Stroke; readonly first: number; count: number }[] = []
  for (const [index, look] of strokes.entries()) {
    const last = runs.at(-1)
    if (last?.look === look) last.count += 1
    else runs.push({ look, first: index, count: 1 })
  }
  return (
    <svg class="rim" viewBox="-136 -136 272 196" aria-hidden="true">
      <DrumMiddle />
      {runs.map(({ look, first, count }) => {
        const from = -SWEEP / 2 + first * step + gap / 2
        const length = count * step - gap
        return (
          <path
            key={first}
            class={`rim-${classOf(look)}`}
            opacity={look === 'awaiting' ? 0.6 : undefined}
            d={`M${at(from)}A${RADIUS} ${RADIUS} 0 ${length > 180 ? 1 : 0} 1 ${at(from + length)}`}
            pathLength={degrees(length)}
            stroke-dasharray={`${degrees(step - gap)} ${degrees(gap)}`}
          />
        )
      })}
      <text y={16}>{children}</text>
    </svg>
  )
}
