import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { Refusal } from '../refusal.ts'
import { repositoryRoot } from '../root.ts'
import type { Reading, ScanAnswer } from './scan-bytes.ts'

export type { Reading }

export interface ScanWish {
  readonly path: string
  readonly mediaType: string
}

// Of the sources, not of the bundle: Node reads it as it is.
const workerFile = join(repositoryRoot, 'server/src/platform/secret-marks/scan-worker.ts')
const bounds = { maxOldGenerationSizeMb: 384, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 }
const timeLimitMs = 30_000
// Few at once: reading takes a processor, and the rest of the server wants one too.
const atOnce = 2
// A thread that has read this many files of strangers is replaced.
const filesPerThread = 20

/**
 * Reads the text of a file that has just arrived and looks for marks of secrecy.
 * @returns how much of it could be read
 * @throws Refusal `secret_mark_stopped` where it bears a mark; `file_too_complex` where reading it takes more than a paper may
 */
export async function scanFile(wish: ScanWish): Promise<Reading> {
  if (wish.mediaType.startsWith('image/')) return 'none'
  const answer = await inTurn((thread) => ask(thread, wish))
  if (answer === 'marked') throw new Refusal('secret_mark_stopped')
  if (answer === 'too_large') throw new Refusal('file_too_complex')
  return answer
}

interface Thread {
  readonly worker: Worker
  filesLeft: number
}

function openThread(): Thread {
  const worker = new Worker(workerFile, {
    resourceLimits: bounds,
    execArgv: ['--disable-warning=ExperimentalWarning'],
    stdout: true,
    stderr: true,
  })
  const thread: Thread = { worker, filesLeft: filesPerThread }
  // One may end while it waits: nobody else hears of it then.
  worker.on('error', () => undefined)
  worker.on('exit', () => {
    thread.filesLeft = 0
    if (idle.includes(thread)) idle.splice(idle.indexOf(thread), 1)
  })
  return thread
}

function ask(thread: Thread, wish: ScanWish): Promise<ScanAnswer> {
  const { worker } = thread
  thread.filesLeft -= 1
  worker.ref()
  return new Promise((resolve) => {
    const settle = (answer: ScanAnswer, isSound: boolean) => {
      clearTimeout(limit)
      worker.off('message', answered).off('error', broken).off('exit', broken)
      // A thread that waits for work keeps no process alive; one that came to its bounds is done with.
      worker.unref()
      if (!isSound) thread.filesLeft = 0
      resolve(answer)
    }
    const broken = () => settle('too_large', false)
    const answered = (answer: ScanAnswer) => settle(answer, true)
    const limit = setTimeout(broken, timeLimitMs)
    worker.on('message', answered).on('error', broken).on('exit', broken)
    worker.postMessage(wish)
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
