import type { Profile } from '../../profile/profile.ts'
import type { Draft, Judge, JudgeContext } from '../draft.ts'
import type { Piece } from '../recognise/piece.ts'
import type { Head } from '../recognise/recognised.ts'
import { editText } from './edit-text.ts'
import { lookFaults } from './look-fault.ts'
import { isSymbol, numberParts, tidySymbol } from './number-parts.ts'
import { quoted } from './say.ts'

/** H06, H11: number and symbol. Annex I, part II, 3. */
export const judgeNumber: Judge = (context) => {
  const { head, copy } = context.recognised
  return [head, ...(copy ? [copy.head] : [])].flatMap((each) => judgeNumberOf(context, each))
}

function judgeNumberOf(context: JudgeContext, { number }: Head): readonly Draft[] {
  if (!number) return []
  return [...wordFaults(context.profile, number), ...lookFaults(context, 'H06', 'number', [number])]
}

function wordFaults(profile: Profile, piece: Piece): readonly Draft[] {
  const parts = numberParts(piece.text)
  if (!parts) return []
  const tidy = tidySymbol(parts.symbol)
  const spaced = parts.figures !== '' && /^\s+$/u.test(parts.blank)
  const shaped = isSymbol(tidy, profile)
  return [
    ...(shaped && (tidy !== parts.symbol || spaced) ? [hyphens(piece, parts, tidy)] : []),
    ...(parts.symbol !== '' && !shaped ? [malformed(profile, piece)] : []),
    ...labelFault(profile, piece, parts.label),
    ...zeroFault(piece, parts.label, parts.figures),
  ]
}

interface Parts {
  readonly label: string
  readonly figures: string
  readonly blank: string
  readonly symbol: string
}

/** Where the piece begins in its raw text, and whether the two are the same letters: only then can it be mended here. */
function startInRaw(piece: Piece): number | null {
  const raw = piece.raw.replaceAll('\u00a0', ' ')
  if (raw.trim() !== piece.text) return null
  return raw.length - raw.trimStart().length
}

function hyphens(piece: Piece, { label, figures, blank, symbol }: Parts, tidy: string): Draft {
  const start = startInRaw(piece)
  const from = (start ?? 0) + label.length + figures.length
  const keep = figures === '' ? blank.length : 0
  const to = from + blank.length + symbol.length
  return {
    rule: 'H11',
    code: 'symbol_hyphens',
    at: { piece },
    found: quoted(piece.text),
    expected: quoted(`${label}${figures}${figures === '' ? blank : ''}${tidy}`),
    repairs: start === null ? [] : editText(piece, [{ from: from + keep, to, by: tidy }]),
  }
}

function malformed(profile: Profile, piece: Piece): Draft {
  const { label, afterNumber, beforeBody } = profile.symbol
  return {
    rule: 'H06',
    code: 'number_malformed',
    at: { piece },
    found: quoted(piece.text),
    expected: `${label} 15${afterNumber}QĐ${beforeBody}${profile.name === 'state' ? 'UBND' : 'TU'}`,
    repairs: [],
  }
}

/** `Số:` of the State, `Số` of the Party. */
function labelFault(profile: Profile, piece: Piece, written: string): readonly Draft[] {
  const { label, alsoLabel } = profile.symbol
  const tidy = written.trimEnd()
  if (tidy === label || tidy === alsoLabel) return []
  const start = startInRaw(piece)
  return [
    {
      rule: 'H06',
      code: 'number_label',
      at: { piece },
      found: quoted(piece.text),
      expected: label,
      repairs: start === null ? [] : editText(piece, [{ from: start, to: start + tidy.length, by: label }]),
    },
  ]
}

/** Numbers below 10 have a zero before them, others none. */
function zeroFault(piece: Piece, label: string, figures: string): readonly Draft[] {
  if (figures === '' || Number(figures) === 0) return []
  const wanted = String(Number(figures)).padStart(2, '0')
  if (figures === wanted) return []
  const start = startInRaw(piece)
  const from = (start ?? 0) + label.length
  return [
    {
      rule: 'H06',
      code: 'number_zero',
      at: { piece },
      found: figures,
      expected: wanted,
      repairs: start === null ? [] : editText(piece, [{ from, to: from + figures.length, by: wanted }]),
    },
  ]
}
