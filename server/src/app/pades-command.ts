import { type Terminal, verifyCommand } from '@dot-pha/pades/cli'

/** Vietnamese unless the terminal asks for English. */
function terminal(): Terminal {
  const wanted = process.env.LC_ALL ?? process.env.LC_MESSAGES ?? process.env.LANG ?? ''
  return {
    out: (text) => console.log(text),
    error: (text) => console.error(text),
    language: wanted.startsWith('en') ? 'en' : 'vi',
    now: () => new Date(),
  }
}

/** `dotpha verify FILE.pdf`: the signing library says how it ends. */
export async function verifyPdfCommand(args: readonly string[]): Promise<void> {
  process.exitCode = await verifyCommand(args, terminal())
}
