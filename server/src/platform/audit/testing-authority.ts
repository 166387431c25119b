import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { findJudge } from '../../../../scripts/judges.mjs'

export const hasOpenssl = findJudge('openssl') !== undefined

/** How the authority handles a request: the bytes of its response, or a custom handler. */
export type Behaviour = (query: Buffer, response: ServerResponse) => Buffer | undefined

/** A timestamp authority for one test: OpenSSL behind HTTP, honest unless configured otherwise. */
export class TestAuthority {
  readonly #folder = mkdtempSync(join(tmpdir(), 'dotpha-tsa-'))
  #server: Server | undefined
  behave: Behaviour

  constructor() {
    this.behave = (query) => this.reply(query)
    if (!hasOpenssl) return
    beforeAll(async () => {
      this.#makeCertificates()
      this.#server = createServer((request, response) => void this.#answer(request, response))
      await new Promise<void>((resolve) => this.#server?.listen(0, '127.0.0.1', resolve))
    })
    afterAll(() => {
      this.#server?.closeAllConnections()
      this.#server?.close()
      rmSync(this.#folder, { recursive: true, force: true })
    })
  }

  get url(): string {
    const address = this.#server?.address() as AddressInfo | undefined
    return `http://127.0.0.1:${address?.port ?? 9}/`
  }

  path(name: string): string {
    return join(this.#folder, name)
  }

  openssl(...args: readonly string[]): Buffer {
    return execFileSync('openssl', args, { cwd: this.#folder, stdio: ['ignore', 'pipe', 'pipe'] })
  }

  pem(name: 'ca' | 'other-ca'): string {
    return readFileSync(this.path(`${name}.pem`), 'utf8')
  }

  /** An honest reply, or one from another section of the configuration. */
  reply(query: Buffer, section = 'tsa'): Buffer {
    writeFileSync(this.path('query.tsq'), query)
    this.openssl(
      'ts',
      '-reply',
      '-config',
      'tsa.cnf',
      '-section',
      section,
      '-queryfile',
      'query.tsq',
      '-out',
      'reply.tsr',
    )
    return readFileSync(this.path('reply.tsr'))
  }

  /** A reply with honest content and another signer. */
  replySignedBy(query: Buffer, signer: string): Buffer {
    writeFileSync(this.path('honest.tsr'), this.reply(query))
    this.openssl('ts', '-reply', '-in', 'honest.tsr', '-token_out', '-out', 'honest.der')
    this.openssl(
      'cms',
      '-verify',
      '-noverify',
      '-binary',
      '-inform',
      'DER',
      '-in',
      'honest.der',
      '-out',
      'info.der',
    )
    const type = '1.2.840.113549.1.9.16.1.4'
    this.openssl(
      ...[
        'cms',
        '-sign',
        '-binary',
        '-nodetach',
        '-cades',
        '-md',
        'sha256',
        '-econtent_type',
        type,
        '-in',
        'info.der',
      ],
      ...['-signer', `${signer}.pem`, '-inkey', `${signer}.key`, '-outform', 'DER', '-out', 'forged.der'],
    )
    return granted(readFileSync(this.path('forged.der')))
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const answer = this.behave(Buffer.concat(chunks), response)
    if (answer !== undefined) response.setHeader('content-type', 'application/timestamp-reply').end(answer)
  }

  #makeCertificates(): void {
    writeFileSync(this.path('tsa.cnf'), configuration)
    writeFileSync(this.path('serial'), '01')
    writeFileSync(this.path('ca-serial'), '01')
    writeFileSync(this.path('index.txt'), '')
    for (const name of ['ca', 'other-ca'])
      this.openssl(
        ...[
          'req',
          '-x509',
          ...newKey,
          '-keyout',
          `${name}.key`,
          '-out',
          `${name}.pem`,
          '-days',
          '2',
          '-subj',
          `/CN=${name}`,
        ],
      )
    this.#issue('tsa', 'stamping', '20200101000000Z', '20491231000000Z')
    this.#issue('rsa', 'stamping', '20200101000000Z', '20491231000000Z', newRsaKey)
    this.#issue('plain', 'plain', '20200101000000Z', '20491231000000Z')
    this.#issue('expired', 'stamping', '20200101000000Z', '20210101000000Z')
  }

  // // `openssl ca`, because it is the only command that creates an expired certificate in every version of OpenSSL.
  #issue(name: string, extensions: string, from: string, to: string, key = newKey): void {
    this.openssl(
      'req',
      '-new',
      ...key,
      '-keyout',
      `${name}.key`,
      '-out',
      `${name}.csr`,
      '-subj',
      `/CN=${name}`,
    )
    this.openssl(
      ...[
        'ca',
        '-batch',
        '-notext',
        '-config',
        'tsa.cnf',
        '-name',
        'issuer',
        '-in',
        `${name}.csr`,
        '-out',
        `${name}.pem`,
      ],
      ...['-startdate', from, '-enddate', to, '-extensions', extensions],
    )
  }
}

/** A TimeStampResp that grants a token. */
export function granted(token: Buffer): Buffer {
  const status = Buffer.of(0x30, 0x03, 0x02, 0x01, 0x00)
  return sequence(Buffer.concat([status, token]))
}

export function sequence(content: Buffer): Buffer {
  const head = Buffer.alloc(4, 0x82)
  head[0] = 0x30
  head.writeUInt16BE(content.length, 2)
  return Buffer.concat([head, content])
}

const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes']

const newRsaKey = ['-newkey', 'rsa:2048', '-nodes']

const section = (name: string, digests: string, signer = 'tsa', by = 'sha256') => `
[${name}]
serial = serial
crypto_device = builtin
signer_cert = ${signer}.pem
signer_key = ${signer}.key
signer_digest = ${by}
default_policy = 1.2.3.4.1
digests = ${digests}
ess_cert_id_alg = sha256
`

const configuration = `
[req]
distinguished_name = subject
[subject]
[issuer]
new_certs_dir = .
database = index.txt
serial = ca-serial
policy = anything
default_md = sha256
certificate = ca.pem
private_key = ca.key
[anything]
commonName = supplied
[stamping]
keyUsage = critical, digitalSignature
extendedKeyUsage = critical, timeStamping
[plain]
keyUsage = critical, digitalSignature
extendedKeyUsage = clientAuth
${section('tsa', 'sha256')}
${section('picky', 'sha512')}
${section('rsa', 'sha256', 'rsa', 'sha512')}
`
