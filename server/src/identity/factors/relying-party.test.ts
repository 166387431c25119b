import { expect, test } from 'vitest'
import { relyingParty } from './relying-party.ts'

const asked = 'https://evil.example'

test.each([
  ['https://dotpha.haiduong.gov.vn', 'dotpha.haiduong.gov.vn', 'https://dotpha.haiduong.gov.vn'],
  ['https://dotpha.vn:8443/', 'dotpha.vn', 'https://dotpha.vn:8443'],
  ['http://localhost:3000', 'localhost', 'http://localhost:3000'],
])('passkeys of %s are for that site, whatever host a request names', (publicUrl, id, origin) => {
  expect(relyingParty(publicUrl, asked)).toEqual({ id, origin })
})

test.each(['http://dotpha.vn', 'https://192.0.2.1', 'https://[2001:db8::1]', 'nothing'])(
  'there are none where the address is %s',
  (publicUrl) => {
    expect(relyingParty(publicUrl, asked)).toBeUndefined()
  },
)

test('without an address only localhost is taken', () => {
  expect(relyingParty(undefined, 'http://localhost:4120')).toEqual({
    id: 'localhost',
    origin: 'http://localhost:4120',
  })
  for (const origin of [
    'http://127.0.0.1:3000',
    'http://evil.example',
    'https://evil.example',
    'http://localhost.evil.example',
  ])
    expect(relyingParty(undefined, origin)).toBeUndefined()
})
