/** Hyphens and dashes that stand where Vietnamese forms write a plain hyphen: by themselves put there by Word, mostly. */
export const foreignDash = /[\u00ad\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/

const foreignDashes = /[\u00ad\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g

/** Every dash as `-`, for comparing; the length stays. */
export const plainHyphens = (text: string): string => text.replace(foreignDashes, '-')

/** Spaces of every kind as one plain one, none at the ends. */
export const plainSpaces = (text: string): string =>
  text.replace(/[\s\u00a0\u2000-\u200a\u202f]+/g, ' ').trim()
