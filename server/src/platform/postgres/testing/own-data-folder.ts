import { setInterval } from 'node:timers'
import { EmbeddedPostgresError, startEmbeddedPostgres } from '../embedded.ts'

// The owner of a data folder in a process of its own, for tests that kill it. It says one line of JSON.
const [dataDir] = process.argv.slice(2)
if (dataDir === undefined) throw new Error('usage: own-data-folder.ts DATA_DIR')

try {
  const { url } = await startEmbeddedPostgres({ dataDir })
  process.stdout.write(`${JSON.stringify({ url })}\n`)
  setInterval(() => {}, 60_000)
} catch (error) {
  if (!(error instanceof EmbeddedPostgresError)) throw error
  process.stdout.write(`${JSON.stringify({ code: error.code, message: error.message })}\n`)
}
