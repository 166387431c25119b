import { expect, test } from 'vitest'
import type { PublicContext } from '../context.ts'
import { testNow, useTestDatabase } from '../testing/database.ts'
import { audit } from './audit.ts'
import { payloadCommitment } from './hash.ts'

const database = useTestDatabase()

const entry = (act: (c: Pick<PublicContext, 'db' | 'now' | 'origin' | 'actor'>) => Promise<unknown>) =>
  database.db
    .transaction()
    .execute((db) =>
      act({ db, now: testNow, actor: null, origin: { requestId: 'test', address: '127.0.0.1' } }),
    )

test('an entry commits to its payload by salt and hash, so that the payload can be erased and still be proved', async () => {
  await entry((c) => audit(c, 'thing.done', { kind: 'thing', id: '1' }, { before: 'cũ', after: 'mới' }))
  const row = await database.db
    .selectFrom('audit_entry')
    .innerJoin('audit_payload', 'audit_payload.entry_id', 'audit_entry.id')
    .select(['action', 'outcome', 'payload_commitment', 'salt', 'payload'])
    .where('object_id', '=', '1')
    .executeTakeFirstOrThrow()
  expect(JSON.parse(row.payload)).toEqual({ before: 'cũ', after: 'mới' })
  expect(Buffer.compare(row.payload_commitment, payloadCommitment(row.salt, row.payload))).toBe(0)
  expect(Buffer.compare(row.payload_commitment, payloadCommitment(row.salt, `${row.payload} `))).not.toBe(0)
  expect(row).toMatchObject({ action: 'thing.done', outcome: 'done' })
})

test('an act that fails leaves no entry', async () => {
  await entry(async (c) => {
    await audit(c, 'thing.undone', { kind: 'thing', id: '2' })
    throw new Error('the act failed')
  }).catch(() => undefined)
  const rows = await database.db.selectFrom('audit_entry').select('id').where('object_id', '=', '2').execute()
  expect(rows).toEqual([])
})

test.each([
  'update audit_entry set action = action',
  'delete from audit_entry',
  'truncate audit_entry cascade',
  'update audit_payload set payload = payload',
  'delete from audit_payload',
  'delete from audit_waiting',
  'update audit_leaf set seq = seq + 1',
  'delete from audit_leaf',
  'insert into audit_leaf select * from audit_leaf',
  'update audit_batch set root = previous',
  'insert into audit_batch select * from audit_batch',
  'delete from audit_timestamp',
  'select erase_audit_payload(id) from audit_entry',
  'update decision set number = number',
  'delete from decision_item',
  'update work_version set content = content',
  'delete from schema_migration',
  'alter table audit_entry disable trigger all',
])('the server cannot change the audit log: %s', async (statement) => {
  await expect(database.pool.query(statement)).rejects.toThrow(
    /permission denied|must be owner|no decision to erase/,
  )
})
