import { PadesError } from '../errors.ts'
import { Cursor } from '../pdf/lexer.ts'
import { Budget, malformed, Notes, type PdfLimits } from '../pdf/limits.ts'
import { PdfDict, type PdfObject } from '../pdf/objects.ts'
import { readDict } from '../pdf/parse.ts'
import { bytesSource } from '../source.ts'

/** One operator of a content stream with what stands before it (ISO 32000-2, 7.8.2). */
export interface Operation {
  readonly operator: string
  readonly operands: readonly PdfObject[]
}

/** The most operands of any operator is six; those of `scn` and dash arrays may be more. */
const mostOperands = 64
const mostInArray = 100_000

/** A cursor over the data of a stream, which stand for themselves. */
export function cursorOver(bytes: Uint8Array, limits: PdfLimits): Cursor {
  const source = bytesSource(bytes)
  const input = { source, limits, notes: new Notes(), budget: new Budget(limits), container: 0 }
  return new Cursor(input, bytes, 0, 0, true)
}

/**
 * Reads a content stream. Numbers that real producers write though no rule has them (`-.5-`, `--3`, `1.`) are read as
 * viewers read them; an inline image comes as `BI` with its dictionary.
 *
 * @throws PadesError `pdf_malformed`
 */
export function* readContent(bytes: Uint8Array, limits: PdfLimits): Generator<Operation> {
  const cursor = cursorOver(bytes, limits)
  let operands: PdfObject[] = []
  for (;;) {
    const byte = cursor.skipSpace()
    if (byte === -1) return
    if (isLetter(byte) || byte === 0x27 || byte === 0x22) {
      const word = wordAt(cursor)
      if (word === 'true' || word === 'false' || word === 'null')
        operands.push(word === 'null' ? null : word === 'true')
      else if (word === 'BI') {
        yield { operator: 'BI', operands: [inlineImage(cursor)] }
        operands = []
      } else {
        yield { operator: word, operands }
        operands = []
      }
    } else operands.push(operandAt(cursor, byte))
    if (operands.length > mostOperands) throw tooMany('operands', mostOperands, cursor.pos)
  }
}

function tooMany(limit: string, most: number, offset: number): PadesError {
  return new PadesError('pdf_limit', `PDF: more than ${most} of ${limit} in a content stream`, {
    limit,
    most,
    offset,
  })
}

export function isLetter(byte: number): boolean {
  return (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a)
}

/** The operator or other word that stands here. */
export function wordAt(cursor: Cursor): string {
  let word = ''
  do word += String.fromCharCode(cursor.byteAt(cursor.pos++))
  while (word.length <= 32 && !cursor.isBoundary(cursor.pos))
  if (word.length > 32) throw malformed('operator', cursor.pos)
  return word
}

function operandAt(cursor: Cursor, byte: number): PdfObject {
  if (byte === 0x2f) return cursor.name()
  if (byte === 0x28) return cursor.literalString()
  if (byte === 0x3c) return cursor.byteAt(cursor.pos + 1) === 0x3c ? readDict(cursor) : cursor.hexString()
  if (byte === 0x5b) return arrayAt(cursor)
  return numberAt(cursor)
}

function arrayAt(cursor: Cursor): PdfObject {
  const values: PdfObject[] = []
  cursor.pos++
  for (;;) {
    const byte = cursor.skipSpace()
    if (byte === 0x5d) break
    // No operator takes an array within an array.
    if (byte === -1 || byte === 0x5b) throw malformed('content_array', cursor.pos)
    values.push(operandAt(cursor, byte))
    if (values.length > mostInArray) throw tooMany('array', mostInArray, cursor.pos)
  }
  cursor.pos++
  return values
}

function numberAt(cursor: Cursor): number {
  const start = cursor.pos
  let text = ''
  for (; text.length < 64; cursor.pos++) {
    const byte = cursor.byteAt(cursor.pos)
    const isPart = (byte >= 0x30 && byte <= 0x39) || byte === 0x2b || byte === 0x2d || byte === 0x2e
    if (!isPart) break
    text += String.fromCharCode(byte)
  }
  const found = /^[+-]*(\d*(?:\.\d*)?)/.exec(text)?.[1] ?? ''
  if (text === '' || !cursor.isBoundary(cursor.pos)) throw malformed('content_token', start)
  const value = found === '' || found === '.' ? 0 : Number(found)
  return text.startsWith('-') ? -value : value
}

/** 8.9.7, after `BI`. Its data end at the first `EI` between white space after which the content goes on as text. */
function inlineImage(cursor: Cursor): PdfDict {
  const entries = new Map<string, PdfObject>()
  for (;;) {
    const byte = cursor.skipSpace()
    if (byte === 0x49 && cursor.skipWord('ID')) break
    if (byte !== 0x2f) throw malformed('inline_image', cursor.pos)
    const key = cursor.name().value
    const next = cursor.skipSpace()
    const value = isLetter(next) ? wordAt(cursor) === 'true' : operandAt(cursor, next)
    entries.set(key, value)
    if (entries.size > mostOperands) throw tooMany('operands', mostOperands, cursor.pos)
  }
  const { bytes } = cursor
  for (let at = cursor.pos + 1; at < bytes.length - 1; at++) {
    if (bytes[at] !== 0x45 || bytes[at + 1] !== 0x49) continue
    if (!isBlank(bytes[at - 1] ?? 0) || !cursor.isBoundary(at + 2) || !isTextAfter(bytes, at + 2)) continue
    cursor.pos = at + 2
    return new PdfDict(entries)
  }
  throw malformed('inline_image', cursor.pos)
}

function isBlank(byte: number): boolean {
  return byte === 0 || byte === 9 || byte === 10 || byte === 12 || byte === 13 || byte === 32
}

function isTextAfter(bytes: Uint8Array, from: number): boolean {
  for (let at = from; at < Math.min(from + 16, bytes.length); at++) {
    const byte = bytes[at] ?? 0
    if (byte > 0x7e || (byte < 32 && !isBlank(byte))) return false
  }
  return true
}
