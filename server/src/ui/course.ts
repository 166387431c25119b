import { type DateString, daysBetween } from './format.ts'

/** A value on a date. */
export interface CoursePoint {
  readonly on: DateString
  readonly value: number
  /** The report or decision behind it. */
  readonly href?: string | undefined
}

/** Where a date lies between two others, 0 at the first and 1 at the last. */
export function shareOfSpan(from: DateString, to: DateString, on: DateString): number {
  const span = daysBetween(from, to)
  return span === 0 ? 0 : Math.min(1, Math.max(0, daysBetween(from, on) / span))
}

/** The planned value on a date: straight between the promised points, flat before the first and after the last. */
export function plannedOn(planned: readonly CoursePoint[], on: DateString): number | null {
  const first = planned[0]
  if (!first) return null
  let before = first
  for (const point of planned) {
    if (point.on > on) {
      if (before.on >= point.on || on <= first.on) return before.value
      return before.value + (point.value - before.value) * shareOfSpan(before.on, point.on, on)
    }
    before = point
  }
  return before.value
}

/** The last value on or before a date; null before the first. */
export function valueOn(points: readonly CoursePoint[], on: DateString): number | null {
  return points.filter((point) => point.on <= on).at(-1)?.value ?? null
}

/** Round numbers from 0 (or below the lowest value) up to beyond the highest, about four steps. */
export function roundSteps(lowest: number, highest: number): readonly number[] {
  const low = Math.min(0, lowest)
  const rough = Math.max(highest - low, Number.EPSILON) / 4
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = ([1, 2, 2.5, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power
  const steps: number[] = []
  for (let count = Math.floor(low / step); steps.length < 12; count += 1) {
    steps.push(Number((count * step).toPrecision(12)))
    if (count * step >= highest) break
  }
  return steps
}

/** All dates on which something is said, in order, each once. */
export function datesOf(...lists: ReadonlyArray<readonly CoursePoint[]>): readonly DateString[] {
  return [...new Set(lists.flat().map((point) => point.on))].sort()
}
