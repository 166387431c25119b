import { EmbeddedPostgresError, startEmbeddedPostgres } from '../embedded.ts'

// The owner of a data folder in a process of its own, for tests that kill it. It says one line of JSON and
// lives until its input ends, so that a test that breaks off leaves nothing behind.
const [dataDir] = process.argv.slice(2)
if (dataDir === undefined) throw new Error('usage: own-data-folder.ts DATA_DIR')

try {
  const server = await startEmbeddedPostgres({ dataDir })
  process.stdout.write(`${JSON.stringify({ url: server.url })}\n`)
  process.stdin.resume().once('close', () => void server.stop())
} catch (error) {
  if (!(error instanceof EmbeddedPostgresError)) throw error
  process.stdout.write(`${JSON.stringify({ code: error.code, message: error.message })}\n`)
}
