import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { bytesSource, digestSpans, eachBlock, fileSource, prefixOf } from './source.ts'

const folder = mkdtempSync(join(tmpdir(), 'pades-source-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const bytes = Uint8Array.from({ length: 3_000_001 }, (_, index) => (index * 31 + (index >> 9)) & 255)
const path = join(folder, 'file')
writeFileSync(path, bytes)

test('a file, its prefix and its bytes give the same parts', () => {
  using file = fileSource(path)
  const place = fc.nat(bytes.length + 10)
  fc.assert(
    fc.property(place, fc.nat(200_000), place, (from, size, end) => {
      expect(file.read(from, from + size)).toEqual(bytes.slice(from, from + size))
      const clipped = bytes.slice(0, end)
      for (const source of [file, bytesSource(bytes)]) {
        const prefix = prefixOf(source, end)
        expect(prefix.sizeBytes).toBe(clipped.length)
        expect(Buffer.compare(prefix.read(from, from + size), clipped.subarray(from, from + size))).toBe(0)
      }
    }),
  )
})

test('a file reads the same block once', () => {
  using file = fileSource(path)
  expect(file.read(10, 20).buffer).toBe(file.read(400, 500).buffer)
})

test('the digest of spans is that of their bytes', () => {
  const spans = [
    { start: 0, end: 5 },
    { start: 100, end: 2_500_000 },
    { start: 2_900_000, end: bytes.length },
  ]
  const whole = createHash('sha256')
  for (const { start, end } of spans) whole.update(bytes.subarray(start, end))
  const digest = whole.digest('hex')
  using file = fileSource(path)
  for (const source of [file, bytesSource(bytes)])
    expect(Buffer.from(digestSpans(source, spans, 'sha256')).toString('hex')).toBe(digest)
})

test('blocks are all of a span, however it is read', () => {
  using file = fileSource(path)
  const onlyRead = { sizeBytes: file.sizeBytes, read: file.read }
  const span = { start: 70_001, end: bytes.length + 5 }
  for (const source of [
    file,
    onlyRead,
    bytesSource(bytes),
    prefixOf(file, 2_000_000),
    prefixOf(onlyRead, 10),
  ]) {
    const parts: Uint8Array[] = []
    eachBlock(source, span, (block) => parts.push(Uint8Array.from(block)))
    const expected = bytes.subarray(span.start, Math.max(span.start, source.sizeBytes))
    expect(Buffer.compare(Buffer.concat(parts), expected)).toBe(0)
  }
})
