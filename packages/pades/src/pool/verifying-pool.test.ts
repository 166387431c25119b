import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { sign } from '../sign/sign.ts'
import { testAuthority, testNow } from '../testing/authority.ts'
import { buildPdf, pagesOf } from '../testing/build-pdf.ts'
import { makeCrl } from '../testing/revocation.ts'
import { verify } from '../verify/verify.ts'
import { parseCrl } from '../x509/crl.ts'
import { verifyingPool } from './verifying-pool.ts'

const folder = mkdtempSync(join(tmpdir(), 'pades-pool-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const authority = testAuthority()
const an = authority.issue({ commonName: 'Nguyễn Thị Ánh' })
const trust = [{ name: 'thử', kind: 'test', anchors: [authority.parsed] }] as const
const crl = makeCrl(authority)
const given = { crls: [crl] }
const at = testNow
const signed = (await sign(buildPdf(pagesOf(1)), { signer: an, at })).bytes()

describe('a verifying pool', () => {
  test('says what verify says, of memory and of files', async () => {
    const path = join(folder, 'signed.pdf')
    writeFileSync(path, signed)
    await using pool = await verifyingPool({ trust, size: 2 })
    const expected = await verify(signed, { trust, at, given })
    expect(expected.verdict).toBe('valid_no_tsa')
    expect(await pool.verify(signed, { at, given })).toEqual(expected)
    expect(await pool.verifyFile(path, { at, given })).toEqual(expected)
    const unsigned = await pool.verify(buildPdf(pagesOf(1)), { at })
    expect(unsigned.verdict).toBe('not_signed')
    const none = pool.verifyFile(join(folder, 'none.pdf'), { at })
    await expect(none).rejects.toMatchObject({ code: 'ENOENT' })
  })

  test('asks the services from the thread that has them', async () => {
    const services = {
      issuersOf: async () => [],
      revocationOf: async () => ({ crls: [parseCrl(crl)], ocsps: [] }),
    }
    await using asking = await verifyingPool({ trust, services, size: 1 })
    const { verdict, signatures } = await asking.verify(signed, { at })
    expect(verdict).toBe('valid_no_tsa')
    expect(signatures[0]?.revocation[0]?.from).toBe('service')
    await using silent = await verifyingPool({ trust, size: 1 })
    expect(await silent.verify(signed, { at })).toMatchObject({ verdict: 'indeterminate' })
  })

  test('gives up a file when told to, and judges the next', async () => {
    const giveUp = new AbortController()
    const services = {
      issuersOf: async () => [],
      revocationOf: () => {
        giveUp.abort(new Error('quá lâu'))
        return new Promise<never>(() => {})
      },
    }
    await using pool = await verifyingPool({ trust, services, size: 1 })
    await expect(pool.verify(signed, { at, signal: giveUp.signal })).rejects.toThrow('quá lâu')
    expect(await pool.verify(signed, { at, given })).toMatchObject({ verdict: 'valid_no_tsa' })
  })
})
