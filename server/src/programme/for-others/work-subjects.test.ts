import { expect, test } from 'vitest'
import type { Username } from '../../demonstration/accounts.ts'
import { asAccount, useDemonstration } from '../../demonstration/testing.ts'
import { listNotices } from '../../office/news/notices.ts'
import { listComments } from '../../office/talk/comments.ts'
import { peopleAround } from '../../office/talk/discussants.ts'
import { tellCommented } from '../../office/talk/tell-commented.ts'
import type { PublishedEvent } from '../../platform/jobs/events.ts'
import { Refusal } from '../../platform/refusal.ts'
import { workSubjects, workTalk } from './work-subjects.ts'

const { comment, withdraw } = workTalk

const database = useDemonstration()

/** A work of the district that the province assigned: its owner and its assigner may both speak. */
const ref = '2022-tu-ky-001'

const personOf = async (username: Username) => asAccount(database, username, async (c) => c.actor.personId)

const say = (username: Username, text: string, named: readonly string[] = []) =>
  asAccount(database, username, (c) => comment.run(c, { ref, text, named: [...named] }))

async function told(): Promise<void> {
  const events = await database.db
    .selectFrom('outbox')
    .select(['id', 'event', 'payload'])
    .where('event', '=', 'comment.added')
    .execute()
  for (const event of events)
    await asAccount(database, 'van-phong', (c) =>
      tellCommented([workSubjects]).handle(c, event as PublishedEvent),
    )
}

const newsOf = (username: Username) =>
  asAccount(database, username, async (c) =>
    (await listNotices(c, [workSubjects])).items.map(({ kind }) => kind),
  )

test('what is said is read by those who may see the proof, the latest first, and its author may take it back', async () => {
  await say('btv-tu-ky', 'Vùng thứ hai đã đủ hồ sơ.')
  const { id } = await say('van-phong', 'Đề nghị gửi biên bản.\nTrước ngày 30/5.')
  const read = await asAccount(database, 'kiem-tra', (c) => listComments(c, workSubjects, ref))
  expect(read.items.map(({ text }) => text)).toEqual([
    'Đề nghị gửi biên bản.\nTrước ngày 30/5.',
    'Vùng thứ hai đã đủ hồ sơ.',
  ])
  expect(read.items.every(({ mine }) => !mine)).toBe(true)

  await expect(
    asAccount(database, 'btv-tu-ky', (c) => withdraw.run(c, { ref, commentId: id })),
  ).rejects.toThrow(Refusal)
  await asAccount(database, 'van-phong', (c) => withdraw.run(c, { ref, commentId: id }))
  const after = await asAccount(database, 'btv-tu-ky', (c) => listComments(c, workSubjects, ref))
  expect(after.items[0]?.text).toBeNull()
  expect(after.total).toBe(read.total - 1)
})

test('a mentioned person gets one notice, and the author none', async () => {
  const before = await newsOf('van-phong')
  await say('btv-tu-ky', 'Xin ý kiến Văn phòng.', [await personOf('van-phong'), await personOf('btv-tu-ky')])
  await told()
  await told()
  const after = await newsOf('van-phong')
  expect(after.filter((kind) => kind === 'comment_named')).toHaveLength(
    before.filter((kind) => kind === 'comment_named').length + 1,
  )
  expect(await newsOf('btv-tu-ky')).not.toContain('comment_named')
})

test('nobody is called to a work that they may not see, and then nothing is said', async () => {
  const count = async () =>
    (await asAccount(database, 'van-phong', (c) => listComments(c, workSubjects, ref))).total
  const before = await count()
  const refused = await say('btv-tu-ky', 'Kính chuyển.', [await personOf('so-tttt')]).catch((error) => error)
  expect(refused).toBeInstanceOf(Refusal)
  expect(refused.code).toBe('named_may_not_see')
  expect(await count()).toBe(before)
})

test.each<[Username, string]>([
  ['quan-tri', 'forbidden'],
  ['kiem-tra', 'forbidden'],
  ['so-tttt', 'not_found'],
])('%s may not speak of it: %s', async (username, code) => {
  await expect(say(username, 'Tôi xin hỏi.')).rejects.toMatchObject({ code })
})

test('the technical administrator reads no discussion', async () => {
  await expect(
    asAccount(database, 'quan-tri', (c) => listComments(c, workSubjects, ref)),
  ).rejects.toMatchObject({
    code: 'forbidden',
  })
})

test('those around a work can be called; the one who asks is not among them', async () => {
  await asAccount(database, 'van-phong', async (c) => {
    const around = await peopleAround(c, workSubjects, await workSubjects.get(c, ref, 'discuss'))
    const ids = around.map(({ personId }) => personId)
    expect(ids).toContain(await personOf('btv-tu-ky'))
    expect(ids).not.toContain(c.actor.personId)
    expect(around.every(({ post }) => post !== '')).toBe(true)
  })
})

test('what is said leaves its entry in the record', async () => {
  const { id } = await say('btv-tu-ky', 'Đã gửi.')
  const entry = await database.db
    .selectFrom('audit_entry')
    .select('action')
    .where('object_id', '=', id)
    .executeTakeFirst()
  expect(entry).toEqual({ action: 'comment.add' })
})
