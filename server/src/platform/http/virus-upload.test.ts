import { mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { h } from 'preact'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { type Clamd, hasClamd, infectedPdf, startClamd } from '../antivirus/testing-clamd.ts'
import { openVirusScanner, type VirusScanner } from '../antivirus/virus-scanner.ts'
import { FolderBlobStore } from '../files/blobs.ts'
import { useTestDatabase } from '../testing/database.ts'
import { testServer, testSystem } from '../testing/server.ts'
import { id, many, text } from './fields.ts'
import { endpoint, formRoute, page } from './route.ts'
import { knowing, visitor } from './testing-visitors.ts'

const database = useTestDatabase()
const folder = mkdtempSync(join(tmpdir(), 'dotpha-virus-upload-'))
const an = visitor('an')
const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n')
const upload = z.object({
  uploadId: z.string(),
  fileName: z.string(),
  mediaType: z.string(),
  sizeBytes: z.number(),
})

const act = endpoint({
  name: 'paper.file',
  input: z.strictObject({ title: text(50), files: many(id(), 5) }),
  run: async (_c, { files }) => ({ count: files.length }),
})

function serverWith(virusScanner?: VirusScanner): Promise<FastifyInstance> {
  const parts = { identify: knowing(an), blobs: new FolderBlobStore(folder) }
  const system = testSystem(database, virusScanner === undefined ? parts : { ...parts, virusScanner })
  return testServer(system, [
    formRoute({
      path: '/nop-tep',
      takesFiles: true,
      endpoint: act,
      show: async (_c, state) => page('Nộp tệp', h('pre', null, JSON.stringify(state))),
      done: ({ count }) => `/xong?so=${count}`,
      told: 'http.401',
    }),
    { kind: 'api-upload', path: '/uploads', name: 'file.upload', output: upload },
  ])
}

function send(app: FastifyInstance, url: string, ...files: readonly Buffer[]) {
  const part = (head: string, content: Buffer | string) => [
    Buffer.from(`--ranh-gioi\r\nContent-Disposition: form-data; ${head}\r\n\r\n`),
    Buffer.from(content),
    Buffer.from('\r\n'),
  ]
  const payload = Buffer.concat([
    ...part('name="title"', 'Đề án'),
    ...files.flatMap((file, at) => part(`name="files[]"; filename="tep-${at}.pdf"`, file)),
    Buffer.from('--ranh-gioi--\r\n'),
  ])
  const headers = {
    'x-visitor': 'an',
    'sec-fetch-site': 'same-origin',
    'content-type': 'multipart/form-data; boundary=ranh-gioi',
  }
  return app.inject({ method: 'POST', url, headers, payload })
}

const lastScan = () =>
  database.db
    .selectFrom('upload_scan')
    .select(['virus_scan as scan', 'virus_engine as engine'])
    .orderBy('upload_id', 'desc')
    .executeTakeFirst()
const stored = () =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile()).length

test('where no scanner is set, the record of a file says that it was not scanned', async () => {
  const app = await serverWith()
  expect((await send(app, '/api/v1/uploads', pdf)).statusCode).toBe(201)
  expect(await lastScan()).toEqual({ scan: 'not_scanned', engine: null })
  await app.close()
})

test('what was said of a file cannot be made better afterwards by the server', async () => {
  const scan = await database.db.selectFrom('upload_scan').select('upload_id').executeTakeFirstOrThrow()
  const lie = database.db
    .updateTable('upload_scan')
    .set({ virus_scan: 'nothing_found', virus_engine: 'ClamAV' })
    .where('upload_id', '=', scan.upload_id)
    .execute()
  await expect(lie).rejects.toMatchObject({ code: '42501' })
})

describe.runIf(hasClamd)('with the real clamd', () => {
  let clamd: Clamd
  let app: FastifyInstance
  beforeAll(async () => {
    clamd = await startClamd()
    const settings = { clamd: { address: { path: clamd.socket }, whenAway: 'refuse' } } as const
    app = await serverWith(openVirusScanner(settings, { warn: () => undefined }))
  })
  afterAll(async () => {
    await app.close()
    await clamd.remove()
  })

  test('a file with a virus is refused with a message, not stored, and its hash is logged', async () => {
    const before = stored()
    const answer = await send(app, '/nop-tep', infectedPdf)
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toMatch(/mã độc \(DotPha\.Eicar\.UNOFFICIAL\).*quét máy tính/)
    expect(stored()).toBe(before)
    const entry = await database.db
      .selectFrom('audit_entry')
      .innerJoin('audit_payload', 'audit_payload.entry_id', 'audit_entry.id')
      .select(['action', 'outcome', 'account_id', 'payload'])
      .where('action', '=', 'virus.stop')
      .orderBy('audit_entry.id', 'desc')
      .executeTakeFirstOrThrow()
    expect(entry).toMatchObject({ outcome: 'refused', account_id: an.accountId })
    expect(JSON.parse(entry.payload)).toMatchObject({
      act: 'paper.file',
      field: 'files[]',
      virus: 'DotPha.Eicar.UNOFFICIAL',
      virusEngine: expect.stringMatching(/^ClamAV/),
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      sizeBytes: infectedPdf.length,
    })
  })

  test('a sound file next to it is kept for the form, with the engine that found nothing', async () => {
    const answer = await send(app, '/nop-tep', infectedPdf, pdf)
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('tep-1.pdf')
    expect(answer.body).not.toContain('tep-0.pdf')
    expect(await lastScan()).toEqual({
      scan: 'nothing_found',
      engine: expect.stringMatching(/^ClamAV \d/),
    })
  })

  test('a machine that sends one gets a stable code', async () => {
    const answer = await send(app, '/api/v1/uploads', infectedPdf)
    expect(answer.statusCode).toBe(422)
    expect(answer.json()).toMatchObject({ code: 'virus_found' })
  })

  test('while the scanner is away no file is taken', async () => {
    await clamd.stop()
    const before = stored()
    const answer = await send(app, '/api/v1/uploads', Buffer.concat([pdf, Buffer.from('khác')]))
    expect(answer.statusCode).toBe(503)
    expect(answer.json()).toMatchObject({ code: 'virus_scan_away' })
    expect(stored()).toBe(before)
  })
})
