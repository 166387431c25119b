import { constants, inflateSync } from 'node:zlib'
import { decodeStream, defaultLimits, PdfDict, PdfName, PdfStream } from '@dot-pha/pades'
import { FileTrouble } from './judgement.ts'

/** The content between `N G obj` and its end or its stream: dictionaries, names with their `#xx` resolved. */
export interface RawObject {
  readonly number: number
  readonly text: string
}

export interface RawStream extends RawObject {
  readonly data: Buffer
}

const longestObject = 1 << 20

/** A file with its names decoded, in which characters can be written as `#xx` (7.3.5). */
export const plainNames = (text: string): string =>
  text.replace(/#([0-9A-Fa-f]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(String(hex), 16)))

/** Every object that the bytes hold, also where no table leads to it. Comments between the words of its head are spaces. */
export function* objectsIn(file: string): Generator<RawObject> {
  const space = '(?:[\\0\\t\\n\\f\\r ]|%[^\\r\\n]{0,200}[\\r\\n])'
  for (const found of file.matchAll(new RegExp(`(\\d{1,10})${space}{1,20}\\d{1,5}${space}{1,20}obj`, 'g'))) {
    const start = found.index + found[0].length
    const body = file.slice(start, start + longestObject)
    const end = body.search(/endobj|(?<!end)stream[\r\n]/)
    yield { number: Number(found[1]), text: plainNames(end < 0 ? body.slice(0, 4096) : body.slice(0, end)) }
  }
}

/** Every stream, also within what another says to be its data. */
export function* streamsIn(file: string, bytes: Buffer): Generator<RawStream> {
  for (const found of file.matchAll(/(?<!end)stream(?:\r\n|\n|\r)/g)) {
    const start = found.index + found[0].length
    const from = Math.max(0, found.index - 65_536)
    const before = file.slice(from, found.index)
    const head = before.slice(before.lastIndexOf('obj') + 3)
    const number = /(\d{1,10})\D{1,400}\d{1,5}\D{1,400}$/.exec(
      before.slice(0, Math.max(0, before.lastIndexOf('obj'))).slice(-900),
    )
    const text = plainNames(head)
    yield { number: Number(number?.[1] ?? -1), text, data: bytes.subarray(start, endOf(file, start, text)) }
  }
}

/** By its length where that is right, else up to the word that ends it. */
function endOf(file: string, start: number, head: string): number {
  const length = /\/Length\s{1,9}(\d{1,10})(?!\s{1,9}\d{1,5}\s{1,9}R)/.exec(head)?.[1]
  const told = start + Number(length ?? -1)
  if (told >= start && /^\s{0,4}endstream/.test(file.slice(told, told + 16))) return told
  const end = file.indexOf('endstream', start)
  return end < 0 ? file.length : end
}

const imageFilters = /\/(?:DCT|JPX|CCITTFax|JBIG2)Decode|\/(?:DCT|CCF)(?![A-Za-z])/
const longNames: Readonly<Record<string, string>> = {
  Fl: 'FlateDecode',
  AHx: 'ASCIIHexDecode',
  A85: 'ASCII85Decode',
  LZW: 'LZWDecode',
  RL: 'RunLengthDecode',
}

/**
 * The data of a stream after its filters; null where they cannot be undone, or give a picture.
 * @throws FileTrouble `oversized`
 */
export function decoded({ text, data }: RawStream): Buffer | null {
  const said = /\/Filter\s{0,9}(\[[^\]]{0,200}\]|\/[A-Za-z0-9]{1,30}|\d{1,10}\s{1,9}\d{1,5}\s{1,9}R)/.exec(
    text,
  )?.[1]
  if (said !== undefined && imageFilters.test(said)) return null
  if (said === undefined) return data
  // Named elsewhere: nearly always this one.
  const names = /R$/.test(said)
    ? ['FlateDecode']
    : [...said.matchAll(/\/([A-Za-z0-9]{1,30})/g)].map((one) => one[1] ?? '')
  const filters = names.map((name) => new PdfName(longNames[name] ?? name))
  const stream = PdfStream.of(
    PdfDict.of({ Filter: filters, DecodeParms: parametersIn(text, filters.length) }),
    data,
  )
  try {
    const { bytes, leftAt } = decodeStream(
      stream,
      (value) => value,
      defaultLimits,
      defaultLimits.inflatedBytesPerStream,
    )
    return leftAt === null ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length) : null
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'pdf_limit')
      throw new FileTrouble('oversized', 'pdf: a stream')
    return names[0] === 'FlateDecode' ? asFarAsItGoes(data) : null
  }
}

/** Of the parameters only those that change the bytes of an object stream: the predictor. */
function parametersIn(text: string, count: number) {
  const whole = (name: string) => Number(new RegExp(`/${name}\\s{1,9}(\\d{1,6})`).exec(text)?.[1] ?? -1)
  const given = {
    Predictor: whole('Predictor'),
    Colors: whole('Colors'),
    Columns: whole('Columns'),
    BitsPerComponent: whole('BitsPerComponent'),
  }
  const known = Object.fromEntries(Object.entries(given).filter(([, value]) => value >= 0))
  const all = Array.from({ length: count }, () => null as PdfDict | null)
  if (count > 0 && given.Predictor > 1) all[count - 1] = PdfDict.of(known)
  return all
}

/** Viewers show what there is of data that were cut off. */
function asFarAsItGoes(data: Buffer): Buffer | null {
  try {
    return inflateSync(data, {
      finishFlush: constants.Z_SYNC_FLUSH,
      maxOutputLength: defaultLimits.inflatedBytesPerStream,
    })
  } catch {
    return null
  }
}

/** The objects of an object stream (7.5.7): pairs of number and place, then the objects. */
export function* objectsOfStream(head: string, data: string): Generator<RawObject> {
  const first = Number(/\/First\s{1,9}(\d{1,9})/.exec(head)?.[1] ?? 0)
  const pairs = [...data.slice(0, first).matchAll(/(\d{1,10})\s{1,9}(\d{1,10})/g)].map(
    (one) => [Number(one[1]), Number(one[2])] as const,
  )
  for (const [index, [number, place]] of pairs.entries())
    yield {
      number,
      text: plainNames(data.slice(first + place, first + (pairs[index + 1]?.[1] ?? data.length))),
    }
}
