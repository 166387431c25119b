import type { Kind } from '../../model/kinds.ts'
import type { Line } from './lines.ts'
import type { Piece } from './piece.ts'
import type { Addressees } from './recognised.ts'
import { isAddresseeLabel } from './shapes-of-lines.ts'

/** What stands between the head and the text. */
export interface Preamble {
  readonly addressees: Addressees | null
  readonly competence: readonly Piece[]
  readonly bases: readonly Piece[]
  readonly enacting: Piece | null
  /** Index of the first line of the text. */
  readonly end: number
}

const mostBases = 60
const baseWords =
  /^(?:[-–]\s*)?(?:Căn cứ|Xét|Theo|Thực hiện|Được sự|Sau khi|Trên cơ sở|Quán triệt|Thi hành|Tiếp theo)\s/u
const enactingFolds: ReadonlySet<string> = new Set(['quyetdinh', 'quyetnghi', 'quyetdinhnhusau'])

export function findPreamble(lines: readonly Line[], from: number, kind: Kind | null): Preamble {
  const addressed = findAddressees(lines, from)
  let at = addressed?.end ?? from
  const enactingAt = findEnacting(lines, at)
  const enacting = enactingAt === null ? null : (lines[enactingAt]?.piece ?? null)
  const basesEnd = enactingAt ?? Math.min(lines.length, at + mostBases)

  const competence: Piece[] = []
  const bases: Piece[] = []
  const isLetter = kind?.shape === 'letter'
  while (at < basesEnd && !isLetter && isCompetence(lines, at, kind)) competence.push(pieceAt(lines, at++))
  if (enactingAt === null)
    while (at < basesEnd && !isLetter && isBase(lines, at)) bases.push(pieceAt(lines, at++))
  else
    for (const line of lines.slice(at, enactingAt)) {
      // The Party's body that decides stands below the bases.
      const decides = line.look.capital && !baseWords.test(line.piece.text)
      ;(decides ? competence : bases).push(line.piece)
    }
  const end = enactingAt === null ? at : enactingAt + 1
  return { addressees: addressed?.addressees ?? null, competence, bases, enacting, end }
}

function pieceAt(lines: readonly Line[], at: number): Piece {
  const line = lines[at]
  if (!line) throw new RangeError(`no line ${at}`)
  return line.piece
}

const item = /^[-–+•]\s?/u
const mostAddressees = 200

function findAddressees(
  lines: readonly Line[],
  from: number,
): { readonly addressees: Addressees; readonly end: number } | null {
  const labelAt = lines.slice(from, from + 12).findIndex(isAddresseeLabel)
  const label = lines[from + labelAt]
  if (labelAt < 0 || !label) return null
  let end = from + labelAt + 1
  const found: Piece[] = []
  while (end < lines.length && found.length < mostAddressees) {
    const line = lines[end]
    if (!line || !isAddressee(line, label)) break
    found.push(line.piece)
    end++
  }
  return { addressees: { label: label.piece, lines: found }, end }
}

function isAddressee(line: Line, label: Line): boolean {
  if (label.table) return line.table === label.table
  if (line.table || line.piece.text.length > 300) return false
  // With one addressee on the label's own line, dashes below are the text's.
  const one = /:\s*\p{L}/u.test(label.piece.text)
  const sameParagraph = line.piece.paragraph === label.piece.paragraph
  return sameParagraph || (!one && (item.test(line.piece.text) || line.piece.paragraph.numbering !== null))
}

/** Also with who decides before it on the same line: `BAN THƯỜNG VỤ TỈNH ỦY QUYẾT ĐỊNH`. */
function isEnacting({ fold, look, piece }: Line): boolean {
  if (enactingFolds.has(fold)) return true
  return look.capital && piece.text.length <= 120 && /(?:quyetdinh|quyetnghi)$/.test(fold)
}

/** An article, or a heading above articles: the text has begun, and a title in capitals may end like an enacting line. */
const beginsText = /^(?:Điều\s+\d|(?:Phần|PHẦN|Chương|CHƯƠNG)\s|[IVXLC]+\.\s)/u

/** `QUYẾT ĐỊNH:` alone on its line, before any article or heading. */
function findEnacting(lines: readonly Line[], from: number): number | null {
  for (let at = from; at < Math.min(lines.length, from + mostBases); at++) {
    const line = lines[at]
    if (!line || beginsText.test(line.piece.text) || isBehindText(line, at > from)) return null
    if (line.table === null && isEnacting(line)) return at
  }
  return null
}

/** The recipients, or another page: what is attached there may be a quyết định of its own. */
const isBehindText = (line: Line, below: boolean) =>
  (line.piece.text.length < 60 && line.fold === 'noinhan') || (below && line.startsPage)

function isCompetence(lines: readonly Line[], at: number, kind: Kind | null): boolean {
  const line = lines[at]
  if (!line || line.table) return false
  const { text } = line.piece
  if (text.length > 150 || baseWords.test(text) || /^(?:[-+•]|\d+\.|Phần|Chương|[IVX]+[.-])\s?/iu.test(text))
    return false
  const next = lines[at + 1]
  const aboveBases = next !== undefined && (baseWords.test(next.piece.text) || next.look.capital)
  return aboveBases && (line.look.capital || (line.centred && kind?.enacting !== undefined))
}

/** Without an enacting line only those that end as bases do are taken for them: others begin the text. */
function isBase(lines: readonly Line[], at: number): boolean {
  const line = lines[at]
  if (!line || line.table) return false
  const { text } = line.piece
  if (!/^(?:-\s*)?(?:Căn cứ|Xét|Theo đề nghị|Thực hiện)\s/u.test(text)) return false
  return (
    text.endsWith(';') || (at > 0 && (lines[at - 1]?.piece.text.endsWith(';') ?? false) && text.length < 500)
  )
}
