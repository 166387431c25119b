import { expect, test } from 'vitest'
import { type VerifyOptions, verify } from '../src/verify/verify.ts'
import { optionsFor, readExpectations, readVector } from './expectations.ts'

const all = readExpectations()

test.each(all.files)('$file: $about', async (one) => {
  const report = await verify(readVector(one.file), optionsFor(all, one))
  const worst = report.signatures.find(({ verdict }) => verdict === report.verdict)
  expect([report.verdict, worst?.subIndication ?? null]).toEqual([one.verdict, one.sub])
})

test.each(all.files.filter(({ isAlone }) => isAlone === true))(
  '$file: of the same level whatever is at hand beside it',
  async (one) => {
    const bytes = readVector(one.file)
    const levels = async (options: VerifyOptions) =>
      (await verify(bytes, options)).signatures.map(({ level }) => level)
    const alone = await levels(optionsFor(all, one))
    expect(alone[0]).toBe(one.about.endsWith('B-LTA') ? 'B-LTA' : 'B-LT')
    expect(await levels(optionsFor(all, { ...one, isAlone: false }))).toEqual(alone)
  },
)
