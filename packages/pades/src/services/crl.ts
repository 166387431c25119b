import type { Certificate } from '../x509/certificate.ts'
import { type Crl, parseCrl } from '../x509/crl.ts'
import { ask, askable, readAnswer } from './ask.ts'
import type { Fetcher } from './fetcher.ts'

/** Lists of large authorities have some megabytes. */
const maxListBytes = 64 << 20

/**
 * The places where a certificate says that lists for it are (RFC 5280, 4.2.1.13), those over HTTP. Lists of other
 * issuers and of some reasons only are left out.
 */
export function crlUrls({ extensions }: Certificate): readonly string[] {
  const points = extensions.crlPoints.filter((point) => !point.ofOtherIssuer && !point.onlySomeReasons)
  return askable(
    points.flatMap(({ names }) => names.flatMap((name) => (name.form === 'uri' ? [name.value] : []))),
  )
}

/** Fetches a list; whose it is, is not looked at. @throws PadesError `service_…` */
export async function fetchCrl(fetcher: Fetcher, url: string, timeoutMs: number): Promise<Crl> {
  const headers = { Accept: 'application/pkix-crl' }
  const body = await ask(fetcher, { url, method: 'GET', headers, timeoutMs, maxBytes: maxListBytes })
  return readAnswer(url, () => parseCrl(body))
}
