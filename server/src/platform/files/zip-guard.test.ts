import { deflateRawSync } from 'node:zlib'
import { writeXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { guardZip } from './zip-guard.ts'

const limits = { entries: 50, unpackedBytes: 1024 * 1024 }

const refusal = (bytes: Uint8Array) => {
  try {
    guardZip(bytes, limits)
    return null
  } catch (error) {
    return (error as { code: string }).code
  }
}

/** An archive of one part, whose directory declares the given size. */
function archiveOf(content: Buffer, statedBytes: number, entries = 1): Buffer {
  const packed = deflateRawSync(content)
  const name = Buffer.from('xl/worksheets/sheet1.xml')
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt16LE(8, 8)
  local.writeUInt32LE(packed.length, 18)
  local.writeUInt16LE(name.length, 26)
  const entry = Buffer.alloc(46)
  entry.writeUInt32LE(0x02014b50, 0)
  entry.writeUInt16LE(8, 10)
  entry.writeUInt32LE(packed.length, 20)
  entry.writeUInt32LE(statedBytes, 24)
  entry.writeUInt16LE(name.length, 28)
  const body = Buffer.concat([local, name, packed])
  const table = Buffer.concat(Array.from({ length: entries }, () => Buffer.concat([entry, name])))
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries, 8)
  end.writeUInt16LE(entries, 10)
  end.writeUInt32LE(table.length, 12)
  end.writeUInt32LE(body.length, 16)
  return Buffer.concat([body, table, end])
}

test('lets an ordinary workbook through', async () => {
  expect(refusal(await writeXlsx({ sheets: [{ name: 'A', rows: [['x']] }] }))).toBeNull()
})

test('refuses a bomb by what it says of itself, in one part or in many', () => {
  const zeros = Buffer.alloc(2 * 1024 * 1024)
  expect(refusal(archiveOf(zeros, zeros.length))).toBe('archive_too_large')
  expect(refusal(archiveOf(Buffer.alloc(1000), 100_000, 40))).toBe('archive_too_large')
  expect(refusal(archiveOf(Buffer.alloc(10), 10, 51))).toBe('archive_too_large')
})

test('refuses one that hides its size, so that nothing is unpacked without a bound', () => {
  expect(refusal(archiveOf(Buffer.alloc(2 * 1024 * 1024), 0))).toBe('archive_broken')
  expect(refusal(archiveOf(Buffer.alloc(10), 0xffffffff))).toBe('archive_too_large')
})

test('refuses what is no archive, is cut off, or points next to itself', () => {
  expect(refusal(Buffer.from('no archive at all, only words'))).toBe('archive_broken')
  expect(refusal(Buffer.alloc(3))).toBe('archive_broken')
  const good = archiveOf(Buffer.alloc(100), 100)
  expect(refusal(good.subarray(0, good.length - 10))).toBe('archive_broken')
  const astray = Buffer.from(good)
  astray.writeUInt32LE(0xfffffff0, astray.length - 6)
  expect(refusal(astray)).toBe('archive_broken')
})
