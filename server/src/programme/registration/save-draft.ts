import { z } from 'zod'
import { loadPlacement } from '../../organisation/index.ts'
import { audit } from '../../platform/audit/audit.ts'
import type { Context } from '../../platform/context.ts'
import * as field from '../../platform/http/fields.ts'
import { endpoint } from '../../platform/http/route.ts'
import { newId } from '../../platform/id.ts'
import { dropTyping } from '../../platform/kept-typing.ts'
import { notFound, Refusal } from '../../platform/refusal.ts'
import { type ActOnWork, takeWork } from '../act-on-work.ts'
import { openSpan } from '../move-state.ts'
import { paths } from '../paths.ts'
import { authorize } from '../policy.ts'
import { guardEdit } from '../rules/guards/registration.ts'
import { ownerKinds, programmeDb } from '../tables.ts'
import { refOf } from '../work.ts'
import { draftForm, newForm } from './kept-typing.ts'
import { collectiveOwner, individualOwner, type WorkOwnership } from './owner.ts'
import { registrationColumns, saveRegistrationRows } from './registration.ts'
import { registrationFields, withoutEmptyRows } from './registration-form.ts'

const registerInput = z.strictObject({
  year: field.whole(2000, 2200),
  ownerKind: field.choice(ownerKinds),
  // The person whose work it is, where a clerk types for somebody of the unit; else the actor themselves.
  ownerHoldingId: field.optionalId(),
  ...registrationFields,
})

/** Begins a registration. It is kept as a draft, complete or not, and is nobody else's to see until it is submitted. */
export const registerWork = endpoint({
  name: 'work.register',
  input: registerInput,
  async run(c, input) {
    const programme = await openProgramme(c, input.year)
    const owner = await ownerOf(c, input)
    authorize(c, 'register', { ...(await loadPlacement(c, owner.placed)), code: null })

    const id = newId<'work'>()
    const given = withoutEmptyRows(input)
    await programmeDb(c)
      .insertInto('work')
      .values({
        id,
        programme_id: programme.id,
        ...owner.columns,
        ...(await registrationColumns(c, programme.id, given)),
        state: 'draft',
        state_since: c.today,
        created_by: c.actor.accountId,
        recorded_at: c.now,
      })
      .execute()
    await saveRegistrationRows(c, id, given)
    await openSpan(c, {
      workId: id,
      programmeId: programme.id,
      state: 'draft',
      action: 'register',
      on: c.today,
    })
    await dropTyping(c, newForm(input.year))
    await audit(
      c,
      'work.register',
      { kind: 'work', id },
      { title: given.title, year: input.year, ownerKind: input.ownerKind },
    )
    return { id, ref: id as string, version: 1 }
  },
})

const editInput = z.strictObject({ ref: field.text(80), version: field.version(), ...registrationFields })

export const editAct: ActOnWork = {
  name: 'edit',
  permission: 'edit',
  shownIn: ['draft', 'returned'],
  href: paths.edit,
  against: ({ work }) => guardEdit(work.standing),
}

/** Changes a draft or what was returned; what was submitted before stays readable as a version. */
export const editWork = endpoint({
  name: 'work.edit',
  input: editInput,
  async run(c, input) {
    const work = await takeWork(c, editAct, input)
    const given = withoutEmptyRows(input)
    const version = work.row.version + 1
    await programmeDb(c)
      .updateTable('work')
      .set({ ...(await registrationColumns(c, work.row.programme_id, given)), version })
      .where('id', '=', work.row.id)
      .execute()
    await saveRegistrationRows(c, work.row.id, given)
    await dropTyping(c, draftForm(work.row.id))
    await audit(
      c,
      'work.edit',
      { kind: 'work', id: work.row.id },
      { before: { title: work.row.title }, after: { title: given.title } },
    )
    return { id: work.row.id, ref: refOf(work.row), version }
  },
})

async function openProgramme(c: Context, year: number) {
  const programme = await programmeDb(c)
    .selectFrom('programme')
    .select(['id', 'status'])
    .where('year', '=', year)
    .executeTakeFirst()
  if (programme === undefined) throw notFound('programme')
  if (programme.status === 'closed') throw new Refusal('programme_closed', { year })
  return programme
}

/** Whose work it is: the actor's unit, themselves in the post they act in, or a person of the unit for whom a clerk types. */
async function ownerOf(c: Context, input: z.output<typeof registerInput>): Promise<WorkOwnership> {
  if (input.ownerKind === 'individual') {
    const holdingId = input.ownerHoldingId ?? ownHolding(c)
    return individualOwner(c, holdingId)
  }
  if (c.actor.rootId === null) throw new Refusal('no_post', {}, { status: 403 })
  return collectiveOwner(c, c.actor.rootId)
}

/** The post in which the actor registers for themselves. A clerk types for others and says for whom. */
function ownHolding(c: Context): string {
  if (c.actor.holdingId === null) throw new Refusal('no_post', {}, { status: 403 })
  if (c.actor.grants.some(({ role }) => role === 'registrant')) return c.actor.holdingId
  throw new Refusal('owner_missing', {}, { reasons: [{ code: 'owner_missing', field: 'ownerHoldingId' }] })
}
