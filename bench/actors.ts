import type pg from 'pg'
import type { Actor } from '../server/src/platform/context.ts'

/** Who asks: the widest reader, one of a district, and one who sees their own works alone. */
export interface BenchActors {
  readonly office: Actor
  readonly district: Actor
  readonly cell: Actor
}

export async function findActors(pool: pg.Pool): Promise<BenchActors> {
  const idOf = async (code: string): Promise<string> => {
    const { rows } = await pool.query<{ id: string }>('select id from unit where code = $1', [code])
    return rows[0]?.id ?? ''
  }
  const province = await idOf('tinh-uy')
  const district = await idOf('huyen-3')
  const { rows } = await pool.query<{ holding: string; unit: string; person: string; post: string }>(
    `select held.id as holding, post.id as post, post.unit_id as unit, held.person_id as person
     from post_holding held join post on post.id = held.post_id join unit on unit.id = post.unit_id
     where unit.code = 'chi-bo-5-20-3' and post.is_head limit 1`,
  )
  const cell = rows[0]
  if (cell === undefined) throw new Error('the generated organisation has no such cell')
  return {
    office: actor(province, ['monitor', 'programme-admin']),
    district: actor(district, ['monitor', 'registrant']),
    cell: {
      ...actor(cell.unit, ['registrant']),
      holdingId: cell.holding,
      personId: cell.person,
      postId: cell.post,
    },
  }
}

function actor(unitId: string, roles: readonly string[]): Actor {
  return {
    accountId: unitId,
    username: 'bench',
    personId: unitId,
    personName: 'Đo tải',
    holdingId: null,
    postId: null,
    postTitle: null,
    unitId,
    unitName: null,
    rootId: unitId,
    grants: roles.map((role) => ({ role, unitId, system: null })),
    scopes: null,
  }
}
