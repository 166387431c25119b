import { isInForce } from '../../../programme/import/index.ts'
import type { Begun } from '../filling/filler.ts'
import { choicesFrom } from '../filling/random.ts'
import type { RegisterRows } from '../filling/register-rows.ts'
import { goOn } from './course.ts'
import type { LaterLife } from './facts.ts'
import { LaterDecisions } from './later-decisions.ts'
import { LaterWork, type Standing } from './later-work.ts'
import { rememberProof } from './proofs.ts'
import { goOnRegistering } from './second-round.ts'
import { temperOf } from './tempers.ts'

// Any number will do; this one is the last day that is told of.
const seed = 20_221_231

/**
 * Makes up how the year of the demonstration goes on after the day on which it opens. What is made up is the same at every
 * start, and each work has its own chance: another work more changes nothing of those that are there.
 */
export function inventLater(rows: RegisterRows, begun: readonly Begun[]): readonly LaterLife[] {
  const standingOf = standings(rows)
  const decisions = new LaterDecisions(rows)
  const lives = begun.map((one, index) => {
    const work = new LaterWork(rows, one, standingOf(one.work.id), choicesFrom(seed + index * 7919))
    rememberProof(work)
    if (isInForce(work.state)) goOn(work, temperOf(one.work.owner.unitCode))
    else goOnRegistering(work, decisions)
    return work.life()
  })
  return [decisions.life(), ...lives.filter(({ days }) => days.length > 0)]
}

function standings(rows: RegisterRows): (workId: string) => Standing {
  const spans = Map.groupBy(rows.spans, (row) => row.work_id)
  const reports = Map.groupBy(rows.reports, (row) => row.work_id)
  const evidence = Map.groupBy(rows.evidence, (row) => row.work_id)
  const completions = Map.groupBy(rows.completions, (row) => row.work_id)
  const adjustments = Map.groupBy(rows.adjustments, (row) => row.work_id)
  return (workId) => {
    const span = spans.get(workId)?.at(-1)
    if (span === undefined) throw new RangeError(`no state of ${workId}`)
    return {
      span,
      reports: reports.get(workId) ?? [],
      evidence: evidence.get(workId) ?? [],
      recognitions: rows.recognitions,
      completions: completions.get(workId) ?? [],
      adjustments: adjustments.get(workId) ?? [],
    }
  }
}
