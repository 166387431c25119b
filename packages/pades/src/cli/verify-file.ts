import { evidenceSource } from '../services/evidence-source.ts'
import { httpFetcher } from '../services/http-fetcher.ts'
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
  if (typeof file !== 'string') return judge(bytesSource(file))
  refuseOtherThanFile('read', file)
  using source = onFile('read', file, () => fileSource(file))
  return await judge(source)

  function judge(source: ByteSource): Promise<FileReport> {
    // The file names the services: none of this machine or its private network is called for it.
    const fetcher = httpFetcher({ reach: 'public' })
    return verify(source, {
      trust: folders.flatMap(({ stores }) => stores),
      at: new Date(at),
      given: { crls: folders.flatMap(({ crls }) => crls) },
      ...(online && { services: evidenceSource({ fetcher, now: () => new Date() }) }),
    })
  }
}
