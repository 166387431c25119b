import { type Certification, type Lock, locks } from '../../form/permissions.ts'
import type { ChangeReport, Sentence } from '../report.ts'
import type { Change, Needs } from './change.ts'
import { changeMessagesEn } from './messages.en.ts'
import { type ChangeCode, changeMessagesVi } from './messages.vi.ts'

/** What is in force where a change is judged. */
export interface InForce {
  /** The strictest level; null where nothing is certified. */
  readonly certification: Certification | null
  readonly locks: readonly Lock[]
}

/** The table of the design, "What later revisions may change". */
const allowedUnder = {
  nothing: [1, 2, 3, null],
  form: [2, 3, null],
  annotations: [3, null],
  never: [],
} as const satisfies Record<Needs, readonly (Certification | null)[]>

/** Whether a change is allowed, with its words. */
export function judgeChange(change: Change, inForce: InForce): ChangeReport {
  const { revision, kind, needs, page, object, field, details } = change
  const levels: readonly (Certification | null)[] = allowedUnder[needs]
  const isLocked = needs === 'form' && field !== null && inForce.locks.some((lock) => locks(lock, field))
  return {
    revision: revision + 1,
    kind,
    allowed: levels.includes(inForce.certification) && !isLocked,
    page,
    object,
    field,
    sentence: isLocked ? sentenceOf('locked_field', details) : ownSentence(change),
  }
}

/** Each signature of a file is told of the same changes. */
const sentences = new WeakMap<Change, Sentence>()

function ownSentence(change: Change): Sentence {
  const known = sentences.get(change) ?? sentenceOf(change.code, change.details)
  sentences.set(change, known)
  return known
}

function sentenceOf(code: ChangeCode, details: Change['details']): Sentence {
  const fill = (template: string) =>
    template.replace(/\{(\w+)\}/g, (whole, key: string) => String(details[key] ?? whole))
  return { vi: fill(changeMessagesVi[code]), en: fill(changeMessagesEn[code]) }
}
