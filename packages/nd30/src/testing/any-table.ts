import fc from 'fast-check'
import type { Cell, Table } from '../model/document.ts'

/** Any table whose spans fit: made whole, then neighbours are joined. */
export const anyTable = (
  anyCell: fc.Arbitrary<Cell>,
  anyCaption: fc.Arbitrary<string>,
): fc.Arbitrary<Table> =>
  fc
    .tuple(
      // The first is 1: shares are told without a common factor.
      fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 3 }).map((others) => [1, ...others]),
      fc.integer({ min: 1, max: 4 }),
      fc.boolean(),
      fc.option(anyCaption, { nil: undefined }),
      fc.infiniteStream(anyCell),
      fc.infiniteStream(fc.nat(5)),
    )
    .map(([columns, rows, headed, caption, cells, choices]) => {
      const next = () => cells.next().value as Cell
      const choose = () => choices.next().value as number
      return {
        type: 'table' as const,
        ...(caption === undefined ? {} : { caption }),
        columns,
        ...(headed ? { header: [columns.map(next)] } : {}),
        rows: joinedRows(columns.length, rows, next, choose),
      }
    })

function joinedRows(columns: number, rows: number, next: () => Cell, choose: () => number): Cell[][] {
  const taken = Array.from({ length: rows }, () => new Array<boolean>(columns).fill(false))
  const isFree = (row: number, column: number) => row < rows && column < columns && !taken[row]?.[column]
  return taken.map((_, row) => {
    const made: Cell[] = []
    for (let column = 0; column < columns; column += 1) {
      if (!isFree(row, column)) continue
      const wide = choose() === 0 && isFree(row, column + 1) ? 2 : 1
      const high = wide === 1 && choose() === 0 && isFree(row + 1, column) ? 2 : 1
      for (let down = 0; down < high; down += 1)
        for (let right = 0; right < wide; right += 1) {
          const at = taken[row + down]
          if (at) at[column + right] = true
        }
      made.push({ ...next(), ...(wide > 1 ? { columns: wide } : {}), ...(high > 1 ? { rows: high } : {}) })
    }
    return made
  })
}
