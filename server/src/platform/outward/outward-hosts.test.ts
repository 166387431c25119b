import { describe, expect, test } from 'vitest'
import { mayReach, outwardHostOf, parseOutwardHosts } from './outward-hosts.ts'

const hosts = (text: string) => parseOutwardHosts(text) ?? []
const allowed = (text: string, url: string) => outwardHostOf(new URL(url), hosts(text)) !== undefined

describe('a list of hosts', () => {
  test.each([
    'ioc.tinh.vn',
    '*.tinh.vn:8443',
    'http://10.1.2.3:8080',
    '[2001:db8::1]:8443',
    '',
    ' a.vn , b.vn ',
  ])('“%s” is one', (text) => expect(parseOutwardHosts(text)).toBeDefined())
  test.each(['*', 'a.vn/path', 'ftp://a.vn', 'a.vn:0', 'a.vn:99999', 'a b', 'user@a.vn', 'https://'])(
    '“%s” is none',
    (text) => expect(parseOutwardHosts(text)).toBeUndefined(),
  )
})

test.each([
  ['ioc.tinh.vn', 'https://ioc.tinh.vn/hook', true],
  ['ioc.tinh.vn', 'https://IOC.TINH.VN:443/', true],
  ['ioc.tinh.vn', 'http://ioc.tinh.vn/', false],
  ['ioc.tinh.vn', 'https://ioc.tinh.vn:8443/', false],
  ['ioc.tinh.vn', 'https://ioc.tinh.vn.evil.example/', false],
  ['ioc.tinh.vn', 'https://evil.example/?ioc.tinh.vn', false],
  ['ioc.tinh.vn', 'https://ioc.tinh.vn@evil.example/', false],
  ['*.tinh.vn', 'https://a.b.tinh.vn/', true],
  ['*.tinh.vn', 'https://tinh.vn/', false],
  ['*.tinh.vn', 'https://eviltinh.vn/', false],
  ['*.0.0.1', 'https://127.0.0.1/', false],
  ['http://10.1.2.3:8080', 'http://10.1.2.3:8080/', true],
  // Written otherwise, the same address.
  ['http://10.1.2.3:8080', 'http://167838211:8080/', true],
  ['', 'https://ioc.tinh.vn/', false],
])('“%s” lets something be sent to %s: %s', (list, url, isAllowed) => {
  expect(allowed(list, url)).toBe(isAllowed)
})

describe('a name that is allowed', () => {
  const [named] = hosts('ioc.tinh.vn')
  const [literal] = hosts('http://127.0.0.1:9')
  test.each([
    ['203.0.113.7', true],
    // Offices' machines stand in private networks.
    ['10.1.2.3', true],
    ['192.168.1.5', true],
    ['fd00::5', true],
    ['127.0.0.1', false],
    ['127.8.9.1', false],
    ['0.0.0.0', false],
    ['169.254.169.254', false],
    ['224.0.0.1', false],
    ['::1', false],
    ['::', false],
    ['fe80::1', false],
    ['::ffff:127.0.0.1', false],
    ['::ffff:10.1.2.3', true],
  ])('may lead to %s: %s', (address, isAllowed) => {
    expect(named !== undefined && mayReach(address, named)).toBe(isAllowed)
  })

  test('is no address: one that the operator named itself is reached as it is, and no other', () => {
    expect(literal !== undefined && mayReach('127.0.0.1', literal)).toBe(true)
    expect(literal !== undefined && mayReach('127.0.0.2', literal)).toBe(false)
  })
})
