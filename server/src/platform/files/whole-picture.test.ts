import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { repositoryRoot } from '../root.ts'
import { isWholePicture } from './whole-picture.ts'

const folder = mkdtempSync(join(tmpdir(), 'dotpha-picture-'))
afterAll(() => rmSync(folder, { recursive: true }))

const path = join(folder, 'anh')
const isWhole = (bytes: Buffer, kind: 'png' | 'jpeg') => {
  writeFileSync(path, bytes)
  return isWholePicture(path, `image/${kind}`)
}

// One made by a browser, of many chunks; and a JPEG of one dot, as other programs write it.
const png = readFileSync(join(repositoryRoot, 'docs/pictures/overview.png'))
const jpeg = Buffer.from(
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////' +
    'wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAA//EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AN//Z',
  'base64',
)

describe('a PNG', () => {
  test('is whole as it was drawn', async () => {
    expect(await isWhole(png, 'png')).toBe(true)
  })

  test('with anything behind it, or cut off anywhere, is not', async () => {
    expect(await isWhole(Buffer.concat([png, Buffer.from('<script>')]), 'png')).toBe(false)
    for (const part of [0.1, 0.5, 0.99])
      expect(await isWhole(png.subarray(0, Math.floor(png.length * part)), 'png')).toBe(false)
    expect(await isWhole(png.subarray(0, png.length - 1), 'png')).toBe(false)
    expect(await isWhole(png.subarray(0, 8), 'png')).toBe(false)
  })

  test('that only begins like one is not', async () => {
    expect(await isWhole(Buffer.concat([png.subarray(0, 8), Buffer.from('<html>'.repeat(20))]), 'png')).toBe(
      false,
    )
  })
})

describe('a JPEG', () => {
  test('is whole as it was taken, also with what a telephone puts behind it', async () => {
    expect(await isWhole(jpeg, 'jpeg')).toBe(true)
    expect(await isWhole(Buffer.concat([jpeg, Buffer.from('MotionPhoto_Data')]), 'jpeg')).toBe(true)
  })

  test('without its end, its frame or its scan is not', async () => {
    expect(await isWhole(jpeg.subarray(0, jpeg.length - 2), 'jpeg')).toBe(false)
    expect(await isWhole(Buffer.concat([jpeg.subarray(0, 20), Buffer.of(0xff, 0xd9)]), 'jpeg')).toBe(false)
    expect(await isWhole(Buffer.concat([jpeg.subarray(0, 3), Buffer.from('<?php')]), 'jpeg')).toBe(false)
  })
})

test('no bytes whatever make it fail or run on', async () => {
  const kind = fc.constantFrom('png' as const, 'jpeg' as const)
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), kind, fc.nat(100), async (noise, of, cut) => {
      const sound = of === 'png' ? png : jpeg
      const verdict = await isWhole(Buffer.concat([sound.subarray(0, cut), noise]), of)
      return typeof verdict === 'boolean'
    }),
    { numRuns: 300 },
  )
})
