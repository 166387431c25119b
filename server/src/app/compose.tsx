import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import type pg from 'pg'
import type { Logger } from 'pino'
import { type DemonstrationAccount, identifier, proving, shownAccounts } from '../identity/index.ts'
import { openVirusScanner } from '../platform/antivirus/virus-scanner.ts'
import type { Config } from '../platform/config/config.ts'
import { forgetChangeMarks } from '../platform/counts/forget-change-marks.ts'
import type { Database } from '../platform/data/database.ts'
import { databaseGauges } from '../platform/data/database-gauges.ts'
import { listMigrations } from '../platform/data/migration-files.ts'
import type { BlobStore } from '../platform/files/blobs.ts'
import { isRoomShort } from '../platform/files/disk-room.ts'
import { openBlobStore } from '../platform/files/open-blob-store.ts'
import { discardWaitingUploads } from '../platform/files/waiting-uploads.ts'
import { assetsFolder, readAssets } from '../platform/http/assets.ts'
import type { Limits } from '../platform/http/overload.ts'
import type { Route } from '../platform/http/route.ts'
import { buildServer } from '../platform/http/server.ts'
import { inTransaction, type System } from '../platform/http/system.ts'
import { typingRoutes } from '../platform/http/typing-routes.ts'
import { Jobs } from '../platform/jobs/jobs.ts'
import { forgetIdempotencyKeys } from '../platform/jobs/upkeep.ts'
import { forgetOldTyping } from '../platform/kept-typing.ts'
import { MeasureRegistry } from '../platform/measures/measures.ts'
import { openLog } from '../platform/operation/log.ts'
import { Metrics } from '../platform/operation/metrics.ts'
import { Readiness } from '../platform/operation/readiness.ts'
import { openMailer } from '../platform/outward/mail.ts'
import { openSecretKeys } from '../platform/secret-keys/open-secret-keys.ts'
import type { SecretKeys } from '../platform/secret-keys/secret-keys.ts'
import { offer } from '../platform/slices/extension-point.ts'
import type { NavigationEntry } from '../platform/slices/navigation.ts'
import type { RouteSettings } from '../platform/slices/slice.ts'
import { type Clock, realClock } from '../platform/time/clock.ts'
import { isBehind, readLatestRecordedAt } from '../platform/time/sound-clock.ts'
import type { AssetLinks } from '../ui/document.tsx'
import { turboProgressStyleHash } from '../ui/turbo-style.ts'
import { WebhookSender } from '../webhooks/index.ts'
import { apiErrors, apiErrorsRead } from './api-errors.ts'
import { catalogues, words } from './catalogues.ts'
import { sendDigests } from './digest.ts'
import { errorView } from './error-view.tsx'
import { favicon, faviconPath } from './favicon.ts'
import { framePage } from './frame.tsx'
import { helpPage } from './help.tsx'
import { moveDayApi, moveDayForm } from './move-day.tsx'
import { myWorkNavigation, myWorkPages, worklists } from './my-work.tsx'
import { myWorkApi } from './my-work-api.ts'
import { referencePages } from './reference/reference.tsx'
import { searchPage } from './search.tsx'
import { ofSlices, slices, surroundings } from './slices.ts'

export interface Parts {
  readonly config: Config
  readonly database: Database
  readonly clock?: Clock
  readonly log?: Logger
  readonly blobs?: BlobStore
  readonly secretKeys?: SecretKeys
  readonly measures?: MeasureRegistry
  /** Shown on the sign-in page; only a demonstration has any. */
  readonly demonstrationAccounts?: readonly DemonstrationAccount[]
  /** Tests have none. */
  readonly limits?: Limits
  /** The pool under `database`: its queue is bounded and measured. */
  readonly pool?: pg.Pool
  readonly readiness?: Readiness
}

const version = '0.1.0'

/** Every address of the product. A test keeps the list and proves that each writing page has its twin in the API. */
export function allRoutes(
  demonstrationAccounts: readonly DemonstrationAccount[] = [],
  config?: RouteSettings,
): readonly Route[] {
  const around = surroundings(config, ...offer(shownAccounts, ...demonstrationAccounts))
  const routes = [...ownRoutes, ...slices.flatMap((slice) => [...(slice.routes?.(around) ?? [])])]
  const all = [...routes, ...typingRoutes(routes, ofSlices('typing'))]
  return [...all, ...referencePages(all)]
}

/** The menu, as the slices offer it. */
export const navigation: readonly NavigationEntry[] = [myWorkNavigation, ...ofSlices('navigation')]

/** The addresses that belong to no slice. */
const ownRoutes: readonly Route[] = [
  favicon,
  moveDayForm,
  moveDayApi,
  ...myWorkPages,
  myWorkApi,
  apiErrorsRead,
  searchPage,
  helpPage(navigation),
]

/** The measures that this product counts. */
export function productMeasures(): MeasureRegistry {
  const registry = new MeasureRegistry()
  for (const measure of ofSlices('measures')) registry.register(measure)
  return registry
}

/** Puts the system together. */
export function composeSystem(parts: Parts): System {
  const { config, database } = parts
  const clock = parts.clock ?? realClock
  const log = parts.log ?? openLog(config.logLevel)
  const frameParts = { assets: assetLinks(), navigation }
  return {
    config,
    database,
    clock,
    catalogues,
    words,
    measures: parts.measures ?? productMeasures(),
    blobs: parts.blobs ?? openBlobStore(config),
    virusScanner: openVirusScanner(config, log),
    secretKeys: parts.secretKeys ?? openSecretKeys(config),
    log,
    identify: identifier({ database, clock, config }),
    proving,
    frame: (c, view, state) => framePage(frameParts, c, view, state),
    errorView,
  }
}

/** Reports whether the server can work; stopping the server sets it to not ready. */
export async function composeReadiness(parts: Parts): Promise<Readiness> {
  const { config, database, blobs, clock = realClock } = parts
  return new Readiness({
    schemaNumber: () => schemaNumber(database),
    expectedSchema: (await listMigrations()).length,
    isRoomShort: () => isRoomShort([config.dataDir, config.auditRootsDir], config.leastRoomBytes),
    isClockBehind: async () => isBehind(clock.now(), await readLatestRecordedAt(database), config.clockLagMs),
    blobs: blobs ?? openBlobStore(config),
  })
}

/** The server, not listening yet. */
export async function composeServer(parts: Parts): Promise<FastifyInstance> {
  const { pool, config } = parts
  const readiness = parts.readiness ?? (await composeReadiness(parts))
  return buildServer(composeSystem(parts), {
    routes: allRoutes(parts.demonstrationAccounts, parts.config),
    assetsFolder,
    version,
    apiErrors,
    styleHashes: [turboProgressStyleHash],
    limits: parts.limits ?? limitsOf(config),
    pool,
    metrics: new Metrics({ version, gauges: pool === undefined ? [] : databaseGauges(pool) }),
    troubles: () => readiness.troubles(),
    diskFull: () => readiness.noteDiskFull(),
  })
}

async function schemaNumber(database: Database): Promise<number | null> {
  const last = sql<{ last: number | null }>`select max(number)::int as last from schema_migration`
  return (await last.execute(database)).rows[0]?.last ?? null
}

// // At most five rounds of all connections can wait: later requests would wait too long.
const roundsWaiting = 5
const lateEventLoopMs = 1_000

function limitsOf(config: Config): Limits {
  return {
    requestsPerMinute: config.requestsPerMinute,
    writesPerMinute: config.writesPerMinute,
    addressRequestsPerMinute: config.addressRequestsPerMinute,
    addressWritesPerMinute: config.addressWritesPerMinute,
    uploadsAtOnce: config.uploadsAtOnce,
    waitingForDatabase: config.databaseConnections * roundsWaiting,
    eventLoopDelayMs: lateEventLoopMs,
  }
}

const nobody = { actor: null, language: 'vi', origin: { requestId: 'job', address: null } } as const

/** What sends the letters that wait for machines outside. */
export function composeWebhookSender(parts: Parts): WebhookSender {
  const system = composeSystem(parts)
  return new WebhookSender({
    hosts: parts.config.webhookHosts,
    inTransaction: (act) => inTransaction(system, nobody, 'write', act),
    warn: (error) => system.log.warn({ err: error }, 'sending webhooks'),
  })
}

/** What runs next to the server: readers of events and the nightly housekeeping. */
export function composeJobs(parts: Parts, url: string): Jobs {
  const system = composeSystem(parts)
  const around = surroundings(parts.config)
  return new Jobs({
    url,
    database: parts.database,
    subscribers: slices.flatMap(({ subscribers }) => [...(subscribers?.(around) ?? [])]),
    upkeep: [
      forgetIdempotencyKeys,
      forgetChangeMarks,
      forgetOldTyping,
      discardWaitingUploads,
      ...ofSlices('upkeep'),
    ],
    log: system.log,
    inTransaction: (act) => inTransaction(system, nobody, 'write', act),
    morning: () => writeLetters(system),
  })
}

async function writeLetters(system: System): Promise<void> {
  const mailer = openMailer(system.config)
  if (mailer === null) return
  try {
    const { publicUrl } = system.config
    system.log.info(await sendDigests({ system, mailer, worklists, publicUrl }), 'letters of the morning')
  } finally {
    mailer.close()
  }
}

function assetLinks(): AssetLinks {
  const asset = readAssets()
  return {
    style: asset('main.css'),
    desk: { style: asset('desk.css'), paperWorker: asset('paper.worker.js') },
    script: asset('main.js'),
    icon: faviconPath,
    sprite: asset('icons.gen.svg'),
    fonts: [asset('be-vietnam-pro-400.woff2')],
  }
}
