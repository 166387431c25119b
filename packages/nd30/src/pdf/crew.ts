import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { Nd30Error } from '../errors.ts'
import { memoryOf } from './memory-of.ts'
import { type Job, type Settings, unpackError, type Word } from './protocol.ts'
import type { Rendered } from './typeset.ts'

export interface CrewOptions {
  readonly module: URL
  readonly settings: Settings
  readonly threads: number
  readonly queue: number
  readonly timeLimitMs: number
  /** Of what a process holds in memory, native code included; watched where the system tells it (Linux). */
  readonly memoryLimitBytes: number
}

interface Task {
  readonly job: Job
  readonly answer: PromiseWithResolvers<Rendered>
}

interface Hand {
  readonly child: ChildProcess
  readonly ready: Promise<void>
  task: Task | null
  timer: NodeJS.Timeout | null
  watch: NodeJS.Timeout | null
}

const msBetweenWeighings = 100

/**
 * Processes that set one document each at a time: a thread cannot be ended while it is in native code, a process can. One that
 * dies, takes too long or too much memory loses its document alone, and is replaced.
 */
export class Crew {
  readonly #options: CrewOptions
  readonly #hands = new Set<Hand>()
  readonly #free: Hand[] = []
  readonly #waiting: Task[] = []
  /** Resolved as each process ends, those that were dismissed too. */
  readonly #living = new Set<Promise<unknown>>()
  #closing: Promise<void> | null = null
  #whenIdle: (() => void) | null = null

  private constructor(options: CrewOptions) {
    this.#options = options
  }

  static async open(options: CrewOptions): Promise<Crew> {
    if (!(Number.isSafeInteger(options.threads) && options.threads > 0))
      throw new RangeError('a renderer without threads')
    const crew = new Crew(options)
    try {
      await Promise.all(Array.from({ length: options.threads }, () => crew.#hire()))
      return crew
    } catch (error) {
      await crew.close()
      throw error
    }
  }

  run(job: Job): Promise<Rendered> {
    if (this.#closing !== null)
      return Promise.reject(new Nd30Error('renderer_closed', 'the renderer is closed'))
    const { threads, queue } = this.#options
    if (this.#taken() >= threads + queue)
      return Promise.reject(
        new Nd30Error('renderer_full', `${queue} documents wait already`, { waiting: queue }),
      )
    const answer = Promise.withResolvers<Rendered>()
    this.#waiting.push({ job, answer })
    // Some may have been given up when they could not be started; for a new document it is tried again.
    for (let missing = threads - this.#hands.size; missing > 0; missing -= 1) this.#replace()
    this.#next()
    return answer.promise
  }

  close(): Promise<void> {
    this.#closing ??= this.#close()
    return this.#closing
  }

  async #close(): Promise<void> {
    if (this.#taken() > 0) await new Promise<void>((resolve) => (this.#whenIdle = resolve))
    for (const { child } of this.#hands) child.kill('SIGKILL')
    await Promise.all(this.#living)
  }

  #taken(): number {
    const busy = [...this.#hands].filter(({ task }) => task !== null).length
    return this.#waiting.length + busy
  }

  #hire(): Promise<void> {
    const { module, settings } = this.#options
    const child = fork(fileURLToPath(module), [JSON.stringify(settings)], {
      serialization: 'advanced',
      // It reads what strangers wrote: no password in the environment of who starts it goes along.
      env: {},
      // What native code prints is nobody's answer.
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    const ready = Promise.withResolvers<void>()
    const end = Promise.withResolvers<void>()
    const ended = end.promise
    child.once('exit', () => end.resolve())
    const hand: Hand = { child, ready: ready.promise, task: null, timer: null, watch: null }
    this.#hands.add(hand)
    this.#living.add(ended)
    let cause: unknown
    let isReady = false
    child.on('error', (error) => {
      cause = error
      // It never was: nothing will exit.
      if (child.pid === undefined) end.resolve()
    })
    child.on('message', (message) => {
      const word = message as Word
      if (word.kind === 'ready') {
        isReady = true
        this.#free.push(hand)
        ready.resolve()
        this.#next()
      } else if (isReady) this.#hear(hand, word)
      else {
        ready.reject(word.kind === 'failed' ? unpackError(word.error) : cause)
        child.kill('SIGKILL')
      }
    })
    void ended.then(() => {
      this.#living.delete(ended)
      const died = new Nd30Error('renderer_died', 'a process of the renderer has died', {}, { cause })
      ready.reject(died)
      this.#dismiss(hand, died)
      if (isReady && this.#closing === null) this.#replace()
      else if (this.#hands.size === 0) this.#giveUp(died)
    })
    return ready.promise
  }

  #replace(): void {
    // What keeps it from starting is told to those who wait, when no process is left.
    this.#hire().catch(() => {})
  }

  #hear(hand: Hand, word: Exclude<Word, { kind: 'ready' }>): void {
    const { task } = hand
    // Too late: its document was given up.
    if (task === null || !this.#hands.has(hand)) return
    this.#release(hand)
    if (word.kind === 'done') task.answer.resolve(word.result)
    else task.answer.reject(unpackError(word.error))
    this.#free.push(hand)
    this.#next()
  }

  #next(): void {
    while (this.#free.length > 0) {
      const task = this.#waiting.shift()
      if (task === undefined) break
      this.#give(this.#free.shift() as Hand, task)
    }
    if (this.#taken() === 0) this.#whenIdle?.()
  }

  #give(hand: Hand, task: Task): void {
    const { timeLimitMs } = this.#options
    hand.task = task
    hand.timer = setTimeout(() => {
      this.#end(hand, new Nd30Error('renderer_timeout', `not set within ${timeLimitMs} ms`, { timeLimitMs }))
    }, timeLimitMs)
    hand.watch = setInterval(() => this.#weigh(hand), msBetweenWeighings)
    try {
      hand.child.send(task.job)
    } catch (error) {
      // What is no plain JSON cannot be sent.
      this.#release(hand)
      task.answer.reject(error)
      this.#free.push(hand)
    }
  }

  #weigh(hand: Hand): void {
    const { memoryLimitBytes } = this.#options
    const held = memoryOf(hand.child.pid)
    if (held === null || held <= memoryLimitBytes) return
    this.#end(
      hand,
      new Nd30Error('renderer_memory', `more than ${memoryLimitBytes} bytes`, { memoryLimitBytes }),
    )
  }

  #end(hand: Hand, error: Error): void {
    this.#dismiss(hand, error)
    hand.child.kill('SIGKILL')
    this.#replace()
  }

  #release(hand: Hand): void {
    if (hand.timer !== null) clearTimeout(hand.timer)
    if (hand.watch !== null) clearInterval(hand.watch)
    hand.timer = null
    hand.watch = null
    hand.task = null
  }

  /** It takes no more; its document is lost. */
  #dismiss(hand: Hand, error: Error): void {
    if (!this.#hands.delete(hand)) return
    const place = this.#free.indexOf(hand)
    if (place >= 0) this.#free.splice(place, 1)
    const { task } = hand
    this.#release(hand)
    task?.answer.reject(error)
    if (this.#taken() === 0) this.#whenIdle?.()
  }

  #giveUp(error: Error): void {
    for (const { answer } of this.#waiting.splice(0)) answer.reject(error)
    this.#whenIdle?.()
  }
}
