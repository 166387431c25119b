import { parseSignedData } from '../cms/signed-data.ts'
import { PadesError } from '../errors.ts'
import { type Certificate, parseCertificate } from '../x509/certificate.ts'
import { ask, askable, readAnswer, wrongAnswer } from './ask.ts'
import type { Fetcher } from './fetcher.ts'

const maxBytes = 1 << 20

/** Where a certificate says that its issuer's is (RFC 5280, 4.2.2.1), over HTTP. */
export function issuerUrls({ extensions }: Certificate): readonly string[] {
  return askable(extensions.issuerUrls)
}

/**
 * Fetches the certificates of a place: one as it is, or several in a message that nobody signed (RFC 5280, 4.2.2.1).
 * They are given out only where one of them is the issuer by name and signature.
 *
 * @throws PadesError `service_…`
 */
export async function fetchIssuers(
  fetcher: Fetcher,
  url: string,
  child: Certificate,
  timeoutMs: number,
  parse: (der: Uint8Array) => Certificate = parseCertificate,
): Promise<readonly Certificate[]> {
  const headers = { Accept: 'application/pkix-cert, application/pkcs7-mime' }
  const body = await ask(fetcher, { url, method: 'GET', headers, timeoutMs, maxBytes })
  const certificates = readAnswer(url, () => readCertificates(body, parse))
  const isIssuer = (one: Certificate) => one.subject.equals(child.issuer) && child.isSignedBy(one)
  if (!certificates.some(isIssuer)) throw wrongAnswer(url, 'not_the_issuer')
  return certificates
}

function readCertificates(body: Uint8Array, parse: (der: Uint8Array) => Certificate): readonly Certificate[] {
  try {
    return [parse(body)]
  } catch (error) {
    if (!(error instanceof PadesError)) throw error
    return parseSignedData(body, parse).certificates
  }
}
