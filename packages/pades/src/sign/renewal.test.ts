import { expect, test } from 'vitest'
import type { SignatureReport } from '../verify/report.ts'
import { needsRenewal } from './renewal.ts'

const dayMs = 86_400_000
const now = new Date('2026-03-15T00:00:00Z')
const inDays = (days: number) => new Date(now.getTime() + days * dayMs).toISOString()

interface Facts {
  readonly made: number
  readonly ends: number
  readonly kind?: 'signature' | 'document_timestamp'
  readonly hash?: string
}

/** A report with what counts here, in days from now. */
function report({ made, ends, kind = 'document_timestamp', hash = 'sha256' }: Facts): SignatureReport {
  const authority = { subject: 'TSA', key: 'P-256', notAfter: inDays(ends) }
  return {
    kind,
    provenAt: inDays(made),
    claimedAt: null,
    signer: authority,
    path: [authority, { subject: 'Gốc' }],
    timestamps: [{ authority, hash }],
    expires: [
      { what: 'TSA', at: inDays(ends) },
      { what: 'Gốc', at: inDays(1) },
    ],
    algorithms: { hash, signature: 'ecdsa', keyBits: 256 },
  } as unknown as SignatureReport
}

const due = (...signatures: readonly SignatureReport[]) => needsRenewal({ signatures }, now, 90 * dayMs)

test.each<[string, readonly Facts[], string | null]>([
  ['a certificate that runs out within the margin', [{ made: -700, ends: 30 }], 'TSA'],
  ['one that has run out', [{ made: -700, ends: -3 }], 'TSA'],
  ['one with time left', [{ made: -700, ends: 120 }], null],
  ['a time-stamp of a signature', [{ made: -700, ends: 30, kind: 'signature' }], 'TSA'],
  ['an algorithm that counts no longer', [{ made: -700, ends: 900, hash: 'sha1' }], 'sha1'],
  ['a file without a signature', [], null],
])('%s', (_, facts, what) => {
  expect(due(...facts.map(report))?.what ?? null).toBe(what)
})

test('a time-stamp over the file protects what is before it, not what comes after', () => {
  const old = { made: -700, ends: 30 } as const
  expect(due(report(old), report({ made: -1, ends: 900 }))).toBeNull()
  expect(due(report({ made: -1, ends: 900 }), report({ ...old, kind: 'signature' }))?.what).toBe('TSA')
})

test('an authority whose certificate runs out soon is not asked again before half of that time is over', () => {
  expect(due(report({ made: -10, ends: 30 }))).toBeNull()
  expect(due(report({ made: -31, ends: 30 }))?.at).toEqual(new Date(inDays(30)))
})
