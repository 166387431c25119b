import type { Span, Text } from '../document.ts'
import { capital } from './letters.ts'

export const spansOf = (text: Text): readonly Span[] =>
  typeof text === 'string' ? (text === '' ? [] : [{ text }]) : text

/** The words alone, notes at the foot left out. */
export const plainText = (text: Text): string =>
  typeof text === 'string' ? text : text.map((span) => span.text).join('')

export const capitalSpans = (spans: readonly Span[]): readonly Span[] =>
  spans.map((span) => ({ ...span, text: capital(span.text) }))

export const before = (
  words: string,
  spans: readonly Span[],
  look: Omit<Span, 'text'> = {},
): readonly Span[] => joined([{ ...look, text: words }, ...spans])

export const after = (spans: readonly Span[], words: string): readonly Span[] =>
  joined([...spans, { text: words }])

/** Neighbours of the same look become one, so that the same words always come as the same spans. */
export function joined(spans: readonly Span[]): readonly Span[] {
  const all: Span[] = []
  for (const span of spans) {
    const last = all.at(-1)
    if (span.text === '' && span.footnote === undefined) continue
    if (last && last.footnote === undefined && sameLook(last, span))
      all[all.length - 1] = { ...span, text: last.text + span.text }
    else all.push(span)
  }
  return all
}

const sameLook = (one: Span, other: Span): boolean =>
  (one.bold ?? false) === (other.bold ?? false) &&
  (one.italic ?? false) === (other.italic ?? false) &&
  (one.underline ?? false) === (other.underline ?? false) &&
  one.raised === other.raised

/** Ends with `mark`, and with no full stop, comma or semicolon before it. */
export function ended(spans: readonly Span[], mark: string): readonly Span[] {
  const last = spans.at(-1)
  if (!last) return [{ text: mark }]
  const bare = last.text.replace(/[.;,\s]{1,9}$/u, '')
  return after([...spans.slice(0, -1), { ...last, text: bare }], mark)
}
