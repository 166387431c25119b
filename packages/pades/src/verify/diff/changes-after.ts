import type { PdfFile } from '../../pdf/document.ts'
import type { ChangeReport } from '../report.ts'
import type { Change } from './change.ts'
import { type InForce, judgeChange } from './judge-change.ts'
import { PageNumbers } from './page-numbers.ts'
import { PageWords } from './page-words.ts'
import { changesOfRevision } from './revision-changes.ts'
import { RoleGraph } from './role-graph.ts'

export interface ChangeQuestion extends InForce {
  /** Number, from 0, of the revision that the signature closes. */
  readonly revision: number
}

/**
 * All that later revisions changed, and what stands after the last of them, each judged by what was in force when the
 * signature was made (ISO 32000-2, 12.8.2). A revision is compared once, whoever asks; nothing is thrown for what cannot
 * be read: that is a change which is not allowed.
 */
export function changesAfter(file: PdfFile, question: ChangeQuestion): readonly ChangeReport[] {
  const changes = [...laterChanges(file, question.revision), ...trailingChange(file)]
  return changes.map((change) => judgeChange(change, question))
}

interface History {
  /** The first revision that was compared with the one before it. */
  readonly from: number
  readonly changes: readonly Change[]
}

const histories = new WeakMap<PdfFile, History>()

function laterChanges(file: PdfFile, revision: number): readonly Change[] {
  if (revision >= file.latest.number) return []
  const known = histories.get(file)
  if (known !== undefined && known.from <= revision + 1)
    return known.changes.filter((change) => change.revision > revision)
  // Asked a second time from further back: all of them, so that there is no third.
  const history = compareFrom(file, known === undefined ? revision + 1 : 1)
  histories.set(file, history)
  return history.changes.filter((change) => change.revision > revision)
}

function compareFrom(file: PdfFile, from: number): History {
  const graph = new RoleGraph(file, from - 1)
  const kept = { pages: new PageNumbers(file, graph, from - 1), words: new PageWords(file) }
  const changes: Change[] = []
  for (let at = from; at <= file.latest.number; at++)
    for (const change of changesOfRevision(file, graph, kept, at)) changes.push(change)
  return { from, changes }
}

/** Bytes after the end that are more than white space: some readers look for another end among them. */
function trailingChange(file: PdfFile): readonly Change[] {
  if (file.trailing.isBlank) return []
  const where = { page: null, object: null, field: null, details: {} }
  return [
    { revision: file.latest.number, kind: 'trailing', code: 'trailing_bytes', needs: 'never', ...where },
  ]
}
