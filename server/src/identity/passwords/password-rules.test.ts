import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { repositoryRoot } from '../../platform/root.ts'
import { reasonsAgainstPassword } from './password-rules.ts'
import { triedFirst } from './password-words.ts'

const owner = {
  username: 'van-phong',
  words: ['Ủy ban nhân dân huyện Tứ Kỳ', 'tuky', 'Nguyễn Văn Sơn', 'Tỉnh ủy Hải Dương'],
}

test.each([
  ['too short', 'chin ky t', 'error.password_short'],
  ['ten signs of which some are composed', 'mười ký tự', undefined],
  ['one letter over and over', 'aaaaaaaaaaaa', 'error.password_simple'],
  ['a row of the keyboard', '1234567890', 'error.password_simple'],
  ['the word for password', 'matkhau123456', 'error.password_simple'],
  ['the same with accents, a year and a sign', 'Mật khẩu 2025!', 'error.password_simple'],
  ['what lovers write', 'anhyeuem1994', 'error.password_simple'],
  ['the name of this program', 'Đột Phá @ 2025', 'error.password_simple'],
  ['the user name and a year', 'van-phong-2022', 'error.password_own_words'],
  ['the user name without its hyphen', 'vanphong2022', 'error.password_own_words'],
  ['the unit and a number', 'UBND Tứ Kỳ 123', 'error.password_own_words'],
  ['the end of the name of the unit', 'tuky#tuky@2025', 'error.password_own_words'],
  ['the whole name of the unit', 'Ủy ban nhân dân huyện Tứ Kỳ', 'error.password_own_words'],
  ['their own name', 'sonnguyen vanson1', 'error.password_own_words'],
  ['the installation', 'tinhuyhaiduong', 'error.password_simple'],
  ['one that was leaked', 'manchester', 'error.password_known'],
  ['the same in capitals', 'MANCHESTER', 'error.password_known'],
  ['a word tried first and their own', 'admin van phong', 'error.password_own_words'],
  ['a leaked one of Vietnam', 'Saigon1362', 'error.password_simple'],
  ['another', 'yeuemtu1989', 'error.password_known'],
  ['a sentence', 'con meo ngu tren mai nha', undefined],
  ['a sentence that speaks of the unit', 'họp ở Tứ Kỳ lúc trời mưa', undefined],
  ['signs only', '!7)~&^@#%$=+', undefined],
  ['two hundred letters', 'abcde'.repeat(40), undefined],
  ['more than a password is', 'abcde'.repeat(41), 'error.too_long'],
])('%s', async (_name, password, code) => {
  const reasons = await reasonsAgainstPassword('next', password, owner)
  expect(reasons.map((reason) => reason.code)).toEqual(code === undefined ? [] : [code])
})

test('the words that are tried first are those that the policy names', () => {
  const policy = readFileSync(join(repositoryRoot, 'docs/security-policies.md'), 'utf8')
  const named = /<!-- words -->([\s\S]*?)<!-- \/words -->/.exec(policy)?.[1]?.split(/,\s+/)
  expect(named?.map((word) => word.trim())).toEqual(triedFirst)
})
