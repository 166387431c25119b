import type { Cell } from './document.ts'

/**
 * The rows whose cells do not fill the columns exactly, counted from 0. A cell over several rows takes its columns in
 * each of them; none reaches below the last row. `rows.length` stands for one that does.
 */
export function rowsThatDoNotFit(rows: readonly (readonly Cell[])[], columns: number): readonly number[] {
  /** How many rows more each column is taken from above. */
  const taken: number[] = new Array(columns).fill(0)
  const wrong = rows.flatMap((row, index) => (placed(row, taken) ? [] : [index]))
  return taken.some((rowsLeft) => rowsLeft > 0) ? [...wrong, rows.length] : wrong
}

function placed(row: readonly Cell[], taken: number[]): boolean {
  const next = taken.map((rowsLeft) => Math.max(rowsLeft - 1, 0))
  const free = (column: number) => column < taken.length && taken[column] === 0
  let column = 0
  let fits = true
  for (const cell of row) {
    while (column < taken.length && !free(column)) column += 1
    for (let wide = cell.columns ?? 1; wide > 0; wide -= 1, column += 1) {
      fits &&= free(column)
      if (column < taken.length) next[column] = (cell.rows ?? 1) - 1
    }
  }
  while (column < taken.length && !free(column)) column += 1
  next.forEach((rowsLeft, at) => {
    taken[at] = rowsLeft
  })
  return fits && column === taken.length
}
