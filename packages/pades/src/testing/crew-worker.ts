import { workerData } from 'node:worker_threads'
import { PadesError } from '../errors.ts'
import { atWork } from '../pool/at-work.ts'

/** What the threads of a test's crew are told to do. */
export type CrewJob =
  | { readonly kind: 'echo'; readonly text: string }
  | { readonly kind: 'ask'; readonly name: string; readonly question: string }
  | { readonly kind: 'throw' | 'throw_system' | 'exit' | 'crash' | 'eat' | 'hang' }

export interface CrewTestSettings {
  /** What starting throws; null lets it start. */
  readonly broken: string | null
}

const deeds: Readonly<Record<Exclude<CrewJob['kind'], 'echo' | 'ask'>, () => string | Promise<string>>> = {
  throw: () => {
    throw new PadesError('pdf_limit', 'too much', { limit: 7 })
  },
  throw_system: () => {
    throw Object.assign(new Error('ENOENT: no such file'), { code: 'ENOENT', path: '/nowhere.pdf' })
  },
  exit: () => process.exit(3),
  crash: () => {
    setImmediate(() => {
      throw new Error('nobody catches this')
    })
    return new Promise(() => {})
  },
  eat: () => {
    const eaten: number[][] = []
    for (;;) eaten.push(Array.from({ length: 1024 }, (_, n) => n / 3))
  },
  hang: () => {
    for (;;);
  },
}

atWork<CrewTestSettings, string, CrewJob, string>((settings, callHome) => {
  if (settings.broken !== null) throw new PadesError('key_wrong_password', settings.broken)
  return {
    ready: JSON.stringify(workerData),
    async work(job) {
      if (job.kind === 'echo') return { content: job.text, moved: [] }
      if (job.kind === 'ask') return { content: String(await callHome(job.name, job.question)), moved: [] }
      return { content: await deeds[job.kind](), moved: [] }
    },
  }
})
