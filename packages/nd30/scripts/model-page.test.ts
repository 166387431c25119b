import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, expect, test } from 'vitest'
import { checkDocument } from '../src/check/check-document.ts'
import { writeDocx } from '../src/docx/write/write-docx.ts'
import { fieldDescriptions } from '../src/model/field-descriptions.ts'
import { documentJsonSchema } from '../src/model/json-schema.ts'
import { parseDocument } from '../src/model/parse-document.ts'
import { openRenderer } from '../src/pdf/renderer.ts'
import { readDocument } from '../src/read/read.ts'
import { exampleNames, sample, samples, schemaExamples } from '../src/testing/samples.ts'
import { modelPage } from './model-page.ts'

const schema = documentJsonSchema(schemaExamples())
const isAsPublished = new Ajv2020({ allErrors: true, strict: false }).compile(schema)
const renderer = await openRenderer({ threads: 1 })
afterAll(async () => {
  await renderer[Symbol.asyncDispose]()
})

test('the page of the model is made from the schema', () => {
  const page = readFileSync(new URL('../docs/model.md', import.meta.url), 'utf8')
  expect(page, 'run node packages/nd30/scripts/schema.ts').toBe(modelPage(schema))
})

test('every field is described, and every description is of a field', () => {
  const text = JSON.stringify(schema)
  const stale = Object.entries(fieldDescriptions).filter(([, words]) => !text.includes(JSON.stringify(words)))
  expect(stale).toEqual([])
  for (const [path, words] of Object.entries(fieldDescriptions))
    expect(words.endsWith('…') || /[.`]$/u.test(words), path).toBe(true)
})

test.each(exampleNames)(
  'the example %s is valid, is set in pages, and its DOCX follows the form',
  async (name) => {
    const document = sample(name)
    expect(isAsPublished(JSON.parse(JSON.stringify(document))), JSON.stringify(isAsPublished.errors)).toBe(
      true,
    )
    const at = document.issued?.date ?? '2026-06-30'
    expect((await renderer.render(document, { at })).pages).toBeGreaterThanOrEqual(1)
    const { counts, findings } = checkDocument(await readDocument(await writeDocx(document, { at })))
    expect(counts.must, JSON.stringify(findings)).toBe(0)
  },
)

test('what the parser takes the schema takes', () => {
  for (const { name, document } of samples())
    expect(
      isAsPublished(JSON.parse(JSON.stringify(document))),
      `${name} ${JSON.stringify(isAsPublished.errors)}`,
    ).toBe(true)
})

const [decision, letter] = schemaExamples() as readonly Record<string, unknown>[]
const without = (field: string, of = decision) => ({ ...of, [field]: undefined })
const signed = (signature: object) => ({ ...decision, signatures: [signature] })
const annexed = (annex: object) => ({
  ...decision,
  annexes: [
    {
      type: 'annex',
      title: 'DANH SÁCH',
      reference: 'empty',
      body: [{ type: 'paragraph', text: 'Một.' }],
      ...annex,
    },
  ],
})
const block = (value: object) => ({ ...decision, body: [value] })

test.each([
  ['a kind of the other form', { ...decision, kind: 'ket-luan' }],
  ['a decision without its bases', without('bases')],
  ['a decision without its competence', without('competence')],
  ['a document without its number', without('number')],
  ['a letter without its addressees', without('addressees', letter)],
  ['a letter to nobody', { ...letter, addressees: [] }],
  ['minutes with a date', { ...decision, kind: 'bien-ban' }],
  ['a signer without a post', signed({ name: 'Trần Văn An' })],
  [
    'a post below Q',
    signed({ authority: [{ prefix: 'Q', of: 'GIÁM ĐỐC' }], position: 'GIÁM ĐỐC', name: 'Trần Văn An' }),
  ],
  [
    'TM behind KT',
    signed({
      authority: [
        { prefix: 'KT', of: 'CHỦ TỊCH' },
        { prefix: 'TM', of: 'ỦY BAN' },
      ],
      position: 'PHÓ CHỦ TỊCH',
      name: 'Trần Văn An',
    }),
  ],
  [
    'KT twice',
    signed({
      authority: [
        { prefix: 'KT', of: 'CHỦ TỊCH' },
        { prefix: 'KT', of: 'CHỦ TỊCH' },
      ],
      position: 'PHÓ CHỦ TỊCH',
      name: 'Trần Văn An',
    }),
  ],
  ['an annex with a kind', annexed({ kind: 'quy-che' })],
  ['what is attached without its kind', annexed({ type: 'attached' })],
  ['a filled reference without the name in text', without('issuerInText', annexed({ reference: 'filled' }))],
  ['an article with title and text', block({ type: 'article', number: 1, title: 'Một', text: 'Hai' })],
  ['a clause with neither', block({ type: 'clause', number: 1 })],
])('schema and parser both refuse %s', (_, document) => {
  const json = JSON.parse(JSON.stringify(document))
  expect(() => parseDocument(json)).toThrow()
  expect(isAsPublished(json)).toBe(false)
})
