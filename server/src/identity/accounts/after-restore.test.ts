import { beforeAll, describe, expect, test } from 'vitest'
import { seedTestOrganisation } from '../../organisation/testing/organisation.ts'
import { testNow, useTestDatabase } from '../../platform/testing/database.ts'
import { seedTestAccounts, testPassword } from '../testing/accounts.ts'
import { identitySystem, lastEntries, signInAs } from '../testing/ground.ts'
import { closeAfterRestore } from './after-restore.ts'
import { createTokenFor } from './trusted.ts'

const database = useTestDatabase()

beforeAll(async () => {
  await seedTestAccounts(database, await seedTestOrganisation(database))
  await createTokenFor(database.db, { username: 'tu-ky', scopes: ['read'], days: 9, name: 'x' }, testNow)
})

const enter = (username: string) => signInAs(identitySystem(database), username, testPassword)
const openTokens = async () =>
  (await database.db.selectFrom('api_token').select('id').where('revoked_at', 'is', null).execute()).length
const openSessions = async () =>
  (await database.db.selectFrom('session').select('id').where('ended_at', 'is', null).execute()).length

describe('what a backup brings back', () => {
  test('has no session that goes on; tokens and passwords are counted and left, unless one says so', async () => {
    await enter('tu-ky')
    const closed = await closeAfterRestore(
      database.db,
      { revokeTokens: false, voidPasswords: false },
      testNow,
    )
    expect(closed).toMatchObject({ endedSessions: 1, tokens: 1, revokedTokens: 0, voidedPasswords: 0 })
    expect(closed.passwords).toBeGreaterThan(10)
    expect([await openSessions(), await openTokens()]).toEqual([0, 1])
    const [entry] = await lastEntries(database, 1)
    expect(entry).toMatchObject({ action: 'access.close-restored', payload: { endedSessions: 1, tokens: 1 } })
    await enter('tu-ky')
  })

  test('has neither tokens nor passwords that open anything where one says so', async () => {
    const closed = await closeAfterRestore(database.db, { revokeTokens: true, voidPasswords: true }, testNow)
    expect(closed.revokedTokens).toBe(1)
    expect(closed.voidedPasswords).toBe(closed.passwords)
    expect(await openTokens()).toBe(0)
    await expect(enter('tu-ky')).rejects.toThrow('not let in')
  })
})
