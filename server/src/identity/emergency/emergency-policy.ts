import { type RawBuilder, sql } from 'kysely'
import {
  inSubtree,
  loadUnitPlace,
  type PlacedColumns,
  type PlacedRecord,
  unitPlaceColumns,
} from '../../organisation/index.ts'
import type { Context } from '../../platform/context.ts'
import { byRole, compile, evaluate, is, type Rule, subjectOf } from '../../platform/permission/rule.ts'
import { byOthersThan } from '../../platform/permission/two-people.ts'
import type { Role } from '../roles/roles.ts'

/** Who may ask: those who answer for the system and for the order in it, and who read little of it themselves. */
const askers: readonly Role[] = ['system-admin', 'monitor', 'inspector']

/** Who approves: the deciders above the unit whose thing it is. Their role is none of the askers'. */
const approves: Rule<PlacedRecord, PlacedColumns> = byRole(['decider'], is(inSubtree()))

/** In a post of one's own, and not while one reads by such an access: neither is lent or done on behalf. */
const isInOwnPost = ({ actor }: Context) => actor.standsFor === undefined && actor.emergency === undefined

const hasOneOf = (c: Context, roles: readonly string[]) =>
  c.actor.grants.some(({ role }) => roles.includes(role))

/** Whether the actor may ask for emergency access, in a post of their own. */
export const mayAskEmergency = (c: Context): boolean => isInOwnPost(c) && hasOneOf(c, askers)

/** Whether the actor decides on requests at all; on which of them, the two below say. */
export const decidesEmergencies = (c: Context): boolean => isInOwnPost(c) && hasOneOf(c, ['decider'])

/** Whether the actor could decide on it as far as their right reaches; that they are another person is asked when they do. */
export async function mayDecideEmergency(c: Context, unitId: string): Promise<boolean> {
  return decidesEmergencies(c) && evaluate(approves, subjectOf(c), await loadUnitPlace(c, unitId))
}

/** The requests of others on which the actor could decide, as a condition on the rows of `emergency_access`. */
export function decidableEmergencies(c: Context): RawBuilder<boolean> {
  if (!decidesEmergencies(c)) return sql<boolean>`false`
  const within = compile(approves, subjectOf(c), unitPlaceColumns(sql.ref('emergency_access.unit_id')))
  // Both acts are done in a post of one's own: the asker asked for nobody else.
  const asker = 'emergency_access.asked_person_id'
  return sql<boolean>`(${within} and ${byOthersThan(c.actor, { person: asker, forPerson: asker })})`
}
