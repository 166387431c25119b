import type { Block, OfficialDocument, Text } from '../../packages/nd30/src/model/document.ts'
import { longDocument } from '../../packages/nd30/src/testing/long-document.ts'
import { sample } from '../../packages/nd30/src/testing/samples.ts'

/**
 * A decision of one page, or a báo cáo of about so many, in which every paragraph has words of its own round, so that nothing of an earlier round
 * can be used again.
 */
export function documentOf(pages: number, round: number): OfficialDocument {
  const document = pages === 1 ? sample('quyet-dinh') : longDocument(pages)
  return {
    ...document,
    number: { value: round + 1, body: 'SNV' },
    body: document.body.map((block, index) => anew(block, `${round}.${index}`)),
  }
}

function anew(block: Block, mark: string): Block {
  if (block.type === 'table')
    return {
      ...block,
      rows: block.rows.map((row) => row.map((cell) => ({ ...cell, text: marked(cell.text, mark) }))),
    }
  if ('text' in block && block.text !== undefined)
    return { ...block, text: marked(block.text, mark) } as Block
  return block
}

const marked = (text: Text, mark: string): Text =>
  typeof text === 'string' ? `${text} ${mark}` : [...text, { text: ` ${mark}` }]
