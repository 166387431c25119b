import { PadesError } from '../errors.ts'
import type { Fetcher, FetchQuestion } from './fetcher.ts'

/**
 * Asks a service and gives the body of its answer.
 *
 * @param contentType what the answer must say that it is; anything where it is left out
 * @throws PadesError `service_…`; `service_refused` for every status but 200, `service_answer_wrong` for another type
 */
export async function ask(
  fetcher: Fetcher,
  question: FetchQuestion,
  contentType?: string,
): Promise<Uint8Array> {
  const { url } = question
  const answer = await fetcher(question)
  if (answer.status !== 200)
    throw new PadesError('service_refused', `${url} answers with status ${answer.status}`, {
      url,
      status: answer.status,
    })
  const type = answer.contentType?.split(';', 1)[0]?.trim().toLowerCase() ?? ''
  if (contentType !== undefined && type !== contentType)
    throw wrongAnswer(url, 'content_type', { contentType: type })
  return answer.body
}

/** The error of an answer that does not hold what was asked for; `why` is stable. */
export function wrongAnswer(
  url: string,
  why: string,
  details: Readonly<Record<string, string | number>> = {},
  cause?: unknown,
): PadesError {
  return new PadesError(
    'service_answer_wrong',
    `${url} gives an answer that does not count: ${why}`,
    { url, why, ...details },
    { cause },
  )
}

/** Reads an answer; what is no such thing is the service's fault. @throws PadesError `service_answer_wrong` */
export function readAnswer<Result>(url: string, read: () => Result): Result {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof PadesError)) throw error
    throw wrongAnswer(url, 'malformed', {}, error)
  }
}

/** Of several addresses those that can be asked: LDAP, which old certificates name, is not among them. */
export function askable(urls: readonly string[]): readonly string[] {
  return urls.filter((url) => /^https?:$/.test(URL.parse(url)?.protocol ?? ''))
}
