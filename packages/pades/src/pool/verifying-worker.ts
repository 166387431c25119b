import { bytesSource, fileSource } from '../source.ts'
import type { FileReport } from '../verify/report.ts'
import { verify } from '../verify/verify.ts'
import { CertificateCache } from '../x509/certificate-cache.ts'
import { atWork } from './at-work.ts'
import { receiveStores, servicesAtHome } from './home-services.ts'
import type { VerifyingJob, VerifyingSettings } from './verifying-pool.ts'

// A thread of a verifying pool: what it has learned of certificates it keeps for the next file.
atWork<VerifyingSettings, null, VerifyingJob, FileReport>(({ trust, asksServices }, callHome) => {
  const fixed = {
    trust: receiveStores(trust),
    cache: new CertificateCache(),
    ...(asksServices && { services: servicesAtHome(callHome) }),
  }
  return {
    ready: null,
    async work(job) {
      const options = { ...fixed, ...job.options }
      if (job.kind === 'bytes') return { content: await verify(bytesSource(job.bytes), options), moved: [] }
      using source = fileSource(job.path)
      return { content: await verify(source, options), moved: [] }
    },
  }
})
