import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { HashName } from '../algorithms.ts'
import { hashOids } from '../x509/algorithm-identifier.ts'
import type { TestIdentity } from './authority.ts'
import { signHashed } from './sign-hashed.ts'

export interface CscCredential {
  readonly identity: TestIdentity
  /** What `key/algo` lists. */
  readonly algorithms: readonly string[]
  readonly mode?: 'explicit' | 'implicit' | 'oauth2code'
  readonly scal?: '1' | '2'
  readonly multisign?: number
  readonly keyStatus?: string
  readonly certificateStatus?: string
  /** Whether values on curves are r‖s, as some services give them. */
  readonly rawEcdsa?: boolean
}

export interface CscAnswer {
  readonly status: number
  readonly body: unknown
  readonly delayMs?: number
}

type Body = Readonly<Record<string, unknown>>

interface Activation {
  readonly credentialId: string
  readonly hashes: readonly string[] | null
  left: number
}

export const cscPin = '2468'
export const cscCode = '778899'

/**
 * A signing service of a test's own: real HTTP and real keys behind the API of the Cloud Signature Consortium 2.0.0.2.
 * It refuses what the specification has it refuse, and answers wrongly where it is told to.
 */
export class CscServer implements AsyncDisposable {
  readonly credentials = new Map<string, CscCredential>()
  /** The bearer tokens that it accepts. */
  readonly tokens = new Set(['good'])
  /** What was asked, in order. */
  readonly calls: { readonly method: string; readonly body: Body }[] = []
  /** Answers in place of its own; what gives undefined lets the server answer. */
  instead: (method: string, body: Body) => CscAnswer | undefined = () => undefined
  /** Changes its own answers. */
  twist: (method: string, answer: CscAnswer) => CscAnswer = (_, answer) => answer
  expiresIn: number | undefined = 300
  readonly #activations = new Map<string, Activation>()
  readonly #server: Server

  private constructor() {
    this.#server = createServer((request, response) => void this.#serve(request, response))
  }

  static async start(credentials: Readonly<Record<string, CscCredential>>): Promise<CscServer> {
    const server = new CscServer()
    for (const [id, credential] of Object.entries(credentials)) server.credentials.set(id, credential)
    await new Promise<void>((resolve) => server.#server.listen(0, '127.0.0.1', resolve))
    return server
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/csc/v2`
  }

  asked(method: string): readonly Body[] {
    return this.calls.filter((call) => call.method === method).map(({ body }) => body)
  }

  /** Forgets all rights to sign, as if their time were over. */
  forgetActivations(): void {
    this.#activations.clear()
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    const method = (request.url ?? '').replace('/csc/v2/', '')
    const body = JSON.parse(Buffer.concat(parts).toString()) as Body
    this.calls.push({ method, body })
    const own = this.instead(method, body) ?? this.twist(method, this.#answer(method, request, body))
    const { status, body: told, delayMs = 0 } = own
    if (delayMs > 0) await new Promise((resolve) => setTimeout(resolve, delayMs).unref())
    response.writeHead(status, { 'Content-Type': 'application/json;charset=UTF-8' })
    response.end(typeof told === 'string' ? told : JSON.stringify(told))
  }

  #answer(method: string, { headers }: IncomingMessage, body: Body): CscAnswer {
    if (method === 'info') return ok(serviceInfo)
    const token = /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1]
    if (token === undefined || !this.tokens.has(token))
      return failure('invalid_token', 'The access token is invalid', 401)
    if (method === 'credentials/list') return ok({ credentialIDs: [...this.credentials.keys()] })
    const id = String(body.credentialID)
    const credential = this.credentials.get(id)
    if (credential === undefined) return failure('invalid_request', 'Invalid parameter credentialID')
    if (method === 'credentials/info') return ok(credentialInfo(credential))
    if (method === 'credentials/authorize') return this.#authorize(id, credential, body)
    if (method === 'signatures/signHash') return this.#signHash(id, credential, body)
    return failure('invalid_request', 'Unknown method', 404)
  }

  #authorize(
    id: string,
    { mode = 'explicit', scal = '1', multisign = 1 }: CscCredential,
    body: Body,
  ): CscAnswer {
    const {
      numSignatures,
      hashes = null,
      authData = [],
    } = body as {
      numSignatures?: number
      hashes?: readonly string[] | null
      authData?: readonly { id: string; value: string }[]
    }
    if (!numSignatures || numSignatures > multisign)
      return failure('invalid_request', 'Numbers of signatures is too high')
    if (scal === '2' && hashes?.length !== numSignatures) return failure('invalid_request', 'Missing hashes')
    const given = new Map(authData.map((one) => [one.id, one.value]))
    if (mode === 'explicit' && given.get('PIN') !== cscPin)
      return failure('invalid_pin', `The provided PIN ${given.get('PIN')} is invalid`)
    if (mode === 'explicit' && given.get('OTP') !== cscCode)
      return failure('invalid_otp', 'The OTP is invalid')
    const sad = randomBytes(16).toString('base64url')
    this.#activations.set(sad, {
      credentialId: id,
      hashes: scal === '2' ? hashes : null,
      left: numSignatures,
    })
    return ok({ SAD: sad, ...(this.expiresIn === undefined ? {} : { expiresIn: this.expiresIn }) })
  }

  #signHash(id: string, credential: CscCredential, body: Body): CscAnswer {
    const { SAD, hashes, hashAlgorithmOID, signAlgo, signAlgoParams } = body as Record<string, string> & {
      hashes: string[]
    }
    const activation = this.#activations.get(SAD ?? '')
    if (activation === undefined || activation.credentialId !== id)
      return failure('invalid_request', 'Invalid parameter SAD')
    const [hash = '', another] = hashes
    if (another !== undefined || activation.left < 1) return failure('invalid_request', 'The SAD is used up')
    if (activation.hashes !== null && !activation.hashes.includes(hash))
      return failure('invalid_request', 'Hash is not authorized by the SAD')
    const name = Object.entries(hashOids).find(([, oid]) => oid === hashAlgorithmOID)?.[0] as
      | HashName
      | undefined
    if (name === undefined || !credential.algorithms.includes(signAlgo ?? ''))
      return failure('invalid_request', 'Invalid parameter signAlgo')
    const pss = signAlgo === '1.2.840.113549.1.1.10'
    if (pss && signAlgoParams === undefined)
      return failure('invalid_request', 'Missing parameter signAlgoParams')
    activation.left -= 1
    const { identity, rawEcdsa = false } = credential
    const value = signHashed(identity.key, name, Buffer.from(hash, 'base64'), { pss, raw: rawEcdsa })
    return ok({ signatures: [value.toString('base64')] })
  }
}

const ok = (body: unknown): CscAnswer => ({ status: 200, body })

const failure = (error: string, description: string, status = 400): CscAnswer => ({
  status,
  body: { error, error_description: description },
})

const serviceInfo = {
  specs: '2.0.0.2',
  name: 'Dịch vụ ký từ xa thử',
  logo: 'https://ky.example.vn/logo.png',
  region: 'VN',
  lang: 'vi-VN',
  description: 'Chỉ để thử',
  authType: ['oauth2client'],
  methods: ['info', 'credentials/list', 'credentials/info', 'credentials/authorize', 'signatures/signHash'],
}

const factors = [
  { type: 'Password', id: 'PIN', format: 'N', label: 'Mã PIN', description: 'Nhập mã PIN của chữ ký số' },
  { type: 'Password', id: 'OTP', format: 'N', generator: 'totp', label: 'Mã một lần' },
]

function credentialInfo(credential: CscCredential): unknown {
  const { identity, algorithms, mode = 'explicit', scal = '1', multisign = 1 } = credential
  const { parsed } = identity
  return {
    description: 'Khóa của văn phòng',
    key: { status: credential.keyStatus ?? 'enabled', algo: algorithms, len: parsed.key.bits },
    cert: {
      status: credential.certificateStatus ?? 'valid',
      certificates: [identity.certificate, ...identity.issuers].map((der) =>
        Buffer.from(der).toString('base64'),
      ),
      subjectDN: parsed.subject.toString(),
      serialNumber: parsed.serial,
    },
    auth: mode === 'explicit' ? { mode, expression: 'PIN AND OTP', objects: factors } : { mode },
    SCAL: scal,
    multisign,
    lang: 'vi-VN',
  }
}
