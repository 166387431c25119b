import type { ProfileName } from '../../model/document.ts'
import { type Kind, kindsOf } from '../../model/kinds.ts'
import { findAbstract } from './abstract.ts'
import { folded, isNear } from './fold.ts'
import { issuingBodies } from './issuing-bodies.ts'
import type { Line } from './lines.ts'
import type { Head } from './recognised.ts'
import { isAddresseeLabel, isDashes, isDateLine, isNumberLine, isStar } from './shapes-of-lines.ts'
import {
  circulationFolds,
  countryFold,
  legalKindFolds,
  mottoFold,
  partyTitleFold,
  urgencyFolds,
} from './words.ts'

/** No head has more lines: what stands further down is text. */
const mostLines = 60
const slips = { country: 4, motto: 3, partyTitle: 3 }

export interface HeadLines {
  readonly head: Head
  readonly kind: Kind | null
  readonly profile: ProfileName
  /** How many of the lines belong to it; the text begins behind. */
  readonly end: number
}

/** The head among the first of `lines`. `given` is the profile that the caller knows, null where the head tells it. */
export function findHead(lines: readonly Line[], given: ProfileName | null): HeadLines {
  const near = lines.slice(0, mostLines)
  const bodyLike = near.findIndex((line) => isText(line))
  const top = bodyLike < 0 ? near : near.slice(0, bodyLike)
  const first = (is: (line: Line) => boolean) => top.find(is)

  const country = first(({ fold }) => isNear(fold, countryFold, slips.country))
  const motto = first(({ fold }) => isNear(fold, mottoFold, slips.motto))
  const partyTitle = first(({ fold }) => isNear(fold, partyTitleFold, slips.partyTitle))
  const number = first(isNumberLine)
  const issued = first(isDateLine)
  const profile = given ?? (partyTitle ? 'party' : 'state')

  const urgency = first(({ fold }) => urgencyFolds.has(fold))
  const circulation = first(({ fold }) => circulationFolds.has(fold))
  const draft = first(({ fold, piece }) => /^duthao(?:lan.{0,10})?$/.test(fold) && piece.text.length < 40)
  const star = first(isStar)
  const taken = new Set([country, motto, partyTitle, number, issued, urgency, circulation, draft, star])

  const topEnd = Math.max(
    0,
    ...[country, motto, partyTitle, number, issued].map((each) => indexOf(top, each) + 1),
  )
  const kindFound = findKind(top, taken, profile)
  const letterAbstract = kindFound ? [] : findLetterAbstract(top, taken)
  const bodies = issuingBodies(top, taken, letterAbstract, {
    number,
    right: [country, motto, partyTitle, issued],
    before: kindFound ? top.indexOf(kindFound.line) : top.length,
  })
  for (const line of [...letterAbstract, ...bodies.superior, ...bodies.issuer]) taken.add(line)

  const abstract = kindFound ? findAbstract(top, top.indexOf(kindFound.line) + 1, taken, kindFound.kind) : []
  // Hyphens in place of the star are none of the abstract's.
  const belowKind = kindFound ? top.slice(top.indexOf(kindFound.line) + 1) : top
  const dashes = belowKind.find((line) => isDashes(line) && line.piece.text.includes('-'))
  const last = [kindFound?.line, dashes, ...abstract, ...letterAbstract, ...bodies.issuer, ...bodies.superior]
  const end = Math.max(topEnd, ...last.map((line) => indexOf(top, line) + 1))
  const letter = kindsOf(profile).find((each) => each.shape === 'letter') ?? null
  const isLetter = letterAbstract.length > 0 || (!kindFound && hasAddressee(lines))
  return {
    head: {
      country: country?.piece ?? null,
      motto: motto?.piece ?? null,
      partyTitle: partyTitle?.piece ?? null,
      superior: bodies.superior.map(({ piece }) => piece),
      issuer: bodies.issuer.map(({ piece }) => piece),
      star: star?.piece ?? null,
      number: number?.piece ?? null,
      issued: issued?.piece ?? null,
      kindLine: kindFound?.line.piece ?? null,
      abstract: abstract.map(({ piece }) => piece),
      letterAbstract: letterAbstract.map(({ piece }) => piece),
      dashes: dashes?.piece ?? null,
      urgency: urgency?.piece ?? null,
      circulation: circulation?.piece ?? null,
      draft: draft?.piece ?? null,
    },
    kind: kindFound ? kindFound.kind : isLetter ? letter : null,
    profile,
    end: Math.max(end, ...[urgency, circulation, draft, star].map((line) => indexOf(top, line) + 1)),
  }
}

const indexOf = (lines: readonly Line[], line: Line | undefined) => (line ? lines.indexOf(line) : -1)

const hasAddressee = (lines: readonly Line[]) => lines.slice(0, mostLines).some(isAddresseeLabel)

const longestOfHead = 400
const longestJustified = 45

/** The text has begun, or the foot: what stands behind is no head, whatever its words. */
function isText({ piece, side, fold, table, look }: Line): boolean {
  if (/^noinhan/.test(fold)) return true
  if (side !== 'full' || table) return false
  const { text, paragraph } = piece
  if (/^(?:Điều\s+\d+|(?:-\s*)?Căn cứ\s|I\.\s)/u.test(text) || /^kinh(?:gui|trinh)/.test(fold)) return true
  const justified = paragraph.alignment === 'both' && look.bold === 'none' && !look.capital
  return text.length > (justified ? longestJustified : longestOfHead)
}

interface KindFound {
  readonly line: Line
  /** null for a legal normative document, or where no such kind is known. */
  readonly kind: Kind | null
}

function findKind(
  top: readonly Line[],
  taken: ReadonlySet<Line | undefined>,
  profile: ProfileName,
): KindFound | null {
  const kinds = new Map(kindsOf(profile).map((kind) => [folded(kind.name), kind]))
  for (const line of top) {
    if (taken.has(line) || line.side === 'left') continue
    const kind = kinds.get(line.fold)
    const stands = line.centred || line.look.capital || line.look.bold !== 'none'
    if (stands && (kind || legalKindFolds.has(line.fold))) return { line, kind: kind ?? null }
  }
  return findKindWithMore(top, taken, [...kinds]) ?? findUnknownKind(top, taken)
}

/** `KẾ HOẠCH CÔNG TÁC NĂM 2026` on one line. */
function findKindWithMore(
  top: readonly Line[],
  taken: ReadonlySet<Line | undefined>,
  kinds: readonly (readonly [string, Kind])[],
): KindFound | null {
  for (const line of top) {
    if (taken.has(line) || line.side !== 'full' || !line.centred || !line.look.capital) continue
    const kind = kinds.find(([fold]) => line.fold.startsWith(fold))
    if (kind) return { line, kind: kind[1] }
  }
  return null
}

/** Capital, bold, centred, short, below the date, above a line that is bold and centred in small letters. */
function findUnknownKind(top: readonly Line[], taken: ReadonlySet<Line | undefined>): KindFound | null {
  const below = top.findIndex(isDateLine)
  for (const [at, line] of top.entries()) {
    if (below < 0 || at <= below || taken.has(line) || line.side !== 'full' || line.table) continue
    const next = top[at + 1]
    const looks =
      line.centred && line.look.capital && line.look.bold === 'all' && line.piece.text.length <= 30
    if (looks && next?.centred && next.look.bold === 'all' && !next.look.capital) return { line, kind: null }
  }
  return null
}

/** `V/v …` or `Về việc …` under the symbol, with the lines it runs on over. */
function findLetterAbstract(top: readonly Line[], taken: ReadonlySet<Line | undefined>): readonly Line[] {
  const at = top.findIndex(
    (line) =>
      !taken.has(line) &&
      line.piece.text.length < 300 &&
      (/^V\s?[/.]\s?v\b/iu.test(line.piece.text) || /^veviec/.test(line.fold)),
  )
  const begins = top[at]
  if (!begins) return []
  const found = [begins]
  if (!begins.table) return found
  for (const line of top.slice(at + 1)) {
    if (line.table !== begins.table || line.column !== begins.column || taken.has(line)) break
    found.push(line)
  }
  return found
}
