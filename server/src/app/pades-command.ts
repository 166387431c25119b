import { askHidden, extendCommand, signCommand, type Terminal, verifyCommand } from '@dot-pha/pades/cli'

/** Vietnamese unless the terminal asks for English. */
function terminal(): Terminal {
  const wanted = process.env.LC_ALL ?? process.env.LC_MESSAGES ?? process.env.LANG ?? ''
  return {
    out: (text) => console.log(text),
    error: (text) => console.error(text),
    ask: (question) => askHidden(question, process.stdin, (text) => process.stderr.write(text)),
    language: wanted.startsWith('en') ? 'en' : 'vi',
    now: () => new Date(),
  }
}

/** Commands of the signing library, which says itself how each ends. */
const commands = { verify: verifyCommand, sign: signCommand, extend: extendCommand } as const

export async function padesCommand(name: keyof typeof commands, args: readonly string[]): Promise<void> {
  process.exitCode = await commands[name](args, terminal())
}
