import { expect, test } from 'vitest'
import { verify } from '../src/verify/verify.ts'
import { optionsFor, readExpectations, readVector } from './expectations.ts'

const all = readExpectations()

test.each(all.files)('$file: $about', async (one) => {
  const report = await verify(readVector(one.file), optionsFor(all, one))
  const worst = report.signatures.find(({ verdict }) => verdict === report.verdict)
  expect([report.verdict, worst?.subIndication ?? null]).toEqual([one.verdict, one.sub])
})
