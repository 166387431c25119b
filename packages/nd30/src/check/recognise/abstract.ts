import type { Kind } from '../../model/kinds.ts'
import type { Line } from './lines.ts'
import { isAddresseeLabel, isDashes } from './shapes-of-lines.ts'

const mostLines = 5
const base = /^(?:-\s*)?(?:Căn cứ|Xét|Theo đề nghị)\s/u
const group = /^(?:Phần|Chương|Mục|Tiểu mục)\s+(?:thứ\s+\p{Ll}{2,6}|[IVXLC]{1,8}|\d{1,3})$/iu
const clearly = /^(?:v\/v|về)\s/iu

/** The lines of the abstract that begin at `from`: centred or bold, until the addressees, the bases or the text. */
export function findAbstract(
  lines: readonly Line[],
  from: number,
  taken: ReadonlySet<Line | undefined>,
  kind: Kind | null,
): readonly Line[] {
  const found: Line[] = []
  for (const [at, line] of lines.slice(from, from + mostLines).entries()) {
    if (taken.has(line) && at === 0) continue
    if (taken.has(line) || line.table || isDashes(line) || isAddresseeLabel(line)) break
    if (base.test(line.piece.text) || isEnd(line, found.length, kind)) break
    found.push(line)
  }
  return found
}

function isEnd(line: Line, found: number, kind: Kind | null): boolean {
  const { text } = line.piece
  if (found === 0 && clearly.test(text)) return false
  if (text.length > 350 || group.test(text) || /^[-+]\s|^\d+\.\s|^Điều\s+\d/u.test(text)) return true
  // Behind the abstract of a quyết định stands who may issue it, in capitals; elsewhere capitals are the abstract's own.
  if (line.look.capital) return found > 0 || kind?.enacting !== undefined
  if (line.centred) return false
  return line.look.bold !== 'all' || found > 1
}
