import { z } from 'zod'
import { audit } from '../platform/audit/audit.ts'
import { optionalChoice, optionalDate, optionalText, whole } from '../platform/http/fields.ts'
import { type ApiRoute, apiRead, apiWrite, recordedApiRead } from '../platform/http/route.ts'
import { eraseContentEndpoint } from './erase-content.ts'
import { saidConditions } from './filter.ts'
import { acknowledgeFaultEndpoint, confirmFaultEndpoint, listFaults } from './known-faults.ts'
import { type EntryRow, getEntry, listEntries } from './list-entries.ts'
import type { Recorded } from './words.ts'

const nullable = () => z.string().nullable()

const entry = z.object({
  id: z.string(),
  at: z.string(),
  action: z.string(),
  outcome: z.string(),
  object: z.object({ kind: z.string(), id: z.string(), name: nullable() }).nullable(),
  person: nullable(),
  body: nullable(),
  sourceAddress: nullable(),
  requestId: z.string(),
  seq: z.number().nullable(),
})

const entryOf = (row: EntryRow): z.input<typeof entry> => ({
  id: row.id,
  at: row.at.toISOString(),
  action: row.action,
  outcome: row.outcome,
  object:
    row.objectKind === null || row.objectId === null
      ? null
      : { kind: row.objectKind, id: row.objectId, name: row.object?.name ?? null },
  person: row.personName,
  body: row.bodyName,
  sourceAddress: row.sourceAddress,
  requestId: row.requestId,
  seq: row.seq,
})

/** The record for machines: the same search, the same entries, the same bounds, and recorded alike. */
export const securityApi = (recorded: Recorded): readonly ApiRoute[] => [
  recordedApiRead({
    path: '/audit-entries',
    name: 'audit.search',
    query: z.strictObject({
      actor: optionalText(200),
      action: optionalText(200),
      object: optionalText(200),
      from: optionalDate(),
      to: optionalDate(),
      outcome: optionalChoice(['done', 'refused', 'failed', 'read']),
      limit: whole(1, 200).optional(),
      cursor: optionalText(1000),
    }),
    output: z.object({ items: z.array(entry), next: nullable() }),
    async run(c, { query: { cursor, limit, actor, action, object, ...rest } }) {
      const filter = { ...rest, actor: actor || null, action: action || null, object: object || null }
      const list = await listEntries(c, recorded, { filter, cursor, limit: limit ?? 50 })
      await audit(c, 'audit.search', null, { ...saidConditions(filter), shown: list.items.length }, 'read')
      return { items: list.items.map(entryOf), next: list.next }
    },
  }),
  recordedApiRead({
    path: '/audit-entries/:id',
    name: 'audit.read',
    query: z.strictObject({}),
    output: entry.extend({
      payload: z.record(z.string(), z.unknown()).nullable(),
      post: nullable(),
      batch: z.number().nullable(),
      erasedBy: nullable(),
    }),
    async run(c, { params: { id = '' } }) {
      const found = await getEntry(c, recorded, id)
      await audit(c, 'audit.read', { kind: 'audit-entry', id: found.id }, {}, 'read')
      const { payload, postTitle, batch, erasedBy } = found
      return { ...entryOf(found), payload: payload && { ...payload }, post: postTitle, batch, erasedBy }
    },
  }),
  apiRead({
    path: '/audit-faults',
    name: 'audit-fault.list',
    query: z.strictObject({ limit: whole(1, 200).optional(), cursor: optionalText(1000) }),
    output: z.object({
      items: z.array(
        z.object({
          fingerprint: z.string(),
          code: z.string(),
          seq: z.number().nullable(),
          entryId: nullable(),
          batch: z.number().nullable(),
          foundAt: z.string(),
          reason: nullable(),
          acknowledgedBy: nullable(),
          confirmedBy: nullable(),
        }),
      ),
      next: nullable(),
    }),
    async run(c, { query: { cursor, limit } }) {
      const { items, next } = await listFaults(c, { cursor: cursor || null, limit })
      return {
        next,
        items: items.map(({ fingerprint, code, seq, entry_id: entryId, batch, found_at, reason, ...by }) => ({
          ...{ fingerprint, code, seq, entryId, batch, reason },
          foundAt: found_at.toISOString(),
          acknowledgedBy: by.acknowledgedBy,
          confirmedBy: by.confirmedBy,
        })),
      }
    },
  }),
  apiWrite({
    path: '/audit-faults/:fingerprint/acknowledgement',
    endpoint: acknowledgeFaultEndpoint,
    output: z.object({ fingerprint: z.string() }),
  }),
  apiWrite({
    path: '/audit-faults/:fingerprint/confirmation',
    endpoint: confirmFaultEndpoint,
    output: z.object({ fingerprint: z.string() }),
  }),
  apiWrite({
    path: '/audit-entries/:entryId/erasure',
    endpoint: eraseContentEndpoint,
    output: z.object({ entryId: z.string(), decidedBy: z.string() }),
    status: 201,
    location: ({ entryId }) => `/audit-entries/${entryId}`,
  }),
]
