import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { addPerson, appoint, getPost } from '../../organisation/index.ts'
import { seedTestOrganisation, type TestOrganisation } from '../../organisation/testing/organisation.ts'
import type { Actor, Context } from '../../platform/context.ts'
import { Refusal } from '../../platform/refusal.ts'
import { asActor, testNow, useTestDatabase } from '../../platform/testing/database.ts'
import { plainDate } from '../../platform/time/plain-date.ts'
import { createAccount } from '../accounts/create-account.ts'
import { enableAccount } from '../accounts/disable-account.ts'
import { grantRoleFor } from '../accounts/trusted.ts'
import { removeFactorsFrom } from '../factors/remove-factors.ts'
import { linkOutside } from '../outside/outside-links.ts'
import { setPassword } from '../passwords/set-password.ts'
import { grantRole } from '../roles/grant-role.ts'
import { roles } from '../roles/roles.ts'
import { createApiToken } from '../sessions/api-tokens.ts'
import { loadActor } from '../sign-in/actor.ts'
import { lendPost } from '../stand-ins/lend-post.ts'
import { seedTestAccounts } from '../testing/accounts.ts'
import { confirmAccess } from './confirm-access.ts'
import { listUnconfirmed } from './unconfirmed.ts'

const database = useTestDatabase()
const today = plainDate('2026-11-24')
let organisation: TestOrganisation

beforeAll(async () => {
  organisation = await seedTestOrganisation(database)
  await seedTestAccounts(database, organisation)
  // The administrator of a small installation keeps the directory too, and may lend for others.
  const post = { postId: organisation.post['quan-tri'], unitId: organisation.unit['tinh-uy'], system: null }
  await grantRoleFor(database.db, { ...post, role: 'directory-admin' }, testNow)
})

interface Known {
  readonly accountId: string
  readonly username: string
  readonly personId: string
}

const administrator = (): Known => ({ ...organisation.actorFor('quan-tri') })

/** Everything that somebody may act as today: each of their posts, and each in whose stead they may stand. */
async function actorsOf(known: Known): Promise<readonly Actor[]> {
  const c = { db: database.db as never }
  const bearer = { ...known, personName: known.username, holdingId: null, sessionId: 'phien', scopes: null }
  const holdings = await database.db
    .selectFrom('post_holding')
    .select('id')
    .where('person_id', '=', known.personId)
    .execute()
  const lent = await database.db
    .selectFrom('stand_in')
    .select('id')
    .where('person_id', '=', known.personId)
    .execute()
  return Promise.all([
    loadActor(c, bearer, today, testNow),
    ...holdings.map(({ id }) => loadActor(c, { ...bearer, holdingId: id }, today, testNow)),
    ...lent.map(({ id }) => loadActor(c, { ...bearer, standInId: id }, today, testNow)),
  ])
}

/** What the administrator and their puppets know and have made so far. */
class Plot {
  readonly known: Known[] = []
  #made = 0

  /** One act by somebody whose password the administrator knows; what is refused is refused. */
  async act(kind: number, who: number, what: number): Promise<void> {
    const all = [administrator(), ...this.known]
    const actors = await actorsOf(all[who % all.length] ?? administrator())
    const actor = actors[what % actors.length] as Actor
    const act = this.#acts[kind % this.#acts.length] as (c: Context, what: number) => Promise<void>
    await asActor(database, actor, today, (c) => act(c, what)).catch((error: unknown) => {
      if (!(error instanceof Refusal)) throw error
    })
  }

  readonly #acts: readonly ((c: Context, what: number) => Promise<void>)[] = [
    async (c, what) => {
      const { personId } = await addPerson(c, { fullName: 'Lê Văn Rối' })
      const username = `roi-${what}-${this.#made++}-${Date.now()}`
      const made = await createAccount(c, { username, personId, password: null, makePassword: true })
      this.known.push({ accountId: made.accountId, username, personId })
      await this.#appoint(c, personId, what)
    },
    (c, what) => this.#appoint(c, this.#person(what), what),
    async (c, what) => {
      const { username, accountId, personId } = await this.#anybody(what)
      await setPassword(c, { username, password: null })
      this.known.push({ username, accountId, personId })
    },
    async (c, what) => {
      const { username, accountId, personId } = await this.#anybody(what)
      await linkOutside(c, { username, issuer: 'https://id.example.vn', subject: `toi-${this.#made++}` })
      this.known.push({ username, accountId, personId })
    },
    async (c, what) => {
      await removeFactorsFrom(c, { username: (await this.#anybody(what)).username, reason: 'x' })
    },
    async (c, what) => {
      const unitId = organisation.unit['tinh-uy']
      const role = roles[what % roles.length] ?? 'inspector'
      await grantRole(c, { postId: this.#post(what), role, unitId, system: null, fromOn: null, toOn: null })
    },
    async (c, what) => {
      const held = await c.db.selectFrom('post_holding').select(['id', 'post_id']).execute()
      const lent = held[what % held.length]
      const grants = await c.db
        .selectFrom('role_grant')
        .select('id')
        .where('post_id', '=', lent?.post_id ?? '')
        .execute()
      const grantIds = grants.map(({ id }) => id)
      const days = { fromOn: today, lastOn: today, document: '1-QĐ' }
      await lendPost(c, { holdingId: lent?.id ?? '', personId: this.#person(what), grantIds, ...days })
    },
    async (c) => {
      const { items } = await listUnconfirmed(c)
      const accesses = items.map((one) => `${one.username} ${one.fingerprint}`)
      if (accesses.length > 0) await confirmAccess(c, { accesses })
    },
    async (c, what) => {
      await enableAccount(c, { username: (await this.#anybody(what)).username })
    },
    async (c) => {
      await createApiToken(c, { name: 'x', scopes: ['read'], days: 1 })
    },
  ]

  /** A puppet, or the administrator themselves. */
  #person(what: number): string {
    const all = [...this.known, administrator()]
    return (all[what % all.length] ?? administrator()).personId
  }

  #post(what: number): string {
    const posts = Object.values(organisation.post)
    return posts[what % posts.length] as string
  }

  async #anybody(what: number): Promise<Known> {
    const rows = await database.db.selectFrom('account').select(['id', 'username', 'person_id']).execute()
    const row = rows[what % rows.length]
    return { accountId: row?.id ?? '', username: row?.username ?? '', personId: row?.person_id ?? '' }
  }

  async #appoint(c: Context, personId: string, what: number): Promise<void> {
    const postId = this.#post(what)
    const { version } = await getPost(c, postId)
    const input = { postId, version, personId, fromOn: today, capacity: 'acting', document: '1-QĐ' } as const
    await appoint(c, input)
  }
}

/**
 * Each kind of act, for each account, post and holding in turn, so that the coverage does not depend on the random draw.
 */
const everyKindOfStep = Array.from({ length: 10 }, (_, kind) =>
  Array.from({ length: 20 }, (_, what): [number, number, number] => [kind, 0, what]),
).flat()

test('no sequence of acts gives the administrator alone more than they had, in any account that they know', async () => {
  const before = (await actorsOf(administrator())).flatMap(({ grants }) => grants.map(({ role }) => role))
  const plot = new Plot()
  const step = fc.tuple(fc.nat(9), fc.nat(1000), fc.nat(1000))
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 12 }), async (steps) => {
      for (const [kind, who, what] of steps) await plot.act(kind, who, what)
      for (const known of plot.known.filter(({ username }) => username !== 'quan-tri'))
        for (const { grants } of await actorsOf(known))
          expect([known.username, grants]).toEqual([known.username, []])
      const own = (await actorsOf(administrator())).flatMap(({ grants }) => grants.map(({ role }) => role))
      expect(new Set(own)).toEqual(new Set(before))
    }),
    { numRuns: 25, examples: [[everyKindOfStep]] },
  )
  // The plot went somewhere: accounts were made, passwords set, rights granted, and lendings made.
  expect(plot.known.length).toBeGreaterThan(5)
  const rows = async (table: 'stand_in' | 'way_in') =>
    (await database.db.selectFrom(table).select('id').execute()).length
  expect(await rows('way_in')).toBeGreaterThan(5)
  expect(await rows('stand_in')).toBeGreaterThan(0)
})
