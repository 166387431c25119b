import type { Line } from './lines.ts'
import type { SignatureFound } from './recognised.ts'
import { isAuthorityLine, isNameLine, isPostLine, isRemark } from './shapes-of-lines.ts'

/** The blocks of signatures among the lines of the foot; those side by side from left to right. */
export function signaturesOf(lines: readonly Line[]): readonly SignatureFound[] {
  return columnsOf(lines)
    .map(signatureOf)
    .filter((found) => found !== null)
}

/** Lines that stand below each other: of one column of a table, or one side of a line. */
function columnsOf(lines: readonly Line[]): readonly (readonly Line[])[] {
  const columns = new Map<unknown, Map<string, Line[]>>()
  for (const line of lines) {
    const ofTable = columns.get(line.table) ?? new Map<string, Line[]>()
    columns.set(line.table, ofTable)
    const key = line.table ? `${line.column}.${line.piece.tab}` : line.side === 'left' ? 'left' : 'right'
    const column = ofTable.get(key) ?? []
    ofTable.set(key, column)
    column.push(line)
  }
  return [...columns.values()].flatMap((ofTable) =>
    [...ofTable.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, column]) => column),
  )
}

function signatureOf(column: readonly Line[]): SignatureFound | null {
  const lines = column.filter((line) => !isRemark(line) && /\p{L}/u.test(line.piece.text))
  const authority = authorityOf(lines)
  const rest = lines.filter((line) => !authority.includes(line))
  const name = nameOf(rest, authority.length)
  const position = rest.filter((line) => line !== name && (isPostLine(line) || line.look.capital))
  if (authority.length === 0 && position.length === 0) return null
  return {
    authority: authority.map(({ piece }) => piece),
    position: position.map(({ piece }) => piece),
    name: name?.piece ?? null,
  }
}

/** Lines with a prefix, and those with which a long name of a body runs on before the next prefix or the post. */
function authorityOf(lines: readonly Line[]): readonly Line[] {
  const found: Line[] = []
  for (const [at, line] of lines.entries()) {
    if (isAuthorityLine(line)) found.push(line)
    else if (found.length > 0 && runsOn(lines, at)) found.push(line)
    else if (found.length > 0) break
  }
  return found
}

function runsOn(lines: readonly Line[], at: number): boolean {
  const line = lines[at]
  const next = lines[at + 1]
  if (!line || !next || isPostLine(line) || !line.look.capital) return false
  return isAuthorityLine(next) || isPostLine(next)
}

/** The last line that is a name; a name in capitals is one where it is last and below another line. */
function nameOf(rest: readonly Line[], above: number): Line | undefined {
  const written = rest.findLast((line) => isNameLine(line) && !line.look.capital && !isPostLine(line))
  if (written) return written
  const last = rest.at(-1)
  if (!last || isPostLine(last) || rest.length + above < 2) return undefined
  return isNameLine(last) ? last : undefined
}
