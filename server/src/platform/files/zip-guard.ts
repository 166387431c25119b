import { FileTrouble } from '../file-judgement/judgement.ts'
import { openZip } from '../file-judgement/open-zip.ts'
import { Refusal } from '../refusal.ts'

/** How much an archive may hold. */
export interface ZipLimits {
  readonly entries: number
  /** Of everything in it together, unpacked. */
  readonly unpackedBytes: number
}

/**
 * Judges an archive that another program of ours is going to unpack: its sizes before anything in it is, then that each part
 * has the size that the table of contents says, so that what is bounded by that is bounded.
 * @throws Refusal `archive_broken`, `archive_too_large`
 */
export function guardZip(bytes: Uint8Array, limits: ZipLimits): void {
  try {
    const { parts } = openZip(bytes, { parts: limits.entries, unpackedBytes: limits.unpackedBytes })
    for (const part of parts) part.unpack()
  } catch (error) {
    if (!(error instanceof FileTrouble)) throw error
    throw error.trouble === 'oversized' ? tooLarge(limits) : new Refusal('archive_broken')
  }
}

const tooLarge = ({ unpackedBytes }: ZipLimits) =>
  new Refusal('archive_too_large', { limitMb: Math.floor(unpackedBytes / 1024 / 1024) }, { status: 413 })
