import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { FuzzTarget } from '../src/testing/fuzz/fuzz.ts'
import { derTargets, pdfTargets } from '../src/testing/fuzz/targets.ts'
import { optionsFor, readExpectations, readVector } from './expectations.ts'

/** All that reads what others wrote, with the kept files to begin from. */
export function fuzzTargets(): readonly FuzzTarget[] {
  const all = readExpectations()
  const [first] = all.files
  if (first === undefined) throw new RangeError('there are no files')
  const unsigned = readdirSync(join(import.meta.dirname, 'corpus')).sort()
  // Mutating the large ones would cost the time of many small ones.
  const signed = all.files.map(({ file }) => readVector(file)).filter(({ length }) => length < 30_000)
  return [
    ...derTargets(),
    ...pdfTargets(
      unsigned.map((name) => readVector(`corpus/${name}`)),
      signed,
      optionsFor(all, first),
    ),
  ]
}
