import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  seedTestOrganisation,
  type TestOrganisation,
  type TestPersonName,
} from '../../organisation/testing/organisation.ts'
import type { Context, Grant } from '../../platform/context.ts'
import { newId } from '../../platform/id.ts'
import { asActor, useTestDatabase } from '../../platform/testing/database.ts'
import { grantsOfPosts } from '../accounts/account-queries.ts'
import { seedTestAccounts } from '../testing/accounts.ts'
import { lastEntries } from '../testing/ground.ts'
import { type GrantRoleInput, grantRole, grantRoleInput, revokeRole } from './grant-role.ts'

const database = useTestDatabase()
let organisation: TestOrganisation

beforeAll(async () => {
  organisation = await seedTestOrganisation(database)
  await seedTestAccounts(database, organisation)
})
beforeEach(() => database.db.deleteFrom('role_grant').execute())

const as = <Result>(
  name: TestPersonName,
  act: (c: Context) => Promise<Result>,
  { today = '2022-05-18', grants }: { today?: string; grants?: readonly Grant[] } = {},
) => asActor(database, organisation.actorFor(name, grants), today, act)

const input = (changes: Readonly<Record<string, unknown>> = {}): GrantRoleInput =>
  grantRoleInput.parse({
    postId: organisation.post['an-minh'],
    role: 'monitor',
    unitId: organisation.unit['tu-ky'],
    ...changes,
  })

const give = (changes: Partial<Record<keyof GrantRoleInput, unknown>> = {}, today?: string) =>
  as('quan-tri', (c) => grantRole(c, input(changes)), today === undefined ? {} : { today })

const rows = (today = '2022-05-18') =>
  as('quan-tri', (c) => grantsOfPosts(c, [organisation.post['an-minh']]), { today })

describe('giving a right', () => {
  test('counts from today in every ladder until somebody takes it back', async () => {
    const { grantId } = await give()
    expect(await rows()).toMatchObject([
      { id: grantId, role: 'monitor', system: null, fromOn: '2022-05-18', toOn: null, active: true },
    ])
    const [entry] = await lastEntries(database, 1)
    expect(entry).toMatchObject({
      action: 'role.grant',
      objectId: grantId,
      accountId: organisation.actorFor('quan-tri').accountId,
      payload: { role: 'monitor', unitId: organisation.unit['tu-ky'], fromOn: '2022-05-18' },
    })
  })

  test('may be for one ladder and for a period', async () => {
    await give({ system: 'party', fromOn: '2022-06-01', toOn: '2022-07-01' })
    expect(await rows('2022-06-30')).toMatchObject([{ system: 'party', active: true }])
    expect(await rows('2022-07-01')).toMatchObject([{ active: false }])
  })

  test.each([
    ['a role that there is not', { role: 'boss' }],
    ['a ladder that there is not', { system: 'church' }],
    ['a day that there is not', { fromOn: '31/02/2022' }],
    ['a field that there is not', { grantedBy: 'me' }],
  ])('takes no %s', (_name, changes) => {
    expect(() => input(changes)).toThrow()
  })

  test('refuses an end before its beginning', async () => {
    await expect(give({ fromOn: '2022-06-01', toOn: '2022-06-01' })).rejects.toMatchObject({
      code: 'grant_span',
    })
  })

  test('refuses the same right twice in one span, and takes it after', async () => {
    await give({ fromOn: '2022-01-01', toOn: '2022-06-01' })
    await expect(give({ fromOn: '2022-05-31' })).rejects.toMatchObject({ code: 'grant_exists' })
    await give({ fromOn: '2022-06-01' })
    await give({ fromOn: '2022-01-01', system: 'state' })
    expect(await rows()).toHaveLength(3)
  })

  test('two administrators who give the same right at once give it once', async () => {
    const results = await Promise.allSettled([give(), give(), give()])
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1)
    expect(await rows()).toHaveLength(1)
  })

  test('nobody gives themselves one, also not through a post that they do not act in', async () => {
    const own = { postId: organisation.post['quan-tri'] }
    await expect(give(own)).rejects.toMatchObject({ code: 'grant_self', status: 403 })

    const holding = newId<'holding'>()
    const post_id = organisation.post['so-tttt']
    const person_id = organisation.person['quan-tri']
    await database.db
      .insertInto('post_holding')
      .values({ id: holding, post_id, person_id, from_on: '2022-01-01' })
      .execute()
    await expect(give({ postId: post_id })).rejects.toMatchObject({ code: 'grant_self' })
    // Nor before they take it up.
    const later = database.db.updateTable('post_holding').set({ from_on: '2022-06-01' })
    await later.where('id', '=', holding).execute()
    await expect(give({ postId: post_id })).rejects.toMatchObject({ code: 'grant_self' })
    await database.db.deleteFrom('post_holding').where('id', '=', holding).execute()
    await give({ postId: post_id })
  })

  test('an unknown post or unit is not there', async () => {
    await expect(give({ postId: newId() })).rejects.toMatchObject({ code: 'not_found' })
    await expect(give({ unitId: newId() })).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('taking a right back', () => {
  const take = (grantId: string, today?: string) =>
    as('quan-tri', (c) => revokeRole(c, { grantId }), today === undefined ? {} : { today })

  test('ends it today, at once, and keeps that it was given', async () => {
    const { grantId } = await give({ fromOn: '2022-01-01' })
    expect(await take(grantId)).toEqual({ toOn: '2022-05-18' })
    expect(await rows('2022-05-17')).toMatchObject([{ active: true }])
    expect(await rows()).toMatchObject([{ id: grantId, active: false, toOn: '2022-05-18' }])
    const [entry] = await lastEntries(database, 1)
    expect(entry).toMatchObject({
      action: 'role.revoke',
      payload: { before: { toOn: null }, after: { toOn: '2022-05-18' } },
    })
  })

  test('on its first day or before, it never counts', async () => {
    const today = await give()
    const future = await give({ role: 'inspector', fromOn: '2022-09-01' })
    await take(today.grantId)
    await take(future.grantId)
    expect((await rows()).some((row) => row.active)).toBe(false)
    expect((await rows('2022-09-01')).some((row) => row.active)).toBe(false)
  })

  test('it can be given again on the same day', async () => {
    await take((await give()).grantId)
    await give()
    expect((await rows()).filter((row) => row.active)).toHaveLength(1)
  })

  test('a second time is told that it is over', async () => {
    const { grantId } = await give()
    const results = await Promise.allSettled([take(grantId), take(grantId)])
    const refused = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []))
    expect(refused).toMatchObject([{ code: 'grant_over', status: 409 }])
  })
})
