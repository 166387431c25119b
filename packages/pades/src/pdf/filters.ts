import { inflateSync } from 'node:zlib'
import { PadesError } from '../errors.ts'
import { limitMet, malformed, type PdfLimits } from './limits.ts'
import { unlzw } from './lzw.ts'
import { PdfDict, PdfName, type PdfObject, type PdfStream } from './objects.ts'
import { unpredict } from './predictors.ts'
import { unascii85, unhex, unrunLength } from './simple-filters.ts'

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
