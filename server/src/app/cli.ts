import { endWhenNobodyReads } from './closed-pipe.ts'
import { answerToError } from './command-line/answer-to-error.ts'
import { runCommandLine } from './command-line/run.ts'

const args = process.argv.slice(2)

// // A server keeps running even if nothing reads its output.
if (args[0] !== undefined && args[0] !== 'start') {
  endWhenNobodyReads(process.stdout, () => process.exit())
  // Such as a full disk under the output of a command.
  process.on('uncaughtException', (error) => void tell(error).finally(() => process.exit()))
}
await runCommandLine(args).catch(tell)

async function tell(error: unknown): Promise<void> {
  const { text, exitCode } = await answerToError(error)
  console.error(text)
  process.exitCode = exitCode
}
