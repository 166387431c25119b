import { expect, test } from 'vitest'
import { imageFacts } from './image.ts'

/** Start, one application segment, a frame of so many by so many, end. */
function jpeg(width: number, height: number, frame = 0xc0): Buffer {
  const facts = Buffer.from([
    0xff,
    frame,
    0,
    11,
    8,
    height >> 8,
    height & 255,
    width >> 8,
    width & 255,
    1,
    0,
    0,
    0,
  ])
  return Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0]), facts, Buffer.from([0xff, 0xd9])])
}
const of = (bytes: Uint8Array) => imageFacts(Buffer.from(bytes).toString('base64'))

test('knows a JPEG by its frame', () => {
  expect(of(jpeg(640, 480))).toEqual({ format: 'jpg', width: 640, height: 480 })
  expect(of(jpeg(7_016, 4_961))).not.toBeNull()
  expect(of(jpeg(640, 480, 0xc2))).toEqual({ format: 'jpg', width: 640, height: 480 })
})

test.each<[string, Uint8Array]>([
  ['a JPEG without a frame', jpeg(640, 480, 0xc4)],
  ['a JPEG without an end', jpeg(640, 480).subarray(0, -2)],
  ['a JPEG of no height', jpeg(640, 0)],
  ['a JPEG too large', jpeg(65_535, 65_535)],
  ['a JPEG larger than a page at 600 dots an inch', jpeg(8_000, 5_001)],
  ['nothing', Buffer.alloc(0)],
  ['a GIF', Buffer.from('GIF89a'.padEnd(80, '\0'))],
])('refuses %s', (_, bytes) => {
  expect(of(bytes)).toBeNull()
})

test('refuses what is not base64', () => {
  expect(imageFacts('a%aa')).toBeNull()
  expect(imageFacts('aaaaa')).toBeNull()
})
