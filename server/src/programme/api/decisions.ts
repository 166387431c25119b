import { z } from 'zod'
import * as field from '../../platform/http/fields.ts'
import { apiRead, type Route } from '../../platform/http/route.ts'
import {
  type DecisionRow,
  getDecision,
  listDecisions,
  maxDecisionsAPage,
} from '../decisions/decision-queries.ts'
import { type DecidedWork, decidedWorks } from '../decisions/decision-works.ts'
import { decidedParts } from '../filter/decision-address.ts'
import { workStates } from '../rules/states.ts'
import { goalOut, goalOutput, ownerOut, ownerOutput } from './works.ts'

const day = z.iso.date()
const counted = z.number().int()

const decisionRow = z.object({
  id: z.string(),
  number: z.string(),
  decidedOn: day,
  year: counted.describe('Of the programme that it is about.'),
  format: z.enum(['party', 'state']),
  title: z.string(),
  issuer: z.string().describe('Code of the body.'),
  issuerName: z.string(),
  illustrative: z.boolean(),
  works: counted.describe('Works that it speaks of and the account may read.'),
  hidden: counted.describe('Works that it speaks of and the account may not read.'),
  parts: z
    .object({
      assign: counted,
      approve: counted,
      add: counted,
      return: counted,
      reject: counted,
      drop: counted,
    })
    .describe('Of the works, on how many what was decided; one may be approved and assigned.'),
})

const decidedWork = z.object({
  id: z.string(),
  code: z.string().nullable(),
  title: z.string(),
  owner: ownerOutput,
  parts: z.array(z.enum(decidedParts)),
  reason: z.string().nullable(),
  returnBy: day.nullable(),
  targets: z.array(
    z.object({
      measure: z.string(),
      unit: z.string().nullable(),
      goal: goalOutput,
      exceptions: z.array(z.string()),
      recognitionRequired: z.boolean(),
    }),
  ),
  dueOn: day.nullable(),
  state: z.enum(workStates).describe('Today.'),
  illustrative: z.boolean(),
})

function decisionOut(row: DecisionRow): z.input<typeof decisionRow> {
  const { issuerCode, uploadId: _, ...same } = row
  return { ...same, issuer: issuerCode }
}

function workOut({ ref: _, owner, targets, ...same }: DecidedWork): z.input<typeof decidedWork> {
  return {
    ...same,
    owner: ownerOut(owner),
    parts: [...same.parts],
    targets: targets.map(({ goal, exceptions, ...target }) => ({
      ...target,
      goal: goalOut(goal),
      exceptions: [...exceptions],
    })),
  }
}

const cursor = z.string().max(1000, 'error.too_long').nullish()

const decisions = apiRead({
  path: '/decisions',
  name: 'decision.list',
  query: z.strictObject({
    year: field.optionalWhole(2000, 2200).describe('Of the programme; all where it is missing.'),
    cursor,
    limit: field.optionalWhole(1, maxDecisionsAPage),
  }),
  output: z.object({ items: z.array(decisionRow), total: counted, next: z.string().nullable() }),
  async run(c, { query }) {
    const { rows, total, next } = await listDecisions(c, { ...query, limit: query.limit ?? undefined })
    return { items: rows.map(decisionOut), total, next }
  },
})

const maxWorksAPage = 200

const decision = apiRead({
  path: '/decisions/:id',
  name: 'decision.read',
  query: z.strictObject({
    part: field.optionalChoice(decidedParts).describe('Only the works on which this was decided.'),
    cursor,
    limit: field.optionalWhole(1, maxWorksAPage),
  }),
  output: decisionRow.extend({
    file: z
      .object({ fileName: z.string(), sizeBytes: counted })
      .nullable()
      .describe('Fetched at /decisions/{decisionId}/file by who may read all its works.'),
    items: z.array(decidedWork),
    next: z.string().nullable(),
  }),
  async run(c, { params, query }) {
    const { file, mayOpenFile: _may, mayAddFile: _add, ...found } = await getDecision(c, params.id ?? '')
    const { rows, next } = await decidedWorks(c, found, {
      part: query.part,
      cursor: query.cursor,
      asOf: c.today,
      limit: query.limit ?? 50,
    })
    return {
      ...decisionOut(found),
      file: file === null ? null : { fileName: file.fileName, sizeBytes: file.sizeBytes },
      items: rows.map(workOut),
      next,
    }
  },
})

/** What machines read of decisions. */
export const decisionApiReads: readonly Route[] = [decisions, decision]
