import type { ComponentChildren } from 'preact'
import { formatNumber, formatPercent } from './format.ts'
import { Icon, type IconName } from './icon.tsx'
import { Figure } from './stat.tsx'
import { DataTable } from './table.tsx'
import type { Tone } from './tones.ts'
import { useWords } from './words.tsx'

/** A kind of thing in a stack: its name, colour and sign. */
export interface Series {
  readonly key: string
  readonly label: string
  readonly tone: Tone
  readonly icon?: IconName | undefined
}

export interface BarPart {
  readonly count: number
  readonly href: string
}

export interface BarRow {
  readonly key: string
  readonly label: string
  readonly href: string
  readonly total: BarPart
  /** By the key of the series; what is missing counts nothing. */
  readonly parts: Readonly<Record<string, BarPart>>
  /** Those that are late, whichever state they are in. */
  readonly late?: BarPart | undefined
}

export interface BarBreakdownProps {
  readonly caption: string
  /** What the rows are, for the head of the table: "Đơn vị". */
  readonly rowHeader: string
  readonly totalHeader: string
  readonly series: readonly Series[]
  readonly rows: readonly BarRow[]
  /** All of it together, also what stands on another page: the last line. */
  readonly whole?: BarRow | undefined
  /** `total`: a bar is as long as its total is; `share`: all bars are full. */
  readonly scale?: 'total' | 'share' | undefined
}

/** Stacked bars by row, each piece a link, the late ones named; a table says the same in figures. */
export function BarBreakdown(props: BarBreakdownProps) {
  const lines = props.whole ? [...props.rows, props.whole] : props.rows
  const most = Math.max(1, ...lines.map((row) => row.total.count))
  return (
    <figure class="chart">
      <SeriesLegend series={props.series} />
      <ul class="bars" aria-label={props.caption}>
        {lines.map((row) => (
          <li key={row.key} class={row === props.whole ? 'bars-whole' : undefined}>
            <a class="bars-label" href={row.href}>
              {row.label}
            </a>
            <Bar series={props.series} row={row} whole={props.scale === 'share' ? row.total.count : most} />
            <LateCount late={row.late} />
            <span class="bars-total">
              <Figure
                value={row.total.count}
                href={row.total.href}
                label={`${row.label}: ${row.total.count}`}
              />
            </span>
          </li>
        ))}
      </ul>
      <BarsTwin {...props} />
    </figure>
  )
}

function LateCount({ late }: { late: BarPart | undefined }) {
  const { t, language } = useWords()
  return (
    <span class="bars-late">
      {late && late.count > 0 && (
        <a href={late.href}>
          <Icon name="clock-exclamation" size={14} />{' '}
          {t('ui.late_count', { count: formatNumber(late.count, language) })}
        </a>
      )}
    </span>
  )
}

/** The colours and what they stand for. */
export function SeriesLegend({ series }: { series: readonly Series[] }) {
  return (
    <p class="legend">
      {series.map((one) => (
        <span key={one.key} class={`tone-${one.tone}`}>
          {one.icon ? (
            <span class="key-sign">
              <Icon name={one.icon} size={14} />
            </span>
          ) : (
            <i class="key-tone" />
          )}
          {one.label}
        </span>
      ))}
    </p>
  )
}

// Hidden from those who hear the page and from Tab: with eight pieces a row they would have to pass hundreds of links.
// The table below has the same links.
function Bar({
  series,
  row,
  whole,
}: {
  series: readonly Series[]
  row: Pick<BarRow, 'label' | 'parts'>
  whole: number
}) {
  const { language } = useWords()
  let end = 0
  const pieces = series.flatMap((one) => {
    const part = row.parts[one.key]
    if (!part || part.count === 0) return []
    end += part.count
    return [{ ...one, ...part, end }]
  })
  return (
    <svg class="bar" width="100%" height="16" aria-hidden="true">
      <rect class="bar-track" width="100%" height="16" rx="3" />
      {/* Each from the left, the first on top of the later ones: one number a piece instead of two. */}
      {pieces.toReversed().map((piece) => (
        <a key={piece.key} href={piece.href} tabIndex={-1}>
          <rect
            class={`bar-part tone-${piece.tone}`}
            width={`${((piece.end / whole) * 100).toFixed(2)}%`}
            height="16"
            rx="3"
          >
            <title>{`${piece.label}: ${formatNumber(piece.count, language)}`}</title>
          </rect>
        </a>
      ))}
    </svg>
  )
}

function BarsTwin(props: BarBreakdownProps) {
  const { t } = useWords()
  return (
    <details class="twin">
      <summary>{t('ui.data_table')}</summary>
      <DataTable
        compact
        caption={props.caption}
        rows={props.rows}
        rowKey={(row) => row.key}
        totals={props.whole && totalsOf(props.whole, props.series)}
        columns={[
          { key: 'label', header: props.rowHeader, cell: (row) => <a href={row.href}>{row.label}</a> },
          ...props.series.map((one) => ({
            key: one.key,
            header: one.label,
            kind: 'number' as const,
            cell: (row: BarRow) => {
              const part = row.parts[one.key]
              return part ? <Figure value={part.count} href={part.href} /> : '0'
            },
          })),
          {
            key: 'late',
            header: t('ui.signal.late'),
            kind: 'number',
            cell: (row) => (row.late ? <Figure value={row.late.count} href={row.late.href} /> : '0'),
          },
          {
            key: 'total',
            header: props.totalHeader,
            kind: 'number',
            cell: (row) => <Figure value={row.total.count} href={row.total.href} />,
          },
        ]}
      />
    </details>
  )
}

function totalsOf(whole: BarRow, series: readonly Series[]): Readonly<Record<string, ComponentChildren>> {
  const figure = (part: BarPart | undefined) => (part ? <Figure value={part.count} href={part.href} /> : '0')
  return {
    label: <a href={whole.href}>{whole.label}</a>,
    ...Object.fromEntries(series.map(({ key }) => [key, figure(whole.parts[key])])),
    late: figure(whole.late),
    total: figure(whole.total),
  }
}

export interface SharePart extends Series, BarPart {}

/** How one whole is divided: a bar, and below it each part with its figure and share. */
export function ShareBar({ label, parts }: { label: string; parts: readonly SharePart[] }) {
  const { language } = useWords()
  const whole = parts.reduce((sum, part) => sum + part.count, 0)
  const byKey = Object.fromEntries(parts.map((part) => [part.key, part]))
  return (
    <figure class="chart share">
      <Bar series={parts} row={{ label, parts: byKey }} whole={Math.max(1, whole)} />
      <figcaption class="hidden-visually">{label}</figcaption>
      <ul class="share-parts">
        {parts.map((part) => (
          <li key={part.key} class={`tone-${part.tone}`}>
            <i class="key-tone" />
            <span>{part.label}</span>
            <Figure value={part.count} href={part.href} label={`${part.label}: ${part.count}`} />
            <small class="small number">
              {whole === 0 ? '–' : formatPercent(part.count / whole, language, 0)}
            </small>
          </li>
        ))}
      </ul>
    </figure>
  )
}
