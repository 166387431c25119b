import type { RecordedKind } from '../platform/slices/recorded-kind.ts'
import { organisationPaths } from './paths.ts'
import { organisationDb } from './tables.ts'

/** Units, as the audit log names them; every signed-in user can see the directory. */
export const recordedUnits: RecordedKind = {
  kind: 'unit',
  async named(c, ids) {
    if (ids.length === 0) return new Map()
    const rows = await organisationDb(c)
      .selectFrom('unit')
      .select(['id', 'code', 'name'])
      .where('id', 'in', ids)
      .execute()
    return new Map(rows.map(({ id, code, name }) => [id, { name, href: organisationPaths.unit(code) }]))
  },
  async find(c, words) {
    const row = await organisationDb(c)
      .selectFrom('unit')
      .select('id')
      .where('code', '=', words)
      .executeTakeFirst()
    return row?.id ?? null
  },
}
