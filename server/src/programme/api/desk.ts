import { z } from 'zod'
import * as field from '../../platform/http/fields.ts'
import { sentenceOf } from '../../platform/http/problem.ts'
import { apiRead, type Route } from '../../platform/http/route.ts'
import type { Reason } from '../../platform/refusal.ts'
import { workActNames } from '../act-on-work.ts'
import { appraisalQueue, countQueue, queueParts } from '../appraisal/appraisal-queue.ts'
import { bulkActs, getBulkAct } from '../lists/act-on-many.ts'
import { authorize } from '../policy.ts'
import { openActsOf } from '../work/work-actions.ts'
import { getWork } from '../work.ts'

/** What machines read of somebody's desk: what is open on a work and what stands against it, what waits, what became of it. */

const day = z.iso.date()
const whole = z.number().int()

export const blocker = z
  .object({
    code: z.string().describe('Stable, of the catalogue of errors.'),
    detail: z.string().describe('The sentence, in the language of the request.'),
    field: z.string().optional(),
    params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  })
  .meta({ id: 'Blocker', description: 'One reason why an act is closed.' })

export const blockerOut = (words: Parameters<typeof sentenceOf>[0], reason: Reason) => ({
  code: reason.code,
  detail: sentenceOf(words, reason),
  ...(reason.field === undefined ? {} : { field: reason.field }),
  ...(reason.params === undefined ? {} : { params: reason.params }),
})

export const deskReads: readonly Route[] = [
  apiRead({
    path: '/works/:ref/acts',
    name: 'work.acts',
    query: z.strictObject({}),
    output: z.object({
      items: z.array(
        z.object({
          name: z.enum(workActNames),
          open: z.boolean(),
          blockers: z.array(blocker).describe('Why it is closed now; none where it is open.'),
        }),
      ),
    }),
    async run(c, { params }) {
      const { record } = await getWork(c, params.ref ?? '')
      authorize(c, 'read', record)
      const acts = await openActsOf(c, params.ref ?? '')
      return {
        items: acts.map(({ name, closed }) => ({
          name,
          open: closed.length === 0,
          blockers: closed.map((reason) => blockerOut(c.t, reason)),
        })),
      }
    },
  }),
  apiRead({
    path: '/appraisal-queue',
    name: 'appraisal.queue',
    query: z.strictObject({
      part: field.choice(queueParts).describe('To be opened, to be concluded, or concluded and waiting.'),
      cursor: field.optionalText(1000),
    }),
    output: z.object({
      items: z.array(
        z.object({
          ref: z.string(),
          title: z.string(),
          version: whole,
          unitName: z.string(),
          holderName: z.string().nullable(),
          postTitle: z.string().nullable(),
          since: day,
          dueOn: day.nullable(),
          openDuplicates: whole.describe('Warnings of likeness that nobody has dismissed yet.'),
          proposal: z.enum(['approve', 'return', 'reject']).nullable(),
          illustrative: z.boolean(),
        }),
      ),
      counts: z.object({ to_open: whole, to_conclude: whole, to_decide: whole }),
      total: whole,
      next: z.string().nullable(),
    }),
    async run(c, { query: { part, cursor } }) {
      const { rows, total, next } = await appraisalQueue(c, part, cursor === '' ? null : cursor)
      return { items: rows.map(({ code: _code, ...row }) => row), counts: await countQueue(c), total, next }
    },
  }),
  apiRead({
    path: '/bulk-acts/:id',
    name: 'bulk_act.read',
    query: z.strictObject({}),
    output: z.object({
      id: z.string(),
      act: z.enum(bulkActs),
      results: z.array(
        z.object({
          ref: z.string(),
          title: z.string().nullable(),
          version: whole.nullable().describe('As it is now, to try again with.'),
          blockers: z.array(blocker).describe('Why it was not done; none where it was.'),
        }),
      ),
    }),
    async run(c, { params }) {
      const { results, ...act } = await getBulkAct(c, params.id ?? '')
      return {
        ...act,
        results: results.map(({ reasons, ...one }) => ({
          ...one,
          blockers: (reasons ?? []).map((reason) => blockerOut(c.t, reason)),
        })),
      }
    },
  }),
]
