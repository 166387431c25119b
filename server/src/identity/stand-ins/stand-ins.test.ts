import fc from 'fast-check'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seedTestOrganisation, type TestOrganisation } from '../../organisation/testing/organisation.ts'
import type { Actor, Context } from '../../platform/context.ts'
import { newId } from '../../platform/id.ts'
import { asActor, testNow, useTestDatabase } from '../../platform/testing/database.ts'
import { TestClock, testServer } from '../../platform/testing/server.ts'
import { addDays, type PlainDate, plainDate } from '../../platform/time/plain-date.ts'
import { saveGrant } from '../roles/grant-role.ts'
import { type Role, roles } from '../roles/roles.ts'
import { identityRoutes } from '../routes.ts'
import { createApiToken } from '../sessions/api-tokens.ts'
import { loadActor } from '../sign-in/actor.ts'
import { seedTestAccounts, testPassword } from '../testing/accounts.ts'
import { fromOwnPage, identitySystem, lastEntries, signInAs } from '../testing/ground.ts'
import { endStandIn, lendPost } from './lend-post.ts'
import { lendable, offeredStandIns } from './stand-in-queries.ts'

const database = useTestDatabase()
const clock = new TestClock()
const today = plainDate('2026-11-24')
let organisation: TestOrganisation
let app: FastifyInstance

beforeAll(async () => {
  organisation = await seedTestOrganisation(database)
  await seedTestAccounts(database, organisation)
  app = await testServer(identitySystem(database, { clock }), identityRoutes({ demonstrationAccounts: [] }))
})
afterAll(() => app.close())

class Undo extends Error {}

/** Runs in a transaction that is undone, so that each case finds the organisation as it was. */
async function undone(actor: Actor, act: (c: Context) => Promise<void>): Promise<void> {
  await asActor(database, actor, today, async (c) => {
    await act(c)
    throw new Undo()
  }).catch((error: unknown) => {
    if (!(error instanceof Undo)) throw error
  })
}

const lender = () => organisation.actorFor('thuong-vu-tu-ky')
const grantIdsOf = async (c: Pick<Context, 'db'>, postId: string) =>
  (await c.db.selectFrom('role_grant').select('id').where('post_id', '=', postId).execute()).map(
    ({ id }) => id,
  )

async function lending(c: Context, more: Partial<Parameters<typeof lendPost>[1]> = {}) {
  return lendPost(c, {
    holdingId: organisation.holding['thuong-vu-tu-ky'],
    personId: organisation.person['an-minh'],
    grantIds: await grantIdsOf(c, organisation.post['thuong-vu-tu-ky']),
    fromOn: today,
    lastOn: addDays(today, 9),
    document: 'Giấy ủy quyền 05-UQ/HU',
    ...more,
  })
}

const standing = (c: Pick<Context, 'db'>, standInId: string, on: PlainDate) =>
  loadActor(c, { ...organisation.actorFor('an-minh'), holdingId: null, sessionId: null, standInId }, on)

const key = (grant: { role: string; unitId: string; system: string | null }) =>
  `${grant.role} ${grant.unitId} ${grant.system}`

describe('who stands in', () => {
  test('has exactly what was lent, as far as the post has it on the day (random rights, lendings and days)', async () => {
    const day = fc.integer({ min: -20, max: 40 })
    const right = fc.record({
      role: fc.constantFrom(...roles),
      from: day,
      days: fc.option(fc.nat(40)),
      lent: fc.boolean(),
      confirmed: fc.boolean(),
    })
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(right, { maxLength: 6, selector: ({ role }) => role }),
        fc.nat(20),
        fc.nat(20),
        day,
        async (rights, start, length, asked) => {
          await undone(lender(), async (c) => {
            await c.db.deleteFrom('role_grant').where('post_id', '=', c.actor.postId).execute()
            const made: {
              id: string
              role: Role
              from: PlainDate
              to: PlainDate | null
              lent: boolean
              confirmed: boolean
            }[] = []
            for (const { role, from, days, lent, confirmed } of rights) {
              // The administrator's right is never next to one that looks into works; that is another rule's test.
              if (role === 'system-admin') continue
              const fromOn = addDays(today, from)
              const toOn = days === null ? null : addDays(fromOn, days + 1)
              const grant = {
                postId: c.actor.postId ?? '',
                role,
                unitId: organisation.unit['tu-ky'],
                system: null,
              }
              made.push({
                // // What the operator of the server gives needs no confirmation; what an account gives does.
                id: await saveGrant({ ...c, actor: confirmed ? null : c.actor }, { ...grant, fromOn, toOn }),
                role,
                from: fromOn,
                to: toOn,
                lent,
                confirmed,
              })
            }
            const open = made.filter(({ lent, to }) => lent && (to === null || to > today))
            if (open.length === 0) return
            const [fromOn, lastOn] = [addDays(today, start), addDays(today, start + length)]
            const { standInId } = await lending(c, { grantIds: open.map(({ id }) => id), fromOn, lastOn })
            const on = addDays(today, asked)
            const actor = await standing(c, standInId, on)
            const lasts = on >= fromOn && on <= lastOn
            expect(actor.standsFor === undefined).toBe(!lasts)
            const unitId = organisation.unit['tu-ky']
            const expected = lasts
              ? open

                  .filter(({ from, to, confirmed }) => confirmed && from <= on && (to === null || to > on))
                  .map(({ role }) => key({ role, unitId, system: null }))
              : organisation.grantsOf('an-minh').map(key)
            expect(actor.grants.map(key).sort()).toEqual(expected.sort())
          })
        },
      ),
      { numRuns: 40 },
    )
  })

  test('acts in the lender’s post and unit, and is themselves all the same', async () => {
    await undone(lender(), async (c) => {
      const { standInId } = await lending(c)
      const actor = await standing(c, standInId, today)
      expect(actor).toMatchObject({
        personId: organisation.person['an-minh'],
        holdingId: organisation.holding['thuong-vu-tu-ky'],
        unitId: organisation.unit['btv-tu-ky'],
        rootId: organisation.unit['tu-ky'],
        standsFor: { personId: organisation.person['thuong-vu-tu-ky'] },
      })
      expect(actor.standsFor?.ownUnitIds).toContain(organisation.unit['xa-an-minh'])
    })
  })

  test('is so through the last day and not a moment longer, by the clock of Vietnam', async () => {
    const standInId = await asActor(
      database,
      lender(),
      today,
      async (c) => (await lending(c, { lastOn: today })).standInId,
    )
    const session = await signInAs(identitySystem(database, { clock }), 'an-minh', testPassword)
    await database.db
      .updateTable('session')
      .set({ stand_in_id: standInId })
      .where('id', '=', session.id)
      .execute()
    const meAt = async (at: string) => {
      const then = { now: () => new Date(at) }
      await database.db
        .updateTable('session')
        .set({ last_seen_at: new Date(at), expires_at: new Date('2027-01-01') })
        .execute()
      const server = await testServer(
        identitySystem(database, { clock: then }),
        identityRoutes({ demonstrationAccounts: [] }),
      )
      const answer = await server.inject({ url: '/api/v1/me', cookies: { phien: session.token } })
      await server.close()
      return answer.json().post.id
    }
    expect(await meAt('2026-11-24T16:59:59.999Z')).toBe(organisation.post['thuong-vu-tu-ky'])
    expect(await meAt('2026-11-24T17:00:00.000Z')).toBe(organisation.post['an-minh'])
    await database.db.updateTable('stand_in').set({ ended_at: testNow }).execute()
  })

  test.each([
    [
      'the lender leaves their post',
      async (c: Context) => {
        await c.db
          .updateTable('post_holding')
          .set({ to_on: today })
          .where('id', '=', organisation.holding['thuong-vu-tu-ky'])
          .execute()
      },
    ],
    [
      'the stand-in no longer holds a post',
      async (c: Context) => {
        await c.db
          .updateTable('post_holding')
          .set({ to_on: today })
          .where('id', '=', organisation.holding['an-minh'])
          .execute()
      },
    ],
    [
      'the lender ends it',
      async (c: Context, standInId: string) => {
        await endStandIn(c, { standInId })
      },
    ],
    [
      'the stand-in gives it back',
      async (c: Context, standInId: string) => {
        await endStandIn({ ...c, actor: await standing(c, standInId, today) }, { standInId })
      },
    ],
  ] as const)('is so no more when %s', async (_name, change) => {
    await undone(lender(), async (c) => {
      const { standInId } = await lending(c)
      await change(c, standInId)
      expect((await standing(c, standInId, today)).standsFor).toBeUndefined()
      const stranger = organisation.actorFor('an-minh')
      expect(await offeredStandIns({ ...c, actor: stranger })).toEqual([])
    })
  })

  test('lends nothing further, and makes no token', async () => {
    await undone(lender(), async (c) => {
      const { standInId } = await lending(c)
      const actor = { ...(await standing(c, standInId, today)), sessionId: newId() }
      const further = lending({ ...c, actor }, { personId: organisation.person['so-tttt'] })
      await expect(further).rejects.toMatchObject({ code: 'stand_in_lends' })
      const token = createApiToken({ ...c, actor }, { name: 'x', scopes: ['read'], days: 1 })
      await expect(token).rejects.toMatchObject({ code: 'token_own_post' })
    })
  })
})

describe('lending is refused', () => {
  const wrong = () =>
    [
      ['to oneself', { personId: organisation.person['thuong-vu-tu-ky'] }, 'stand_in_own_gain'],
      ['from a day that is past', { fromOn: addDays(today, -1) }, 'stand_in_past'],
      ['until before it begins', { lastOn: addDays(today, -1) }, 'stand_in_span'],
      ['for years', { lastOn: addDays(today, 366) }, 'stand_in_too_long'],
      ['of a right that another post has', { grantIds: [] as string[] }, 'stand_in_beyond'],
    ] as const
  test.each([0, 1, 2, 3, 4])('case %i', async (index) => {
    const [name, more, code] = wrong()[index] ?? ['', {}, '']
    await undone(lender(), async (c) => {
      const beyond = name.includes('another post')
        ? await grantIdsOf(c, organisation.post['van-phong'])
        : undefined
      const given = beyond === undefined ? more : { ...more, grantIds: beyond }
      await expect(lending(c, given), name).rejects.toMatchObject({ code })
    })
  })

  test('to anybody but the holder and who keeps the directory there; and never to the latter themselves', async () => {
    await undone(organisation.actorFor('tu-ky'), async (c) => {
      await lending(c)
      await expect(lending(c, { personId: c.actor.personId })).rejects.toMatchObject({
        code: 'stand_in_own_gain',
      })
    })
    for (const name of ['quan-tri', 'thuong-vu', 'bi-thu-tu-ky', 'bi-thu-song-ha'] as const)
      await undone(organisation.actorFor(name), async (c) => {
        await expect(lending(c), name).rejects.toMatchObject({ code: 'forbidden' })
      })
  })

  test('of the right to administer accounts', () => {
    expect(lendable).not.toContain('system-admin')
    expect(lendable.length).toBe(roles.length - 1)
  })
})

test('the chooser offers it, the act is recorded as one’s for another', async () => {
  const standInId = await asActor(database, lender(), today, async (c) => (await lending(c)).standInId)
  const { token } = await signInAs(identitySystem(database, { clock }), 'an-minh', testPassword)
  const cookies = { phien: token }
  const post = (form: Record<string, string>, url = '/tai-khoan/chuc-vu') =>
    app.inject({
      method: 'POST',
      url,
      headers: fromOwnPage,
      cookies,
      payload: new URLSearchParams(form).toString(),
    })
  expect((await app.inject({ url: '/uy-quyen', cookies })).body).toContain('Ngô Thị Minh thay Bùi Thị Thường')
  expect((await post({ postId: standInId })).statusCode).toBe(303)
  expect((await app.inject({ url: '/api/v1/me', cookies })).json().post.title).toBe('Phó Bí thư Thường trực')
  await post({ postId: organisation.post['an-minh'] })
  const [entry] = await lastEntries(database, 1)
  expect(entry).toMatchObject({
    action: 'session.switch-post',
    payload: { standsFor: { standInId, personId: organisation.person['thuong-vu-tu-ky'] } },
  })
  expect((await app.inject({ url: '/api/v1/me', cookies })).json().post.title).toBe('Bí thư Đảng ủy xã')
})
