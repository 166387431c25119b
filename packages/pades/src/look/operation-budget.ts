import { PadesError } from '../errors.ts'
import type { PdfFile } from '../pdf/document.ts'

/** Of all content streams of a file that are followed, each as often as it is drawn. */
const mostOperations = 20_000_000
/** What a form within a form costs. */
const operationsOfForm = 20

const spent = new WeakMap<PdfFile, number>()

/**
 * Counts an operator. Forms that draw one another a few times each would be millions, and a file has as many
 * appearances that begin with them as its maker likes.
 *
 * @throws PadesError `pdf_limit`
 */
export function spendOperation(file: PdfFile, operator: string): void {
  const sum = (spent.get(file) ?? 0) + (operator === 'Do' ? operationsOfForm : 1)
  spent.set(file, sum)
  if (sum > mostOperations)
    throw new PadesError('pdf_limit', `PDF: more than ${mostOperations} operations in all`, {
      limit: 'operations',
      most: mostOperations,
    })
}
