import { afterAll, describe, expect, test } from 'vitest'
import { PkiServer } from '../testing/pki-server.ts'
import type { FetchQuestion } from './fetcher.ts'
import { type HttpFetcherOptions, httpFetcher } from './http-fetcher.ts'
import { isPublicAddress } from './public-addresses.ts'

const server = await PkiServer.start()
afterAll(() => server[Symbol.asyncDispose]())
const body = Buffer.from('trả lời'.normalize('NFC'))
server.on('plain', () => ({ type: 'text/x-test', body, headers: { 'Set-Cookie': 'a=b' } }))
server.on('echo', (call) => ({ body: call.body, status: 403 }))
server.on('silent', () => new Promise(() => undefined))
server.on('dripping', () => ({ body: Buffer.alloc(100), drip: { pieces: 100, waitMs: 20 } }))
server.on('endless', () => ({ endless: true }))
server.on('cut', () => ({ headers: { 'Content-Length': '100' }, body: Buffer.alloc(10), cut: true }))
const redirect = (location: string) => () => ({ status: 302, headers: { Location: location } })
server.on('moved', redirect('/plain'))
server.on('circle', redirect('/circle'))
server.on('to-file', redirect('file:///etc/passwd'))
server.on('to-forbidden', redirect('/forbidden'))
server.on('elsewhere', redirect(`http://localhost:${server.port}/plain`))

const ask = (name: string, more: Partial<FetchQuestion> = {}, options: HttpFetcherOptions = {}) =>
  httpFetcher({ reach: 'any', ...options })({
    url: name.includes(':') ? name : server.at(name),
    method: 'GET',
    headers: {},
    timeoutMs: 5000,
    maxBytes: 1000,
    ...more,
  })

describe('what is fetched', () => {
  test('comes with its status and type, whatever the status', async () => {
    expect(await ask('plain')).toEqual({ status: 200, contentType: 'text/x-test', body })
    expect(await ask('echo', { method: 'POST', body })).toEqual({ status: 403, contentType: null, body })
    expect(await ask('nowhere')).toMatchObject({ status: 404 })
  })

  test('is followed to where it moved, but only for GET', async () => {
    expect(await ask('moved')).toMatchObject({ status: 200, body })
    expect(await ask('moved', { method: 'POST', body })).toMatchObject({ status: 302 })
  })

  test('brings no cookies and takes no credentials to another host', async () => {
    await ask('plain')
    await ask('elsewhere', { headers: { Authorization: 'Basic YTpi', Accept: 'text/x-test' } })
    const [first, last] = [server.asked('elsewhere').at(-1), server.asked('plain').at(-1)]
    expect(first?.headers.authorization).toBe('Basic YTpi')
    expect(last?.headers).not.toHaveProperty('authorization')
    expect(last?.headers).not.toHaveProperty('cookie')
    expect(last?.headers.accept).toBe('text/x-test')
  })
})

describe('what goes wrong has a code of its own', () => {
  test.each<[string, string, Partial<FetchQuestion>, HttpFetcherOptions, string, object]>([
    ['an answer that does not come', 'silent', { timeoutMs: 100 }, {}, 'service_timeout', {}],
    ['one that drips past its time', 'dripping', { timeoutMs: 200 }, {}, 'service_timeout', {}],
    ['one that does not end', 'endless', {}, {}, 'service_too_large', { maxBytes: 1000 }],
    ['one that is cut', 'cut', {}, {}, 'service_unreachable', { reason: 'ECONNRESET' }],
    [
      'a port where nobody listens',
      'http://127.0.0.1:9/',
      {},
      {},
      'service_unreachable',
      { reason: 'ECONNREFUSED' },
    ],
    ['another scheme', 'ldap://127.0.0.1/cn=x', {}, {}, 'service_refused', { why: 'scheme' }],
    ['no address', 'không:phải', {}, {}, 'service_refused', { why: 'scheme' }],
    ['a redirect to another scheme', 'to-file', {}, {}, 'service_refused', { why: 'scheme' }],
    ['redirects in a circle', 'circle', {}, {}, 'service_refused', { why: 'too_many_redirects' }],
    [
      'a redirect to what is not allowed',
      'to-forbidden',
      {},
      { allow: ({ pathname }) => pathname !== '/forbidden' },
      'service_refused',
      { why: 'not_allowed' },
    ],
    [
      'an address of this machine',
      'plain',
      {},
      { reach: 'public' },
      'service_refused',
      { why: 'not_public' },
    ],
    [
      'this machine by a number',
      'http://2130706433/',
      {},
      { reach: 'public' },
      'service_refused',
      { why: 'not_public' },
    ],
    [
      'this machine by IPv6',
      'http://[::ffff:127.0.0.1]/',
      {},
      { reach: 'public' },
      'service_refused',
      { why: 'not_public' },
    ],
    [
      'a name of this machine',
      `http://localhost:${server.port}/plain`,
      {},
      { reach: 'public' },
      'service_refused',
      { why: 'not_public' },
    ],
  ])('%s', async (_, name, more, options, code, details) => {
    await expect(ask(name, more, options)).rejects.toMatchObject({ code, details })
  })
})

test.each([
  ['8.8.8.8', true],
  ['2001:4860:4860::8888', true],
  ['172.32.0.1', true],
  ['127.0.0.1', false],
  ['10.1.2.3', false],
  ['172.16.0.1', false],
  ['192.168.1.1', false],
  ['169.254.169.254', false],
  ['100.64.0.1', false],
  ['0.0.0.0', false],
  ['224.0.0.1', false],
  ['::1', false],
  ['::', false],
  ['fe80::1', false],
  ['fd00::1', false],
  ['::ffff:127.0.0.1', false],
  ['::ffff:10.0.0.1', false],
  ['::ffff:7f00:1', false],
  ['64:ff9b::7f00:1', false],
  ['localhost', false],
])('%s is in the open internet: %s', (address, isPublic) => {
  expect(isPublicAddress(address)).toBe(isPublic)
})
