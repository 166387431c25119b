import { Client } from 'pg'

/** A connection that does not end the process when the server goes away. */
export async function connect(url: string): Promise<Client> {
  const client = new Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  return client
}

/** The values of all columns and rows of one query, in order. */
export async function query(url: string, sql: string): Promise<readonly unknown[]> {
  const client = await connect(url)
  try {
    return (await client.query({ text: sql, rowMode: 'array' })).rows.flat()
  } finally {
    await client.end()
  }
}

/**
 * Eight connections that insert rows into `written` one by one, each noted only when the server has confirmed
 * it, until the server is killed.
 */
export function writeUntilKilled(
  url: string,
  many: number,
): {
  /** Settles when `many` rows are confirmed. */
  readonly enough: Promise<void>
  /** Settles when every writer has lost its server: the confirmed rows as `writer:n`. */
  readonly acknowledged: Promise<readonly string[]>
} {
  const confirmed: string[] = []
  const { promise: enough, resolve } = Promise.withResolvers<void>()
  const write = async (writer: number): Promise<void> => {
    const client = await connect(url)
    const last = await client.query('select coalesce(max(n), -1) as n from written where writer = $1', [
      writer,
    ])
    for (let n = Number(last.rows[0]?.n) + 1; ; n += 1) {
      try {
        await client.query('insert into written values ($1, $2)', [writer, n])
      } catch {
        return
      }
      confirmed.push(`${writer}:${n}`)
      if (confirmed.length >= many) resolve()
    }
  }
  const writers = Array.from({ length: 8 }, (_, writer) => write(writer))
  return { enough, acknowledged: Promise.all(writers).then(() => confirmed) }
}
