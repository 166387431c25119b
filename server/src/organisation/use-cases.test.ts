import { beforeEach, describe, expect, test } from 'vitest'
import type { Context } from '../platform/context.ts'
import { newId } from '../platform/id.ts'
import { asActor, useTestDatabase } from '../platform/testing/database.ts'
import { plainDate } from '../platform/time/plain-date.ts'
import {
  addPerson,
  appoint,
  changePostManagement,
  endHolding,
  endUnit,
  type FoundUnitInput,
  foundUnit,
  getHoldingFacts,
  getUnit,
  holdingsOf,
  openPost,
  placeUnit,
  unitsInScope,
} from './index.ts'
import { seedTestOrganisation, type TestOrganisation, type TestPersonName } from './testing/organisation.ts'

const database = useTestDatabase()
const today = plainDate('2022-05-18')
let organisation: TestOrganisation

// Each test has a province of its own: codes are unique, so the one before is cleared away.
beforeEach(async () => {
  for (const table of [
    'unit_ancestor',
    'unit_name',
    'unit_paper',
    'post_holding',
    'post_management',
    'post',
    'unit_parent',
    'person',
  ] as const)
    await database.db.deleteFrom(table).execute()
  await database.db.updateTable('unit').set({ acts_for_id: null }).execute()
  await database.db.deleteFrom('unit').execute()
  organisation = await seedTestOrganisation(database)
})

const as = <Result>(name: TestPersonName, act: (c: Context) => Promise<Result>) =>
  asActor(database, organisation.actorFor(name), today, act)

const lastEntry = () =>
  database.db
    .selectFrom('audit_entry')
    .innerJoin('audit_payload', 'audit_payload.entry_id', 'audit_entry.id')
    .select(['action', 'object_kind', 'object_id', 'body_id', 'person_id', 'payload'])
    .orderBy('audit_entry.id', 'desc')
    .executeTakeFirstOrThrow()

const lastEvent = () =>
  database.db
    .selectFrom('outbox')
    .select(['event', 'payload'])
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()

function newCell(changes: Partial<FoundUnitInput> = {}): FoundUnitInput {
  return {
    code: 'chi-bo-moi',
    name: 'Chi bộ mới',
    shortName: 'CB mới',
    system: 'party',
    level: 'grassroots',
    kind: 'party-cell',
    place: '',
    actsForId: null,
    validFrom: plainDate('2022-06-01'),
    foundingDocument: 'Quyết định 05-QĐ/HU',
    parents: [{ system: 'party', parentId: organisation.unit['xa-an-minh'] }],
    ...changes,
  }
}

const document = 'Quyết định 10-QĐ/HU'

describe('founding a unit', () => {
  test('places it below its parent from its first day, with a record and an event', async () => {
    const { unitId } = await as('tu-ky', (c) => foundUnit(c, newCell()))
    const before = await as('tu-ky', (c) => getUnit(c, unitId, plainDate('2022-05-31')))
    const after = await as('tu-ky', (c) => getUnit(c, unitId, plainDate('2022-06-01')))
    expect(before.parents).toEqual([])
    expect(after.parents.map((parent) => parent.parentCode)).toEqual(['xa-an-minh'])
    const entry = await lastEntry()
    expect(entry).toMatchObject({
      action: 'unit.found',
      object_id: unitId,
      body_id: organisation.unit['tu-ky'],
    })
    expect(JSON.parse(entry.payload)).toMatchObject({ foundingDocument: 'Quyết định 05-QĐ/HU' })
    expect(await lastEvent()).toEqual({ event: 'unit.founded', payload: { unitId } })
  })

  test('is refused below a unit outside the right, and without the role', async () => {
    const elsewhere = [{ system: 'party' as const, parentId: organisation.unit['song-ha'] }]
    await expect(as('tu-ky', (c) => foundUnit(c, newCell({ parents: elsewhere })))).rejects.toMatchObject({
      code: 'forbidden',
      status: 403,
    })
    await expect(as('thuong-vu', (c) => foundUnit(c, newCell()))).rejects.toMatchObject({ code: 'forbidden' })
  })

  test('below nobody is for the administrator of the installation alone', async () => {
    await expect(as('van-phong', (c) => foundUnit(c, newCell({ parents: [] })))).rejects.toMatchObject({
      code: 'forbidden',
    })
    const ofOneUnit = [{ role: 'system-admin', unitId: organisation.unit['tu-ky'], system: null }]
    const administrator = organisation.actorFor('quan-tri', ofOneUnit)
    await expect(
      asActor(database, administrator, today, (c) => foundUnit(c, newCell({ parents: [] }))),
    ).rejects.toMatchObject({ code: 'forbidden' })

    const { unitId } = await as('quan-tri', (c) => foundUnit(c, newCell({ parents: [] })))
    expect((await as('quan-tri', (c) => getUnit(c, unitId, plainDate('2022-06-01')))).parents).toEqual([])
  })

  test('is refused with a code that is taken, a parent that is not there yet, and two parents in one ladder', async () => {
    await expect(as('tu-ky', (c) => foundUnit(c, newCell({ code: 'tu-ky' })))).rejects.toMatchObject({
      code: 'unit_code_taken',
      status: 409,
    })
    await expect(
      as('tu-ky', (c) => foundUnit(c, newCell({ validFrom: plainDate('2020-12-31') }))),
    ).rejects.toMatchObject({ code: 'unit_not_there' })
    const parent = { system: 'party' as const, parentId: organisation.unit['tu-ky'] }
    await expect(
      as('tu-ky', (c) => foundUnit(c, newCell({ parents: [parent, parent] }))),
    ).rejects.toMatchObject({
      code: 'placement_overlaps',
    })
  })

  test('a standing committee acts for a committee, never for another standing committee', async () => {
    const actsForId = organisation.unit['btv-tu-ky']
    await expect(as('tu-ky', (c) => foundUnit(c, newCell({ actsForId })))).rejects.toMatchObject({
      code: 'body_of_body',
    })
  })
})

describe('placing a unit', () => {
  const move = (changes: Partial<Parameters<typeof placeUnit>[1]> = {}) => ({
    unitId: organisation.unit['xa-an-minh'],
    version: 1,
    system: 'party' as const,
    parentId: organisation.unit['song-ha'],
    fromOn: plainDate('2022-05-01'),
    document,
    ...changes,
  })
  const below = (name: 'tu-ky' | 'song-ha') =>
    as('van-phong', async (c) =>
      (
        await c.db
          .selectFrom('unit')
          .select('code')
          .where('id', 'in', unitsInScope(c, { unitId: organisation.unit[name], system: 'party' }))
          .execute()
      ).map((row) => row.code),
    )

  test('takes all below it along, and leaves the days before as they were', async () => {
    await as('van-phong', (c) => placeUnit(c, move()))
    expect(await below('song-ha')).toEqual(
      expect.arrayContaining(['xa-an-minh', 'chi-bo-thon-dong', 'ubnd-an-minh']),
    )
    expect(await below('tu-ky')).not.toContain('chi-bo-thon-dong')
    const parentOn = async (day: string) =>
      (await as('van-phong', (c) => getUnit(c, organisation.unit['xa-an-minh'], plainDate(day)))).parents[0]
        ?.parentCode
    expect(await parentOn('2022-04-30')).toBe('tu-ky')
    expect(await parentOn('2022-05-01')).toBe('song-ha')
    expect((await lastEntry()).action).toBe('unit.place')
  })

  test('is refused under what stands below it', async () => {
    const parentId = organisation.unit['chi-bo-thon-dong']
    await expect(as('van-phong', (c) => placeUnit(c, move({ parentId })))).rejects.toMatchObject({
      code: 'organisation_cycle',
    })
    const itself = organisation.unit['xa-an-minh']
    await expect(as('van-phong', (c) => placeUnit(c, move({ parentId: itself })))).rejects.toMatchObject({
      code: 'organisation_cycle',
    })
  })

  test('is refused where a later placing is recorded, or nothing would change', async () => {
    await as('van-phong', (c) => placeUnit(c, move({ fromOn: plainDate('2022-09-01') })))
    await expect(as('van-phong', (c) => placeUnit(c, move({ version: 2 })))).rejects.toMatchObject({
      code: 'placement_overlaps',
    })
    await expect(
      as('van-phong', (c) => placeUnit(c, move({ version: 2, fromOn: plainDate('2022-10-01') }))),
    ).rejects.toMatchObject({ code: 'placement_unchanged' })
  })

  test('needs the right over the unit and over its new parent', async () => {
    await expect(as('tu-ky', (c) => placeUnit(c, move()))).rejects.toMatchObject({ code: 'forbidden' })
  })

  test('of two writers at once one wins and the other is told', async () => {
    const results = await Promise.allSettled([
      as('van-phong', (c) => placeUnit(c, move())),
      as('van-phong', (c) => placeUnit(c, move({ parentId: organisation.unit['dang-uy-khoi'] }))),
    ])
    expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected'])
    const lost = results.find((result) => result.status === 'rejected')
    expect(lost?.reason).toMatchObject({ code: 'version_conflict', status: 409 })
  })

  test('two moves that would make a cycle together do not both happen', async () => {
    const { unit } = organisation
    const results = await Promise.allSettled([
      as('van-phong', (c) => placeUnit(c, move({ unitId: unit['tu-ky'], parentId: unit['song-ha'] }))),
      as('van-phong', (c) => placeUnit(c, move({ unitId: unit['song-ha'], parentId: unit['tu-ky'] }))),
    ])
    const lost = results.filter((result) => result.status === 'rejected')
    expect(lost.map((result) => result.reason.code)).toEqual(['organisation_cycle'])
  })
})

describe('ending a unit', () => {
  test('is refused while something depends on it, with every reason at once', async () => {
    const input = {
      unitId: organisation.unit['tu-ky'],
      version: 1,
      endsOn: plainDate('2022-07-01'),
      document,
    }
    await expect(as('van-phong', (c) => endUnit(c, input))).rejects.toMatchObject({
      reasons: [
        { code: 'unit_has_children', params: { count: 5 } },
        { code: 'unit_has_bodies', params: { count: 1 } },
        { code: 'unit_has_holders', params: { count: 2 } },
      ],
    })
  })

  test('closes its place and its posts, and cannot be done twice', async () => {
    const { unit, holding, person } = organisation
    const endsOn = plainDate('2022-05-01')
    const free = { holdingId: holding['chi-bo-thon-dong'], version: 1, endsOn, document }
    await as('tu-ky', (c) => endHolding(c, free))
    const input = { unitId: unit['chi-bo-thon-dong'], version: 1, endsOn, document }
    await as('tu-ky', (c) => endUnit(c, input))
    const ended = await as('tu-ky', (c) => getUnit(c, unit['chi-bo-thon-dong'], endsOn))
    expect(ended).toMatchObject({ validTo: endsOn, version: 2, parents: [] })
    const dayBefore = await as('tu-ky', (c) =>
      holdingsOf(c, person['chi-bo-thon-dong'], plainDate('2022-04-30')),
    )
    expect(dayBefore).toHaveLength(1)
    await expect(as('tu-ky', (c) => endUnit(c, { ...input, version: 2 }))).rejects.toMatchObject({
      code: 'unit_already_ended',
    })
  })
})

describe('posts and who holds them', () => {
  test('a post is opened, filled and freed, each with its paper', async () => {
    const opened = await as('tu-ky', async (c) => {
      const { personId } = await addPerson(c, { fullName: 'Người Mới' })
      const { postId } = await openPost(c, {
        unitId: organisation.unit['xa-an-minh'],
        title: 'Phó Bí thư',
        isHead: false,
        validFrom: plainDate('2022-05-01'),
        managingUnitId: organisation.unit['btv-tu-ky'],
        document,
      })
      const from = plainDate('2022-05-10')
      const holding = await appoint(c, {
        postId,
        version: 1,
        personId,
        fromOn: from,
        capacity: 'full',
        document,
      })
      return { postId, ...holding }
    })
    const facts = await as('tu-ky', (c) => getHoldingFacts(c, opened.holdingId, today))
    expect(facts).toMatchObject({ active: true, managingRootId: organisation.unit['tu-ky'], document })
    const endsOn = plainDate('2022-05-18')
    await as('tu-ky', (c) => endHolding(c, { holdingId: opened.holdingId, version: 2, endsOn, document }))
    expect((await as('tu-ky', (c) => getHoldingFacts(c, opened.holdingId, today))).active).toBe(false)
    expect((await lastEvent()).event).toBe('holding.ended')
    await expect(
      as('tu-ky', (c) => endHolding(c, { holdingId: opened.holdingId, version: 3, endsOn, document })),
    ).rejects.toMatchObject({ code: 'holding_ended' })
  })

  test('a unit has one head in full; somebody may act for the head', async () => {
    const { post, person } = organisation
    const input = {
      postId: post['an-minh'],
      version: 1,
      personId: person['van-thu-an-minh'],
      fromOn: today,
      capacity: 'full' as const,
      document,
    }
    await expect(as('tu-ky', (c) => appoint(c, input))).rejects.toMatchObject({ code: 'post_has_head' })
    await as('tu-ky', (c) => appoint(c, { ...input, capacity: 'in_charge' }))
    await expect(
      as('tu-ky', (c) => appoint(c, { ...input, version: 2, capacity: 'acting' })),
    ).rejects.toMatchObject({ code: 'already_holds' })
  })

  test('nobody appoints themselves, nor, on behalf of another, that other; ending one’s own holding is allowed', async () => {
    const { post, person, holding } = organisation
    const input = {
      postId: post['an-minh'],
      version: 1,
      fromOn: today,
      capacity: 'acting' as const,
      document,
    }
    const own = { ...input, personId: person['tu-ky'] }
    await expect(as('tu-ky', (c) => appoint(c, own))).rejects.toMatchObject({
      code: 'own_holding',
      reasons: [{ field: 'personId' }],
    })
    const standsFor = {
      standInId: newId(),
      personId: person['tu-ky'],
      personName: 'Người vắng',
      ownUnitIds: [],
    }
    const inStead = { ...organisation.actorFor('tu-ky'), personId: person['van-thu-an-minh'], standsFor }
    for (const personId of [person['tu-ky'], person['van-thu-an-minh']])
      await expect(
        asActor(database, inStead, today, (c) => appoint(c, { ...input, personId })),
      ).rejects.toMatchObject({ code: 'own_holding' })

    const endsOn = plainDate('2022-05-01')
    await as('tu-ky', (c) => endHolding(c, { holdingId: holding['tu-ky'], version: 1, endsOn, document }))
    await expect(
      as('tu-ky', (c) => appoint(c, { ...own, postId: post['tu-ky'], version: 2 })),
    ).rejects.toMatchObject({ code: 'own_holding' })
  })

  test('two who are appointed head at once do not both become it', async () => {
    const { post, person, holding } = organisation
    const endsOn = plainDate('2022-05-01')
    await as('tu-ky', (c) => endHolding(c, { holdingId: holding['an-minh'], version: 1, endsOn, document }))
    const take = (who: TestPersonName) =>
      as('tu-ky', (c) =>
        appoint(c, {
          postId: post['an-minh'],
          version: 2,
          personId: person[who],
          fromOn: endsOn,
          capacity: 'full',
          document,
        }),
      )
    const results = await Promise.allSettled([take('van-thu-an-minh'), take('chi-bo-thon-dong')])
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1)
  })

  test('a post passes to another managing body from a day on, by somebody above both', async () => {
    const { post, unit, holding } = organisation
    const input = {
      postId: post['an-minh'],
      version: 1,
      managingUnitId: unit['btv-tinh-uy'],
      fromOn: plainDate('2022-05-10'),
      document,
    }
    await as('van-phong', (c) => changePostManagement(c, input))
    const managerOn = async (day: string) =>
      (await as('van-phong', (c) => getHoldingFacts(c, holding['an-minh'], plainDate(day)))).managingRootId
    expect(await managerOn('2022-05-09')).toBe(unit['tu-ky'])
    expect(await managerOn('2022-05-10')).toBe(unit['tinh-uy'])
    const back = { ...input, version: 2, managingUnitId: unit['btv-tu-ky'], fromOn: today }
    // The district may not take back what the province manages now.
    await expect(as('tu-ky', (c) => changePostManagement(c, back))).rejects.toMatchObject({
      code: 'forbidden',
    })
    await expect(
      as('van-phong', (c) => changePostManagement(c, { ...back, fromOn: plainDate('2022-05-01') })),
    ).rejects.toMatchObject({ code: 'management_overlaps' })
  })

  test('a unit cannot end while somebody is being appointed in it', async () => {
    const { post, person, holding, unit } = organisation
    const endsOn = plainDate('2022-05-01')
    await as('tu-ky', (c) =>
      endHolding(c, { holdingId: holding['chi-bo-thon-dong'], version: 1, endsOn, document }),
    )
    const results = await Promise.allSettled([
      as('tu-ky', (c) =>
        appoint(c, {
          postId: post['chi-bo-thon-dong'],
          version: 2,
          personId: person['van-thu-an-minh'],
          fromOn: endsOn,
          capacity: 'full',
          document,
        }),
      ),
      as('tu-ky', (c) => endUnit(c, { unitId: unit['chi-bo-thon-dong'], version: 1, endsOn, document })),
    ])
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1)
  })
})
