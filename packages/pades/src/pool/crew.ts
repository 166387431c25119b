import { PadesError } from '../errors.ts'
import { CrewWorker, type Ending, type WorkerSettings } from './crew-worker.ts'
import type { Lane } from './lane.ts'

export interface CrewOptions extends WorkerSettings {
  readonly size: number
  /** How many jobs may wait. */
  readonly queue: number
}

/** Makes a job for the thread that is free for it, with its files in the thread's lane. */
export type Pack<Job> = (lane: Lane) => Job | Promise<Job>

interface Task<Job, Result> {
  readonly pack: Pack<Job>
  readonly answer: PromiseWithResolvers<Result>
  readonly signal: AbortSignal | undefined
  /** Stops listening for its abortion. */
  forget(): void
}

const mostFailedStarts = 3

/**
 * Threads that do jobs, one each at a time; what they cannot take waits in a queue that has a bound. A thread that dies
 * loses the job that it had and nothing else, and another takes its place.
 */
export class Crew<Ready, Job, Result> {
  readonly #options: CrewOptions
  readonly #workers = new Map<CrewWorker<Ready, Job, Result>, Task<Job, Result> | null>()
  readonly #queue: Task<Job, Result>[] = []
  #failedStarts = 0
  #closing: Promise<void> | null = null
  #whenIdle: (() => void) | null = null

  private constructor(options: CrewOptions) {
    this.#options = options
  }

  /** Starts all threads and waits until each is ready. @throws what keeps one from it */
  static async open<Ready, Job, Result>(
    options: CrewOptions,
  ): Promise<{ readonly crew: Crew<Ready, Job, Result>; readonly ready: Ready }> {
    if (!(Number.isSafeInteger(options.size) && options.size > 0))
      throw new RangeError('a pool without threads')
    const crew = new Crew<Ready, Job, Result>(options)
    const starts = Array.from({ length: options.size }, () => crew.#start())
    try {
      const [ready] = await Promise.all(starts)
      return { crew, ready: ready as Ready }
    } catch (error) {
      await crew.close()
      throw error
    }
  }

  /** How many jobs wait, without those that are being done. */
  get waiting(): number {
    return this.#queue.length
  }

  /**
   * @param pack makes the job when a thread is free for it, so that what waits takes no memory twice
   * @throws PadesError `pool_full`, `pool_closed`, `pool_worker_died`; what the job throws; the signal's reason
   */
  run(pack: Pack<Job>, signal?: AbortSignal): Promise<Result> {
    if (this.#closing !== null) return Promise.reject(new PadesError('pool_closed', 'the pool is closed'))
    if (signal?.aborted === true) return Promise.reject(signal.reason)
    const { size, queue } = this.#options
    if (this.#taken() >= size + queue)
      return Promise.reject(new PadesError('pool_full', `${queue} jobs wait already`, { waiting: queue }))
    const answer = Promise.withResolvers<Result>()
    const abort = () => this.#abort(task)
    const task: Task<Job, Result> = {
      pack,
      answer,
      signal,
      forget: () => signal?.removeEventListener('abort', abort),
    }
    signal?.addEventListener('abort', abort, { once: true })
    this.#queue.push(task)
    if (this.#workers.size < size) this.#startAgain()
    this.#next()
    return answer.promise
  }

  /** Takes nothing more, waits for all that was taken, and ends the threads. */
  close(): Promise<void> {
    this.#closing ??= this.#close()
    return this.#closing
  }

  async #close(): Promise<void> {
    if (this.#taken() > 0) await new Promise<void>((resolve) => (this.#whenIdle = resolve))
    const workers = [...this.#workers.keys()]
    this.#workers.clear()
    await Promise.all(workers.map((worker) => worker.end()))
  }

  /** How many jobs wait or are being done. */
  #taken(): number {
    let taken = this.#queue.length
    for (const task of this.#workers.values()) if (task !== null) taken += 1
    return taken
  }

  #free(): CrewWorker<Ready, Job, Result> | undefined {
    for (const [worker, task] of this.#workers) if (task === null && worker.isReady) return worker
    return undefined
  }

  #start(): Promise<Ready> {
    const worker = new CrewWorker<Ready, Job, Result>(this.#options)
    this.#workers.set(worker, null)
    void worker.ended.then((ending) => this.#buried(worker, ending))
    void worker.ready.then(
      () => {
        this.#failedStarts = 0
        this.#next()
      },
      () => {},
    )
    return worker.ready
  }

  /** Some had failed to start and were given up; for a new job it is tried once more. */
  #startAgain(): void {
    this.#failedStarts = 0
    while (this.#workers.size < this.#options.size) void this.#start()
  }

  #next(): void {
    for (let worker = this.#free(); worker !== undefined; worker = this.#free()) {
      const task = this.#queue.shift()
      if (task === undefined) break
      void this.#give(worker, task)
    }
    if (this.#taken() === 0) this.#whenIdle?.()
  }

  async #give(worker: CrewWorker<Ready, Job, Result>, task: Task<Job, Result>): Promise<void> {
    this.#workers.set(worker, task)
    try {
      const job = task.pack(worker.lane)
      task.answer.resolve(await worker.do(job instanceof Promise ? await job : job))
    } catch (error) {
      task.answer.reject(task.signal?.aborted === true ? task.signal.reason : error)
    }
    task.forget()
    if (this.#workers.get(worker) === task) this.#workers.set(worker, null)
    this.#next()
  }

  /** One that waits is taken from the queue. One that is being done ends with its thread, and is told when that is over. */
  #abort(task: Task<Job, Result>): void {
    const place = this.#queue.indexOf(task)
    if (place >= 0) {
      this.#queue.splice(place, 1)
      task.answer.reject(task.signal?.reason)
      this.#next()
    }
    for (const [worker, current] of this.#workers) if (current === task) void worker.end()
  }

  #buried(worker: CrewWorker<Ready, Job, Result>, { wasReady, error }: Ending): void {
    if (!this.#workers.delete(worker)) return
    if (this.#closing !== null && this.#queue.length === 0) return
    if (!wasReady) this.#failedStarts += 1
    if (this.#failedStarts < mostFailedStarts) void this.#start()
    // What keeps threads from starting keeps the next one too: nobody waits for that.
    else if (this.#workers.size === 0)
      for (const task of this.#queue.splice(0)) {
        task.answer.reject(error)
        task.forget()
      }
    this.#next()
  }
}
