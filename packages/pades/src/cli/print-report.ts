import type { FileReport, SignatureReport } from '../verify/report.ts'
import { vietnamTime } from '../vietnam-time.ts'
import type { Terminal } from './terminal.ts'

const words = {
  vi: {
    signature: 'Chữ ký',
    document_timestamp: 'Dấu thời gian của tài liệu',
    signer: 'Người ký',
    issuer: 'Nơi cấp chứng thư',
    organisation: 'Cơ quan, tổ chức',
    claimed: 'Thời gian ký khai báo',
    proven: 'Thời gian ký được chứng minh',
    validity: 'Chứng thư có hiệu lực',
    intact: 'Toàn vẹn',
    yes: 'có',
    no: 'không',
    level: 'Mức',
    trust: 'Tin cậy theo',
    changes: 'Thay đổi sau khi ký',
    note: 'Lưu ý',
  },
  en: {
    signature: 'Signature',
    document_timestamp: 'Document time-stamp',
    signer: 'Signer',
    issuer: 'Issuer of the certificate',
    organisation: 'Organisation',
    claimed: 'Claimed time',
    proven: 'Proven time',
    validity: 'Certificate valid',
    intact: 'Intact',
    yes: 'yes',
    no: 'no',
    level: 'Level',
    trust: 'Trusted by',
    changes: 'Changed afterwards',
    note: 'Note',
  },
} as const

/**
 * Prints a report for people, with all that TT15/2025, article 6, clause 4 wants shown. Why a file could not be judged
 * goes where the errors of other commands go.
 *
 * @param heading the file's path, where there are several
 */
export function printReport(report: FileReport, heading: string | null, terminal: Terminal): void {
  const tell = report.file === null ? terminal.error : terminal.out
  if (heading !== null) tell(heading)
  tell(report.reason[terminal.language])
  for (const [index, signature] of report.signatures.entries()) {
    tell('')
    for (const line of linesOf(signature, index + 1, terminal.language)) tell(line)
  }
}

function* linesOf(signature: SignatureReport, number: number, language: 'vi' | 'en'): Generator<string> {
  const word = words[language]
  const { signer, claimedAt, provenAt, trustStore, level } = signature
  yield `${word[signature.kind]} ${number} · ${signature.field}: ${signature.reason[language]}`
  const line = (label: string, value: string | null) => (value === null ? [] : [`  ${label}: ${value}`])
  yield* line(word.signer, signer?.commonName ?? signer?.subject ?? null)
  yield* line(word.organisation, signer?.organisation ?? null)
  yield* line(word.issuer, signer?.issuer ?? null)
  if (signer !== null) yield `  ${word.validity}: ${timeOf(signer.notBefore)} – ${timeOf(signer.notAfter)}`
  yield* line(word.claimed, claimedAt === null ? null : timeOf(claimedAt))
  yield* line(word.proven, provenAt === null ? null : timeOf(provenAt))
  yield `  ${word.intact}: ${signature.intact ? word.yes : word.no}`
  yield* line(word.level, level)
  yield* line(word.trust, trustStore?.name ?? null)
  for (const { sentence, allowed } of signature.changesAfter)
    yield `  ${word.changes}: ${allowed ? '✓' : '✗'} ${sentence[language]}`
  // The reason has said the first of them already.
  for (const { sentence } of signature.findings)
    if (!signature.reason[language].includes(sentence[language]))
      yield `  ${word.note}: ${sentence[language]}`
}

const timeOf = (iso: string): string => vietnamTime(new Date(iso))
