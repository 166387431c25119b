import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import type { ReadStream } from 'node:tty'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { errorSentencesEn } from '../error-sentences.en.ts'
import { errorSentencesVi } from '../error-sentences.vi.ts'
import { testAuthority, testNow } from '../testing/authority.ts'
import { buildPdf, pagesOf } from '../testing/build-pdf.ts'
import { writeP12 } from '../testing/p12.ts'
import { makeCrl } from '../testing/revocation.ts'
import { askHidden } from './ask-hidden.ts'
import { signCommand } from './sign-command.ts'
import { verifyCommand } from './verify-command.ts'

const password = 'Mật khẩu 2026'
const authority = testAuthority()
const an = authority.issue({ commonName: 'Nguyễn Thị Ánh', keyKind: 'rsa2048' })
const gone = authority.issue({ commonName: 'Người đã nghỉ' })
let folder: string

const path = (name: string) => join(folder, name)
const at = testNow.toISOString()

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pades-sign-cli-'))
  writeFileSync(path('to-trinh.pdf'), buildPdf(pagesOf(2)))
  writeFileSync(path('text.pdf'), 'không phải PDF')
  writeFileSync(path('mat-khau.txt'), `${password}\n`)
  for (const [name, one] of Object.entries({ an, gone }))
    writeFileSync(
      path(`${name}.p12`),
      writeP12({
        password,
        entries: [{ key: one.key, certificate: one.certificate }],
        certificates: [authority.certificate],
      }),
    )
  writeFileSync(path('an-key.pem'), an.key.export({ type: 'pkcs8', format: 'pem' }))
  writeFileSync(path('an.cer'), an.certificate)
  mkdirSync(path('trust'))
  writeFileSync(path('trust/root.cer'), authority.certificate)
  writeFileSync(path('trust/list.crl'), makeCrl(authority, { revoked: [{ certificate: gone.parsed }] }))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let input: Uint8Array = new Uint8Array(0)
let written: Uint8Array = new Uint8Array(0)

async function run(command: typeof signCommand, ...args: readonly string[]) {
  const lines: string[] = []
  const out = (text: string) => lines.push(text)
  const ask = async () => password
  const io = {
    input: () => Readable.from([input]),
    write: async (bytes: Uint8Array) => {
      written = bytes
    },
  }
  const code = await command(args, { out, error: out, ask, ...io, language: 'vi', now: () => testNow })
  return { code, text: lines.join('\n') }
}

const verdictOf = async (name: string): Promise<unknown> =>
  JSON.parse((await run(verifyCommand, path(name), '--trust', path('trust'), '--at', at, '--json')).text)

describe('dotpha sign', () => {
  test.each([
    ['a PKCS #12 file and its password in a file', ['--p12', 'an.p12', '--password-file', 'mat-khau.txt']],
    ['a PKCS #12 file and a password that is asked for', ['--p12', 'an.p12']],
    ['a key and a certificate in files', ['--key', 'an-key.pem', '--cert', 'an.cer', '--pss']],
  ])('signs with %s', async (_, key) => {
    const files = key.map((word) => (word.startsWith('--') ? word : path(word)))
    const words = ['--reason', 'Phê duyệt', '--page', '2', '--trust', path('trust'), '--offline']
    const { code, text } = await run(
      signCommand,
      path('to-trinh.pdf'),
      ...files,
      '--out',
      path('da-ky.pdf'),
      ...words,
    )
    expect([code, text]).toEqual([0, `Đã ký ở mức B-B: ${path('da-ky.pdf')}`])
    expect(await verdictOf('da-ky.pdf')).toMatchObject({
      verdict: 'valid_no_tsa',
      signatures: [{ declared: { reason: 'Phê duyệt' }, signer: { commonName: 'Nguyễn Thị Ánh' } }],
    })
  })

  test('tells what it could not check', async () => {
    const { text } = await run(
      signCommand,
      path('to-trinh.pdf'),
      '--p12',
      path('an.p12'),
      '--out',
      path('b.pdf'),
    )
    expect(text).toContain('Lưu ý, chứng thư Nguyễn Thị Ánh: chưa kiểm tra tình trạng thu hồi.')
  })

  test('signs what comes by standard input, and gives the signed file to standard output and nothing else', async () => {
    input = readFileSync(path('to-trinh.pdf'))
    const key = ['--p12', path('an.p12'), '--password-file', path('mat-khau.txt')]
    const { code, text } = await run(signCommand, '-', ...key, '--out', '-')
    expect([code, text.split('\n')[0]]).toEqual([0, 'Đã ký ở mức B-B: -'])
    writeFileSync(path('by-pipe.pdf'), written)
    expect(await verdictOf('by-pipe.pdf')).toMatchObject({ verdict: 'valid_no_tsa' })
    const asked = await run(signCommand, '-', '--p12', path('an.p12'), '--out', '-')
    expect(asked).toEqual({ code: 2, text: expect.stringMatching(/mật khẩu phải nêu bằng --password-file/) })
  })

  test.each([
    [
      'a revoked certificate',
      ['to-trinh.pdf', '--p12', 'gone.p12', '--trust', 'trust', '--offline'],
      'certificate_revoked',
      1,
    ],
    ['a wrong password', ['to-trinh.pdf', '--p12', 'an.p12', '--password', 'sai'], 'key_wrong_password', 2],
    ['what is no PDF', ['text.pdf', '--p12', 'an.p12'], 'pdf_malformed', 2],
    ['a file that is not there', ['nothing.pdf', '--p12', 'an.p12'], 'file', 2],
    ['a folder in place of the file', ['trust', '--p12', 'an.p12'], 'file', 2],
    ['a folder in place of the key', ['to-trinh.pdf', '--p12', 'trust'], 'file', 2],
    ['a file as folder of trust', ['to-trinh.pdf', '--p12', 'an.p12', '--trust', 'text.pdf'], 'file', 2],
    ['two keys', ['to-trinh.pdf', '--p12', 'an.p12', '--key', 'an-key.pem'], 'usage', 2],
    ['no key', ['to-trinh.pdf'], 'usage', 2],
    ['an option that is none', ['to-trinh.pdf', '--p12', 'an.p12', '--what'], 'usage', 2],
    [
      'a level without a time-stamp authority',
      ['to-trinh.pdf', '--p12', 'an.p12', '--level', 'B-T'],
      'usage',
      2,
    ],
  ])('refuses %s and leaves nothing behind', async (_, words, errorCode, exitCode) => {
    const args = words.map((word) => (/\.(pdf|p12|pem)$|^trust$/.test(word) ? path(word) : word))
    const { code, text } = await run(signCommand, ...args, '--out', path('never.pdf'), '--json')
    expect(code).toBe(exitCode)
    expect(JSON.parse(text)).toMatchObject({ ok: false, error: { code: errorCode } })
    expect(existsSync(path('never.pdf'))).toBe(false)
  })
})

describe('where the signed file cannot be written', () => {
  const key = () => ['--p12', path('an.p12'), '--password', password]

  test.each([
    ['nowhere/a.pdf', 'thư mục chứa tệp chưa có'],
    ['taken.pdf', 'đã có thư mục mang tên này'],
    ['a.txt', '--out phải là tên tệp kết thúc bằng .pdf'],
  ])('%s: one sentence says why, and nothing stays behind', async (name, why) => {
    mkdirSync(path('taken.pdf'), { recursive: true })
    const before = readdirSync(folder)
    const { code, text } = await run(signCommand, path('to-trinh.pdf'), ...key(), '--out', path(name))
    expect(code).toBe(2)
    expect(text.split('\n')[0]).toContain(why)
    expect(text).not.toMatch(/Error|\bE[A-Z]{4,}\b| at /)
    expect(readdirSync(folder)).toEqual(before)
  })

  test('no device is replaced by a file', async () => {
    symlinkSync('/dev/null', path('device.pdf'))
    const { code, text } = await run(signCommand, path('to-trinh.pdf'), ...key(), '--out', path('device.pdf'))
    expect([code, text]).toEqual([2, expect.stringContaining('đây là thiết bị hoặc ống dẫn')])
  })
})

test('a password is the first line where nobody sits at a terminal', async () => {
  const input = Readable.from([Buffer.from('Mật khẩu\nkhác\n')]) as unknown as ReadStream
  expect(await askHidden('?', input, () => undefined)).toBe('Mật khẩu')
})

test('each error has its sentence in both languages', () => {
  expect(Object.keys(errorSentencesEn)).toEqual(Object.keys(errorSentencesVi))
})

test('what is filled into a sentence reads the same in every language', () => {
  const names = Object.values(errorSentencesVi).flatMap((vi) => vi.match(/(?<=\{)\w+/g) ?? [])
  expect(names.filter((name) => !/^(offset|field|letters|url|waiting|algorithm)$/.test(name))).toEqual([])
})
