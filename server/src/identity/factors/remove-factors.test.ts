import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { seedTestOrganisation, type TestOrganisation } from '../../organisation/testing/organisation.ts'
import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/id.ts'
import { asActor, testNow, useTestDatabase } from '../../platform/testing/database.ts'
import { listAccountNotices } from '../account-notices.ts'
import { removeFactorsFor } from '../accounts/trusted.ts'
import { seedTestAccounts, testPassword } from '../testing/accounts.ts'
import { identitySystem, lastEntries, signInAs } from '../testing/ground.ts'
import { dropOwnTotp, loadFactors, renewOwnCodes, saveTotp } from './factors.ts'
import { removeFactorsFrom } from './remove-factors.ts'
import { codeAt, newTotpSecret } from './totp.ts'

const database = useTestDatabase()
let organisation: TestOrganisation

beforeAll(async () => {
  organisation = await seedTestOrganisation(database)
  await seedTestAccounts(database, organisation)
  await database.db.insertInto('installation').values({ name_vi: 'Tỉnh ủy', name_en: 'Committee' }).execute()
})
beforeEach(async () => {
  for (const table of ['session', 'totp_factor', 'recovery_code', 'account_notice', 'way_in'] as const)
    await database.db.deleteFrom(table).execute()
})

type Name = 'quan-tri' | 'so-tttt' | 'thuong-vu'

const as = <Result>(name: Name, act: (c: Context) => Promise<Result>) =>
  asActor(database, { ...organisation.actorFor(name), sessionId: newId<'session'>() }, '2026-11-24', act)

async function giveFactor(name: Name) {
  const secret = newTotpSecret()
  await as(name, (c) => saveTotp(c, c.actor.accountId, { secret, code: codeAt(secret, c.now) }))
}

const factorsOf = (name: Name) => loadFactors(database as never, organisation.actorFor(name).accountId)
const take = (by: Name, username: Name, reason = 'mất điện thoại') =>
  as(by, (c) => removeFactorsFrom(c, { username, reason }))

describe('a lost second step', () => {
  test('is taken away by an administrator, with the reason; all sessions end and the owner is told', async () => {
    await giveFactor('so-tttt')
    await signInAs(identitySystem(database), 'so-tttt', testPassword)
    await take('quan-tri', 'so-tttt')
    expect(await factorsOf('so-tttt')).toEqual({ totpSince: null, passkeys: [], codesLeft: 0 })
    const open = await database.db.selectFrom('session').select('id').where('ended_at', 'is', null).execute()
    expect(open).toEqual([])
    const [entry] = await lastEntries(database, 1)
    expect(entry).toMatchObject({
      action: 'account.remove-factors',
      accountId: organisation.actorFor('quan-tri').accountId,
      payload: { reason: 'mất điện thoại', removed: 1, endedSessions: 1 },
    })
    const [notice] = await as('so-tttt', listAccountNotices)
    expect(notice).toMatchObject({
      kind: 'factors_removed',
      params: { by: 'Nguyễn Văn Quản', reason: 'mất điện thoại' },
    })
  })

  test('is nobody’s to take away from themselves, nor anybody’s who administers nothing', async () => {
    for (const name of ['quan-tri', 'so-tttt'] as const) await giveFactor(name)
    await expect(take('quan-tri', 'quan-tri')).rejects.toMatchObject({ code: 'own_factors' })
    await expect(take('thuong-vu', 'so-tttt')).rejects.toMatchObject({ code: 'forbidden' })
    expect((await factorsOf('quan-tri')).totpSince).toEqual(testNow)
    expect((await factorsOf('so-tttt')).totpSince).toEqual(testNow)
  })

  test('is not there where the account has none', async () => {
    await expect(take('quan-tri', 'so-tttt')).rejects.toMatchObject({ code: 'no_factor' })
  })

  test('of the last administrator can be removed by the operator of the server', async () => {
    await giveFactor('quan-tri')
    await removeFactorsFor(database.db, { username: 'Quan-Tri', reason: 'máy hỏng' }, testNow)
    expect((await factorsOf('quan-tri')).totpSince).toBeNull()
    const [entry] = await lastEntries(database, 1)
    expect(entry).toMatchObject({
      action: 'account.remove-factors',
      accountId: null,
      payload: { reason: 'máy hỏng' },
    })
  })
})

describe('one’s own second step', () => {
  test('can be removed by a user who does not need one, together with the recovery codes', async () => {
    await giveFactor('so-tttt')
    expect(await as('so-tttt', dropOwnTotp)).toEqual({ left: 0 })
    expect(await factorsOf('so-tttt')).toMatchObject({ totpSince: null, codesLeft: 0 })
  })

  test('cannot be removed by a user who administers or decides, if it is the last', async () => {
    await giveFactor('thuong-vu')
    await expect(as('thuong-vu', dropOwnTotp)).rejects.toMatchObject({ code: 'last_factor' })
    expect(await factorsOf('thuong-vu')).toMatchObject({ totpSince: testNow, codesLeft: 10 })
  })

  test('gives new recovery codes in place of the old ones', async () => {
    await giveFactor('so-tttt')
    const before = await database.db.selectFrom('recovery_code').select('code_sha256').execute()
    const { codes } = await as('so-tttt', renewOwnCodes)
    const after = await database.db.selectFrom('recovery_code').select('code_sha256').execute()
    expect(new Set(codes).size).toBe(10)
    expect(after.filter(({ code_sha256 }) => before.some((old) => old.code_sha256 === code_sha256))).toEqual(
      [],
    )
    await database.db.deleteFrom('totp_factor').execute()
    await expect(as('so-tttt', renewOwnCodes)).rejects.toMatchObject({ code: 'no_factor' })
  })
})
