import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { repositoryRoot } from '../root.ts'
import { useTestDatabase } from '../testing/database.ts'
import { leafOf, merkleRoot, noRoot, rootOf } from './hash.ts'
import { batchesAfter, leavesOf } from './seal.ts'
import { sealedRows } from './sealed-rows.ts'
import { TestRecord } from './testing.ts'
import type { FaultCode, Verdict } from './verdict.ts'

const database = useTestDatabase()
const record = new TestRecord(database)

beforeEach(() => record.begin())

interface Named {
  readonly code: FaultCode
  readonly seq: number | null
  readonly batch: number | null
}

/** Both verifiers report the same faults for the same entries, and nothing else: one cause is one fault. */
async function expectFault(roots: 'with roots' | 'without roots', ...named: readonly Named[]): Promise<void> {
  const verdict = await record.verify(roots)
  expect(verdict.faults.map(({ code, seq, batch }) => ({ code, seq, batch }))).toEqual(named)
  expect(verdict).toMatchObject({ ok: false, more: 0 })
  expect(await record.judgeApart(roots)).toEqual(verdict)
}

/**
 * The same for the first fault, if numbers were moved: the batches after it no longer contain the same entries either.
 */
async function expectFirst(roots: 'with roots' | 'without roots', named: Named): Promise<void> {
  const verdict = await record.verify(roots)
  expect(verdict.faults[0]).toMatchObject(named)
  expect(verdict.faults.slice(1).every(({ batch }) => (batch ?? 0) >= (named.batch ?? 0))).toBe(true)
  expect(await record.judgeApart(roots)).toEqual(verdict)
}

async function expectIntact(roots: 'with roots' | 'without roots'): Promise<void> {
  const verdict = await record.verify(roots)
  expect(verdict).toMatchObject({ ok: true, faults: [] })
  expect(await record.judgeApart(roots)).toEqual(verdict)
}

const entryAt = (seq: number) => `(select entry_id from audit_leaf where seq = ${seq})`

test('an unchanged log is intact, and the result says how much of it is sealed', async () => {
  const verdict = await record.verify('with roots')
  expect(verdict).toMatchObject({
    ok: true,
    sealed: 10,
    batches: 3,
    unsealed: 1,
    erased: 0,
    confirmed: 3,
    stamped: null,
  })
  expect(await record.judgeApart('with roots')).toEqual(verdict)
  await expectIntact('without roots')
})

test('the separate verifier is one standalone file, and its exit code shows the result', async () => {
  const tool = join(repositoryRoot, 'tools', 'verify-audit.mjs')
  const run = async () => {
    const { status, stdout } = spawnSync(
      process.execPath,
      [tool, await record.export(), '--roots', record.rootsPath, '--json'],
      { encoding: 'utf8' },
    )
    return { status, verdict: JSON.parse(stdout) as Verdict }
  }
  expect(await run()).toEqual({ status: 0, verdict: await record.verify('with roots') })
  await record.tamper(`delete from audit_entry where id = ${entryAt(7)}`)
  expect(await run()).toEqual({ status: 1, verdict: await record.verify('with roots') })
  expect(
    [...readFileSync(tool, 'utf8').matchAll(/^import .* from '(.*)'$/gm)].map(([, from]) => from),
  ).toSatisfy((names: string[]) => names.length > 0 && names.every((name) => name.startsWith('node:')))
})

describe('a column that was changed', () => {
  const values: Readonly<Record<string, string>> = {
    recorded_at: "recorded_at + interval '1 microsecond'",
    action: "'thing.undone'",
    outcome: "'refused'",
    object_kind: 'null',
    object_id: "'e6 '",
    account_id: 'gen_random_uuid()',
    person_id: 'gen_random_uuid()',
    holding_id: 'gen_random_uuid()',
    body_id: 'gen_random_uuid()',
    source_address: "'192.0.2.2'",
    request_id: "''",
    payload_commitment: 'sha256(payload_commitment)',
  }

  test('every column of an entry is tested', async () => {
    const { rows } = await database.pool.query<{ name: string }>(
      "select column_name as name from information_schema.columns where table_name = 'audit_entry' and column_name <> 'id'",
    )
    expect(rows.map(({ name }) => name).sort()).toEqual(Object.keys(values).sort())
  })

  test.each(Object.entries(values))('%s', async (column, value) => {
    await record.tamper(`update audit_entry set ${column} = ${value} where id = ${entryAt(6)}`)
    // // If the commitment is changed, the content must be changed too, otherwise the content is the fault that is found.
    await expectFault('without roots', { code: 'entry_changed', seq: 6, batch: 2 })
  })

  test('and its leaf with it: the batch shows it, the external roots show which entry', async () => {
    await record.tamper(`update audit_entry set action = 'thing.undone' where id = ${entryAt(6)}`)
    await releaf()
    await expectFault('without roots', { code: 'batch_mismatch', seq: 5, batch: 2 })
    await expectFault('with roots', { code: 'entry_changed', seq: 6, batch: 2 })
  })

  test('only the leaf', async () => {
    await record.tamper('update audit_leaf set leaf = sha256(leaf) where seq = 3')
    await expectFault('without roots', { code: 'leaf_changed', seq: 3, batch: 1 })
  })
})

describe('a content', () => {
  test.each([
    [
      'changed',
      `update audit_payload set payload = payload || ' ' where entry_id = ${entryAt(9)}`,
      'content_changed',
    ],
    [
      'with another salt',
      `update audit_payload set salt = sha256(salt) where entry_id = ${entryAt(9)}`,
      'content_changed',
    ],
    [
      'gone without a decision',
      `delete from audit_payload where entry_id = ${entryAt(9)}`,
      'content_removed',
    ],
  ] as const)('%s', async (_name, statement, code) => {
    await record.tamper(statement)
    await expectFault('without roots', { code, seq: 9, batch: 3 })
  })
})

describe('a removed entry', () => {
  test('with only its content', async () => {
    await record.tamper(`delete from audit_entry where id = ${entryAt(7)}`)
    await expectFault('without roots', { code: 'entry_removed', seq: 7, batch: 2 })
  })

  test('with its leaf', async () => {
    await record.tamper(`delete from audit_entry where id = ${entryAt(7)}`)
    await record.tamper('delete from audit_leaf where seq = 7')
    await expectFault('without roots', { code: 'entry_removed', seq: 7, batch: 2 })
  })

  test('with its leaf, and the gap closed', async () => {
    await record.tamper(`delete from audit_entry where id = ${entryAt(7)}`)
    await record.tamper('delete from audit_leaf where seq = 7')
    await shift('seq > 7', -1)
    await expectFirst('without roots', { code: 'batch_mismatch', seq: 5, batch: 2 })
    await expectFirst('with roots', { code: 'entry_removed', seq: 7, batch: 2 })
  })
})

describe('an inserted entry', () => {
  const put = `insert into audit_entry select 'ffffffff-0000-7000-8000-000000000001', recorded_at, 'thing.forged', outcome, object_kind,
    object_id, account_id, person_id, holding_id, body_id, source_address, request_id, payload_commitment from audit_entry
    where id = ${entryAt(6)}`
  const forged = 'ffffffff-0000-7000-8000-000000000001'

  test('outside the sealed log', async () => {
    await record.tamper(put)
    await expectFault('without roots', { code: 'entry_inserted', seq: null, batch: null })
  })

  test('into the sealed log, with its own leaf', async () => {
    await record.tamper(put)
    await record.tamper(
      `insert into audit_payload select '${forged}', salt, payload from audit_payload where entry_id = ${entryAt(6)}`,
    )
    await shift('seq >= 7', 1)
    await record.tamper(`insert into audit_leaf values (7, '${forged}', sha256(''))`)
    await releaf()
    await expectFirst('without roots', { code: 'batch_mismatch', seq: 5, batch: 2 })
    await expectFirst('with roots', { code: 'entry_inserted', seq: 7, batch: 2 })
  })

  test('through the sealer, backdated', async () => {
    await record.tamper(put.replace('recorded_at,', "recorded_at - interval '2 days',"))
    await record.tamper(
      `insert into audit_payload select '${forged}', salt, payload from audit_payload where entry_id = ${entryAt(6)}`,
    )
    await record.tamper(`insert into audit_waiting values ('${forged}')`)
    await record.seal()
    await expectFault('without roots', { code: 'entry_backdated', seq: 12, batch: 4 })
  })
})

describe('two swapped entries', () => {
  const swap = `update audit_leaf leaf set entry_id = other.entry_id from audit_leaf other
    where (leaf.seq, other.seq) in ((6, 8), (8, 6))`

  test('with the leaves unchanged', async () => {
    await swapping(swap)
    const moved = { code: 'entries_reordered', batch: 2 } as const
    await expectFault('without roots', { ...moved, seq: 6 }, { ...moved, seq: 8 })
  })

  test('with their leaves', async () => {
    await swapping(swap)
    await releaf()
    await expectFault('without roots', { code: 'batch_mismatch', seq: 5, batch: 2 })
    const moved = { code: 'entries_reordered', batch: 2 } as const
    await expectFault('with roots', { ...moved, seq: 6 }, { ...moved, seq: 8 })
  })
})

describe('the end of the log, cut off', () => {
  test('only the entries', async () => {
    await record.tamper('delete from audit_entry where id in (select entry_id from audit_leaf where seq > 8)')
    await record.tamper('delete from audit_leaf where seq > 8')
    const removed = { code: 'entry_removed', batch: 3 } as const
    await expectFault('without roots', { ...removed, seq: 9 }, { ...removed, seq: 10 })
  })

  test('only the batch', async () => {
    await record.tamper('delete from audit_batch where number = 3')
    await expectFault('without roots', { code: 'batch_removed', seq: 9, batch: 3 })
  })

  test('batch and leaves: the entries remain', async () => {
    await record.tamper('delete from audit_batch where number = 3')
    await record.tamper('delete from audit_leaf where seq > 8')
    const left = { code: 'entry_inserted', seq: null, batch: null } as const
    await expectFault('without roots', left, left)
  })

  test('everything: only the external roots show it', async () => {
    await record.tamper('delete from audit_entry where id in (select entry_id from audit_leaf where seq > 8)')
    await record.tamper('delete from audit_batch where number = 3')
    await record.tamper('delete from audit_leaf where seq > 8')
    await expectIntact('without roots')
    await expectFault('with roots', { code: 'tail_cut', seq: 9, batch: 3 })
  })
})

test('several forgeries are all reported, each with its kind', async () => {
  await record.tamper(`update audit_entry set action = 'thing.undone' where id = ${entryAt(2)}`)
  await record.tamper(`update audit_payload set payload = payload || ' ' where entry_id = ${entryAt(3)}`)
  await record.tamper(`delete from audit_payload where entry_id = ${entryAt(6)}`)
  await record.tamper('update audit_leaf set leaf = sha256(leaf) where seq = 8')
  await record.tamper(`delete from audit_entry where id = ${entryAt(10)}`)
  const named = [
    { code: 'entry_changed', seq: 2, batch: 1 },
    { code: 'content_changed', seq: 3, batch: 1 },
    { code: 'content_removed', seq: 6, batch: 2 },
    { code: 'leaf_changed', seq: 8, batch: 2 },
    { code: 'entry_removed', seq: 10, batch: 3 },
  ] as const
  const sorted = (faults: readonly { readonly seq: number | null }[]) =>
    [...faults].sort((one, other) => (one.seq ?? 0) - (other.seq ?? 0))
  for (const roots of ['with roots', 'without roots'] as const) {
    const verdict = await record.verify(roots)
    expect(sorted(verdict.faults)).toMatchObject(named)
    expect(await record.judgeApart(roots)).toEqual(verdict)
  }
})

test('a batch whose seal was changed does not hide an entry that was forged with its leaf', async () => {
  await record.tamper("update audit_batch set sealed_at = sealed_at - interval '1 day' where number = 2")
  const before = (await record.verify('without roots')).faults
  expect(before).toMatchObject([{ code: 'batch_changed', seq: 5, batch: 2 }])
  await record.tamper(`update audit_entry set action = 'thing.undone' where id = ${entryAt(6)}`)
  await releaf()
  const after = (await record.verify('without roots')).faults
  expect(after).toMatchObject([{ code: 'batch_changed', seq: 5, batch: 2 }])
  // // The known fault is now a different one, and the first acknowledgement does not cover it.
  expect(after[0]?.fingerprint).not.toBe(before[0]?.fingerprint)
  const named = (await record.verify('with roots')).faults.map(({ code, seq }) => ({ code, seq }))
  expect(named).toContainEqual({ code: 'entry_changed', seq: 6 })
})

describe('roots', () => {
  test.each([
    "sealed_at = sealed_at - interval '1 day'",
    'leaves_root = previous',
    'root = sha256(root)',
    'last_seq = last_seq + 1',
  ])('one batch changed: %s', async (change) => {
    await record.tamper(`update audit_batch set ${change} where number = 2`)
    await expectFault('without roots', { code: 'batch_changed', seq: 5, batch: 2 })
  })

  test('one batch in the middle is missing', async () => {
    await record.tamper('delete from audit_batch where number = 2')
    await expectFault('without roots', { code: 'batch_removed', seq: 5, batch: 2 })
  })

  test('one batch replaced consistently breaks the chain', async () => {
    await record.tamper(`update audit_entry set action = 'thing.undone' where id = ${entryAt(6)}`)
    await releaf()
    await reroot([2])
    await expectFault('without roots', { code: 'root_replaced', seq: 5, batch: 2 })
    await expectFault('with roots', { code: 'entry_changed', seq: 6, batch: 2 })
  })

  test('all replaced consistently: only the external roots show it, and they identify the entry', async () => {
    await record.tamper(`update audit_entry set action = 'thing.undone' where id = ${entryAt(2)}`)
    await releaf()
    await reroot([1, 2, 3])
    await expectIntact('without roots')
    await expectFault('with roots', { code: 'entry_changed', seq: 2, batch: 1 })
  })

  test('all replaced consistently to backdate a seal', async () => {
    await record.tamper("update audit_batch set sealed_at = sealed_at - interval '1 day' where number = 2")
    await reroot([2, 3])
    await expectIntact('without roots')
    await expectFault('with roots', { code: 'root_replaced', seq: 5, batch: 2 })
  })
})

/** Moves numbers without collisions. */
async function shift(where: string, by: number): Promise<void> {
  await record.tamper(`update audit_leaf set seq = seq + 1000 where ${where}`)
  await record.tamper(`update audit_leaf set seq = seq - 1000 + ${by} where seq > 1000`)
}

async function swapping(statement: string): Promise<void> {
  await record.tamper('alter table audit_leaf drop constraint audit_leaf_entry_id_key')
  await record.tamper(statement)
  await record.tamper('alter table audit_leaf add constraint audit_leaf_entry_id_key unique (entry_id)')
}

/** An attacker who knows the algorithm can make every leaf match its entry again. */
async function releaf(): Promise<void> {
  const leaves = await database.db.transaction().execute(async (db) => {
    const found: [number, Buffer][] = []
    for await (const row of sealedRows(db, { firstSeq: 1, lastSeq: 1000 }))
      found.push([row.seq, leafOf(row as never)])
    return found
  })
  for (const [seq, leaf] of leaves)
    await record.tamper('update audit_leaf set leaf = $2 where seq = $1', [seq, leaf])
}

/** And every root match its leaves and the previous root. */
async function reroot(numbers: readonly number[]): Promise<void> {
  for (const number of numbers) {
    const [batch] = await batchesAfter(database.db, number - 1, 1)
    if (batch === undefined) throw new Error(`no batch ${number}`)
    const [before] = number === 1 ? [] : await batchesAfter(database.db, number - 2, 1)
    const leavesRoot = merkleRoot(await leavesOf(database.db, batch)).toString('hex')
    const forged = { ...batch, leavesRoot, previous: before?.root ?? noRoot }
    await record.tamper(
      "update audit_batch set leaves_root = decode($2, 'hex'), previous = decode($3, 'hex'), root = decode($4, 'hex') where number = $1",
      [number, leavesRoot, forged.previous, rootOf(forged)],
    )
  }
}
