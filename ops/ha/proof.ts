import pg from 'pg'
import { type Draft, type Load, titleMark } from './load.ts'

/** What the database lacks, or has too much, of what was acknowledged. */
interface Faults {
  /** Acts that were acknowledged and are not there. */
  readonly lost: readonly string[]
  /** Works or entries that one act left twice. */
  readonly doubled: readonly string[]
  /** Acts that are there without their entry in the record. */
  readonly unrecorded: readonly string[]
}

export interface Proof extends Faults {
  readonly acknowledged: number
  /** Entries of the record about the works of the writers. */
  readonly entries: number
}

/** Compares what the writers were told with what is there. */
export async function prove(url: string, load: Load): Promise<Proof> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows: works } = await client.query<{ id: string; title: string }>(
      'select id, title from work where title like $1',
      [`${titleMark}%`],
    )
    const { rows: entries } = await client.query<{ id: string; action: string; count: number }>(
      `select object_id as id, action, count(*)::int as count from audit_entry
       where action in ('work.register', 'work.edit') and outcome = 'done' and object_id = any($1)
       group by 1, 2`,
      [works.map(({ id }) => id)],
    )
    return {
      acknowledged: load.acknowledgedAt.length,
      entries: entries.reduce((sum, { count }) => sum + count, 0),
      ...compare(load.drafts, works, entries),
    }
  } finally {
    await client.end()
  }
}

export function compare(
  drafts: readonly Draft[],
  works: readonly { readonly id: string; readonly title: string }[],
  entries: readonly { readonly id: string; readonly action: string; readonly count: number }[],
): Faults {
  const editedTitle = (title: string) => `${title} (đã sửa)`
  const byId = new Map(works.map(({ id, title }) => [id, title]))
  const entryOf = new Map(entries.map(({ id, action, count }) => [`${action} ${id}`, count]))
  const times = new Map<string, number>()
  for (const { title } of works) {
    const name = title.replace(' (đã sửa)', '')
    times.set(name, (times.get(name) ?? 0) + 1)
  }
  const edited = drafts.filter(({ isEdited }) => isEdited)
  const lost = [
    ...drafts.filter(({ id }) => id !== undefined && !byId.has(id)).map(({ title }) => title),
    ...edited
      .filter(({ id, title }) => byId.get(id ?? '') !== editedTitle(title))
      .map(({ title }) => editedTitle(title)),
  ]
  const unrecorded = works.flatMap(({ id, title }) => [
    ...(entryOf.has(`work.register ${id}`) ? [] : [`register: ${title}`]),
    ...(title.endsWith('(đã sửa)') && !entryOf.has(`work.edit ${id}`) ? [`edit: ${title}`] : []),
  ])
  return {
    lost,
    doubled: [
      ...[...times].filter(([, count]) => count > 1).map(([title]) => title),
      ...entries.filter(({ count }) => count > 1).map(({ action, id }) => `${action} ${id}`),
    ],
    unrecorded,
  }
}
