import type { RuleId } from '../../rules/catalogue.ts'
import type { Draft } from '../draft.ts'
import type { Piece } from '../recognise/piece.ts'
import { rewrite } from './edit-text.ts'
import { quoted } from './say.ts'

/** `- ` before a line of a list, `;` behind it, behind the last one `.`; null where it is so. */
export function listFault(rule: RuleId, piece: Piece, last: boolean): Draft | null {
  const counted = piece.paragraph.numbering !== null && piece.line === 0
  const wanted = withoutEnd(counted ? piece.text : withDash(piece.text)) + (last ? '.' : ';')
  if (wanted === piece.text) return null
  return {
    rule,
    code: 'list_line',
    at: { piece },
    found: quoted(piece.text),
    expected: quoted(wanted),
    repairs: rewrite(piece, wanted),
  }
}

const withDash = (text: string) => `- ${text.replace(/^[-–—+•*]?[\s\u00a0]*/u, '')}`

/** Without signs and spaces at its end. */
function withoutEnd(text: string): string {
  let end = text.length
  while (end > 0 && ' .;,:\u00a0'.includes(text[end - 1] ?? '')) end--
  return text.slice(0, end)
}
