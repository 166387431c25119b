/**
 * The line from where a target starts to where it must be, and the days on which the confirmed value lies too far
 * behind it: more than a tenth of the whole span (design 8.15). Reckoned exactly, in whole numbers and days.
 */
import { addDays, daysBetween, type PlainDate } from '../../platform/time/plain-date.ts'
import { compareDecimals, type Decimal, decimal, toCommonScale } from './decimal.ts'
import { type Span, union } from './spans.ts'
import type { Goal } from './targets.ts'

/** A value that is planned for the end of a day. */
export interface PlannedPoint {
  readonly on: PlainDate
  readonly value: Decimal
}

/** At least two points, on days that follow one another; straight in between, level before the first and after the last. */
export type PlannedLine = readonly [PlannedPoint, PlannedPoint, ...PlannedPoint[]]

/**
 * The straight line from the baseline on the day of assignment to the goal on the due date.
 *
 * A range is planned to its minimum, from which it is met. Where no baseline was declared, what grows starts from
 * nothing, and what must shrink has no line. Null too where there is no number, no way to go, or no day to go it in.
 */
export function straightLine(
  goal: Goal,
  baseline: Decimal | null,
  assignedOn: PlainDate,
  dueOn: PlainDate,
): PlannedLine | null {
  if (goal.operator === 'done' || dueOn <= assignedOn) return null
  const end = goal.operator === 'range' ? goal.min : goal.value
  if (baseline === null && goal.operator === 'lte') return null
  const start = baseline ?? decimal(0)
  const way = compareDecimals(end, start)
  const there =
    (goal.operator === 'lte' && way >= 0) ||
    ((goal.operator === 'gte' || goal.operator === 'range') && way <= 0) ||
    way === 0
  return there
    ? null
    : [
        { on: assignedOn, value: start },
        { on: dueOn, value: end },
      ]
}

/** The planned value at the end of a day, as the exact fraction `numerator / denominator`. */
interface Fraction {
  readonly numerator: bigint
  readonly denominator: bigint
}

/** The planned value of a day to `places` decimal places, for showing. */
export function plannedValue(line: PlannedLine, on: PlainDate, places = 2): Decimal {
  const { values, scale } = scaledLine(line)
  const { numerator, denominator } = valueOn(line, values, on)
  const unit = 10n ** BigInt(places)
  const [n, d] = [numerator * unit * 2n, denominator * scale]
  const sign = n < 0n ? -1n : 1n
  const rounded = sign * ((sign * n + d) / (2n * d))
  const digits = (sign * rounded).toString().padStart(places + 1, '0')
  const point = digits.length - places
  return decimal(
    `${rounded < 0n ? '-' : ''}${digits.slice(0, point)}${places > 0 ? `.${digits.slice(point)}` : ''}`,
  )
}

/** The days of `during` on which a confirmed value lies more than a tenth of the span behind the line. */
export function behindLine(line: PlannedLine, confirmed: Decimal, during: Span): readonly Span[] {
  if (during.to !== null && during.to <= during.from) return []
  const { values, confirmed: value } = scaledLine(line, confirmed)
  const behind = (on: PlainDate) => isBehind(line, values, value, on)
  const stops = [...line.map(({ on }) => on).filter((on) => inside(on, during)), during.from].sort()
  const pieces = stops.flatMap((from, index) => {
    // Within a straight piece being behind begins or ends at most once, so that the day is found by halving.
    return straightPiece(from, stops[index + 1] ?? during.to, behind)
  })
  return union(pieces)
}

function inside(on: PlainDate, { from, to }: Span): boolean {
  return on > from && (to === null || on < to)
}

function straightPiece(
  from: PlainDate,
  to: PlainDate | null,
  behind: (on: PlainDate) => boolean,
): readonly Span[] {
  // Without an end the piece lies after the last point, where the line is level and one day speaks for all.
  const last = to === null ? from : addDays(to, -1)
  const [first, end] = [behind(from), behind(last)]
  if (first && end) return [{ from, to }]
  if (!first && !end) return []
  const turn = firstDifferent(from, last, behind)
  return first ? [{ from, to: turn }] : [{ from: turn, to }]
}

/** The first day on which `holds` is no longer what it is at `from`; it changes once between `from` and `last`. */
function firstDifferent(from: PlainDate, last: PlainDate, holds: (on: PlainDate) => boolean): PlainDate {
  const before = holds(from)
  let [low, high] = [0, daysBetween(from, last)]
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (holds(addDays(from, middle)) === before) low = middle
    else high = middle
  }
  return addDays(from, high)
}

/** Whether a confirmed value lies more than a tenth of the span behind the line on a day. */
export function isBehindLine(line: PlannedLine, confirmed: Decimal, on: PlainDate): boolean {
  const { values, confirmed: value } = scaledLine(line, confirmed)
  return isBehind(line, values, value, on)
}

function isBehind(line: PlannedLine, values: readonly bigint[], confirmed: bigint, on: PlainDate): boolean {
  const span = (values.at(-1) ?? 0n) - (values[0] ?? 0n)
  const { numerator, denominator } = valueOn(line, values, on)
  const lead = numerator - confirmed * denominator
  // Where the way goes down, behind is above the line.
  const [lag, size] = span < 0n ? [-lead, -span] : [lead, span]
  return size > 0n && lag * 10n > size * denominator
}

function valueOn(line: PlannedLine, values: readonly bigint[], on: PlainDate): Fraction {
  const after = line.findIndex((point) => point.on > on)
  if (after === 0) return { numerator: values[0] ?? 0n, denominator: 1n }
  const [left, right] = [line[after - 1], line[after]]
  const [start, end] = [values[after - 1], values[after]]
  if (left === undefined || right === undefined || start === undefined || end === undefined) {
    return { numerator: values.at(-1) ?? 0n, denominator: 1n }
  }
  const days = BigInt(daysBetween(left.on, right.on))
  const gone = BigInt(daysBetween(left.on, on))
  return { numerator: start * days + (end - start) * gone, denominator: days }
}

/** The values of the line, and a confirmed one, as whole numbers of one scale; `scale` is what stands for 1. */
function scaledLine(
  line: PlannedLine,
  confirmed: Decimal = decimal(0),
): { readonly values: readonly bigint[]; readonly confirmed: bigint; readonly scale: bigint } {
  const all = toCommonScale(decimal(1), confirmed, ...line.map(({ value }) => value))
  const [scale = 1n, value = 0n, ...values] = all
  return { values, confirmed: value, scale }
}
