import pg from 'pg'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { recordedFacts, verifyFacts } from '../platform/audit/verify-facts.ts'
import { useTestDatabase } from '../platform/testing/database.ts'
import { roadDays, steps } from '../programme/testing/road.ts'
import { surroundings } from './slices.ts'
import { openProduct, type ProductGround } from './testing/product-ground.ts'

/** What somebody changed past the program, in the very tables, is named by what the record tells. */

const database = useTestDatabase()
let ground: ProductGround
let owner: pg.Client
let completed: string
let evidence: string
let grant: string
let holding: string
const undo: string[] = []

beforeAll(async () => {
  ground = await openProduct(database)
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  await owner.query('set session_replication_role = replica')
  completed = await ground.road.bring('ready_to_complete')
  await ground.road.bring('returned')
  await ground.road.bring('submitted')
  evidence = await ground.road.evidence(completed)
  const { post, unit } = ground.programme.organisation
  const done = async (url: string, json: object) => {
    const answer = await ground.ask('van-phong+quan-tri', { method: 'POST', url: `/api/v1${url}`, json })
    expect([answer.statusCode, answer.body.slice(-260)]).toEqual([201, expect.any(String)])
    return answer.json()
  }
  const everywhere = (role: string) => ({ role, unitId: unit['tinh-uy'], system: null, everywhere: true })
  ground.give('van-phong+quan-tri', [everywhere('system-admin'), everywhere('directory-admin')])
  const given = await done('/role-grants', {
    postId: post['tu-ky'],
    role: 'monitor',
    unitId: unit['xa-an-minh'],
    fromOn: roadDays.register,
  })
  grant = given.grantId
  const { id: personId } = await done('/persons', { fullName: 'Trần Mới' })
  const { id: postId } = await done('/posts', {
    unit: 'tu-ky',
    title: 'Chuyên viên',
    isHead: false,
    validFrom: roadDays.register,
    document: 'Quyết định 1',
  })
  const appointed = await done(`/posts/${postId}/holdings`, {
    version: 1,
    personId,
    fromOn: roadDays.register,
    capacity: 'full',
    document: 'Quyết định 2',
  })
  holding = appointed.id
})
afterEach(async () => {
  for (const statement of undo.splice(0)) await owner.query(statement)
})
afterAll(async () => {
  await owner.end()
  await ground.app.close()
})

const faults = async () =>
  (await verifyFacts(database.db, surroundings().offers.at(recordedFacts))).faults.map(
    ({ table, id, told, stands }) => [table, id, told, stands],
  )

test('what was done through the program agrees', async () => {
  const {
    checked,
    faults: found,
    more,
  } = await verifyFacts(database.db, surroundings().offers.at(recordedFacts))
  expect([found, more]).toEqual([[], 0])
  // Three works, a piece of proof, a right and an appointment.
  expect(checked).toBe(6)
})

test('proof whose judgement was turned round by hand is named, with what the record tells', async () => {
  await owner.query("update evidence set state = 'refused', reason = 'x' where id = $1", [evidence])
  undo.push(`update evidence set state = 'accepted', reason = null where id = '${evidence}'`)
  expect(await faults()).toEqual([['evidence', evidence, 'accepted', 'refused']])
})

test('a work that was moved by hand is named', async () => {
  await owner.query("update work set state = 'suspended' where id = $1", [completed])
  undo.push(`update work set state = 'in_progress' where id = '${completed}'`)
  expect(await faults()).toEqual([['work', completed, 'in_progress', 'suspended']])
})

test('a right that was widened by hand is named, and so is one that was prolonged', async () => {
  const { unit } = ground.programme.organisation
  await owner.query("update role_grant set role = 'decider', unit_id = $1 where id = $2", [
    unit['tinh-uy'],
    grant,
  ])
  const [fault] = await faults()
  expect(fault?.slice(0, 2)).toEqual(['role_grant', grant])
  expect(fault?.[2]).toContain('monitor')
  expect(fault?.[3]).toContain('decider')
  await owner.query(
    "update role_grant set role = 'monitor', unit_id = $1, to_on = '2022-06-01' where id = $2",
    [unit['xa-an-minh'], grant],
  )
  expect(await faults()).toHaveLength(1)
  undo.push(`update role_grant set to_on = null where id = '${grant}'`)
})

test('an appointment that was turned to somebody else is named, and one that is gone', async () => {
  const { person } = ground.programme.organisation
  const { rows } = await owner.query('select person_id from post_holding where id = $1', [holding])
  await owner.query('update post_holding set person_id = $1 where id = $2', [person['tu-ky'], holding])
  expect((await faults()).map(([table, id]) => [table, id])).toEqual([['post_holding', holding]])
  await owner.query('update post_holding set person_id = $1 where id = $2', [rows[0].person_id, holding])
  expect(await faults()).toEqual([])
})

test('a content that was lawfully erased accuses nobody', async () => {
  await ground.road.do(await steps.ask(ground.road, completed))
  await owner.query(
    "delete from audit_payload where entry_id in (select id from audit_entry where action in ('evidence.judge', 'role.grant'))",
  )
  expect(await faults()).toEqual([])
})
