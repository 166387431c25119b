import { Worker } from 'node:worker_threads'
import { PadesError } from '../errors.ts'
import { Lane } from './lane.ts'
import { type Order, packError, unpackError, type Word } from './protocol.ts'

export interface WorkerSettings {
  readonly module: URL
  readonly settings: unknown
  /** Bound of a thread's own memory; buffers that are moved to it come on top. */
  readonly memoryMegabytes: number
  /** What a thread may ask of this one. */
  readonly calls: Readonly<Record<string, (question: never) => Promise<unknown>>>
}

export interface Ending {
  readonly wasReady: boolean
  readonly error: Error
}

/** One thread of a crew, as those see it who give it work. */
export class CrewWorker<Ready, Job, Result> {
  readonly lane = new Lane()
  readonly ready: Promise<Ready>
  /** Fulfilled when the thread has ended, whatever ended it. */
  readonly ended: Promise<Ending>
  #state: 'starting' | 'ready' | 'ending' = 'starting'
  #wasReady = false
  readonly #worker: Worker
  readonly #calls: WorkerSettings['calls']
  readonly #opened = Promise.withResolvers<Ready>()
  #job: PromiseWithResolvers<Result> | null = null
  #failure: unknown = null
  #notReady: Error | null = null

  constructor({ module, settings, memoryMegabytes, calls }: WorkerSettings) {
    this.#calls = calls
    this.ready = this.#opened.promise
    this.#worker = new Worker(module, {
      workerData: settings,
      resourceLimits: { maxOldGenerationSizeMb: memoryMegabytes },
    })
    this.#worker.on('message', (word: Word<Ready, Result>) => this.#hear(word))
    this.#worker.on('error', (error) => {
      this.#failure = error
    })
    this.ended = new Promise((resolve) => {
      this.#worker.once('exit', (code) => resolve(this.#end(code)))
    })
    // Whoever waits for it hears of it; where nobody does, the ending tells it.
    this.ready.catch(() => {})
  }

  get isReady(): boolean {
    return this.#state === 'ready'
  }

  /** @throws what the job throws; PadesError `pool_worker_died` where the thread ends before it */
  do(job: Job): Promise<Result> {
    // It may have died while the job was packed.
    if (!this.isReady) return Promise.reject(died(this.#failure, 0))
    this.#job = Promise.withResolvers<Result>()
    this.#tell({ kind: 'job', job })
    return this.#job.promise
  }

  async end(): Promise<void> {
    this.#state = 'ending'
    await this.#worker.terminate()
  }

  #tell(order: Order<Job>): void {
    this.#worker.postMessage(order)
  }

  #hear(word: Word<Ready, Result>): void {
    switch (word.kind) {
      case 'ready':
        if (this.#state === 'starting') this.#state = 'ready'
        this.#wasReady = true
        this.#opened.resolve(word.ready)
        return
      case 'not_ready':
        this.#notReady = unpackError(word.error)
        void this.end()
        return
      case 'done':
        this.#takeJob()?.resolve(word.result)
        return
      case 'failed':
        this.#takeJob()?.reject(unpackError(word.error))
        return
      case 'call':
        void this.#answer(word.call, word.name, word.question)
    }
  }

  #takeJob(): PromiseWithResolvers<Result> | null {
    const job = this.#job
    this.#job = null
    return job
  }

  async #answer(call: number, name: string, question: unknown): Promise<void> {
    try {
      const answerer = this.#calls[name]
      if (answerer === undefined) throw new RangeError(`nobody answers ${name}`)
      this.#tell({ kind: 'answer', call, value: await answerer(question as never) })
    } catch (error) {
      this.#tell({ kind: 'refusal', call, error: packError(error) })
    }
  }

  #end(exitCode: number): Ending {
    this.#state = 'ending'
    const error = this.#notReady ?? died(this.#failure, exitCode)
    this.#opened.reject(error)
    this.#takeJob()?.reject(error)
    return { wasReady: this.#wasReady, error }
  }
}

/** What ended a thread: its memory bound, an error of ours that nobody caught, or somebody. */
function died(failure: unknown, exitCode: number): PadesError {
  const { code = null } = (failure ?? {}) as NodeJS.ErrnoException
  const reason =
    code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'out_of_memory' : failure === null ? 'ended' : 'crashed'
  const details = { reason, exitCode, ...(code !== null && { code }) }
  return new PadesError('pool_worker_died', `a thread of the pool has died: ${reason}`, details)
}
