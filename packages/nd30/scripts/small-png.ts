import { crc32, deflateSync } from 'node:zlib'

/** Twelve greys from white to black, and the red of marks with its edges. */
const palette: readonly (readonly [red: number, green: number, blue: number])[] = [
  ...Array.from({ length: 12 }, (_, step) => {
    const grey = Math.round(255 - (step * 255) / 11)
    return [grey, grey, grey] as const
  }),
  [255, 0, 0],
  [255, 80, 80],
  [255, 150, 150],
  [255, 210, 210],
]

function nearest(red: number, green: number, blue: number): number {
  let best = 0
  let least = Number.POSITIVE_INFINITY
  for (const [index, [r, g, b]] of palette.entries()) {
    const far = (red - r) ** 2 + (green - g) ** 2 + (blue - b) ** 2
    if (far < least) {
      least = far
      best = index
    }
  }
  return best
}

/** A PNG of sixteen colours of a binary PPM. */
export function smallPng(ppm: Buffer): Buffer {
  const head = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(ppm.subarray(0, 40).toString('latin1'))
  if (!head) throw new RangeError('no binary PPM')
  const [width, height, start] = [Number(head[1]), Number(head[2]), head[0].length]
  const known = new Map<number, number>()
  const rowBytes = Math.ceil(width / 2) + 1
  const rows = Buffer.alloc(rowBytes * height)
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const colour = ppm.readUIntBE(start + (y * width + x) * 3, 3)
      let index = known.get(colour)
      if (index === undefined) {
        index = nearest(colour >> 16, (colour >> 8) & 0xff, colour & 0xff)
        known.set(colour, index)
      }
      const at = y * rowBytes + 1 + (x >> 1)
      rows[at] = (rows[at] ?? 0) | (x % 2 === 0 ? index << 4 : index)
    }
  const size = Buffer.alloc(13)
  size.writeUInt32BE(width, 0)
  size.writeUInt32BE(height, 4)
  size.set([4, 3], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', size),
    chunk('PLTE', Buffer.from(palette.flat())),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}
