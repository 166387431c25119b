import { z } from 'zod'
import type { WorkRow } from '../lists/work-rows.ts'
import type { ReadingPoint } from '../progress/work-course.ts'
import { periodKeys } from '../rules/periods.ts'
import type { PlannedLine } from '../rules/planned-line.ts'
import { signals } from '../rules/signals.ts'
import { evidenceStates, workStates } from '../rules/states.ts'
import { type Goal, modalities, operators, type Reading } from '../rules/targets.ts'
import { ownerKinds, tiers } from '../tables.ts'
import type { WorkPage } from '../work/work-page.ts'
import { adjustment, adjustmentOut, appraisal, completion } from './judgements.ts'

/** What the API says of works, in stable English names. Numbers come as numbers, a target without one as true or false. */

const reading = z.union([z.number(), z.boolean()]).nullable()
const day = z.iso.date()

export const ownerOutput = z
  .object({
    kind: z.enum(ownerKinds),
    unit: z.string().describe('Code of the unit.'),
    unitName: z.string(),
    holderName: z.string().nullable(),
    postTitle: z.string().nullable(),
  })
  .meta({ id: 'Owner' })

const face = {
  id: z.string(),
  code: z.string().nullable().describe('Null for a draft.'),
  title: z.string(),
  owner: ownerOutput,
  tier: z.enum(tiers),
  theme: z.object({ ord: z.number().int(), headline: z.string() }).nullable(),
  state: z.enum(workStates),
  stateSince: day,
  signals: z.array(z.enum(signals)).describe('On the day of the question, the weightiest first.'),
  dueOn: day.nullable(),
  assignerName: z.string().nullable(),
  illustrative: z.boolean(),
}

export const workRowOutput = z.object({
  ...face,
  firstDueOn: day.nullable().describe('The date promised first, where it was moved.'),
  progress: z.object({
    targets: z.number().int(),
    live: z
      .number()
      .int()
      .describe('Targets bound to a live measure; their values stand in the work itself.'),
    claimed: z.number().int().describe('Targets of which the owner reported a value.'),
    confirmed: z.number().int().describe('Targets met by accepted proof.'),
  }),
})

export const worksOutput = z.object({
  items: z.array(workRowOutput),
  total: z.number().int(),
  next: z.string().nullable().describe('The cursor of the next page; null on the last.'),
})

export const goalOutput = z
  .object({
    operator: z.enum(operators),
    value: z.number().nullable(),
    min: z.number().nullable(),
    max: z.number().nullable(),
  })
  .meta({ id: 'Goal' })

const point = z.object({ on: day, value: reading })

const target = z.object({
  id: z.string(),
  measure: z.string(),
  unit: z.string().nullable(),
  goal: goalOutput,
  modality: z.enum(modalities),
  exceptions: z.array(z.string()),
  recognitionRequired: z.boolean(),
  recognitionBy: z.string(),
  measureKey: z.string().nullable(),
  claimed: reading.describe('What the owner reported.'),
  confirmed: reading.describe('What accepted proof, a recognition or a live measure says.'),
  met: z.enum(['met', 'exceeded', 'not_met', 'undetermined']),
  basis: z.string(),
  live: z.object({ numerator: z.number().int(), denominator: z.number().int() }).nullable(),
  course: z.object({
    planned: z.array(point).nullable(),
    claimed: z.array(point),
    confirmed: z.array(point),
  }),
})

const evidence = z.object({
  id: z.string(),
  targetId: z.string().nullable(),
  kind: z.string(),
  title: z.string(),
  note: z.string(),
  value: reading,
  state: z.enum(evidenceStates),
  effectiveOn: day,
  offeredBy: z.string().nullable(),
  decidedOn: day.nullable(),
  decidedBy: z.string().nullable(),
  decidedFor: z.string().nullable(),
  reason: z.string().nullable(),
  replacesId: z.string().nullable(),
  file: z
    .object({ fileName: z.string(), sizeBytes: z.number().int(), addedOn: day.nullable() })
    .nullable()
    .describe('Fetched at /works/{ref}/evidence/{evidenceId}/file.'),
  recognition: z
    .object({
      authority: z.string(),
      competence: z.string(),
      number: z.string(),
      recognisedOn: day,
      validUntil: day.nullable(),
      quantity: z.number(),
    })
    .nullable(),
})

const report = z.object({
  period: z.enum(periodKeys),
  number: z.number().int().describe('1, and one more for each correction.'),
  current: z.boolean(),
  reportedOn: day.describe('As its writer named it.'),
  sentOn: day.describe('Whether it was in time follows from this day.'),
  content: z.string(),
  difficulties: z.string(),
  requests: z.string(),
  nextSteps: z.string(),
  finishesInYear: z.boolean().nullable(),
  reason: z.string(),
  values: z.array(z.object({ targetId: z.string(), value: reading, note: z.string().nullable() })),
})

const document = z.object({
  ref: z.string(),
  number: z.string().nullable(),
  kind: z.string(),
  issuerName: z.string(),
  title: z.string(),
  issuedOn: day.nullable(),
})

const link = z.object({ code: z.string().nullable(), title: z.string(), year: z.number().int() })

export const workOutput = z.object({
  ...face,
  version: z.number().int().describe('To be sent back with a write, so that no other change is overwritten.'),
  asOf: day,
  year: z.number().int(),
  firstDueOn: day.nullable(),
  assignedOn: day.nullable(),
  workDoneOn: day.nullable(),
  acceptedOn: day.nullable(),
  texts: z.object({
    rationale: z.string(),
    baseline: z.string(),
    product: z.string(),
    resources: z.string(),
    risks: z.string(),
    requests: z.string(),
    proof: z.string(),
    minutesReference: z.string(),
  }),
  contentGroups: z.array(
    z.object({ id: z.uuid(), unit: z.string(), ord: z.number().int(), name: z.string() }),
  ),
  supportingUnits: z.array(z.object({ code: z.string(), name: z.string() })),
  targets: z.array(target),
  steps: z.array(
    z.object({
      id: z.uuid().nullable().describe('The stepId of a report; null in a version that was replaced.'),
      ord: z.number().int(),
      name: z.string(),
      dueOn: day.nullable(),
      doneOn: day.nullable(),
    }),
  ),
  reports: z.array(report),
  evidence: z.array(evidence).nullable().describe('Null where the account may not read proof.'),
  appraisals: z.array(appraisal),
  completions: z.array(completion),
  adjustments: z.array(adjustment).describe('One without an outcome waits for the assigning body.'),
  decisions: z.array(
    z.object({
      decisionId: z.string(),
      number: z.string(),
      decidedOn: day,
      issuerName: z.string(),
      action: z.string(),
      reason: z.string().nullable(),
    }),
  ),
  history: z.array(
    z.object({
      state: z.enum(workStates),
      action: z.string(),
      from: day,
      to: day.nullable(),
      reason: z.string().nullable(),
      recordedAt: z.iso.datetime(),
    }),
  ),
  guidance: z.object({ basis: z.array(document), linked: z.array(document) }),
  continues: link.nullable(),
  continuesUnlinked: z.boolean(),
  continuedBy: z.array(link),
  source: z
    .object({ id: z.string(), citation: z.string(), quote: z.string().nullable() })
    .nullable()
    .describe('The press article that names the work.'),
})

export const ownerOut = ({ unitCode, unitShortName: _, ...owner }: WorkRow['owner']) => ({
  ...owner,
  unit: unitCode,
})

export function workRowOut(row: WorkRow): z.input<typeof workRowOutput> {
  const { progress, signals, owner } = row
  return { ...row, owner: ownerOut(owner), signals: [...signals], progress }
}

const readingOut = (value: Reading | null) => (typeof value === 'string' ? Number(value) : value)

export function goalOut(of: Goal): z.input<typeof goalOutput> {
  const none = { value: null, min: null, max: null }
  switch (of.operator) {
    case 'done':
      return { operator: of.operator, ...none }
    case 'range':
      return { operator: of.operator, ...none, min: Number(of.min), max: Number(of.max) }
    default:
      return { operator: of.operator, ...none, value: Number(of.value) }
  }
}

const pointsOut = (points: readonly ReadingPoint[]) =>
  points.map(({ on, reading: value }) => ({ on, value: readingOut(value) }))

const lineOut = (line: PlannedLine | null) =>
  line === null ? null : line.map(({ on, value }) => ({ on, value: Number(value) }))

function targetOut({
  target: of,
  recognitionBy,
  facts,
  assessment,
  course,
}: WorkPage['targets'][number]): z.input<typeof target> {
  const { claimed, confirmed, met, basis } = assessment
  return {
    ...of,
    exceptions: [...of.exceptions],
    goal: goalOut(of.goal),
    recognitionBy,
    claimed: readingOut(claimed),
    confirmed: readingOut(confirmed),
    met,
    basis,
    live: facts.live,
    course: {
      planned: lineOut(course.planned),
      claimed: pointsOut(course.claimed),
      confirmed: pointsOut(course.confirmed),
    },
  }
}

const evidenceOut = ({
  reading: value,
  recognition,
  file,
  ...piece
}: NonNullable<WorkPage['evidence']>[number]) => ({
  ...piece,
  file: file === null ? null : { fileName: file.fileName, sizeBytes: file.sizeBytes, addedOn: file.addedOn },
  value: readingOut(value),
  recognition: recognition === null ? null : { ...recognition, quantity: Number(recognition.quantity) },
})

export function workOut(work: WorkPage): z.input<typeof workOutput> {
  return {
    ...work,
    owner: ownerOut(work.owner),
    signals: [...work.signals],
    year: work.programme.year,
    contentGroups: work.contentGroups.map(({ id, unitCode, ord, name }) => ({
      id,
      unit: unitCode,
      ord,
      name,
    })),
    supportingUnits: [...work.supportingUnits],
    targets: work.targets.map(targetOut),
    steps: [...work.steps],
    reports: work.reports.map((one) => ({
      ...one,
      values: one.values.map(({ reading: value, ...rest }) => ({ ...rest, value: readingOut(value) })),
    })),
    evidence: work.evidence === null ? null : work.evidence.map(evidenceOut),
    appraisals: work.appraisals.map((one) => ({ ...one, scores: { ...one.scores } })),
    completions: [...work.completions],
    adjustments: work.adjustments.map(adjustmentOut),
    decisions: [...work.decisions],
    history: work.history.map((passage) => ({ ...passage, recordedAt: passage.recordedAt.toISOString() })),
    guidance: { basis: [...work.guidance.basis], linked: [...work.guidance.linked] },
    continuedBy: [...work.continuedBy],
  }
}
