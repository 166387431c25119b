import { Socket } from 'node:net'
import type { FastifyInstance } from 'fastify'

/** How slowly a body may come before its line is closed: fewer bytes than this in so long a time. */
export interface SlowestBody {
  readonly bytes: number
  readonly everyMs: number
}

/** A kilobyte a second, looked at twice a minute: a tenth of what the slowest line of a telephone carries. */
export const slowestBody: SlowestBody = { bytes: 30 * 1024, everyMs: 30_000 }

/**
 * Closes the connection of a client that sends a body very slowly, so that partial uploads do not hold their slots for
 * long. Time spent waiting for us (a slow store, a reader that has not started) does not count against the client: the
 * socket is then paused.
 */
export function closeSlowBodies(app: FastifyInstance, { bytes, everyMs }: SlowestBody): void {
  app.addHook('onRequest', async (request) => {
    const { raw } = request
    const { socket } = raw
    const hasBody =
      raw.headers['transfer-encoding'] !== undefined || Number(raw.headers['content-length']) > 0
    // An injected request has no line that could be slow.
    if (!hasBody || !(socket instanceof Socket)) return
    let before = socket.bytesRead
    const watch = setInterval(() => {
      const came = socket.bytesRead - before
      before = socket.bytesRead
      if (raw.complete || socket.isPaused()) return
      if (came < bytes) socket.destroy()
    }, everyMs)
    watch.unref()
    const stop = () => {
      clearInterval(watch)
      // The line carries the next request, which has a watch of its own.
      socket.off('close', stop)
    }
    raw.once('end', stop)
    raw.once('close', stop)
    socket.once('close', stop)
  })
}
