// Runs in a thread of its own, under bounds: it reads files that strangers made. Nothing of a text leaves it.
import { readFile } from 'node:fs/promises'
import { parentPort } from 'node:worker_threads'
import { bearsSecretMark } from '../secret-marks/find-secret-marks.ts'
import { judgeBytes } from './judge-bytes.ts'
import type { JudgeAnswer } from './judge-file.ts'

parentPort?.on('message', async (path: string) => {
  const { kind, texts, active, unread, trouble, reading } = await judgeBytes(
    new Uint8Array(await readFile(path)),
  )
  const isMarked = texts.some(bearsSecretMark)
  const answer: JudgeAnswer = { kind, isMarked, active: [...active], unread: [...unread], trouble, reading }
  parentPort?.postMessage(answer)
})
