import { markHits } from '../platform/text-search/mark-hits.ts'
import type { Search } from '../platform/text-search/parse-search.ts'
import { formatNumber } from './format.ts'
import { useWords } from './words.tsx'

export interface MarkedProps {
  readonly search: Search
  readonly text: string
  /** The other texts of the same thing. */
  readonly beside?: string | undefined
}

/** A text in which what was looked for is marked. */
export function Marked({ search, text, beside }: MarkedProps) {
  return (
    <>
      {markHits(search, text, beside).map((piece, index) =>
        piece.hit ? <mark key={index}>{piece.text}</mark> : piece.text,
      )}
    </>
  )
}

/** How many things were found of each kind, each a link to the list of exactly these. */
export function CountChips(props: {
  readonly label: string
  readonly counts: ReadonlyArray<{ readonly label: string; readonly total: number; readonly href: string }>
  /** From this number on it says that there are as many or more. */
  readonly most: number
}) {
  const { language } = useWords()
  return (
    <ul class="chips" aria-label={props.label}>
      {props.counts.map(({ label, total, href }) => (
        <li key={href}>
          <a class="chip" href={href}>
            {label} <b>{`${formatNumber(total, language)}${total >= props.most ? '+' : ''}`}</b>
          </a>
        </li>
      ))}
    </ul>
  )
}
