import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ZipFile } from 'yazl'
import { FileTrouble } from './judgement.ts'
import { openZip } from './open-zip.ts'
import { docxOf, paragraph } from './testing-files.ts'

const bounds = { parts: 100, unpackedBytes: 16 << 20 }

function answer(zip: Uint8Array): string {
  try {
    for (const part of openZip(zip, bounds).parts) part.unpack()
    return 'sound'
  } catch (error) {
    if (error instanceof FileTrouble) return error.trouble
    throw error
  }
}

const good = docxOf(paragraph('Kế hoạch'))
const local = (zip: Buffer, name: string) => zip.indexOf(name) - 30
const central = (zip: Buffer, name: string) => zip.lastIndexOf(name) - 46
const changed = (change: (zip: Buffer) => void): Buffer => {
  const zip = Buffer.from(good)
  change(zip)
  return zip
}
const main = 'word/document.xml'
const size = (zip: Buffer) => zip.readUInt32LE(central(zip, main) + 24)

async function streamed(): Promise<Buffer> {
  const zip = new ZipFile()
  zip.addBuffer(Buffer.from('một phần'), 'a.xml')
  zip.addEmptyDirectory('b')
  zip.addBuffer(Buffer.from('phần nữa'), 'b/c.xml', { forceZip64Format: true })
  zip.end({ forceZip64Format: true, comment: 'ghi chu' })
  const pieces: Buffer[] = []
  for await (const piece of zip.outputStream) pieces.push(piece as Buffer)
  return Buffer.concat(pieces)
}

describe('a zip', () => {
  test('as other programs write it, with sizes after the parts and in 64 bits, is valid; its comments are reported', async () => {
    const zip = await streamed()
    expect(answer(zip)).toBe('sound')
    expect(openZip(zip, bounds).comments).toEqual(['ghi chu'])
    expect(openZip(zip, bounds).parts.map(({ name }) => name)).toEqual(['a.xml', 'b/', 'b/c.xml'])
    expect(answer(good)).toBe('sound')
  })

  test.each<[string, Uint8Array]>([
    [
      'whose table says less of a part than there is',
      changed((zip) => zip.writeUInt32LE(size(zip) - 20, central(zip, main) + 24)),
    ],
    [
      'whose table and part say less than there is',
      changed((zip) => {
        zip.writeUInt32LE(size(zip) - 20, local(zip, main) + 22)
        zip.writeUInt32LE(zip.readUInt32LE(local(zip, main) + 22), central(zip, main) + 24)
      }),
    ],
    ['whose part says nothing of its size', changed((zip) => zip.writeUInt32LE(0, central(zip, main) + 24))],
    [
      'whose part is called otherwise where it stands',
      changed((zip) => zip.write('word/documenT.xml', local(zip, main) + 30)),
    ],
    [
      'whose part is packed otherwise where it stands',
      changed((zip) => zip.writeUInt16LE(0, local(zip, main) + 8)),
    ],
    [
      'whose checksum is wrong',
      changed((zip) => {
        zip.writeUInt32LE(1, central(zip, main) + 16)
        zip.writeUInt32LE(1, local(zip, main) + 14)
      }),
    ],
    ['with something before it', Buffer.concat([Buffer.from('#!'), good])],
    ['with something behind it', Buffer.concat([good, Buffer.from('x')])],
    ['with one zip before another', Buffer.concat([docxOf(paragraph('MẬT')), good])],
    ['with a part that the table leaves out', withoutFirst()],
    ['with two parts of one name', twice('word/document.xml')],
    ['with two parts whose names are the same in capitals', twice('WORD/Document.xml')],
    ['with a part that leads outside', named('../a')],
    ['with a part from the root', named('/a')],
    ['that is cut off', good.subarray(0, -10)],
    ['that is none', Buffer.from('PK\u0003\u0004')],
  ])('%s is broken', (_, zip) => {
    expect(answer(zip)).toBe('broken')
  })

  test('with an encrypted part is reported as such', () => {
    expect(answer(changed((zip) => zip.writeUInt16LE(1, central(zip, main) + 8)))).toBe('encrypted')
  })

  test('that says it has 900 MB in one part, in many, or packed past all sense is refused before it is unpacked', () => {
    expect(answer(changed((zip) => zip.writeUInt32LE(900 << 20, central(zip, main) + 24)))).toBe('oversized')
    expect(answer(oneOf('a', Buffer.alloc(12 << 20)))).toBe('oversized')
    const many = Object.fromEntries(Array.from({ length: 60 }, (_, at) => [`${at}`, Buffer.alloc(300_000)]))
    expect(answer(docxOf('', many))).toBe('oversized')
    expect(
      answer(docxOf('', Object.fromEntries(Array.from({ length: 101 }, (_, at) => [`${at}`, ''])))).length,
    ).toBe(9)
  })

  test('changed in any byte is read the same, or refused, and never throws anything else', () => {
    const texts = (zip: Uint8Array) =>
      openZip(zip, bounds).parts.map((part) => Buffer.from(part.unpack()).toString('hex'))
    const expected = texts(good)
    fc.assert(
      fc.property(fc.nat(good.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const zip = Buffer.from(good)
        zip[at] = (zip[at] ?? 0) ^ change
        if (answer(zip) === 'sound') expect(texts(zip)).toEqual(expected)
      }),
      { numRuns: 2000 },
    )
  })
})

function oneOf(name: string, content: Buffer): Buffer {
  const packed = deflateRawSync(content, { level: 9 })
  return Buffer.concat([header(name, packed, content), entryAndEnd(name, packed, content)])
}

function header(name: string, packed: Buffer, content: Buffer): Buffer {
  const head = Buffer.alloc(30)
  head.write('PK\u0003\u0004', 'latin1')
  head.writeUInt16LE(8, 8)
  head.writeUInt32LE(packed.length, 18)
  head.writeUInt32LE(content.length, 22)
  head.writeUInt16LE(name.length, 26)
  return Buffer.concat([head, Buffer.from(name), packed])
}

function entryAndEnd(name: string, packed: Buffer, content: Buffer): Buffer {
  const entry = Buffer.alloc(46)
  entry.write('PK\u0001\u0002', 'latin1')
  entry.writeUInt16LE(8, 10)
  entry.writeUInt32LE(packed.length, 20)
  entry.writeUInt32LE(content.length, 24)
  entry.writeUInt16LE(name.length, 28)
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006', 'latin1')
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(46 + name.length, 12)
  end.writeUInt32LE(30 + name.length + packed.length, 16)
  return Buffer.concat([entry, Buffer.from(name), end])
}

const named = (name: string): Buffer => oneOf(name, Buffer.from('x'))

/** The table begins at the second part, as if the first were not there. */
function withoutFirst(): Buffer {
  const zip = Buffer.from(good)
  const end = zip.length - 22
  const start = zip.readUInt32LE(end + 16)
  const length = 46 + zip.readUInt16LE(start + 28) + zip.readUInt16LE(start + 30)
  const count = zip.readUInt16LE(end + 10) - 1
  const shorter = Buffer.concat([zip.subarray(0, start), zip.subarray(start + length)])
  const at = shorter.length - 22
  shorter.writeUInt16LE(count, at + 8)
  shorter.writeUInt16LE(count, at + 10)
  shorter.writeUInt32LE(zip.readUInt32LE(end + 12) - length, at + 12)
  return shorter
}

/** Another part under the name of the main one, which one program takes and the other does not. */
function twice(name: string): Buffer {
  const other = name.replace('.xml', '.xmk')
  const zip = docxOf(paragraph('MẬT'), { [other]: paragraph('x') })
  for (let at = zip.indexOf(other); at >= 0; at = zip.indexOf(other, at)) zip.write(name, at)
  return zip
}
