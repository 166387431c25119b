import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findJudge } from '../../../../scripts/judges.mjs'
import { clamdVersion } from './clamd.ts'

const clamd = findJudge('clamd')

/** Whether this machine has the real scanner; the test run reports it if not. */
export const hasClamd = clamd !== undefined

// // Concatenated here, so that no scanner reports this source file.
const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE', '!$H+H*'].join('')

/** A PDF with the standard antivirus test string, which is harmless. */
export const infectedPdf = Buffer.from(`%PDF-1.7\n1 0 obj\n<<>>\nendobj\n% ${eicar}\ntrailer\n<<>>\n%%EOF\n`)

export interface Clamd {
  readonly socket: string
  stop(): Promise<void>
  start(): Promise<void>
  remove(): Promise<void>
}

/** ClamAV's own server with a single signature, for the test string: the real signature database is not needed. */
export async function startClamd(streamLimitBytes = 10_000_000): Promise<Clamd> {
  const folder = await mkdtemp(join(tmpdir(), 'dotpha-clamd-'))
  const socket = join(folder, 'clamd.ctl')
  await mkdir(join(folder, 'signatures'))
  await writeFile(
    join(folder, 'signatures', 'dotpha.ndb'),
    `DotPha.Eicar:0:*:${Buffer.from(eicar).toString('hex')}\n`,
  )
  const configuration = join(folder, 'clamd.conf')
  await writeFile(
    configuration,
    [
      'Foreground yes',
      `LocalSocket ${socket}`,
      `DatabaseDirectory ${join(folder, 'signatures')}`,
      `TemporaryDirectory ${folder}`,
      `StreamMaxLength ${streamLimitBytes}`,
      '',
    ].join('\n'),
  )
  let child: ChildProcess | undefined
  const start = async () => {
    child = spawn(clamd ?? 'clamd', ['-c', configuration], { stdio: 'ignore' })
    await answers(socket, child)
  }
  const stop = async () => {
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill('SIGKILL')
    await ended
  }
  await start()
  return {
    socket,
    start,
    stop,
    remove: async () => {
      await stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function answers(path: string, child: ChildProcess): Promise<void> {
  const until = Date.now() + 20_000
  while (child.exitCode === null && Date.now() < until) {
    const isThere = await clamdVersion({ path }).then(
      () => true,
      () => false,
    )
    if (isThere) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('clamd does not answer')
}
