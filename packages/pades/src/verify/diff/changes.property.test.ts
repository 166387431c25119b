import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { openPdf, type PdfFile } from '../../pdf/document.ts'
import { PdfDict, PdfName, type PdfObject, PdfRef, PdfStream, PdfString } from '../../pdf/objects.ts'
import { documentTimestamp } from '../../sign/document-timestamp.ts'
import { sign } from '../../sign/sign.ts'
import { bytesSource } from '../../source.ts'
import { document, withRevision } from '../../testing/attacks/document.ts'
import { honestSteps } from '../../testing/attacks/honest.ts'
import { testAuthority, testNow } from '../../testing/authority.ts'
import { buildPdf } from '../../testing/build-pdf.ts'
import type { ChangeReport } from '../report.ts'
import { changesAfter } from './changes-after.ts'

const signer = testAuthority().issue({ keyKind: 'p256' })
const stamper = { hash: 'sha256', tokenBytesAtMost: 8, stamp: async () => new Uint8Array(8) } as const
const signed = (await sign(buildPdf(document), { signer, at: testNow })).bytes()
const later = (bytes: Uint8Array): readonly ChangeReport[] =>
  changesAfter(openPdf(bytesSource(bytes)), { revision: 1, certification: null, locks: [] })

type Step = keyof typeof honestSteps | 'sign' | 'signEmpty' | 'stamp'

async function taken(bytes: Uint8Array, step: Step, words: string): Promise<Uint8Array> {
  if (step === 'sign') return (await sign(bytes, { signer, at: testNow })).bytes()
  if (step === 'signEmpty') {
    // It is empty once.
    const field = Buffer.from(bytes).includes('/Reason (empty)') ? {} : { field: 'KySo' }
    return (await sign(bytes, { signer, at: testNow, declared: { reason: 'empty' }, ...field })).bytes()
  }
  if (step === 'stamp') return Buffer.concat([bytes, await documentTimestamp(bytesSource(bytes), stamper)])
  return honestSteps[step](bytes, words)
}

const steps: readonly Step[] = [...(Object.keys(honestSteps) as Step[]), 'sign', 'signEmpty', 'stamp']
const aStep = fc.tuple(fc.constantFrom(...steps), fc.stringMatching(/^[A-Za-z][A-Za-z ]{0,20}[A-Za-z]$/))
const someSteps = fc.array(aStep, { maxLength: 8 })

async function allTaken(list: readonly (readonly [Step, string])[]): Promise<Uint8Array> {
  let bytes: Uint8Array = signed
  for (const [step, words] of list) bytes = await taken(bytes, step, words)
  return bytes
}

test('whatever honest programs do after a signature is allowed', async () => {
  await fc.assert(
    fc.asyncProperty(someSteps, async (list) => {
      expect(later(await allTaken(list)).filter(({ allowed }) => !allowed)).toEqual([])
    }),
    { numRuns: 60 },
  )
})

/** The remark may change, so may the choice, as it has no look, and the look of a text as long as it shows the text. */
const numbers = Object.keys(document)
  .map(Number)
  .filter((number) => ![17, 19, 22].includes(number))

test('a change of one value anywhere is named, among honest ones too', async () => {
  await fc.assert(
    fc.asyncProperty(someSteps, fc.constantFrom(...numbers), fc.nat(), async (list, number, at) => {
      const honest = await allTaken(list)
      const mutated = withRevision(honest, (file) => [{ number, value: mutation(file, number, at) }])
      const { latest } = openPdf(bytesSource(mutated))
      const named = later(mutated).filter(
        ({ allowed, revision }) => !allowed && revision === latest.number + 1,
      )
      expect(named).not.toEqual([])
    }),
    { numRuns: 400 },
  )
})

/** The object with one of its values, chosen by `at`, made another. */
function mutation(file: PdfFile, number: number, at: number): PdfObject {
  const value = file.getObject(number)?.value ?? null
  const left = { count: at % Math.max(1, countOf(value)) }
  return mutated(value, left)
}

function countOf(value: PdfObject): number {
  if (value instanceof PdfStream) return 1 + countOf(value.dict.without('Length', 'Filter'))
  if (value instanceof PdfDict)
    return [...value.entries.values()].reduce((sum: number, item) => sum + countOf(item), 0)
  return Array.isArray(value) ? value.reduce((sum: number, item: PdfObject) => sum + countOf(item), 0) : 1
}

function mutated(value: PdfObject, left: { count: number }): PdfObject {
  if (value instanceof PdfStream) {
    if (left.count-- === 0)
      return PdfStream.of(value.dict, Buffer.concat([Buffer.from('0 0 m '), value.raw()]))
    return PdfStream.of(mutatedDict(value.dict.without('Length', 'Filter'), left), value.raw())
  }
  if (value instanceof PdfDict) return mutatedDict(value, left)
  if (Array.isArray(value)) return value.map((item: PdfObject) => mutated(item, left))
  return left.count-- === 0 ? other(value) : value
}

function mutatedDict(dict: PdfDict, left: { count: number }): PdfDict {
  return new PdfDict(new Map([...dict.entries].map(([key, item]) => [key, mutated(item, left)])))
}

function other(value: PdfObject): PdfObject {
  if (typeof value === 'number') return value + 7
  if (typeof value === 'boolean') return !value
  if (value instanceof PdfName) return new PdfName(`${value.value}x`)
  if (value instanceof PdfString) return new PdfString(Buffer.concat([value.bytes, Buffer.from('x')]))
  return value instanceof PdfRef ? new PdfRef(value.number === 4 ? 24 : 4) : 1
}
