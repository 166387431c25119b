import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Desk } from '../matrix/desk.ts'
import { trustOf } from '../matrix/validators.ts'
import type { GivenEvidence } from '../src/verify/evidence.ts'
import { attacks } from './attacks.ts'
import { corpus } from './corpus.ts'
import { damaged } from './damaged.ts'
import type { Expectations, Given } from './expectations.ts'
import { sound } from './sound.ts'

// Makes all files of this folder anew, with new keys, and writes beside them what is right to say of each. It takes the
// programs that README.md names; what is expected is written by hand with each case, not asked of the code under test.

const folder = import.meta.dirname
const hourMs = 3_600_000

using desk = new Desk()
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')
const folders = { signed: [...sound, ...damaged], attacks }
for (const name of ['corpus', ...Object.keys(folders)]) {
  rmSync(join(folder, name), { recursive: true, force: true })
  mkdirSync(join(folder, name))
}
for (const { name, make } of corpus) writeFileSync(join(folder, 'corpus', `${name}.pdf`), await make(desk))

const files: Expectations['files'][number][] = []
for (const [kind, cases] of Object.entries(folders))
  for (const { name, about, expected, isAlone, make } of cases) {
    const made = await make(desk)
    const { pdf, given } = made instanceof Uint8Array ? { pdf: made, given: undefined } : made
    const file = `${kind}/${name}.pdf`
    writeFileSync(join(folder, file), pdf)
    files.push({
      file,
      about,
      ...expected,
      ...(isAlone && { isAlone }),
      ...(given && { given: base64All(given) }),
    })
  }
const expectations: Expectations = {
  at: new Date(desk.madeAt.getTime() + hourMs).toISOString(),
  trust: [desk.root, desk.plainRoot].map(({ certificate }) => base64(certificate)),
  given: base64All(trustOf(desk).given ?? {}),
  files,
}
writeFileSync(join(folder, 'expected.json'), `${JSON.stringify(expectations, null, 2)}\n`)

function base64All({ certificates = [], crls = [], ocsps = [] }: GivenEvidence): Given {
  return { certificates: certificates.map(base64), crls: crls.map(base64), ocsps: ocsps.map(base64) }
}
