/** Twentieths of a point. */
export const twipsOfMm = (mm: number): number => Math.round((mm * 1440) / 25.4)
export const twipsOfPt = (pt: number): number => Math.round(pt * 20)
/** The library counts pictures in 96ths of an inch and writes English metric units from them. */
export const pixelsOfMm = (mm: number): number => (mm * 96) / 25.4
