import { PadesError } from '../errors.ts'
import type { Fetcher } from '../services/fetcher.ts'

/** The plainest way over HTTP that keeps the bounds of a question. */
export const httpFetcher: Fetcher = async ({ url, method, headers, body, timeoutMs, maxBytes }) => {
  const signal = AbortSignal.timeout(timeoutMs)
  try {
    const answer = await fetch(url, {
      method,
      headers,
      redirect: 'manual',
      signal,
      ...(body ? { body: Buffer.from(body) } : {}),
    })
    const parts: Uint8Array[] = []
    let size = 0
    for await (const part of answer.body ?? []) {
      size += part.length
      if (size > maxBytes)
        throw new PadesError('service_too_large', `${url} answers more than ${maxBytes} octets`)
      parts.push(part)
    }
    return {
      status: answer.status,
      contentType: answer.headers.get('content-type'),
      body: Buffer.concat(parts),
    }
  } catch (cause) {
    if (cause instanceof PadesError) throw cause
    if (signal.aborted) throw new PadesError('service_timeout', `${url} does not answer`, {}, { cause })
    throw new PadesError('service_unreachable', `${url} cannot be reached`, {}, { cause })
  }
}
