import { beforeAll, expect, test } from 'vitest'
import { seedTestOrganisation, type TestOrganisation } from '../../organisation/testing/organisation.ts'
import type { Context } from '../../platform/context.ts'
import { asActor, useTestDatabase } from '../../platform/testing/database.ts'
import { readAccountNotices, tellOwner } from '../account-notices.ts'
import { seedTestAccounts } from '../testing/accounts.ts'
import { accountWorklist } from './account-worklist.ts'

const database = useTestDatabase()
let organisation: TestOrganisation

beforeAll(async () => {
  organisation = await seedTestOrganisation(database)
  await seedTestAccounts(database, organisation)
})

const as = <Result>(name: 'so-tttt' | 'so-noi-vu', act: (c: Context) => Promise<Result>) =>
  asActor(database, organisation.actorFor(name), '2026-11-24', act)

test('what became of an account waits for its owner, and for nobody else, until they have seen it', async () => {
  const { accountId } = organisation.actorFor('so-tttt')
  await as('so-noi-vu', (c) => tellOwner(c, accountId, 'factors_removed', { by: 'Quản', reason: 'mất máy' }))
  expect(await as('so-noi-vu', accountWorklist.sections)).toEqual([])
  const [section] = await as('so-tttt', accountWorklist.sections)
  expect(section?.items).toHaveLength(1)
  expect(await as('so-tttt', accountWorklist.count)).toBe(1)
  const until = section?.clear?.hidden.until ?? ''
  await as('so-tttt', (c) => tellOwner(c, accountId, 'passkey_added', { name: 'Máy lạ' }))
  await as('so-noi-vu', (c) => readAccountNotices(c, { until: null }))
  expect(await as('so-tttt', accountWorklist.count)).toBe(2)
  // What arrived after the page was shown is not marked with it.
  await as('so-tttt', (c) => readAccountNotices(c, { until }))
  expect((await as('so-tttt', accountWorklist.sections))[0]?.items[0]?.title).toBe(
    'identity.notice_passkey_added',
  )
  expect(await as('so-tttt', accountWorklist.count)).toBe(1)
})
