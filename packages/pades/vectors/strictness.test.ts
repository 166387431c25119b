import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Desk } from '../matrix/desk.ts'
import { pdfsigOnValues, validators } from '../matrix/validators.ts'
import { verify } from '../src/verify/verify.ts'
import { optionsFor, readExpectations, readVector } from './expectations.ts'

// Whatever another judge finds wrong with a value or with what it covers, we find wrong too.

const judges = [pdfsigOnValues, ...validators.filter(({ name }) => ['PDFBox', 'mutool'].includes(name))]
/** Sound files that a judge cannot read, and why. */
const beyond: Readonly<Record<string, readonly string[]>> = {
  // It knows no PSS.
  mutool: ['signed/ours-rsa-3072-pss.pdf'],
}

const all = readExpectations()
const files = all.files.map(({ file }) => readVector(file))
const good = new Set<string>()

let desk: Desk
beforeAll(async () => {
  desk = new Desk()
  for (const [index, one] of all.files.entries()) {
    const { verdict } = await verify(files[index] ?? new Uint8Array(0), optionsFor(all, one))
    if (verdict === 'valid' || verdict === 'valid_no_tsa') good.add(one.file)
  }
})
afterAll(() => desk[Symbol.dispose]())

describe('no file is good for us', () => {
  for (const judge of judges)
    test.skipIf(judge.missing() !== null)(`that is bad for ${judge.name}`, async () => {
      const opinions = await judge.judge(desk, files)
      const bad = all.files.filter((_, index) => opinions[index]?.word === 'bad').map(({ file }) => file)
      expect(bad.length).toBeGreaterThan(0)
      expect(bad.filter((file) => good.has(file) && !beyond[judge.name]?.includes(file))).toEqual([])
    })
})
