/**
 * Half-open spans of days `[from, to)`: in force on a day `on` where `from <= on < to`; `to` null means without end.
 * Lists of spans are sorted, and their spans neither overlap nor touch.
 */
import { compareDates, laterOf, type PlainDate } from '../../platform/time/plain-date.ts'

export interface Span {
  readonly from: PlainDate
  readonly to: PlainDate | null
}

/** Whether a day lies in the span. */
export function contains({ from, to }: Span, on: PlainDate): boolean {
  return from <= on && (to === null || on < to)
}

/** The spans as a sorted list without overlap: those that overlap or touch become one, those without a day vanish. */
export function union(spans: readonly Span[]): readonly Span[] {
  const sorted = spans
    .filter(({ from, to }) => to === null || from < to)
    .sort((a, b) => compareDates(a.from, b.from))
  const merged: Span[] = []
  for (const span of sorted) {
    const last = merged.at(-1)
    if (last === undefined || (last.to !== null && last.to < span.from)) {
      merged.push(span)
    } else if (last.to !== null && (span.to === null || span.to > last.to)) {
      merged[merged.length - 1] = { from: last.from, to: span.to }
    }
  }
  return merged
}

/** The days that two lists have in common. */
export function intersection(a: readonly Span[], b: readonly Span[]): readonly Span[] {
  return union(a.flatMap((x) => b.map((y) => overlap(x, y))).filter((span) => span !== null))
}

function overlap(a: Span, b: Span): Span | null {
  const from = laterOf(a.from, b.from)
  const to = earlierEnd(a.to, b.to)
  return to === null || from < to ? { from, to } : null
}

/** The earlier of two ends, null being no end at all. */
export function earlierEnd(a: PlainDate | null, b: PlainDate | null): PlainDate | null {
  if (a === null) return b
  return b === null || a < b ? a : b
}

/** A fact that holds from a day on, until the next of its kind. */
export interface Dated {
  readonly effectiveOn: PlainDate
}

/** The version in force on a day: the last that took effect on or before it; null before the first. */
export function versionOn<Version extends Dated>(
  versions: readonly Version[],
  on: PlainDate,
): Version | null {
  let current: Version | null = null
  for (const version of versions) {
    if (version.effectiveOn > on) continue
    if (current === null || version.effectiveOn >= current.effectiveOn) current = version
  }
  return current
}

/** Each version with the days on which it is in force. Of two that took effect on one day the later listed holds. */
export function versionSpans<Version extends Dated>(
  versions: readonly Version[],
): readonly (Span & { readonly version: Version })[] {
  const sorted = versions
    .map((version, order) => ({ version, order }))
    .sort((a, b) => compareDates(a.version.effectiveOn, b.version.effectiveOn) || a.order - b.order)
  return sorted.flatMap(({ version }, index) => {
    const to = sorted[index + 1]?.version.effectiveOn ?? null
    return to === version.effectiveOn ? [] : [{ from: version.effectiveOn, to, version }]
  })
}
