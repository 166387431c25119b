import { describe, expect, test } from 'vitest'
import type { Certification } from '../../form/permissions.ts'
import { openPdf } from '../../pdf/document.ts'
import { documentTimestamp } from '../../sign/document-timestamp.ts'
import { sign } from '../../sign/sign.ts'
import { bytesSource } from '../../source.ts'
import { changed, document, listWith, withRevision } from '../../testing/attacks/document.ts'
import { honestSteps } from '../../testing/attacks/honest.ts'
import { testAuthority, testNow } from '../../testing/authority.ts'
import { buildPdf } from '../../testing/build-pdf.ts'
import { changesAfter } from './changes-after.ts'

const signer = testAuthority().issue({ keyKind: 'p256' })
const stamper = { hash: 'sha256', tokenBytesAtMost: 8, stamp: async () => new Uint8Array(8) } as const
const signed = (await sign(buildPdf(document), { signer, at: testNow })).bytes()
const none = { revision: 1, certification: null, locks: [] } as const
const after = (bytes: Uint8Array, question = {}) =>
  changesAfter(openPdf(bytesSource(bytes)), { ...none, ...question })
const stamped = Buffer.concat([signed, await documentTimestamp(bytesSource(signed), stamper)])
const signedTwice = (await sign(signed, { signer, at: testNow })).bytes()

describe('after a signature', () => {
  test('nothing changed where nothing follows', () => expect(after(signed)).toEqual([]))

  test('each change has its revision, page, object and field', async () => {
    const third = await sign(signedTwice, { signer, at: testNow, field: 'KySo' })
    expect(after(third.bytes())).toMatchObject([
      { revision: 3, kind: 'signature', allowed: true, page: 1, field: 'Signature2' },
      { revision: 4, kind: 'signature', allowed: true, page: 1, field: 'KySo', object: '9 0' },
    ])
  })

  test('a later signature is asked for what comes after it alone', () => {
    const bytes = honestSteps.tick(signedTwice, 'ab')
    const file = openPdf(bytesSource(bytes))
    expect(changesAfter(file, { ...none, revision: 2 })).toMatchObject([{ revision: 4, field: 'DongY' }])
    expect(changesAfter(file, none)).toHaveLength(2)
    expect(changesAfter(file, { ...none, revision: 0 })).toHaveLength(3)
    expect(changesAfter(file, { ...none, revision: 3 })).toEqual([])
  })

  test('what is written again as it was is no change', () => {
    expect(after(honestSteps.rewrite(signed, ''))).toEqual([])
  })

  test('bytes after the end are a change, white space is none', () => {
    const text = Buffer.from(signed).toString('latin1')
    expect(after(Buffer.from(`${text}\n \n`, 'latin1'))).toEqual([])
    expect(after(Buffer.from(`${text}% more\n`, 'latin1'))).toMatchObject([
      { kind: 'trailing', allowed: false },
    ])
  })
})

/** The table of the design, "What later revisions may change". */
const levels = [1, 2, 3, null] as const
test.each<[string, Uint8Array, readonly (Certification | null)[]]>([
  ['evidence', honestSteps.evidence(signed, 'a'), [1, 2, 3, null]],
  ['timestamp', stamped, [1, 2, 3, null]],
  ['metadata', honestSteps.metadata(signed, 'a'), [1, 2, 3, null]],
  ['signature', signedTwice, [2, 3, null]],
  ['form_value', honestSteps.fill(signed, 'Binh'), [2, 3, null]],
  ['annotation', honestSteps.highlight(signed, ''), [3, null]],
  ['content', withRevision(signed, { 4: 'null' }), []],
])('%s is allowed under the levels that the table names', (kind, bytes, allowed) => {
  for (const certification of levels) {
    const changes = after(bytes, { certification })
    expect(changes.map((change) => change.kind)).toEqual([kind])
    expect(changes.map((change) => change.allowed)).toEqual([allowed.includes(certification)])
  }
})

test('a lock forbids the fields that it holds, whether they are filled in or signed, and no time-stamp', () => {
  const locks = [{ action: 'Exclude', fields: ['DongY'], permission: null }] as const
  const allowed = (bytes: Uint8Array) => after(bytes, { locks }).map((change) => change.allowed)
  expect(allowed(honestSteps.fill(signed, 'Binh'))).toEqual([false])
  expect(allowed(honestSteps.tick(signed, 'ab'))).toEqual([true])
  expect(allowed(signedTwice)).toEqual([false])
  expect(allowed(stamped)).toEqual([true])
})

test('a field that the form names twice is a change, though no reader can judge such a form', () => {
  const twice = withRevision(signed, (file) => [changed(file, 6, { Fields: listWith(file, 6, 'Fields', 7) })])
  expect(after(twice)).toMatchObject([{ kind: 'structure', allowed: false, object: '6 0' }])
})

test('hundreds of revisions cost what they bring', () => {
  const file = (count: number) => {
    let bytes: Uint8Array = signed
    for (let i = 0; i < count; i++) bytes = honestSteps.fill(bytes, `Ten ${i}`)
    return openPdf(bytesSource(bytes))
  }
  const millisecondsFor = (count: number) => {
    const opened = file(count)
    const start = performance.now()
    expect(changesAfter(opened, none)).toHaveLength(count)
    return performance.now() - start
  }
  millisecondsFor(30)
  const few = millisecondsFor(60)
  // Five times the revisions; were each compared with all before it, it would be twenty-five times.
  expect(millisecondsFor(300)).toBeLessThan(15 * Math.max(few, 10))
})
