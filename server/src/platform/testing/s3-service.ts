import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { findJudge } from '../../../../scripts/judges.mjs'
import type { S3Settings } from '../files/s3-blobs.ts'

const [accessKeyId, secretAccessKey] = ['dotpha', 'khoa-cua-bai-thu']

/** Whether this machine has a service to judge by; the run names it where it has none. */
export const hasS3Service = findJudge('radosgw') !== undefined && findJudge('radosgw-admin') !== undefined

export interface S3Service {
  readonly endpoint: string
  readonly bucket: string
  settings(more?: Partial<S3Settings>): S3Settings
  /** Ends the service; `start` brings it back with what it held. */
  stop(): Promise<void>
  start(): Promise<void>
  remove(): Promise<void>
}

/**
 * Ceph's object gateway, alone, on its own database: a service that real installations run, with signatures checked.
 * Another test may take the port between our choice and the start of the gateway: then it is started again.
 */
export async function startS3Service(attempts = 3): Promise<S3Service> {
  try {
    return await tryToStart()
  } catch (error) {
    if (attempts <= 1) throw error
    return startS3Service(attempts - 1)
  }
}

async function tryToStart(): Promise<S3Service> {
  const folder = await mkdtemp(join(tmpdir(), 'dotpha-s3-'))
  const port = await freePort()
  const endpoint = `http://127.0.0.1:${port}`
  const configuration = join(folder, 'ceph.conf')
  await writeFile(configuration, configurationOf(folder, port))
  const common = ['-c', configuration, '--no-mon-config', '-n', 'client.rgw']
  let child: ChildProcess | undefined

  const start = async () => {
    child = spawn('radosgw', [...common, '-f'], { stdio: 'ignore', cwd: folder })
    await answers(endpoint, child)
  }
  const stop = async () => {
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    // It has nothing to write down at the end, and takes seconds to take leave.
    child.kill('SIGKILL')
    await ended
  }
  const settings = (more: Partial<S3Settings> = {}): S3Settings => ({
    bucket: 'kho-tep',
    prefix: 'thu',
    endpoint,
    region: 'us-east-1',
    accessKeyId,
    secretAccessKey,
    asideFolder: join(folder, 'aside'),
    ...more,
  })

  const remove = async () => {
    await stop()
    await rm(folder, { recursive: true, force: true })
  }

  try {
    await promisify(execFile)('radosgw-admin', [...common, ...newUser], { timeout: 30_000 })
    await start()
    await makeBucket(settings())
  } catch (error) {
    await remove()
    throw error
  }
  return { endpoint, bucket: settings().bucket, settings, start, stop, remove }
}

const newUser = [
  ...['user', 'create', '--uid=dotpha', '--display-name=dotpha'],
  ...[`--access-key=${accessKeyId}`, `--secret-key=${secretAccessKey}`],
]

function configurationOf(folder: string, port: number): string {
  return `[global]
fsid = 00000000-0000-0000-0000-000000000001
mon host = 127.0.0.1:1
auth cluster required = none
auth service required = none
auth client required = none
run dir = ${folder}
[client]
rgw backend store = dbstore
rgw config store = dbstore
dbstore db dir = ${folder}
dbstore config uri = file:${folder}/config.db
rgw data = ${folder}
log file = ${folder}/log
admin socket = ${folder}/$pid.asok
rgw frontends = beast endpoint=127.0.0.1:${port}
`
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

async function answers(endpoint: string, child: ChildProcess): Promise<void> {
  const until = Date.now() + 20_000
  while (child.exitCode === null && Date.now() < until) {
    // // Another program that took the port may never answer.
    const isThere = await fetch(endpoint, { signal: AbortSignal.timeout(2000) }).then(
      () => true,
      () => false,
    )
    if (isThere) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('radosgw does not answer')
}

async function makeBucket({ endpoint, region, bucket }: S3Settings): Promise<void> {
  const { CreateBucketCommand, S3Client } = await import('@aws-sdk/client-s3')
  const credentials = { accessKeyId, secretAccessKey }
  const client = new S3Client({
    region,
    credentials,
    forcePathStyle: true,
    ...(endpoint === undefined ? {} : { endpoint }),
  })
  await client.send(new CreateBucketCommand({ Bucket: bucket }), { abortSignal: AbortSignal.timeout(15_000) })
  client.destroy()
}
