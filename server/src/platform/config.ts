import { resolve } from 'node:path'
import { z } from 'zod'
import { Failure } from './refusal.ts'
import { repositoryRoot } from './root.ts'

const flag = z
  .enum(['0', '1', 'true', 'false'])
  .default('0')
  .transform((value) => value === '1' || value === 'true')

const schema = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATA_DIR: z.string().min(1).default('data'),
  DATABASE_URL: z.string().startsWith('postgres').optional(),
  PUBLIC_URL: z.url().optional(),
  DEMO: z.enum(['0', '1', 'true', 'false']).optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('warn'),
  TRUST_PROXY: flag,
  UPLOAD_LIMIT_MB: z.coerce.number().int().min(1).max(1024).default(50),
})

/** The settings of one installation, checked once at the start. */
export interface Config {
  readonly port: number
  readonly host: string
  readonly dataDir: string
  readonly databaseUrl: string | undefined
  /** The address that people type, where a proxy stands in front; cookies are Secure when it is https. */
  readonly publicUrl: string | undefined
  /** Whether the demonstration is loaded into an empty database. Never by itself into a database of the owner's. */
  readonly demonstration: boolean
  readonly logLevel: string
  readonly trustProxy: boolean
  readonly uploadLimitBytes: number
}

/**
 * Reads the settings from the environment.
 * @throws Failure `config_invalid` with one line for each setting that is wrong and what it should be
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  )
  const parsed = schema.safeParse(given)
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
    throw new Failure('config_invalid', `Cấu hình chưa đúng · Settings are wrong: ${lines.join('; ')}`)
  }
  const env = parsed.data
  return {
    port: env.PORT,
    host: env.HOST,
    dataDir: resolve(repositoryRoot, env.DATA_DIR),
    databaseUrl: env.DATABASE_URL,
    publicUrl: env.PUBLIC_URL,
    demonstration: env.DEMO === undefined ? env.DATABASE_URL === undefined : ['1', 'true'].includes(env.DEMO),
    logLevel: env.LOG_LEVEL,
    trustProxy: env.TRUST_PROXY,
    uploadLimitBytes: env.UPLOAD_LIMIT_MB * 1024 * 1024,
  }
}
