import { expect, test } from 'vitest'
import { foldUsername, usernamePattern } from './username.ts'

test.each([
  ['van-phong', 'van-phong'],
  ['  Van-Phong ', 'van-phong'],
  ['văn-phòng', 'van-phong'],
  ['Đỗ.Văn', 'do.van'],
  // The letter of Iceland that some keyboards give in place of the Vietnamese one.
  ['\u00d0ạt.\u00f0ức', 'dat.duc'],
  ['ｖａｎ', 'van'],
])('%j is the name %j', (typed, folded) => {
  expect(foldUsername(typed)).toBe(folded)
})

test('a name that is too long to be one is cut', () => {
  expect(foldUsername('a'.repeat(100_000))).toHaveLength(200)
})

test.each(['', '-a', 'a-', 'a--b', 'a b', 'A', 'é', "a'b", 'a/b', '../a'])('%j is no name', (name) => {
  expect(usernamePattern.test(name)).toBe(false)
})
