import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestAuthority, type TestIdentity, testAuthority } from '../src/testing/authority.ts'
import { writeP12 } from '../src/testing/p12.ts'

/** What a program of others said on both streams, and how it ended. */
export interface Said {
  readonly status: number | null
  readonly text: string
}

/** A folder where programs of others find keys and certificates, and leave what they make. */
export class Desk implements Disposable {
  readonly folder = mkdtempSync(join(tmpdir(), 'dotpha-pades-matrix-'))
  readonly root: TestAuthority
  readonly ca: TestAuthority
  /** Whom programs of others sign as. RSA, because not all of them have anything else. */
  readonly identity: TestIdentity
  /** Of the one signer whose names have no letter beyond ASCII, `plain.p12`. */
  readonly plainRoot: TestAuthority
  readonly password = 'mat-khau'
  /** When it was set up, to the second. */
  readonly madeAt = new Date(Math.floor(Date.now() / 1000) * 1000)

  constructor() {
    // Programs of others read the clock of the machine.
    const notAfter = new Date('2049-01-01T00:00:00Z')
    this.root = testAuthority({ commonName: 'Gốc của bảng', keyKind: 'rsa2048', notAfter })
    this.ca = this.root.intermediate({ commonName: 'Cơ quan của bảng', keyKind: 'rsa2048', notAfter })
    this.identity = this.ca.issue({ keyKind: 'rsa2048', notAfter })
    this.write('root.pem', pem('CERTIFICATE', this.root.certificate))
    this.write('ca.pem', pem('CERTIFICATE', this.ca.certificate))
    this.write('signer.pem', pem('CERTIFICATE', this.identity.certificate))
    this.write('signer.key', this.identity.key.export({ type: 'pkcs8', format: 'pem' }))
    this.#writeP12('signer.p12', this.identity, [this.ca, this.root])
    const plain = testAuthority({ commonName: 'Plain', name: { O: 'Plain' }, keyKind: 'rsa2048', notAfter })
    this.plainRoot = plain
    this.write('plain-root.pem', pem('CERTIFICATE', plain.certificate))
    this.write(
      'roots.pem',
      [this.root, plain].map(({ certificate }) => pem('CERTIFICATE', certificate)).join(''),
    )
    this.#writeP12('plain.p12', plain.issue({ commonName: 'Plain', keyKind: 'rsa2048', notAfter }), [plain])
  }

  #writeP12(name: string, { key, certificate }: TestIdentity, above: readonly TestAuthority[]): void {
    const { password } = this
    const entry = { key, certificate, friendlyName: 'signer' }
    this.write(
      name,
      writeP12({ entries: [entry], certificates: above.map((one) => one.certificate), password }),
    )
  }

  /** For how long a list of this desk's authorities speaks. */
  times(): { readonly thisUpdate: Date; readonly nextUpdate: Date } {
    const from = (ms: number) => new Date(this.madeAt.getTime() + ms)
    return { thisUpdate: from(-60_000), nextUpdate: from(86_400_000) }
  }

  path(name: string): string {
    return join(this.folder, name)
  }

  write(name: string, content: Uint8Array | string): string {
    writeFileSync(this.path(name), content)
    return this.path(name)
  }

  read(name: string): Uint8Array {
    return readFileSync(this.path(name))
  }

  /** Runs a program in the folder, at most a minute. */
  run(program: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Said {
    const { status, stdout, stderr } = spawnSync(program, args, {
      cwd: this.folder,
      env: { ...process.env, ...env },
      encoding: 'utf8',
      timeout: 60_000,
    })
    return { status, text: `${stdout}${stderr}` }
  }

  /** @throws Error with what the program said where it did not succeed */
  must(program: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): string {
    const { status, text } = this.run(program, args, env)
    if (status !== 0)
      throw new Error(`${program} ${args[0] ?? ''} ended with ${status}: ${text.trim().slice(-400)}`)
    return text
  }

  [Symbol.dispose](): void {
    rmSync(this.folder, { recursive: true, force: true })
  }
}

export function pem(label: string, der: Uint8Array): string {
  const lines = Buffer.from(der)
    .toString('base64')
    .replaceAll(/.{64}(?=.)/g, '$&\n')
  return `-----BEGIN ${label}-----\n${lines}\n-----END ${label}-----\n`
}
