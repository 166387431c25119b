import type { FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import type { Logger } from 'pino'
import type { VirusScanner } from '../antivirus/virus-scanner.ts'
import type { Config } from '../config/config.ts'
import type { Actor, Context, Language, Origin, PublicContext, WaitingSession } from '../context.ts'
import type { Database, DatabaseTransaction } from '../data/database.ts'
import type { BlobStore } from '../files/blobs.ts'
import type { MeasureRegistry } from '../measures/measures.ts'
import type { MessageKey } from '../message-key.ts'
import type { SecretKeys } from '../secret-keys/secret-keys.ts'
import { type Clock, vietnamDate } from '../time/clock.ts'
import { type PlainDate, plainDate } from '../time/plain-date.ts'
import { latestRecordedAt, requireClockOf } from '../time/sound-clock.ts'
import { tryAgain } from '../time/try-again.ts'
import type { Catalogues, Words } from '../words.ts'
import type { FormValues } from './form.ts'
import { isPassing } from './unavailable.ts'
import type { PageView } from './view.ts'

/** Who a request comes from, as the identity slice found out. */
export interface Identified {
  readonly actor: Actor | null
  readonly waiting?: WaitingSession | undefined
  readonly language: Language | null
  readonly theme: 'auto' | 'light' | 'dark'
}

/** The data of the frame around a page. */
export interface FrameState {
  readonly identified: Identified
  readonly path: string
  readonly url: string
  readonly told: {
    readonly key: MessageKey
    readonly params: Readonly<Record<string, string | number>>
  } | null
}

/** Everything that lives as long as the server: created once in `app` and passed on. */
export interface System {
  readonly config: Config
  readonly database: Database
  readonly clock: Clock
  readonly catalogues: Catalogues
  /** The words of a language, with dates and code words in parameters spoken as its readers say them. */
  words(language: Language): Words
  readonly measures: MeasureRegistry
  readonly blobs: BlobStore
  readonly virusScanner: VirusScanner
  readonly secretKeys: SecretKeys
  readonly log: Logger
  /** Identity's part: the actor of a session cookie or a bearer token, or none. */
  identify(request: FastifyRequest): Promise<Identified>
  /** Identity's part: how a signed-in user authenticates again, before an act that decides. */
  readonly proving: Proving
  /** App's part: the whole HTML document of a page, or of an error. */
  frame(c: PublicContext, view: PageView, state: FrameState): Promise<string>
  errorView(c: Pick<PublicContext, 'language'>, problem: ShownProblem): PageView
}

export interface Proving {
  /** The page that asks for it and carries on what was typed. */
  page(c: Context, asked: AskedProof): Promise<PageView>
  /**
   * Judges what the page's own fields brought and notes it in the session.
   * @returns when it was proved
   * @throws Refusal `proof_wrong`
   */
  prove(by: ProvedBy, actor: Actor, proof: FormValues): Promise<Date>
}

/** As much of a request as judging a proof needs. */
export interface ProvedBy {
  readonly system: System
  readonly circumstances: Circumstances
  setCookie(name: string, value: string): void
}

export interface AskedProof {
  /** The address that the form was sent to, and goes to again. */
  readonly action: string
  /** What was typed, by the names of its fields. */
  readonly carried: ReadonlyArray<readonly [name: string, value: string]>
  /** Files that wait with the form. */
  readonly uploads: ReadonlyArray<{ readonly id: string; readonly fileName: string }>
  /** What was wrong with the proof before. */
  readonly problem: string | null
}

/** What an error page says: what happened, what to do, and a number to quote. */
export interface ShownProblem {
  readonly status: number
  readonly code: string
  readonly sentences: readonly string[]
  readonly requestId: string
}

/** Today in this installation: the real date in Vietnam, or the date of the demo (design 8.2). */
export async function readToday(db: DatabaseTransaction, now: Date): Promise<PlainDate> {
  const row = await db.selectFrom('installation').select('today_override').executeTakeFirst()
  return todayOf(row, now)
}

/** The same for an act that writes, in the same question. @throws Refusal `clock_behind` */
export async function readTodayToWrite(
  db: DatabaseTransaction,
  now: Date,
  clockLagMs: number,
): Promise<PlainDate> {
  // Before the installation is set up there is no row of it, and there may be a record.
  const { rows } = await sql<{ today_override: string | null; latest: Date | null }>`select
    (select today_override from installation) as today_override, ${latestRecordedAt} as latest`.execute(db)
  const [row] = rows
  requireClockOf(now, row?.latest ?? null, clockLagMs)
  return todayOf(row, now)
}

function todayOf(row: { readonly today_override: string | null } | undefined, now: Date): PlainDate {
  return row?.today_override == null ? vietnamDate(now) : plainDate(row.today_override)
}

export interface Circumstances {
  readonly actor: Actor | null
  readonly waiting?: WaitingSession | undefined
  readonly language: Language
  readonly origin: Origin
}

/** `once`: writes, and can be run again even if it is unknown whether it was committed (`idempotency.ts`). */
export type TransactionMode = 'read' | 'write' | 'once'

/**
 * Runs `act` in one transaction with its context. Read-only work sees one snapshot, so that its figures agree.
 *
 * Where the connection breaks, it is run again on another one, unless it writes and might have been kept already: `act`
 * changes nothing but what its transaction undoes.
 */
export async function inTransaction<Result>(
  system: System,
  circumstances: Circumstances,
  mode: TransactionMode,
  act: (c: PublicContext) => Promise<Result>,
): Promise<Result> {
  const transaction = system.database.transaction()
  const prepared =
    mode === 'read'
      ? transaction.setIsolationLevel('repeatable read').setAccessMode('read only')
      : transaction
  let mayRunAgain = true
  const attempt = () =>
    prepared.execute(async (db) => {
      const now = system.clock.now()
      const today =
        mode === 'read' ? await readToday(db, now) : await readTodayToWrite(db, now, system.config.clockLagMs)
      const result = await act({
        db,
        now,
        today,
        measures: system.measures,
        blobs: system.blobs,
        secretKeys: system.secretKeys,
        t: system.words(circumstances.language),
        ...circumstances,
      })
      // From here on it is being committed, and an error no longer tells whether it was.
      mayRunAgain = mode !== 'write'
      return result
    })
  return tryAgain(attempt, (error) => mayRunAgain && isPassing(error))
}
