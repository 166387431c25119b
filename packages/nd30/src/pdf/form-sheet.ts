import type { Component, Look, Profile } from '../profile/profile.ts'

/** A diameter of round seals of the State; a larger one stands in the middle of its place as well. */
const sealMm = 36
/** Between a third and a half of the words (annex I, part II, 2). */
const ruleShare = 0.4

/** What a profile demands, as the template asks for it: points of type, millimetres of paper. */
export function formSheet(profile: Profile) {
  const { chosen, page, body } = profile
  const { marginsMm: margins } = chosen
  const bodySize = profile.looks.body?.chosenPt ?? 14
  const least = profile.looks.body?.sizePt[0] ?? 13
  return {
    margins,
    width: page.widthMm - margins.left - margins.right,
    gap: chosen.gapPt,
    indent: chosen.firstLineMm,
    /** From baseline to baseline of the body, in points. */
    pitch: body.line.unit === 'points' ? chosen.line : bodySize * singleLine * chosen.line,
    'table-size': profile.name === 'state' ? least : bodySize - 1,
    'number-top': 10,
    'issuer-rule': ruleShare,
    seal: sealMm,
    looks: looksOf(profile),
  }
}

/** Single spacing of Times New Roman, in sizes of its letters. */
export const singleLine = 1.149

function looksOf({ looks }: Profile) {
  const draft = looks.number && { ...looks.number, bold: true }
  const all = Object.entries({ ...looks, ...(draft && { draft }) }) as [Component | 'draft', Look][]
  return Object.fromEntries(
    all.map(([component, { chosenPt, bold, italic, underline = false }]) => [
      component,
      { size: chosenPt, bold, italic, underline },
    ]),
  )
}

/** Hundredths of a line, or fifths of a point. */
const steps = { lines: 0.05, points: 0.2 } as const

/** Line spacings from just below the chosen one down to the closest that the form allows; none where it is the closest. */
export function closerLines({ body, chosen }: Profile): readonly number[] {
  const { unit, range } = body.line
  const count = Math.floor((chosen.line - range[0]) / steps[unit] + 1e-6)
  return Array.from(
    { length: count },
    (_, at) => Math.round((chosen.line - (at + 1) * steps[unit]) * 100) / 100,
  )
}
