import { type CoursePoint, datesOf, plannedOn, roundSteps, shareOfSpan, valueOn } from './course.ts'
import { type DateString, formatDate, formatMonth, formatNumber } from './format.ts'
import { withUnit } from './progress.tsx'
import { DataTable } from './table.tsx'
import { useWords } from './words.tsx'

export interface CourseChartProps {
  /** The span of the picture, usually the programme year. */
  readonly from: DateString
  readonly to: DateString
  readonly today: DateString
  readonly planned: readonly CoursePoint[]
  readonly confirmed: readonly CoursePoint[]
  readonly claimed: readonly CoursePoint[]
  readonly target: { readonly min: number; readonly max?: number | undefined; readonly text: string }
  readonly unit?: string | undefined
}

const HEIGHT = 232
const TOP = 22
const FOOT = 28

interface Scale {
  /** A date as a percentage of the width, so that the text keeps its size at every width. */
  readonly x: (on: DateString) => string
  readonly y: (value: number) => number
  readonly steps: readonly number[]
}

function scaleOf(props: CourseChartProps): Scale {
  const values = [...props.planned, ...props.confirmed, ...props.claimed].map((point) => point.value)
  const bounds = [...values, props.target.min, props.target.max ?? props.target.min]
  const steps = roundSteps(Math.min(...bounds), Math.max(...bounds))
  const [low, high] = [steps[0] ?? 0, steps.at(-1) ?? 1]
  return {
    steps,
    x: (on) => `${(4 + shareOfSpan(props.from, props.to, on) * 94).toFixed(2)}%`,
    y: (value) =>
      Number((HEIGHT - FOOT - ((value - low) / (high - low || 1)) * (HEIGHT - FOOT - TOP)).toFixed(1)),
  }
}

/**
 * The course of a target through its year: the promised line, what is confirmed as steps, what is only reported as
 * rings, the target and today. A sentence and a table say the same in words.
 */
export function CourseChart(props: CourseChartProps) {
  const { t, language } = useWords()
  const scale = scaleOf(props)
  const say = (value: number | null) =>
    value === null ? t('ui.not_yet') : withUnit(formatNumber(value, language), props.unit)
  return (
    <figure class="chart">
      <Legend />
      <svg class="course" width="100%" height={HEIGHT} aria-hidden="true">
        <Ground {...props} scale={scale} />
        <Confirmed {...props} scale={scale} />
        <Planned {...props} scale={scale} />
        <Points points={props.claimed} scale={scale} look="claimed" unit={props.unit} />
        <Points points={props.confirmed} scale={scale} look="confirmed" unit={props.unit} />
        <Today {...props} scale={scale} />
      </svg>
      <figcaption class="hint">
        {t('ui.course_text', {
          from: formatDate(props.from, language),
          to: formatDate(props.to, language),
          planned: say(plannedOn(props.planned, props.today)),
          confirmed: say(valueOn(props.confirmed, props.today)),
          claimed: say(valueOn(props.claimed, props.today)),
          target: props.target.text,
        })}
      </figcaption>
      <Twin {...props} />
    </figure>
  )
}

function Legend() {
  const { t } = useWords()
  return (
    <p class="legend">
      <span>
        <i class="key-planned" /> {t('ui.planned')}
      </span>
      <span>
        <i class="key-confirmed" /> {t('ui.confirmed')}
      </span>
      <span>
        <i class="key-ring" /> {t('ui.claimed')}
      </span>
    </p>
  )
}

type Layer = CourseChartProps & { readonly scale: Scale }

function Ground({ from, to, target, scale, unit }: Layer) {
  const { t, language } = useWords()
  const [low, high] = [scale.y(target.min), scale.y(target.max ?? target.min)]
  return (
    <>
      {scale.steps.map((step) => (
        <g key={step}>
          <line class="grid" x1="0" x2="100%" y1={scale.y(step)} y2={scale.y(step)} />
          <text x="0" y={scale.y(step) - 4}>
            {withUnit(formatNumber(step, language), step === scale.steps.at(-1) ? unit : undefined)}
          </text>
        </g>
      ))}
      {monthsBetween(from, to).map(([month, middle], index) => (
        <text
          key={middle}
          class={index % 2 === 1 ? 'month month-odd' : 'month'}
          x={scale.x(middle)}
          y={HEIGHT - 8}
        >
          {formatMonth(month, language)}
        </text>
      ))}
      <rect class="target-band" x="4%" width="94%" y={high} height={Math.max(0, low - high)} />
      <line class="target-line" x1="4%" x2="98%" y1={low} y2={low} />
      <text class="target-text" x="12%" y={high < TOP + 16 ? high + 15 : high - 5}>
        {`${t('ui.target')} ${target.text}`}
      </text>
    </>
  )
}

/** The months that a span covers, each with the day in its middle. */
function monthsBetween(from: DateString, to: DateString): ReadonlyArray<readonly [number, DateString]> {
  const found: Array<readonly [number, DateString]> = []
  let [year, month] = [Number(from.slice(0, 4)), Number(from.slice(5, 7))]
  // Bounded: a picture of more than three years would be unreadable anyway.
  while (found.length < 36) {
    const middle = `${year}-${String(month).padStart(2, '0')}-15`
    if (middle > to) break
    if (middle >= from) found.push([month, middle])
    month = month === 12 ? 1 : month + 1
    if (month === 1) year += 1
  }
  return found
}

function Planned({ planned, scale }: Layer) {
  return (
    <>
      {planned.slice(1).map((point, index) => {
        const before = planned[index] ?? point
        return (
          <line
            key={point.on}
            class="planned"
            x1={scale.x(before.on)}
            y1={scale.y(before.value)}
            x2={scale.x(point.on)}
            y2={scale.y(point.value)}
          />
        )
      })}
      {planned.map((point) => (
        <circle key={point.on} class="planned-dot" cx={scale.x(point.on)} cy={scale.y(point.value)} r="2.5" />
      ))}
    </>
  )
}

// Steps of rectangles and lines: a path cannot be measured in percentages.
function Confirmed({ confirmed, today, scale }: Layer) {
  const foot = scale.y(Math.max(0, scale.steps[0] ?? 0))
  return (
    <>
      {confirmed.map((point, index) => {
        const next = confirmed[index + 1]
        const [x1, x2, y] = [
          scale.x(point.on),
          scale.x(next?.on ?? (today > point.on ? today : point.on)),
          scale.y(point.value),
        ]
        const width = `${(Number.parseFloat(x2) - Number.parseFloat(x1)).toFixed(2)}%`
        return (
          <g key={point.on}>
            <rect
              class="confirmed-area"
              x={x1}
              width={width}
              y={Math.min(y, foot)}
              height={Math.abs(foot - y)}
            />
            <line class="confirmed" x1={x1} x2={x2} y1={y} y2={y} />
            {next && <line class="confirmed" x1={x2} x2={x2} y1={y} y2={scale.y(next.value)} />}
          </g>
        )
      })}
    </>
  )
}

function Points(props: {
  points: readonly CoursePoint[]
  scale: Scale
  look: 'claimed' | 'confirmed'
  unit: string | undefined
}) {
  const { t, language } = useWords()
  return (
    <>
      {props.points.map((point) => {
        const dot = (
          <circle
            class={`dot-${props.look}`}
            cx={props.scale.x(point.on)}
            cy={props.scale.y(point.value)}
            r={props.look === 'claimed' ? 6.5 : 4}
          >
            <title>{`${formatDate(point.on, language)} · ${t(`ui.${props.look}`)}: ${withUnit(formatNumber(point.value, language), props.unit)}`}</title>
          </circle>
        )
        return point.href ? (
          <a key={point.on} href={point.href} tabIndex={-1}>
            {dot}
          </a>
        ) : (
          <g key={point.on}>{dot}</g>
        )
      })}
    </>
  )
}

function Today({ from, to, today, scale }: Layer) {
  const { t } = useWords()
  if (today < from || today > to) return null
  const late = shareOfSpan(from, to, today) > 0.8
  return (
    <>
      <line class="today" x1={scale.x(today)} x2={scale.x(today)} y1="12" y2={HEIGHT - FOOT} />
      <text
        class={late ? 'today-text today-text-left' : 'today-text'}
        x={scale.x(today)}
        y="10"
        dx={late ? -5 : 0}
      >
        {t('ui.today')}
      </text>
    </>
  )
}

function Twin(props: CourseChartProps) {
  const { t, language } = useWords()
  const dates = datesOf(props.planned, props.confirmed, props.claimed)
  const cell = (points: readonly CoursePoint[], on: DateString) => {
    const point = points.find((one) => one.on === on)
    if (!point) return ''
    const text = formatNumber(point.value, language)
    return point.href ? <a href={point.href}>{text}</a> : text
  }
  return (
    <details class="twin">
      <summary>{t('ui.data_table')}</summary>
      <DataTable
        compact
        caption={t('ui.data_table')}
        rows={dates}
        rowKey={(on) => on}
        columns={[
          { key: 'on', header: t('ui.date'), kind: 'date', cell: (on) => formatDate(on, language) },
          { key: 'planned', header: t('ui.planned'), kind: 'number', cell: (on) => cell(props.planned, on) },
          { key: 'claimed', header: t('ui.claimed'), kind: 'number', cell: (on) => cell(props.claimed, on) },
          {
            key: 'confirmed',
            header: t('ui.confirmed'),
            kind: 'number',
            cell: (on) => cell(props.confirmed, on),
          },
        ]}
      />
    </details>
  )
}
