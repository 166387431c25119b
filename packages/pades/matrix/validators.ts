import { createHash } from 'node:crypto'
import { findJudge } from '../../../scripts/judges.mjs'
import { attributeOids, findSingle } from '../src/cms/attributes.ts'
import { parseSignedData } from '../src/cms/signed-data.ts'
import { makeCrl } from '../src/testing/revocation.ts'
import { verify } from '../src/verify/verify.ts'
import type { Desk } from './desk.ts'
import { nssFolder } from './nss.ts'
import { missingOfPdfBox, pdfBox } from './pdfbox.ts'
import { signaturesIn } from './signatures-in.ts'

/** What somebody thinks of the signatures of a file. */
export interface Opinion {
  readonly word: 'good' | 'bad' | 'silent'
  /** Why, where it is not good. */
  readonly why: string
}

/** A program that judges signatures. */
export interface Validator {
  readonly name: string
  missing(): string | null
  judge(desk: Desk, files: readonly Uint8Array[]): Promise<readonly Opinion[]> | readonly Opinion[]
}

const needs =
  (...programs: readonly string[]) =>
  (): string | null =>
    programs.find((program) => findJudge(program) === undefined) ?? null
const good: Opinion = { word: 'good', why: '' }
const bad = (why: string): Opinion => ({ word: 'bad', why })
const silent = (why: string): Opinion => ({ word: 'silent', why })

/** The first fault, or good. */
function unless(faults: Iterable<string>): Opinion {
  for (const fault of faults) return bad(fault)
  return good
}

/** One after the other, each in a file of its own. */
const eachFile =
  (judge: (desk: Desk, path: string, file: Uint8Array) => Opinion) =>
  (desk: Desk, files: readonly Uint8Array[]): readonly Opinion[] =>
    files.map((file) => judge(desk, desk.write('judged.pdf', file), file))

export const validators: readonly Validator[] = [
  { name: 'ours', missing: () => null, judge: byUs },
  { name: 'pdfsig', missing: needs('pdfsig', 'certutil', 'pk12util', 'openssl'), judge: eachFile(byPdfsig) },
  {
    name: 'openssl cms',
    missing: needs('openssl'),
    judge: eachFile((desk, _, file) => byOpensslCms(desk, file)),
  },
  {
    name: 'openssl ts',
    missing: needs('openssl'),
    judge: eachFile((desk, _, file) => byOpensslTs(desk, file)),
  },
  { name: 'PDFBox', missing: missingOfPdfBox, judge: byPdfBox },
  { name: 'mutool', missing: needs('mutool'), judge: eachFile(byMutool) },
  { name: 'qpdf', missing: needs('qpdf'), judge: eachFile(byQpdf) },
]

async function byUs(desk: Desk, files: readonly Uint8Array[]): Promise<readonly Opinion[]> {
  const opinions: Opinion[] = []
  for (const file of files) {
    const { verdict, reason } = await verify(file, trustOf(desk))
    const isGood = verdict === 'valid' || verdict === 'valid_no_tsa'
    opinions.push(isGood ? good : bad(`${verdict}: ${reason.en}`))
  }
  return opinions
}

/** Against the desk's roots, with lists of this hour. */
export function trustOf(desk: Desk): Parameters<typeof verify>[1] {
  const authorities = [desk.root, desk.ca, desk.plainRoot]
  return {
    trust: [{ name: 'bảng', kind: 'test', anchors: [desk.root.parsed, desk.plainRoot.parsed] }],
    at: new Date(),
    given: {
      crls: authorities.map((one) => makeCrl(one, desk.times())),
      certificates: [desk.ca.certificate],
    },
  }
}

function byPdfsig(desk: Desk, path: string): Opinion {
  const { text } = desk.run('pdfsig', ['-nssdir', nssFolder(desk), path])
  return opinionOfPdfsig(text, (one) => {
    const said = /Certificate Validation: (.*)\./.exec(one)?.[1] ?? 'nothing said'
    return said === 'Certificate is Trusted' ? [] : [said]
  })
}

/** pdfsig again, on what the signatures cover and their values alone, whoever signed. */
export const pdfsigOnValues: Validator = {
  name: 'pdfsig -nocert',
  missing: needs('pdfsig'),
  judge: eachFile((desk, path) => opinionOfPdfsig(desk.run('pdfsig', ['-nocert', path]).text, () => [])),
}

function opinionOfPdfsig(text: string, faultsOf: (signature: string) => readonly string[]): Opinion {
  const signatures = text.split(/^Signature #/m).slice(1)
  if (signatures.length === 0) return bad(text.trim().split('\n').at(-1) ?? '')
  return unless(
    signatures.flatMap((one) => {
      // An empty field; a time-stamp over the document, which is none of its kinds.
      if (/is not signed|Signature Type: unknown/.test(one)) return []
      const value = /Signature Validation: (.*)\./.exec(one)?.[1] ?? 'nothing said'
      return value === 'Signature is Valid' ? faultsOf(one) : [value]
    }),
  )
}

function byOpensslCms(desk: Desk, file: Uint8Array): Opinion {
  const signatures = signaturesIn(file).filter(({ isToken }) => !isToken)
  if (signatures.length === 0) return silent('no CMS signature')
  return unless(
    signatures.flatMap(({ message, covered, isCades }) => {
      desk.write('message.der', message)
      desk.write('covered', covered)
      const given = [
        '-binary',
        '-inform',
        'DER',
        '-in',
        'message.der',
        '-content',
        'covered',
        '-out',
        '/dev/null',
      ]
      const trusted = ['-CAfile', 'roots.pem', '-certfile', 'ca.pem']
      const said = desk.run('openssl', [
        'cms',
        '-verify',
        ...(isCades ? ['-cades'] : []),
        ...trusted,
        ...given,
      ])
      return said.status === 0 ? [] : [lastReason(said.text)]
    }),
  )
}

function byOpensslTs(desk: Desk, file: Uint8Array): Opinion {
  const tokens = signaturesIn(file).flatMap(({ message, covered, isToken }) => {
    if (isToken) return [{ token: message, stamped: covered }]
    const [signer] = parseSignedData(message).signers
    const token = findSingle(signer?.unsignedAttributes ?? [], attributeOids.signatureTimestamp)?.raw()
    return signer === undefined || token === undefined ? [] : [{ token, stamped: signer.signature }]
  })
  if (tokens.length === 0) return silent('no time-stamp')
  return unless(
    tokens.flatMap(({ token, stamped }) => {
      desk.write('token.der', token)
      const digest = createHash('sha256').update(stamped).digest('hex')
      const trusted = ['-CAfile', 'root.pem', '-untrusted', 'ca.pem']
      const said = desk.run('openssl', [
        'ts',
        '-verify',
        '-digest',
        digest,
        '-in',
        'token.der',
        '-token_in',
        ...trusted,
      ])
      return said.text.includes('Verification: OK') ? [] : [lastReason(said.text)]
    }),
  )
}

/** OpenSSL's words, without where in its source they are from. */
function lastReason(text: string): string {
  const errors = text.split('\n').filter((line) => line.includes(':error:'))
  const fields = (errors.at(-1) ?? text.trim().split('\n').at(-1) ?? '').split(':')
  return fields.length > 5
    ? fields
        .slice(5)
        .filter((part) => !/\.c$|^\d*$/.test(part))
        .join(' ')
        .trim()
    : fields.join(':')
}

function byPdfBox(desk: Desk, files: readonly Uint8Array[]): readonly Opinion[] {
  const paths = files.map((file, index) => desk.write(`judged-${index}.pdf`, file))
  const lines = pdfBox(desk, ['judge', ...paths])
    .trim()
    .split('\n')
  return files.map((_, index) => {
    const line = lines[index] ?? 'bad nothing said'
    return line.startsWith('good') ? good : bad(line.slice(4))
  })
}

/** It knows no store but its own, so that what it says of certificates is left out. */
function byMutool(desk: Desk, path: string): Opinion {
  const { text } = desk.run('mutool', ['sign', '-v', path])
  const signatures = text.split(/^Verifying signature /m).slice(1)
  if (signatures.length === 0) return bad(text.trim().split('\n').at(-1) ?? '')
  return unless(
    signatures.flatMap((one) => {
      const said = one.trim().split('\n').at(-1)?.trim() ?? ''
      return sound.includes(said) ? [] : [said]
    }),
  )
}

/** A later signature is an edit to it; of time-stamps over the document it says the last. */
const sound = [
  'The document is unchanged since signing.',
  'The signature is valid but there have been edits since signing.',
  'Signature is not signed.',
]

function byQpdf(desk: Desk, path: string): Opinion {
  const { status, text } = desk.run('qpdf', ['--check', path])
  const fault = text.split('\n').find((line) => line.startsWith('WARNING'))
  return status === 0 ? good : bad(fault?.replace(`${path}: `, '') ?? text.trim())
}
