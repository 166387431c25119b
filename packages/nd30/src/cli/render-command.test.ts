import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkDocument } from '../check/check-document.ts'
import { formWarnings } from '../docx/form-warnings.ts'
import { readDocument } from '../read/read.ts'
import { RecordingTerminal } from '../testing/recording-terminal.ts'
import { samples } from '../testing/samples.ts'
import { lintCommand } from './lint-command.ts'
import { renderCommand } from './render-command.ts'

let folder: string
const at = (name: string): string => join(folder, name)
const sample = (name: string): string => new URL(`../../samples/${name}.json`, import.meta.url).pathname

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nd30-render-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

test('makes a PDF/A, and tells where its signature goes', async () => {
  const terminal = new RecordingTerminal()
  expect(await renderCommand([sample('bao-cao'), '--out', at('a.pdf'), '--json'], terminal)).toBe(0)
  expect(terminal.json()).toMatchObject({ out: at('a.pdf'), pages: 1 })
  const { places } = terminal.json() as { readonly places: readonly { readonly role: string }[] }
  expect(places.map(({ role }) => role)).toContain('signature')
  const pdf = await readFile(at('a.pdf'), 'latin1')
  expect(pdf).toMatch(/^%PDF-/)
  expect(pdf).toContain('<pdfaid:conformance>U</pdfaid:conformance>')
})

test('with --tagged the level is 2a, and people are told so', async () => {
  const terminal = new RecordingTerminal('en')
  expect(await renderCommand([sample('bao-cao'), '--out', at('b.pdf'), '--tagged'], terminal)).toBe(0)
  expect(terminal.said).toEqual([`Wrote ${at('b.pdf')}: 1 page, PDF/A-2a.`])
  expect(await readFile(at('b.pdf'), 'latin1')).toContain('<pdfaid:conformance>A</pdfaid:conformance>')
})

test('makes a DOCX where the name says so, in which nothing is wrong', async () => {
  const terminal = new RecordingTerminal('en')
  expect(await renderCommand([sample('bao-cao'), '--out', at('d.docx')], terminal)).toBe(0)
  expect(terminal.said).toEqual([`Wrote ${at('d.docx')}: DOCX.`])
  const { findings } = checkDocument(await readDocument(await readFile(at('d.docx'))))
  expect(findings).toEqual([])
})

test('says every fault of a model with its path, and writes nothing', async () => {
  await writeFile(at('wrong.json'), JSON.stringify({ profile: 'state', kind: 'bao-cao', issuer: '' }))
  const terminal = new RecordingTerminal()
  expect(await renderCommand([at('wrong.json'), '--out', at('c.pdf')], terminal)).toBe(2)
  expect(terminal.errors.length).toBeGreaterThan(2)
  expect(terminal.errors.slice(1).map((line) => line.trim().split(':')[0])).toContain('body')
  const json = new RecordingTerminal()
  expect(await renderCommand([at('wrong.json'), '--out', at('c.pdf'), '--json'], json)).toBe(2)
  expect(json.json()).toMatchObject({ error: { code: 'model_wrong', faults: expect.any(Array) } })
  expect((await readdir(folder)).filter((name) => name.includes('c.pdf') || name.endsWith('.part'))).toEqual(
    [],
  )
})

test('takes a model by standard input and gives the file alone to standard output', async () => {
  const terminal = new RecordingTerminal('en')
  terminal.given = await readFile(sample('bao-cao'))
  expect(await renderCommand(['-', '--out', '-'], terminal)).toBe(0)
  expect(Buffer.from(terminal.written).toString('latin1')).toMatch(/^%PDF-/)
  expect([terminal.said, terminal.errors]).toEqual([[], ['Wrote -: 1 page, PDF/A-2u.']])
})

test.each<[string, readonly string[], string]>([
  ['a PDF in a text', [sample('bao-cao'), '--out', 'x.txt'], 'usage_wrong'],
  ['no output', ['model.json'], 'usage_wrong'],
  ['tags in a DOCX', [sample('bao-cao'), '--out', 'x.docx', '--tagged'], 'usage_wrong'],
  ['a day that is none', ['model.json', '--out', 'x.pdf', '--at', 'today'], 'usage_wrong'],
  ['a model that is not there', ['/no/such/model.json', '--out', 'x.pdf'], 'path_not_readable'],
  [
    'a place that cannot be written',
    [sample('bao-cao'), '--out', '/no/such/folder/x.pdf'],
    'path_not_writable',
  ],
  ['a model that is no JSON', [new URL(import.meta.url).pathname, '--out', 'x.pdf'], 'model_not_json'],
])('refuses %s', async (_, args, code) => {
  const terminal = new RecordingTerminal()
  expect(await renderCommand([...args, '--json'], terminal)).toBe(2)
  expect(terminal.json()).toMatchObject({ error: { code } })
})

test('warns where lint would say that something must be changed, and says nothing else', async () => {
  const report = JSON.parse(await readFile(sample('bao-cao'), 'utf8'))
  const [signature] = report.signatures
  const wrong = {
    ...report,
    abstract: `V/v ${report.abstract}`,
    issued: { ...report.issued, place: 'SÔNG MƠ' },
    signatures: [{ ...signature, name: `Tiến sĩ ${signature.name}` }],
  }
  await writeFile(at('warned.json'), JSON.stringify(wrong))
  const terminal = new RecordingTerminal()
  expect(await renderCommand([at('warned.json'), '--out', at('warned.docx')], terminal)).toBe(0)
  expect(terminal.errors).toHaveLength(3)
  for (const line of terminal.errors) expect(line).toMatch(/^Cảnh báo “.+”: .+\.$/u)
  const lint = new RecordingTerminal()
  expect(await lintCommand([at('warned.docx'), '--json'], lint)).toBe(1)
  const { findings } = lint.json() as {
    readonly findings: readonly { readonly severity: string; readonly rule: string }[]
  }
  const must = findings.filter(({ severity }) => severity === 'must').map(({ rule }) => rule)
  const pdf = new RecordingTerminal()
  expect(await renderCommand([at('warned.json'), '--out', at('warned.pdf'), '--json'], pdf)).toBe(0)
  const { warnings } = pdf.json() as { readonly warnings: readonly { readonly rule: string }[] }
  expect(warnings.map(({ rule }) => rule)).toEqual(must)
  expect(new Set(must)).toEqual(new Set(['H07', 'T02', 'S04']))
})

test.each(samples())('$name is made without a warning', async ({ document }) => {
  expect(await formWarnings(document, { at: document.issued?.date ?? '2026-06-30' })).toEqual([])
})
