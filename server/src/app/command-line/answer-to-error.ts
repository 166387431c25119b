import { EmbeddedPostgresError } from '../../platform/postgres/errors.ts'
import { Failure, Refusal } from '../../platform/refusal.ts'
import type { Words } from './command.ts'
import { errorSentences } from './error-sentences.ts'
import { wrongCallCode } from './wrong-call.ts'

/** What a command says of an error, and how it ends. */
export interface ErrorAnswer {
  /** Vietnamese, then English, each on lines of its own. */
  readonly text: string
  /** 2 for a wrong call. */
  readonly exitCode: 1 | 2
}

/**
 * Prints an error of a command: one sentence in each language if an operator can act on it. A bug is printed with its
 * place in the program, below a sentence that says so.
 */
export async function answerToError(error: unknown): Promise<ErrorAnswer> {
  if (error instanceof Failure && error.code === wrongCallCode) return { text: error.message, exitCode: 2 }
  return { text: await textOf(error), exitCode: 1 }
}

async function textOf(error: unknown): Promise<string> {
  if (error instanceof EmbeddedPostgresError) return error.message
  if (error instanceof Refusal) return textOfRefusal(error)
  const known = knownSentence(error)
  if (error instanceof Failure && isForPeople(error)) {
    if (!saysNoReason.has(error.code)) return error.message
    return `${error.message}
${
  known === null
    ? `
${traceOf(error.cause)}`
    : joined(known)
}`
  }
  return known === null ? `${joined(unknownFault)}\n\n${traceOf(error)}` : joined(known)
}

/** Of our failures those are for people that come in both languages; the others say what was being done, for the log. */
const isForPeople = ({ message }: Failure): boolean => message.includes('\n')

/** Their sentences say what became of it, and not why. */
const saysNoReason: ReadonlySet<string> = new Set(['restore_failed', 'migration_failed'])

const joined = ({ vi, en }: Words): string => `${vi}\n${en}`

/** The catalogue is all that the pages say: read only where a rule refuses. */
async function textOfRefusal({ code, params, reasons }: Refusal): Promise<string> {
  // // Pages do not distinguish what is missing from what is not visible; an operator of the server can see everything.
  const missing = code === 'not_found' ? notThere[params.kind ?? ''] : undefined
  if (missing !== undefined) return joined(missing)
  const [{ words }, { sentenceOf }] = await Promise.all([
    import('../catalogues.ts'),
    import('../../platform/http/problem.ts'),
  ])
  const lines = (language: 'vi' | 'en') => reasons.map((reason) => sentenceOf(words(language), reason))
  return [...lines('vi'), ...lines('en')].join('\n')
}

const notThere: Readonly<Record<string, Words>> = {
  account: { vi: 'Không có tài khoản này.', en: 'There is no such account.' },
  person: { vi: 'Trong danh bạ không có người này.', en: 'There is no such person in the directory.' },
}

/** What is read of errors of Node and of PostgreSQL. */
interface Given {
  readonly code?: unknown
  readonly path?: unknown
  readonly address?: unknown
  readonly hostname?: unknown
  readonly port?: unknown
  readonly errors?: readonly unknown[]
  readonly cause?: unknown
}

const deepest = 5

/** The sentence for the first known code among an error, the errors it gathers and its causes. */
function knownSentence(error: unknown, depth = 0): Words | null {
  if (typeof error !== 'object' || error === null || depth > deepest) return null
  const given: Given = error
  const code = String(given.code ?? '')
  const sentence = Object.hasOwn(errorSentences, code) ? errorSentences[code] : undefined
  if (sentence !== undefined) return sentence(subjectOf(given))
  return knownSentence(given.errors?.[0], depth + 1) ?? knownSentence(given.cause, depth + 1)
}

/** The path or address that it is about. The several addresses of one name fail together; the first stands for them. */
function subjectOf({ path, address, hostname, port, errors, code }: Given): string {
  const place = path ?? address ?? hostname
  if (place !== undefined) return port === undefined ? String(place) : `${place}:${port}`
  const [first] = errors ?? []
  return typeof first === 'object' && first !== null ? subjectOf(first) : `(${code})`
}

const unknownFault: Words = {
  vi: 'Chương trình gặp lỗi không lường trước, lệnh chưa xong; hãy gửi những dòng dưới đây cho người phát triển.',
  en: 'The program met an unexpected error and the command is not done; send the lines below to its developers.',
}

/** Where it happened, and nothing else: PostgreSQL's errors also carry the row that failed, with what people typed. */
function traceOf(error: unknown): string {
  const traces: string[] = []
  for (let at = error; at instanceof Error && traces.length < deepest; at = at.cause)
    traces.push(at.stack ?? at.message)
  return traces.length > 0 ? traces.join('\n') : String(error)
}
