import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
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

async function run(command: typeof signCommand, ...args: readonly string[]) {
  const lines: string[] = []
  const out = (text: string) => lines.push(text)
  const ask = async () => password
  const code = await command(args, { out, error: out, ask, language: 'vi', now: () => testNow })
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

  test.each([
    [
      'a revoked certificate',
      ['to-trinh.pdf', '--p12', 'gone.p12', '--trust', 'trust', '--offline'],
      'certificate_revoked',
    ],
    ['a wrong password', ['to-trinh.pdf', '--p12', 'an.p12', '--password', 'sai'], 'key_wrong_password'],
    ['what is no PDF', ['text.pdf', '--p12', 'an.p12'], 'pdf_malformed'],
    ['a file that is not there', ['nothing.pdf', '--p12', 'an.p12'], 'file'],
    ['two keys', ['to-trinh.pdf', '--p12', 'an.p12', '--key', 'an-key.pem'], 'usage'],
    ['no key', ['to-trinh.pdf'], 'usage'],
    ['an option that is none', ['to-trinh.pdf', '--p12', 'an.p12', '--what'], 'usage'],
    [
      'a level without a time-stamp authority',
      ['to-trinh.pdf', '--p12', 'an.p12', '--level', 'B-T'],
      'usage',
    ],
  ])('refuses %s and leaves nothing behind', async (_, words, errorCode) => {
    const args = words.map((word) => (/\.(pdf|p12|pem)$|^trust$/.test(word) ? path(word) : word))
    const { code, text } = await run(signCommand, ...args, '--out', path('never.pdf'), '--json')
    expect(code).toBe(1)
    expect(JSON.parse(text)).toMatchObject({ ok: false, error: { code: errorCode } })
    expect(existsSync(path('never.pdf'))).toBe(false)
  })
})

test('a password is the first line where nobody sits at a terminal', async () => {
  const input = Readable.from([Buffer.from('Mật khẩu\nkhác\n')]) as unknown as ReadStream
  expect(await askHidden('?', input, () => undefined)).toBe('Mật khẩu')
})

test('each error has its sentence in both languages', () => {
  expect(Object.keys(errorSentencesEn)).toEqual(Object.keys(errorSentencesVi))
})
