import { malformed } from './limits.ts'

/** What `/DecodeParms` say of predictors (ISO 32000-2, table 8), defaults filled in. */
export interface Prediction {
  readonly predictor: number
  readonly colors: number
  readonly bitsPerComponent: number
  readonly columns: number
}

/** Undoes a predictor (7.4.4.4). @throws PadesError `pdf_malformed` */
export function unpredict(bytes: Uint8Array, prediction: Prediction, offset: number): Uint8Array {
  const { predictor, colors, bitsPerComponent, columns } = prediction
  if (predictor === 1) return bytes
  const isSound =
    colors >= 1 &&
    colors <= 32 &&
    [1, 2, 4, 8, 16].includes(bitsPerComponent) &&
    columns >= 1 &&
    columns <= 1e6
  if (!isSound) throw malformed('predictor_parameters', offset)
  const rowBytes = Math.ceil((colors * bitsPerComponent * columns) / 8)
  const pixelBytes = Math.max(1, (colors * bitsPerComponent) >> 3)
  if (predictor >= 10 && predictor <= 15) return undoPng(bytes, rowBytes, pixelBytes, offset)
  if (predictor === 2) return undoTiff(bytes, rowBytes, prediction, offset)
  throw malformed('predictor', offset)
}

/** Each row says in its first byte how it is predicted; what the dictionary says of it does not matter. */
function undoPng(bytes: Uint8Array, rowBytes: number, pixelBytes: number, offset: number): Uint8Array {
  const rows = Math.ceil(bytes.length / (rowBytes + 1))
  const out = new Uint8Array(Math.max(0, bytes.length - rows))
  for (let row = 0; row < rows; row++) {
    const from = row * (rowBytes + 1)
    const kind = bytes[from] ?? 0
    if (kind > 4) throw malformed('predictor_row', offset)
    const to = row * rowBytes
    const length = Math.min(rowBytes, bytes.length - from - 1)
    for (let i = 0; i < length; i++) {
      const left = i >= pixelBytes ? (out[to + i - pixelBytes] ?? 0) : 0
      const up = row > 0 ? (out[to + i - rowBytes] ?? 0) : 0
      const upLeft = row > 0 && i >= pixelBytes ? (out[to + i - rowBytes - pixelBytes] ?? 0) : 0
      out[to + i] = (bytes[from + 1 + i] ?? 0) + predicted(kind, left, up, upLeft)
    }
  }
  return out
}

function predicted(kind: number, left: number, up: number, upLeft: number): number {
  if (kind === 0) return 0
  if (kind === 1) return left
  if (kind === 2) return up
  if (kind === 3) return (left + up) >> 1
  const estimate = left + up - upLeft
  const toLeft = Math.abs(estimate - left)
  const toUp = Math.abs(estimate - up)
  const toUpLeft = Math.abs(estimate - upLeft)
  if (toLeft <= toUp && toLeft <= toUpLeft) return left
  return toUp <= toUpLeft ? up : upLeft
}

function undoTiff(bytes: Uint8Array, rowBytes: number, p: Prediction, offset: number): Uint8Array {
  const out = Uint8Array.from(bytes)
  for (let row = 0; row < out.length; row += rowBytes) {
    const end = Math.min(row + rowBytes, out.length)
    if (p.bitsPerComponent === 8)
      for (let i = row + p.colors; i < end; i++) out[i] = (out[i] ?? 0) + (out[i - p.colors] ?? 0)
    else if (p.bitsPerComponent === 16)
      for (let i = row + 2 * p.colors; i + 1 < end; i += 2) {
        const before = i - 2 * p.colors
        const sum =
          (out[i] ?? 0) * 256 + (out[i + 1] ?? 0) + (out[before] ?? 0) * 256 + (out[before + 1] ?? 0)
        out[i] = sum >> 8
        out[i + 1] = sum
      }
    // Components of less than a byte are met in images alone, and those are left as they are.
    else throw malformed('predictor_bits', offset)
  }
  return out
}
