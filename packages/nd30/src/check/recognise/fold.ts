const marks = /\p{M}+/gu
const notLetters = /[^a-z0-9]+/g
const longest = 200

/**
 * Words without capitals, accents and signs, by which a component is known however it is written: `Số :` → `so`.
 * Only the first 200 letters: no component that is known by its words is longer.
 */
export function folded(text: string): string {
  return text
    .slice(0, longest)
    .toLowerCase()
    .normalize('NFD')
    .replace(marks, '')
    .replace(/[đð]/g, 'd')
    .replace(notLetters, '')
}

/** Whether so few letters differ that the one is a slip of the pen for the other. */
export function isNear(a: string, b: string, most: number): boolean {
  if (a === b) return true
  if (Math.abs(a.length - b.length) > most || a.length > longest) return false
  return distance(a, b) <= most
}

function distance(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let row = 1; row <= a.length; row++) {
    const here = [row]
    for (let column = 1; column <= b.length; column++) {
      const step = a[row - 1] === b[column - 1] ? 0 : 1
      here.push(
        Math.min((above[column] ?? 0) + 1, (here[column - 1] ?? 0) + 1, (above[column - 1] ?? 0) + step),
      )
    }
    above = here
  }
  return above[b.length] ?? 0
}
