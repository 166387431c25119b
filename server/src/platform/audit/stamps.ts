import { hash } from 'node:crypto'
import type { TrustStore } from '@dot-pha/pades/timestamps'
import { sql } from 'kysely'
import type { Database, DatabaseTransaction } from '../data/database.ts'
import type { FaultList } from './faults.ts'
import { lastBatch } from './seal.ts'
import { type Authority, checkStamp, digestOfRoot, requestStamp, type StampResult } from './time-stamp.ts'
import type { Verdict } from './verdict.ts'

/**
 * Requests a timestamp for the newest root, which covers all earlier ones; a root is stamped once.
 * @returns null if there is nothing to stamp
 */
export async function stampNewest(
  database: Database,
  authority: Authority,
  now: Date,
): Promise<StampResult | null> {
  const batch = await lastBatch(database)
  if (batch === undefined) return null
  const { rows } = await sql`select from audit_timestamp where batch_number = ${batch.number}`.execute(
    database,
  )
  if (rows.length > 0) return null
  // // The network call is outside any transaction; if two servers ask at once, the first response is stored.
  const result = await requestStamp(authority, digestOfRoot(batch.root), now)
  if (result.kind === 'stamped')
    await sql`insert into audit_timestamp (batch_number, stamped_at, token)
      values (${batch.number}, ${result.at}, ${result.token}) on conflict do nothing`.execute(database)
  return result
}

/** When a root was last stamped, or undefined. */
export async function lastStampedAt(database: Database): Promise<Date | undefined> {
  const { rows } = await sql<{
    at: Date | null
  }>`select max(stamped_at) as at from audit_timestamp`.execute(database)
  return rows[0]?.at ?? undefined
}

/**
 * Checks every timestamp again: it must be for the root in its row.
 * @returns the last valid one
 */
export async function verifyStamps(
  db: DatabaseTransaction,
  trust: TrustStore | null,
  faults: FaultList,
): Promise<Verdict['stamped']> {
  let last: Verdict['stamped'] = null
  for (let after = 0; ; ) {
    const { rows } = await sql<{ number: number; firstSeq: number; root: Buffer; token: Buffer; at: Date }>`
      select number, first_seq as "firstSeq", root, token, stamped_at as at
      from audit_timestamp join audit_batch on number = batch_number
      where number > ${after} order by number limit 200`.execute(db)
    if (rows.length === 0) return last
    for (const { number, firstSeq, root, token, at } of rows) {
      const stamp = checkStamp(token, root, trust)
      after = number
      if (!stamp.ok || stamp.at.getTime() !== at.getTime())
        faults.add('timestamp_wrong', { seq: firstSeq, entryId: null, batch: number }, [
          root.toString('hex'),
          hash('sha256', token, 'hex'),
          at.toISOString(),
        ])
      else last = { batch: number, at: at.toISOString() }
    }
  }
}
