import { expect, test } from 'vitest'
import { DerReader, tags } from './read.ts'
import { encode, sequence } from './write.ts'

const bytes = (hex: string): Buffer => Buffer.from(hex.replaceAll(' ', ''), 'hex')
const malformed = expect.objectContaining({ code: 'der_malformed' })
const read = <T>(hex: string, reading: (reader: DerReader) => T): T => {
  const reader = new DerReader(bytes(hex))
  const value = reading(reader)
  reader.finish()
  return value
}

test.each([
  ['no bytes', ''],
  ['a tag alone', '30'],
  ['an indefinite length', '30 80 05 00 00 00'],
  ['a length in a long form that is not needed', '30 81 02 05 00'],
  ['a length with a zero before it', '30 82 00 80'],
  ['a length of five octets', '30 85 01 00 00 00 00'],
  ['a length that breaks off', '30 82 01'],
  ['a content that breaks off', '30 05 05 00'],
  ['a huge length', '30 84 ff ff ff ff'],
  ['a high tag number', 'bf 1f 00'],
  ['an end of contents', '00 00'],
  ['another tag', '31 00'],
])('refuses %s', (_, hex) => {
  expect(() => read(hex, (reader) => reader.sequence())).toThrow(malformed)
})

test('what is left over is refused', () => {
  expect(() => read('30 00 00', (reader) => reader.sequence())).toThrow(malformed)
  expect(() => read('30 02 05 00', (reader) => reader.sequence().finish())).toThrow(malformed)
})

test('nesting has a bound', () => {
  let deep = sequence()
  for (let n = 0; n < 100; n++) deep = sequence(deep)
  const down = (reader: DerReader): DerReader => (reader.done ? reader : down(reader.sequence()))
  expect(() => down(new DerReader(encode(deep)))).toThrow(malformed)
})

test.each([
  ['02 01 00', 0n],
  ['02 01 7f', 127n],
  ['02 02 00 80', 128n],
  ['02 01 80', -128n],
  ['02 01 ff', -1n],
  ['02 09 01 00 00 00 00 00 00 00 00', 2n ** 64n],
])('the number %s is %s', (hex, value) => {
  expect(read(hex, (reader) => reader.integer())).toBe(value)
})

test.each([
  ['no octets', '02 00'],
  ['a zero before it', '02 02 00 7f'],
  ['ones before it', '02 02 ff 80'],
])('refuses a number with %s', (_, hex) => {
  expect(() => read(hex, (reader) => reader.integer())).toThrow(malformed)
})

test('a count has its bounds', () => {
  expect(read('02 01 05', (reader) => reader.count(5))).toBe(5)
  for (const hex of ['02 01 06', '02 01 ff', '02 05 01 00 00 00 00', '02 09 01 00 00 00 00 00 00 00 00'])
    expect(() => read(hex, (reader) => reader.count(5))).toThrow(malformed)
})

test.each([
  ['06 03 55 04 03', '2.5.4.3'],
  ['06 01 2a', '1.2'],
  ['06 01 00', '0.0'],
  ['06 02 88 37', '2.999'],
  ['06 09 2a 86 48 86 f7 0d 01 01 0b', '1.2.840.113549.1.1.11'],
  ['06 0b 69 83 ff ff ff ff ff ff ff ff 7f', '2.25.36893488147419103231'],
])('the identifier %s is %s', (hex, dotted) => {
  expect(read(hex, (reader) => reader.oid())).toBe(dotted)
  expect(read(hex, (reader) => reader.oid())).toBe(dotted)
})

test.each([
  ['empty', '06 00'],
  ['padded', '06 03 55 80 03'],
  ['broken off', '06 02 55 84'],
  ['too long', `06 46 ${'55'.repeat(70)}`],
])('refuses an identifier that is %s', (_, hex) => {
  expect(() => read(hex, (reader) => reader.oid())).toThrow(malformed)
})

test('truths are 00 and ff', () => {
  expect(read('01 01 ff', (reader) => reader.boolean())).toBe(true)
  expect(read('01 01 00', (reader) => reader.boolean())).toBe(false)
  for (const hex of ['01 01 01', '01 00', '01 02 ff ff'])
    expect(() => read(hex, (reader) => reader.boolean())).toThrow(malformed)
})

test('bits beyond the last are zero', () => {
  expect(read('03 02 05 a0', (reader) => reader.flags())).toBe(5)
  expect(read('03 01 00', (reader) => reader.flags())).toBe(0)
  expect(read('03 03 07 00 80', (reader) => reader.flags())).toBe(256)
  for (const hex of ['03 00', '03 01 01', '03 02 08 00', '03 02 05 a1'])
    expect(() => read(hex, (reader) => reader.bits())).toThrow(malformed)
  expect(() => read('03 06 00 ff ff ff ff ff', (reader) => reader.flags())).toThrow(malformed)
  expect(() => read('03 02 05 a0', (reader) => reader.bitOctets())).toThrow(malformed)
})

test('NULL is empty', () => {
  expect(() => read('05 00', (reader) => reader.nothing())).not.toThrow()
  expect(() => read('05 01 00', (reader) => reader.nothing())).toThrow(malformed)
})

const text = (tag: number, content: string | Buffer): string =>
  Buffer.concat([Buffer.of(tag, content.length), Buffer.from(content as string)]).toString('hex')

test.each([
  [tags.utcTime, '490101000000Z', '2049-01-01T00:00:00.000Z'],
  [tags.utcTime, '500101000000Z', '1950-01-01T00:00:00.000Z'],
  [tags.utcTime, '240229235959Z', '2024-02-29T23:59:59.000Z'],
  [tags.generalizedTime, '20500101000000Z', '2050-01-01T00:00:00.000Z'],
  [tags.generalizedTime, '99991231235959Z', '9999-12-31T23:59:59.000Z'],
  [tags.generalizedTime, '00010101000000Z', '0001-01-01T00:00:00.000Z'],
  [tags.generalizedTime, '20260315020000.5Z', '2026-03-15T02:00:00.500Z'],
  [tags.generalizedTime, '20260315020000.123456Z', '2026-03-15T02:00:00.123Z'],
])('the time %i %s is %s', (tag, written, iso) => {
  expect(read(text(tag, written), (reader) => reader.time()).toISOString()).toBe(iso)
})

test.each([
  [tags.utcTime, '2401010000Z'],
  [tags.utcTime, '240101000000+0700'],
  [tags.utcTime, '240101000000'],
  [tags.utcTime, '230229000000Z'],
  [tags.utcTime, '240101240000Z'],
  [tags.utcTime, '240101006000Z'],
  [tags.utcTime, '240101000060Z'],
  [tags.utcTime, '241301000000Z'],
  [tags.utcTime, '240100000000Z'],
  [tags.utcTime, '24010100000٠Z'],
  [tags.generalizedTime, '20260315020000.Z'],
  [tags.generalizedTime, '20260315020000.50Z'],
  [tags.generalizedTime, '20260315020000,5Z'],
  [tags.generalizedTime, '2026031502Z'],
  [tags.generalizedTime, '20260315020000'],
])('refuses the time %i %s', (tag, written) => {
  expect(() => read(text(tag, Buffer.from(written)), (reader) => reader.time())).toThrow(malformed)
})

const name = 'Đặng Thị Ngọc Ánh'

test.each([
  ['UTF8String', tags.utf8, Buffer.from(name), name],
  ['BMPString', tags.bmp, Buffer.from(name, 'utf16le').swap16(), name],
  ['UniversalString', 28, Buffer.from('00000110 00000041'.replace(' ', ''), 'hex'), 'ĐA'],
  ['TeletexString', 20, Buffer.from('Jos\xe9', 'latin1'), 'José'],
  ['PrintableString', tags.printable, Buffer.from('Nguyen Van A'), 'Nguyen Van A'],
  ['IA5String', tags.ia5, Buffer.from('a@b.vn'), 'a@b.vn'],
  ['an empty UTF8String', tags.utf8, Buffer.of(), ''],
])('%s is read', (_, tag, content, expected) => {
  expect(read(text(tag, content), (reader) => reader.text())).toBe(expected)
})

test.each([
  ['UTF-8 that is none', tags.utf8, Buffer.of(0xc3, 0x28)],
  ['UTF-8 in a longer form', tags.utf8, Buffer.of(0xc1, 0x81)],
  ['half a pair in UTF-8', tags.utf8, Buffer.of(0xed, 0xa0, 0x80)],
  ['a BMPString of odd length', tags.bmp, Buffer.of(0, 65, 0)],
  ['half a pair in a BMPString', tags.bmp, Buffer.of(0xd8, 0)],
  ['a letter beyond Unicode', 28, Buffer.of(0, 0x11, 0, 0)],
  ['Latin-1 in a PrintableString', tags.printable, Buffer.of(0xe9)],
  ['Latin-1 in an IA5String', tags.ia5, Buffer.of(0x80)],
  ['a type that is no text', tags.octetString, Buffer.from('a')],
])('refuses %s', (_, tag, content) => {
  expect(() => read(text(tag, content), (reader) => reader.text())).toThrow(malformed)
})

test('the offset of an error is that within the outermost bytes', () => {
  expect(() =>
    read('30 05 02 01 05 02 00', (reader) => {
      const inner = reader.sequence()
      inner.skip()
      inner.integer()
    }),
  ).toThrow(expect.objectContaining({ details: { offset: 7 } }))
})
