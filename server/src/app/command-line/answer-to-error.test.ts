import { describe, expect, test } from 'vitest'
import { Failure, notFound, Refusal } from '../../platform/refusal.ts'
import { useTestDatabase } from '../../platform/testing/database.ts'
import { answerToError } from './answer-to-error.ts'
import { errorSentences } from './error-sentences.ts'
import { wrongCall } from './wrong-call.ts'

const database = useTestDatabase()
const linesOf = async (error: unknown) => (await answerToError(error)).text.split('\n')
const systemError = (code: string, facts: object) =>
  Object.assign(new Error(`${code}: permission denied, open 'x'`), { code, ...facts })

test('a wrong call ends with 2, all else with 1', async () => {
  expect(await answerToError(wrongCall({ vi: 'thiếu x', en: 'x is missing' }))).toMatchObject({ exitCode: 2 })
  expect(await answerToError(notFound('account'))).toMatchObject({ exitCode: 1 })
  expect(await answerToError(new TypeError('x'))).toMatchObject({ exitCode: 1 })
})

describe.each(Object.keys(errorSentences))('%s', (code) => {
  test('is one sentence in each language, without a word of Node or PostgreSQL', async () => {
    const lines = await linesOf(systemError(code, { path: '/srv/dotpha' }))
    expect(lines).toHaveLength(2)
    expect(lines[0]).toMatch(/[ạảấầậắằặẽếềểệỉịọốồổộớờởợụủứừửữự]/)
    expect(lines.join('\n')).not.toMatch(/denied|open 'x'|E[A-Z]{4}/)
  })
})

test.each([
  ['a path', { path: '/srv/x' }, '/srv/x'],
  ['an address', { address: '127.0.0.1', port: 3000 }, '127.0.0.1:3000'],
  ['several addresses of one name', { errors: [{ address: '::1', port: 5432 }] }, '::1:5432'],
])('%s that it is about is named', async (_, facts, place) => {
  for (const line of await linesOf(systemError('ECONNREFUSED', facts))) expect(line).toContain(place)
})

test('what stands behind an error of ours is told where that is for the log only', async () => {
  const cause = systemError('ENOSPC', { path: '/srv/x' })
  expect(await linesOf(new Failure('blob_not_stored', 'storing an uploaded file', cause))).toEqual(
    await linesOf(cause),
  )
  const restore = await linesOf(new Failure('restore_failed', 'Không thành.\nIt failed.', cause))
  expect(restore).toEqual(['Không thành.', 'It failed.', ...(await linesOf(cause))])
})

test('a rule that refuses is told in the words of the catalogue, and not by its code', async () => {
  expect(await linesOf(notFound('account'))).toEqual(['Không có tài khoản này.', 'There is no such account.'])
  const [vi, en] = await linesOf(new Refusal('username_taken', { username: 'an' }))
  expect(vi).toBe('Tên đăng nhập “an” đã có. Xin chọn tên khác.')
  expect(en).toBe('The user name “an” already exists. Choose another one.')
})

test('a fault of ours is told as one, with its place, and nothing of the row that failed', async () => {
  const failed = await database.db
    .insertInto('account')
    .values({
      id: '01a23a6f-a29c-71c9-805d-bbd8cef3d2a9',
      person_id: '01a23a6f-a29c-71c9-805d-bbd8cef3d2a9',
      username: 'Không Đúng',
      password_hash: 'bí mật',
      created_at: new Date(0),
    })
    .execute()
    .catch((error: unknown) => error)
  expect(failed).toHaveProperty('detail', expect.stringContaining('bí mật'))
  const { text } = await answerToError(new Failure('x', 'making an account', failed))
  expect(text).toMatch(/^Chương trình gặp lỗi không lường trước.*\nThe program met an unexpected error.*\n\n/)
  expect(text).toMatch(/making an account[\s\S]*account_username_check[\s\S]*answer-to-error\.test/)
  expect(text).not.toContain('bí mật')
})
