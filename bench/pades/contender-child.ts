import { answerLines } from './answering.ts'
import { type ContenderName, contenders, type KeyName } from './contenders.ts'

// One who signs.
const [, , name, key] = process.argv
await answerLines(await contenders[name as ContenderName](key as KeyName))
