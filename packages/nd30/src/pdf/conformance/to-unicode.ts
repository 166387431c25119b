import { PdfString } from './objects.ts'
import { Keyword, Parser } from './parser.ts'

const number = ({ bytes }: PdfString): number =>
  [...bytes].reduce((sum, byte) => sum * 256 + byte.charCodeAt(0), 0)
const letters = ({ bytes }: PdfString): string =>
  new TextDecoder('utf-16be', { ignoreBOM: true }).decode(Buffer.from(bytes, 'latin1'))

/** What each code means, by a ToUnicode map (ISO 32000-1, 9.10.3). */
export function codesOf(bytes: Uint8Array): ReadonlyMap<number, string> {
  const codes = new Map<number, string>()
  const parser = new Parser(bytes)
  let operands: unknown[] = []
  while (!parser.isAtEnd) {
    const next = parser.next()
    if (!(next instanceof Keyword)) operands.push(next)
    else {
      if (next.word === 'endbfchar') addLetters(operands, codes)
      if (next.word === 'endbfrange') addRanges(operands, codes)
      operands = []
    }
  }
  return codes
}

function addLetters(operands: readonly unknown[], codes: Map<number, string>): void {
  for (let at = 0; at + 1 < operands.length; at += 2) {
    const [code, meant] = [operands[at], operands[at + 1]]
    if (code instanceof PdfString && meant instanceof PdfString) codes.set(number(code), letters(meant))
  }
}

function addRanges(operands: readonly unknown[], codes: Map<number, string>): void {
  for (let at = 0; at + 2 < operands.length; at += 3) {
    const [from, to, meant] = [operands[at], operands[at + 1], operands[at + 2]]
    if (!(from instanceof PdfString && to instanceof PdfString)) continue
    for (let code = number(from); code <= Math.min(number(to), number(from) + 0xffff); code += 1) {
      const step = code - number(from)
      const one = Array.isArray(meant) ? meant[step] : meant
      if (!(one instanceof PdfString)) continue
      const first = letters(one)
      codes.set(code, Array.isArray(meant) ? first : String.fromCodePoint((first.codePointAt(0) ?? 0) + step))
    }
  }
}
