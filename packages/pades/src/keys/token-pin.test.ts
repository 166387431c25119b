import { expect, test } from 'vitest'
import { type Cryptoki, ck, ckr } from './cryptoki.ts'
import { PinAsker, type PinRequest } from './token-pin.ts'

const session = Buffer.alloc(8)

/** A token that answers a login as it is told: SoftHSM knows no locked PIN and no last try. */
function tokenThat(answers: number, flags: number): { cryptoki: Cryptoki; token: object; tried: string[] } {
  const tried: string[] = []
  const login = (_: Buffer, __: number, pin: string): void => {
    tried.push(pin)
    if (answers !== 0) throw Object.assign(new Error('CKR'), { name: 'Pkcs11Error', code: answers })
  }
  return { cryptoki: { C_Login: login } as unknown as Cryptoki, token: { flags }, tried }
}

function login(asker: PinAsker, { cryptoki, token }: ReturnType<typeof tokenThat>): Promise<void> {
  return asker.login(cryptoki, session, { label: 'thẻ', info: () => token as never }, 'open')
}

const withCode = (code: string, details: object = {}): unknown =>
  expect.objectContaining({ code, details: expect.objectContaining(details) })

test.each([
  [0, 'many'],
  [ck.pinCountLow, 'few'],
  [ck.pinCountLow | ck.pinFinalTry, 'one'],
] as const)('tells how many tries are left before it asks (flags %i: %s)', async (flags, triesLeft) => {
  const asked: PinRequest[] = []
  const asker = new PinAsker((request) => {
    asked.push(request)
    return '1234'
  })
  await login(asker, tokenThat(0, flags))
  expect(asked).toEqual([{ tokenLabel: 'thẻ', purpose: 'open', triesLeft }])
})

test('does not ask where the PIN is locked, and says so when it locks', async () => {
  let asked = 0
  const asker = new PinAsker(() => {
    asked += 1
    return '1234'
  })
  await expect(login(asker, tokenThat(0, ck.pinLocked))).rejects.toThrow(withCode('token_pin_locked'))
  expect(asked).toBe(0)
  await expect(login(asker, tokenThat(ckr.pinLocked, 0))).rejects.toThrow(withCode('token_pin_locked'))
})

test('does not give the token the same wrong PIN twice', async () => {
  const token = tokenThat(ckr.pinIncorrect, ck.pinCountLow | ck.pinFinalTry)
  const pins = ['1111', '1111', '1111', '2222', '1111']
  const asker = new PinAsker(() => pins.shift() ?? '')
  for (let attempt = 0; attempt < 4; attempt++)
    await expect(login(asker, token)).rejects.toThrow(withCode('token_pin_wrong', { triesLeft: 'one' }))
  expect(token.tried).toEqual(['1111', '2222'])
})

test('a login that another made already is good', async () => {
  await expect(login(new PinAsker(() => '1234'), tokenThat(ckr.alreadyLoggedIn, 0))).resolves.toBeUndefined()
})

test('any other answer is told by its name', async () => {
  const asker = new PinAsker(() => '1234')
  await expect(login(asker, tokenThat(0x102, 0))).rejects.toThrow(withCode('token_failed', { answer: 'CKR' }))
})
