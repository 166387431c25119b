import { randomUUID } from 'node:crypto'
import { audit } from '../platform/audit/audit.ts'
import type { Database } from '../platform/data/database.ts'
import { Failure } from '../platform/refusal.ts'
import { realClock } from '../platform/time/clock.ts'
import { readLatestRecordedAt } from '../platform/time/sound-clock.ts'
import { withDatabase } from './command.ts'
import type { Call } from './command-line/command.ts'
import { wrongCall } from './command-line/wrong-call.ts'

/**
 * `dotpha audit clock` compares the clock with the audit log; with `--accept` the operator confirms that the clock is
 * right now and was ahead before, so that writes are allowed again.
 */
export async function clockCommand({ values: { reason }, switches }: Call): Promise<void> {
  const isAccepting = switches.has('accept')
  if (isAccepting !== (reason !== undefined))
    throw wrongCall(
      { vi: '--accept và --reason phải đi cùng nhau', en: '--accept and --reason must be given together' },
      'audit',
    )
  const now = realClock.now()
  const latest = await withDatabase(async (database) => {
    const before = await readLatestRecordedAt(database)
    if (reason !== undefined) await acceptClock(database, now, reason)
    return before
  })
  const said = { now: now.toISOString(), latest: latest?.toISOString() ?? null, accepted: isAccepting }
  if (switches.has('json')) console.log(JSON.stringify(said))
  else
    console.log(
      `đồng hồ · clock  ${said.now}\nmục cuối của nhật ký · last entry of the record  ${said.latest ?? '–'}${isAccepting ? '\nđã chấp nhận đồng hồ hiện tại, lại ghi nhận được · the clock is accepted, writing goes on' : ''}`,
    )
}

/** @throws Failure `clock_not_behind` where the record has no time after now */
export async function acceptClock(database: Database, now: Date, reason: string): Promise<void> {
  await database.transaction().execute(async (db) => {
    const latest = await readLatestRecordedAt(db)
    if (latest === null || latest <= now)
      throw new Failure(
        'clock_not_behind',
        'Đồng hồ không đi sau nhật ký, nên không có gì để chấp nhận.\nThe clock is not behind the record, so there is nothing to accept.',
      )
    const c = { db, now, actor: null, origin: { requestId: randomUUID(), address: null } }
    const payload = { aheadUntil: latest.toISOString(), reason, by: 'dotpha' }
    const entryId = await audit(c, 'audit.accept-clock', null, payload)
    await db
      .insertInto('clock_acceptance')
      .values({ accepted_at: now, ahead_until: latest, entry_id: entryId })
      .execute()
  })
}
