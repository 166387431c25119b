import type { XmlElement } from '../xml.ts'
import { shownBranch } from './alternate.ts'
import { shownSymbol } from './symbols.ts'

/** What stands in a run, in order; a run's text is the texts of its pieces that are shown. */
export type Piece =
  | { readonly type: 'text'; readonly text: string; readonly element: XmlElement; readonly skipped: number }
  | { readonly type: 'sign'; readonly text: string; readonly element: XmlElement; readonly symbol: boolean }
  /** A hyphen that is shown at the end of a line alone; in TCVN3 its code is the letter `ư`. */
  | { readonly type: 'soft-hyphen'; readonly element: XmlElement }
  | { readonly type: 'page-break' }
  | { readonly type: 'field-mark'; readonly element: XmlElement }
  | { readonly type: 'field-code'; readonly text: string }
  | { readonly type: 'page-number'; readonly element: XmlElement }
  | { readonly type: 'drawing'; readonly element: XmlElement }
  | { readonly type: 'run'; readonly element: XmlElement }

const signs: Readonly<Record<string, string>> = {
  'w:tab': '\t',
  'w:ptab': '\t',
  'w:cr': '\n',
  'w:noBreakHyphen': '\u2011',
}

export function piecesOf(run: XmlElement, pieces: Piece[] = []): Piece[] {
  for (const child of run.children) addPiece(pieces, child)
  return pieces
}

function addPiece(pieces: Piece[], element: XmlElement) {
  const sign = signs[element.name]
  if (sign !== undefined) {
    pieces.push({ type: 'sign', text: sign, element, symbol: false })
    return
  }
  switch (element.name) {
    case 'w:t':
      pieces.push(textPiece(element))
      return
    case 'w:softHyphen':
      pieces.push({ type: 'soft-hyphen', element })
      return
    case 'w:br':
      pieces.push(breakPiece(element))
      return
    case 'w:sym':
      pieces.push({ type: 'sign', text: symbolOf(element), element, symbol: true })
      return
    case 'w:fldChar':
      pieces.push({ type: 'field-mark', element })
      return
    case 'w:instrText':
      pieces.push({ type: 'field-code', text: element.text })
      return
    case 'w:pgNum':
      pieces.push({ type: 'page-number', element })
      return
    case 'w:drawing':
    case 'w:pict':
    case 'w:object':
      pieces.push({ type: 'drawing', element })
      return
    case 'mc:AlternateContent': {
      const branch = shownBranch(element)
      if (branch) piecesOf(branch, pieces)
      return
    }
    case 'w:ruby':
      for (const base of element.children)
        if (base.name === 'w:rubyBase')
          for (const run of base.children) if (run.name === 'w:r') pieces.push({ type: 'run', element: run })
  }
}

/** Space at the ends counts only where it is to be preserved; a line end within is a space (17.3.3.31). */
function textPiece(element: XmlElement): Piece {
  const text = element.text.replace(/[\t\n\r]/g, ' ')
  if (element.attributes.get('xml:space') === 'preserve') return { type: 'text', text, element, skipped: 0 }
  let from = 0
  let to = text.length
  while (from < to && text[from] === ' ') from += 1
  while (to > from && text[to - 1] === ' ') to -= 1
  return { type: 'text', text: text.slice(from, to), element, skipped: from }
}

function breakPiece(element: XmlElement): Piece {
  const type = element.attributes.get('w:type') ?? 'textWrapping'
  if (type === 'page') return { type: 'page-break' }
  return { type: 'sign', text: type === 'column' ? '' : '\n', element, symbol: false }
}

function symbolOf({ attributes }: XmlElement): string {
  const code = Number.parseInt(attributes.get('w:char') ?? '', 16)
  if (!(code > 0 && code <= 0xffff) || (code >= 0xd800 && code < 0xe000)) return '\uFFFD'
  return shownSymbol(String.fromCharCode(code), attributes.get('w:font'))
}

/** What it is in the text of a run whose letters are of TCVN3; elsewhere it is not part of the text. */
export const softHyphen = '\u00ad'
