import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestPersonName } from '../organisation/testing/organisation.ts'
import { useTestDatabase } from '../platform/testing/database.ts'
import { openProduct, type ProductGround } from './testing/product-ground.ts'
import { TypedClient } from './testing/typed-client.ts'

/**
 * One work's whole life by a client whose types come from the description alone: what it sends and reads is checked by the
 * compiler, and every id that it names it has read from the API before.
 */

const database = useTestDatabase()
let ground: ProductGround
let api: TypedClient

beforeAll(async () => {
  ground = await openProduct(database)
  api = await TypedClient.open(ground.app)
})
afterAll(() => ground.app.close())

const on = (day: string) => database.db.updateTable('installation').set({ today_override: day }).execute()

const [owner, appraiser, decider, office] = ['tu-ky', 'tuyen-giao', 'thuong-vu', 'van-phong'] as const
const by = (name: TestPersonName) => api.as(name)

test('a work lives from its draft to its accepted result', async () => {
  await on('2022-01-20')
  const { themes, windows } = await by(owner).call('programme.read', { path: { year: '2022' } })
  expect(windows.map(({ tier }) => tier)).toContain('district')
  const made = await by(owner).call('work.register', {
    body: {
      year: 2022,
      ownerKind: 'collective',
      title: 'Xây dựng vùng sản xuất nông nghiệp hữu cơ',
      rationale: 'Sản xuất còn nhỏ lẻ.',
      baseline: 'Chưa có vùng nào.',
      product: 'Vùng sản xuất có văn bản công nhận.',
      resources: 'Ngân sách huyện.',
      risks: 'Thời tiết.',
      proof: 'Văn bản công nhận.',
      minutesReference: 'Biên bản 05-BB/HU ngày 10/01/2022',
      dueOn: '2022-12-15',
      themeGroupId: themes[0]?.id ?? null,
      targets: [
        {
          measure: 'Số vùng được công nhận',
          unit: 'vùng',
          operator: 'gte',
          value: 1,
          recognitionRequired: true,
          recognitionBy: 'Sở Nông nghiệp (minh hoạ)',
        },
      ],
      steps: [{ name: 'Quy hoạch vùng', dueOn: '2022-04-30' }],
    },
  })
  let { ref } = made
  const read = (name: TestPersonName = owner) => by(name).call('work.read', { path: { ref } })

  await on('2022-02-10')
  const submitted = await by(owner).call('work.submit', { path: { ref }, body: { version: made.version } })
  ref = submitted.code

  await on('2022-03-01')
  const { items: queue } = await by(appraiser).call('appraisal.queue', { query: { part: 'to_open' } })
  const waiting = queue.find((one) => one.ref === ref)
  await by(appraiser).call('work.open_appraisal', { path: { ref }, body: { version: waiting?.version ?? 0 } })
  await by(appraiser).call('work.appraise', {
    path: { ref },
    body: {
      version: (await read(appraiser)).version,
      scores: {
        fits_theme: 2,
        breakthrough: 2,
        specific: 2,
        finishable: 2,
        within_power: 2,
        resources: 2,
        not_duplicate: 2,
        proof_defined: 2,
        no_secret: 2,
      },
      outcome: 'approve',
    },
  })

  await on('2022-03-10')
  for (const [number, action] of [
    ['950-QĐ/TU', 'approve'],
    ['951-QĐ/TU', 'assign'],
  ] as const) {
    const { decisionId } = await by(decider).call('decision.record', {
      body: { year: 2022, issuer: 'btv-tinh-uy', number, decidedOn: '2022-03-10', items: [{ ref, action }] },
    })
    const { items } = await by(decider).call('decision.read', { path: { id: decisionId } })
    expect(items.map(({ code }) => code)).toEqual([ref])
  }

  await on('2022-04-02')
  const assigned = await read()
  expect(assigned.state).toBe('assigned')
  const [target] = assigned.targets
  const [step] = assigned.steps
  await by(owner).call('work.report', {
    path: { ref },
    body: {
      version: assigned.version,
      period: 'q1',
      reportedOn: '2022-04-02',
      content: 'Đã xây xong một vùng.',
      values: [{ targetId: target?.id ?? '', value: 1 }],
      steps: [{ stepId: step?.id ?? '', doneOn: '2022-04-01' }],
    },
  })
  expect((await read()).steps[0]?.doneOn).toBe('2022-04-01')

  const content = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  )
  const uploadId = await ground.upload(owner, { fileName: 'anh.png', content })
  await by(owner).call('evidence.offer', {
    path: { ref },
    body: {
      version: (await read()).version,
      kind: 'recognition',
      title: 'Quyết định công nhận vùng 1',
      targetId: target?.id ?? null,
      effectiveOn: '2022-04-02',
      uploadId,
      recognition: {
        authority: 'Sở Nông nghiệp (minh hoạ)',
        competence: 'Công nhận vùng sản xuất',
        number: '15/QĐ',
        recognisedOn: '2022-04-02',
        quantity: 1,
      },
    },
  })
  const evidenceId = (await read(office)).evidence?.[0]?.id ?? ''
  const file = await ground.ask(office, { url: `/api/v1/works/${ref}/evidence/${evidenceId}/file` })
  expect(file.rawPayload.equals(content)).toBe(true)
  await by(office).call('evidence.judge', { path: { ref, evidenceId }, body: { outcome: 'accept' } })

  await on('2022-06-01')
  const { items: acts } = await by(owner).call('work.acts', { path: { ref } })
  expect(acts.find(({ name }) => name === 'report_completion')).toMatchObject({ open: true, blockers: [] })
  await by(owner).call('work.report_completion', {
    path: { ref },
    body: { version: (await read()).version, workDoneOn: '2022-05-30', content: 'Hoàn thành.' },
  })
  await by(office).call('work.check_completion', {
    path: { ref },
    body: { version: (await read(office)).version, comment: 'Đã đối chiếu.' },
  })
  await by(decider).call('work.decide_completion', {
    path: { ref },
    body: { version: (await read(decider)).version, outcome: 'accept', document: 'Thông báo 20-TB/TU' },
  })
  const done = await read()
  expect([done.state, done.workDoneOn, done.targets[0]?.met]).toEqual(['completed', '2022-05-30', 'met'])

  const { items: news } = await by(owner).call('news.list', {})
  expect(Array.isArray(news)).toBe(true)
})
