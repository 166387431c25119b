import type { PdfFile } from './document.ts'
import type { XrefEntry } from './xref-entries.ts'
import { numbersOf } from './xref-index.ts'

/** What a revision did to an object. */
export interface ObjectChange {
  readonly number: number
  readonly kind: 'added' | 'changed' | 'freed'
}

/** What the revision `at` says of objects otherwise than the one before it, in the order of their numbers. */
export function changesOf(file: PdfFile, at: number): readonly ObjectChange[] {
  const revision = file.revisions[at]
  if (revision === undefined) return []
  const changes: ObjectChange[] = []
  const numbers = [...new Set(numbersOf(revision))].sort((a, b) => a - b)
  for (const number of numbers) {
    const kind = changeOf(file.entry(number, at), at === 0 ? null : file.entry(number, at - 1))
    if (kind !== null) changes.push({ number, kind })
  }
  return changes
}

function changeOf(now: XrefEntry | null, before: XrefEntry | null): ObjectChange['kind'] | null {
  const isThere = now !== null && now.kind !== 'free'
  const wasThere = before !== null && before.kind !== 'free'
  if (!isThere) return wasThere ? 'freed' : null
  if (!wasThere) return 'added'
  const isSame = now.kind === before.kind && now.where === before.where && now.extra === before.extra
  return isSame ? null : 'changed'
}
