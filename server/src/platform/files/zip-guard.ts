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
 * Checks an archive before another of our libraries unpacks it: first the declared sizes, then that each part really has
 * its declared size, so that limits on declared sizes are effective.
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
