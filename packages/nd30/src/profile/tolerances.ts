/**
 * How far a figure may be from the form's without being another one: programs round lengths to their own units, and what
 * is drawn by hand ends a little early or late. Twentieths of a point.
 */
export const tolerances = {
  pageTwips: 20,
  marginTwips: 6,
  indentTwips: 10,
  /** Where a form says `about`: a millimetre. */
  aboutTwips: 57,
} as const

const twipsPerMm = 1440 / 25.4

export const twipsOfMm = (mm: number): number => Math.round(mm * twipsPerMm)
export const mmOfTwips = (twips: number): number => twips / twipsPerMm
