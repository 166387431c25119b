import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Desk } from '../matrix/desk.ts'
import { trustOf } from '../matrix/validators.ts'
import { verify } from '../src/verify/verify.ts'
import { allAttacks, attacked } from './attacks.ts'

let desk: Desk
beforeAll(() => {
  desk = new Desk()
})
afterAll(() => desk[Symbol.dispose]())

describe('no attack leaves a file good', () => {
  test.each(allAttacks.map((attack) => [attack.name, attack] as const))('%s', async (_, attack) => {
    const { verdict, signatures } = await verify(await attacked(desk, attack), trustOf(desk))
    expect(verdict).toBeOneOf(['modified_after', 'invalid'])
    expect(signatures.map((one) => one.verdict)).not.toContain('valid_no_tsa')
  })
})
