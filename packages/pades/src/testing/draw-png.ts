import { crc32, deflateSync } from 'node:zlib'

export type Rgba = readonly [number, number, number, number]

/** A PNG of eight bits a sample, whose pixels a function tells; grey, RGB or RGBA by the number of its values. */
export function drawPng(
  width: number,
  height: number,
  pixel: (x: number, y: number) => readonly number[],
): Uint8Array {
  const samples = pixel(0, 0).length
  const rows = Buffer.alloc(height * (width * samples + 1))
  let at = 0
  for (let y = 0; y < height; y++) {
    rows[at++] = 0
    for (let x = 0; x < width; x++) for (const sample of pixel(x, y)) rows[at++] = sample
  }
  const colourType = { 1: 0, 2: 4, 3: 2, 4: 6 }[samples] ?? 0
  return pngOf(width, height, 8, colourType, [['IDAT', deflateSync(rows)]])
}

/** A PNG file of chunks between its header and its end. */
export function pngOf(
  width: number,
  height: number,
  depth: number,
  colourType: number,
  chunks: readonly (readonly [string, Uint8Array])[],
  interlace = 0,
): Uint8Array {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([depth, colourType, 0, 0, interlace], 8)
  const parts = [['IHDR', header] as const, ...chunks, ['IEND', new Uint8Array(0)] as const].map(chunkOf)
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), ...parts])
}

function chunkOf([name, data]: readonly [string, Uint8Array]): Buffer {
  const chunk = Buffer.alloc(data.length + 12)
  chunk.writeUInt32BE(data.length, 0)
  chunk.write(name, 4, 'latin1')
  chunk.set(data, 8)
  chunk.writeUInt32BE(crc32(chunk.subarray(4, data.length + 8)), data.length + 8)
  return chunk
}

const clear: Rgba = [255, 255, 255, 0]

/** Blue ink on a transparent ground, written by nobody. */
export function signaturePng(width = 900, height = 400): Uint8Array {
  return drawPng(width, height, (x, y) => {
    const along = x / width
    const curve = 0.5 + 0.35 * Math.sin(along * 19) * (1 - along) + 0.1 * Math.sin(along * 43)
    const distance = Math.abs(y / height - curve) * height
    const line = Math.abs(y - height * 0.9 + x * 0.1) < 4 && along > 0.2
    return distance < 9 || line ? [20, 60, 180, 235] : clear
  })
}

/** A red ring with a star in it, on a transparent ground. */
export function sealPng(size = 500): Uint8Array {
  const middle = size / 2
  return drawPng(size, size, (x, y) => {
    const radius = Math.hypot(x - middle, y - middle) / middle
    const turn = Math.atan2(x - middle, middle - y)
    const star = 0.2 + 0.16 * Math.cos(turn * 5)
    const isRing = (radius > 0.94 && radius < 0.99) || (radius > 0.62 && radius < 0.645)
    const isLetter = radius > 0.7 && radius < 0.86 && Math.sin(turn * 40) > 0.2
    return isRing || isLetter || radius < star ? [215, 20, 25, 230] : clear
  })
}
