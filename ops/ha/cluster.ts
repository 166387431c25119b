import { randomBytes } from 'node:crypto'
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Door } from './door.ts'
import { databaseUser, freePorts, killPostgres, type Running, run, waitFor } from './machine.ts'
import { haproxySettings, type NodePlan, patroniSettings } from './settings.ts'

interface Node extends NodePlan {
  readonly door: Door
  etcd?: Running
  patroni?: Running
}

/** A member as Patroni tells of it. */
interface Member {
  readonly name: string
  readonly role: string
  readonly state: string
}

/** Three nodes of PostgreSQL with Patroni and etcd, behind haproxy; only on the loopback, all in one folder. */
export class Cluster {
  readonly folder: string
  readonly password = randomBytes(12).toString('hex')
  readonly nodes: readonly Node[]
  readonly databasePort: number
  readonly webPort: number
  readonly applicationPorts: readonly number[]
  #haproxy: Running | undefined

  private constructor(folder: string, ports: readonly number[]) {
    this.folder = folder
    const [databasePort = 0, webPort = 0, first = 0, second = 0, ...rest] = ports
    this.databasePort = databasePort
    this.webPort = webPort
    this.applicationPorts = [first, second]
    const etcdPorts = [rest[2] ?? 0, rest[7] ?? 0, rest[12] ?? 0]
    this.nodes = [0, 1, 2].map((index) => {
      const [postgresPort = 0, patroniPort = 0, etcdPort = 0, etcdPeerPort = 0, doorPort = 0] = rest.slice(
        index * 5,
        index * 5 + 5,
      )
      const name = `node${index + 1}`
      const neighbours = etcdPorts.filter((port) => port !== etcdPort)
      const door = new Door([etcdPort, ...neighbours])
      return {
        name,
        folder: join(folder, name),
        postgresPort,
        patroniPort,
        etcdPort,
        etcdPeerPort,
        doorPort,
        door,
      }
    })
  }

  static async start(): Promise<Cluster> {
    const folder = mkdtempSync(join(tmpdir(), 'dotpha-ha-'))
    chmodSync(folder, 0o755)
    const cluster = new Cluster(folder, await freePorts(19))
    try {
      await cluster.#startAll()
    } catch (error) {
      await cluster.stop()
      throw error
    }
    return cluster
  }

  async #startAll(): Promise<void> {
    const { uid, gid } = databaseUser()
    for (const node of this.nodes) {
      mkdirSync(node.folder, { mode: 0o700 })
      if (process.getuid?.() === 0) chownSync(node.folder, uid, gid)
      await node.door.listen(node.doorPort)
      writeFileSync(join(this.folder, `${node.name}.yml`), patroniSettings(node, this.password), {
        mode: 0o644,
      })
      this.startEtcd(node)
    }
    const doors = {
      databasePort: this.databasePort,
      webPort: this.webPort,
      applicationPorts: this.applicationPorts,
    }
    const settings = join(this.folder, 'haproxy.cfg')
    writeFileSync(settings, haproxySettings(doors, this.nodes))
    await waitFor('etcd', 30, async () => {
      const answer = await fetch(`http://127.0.0.1:${this.nodes[0]?.etcdPort}/health`)
      return answer.ok ? true : undefined
    })
    for (const node of this.nodes) this.startPatroni(node)
    this.#haproxy = run('/usr/sbin/haproxy', ['-db', '-f', settings], { log: this.log('haproxy') })
    await this.whole(90)
  }

  log(name: string): string {
    return join(this.folder, `${name}.log`)
  }

  startEtcd(node: Node): void {
    const url = (port: number) => `http://127.0.0.1:${port}`
    const peers = this.nodes.map(({ name, etcdPeerPort }) => `${name}=${url(etcdPeerPort)}`).join(',')
    const flags = {
      name: node.name,
      'data-dir': join(this.folder, `${node.name}-etcd`),
      'listen-client-urls': url(node.etcdPort),
      'advertise-client-urls': url(node.etcdPort),
      'listen-peer-urls': url(node.etcdPeerPort),
      'initial-advertise-peer-urls': url(node.etcdPeerPort),
      'initial-cluster': peers,
      'initial-cluster-token': 'dotpha',
    }
    const args = Object.entries(flags).map(([name, value]) => `--${name}=${value}`)
    node.etcd = run('/usr/bin/etcd', args, { log: this.log(`${node.name}-etcd`) })
  }

  startPatroni(node: Node): void {
    node.patroni = run('/usr/bin/patroni', [join(this.folder, `${node.name}.yml`)], {
      log: this.log(node.name),
      asDatabaseUser: true,
    })
  }

  /** PostgreSQL and Patroni of a node are gone at once, and with `machine` its etcd too. */
  async kill(node: Node, machine: boolean): Promise<void> {
    killPostgres(join(node.folder, 'data'))
    await node.patroni?.kill()
    if (machine) await node.etcd?.kill()
  }

  /** What the nodes say of the cluster; whichever answers. */
  async members(): Promise<readonly Member[]> {
    for (const node of this.nodes.filter(({ patroni }) => patroni?.isAlive())) {
      const answer = await fetch(`http://127.0.0.1:${node.patroniPort}/cluster`, {
        signal: AbortSignal.timeout(2_000),
      }).catch(() => undefined)
      if (answer?.ok) return ((await answer.json()) as { members: Member[] }).members
    }
    return []
  }

  /** The node that leads and says so itself. */
  async leader(): Promise<Node | undefined> {
    const answers = await Promise.all(
      this.nodes.map(async (node) => {
        const answer = await fetch(`http://127.0.0.1:${node.patroniPort}/primary`, {
          signal: AbortSignal.timeout(2_000),
        }).catch(() => undefined)
        return answer?.ok ? node : undefined
      }),
    )
    return answers.find((node) => node !== undefined)
  }

  /** Waits until one node leads, both others follow it, and one of them synchronously. */
  async whole(seconds: number): Promise<void> {
    await waitFor('three nodes, one of them a synchronous standby', seconds, async () => {
      const members = await this.members()
      const following = members.filter(({ state }) => state === 'streaming')
      const isSynchronous = following.some(({ role }) => role === 'sync_standby')
      return following.length === 2 && isSynchronous && (await this.leader()) ? true : undefined
    })
  }

  databaseUrl(user: string, database: string): string {
    return `postgres://${user}:${this.password}@127.0.0.1:${this.databasePort}/${database}`
  }

  async stop(): Promise<void> {
    await this.#haproxy?.end()
    for (const node of this.nodes) {
      await this.kill(node, true)
      await node.door.close()
    }
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 })
  }
}
