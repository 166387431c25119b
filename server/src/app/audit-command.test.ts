import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { TestRecord } from '../platform/audit/testing.ts'
import { useTestDatabase } from '../platform/testing/database.ts'
import { runCommandLine } from './command-line/run.ts'

const database = useTestDatabase()
const record = new TestRecord(database)
const said: string[] = []

beforeEach(async () => {
  vi.stubEnv('DATABASE_URL', database.ownerUrl)
  vi.stubEnv('AUDIT_ROOTS_DIR', record.folder)
  vi.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line))
  await record.begin()
})
afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
  said.length = 0
  process.exitCode = undefined
})

const verdict = () => JSON.parse(said.at(-1) ?? '') as Record<string, unknown>

test('an intact record ends with 0, compared with the roots of the settings without being asked', async () => {
  await runCommandLine(['audit', 'verify', '--json'])
  expect(verdict()).toMatchObject({ ok: true, sealed: 10, unsealed: 1, confirmed: 3 })
  expect(process.exitCode).toBeUndefined()
})

test('a record that was tampered with ends with 1, and both languages name the entry', async () => {
  await record.tamper("update audit_entry set action = 'thing.undone' where object_id = 'e6'")
  await runCommandLine(['audit', 'verify'])
  expect(process.exitCode).toBe(1)
  expect(said.join('\n')).toContain('entry_changed (mục 6,')
  expect(said.join('\n')).toContain('entry_changed (entry 6,')
})

test('roots that were carried elsewhere are compared where they are named, and a name that is none is told', async () => {
  await runCommandLine(['audit', 'verify', '--json', '--roots', record.rootsPath])
  expect(verdict()).toMatchObject({ ok: true, confirmed: 3 })
  await expect(runCommandLine(['audit', 'verify', '--roots', '/nowhere/roots'])).rejects.toMatchObject({
    code: 'roots_unreadable',
  })
})

test('files are read where that is asked for, and one that is gone ends with 1', async () => {
  const sha256 = 'a'.repeat(64)
  await record.tamper("insert into blob values ($1, 1, 'application/pdf', now())", [sha256])
  await runCommandLine(['audit', 'verify', '--json'])
  expect(process.exitCode).toBeUndefined()
  await runCommandLine(['audit', 'verify', '--files', '--json'])
  expect(verdict()).toMatchObject({
    ok: true,
    files: { checked: 1, faults: [{ sha256, problem: 'missing' }] },
  })
  expect(process.exitCode).toBe(1)
  await runCommandLine(['audit', 'verify', '--files'])
  expect(said.at(-1)).toContain(`${sha256}: tệp không còn trong kho`)
  await record.tamper('delete from blob')
})

test('the server’s own file of roots must be whole', async () => {
  rmSync(record.rootsPath)
  await runCommandLine(['audit', 'verify', '--json'])
  expect(verdict()).toMatchObject({ ok: false, faults: [{ code: 'roots_shortened', batch: 1 }] })
  expect(process.exitCode).toBe(1)
})

test('an export says how much it wrote, and never overwrites one', async () => {
  const folder = join(record.folder, 'handed-over')
  await runCommandLine(['audit', 'export', folder, '--json'])
  expect(verdict()).toEqual({ entries: 11, batches: 3, stamps: 0 })
  await expect(runCommandLine(['audit', 'export', folder])).rejects.toMatchObject({
    code: 'export_folder_not_empty',
  })
})
