import pg from 'pg'
import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { reachPostgres } from './platform/postgres/reach.ts'
import { migrate } from './platform/migrate.ts'
import { FolderBlobStore } from './platform/blobs.ts'
const s = await reachPostgres('/tmp/e-big/postgres')
await migrate(s.url)
const c = new pg.Client({ connectionString: s.url }); await c.connect()
await c.query("set session_replication_role = replica")
await c.query(`insert into audit_entry (id, recorded_at, action, outcome, request_id, payload_commitment) select gen_random_uuid(), now(), 'load.act', 'done', 'r', decode(repeat('ab',32),'hex') from generate_series(1, 1000000)`)
await c.query(`insert into audit_payload (entry_id, salt, payload) select id, decode(repeat('cd',32),'hex'), '{"what":"' || id || repeat('x', 200) || '"}' from audit_entry`)
const b = new FolderBlobStore('/tmp/e-big/blobs')
function* chunks() { for (let i=0;i<400;i++) yield Buffer.alloc(1024*1024, i) }
const f = await b.put(Readable.from(chunks()), 1e9)
await c.query(`insert into blob values ($1,$2,'application/pdf',now())`, [f.sha256, f.sizeBytes])
await c.end(); await s.stop()
