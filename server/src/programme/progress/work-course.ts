import { addDays, type PlainDate } from '../../platform/time/plain-date.ts'
import { decimal } from '../rules/decimal.ts'
import { type PlannedLine, straightLine } from '../rules/planned-line.ts'
import type { SignalFacts } from '../rules/signals.ts'
import { versionOn } from '../rules/spans.ts'
import { assessTarget, type Reading } from '../rules/targets.ts'
import type { AssessedTarget } from './target-facts.ts'

export interface ReadingPoint {
  readonly on: PlainDate
  readonly reading: Reading
}

/** The course of one target up to a day: what was planned, what was claimed, what was confirmed (design 5). */
export interface TargetCourse {
  /** Null where there is no number, no way to go, or no date yet. */
  readonly planned: PlannedLine | null
  readonly claimed: readonly ReadingPoint[]
  /** A step each time that the confirmed value changed. */
  readonly confirmed: readonly ReadingPoint[]
}

/** The facts of the work that a planned line depends on. */
export interface CourseDates {
  readonly assignedOn: PlainDate | null
  readonly dueOn: PlainDate | null
}

/** The course of a target as of a day; the planned line is the one of the signals, so that picture and signal agree. */
export function courseOfTarget(
  assessed: AssessedTarget,
  facts: Pick<SignalFacts, 'courses'>,
  dates: CourseDates,
  asOf: PlainDate,
): TargetCourse {
  return {
    planned: plannedLine(assessed, facts, dates, asOf),
    claimed: assessed.facts.claims.flatMap(({ reportedOn, reading }) =>
      reading === null || reportedOn > asOf ? [] : [{ on: reportedOn, reading }],
    ),
    confirmed: confirmedSteps(assessed, asOf),
  }
}

function plannedLine(
  { target, baseline }: AssessedTarget,
  { courses }: Pick<SignalFacts, 'courses'>,
  { assignedOn, dueOn }: CourseDates,
  asOf: PlainDate,
): PlannedLine | null {
  const course = courses.find(({ targetId }) => targetId === target.id)
  if (course !== undefined) return versionOn(course.lines, asOf)?.line ?? null
  // An aspiration puts nothing at risk and so has no course among the signals; its line is worth seeing all the same.
  if (target.measureKey !== null || assignedOn === null || dueOn === null) return null
  return straightLine(target.goal, baseline === null ? null : decimal(baseline), assignedOn, dueOn)
}

/** The confirmed value on each day on which a fact about it took effect. */
function confirmedSteps({ target, facts }: AssessedTarget, asOf: PlainDate): readonly ReadingPoint[] {
  if (target.measureKey !== null) return []
  const days = new Set<PlainDate>()
  for (const { acceptedOn, effectiveOn, replacedOn, recognition } of facts.proofs) {
    const ends = recognition?.validUntil == null ? null : addDays(recognition.validUntil, 1)
    for (const day of [acceptedOn, effectiveOn, replacedOn, recognition?.recognisedOn, ends])
      if (day != null && day <= asOf) days.add(day)
  }
  const steps: ReadingPoint[] = []
  for (const on of [...days].sort()) {
    const { confirmed } = assessTarget(target, facts, on)
    if (confirmed !== null && confirmed !== steps.at(-1)?.reading) steps.push({ on, reading: confirmed })
  }
  return steps
}
