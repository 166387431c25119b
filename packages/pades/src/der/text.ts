import { malformed } from './bytes.ts'

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Whether `tag` is one of the string types that are read. */
export function isText(tag: number): boolean {
  return tag in decoders
}

/** The text of a string of type `tag`. @throws PadesError `der_malformed` */
export function decodeText(tag: number, bytes: Buffer, from: number, to: number): string {
  const decode = decoders[tag]
  if (decode === undefined) malformed(`type ${tag} where a text should be`, from)
  return decode(bytes, from, to)
}

type Decoder = (bytes: Buffer, from: number, to: number) => string

const decoders: Readonly<Record<number, Decoder>> = {
  12: decodeUtf8,
  18: decodeAscii,
  19: decodeAscii,
  // T.61 has escapes that nobody writes; all readers take it for Latin-1.
  20: (bytes, from, to) => bytes.toString('latin1', from, to),
  22: decodeAscii,
  26: decodeAscii,
  28: decodeUniversal,
  30: decodeBmp,
}

function decodeUtf8(bytes: Buffer, from: number, to: number): string {
  if (isAscii(bytes, from, to)) return bytes.toString('latin1', from, to)
  try {
    return utf8.decode(bytes.subarray(from, to))
  } catch {
    return malformed('a UTF8String that is not UTF-8', from)
  }
}

function decodeAscii(bytes: Buffer, from: number, to: number): string {
  if (!isAscii(bytes, from, to)) malformed('a letter that its type of string does not have', from)
  return bytes.toString('latin1', from, to)
}

function decodeBmp(bytes: Buffer, from: number, to: number): string {
  if ((to - from) % 2 !== 0) malformed('a BMPString of odd length', from)
  const text = Buffer.from(bytes.subarray(from, to)).swap16().toString('utf16le')
  if (!text.isWellFormed()) malformed('a BMPString with half a letter', from)
  return text
}

function decodeUniversal(bytes: Buffer, from: number, to: number): string {
  if ((to - from) % 4 !== 0) malformed('a UniversalString of odd length', from)
  let text = ''
  for (let at = from; at < to; at += 4) {
    const letter = bytes.readUInt32BE(at)
    if (letter > 0x10ffff || (letter >= 0xd800 && letter < 0xe000))
      malformed('a letter that does not exist', at)
    text += String.fromCodePoint(letter)
  }
  return text
}

function isAscii(bytes: Buffer, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if ((bytes[at] ?? 0) > 0x7f) return false
  return true
}
