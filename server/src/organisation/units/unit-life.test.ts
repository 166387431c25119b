import { Readable } from 'node:stream'
import { beforeAll, describe, expect, test } from 'vitest'
import { noVirusScanner } from '../../platform/antivirus/virus-scanner.ts'
import type { Context } from '../../platform/context.ts'
import { receiveFile, recordUpload } from '../../platform/files/uploads.ts'
import { asActor, testBlobs, useTestDatabase } from '../../platform/testing/database.ts'
import { type PlainDate, plainDate } from '../../platform/time/plain-date.ts'
import { appoint, endHolding, endUnit, foundUnit, getUnit, listUnits, openPost } from '../index.ts'
import { closePost } from '../people/close-post.ts'
import { correctPerson } from '../people/correct-person.ts'
import { unitNameOf } from '../relations/scope.ts'
import { seedTestOrganisation, type TestOrganisation, type TestPersonName } from '../testing/organisation.ts'
import { correctUnit } from './correct-unit.ts'
import { renameUnit, takeUpNames } from './rename-unit.ts'
import { lifeOf } from './unit-life.ts'

const database = useTestDatabase()
const day = plainDate
const today = day('2022-05-18')
let organisation: TestOrganisation

beforeAll(async () => {
  organisation = await seedTestOrganisation(database)
})

const as = <Result>(name: TestPersonName, act: (c: Context) => Promise<Result>, on: PlainDate = today) =>
  asActor(database, organisation.actorFor(name), on, act)

const nameAt = (code: 'chi-bo-cho' | 'so-noi-vu', on: PlainDate) =>
  as('van-phong', async (c) => (await getUnit(c, organisation.unit[code], on)).name)

const paper = { document: '12-QĐ/TU' }

describe('a renamed unit', () => {
  const unitId = () => organisation.unit['so-noi-vu']

  test('has its old name before the day and the new one from it on, wherever a day is asked about', async () => {
    const input = {
      unitId: unitId(),
      version: 1,
      name: 'Sở Nội vụ và Lao động',
      shortName: 'Sở NV-LĐ',
      fromOn: day('2022-03-01'),
      ...paper,
    }
    await as('van-phong', (c) => renameUnit(c, input))
    expect(await nameAt('so-noi-vu', day('2022-02-28'))).toBe('Sở Nội vụ')
    expect(await nameAt('so-noi-vu', day('2022-03-01'))).toBe('Sở Nội vụ và Lao động')
    const onPapers = await as('van-phong', (c) =>
      c.db
        .selectFrom('unit')
        .select([
          unitNameOf('unit.id', day('2022-02-28')).as('before'),
          unitNameOf('unit.id', { column: 'unit.valid_from' }).as('founded'),
          unitNameOf('unit.id').as('now'),
        ])
        .where('unit.id', '=', unitId())
        .executeTakeFirstOrThrow(),
    )
    expect(onPapers).toEqual({ before: 'Sở Nội vụ', founded: 'Sở Nội vụ', now: 'Sở Nội vụ và Lao động' })
  })

  test('is found by either name', async () => {
    for (const text of ['so noi vu', 'lao dong']) {
      const { items } = await as('van-phong', (c) => listUnits(c, { on: today, filter: { text } }))
      expect(items.map((unit) => unit.code)).toContain('so-noi-vu')
    }
  })

  test('takes up a name of days to come when they have come, and not before', async () => {
    const fromOn = day('2022-07-01')
    await as('van-phong', (c) =>
      renameUnit(c, {
        unitId: unitId(),
        version: 2,
        name: 'Sở Nội vụ mới',
        shortName: 'SNV',
        fromOn,
        ...paper,
      }),
    )
    const stored = async () =>
      (await database.db.selectFrom('unit').select('name').where('id', '=', unitId()).executeTakeFirst())
        ?.name
    await as('van-phong', takeUpNames)
    expect(await stored()).toBe('Sở Nội vụ và Lao động')
    expect(await nameAt('so-noi-vu', fromOn)).toBe('Sở Nội vụ mới')
    await as('van-phong', takeUpNames, fromOn)
    expect(await stored()).toBe('Sở Nội vụ mới')
    await as('van-phong', takeUpNames)
    expect(await stored()).toBe('Sở Nội vụ và Lao động')
  })

  test('is not renamed to what it is called, nor before a name that is recorded, nor by others', async () => {
    const input = { unitId: unitId(), version: 3, name: 'Sở Nội vụ mới', shortName: 'SNV', ...paper }
    const rename = (name: TestPersonName, fromOn: PlainDate, changes = {}) =>
      as(name, (c) => renameUnit(c, { ...input, fromOn, ...changes }))
    await expect(rename('van-phong', day('2022-08-01'))).rejects.toMatchObject({ code: 'name_unchanged' })
    await expect(rename('van-phong', day('2022-07-01'), { name: 'Khác' })).rejects.toMatchObject({
      code: 'name_overlaps',
    })
    await expect(rename('tu-ky', day('2022-08-01'), { name: 'Khác' })).rejects.toMatchObject({
      code: 'forbidden',
    })
    await expect(rename('van-phong', day('2022-08-01'), { name: 'Khác', version: 1 })).rejects.toMatchObject({
      code: 'version_conflict',
    })
  })
})

test('a unit’s life is told with each paper: founded, renamed, placed, ended', async () => {
  const file = await receiveFile(
    { blobs: testBlobs, virusScanner: noVirusScanner },
    Readable.from([Buffer.from('%PDF-1.7\n%life\n')]),
    1000,
  )
  const life = await as('van-phong', async (c) => {
    const upload = await recordUpload(c, { ...file, fileName: 'qd.pdf' })
    const { unitId } = await foundUnit(c, {
      code: 'ban-moi',
      name: 'Ban Mới',
      shortName: 'BM',
      system: 'party',
      level: 'district',
      kind: 'other',
      place: '',
      actsForId: null,
      validFrom: day('2022-01-01'),
      foundingDocument: '01-QĐ/TU',
      paperKind: 'decision',
      paperIssuedOn: day('2021-12-20'),
      paperIssuer: 'Ban Thường vụ',
      paperFile: [upload],
      parents: [{ system: 'party', parentId: organisation.unit['tu-ky'] }],
    })
    await renameUnit(c, {
      unitId,
      version: 1,
      name: 'Ban Khác',
      shortName: 'BK',
      fromOn: day('2022-02-01'),
      ...paper,
    })
    await endUnit(c, { unitId, version: 2, endsOn: day('2022-06-01'), ...paper, paperKind: 'resolution' })
    return lifeOf(c, await getUnit(c, unitId, today))
  })
  expect(
    life.map(({ act, on, name, nameBefore, parentCode }) => [act, on, name, nameBefore, parentCode]),
  ).toEqual([
    ['end', '2022-06-01', null, null, null],
    ['rename', '2022-02-01', 'Ban Khác', 'Ban Mới', null],
    ['place', '2022-01-01', null, null, 'tu-ky'],
    ['found', '2022-01-01', 'Ban Mới', null, null],
  ])
  expect(life.at(-1)?.paper).toMatchObject({
    kind: 'decision',
    number: '01-QĐ/TU',
    issuedOn: '2021-12-20',
    issuer: 'Ban Thường vụ',
    hasFile: true,
  })
  expect(life[0]?.paper).toMatchObject({ kind: 'resolution', number: '12-QĐ/TU', hasFile: false })
})

test('a paper is not signed after today', async () => {
  const act = as('van-phong', (c) =>
    renameUnit(c, {
      unitId: organisation.unit['chi-bo-cho'],
      version: 1,
      name: 'Chi bộ khác',
      shortName: 'CB',
      fromOn: day('2022-09-01'),
      ...paper,
      paperIssuedOn: day('2022-05-19'),
    }),
  )
  await expect(act).rejects.toMatchObject({ code: 'paper_after_today' })
})

test('a unit does not end while another slice has something hanging on it, and says what', async () => {
  const reason = { code: 'unit_has_works', params: { name: 'x', count: 3 }, subject: 'the id' } as const
  const act = as('van-phong', async (c) => {
    const unitId = organisation.unit['chi-bo-cho']
    return endUnit(c, { unitId, version: 1, endsOn: day('2022-06-01'), ...paper }, [async () => [reason]])
  })
  const { subject: _, ...said } = reason
  await expect(act).rejects.toMatchObject({ reasons: expect.arrayContaining([said]) })
})

test('a post closes once nobody holds it', async () => {
  const endsOn = day('2022-06-01')
  await as('tu-ky', async (c) => {
    const { postId } = await openPost(c, {
      unitId: organisation.unit['tu-ky'],
      title: 'Phó Bí thư',
      isHead: false,
      validFrom: day('2022-01-01'),
      managingUnitId: null,
      document: 'QĐ 1',
    })
    const personId = organisation.person['an-minh']
    const { holdingId } = await appoint(c, {
      postId,
      version: 1,
      personId,
      fromOn: day('2022-02-01'),
      capacity: 'full',
      document: 'QĐ 2',
    })
    await expect(closePost(c, { postId, version: 2, endsOn, document: 'QĐ 3' })).rejects.toMatchObject({
      reasons: [{ code: 'post_has_holders', params: { name: 'Phó Bí thư', count: 1, on: endsOn } }],
    })
    await endHolding(c, { holdingId, version: 2, endsOn, document: 'QĐ 3' })
    await closePost(c, { postId, version: 3, endsOn, document: 'QĐ 3' })
    await expect(closePost(c, { postId, version: 4, endsOn, document: 'QĐ 4' })).rejects.toMatchObject({
      code: 'post_closed',
    })
  })
})

test('a person’s name can be corrected only by an administrator of their unit', async () => {
  const personId = organisation.person['bi-thu-tu-ky']
  const input = { personId, version: 1, fullName: 'Vũ Văn Thứ', reason: 'Ghi thiếu dấu' }
  const beside = asActor(
    database,
    {
      ...organisation.actorFor('tu-ky'),
      grants: [{ role: 'directory-admin', unitId: organisation.unit['song-ha'], system: null }],
    },
    today,
    (c) => correctPerson(c, input),
  )
  await expect(beside).rejects.toMatchObject({ code: 'forbidden' })
  await as('tu-ky', (c) => correctPerson(c, input))
  await expect(as('tu-ky', (c) => correctPerson(c, input))).rejects.toMatchObject({
    code: 'version_conflict',
  })
})

test('what was written wrongly about a unit is corrected with its reason, and the record keeps both', async () => {
  const unitId = organisation.unit['tu-ky']
  const input = {
    unitId,
    kind: 'huyen_uy',
    level: 'district',
    place: 'Huyện Tứ Kỳ',
    foundingDocument: '',
    validFrom: null,
  } as const
  await as('tu-ky', (c) => correctUnit(c, { ...input, version: 1, reason: 'Ghi sai loại' }))
  const entry = await database.db
    .selectFrom('audit_entry')
    .innerJoin('audit_payload', 'audit_payload.entry_id', 'audit_entry.id')
    .select('payload')
    .where('action', '=', 'unit.correct')
    .executeTakeFirstOrThrow()
  expect(entry.payload).toContain('Ghi sai loại')
  expect(entry.payload).toContain('committee')
  const again = as('tu-ky', (c) => correctUnit(c, { ...input, version: 2, reason: 'Lần nữa' }))
  await expect(again).rejects.toMatchObject({ code: 'nothing_corrected' })
})

test('a first day that was written too late is moved back, with what stands below it only since then; never forward', async () => {
  const unitId = organisation.unit['tinh-uy']
  const below = organisation.unit['tu-ky']
  const unit = await as('van-phong', (c) => getUnit(c, unitId, today))
  const input = {
    unitId,
    kind: unit.kind,
    level: unit.level,
    place: unit.place ?? '',
    foundingDocument: unit.foundingDocument ?? '',
    reason: 'Có từ lâu',
  }
  const later = { ...input, version: unit.version, validFrom: day('2021-02-01') }
  await expect(as('van-phong', (c) => correctUnit(c, later))).rejects.toMatchObject({ code: 'begins_later' })

  const early = day('2001-05-18')
  await as('van-phong', (c) => correctUnit(c, { ...later, validFrom: early }))
  expect(await as('van-phong', (c) => getUnit(c, unitId, early))).toMatchObject({ validFrom: early })
  const child = await as('van-phong', (c) => getUnit(c, below, today))
  const moved = { ...input, unitId: below, version: child.version, validFrom: day('2010-07-01') }
  await as('van-phong', (c) => correctUnit(c, { ...moved, kind: child.kind, level: child.level }))
  expect(await as('van-phong', (c) => getUnit(c, below, day('2010-07-01')))).toMatchObject({
    parents: [{ parentCode: 'tinh-uy' }],
  })
  expect(await as('van-phong', (c) => getUnit(c, below, day('2010-06-30')))).toMatchObject({ parents: [] })
})
