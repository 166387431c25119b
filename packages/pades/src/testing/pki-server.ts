import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { constructed, DerReader, tags } from '../der/read.ts'
import { encode, enumerated, sequence } from '../der/write.ts'
import type { Certificate } from '../x509/certificate.ts'
import type { TestAuthority, TestIdentity } from './authority.ts'
import { type CrlOptions, makeCrl, makeOcsp, type OcspOptions } from './revocation.ts'
import { answerRequest, type TokenOptions } from './timestamp.ts'

export interface PkiCall {
  readonly method: string
  /** With what follows the question mark, as it was sent. */
  readonly path: string
  readonly headers: IncomingMessage['headers']
  readonly body: Buffer
}

export interface PkiAnswer {
  readonly status?: number
  readonly type?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: Uint8Array
  /** Waits before each of these many pieces of the body. */
  readonly drip?: { readonly pieces: number; readonly waitMs: number }
  /** Goes on sending until it is broken off. */
  readonly endless?: boolean
  /** Breaks the connection off after the body. */
  readonly cut?: boolean
}

export type PkiRoute = (call: PkiCall) => PkiAnswer | Promise<PkiAnswer>

/** What an authority offers over HTTP: real connections, an authority of the test's own, any fault. */
export class PkiServer implements AsyncDisposable {
  readonly calls: PkiCall[] = []
  readonly #routes = new Map<string, PkiRoute>()
  readonly #server: Server

  private constructor() {
    this.#server = createServer((request, response) => void this.#serve(request, response))
  }

  static async start(): Promise<PkiServer> {
    const server = new PkiServer()
    await new Promise<void>((resolve) => server.#server.listen(0, '127.0.0.1', resolve))
    return server
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port
  }

  /** The address of a first part of a path, such as `ocsp`. */
  at(name: string): string {
    return `http://127.0.0.1:${this.port}/${name}`
  }

  on(name: string, route: PkiRoute): void {
    this.#routes.set(name, route)
  }

  asked(name: string): readonly PkiCall[] {
    return this.calls.filter(({ path }) => path.split('/', 2)[1] === name)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    const path = request.url ?? ''
    const call = { method: request.method ?? '', path, headers: request.headers, body: Buffer.concat(parts) }
    this.calls.push(call)
    const route = this.#routes.get(path.split('/', 2)[1] ?? '')
    await send(response, route === undefined ? { status: 404 } : await route(call))
  }
}

async function send(response: ServerResponse, answer: PkiAnswer): Promise<void> {
  const {
    status = 200,
    type,
    headers = {},
    body = Buffer.alloc(0),
    drip,
    endless = false,
    cut = false,
  } = answer
  response.writeHead(status, { ...headers, ...(type !== undefined && { 'Content-Type': type }) })
  if (endless) {
    const block = Buffer.alloc(1 << 16)
    const more = () => {
      while (!response.destroyed && response.write(block));
    }
    response.on('drain', more)
    more()
    return
  }
  const { pieces, waitMs } = drip ?? { pieces: 1, waitMs: 0 }
  const size = Math.ceil(body.length / pieces)
  for (let at = 0; at < body.length && !response.destroyed; at += size) {
    if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs).unref())
    response.write(body.subarray(at, at + size))
  }
  if (cut) response.destroy()
  else response.end()
}

export interface OcspRouteOptions extends OcspOptions {
  /** What is answered in place of a nonce that was sent; null leaves it out. */
  readonly nonceInstead?: Uint8Array | null
  /** Answers `unauthorised` to whoever sends a nonce, as those do that prepare their answers. */
  readonly refusesNonce?: boolean
}

const ocspType = 'application/ocsp-response'

/** An honest responder for certificates of an authority, where the options say nothing else. */
export function ocspRoute(
  authority: TestAuthority,
  certificates: readonly Certificate[],
  options: OcspRouteOptions | (() => OcspRouteOptions) = {},
): PkiRoute {
  return ({ method, path, body }) => {
    const encoded = decodeURIComponent(path.split('/').slice(2).join('/'))
    const request = readRequest(method === 'GET' ? Buffer.from(encoded, 'base64') : body)
    const { nonceInstead, refusesNonce, ...rest } = typeof options === 'function' ? options() : options
    const certificate = certificates.find(({ serial }) => serial === request.serial)
    if (certificate === undefined || (refusesNonce === true && request.nonce !== null))
      return { type: ocspType, body: encode(sequence(enumerated(6))) }
    const nonce = nonceInstead === undefined ? request.nonce : nonceInstead
    return {
      type: ocspType,
      body: makeOcsp(authority, certificate, { ...rest, ...(nonce !== null && { nonce }) }),
    }
  }
}

function readRequest(der: Uint8Array): { serial: string; nonce: Uint8Array | null } {
  const tbs = new DerReader(der).sequence().sequence()
  const id = tbs.sequence().sequence().sequence()
  id.skip()
  id.skip()
  id.skip()
  const serial = Buffer.from(id.integerBytes())
    .toString('hex')
    .replace(/^0+(?=.)/, '')
  const extensions = tbs.enterIf(constructed(2))
  if (extensions === null) return { serial, nonce: null }
  const nonce = extensions.sequence().sequence()
  nonce.skip()
  return { serial, nonce: new DerReader(nonce.octets(tags.octetString)).octets() }
}

export function crlRoute(authority: TestAuthority, options: CrlOptions | (() => CrlOptions) = {}): PkiRoute {
  return () => ({
    type: 'application/pkix-crl',
    body: makeCrl(authority, typeof options === 'function' ? options() : options),
  })
}

/** An honest time-stamp authority, where the options say nothing else. */
export function timestampRoute(
  stamper: TestIdentity,
  options: TokenOptions | (() => TokenOptions) = {},
): PkiRoute {
  return ({ body }) => ({
    type: 'application/timestamp-reply',
    body: answerRequest(stamper, body, typeof options === 'function' ? options() : options),
  })
}
