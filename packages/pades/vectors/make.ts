import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Desk } from '../matrix/desk.ts'
import { trustOf } from '../matrix/validators.ts'
import { corpus } from './corpus.ts'
import { damaged } from './damaged.ts'
import type { Expectations } from './expectations.ts'
import { sound } from './sound.ts'

// Makes all files of this folder anew, with new keys, and writes beside them what is right to say of each. It takes the
// programs that README.md names; what is expected is written by hand with each case, not asked of the code under test.

const folder = import.meta.dirname
const hourMs = 3_600_000

using desk = new Desk()
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')
for (const name of ['corpus', 'signed']) {
  rmSync(join(folder, name), { recursive: true, force: true })
  mkdirSync(join(folder, name))
}
for (const { name, make } of corpus) writeFileSync(join(folder, 'corpus', `${name}.pdf`), await make(desk))

const { given } = trustOf(desk)
const files: Expectations['files'][number][] = []
for (const { name, about, expected, isAlone, make } of [...sound, ...damaged]) {
  const made = await make(desk)
  const { pdf, crl } = made instanceof Uint8Array ? { pdf: made, crl: undefined } : made
  writeFileSync(join(folder, 'signed', `${name}.pdf`), pdf)
  files.push({
    file: `signed/${name}.pdf`,
    about,
    ...expected,
    ...(isAlone && { isAlone }),
    ...(crl && { crl: base64(crl) }),
  })
}
const expectations: Expectations = {
  at: new Date(desk.madeAt.getTime() + hourMs).toISOString(),
  trust: [desk.root, desk.plainRoot].map(({ certificate }) => base64(certificate)),
  certificates: (given?.certificates ?? []).map(base64),
  crls: (given?.crls ?? []).map(base64),
  files,
}
writeFileSync(join(folder, 'expected.json'), `${JSON.stringify(expectations, null, 2)}\n`)
