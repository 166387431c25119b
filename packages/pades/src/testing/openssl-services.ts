import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { X509Certificate } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestAuthority, TestIdentity } from './authority.ts'
import type { PkiRoute } from './pki-server.ts'

/** A certificate of an authority's, with the number of the reason for which it was revoked an hour ago. */
export interface Indexed {
  readonly identity: TestIdentity
  readonly revoked?: 'keyCompromise' | 'superseded'
}

/** What OpenSSL offers as an authority: its responder, its lists and its time-stamps, under its own clock. */
export class OpensslServices implements AsyncDisposable {
  readonly #folder = mkdtempSync(join(tmpdir(), 'pades-openssl-'))
  readonly #program: string
  readonly #responders: ChildProcess[] = []

  constructor(program: string, authority: TestAuthority, certificates: readonly Indexed[]) {
    this.#program = program
    this.#writeIdentity('ca', authority.certificate, authority.key.privateKey)
    this.#write('index.txt', certificates.map(indexLine).join(''))
    this.#write('index.txt.attr', '')
    this.#write('ca.cnf', caConfig(this.#folder))
  }

  /** Starts a responder; without an identity the authority answers itself. @returns its address */
  async responder(identity: TestIdentity | null, options: readonly string[]): Promise<string> {
    if (identity !== null) this.#writeIdentity('responder', identity.certificate, identity.key)
    const signer = identity === null ? 'ca' : 'responder'
    const port = await freePort()
    const files = [
      '-index',
      'index.txt',
      '-CA',
      'ca.pem',
      '-rsigner',
      `${signer}.pem`,
      '-rkey',
      `${signer}.key`,
    ]
    const child = spawn(this.#program, ['ocsp', '-port', String(port), ...files, ...options], {
      cwd: this.#folder,
    })
    this.#responders.push(child)
    await accepting(child)
    return `http://127.0.0.1:${port}`
  }

  /** A list as `openssl ca` makes it. */
  list(): Uint8Array {
    this.#run('ca', '-gencrl', '-config', 'ca.cnf', '-crldays', '1', '-out', 'list.pem')
    this.#run('crl', '-in', 'list.pem', '-outform', 'DER', '-out', 'list.der')
    return readFileSync(join(this.#folder, 'list.der'))
  }

  /** Stamps what it is asked to by `openssl ts -reply`. */
  timestamps(stamper: TestIdentity): PkiRoute {
    this.#writeIdentity('tsa', stamper.certificate, stamper.key)
    this.#write('chain.pem', stamper.issuers.map(pem).join(''))
    this.#write('tsa.cnf', timestampConfig(this.#folder, stamper.issuers.length > 0))
    this.#write('serial', '01\n')
    return ({ body }) => {
      writeFileSync(join(this.#folder, 'request.tsq'), body)
      this.#run('ts', '-reply', '-config', 'tsa.cnf', '-queryfile', 'request.tsq', '-out', 'reply.tsr')
      return { type: 'application/timestamp-reply', body: readFileSync(join(this.#folder, 'reply.tsr')) }
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const child of this.#responders) child.kill('SIGKILL')
    rmSync(this.#folder, { recursive: true, force: true })
  }

  #run(...args: readonly string[]): void {
    execFileSync(this.#program, args, { cwd: this.#folder, stdio: 'pipe' })
  }

  #writeIdentity(name: string, certificate: Uint8Array, key: TestIdentity['key']): void {
    this.#write(`${name}.pem`, pem(certificate))
    this.#write(`${name}.key`, key.export({ type: 'pkcs8', format: 'pem' }).toString())
  }

  #write(name: string, text: string): void {
    writeFileSync(join(this.#folder, name), text)
  }
}

const pem = (der: Uint8Array): string => new X509Certificate(der).toString()

/** A line of the text database that `openssl ca` and `openssl ocsp` read. */
function indexLine({ identity, revoked }: Indexed): string {
  const { serial, notAfter } = identity.parsed
  const number = (serial.length % 2 === 0 ? serial : `0${serial}`).toUpperCase()
  const since = revoked === undefined ? '' : `${shortTime(new Date(Date.now() - 3_600_000))},${revoked}`
  return `${revoked === undefined ? 'V' : 'R'}\t${shortTime(notAfter)}\t${since}\t${number}\tunknown\t/CN=${number}\n`
}

const shortTime = (at: Date): string => `${at.toISOString().slice(2, 19).replaceAll(/[-:T]/g, '')}Z`

const caConfig = (folder: string): string => `[ca]
default_ca = own
[own]
database = ${folder}/index.txt
certificate = ${folder}/ca.pem
private_key = ${folder}/ca.key
default_md = sha256
`

const timestampConfig = (folder: string, hasChain: boolean): string => `[tsa]
default_tsa = own
[own]
serial = ${folder}/serial
signer_cert = ${folder}/tsa.pem
signer_key = ${folder}/tsa.key
${hasChain ? `certs = ${folder}/chain.pem` : ''}
signer_digest = sha256
default_policy = 1.3.6.1.4.1.55555.9
digests = sha256, sha512
accuracy = secs:1
tsa_name = yes
ess_cert_id_chain = no
ess_cert_id_alg = sha256
`

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

function accepting(child: ChildProcess): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  let said = ''
  const hear = (text: Buffer) => {
    said += text.toString()
    if (/ACCEPT|waiting for/i.test(said)) resolve()
  }
  child.stdout?.on('data', hear)
  child.stderr?.on('data', hear)
  child.on('exit', () => reject(new Error(`openssl ocsp ended: ${said}`)))
  return promise
}
