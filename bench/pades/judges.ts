import { hash, type KeyObject, verify as rawVerify } from 'node:crypto'
import { signedAttributes } from '../../packages/pades/src/cms/build.ts'
import { sign } from '../../packages/pades/src/sign/sign.ts'
import { testAuthority, testNow } from '../../packages/pades/src/testing/authority.ts'
import { makeCrl } from '../../packages/pades/src/testing/revocation.ts'
import { verify } from '../../packages/pades/src/verify/verify.ts'
import type { Certificate } from '../../packages/pades/src/x509/certificate.ts'
import { CertificateCache } from '../../packages/pades/src/x509/certificate-cache.ts'
import { parseCrl } from '../../packages/pades/src/x509/crl.ts'
import type { KeyName } from './contenders.ts'
import { letter } from './documents.ts'

type Once = () => unknown

/** A signed letter, and all that is needed to judge it. */
export async function signedLetter(name: KeyName) {
  const keyKind = name === 'P-256' ? 'p256' : 'rsa2048'
  const root = testAuthority({ keyKind })
  const authority = root.intermediate({ keyKind })
  const identity = authority.issue({ keyKind })
  const signed = await sign(letter('table'), { signer: identity, at: testNow })
  return { root, authority, identity, pdf: signed.bytes(), crls: [makeCrl(root), makeCrl(authority)] }
}

/** Each digest and each verification that judging the letter cannot do without: its own, two certificates, two lists. */
async function limit(name: KeyName): Promise<Once> {
  const { root, authority, identity, pdf, crls } = await signedLetter(name)
  const attributes = signedAttributes(identity, hash('sha256', pdf, 'buffer'))
  const keys = [root, authority].map(({ parsed }) => keyOf(parsed))
  const checks = [
    { data: attributes, value: await identity.sign(attributes), key: keyOf(identity.parsed) },
    ...[authority.parsed, identity.parsed].map(({ tbs, signature }, index) => ({
      data: tbs,
      value: signature,
      key: keys[index] as KeyObject,
    })),
    ...crls.map(parseCrl).map(({ fields }, index) => ({
      data: fields.tbs,
      value: fields.signature,
      key: keys[index] as KeyObject,
    })),
  ]
  return () => {
    hash('sha256', pdf, 'buffer')
    for (const { data, value, key } of checks)
      if (!rawVerify('sha256', data, key, value)) throw new Error('a verification of the limit fails')
  }
}

function keyOf({ publicKey }: Certificate): KeyObject {
  if (publicKey === null) throw new Error('a certificate without a key')
  return publicKey
}

async function ours(name: KeyName, cache?: CertificateCache): Promise<Once> {
  const { root, pdf, crls } = await signedLetter(name)
  const trust = [{ name: 'bench', kind: 'test', anchors: [root.parsed] }] as const
  return async () => {
    const report = await verify(pdf, { trust, at: testNow, given: { crls }, ...(cache && { cache }) })
    if (report.verdict !== 'valid_no_tsa') throw new Error(report.reason.en)
  }
}

/**
 * What is written with pkijs where nothing else is at hand: the message found by its byte range, its digest and value,
 * the path and the lists by its chain engine. It does not look at the file's structure or at what came later, and takes
 * the last certificate of the message for the signer's.
 */
async function pkijs(name: KeyName): Promise<Once> {
  const { Certificate, CertificateRevocationList, ContentInfo, SignedData } = await import('pkijs')
  const { root, pdf, crls } = await signedLetter(name)
  const text = Buffer.from(pdf)
  const lists = crls.map((crl) => Uint8Array.from(crl))
  const anchor = Uint8Array.from(root.certificate)
  return async () => {
    const [, from, to, length] = /\/ByteRange *\[0 (\d+) (\d+) (\d+)/.exec(text.toString('latin1')) ?? []
    const [start, end] = [Number(from), Number(to)]
    const covered = Buffer.concat([text.subarray(0, start), text.subarray(end, end + Number(length))])
    const message = Buffer.from(text.toString('latin1', start + 1, end - 1), 'hex')
    const signed = new SignedData({ schema: ContentInfo.fromBER(message).content })
    signed.crls = lists.map((crl) => CertificateRevocationList.fromBER(crl))
    const { signatureVerified, signerCertificateVerified } = await signed.verify({
      signer: 0,
      data: Uint8Array.from(covered).buffer,
      checkChain: true,
      checkDate: testNow,
      trustedCerts: [Certificate.fromBER(anchor)],
      extendedMode: true,
    })
    if (signatureVerified !== true || signerCertificateVerified !== true) throw new Error('pkijs says no')
  }
}

/** Everybody who judges the letter, each by what it does once. */
export const judges = {
  limit,
  ours,
  'ours, certificates known': (name) => ours(name, new CertificateCache()),
  pkijs,
} as const satisfies Record<string, (name: KeyName) => Promise<Once>>

export type JudgeName = keyof typeof judges
