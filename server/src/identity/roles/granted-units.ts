import { spanCovers } from '../../organisation/index.ts'
import type { PublicContext } from '../../platform/context.ts'
import { grantConfirmed } from '../second-person/what-counts.ts'
import { identityDb } from '../tables.ts'
import type { Role } from './roles.ts'

/** The ids of the units over which some post has a role today, for a `where … in`: who else might do what I may. */
export function unitsGranted(c: Pick<PublicContext, 'db' | 'today'>, role: Role) {
  return identityDb(c)
    .selectFrom('role_grant')
    .select('role_grant.unit_id')
    .where('role_grant.role', '=', role)
    .where(grantConfirmed)
    .where(spanCovers('role_grant.from_on', 'role_grant.to_on', c.today))
}
