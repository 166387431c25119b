import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { useTestDatabase } from '../platform/testing/database.ts'
import { organisationPaths as paths } from './paths.ts'
import { DirectoryServer } from './testing/directory.ts'
import type { TestOrganisation } from './testing/organisation.ts'

const database = useTestDatabase()
let server: DirectoryServer
let organisation: TestOrganisation

beforeAll(async () => {
  server = await DirectoryServer.on(database)
  organisation = server.organisation
})
afterAll(() => server.app.close())

describe('every form of the directory', () => {
  const paper = { document: 'Quyết định 01-QĐ/TU' }
  /** Each form with what it takes. */
  const forms = (): readonly [url: string, fields: Record<string, string>][] => [
    [
      paths.foundUnit('tu-ky'),
      {
        name: 'Thử',
        shortName: 'Thử',
        code: 'thu',
        kind: 'other',
        level: 'district',
        system: 'party',
        ladder: 'party',
        parentId: organisation.unit['tu-ky'],
        validFrom: '01/06/2022',
        foundingDocument: 'QĐ 1',
      },
    ],
    [
      paths.placeUnit('song-ha'),
      { version: '1', system: 'party', parentId: organisation.unit['tu-ky'], fromOn: '01/06/2022', ...paper },
    ],
    [paths.endUnit('tu-ky'), { version: '1', endsOn: '01/06/2022', ...paper }],
    [paths.openPost('tu-ky'), { title: 'Chức vụ thử', validFrom: '01/06/2022', ...paper }],
    [
      paths.managePost(organisation.post['bi-thu-tu-ky']),
      { version: '1', managingUnitId: organisation.unit['tu-ky'], fromOn: '01/06/2022', ...paper },
    ],
    [
      paths.appoint(organisation.post['bi-thu-tu-ky']),
      {
        version: '1',
        personId: organisation.person['tu-ky'],
        capacity: 'acting',
        fromOn: '01/06/2022',
        ...paper,
      },
    ],
    [paths.addPerson(), { fullName: 'Người Thử', post: '' }],
    [
      paths.endHolding(organisation.holding['bi-thu-tu-ky']),
      { version: '1', endsOn: '01/06/2022', ...paper },
    ],
  ]

  test('is closed to those who keep no directory, shown or sent', async () => {
    for (const [url, fields] of forms()) {
      const shown = (await server.page('chi-bo-cho', url)).statusCode
      const sent = (await server.post('chi-bo-cho', url, fields)).statusCode
      expect({ url, shown, sent }).toEqual({ url, shown: 403, sent: 403 })
    }
  })

  test('comes back with each mistake next to its field', async () => {
    for (const [url] of forms()) {
      const { statusCode, body } = await server.fill('van-phong', url, {})
      expect({ url, statusCode, named: body.includes('aria-invalid') }).toEqual({
        url,
        statusCode: 422,
        named: true,
      })
    }
  })
})

describe('the acts, one after the other', () => {
  test('a unit is founded below another and stands in its place', async () => {
    const answer = await server.fill('tu-ky', paths.foundUnit('tu-ky'), {
      parentId: organisation.unit['tu-ky'],
      ladder: 'party',
      name: 'Đảng ủy xã Mới (minh hoạ)',
      shortName: 'Xã Mới',
      code: 'xa-moi',
      kind: 'committee',
      level: 'grassroots',
      system: 'party',
      validFrom: '01/04/2022',
      foundingDocument: 'Quyết định 05-QĐ/HU',
    })
    expect([answer.statusCode, answer.headers.location]).toEqual([303, paths.unit('xa-moi')])
    const { body } = await server.api('chi-bo-cho', '/units/xa-moi')
    expect(body).toMatchObject({
      name: 'Đảng ủy xã Mới (minh hoạ)',
      validFrom: '2022-04-01',
      parents: [{ system: 'party', code: 'tu-ky' }],
      posts: [],
    })
    const again = await server.fill('tu-ky', paths.foundUnit('tu-ky'), {
      parentId: organisation.unit['tu-ky'],
      ladder: 'party',
      name: 'Đảng ủy xã Khác',
      shortName: 'Xã Khác',
      code: 'xa-moi',
      kind: 'committee',
      level: 'grassroots',
      system: 'party',
      validFrom: '01/04/2022',
      foundingDocument: 'Quyết định 06-QĐ/HU',
    })
    expect(again.statusCode).toBe(409)
    expect(again.body).toContain('Mã đơn vị “xa-moi” đã được dùng')
    expect(again.body).toContain('value="Đảng ủy xã Khác"')
  })

  test('its post is opened with the managing body that was looked for', async () => {
    const url = paths.openPost('xa-moi')
    const looked = await server.post('tu-ky', url, {
      title: 'Bí thư',
      find: 'thuong vu huyen uy tu',
      rowsAct: 'search:directory',
    })
    expect(looked.body).toContain(`value="${organisation.unit['btv-tu-ky']}"`)
    expect(looked.body).toContain('value="Bí thư"')
    const none = await server.post('tu-ky', url, { find: 'khong co', rowsAct: 'search:directory' })
    expect(none.body).toContain('Không tìm thấy “khong co”')
    const answer = await server.fill('tu-ky', url, {
      title: 'Bí thư',
      isHead: 'on',
      find: 'thuong vu',
      managingUnitId: organisation.unit['btv-tu-ky'],
      validFrom: '01/04/2022',
      document: 'Quyết định 07-QĐ/HU',
    })
    expect(answer.statusCode).toBe(303)
    expect((await server.api('tu-ky', '/units/xa-moi')).body.posts).toMatchObject([
      { title: 'Bí thư', isHead: true, managedBy: { code: 'btv-tu-ky' }, holders: [] },
    ])
  })

  test('a person is added on the way to an appointment, and appointed', async () => {
    const { posts } = (await server.api('tu-ky', '/units/xa-moi')).body
    const added = await server.fill('tu-ky', paths.addPerson(posts[0].id), {
      fullName: 'Chu Thị Mới',
      post: posts[0].id,
    })
    expect(added.statusCode).toBe(303)
    const location = String(added.headers.location)
    expect(location).toMatch(new RegExp(`^${paths.appoint(posts[0].id)}\\?nguoi=`))
    const form = await server.page('tu-ky', location)
    expect(form.body).toContain('Chu Thị Mới')
    const personId = new URL(location, 'http://x').searchParams.get('nguoi') ?? ''
    const fields = { personId, capacity: 'full', fromOn: '05/04/2022', document: 'Quyết định 08-QĐ/HU' }
    expect((await server.fill('tu-ky', paths.appoint(posts[0].id), fields)).statusCode).toBe(303)
    const twice = await server.fill('tu-ky', paths.appoint(posts[0].id), fields)
    expect(twice.statusCode).toBe(422)
    expect(twice.body).toContain('Chu Thị Mới đã giữ chức vụ “Bí thư”')
    expect((await server.page('chi-bo-cho', paths.unit('xa-moi'))).body).toContain('Chu Thị Mới')
  })

  test('who keeps the directory is not appointed by themselves, on the page or by the API', async () => {
    const post = (await server.api('tu-ky', '/units/xa-moi')).body.posts[0]
    const personId = organisation.person['tu-ky']
    const fields = { personId, capacity: 'acting', fromOn: '05/04/2022', document: 'Quyết định 08-QĐ/HU' }
    const page = await server.fill('tu-ky', paths.appoint(post.id), fields)
    expect(page.statusCode).toBe(422)
    expect(page.body).toContain('Không ai tự ghi mình vào một chức vụ')
    const url = `/posts/${post.id}/holdings`
    const answer = await server.api('tu-ky', url, { ...fields, fromOn: '2022-04-05', version: post.version })
    expect(answer).toMatchObject({ status: 422, body: { code: 'own_holding' } })
  })

  test('its post changes the body that manages it', async () => {
    const before = (await server.api('tu-ky', '/units/xa-moi')).body.posts[0]
    const answer = await server.fill('van-phong', paths.managePost(before.id), {
      managingUnitId: organisation.unit['tu-ky'],
      fromOn: '01/05/2022',
      document: 'Quyết định 09-QĐ/TU',
    })
    expect(answer.statusCode).toBe(303)
    expect((await server.api('tu-ky', '/units/xa-moi')).body.posts[0].managedBy.code).toBe('tu-ky')
    expect((await server.api('tu-ky', '/units/xa-moi?asOf=2022-04-30')).body.posts[0].managedBy.code).toBe(
      'btv-tu-ky',
    )
  })

  test('it moves below another unit, and the day before it still stood below the old one', async () => {
    const answer = await server.fill('van-phong', paths.placeUnit('xa-moi'), {
      system: 'party',
      parentId: organisation.unit['song-ha'],
      fromOn: '10/05/2022',
      document: 'Nghị quyết 01-NQ/TU',
    })
    expect([answer.statusCode, answer.headers.location]).toEqual([303, paths.unit('xa-moi')])
    const parentsOn = async (on: string) =>
      (await server.api('tu-ky', `/units/xa-moi?asOf=${on}`)).body.parents.map(
        (one: { code: string }) => one.code,
      )
    expect(await parentsOn('2022-05-09')).toEqual(['tu-ky'])
    expect(await parentsOn('2022-05-10')).toEqual(['song-ha'])
    const circle = await server.fill('van-phong', paths.placeUnit('song-ha'), {
      system: 'party',
      parentId: organisation.unit['chi-bo-cho'],
      fromOn: '11/05/2022',
      document: 'Nghị quyết 02-NQ/TU',
    })
    expect(circle.statusCode).toBe(422)
    expect(circle.body).toContain('Không đơn vị nào đứng trên chính mình')
  })

  test('it ends once nobody holds a post in it, and not before', async () => {
    const ending = { endsOn: '01/06/2022', document: 'Nghị quyết 03-NQ/TU' }
    const refused = await server.fill('van-phong', paths.endUnit('xa-moi'), ending)
    expect(refused.statusCode).toBe(422)
    expect(refused.body).toContain('còn 1 người giữ chức vụ')
    const [held] = (await server.api('tu-ky', '/units/xa-moi')).body.posts[0].holders
    const left = await server.fill('van-phong', paths.endHolding(held.holdingId), {
      endsOn: '01/06/2022',
      document: 'Quyết định 10-QĐ/TU',
    })
    expect(left.statusCode).toBe(303)
    expect((await server.fill('van-phong', paths.endUnit('xa-moi'), ending)).statusCode).toBe(303)
    const { body } = await server.page('van-phong', paths.unit('xa-moi', { on: '2022-06-01' as never }))
    expect(body).toContain('đã kết thúc hoạt động từ ngày 01/06/2022')
    const again = await server.fill('van-phong', paths.endUnit('xa-moi'), ending)
    expect(again.statusCode).toBe(422)
    expect(again.body).toContain('đã kết thúc hoạt động')
  })
})

describe('a machine does the same', () => {
  test('from founding to ending', async () => {
    const founded = await server.api('van-phong', '/units', {
      code: 'xa-may',
      name: 'Đảng ủy xã Máy (minh hoạ)',
      shortName: 'Xã Máy',
      system: 'party',
      level: 'grassroots',
      kind: 'committee',
      actsForId: null,
      validFrom: '2022-02-01',
      foundingDocument: 'QĐ 1',
      parents: [{ system: 'party', parentId: organisation.unit['tu-ky'] }],
    })
    expect(founded).toMatchObject({ status: 201, body: { unit: 'xa-may' } })
    const opened = await server.api('van-phong', '/posts', {
      unit: 'xa-may',
      title: 'Phó Bí thư',
      isHead: false,
      validFrom: '2022-02-01',
      managingUnitId: null,
      document: 'QĐ 2',
    })
    expect(opened).toMatchObject({ status: 201, body: { unit: 'xa-may' } })
    const postId = opened.body.id
    const version = async () => (await server.api('van-phong', '/units/xa-may')).body.posts[0].version
    const managed = await server.api('van-phong', `/posts/${postId}/management`, {
      version: await version(),
      managingUnitId: organisation.unit['tu-ky'],
      fromOn: '2022-02-01',
      document: 'QĐ 3',
    })
    expect(managed.status).toBe(201)
    const added = await server.api('van-phong', '/persons', { fullName: 'Kiều Văn Máy' })
    const held = await server.api('van-phong', `/posts/${postId}/holdings`, {
      version: await version(),
      personId: added.body.id,
      fromOn: '2022-02-02',
      capacity: 'acting',
      document: 'QĐ 4',
    })
    expect(held.status).toBe(201)
    expect((await server.api('an-minh', `/persons/${added.body.id}`)).body).toMatchObject({
      fullName: 'Kiều Văn Máy',
      holdings: [{ unit: 'xa-may', postTitle: 'Phó Bí thư', capacity: 'acting', active: true }],
    })
    const left = await server.api('van-phong', `/holdings/${held.body.id}/ending`, {
      version: await version(),
      endsOn: '2022-05-01',
      document: 'QĐ 5',
    })
    expect(left.status).toBe(201)
    const unit = (await server.api('van-phong', '/units/xa-may')).body
    const placed = await server.api('van-phong', '/units/xa-may/placements', {
      version: unit.version,
      system: 'party',
      parentId: organisation.unit['song-ha'],
      fromOn: '2022-05-02',
      document: 'QĐ 6',
    })
    expect(placed).toMatchObject({ status: 201, body: { unit: 'xa-may' } })
    const ended = await server.api('van-phong', '/units/xa-may/ending', {
      version: unit.version + 1,
      endsOn: '2022-05-10',
      document: 'QĐ 7',
    })
    expect(ended).toMatchObject({ status: 201, body: { unit: 'xa-may' } })
  })

  test('and is refused with a code and a sentence', async () => {
    const { version } = (await server.api('van-phong', '/units/song-ha')).body
    const refused = await server.api('van-phong', '/units/song-ha/ending', {
      version,
      endsOn: '2022-06-01',
      document: 'QĐ 8',
    })
    expect(refused.status).toBe(422)
    const codes = refused.body.errors.map((error: { code: string }) => error.code)
    expect(codes).toEqual(
      expect.arrayContaining(['unit_has_children', 'unit_has_bodies', 'unit_has_holders']),
    )
    const stale = await server.api('van-phong', '/units/song-ha/ending', {
      version: version + 5,
      endsOn: '2022-06-01',
      document: 'QĐ 8',
    })
    expect(stale).toMatchObject({ status: 409, body: { code: 'version_conflict' } })
    expect((await server.api('an-minh', '/persons', { fullName: 'Ai Đó' })).status).toBe(403)
  })
})
