import { type RawBuilder, sql } from 'kysely'
import type { Database, DatabaseTransaction } from '../data/database.ts'
import { Failure, Refusal } from '../refusal.ts'

/** How far the clock may lag behind the record, where no setting says it: several servers never agree to the second. */
export const usualClockLagS = 300

/** The latest time in the record; null where it is empty. */
export const latestRecordedAt: RawBuilder<Date | null> = sql<Date | null>`latest_recorded_at()`

/** Whether a clock is behind the record by more than it may be: what is written then would be dated back for good. */
export function isBehind(now: Date, latest: Date | null, allowedMs: number): boolean {
  return latest !== null && now.getTime() + allowedMs < latest.getTime()
}

/** @throws Refusal `clock_behind` (503): it passes once the clock is set right */
export function requireClockOf(now: Date, latest: Date | null, allowedMs: number): void {
  if (latest === null || !isBehind(now, latest, allowedMs)) return
  const minutes = Math.ceil((latest.getTime() - now.getTime()) / 60_000)
  throw new Refusal('clock_behind', { minutes }, { status: 503 })
}

export async function readLatestRecordedAt(db: Database | DatabaseTransaction): Promise<Date | null> {
  const { rows } = await sql<{ latest: Date | null }>`select ${latestRecordedAt} as latest`.execute(db)
  return rows[0]?.latest ?? null
}

/** Whether the schema is new enough to compare the clock with the record. */
export async function hasClock(db: Database): Promise<boolean> {
  const { rows } = await sql<{
    has: boolean
  }>`select to_regprocedure('latest_recorded_at()') is not null as has`.execute(db)
  return rows[0]?.has === true
}

/** The same for an operator's command. @throws Failure `clock_behind` with a sentence */
export async function requireClockForCommand(db: Database | DatabaseTransaction, now: Date): Promise<void> {
  const latest = await readLatestRecordedAt(db)
  if (latest !== null && isBehind(now, latest, usualClockLagS * 1000)) throw clockBehind(now, latest)
}

/** For the operator of the server: what is wrong, and the two solutions. */
export function clockBehind(now: Date, latest: Date): Failure {
  const [is, was] = [now.toISOString(), latest.toISOString()]
  return new Failure(
    'clock_behind',
    `Đồng hồ máy chủ (${is}) đi sau mục cuối của nhật ký (${was}): không ghi nhận việc mới, để nhật ký không bị ghi lùi ngày. Hãy chỉnh lại đồng hồ. Nếu đồng hồ nay đã đúng và trước đó chạy nhanh: dotpha audit clock --accept --reason LÝ-DO.\nThe server's clock (${is}) is behind the last entry of the record (${was}): nothing new is written, so that no entry is dated back. Set the clock right. If it is right now and was ahead before: dotpha audit clock --accept --reason WHY.`,
  )
}
