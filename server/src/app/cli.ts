import { EmbeddedPostgresError } from '../platform/postgres/errors.ts'
import { Failure, Refusal } from '../platform/refusal.ts'
import { endWhenNobodyReads } from './closed-pipe.ts'
import { libraryCommand, libraryCommands } from './library-command.ts'

/** The commands of `dotpha`, each loaded only when it is asked for. */
const commands: Readonly<Record<string, (args: readonly string[]) => Promise<void>>> = {
  start: async () => (await import('./main.ts')).main(),
  migrate: async (args) => (await import('./migrate-command.ts')).migrateCommand(args),
  setup: async (args) => (await import('./setup-command.ts')).setupCommand(args),
  user: async (args) => (await import('./user-command.ts')).userCommand(args),
  config: async (args) => (await import('./config-command.ts')).configCommand(args),
  backup: async (args) => (await import('./backup-command.ts')).backupCommand(args),
  restore: async (args) => (await import('./backup-command.ts')).restoreCommand(args),
  audit: async (args) => (await import('./audit-command.ts')).auditCommand(args),
  token: async (args) => (await import('./token-command.ts')).tokenCommand(args),
  ...Object.fromEntries(
    libraryCommands.map((name) => [name, (args: readonly string[]) => libraryCommand(name, args)]),
  ),
}

const [command = 'start', ...args] = process.argv.slice(2)
// A server goes on, whoever reads what it prints.
if (command !== 'start') endWhenNobodyReads(process.stdout, () => process.exit())
const run = Object.hasOwn(commands, command) ? commands[command] : undefined
if (run === undefined) {
  console.error(
    `Không có lệnh “${command}”. Các lệnh: ${Object.keys(commands).join(', ')}. · There is no command "${command}".`,
  )
  process.exitCode = 2
} else {
  await run(args).catch((error: unknown) => {
    // What an operator can mend is one sentence; what only we can mend shows where it happened.
    const isKnown =
      error instanceof Failure || error instanceof Refusal || error instanceof EmbeddedPostgresError
    console.error(isKnown ? error.message : error)
    process.exitCode = 1
  })
}
