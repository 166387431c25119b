import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { familyOf, type OwnerProcess, postmasterOf, startOwnerProcess } from './testing/owner-process.ts'
import { query, writeUntilKilled } from './testing/writers.ts'

const rounds = 100

let top: string
let owner: OwnerProcess | undefined

beforeEach(() => {
  top = mkdtempSync(join(tmpdir(), 'dotpha-kills-'))
})

afterEach(async () => {
  await owner?.end()
  rmSync(top, { recursive: true, force: true })
})

async function startAgain(dataDir: string): Promise<{ owner: OwnerProcess; url: string }> {
  owner = await startOwnerProcess(dataDir)
  if (!('url' in owner.words)) throw new Error(owner.words.message)
  return { owner, url: owner.words.url }
}

/** What is killed in a round: everything at once, the server before its owner, or the owner alone. */
function victims(round: number, dataDir: string, pid: number): readonly number[] {
  if (round % 3 === 0) return familyOf(pid)
  if (round % 3 === 1) return [postmasterOf(dataDir), pid]
  return [pid]
}

test('a hundred kills under eight writers lose nothing that was acknowledged', async () => {
  const dataDir = join(top, 'postgres')
  const acknowledged: string[] = []
  const expectAllThere = async (url: string) => {
    const found = new Set(await query(url, "select writer || ':' || n from written"))
    expect(acknowledged.filter((row) => !found.has(row))).toEqual([])
  }
  for (let round = 0; round < rounds; round += 1) {
    const { owner, url } = await startAgain(dataDir)
    await query(url, 'create table if not exists written (writer int, n int, primary key (writer, n))')
    await expectAllThere(url)
    const writers = writeUntilKilled(url, 50 + 13 * (round % 20))
    await writers.enough
    await owner.kill(...victims(round, dataDir, owner.pid))
    // The writers of an orphaned server go on until the next start ends it.
    if (round % 3 === 2) await (await startAgain(dataDir)).owner.end()
    acknowledged.push(...(await writers.acknowledged))
  }
  await expectAllThere((await startAgain(dataDir)).url)
  expect(acknowledged.length).toBeGreaterThan(rounds * 50)
}, 1_800_000)
