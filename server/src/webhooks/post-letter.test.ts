import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parseOutwardHosts } from '../platform/outward/outward-hosts.ts'
import { postLetter } from './post-letter.ts'

let server: Server
let port: number
let asked = 0
beforeAll(async () => {
  server = createServer((request, response) => {
    asked += 1
    if (request.url === '/slow') return
    response.writeHead(200)
    // An answer without an end keeps nobody.
    if (request.url === '/endless') response.write('x'.repeat(1_000_000))
    else response.end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const letter = { headers: { 'webhook-id': 'a' }, body: '{}' }
const post = (url: string, hosts: string, timeoutMs?: number) =>
  postLetter(new URL(url), letter, parseOutwardHosts(hosts) ?? [], timeoutMs)

test('an answer is its status, however much comes with it', async () => {
  const hosts = `http://127.0.0.1:${port}`
  expect(await post(`${hosts}/`, hosts)).toEqual({ status: 200 })
  expect(await post(`${hosts}/endless`, hosts)).toEqual({ status: 200 })
})

test('a receiver that keeps silent is left', async () => {
  const hosts = `http://127.0.0.1:${port}`
  expect(await post(`${hosts}/slow`, hosts, 50)).toEqual({ trouble: 'slow' })
})

test('a name that leads to this machine is not followed there, though the operator allowed the name', async () => {
  const before = asked
  const url = `http://localhost:${port}`
  expect(await post(url, url)).toEqual({ trouble: 'address_not_allowed' })
  expect(asked).toBe(before)
})

test('nothing is sent where nobody listens, or in clear to who speaks TLS', async () => {
  expect(await post('http://127.0.0.1:1/', 'http://127.0.0.1:1')).toEqual({ trouble: 'unreachable' })
  const tls = `https://127.0.0.1:${port}`
  expect(await post(tls, `127.0.0.1:${port}`)).toMatchObject({ trouble: expect.any(String) })
})
