import { execFileSync } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { findJudge } from '../../../../scripts/judges.mjs'
import { toHex } from '../der/bytes.ts'
import { testAuthority } from '../testing/authority.ts'
import { testKey } from '../testing/keys.ts'
import { softHsmLibrary as library, SoftHsm } from '../testing/softhsm.ts'
import { parseCertificate } from '../x509/certificate.ts'
import { newCryptoki } from './cryptoki.ts'
import { openToken, type TokenOptions } from './pkcs11.ts'
import { rightValue } from './right-value.ts'
import type { Signer } from './signer.ts'
import { tokenLibrary } from './token-library.ts'
import type { PinRequest } from './token-pin.ts'

const root = testAuthority()
const authority = root.intermediate({ commonName: 'Cơ quan chứng thực cấp dưới' })
const rsa = authority.issue({ keyKind: 'rsa2048' })
const ec = authority.issue({ key: testKey('p256', 'token') })
const p384 = authority.issue({ keyKind: 'p384' })
const careful = authority.issue({ key: testKey('p256', 'careful') })
const weak = authority.issue({ keyKind: 'rsa1024' })
const bare = authority.issue({ key: testKey('p256', 'bare') })
const tokenLabel = 'Chữ ký số Tứ Kỳ'
const pin = '24680135'
const otherLabel = 'Thẻ khác'
const otherPin = '11223344'
const data = Buffer.from('những thuộc tính được ký')
let hsm: SoftHsm

const open = (options: Partial<TokenOptions>) =>
  openToken({ library, tokenLabel, pin: () => pin, ...options })

/** Whether each of many signatures is right by the signer's own certificate. */
async function areRight(signer: Signer, values: readonly Uint8Array[]): Promise<boolean> {
  const certificate = parseCertificate(signer.certificate)
  return values.every((value) => {
    const right = rightValue(certificate, signer, data, value)
    return right !== null && toHex(right) === toHex(value)
  })
}

const withCode = (code: string, details: object = {}): unknown =>
  expect.objectContaining({ name: 'PadesError', code, details: expect.objectContaining(details) })

describe.skipIf(findJudge('softhsm2-util') === undefined)('a token', () => {
  beforeAll(() => {
    hsm = new SoftHsm(tokenLabel, pin)
    hsm.store([
      { label: 'rsa', id: '01', key: rsa.key, certificates: [rsa.certificate] },
      { label: 'ec', id: '02', key: ec.key, certificates: [ec.certificate] },
      { label: 'Con dấu', id: '03', key: p384.key, certificates: [p384.certificate] },
      {
        label: 'careful',
        id: '04',
        key: careful.key,
        alwaysAuthenticate: true,
        certificates: [careful.certificate],
      },
      { label: 'weak', id: '05', key: weak.key, certificates: [weak.certificate] },
      { label: 'bare', id: '06', key: bare.key },
      { label: 'twin', id: '07', key: ec.key },
      { label: 'twin', id: '08', key: ec.key },
      { label: 'issuers', id: '99', certificates: [root.certificate, authority.certificate] },
    ])
    hsm.addToken(otherLabel, otherPin)
    hsm.store(
      [{ label: 'rsa', id: '01', key: rsa.key, certificates: [rsa.certificate] }],
      otherLabel,
      otherPin,
    )
  })

  afterAll(() => hsm[Symbol.dispose]())

  test.each([
    ['rsa', { keyLabel: 'rsa' }, rsa, 'rsa-pkcs1', 'sha256'],
    ['rsa by RSASSA-PSS', { keyLabel: 'rsa', scheme: 'rsa-pss', hash: 'sha512' }, rsa, 'rsa-pss', 'sha512'],
    ['P-256', { keyId: '02' }, ec, 'ecdsa', 'sha256'],
    ['P-256 with a longer hash', { keyId: '02', hash: 'sha512' }, ec, 'ecdsa', 'sha512'],
    ['P-384', { keyLabel: 'Con dấu' }, p384, 'ecdsa', 'sha384'],
  ] as const)(
    'signs with %s, and gives its certificate and chain',
    async (_, options, identity, scheme, hash) => {
      await using signer = await open(options)
      expect(signer).toMatchObject({ scheme, hash, tokenLabel })
      expect(toHex(signer.certificate)).toBe(toHex(identity.certificate))
      expect(signer.issuers.map(toHex)).toEqual([authority.certificate, root.certificate].map(toHex))
      expect(await areRight(signer, [await signer.sign(data)])).toBe(true)
    },
  )

  test.each(['rsa', 'ec'])('makes 50 signatures at once with %s over three sessions', async (keyLabel) => {
    await using signer = await open({ keyLabel, sessions: 3 })
    const values = await Promise.all(Array.from({ length: 50 }, () => signer.sign(data)))
    expect(values).toHaveLength(50)
    expect(await areRight(signer, values)).toBe(true)
  })

  test.each(['rsa-pkcs1', 'rsa-pss'] as const)(
    'that signs only what it hashes itself does so by %s',
    async (scheme) => {
      const { cryptoki } = await tokenLibrary(library)
      const offered = vi.spyOn(cryptoki, 'C_GetMechanismList').mockReturnValue([0x40, 0x43])
      try {
        await using signer = await open({ keyLabel: 'rsa', scheme })
        expect(await areRight(signer, [await signer.sign(data)])).toBe(true)
        await expect(open({ keyLabel: 'ec' })).rejects.toThrow(withCode('algorithm_not_allowed'))
        await expect(open({ keyLabel: 'rsa', hash: 'sha384' })).rejects.toThrow(
          withCode('algorithm_not_allowed'),
        )
      } finally {
        offered.mockRestore()
      }
    },
  )

  test('is found by its place, and by its serial number', async () => {
    await using signer = await open({ keyLabel: 'ec' })
    const { tokenSerial } = signer
    await using same = await open({ keyLabel: 'ec', tokenLabel: undefined, tokenSerial })
    expect(same.tokenLabel).toBe(tokenLabel)
    await expect(open({ keyLabel: 'ec', tokenSerial: '0000' })).rejects.toThrow(withCode('token_not_found'))
    await expect(open({ keyLabel: 'ec', tokenLabel: undefined, slot: 17 })).rejects.toThrow(
      withCode('token_not_found', { tokens: expect.stringContaining(`${tokenLabel} (${tokenSerial})`) }),
    )
  })

  test('says which keys there are when the one is not found or there are several', async () => {
    const choices = expect.stringMatching(/Con dấu \(03\)/)
    await expect(open({ keyLabel: 'mất' })).rejects.toThrow(withCode('token_key_not_found', { choices }))
    await expect(open({ keyLabel: 'twin' })).rejects.toThrow(withCode('key_ambiguous', { choices }))
    await expect(open({ keyLabel: 'twin', keyId: '08', certificate: ec.certificate })).resolves.toSatisfy(
      dispose,
    )
  })

  test('is refused a key without a certificate, unless one is given', async () => {
    await expect(open({ keyLabel: 'bare' })).rejects.toThrow(withCode('token_key_not_found'))
    await using signer = await open({ keyLabel: 'bare', certificate: bare.certificate })
    expect(await areRight(signer, [await signer.sign(data)])).toBe(true)
    expect(signer.issuers).toHaveLength(2)
  })

  test('never gives a value that is not right by the certificate', async () => {
    await expect(open({ keyLabel: 'rsa', certificate: ec.certificate })).rejects.toThrow(
      withCode('key_mismatch'),
    )
    // Of a key on a curve the token shows nothing, so that the first signature shows it.
    await using signer = await open({ keyLabel: 'bare', certificate: ec.certificate })
    await expect(signer.sign(data)).rejects.toThrow(withCode('key_mismatch'))
  })

  test('with a key of 1024 bits is refused', async () => {
    await expect(open({ keyLabel: 'weak' })).rejects.toThrow(withCode('key_too_weak'))
  })

  test('refuses a wrong PIN, which no error shows', async () => {
    const wrong = '99999999'
    const error: unknown = await open({ keyLabel: 'rsa', pin: async () => wrong }).catch(
      (caught: unknown) => caught,
    )
    expect(error).toEqual(withCode('token_pin_wrong', { triesLeft: 'few' }))
    expect(everythingIn(error)).not.toContain(wrong)
    await using signer = await open({ keyLabel: 'rsa' })
    expect(await areRight(signer, [await signer.sign(data)])).toBe(true)
  })

  test('passes on what the callback for the PIN throws', async () => {
    const cancelled = new Error('cancelled')
    await expect(open({ keyLabel: 'rsa', pin: () => Promise.reject(cancelled) })).rejects.toBe(cancelled)
  })

  test('asks for the PIN at each signature where the key wants it', async () => {
    const asked: PinRequest[] = []
    const answers = [pin, pin, '11111111', pin]
    await using signer = await open({
      keyLabel: 'careful',
      pin: (request) => {
        asked.push(request)
        return answers.shift() ?? ''
      },
    })
    expect(await areRight(signer, [await signer.sign(data)])).toBe(true)
    const error: unknown = await signer.sign(data).catch((caught: unknown) => caught)
    expect(error).toEqual(withCode('token_pin_wrong'))
    expect(everythingIn(error)).not.toContain('11111111')
    expect(await areRight(signer, [await signer.sign(data)])).toBe(true)
    expect(asked.map(({ purpose }) => purpose)).toEqual(['open', 'sign', 'sign', 'sign'])
    expect(asked[0]).toMatchObject({ tokenLabel })
  })

  test('that was pulled is missed, and signs again when it was put back', async () => {
    let asked = 0
    await using signer = await open({
      keyLabel: 'ec',
      pin: () => {
        asked += 1
        return pin
      },
    })
    await signer.sign(data)
    hsm.pull()
    const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => signer.sign(data)))
    hsm.putBack()
    for (const outcome of outcomes)
      expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'token_removed' } })
    expect(asked).toBe(1)
    const values = await Promise.all(Array.from({ length: 8 }, () => signer.sign(data)))
    expect(await areRight(signer, values)).toBe(true)
    expect(asked).toBe(2)
  })

  test('that was pulled comes back for each of its users', async () => {
    await using seal = await open({ keyLabel: 'rsa' })
    await using person = await open({ keyLabel: 'ec' })
    hsm.pull()
    for (const signer of [seal, person])
      await expect(signer.sign(data)).rejects.toThrow(withCode('token_removed'))
    hsm.putBack()
    const values = [await person.sign(data), await seal.sign(data), await person.sign(data)]
    expect(
      await areRight(
        person,
        [values[0], values[2]].filter((one) => one !== undefined),
      ),
    ).toBe(true)
    expect(
      await areRight(
        seal,
        [values[1]].filter((one) => one !== undefined),
      ),
    ).toBe(true)
  })

  test('that is missed leaves the login of another alone, and comes back when that is done', async () => {
    const asked = { here: 0, there: 0 }
    const asking = (who: keyof typeof asked, answer: string) => () => {
      asked[who] += 1
      return answer
    }
    await using here = await open({ keyLabel: 'ec', pin: asking('here', pin) })
    const there = await open({ tokenLabel: otherLabel, keyLabel: 'rsa', pin: asking('there', otherPin) })
    hsm.pull(here.tokenSerial)
    await expect(here.sign(data)).rejects.toThrow(withCode('token_removed'))
    expect(await areRight(there, [await there.sign(data)])).toBe(true)
    expect(asked).toEqual({ here: 1, there: 1 })
    hsm.putBack()
    await there[Symbol.asyncDispose]()
    expect(await areRight(here, [await here.sign(data)])).toBe(true)
    expect(asked).toEqual({ here: 2, there: 1 })
  })

  test('whose library somebody else ended is opened anew once', async () => {
    let asked = 0
    await using signer = await open({
      keyLabel: 'rsa',
      pin: () => {
        asked += 1
        return pin
      },
    })
    const other = await newCryptoki()
    other.load(library)
    other.C_Finalize()
    const values = await Promise.all(Array.from({ length: 10 }, () => signer.sign(data)))
    expect(await areRight(signer, values)).toBe(true)
    expect(asked).toBe(2)
  })

  test('that comes back with a changed PIN is not tried with the old one twice', async () => {
    const wrong = '13579246'
    const pins = [pin, wrong, wrong, pin]
    await using signer = await open({ keyLabel: 'ec', pin: () => pins.shift() ?? '' })
    const other = await newCryptoki()
    other.load(library)
    other.C_Finalize()
    await expect(signer.sign(data)).rejects.toThrow(withCode('token_pin_wrong'))
    await expect(signer.sign(data)).rejects.toThrow(withCode('token_pin_wrong'))
    expect(await areRight(signer, [await signer.sign(data)])).toBe(true)
  })

  test('goes on for one user when another is done', async () => {
    const asked: string[] = []
    const asking = (who: string) => () => {
      asked.push(who)
      return pin
    }
    const first = await open({ keyLabel: 'rsa', pin: asking('first') })
    await using second = await open({ keyLabel: 'ec', pin: asking('second') })
    const begun = first.sign(data)
    await first[Symbol.asyncDispose]()
    expect(await areRight(first, [await begun])).toBe(true)
    expect(await areRight(second, [await second.sign(data)])).toBe(true)
    await expect(first.sign(data)).rejects.toThrow(withCode('token_failed'))
    await first[Symbol.asyncDispose]()
    expect(asked).toEqual(['first'])
  })

  test('is not found under another name, nor by a library that is not there', async () => {
    await expect(open({ tokenLabel: 'Khác' })).rejects.toThrow(
      withCode('token_not_found', { tokens: expect.stringContaining(tokenLabel) }),
    )
    await expect(open({ library: '/nonexistent/token.so' })).rejects.toThrow(
      withCode('token_failed', { library: '/nonexistent/token.so' }),
    )
  })
})

test('without the addon the error says how to get it', () => {
  const script = `
    import { registerHooks } from 'node:module'
    registerHooks({ resolve: (name, context, next) => { if (name === 'pkcs11js') throw new Error('missing'); return next(name, context) } })
    const { openToken } = await import(${JSON.stringify(new URL('pkcs11.ts', import.meta.url).href)})
    await openToken({ library: 'x', pin: () => '' }).catch((error) => console.log(error.code, error.message))
  `
  const told = execFileSync(process.execPath, ['--input-type=module', '--eval', script], { encoding: 'utf8' })
  expect(told).toMatch(/^token_module_missing .*npm install pkcs11js/)
})

const dispose = (signer: AsyncDisposable): boolean => {
  void signer[Symbol.asyncDispose]()
  return true
}

/** All that a log could show of an error, its causes included. */
function everythingIn(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return [error.message, error.stack, JSON.stringify(error), everythingIn(error.cause)].join('\n')
}
