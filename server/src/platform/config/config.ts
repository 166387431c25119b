import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { z } from 'zod'
import type { ClamdAddress } from '../antivirus/clamd.ts'
import type { WaitingLimits } from '../files/waiting-uploads.ts'
import { parseTrustedProxies, type TrustedProxies } from '../http/trusted-proxies.ts'
import { type OutwardHost, parseOutwardHosts } from '../outward/outward-hosts.ts'
import { Failure } from '../refusal.ts'
import { repositoryRoot } from '../root.ts'
import { parseSecretKeys } from '../secret-keys/secret-keys.ts'
import { usualClockLagS } from '../time/sound-clock.ts'
import { settingSentences } from './config-sentences.ts'

const whole = (least: number, most: number) => z.coerce.number().int().min(least).max(most)

/** Secrets are sent to it: in clear text only to this machine. */
const isSafe = (address: string) =>
  address.startsWith('https:') || ['localhost', '127.0.0.1', '[::1]'].includes(new URL(address).hostname)

// // A password with an unescaped @, / or # makes an invalid URL. Without a host (a socket) the standard parser needs a
// placeholder.
const isReadable = (address: string) => URL.canParse(address.replace('@/', '@host/'))

const schema = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATA_DIR: z.string().min(1).default('data'),
  DATABASE_URL: z.string().startsWith('postgres').refine(isReadable).optional(),
  SECRET_KEY: z
    .string()
    .refine((text) => parseSecretKeys(text) !== undefined)
    .optional(),
  PUBLIC_URL: z.url().optional(),
  DEMO: z.enum(['0', '1', 'true', 'false']).optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('warn'),
  TRUST_PROXY: z
    .string()
    .refine((text) => parseTrustedProxies(text) !== undefined)
    .default('0'),
  UPLOAD_LIMIT_MB: z.coerce.number().int().min(1).max(1024).default(50),
  DATABASE_CONNECTIONS: whole(2, 500).default(20),
  STATEMENT_TIMEOUT_S: whole(1, 600).default(30),
  BLOB_STORE: z
    .string()
    .regex(/^(folder|s3:\/\/[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](\/[\w.-]+)*\/?)$/)
    .default('folder'),
  S3_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  S3_REGION: z
    .string()
    .regex(/^[a-z0-9-]+$/)
    .default('us-east-1'),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  CLAMD_SOCKET: z
    .string()
    .refine((text) => parseClamdAddress(text) !== undefined)
    .optional(),
  CLAMD_AWAY: z.enum(['refuse', 'take']).default('refuse'),
  METRICS: z.enum(['off', 'loopback', 'token']).default('loopback'),
  METRICS_TOKEN: z.string().min(16).optional(),
  REQUESTS_PER_MINUTE: whole(0, 1_000_000).default(600),
  WRITES_PER_MINUTE: whole(0, 1_000_000).default(120),
  ADDRESS_REQUESTS_PER_MINUTE: whole(0, 1_000_000).default(12_000),
  ADDRESS_WRITES_PER_MINUTE: whole(0, 1_000_000).default(1200),
  UPLOADS_WAITING_MB: whole(1, 1_000_000).default(1000),
  UPLOADS_AT_ONCE: whole(1, 1000).default(20),
  DRAIN_S: whole(0, 300).default(0),
  DISK_FREE_MB: whole(0, 1_000_000).default(200),
  CLOCK_LAG_S: whole(1, 43_200).default(usualClockLagS),
  AUDIT_ROOTS_DIR: z.string().min(1).optional(),
  TSA_URL: z.url({ protocol: /^https?$/ }).optional(),
  TSA_CA_FILE: z.string().min(1).optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z
    .string()
    .regex(/^[^@\s<>]+@[^@\s<>]+$|^[^<>\r\n]+ <[^@\s<>]+@[^@\s<>]+>$/)
    .optional(),
  MAIL_DOMAINS: z
    .string()
    .regex(/^[a-z0-9.-]+( *, *[a-z0-9.-]+)*$/)
    .optional(),
  WEBHOOK_HOSTS: z
    .string()
    .refine((text) => parseOutwardHosts(text) !== undefined)
    .optional(),
  OIDC_ISSUER: z
    .url({ protocol: /^https?$/ })
    .refine(isSafe)
    .optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  OIDC_LABEL: z.string().min(1).max(60).optional(),
  OIDC_ACCOUNT_CLAIM: z
    .string()
    .regex(/^[a-z_]{1,40}$/)
    .optional(),
})

/** The names of all settings, for the test that each has its message and its line in the README. */
export const settingNames: readonly string[] = Object.keys(schema.shape)

// // A secret can be in a file instead: X_FILE is the path of the file with X.
const secrets = [
  'DATABASE_URL',
  'SECRET_KEY',
  'SMTP_URL',
  'S3_SECRET_ACCESS_KEY',
  'METRICS_TOKEN',
  'OIDC_CLIENT_SECRET',
]

/** The settings of one installation, checked once at the start. */
export interface Config {
  readonly port: number
  readonly host: string
  readonly dataDir: string
  readonly databaseUrl: string | undefined
  /** The keys that encrypt secrets in the database, the current one first; undefined: a file in the data folder. */
  readonly secretKeys: readonly Buffer[] | undefined
  /** The public address behind a proxy; cookies are Secure when it is https. */
  readonly publicUrl: string | undefined
  /** Whether the demo is loaded into an empty database. Never automatically into an external database. */
  readonly demonstration: boolean
  readonly logLevel: string
  /** The trusted proxies: none, a number of them in front of the server, or those at these addresses. */
  readonly trustProxy: TrustedProxies
  readonly uploadLimitBytes: number
  readonly databaseConnections: number
  readonly statementTimeoutMs: number
  readonly blobStore: BlobStoreSettings
  /** The virus scanner (clamd), and how files are handled while it does not answer; undefined: no scanner. */
  readonly clamd: { readonly address: ClamdAddress; readonly whenAway: 'refuse' | 'take' } | undefined
  /** Who can read the metrics: no one, only this machine, or anyone with the token. */
  readonly metrics:
    | { readonly for: 'nobody' | 'loopback' }
    | { readonly for: 'token'; readonly token: string }
  /** Requests per minute of one account or token; 0: no limit. */
  readonly requestsPerMinute: number
  /** Writes per minute of one account or token; 0: no limit. */
  readonly writesPerMinute: number
  /** The same limits for all unauthenticated users of one IP address: pages before sign-in, and sign-ins. */
  readonly addressRequestsPerMinute: number
  readonly addressWritesPerMinute: number
  readonly uploadsAtOnce: number
  /** The limit for files that one account uploaded and has not attached yet. */
  readonly waitingUploads: WaitingLimits
  /** How long a stopping server keeps answering while it reports that it is not ready. */
  readonly drainMs: number
  /** With less free disk space for files and data the server reports that it is not ready; 0: no check. */
  readonly leastRoomBytes: number
  /** How far the clock can be behind the audit log before writes are refused. */
  readonly clockLagMs: number
  /** Where the roots of the sealed audit log are written, outside the database. */
  readonly auditRootsDir: string
  /** The timestamp authority (RFC 3161), and its trusted certificates. */
  readonly tsaUrl: string | undefined
  readonly tsaCaFile: string | undefined
  /** The mail server; null: no email is sent. */
  readonly mail: {
    readonly smtpUrl: string
    readonly from: string
    /** Email is sent only to these domains; empty: to any. */
    readonly domains: readonly string[]
  } | null
  /** The allowed webhook hosts; empty: none. */
  readonly webhookHosts: readonly OutwardHost[]
  /** The external sign-in provider; undefined if there is none. */
  readonly oidc: OidcSettings | undefined
}

export interface OidcSettings {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** The text of its button; undefined: the host of the issuer. */
  readonly label: string | undefined
  /**
   * The verified claim that names the account, if the provider is trusted for this; otherwise an administrator links
   * each.
   */
  readonly accountClaim: string | undefined
}

export type BlobStoreSettings =
  | { readonly kind: 'folder' }
  | {
      readonly kind: 's3'
      readonly bucket: string
      readonly prefix: string
      readonly endpoint: string | undefined
      readonly region: string
      readonly accessKeyId: string
      readonly secretAccessKey: string
    }

// // A decision can have twenty files; more than that in one form is a mistake.
const waitingFiles = 1000

type Environment = Readonly<Record<string, string | undefined>>

/**
 * Reads the settings from the environment.
 * @throws Failure `config_invalid` with one line per invalid setting and its expected value
 */
export function readConfig(environment: Environment): Config {
  const given = Object.fromEntries(
    Object.entries(withFiles(environment)).filter(([, value]) => value !== undefined && value !== ''),
  )
  const parsed = schema.safeParse(given)
  if (!parsed.success) throw wrongSettings(parsed.error.issues.map((issue) => issue.path.join('.')))
  const env = parsed.data
  const missing = [
    ...(env.BLOB_STORE === 'folder' ? [] : (['S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const)),
    ...(env.METRICS === 'token' ? (['METRICS_TOKEN'] as const) : []),
    ...(env.SMTP_URL === undefined ? [] : (['MAIL_FROM'] as const)),
    // // The redirect URI must be the one registered at the provider.
    ...(env.OIDC_ISSUER === undefined
      ? []
      : (['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'PUBLIC_URL'] as const)),
  ].filter((name) => env[name] === undefined)
  if (missing.length > 0) throw wrongSettings(missing)
  return {
    port: env.PORT,
    host: env.HOST,
    dataDir: resolve(repositoryRoot, env.DATA_DIR),
    databaseUrl: env.DATABASE_URL,
    secretKeys: env.SECRET_KEY === undefined ? undefined : parseSecretKeys(env.SECRET_KEY),
    publicUrl: env.PUBLIC_URL,
    demonstration: env.DEMO === undefined ? env.DATABASE_URL === undefined : ['1', 'true'].includes(env.DEMO),
    logLevel: env.LOG_LEVEL,
    trustProxy: parseTrustedProxies(env.TRUST_PROXY) ?? false,
    uploadLimitBytes: env.UPLOAD_LIMIT_MB * 1024 * 1024,
    databaseConnections: env.DATABASE_CONNECTIONS,
    statementTimeoutMs: env.STATEMENT_TIMEOUT_S * 1000,
    blobStore: blobStoreOf(env),
    clamd: clamdOf(env),
    metrics: metricsOf(env),
    requestsPerMinute: env.REQUESTS_PER_MINUTE,
    writesPerMinute: env.WRITES_PER_MINUTE,
    addressRequestsPerMinute: env.ADDRESS_REQUESTS_PER_MINUTE,
    addressWritesPerMinute: env.ADDRESS_WRITES_PER_MINUTE,
    uploadsAtOnce: env.UPLOADS_AT_ONCE,
    waitingUploads: { bytes: env.UPLOADS_WAITING_MB * 1024 * 1024, files: waitingFiles },
    drainMs: env.DRAIN_S * 1000,
    leastRoomBytes: env.DISK_FREE_MB * 1024 * 1024,
    clockLagMs: env.CLOCK_LAG_S * 1000,
    auditRootsDir: resolve(repositoryRoot, env.AUDIT_ROOTS_DIR ?? `${env.DATA_DIR}/audit`),
    tsaUrl: env.TSA_URL,
    tsaCaFile: env.TSA_CA_FILE,
    mail: mailOf(env),
    webhookHosts: parseOutwardHosts(env.WEBHOOK_HOSTS ?? '') ?? [],
    oidc: oidcOf(env),
  }
}

function oidcOf(env: z.output<typeof schema>): OidcSettings | undefined {
  if (env.OIDC_ISSUER === undefined) return undefined
  return {
    issuer: env.OIDC_ISSUER,
    clientId: env.OIDC_CLIENT_ID ?? '',
    clientSecret: env.OIDC_CLIENT_SECRET ?? '',
    label: env.OIDC_LABEL,
    accountClaim: env.OIDC_ACCOUNT_CLAIM,
  }
}

function withFiles(environment: Environment): Environment {
  const found: Record<string, string | undefined> = { ...environment }
  for (const name of secrets) {
    const path = environment[`${name}_FILE`]
    if (path === undefined || path === '') continue
    try {
      found[name] = readFileSync(path, 'utf8').trim()
    } catch (error) {
      throw new Failure(
        'config_invalid',
        `${name}_FILE: không đọc được tệp ${path}.\n${name}_FILE: the file ${path} cannot be read.`,
        error,
      )
    }
  }
  return found
}

/** One line per invalid setting in each language. The given value is not repeated: it may be a secret. */
function wrongSettings(names: readonly string[]): Failure {
  const known = [...new Set(names)]
  const lines = (language: 'vi' | 'en') =>
    known.map((name) => `  ${name}: ${settingSentences[name]?.[language] ?? '?'}`)
  return new Failure(
    'config_invalid',
    ['Cấu hình chưa đúng:', ...lines('vi'), 'Settings are wrong:', ...lines('en')].join('\n'),
  )
}

function blobStoreOf(env: z.output<typeof schema>): BlobStoreSettings {
  if (env.BLOB_STORE === 'folder') return { kind: 'folder' }
  const [bucket = '', ...prefix] = env.BLOB_STORE.slice('s3://'.length).split('/')
  return {
    kind: 's3',
    bucket,
    prefix: prefix.filter((part) => part !== '').join('/'),
    endpoint: env.S3_ENDPOINT,
    region: env.S3_REGION,
    accessKeyId: env.S3_ACCESS_KEY_ID ?? '',
    secretAccessKey: env.S3_SECRET_ACCESS_KEY ?? '',
  }
}

/** A path, or a host and a port. */
function parseClamdAddress(text: string): ClamdAddress | undefined {
  if (text.startsWith('/')) return { path: text }
  const [, host, port] = /^(?:tcp:\/\/)?([\w.-]+|\[[\da-f:]+\]):(\d{1,5})$/i.exec(text) ?? []
  if (host === undefined || Number(port) > 65_535) return undefined
  return { host: host.replace(/^\[|\]$/g, ''), port: Number(port) }
}

function clamdOf(env: z.output<typeof schema>): Config['clamd'] {
  const address = env.CLAMD_SOCKET === undefined ? undefined : parseClamdAddress(env.CLAMD_SOCKET)
  return address && { address, whenAway: env.CLAMD_AWAY }
}

function mailOf(env: z.output<typeof schema>): Config['mail'] {
  if (env.SMTP_URL === undefined) return null
  const domains = (env.MAIL_DOMAINS ?? '').split(',').map((domain) => domain.trim())
  return {
    smtpUrl: env.SMTP_URL,
    from: env.MAIL_FROM ?? '',
    domains: domains.filter((domain) => domain !== ''),
  }
}

function metricsOf(env: z.output<typeof schema>): Config['metrics'] {
  if (env.METRICS === 'token') return { for: 'token', token: env.METRICS_TOKEN ?? '' }
  return { for: env.METRICS === 'off' ? 'nobody' : 'loopback' }
}
