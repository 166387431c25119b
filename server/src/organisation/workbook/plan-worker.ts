// Runs in a thread of its own, under bounds: it reads files of others, and a whole province in one takes seconds.
import { parentPort } from 'node:worker_threads'
import { Refusal } from '../../platform/refusal.ts'
import type { Answer, Question } from './plan-thread.ts'
import { Planner } from './planner.ts'

const planner = new Planner()

async function carriedOut(question: Question): Promise<unknown> {
  switch (question.step) {
    case 'read':
      return planner.read(question.bytes)
    case 'take':
      return planner.take(question.part, question.things)
    case 'plan':
      return planner.plan(question.given)
    case 'more':
      return planner.more()
  }
}

async function answerTo(question: Question): Promise<Answer> {
  try {
    return { value: await carriedOut(question) }
  } catch (error) {
    if (!(error instanceof Refusal)) return { error }
    const { code, params, status, reasons } = error
    return { refusal: { code, params, status, reasons } }
  }
}

parentPort?.on('message', async (question: Question) => parentPort?.postMessage(await answerTo(question)))
