import { storeObjects } from '../../sign/dss.ts'
import { testAuthority, testNow } from '../authority.ts'
import { streamText } from '../build-pdf.ts'
import { changed, listWith, metadataText, parsed, withRevision } from './document.ts'

const signer = testAuthority().issue({ keyKind: 'p256' })

/** What an honest program does to the signed document after it was signed, by the kind of change that is told. */
export type HonestStep = (bytes: Uint8Array, words: string) => Uint8Array

const look = (words: string) =>
  streamText(
    '/Type/XObject/Subtype/Form/BBox[0 0 200 20]/Resources<</Font<</Helv 5 0 R>>>>',
    `/Tx BMC q BT /Helv 12 Tf 2 5 Td (${words}) Tj ET Q EMC`,
  )

/** Words in a field, with a look of their own. */
const fill: HonestStep = (bytes, words) =>
  withRevision(bytes, (file) => [
    changed(file, 7, { V: `(${words})`, AP: `<</N ${file.nextNumber} 0 R>>` }),
    { number: file.nextNumber, value: parsed(look(words)) },
  ])

/** Words in a field whose look is written over the old one. */
const fillInPlace: HonestStep = (bytes, words) =>
  withRevision(bytes, (file) => [
    changed(file, 7, { V: `(${words})`, AP: '<</N 19 0 R>>' }),
    { number: 19, value: parsed(look(words)) },
  ])

const tick: HonestStep = (bytes, words) => {
  const state = words.length % 2 === 0 ? '/Yes' : '/Off'
  return withRevision(bytes, (file) => [changed(file, 8, { V: state, AS: state })])
}

/** A choice that the reader is to draw. */
const choose: HonestStep = (bytes, words) =>
  withRevision(bytes, (file) => [changed(file, 22, { V: words.length % 2 === 0 ? '(A)' : '(B)' })])

const remark: HonestStep = (bytes, words) =>
  withRevision(bytes, (file) => [
    changed(file, 3, { Annots: listWith(file, 3, 'Annots', file.nextNumber) }),
    {
      number: file.nextNumber,
      value: parsed(`<</Type/Annot/Subtype/Text/Rect[500 300 520 320]/P 3 0 R/Contents(${words})>>`),
    },
  ])

/** Light colour over a line, each time over another, as programs draw it. */
const highlight: HonestStep = (bytes) =>
  withRevision(bytes, (file) => {
    const number = file.nextNumber
    const bottom = 698 - 20 * (number % 20)
    const [box, top] = [`72 ${bottom} 172 ${bottom + 14}`, bottom + 14]
    const points = `72 ${top} 172 ${top} 72 ${bottom} 172 ${bottom}`
    const dict = `/Rect[${box}]/QuadPoints[${points}]/C[1 1 0]/P 3 0 R/AP<</N ${number + 1} 0 R>>`
    const resources = '/Resources<</ExtGState<</H<</BM/Multiply>>>>>>'
    const drawn = `/H gs 1 1 0 rg 72 ${bottom} 100 14 re f`
    return [
      changed(file, 3, { Annots: listWith(file, 3, 'Annots', number) }),
      { number, value: parsed(`<</Type/Annot/Subtype/Highlight${dict}>>`) },
      {
        number: number + 1,
        value: parsed(streamText(`/Type/XObject/Subtype/Form/BBox[${box}]${resources}`, drawn)),
      },
    ]
  })

const evidence: HonestStep = (bytes, words) =>
  withRevision(bytes, (file) => {
    const contents = Buffer.from(words)
    const certificate = signer.parsed
    return storeObjects(
      file,
      [{ contents, data: { certificates: [certificate], crls: [], ocsps: [] } }],
      testNow,
    )
  })

const metadata: HonestStep = (bytes, words) => {
  const date = `2026-02-${String(1 + (words.length % 28)).padStart(2, '0')}T00:00:00Z`
  return withRevision(bytes, { 12: metadataText('Quyet dinh', date) })
}

/** Everything is written once more as it was. */
const rewrite: HonestStep = (bytes) =>
  withRevision(bytes, (file) =>
    [1, 2, 3, 4, 5, 6, 9, 20].map((number) => ({ number, value: file.getObject(number)?.value ?? null })),
  )

export const honestSteps = { fill, fillInPlace, tick, choose, remark, highlight, evidence, metadata, rewrite }
