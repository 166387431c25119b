import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { familyOf, postmasterOf, startOwnerProcess } from './testing/owner-process.ts'
import { query, writeUntilKilled } from './testing/writers.ts'

const rounds = 100

test('a hundred kills of all or part of the tree under eight writers lose nothing that was acknowledged', async () => {
  const top = mkdtempSync(join(tmpdir(), 'dotpha-kills-'))
  const dataDir = join(top, 'postgres')
  const acknowledged: string[] = []
  for (let round = 0; round <= rounds; round += 1) {
    const owner = await startOwnerProcess(dataDir)
    if (!('url' in owner.words)) throw new Error(`round ${round}: ${owner.words.message}`)
    const { url } = owner.words
    await query(url, 'create table if not exists written (writer int, n int, primary key (writer, n))')
    const found = new Set(await query(url, "select writer || ':' || n from written"))
    expect(acknowledged.filter((row) => !found.has(row))).toEqual([])
    const writers = round < rounds ? writeUntilKilled(url, 50 + 13 * (round % 20)) : undefined
    await writers?.enough
    // In turn: everything, the server and its children, the owner alone (the next start ends the orphan).
    const everything = familyOf(owner.pid)
    const server = familyOf(postmasterOf(dataDir))
    await owner.kill(...([everything, [...server, owner.pid], [owner.pid]][round % 3] ?? everything))
    if (round < rounds && round % 3 === 2) {
      const next = await startOwnerProcess(dataDir)
      await next.kill(...familyOf(next.pid))
    }
    acknowledged.push(...((await writers?.acknowledged) ?? []))
  }
  expect(acknowledged.length).toBeGreaterThan(rounds * 50)
  rmSync(top, { recursive: true, force: true })
}, 1_800_000)
