import fastify from 'fastify'
import { describe, expect, test } from 'vitest'
import { trustOf } from './server.ts'
import { parseTrustedProxies } from './trusted-proxies.ts'

/** The address that the server takes a request for, which came from `peer` with this header. */
async function addressOf(setting: string, peer: string, forwarded: string): Promise<string> {
  const app = fastify({ trustProxy: trustOf(parseTrustedProxies(setting) ?? false) })
  app.get('/', async (request) => request.ip)
  const answer = await app.inject({
    url: '/',
    remoteAddress: peer,
    headers: { 'x-forwarded-for': forwarded },
  })
  await app.close()
  return answer.body
}

describe('an address in X-Forwarded-For', () => {
  test.each([
    ['is nobody’s word where no proxy is named', '0', '203.0.113.9', '198.51.100.1', '203.0.113.9'],
    ['is the last one behind one proxy', '1', '10.0.0.1', '6.6.6.6, 198.51.100.1', '198.51.100.1'],
    ['is the last but one behind two', '2', '10.0.0.1', '6.6.6.6, 198.51.100.1, 10.0.0.2', '198.51.100.1'],
    [
      'is the first that is no proxy',
      '10.0.0.0/8',
      '10.0.0.1',
      '6.6.6.6, 198.51.100.1, 10.9.9.9',
      '198.51.100.1',
    ],
    [
      'counts for nothing from an address that is no proxy',
      '10.0.0.0/8',
      '203.0.113.9',
      '6.6.6.6',
      '203.0.113.9',
    ],
    [
      'of IPv6 is read as well',
      'fd00::/8, 127.0.0.1',
      '127.0.0.1',
      '6.6.6.6, 2001:db8::7, fd00::2',
      '2001:db8::7',
    ],
  ])('%s', async (_name, setting, peer, forwarded, expected) => {
    expect(await addressOf(setting, peer, forwarded)).toBe(expected)
  })
})

test.each(['', '10', '-1', 'yes', '10.0.0.0/33', '0.0.0.0/0', '::/0', '10.0.0.1/8/9', 'proxy.local', '1,'])(
  '%j is no setting',
  (text) => {
    expect(parseTrustedProxies(text)).toBeUndefined()
  },
)
