import { fromRoman } from '../text/roman.ts'
import type { Block, Table } from './document.ts'
import type { FaultCode } from './fault-code.ts'
import { fault, type ModelFault } from './faults.ts'
import { rowsThatDoNotFit } from './table-fit.ts'
import { pointNumber } from './words/letters.ts'

type Path = readonly PropertyKey[]
const when = (wrong: boolean, path: Path, code: FaultCode) => (wrong ? [fault(path, code)] : [])

/** What a block alone must keep to: annex I, part II, 6. */
export function blockFaults(block: Block, path: Path, landscape: boolean): readonly ModelFault[] {
  switch (block.type) {
    case 'part':
      return when(
        !isRoman(block.number) && !/^thứ \p{Ll}{2,6}( \p{Ll}{2,6})?$/u.test(block.number),
        [...path, 'number'],
        'number_wrong',
      )
    case 'chapter':
      return when(!isRoman(block.number), [...path, 'number'], 'number_wrong')
    case 'section':
    case 'subsection':
      return when(!/^[1-9]\d{0,2}$/.test(block.number), [...path, 'number'], 'number_wrong')
    case 'article':
    case 'clause':
      return [
        ...when((block.title === undefined) === (block.text === undefined), path, 'title_or_text'),
        ...when(block.title?.length === 0, [...path, 'title'], 'empty'),
        ...when(block.text?.length === 0, [...path, 'text'], 'empty'),
        ...when(
          block.type === 'article' && block.suffix !== undefined && pointNumber(block.suffix) === 0,
          [...path, 'suffix'],
          'letter_wrong',
        ),
      ]
    case 'point':
      return [
        ...when(pointNumber(block.letter) === 0, [...path, 'letter'], 'letter_wrong'),
        ...when(block.text.length === 0, [...path, 'text'], 'empty'),
      ]
    case 'heading':
      return [
        ...when(
          block.level === 1
            ? !isRoman(block.number)
            : !/^[1-9]\d{0,2}(\.[1-9]\d{0,2}){0,3}$/.test(block.number),
          [...path, 'number'],
          'number_wrong',
        ),
        ...when(block.title.length === 0, [...path, 'title'], 'empty'),
      ]
    case 'paragraph':
    case 'item':
      return when(block.text.length === 0, [...path, 'text'], 'empty')
    case 'table':
      return tableFaults(block, path)
    case 'figure':
      return [
        ...when(block.caption?.length === 0, [...path, 'caption'], 'empty'),
        // Within the margins at their narrowest: 30 and 15 mm aside, 20 and 20 mm on its side.
        ...when(block.widthMm > (landscape ? 257 : 165), [...path, 'widthMm'], 'too_wide'),
      ]
  }
}

const isRoman = (number: string) => fromRoman(number) !== null

function tableFaults(table: Table, path: Path): readonly ModelFault[] {
  const fit = (rows: Table['rows'], name: string) =>
    rowsThatDoNotFit(rows, table.columns.length).map((row) => fault([...path, name, row], 'cells_do_not_fit'))
  return [
    ...when(table.caption?.length === 0, [...path, 'caption'], 'empty'),
    ...fit(table.header ?? [], 'header'),
    ...fit(table.rows, 'rows'),
  ]
}
