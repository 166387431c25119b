import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { TestRecord } from '../audit/testing.ts'
import { visitor } from '../http/testing-visitors.ts'
import { newId } from '../id.ts'
import { asActor, testNow, useTestDatabase } from '../testing/database.ts'
import { requireRoomForUpload, type WaitingLimits } from './waiting-uploads.ts'

const database = useTestDatabase()
const owner = new TestRecord(database)
const [an, binh] = [visitor('an'), visitor('binh')]

/** A file of this size, uploaded by an account. */
async function handIn(accountId: string, bytes: number): Promise<string> {
  const id = newId()
  const sha256 = createHash('sha256').update(id).digest('hex')
  const blob = 'insert into blob (sha256, size_bytes, media_type, stored_at) values ($1, $2, $3, $4)'
  await owner.tamper(blob, [sha256, bytes, 'application/pdf', testNow])
  const upload =
    'insert into upload (id, sha256, file_name, uploaded_by, uploaded_at) values ($1, $2, $3, $4, $5)'
  await owner.tamper(upload, [id, sha256, 'a.pdf', accountId, testNow])
  return id
}

const room = (actor: typeof an, limits: WaitingLimits) =>
  asActor(database, actor, '2026-11-24', (c) => requireRoomForUpload(c, limits))
const full = { code: 'upload_quota_full', status: 413 }

test('an account with too many pending files, by number or bytes, cannot upload more until one is attached', async () => {
  const first = await handIn(an.accountId, 600_000)
  await room(an, { files: 2, bytes: 1_000_000 })
  await handIn(an.accountId, 600_000)
  await expect(room(an, { files: 2, bytes: 5_000_000 })).rejects.toMatchObject(full)
  await expect(room(an, { files: 9, bytes: 1_000_000 })).rejects.toMatchObject(full)
  // // The quota of other accounts is not affected.
  await room(binh, { files: 1, bytes: 1 })

  await owner.tamper(
    `insert into evidence (id, work_id, kind, title, upload_id, effective_on, offered_at)
     values ($1, $2, 'document', 'x', $3, '2026-01-01', $4)`,
    [newId(), newId(), first, testNow],
  )
  await room(an, { files: 2, bytes: 1_000_000 })
})
