import type { Profile } from '../../profile/profile.ts'
import type { Draft, Judge, JudgeContext } from '../draft.ts'
import type { Piece } from '../recognise/piece.ts'
import type { Head } from '../recognise/recognised.ts'
import { type Edit, editText } from './edit-text.ts'
import { lookFaults } from './look-fault.ts'
import { isSymbol, type NumberParts, numberParts, tidySymbol, turnedSymbol } from './number-parts.ts'
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
  const right = isSymbol(tidy, profile) ? tidy : turnedSymbol(tidy, profile)
  return [...hyphens(profile, piece, parts, tidy), ...number(profile, piece, parts, right)]
}

/** H11: dashes where hyphens belong, and spaces. */
function hyphens(profile: Profile, piece: Piece, parts: NumberParts, tidy: string): readonly Draft[] {
  const { label, figures, blank, symbol } = parts
  const spaced = figures !== '' && /^\s+$/u.test(blank)
  if (!isSymbol(tidy, profile) || (tidy === symbol && !spaced)) return []
  const start = startInRaw(piece)
  const kept = figures === '' ? blank : ''
  const from = label.length + figures.length
  const edit = { from: from + kept.length, to: from + blank.length + symbol.length, by: tidy }
  return [
    {
      rule: 'H11',
      code: 'symbol_hyphens',
      at: { piece },
      found: quoted(piece.text),
      expected: rightLine(profile, parts, tidy),
      repairs: repairs(piece, start, [edit]),
    },
  ]
}

/** H06: the label, the zero, the shape of the symbol; one finding for all. `right` is null where the shape is none. */
function number(profile: Profile, piece: Piece, parts: NumberParts, right: string | null): readonly Draft[] {
  const { label, figures, symbol } = parts
  const written = label.trimEnd()
  const newLabel = rightLabel(profile, label)
  const newFigures = rightFigures(figures)
  const turned = right !== null && right !== tidySymbol(symbol)
  const shapeless = right === null && symbol !== ''
  if (written === newLabel && figures === newFigures && !turned && !shapeless) return []
  const edits: readonly Edit[] = [
    { from: 0, to: written.length, by: newLabel + (label === written ? ' ' : '') },
    { from: label.length, to: label.length + figures.length, by: newFigures },
    ...(turned ? [{ from: piece.text.length - symbol.length, to: piece.text.length, by: right }] : []),
  ]
  return [
    {
      rule: 'H06',
      code: shapeless ? 'number_malformed' : figures === newFigures ? 'number_wrong' : 'number_zero',
      at: { piece },
      found: quoted(piece.text),
      expected: shapeless ? shapeOf(profile) : rightLine(profile, parts, right ?? ''),
      repairs: shapeless
        ? []
        : repairs(
            piece,
            startInRaw(piece),
            edits.filter((each) => changes(piece, each)),
          ),
    },
  ]
}

function rightLabel({ symbol: { label: own, alsoLabel } }: Profile, label: string): string {
  const written = label.trimEnd()
  return written === alsoLabel ? written : own
}

const rightFigures = (figures: string) =>
  figures === '' || Number(figures) === 0 ? figures : String(Number(figures)).padStart(2, '0')

/** The whole line as it must read: two findings about it do not ask for two lines. */
function rightLine(profile: Profile, { label, figures, blank }: NumberParts, symbol: string): string {
  const kept = figures === '' ? blank.trimStart() : ''
  return quoted(`${rightLabel(profile, label)} ${rightFigures(figures)}${kept}${symbol}`)
}

const changes = ({ text }: Piece, { from, to, by }: Edit) => text.slice(from, to) !== by

function shapeOf({ name, symbol: { label, afterNumber, beforeBody } }: Profile): string {
  return `${label} 15${afterNumber}QĐ${beforeBody}${name === 'state' ? 'UBND' : 'TU'}`
}

/** Where the piece begins in its raw text; null where the two are not letter for letter the same: no mending then. */
function startInRaw(piece: Piece): number | null {
  const raw = piece.raw.replaceAll('\u00a0', ' ')
  return raw.trim() === piece.text ? raw.length - raw.trimStart().length : null
}

function repairs(piece: Piece, start: number | null, edits: readonly Edit[]): Draft['repairs'] {
  if (start === null) return []
  return editText(
    piece,
    edits.map(({ from, to, by }) => ({ from: from + start, to: to + start, by })),
  )
}
