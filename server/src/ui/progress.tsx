import { formatNumber } from './format.ts'
import { useWords } from './words.tsx'

export interface ProgressProps {
  /** What an entitled person has accepted with its evidence; null where nothing has been yet. */
  readonly confirmed: number | null
  /** What the owner reports. */
  readonly claimed: number | null
  /** Where the value started; a target below it is reached by going down. */
  readonly from?: number | undefined
  /** `atMost`: not to be exceeded; without a start there is no way to go, and the bar is full while it holds. */
  readonly target: {
    readonly min: number
    readonly max?: number | undefined
    readonly atMost?: boolean | undefined
  }
  /** The target in words, where a number alone does not say it: "ít nhất 95%". */
  readonly targetText?: string | undefined
  readonly unit?: string | undefined
  /** Without the line of words, for a cell whose row says them. */
  readonly bare?: boolean | undefined
}

/** How far a target is: what is confirmed filled, what is only reported outlined, the target marked. */
export function Progress(props: ProgressProps) {
  const { t, language } = useWords()
  const { confirmed, claimed, target, from = 0, unit } = props
  const isCeiling = target.atMost === true && props.from === undefined
  const far = [target.min, target.max ?? target.min, confirmed ?? from, claimed ?? from]
  const end = target.min < from ? Math.min(...far) : Math.max(...far)
  const share = (value: number | null) => {
    if (value === null) return 0
    if (isCeiling) return value <= target.min ? 1 : Math.max(0, target.min / value)
    return end === from ? 0 : Math.min(1, Math.max(0, (value - from) / (end - from)))
  }
  const percent = (ratio: number) => `${(ratio * 100).toFixed(2)}%`
  const say = (value: number | null) =>
    value === null ? t('ui.not_yet') : withUnit(formatNumber(value, language), unit)
  const range =
    target.max === undefined
      ? formatNumber(target.min, language)
      : `${formatNumber(target.min, language)}–${formatNumber(target.max, language)}`
  const targetText = props.targetText ?? withUnit(range, unit)
  const [reached, offered] = [share(confirmed), share(claimed)]
  return (
    <div class="progress">
      <svg class="progress-bar" width="100%" height="14" aria-hidden="true">
        <rect class="progress-track" y="3" width="100%" height="8" rx="4" />
        {offered > 0 && <rect class="progress-claimed" y="3" width={percent(offered)} height="8" rx="4" />}
        {reached > 0 && <rect class="progress-confirmed" y="3" width={percent(reached)} height="8" rx="4" />}
        <line
          class="progress-target"
          x1={percent(share(target.min))}
          x2={percent(share(target.min))}
          y1="0"
          y2="14"
        />
      </svg>
      <p class={props.bare ? 'hidden-visually' : 'progress-words'}>
        <span>
          <i class="key-confirmed" />
          {t('ui.confirmed')} <b>{say(confirmed)}</b>
        </span>
        <span>
          <i class="key-claimed" />
          {t('ui.claimed')} <b>{say(claimed)}</b>
        </span>
        <span>
          <i class="key-target" />
          {t('ui.target')} <b>{targetText}</b>
        </span>
      </p>
    </div>
  )
}

/** A number with its unit, the percent sign without a space. */
export function withUnit(number: string, unit: string | undefined): string {
  if (!unit) return number
  return unit === '%' ? `${number}%` : `${number} ${unit}`
}
