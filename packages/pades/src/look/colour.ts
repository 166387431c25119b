import { PdfDict, PdfName, type PdfObject } from '../pdf/objects.ts'

// Colours that mean the same on each device (ISO 32000-2, 8.6.5), so that a file that is PDF/A stays so, whichever
// output intent it has, or none.

const whitePoint = [0.9505, 1, 1.089]

/** Like sRGB. */
export const inkSpace: PdfObject = [
  new PdfName('CalRGB'),
  PdfDict.of({
    WhitePoint: whitePoint,
    Gamma: [2.2, 2.2, 2.2],
    Matrix: [0.4124, 0.2126, 0.0193, 0.3576, 0.7152, 0.1192, 0.1805, 0.0722, 0.9505],
  }),
]

export const greySpace: PdfObject = [
  new PdfName('CalGray'),
  PdfDict.of({ WhitePoint: whitePoint, Gamma: 2.2 }),
]
