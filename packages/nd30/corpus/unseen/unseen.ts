import type { Corpus } from '../files.ts'
import { unseenLabels } from './labels.ts'
import { partyDocuments } from './party-documents.ts'
import { stateDocuments } from './state-documents.ts'

const sound = [...stateDocuments, ...partyDocuments]

/** Built by `docx` and in the manner of Word alone, so that no folder of kept files is read. */
export const unseen: Corpus = {
  labels: unseenLabels,
  documents: unseenLabels.map(({ id, of }) => {
    const spec = sound.find((each) => each.id === of)
    if (!spec) throw new RangeError(`no document ${of}`)
    return { ...spec, id }
  }),
  folder: new URL('./', import.meta.url),
}
