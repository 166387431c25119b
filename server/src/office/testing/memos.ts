import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/id.ts'
import { notFound, Refusal } from '../../platform/refusal.ts'
import type { DeskAct, Subject, SubjectKind } from '../subject.ts'

/** A thing that no slice has: its readers, commenters and followers are lists of persons. */
export interface Memo {
  readonly id: string
  readonly code: string
  readonly title: string
  readonly readers: readonly string[]
  readonly speakers: readonly string[]
  readonly hearers: readonly string[]
}

export const memo = (code: string, people: Pick<Memo, 'readers' | 'speakers' | 'hearers'>): Memo => ({
  id: newId(),
  code,
  title: `Tờ trình ${code}`,
  ...people,
})

/** A kind of its own, as a slice offers one. */
export function memoKind(memos: readonly Memo[]): SubjectKind {
  const allowed = ({ readers, speakers }: Memo, act: DeskAct, personId: string) =>
    (act === 'discuss' ? speakers : readers).includes(personId)
  const subjectOf = (one: Memo): Subject => ({
    kind: 'memo',
    id: one.id,
    ref: one.code,
    code: one.code,
    mayDiscuss: ({ actor }) => allowed(one, 'discuss', actor.personId),
  })
  return {
    kind: 'memo',
    async get(c: Context, ref, act) {
      const one = memos.find(({ code }) => code === ref)
      if (one === undefined || !allowed(one, 'readTalk', c.actor.personId)) throw notFound('memo')
      if (!allowed(one, act, c.actor.personId)) throw new Refusal('forbidden', { act }, { status: 403 })
      return subjectOf(one)
    },
    hrefOf: (ref) => `/to-trinh/${ref}`,
    readable: ({ actor }) => {
      const seen = memos.filter((one) => one.readers.includes(actor.personId))
      const list = (of: (one: Memo) => string) => sql`${seen.map(of)}::text[]`
      return sql`select id::uuid as id, code, title, false as illustrative
        from unnest(${list(({ id }) => id)}, ${list(({ code }) => code)}, ${list(({ title }) => title)})
          as memo (id, code, title)`
    },
    peopleAround: (id) => {
      const people = memos.find((one) => one.id === id)?.speakers ?? []
      return sql`select person_id from unnest(${people}::uuid[]) as speaker (person_id)`
    },
    hearersOf: async (_c, id) => memos.find((one) => one.id === id)?.hearers ?? [],
  }
}
