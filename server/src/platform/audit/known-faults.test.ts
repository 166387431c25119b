import { beforeEach, expect, test } from 'vitest'
import type { Actor } from '../context.ts'
import { testNow, useTestDatabase } from '../testing/database.ts'
import { type AuditPayload, audit } from './audit.ts'
import { acknowledgeAct, confirmAct, faultKind } from './faults.ts'
import { TestRecord } from './testing.ts'
import type { Verdict } from './verdict.ts'

const database = useTestDatabase()
const record = new TestRecord(database)

beforeEach(() => record.begin())

const minutes = (count: number) => new Date(testNow.getTime() + count * 60_000)
const threeDays = 3 * 24 * 60

const nobody = { accountId: null, holdingId: null, unitId: null } as const
const [binh, cuc, dung] = [1, 2, 3].map((at) => `01900000-0000-7000-8000-00000000000${at}`) as [
  string,
  string,
  string,
]

async function act(now: Date, action: string, id = 'x', by: Partial<Actor> = {}): Promise<void> {
  await database.db.transaction().execute(async (db) => {
    const actor = { ...nobody, ...by } as unknown as Actor
    const c = { db, now, actor, origin: { requestId: 'request', address: null } }
    await audit(c, action, { kind: faultKind, id }, {} satisfies AuditPayload)
  })
  await record.seal()
}

/** Both verifiers report the same. */
async function verdict(): Promise<Verdict> {
  const found = await record.verify('without roots')
  expect(await record.judgeApart('without roots')).toEqual(found)
  return found
}

/**
 * The clock goes three days back, one act, and forward again: a server without the clock check, or started without it.
 */
async function wrongClock(): Promise<string> {
  await act(minutes(20), 'thing.done')
  await act(minutes(20 - threeDays), 'thing.done')
  await act(minutes(21), 'thing.done')
  const { faults } = await verdict()
  expect(faults).toMatchObject([{ code: 'entry_backdated', acknowledged: false }])
  return faults[0]?.fingerprint ?? ''
}

const acknowledge = (fault: string, by: Partial<Actor>) => act(minutes(30), acknowledgeAct, fault, by)
const confirm = (fault: string, by: Partial<Actor>) => act(minutes(31), confirmAct, fault, by)

test('an entry that a wrong clock backdated hides no later forgery', async () => {
  await wrongClock()
  await record.tamper("update audit_entry set action = 'thing.undone' where object_id = 'e6'")
  await record.tamper(`update audit_payload set payload = '{"x":1}' where entry_id =
    (select entry_id from audit_leaf order by seq desc limit 1)`)
  expect(await verdict()).toMatchObject({
    ok: false,
    faults: [{ code: 'entry_changed', seq: 6 }, { code: 'entry_backdated' }, { code: 'content_changed' }],
  })
})

test('a fault that two people acknowledged is reported as known, and nothing else is', async () => {
  const fault = await wrongClock()
  await acknowledge(fault, { personId: binh })
  expect(await verdict()).toMatchObject({ ok: false, faults: [{ acknowledged: false }] })
  await confirm(fault, { personId: cuc })
  expect(await verdict()).toMatchObject({ ok: true, faults: [{ acknowledged: true }] })

  // The same act again, and a change of the one that is known.
  await act(minutes(40 - threeDays), 'thing.done')
  expect(await verdict()).toMatchObject({
    ok: false,
    faults: [{ acknowledged: true }, { acknowledged: false }],
  })
  await record.tamper("update audit_entry set action = 'thing.undone' where recorded_at = $1", [
    minutes(20 - threeDays),
  ])
  expect(await verdict()).toMatchObject({
    ok: false,
    faults: [{ code: 'entry_changed', acknowledged: false }, { acknowledged: false }],
  })
})

test.each<[string, Partial<Actor>, Partial<Actor>]>([
  ['the same person', { personId: binh }, { personId: binh }],
  [
    'somebody in the stead of the first',
    { personId: binh },
    { personId: cuc, standsFor: { standInId: 's', personId: binh, personName: '', ownUnitIds: [] } },
  ],
  [
    'the one for whom the first acted',
    { personId: cuc, standsFor: { standInId: 's', personId: binh, personName: '', ownUnitIds: [] } },
    { personId: binh },
  ],
  ['nobody', { personId: binh }, {}],
])('%s is not a second person', async (_who, first, second) => {
  const fault = await wrongClock()
  await acknowledge(fault, first)
  await confirm(fault, second)
  expect(await verdict()).toMatchObject({ ok: false, faults: [{ acknowledged: false }] })
})

test('a confirmation without an acknowledgement does not count, nor does a forged one', async () => {
  const fault = await wrongClock()
  await confirm(fault, { personId: binh })
  await acknowledge(fault, { personId: cuc })
  expect(await verdict()).toMatchObject({ ok: false })
  await confirm('0'.repeat(64), { personId: dung })
  await record.tamper('update audit_entry set object_id = $1 where object_id = $2', [fault, '0'.repeat(64)])
  expect(await verdict()).toMatchObject({
    ok: false,
    faults: [{ acknowledged: false }, { code: 'entry_changed' }],
  })
})

test('a clock that was ahead is one fault, not one for each later act', async () => {
  await act(minutes(threeDays), 'thing.done')
  await act(minutes(40), 'audit.accept-clock')
  await act(minutes(41), 'thing.done')
  await act(minutes(42), 'thing.done')
  expect((await verdict()).faults).toMatchObject([{ code: 'entry_backdated', seq: 13 }])
})
