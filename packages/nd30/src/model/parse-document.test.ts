import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Nd30Error } from '../errors.ts'
import { anyDocument } from '../testing/any-document.ts'
import { schemaExamples } from '../testing/samples.ts'
import type { OfficialDocument } from './document.ts'
import { ModelError } from './faults.ts'
import { documentJsonSchema } from './json-schema.ts'
import { parseDocument } from './parse-document.ts'

const letter: OfficialDocument = {
  profile: 'state',
  kind: 'cong-van',
  issuer: 'SỞ NỘI VỤ',
  number: { value: 5, body: 'SNV-VP' },
  issued: { place: 'Lâm Hải', date: '2026-01-05' },
  abstract: 'rà soát văn bản',
  addressees: ['Ủy ban nhân dân các xã, phường'],
  body: [{ type: 'paragraph', text: 'Sở Nội vụ đề nghị các đơn vị rà soát.' }],
  signatures: [{ position: 'GIÁM ĐỐC', name: 'Vũ Thị Hòa' }],
  recipients: { lines: [], archive: 'VT, VP' },
}
const minutes: OfficialDocument = {
  profile: 'state',
  kind: 'bien-ban',
  issuer: 'SỞ NỘI VỤ',
  abstract: 'Họp giao ban',
  body: [{ type: 'paragraph', text: 'Cuộc họp kết thúc vào 11 giờ' }],
  signatures: [
    { position: 'THƯ KÝ', name: 'Vũ Thị Hòa' },
    { position: 'CHỦ TỌA', name: 'Trần Văn Ý' },
  ],
}
const pixel =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

function faultsOf(json: unknown): readonly string[] {
  try {
    parseDocument(json)
  } catch (error) {
    if (error instanceof ModelError) return error.faults.map(({ path, code }) => `${path} ${code}`)
    if (error instanceof Nd30Error) return [error.code]
    throw error
  }
  return []
}

test('takes what is whole', () => {
  expect(parseDocument(letter)).toEqual(letter)
  expect(parseDocument(minutes)).toEqual(minutes)
})

test('gives any document back that it has written', () => {
  fc.assert(
    fc.property(anyDocument, (document) => {
      const parsed = parseDocument(document)
      expect(parsed).toEqual(document)
      expect(parseDocument(JSON.parse(JSON.stringify(parsed)))).toEqual(parsed)
    }),
    { numRuns: 60 },
  )
})

test('composes letters, drops blanks at the ends and joins spans of one look', () => {
  const written = parseDocument({
    ...letter,
    issuer: ' SỞ NỘI VỤ \n\n TỈNH '.normalize('NFD'),
    body: [{ type: 'paragraph', text: [{ text: ' Sở ' }, { text: 'Nội vụ ', bold: false }] }],
  })
  expect(written.issuer).toBe('SỞ NỘI VỤ\nTỈNH')
  expect(written.body).toEqual([{ type: 'paragraph', text: 'Sở Nội vụ' }])
})

const paragraph = (text: unknown) => ({ ...letter, body: [{ type: 'paragraph', text }] })
const block = (json: object) => ({ ...letter, body: [json] })
const table = (columns: number[], rows: object[][]) => block({ type: 'table', columns, rows })
const cell = (spans: object = {}) => ({ text: 'ô', ...spans })
const signed = (signature: object) => ({ ...letter, signatures: [{ name: 'Vũ Thị Hòa', ...signature }] })
const authority = (...prefixes: string[]) => prefixes.map((prefix) => ({ prefix, of: 'GIÁM ĐỐC' }))

test.each<[string, unknown, readonly string[]]>([
  ['no object', null, ['. wrong_type']],
  ['no issuer', { ...letter, issuer: undefined }, ['issuer missing']],
  ['something unknown', { ...letter, secrecy: 'mật' }, ['secrecy unknown_key']],
  ['an unknown kind', { ...letter, kind: 'van-ban' }, ['kind kind_unknown']],
  ['a kind of the Party', { ...letter, kind: 'ket-luan' }, ['kind kind_unknown']],
  ['a wrong profile', { ...letter, profile: 'xa' }, ['profile not_one_of']],
  ['a number as words', { ...letter, number: { value: '5', body: 'SNV' } }, ['number.value wrong_type']],
  ['a body of spaces', { ...letter, number: { value: 5, body: 'S NV' } }, ['number.body symbol_wrong']],
  ['no such day', { ...letter, issued: { place: 'A', date: '2026-02-29' } }, ['issued.date date_wrong']],
  ['no such month', { ...letter, issued: { place: 'A', date: '2026-13-01' } }, ['issued.date date_wrong']],
  ['control letters', paragraph('a\u0000b'), ['body.0.text letters_not_allowed']],
  ['a tab', paragraph('a\tb'), ['body.0.text letters_not_allowed']],
  ['a turn of direction', paragraph('a\u202Eb'), ['body.0.text letters_not_allowed']],
  ['a hyphen that hides', paragraph('a\u00ADb'), ['body.0.text letters_not_allowed']],
  ['a filler', paragraph('a\u034Fb\u3164'), ['body.0.text letters_not_allowed']],
  ['half a letter', paragraph('a\uD800b'), ['body.0.text letters_not_allowed']],
  [
    'more marks than any letter has',
    paragraph(`a${'\u0301\u0316'.repeat(900)}`),
    ['body.0.text letters_not_allowed'],
  ],
  ['nothing but blanks', paragraph('  '), ['body.0.text empty']],
  ['a wrong span', paragraph([{ text: 1 }]), ['body.0.text.0.text wrong_type']],
  ['neither words nor spans', paragraph(1), ['body.0.text wrong_type']],
  ['an unknown block', block({ type: 'poem' }), ['body.0.type not_one_of']],
  ['title and text', block({ type: 'article', number: 1, title: 'a', text: 'b' }), ['body.0 title_or_text']],
  ['a point w', block({ type: 'point', letter: 'w', text: 'a' }), ['body.0.letter letter_wrong']],
  ['chapter 1', block({ type: 'chapter', number: '1' }), ['body.0.number number_wrong']],
  ['section I', block({ type: 'section', number: 'I' }), ['body.0.number number_wrong']],
  ['a row too long', table([1, 1], [[cell(), cell(), cell()]]), ['body.0.rows.0 cells_do_not_fit']],
  ['a row too short', table([1, 1], [[cell()]]), ['body.0.rows.0 cells_do_not_fit']],
  ['a cell below the table', table([1], [[cell({ rows: 2 })]]), ['body.0.rows.1 cells_do_not_fit']],
  [
    'cells over each other',
    table([1, 1], [[cell({ rows: 2 }), cell()], [cell({ columns: 2 })]]),
    ['body.0.rows.1 cells_do_not_fit'],
  ],
  ['no position', signed({}), ['signatures.0.position position_needed']],
  [
    'TM. last',
    signed({ position: 'A', authority: authority('KT', 'TM') }),
    ['signatures.0.authority authority_wrong'],
  ],
  [
    'a position beside Q.',
    signed({ position: 'A', authority: authority('Q') }),
    ['signatures.0.position position_too_many'],
  ],
  ['a letter to nobody', { ...letter, addressees: [] }, ['addressees needed_by_kind']],
  ['a letter about nothing', { ...letter, abstract: undefined }, ['abstract needed_by_kind']],
  ['a date in minutes', { ...minutes, issued: letter.issued }, ['issued not_in_kind']],
  ['minutes signed by one', { ...minutes, signatures: letter.signatures }, ['signatures two_signatures']],
  [
    'a decision without bases',
    { ...letter, kind: 'quyet-dinh' },
    ['competence needed_by_kind', 'bases needed_by_kind'],
  ],
  [
    'a reference to nothing',
    {
      ...letter,
      annexes: [{ type: 'annex', kind: 'quy-che', title: 'A', reference: 'filled', body: letter.body }],
    },
    ['annexes.0.kind attached_kind', 'annexes.0.reference reference_needs'],
  ],
  ['no image', block({ type: 'figure', image: 'AAAA', widthMm: 50, alternative: 'a' }), ['image_wrong']],
  [
    'half an image',
    block({ type: 'figure', image: pixel.slice(0, 60), widthMm: 50, alternative: 'a' }),
    ['image_wrong'],
  ],
  [
    'a wide image',
    block({ type: 'figure', image: pixel, widthMm: 200, alternative: 'a' }),
    ['body.0.widthMm too_wide'],
  ],
  ['too many blocks', { ...letter, body: new Array(50_001).fill(letter.body[0]) }, ['body too_many']],
])('refuses %s', (_, json, faults) => {
  expect(faultsOf(json)).toEqual(faults)
})

test('takes a PNG by its bytes', () => {
  const figure = { type: 'figure', image: pixel, widthMm: 50, alternative: 'Một điểm ảnh' }
  expect(parseDocument(block(figure)).body[0]).toEqual(figure)
})

test('bounds what comes in before anything is made of it', () => {
  let deep: unknown = 'a'
  for (let depth = 0; depth < 10_000; depth += 1) deep = [deep]
  expect(faultsOf({ ...letter, bases: deep })).toEqual(['model_too_large'])
  expect(faultsOf({ ...letter, issuer: 'a '.repeat(2_500_001) })).toEqual(['model_too_large'])
  expect(faultsOf(block({ type: 'paragraph', text: `a ${'b'.repeat(2001)}` }))).toEqual(['model_too_large'])
  expect(faultsOf(block({ type: 'paragraph', text: `a ${'b'.repeat(2000)}` }))).toEqual([])
})

test('composes in a time that grows with the length alone', () => {
  const marked = `a${'\u0301\u0316'.repeat(900)} `.repeat(1_000)
  expect(faultsOf({ ...letter, issuer: marked })).toEqual(['issuer too_long', 'issuer letters_not_allowed'])
})

test('says each fault in both languages', () => {
  const error = (() => {
    try {
      return parseDocument({ ...letter, addressees: [], abstract: undefined })
    } catch (caught) {
      return caught
    }
  })()
  expect(error).toMatchObject({
    code: 'model_wrong',
    details: { count: 2, path: 'abstract' },
    faults: [{ vi: 'loại văn bản này phải có mục này' }, { en: 'this kind of document must have it' }],
  })
})

test('publishes the schema by which it reads', () => {
  const file = new URL('../../schema/document.schema.json', import.meta.url)
  const published = JSON.parse(readFileSync(file, 'utf8'))
  expect(published, 'run node packages/nd30/scripts/schema.ts').toEqual(documentJsonSchema(schemaExamples()))
  const validate = new Ajv2020({ allErrors: true, strictTypes: false }).compile(published)
  expect(validate(letter)).toBe(true)
  expect(validate({ ...letter, secrecy: 'mật' })).toBe(false)
})
