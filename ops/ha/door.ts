import { connect, createServer, type Server, type Socket } from 'node:net'

/** A way from one node to etcd that can be shut, as when a cable is pulled. */
export class Door {
  readonly #open = new Set<Socket>()
  readonly #server: Server
  readonly #behind: readonly number[]
  #isShut = false

  constructor(behind: readonly number[]) {
    this.#behind = behind
    this.#server = createServer((socket) => this.#let(socket))
  }

  listen(port: number): Promise<void> {
    return new Promise((listening) => this.#server.listen(port, '127.0.0.1', listening))
  }

  shut(): void {
    this.#isShut = true
    for (const socket of this.#open) socket.destroy()
  }

  unlock(): void {
    this.#isShut = false
  }

  async close(): Promise<void> {
    this.shut()
    await new Promise((closed) => this.#server.close(closed))
  }

  /** To the first that answers: the node's own etcd, else a neighbour's. */
  #let(from: Socket, choice = 0): void {
    const port = this.#behind[choice]
    if (this.#isShut || port === undefined) {
      from.destroy()
      return
    }
    const to = connect(port, '127.0.0.1')
    const part = () => {
      for (const socket of [from, to]) {
        this.#open.delete(socket)
        socket.destroy()
      }
    }
    to.once('connect', () => {
      this.#open.add(from).add(to)
      from.pipe(to).pipe(from)
      for (const socket of [from, to]) socket.once('close', part)
      to.on('error', part)
    })
    from.on('error', part)
    to.once('error', () => {
      if (to.connecting || !this.#open.has(to)) this.#let(from, choice + 1)
    })
  }
}
