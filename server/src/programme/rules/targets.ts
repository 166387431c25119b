/**
 * What a work promises, and how far the promise is kept: claimed is what the owner reports, confirmed is what an
 * entitled person accepted with its evidence, an authority recognised, or a live measure counted (design 8.15).
 */
import type { PlainDate } from '../../platform/time/plain-date.ts'
import {
  compareDecimals,
  compareShare,
  type Decimal,
  decimal,
  percentOf,
  type Share,
  sumDecimals,
} from './decimal.ts'

export const operators = ['eq', 'gte', 'lte', 'range', 'done'] as const
export type Operator = (typeof operators)[number]

/** The strength of a promise: `đặt mục tiêu`, `phấn đấu`, `thực hiện`. Only an aspiration may stay unmet. */
export const modalities = ['committed', 'aspirational', 'carry_out'] as const
export type Modality = (typeof modalities)[number]

/** What must be reached. `done` has no number: it is judged done or not done, with a note, and never in percent. */
export type Goal =
  | { readonly operator: 'eq' | 'gte' | 'lte'; readonly value: Decimal }
  | { readonly operator: 'range'; readonly min: Decimal; readonly max: Decimal }
  | { readonly operator: 'done' }

export interface Target {
  readonly id: string
  /** What is measured, in the owner's words. */
  readonly measure: string
  readonly unit: string | null
  readonly goal: Goal
  readonly modality: Modality
  /** What this target, and no other, leaves out of its denominator. */
  readonly exceptions: readonly string[]
  /** The result counts only as far as an outside authority has recognised it. */
  readonly recognitionRequired: boolean
  /** The live measure that the target is bound to; its value can then be neither typed nor claimed. */
  readonly measureKey: string | null
}

/** A goal as it is stored or typed: any of it may be missing. */
export interface GoalFields {
  readonly operator: Operator | null
  readonly value: Decimal | null
  readonly min: Decimal | null
  readonly max: Decimal | null
}

/**
 * The goal that the fields make, or null where a number that the operator needs is missing. Where the paper prints
 * neither operator nor number, the target can only be judged done or not done.
 */
export function goalOf({ operator, value, min, max }: GoalFields): Goal | null {
  switch (operator) {
    case null:
    case 'done':
      return { operator: 'done' }
    case 'range':
      return min === null || max === null || compareDecimals(min, max) > 0 ? null : { operator, min, max }
    default:
      return value === null ? null : { operator, value }
  }
}

/** A value, or for a target without a number whether it is done. */
export type Reading = Decimal | boolean

/** What the owner reported of a target. */
export interface Claim {
  readonly reportedOn: PlainDate
  readonly reading: Reading | null
}

/** A piece of evidence for a target, as far as it was accepted. */
export interface Proof {
  /** The day that its paper speaks of: of two accepted values the one of the later day holds. */
  readonly effectiveOn: PlainDate
  readonly acceptedOn: PlainDate | null
  /** From this day on another piece stands in its place. */
  readonly replacedOn: PlainDate | null
  readonly reading: Reading | null
  /** What an outside authority recognised, and until when (the last valid day). */
  readonly recognition: {
    readonly recognisedOn: PlainDate
    readonly validUntil: PlainDate | null
    readonly quantity: Decimal
  } | null
}

/** What a live measure counted on the day of the question. */
export type LiveCount = Share & { readonly unit: '%' | 'count' | 'days' }

export interface TargetFacts {
  readonly claims: readonly Claim[]
  readonly proofs: readonly Proof[]
  /** Null where the target is not bound to a measure, or the measure is not there. */
  readonly live: LiveCount | null
  /** The first day of the programme's year: what was recognised before it is not a result of this work. */
  readonly countsFrom: PlainDate
}

export type Met = 'met' | 'exceeded' | 'not_met' | 'undetermined'

/** What the confirmed value rests on, or why there is none. */
export type Basis =
  | 'measured'
  | 'nothing_due'
  | 'measure_missing'
  | 'recognised'
  | 'not_recognised'
  | 'accepted_evidence'
  | 'no_accepted_evidence'

export interface Assessment {
  readonly claimed: Reading | null
  readonly confirmed: Reading | null
  readonly met: Met
  readonly basis: Basis
}

/** How a target stands at the end of day `on`. Facts of a later day change nothing. */
export function assessTarget(target: Target, facts: TargetFacts, on: PlainDate): Assessment {
  if (target.measureKey !== null) return assessLive(target.goal, facts.live)
  const claimed = latestClaim(facts.claims, on)
  const standing = facts.proofs.filter((proof) => counts(proof, on))
  if (target.recognitionRequired) {
    const confirmed = recognisedReading(target.goal, standing, facts.countsFrom, on)
    const basis = confirmed === '0' || confirmed === false ? 'not_recognised' : 'recognised'
    return { claimed, confirmed, met: judge(target.goal, confirmed), basis }
  }
  const confirmed = latestReading(standing)
  const basis = confirmed === null ? 'no_accepted_evidence' : 'accepted_evidence'
  return { claimed, confirmed, met: judge(target.goal, confirmed), basis }
}

function assessLive(goal: Goal, live: LiveCount | null): Assessment {
  if (live === null) return { claimed: null, confirmed: null, met: 'undetermined', basis: 'measure_missing' }
  if (live.unit !== '%') {
    const confirmed = decimal(live.numerator)
    return { claimed: null, confirmed, met: judge(goal, confirmed), basis: 'measured' }
  }
  const confirmed = percentOf(live)
  if (confirmed === null) return { claimed: null, confirmed, met: 'undetermined', basis: 'nothing_due' }
  return {
    claimed: null,
    confirmed,
    met: verdict(goal, (value) => compareShare(live, value)),
    basis: 'measured',
  }
}

/** How a reading stands to a goal. A number says nothing of a goal without one, nor the other way round. */
export function judge(goal: Goal, reading: Reading | null): Met {
  if (reading === null) return 'undetermined'
  if (goal.operator === 'done') {
    if (typeof reading !== 'boolean') return 'undetermined'
    return reading ? 'met' : 'not_met'
  }
  return typeof reading === 'boolean'
    ? 'undetermined'
    : verdict(goal, (value) => compareDecimals(reading, value))
}

/**
 * `eq` means exactly: more can be worse (no complaint at all), so a value beyond it does not meet the target. A
 * registrant who can do more than promised chooses `gte`, `lte` or a range.
 */
function verdict(goal: Goal, compareTo: (value: Decimal) => number): Met {
  switch (goal.operator) {
    case 'done':
      return 'undetermined'
    case 'eq':
      return compareTo(goal.value) === 0 ? 'met' : 'not_met'
    case 'gte':
      return atLeast(compareTo(goal.value))
    case 'lte':
      return atLeast(-compareTo(goal.value))
    case 'range':
      if (compareTo(goal.max) > 0) return 'exceeded'
      return compareTo(goal.min) >= 0 ? 'met' : 'not_met'
  }
}

function atLeast(comparison: number): Met {
  if (comparison === 0) return 'met'
  return comparison > 0 ? 'exceeded' : 'not_met'
}

function counts(proof: Proof, on: PlainDate): boolean {
  return (
    proof.acceptedOn !== null &&
    proof.acceptedOn <= on &&
    proof.effectiveOn <= on &&
    (proof.replacedOn === null || proof.replacedOn > on)
  )
}

function latestClaim(claims: readonly Claim[], on: PlainDate): Reading | null {
  let latest: Claim | null = null
  for (const claim of claims) {
    if (claim.reading === null || claim.reportedOn > on) continue
    if (latest === null || claim.reportedOn >= latest.reportedOn) latest = claim
  }
  return latest?.reading ?? null
}

function latestReading(proofs: readonly Proof[]): Reading | null {
  let latest: Proof | null = null
  for (const proof of proofs) {
    if (proof.reading === null) continue
    if (latest === null || speaksLater(proof, latest)) latest = proof
  }
  return latest?.reading ?? null
}

function speaksLater(proof: Proof, other: Proof): boolean {
  if (proof.effectiveOn !== other.effectiveOn) return proof.effectiveOn > other.effectiveOn
  return (proof.acceptedOn ?? '') >= (other.acceptedOn ?? '')
}

function recognisedReading(
  goal: Goal,
  proofs: readonly Proof[],
  countsFrom: PlainDate,
  on: PlainDate,
): Reading {
  const valid = proofs.flatMap(({ recognition }) => {
    if (recognition === null) return []
    const { recognisedOn, validUntil, quantity } = recognition
    const holds =
      recognisedOn >= countsFrom && recognisedOn <= on && (validUntil === null || validUntil >= on)
    return holds ? [quantity] : []
  })
  return goal.operator === 'done' ? valid.length > 0 : sumDecimals(valid)
}

/** Whether the target keeps the work from being accepted. An aspiration is shown, and never blocks. */
export function blocksCompletion(target: Pick<Target, 'modality'>, met: Met): boolean {
  return target.modality !== 'aspirational' && met !== 'met' && met !== 'exceeded'
}

/** What is left out of a count, and by which reason. */
export interface Exclusion {
  readonly reason: string
  readonly count: number
}

/** A share with what its target leaves out, and what was offered for leaving out but is not in the target's exceptions. */
export interface ExclusiveShare extends Share {
  readonly excluded: readonly Exclusion[]
  readonly kept: readonly Exclusion[]
  readonly percent: Decimal | null
}

/**
 * The share of `achieved` in `total` less what the target's own exceptions leave out. Exceptions belong to one target:
 * a sentence without one keeps its whole denominator.
 *
 * @throws RangeError where the counts cannot be of one whole
 */
export function ratioWithExclusions(
  counted: { readonly total: number; readonly achieved: number; readonly exclusions: readonly Exclusion[] },
  exceptions: readonly string[],
): ExclusiveShare {
  const excluded = counted.exclusions.filter(({ reason }) => exceptions.includes(reason))
  const kept = counted.exclusions.filter(({ reason }) => !exceptions.includes(reason))
  const denominator = excluded.reduce((left, { count }) => left - count, counted.total)
  const share = { numerator: counted.achieved, denominator }
  const whole = [counted.total, counted.achieved, ...counted.exclusions.map(({ count }) => count)]
  if (!whole.every((count) => Number.isSafeInteger(count) && count >= 0) || counted.achieved > denominator) {
    throw new RangeError(`Counts that are not of one whole: ${counted.achieved} of ${denominator}`)
  }
  return { ...share, excluded, kept, percent: percentOf(share) }
}
