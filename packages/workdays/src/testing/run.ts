import type { Terminal } from '../cli/index.ts'
import { workdaysCommand } from '../cli/index.ts'

/** What a command wrote and how it ended, in Vietnamese, at ten in the morning of 25 November 2026. */
export function run(...args: readonly string[]) {
  return runIn('vi', ...args)
}

export function runIn(language: Terminal['language'], ...args: readonly string[]) {
  const out: string[] = []
  const error: string[] = []
  const code = workdaysCommand(args, {
    out: (text) => out.push(text),
    error: (text) => error.push(text),
    language,
    now: () => new Date('2026-11-25T03:00:00Z'),
  })
  return { code, out, error }
}
