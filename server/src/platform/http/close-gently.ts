import type { FastifyInstance } from 'fastify'
import type { Readiness } from '../operation/readiness.ts'

export interface Closing {
  readonly readiness: Pick<Readiness, 'stop'>
  /**
   * How long it keeps answering while it reports that it is not ready, so that a proxy takes it out of rotation first.
   */
  readonly drainMs: number
  /** How long requests under way may take to end. */
  readonly graceMs: number
}

const sweepMs = 50

/**
 * Stops a server without failed requests: first it reports that it is not ready, then it accepts no new requests, then
 * running ones finish; connections still open after the grace period are closed, because a hanging connection must not
 * keep a server from stopping.
 */
export async function closeGently(app: FastifyInstance, closing: Closing): Promise<void> {
  closing.readiness.stop()
  if (closing.drainMs > 0) await new Promise((resolve) => setTimeout(resolve, closing.drainMs))
  const cut = setTimeout(() => app.server.closeAllConnections(), closing.graceMs)
  // A browser keeps its connection after the last answer; the server would wait for it to be given up.
  const sweep = setInterval(() => app.server.closeIdleConnections(), sweepMs)
  try {
    await app.close()
  } finally {
    clearTimeout(cut)
    clearInterval(sweep)
  }
}
