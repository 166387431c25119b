import { checkDocument } from '../check/check-document.ts'
import type { Finding } from '../check/finding.ts'
import { Nd30Error } from '../errors.ts'
import type { OfficialDocument } from '../model/document.ts'
import { readDocument } from '../read/read.ts'
import type { ReadDocument } from '../read/read-document.ts'
import { writeDocx } from './write/write-docx.ts'

/**
 * What the checker says must be changed in a document that is made of this model: a title before the signer's name, a
 * place in capitals, a clause left out. The look is made from the form; what was written is not. A PDF says the same words.
 *
 * As `lint` judges it: without being told form or day. null where a document is longer than what is read.
 *
 * @param at YYYY-MM-DD, the day by whose form the document is made
 * @throws Nd30Error as `writeDocx` does
 */
export async function formWarnings(
  document: OfficialDocument,
  { at }: { readonly at: string },
): Promise<readonly Finding[] | null> {
  const docx = await readOrNull(await writeDocx(document, { at }))
  return docx && checkDocument(docx, { today: at }).findings.filter(({ severity }) => severity === 'must')
}

async function readOrNull(docx: Uint8Array): Promise<ReadDocument | null> {
  try {
    return await readDocument(docx)
  } catch (error) {
    if (error instanceof Nd30Error && error.code === 'file_limit') return null
    throw error
  }
}
