import type { Draft, JudgeContext } from './draft.ts'
import type { Severity } from './finding.ts'
import { judges } from './judge/judges.ts'
import { byPlace } from './order.ts'
import { mostPlaces, severityOf } from './put-into-words.ts'
import { sameFaultOnce } from './same-fault.ts'

export const checkLimits = {
  /** In a report. */
  findings: 1000,
  /** Of one rule in a report: the same fault all through a long document need not be told more often. */
  findingsOfRule: 200,
  /** Of one finding; `count` says how many there are. */
  places: mostPlaces,
} as const

export interface Gathered {
  /** By place, as many as a report holds. */
  readonly drafts: readonly Draft[]
  /** Of all that were found, the cut ones too. */
  readonly counts: Readonly<Record<Severity, number>>
  readonly cut: number
}

/**
 * What the rules say, no more of it at a time than one of them says and a report holds: a file may be wrong in some
 * hundred thousand places. What is kept is what would be if all were gathered first.
 */
export function gather(context: JudgeContext): Gathered {
  const counts = { must: 0, should: 0, taste: 0 }
  const kept = judges.flatMap((judge) => {
    const drafts = sameFaultOnce(saidBy(judge(context), context))
    for (const draft of drafts) counts[severityOf(draft, context.profile) ?? 'taste']++
    return drafts.length > checkLimits.findingsOfRule ? firstOfEach(byPlace(drafts, context.read)) : drafts
  })
  const drafts = firstOfEach(byPlace(kept, context.read)).slice(0, checkLimits.findings)
  return { drafts, counts, cut: counts.must + counts.should + counts.taste - drafts.length }
}

/** All that the rules say, by place. */
export function gatherAll(context: JudgeContext): readonly Draft[] {
  return byPlace(
    judges.flatMap((judge) => sameFaultOnce(saidBy(judge(context), context))),
    context.read,
  )
}

/** A profile may not have a rule. */
const saidBy = (drafts: readonly Draft[], { profile }: JudgeContext) =>
  drafts.filter((draft) => severityOf(draft, profile) !== null)

function firstOfEach(drafts: readonly Draft[]): readonly Draft[] {
  const seen = new Map<string, number>()
  return drafts.filter(({ rule }) => {
    const count = (seen.get(rule) ?? 0) + 1
    seen.set(rule, count)
    return count <= checkLimits.findingsOfRule
  })
}
