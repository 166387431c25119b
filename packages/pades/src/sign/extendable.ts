import { PadesError } from '../errors.ts'
import { numberOf } from '../verify/found.ts'
import type { JudgedFile, JudgedSignature } from '../verify/judge-file.ts'
import type { Finding } from '../verify/report.ts'
import type { Level } from './levels.ts'

/** What may be open while only the time is to be proven: it can be found out later, for that time. */
const mayBeOpen: ReadonlySet<string> = new Set([
  'issuer_not_found',
  'untrusted_root',
  'path_signature_wrong',
  'search_limit',
  'revocation_unknown',
  'timestamp_undetermined',
])

const ofPath: ReadonlySet<string> = new Set([
  'issuer_not_found',
  'untrusted_root',
  'path_signature_wrong',
  'search_limit',
])

/**
 * Whether anything may be added to a file: a proof of time over what is not sound would make it look better than it is.
 *
 * @throws PadesError `not_signed`, `signature_not_valid`; from B-LT on `certificate_path_broken`, `revocation_unknown`
 */
export function checkExtendable({ signatures }: JudgedFile, to: Level): void {
  if (signatures.length === 0) throw new PadesError('not_signed', 'The file has no signature')
  for (const { report } of signatures)
    for (const found of report.findings) {
      if (found.weight === 'note') continue
      if (found.weight !== 'unknown' || !mayBeOpen.has(found.code))
        throw refusal('signature_not_valid', report.field, found)
      if (to !== 'B-T')
        throw refusal(
          ofPath.has(found.code) ? 'certificate_path_broken' : 'revocation_unknown',
          report.field,
          found,
        )
    }
}

function refusal(code: PadesError['code'], field: string, { code: finding, sentence }: Finding): PadesError {
  return new PadesError(code, `The signature ${field}: ${sentence.en}`, { field, finding })
}

/** Whether a signature is not sound or the file was changed after it. */
export function isBroken({ report }: JudgedSignature): boolean {
  return report.findings.some(({ weight }) => weight === 'fails' || weight === 'changed')
}

/** Whether something of a signature could not be determined. */
export function isOpen({ report }: JudgedSignature): boolean {
  return report.findings.some(({ weight }) => weight === 'unknown')
}

/** Whether a signature has a time-stamp, of its own or over it, with which nothing is wrong as far as it is known. */
export function hasTime(one: JudgedSignature, all: readonly JudgedSignature[]): boolean {
  if (one.found.isTimestamp || one.judged.provenAt !== null) return true
  if (one.report.timestamps.some(({ indication }) => indication !== 'INVALID')) return true
  return all.some(({ found }) => found.isTimestamp && numberOf(found) > numberOf(one.found))
}
