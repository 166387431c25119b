import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { expect, inject, test } from 'vitest'
import { migrate } from './migrate.ts'
import { describeCatalog } from '../testing/catalog.ts'
import { listHistoricalPrograms, startHistorically } from '../testing/migration-history.ts'
import { copyTemplate, dropDatabase } from '../testing/template.ts'
import { templateDatabase, urlOf } from '../testing/urls.ts'

test('every database that one program of the history made and another took further comes to the schema of a new one', async () => {
  const name = `editions_${randomBytes(6).toString('hex')}`
  const url = urlOf(inject('postgresUrl'), name)
  await copyTemplate(templateDatabase, name)
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const fresh = await describeCatalog(client)
    const programs = await listHistoricalPrograms()
    for (const [index, first] of programs.entries())
      for (const second of programs.slice(index)) {
        const further = second.editions.length > first.editions.length
        if (second !== first && !further) continue
        await startHistorically(client, [first, second])
        await migrate(url)
        expect(await describeCatalog(client), `${first.commit}, then ${second.commit}`).toEqual(fresh)
      }
  } finally {
    await client.end()
    await dropDatabase(name)
  }
}, 1_800_000)
