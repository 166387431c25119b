/** What a place on a page is for. */
export type PlaceRole = 'signature' | 'seal' | 'number' | 'issued' | 'copy-mark' | 'arrival-mark' | 'urgency'

/** A place for a mark. Points from the lower left corner of the page; pages count from 1. */
export interface Place {
  readonly role: PlaceRole
  readonly page: number
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** Which of several signatures or seals, from 0 in the order of the model. */
  readonly index?: number
  /** In the block of a paper copy, not in the document above it. */
  readonly of?: 'copy'
}

/** A place as the template tells it: from the upper left corner. */
export interface ToldPlace {
  readonly role: PlaceRole
  readonly upon: 'document' | 'copy'
  readonly index: number | null
  readonly page: number
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const rounded = (value: number): number => Math.round(value * 100) / 100

/** @param pageHeights in points, of the pages of the document and of those on which a copy block stands */
export function placeOf(told: ToldPlace, pageHeights: Readonly<Record<ToldPlace['upon'], number>>): Place {
  const { role, page, x, y, width, height, index, upon } = told
  return {
    role,
    page,
    x: rounded(x),
    y: rounded(pageHeights[upon] - y - height),
    width: rounded(width),
    height: rounded(height),
    ...(index !== null && { index }),
    ...(upon === 'copy' && { of: 'copy' as const }),
  }
}
