import { answerLines } from './answering.ts'
import type { KeyName } from './contenders.ts'
import { type JudgeName, judges } from './judges.ts'

// One who judges.
const [, , name, key] = process.argv
await answerLines(await judges[name as JudgeName](key as KeyName))
