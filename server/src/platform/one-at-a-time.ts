import pg from 'pg'

/**
 * Runs `act` while no other copy of the server runs one under the same number: others wait for their turn. The database
 * keeps the lock, so that it goes when this process does.
 */
export async function oneAtATime<Result>(
  url: string,
  lock: number,
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
