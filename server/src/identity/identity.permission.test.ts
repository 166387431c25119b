import { beforeAll, describe, expect, test } from 'vitest'
import {
  seedTestOrganisation,
  type TestOrganisation,
  type TestUnitName,
} from '../organisation/testing/organisation.ts'
import type { Actor, Context, Grant } from '../platform/context.ts'
import { newId } from '../platform/id.ts'
import { asActor, useTestDatabase } from '../platform/testing/database.ts'
import { createAccount } from './accounts/create-account.ts'
import { createAccounts } from './accounts/create-accounts.ts'
import { disableAccount, enableAccount } from './accounts/disable-account.ts'
import { endAccountSessions } from './accounts/end-account-sessions.ts'
import { listAccounts } from './accounts/list-accounts.ts'
import { setPassword } from './passwords/set-password.ts'
import { grantRole, revokeRole, saveGrant } from './roles/grant-role.ts'
import { roles } from './roles/roles.ts'
import { revokeApiToken, saveApiToken } from './sessions/api-tokens.ts'
import { seedTestAccounts } from './testing/accounts.ts'

const database = useTestDatabase()
const today = '2022-05-18'
let organisation: TestOrganisation

beforeAll(async () => {
  organisation = await seedTestOrganisation(database)
  await seedTestAccounts(database, organisation)
})

/** Where the actor's right lies, seen from the commune of An Minh, whose secretary is acted upon. */
const relations: Readonly<
  Record<string, { readonly over: TestUnitName; readonly system: string | null; readonly reaches: boolean }>
> = {
  'the unit itself': { over: 'xa-an-minh', system: null, reaches: true },
  'the district above': { over: 'tu-ky', system: null, reaches: true },
  'the province above': { over: 'tinh-uy', system: null, reaches: true },
  'the province above, in its ladder': { over: 'tinh-uy', system: 'party', reaches: true },
  'the province above, in another ladder': { over: 'tinh-uy', system: 'state', reaches: false },
  'a cell below': { over: 'chi-bo-thon-dong', system: null, reaches: false },
  'another district': { over: 'song-ha', system: null, reaches: false },
  'a body beside': { over: 'btv-tu-ky', system: null, reaches: false },
}

type Act = (c: Context) => Promise<unknown>

/** Every act of the slice that needs a right over others; each may be tried any number of times, because it is undone. */
const acts: Readonly<Record<string, Act>> = {
  'account.create': (c) =>
    createAccount(c, {
      username: 'moi',
      personId: organisation.person['an-minh'],
      password: null,
      makePassword: false,
    }),
  'account.create-many': (c) => createAccounts(c, { personIds: [organisation.person['an-minh']] }),
  'account.set-password': (c) => setPassword(c, { username: 'an-minh', password: 'một câu đủ dài' }),
  'account.end-sessions': (c) =>
    endAccountSessions(c, { username: 'an-minh', reason: 'thử' }).then(() => undefined),
  'account.disable': (c) => disableAccount(c, { username: 'an-minh', reason: 'thử' }),
  'account.enable': async (c) => {
    await c.db.updateTable('account').set({ disabled_at: c.now }).where('username', '=', 'an-minh').execute()
    await enableAccount(c, { username: 'an-minh' })
  },
  'role.grant': (c) => grantRole(c, { ...right(), fromOn: null }),
  'role.revoke': async (c) => {
    const grantId = await saveGrant(c, { ...right(), fromOn: c.today })
    await revokeRole(c, { grantId })
  },
  'token.revoke': async (c) => {
    const { accountId } = organisation.actorFor('an-minh')
    const { tokenId } = await saveApiToken(c, {
      name: 'x',
      scopes: ['read'],
      days: 1,
      accountId,
      holdingId: null,
    })
    await revokeApiToken(c, { tokenId })
  },
}

const right = () => ({
  postId: organisation.post['an-minh'],
  role: 'monitor' as const,
  unitId: organisation.unit['xa-an-minh'],
  system: null,
  toOn: null,
})

class Undo extends Error {}

/** What comes of an act that is undone afterwards: 'done', or the status of its refusal. */
async function outcomeOf(actor: Actor, act: Act): Promise<'done' | number> {
  try {
    await asActor(database, actor, today, async (c) => {
      await act(c)
      throw new Undo()
    })
    return 'done'
  } catch (error) {
    if (error instanceof Undo) return 'done'
    if (error instanceof Error && 'status' in error) return Number(error.status)
    throw error
  }
}

const stranger = (grants: readonly Grant[]) => organisation.actorFor('so-noi-vu', grants)

describe('who may administer accounts and rights', () => {
  for (const [name, act] of Object.entries(acts)) {
    for (const [relation, { over, system, reaches }] of Object.entries(relations)) {
      test(`${name} with a right over ${relation}: ${reaches ? 'the technical administrator alone' : 'nobody'}`, async () => {
        for (const role of roles) {
          const actor = stranger([{ role, unitId: organisation.unit[over], system }])
          const outcome = await outcomeOf(actor, act)
          if (role === 'system-admin' && reaches) expect([role, outcome]).toEqual([role, 'done'])
          else expect([role, [403, 404].includes(Number(outcome))]).toEqual([role, true])
        }
      })
    }
  }

  test('without any right nobody does anything', async () => {
    for (const act of Object.values(acts)) expect(await outcomeOf(stranger([]), act)).not.toBe('done')
  })

  test('both the post and the unit of a right must be the administrator’s', async () => {
    const admin = stranger([{ role: 'system-admin', unitId: organisation.unit['tu-ky'], system: null }])
    const beyond = (c: Context) =>
      grantRole(c, { ...right(), unitId: organisation.unit['song-ha'], fromOn: null })
    const abroad = (c: Context) =>
      grantRole(c, { ...right(), postId: organisation.post['chi-bo-cho'], fromOn: null })
    expect([await outcomeOf(admin, beyond), await outcomeOf(admin, abroad)]).toEqual([403, 403])
  })

  test('nobody is reached through the lesser of two posts', async () => {
    const id = newId<'holding'>()
    await database.db
      .insertInto('post_holding')
      .values({
        id,
        post_id: organisation.post['thuong-vu'],
        person_id: organisation.person['an-minh'],
        from_on: '2022-01-01',
      })
      .execute()
    const over = (unit: TestUnitName) =>
      stranger([{ role: 'system-admin', unitId: organisation.unit[unit], system: null }])
    const act = acts['account.set-password'] as Act
    expect(await outcomeOf(over('tu-ky'), act)).toBe(403)
    expect(await outcomeOf(over('tinh-uy'), act)).toBe('done')
    expect(await namesFor(over('tu-ky'))).not.toContain('an-minh')
    await database.db.deleteFrom('post_holding').where('id', '=', id).execute()
    expect(await namesFor(over('tu-ky'))).toContain('an-minh')
  })

  const namesFor = (actor: Actor) =>
    asActor(database, actor, today, async (c) =>
      (await listAccounts(c, { limit: 200 })).items.map((row) => row.username),
    )

  test('the list holds exactly the accounts that could be acted upon', async () => {
    for (const { over, system } of Object.values(relations)) {
      const actor = stranger([{ role: 'system-admin', unitId: organisation.unit[over], system }])
      const reachable: string[] = []
      for (const username of Object.keys(organisation.person)) {
        const act: Act = (c) => disableAccount(c, { username, reason: 'thử' })
        if ((await outcomeOf(actor, act)) === 'done') reachable.push(username)
      }
      // One's own account is on the list, and the one that cannot be closed.
      const listed = (await namesFor(actor)).filter((username) => username !== actor.username)
      expect(listed).toEqual(reachable.sort())
    }
  })
})
