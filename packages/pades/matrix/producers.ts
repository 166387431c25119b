import { existsSync } from 'node:fs'
import { findJudge } from '../../../scripts/judges.mjs'
import { readForm } from '../src/form/fields.ts'
import { openPdf } from '../src/pdf/document.ts'
import { freeName } from '../src/sign/field-choice.ts'
import type { Level } from '../src/sign/levels.ts'
import { signatureObjects } from '../src/sign/signature-objects.ts'
import { fill, writeUnfinished } from '../src/sign/unfinished.ts'
import { bytesSource } from '../src/source.ts'
import { appendRevision, buildPdf, pagesOf } from '../src/testing/build-pdf.ts'
import { makeCrl } from '../src/testing/revocation.ts'
import type { FileVerdict } from '../src/verify/report.ts'
import { parseCertificate } from '../src/x509/certificate.ts'
import type { Desk } from './desk.ts'
import { nssFolder } from './nss.ts'
import { missingOfPdfBox, pdfBox } from './pdfbox.ts'
import { stampsOf } from './stamps.ts'

/** A program of others that signs. */
export interface Producer {
  readonly name: string
  /** What is not on this machine; null where it can be run. */
  missing(): string | null
  sign(desk: Desk): Promise<Uint8Array> | Uint8Array
  /** What we say of it. */
  readonly expected: {
    readonly verdict: FileVerdict
    readonly sub: string | null
    readonly codes: readonly string[]
  }
  /** Why that is so, where it is not good, or not plainly. */
  readonly remark?: string
}

const needs =
  (...programs: readonly string[]) =>
  (): string | null =>
    programs.find((program) => findJudge(program) === undefined) ?? null
const needsNothing = (): null => null
const unsigned = buildPdf(pagesOf(2))

/** Lets a program sign one file and write another. */
const throughFiles =
  (run: (desk: Desk, from: string, to: string) => void, pdf: Uint8Array = unsigned) =>
  (desk: Desk): Uint8Array => {
    run(desk, desk.write('unsigned.pdf', pdf), desk.path('signed.pdf'))
    return desk.read('signed.pdf')
  }

const sound: Producer['expected'] = { verdict: 'valid_no_tsa', sub: null, codes: [] }

export const producers: readonly Producer[] = [
  {
    name: '@signpdf 3.3.0',
    missing: needsNothing,
    sign: (desk) => bySignpdf(desk, 'plain.p12', 'adbe.pkcs7.detached'),
    expected: sound,
  },
  {
    name: '@signpdf 3.3.0, as `ETSI.CAdES.detached`',
    missing: needsNothing,
    sign: (desk) => bySignpdf(desk, 'plain.p12', 'ETSI.CAdES.detached'),
    expected: { verdict: 'invalid', sub: 'SIG_CONSTRAINTS_FAILURE', codes: ['ess_missing'] },
    remark: 'says PAdES without `signing-certificate-v2`, which makes it one',
  },
  {
    name: '@signpdf 3.3.0, Vietnamese names',
    missing: needsNothing,
    sign: (desk) => bySignpdf(desk, 'signer.p12', 'adbe.pkcs7.detached'),
    expected: {
      verdict: 'indeterminate',
      sub: 'NO_SIGNING_CERTIFICATE_FOUND',
      codes: ['certificate_missing'],
    },
    remark: 'garbles the name of the issuer, so that it names a certificate that is not there',
  },
  { name: 'LibPDF 0.4.2', missing: needsNothing, sign: (desk) => byLibPdf(desk, 'B-B'), expected: sound },
  ...(['B-T', 'B-LT', 'B-LTA'] as const).map((level) => ({
    name: `LibPDF 0.4.2, ${level}`,
    missing: needsNothing,
    sign: (desk: Desk) => byLibPdf(desk, level),
    expected: { verdict: 'valid', sub: null, codes: [] } as const,
  })),
  {
    name: 'LibreOffice 25.2',
    missing: needs('soffice', 'certutil', 'pk12util', 'openssl'),
    sign: byLibreOffice,
    expected: sound,
  },
  {
    name: 'PDFBox 2.0 with BouncyCastle',
    missing: missingOfPdfBox,
    sign: throughFiles((desk, from, to) => pdfBox(desk, ['sign', 'signer.p12', desk.password, from, to])),
    expected: sound,
  },
  { name: 'OpenSSL `cms -sign -cades`', missing: needs('openssl'), sign: byOpenssl, expected: sound },
  {
    name: 'poppler 25.03 `pdfsig -etsi`',
    missing: needs('pdfsig', 'certutil', 'pk12util', 'openssl'),
    sign: throughFiles((desk, from, to) => {
      const key = ['-nssdir', nssFolder(desk), '-nick', 'signer']
      desk.must('pdfsig', [...key, '-sign', 'Sig', '-etsi', from, to])
    }, withEmptyField()),
    expected: sound,
  },
  {
    name: 'endesive 2.18',
    missing: missingOfEndesive,
    sign: throughFiles((desk, from, to) =>
      desk.must(debianPython, [endesiveProgram, 'signer.p12', desk.password, from, to]),
    ),
    expected: sound,
  },
  {
    name: 'PoDoFo 0.9 `podofosign`',
    missing: needs('podofosign'),
    sign: throughFiles((desk, from, to) =>
      desk.must('podofosign', ['-in', from, '-out', to, '-cert', 'signer.pem', '-pkey', 'signer.key']),
    ),
    expected: { verdict: 'invalid', sub: 'FORMAT_FAILURE', codes: ['signer_count'] },
    remark: 'writes two signers into one signature',
  },
  {
    name: 'MuPDF 1.25 `mutool sign`',
    missing: needs('mutool'),
    sign: throughFiles(byMutool, withEmptyField()),
    expected: { verdict: 'invalid', sub: 'CRYPTO_CONSTRAINTS_FAILURE', codes: ['algorithm_weak'] },
    remark: 'signs with SHA-1',
  },
]

async function bySignpdf(desk: Desk, store: string, subFilter: string): Promise<Uint8Array> {
  const { plainAddPlaceholder } = await import('@signpdf/placeholder-plain')
  const { SignPdf } = await import('@signpdf/signpdf')
  const { P12Signer } = await import('@signpdf/signer-p12')
  const said = { reason: 'Test', contactInfo: '', name: 'signpdf', location: 'Hue', subFilter }
  const placed = plainAddPlaceholder({ pdfBuffer: Buffer.from(unsigned), ...said })
  return new SignPdf().sign(
    placed,
    new P12Signer(Buffer.from(desk.read(store)), { passphrase: desk.password }),
  )
}

async function byLibPdf(desk: Desk, level: Level): Promise<Uint8Array> {
  const { P12Signer, PDF } = await import('@libpdf/core')
  const signer = await P12Signer.create(desk.read('signer.p12'), desk.password)
  const stamps = stampsOf(desk)
  const lists = [desk.ca, desk.root].map((issuer) => ({ issuer, list: makeCrl(issuer, desk.times()) }))
  const { bytes } = await (await PDF.load(unsigned)).sign({
    signer,
    level,
    ...(level !== 'B-B' && { timestampAuthority: { timestamp: (digest) => stamps.stamp(digest) } }),
    revocationProvider: {
      getCRL: async (certificate) => {
        const issuer = parseCertificate(certificate).issuer
        return lists.find((one) => one.issuer.parsed.subject.equals(issuer))?.list ?? null
      },
    },
  })
  return bytes
}

/** It signs what it exports, a text here. */
function byLibreOffice(desk: Desk): Uint8Array {
  desk.write('decision.txt', 'Quyết định\n')
  const options = {
    SignPDF: { type: 'boolean', value: 'true' },
    SignCertificateSubjectName: { type: 'string', value: 'CN=Nguyễn Thị Ánh,C=VN' },
  }
  const filter = `pdf:writer_pdf_Export:${JSON.stringify(options)}`
  const profile = `-env:UserInstallation=file://${desk.path('libreoffice')}`
  desk.must('soffice', [profile, '--headless', '--convert-to', filter, 'decision.txt'], {
    MOZILLA_CERTIFICATE_FOLDER: nssFolder(desk),
  })
  return desk.read('decision.pdf')
}

/** A message of OpenSSL's in a signature that was left unfinished for it. */
function byOpenssl(desk: Desk): Uint8Array {
  const file = openPdf(bytesSource(unsigned))
  const form = readForm(file)
  const unfinished = writeUnfinished(
    file,
    signatureObjects(file, form, {
      subFilter: 'ETSI.CAdES.detached',
      fieldName: freeName(form),
      field: null,
      page: 0,
      look: null,
      at: new Date(),
      declared: {},
      certify: undefined,
      lock: undefined,
      roomBytes: 8000,
    }),
  )
  const { appended, contentsAt, roomBytes } = unfinished
  const covered = [appended.subarray(0, contentsAt - 1), appended.subarray(contentsAt + 2 * roomBytes + 1)]
  desk.write('covered', Buffer.concat([unsigned, ...covered]))
  const keys = ['-signer', 'signer.pem', '-inkey', 'signer.key', '-certfile', 'ca.pem', '-md', 'sha256']
  const files = ['-binary', '-outform', 'DER', '-in', 'covered', '-out', 'message.der']
  desk.must('openssl', ['cms', '-sign', '-cades', ...keys, ...files])
  fill(unfinished, desk.read('message.der'))
  return Buffer.concat([unsigned, appended])
}

// Packages of Debian are for its own Python alone.
const debianPython = '/usr/bin/python3'
const endesiveProgram = new URL('python/endesive_sign.py', import.meta.url).pathname

function missingOfEndesive(): string | null {
  return existsSync('/usr/lib/python3/dist-packages/endesive') ? null : 'endesive'
}

/** It signs fields that are there. */
function withEmptyField(): Uint8Array {
  const field = '<</Type/Annot/Subtype/Widget/FT/Sig/T(Sig)/Rect[0 0 0 0]/F 132/P 3 0 R>>'
  return appendRevision(unsigned, {
    1: '<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[9 0 R]/SigFlags 3>>>>',
    3: '<</Type/Page/Parent 2 0 R/Resources<<>>/Annots[9 0 R]>>',
    9: field,
  })
}

function byMutool(desk: Desk, from: string, to: string): void {
  desk.must('mutool', ['sign', '-s', 'signer.p12', '-P', desk.password, '-o', to, from, '9'])
}
