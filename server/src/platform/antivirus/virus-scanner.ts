import type { Logger } from 'pino'
import type { Config } from '../config/config.ts'
import { Refusal } from '../refusal.ts'
import { type ClamdAddress, clamdVersion, scanByClamd } from './clamd.ts'

/** Which engine found nothing in the file, or that it was not scanned. It never says that the file is clean. */
export type VirusVerdict =
  | { readonly scan: 'nothing_found'; readonly engine: string }
  | { readonly scan: 'not_scanned' }

/** Scans a temporary file for viruses before it is stored. */
export interface VirusScanner {
  /** @throws VirusFound; Refusal `virus_scan_away` if the scanner does not answer and files must be scanned */
  scan(file: FileAside): Promise<VirusVerdict>
  /** Which engine answers. @throws Failure `clamd_away` */
  check(): Promise<string | null>
}

export interface FileAside {
  readonly path: string
  readonly sha256: string
  readonly sizeBytes: number
}

/** A file with a virus: refused, not stored, and identified only by its hash. */
export class VirusFound extends Refusal {
  readonly file: Pick<FileAside, 'sha256' | 'sizeBytes'>
  readonly engine: string

  constructor(virus: string, { sha256, sizeBytes }: FileAside, engine: string) {
    super('virus_found', { virus })
    this.file = { sha256, sizeBytes }
    this.engine = engine
  }
}

/** The scanner when none is configured. */
export const noVirusScanner: VirusScanner = {
  scan: async () => ({ scan: 'not_scanned' }),
  check: async () => null,
}

/** The configured scanner. */
export function openVirusScanner({ clamd }: Pick<Config, 'clamd'>, log: Pick<Logger, 'warn'>): VirusScanner {
  if (clamd === undefined) return noVirusScanner
  const { address, whenAway } = clamd
  return {
    async scan(file) {
      const verdict = await judge(address, file).catch((error: unknown) => {
        if (error instanceof VirusFound) throw error
        log.warn({ err: error, whenAway }, 'the virus scanner gave no verdict')
        if (whenAway === 'refuse') throw new Refusal('virus_scan_away', {}, { status: 503 })
      })
      return verdict ?? { scan: 'not_scanned' }
    },
    check: () => clamdVersion(address),
  }
}

async function judge(address: ClamdAddress, file: FileAside): Promise<VirusVerdict> {
  const engine = await clamdVersion(address)
  const { found } = await scanByClamd(address, file.path)
  if (found !== null) throw new VirusFound(found, file, engine)
  return { scan: 'nothing_found', engine }
}
