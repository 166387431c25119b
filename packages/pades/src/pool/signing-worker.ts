import type { HashName } from '../algorithms.ts'
import { type SignOptions, sign } from '../sign/sign.ts'
import { type ByteSource, bytesSource, fileSource } from '../source.ts'
import { atWork, type CallHome } from './at-work.ts'
import { receiveStores, type SentStore, servicesAtHome, timestampAtHome } from './home-services.ts'
import { openInThread } from './pool-key.ts'
import { buildLook } from './pooled-look.ts'
import { movable, type Parcel } from './protocol.ts'
import type { SignedParts, SigningJob, SigningSettings } from './signing-pool.ts'

// A thread of a signing pool: it has the key open and signs one file after the other.
atWork<SigningSettings, null, SigningJob, SignedParts>((settings, callHome) => {
  const signer = openInThread(settings.key, callHome)
  const check = checkOf(settings, callHome)
  return {
    ready: null,
    async work(job) {
      const timestamp = timestampOf(settings.timestampHash, job.tokenBytesAtMost, callHome)
      const { look, ...rest } = job.options
      const signIt = (source: ByteSource) => {
        const seen = look === undefined ? null : buildLook(source, rest.page ?? 0, look)
        return sign(source, { ...rest, ...(seen !== null && { look: seen }), signer, ...check, ...timestamp })
      }
      if (job.kind === 'bytes') return partsOf(await signIt(bytesSource(job.bytes)))
      using source = fileSource(job.from)
      const signed = await signIt(source)
      signed.writeTo(job.to)
      return partsOf(signed)
    },
  }
})

function partsOf({ appended, sizeBytes, level, warnings }: SignedParts): Parcel<SignedParts> {
  const { bytes, moved } = movable(appended)
  return { content: { appended: bytes, sizeBytes, level, warnings }, moved }
}

function checkOf({ check, asksServices }: SigningSettings, callHome: CallHome): Pick<SignOptions, 'check'> {
  if (check === null) return {}
  const trust = receiveStores(check.trust as readonly SentStore[])
  return { check: { ...check, trust, ...(asksServices && { services: servicesAtHome(callHome) }) } }
}

function timestampOf(
  hash: HashName | null,
  tokenBytesAtMost: number,
  callHome: CallHome,
): Pick<SignOptions, 'timestamp'> {
  return hash === null ? {} : { timestamp: timestampAtHome(hash, tokenBytesAtMost, callHome) }
}
