import { Worker } from 'node:worker_threads'
import { workerUrl } from '../worker-url.ts'
import type { Active, FileJudgement, Unread } from './judgement.ts'

/** A judgement without the texts: it only says whether they contain a secrecy marking. */
export interface JudgeAnswer extends Pick<FileJudgement, 'kind' | 'trouble' | 'reading'> {
  readonly isMarked: boolean
  readonly active: readonly Active[]
  readonly unread: readonly Unread[]
}

const bounds = { maxOldGenerationSizeMb: 384, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 }
const timeLimitMs = 30_000
// Few at once: reading takes a processor, and the rest of the server wants one too.
const atOnce = 2
// A thread that has read this many files of strangers is replaced.
const filesPerThread = 20

/**
 * Checks a file that was just uploaded to disk, by its bytes, in a thread with limits. A file that exceeds them is
 * `oversized`.
 */
export const judgeFile = (path: string): Promise<JudgeAnswer> => inTurn((thread) => ask(thread, path))

const pastBounds: JudgeAnswer = {
  kind: 'unknown',
  isMarked: false,
  active: [],
  unread: [],
  trouble: 'oversized',
  reading: 'none',
}

interface Thread {
  readonly worker: Worker
  filesLeft: number
}

function openThread(): Thread {
  const worker = new Worker(workerUrl('judge-worker', import.meta.url), {
    resourceLimits: bounds,
    execArgv: ['--disable-warning=ExperimentalWarning'],
    stdout: true,
    stderr: true,
  })
  const thread: Thread = { worker, filesLeft: filesPerThread }
  // // A thread can end while it is idle: no request is affected then.
  worker.on('error', () => undefined)
  worker.on('exit', () => {
    thread.filesLeft = 0
    if (idle.includes(thread)) idle.splice(idle.indexOf(thread), 1)
  })
  return thread
}

function ask(thread: Thread, path: string): Promise<JudgeAnswer> {
  const { worker } = thread
  thread.filesLeft -= 1
  worker.ref()
  return new Promise((resolve) => {
    const settle = (answer: JudgeAnswer, isSound: boolean) => {
      clearTimeout(limit)
      worker.off('message', answered).off('error', broken).off('exit', broken)
      // A thread that waits for work keeps no process alive; one that came to its bounds is done with.
      worker.unref()
      if (!isSound) thread.filesLeft = 0
      resolve(answer)
    }
    const broken = () => settle(pastBounds, false)
    const answered = (answer: JudgeAnswer) => settle(answer, true)
    // // A message that arrived while this thread was busy is handled first.
    const limit = setTimeout(() => setImmediate(broken), timeLimitMs)
    worker.on('message', answered).on('error', broken).on('exit', broken)
    worker.postMessage(path)
  })
}

let running = 0
const idle: Thread[] = []
const waiting: (() => void)[] = []

async function inTurn<Result>(act: (thread: Thread) => Promise<Result>): Promise<Result> {
  if (running >= atOnce) await new Promise<void>((go) => waiting.push(go))
  else running += 1
  const thread = idle.pop() ?? openThread()
  try {
    return await act(thread)
  } finally {
    if (thread.filesLeft > 0) idle.push(thread)
    else void thread.worker.terminate()
    const next = waiting.shift()
    if (next === undefined) running -= 1
    else next()
  }
}
