import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Desk } from '../matrix/desk.ts'
import { pdfsigOnValues, validators } from '../matrix/validators.ts'
import { readExpectations, readVector } from './expectations.ts'

// Whatever another judge finds wrong with a value or with what it covers, we find wrong too.

const judges = [pdfsigOnValues, ...validators.filter(({ name }) => ['PDFBox', 'mutool'].includes(name))]
/** Sound files that a judge cannot read, and why. */
const beyond: Readonly<Record<string, readonly string[]>> = {
  // It knows no PSS.
  mutool: ['signed/ours-rsa-3072-pss.pdf'],
}

/** What is good for us: that our verdicts are these is held by vectors.test.ts. */
const good = readExpectations().files.filter(({ verdict }) => /^valid(_no_tsa)?$/.test(verdict))
const files = good.map(({ file }) => readVector(file))

let desk: Desk
beforeAll(() => {
  desk = new Desk()
})
afterAll(() => desk[Symbol.dispose]())

describe('no file is good for us', () => {
  for (const judge of judges)
    test.skipIf(judge.missing() !== null)(`that is bad for ${judge.name}`, async () => {
      // It would be no judge if it did not see a byte that was changed.
      const changed = Buffer.from(files[0] ?? '').fill('8', 9, 10)
      const opinions = await judge.judge(desk, [...files, changed])
      expect(opinions.at(-1)?.word).toBe('bad')
      const bad = good.filter((_, index) => opinions[index]?.word === 'bad').map(({ file }) => file)
      expect(bad.filter((file) => !beyond[judge.name]?.includes(file))).toEqual([])
    })
})
