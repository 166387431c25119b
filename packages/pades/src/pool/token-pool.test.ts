import { expect, test } from 'vitest'
import { findJudge } from '../../../../scripts/judges.mjs'
import { testNow as at, testAuthority } from '../testing/authority.ts'
import { buildPdf, pagesOf } from '../testing/build-pdf.ts'
import { makeCrl } from '../testing/revocation.ts'
import { softHsmLibrary as library, SoftHsm } from '../testing/softhsm.ts'
import { verify } from '../verify/verify.ts'
import { signingPool } from './signing-pool.ts'

test.skipIf(findJudge('softhsm2-util') === undefined)(
  'a pool signs with a token, which its own thread has open, and closes it',
  async () => {
    const authority = testAuthority()
    const holder = authority.issue({ commonName: 'Trần Văn Bình', keyKind: 'rsa2048' })
    const [tokenLabel, pin] = ['Thẻ của nhóm', '24680135']
    using hsm = new SoftHsm(tokenLabel, pin)
    hsm.store([{ label: 'ky', id: '01', key: holder.key, certificates: [holder.certificate] }])
    const key = { kind: 'token', library, tokenLabel, pin: () => pin } as const
    const pool = await signingPool({ key, size: 2 })
    const letter = buildPdf(pagesOf(1))
    const all = await Promise.all(Array.from({ length: 8 }, () => pool.sign(letter, { at })))
    await pool.close()
    const trust = [{ name: 'thử', kind: 'test', anchors: [authority.parsed] }] as const
    const given = { crls: [makeCrl(authority)] }
    for (const signed of all) {
      const { verdict, signatures } = await verify(signed.bytes(), { trust, at, given })
      expect([verdict, signatures[0]?.signer?.commonName]).toEqual(['valid_no_tsa', 'Trần Văn Bình'])
    }
    const wrong = signingPool({ key: { ...key, pin: () => '00000000' }, size: 1 })
    await expect(wrong).rejects.toMatchObject({ code: 'token_pin_wrong' })
  },
)
