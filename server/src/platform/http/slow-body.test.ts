import { Agent, request as send } from 'node:http'
import fastify from 'fastify'
import { expect, test } from 'vitest'
import { closeSlowBodies } from './slow-body.ts'

test('a line that carries many bodies is watched by one at a time', async () => {
  const app = fastify({ logger: false })
  closeSlowBodies(app, { bytes: 1, everyMs: 60_000 })
  const listeners: number[] = []
  const lines = new Set<unknown>()
  app.post('/', async ({ raw: { socket } }) => {
    lines.add(socket)
    listeners.push(socket.listenerCount('close'))
    return {}
  })
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const post = () =>
    new Promise<void>((resolve, reject) => {
      const sent = send(url, { method: 'POST', agent, headers: { 'content-type': 'application/json' } })
      sent.on('response', (response) => response.resume().on('end', resolve))
      sent.on('error', reject)
      sent.end('{"a": 1}')
    })
  try {
    for (let count = 0; count < 20; count += 1) await post()
    expect(lines.size).toBe(1)
    expect(Math.max(...listeners)).toBe(listeners[0])
  } finally {
    agent.destroy()
    await app.close()
  }
})
