import { simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { useDemonstration } from '../demonstration/testing.ts'
import { readConfig } from '../platform/config/config.ts'
import { openMailer } from '../platform/outward/mail.ts'
import { testBlobs, testSecretKeys } from '../platform/testing/database.ts'
import { composeSystem } from './compose.tsx'
import { sendDigests } from './digest.ts'
import { worklists } from './my-work.tsx'

const database = useDemonstration()

interface Received {
  readonly to: string
  readonly subject: string
  readonly text: string
}
const received: Received[] = []
let refuses = false
const smtp = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onRcptTo: (_address, _session, done) => done(refuses ? new Error('mailbox is full') : null),
  onData(stream, session, done) {
    simpleParser(stream).then((mail) => {
      received.push({
        to: session.envelope.rcptTo.map(({ address }) => address).join(),
        subject: mail.subject ?? '',
        text: mail.text ?? '',
      })
      done()
    }, done)
  },
})
let port = 0
let now = new Date('2026-11-25T00:10:00Z')

beforeAll(async () => {
  await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve))
  const address = smtp.server.address()
  port = typeof address === 'object' && address !== null ? address.port : 0
})
afterAll(() => new Promise<void>((resolve) => smtp.close(resolve)))

beforeEach(async () => {
  received.length = 0
  refuses = false
  await database.db.deleteFrom('digest_letter').execute()
  await database.db.updateTable('account').set({ digest: false, mail_address: null }).execute()
})

const want = (username: string, language: 'vi' | 'en' = 'vi') =>
  database.db
    .updateTable('account')
    .set({ digest: true, mail_address: `${username}@hai-duong.example`, language })
    .where('username', '=', username)
    .execute()

async function morning() {
  const config = readConfig({
    SMTP_URL: `smtp://127.0.0.1:${port}`,
    MAIL_FROM: 'Đột Phá <dotpha@hai-duong.example>',
    LOG_LEVEL: 'silent',
  })
  const mailer = openMailer(config)
  if (mailer === null) throw new Error('a mail server is named')
  const system = composeSystem({
    config,
    database: database.db,
    blobs: testBlobs,
    secretKeys: testSecretKeys,
    clock: { now: () => now },
  })
  try {
    return await sendDigests({ system, mailer, worklists, publicUrl: 'https://dotpha.hai-duong.example' })
  } finally {
    mailer.close()
  }
}

test('users who opted in get one email a day with what waits for them, and links to it', async () => {
  await want('van-phong')
  expect(await morning()).toEqual({ sent: 1, quiet: 0, failed: 0 })
  expect(await morning()).toEqual({ sent: 0, quiet: 0, failed: 0 })
  expect(received).toHaveLength(1)
  const [letter] = received
  expect(letter?.to).toBe('van-phong@hai-duong.example')
  expect(letter?.subject).toMatch(/^Đột Phá: [\d.]+ mục chờ anh\/chị ngày 25\/11\/2026$/)
  expect(letter?.text).toContain('Kính gửi Cán bộ minh hoạ Văn Phòng,')
  expect(letter?.text).toMatch(/https:\/\/dotpha\.hai-duong\.example\/cong-viec\/2022-/)
  now = new Date('2026-11-26T00:10:00Z')
  expect(await morning()).toMatchObject({ sent: 1 })
})

test('it is written in the language of its reader', async () => {
  await want('btv-tu-ky', 'en')
  await morning()
  expect(received[0]?.subject).toMatch(/things wait for you/)
})

test('who has nothing waiting, does not want it, or may no longer sign in gets none', async () => {
  await want('quan-tri')
  await want('thuong-vu')
  await database.db
    .updateTable('account')
    .set({ disabled_at: new Date() })
    .where('username', '=', 'thuong-vu')
    .execute()
  expect(await morning()).toEqual({ sent: 0, quiet: 1, failed: 0 })
  expect(received).toEqual([])
  await database.db.updateTable('account').set({ disabled_at: null }).execute()
})

test('a letter says nothing that its reader may not see', async () => {
  await want('tu-ky')
  await morning()
  const hidden = await database.db
    .selectFrom('work')
    .innerJoin('unit', 'unit.id', 'work.custodian_unit_id')
    .select('work.code')
    .where('unit.code', '=', 'so-tttt')
    .execute()
  expect(hidden.length).toBeGreaterThan(0)
  for (const { code } of hidden) expect(received[0]?.text).not.toContain(String(code))
})

test('a letter that the mail server refuses is tried again, and sent once', async () => {
  await want('van-phong')
  refuses = true
  expect(await morning()).toEqual({ sent: 0, quiet: 0, failed: 1 })
  const row = await database.db.selectFrom('digest_letter').select(['failure', 'sent_at']).executeTakeFirst()
  expect(row?.failure).toContain('mailbox is full')
  expect(row?.sent_at).toBeNull()
  refuses = false
  expect(await morning()).toEqual({ sent: 1, quiet: 0, failed: 0 })
  expect(received).toHaveLength(1)
})

test('two servers at once write one letter', async () => {
  await want('van-phong')
  const [one, other] = await Promise.all([morning(), morning()])
  expect(one.sent + other.sent).toBe(1)
  expect(received).toHaveLength(1)
})
