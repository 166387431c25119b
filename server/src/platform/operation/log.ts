import pino, { type DestinationStream, type Logger } from 'pino'

/**
 * The log of the server: one JSON object a line, never a secret nor what people wrote. Of an error it says what kind it was
 * and where; the words in its message that came from elsewhere stand in quotes and are left out.
 */
export function openLog(level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: describeError, error: describeError, req: () => undefined, res: () => undefined },
    redact: { paths: ['headers', '*.headers', '*.cookie', '*.authorization', '*.password'], remove: true },
  }
  return destination === undefined ? pino(options) : pino(options, destination)
}

interface DescribedError {
  readonly type: string
  readonly code?: string
  readonly message?: string
  readonly at: readonly string[]
  readonly table?: string
  readonly constraint?: string
  readonly cause?: DescribedError
}

const deepest = 4
const framesKept = 12

/** What a log may say of an error. */
export function describeError(error: unknown, depth = 0): DescribedError {
  if (!(error instanceof Error)) return { type: typeof error, at: [] }
  const text = (name: string) => {
    const value = (error as unknown as Record<string, unknown>)[name]
    return typeof value === 'string' && value !== '' ? { [name]: value } : {}
  }
  const message = safeMessage(error)
  return {
    type: error.name,
    ...text('code'),
    ...(message === undefined ? {} : { message }),
    ...text('table'),
    ...text('constraint'),
    at: framesOf(error),
    ...(error.cause === undefined || depth >= deepest
      ? {}
      : { cause: describeError(error.cause, depth + 1) }),
  }
}

/** Messages of parsers and of PostgreSQL's data errors (class 22) are made of what was given: none of it is kept. */
function safeMessage(error: Error): string | undefined {
  const code = 'code' in error ? String(error.code) : ''
  if (error instanceof SyntaxError || error.name === 'ZodError' || /^22...$/.test(code)) return undefined
  // // For an opening quote without its end the search runs to the end of the text, once per quote: so long texts are cut
  // first.
  return error.message
    .slice(0, 5000)
    .replace(/"[\s\S]*"|'[\s\S]*'|“[\s\S]*”|`[\s\S]*`/g, '…')
    .slice(0, 500)
}

// The first lines of a stack repeat the message.
function framesOf(error: Error): string[] {
  return (error.stack ?? '')
    .split('\n')
    .filter((line) => /^ {4}at /.test(line))
    .slice(0, framesKept)
    .map((line) => line.trim().slice('at '.length))
}
