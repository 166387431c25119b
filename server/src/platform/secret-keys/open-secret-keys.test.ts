import { execFile } from 'node:child_process'
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { repositoryRoot } from '../root.ts'
import { findSecretKeys, openSecretKeys, secretKeyPath } from './open-secret-keys.ts'
import { newSecretKey, parseSecretKeys } from './secret-keys.ts'

let dataDir: string
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'dotpha-keys-'))
})
afterEach(() => rm(dataDir, { recursive: true }))

const of = (setting?: string) => ({
  dataDir,
  secretKeys: setting === undefined ? undefined : parseSecretKeys(setting),
})

test('without a setting the key is made once, for its owner alone, and is the same at the next start', async () => {
  expect(findSecretKeys(of())).toBeUndefined()
  const made = openSecretKeys(of())
  expect(await readdir(dataDir)).toEqual(['secret-key'])
  expect((await stat(secretKeyPath(of()))).mode & 0o777).toBe(0o600)
  expect(openSecretKeys(of()).ids).toEqual(made.ids)
})

test('with a setting no file is made or read', async () => {
  await writeFile(secretKeyPath(of()), 'hỏng')
  const key = newSecretKey()
  expect(openSecretKeys(of(key)).ids).toEqual(openSecretKeys(of(key)).ids)
  await rm(secretKeyPath(of()))
  openSecretKeys(of(key))
  expect(await readdir(dataDir)).toEqual([])
})

test('a key put before the old one in the file writes, and the old one still reads', async () => {
  const place = { purpose: 'totp', id: '1' }
  const before = openSecretKeys(of()).encrypt(place, 'bí mật')
  const old = await readFile(secretKeyPath(of()), 'utf8')
  await writeFile(secretKeyPath(of()), `${newSecretKey()}\n${old}`)
  const keys = openSecretKeys(of())
  expect([keys.decrypt(place, before), keys.isOld(before), keys.ids.length]).toEqual(['bí mật', true, 2])
})

test('a file that holds no key is refused with what to do, and left as it is', async () => {
  await writeFile(secretKeyPath(of()), 'khong-phai-khoa')
  expect(() => openSecretKeys(of())).toThrow(/đặt lại tệp.*restore it/s)
  expect(() => openSecretKeys(of())).not.toThrow(/khong-phai-khoa/)
  expect(await readFile(secretKeyPath(of()), 'utf8')).toBe('khong-phai-khoa')
})

test('a data folder that cannot be written is refused with what to do', async () => {
  await writeFile(join(dataDir, 'tep'), '')
  const inAFile = { dataDir: join(dataDir, 'tep', 'data'), secretKeys: undefined }
  expect(() => openSecretKeys(inAFile)).toThrow(/không tạo được|cannot be (made|read)/i)
  await chmod(dataDir, 0o700)
})

test('processes that start at the same moment all take the same key', async () => {
  const program = `import { openSecretKeys } from ${JSON.stringify(join(repositoryRoot, 'server/src/platform/secret-keys/open-secret-keys.ts'))}
    const until = Number(process.argv[1])
    while (Date.now() < until);
    console.log(openSecretKeys({ dataDir: process.argv[2], secretKeys: undefined }).ids.join())`
  const start = String(Date.now() + 700)
  const answers = await Promise.all(
    Array.from({ length: 6 }, () =>
      promisify(execFile)(process.execPath, ['--input-type=module', '-e', program, start, dataDir]),
    ),
  )
  const ids = new Set(answers.map(({ stdout }) => stdout.trim()))
  expect([...ids]).toEqual([openSecretKeys(of()).ids.join()])
  expect(await readdir(dataDir)).toEqual(['secret-key'])
})
