import { beforeAll, expect, test } from 'vitest'
import { seedTestAccounts } from '../identity/testing/accounts.ts'
import {
  seedTestOrganisation,
  type TestOrganisation,
  type TestPersonName,
} from '../organisation/testing/organisation.ts'
import type { Context } from '../platform/context.ts'
import { newId } from '../platform/id.ts'
import type { PublishedEvent } from '../platform/jobs/events.ts'
import { Refusal } from '../platform/refusal.ts'
import { asActor, asNobody, useTestDatabase } from '../platform/testing/database.ts'
import { keepNotices } from './news/keep-notices.ts'
import { countUnread, listNotices, readNews } from './news/notices.ts'
import type { SubjectKind } from './subject.ts'
import { talkAbout } from './talk/comment.ts'
import { commentIdsOf, countComments, listComments } from './talk/comments.ts'
import { peopleAround } from './talk/discussants.ts'
import { tellCommented } from './talk/tell-commented.ts'
import { type Memo, memo, memoKind } from './testing/memos.ts'

const database = useTestDatabase()
let organisation: TestOrganisation
let kind: SubjectKind
let open: Memo
let closed: Memo

const as = <T>(name: TestPersonName, act: (c: Context) => Promise<T>) =>
  asActor(database, organisation.actorFor(name), '2022-05-18', act)

/** Things of a slice that does not exist: one for four people, one for two of them. */
beforeAll(async () => {
  organisation = await seedTestOrganisation(database)
  await seedTestAccounts(database, organisation)
  const ids = (...names: TestPersonName[]) => names.map((name) => organisation.person[name])
  open = memo('01/TTr', {
    readers: ids('van-phong', 'tu-ky', 'an-minh', 'kiem-tra'),
    speakers: ids('van-phong', 'tu-ky', 'an-minh'),
    hearers: ids('an-minh'),
  })
  closed = memo('02/TTr', {
    readers: ids('van-phong', 'tu-ky'),
    speakers: ids('van-phong', 'tu-ky'),
    hearers: ids('van-phong'),
  })
  kind = memoKind([open, closed])
})

const say = (name: TestPersonName, one: Memo, text: string, ...named: TestPersonName[]) =>
  as(name, (c) =>
    talkAbout(kind).comment.run(c, {
      ref: one.code,
      text,
      named: named.map((other) => organisation.person[other]),
    }),
  )

async function tellAll(): Promise<void> {
  const events = await database.db
    .selectFrom('outbox')
    .select(['id', 'event', 'payload'])
    .where('event', '=', 'comment.added')
    .orderBy('id')
    .execute()
  for (const event of events)
    await asNobody(database, (c) => tellCommented([kind]).handle(c, event as PublishedEvent))
}

const newsOf = (name: TestPersonName) => as(name, async (c) => (await listNotices(c, [kind])).items)

test('a thing of any kind is discussed by those whom its slice lets, and each discussion is its own', async () => {
  await say('tu-ky', open, 'Đã gửi hồ sơ.')
  const { id } = await say('van-phong', open, 'Đề nghị bổ sung.')
  await say('van-phong', closed, 'Chuyện khác.')
  const read = await as('kiem-tra', (c) => listComments(c, kind, open.code))
  expect(read.items.map(({ text }) => text)).toEqual(['Đề nghị bổ sung.', 'Đã gửi hồ sơ.'])

  await expect(say('kiem-tra', open, 'Tôi xin hỏi.')).rejects.toMatchObject({ code: 'forbidden' })
  await expect(say('an-minh', closed, 'Tôi xin hỏi.')).rejects.toMatchObject({ code: 'not_found' })
  const withdraw = (name: TestPersonName, one: Memo) =>
    as(name, (c) => talkAbout(kind).withdraw.run(c, { ref: one.code, commentId: id }))
  await expect(withdraw('tu-ky', open)).rejects.toThrow(Refusal)
  await expect(withdraw('van-phong', closed)).rejects.toThrow(Refusal)
  await withdraw('van-phong', open)
  expect(await as('tu-ky', (c) => countComments(c, { kind: 'memo', id: open.id }))).toBe(1)
  expect(await as('tu-ky', (c) => countComments(c, { kind: 'work', id: open.id }))).toBe(0)
  expect(await as('tu-ky', (c) => commentIdsOf(c, { kind: 'memo', id: open.id }))).toHaveLength(2)
})

test('an act is on the record under the kind of the thing', async () => {
  const { id } = await say('tu-ky', open, 'Xin ý kiến.')
  const entry = await database.db
    .selectFrom('audit_entry')
    .innerJoin('audit_payload', 'audit_payload.entry_id', 'audit_entry.id')
    .select(['action', 'payload'])
    .where('object_id', '=', id)
    .executeTakeFirstOrThrow()
  expect(entry.action).toBe('comment.add')
  expect(JSON.parse(entry.payload)).toMatchObject({ memo: open.code, text: 'Xin ý kiến.' })
})

test('only those who may speak of it can be called, and its people can be picked from a list', async () => {
  await expect(say('tu-ky', closed, 'Kính chuyển.', 'an-minh')).rejects.toMatchObject({
    code: 'named_may_not_see',
  })
  const around = await as('tu-ky', async (c) =>
    peopleAround(c, kind, await kind.get(c, open.code, 'discuss')),
  )
  expect(around.map(({ personId }) => personId).sort()).toEqual(
    [organisation.person['van-phong'], organisation.person['an-minh']].sort(),
  )
})

test('people who are mentioned and followers are notified once, with the URL of the thing', async () => {
  await say('tu-ky', open, 'Mời Văn phòng cho ý kiến.', 'van-phong')
  await tellAll()
  const [called] = await newsOf('van-phong')
  expect(called).toMatchObject({
    kind: 'comment_named',
    subjectKind: 'memo',
    ref: open.code,
    title: open.title,
    href: '/to-trinh/01/TTr',
    isRead: false,
  })
  const heard = await newsOf('an-minh')
  expect(new Set(heard.map(({ kind }) => kind))).toEqual(new Set(['comment_added']))
  await tellAll()
  expect(await newsOf('an-minh')).toHaveLength(heard.length)
})

test('notices about a thing that the person cannot see, or of an unknown kind, are not shown and not counted', async () => {
  const before = (await newsOf('kiem-tra')).length
  const tell = (subject: { kind: string; id: string }) =>
    asNobody(database, (c) =>
      keepNotices(c, newId(), [{ personId: organisation.person['kiem-tra'], kind: 'reminded', subject }]),
    )
  await tell({ kind: 'memo', id: closed.id })
  await tell({ kind: 'ghost', id: open.id })
  expect(await newsOf('kiem-tra')).toHaveLength(before)
  await tell({ kind: 'memo', id: open.id })
  expect(await as('kiem-tra', (c) => countUnread(c, [kind]))).toBe(before + 1)
  expect(await as('kiem-tra', (c) => countUnread(c, []))).toBe(0)
})

test('what was read is read for its reader alone', async () => {
  const subject = { kind: 'memo', id: open.id }
  const personIds = [organisation.person['tu-ky'], organisation.person['an-minh']]
  await asNobody(database, (c) =>
    keepNotices(
      c,
      newId(),
      personIds.map((personId) => ({ personId, kind: 'reminded', subject })),
    ),
  )
  const others = await as('an-minh', (c) => countUnread(c, [kind]))
  await as('tu-ky', (c) => readNews.run(c, { until: null }))
  expect(await as('tu-ky', (c) => countUnread(c, [kind]))).toBe(0)
  expect(await as('an-minh', (c) => countUnread(c, [kind]))).toBe(others)
})
