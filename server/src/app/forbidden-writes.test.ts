import { readdir } from 'node:fs/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { FolderBlobStore } from '../platform/files/blobs.ts'
import { discardWaitingUploads, waitingDays } from '../platform/files/waiting-uploads.ts'
import { newId } from '../platform/id.ts'
import { asNobody, useTestDatabase } from '../platform/testing/database.ts'
import { registerWork } from '../programme/registration/save-draft.ts'
import { registrationInput } from '../programme/testing/ground.ts'
import { roadDays } from '../programme/testing/road.ts'
import { type Door, openProduct, type ProductGround } from './testing/product-ground.ts'

/** A user without permission leaves nothing behind, whatever the request contains: no row, no file. */

const database = useTestDatabase()
let ground: ProductGround
let ref: string

beforeAll(async () => {
  ground = await openProduct(database)
  ref = (
    await ground.road.do<{ id: string }>({
      by: 'tu-ky',
      on: roadDays.register,
      endpoint: registerWork,
      input: registrationInput(ground.programme, {}),
    })
  ).id
  ground.give('van-phong+read', ground.programme.organisation.actorFor('van-phong').grants, ['read'])
  ground.letRead('van-phong+emergency', {
    accessId: newId(),
    objectKind: 'work',
    objectId: ref,
    objectLabel: 'một việc',
    endsAt: new Date(ground.clock.now().getTime() + 600_000),
  })
  ground.give('chi-bo-cho+foreign', [])
})
afterAll(() => ground.app.close())

const fixed: Readonly<Record<string, () => string>> = {
  ref: () => ref,
  nam: () => '2022',
  year: () => '2022',
  so: () => '1',
  ord: () => '1',
  code: () => 'tu-ky',
  unit: () => 'tu-ky',
  username: () => 'an-minh',
}
const addressOf = ({ path }: Door) =>
  path.replace(/:(\w+)/g, (_, name: string) => fixed[name]?.() ?? '01900000-0000-7000-8000-000000000001')
const writings = () => ground.doors.filter(({ method }) => method !== 'GET')

let sent = 0
/** A sound PDF that nobody has sent before. */
const pdf = () => {
  sent += 1
  return Buffer.from(`%PDF-1.7\n% ${sent}\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n`)
}
const withFile = (as: string, door: Door) =>
  ground.send(as, addressOf(door), { fileName: 'a.pdf', content: pdf(), field: 'files[]' })

async function kept() {
  const tables = await sql<{ uploads: number; blobs: number; scans: number }>`select
    (select count(*)::int from upload) as uploads, (select count(*)::int from blob) as blobs,
    (select count(*)::int from upload_scan) as scans`.execute(database.db)
  const files = await readdir(ground.blobsFolder, { recursive: true, withFileTypes: true })
  return { ...tables.rows[0], files: files.filter((file) => file.isFile()).length }
}

describe('every writing address', () => {
  test.each(['van-phong+read', 'van-phong+emergency', 'chi-bo-cho+foreign'])(
    'refuses %s and keeps nothing of a file that comes along',
    async (as) => {
      expect(writings().length).toBeGreaterThan(100)
      let before = await kept()
      const wrong: string[] = []
      for (const door of writings()) {
        // An account without any right may hand in files of its own at the one address that is for that.
        if (as.endsWith('foreign') && door.route.kind === 'api-upload') continue
        const answer = await withFile(as, door)
        if (answer.statusCode < 400) wrong.push(`${door.method} ${door.path}: ${answer.statusCode}`)
        const now = await kept()
        if (JSON.stringify(now) !== JSON.stringify(before))
          wrong.push(`${door.method} ${door.path}: ${answer.statusCode} kept ${JSON.stringify(now)}`)
        before = now
      }
      expect(wrong).toEqual([])
    },
    120_000,
  )

  test('a token is refused at every page, also at those that end a session', async () => {
    const wrong: string[] = []
    for (const door of ground.doors.filter(({ path }) => !path.startsWith('/api/'))) {
      const asked = { method: door.method, url: addressOf(door) }
      const byToken = await ground.ask('van-phong+read', asked)
      const byHeader = await ground.ask(null, { ...asked, headers: { authorization: 'Bearer dp_x' } })
      for (const answer of [byToken, byHeader])
        if (answer.statusCode !== 403 || !answer.body.includes('/api/v1'))
          wrong.push(`${door.method} ${door.path}: ${answer.statusCode}`)
    }
    expect(wrong).toEqual([])
  })

  test('a form takes files if and only if it shows a field for them', async () => {
    const wrong: string[] = []
    for (const { route, path } of ground.doors.filter(({ route }) => route.kind === 'form')) {
      if (route.kind !== 'form') continue
      const { body } = await ground.ask('van-phong', { url: addressOf({ method: 'GET', path, route }) })
      if (body.includes('multipart/form-data') && route.takesFiles !== true) wrong.push(path)
    }
    expect(wrong).toEqual([])
  })
})

describe('a file that no paper took', () => {
  test('is removed after a week with its bytes, and one that waits shorter or is bound stays', async () => {
    const before = await kept()
    const content = pdf()
    const old = await ground.upload('tu-ky', { fileName: 'cu.pdf', content })
    const twin = await ground.upload('van-phong', { fileName: 'cung.pdf', content })
    const young = await ground.upload('tu-ky', { fileName: 'moi.pdf', content: pdf() })
    const bound = await ground.upload('tu-ky', { fileName: 'gan.pdf', content: pdf() })
    const daysAgo = (days: number) => new Date(ground.clock.now().getTime() - days * 86_400_000)
    const age = (id: string, days: number) =>
      database.db
        .updateTable('upload')
        .set({ uploaded_at: daysAgo(days) })
        .where('id', '=', id)
        .execute()
    await age(old, waitingDays + 1)
    await age(bound, waitingDays + 1)
    await keepInTyping('tu-ky', bound)
    const blobs = new FolderBlobStore(ground.blobsFolder)
    const upkeep = () => asNobody(database, (c) => discardWaitingUploads.run({ ...c, blobs }))
    await upkeep()
    const ids = async () =>
      (await database.db.selectFrom('upload').select('id').execute()).map(({ id }) => id)
    expect(await ids()).not.toContain(old)
    expect(await ids()).toEqual(expect.arrayContaining([twin, young, bound]))
    // Somebody else handed in the same bytes.
    expect((await kept()).files).toBe(before.files + 3)
    await age(twin, waitingDays + 1)
    await upkeep()
    expect((await kept()).files).toBe(before.files + 2)
    expect((await kept()).blobs).toBe(Number(before.blobs) + 2)
  })
})

/** A form that they have not finished yet names the file. */
async function keepInTyping(name: 'tu-ky', uploadId: string): Promise<void> {
  await database.db
    .insertInto('kept_typing')
    .values({
      account_id: ground.programme.organisation.actorFor(name).accountId,
      form: '/viec/moi',
      base_version: 0,
      window_key: 'cua-so-mot',
      revision: 1,
      fields: JSON.stringify([['filesKept[]', uploadId]]),
      saved_at: ground.clock.now(),
    })
    .execute()
}
