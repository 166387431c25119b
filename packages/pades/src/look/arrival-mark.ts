import { Drawing, type Mark } from './drawing.ts'
import { draw, layOut, pointsPerMm } from './layout.ts'

/** What the stamp of an incoming document says; what is not known yet is dotted. */
export interface ArrivalWords {
  readonly body: string
  readonly arrivalNumber: string
  /** As `15/03/2026`. */
  readonly arrivedOn: string
  /** To whom it is passed on. */
  readonly passedTo?: string
  readonly dossierNotation?: string
}

const width = 50 * pointsPerMm
const height = 35 * pointsPerMm
const margin = 4
const size = 10
const border = 1
const headHeight = 26
/** From one line to the next. */
const rowHeight = 17

/** The stamp ĐẾN, 50 by 35 mm (decree 30/2020/NĐ-CP, annex IV, form V), red. @throws PadesError `font_missing_letters` */
export function arrivalMark(words: ArrivalWords): Mark {
  const drawing = new Drawing(width, height)
  drawing.ink('red')
  const [headFoot, tableFoot, split] = [height - headHeight, height - 63, 46]
  frame(drawing, headFoot, tableFoot, split)
  const head = layOut(words.body, {
    style: 'bold',
    size: 9,
    width: width - 2 * margin,
    mostLines: 3,
    mostHeight: headHeight - 3,
  })
  draw(drawing, head, margin, headFoot + (headHeight + head.height) / 2, 'middle')
  const title = layOut('ĐẾN', { style: 'bold', size: 14, width: split - 2 })
  draw(drawing, title, 1, (headFoot + tableFoot + title.height) / 2, 'middle')
  const beside = width - split - margin - 3
  entry(drawing, 'Số:', words.arrivalNumber, split + 3, headFoot - 4, beside)
  entry(drawing, 'Ngày:', words.arrivedOn, split + 3, headFoot - 4 - rowHeight, beside)
  entry(drawing, 'Chuyển:', words.passedTo ?? '', margin, tableFoot - 3, width - 2 * margin)
  entry(
    drawing,
    'Số và ký hiệu HS:',
    words.dossierNotation ?? '',
    margin,
    tableFoot - 3 - rowHeight,
    width - 2 * margin,
  )
  return drawing.finish()
}

function frame(drawing: Drawing, headFoot: number, tableFoot: number, split: number): void {
  const [left, bottom, right, top] = [border / 2, border / 2, width - border / 2, height - border / 2]
  drawing.line(0, bottom, width, bottom, border)
  drawing.line(0, top, width, top, border)
  drawing.line(left, 0, left, height, border)
  drawing.line(right, 0, right, height, border)
  drawing.line(0, headFoot, width, headFoot, border / 2)
  drawing.line(0, tableFoot, width, tableFoot, border / 2)
  drawing.line(split, tableFoot, split, headFoot, border / 2)
}

/** A label with its value beside it, or dots to the end of the line. */
function entry(
  drawing: Drawing,
  label: string,
  value: string,
  left: number,
  top: number,
  most: number,
): void {
  const named = layOut(label, { style: 'regular', size, width: most })
  draw(drawing, named, left, top, 'left')
  const from = (named.lines[0]?.width ?? 0) + 3
  const words = value === '' ? '.'.repeat(Math.floor((most - from) / 2.5)) : value
  const style = value === '' ? 'regular' : 'bold'
  const wish = { style, size, width: most - from, mostLines: 2, mostHeight: rowHeight } as const
  draw(drawing, layOut(words, wish), left + from, top, 'left')
}
