import { describe, expect, test } from 'vitest'
import { openPdf } from '../../pdf/document.ts'
import { sign } from '../../sign/sign.ts'
import { bytesSource } from '../../source.ts'
import type { Attack } from '../../testing/attacks/attack.ts'
import { certificationAttacks } from '../../testing/attacks/certification.ts'
import { document, withRevision } from '../../testing/attacks/document.ts'
import { fileAttacks } from '../../testing/attacks/file.ts'
import { formAttacks } from '../../testing/attacks/form.ts'
import { shadowAttacks } from '../../testing/attacks/shadow.ts'
import { structureAttacks } from '../../testing/attacks/structure.ts'
import { testAuthority, testNow } from '../../testing/authority.ts'
import { buildPdf } from '../../testing/build-pdf.ts'
import { changesAfter } from './changes-after.ts'

const signer = testAuthority().issue({ keyKind: 'p256' })

async function attacked({ prepared, revisions = [], append }: Attack): Promise<Uint8Array> {
  const signed = await sign(buildPdf({ ...document, ...prepared }), { signer, at: testNow })
  const bytes = revisions.reduce(withRevision, signed.bytes())
  return append === undefined ? bytes : append(bytes)
}

describe.each([
  ['shadow attacks', shadowAttacks],
  ['attacks on certifications', certificationAttacks],
  ['attacks by forms', formAttacks],
  ['attacks on the structure', structureAttacks],
  ['attacks on the file', fileAttacks],
])('%s', (_, attacks) => {
  test.each(attacks.map((attack) => [attack.name, attack] as const))('%s', async (__, attack) => {
    const { certification = null, locks = [], expected } = attack
    const file = openPdf(bytesSource(await attacked(attack)))
    const changes = changesAfter(file, { revision: 1, certification, locks })
    const refused = changes.filter(({ allowed }) => !allowed)
    expect(refused).toContainEqual(expect.objectContaining(expected))
  })
})
