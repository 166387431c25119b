import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verify } from '../src/verify/verify.ts'
import { Desk } from './desk.ts'
import { ownWorks } from './ours.ts'
import { producers } from './producers.ts'
import { trustOf, validators } from './validators.ts'

let desk: Desk
beforeAll(() => {
  desk = new Desk()
})
afterAll(() => desk[Symbol.dispose]())

/** What a program cannot judge, whoever signed it. */
const beyond: Readonly<Record<string, readonly string[]>> = { mutool: ['ours, RSA-3072 PSS'] }

describe('we judge what others sign', () => {
  for (const producer of producers)
    test.skipIf(producer.missing() !== null)(`by ${producer.name}`, async () => {
      const { verdict, signatures } = await verify(await producer.sign(desk), trustOf(desk))
      const findings = signatures.flatMap((one) => one.findings)
      const codes = findings.flatMap(({ code, weight }) => (weight === 'note' ? [] : [code]))
      const sub = signatures[0]?.subIndication
      expect({ verdict, sub, codes }).toEqual(producer.expected)
    })
})

describe('others judge what we sign', () => {
  const made = ownWorks.filter((one) => one.missing() === null)
  const files: Uint8Array[] = []
  beforeAll(async () => {
    for (const one of made) files.push(await one.sign(desk))
  })
  for (const validator of validators) {
    test.skipIf(validator.missing() !== null)(`with ${validator.name}`, async () => {
      const opinions = await validator.judge(desk, files)
      const bad = made.flatMap(({ name }, index) => {
        const opinion = opinions[index]
        return opinion?.word === 'bad' && !beyond[validator.name]?.includes(name) ? [[name, opinion.why]] : []
      })
      expect(bad).toEqual([])
      expect(opinions.filter(({ word }) => word === 'good')).not.toEqual([])
    })

    // It would be no judge otherwise. The structure and a time-stamp over a value know nothing of the document's words.
    if (['qpdf', 'openssl ts'].includes(validator.name)) continue
    test.skipIf(validator.missing() !== null)(`and ${validator.name} sees what was changed`, async () => {
      const changed = files.map((file) => Buffer.from(file).fill('8', 9, 10))
      const opinions = await validator.judge(desk, changed)
      expect(opinions.filter(({ word }) => word === 'good')).toEqual([])
    })
  }
})
