import { accountPersonIdOf } from '../../identity/index.ts'
import { holderPersonIdOf } from '../../organisation/index.ts'
import type { EmergencyKind } from '../../platform/slices/emergency.ts'
import { paths } from '../paths.ts'
import { programmeDb } from '../tables.ts'

/** Works that were handed in, as a request for emergency access names them. Whether the asker may see one is the very question. */
export const emergencyWorks: EmergencyKind = {
  kind: 'work',
  async find(c, words) {
    const row = await programmeDb(c)
      .selectFrom('work')
      .select(['id', 'code', 'custodian_unit_id'])
      .where('code', 'in', [words, words.toLowerCase()])
      .executeTakeFirst()
    if (row?.code == null) return null
    return { kind: 'work', id: row.id, label: row.code, unitId: row.custodian_unit_id }
  },
  hrefOf: (label) => paths.work(label),
  async ownersOf(c, id) {
    const row = await programmeDb(c)
      .selectFrom('work')
      .select(holderPersonIdOf('work.owner_holding_id').as('holder'))
      .where('id', '=', id)
      .executeTakeFirst()
    const registrars = await programmeDb(c)
      .selectFrom('work_state_span')
      .select(accountPersonIdOf('work_state_span.account_id').as('person'))
      .distinct()
      .where('work_id', '=', id)
      .where('action', 'in', ['register', 'submit', 'resubmit'])
      .execute()
    return [row?.holder ?? null, ...registrars.map(({ person }) => person)].filter((one) => one !== null)
  },
}
