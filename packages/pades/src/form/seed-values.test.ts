import { expect, test } from 'vitest'
import { openPdf } from '../pdf/document.ts'
import { PdfDict, PdfRef } from '../pdf/objects.ts'
import { bytesSource } from '../source.ts'
import { buildPdf, pagesOf } from '../testing/build-pdf.ts'
import { type SeedValues, seedValuesOf } from './seed-values.ts'

function seedOf(seed: string, more: Readonly<Record<number, string>> = {}): SeedValues | null {
  const file = openPdf(bytesSource(buildPdf({ ...pagesOf(1), 8: `<</FT/Sig${seed}>>`, ...more })))
  const field = file.get(new PdfRef(8))
  return field instanceof PdfDict ? seedValuesOf(file, field) : null
}

test('a field that asks nothing has none', () => {
  expect(seedOf('')).toBeNull()
  expect(seedOf('/SV(x)')).toBeNull()
})

test('what a field asks is read, behind references too', () => {
  const seed = seedOf('/SV 9 0 R', {
    9:
      '<</Ff 67/Filter/Adobe.PPKLite/SubFilter[10 0 R/x]/DigestMethod[(SHA256)]/Reasons[<FEFF1EC7>]/MDP<</P 0>>' +
      '/TimeStamp<</URL(http://a)/Ff 1>>/AddRevInfo true/LockDocument/true' +
      '/Cert<</Ff 37/Subject[<3000>]/Issuer[<3001>]/OID[(1.2.3)]/KeyUsage[(1X0)]>>>>',
    10: '/ETSI.CAdES.detached',
  })
  expect(seed).toEqual({
    required: new Set(['Filter', 'SubFilter', 'DigestMethod']),
    filter: 'Adobe.PPKLite',
    subFilters: ['ETSI.CAdES.detached', 'x'],
    digestMethods: ['SHA256'],
    reasons: ['ệ'],
    certification: 0,
    timestampRequired: true,
    addsRevocation: true,
    locksDocument: true,
    certificate: {
      required: new Set(['Subject', 'OID', 'KeyUsage']),
      subjects: [Uint8Array.of(0x30, 0)],
      issuers: [Uint8Array.of(0x30, 1)],
      policies: ['1.2.3'],
      keyUsages: ['1X0'],
    },
  })
})

test('things of another kind than they should be ask nothing', () => {
  expect(
    seedOf('/SV<</Ff(x)/Filter(x)/SubFilter/x/Reasons 1/MDP<</P 7>>/TimeStamp[]/Cert 1/AddRevInfo 1>>'),
  ).toEqual({
    required: new Set(),
    filter: null,
    subFilters: [],
    digestMethods: [],
    reasons: [],
    certification: null,
    timestampRequired: false,
    addsRevocation: false,
    locksDocument: false,
    certificate: null,
  })
})
