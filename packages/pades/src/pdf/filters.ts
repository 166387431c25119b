import { inflateSync } from 'node:zlib'
import { PadesError } from '../errors.ts'
import { hexDigit } from './lexer.ts'
import { limitMet, malformed, type PdfLimits } from './limits.ts'
import { unlzw } from './lzw.ts'
import { PdfDict, PdfName, type PdfObject, type PdfStream } from './objects.ts'
import { unpredict } from './predictors.ts'

/** A stream's data after its filters. */
export interface DecodedStream {
  readonly bytes: Uint8Array
  /** The filter of an image (DCT, JPX, CCITT, JBIG2) at which decoding stopped, or null. */
  readonly leftAt: string | null
}

const imageFilters = new Set(['DCTDecode', 'JPXDecode', 'CCITTFaxDecode', 'JBIG2Decode'])

/**
 * Decodes a stream (ISO 32000-2, 7.4). No step may give more than `most` bytes.
 *
 * @param resolve follows references in the dictionary
 * @throws PadesError `pdf_malformed`, `pdf_limit`
 */
export function decodeStream(
  stream: PdfStream,
  resolve: (value: PdfObject) => PdfObject,
  limits: PdfLimits,
  most: number,
): DecodedStream {
  const { dict, start } = stream
  if (dict.get('F') !== null) throw malformed('stream_outside_of_file', start)
  const filters = asList(resolve(dict.get('Filter')))
  const parameters = asList(resolve(dict.get('DecodeParms')))
  if (filters.length > limits.filters) throw limitMet('filters', limits.filters, start)
  let bytes = stream.raw()
  for (const [index, filter] of filters.entries()) {
    const name = resolve(filter)
    if (!(name instanceof PdfName)) throw malformed('filter', start)
    if (imageFilters.has(name.value)) return { bytes, leftAt: name.value }
    const given = resolve(parameters[index] ?? null)
    bytes = decodeStep(bytes, name.value, given instanceof PdfDict ? given : null, { resolve, most, start })
  }
  return { bytes, leftAt: null }
}

function asList(value: PdfObject): readonly PdfObject[] {
  if (value === null) return []
  return Array.isArray(value) ? value : [value]
}

interface Step {
  readonly resolve: (value: PdfObject) => PdfObject
  readonly most: number
  readonly start: number
}

function decodeStep(bytes: Uint8Array, name: string, given: PdfDict | null, step: Step): Uint8Array {
  const { most, start } = step
  switch (name) {
    case 'FlateDecode':
      return unpredict(inflate(bytes, most, start), predictionOf(given, step), start)
    case 'LZWDecode': {
      const early = given === null ? 1 : wholeOf(given, 'EarlyChange', 1, step)
      return unpredict(unlzw(bytes, early !== 0, most, start), predictionOf(given, step), start)
    }
    case 'ASCIIHexDecode':
      return unhex(bytes, start)
    case 'ASCII85Decode':
      return unascii85(bytes, start)
    case 'RunLengthDecode':
      return unrunLength(bytes, most, start)
    case 'Crypt': {
      const method = given === null ? null : step.resolve(given.get('Name'))
      if (method === null || (method instanceof PdfName && method.value === 'Identity')) return bytes
      throw new PadesError('pdf_encrypted', `PDF: an encrypted stream at ${start}`, { offset: start })
    }
    default:
      throw malformed('filter', start)
  }
}

function predictionOf(given: PdfDict | null, step: Step) {
  const whole = (key: string, otherwise: number) =>
    given === null ? otherwise : wholeOf(given, key, otherwise, step)
  return {
    predictor: whole('Predictor', 1),
    colors: whole('Colors', 1),
    bitsPerComponent: whole('BitsPerComponent', 8),
    columns: whole('Columns', 1),
  }
}

function wholeOf(dict: PdfDict, key: string, otherwise: number, { resolve, start }: Step): number {
  const value = resolve(dict.get(key))
  if (value === null) return otherwise
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0)
    throw malformed('filter_parameters', start)
  return value
}

/** 7.4.4. Data that stop early are refused: how much of them is shown depends on the reader. */
function inflate(bytes: Uint8Array, most: number, offset: number): Uint8Array {
  try {
    return inflateSync(bytes, { maxOutputLength: most })
  } catch (error) {
    if (error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE')
      throw limitMet('inflatedBytesPerStream', most, offset)
    throw malformed('flate', offset)
  }
}

/** The output can be no longer than half the input. */
function unhex(bytes: Uint8Array, offset: number): Uint8Array {
  const out = new Uint8Array((bytes.length >> 1) + 1)
  let length = 0
  let high = -1
  for (const byte of bytes) {
    if (byte === 0x3e) break
    const digit = hexDigit(byte)
    if (digit < 0) {
      if (!isBlank(byte)) throw malformed('ascii_hex', offset)
    } else if (high < 0) high = digit
    else {
      out[length++] = high * 16 + digit
      high = -1
    }
  }
  if (high >= 0) out[length++] = high * 16
  return out.subarray(0, length)
}

function isBlank(byte: number): boolean {
  return byte === 0 || byte === 9 || byte === 10 || byte === 12 || byte === 13 || byte === 32
}

/** 7.4.3: five characters are four bytes; `z` is four zero bytes; `~>` ends. */
function unascii85(bytes: Uint8Array, offset: number): Uint8Array {
  const out = new Uint8Array(bytes.length * 4 + 4)
  let length = 0
  let group = 0
  let count = 0
  const put = (value: number, size: number) => {
    for (let i = 0; i < size; i++) out[length++] = Math.floor(value / 256 ** (3 - i)) & 255
  }
  for (const byte of bytes) {
    if (byte === 0x7e) break
    if (isBlank(byte)) continue
    if (byte === 0x7a && count === 0) put(0, 4)
    else {
      if (byte < 0x21 || byte > 0x75) throw malformed('ascii_85', offset)
      group = group * 85 + byte - 0x21
      if (++count === 5) {
        if (group > 0xffffffff) throw malformed('ascii_85', offset)
        put(group, 4)
        group = 0
        count = 0
      }
    }
  }
  if (count === 1) throw malformed('ascii_85', offset)
  if (count > 1) {
    for (let i = count; i < 5; i++) group = group * 85 + 84
    put(group, count - 1)
  }
  return out.subarray(0, length)
}

/** 7.4.5; at most 64 times as long as its input. */
function unrunLength(bytes: Uint8Array, most: number, offset: number): Uint8Array {
  const size = runLengthSize(bytes)
  if (size > most) throw limitMet('inflatedBytesPerStream', most, offset)
  const out = new Uint8Array(size)
  let length = 0
  let at = 0
  while (at < bytes.length) {
    const run = bytes[at++] ?? 128
    if (run === 128) break
    if (run < 128) {
      const part = bytes.subarray(at, at + run + 1)
      if (part.length !== run + 1) throw malformed('run_length', offset)
      out.set(part, length)
      length += run + 1
      at += run + 1
    } else {
      if (at >= bytes.length) throw malformed('run_length', offset)
      out.fill(bytes[at++] ?? 0, length, length + 257 - run)
      length += 257 - run
    }
  }
  return out
}

function runLengthSize(bytes: Uint8Array): number {
  let size = 0
  for (let at = 0; at < bytes.length; ) {
    const run = bytes[at] ?? 128
    if (run === 128) break
    size += run < 128 ? run + 1 : 257 - run
    at += run < 128 ? run + 2 : 2
  }
  return size
}
