import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { repositoryRoot } from '../../server/src/platform/root.ts'
import { addressOf } from '../crowd/server.ts'

/** The product as anybody starts it, with the demonstration, in a folder that outlives it. */
export interface Product {
  readonly url: string
  /** From the command until `/readyz` said that it can work. */
  readonly readyMs: number
  stop(): Promise<void>
}

export async function startProduct(dataDir: string): Promise<Product> {
  const env = { ...process.env, DATABASE_URL: '', DATA_DIR: dataDir, PORT: '0', DEMO: '1' }
  const began = performance.now()
  const child = spawn(process.execPath, [join(repositoryRoot, 'bin', 'dotpha'), 'start'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const url = await addressOf(child)
  while (!(await isReady(url))) await delay(20)
  const readyMs = performance.now() - began
  return {
    url,
    readyMs,
    async stop() {
      if (child.exitCode !== null) return
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await ended
    },
  }
}

const isReady = (url: string) =>
  fetch(`${url}/readyz`).then(
    ({ ok }) => ok,
    () => false,
  )
