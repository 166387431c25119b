import { createInterface } from 'node:readline'

/**
 * One player's side: each line, how often to do it, is answered by the processor time of the process in nanoseconds. A
 * process of their own, so that what they leave to be cleared away and what is compiled for them is nobody else's.
 */
export async function answerLines(once: () => unknown): Promise<void> {
  for await (const line of createInterface({ input: process.stdin })) {
    const before = process.cpuUsage()
    for (let left = Number(line); left > 0; left--) await once()
    const { user, system } = process.cpuUsage(before)
    console.log((user + system) * 1000)
  }
}
