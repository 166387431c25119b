import { createInterface } from 'node:readline'
import { type ContenderName, contenders, type KeyName } from './contenders.ts'

/**
 * One contender in a process of its own, so that what it leaves to be cleared away and what is compiled for it is nobody
 * else's. Each line, how often to sign, is answered by the processor time of the process in nanoseconds.
 */
const [, , name, key] = process.argv
const once = await contenders[name as ContenderName](key as KeyName)

for await (const line of createInterface({ input: process.stdin })) {
  const before = process.cpuUsage()
  for (let left = Number(line); left > 0; left--) await once()
  const { user, system } = process.cpuUsage(before)
  console.log((user + system) * 1000)
}
