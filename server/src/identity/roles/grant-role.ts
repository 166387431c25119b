import { type SqlBool, sql } from 'kysely'
import { z } from 'zod'
import { getPost, holdsOrWillHold, postTitleOf, systems, unitNameOf } from '../../organisation/index.ts'
import { audit } from '../../platform/audit/audit.ts'
import type { Context, PublicContext } from '../../platform/context.ts'
import { lockThing } from '../../platform/data/locks.ts'
import { choice, id, optionalChoice, optionalDate } from '../../platform/http/fields.ts'
import { newId } from '../../platform/id.ts'
import { doerOf, partiesOf } from '../../platform/permission/two-people.ts'
import { notFound, Refusal } from '../../platform/refusal.ts'
import { laterOf, type PlainDate } from '../../platform/time/plain-date.ts'
import { unlessBroken } from '../constraint.ts'
import { authorizeUnits } from '../policy.ts'
import { tellHolders } from '../second-person/tell-holders.ts'
import { type GrantId, identityDb } from '../tables.ts'
import { apartFrom, roles } from './roles.ts'

export const grantRoleInput = z.strictObject({
  postId: id(),
  role: choice(roles),
  unitId: id(),
  /** One ladder below the unit; null for every one. */
  system: optionalChoice(systems),
  /** Null: from today. */
  fromOn: optionalDate(),
  /** The first day on which it counts no more; null while no end is known. */
  toOn: optionalDate(),
})
export type GrantRoleInput = z.output<typeof grantRoleInput>

/**
 * Gives a post a right over a unit and all below it, for a period. Both the post and the unit must be the actor's to
 * administer, and the post must not be one that they hold themselves or is about to.
 */
export async function grantRole(c: Context, input: GrantRoleInput): Promise<{ grantId: GrantId }> {
  const post = await getPost(c, input.postId)
  await authorizeUnits(c, 'role.grant', [post.unitId, input.unitId])
  await refuseOwnPost(c, input.postId)
  const grantId = await saveGrant(c, { ...input, fromOn: input.fromOn ?? c.today })
  await tellHolders(c, input.postId, 'right')
  return { grantId }
}

/** The same without a permission check: for the operator of the server. */
export async function saveGrant(
  c: Pick<PublicContext, 'db' | 'now' | 'origin' | 'actor'>,
  grant: GrantRoleInput & { readonly fromOn: PlainDate },
): Promise<GrantId> {
  const { postId, role, unitId, system, fromOn, toOn } = grant
  if (toOn !== null && toOn <= fromOn)
    throw new Refusal('grant_span', {}, { reasons: [{ code: 'grant_span', field: 'toOn' }] })
  await refuseTogether(c, grant)
  const grantId = newId<'role-grant'>()
  const inserted = identityDb(c)
    .insertInto('role_grant')
    .values({
      id: grantId,
      post_id: postId,
      role,
      unit_id: unitId,
      system,
      from_on: fromOn,
      to_on: toOn,
      granted_by: c.actor?.accountId ?? null,
      // // What the operator of the server grants needs no confirmation.
      granted_at: c.actor === null ? null : c.now,
    })
    .execute()
  await unlessBroken(inserted, {
    role_grant_once: () => new Refusal('grant_exists', {}, { status: 409 }),
    role_grant_unit_id_fkey: () => notFound('unit'),
    role_grant_post_id_fkey: () => notFound('post'),
  })
  await audit(
    c,
    'role.grant',
    { kind: 'role-grant', id: grantId },
    { postId, role, unitId, system, fromOn, toOn },
  )
  return grantId
}

/** Rights that one post must not combine: a person who grants rights must not use them. */
async function refuseTogether(
  c: Pick<PublicContext, 'db'>,
  { postId, role, fromOn, toOn }: GrantRoleInput & { readonly fromOn: PlainDate },
): Promise<void> {
  const others = apartFrom(role)
  if (others.length === 0) return
  // Two grants at once to one post must see each other.
  await lockThing(c, 'role_grant', postId)
  const other = await identityDb(c)
    .selectFrom('role_grant')
    .select('role')
    .where('post_id', '=', postId)
    .where('role', 'in', others)
    .where(sql<SqlBool>`daterange(from_on, to_on) && daterange(${fromOn}::date, ${toOn}::date)`)
    .limit(1)
    .executeTakeFirst()
  if (other === undefined) return
  throw new Refusal('grant_apart', {}, { status: 409, reasons: [{ code: 'grant_apart', field: 'role' }] })
}

export const revokeRoleInput = z.strictObject({ grantId: id() })
export type RevokeRoleInput = z.output<typeof revokeRoleInput>

/** Takes a right back from today on; that it was given once stays on record. */
export async function revokeRole(c: Context, { grantId }: RevokeRoleInput): Promise<{ toOn: PlainDate }> {
  const grant = await getGrantForUpdate(c, grantId)
  const post = await getPost(c, grant.postId)
  await authorizeUnits(c, 'role.revoke', [post.unitId, grant.unitId])
  if (grant.toOn !== null && grant.toOn <= c.today) throw new Refusal('grant_over', {}, { status: 409 })
  const toOn = laterOf(c.today, grant.fromOn)
  await identityDb(c).updateTable('role_grant').set({ to_on: toOn }).where('id', '=', grantId).execute()
  await audit(
    c,
    'role.revoke',
    { kind: 'role-grant', id: grantId },
    { before: { toOn: grant.toOn }, after: { toOn } },
  )
  return { toOn }
}

/** What a right is and whose, to say it once more before it is taken back. @throws Refusal `not_found` */
export async function getGrant(c: Pick<Context, 'db'>, grantId: string) {
  const row = await identityDb(c)
    .selectFrom('role_grant')
    .select(['post_id as postId', 'unit_id as unitId', 'role'])
    .select([
      unitNameOf('role_grant.unit_id').as('unitName'),
      postTitleOf('role_grant.post_id').as('postTitle'),
    ])
    .where('id', '=', grantId)
    .executeTakeFirst()
  if (row === undefined) throw notFound('role-grant')
  return row
}

async function getGrantForUpdate(c: Context, grantId: string) {
  const row = await identityDb(c)
    .selectFrom('role_grant')
    .select(['post_id', 'unit_id', 'from_on', 'to_on'])
    .where('id', '=', grantId)
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined) throw notFound('role-grant')
  return {
    postId: row.post_id,
    unitId: row.unit_id,
    fromOn: row.from_on as PlainDate,
    toOn: row.to_on as PlainDate | null,
  }
}

async function refuseOwnPost(c: Context, postId: string): Promise<void> {
  const refused = new Refusal('grant_self', {}, { status: 403 })
  if (c.actor.postId === postId) throw refused
  for (const personId of partiesOf(doerOf(c.actor)))
    if (await holdsOrWillHold(c, { postId, personId, on: c.today })) throw refused
}
