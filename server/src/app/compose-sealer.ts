import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type TrustStore, trustStore } from '@dot-pha/pades/timestamps'
import { rootsFileName } from '../platform/audit/roots-file.ts'
import { Sealer } from '../platform/audit/sealer.ts'
import type { Config } from '../platform/config/config.ts'
import { openDatabase, openPool } from '../platform/data/database.ts'
import { sealerRole } from '../platform/data/migrate.ts'
import { openLog } from '../platform/operation/log.ts'
import { Failure } from '../platform/refusal.ts'
import { realClock } from '../platform/time/clock.ts'

/** Where the roots of the record stand, outside the database. */
export const rootsPathOf = (config: Config): string => join(config.auditRootsDir, rootsFileName)

/** The trusted certificates of the timestamping authority; null if there is no setting. */
export function trustedAuthorities(config: Config): TrustStore | null {
  if (config.tsaCaFile === undefined) return null
  try {
    return trustStore({ name: 'TSA_CA_FILE', certificates: [readFileSync(config.tsaCaFile, 'utf8')] })
  } catch (error) {
    throw new Failure(
      'tsa_ca_unreadable',
      `TSA_CA_FILE: không đọc được chứng thư nào trong ${config.tsaCaFile}.\nTSA_CA_FILE: no certificate can be read in ${config.tsaCaFile}.`,
      error,
    )
  }
}

/** The sealer of this server, in a role of its own that can do nothing but seal. */
export function composeSealer(config: Config, ownerUrl: string): { start(): void; stop(): Promise<void> } {
  const log = openLog(config.logLevel)
  let stopping = false
  const pool = openPool({
    url: ownerUrl,
    role: sealerRole,
    maxConnections: 2,
    // A database that stops right after us may say so on a connection that is being closed.
    onError: (error) => stopping || log.warn({ err: error }, 'the connection of the sealer'),
  })
  const database = openDatabase(pool)
  const sealer = new Sealer({
    database,
    clock: realClock,
    log,
    rootsPath: rootsPathOf(config),
    clockLagMs: config.clockLagMs,
    authority: config.tsaUrl === undefined ? null : { url: config.tsaUrl, trust: trustedAuthorities(config) },
  })
  return {
    start: () => sealer.start(),
    async stop() {
      await sealer.stop()
      stopping = true
      await database.destroy()
    },
  }
}
