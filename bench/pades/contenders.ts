import { hash, sign as rawSign } from 'node:crypto'
import { buildSignedData } from '../../packages/pades/src/cms/build.ts'
import { keySigner } from '../../packages/pades/src/keys/key-signer.ts'
import { sign } from '../../packages/pades/src/sign/sign.ts'
import { testAuthority, testNow } from '../../packages/pades/src/testing/authority.ts'
import { writeP12 } from '../../packages/pades/src/testing/p12.ts'
import { letter } from './documents.ts'

const table = letter('table')
const authority = testAuthority().intermediate()

export type KeyName = 'RSA-2048' | 'P-256'

/** Each process creates its own certificates; they are not compared. */
export const identityFor = (key: KeyName) =>
  authority.issue({ keyKind: key === 'P-256' ? 'p256' : 'rsa2048' })

/**
 * Everybody of this language who signs the letter, each by what it does once. Others' packages are loaded where they are
 * needed: memory that is alive makes clearing away what is not more costly.
 */
export const contenders = {
  limit(key) {
    const { key: privateKey } = identityFor(key)
    return () => rawSign('sha256', hash('sha256', table, 'buffer'), privateKey)
  },
  ours(key) {
    const signer = signerFor(key)
    return () => sign(table, { signer, at: testNow })
  },
  'ours, whole file'(key) {
    const signer = signerFor(key)
    return async () => (await sign(table, { signer, at: testNow })).bytes()
  },
  'ours, cross-reference stream'(key) {
    const signer = signerFor(key)
    const stream = letter('stream')
    return () => sign(stream, { signer, at: testNow })
  },
  '@signpdf': signPdf,
  '@libpdf/core': libPdf,
} as const satisfies Record<string, (key: KeyName) => Once | Promise<Once>>

type Once = () => unknown

export type ContenderName = keyof typeof contenders

function signerFor(name: KeyName) {
  const { key, certificate, issuers } = identityFor(name)
  return keySigner({ key, certificate, issuers })
}

/** Its road through a file with a message of our own: its own signer makes RSA in JavaScript, which would say nothing. */
async function signPdf(key: KeyName): Promise<Once> {
  const { plainAddPlaceholder } = await import('@signpdf/placeholder-plain')
  const { SignPdf } = await import('@signpdf/signpdf')
  const { Signer: SignPdfSigner } = await import('@signpdf/utils')
  const identity = identityFor(key)
  class OwnSigner extends SignPdfSigner {
    override async sign(covered: Buffer): Promise<Buffer> {
      return Buffer.from(await buildSignedData(identity, hash('sha256', covered, 'buffer')))
    }
  }
  const [signer, signPdf] = [new OwnSigner(), new SignPdf()]
  const declared = { reason: '', contactInfo: '', name: '', location: '' }
  const room = { signatureLength: 4096, subFilter: 'ETSI.CAdES.detached' }
  return () => {
    const pdfBuffer = plainAddPlaceholder({ pdfBuffer: Buffer.from(table), ...declared, ...room })
    return signPdf.sign(pdfBuffer, signer, testNow)
  }
}

async function libPdf(name: KeyName): Promise<Once> {
  const { P12Signer, PDF } = await import('@libpdf/core')
  const { key, certificate, issuers } = identityFor(name)
  const password = 'libpdf'
  const p12 = writeP12({ entries: [{ key, certificate }], certificates: issuers, password })
  const signer = await P12Signer.create(p12, password)
  return async () => {
    const pdf = await PDF.load(table)
    return pdf.sign({ signer, signingTime: testNow })
  }
}
