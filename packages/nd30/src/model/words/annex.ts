import type { Profile } from '../../profile/profile.ts'
import { toRoman } from '../../text/roman.ts'
import type { Annex, OfficialDocument, Span } from '../document.ts'
import { kindById } from '../kinds.ts'
import { type BodyLine, bodyLines } from './body.ts'
import { type TitledHead, titledHead } from './head.ts'
import { dateWords } from './issued.ts'
import { capital } from './letters.ts'
import { capitalSpans, spansOf } from './spans.ts'
import { documentSymbol } from './symbol.ts'

export interface AnnexWords {
  readonly type: Annex['type']
  /** Of what is attached: issuer and title of the State or the Party once more. A Phụ lục has none. */
  readonly head: TitledHead | null
  /** `Phụ lục`, `Phụ lục II`; of what is attached its kind: `QUY CHẾ`. */
  readonly label: string
  /** In capitals in a Phụ lục; in the look of an abstract in what is attached. */
  readonly title: readonly Span[]
  /** A drawn line stands below it, five hyphens in the Party's: `(Kèm theo Quyết định số … ngày … của …)` */
  readonly reference: string
  readonly landscape: boolean
  readonly body: readonly BodyLine[]
}

/** Annexes and attached documents: annex I, part II, on phụ lục; annex III, samples 1.3, 2.1 and 2.2. */
export function annexesWords(document: OfficialDocument, profile: Profile): readonly AnnexWords[] {
  const annexes = document.annexes ?? []
  const many = annexes.filter(({ type }) => type === 'annex').length > 1
  let nth = 0
  return annexes.map((annex) => {
    if (annex.type === 'annex') nth += 1
    const label = many ? `Phụ lục ${toRoman(Math.max(nth, 1))}` : 'Phụ lục'
    return annexWords(annex, label, document, profile)
  })
}

function annexWords(annex: Annex, label: string, document: OfficialDocument, profile: Profile): AnnexWords {
  const attached = annex.type === 'attached'
  const kind = kindById(document.profile, annex.kind ?? '')?.name ?? 'Văn bản'
  return {
    type: annex.type,
    head: attached ? titledHead(document, profile) : null,
    label: attached ? capital(kind) : label,
    title: attached ? spansOf(annex.title) : capitalSpans(spansOf(annex.title)),
    reference: referenceLine(annex.reference, document, profile),
    landscape: annex.landscape ?? false,
    body: bodyLines(annex.body, document.profile, isOpenEnded(annex) ? null : profile.body.ending),
  }
}

/** A table or a figure closes an annex by itself: a mark alone below it would look like a slip. */
function isOpenEnded({ body }: Annex): boolean {
  const last = body.at(-1)?.type
  return last === 'table' || last === 'figure'
}

/** In an electronic document the places stay empty: the system fills them when it gives the number. */
export function referenceLine(
  reference: Annex['reference'],
  document: OfficialDocument,
  profile: Profile,
): string {
  const kind = kindById(document.profile, document.kind)?.name ?? 'Văn bản'
  if (reference === 'empty') return `(Kèm theo ${kind} số …/…-… ngày … tháng … năm … của …)`
  const symbol = documentSymbol(document, profile) ?? ''
  const issuer = document.issuerInText ?? document.issuer.replaceAll('\n', ' ')
  return `(Kèm theo ${kind} số ${symbol} ${dateWords(document.issued?.date ?? null)} của ${issuer})`
}
