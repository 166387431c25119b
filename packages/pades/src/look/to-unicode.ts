import type { PdfLimits } from '../pdf/limits.ts'
import { type PdfObject, PdfString } from '../pdf/objects.ts'
import { readValue } from '../pdf/parse.ts'
import { cursorOver, isLetter, wordAt } from './content-reader.ts'

const mostMapped = 70_000

/**
 * What the codes of a font stand for (ISO 32000-2, 9.10.3), as far as its `/ToUnicode` can be read: it is asked for
 * words to tell people, never for a verdict.
 */
export function readToUnicode(bytes: Uint8Array, limits: PdfLimits): ReadonlyMap<number, string> {
  const map = new Map<number, string>()
  let operands: PdfObject[] = []
  for (const token of tokens(bytes, limits)) {
    if (typeof token !== 'object' || token === null || !('word' in token)) {
      operands.push(token)
      continue
    }
    if (token.word === 'endbfchar') mapPairs(map, operands)
    if (token.word === 'endbfrange') mapRanges(map, operands)
    if (map.size > mostMapped) break
    operands = []
  }
  return map
}

function* tokens(bytes: Uint8Array, limits: PdfLimits): Generator<PdfObject | { readonly word: string }> {
  const cursor = cursorOver(bytes, limits)
  for (;;) {
    const byte = cursor.skipSpace()
    if (byte === -1) return
    yield isLetter(byte) ? { word: wordAt(cursor) } : readValue(cursor)
  }
}

function mapPairs(map: Map<number, string>, operands: readonly PdfObject[]): void {
  for (let i = 0; i + 1 < operands.length; i += 2) {
    const [code, text] = [operands[i], operands[i + 1]]
    if (code instanceof PdfString && text instanceof PdfString) map.set(codeOf(code), textOf(text.bytes))
  }
}

function mapRanges(map: Map<number, string>, operands: readonly PdfObject[]): void {
  for (let i = 0; i + 2 < operands.length; i += 3) {
    const [first, last, to] = [operands[i], operands[i + 1], operands[i + 2]]
    if (!(first instanceof PdfString) || !(last instanceof PdfString)) continue
    const from = codeOf(first)
    const count = Math.min(codeOf(last) - from + 1, mostMapped - map.size)
    for (let n = 0; n < count; n++) {
      if (to instanceof PdfString) map.set(from + n, textOf(counted(to.bytes, n)))
      const item = isList(to) ? to[n] : null
      if (item instanceof PdfString) map.set(from + n, textOf(item.bytes))
    }
  }
}

function isList(value: PdfObject | undefined): value is readonly PdfObject[] {
  return Array.isArray(value)
}

function codeOf({ bytes }: PdfString): number {
  let code = 0
  for (const byte of bytes.subarray(0, 4)) code = code * 256 + byte
  return code
}

/** The text of a range counts on in its last two bytes. */
function counted(bytes: Uint8Array, by: number): Uint8Array {
  const copy = Uint8Array.from(bytes)
  const last = copy.length - 1
  const sum = (copy[last - 1] ?? 0) * 256 + (copy[last] ?? 0) + by
  copy[last] = sum
  if (last > 0) copy[last - 1] = sum >> 8
  return copy
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder('utf-16be').decode(bytes)
}
