import { randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { docxOf } from '../check/testing/docx-of.ts'
import { decision } from '../check/testing/state-documents.ts'
import { buildDocx } from '../read/testing/build-docx.ts'
import { RecordingTerminal } from '../testing/recording-terminal.ts'
import { guardedLint } from './guarded-lint.ts'
import { lintCommand } from './lint-command.ts'

let folder: string
const at = (name: string): string => join(folder, name)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nd30-lint-'))
  await writeFile(at('sound.docx'), await docxOf(decision, { pageNumber: { text: '2', size: 13 } }))
  await writeFile(
    at('damaged.docx'),
    await docxOf(decision, { left: 1134, pageNumber: { text: '2', size: 13 } }),
  )
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const schema = JSON.parse(
  await readFile(new URL('../../schema/check-report.schema.json', import.meta.url), 'utf8'),
)
const isAsPublished = new Ajv2020({ allErrors: true, strictTypes: false }).compile(schema)

async function lint(...args: string[]): Promise<{ code: number; report: Record<string, unknown> }> {
  const terminal = new RecordingTerminal()
  const code = await lintCommand([...args, '--json'], terminal)
  const report = terminal.json() as Record<string, unknown>
  isAsPublished(report)
  expect(isAsPublished.errors ?? []).toEqual([])
  return { code, report }
}

describe('lint', () => {
  test('ends with 0 for a document that follows its form', async () => {
    const { code, report } = await lint(at('sound.docx'))
    expect(report).toMatchObject({
      profile: 'state',
      form: 'nd30',
      kind: 'quyet-dinh',
      follows: true,
      cut: 0,
    })
    expect(report.counts).toEqual({ must: 0, should: 0, taste: 0 })
    expect(code).toBe(0)
  })

  test('ends with 1 where something must be mended, and says what, where, and by which article', async () => {
    const { code, report } = await lint(at('damaged.docx'))
    expect(report).toMatchObject({ follows: false, counts: { must: 1, should: 0 } })
    expect(report.findings).toMatchObject([
      { rule: 'P02', severity: 'must', repairable: true, place: { section: 1 } },
    ])
    expect(code).toBe(1)
  })

  test('mends into another file, which then follows the form, and leaves the first alone', async () => {
    const before = await readFile(at('damaged.docx'))
    const { code, report } = await lint(at('damaged.docx'), '--repair', at('mended.docx'))
    expect(code).toBe(1)
    expect(report.repaired).toMatchObject({ out: at('mended.docx'), report: { follows: true, findings: [] } })
    expect((await readFile(at('damaged.docx'))).equals(before)).toBe(true)
    expect((await lint(at('mended.docx'))).code).toBe(0)
  })

  test('judges what comes by standard input', async () => {
    const terminal = new RecordingTerminal()
    terminal.given = await readFile(at('damaged.docx'))
    expect(await lintCommand(['-', '--json'], terminal)).toBe(1)
    expect(terminal.json()).toMatchObject({ file: '-', counts: { must: 1 } })
  })

  test('does not repair onto the same file by another name', async () => {
    await symlink(at('damaged.docx'), at('link.docx'))
    const { code, report } = await lint(at('damaged.docx'), '--repair', at('link.docx'))
    expect([code, report.error]).toMatchObject([2, { code: 'usage_wrong' }])
  })

  test('says what is wrong with a file or a call without a word of English or a code', async () => {
    for (const args of [
      [folder],
      ['/no/such.docx'],
      [`${at('sound.docx')}/x.docx`],
      ['--what'],
      ['a', 'b'],
    ]) {
      const vi = new RecordingTerminal('vi')
      expect(await lintCommand(args, vi)).toBe(2)
      expect(vi.errors).toHaveLength(1)
      expect(vi.errors[0]?.split('\nCách gọi: ')[0]).toMatch(/^(Không đọc được|Gọi lệnh chưa đúng).*\.$/)
      expect(vi.errors[0]).not.toMatch(/\bE[A-Z]{4,}\b|Unknown|Unexpected/)
    }
  })

  test('says it to people in their language', async () => {
    const vi = new RecordingTerminal('vi')
    await lintCommand([at('damaged.docx')], vi)
    expect(vi.said[0]).toBe('Theo Nghị định 30/2020/NĐ-CP, ngày 05/03/2024.')
    expect(vi.said.join('\n')).toContain('PHẢI SỬA P02')
    expect(vi.said.at(-1)).toBe('Máy sửa được 1 điều: thêm --repair RA.docx.')
    const en = new RecordingTerminal('en')
    await lintCommand([at('damaged.docx'), '--repair', at('mended-too.docx')], en)
    expect(en.said[0]).toBe('By Decree 30/2020/NĐ-CP, on 05/03/2024.')
    expect(en.said.at(-1)).toBe(`Wrote ${at('mended-too.docx')}: 1 mended, 0 left for a person.`)
  })
})

describe('what cannot be judged ends with 2, and nothing is written', () => {
  test.each<[string, readonly string[], string]>([
    ['no file', ['--at', '2026-01-01'], 'usage_wrong'],
    ['two files', ['a.docx', 'b.docx'], 'usage_wrong'],
    ['an unknown option', ['a.docx', '--fix'], 'usage_wrong'],
    ['an option given twice', ['a.docx', '--at', '2026-01-01', '--at', '2026-01-02'], 'usage_wrong'],
    ['a form that is none', ['a.docx', '--profile', 'church'], 'usage_wrong'],
    ['a day that is none', ['a.docx', '--at', '2026-02-30'], 'usage_wrong'],
    ['a repair into a PDF', ['a.docx', '--repair', 'b.pdf'], 'usage_wrong'],
    ['a repair onto itself', ['a.docx', '--repair', './a.docx'], 'usage_wrong'],
    ['a file that is not there', ['/no/such/file.docx'], 'path_not_readable'],
  ])('%s', async (_, args, error) => {
    const { code, report } = await lint(...args)
    expect(report.error).toMatchObject({ code: error })
    expect(code).toBe(2)
  })

  test('a folder, a text, a day before every form, and a place that cannot be written', async () => {
    await mkdir(at('folder.docx'))
    await writeFile(at('text.docx'), 'Kính gửi: Sở Nội vụ')
    expect(await lint(at('folder.docx'))).toMatchObject({
      code: 2,
      report: { error: { code: 'path_not_readable' } },
    })
    expect(await lint(at('text.docx'))).toMatchObject({
      code: 2,
      report: { error: { code: 'file_not_docx' } },
    })
    expect(await lint(at('sound.docx'), '--at', '1999-01-01')).toMatchObject({
      code: 2,
      report: { error: { code: 'form_unknown' } },
    })
    expect(await lint(at('damaged.docx'), '--repair', at('nowhere/out.docx'))).toMatchObject({
      code: 2,
      report: { error: { code: 'path_not_writable' } },
    })
    expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual([])
  })

  test('a file that takes too long or too much memory stops nobody', async () => {
    const path = at('large.docx')
    const row = (number: number) =>
      `<w:p><w:r><w:t>${randomBytes(12).toString('base64')} ${number}</w:t></w:r></w:p>`
    const rows = Array.from({ length: 50_000 }, (_, number) => row(number)).join('')
    await writeFile(path, await buildDocx({ body: rows }))
    const request = {
      bytes: await readFile(path),
      profile: null,
      at: null,
      today: '2026-08-12',
      language: 'vi',
      repair: false,
    } as const
    expect(await guardedLint(request, { timeoutMs: 1, memoryMegabytes: 128 })).toMatchObject({
      error: { code: 'check_timeout' },
    })
    expect(await guardedLint(request, { timeoutMs: 60_000, memoryMegabytes: 24 })).toMatchObject({
      error: { code: 'check_out_of_memory' },
    })
  })
})
