import { z } from 'zod'
import { optionalText } from '../platform/http/fields.ts'
import { type ApiRoute, apiRead, apiWrite } from '../platform/http/route.ts'
import { type EraseSpill, type IsolateSpill, listSpills, listStopped } from './spills.ts'

/** The same for machines. */
export function spillApi(isolate: IsolateSpill, erase: EraseSpill): readonly ApiRoute[] {
  return [
    apiRead({
      path: '/stopped-marks',
      name: 'secret-mark.list',
      query: z.strictObject({ cursor: optionalText(500) }),
      output: z.object({
        items: z.array(
          z.object({
            id: z.string(),
            at: z.string(),
            act: z.string(),
            field: z.string().nullable(),
            kind: z.string(),
            unit: z.string().nullable(),
            person: z.string().nullable(),
          }),
        ),
        next: z.string().nullable(),
      }),
      async run(c, { query: { cursor } }) {
        const { items, next } = await listStopped(c, cursor === '' ? null : cursor)
        return {
          next,
          items: items.map(({ stopped_at, ...row }) => ({ ...row, at: stopped_at.toISOString() })),
        }
      },
    }),
    apiRead({
      path: '/spills',
      name: 'spill.list',
      query: z.strictObject({ cursor: optionalText(500) }),
      output: z.object({
        items: z.array(
          z.object({
            id: z.string(),
            kind: z.string(),
            unit: z.string().nullable(),
            isolatedAt: z.string(),
            erasedAt: z.string().nullable(),
          }),
        ),
        next: z.string().nullable(),
      }),
      async run(c, { query: { cursor } }) {
        const { items, next } = await listSpills(c, cursor === '' ? null : cursor)
        return {
          next,
          items: items.map((row) => ({
            id: row.id,
            kind: row.kind,
            unit: row.unit,
            isolatedAt: row.isolated_at.toISOString(),
            erasedAt: row.erased_at?.toISOString() ?? null,
          })),
        }
      },
    }),
    apiWrite({
      path: '/spills',
      endpoint: isolate,
      output: z.object({ spillId: z.string() }),
      status: 201,
      location: () => '/spills',
    }),
    apiWrite({
      path: '/spills/:spillId/erasure',
      endpoint: erase,
      output: z.object({ spillId: z.string(), entries: z.number() }),
    }),
  ]
}
