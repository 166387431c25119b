import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { repositoryRoot } from '../../server/src/platform/root.ts'
import type { Cluster } from './cluster.ts'
import { type Running, run, waitFor } from './machine.ts'

const dotpha = join(repositoryRoot, 'bin', 'dotpha')

/** Two copies of the server over one database and one folder of files. */
export class Servers {
  readonly #cluster: Cluster
  readonly #copies: (Running | undefined)[] = []

  constructor(cluster: Cluster) {
    this.#cluster = cluster
  }

  #environment(index: number): NodeJS.ProcessEnv {
    const { folder, applicationPorts } = this.#cluster
    return {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: String(applicationPorts[index] ?? 0),
      DATABASE_URL: this.#cluster.databaseUrl('dotpha', 'dotpha'),
      DATA_DIR: join(folder, 'files'),
      // Each copy keeps its own list of the record's roots.
      AUDIT_ROOTS_DIR: join(folder, `roots${index + 1}`),
      DEMO: '1',
      TRUST_PROXY: '1',
      // The load comes from one address and few accounts.
      REQUESTS_PER_MINUTE: '0',
      WRITES_PER_MINUTE: '0',
    }
  }

  async start(index: number): Promise<void> {
    const name = `copy${index + 1}`
    const args = [dotpha, 'start']
    const copy = run(process.execPath, args, {
      log: this.#cluster.log(name),
      env: this.#environment(index),
    })
    this.#copies[index] = copy
    await waitFor(`${name} of the server`, 60, async () => {
      const answer = await fetch(`http://127.0.0.1:${this.#cluster.applicationPorts[index]}/readyz`)
      return answer.ok ? true : undefined
    }).catch((cause: unknown) => {
      throw new Error(readFileSync(this.#cluster.log(name), 'utf8').slice(-2000), { cause })
    })
  }

  async kill(index: number): Promise<void> {
    await this.#copies[index]?.kill()
  }

  /** A command of `dotpha` next to the servers. @returns what it says on the standard output */
  async command(...args: readonly string[]): Promise<string> {
    const { stdout } = await promisify(execFile)(process.execPath, [dotpha, ...args], {
      env: this.#environment(0),
      maxBuffer: 10_000_000,
    })
    return stdout
  }

  async stop(): Promise<void> {
    await Promise.all(this.#copies.map((copy) => copy?.end()))
  }
}
