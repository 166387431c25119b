import type { Terminal } from '@dot-pha/pades/cli'

type Command = (args: readonly string[], terminal: Terminal) => number | Promise<number>

/** Commands of the libraries, which say themselves how each ends; only the one that is asked for is loaded. */
const commands = {
  verify: async (): Promise<Command> => (await import('@dot-pha/pades/cli/verify')).verifyCommand,
  sign: async (): Promise<Command> => (await import('@dot-pha/pades/cli')).signCommand,
  extend: async (): Promise<Command> => (await import('@dot-pha/pades/cli')).extendCommand,
  lint: async (): Promise<Command> => (await import('@dot-pha/nd30/cli')).lintCommand,
  render: async (): Promise<Command> => (await import('@dot-pha/nd30/cli')).renderCommand,
  workdays: async (): Promise<Command> => (await import('@dot-pha/workdays/cli')).workdaysCommand,
} as const

type LibraryCommand = keyof typeof commands

export async function libraryCommand(name: LibraryCommand, args: readonly string[]): Promise<void> {
  const command = await commands[name]()
  process.exitCode = await command(args, terminal())
}

/** Vietnamese unless the terminal asks for English. */
function terminal(): Terminal {
  const wanted = process.env.LC_ALL ?? process.env.LC_MESSAGES ?? process.env.LANG ?? ''
  return {
    out: (text) => console.log(text),
    error: (text) => console.error(text),
    ask: async (question) => {
      const { askHidden } = await import('@dot-pha/pades/cli')
      return askHidden(question, process.stdin, (text) => process.stderr.write(text))
    },
    input: () => process.stdin,
    write: (bytes) =>
      new Promise((resolve, reject) => {
        process.stdout.write(bytes, (error) => (error ? reject(error) : resolve()))
      }),
    language: wanted.startsWith('en') ? 'en' : 'vi',
    now: () => new Date(),
  }
}
