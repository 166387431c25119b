/** The known word that was probably meant, or undefined. */
export function suggestion(typed: string, known: readonly string[]): string | undefined {
  const scored = known.map((word) => ({ word, steps: stepsBetween(typed, word) }))
  const [best] = scored.sort((a, b) => a.steps - b.steps)
  return best !== undefined && best.steps <= Math.max(1, Math.floor(typed.length / 3)) ? best.word : undefined
}

/** How many letters have to be put in, taken away or changed (Levenshtein). */
function stepsBetween(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1]
    for (const [j, other] of [...b].entries())
      next.push(
        Math.min((next[j] ?? 0) + 1, (row[j + 1] ?? 0) + 1, (row[j] ?? 0) + (letter === other ? 0 : 1)),
      )
    row = next
  }
  return row.at(-1) ?? 0
}
