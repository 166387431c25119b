import { sql } from 'kysely'
import { z } from 'zod'
import { isInvented } from '../../organisation/index.ts'
import type { Context } from '../../platform/context.ts'
import { lockThing } from '../../platform/data/locks.ts'
import { getOwnUpload } from '../../platform/files/uploads.ts'
import * as field from '../../platform/http/fields.ts'
import { newId } from '../../platform/id.ts'
import { becauseOf, notFound, Refusal } from '../../platform/refusal.ts'
import { type PlainDate, yearOf } from '../../platform/time/plain-date.ts'
import type { Issuer } from '../rules/competence.ts'
import { type DecisionId, programmeDb } from '../tables.ts'
import { getIssuer } from './decision-facts.ts'

export const decisionFormats = ['party', 'state'] as const

/** The paper of a collective decision: number, date, issuer, file. */
export const decisionFields = {
  year: field.whole(2000, 2200),
  /** The body that decides: the code or the id of its unit. */
  issuer: field.text(80),
  number: field.text(60),
  decidedOn: field.date(),
  format: field.choice(decisionFormats).default('party'),
  title: field.optionalText(500),
  uploadId: field.optionalUpload(),
}

const decisionPaper = z.object(decisionFields)
export type DecisionPaper = z.output<typeof decisionPaper>

/**
 * The body for which the actor may record decisions.
 * @throws Refusal `issuer_not_yours` where they have no right to decide for it, `not_found` if there is none
 */
export async function requireIssuer(c: Context, codeOrId: string): Promise<Issuer> {
  const issuer = await getIssuer(c, codeOrId)
  if (!decidesFor(c, issuer.rootId))
    throw new Refusal('issuer_not_yours', { issuer: issuer.name }, { status: 403 })
  return issuer
}

const decidesFor = (c: Pick<Context, 'actor'>, rootId: string) =>
  c.actor.grants.some((grant) => grant.role === 'decider' && grant.unitId === rootId)

/** The actor with the rights that they have by this body alone: what another body lets them decide is not this one's to decide. */
export function actingFor(
  c: Pick<Context, 'actor' | 'today'>,
  issuer: Pick<Issuer, 'rootId'>,
): Pick<Context, 'actor' | 'today'> {
  const grants = c.actor.grants.filter((grant) => grant.unitId === issuer.rootId)
  return { today: c.today, actor: { ...c.actor, grants } }
}

/** The programme of the year, by id. @throws Refusal `not_found` */
export async function getProgrammeId(c: Context, year: number): Promise<string> {
  const programme = await programmeDb(c)
    .selectFrom('programme')
    .select('id')
    .where('year', '=', year)
    .executeTakeFirst()
  if (programme === undefined) throw notFound('programme')
  return programme.id
}

/** Keeps the paper. @throws Refusal `decision_number_taken` where the body has given the number to another this year */
export async function keepDecision(c: Context, paper: DecisionPaper, issuer: Issuer): Promise<DecisionId> {
  const id = await insertDecision(c, paper, issuer)
  if (id === null) throw numberTaken(paper, issuer)
  return id
}

/** Keeps the paper, or finds it where the same body has recorded the same number and date before. */
export async function keepOrJoinDecision(
  c: Context,
  paper: DecisionPaper,
  issuer: Issuer,
): Promise<{ readonly id: DecisionId; readonly joined: boolean }> {
  const kept = await insertDecision(c, paper, issuer)
  if (kept !== null) return { id: kept, joined: false }
  const earlier = await programmeDb(c)
    .selectFrom('decision')
    .select(['id', 'decided_on', 'programme_id'])
    .where('issuer_unit_id', '=', issuer.unitId)
    .where('year', '=', yearOf(paper.decidedOn))
    .where('number_key', '=', sql<string>`number_key(${paper.number})`)
    .where('number_repeated', '=', false)
    .executeTakeFirstOrThrow()
  const isSame =
    earlier.decided_on === paper.decidedOn && earlier.programme_id === (await getProgrammeId(c, paper.year))
  if (!isSame) throw numberTaken(paper, issuer)
  // A decision's row may not be written again, so that it cannot be locked as one: its lines are numbered under this lock.
  await lockThing(c, 'decision', earlier.id)
  return { id: earlier.id as DecisionId, joined: true }
}

async function insertDecision(c: Context, paper: DecisionPaper, issuer: Issuer): Promise<DecisionId | null> {
  const id = newId<'decision'>()
  const upload = paper.uploadId === null ? null : await getOwnUpload(c, paper.uploadId)
  const kept = await programmeDb(c)
    .insertInto('decision')
    .values({
      id,
      programme_id: await getProgrammeId(c, paper.year),
      issuer_unit_id: issuer.unitId,
      number: paper.number,
      decided_on: paper.decidedOn,
      year: yearOf(paper.decidedOn),
      format: paper.format,
      title: paper.title,
      upload_id: upload?.id ?? null,
      account_id: c.actor.accountId,
      body_id: c.actor.unitId,
      recorded_at: c.now,
      illustrative: await isInvented(c, { unitIds: [issuer.unitId] }),
    })
    // A number, however it is typed, belongs to one decision of a body and year: the second writer is told, not the
    // database's error shown.
    .onConflict((conflict) =>
      conflict
        .columns(['issuer_unit_id', 'year', 'number_key'])
        .where('number_repeated', '=', sql.lit(false))
        .doNothing(),
    )
    .executeTakeFirst()
  return kept.numInsertedOrUpdatedRows === 0n ? null : id
}

function numberTaken(paper: DecisionPaper, issuer: Issuer): Refusal {
  const params = { number: paper.number, issuer: issuer.name }
  return becauseOf({ code: 'decision_number_taken', params, field: 'number' }, 409)
}

/** One line of a decision's annex. */
export interface DecisionItem {
  readonly workId: string
  readonly action: 'approve' | 'return' | 'reject' | 'drop' | 'add' | 'assign'
  readonly ord: number
  readonly reason: string
  readonly returnBy: PlainDate | null
}

export async function keepDecisionItems(
  c: Context,
  decisionId: DecisionId,
  items: readonly DecisionItem[],
): Promise<void> {
  await programmeDb(c)
    .insertInto('decision_item')
    .values(
      items.map((item) => ({
        decision_id: decisionId,
        work_id: item.workId,
        action: item.action,
        ord: item.ord,
        reason: item.reason === '' ? null : item.reason,
        return_by: item.returnBy,
      })),
    )
    .execute()
}
