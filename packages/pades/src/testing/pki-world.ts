import { evidenceSource } from '../services/evidence-source.ts'
import { timestampSource } from '../services/timestamp.ts'
import type { TimestampSource } from '../services/timestamp-source.ts'
import type { TrustStore } from '../x509/path.ts'
import {
  type IssueOptions,
  type TestAuthority,
  type TestIdentity,
  testAuthority,
  testNow,
} from './authority.ts'
import { httpFetcher } from './http-fetcher.ts'
import { crlRoute, ocspRoute, PkiServer, timestampRoute } from './pki-server.ts'
import type { TestRevocation } from './revocation.ts'
import { issueTimestamper } from './timestamp.ts'

const dayMs = 86_400_000

/**
 * A root, an authority below it and a time-stamp authority, with all that they offer over HTTP on this machine, under a
 * clock of the test's own. What they answer is as of that clock and good for a day.
 */
export class PkiWorld implements AsyncDisposable {
  clock = testNow
  readonly server: PkiServer
  readonly root: TestAuthority
  readonly middle: TestAuthority
  readonly an: TestIdentity
  stamper: TestIdentity
  readonly revoked: TestRevocation[] = []
  readonly trust: readonly TrustStore[]
  readonly timestamp: TimestampSource
  readonly now = () => this.clock
  readonly #known: TestIdentity[] = []

  private constructor(server: PkiServer) {
    this.server = server
    this.root = testAuthority()
    this.middle = this.root.intermediate({ crlUrl: server.at('root-crl'), issuerUrl: server.at('root') })
    this.an = this.issue()
    this.stamper = this.issueStamper()
    this.trust = [{ name: 'thử', kind: 'test', anchors: [this.root.parsed] }]
    this.timestamp = timestampSource({ url: server.at('tsa'), fetcher: httpFetcher, now: this.now })
    server.on('tsa', (call) => timestampRoute(this.stamper, { at: this.clock })(call))
    server.on(
      'crl',
      crlRoute(this.middle, () => ({ ...this.#times(), revoked: this.revoked })),
    )
    server.on(
      'root-crl',
      crlRoute(this.root, () => this.#times()),
    )
    server.on('ocsp', (call) => {
      const certificates = this.#known.map(({ parsed }) => parsed)
      return ocspRoute(this.middle, certificates, this.#times())(call)
    })
  }

  static async start(): Promise<PkiWorld> {
    return new PkiWorld(await PkiServer.start())
  }

  /** A certificate of the authority below the root, of whose status the responder and the list speak. */
  issue(options: IssueOptions = {}): TestIdentity {
    return this.#remember(this.middle.issue({ ...this.#addresses(), ...options }))
  }

  issueStamper(options: IssueOptions = {}): TestIdentity {
    return this.#remember(issueTimestamper(this.middle, { ...this.#addresses(), ...options }))
  }

  evidence() {
    return evidenceSource({ fetcher: httpFetcher, now: this.now })
  }

  #addresses() {
    return {
      ocspUrl: this.server.at('ocsp'),
      crlUrl: this.server.at('crl'),
      issuerUrl: this.server.at('middle'),
    }
  }

  #times() {
    return { thisUpdate: this.clock, nextUpdate: new Date(this.clock.getTime() + dayMs) }
  }

  #remember(identity: TestIdentity): TestIdentity {
    this.#known.push(identity)
    return identity
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.server[Symbol.asyncDispose]()
  }
}
