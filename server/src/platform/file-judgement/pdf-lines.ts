/** A run of text as pdf.js returns it. */
export interface Piece {
  readonly str: string
  readonly transform: readonly number[]
  readonly width: number
  readonly height: number
  readonly hasEOL: boolean
}
/** Lines as on the page; a wide gap becomes a tab, because columns are read separately. */
export function linesOf(pieces: readonly Piece[]): string {
  let text = ''
  let end: { x: number; y: number } | undefined
  for (const { str, transform, width, height, hasEOL } of pieces) {
    const [x, y] = [transform[4] ?? 0, transform[5] ?? 0]
    const size = height || Math.abs(transform[3] ?? 0) || 10
    if (str !== '' && end !== undefined) {
      const gap = x - end.x
      if (Math.abs(y - end.y) > size / 2) text += '\n'
      else if (gap > size * 1.5 || gap < -size) text += '\t'
      else if (gap > size * 0.15) text += ' '
    }
    text += str
    if (str !== '') end = { x: x + width, y }
    if (hasEOL) {
      text += '\n'
      end = undefined
    }
  }
  return text
}
