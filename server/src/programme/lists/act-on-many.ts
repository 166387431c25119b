import { sql } from 'kysely'
import { z } from 'zod'
import { audit } from '../../platform/audit/audit.ts'
import type { Context } from '../../platform/context.ts'
import * as field from '../../platform/http/fields.ts'
import { type Endpoint, endpoint } from '../../platform/http/route.ts'
import { readsTyped } from '../../platform/http/typed-values.ts'
import { isId, newId } from '../../platform/id.ts'
import { notFound, type Reason, Refusal } from '../../platform/refusal.ts'
import { openAppraisal } from '../appraisal/appraise-work.ts'
import { remindWork } from '../carrying-out/remind-work.ts'
import { readableWorks } from '../policy.ts'
import { submitWork } from '../registration/submit-work.ts'
import { withdrawWork } from '../registration/withdraw-work.ts'
import { programmeDb } from '../tables.ts'

/** What may be done to many works by one press: each by its own use case, with its own permission and its own record. */
export const bulkActs = ['open_appraisal', 'submit', 'withdraw', 'remind'] as const
export type BulkAct = (typeof bulkActs)[number]

const acts: Readonly<Record<BulkAct, Endpoint>> = {
  open_appraisal: openAppraisal as unknown as Endpoint,
  submit: submitWork as unknown as Endpoint,
  withdraw: withdrawWork as unknown as Endpoint,
  remind: remindWork as unknown as Endpoint,
}

export const maxChosen = 200

// A row of a form is `ref:version`, so that one tick says both; a machine says them apart.
const chosen = readsTyped(z.strictObject({ ref: field.text(80), version: field.version() }), {
  form(typed) {
    const ticked = typeof typed === 'string' ? /^([a-z0-9-]{1,80}):(\d{1,9})$/.exec(typed) : null
    return ticked === null ? typed : { ref: ticked[1], version: Number(ticked[2]) }
  },
})

/**
 * Does one act to many works, each for itself: what a rule or a right forbids stays undone and is named with its reasons,
 * and the others are done. An assignment is not among these acts: a decision assigns all its works or none.
 */
export const actOnMany = endpoint({
  name: 'work.act_on_many',
  input: z.strictObject({
    act: field.choice(bulkActs),
    works: z.array(chosen).min(1, 'error.nothing_chosen').max(maxChosen, 'error.too_many'),
  }),
  async run(c, { act, works }) {
    const id = newId<'bulk_act'>()
    await programmeDb(c)
      .insertInto('bulk_act')
      .values({ id, account_id: c.actor.accountId, act, made_on: c.today, recorded_at: c.now })
      .execute()
    const results = new Map<string, readonly Reason[] | null>()
    // In one order for everybody, so that two presses over the same works never wait for each other in a ring.
    for (const one of await inLockOrder(c, works)) results.set(one.ref, await doOne(c, act, one))
    const listed = works.map(({ ref }) => ({ ref, reasons: results.get(ref) ?? null }))
    await programmeDb(c)
      .insertInto('bulk_act_result')
      .values(
        listed.map(({ ref, reasons }, index) => ({
          bulk_act_id: id,
          ord: index + 1,
          ref,
          reasons: reasons === null ? null : JSON.stringify(reasons),
        })),
      )
      .execute()
    const done = listed.filter(({ reasons }) => reasons === null).length
    const refused = listed.length - done
    await audit(c, 'work.act_on_many', { kind: 'bulk_act', id }, { act, done, refused })
    return {
      id,
      act,
      done,
      refused,
      results: listed.map(({ ref, reasons }) => ({ ref, reasons: reasons ?? [] })),
    }
  },
})

interface Chosen {
  readonly ref: string
  readonly version: number
}

/** Each work once, by its id; what is no work comes first and is refused by its own act. */
async function inLockOrder(c: Context, works: readonly Chosen[]): Promise<readonly Chosen[]> {
  const byRef = new Map(works.map((one) => [one.ref, one]))
  const rows = await named(c, [...byRef.keys()])
    .select(['work.id', 'work.code'])
    .orderBy('work.id')
    .execute()
  const order = rows.flatMap(({ id, code }) => [id, code])
  return [...byRef.values()].sort((one, other) => order.indexOf(one.ref) - order.indexOf(other.ref))
}

const named = (c: Context, refs: readonly string[]) =>
  programmeDb(c)
    .selectFrom('work')
    .where((eb) =>
      eb.or([
        eb('work.code', '=', sql<string>`any(${[...refs]}::text[])`),
        eb('work.id', '=', sql<string>`any(${refs.filter(isId)}::uuid[])`),
      ]),
    )

/** Null where it was done. What was refused is undone to its beginning, and stands in the record as refused. */
async function doOne(c: Context, act: BulkAct, { ref, version }: Chosen): Promise<readonly Reason[] | null> {
  const endpoint = acts[act]
  await sql`savepoint one_work`.execute(c.db)
  try {
    await endpoint.run(c, endpoint.input.parse({ ref, version }))
    await sql`release savepoint one_work`.execute(c.db)
    return null
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    await sql`rollback to savepoint one_work`.execute(c.db)
    await sql`release savepoint one_work`.execute(c.db)
    await audit(c, endpoint.name, null, { ref, code: error.code, reasons: error.reasons }, 'refused')
    return error.reasons.length > 0 ? error.reasons : [{ code: error.code, params: error.params }]
  }
}

export interface BulkResult {
  readonly ref: string
  /** Null where the actor may not see such a work. */
  readonly title: string | null
  /** As it is now, to try again with. */
  readonly version: number | null
  /** Null where it was done. */
  readonly reasons: readonly Reason[] | null
}

export interface BulkActView {
  readonly id: string
  readonly act: BulkAct
  readonly results: readonly BulkResult[]
}

/** The result for each work of one bulk act; only for its actor. @throws Refusal `not_found` */
export async function getBulkAct(c: Context, id: string): Promise<BulkActView> {
  const act = isId(id)
    ? await programmeDb(c)
        .selectFrom('bulk_act')
        .select(['id', 'act'])
        .where('id', '=', id)
        .where('account_id', '=', c.actor.accountId)
        .executeTakeFirst()
    : undefined
  if (act === undefined) throw notFound('page')
  const rows = await programmeDb(c)
    .selectFrom('bulk_act_result')
    .select(['ref', 'reasons'])
    .where('bulk_act_id', '=', act.id)
    .orderBy('ord')
    .execute()
  const works = await named(
    c,
    rows.map(({ ref }) => ref),
  )
    .select(['work.id', 'work.code', 'work.title', 'work.version'])
    .where(readableWorks(c))
    .execute()
  return {
    id: act.id,
    act: act.act as BulkAct,
    results: rows.map((row) => {
      const work = works.find(({ id, code }) => id === row.ref || code === row.ref)
      return {
        // A draft that was handed in has its code now.
        ref: work?.code ?? row.ref,
        title: work?.title ?? null,
        version: work?.version ?? null,
        reasons: row.reasons as unknown as readonly Reason[] | null,
      }
    }),
  }
}
