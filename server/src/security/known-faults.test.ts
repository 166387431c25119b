import { beforeAll, beforeEach, expect, test } from 'vitest'
import {
  seedTestOrganisation,
  type TestOrganisation,
  type TestPersonName,
  type TestUnitName,
} from '../organisation/testing/organisation.ts'
import { TestRecord } from '../platform/audit/testing.ts'
import type { Actor } from '../platform/context.ts'
import { asActor, testNow, useTestDatabase } from '../platform/testing/database.ts'
import { acknowledgeFaultEndpoint, confirmFaultEndpoint, listFaults, rememberFaults } from './known-faults.ts'

const database = useTestDatabase()
const record = new TestRecord(database)
let organisation: TestOrganisation
let fingerprint: string

beforeAll(async () => {
  organisation = await seedTestOrganisation(database)
})
/** One entry was changed, `dotpha audit verify` found it and kept what it found. */
beforeEach(async () => {
  await record.tamper('delete from audit_fault')
  await record.begin()
  await record.tamper("update audit_entry set action = 'thing.undone' where object_id = 'e6'")
  const { faults } = await record.verify('without roots')
  await rememberFaults(database.db, faults, testNow)
  await rememberFaults(database.db, faults, testNow)
  fingerprint = faults[0]?.fingerprint ?? ''
})

const holding = (name: TestPersonName, role: string, unit: TestUnitName = 'tinh-uy'): Actor => ({
  ...organisation.actorFor(name),
  grants: [{ role, unitId: organisation.unit[unit], system: null }],
})
const as = (actor: Actor, act: Parameters<typeof asActor>[3]) => asActor(database, actor, '2026-11-24', act)
const acknowledge = (actor: Actor) =>
  as(actor, (c) => acknowledgeFaultEndpoint.run(c, { fingerprint, reason: 'biên bản số 12' }))
const confirm = (actor: Actor) => as(actor, (c) => confirmFaultEndpoint.run(c, { fingerprint }))
const sealed = async () => {
  await record.seal()
  const verdict = await record.verify('without roots')
  expect(await record.judgeApart('without roots')).toEqual(verdict)
  return verdict
}

test('what was found is shown once, to those whose scope nothing stands above', async () => {
  const { items, mayConfirm } = (await as(holding('van-phong', 'inspector'), (c) =>
    listFaults(c),
  )) as Awaited<ReturnType<typeof listFaults>>
  expect(items).toMatchObject([{ code: 'entry_changed', seq: 6, fingerprint, acknowledgedBy: null }])
  expect(mayConfirm).toBe(true)
  for (const actor of [holding('van-phong', 'decider'), holding('tu-ky', 'inspector', 'tu-ky')])
    await expect(as(actor, (c) => listFaults(c))).rejects.toMatchObject({ code: 'forbidden' })
})

test('two people acknowledge a fault, and the verification goes by what the record says of it', async () => {
  await acknowledge(holding('quan-tri', 'system-admin'))
  expect(await sealed()).toMatchObject({ ok: false, faults: [{ acknowledged: false }] })
  await confirm(holding('van-phong', 'inspector'))
  expect(await sealed()).toMatchObject({ ok: true, faults: [{ code: 'entry_changed', acknowledged: true }] })
  await expect(acknowledge(holding('van-phong', 'inspector'))).rejects.toMatchObject({
    code: 'fault_acknowledged',
  })
  await expect(confirm(holding('van-phong', 'inspector'))).rejects.toMatchObject({ code: 'fault_confirmed' })
})

test('nobody is the second of themselves, or of whom they stand in for', async () => {
  const first = holding('van-phong', 'inspector')
  await expect(confirm(first)).rejects.toMatchObject({ code: 'fault_not_acknowledged' })
  await acknowledge(first)
  const deputy = {
    ...holding('tu-ky', 'inspector'),
    standsFor: { standInId: 'x', personId: first.personId, personName: '', ownUnitIds: [] },
  }
  for (const actor of [first, deputy])
    await expect(confirm(actor)).rejects.toMatchObject({ code: 'same_person_may_not_confirm' })
  expect(await sealed()).toMatchObject({ ok: false })
})

test('those who run the installation cannot agree among themselves', async () => {
  await acknowledge(holding('quan-tri', 'system-admin'))
  await expect(confirm(holding('tu-ky', 'system-admin'))).rejects.toMatchObject({ code: 'forbidden' })
})

test('a row that was written by SQL acknowledges nothing', async () => {
  await record.tamper(`update audit_fault set reason = 'x', acknowledged_at = now(), confirmed_at = now(),
    acknowledged_by_person_id = null`)
  expect(await sealed()).toMatchObject({ ok: false, faults: [{ acknowledged: false }] })
})

test('hundreds of faults are listed page by page, each once', async () => {
  const faults = Array.from({ length: 450 }, (_, at) => ({
    code: 'entry_changed' as const,
    seq: at,
    entryId: null,
    batch: null,
    fingerprint: at.toString(16).padStart(64, '0'),
    acknowledged: false,
  }))
  await rememberFaults(database.db, faults.slice(0, 200), testNow)
  await rememberFaults(database.db, faults.slice(200), new Date(testNow.getTime() + 1000))
  const seen: string[] = []
  let cursor: string | null = null
  do {
    const page = (await as(holding('van-phong', 'inspector'), (c) =>
      listFaults(c, { cursor, limit: 100 }),
    )) as Awaited<ReturnType<typeof listFaults>>
    expect(page.items.length).toBeLessThanOrEqual(100)
    seen.push(...page.items.map((row) => row.fingerprint))
    cursor = page.next
  } while (cursor !== null)
  expect(seen).toHaveLength(451)
  expect(new Set(seen).size).toBe(451)
  expect(seen[0]).toBe(faults[200]?.fingerprint)
})
