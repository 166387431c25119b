import type { EvidenceSource } from '../services/evidence-source.ts'
import { type ByteSource, bytesSource, fileSource } from '../source.ts'
import type { FileReport } from '../verify/report.ts'
import { verify } from '../verify/verify.ts'
import { onFile } from './shell/file-error.ts'
import { refuseOtherThanFile } from './shell/whole-file.ts'
import { readTrustFolder } from './trust-folder.ts'
import type { VerifyRequest } from './verify-request.ts'

/**
 * Judges a file as a request says.
 *
 * @throws FileError; PadesError where a folder of trust holds what is no certificate
 */
export async function verifyFile({ file, trust, at, online }: VerifyRequest): Promise<FileReport> {
  const folders = trust.map(readTrustFolder)
  const services = online ? await publicServices() : null
  if (typeof file !== 'string') return judge(bytesSource(file))
  refuseOtherThanFile('read', file)
  using source = onFile('read', file, () => fileSource(file))
  return await judge(source)

  function judge(source: ByteSource): Promise<FileReport> {
    return verify(source, {
      trust: folders.flatMap(({ stores }) => stores),
      at: new Date(at),
      given: { crls: folders.flatMap(({ crls }) => crls) },
      ...(services !== null && { services }),
    })
  }
}

/** The file names the services: none of this machine or its private network is called for it. */
async function publicServices(): Promise<EvidenceSource> {
  // HTTP takes as long to load as all the rest together.
  const [{ evidenceSource }, { httpFetcher }] = await Promise.all([
    import('../services/evidence-source.ts'),
    import('../services/http-fetcher.ts'),
  ])
  return evidenceSource({ fetcher: httpFetcher({ reach: 'public' }), now: () => new Date() })
}
