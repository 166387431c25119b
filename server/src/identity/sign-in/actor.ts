import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { activeHoldings, spanCovers } from '../../organisation/index.ts'
import type { Actor, Grant } from '../../platform/context.ts'
import type { DatabaseTransaction } from '../../platform/data/database.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import { findEmergencyReading } from '../emergency/emergency-queries.ts'
import { grantConfirmed, holdingConfirmed, waysInConfirmed } from '../second-person/what-counts.ts'
import type { Bearer } from '../sessions/bearer.ts'
import { loadStanding } from '../stand-ins/stand-in-queries.ts'
import { identityDb } from '../tables.ts'

/**
 * The actor as they are today: in the post they chose if they still hold it, else in the first that they hold, head posts first,
 * with the rights that this post has today. Without a post they have no rights. Who acts on behalf of another has that other's
 * post and what was lent of its rights; who reads by emergency access has no rights at all but that reading.
 */
export async function loadActor(
  c: { readonly db: DatabaseTransaction },
  bearer: Bearer,
  today: PlainDate,
  now?: Date,
): Promise<Actor> {
  if (bearer.standInId != null) {
    const standing = await loadStanding(c, bearer, bearer.standInId, today)
    if (standing !== undefined) return standing
  }
  const own = await loadOwn(c, bearer, today)
  if (bearer.emergencyId == null || now === undefined) return own
  const emergency = await findEmergencyReading(c, bearer.emergencyId, bearer.accountId, now)
  return emergency === undefined ? own : { ...own, grants: [], emergency }
}

async function loadOwn(
  c: { readonly db: DatabaseTransaction },
  bearer: Bearer,
  today: PlainDate,
): Promise<Actor> {
  const held = await activeHoldings(c, today)
    .where('held.person_id', '=', bearer.personId)
    .select(grantsOf(c, today, waysInConfirmed(sql`${bearer.accountId}::uuid`)).as('grants'))
    .orderBy(sql<SqlBool>`held.id is not distinct from ${bearer.holdingId}::uuid`, 'desc')
    .orderBy('post.is_head', 'desc')
    .orderBy('held.from_on')
    .orderBy('held.id')
    .limit(1)
    .executeTakeFirst()
  return {
    accountId: bearer.accountId,
    username: bearer.username,
    personId: bearer.personId,
    personName: bearer.personName,
    holdingId: held?.id ?? null,
    postId: held?.post_id ?? null,
    postTitle: held?.title ?? null,
    unitId: held?.unit_id ?? null,
    unitName: held?.unit_name ?? null,
    rootId: held?.unit_acts_for ?? held?.unit_id ?? null,
    grants: held?.grants ?? [],
    scopes: bearer.scopes,
    ...(bearer.sessionId === null ? {} : { sessionId: bearer.sessionId }),
  }
}

/**
 * The rights of the post in the row (aliased `post`) that count in its holding (`held`), in the same query.
 * @param inAccount whether they count in the account in question
 */
export function grantsOf(
  c: { readonly db: DatabaseTransaction },
  today: PlainDate,
  inAccount: RawBuilder<boolean>,
) {
  const grants = identityDb(c)
    .selectFrom('role_grant')
    .select(
      sql<readonly Grant[]>`coalesce(jsonb_agg(jsonb_build_object('role', role_grant.role,
        'unitId', role_grant.unit_id, 'system', role_grant.system, 'everywhere', role_grant.system is null
          and exists (select from installation where root_unit_id = role_grant.unit_id))
        order by role_grant.role, role_grant.unit_id, role_grant.id), '[]'::jsonb)`.as('list'),
    )
    .where('role_grant.post_id', '=', sql.ref<string>('post.id'))
    .where(spanCovers('role_grant.from_on', 'role_grant.to_on', today))
    .where(grantConfirmed)
    .where(holdingConfirmed('held'))
    .where(inAccount)
  return sql<readonly Grant[]>`(${grants})`
}
