import { buffer } from 'node:stream/consumers'
import { fileTypeFromBuffer } from 'file-type'
import { expect, test } from 'vitest'
import { testBlobs } from '../platform/testing/database.ts'
import { pdf, png, storePapers } from './files.ts'

test('the papers are what their names say, and can be read back from the store', async () => {
  const papers = await storePapers(testBlobs)
  for (const { sha256, sizeBytes, mediaType } of Object.values(papers)) {
    const bytes = await buffer(await testBlobs.read(sha256))
    expect(bytes).toHaveLength(sizeBytes)
    expect((await fileTypeFromBuffer(bytes))?.mime).toBe(mediaType)
  }
})

test('the table of a PDF points at its objects', () => {
  const text = pdf('BIEN BAN').toString('latin1')
  const offsets = [...text.matchAll(/^(\d{10}) 00000 n/gm)].map(([, offset]) => Number(offset))
  expect(offsets.map((offset, index) => text.startsWith(`${index + 1} 0 obj`, offset))).toEqual(
    offsets.map(() => true),
  )
  const start = Number(/startxref\n(\d+)/.exec(text)?.[1])
  expect(text.slice(start, start + 4)).toBe('xref')
})

test('a picture is the same at every start, so that it is stored once', () => {
  expect(png(8, 5).equals(png(8, 5))).toBe(true)
})
