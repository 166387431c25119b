import { hash } from 'node:crypto'
import { expect, test } from 'vitest'
import { testAuthority } from '../testing/authority.ts'
import { buildSignedData } from './build.ts'
import { checkSignedData } from './check.ts'
import { parseSignedData } from './signed-data.ts'

const digest = hash('sha256', 'Quyết định', 'buffer')

test.each(['p256', 'p384', 'p521', 'rsa2048'] as const)(
  'a message by a key of %s is read and right',
  async (keyKind) => {
    const signer = testAuthority({ keyKind: 'p256' }).intermediate().issue({ keyKind })
    const data = parseSignedData(await buildSignedData(signer, digest))
    const { problems, signer: found } = checkSignedData(data, digest)
    expect(problems).toEqual([])
    expect(found?.sha256).toBe(signer.parsed.sha256)
    expect(found?.subject.find('CN')).toBe('Nguyễn Thị Ánh')
  },
)

test('another digest is told', async () => {
  const data = parseSignedData(await buildSignedData(testAuthority().issue(), digest))
  expect(checkSignedData(data, hash('sha256', 'Quyết nghị', 'buffer')).problems).toEqual(['digest_mismatch'])
})
