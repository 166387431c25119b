import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import type { RecordedKind } from '../../platform/slices/recorded-kind.ts'
import { paths } from '../paths.ts'
import { readableWorks } from '../policy.ts'
import { programmeDb } from '../tables.ts'

const works = (c: Context) => programmeDb(c).selectFrom('work').where(readableWorks(c))

/** Works, as the audit log names them. */
export const recordedWorks: RecordedKind = {
  kind: 'work',
  async named(c, ids) {
    const rows = await works(c)
      .select(['work.id', 'work.code', 'work.title'])
      .where('work.id', '=', sql<string>`any(${[...ids]}::uuid[])`)
      .execute()
    return new Map(
      rows.map(({ id, code, title }) => [
        id,
        { name: code === null ? title : `${code} · ${title}`, href: paths.work(code ?? id) },
      ]),
    )
  },
  async find(c, words) {
    const row = await works(c)
      .select('work.id')
      .where('work.code', 'in', [words, words.toLowerCase(), words.toUpperCase()])
      .executeTakeFirst()
    return row?.id ?? null
  },
}
