import { getBinaries } from './binaries.ts'
import {
  clusterOwner,
  type DataFolder,
  hasCluster,
  openDataFolder,
  readOrMakePassword,
} from './data-folder.ts'
import { chooseIdentity, giveTo } from './identity.ts'
import { initCluster } from './init-cluster.ts'
import { endOrphan } from './orphan.ts'
import { claimDataDir } from './owner-lock.ts'
import { type Postmaster, startPostmaster } from './postmaster.ts'

export { EmbeddedPostgresError, type EmbeddedPostgresErrorCode } from './errors.ts'

/** A PostgreSQL server of our own. */
export interface RunningPostgres {
  /** Superuser connection to the database `postgres`, for node-pg's `connectionString`. */
  readonly url: string
  /** Settles when the server has ended, on request or not; without a request the database is lost. */
  readonly exited: Promise<void>
  /** Ends the server (fast shutdown: open transactions are rolled back) and gives up the folder. */
  stop(): Promise<void>
}

export interface EmbeddedPostgresOptions {
  /** A folder for this alone; made where missing, refused where it holds other things. */
  readonly dataDir: string
  /** Further settings of PostgreSQL, e.g. `{ fsync: 'off' }` for tests. */
  readonly settings?: Readonly<Record<string, string>>
  /** Each line of the server's log. */
  readonly onLog?: (line: string) => void
  /** Where root starts it: the user, by name or number, that PostgreSQL shall run as. */
  readonly user?: string | undefined
}

/**
 * Starts the PostgreSQL that comes with the packages on `dataDir`, making a cluster if there is none.
 *
 * One process at a time owns a data folder. When it was killed, the next start finds a PostgreSQL without an
 * owner, stops it cleanly and starts its own; when PostgreSQL was killed too, it recovers from its log. The
 * server listens on 127.0.0.1 alone, on a port that is free at this start, and asks for a password that was
 * made with the cluster and lies next to it in a file of mode 0600.
 *
 * @throws EmbeddedPostgresError with a stable `code` and one sentence in each language
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<RunningPostgres> {
  const folder = openDataFolder(options.dataDir)
  const claim = await claimDataDir(folder.path)
  try {
    const { postmaster, password } = await startOn(folder, options)
    const release = () => claim.release()
    process.once('exit', release)
    return {
      url: `postgres://postgres:${password}@127.0.0.1:${postmaster.port}/postgres`,
      exited: postmaster.exited,
      stop: async () => {
        await postmaster.stop()
        claim.release()
        process.off('exit', release)
      },
    }
  } catch (error) {
    claim.release()
    throw error
  }
}

async function startOn(
  folder: DataFolder,
  options: EmbeddedPostgresOptions,
): Promise<{ postmaster: Postmaster; password: string }> {
  const onLog = options.onLog ?? (() => {})
  const settings = options.settings ?? {}
  const binaries = getBinaries()
  const identity = chooseIdentity({
    dataDir: folder.path,
    binaries,
    configuredUser: options.user,
    clusterOwner: clusterOwner(folder),
  })
  const password = readOrMakePassword(folder)
  if (hasCluster(folder)) {
    await endOrphan(folder.cluster, onLog)
    giveTo(identity, folder.cluster)
  } else {
    await initCluster(folder, { binaries, identity, password, sync: settings.fsync !== 'off' })
  }
  const postmaster = await startPostmaster({ cluster: folder.cluster, binaries, identity, settings, onLog })
  return { postmaster, password }
}
