import pg from 'pg'
import type { locks } from './locks.ts'

/**
 * Runs `act` while no other copy of the server runs one under the same lock: others wait for their turn. The database
 * keeps the lock, so that it goes when this process does.
 */
export async function oneServerAtATime<Result>(
  url: string,
  lock: (typeof locks)[keyof typeof locks],
  act: () => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [lock])
    return await act()
  } finally {
    await client.end()
  }
}
