import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

/** Somebody who signs the letter again and again, in a process of their own. */
export interface Player extends AsyncDisposable {
  readonly name: string
  /** @returns processor time of their process for all of them, in milliseconds */
  sign(times: number): Promise<number>
}

/** Starts a program that answers how often it is to sign by nanoseconds, a line for a line. */
export function startPlayer(name: string, program: string, options: readonly string[]): Player {
  const child = spawn(program, options, { stdio: ['pipe', 'pipe', 'inherit'] })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  return {
    name,
    async sign(times) {
      child.stdin.write(`${times}\n`)
      const { value, done } = await answers.next()
      if (done === true) throw new Error(`${name} ended`)
      return Number(value) / 1e6
    },
    async [Symbol.asyncDispose]() {
      child.stdin.end()
      await ended
    },
  }
}
