import { latin1 } from '../build-pdf.ts'
import type { Random } from './random.ts'

/** Changes one of the seeds; others are at hand to take parts from. */
export type Mutator = (bytes: Uint8Array, random: Random, seeds: readonly Uint8Array[]) => Uint8Array

type Step = (bytes: Buffer, random: Random, seeds: readonly Uint8Array[]) => Buffer

function several(steps: readonly Step[]): Mutator {
  return (bytes, random, seeds) => {
    let changed: Buffer = Buffer.from(bytes)
    for (let left = 1 + random.below(3); left > 0 && changed.length > 0; left--)
      changed = random.pick(steps)(changed, random, seeds)
    return changed
  }
}

const spliced = (bytes: Buffer, from: number, to: number, part: Uint8Array): Buffer =>
  Buffer.concat([bytes.subarray(0, from), part, bytes.subarray(to)])

const flipBit: Step = (bytes, random) => {
  const at = random.below(bytes.length)
  bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8))
  return bytes
}

const setByte: Step = (bytes, random) => {
  bytes[random.below(bytes.length)] = random.pick([0, 1, 0x7f, 0x80, 0xff, 0x20, 0x0a, random.below(256)])
  return bytes
}

const cutOut: Step = (bytes, random) => {
  const from = random.below(bytes.length)
  return spliced(bytes, from, from + 1 + random.below(64), Buffer.alloc(0))
}

const repeat: Step = (bytes, random) => {
  const from = random.below(bytes.length)
  const part = bytes.subarray(from, from + 1 + random.below(200))
  return spliced(bytes, from, from, Buffer.concat(Array.from({ length: 1 + random.below(3) }, () => part)))
}

const truncate: Step = (bytes, random) => bytes.subarray(0, 1 + random.below(bytes.length))

/** A part of another seed in place of one of this. */
const cross: Step = (bytes, random, seeds) => {
  const other = random.pick(seeds)
  const from = random.below(bytes.length)
  const take = random.below(other.length)
  return spliced(bytes, from, from + random.below(400), other.subarray(take, take + random.below(400)))
}

const blind: readonly Step[] = [flipBit, setByte, setByte, cutOut, repeat, truncate, cross]

/** Heads of elements that lie about their lengths, or have none. */
const heads = [
  '3080',
  '30820000',
  '3084ffffffff',
  '308400000001',
  'a080',
  '0000',
  '0500',
  '1f8100',
  '028101',
  '300130',
]

const putHead: Step = (bytes, random) => {
  const at = random.below(bytes.length)
  return spliced(bytes, at, at + random.below(4), Buffer.from(random.pick(heads), 'hex'))
}

interface Element {
  readonly at: number
  readonly contentAt: number
  readonly end: number
}

const numberIn = (octets: Uint8Array): number => octets.reduce((sum, octet) => sum * 256 + octet, 0)

/** The elements on the way down to a random place. */
function pathTo(bytes: Buffer, target: number): readonly Element[] {
  const path: Element[] = []
  let [at, end] = [0, bytes.length]
  while (at + 2 <= end && path.length < 40) {
    const first = bytes[at + 1] ?? 0
    const size = first < 0x80 ? 0 : first & 7
    const length = size === 0 ? first : numberIn(bytes.subarray(at + 2, at + 2 + size))
    const element = { at, contentAt: at + 2 + size, end: at + 2 + size + length }
    if (element.end > end || element.contentAt > element.end) break
    if (target >= element.end) {
      at = element.end
      continue
    }
    path.push(element)
    if (((bytes[at] ?? 0) & 0x20) === 0 || target < element.contentAt) break
    at = element.contentAt
    end = element.end
  }
  return path
}

const header = (tag: number, length: number): Buffer => {
  if (length < 0x80) return Buffer.from([tag, length])
  const digits = length.toString(16)
  const octets = Buffer.from(digits.length % 2 === 0 ? digits : `0${digits}`, 'hex')
  return Buffer.concat([Buffer.from([tag, 0x80 | octets.length]), octets])
}

/** Changes one element and sets the lengths of those around it right, so that what is below is reached. */
const changeElement: Step = (bytes, random) => {
  const path = pathTo(bytes, random.below(bytes.length))
  const last = path.at(-1)
  if (last === undefined) return bytes
  const whole = bytes.subarray(last.at, last.end)
  const content = bytes.subarray(last.contentAt, last.end)
  const tag = whole[0] ?? 0
  let part: Buffer = random.pick<() => Buffer>([
    () => Buffer.alloc(0),
    () => Buffer.concat([whole, whole]),
    () => header(tag, 0),
    () => Buffer.concat([header(random.below(256), content.length), content]),
    () => Buffer.concat([header(tag, content.length + 1), content, Buffer.from([random.below(256)])]),
    () => Buffer.concat([header(tag, content.length * 9), ...Array.from({ length: 9 }, () => content)]),
    () => Buffer.concat([header(0x30, whole.length), whole]),
  ])()
  for (const { at, contentAt, end } of path.slice(0, -1).reverse()) {
    const inner = path[path.findIndex((one) => one.at === at && one.contentAt === contentAt) + 1] ?? last
    part = Buffer.concat([bytes.subarray(contentAt, inner.at), part, bytes.subarray(inner.end, end)])
    part = Buffer.concat([header(bytes[at] ?? 0, part.length), part])
  }
  const [outer = last] = path
  return spliced(bytes, outer.at, outer.end, part)
}

const ofDer = several([...blind, putHead, changeElement, changeElement, changeElement, changeElement])

export const mutateDer: Mutator = (bytes, random, seeds) => ofDer(bytes, random, seeds)

const words = [
  ...[
    '<<',
    '>>',
    '[',
    ']',
    '(',
    ')',
    '<',
    '>',
    '%',
    '/',
    'R',
    'obj',
    'endobj',
    'stream',
    'endstream',
    'null',
    'true',
  ],
  ...[
    '/Length 99999999 ',
    '/Length -1 ',
    '/Length 3 0 R',
    '/Prev 0 ',
    '/Prev 99999999 ',
    '/Size 0 ',
    '/Size 2147483647 ',
  ],
  ...[
    '/Kids[2 0 R]',
    '/Parent 3 0 R',
    '/Count -1 ',
    '/Count 999999999 ',
    '/W[8 8 8]',
    '/W[0 0 0]',
    '/Index[0 999999999]',
  ],
  ...[
    '/Filter[/FlateDecode/FlateDecode/LZWDecode]',
    '/DecodeParms<</Predictor 15/Columns 999999999>>',
    '/N 999999 ',
  ],
  ...[
    '/Type/ObjStm',
    '/Type/XRef',
    '/Type/Catalog',
    '/Extends 5 0 R',
    '/First 0 ',
    '/XRefStm 0 ',
    '/Encrypt<<>>',
  ],
  ...[
    '1 0 R',
    '99999999 0 R',
    '-1',
    '1e9',
    '0.0000001',
    '999999999999999999999',
    'startxref',
    '%%EOF',
    'xref',
    'trailer',
  ],
  ...[
    '/ByteRange[0 0 0 0]',
    '/ByteRange[0 99999999 1 1]',
    '/Contents<>',
    '/V 1 0 R',
    '/Fields[1 0 R 1 0 R]',
    '/Perms<<>>',
  ],
  ...[
    '/DSS<</Certs[1 0 R]/CRLs[1 0 R]/OCSPs[1 0 R]>>',
    '/AP<</N 1 0 R>>',
    '/Annots 2 0 R',
    '/Annots[3 0 R 3 0 R]',
  ],
]

const putWord: Step = (bytes, random) => {
  const at = random.below(bytes.length)
  return spliced(bytes, at, at + random.pick([0, 0, 1, 8]), Buffer.from(random.pick(words), 'latin1'))
}

/** Another number of the same length, so that offsets stay right. */
const changeNumber: Step = (bytes, random) => {
  const numbers = [...latin1(bytes).matchAll(/(?<=[ [/\n])\d{1,10}(?=[ \]/>\n])/g)]
  const { 0: number, index } = numbers.length === 0 ? { 0: '', index: 0 } : random.pick(numbers)
  bytes.write(
    String(random.below(10 ** Math.min(number.length, 9))).padStart(number.length, '0'),
    index,
    'latin1',
  )
  return bytes
}

/** A key as another one that the file has. */
const changeName: Step = (bytes, random) => {
  const names = [...latin1(bytes).matchAll(/\/[A-Za-z]{1,14}/g)]
  if (names.length === 0) return bytes
  const [one, other] = [random.pick(names), random.pick(names)]
  return spliced(bytes, one.index, one.index + one[0].length, Buffer.from(other[0], 'latin1'))
}

const ofPdf = several([...blind, putWord, putWord, changeNumber, changeNumber, changeName, changeName])

/** One more revision, with objects of the file changed, which a reader must accept as such. */
export const mutatePdf: Mutator = (bytes, random, seeds) =>
  random.below(3) === 0 ? withRevision(bytes, random) : ofPdf(bytes, random, seeds)

function withRevision(bytes: Uint8Array, random: Random): Buffer {
  const text = latin1(bytes)
  const objects = [...text.matchAll(/(?<=[\r\n])(\d{1,6}) 0 obj([\s\S]{0,4000}?)endobj/g)]
  const previous = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1])
  const root = /\/Root (\d+) 0 R/.exec(text)?.[1]
  if (objects.length === 0 || root === undefined || Number.isNaN(previous)) return Buffer.from(bytes)
  let body = ''
  const entries = new Map<number, number>()
  for (let left = 1 + random.below(3); left > 0; left--) {
    const number = Number(random.pick(objects)[1])
    const value = ofPdf(Buffer.from(random.pick(objects)[2] ?? '', 'latin1'), random, [bytes])
    entries.set(number, text.length + 1 + body.length)
    body += `${number} 0 obj${latin1(value)}\nendobj\n`
  }
  const table = [...entries].map(([number, at]) => `${number} 1\n${String(at).padStart(10, '0')} 00000 n \n`)
  const size = Math.max(...[...text.matchAll(/\/Size (\d{1,8})/g)].map((match) => Number(match[1])))
  const trailer = `trailer\n<</Root ${root} 0 R/Size ${size}/Prev ${previous}>>\n`
  const start = text.length + 1 + body.length
  return Buffer.from(
    `${text}\n${body}xref\n${table.join('')}${trailer}startxref\n${start}\n%%EOF\n`,
    'latin1',
  )
}
