import { asBuffer } from '../der/bytes.ts'
import { PadesError } from '../errors.ts'
import type { FetchAnswer, Fetcher } from '../services/fetcher.ts'
import { answerWrong, CscObject } from './csc-json.ts'

export interface RemoteService {
  readonly fetcher: Fetcher
  /** Where the API begins: `https://ky.example.vn/csc/v2`. */
  readonly url: string
  /** The bearer token of OAuth 2; asked again with `renew` when the service did not accept the last one. */
  readonly accessToken: (request: { readonly renew: boolean }) => Promise<string> | string
  /** For each question, 60 seconds where nothing is said: some services wait for a person with a telephone. */
  readonly timeoutMs?: number
}

const usualTimeoutMs = 60_000
const maxAnswerBytes = 1 << 20
const maxDescription = 200

/** Asks a service by the API of the Cloud Signature Consortium, version 2. */
export class CscClient {
  readonly #service: RemoteService
  #token: string | null = null
  #renewing: Promise<string> | null = null

  constructor(service: RemoteService) {
    this.#service = service
  }

  /** What the service says of itself; anybody may ask. */
  info(): Promise<CscObject> {
    return this.#ask('info', {}, null).then((answer) => read(answer, 'info', []))
  }

  /**
   * One method of the API.
   *
   * @param secrets what must not be in an error, whatever the service echoes
   * @throws PadesError `remote_signer_refused` with the service's `error`; `service_refused` with the `status`;
   *   `service_answer_wrong`; those of the fetcher
   */
  async post(method: string, body: object, secrets: readonly string[] = []): Promise<CscObject> {
    const token = this.#token ?? (await this.#askToken(null))
    const answer = await this.#ask(method, body, token)
    if (answer.status !== 401) return read(answer, method, [...secrets, token])
    const renewed = await this.#askToken(token)
    return read(await this.#ask(method, body, renewed), method, [...secrets, token, renewed])
  }

  /** A token, or another than the one that was refused; all who need one share the question. */
  async #askToken(refused: string | null): Promise<string> {
    if (this.#token !== null && this.#token !== refused) return this.#token
    this.#renewing ??= Promise.resolve(this.#service.accessToken({ renew: refused !== null }))
    try {
      this.#token = await this.#renewing
      return this.#token
    } finally {
      this.#renewing = null
    }
  }

  #ask(method: string, body: object, token: string | null): Promise<FetchAnswer> {
    const { fetcher, url, timeoutMs = usualTimeoutMs } = this.#service
    return fetcher({
      url: `${url.replace(/\/+$/, '')}/${method}`,
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Accept: 'application/json',
        ...(token === null ? {} : { Authorization: `Bearer ${token}` }),
      },
      body: Buffer.from(JSON.stringify(body)),
      timeoutMs,
      maxBytes: maxAnswerBytes,
    })
  }
}

function read(answer: FetchAnswer, method: string, secrets: readonly string[]): CscObject {
  const { status } = answer
  if (status === 200) {
    const value = parse(answer.body)
    if (value === undefined) throw answerWrong(`${method} is no JSON`)
    return new CscObject(value, method)
  }
  throw refusal(answer, method, secrets)
}

/** The errors of the API (chapter 10) have a code; what a proxy says before it has none. */
function refusal({ status, body }: FetchAnswer, method: string, secrets: readonly string[]): PadesError {
  const value = status >= 400 && status < 500 ? parse(body) : undefined
  const error = typeof value === 'object' && value !== null && 'error' in value ? value.error : undefined
  if (typeof error !== 'string' || !/^[\w.-]{1,64}$/.test(error))
    return new PadesError('service_refused', `the signing service answers ${method} with ${status}`, {
      status,
      method,
    })
  const told = value && 'error_description' in value ? value.error_description : ''
  const description = shown(typeof told === 'string' ? told : '', secrets)
  return new PadesError('remote_signer_refused', `the signing service refuses ${method}: ${error}`, {
    error,
    description,
    status,
    method,
  })
}

function shown(text: string, secrets: readonly string[]): string {
  const without = secrets
    .filter((secret) => secret !== '')
    .reduce((rest, secret) => rest.replaceAll(secret, '…'), text)
  return without.slice(0, maxDescription)
}

function parse(body: Uint8Array): object | undefined {
  try {
    const value: unknown = JSON.parse(asBuffer(body).toString('utf8'))
    return typeof value === 'object' && value !== null ? value : undefined
  } catch {
    return undefined
  }
}
