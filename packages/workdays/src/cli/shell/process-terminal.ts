/**
 * The terminal of this process; Vietnamese unless its locale is English.
 *
 * @param program what stands before a command when it is called, for the line that says how
 */
export function processTerminal(program: string) {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env
  const locale = LC_ALL ?? LC_MESSAGES ?? LANG ?? ''
  return {
    program,
    out: (text: string) => console.log(text),
    error: (text: string) => console.error(text),
    input: () => process.stdin,
    write: (bytes: Uint8Array) =>
      new Promise<void>((resolve, reject) => {
        process.stdout.write(bytes, (error) => (error ? reject(error) : resolve()))
      }),
    language: locale.startsWith('en') ? 'en' : 'vi',
    now: () => new Date(),
  } as const
}
