import { z } from 'zod'
import { operators } from '../rules/targets.ts'
import type { AdjustedFields, AdjustmentView } from '../work/work-judgements.ts'

/** What the API says of what others judged about a work. */

const day = z.iso.date()
const number = z.number().int()

export const appraisal = z.object({
  id: z.string(),
  workVersion: number.describe('The version of the registration that it speaks of.'),
  openedOn: day,
  concludedOn: day.nullable(),
  by: z.string(),
  unitName: z.string(),
  forUnitName: z.string(),
  scores: z.record(z.string(), number).describe('By criterion, 0 to 2; empty until it is concluded.'),
  comment: z.string(),
  outcome: z.enum(['approve', 'return', 'reject']).nullable(),
})

export const completion = z.object({
  number,
  reportedOn: day,
  workDoneOn: day,
  content: z.string(),
  by: z.string().nullable(),
  checkedOn: day.nullable(),
  checkedBy: z.string().nullable(),
  checkComment: z.string().nullable(),
  outcome: z.enum(['accepted', 'refused']).nullable(),
  decidedOn: day.nullable(),
  decidedBy: z.string().nullable(),
  decidedFor: z.string().nullable(),
  document: z.string().nullable(),
  reason: z.string().nullable(),
})

const amount = z.number().nullable()

const adjusted = z.object({
  dueOn: day.nullable(),
  operator: z.enum(operators).nullable(),
  value: amount,
  min: amount,
  max: amount,
  unit: z.string().nullable(),
})

export const adjustment = z.object({
  id: z.string(),
  kind: z.enum(['due_on', 'target']),
  targetId: z.string().nullable(),
  before: adjusted,
  after: adjusted,
  reason: z.string(),
  forceMajeure: z.boolean(),
  askedOn: day,
  askedBy: z.string().nullable(),
  outcome: z.enum(['accepted', 'refused']).nullable(),
  decidedOn: day.nullable(),
  decidedBy: z.string().nullable(),
  decidedFor: z.string().nullable(),
  document: z.string().nullable(),
  decisionReason: z.string().nullable(),
})

const amountOf = (value: number | string | null | undefined) => (value == null ? null : Number(value))

function adjustedOut(fields: AdjustedFields): z.input<typeof adjusted> {
  return {
    dueOn: fields.dueOn ?? null,
    operator: (fields.operator ?? null) as z.input<typeof adjusted>['operator'],
    value: amountOf(fields.value),
    min: amountOf(fields.min),
    max: amountOf(fields.max),
    unit: fields.unit ?? null,
  }
}

export const adjustmentOut = ({ before, after, ...one }: AdjustmentView): z.input<typeof adjustment> => ({
  ...one,
  before: adjustedOut(before),
  after: adjustedOut(after),
})
