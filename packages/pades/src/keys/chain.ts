import { sameBytes } from '../der/bytes.ts'
import type { Certificate } from '../x509/certificate.ts'

const maxIssuers = 16

/**
 * The issuers of `leaf` that are among `pool`, nearest first, up to the root where it is there. Of several that could
 * have issued the same certificate the one that is valid longest is taken.
 */
export function chainOf(leaf: Certificate, pool: readonly Certificate[]): readonly Certificate[] {
  const chain: Certificate[] = []
  let last = leaf
  while (!isRoot(last) && chain.length < maxIssuers) {
    const child = last
    const issuer = pool
      .filter((one) => one.subject.equals(child.issuer) && !isAmong(one, [leaf, ...chain]))
      .sort((a, b) => b.notAfter.getTime() - a.notAfter.getTime())
      .find((one) => child.isSignedBy(one))
    if (issuer === undefined) break
    chain.push(issuer)
    last = issuer
  }
  return chain
}

// An authority that changed its key issues itself a certificate that is no root.
const isRoot = (one: Certificate): boolean => one.isSelfIssued && one.isSignedBy(one)

const isAmong = (one: Certificate, others: readonly Certificate[]): boolean =>
  others.some((other) => sameBytes(one.der, other.der))
