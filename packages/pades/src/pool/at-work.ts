import { parentPort, workerData } from 'node:worker_threads'
import { type Order, type Parcel, packError, unpackError, type Word } from './protocol.ts'

/** Asks the thread that has the pool for what only it has: a token, a service. */
export type CallHome = (name: string, question: unknown) => Promise<unknown>

interface Opened<Ready, Job, Result> {
  /** Told to the pool before the first job. */
  readonly ready: Ready
  readonly work: (job: Job) => Promise<Parcel<Result>>
}

/** The life of a worker: it gets ready, then does one job after the other, as long as it is given some. */
export function atWork<Settings, Ready, Job, Result>(
  open: (settings: Settings, callHome: CallHome) => Opened<Ready, Job, Result>,
): void {
  if (parentPort === null) throw new RangeError('this module is for a thread of a pool')
  const port = parentPort
  const say = (word: Word<Ready, Result>, moved: Parcel<Result>['moved'] = []) =>
    port.postMessage(word, moved)
  const waiting = new Map<number, PromiseWithResolvers<unknown>>()
  let calls = 0
  const callHome: CallHome = (name, question) => {
    const answer = Promise.withResolvers<unknown>()
    calls += 1
    waiting.set(calls, answer)
    say({ kind: 'call', call: calls, name, question })
    return answer.promise
  }
  try {
    const { ready, work } = open(workerData as Settings, callHome)
    port.on('message', (order: Order<Job>) => {
      if (order.kind === 'job') void doJob(order.job, work, say)
      else {
        const answer = waiting.get(order.call)
        waiting.delete(order.call)
        if (order.kind === 'answer') answer?.resolve(order.value)
        else answer?.reject(unpackError(order.error))
      }
    })
    say({ kind: 'ready', ready })
  } catch (error) {
    say({ kind: 'not_ready', error: packError(error) })
  }
}

async function doJob<Ready, Job, Result>(
  job: Job,
  work: (job: Job) => Promise<Parcel<Result>>,
  say: (word: Word<Ready, Result>, moved?: Parcel<Result>['moved']) => void,
): Promise<void> {
  try {
    const { content, moved } = await work(job)
    say({ kind: 'done', result: content }, moved)
  } catch (error) {
    say({ kind: 'failed', error: packError(error) })
  }
}
