import type { Words } from '../../platform/words.ts'
import type { ChainLevel } from '../../ui/paths.tsx'
import { paths } from '../paths.ts'
import type { GuidingDocument } from '../year/guidance.ts'

/** A paper as it is called: kind and number, or its title where it has none. */
export const documentName = ({ kind, number, title }: GuidingDocument): string =>
  number === null ? title : `${kind} ${number}`

/** The papers above a programme, each on a level of its own, from the first to the one that is carried out. */
export function guidanceLevels(
  documents: readonly GuidingDocument[],
  t: Words,
  currentRef?: string,
): readonly ChainLevel[] {
  const kinds = documents.map(({ kind }) => kind)
  return documents.map((document, index) => ({
    // Two levels of one name could not be told apart.
    label:
      kinds.indexOf(document.kind) === index
        ? document.kind
        : t('programme.and_kind', { kind: document.kind, number: index + 1 }),
    nodes: [
      {
        key: document.id,
        label: documentName(document),
        href: paths.guidingDocument(document.ref),
        note: document.issuerName,
        current: document.ref === currentRef,
      },
    ],
  }))
}
