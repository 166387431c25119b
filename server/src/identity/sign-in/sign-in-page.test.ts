import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { seedTestOrganisation, type TestOrganisation } from '../../organisation/testing/organisation.ts'
import { readConfig } from '../../platform/config/config.ts'
import { useTestDatabase } from '../../platform/testing/database.ts'
import { TestClock, testServer } from '../../platform/testing/server.ts'
import { freeFailures } from '../passwords/lockout.ts'
import { identityRoutes } from '../routes.ts'
import { seedTestAccounts, testPassword } from '../testing/accounts.ts'
import { fromOwnPage, identitySystem } from '../testing/ground.ts'

const database = useTestDatabase()
const clock = new TestClock()
const demonstrationAccounts = [
  {
    username: 'van-phong',
    password: testPassword,
    label_vi: 'Văn phòng "Tỉnh ủy" <thử>',
    label_en: 'Office of the province',
  },
]
let organisation: TestOrganisation
let app: FastifyInstance

const server = (demonstration = demonstrationAccounts, requestsPerMinute = 0, config = readConfig({})) =>
  testServer(
    identitySystem(database, { clock, config }),
    identityRoutes({ demonstrationAccounts: demonstration }),
    { limits: { requestsPerMinute, addressRequestsPerMinute: requestsPerMinute } },
  )

beforeAll(async () => {
  organisation = await seedTestOrganisation(database)
  await seedTestAccounts(database, organisation)
  app = await server()
})
afterAll(() => app.close())
beforeEach(() => database.db.deleteFrom('sign_in_failure').execute())

const post = (
  form: Record<string, string>,
  { url = '/dang-nhap', headers = {}, to = app, cookies = {} } = {},
) =>
  to.inject({
    method: 'POST',
    url,
    headers: { ...fromOwnPage, ...headers },
    cookies,
    payload: new URLSearchParams(form).toString(),
  })

const right = { username: 'van-phong', password: testPassword }

/** Who the API says one is. */
const whoAmI = async (cookies: Record<string, string>) => {
  const answer = await app.inject({ url: '/api/v1/me', cookies })
  return answer.statusCode === 200 ? (answer.json().username as string) : null
}

describe('the sign-in page', () => {
  test('lets in by a cookie that no script can read, and goes on to the start', async () => {
    const answer = await post(right)
    expect(answer.statusCode).toBe(303)
    expect(answer.headers.location).toBe('/')
    const [cookie] = answer.cookies
    expect(cookie).toMatchObject({ name: 'phien', httpOnly: true, sameSite: 'Lax', path: '/' })
    expect(cookie).not.toHaveProperty('domain')
    expect(await whoAmI({ phien: cookie?.value ?? '' })).toBe('van-phong')
  })

  test('marks the cookie Secure where people come by https', async () => {
    const secure = await server([], 0, readConfig({ PUBLIC_URL: 'https://dotpha.example.vn' }))
    const answer = await post(right, { to: secure })
    expect(answer.cookies[0]).toMatchObject({ name: '__Host-phien', secure: true, path: '/' })
    await secure.close()
  })

  test('names every cookie so that no other host of the domain can plant it, where people come by https', async () => {
    const secure = await server([], 0, readConfig({ PUBLIC_URL: 'https://dotpha.example.vn' }))
    const chosen = await post({ language: 'en' }, { url: '/ngon-ngu', to: secure })
    const out = await post({}, { url: '/dang-xuat', to: secure })
    const colours = await post({ theme: 'dark' }, { url: '/tai-khoan/giao-dien', to: secure })
    const cookies = [chosen, out, colours].flatMap((answer) => answer.cookies)
    expect(cookies.length).toBeGreaterThan(3)
    for (const cookie of cookies)
      expect(cookie).toMatchObject({ name: expect.stringMatching(/^__Host-/), secure: true, path: '/' })
    const [language] = chosen.cookies
    const page = await secure.inject({
      url: '/dang-nhap',
      cookies: { [language?.name ?? '']: language?.value ?? '' },
    })
    expect(page.body).toContain('Sign in')
    await secure.close()
  })

  test('never takes over a secret that was planted in the browser', async () => {
    const answer = await post(right, { cookies: { phien: 'planted' } })
    expect(answer.cookies[0]?.value).not.toBe('planted')
    expect(await whoAmI({ phien: 'planted' })).toBeNull()
  })

  test.each([
    ['/cong-viec/2022-tuky-003', '/cong-viec/2022-tuky-003'],
    ['/cong-viec?trang=2#cuoi', '/cong-viec?trang=2#cuoi'],
    ['https://evil.example', '/'],
    ['//evil.example', '/'],
    ['/\\evil.example', '/'],
    ['/\t/evil.example', '/'],
    ['/..//evil.example', '/'],
    ['javascript:alert(1)', '/'],
    ['/dang-nhap?tiep=/dang-nhap', '/'],
    ['', '/'],
  ])('after signing in, %j leads to %j', async (next, target) => {
    const answer = await post(right, { url: `/dang-nhap?tiep=${encodeURIComponent(next)}` })
    expect(answer.headers.location).toBe(target)
  })

  test('keeps where one was going over a failure', async () => {
    const answer = await post(
      { username: 'van-phong', password: 'sai' },
      { url: '/dang-nhap?tiep=%2Fcong-viec' },
    )
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('action="/dang-nhap?tiep=%2Fcong-viec"')
  })

  test('redirects a signed-in user at once', async () => {
    const phien = (await post(right)).cookies[0]?.value ?? ''
    const answer = await app.inject({ url: '/dang-nhap?tiep=/cong-viec', cookies: { phien } })
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/cong-viec'])
  })

  test('says the same of an unknown name, a wrong password, and a locked name with the right one', async () => {
    const real = await server([])
    const send = (username: string, password: string) => post({ username, password }, { to: real })
    const unknown = await send('khong-ai', 'sai')
    const wrong = await send('van-phong', 'sai')
    for (let more = 1; more < freeFailures; more += 1) await send('van-phong', 'sai')
    const locked = await send('van-phong', testPassword)
    await real.close()
    const comparable = (answer: typeof locked, name: string) => ({
      status: answer.statusCode,
      body: answer.body.replaceAll(name, 'NAME').replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID'),
      headers: { ...answer.headers, 'x-request-id': '', date: '', 'content-length': '' },
    })
    expect(comparable(wrong, 'van-phong')).toEqual(comparable(unknown, 'khong-ai'))
    expect(comparable(locked, 'van-phong')).toEqual(comparable(unknown, 'khong-ai'))
    expect(locked.body).toContain('tạm khoá')
  })

  test('shows the name again, never the password, and escapes both', async () => {
    const answer = await post({ username: '"><script>x', password: 'bí mật đã gõ' })
    expect(answer.body).toContain('&quot;>&lt;script>x')
    expect(answer.body).not.toContain('<script>x')
    expect(answer.body).not.toContain('bí mật đã gõ')
  })

  test('says what is missing next to its field', async () => {
    const answer = await post({ username: ' ', password: '' })
    expect(answer.statusCode).toBe(422)
    expect(answer.body.match(/Cần điền ô này/g)?.length).toBeGreaterThanOrEqual(2)
  })

  test('speaks English to who reads English', async () => {
    const answer = await app.inject({ url: '/dang-nhap', headers: { 'accept-language': 'en-GB,vi;q=0.5' } })
    expect(answer.body).toContain('User name')
    expect(answer.body).toContain('Tiếng Việt')
  })

  test('takes no post from another site, and none with files', async () => {
    expect((await post(right, { headers: { 'sec-fetch-site': 'cross-site' } })).statusCode).toBe(403)
    const files = await app.inject({
      method: 'POST',
      url: '/dang-nhap',
      headers: { 'sec-fetch-site': 'same-origin', 'content-type': 'multipart/form-data; boundary=x' },
      payload: '--x\r\nContent-Disposition: form-data; name="username"\r\n\r\nvan-phong\r\n--x--\r\n',
    })
    expect(files.statusCode).toBe(415)
  })

  test('takes as many posts a minute from one address as an office of thousands needs', async () => {
    const limited = await server([], 10_000)
    const statuses: number[] = []
    for (let count = 0; count <= 1200; count += 1)
      statuses.push((await post({ username: '', password: '' }, { to: limited })).statusCode)
    expect(statuses.slice(0, 1200).every((status) => status === 422)).toBe(true)
    expect(statuses[1200]).toBe(429)
    await limited.close()
  }, 60_000)
})

describe('the accounts of the demonstration', () => {
  test('are listed with their roles and fill the form by a link', async () => {
    const list = await app.inject({ url: '/dang-nhap?tiep=%2Fcong-viec' })
    expect(list.body).toContain('Văn phòng &quot;Tỉnh ủy&quot; &lt;thử>')
    const href = '/dang-nhap?tiep=%2Fcong-viec&amp;ten=van-phong'
    expect(list.body).toContain(`href="${href}"`)
    expect(list.body).not.toContain(`value="${testPassword}"`)

    const filled = await app.inject({ url: href.replace('&amp;', '&') })
    expect(filled.body).toContain('value="van-phong"')
    expect(filled.body).toContain(`value="${testPassword}"`)
    const unknown = await app.inject({ url: '/dang-nhap?ten=quan-tri' })
    expect(unknown.body).not.toContain(`value="${testPassword}"`)
  })

  test('are nowhere outside the demonstration', async () => {
    const real = await server([])
    const answer = await real.inject({ url: '/dang-nhap?ten=van-phong' })
    expect(answer.body).not.toContain('dùng thử')
    expect(answer.body).not.toContain('van-phong')
    await real.close()
  })
})

describe('signing out', () => {
  test('ends the session, in the database too, and takes the cookie back', async () => {
    const phien = (await post(right)).cookies[0]?.value ?? ''
    const answer = await post({}, { url: '/dang-xuat', cookies: { phien } })
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/dang-nhap?ra=1'])
    expect((await app.inject({ url: '/dang-nhap?ra=1' })).body).toContain('Đã đăng xuất')
    expect(answer.cookies.find((cookie) => cookie.name === 'phien')).toMatchObject({ value: '' })
    // Not "cookies": that would sign people out of every host of the domain.
    expect(answer.headers['clear-site-data']).toBe('"cache"')
    expect(await whoAmI({ phien })).toBeNull()
  })

  test('is no matter of a mere visit', async () => {
    const phien = (await post(right)).cookies[0]?.value ?? ''
    const page = await app.inject({ url: '/dang-xuat', cookies: { phien } })
    expect(page.statusCode).toBe(200)
    expect(await whoAmI({ phien })).toBe('van-phong')
  })

  test('harms nobody who has not signed in', async () => {
    expect((await post({}, { url: '/dang-xuat' })).headers.location).toBe('/dang-nhap?ra=1')
  })
})
