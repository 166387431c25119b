import { expect, test } from 'vitest'
import { paperKind } from './paper-kind.ts'

// spec/document-format.md, sections 4 (State) and 8 (Party).
test.each([
  ['127-QĐ/TU', 'decision'],
  ['12/QĐ-UBND', 'decision'],
  ['05-TB/HU (minh hoạ)', 'notice'],
  ['02/TB-UBND', 'notice'],
  ['14-KL/TW', 'conclusion'],
  ['05-NQ/ĐU', 'resolution'],
  ['127-Q\u0110/TU', 'decision'],
  ['36-HD/VPTW', 'paper'],
  ['15/UBND-VP', 'paper'],
  ['không số', 'paper'],
] as const)('%s is a %s', (number, kind) => {
  expect(paperKind(number)).toBe(kind)
})
