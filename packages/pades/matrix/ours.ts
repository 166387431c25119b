import { findJudge } from '../../../scripts/judges.mjs'
import type { Signer } from '../src/keys/signer.ts'
import { extend } from '../src/sign/extend.ts'
import { type SignOptions, sign } from '../src/sign/sign.ts'
import type { IssueOptions } from '../src/testing/authority.ts'
import { buildPdf, pagesOf } from '../src/testing/build-pdf.ts'
import type { Desk } from './desk.ts'
import { stampsOf } from './stamps.ts'
import { trustOf } from './validators.ts'

/** A file that we sign. */
export interface OwnWork {
  readonly name: string
  missing(): string | null
  sign(desk: Desk): Promise<Uint8Array>
}

type Options = Partial<Omit<SignOptions, 'signer' | 'at'>>
const table = buildPdf(pagesOf(2))
const notAfter = new Date('2049-01-01T00:00:00Z')

const work = (
  name: string,
  key: IssueOptions,
  pdf: (desk: Desk) => Uint8Array = () => table,
  rounds: readonly Options[] = [{}],
): OwnWork => ({
  name: `ours, ${name}`,
  missing: () => null,
  sign: (desk) => signRounds(desk, desk.ca.issue({ ...key, notAfter }), pdf(desk), rounds),
})

async function signRounds(desk: Desk, signer: Signer, pdf: Uint8Array, rounds: readonly Options[]) {
  let bytes = pdf
  for (const options of rounds) {
    const stamped = options.level === undefined ? {} : { timestamp: stampsOf(desk) }
    bytes = (await sign(bytes, { signer, at: new Date(), ...stamped, ...options })).bytes()
  }
  return bytes
}

const lifted = (to: 'B-LT' | 'B-LTA'): OwnWork => ({
  name: `ours, ${to}`,
  missing: () => null,
  sign: async (desk) => {
    const { trust, at: now, given } = trustOf(desk)
    const signed = await signRounds(desk, desk.ca.issue({ notAfter }), table, [{ level: 'B-T' }])
    const more = { trust, now, timestamp: stampsOf(desk), ...(given && { given }) }
    return (await extend(signed, { to, ...more })).bytes()
  },
})

export const ownWorks: readonly OwnWork[] = [
  work('RSA-2048', { keyKind: 'rsa2048' }),
  work('RSA-3072 PSS', { keyKind: 'rsa3072', signerScheme: 'rsa-pss' }),
  work('P-256', { keyKind: 'p256' }),
  work('P-384', { keyKind: 'p384', hash: 'sha384' }),
  work('P-521', { keyKind: 'p521', hash: 'sha512' }),
  work('into cross-reference streams', { keyKind: 'p256' }, () =>
    buildPdf(pagesOf(2), { kind: 'stream', inStream: [1, 2] }),
  ),
  work('into a hybrid file', { keyKind: 'p256' }, () =>
    buildPdf(pagesOf(2), { kind: 'hybrid', inStream: [2] }),
  ),
  {
    ...work('into a linearised file', { keyKind: 'p256' }, linearised),
    missing: () => (findJudge('qpdf') ? null : 'qpdf'),
  },
  work('three times', { keyKind: 'p256' }, undefined, [{}, {}, {}]),
  work('certified, then signed', { keyKind: 'p256' }, undefined, [{ certify: 2 }, {}]),
  work('B-T', { keyKind: 'rsa2048' }, undefined, [{ level: 'B-T' }]),
  lifted('B-LT'),
  lifted('B-LTA'),
  work('B-T, P-256, twice', { keyKind: 'p256' }, undefined, [{ level: 'B-T' }, { level: 'B-T' }]),
]

function linearised(desk: Desk): Uint8Array {
  desk.must('qpdf', ['--linearize', desk.write('plain.pdf', table), desk.path('linear.pdf')])
  return desk.read('linear.pdf')
}
