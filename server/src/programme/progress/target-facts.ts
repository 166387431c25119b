import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import { type PlainDate, startOfYear } from '../../platform/time/plain-date.ts'
import { heldVersions } from '../held-version.ts'
import { decimal } from '../rules/decimal.ts'
import {
  type Assessment,
  assessTarget,
  type Claim,
  goalOf,
  type LiveCount,
  type Modality,
  type Operator,
  type Proof,
  type Reading,
  type Target,
  type TargetFacts,
} from '../rules/targets.ts'
import { programmeDb } from '../tables.ts'
import { heldTargetRows, targetRowsOn } from './target-rows.ts'

/** A target with the facts about it and how it stands on a day. */
export interface AssessedTarget {
  readonly target: Target
  readonly recognitionBy: string
  /** What the paper leaves open about it, and its very words where an article names it. */
  readonly note: string | null
  readonly sourceQuote: string | null
  readonly baseline: number | null
  readonly facts: TargetFacts
  readonly assessment: Assessment
  /** Pieces that are neither refused nor replaced. */
  readonly evidenceCount: number
  readonly recognitionCount: number
}

interface PlacedWork {
  readonly id: string
  readonly custodianUnitId: string
}

/** The targets of the works as they stood on the day, with what was claimed, proved and counted of each up to it, in a fixed number of queries. */
export async function assessTargets(
  c: Context,
  works: readonly PlacedWork[],
  year: number,
  on: PlainDate,
): Promise<ReadonlyMap<string, readonly AssessedTarget[]>> {
  const ids = works.map((work) => work.id)
  const empty = new Map(ids.map((id): [string, AssessedTarget[]] => [id, []]))
  if (ids.length === 0) return empty
  const rows = await targetRowsHeld(c, ids, on)
  const claims = await claimsOf(c, ids, on)
  const proofs = await proofsOf(c, ids)
  for (const row of rows) {
    const target = targetOf(row)
    const work = works.find((one) => one.id === row.work_id)
    const ofTarget = proofs.filter((proof) => proof.targetId === row.id)
    const live =
      target.measureKey === null || work === undefined
        ? null
        : await liveCount(c, target.measureKey, work, year, on)
    const facts: TargetFacts = {
      claims: claims.filter((claim) => claim.targetId === row.id),
      proofs: ofTarget,
      live,
      countsFrom: startOfYear(year),
    }
    const standing = ofTarget.filter(({ state }) => state === 'offered' || state === 'accepted')
    empty.get(row.work_id)?.push({
      target,
      recognitionBy: row.recognition_by ?? '',
      note: row.note,
      sourceQuote: row.source_quote,
      baseline: row.baseline === null ? null : Number(row.baseline),
      facts,
      assessment: isOnlyTold(row.source_quote, facts) ? untold : assessTarget(target, facts, on),
      evidenceCount: standing.length,
      recognitionCount: standing.filter(({ recognition }) => recognition !== null).length,
    })
  }
  return empty
}

/**
 * A target that a press source tells of and of which the register holds nothing yet: that nothing is recognised would be
 * said by us and not by the source, and nothing is invented about those whom it names (design 8.16).
 */
function isOnlyTold(sourceQuote: string | null, { claims, proofs, live }: TargetFacts): boolean {
  return sourceQuote !== null && claims.length === 0 && proofs.length === 0 && live === null
}

const untold: Assessment = {
  claimed: null,
  confirmed: null,
  met: 'undetermined',
  basis: 'no_accepted_evidence',
}

/** A row of `target` as the rules read it; a target whose goal is not complete yet can only be judged done or not. */
export function targetOf(row: {
  readonly id: string
  readonly measure: string
  readonly unit: string | null
  readonly operator: string | null
  readonly value: string | null
  readonly min: string | null
  readonly max: string | null
  readonly modality: string
  readonly exceptions: readonly string[]
  readonly recognition_required: boolean
  readonly measure_key: string | null
}): Target {
  const number = (value: string | null) => (value === null ? null : decimal(value))
  const goal = goalOf({
    operator: row.operator as Operator | null,
    value: number(row.value),
    min: number(row.min),
    max: number(row.max),
  })
  return {
    id: row.id,
    measure: row.measure,
    unit: row.unit,
    goal: goal ?? { operator: 'done' },
    modality: row.modality as Modality,
    exceptions: row.exceptions,
    recognitionRequired: row.recognition_required,
    measureKey: row.measure_key,
  }
}

/**
 * The targets as they stood on the day; of a registration that was handed in again since, those of the version before, which
 * nobody had reported on.
 */
async function targetRowsHeld(
  c: Context,
  workIds: readonly string[],
  on: PlainDate,
): Promise<Awaited<ReturnType<typeof targetRowsOn>>> {
  const rows = await targetRowsOn(c, workIds, on)
  const held = await heldVersions(c, workIds, on)
  const replaced = new Map(
    [...held].filter(([, version]) => version.isReplaced && version.content.targets != null),
  )
  if (replaced.size === 0) return rows
  return workIds.flatMap((workId) => {
    const version = replaced.get(workId)
    if (version === undefined) return rows.filter((row) => row.work_id === workId)
    return heldTargetRows(workId, version.content)
  })
}

/** What was reported, by the version of each report that held on the day: a correction of a later day had not been made. */
async function claimsOf(
  c: Context,
  workIds: readonly string[],
  on: PlainDate,
): Promise<readonly (Claim & { targetId: string })[]> {
  const rows = await programmeDb(c)
    .selectFrom('report')
    .innerJoin('report_value', 'report_value.report_id', 'report.id')
    .select(['report_value.target_id', 'report_value.value', 'report_value.done', 'report.effective_on'])
    .where('report.work_id', 'in', [...workIds])
    .where('report.sent_on', '<=', on)
    .where(
      sql<boolean>`not exists (select from report corrected where corrected.work_id = report.work_id
        and corrected.period_key = report.period_key and corrected.number > report.number
        and corrected.sent_on <= ${on}::date)`,
    )
    .orderBy('report.effective_on')
    .orderBy('report.recorded_at')
    .execute()
  return rows.map((row) => ({
    targetId: row.target_id,
    reportedOn: row.effective_on as PlainDate,
    reading: readingOf(row),
  }))
}

type FoundProof = Proof & { readonly targetId: string | null; readonly state: string }

/** What was offered as proof of the works' targets, with the days from and until which it counts. */
export async function proofsOf(
  c: Pick<Context, 'db'>,
  workIds: readonly string[],
): Promise<readonly FoundProof[]> {
  const rows = await programmeDb(c)
    .selectFrom('evidence')
    .leftJoin('recognition', 'recognition.evidence_id', 'evidence.id')
    .leftJoin('evidence as later', 'later.replaces_id', 'evidence.id')
    .select([
      'evidence.target_id',
      'evidence.state',
      'evidence.value',
      'evidence.done',
      'evidence.effective_on',
      'evidence.decided_on',
      'evidence.reason',
      'later.effective_on as replaced_on',
      'recognition.recognised_on',
      'recognition.valid_until',
      'recognition.quantity',
    ])
    .where('evidence.work_id', 'in', [...workIds])
    .orderBy('evidence.effective_on')
    .orderBy('evidence.id')
    .execute()
  return rows.map((row) => ({
    targetId: row.target_id,
    state: row.state,
    effectiveOn: row.effective_on as PlainDate,
    // A replaced piece that had been accepted still counted until it was replaced.
    acceptedOn:
      row.state === 'accepted' || (row.state === 'replaced' && row.reason === null)
        ? (row.decided_on as PlainDate | null)
        : null,
    replacedOn: row.replaced_on as PlainDate | null,
    reading: readingOf(row),
    recognition:
      row.recognised_on === null || row.quantity === null
        ? null
        : {
            recognisedOn: row.recognised_on as PlainDate,
            validUntil: row.valid_until as PlainDate | null,
            quantity: decimal(row.quantity),
          },
  }))
}

function readingOf(row: { readonly value: string | null; readonly done: boolean | null }): Reading | null {
  return row.value === null ? row.done : decimal(row.value)
}

async function liveCount(
  c: Context,
  key: string,
  work: PlacedWork,
  year: number,
  on: PlainDate,
): Promise<LiveCount | null> {
  const measure = c.measures.find(key)
  if (measure === undefined) return null
  const counted = await measure.count(c, {
    unitId: work.custodianUnitId,
    withSubordinates: true,
    from: startOfYear(year),
    asOf: on,
    illustrative: 'include',
    sight: 'whole',
  })
  return { numerator: counted.numerator, denominator: counted.denominator, unit: measure.unit }
}
