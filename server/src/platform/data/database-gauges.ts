import type pg from 'pg'
import type { LiveGauge } from '../operation/metrics.ts'

/** What the database says of itself and of what waits in it. */
export function databaseGauges(pool: pg.Pool): readonly LiveGauge[] {
  return [
    {
      name: 'dotpha_database_connections',
      help: 'Connections of this server by what they do; waiting are requests without one',
      labels: ['state'],
      read: async () => [
        { labels: { state: 'busy' }, value: pool.totalCount - pool.idleCount },
        { labels: { state: 'idle' }, value: pool.idleCount },
        { labels: { state: 'waiting' }, value: pool.waitingCount },
      ],
    },
    {
      name: 'dotpha_outbox_waiting',
      help: 'Events that are not in the queue yet',
      read: () => numberOf(pool, 'select count(*)::int as value from outbox where dispatched_at is null'),
    },
    {
      name: 'dotpha_outbox_oldest_seconds',
      help: 'How long the oldest of them has waited',
      read: () =>
        numberOf(
          pool,
          `select coalesce(extract(epoch from now() - min(published_at)), 0)::float8 as value
           from outbox where dispatched_at is null`,
        ),
    },
    {
      name: 'dotpha_audit_unsealed',
      help: 'Entries of the record that are not sealed yet',
      read: () => numberOf(pool, 'select count(*)::int as value from audit_waiting'),
    },
    {
      name: 'dotpha_jobs',
      help: 'Jobs in the queue by state; failed are those that were given up',
      labels: ['queue', 'state'],
      read: async () => {
        const { rows } = await pool.query<{ queue: string; state: string; value: number }>(
          `select name as queue, state::text, count(*)::int as value from pgboss.job
           where state in ('created', 'retry', 'active', 'failed') group by 1, 2`,
        )
        return rows.map(({ queue, state, value }) => ({ labels: { queue, state }, value }))
      },
    },
  ]
}

async function numberOf(pool: pg.Pool, statement: string): Promise<readonly { value: number }[]> {
  const { rows } = await pool.query<{ value: number }>(statement)
  return [{ value: rows[0]?.value ?? 0 }]
}
