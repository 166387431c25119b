import { expect, test } from 'vitest'
import { repairDocument } from '../src/check/repair-document.ts'
import { corpus } from './corpus.ts'
import { bytesOf } from './files.ts'
import { writeDocxLibrary } from './make/by-docx/write-docx.ts'
import { writeWord } from './make/by-word/write-word.ts'
import { paragraphsOf } from './make/laid.ts'
import { lay } from './make/lay/lay.ts'
import type { Spec } from './make/spec.ts'

function documentOf(id: string): Spec {
  const spec = corpus.documents.find((each) => each.id === id)
  if (!spec) throw new Error(id)
  return spec
}

const key = ({ rule, place }: { rule: string; place: { excerpt?: string } }) =>
  `${rule} ${place.excerpt ?? ''}`

test('what is mechanical is mended, brings nothing new about, and is not mended twice', async () => {
  const wrong: string[] = []
  for (const label of corpus.labels) {
    const options = { profile: label.profile, at: label.at }
    const { docx, before, after } = await repairDocument(await bytesOf(corpus, label, true), options)
    const known = new Set(before.findings.map(key))
    for (const finding of after.findings.filter(({ severity }) => severity !== 'taste'))
      if (finding.repairable || !known.has(key(finding))) wrong.push(`${label.id} ${finding.rule}`)
    const again = await repairDocument(docx, options)
    expect(Buffer.from(again.docx).equals(Buffer.from(docx)), label.id).toBe(true)
  }
  expect(wrong).toEqual([])
})

test('letters of the head that are made larger or smaller take the lines below them along', async () => {
  const heads = new Set(['country', 'motto', 'title', 'issuer', 'abstract'])
  const wrong: string[] = []
  for (const label of corpus.labels) {
    const laid = lay(documentOf(label.id))
    for (const each of paragraphsOf(laid).filter(({ role }) => heads.has(role)))
      for (const span of each.spans) span.sizePt -= label.profile === 'state' ? 3 : -3
    const bytes = await (label.producer === 'docx' ? writeDocxLibrary : writeWord)(laid)
    const { before, after } = await repairDocument(bytes, { profile: label.profile, at: label.at })
    expect(before.findings.length, label.id).toBeGreaterThan(0)
    for (const finding of after.findings.filter(({ severity }) => severity !== 'taste'))
      wrong.push(`${label.id} ${finding.vi}`)
  }
  expect(wrong).toEqual([])
})

test('a sound document is not touched', async () => {
  for (const label of corpus.labels) {
    const bytes = await bytesOf(corpus, label, false)
    const { docx } = await repairDocument(bytes, { profile: label.profile, at: label.at })
    expect(Buffer.from(docx).equals(Buffer.from(bytes)), label.id).toBe(true)
  }
})
