import { evidenceSource } from '../services/evidence-source.ts'
import { httpFetcher } from '../services/http-fetcher.ts'
import { fileSource } from '../source.ts'
import type { FileReport } from '../verify/report.ts'
import { verify } from '../verify/verify.ts'
import { readTrustFolder } from './trust-folder.ts'
import type { VerifyRequest } from './verify-request.ts'

/**
 * Judges a file as a request says.
 *
 * @throws PadesError where a folder of trust holds what is no certificate; the errors of `node:fs`
 */
export async function verifyFile({ path, trust, at, online }: VerifyRequest): Promise<FileReport> {
  const folders = trust.map(readTrustFolder)
  // The file names the services: none of this machine or its private network is called for it.
  const fetcher = httpFetcher({ reach: 'public' })
  using source = fileSource(path)
  return await verify(source, {
    trust: folders.flatMap(({ stores }) => stores),
    at: new Date(at),
    given: { crls: folders.flatMap(({ crls }) => crls) },
    ...(online && { services: evidenceSource({ fetcher, now: () => new Date() }) }),
  })
}
