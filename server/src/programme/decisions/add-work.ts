import { z } from 'zod'
import { findUnitByCode, getUnit, loadPlacement } from '../../organisation/index.ts'
import { audit } from '../../platform/audit/audit.ts'
import type { Context } from '../../platform/context.ts'
import * as field from '../../platform/http/fields.ts'
import { endpoint } from '../../platform/http/route.ts'
import { isId, newId } from '../../platform/id.ts'
import { publish } from '../../platform/jobs/events.ts'
import { type Reason, Refusal, refuseIf } from '../../platform/refusal.ts'
import { moveState, openSpan } from '../move-state.ts'
import { authorize } from '../policy.ts'
import { refreshSignals } from '../progress/refresh-signals.ts'
import { collectiveOwner, individualOwner, type WorkOwnership } from '../registration/owner.ts'
import { registrationColumns, saveRegistrationRows } from '../registration/registration.ts'
import { draftOf, registrationFields, withoutEmptyRows } from '../registration/registration-form.ts'
import { keepVersion, takeCode } from '../registration/submit-work.ts'
import { competenceReasons, type Issuer } from '../rules/competence.ts'
import { guardAdd } from '../rules/guards/registration.ts'
import { births } from '../rules/states.ts'
import { ownerKinds, programmeDb, type WorkId } from '../tables.ts'
import { getWorkForUpdate } from '../work.ts'
import { ownersOn } from './decision-facts.ts'
import {
  actingFor,
  decisionFields,
  keepDecisionItems,
  keepOrJoinDecision,
  requireIssuer,
} from './decision-paper.ts'

const addInput = z.strictObject({
  ...decisionFields,
  ownerKind: field.choice(ownerKinds),
  /** The unit whose work it is: its code or id. */
  ownerUnit: field.optionalText(80),
  /** The person whose work it is, in the post held. */
  ownerHoldingId: field.optionalId(),
  /** Why the superior adds what nobody registered. */
  reason: field.optionalText(2000),
  /** Whether the same decision assigns it at once. */
  assign: field.flag(),
  ...registrationFields,
})
type AddInput = z.output<typeof addInput>

/**
 * Adds a work that was not registered, by decision of a superior body. A decision can add several: a number and date that
 * the body has already recorded refer to that decision.
 */
export const addWork = endpoint({
  name: 'work.add',
  fresh: true,
  input: addInput,
  async run(c, input) {
    const issuer = await requireIssuer(c, input.issuer)
    const programme = await programmeOf(c, input.year)
    const owner = await ownerOf(c, input)
    authorize(actingFor(c, issuer), 'decide', {
      ...(await loadPlacement(c, owner.placed)),
      code: null,
    })
    const given = withoutEmptyRows(input)
    refuseIf([
      ...guardAdd({
        programmeClosed: programme.status === 'closed',
        decision: { number: input.number, decidedOn: input.decidedOn, today: c.today },
        reason: input.reason,
        draft: draftOf(given, { ownerKind: input.ownerKind, year: input.year }),
      }),
      ...(await competence(c, owner, issuer, input)),
    ])

    const workId = await keepWork(c, programme.id, owner, input)
    const code = await codeIt(c, workId)
    const decision = await keepOrJoinDecision(c, input, issuer)
    await enterState(c, workId, decision.id, issuer, input)
    await refreshSignals(c, [workId])
    await audit(
      c,
      'work.add',
      { kind: 'work', id: workId },
      {
        code,
        decisionId: decision.id,
        joined: decision.joined,
        reason: input.reason,
        assigned: input.assign,
      },
    )
    await publish(c, 'work.added', { workId, decisionId: decision.id })
    return {
      id: workId,
      ref: code,
      code,
      decisionId: decision.id,
      state: input.assign ? 'assigned' : births.add,
    }
  },
})

async function programmeOf(c: Context, year: number) {
  return programmeDb(c)
    .selectFrom('programme')
    .select(['id', 'status'])
    .where('year', '=', year)
    .executeTakeFirstOrThrow(() => new Refusal('not_found', { kind: 'programme' }, { status: 404 }))
}

async function ownerOf(c: Context, input: AddInput): Promise<WorkOwnership> {
  if (input.ownerKind === 'individual') {
    if (input.ownerHoldingId === null) throw ownerMissing('ownerHoldingId')
    return individualOwner(c, input.ownerHoldingId)
  }
  const unit = isId(input.ownerUnit)
    ? await getUnit(c, input.ownerUnit, c.today)
    : await findUnitByCode(c, input.ownerUnit, c.today)
  if (unit === undefined) throw ownerMissing('ownerUnit')
  return collectiveOwner(c, unit.id)
}

const ownerMissing = (field: string) =>
  new Refusal('owner_missing', {}, { reasons: [{ code: 'owner_missing', field }] })

async function competence(
  c: Context,
  { columns }: WorkOwnership,
  issuer: Issuer,
  input: AddInput,
): Promise<readonly Reason[]> {
  const { owner_kind, owner_unit_id, owner_holding_id = null } = columns
  const owned = { id: 'new', owner_kind, owner_unit_id, owner_holding_id }
  const owner = (await ownersOn(c, [owned], input.decidedOn)).get(owned.id)
  return owner === undefined ? [] : competenceReasons(issuer, owner, input.decidedOn)
}

async function keepWork(
  c: Context,
  programmeId: string,
  owner: WorkOwnership,
  input: AddInput,
): Promise<WorkId> {
  const id = newId<'work'>()
  const given = withoutEmptyRows(input)
  await programmeDb(c)
    .insertInto('work')
    .values({
      id,
      programme_id: programmeId,
      ...owner.columns,
      ...(await registrationColumns(c, programmeId, given)),
      // Until its code is taken, a few lines on, in the same transaction.
      state: 'draft',
      state_since: input.decidedOn,
      added_by_superior: true,
      created_by: c.actor.accountId,
      recorded_at: c.now,
    })
    .execute()
  await saveRegistrationRows(c, id, given)
  return id
}

async function codeIt(c: Context, workId: WorkId): Promise<string> {
  const code = await takeCode(c, await getWorkForUpdate(c, workId))
  const number = await keepVersion(c, workId, 'added')
  await programmeDb(c)
    .updateTable('work')
    .set({ code, submitted_version: number, state: births.add })
    .where('id', '=', workId)
    .execute()
  return code
}

async function enterState(
  c: Context,
  workId: WorkId,
  decisionId: Awaited<ReturnType<typeof keepOrJoinDecision>>['id'],
  issuer: Issuer,
  { decidedOn, reason, assign }: AddInput,
): Promise<void> {
  const work = await getWorkForUpdate(c, workId)
  await openSpan(c, {
    workId,
    programmeId: work.row.programme_id,
    state: births.add,
    action: 'add',
    on: decidedOn,
    reason,
    decisionId,
  })
  const item = { workId, ord: await nextOrd(c, decisionId), reason, returnBy: null }
  const parts = assign ? (['add', 'assign'] as const) : (['add'] as const)
  await keepDecisionItems(
    c,
    decisionId,
    parts.map((action) => ({ ...item, action })),
  )
  if (!assign) return
  await moveState(c, work, {
    action: 'assign',
    on: decidedOn,
    decisionId,
    set: { assigner_unit_id: issuer.unitId, assigner_root_id: issuer.rootId, assigned_on: decidedOn },
  })
}

async function nextOrd(c: Context, decisionId: string): Promise<number> {
  const { last } = await programmeDb(c)
    .selectFrom('decision_item')
    .select((eb) => eb.fn.coalesce(eb.fn.max('ord'), eb.lit(0)).as('last'))
    .where('decision_id', '=', decisionId)
    .executeTakeFirstOrThrow()
  return last + 1
}
