import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, describe, expect, test } from 'vitest'
import { buildPdf, pagesOf } from '../testing/build-pdf.ts'
import { writeP12 } from '../testing/p12.ts'
import { PkiWorld } from '../testing/pki-world.ts'
import { extendCommand } from './extend-command.ts'
import { signCommand } from './sign-command.ts'
import { verifyCommand } from './verify-command.ts'

const world = await PkiWorld.start()
const folder = mkdtempSync(join(tmpdir(), 'pades-long-term-'))
const path = (name: string) => join(folder, name)
const password = 'Mật khẩu 2026'
mkdirSync(path('trust'))
writeFileSync(path('trust/root.cer'), world.root.certificate)
writeFileSync(path('to-trinh.pdf'), buildPdf(pagesOf(1)))
writeFileSync(
  path('an.p12'),
  writeP12({
    password,
    entries: [{ key: world.an.key, certificate: world.an.certificate }],
    certificates: [world.middle.certificate],
  }),
)

afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await world[Symbol.asyncDispose]()
})

async function run(command: typeof signCommand, ...args: readonly string[]) {
  const lines: string[] = []
  const out = (text: string) => lines.push(text)
  const terminal = {
    out,
    error: out,
    ask: async () => password,
    input: () => Readable.from([]),
    write: async () => undefined,
    language: 'vi',
    now: world.now,
  } as const
  const code = await command([...args, '--trust', path('trust')], terminal)
  return { code, text: lines.join('\n') }
}

const tsa = ['--tsa', world.server.at('tsa')]
const sign = (level: string, name: string) =>
  run(
    signCommand,
    path('to-trinh.pdf'),
    '--p12',
    path('an.p12'),
    '--level',
    level,
    ...tsa,
    '--out',
    path(name),
  )
const verdictOf = async (name: string): Promise<unknown> =>
  JSON.parse((await run(verifyCommand, path(name), '--at', world.clock.toISOString(), '--json')).text)

describe('on the command line', () => {
  test.each(['B-T', 'B-LT', 'B-LTA'])('a signature is made at %s', async (level) => {
    const { code, text } = await sign(level, `${level}.pdf`)
    expect([code, text]).toEqual([0, `Đã ký ở mức ${level}: ${path(`${level}.pdf`)}`])
    const judged = { signatures: expect.arrayContaining([expect.objectContaining({ level })]) }
    // Without its validation data a file alone does not tell whether somebody was revoked.
    const verdict = level === 'B-T' ? 'indeterminate' : 'valid'
    expect(await verdictOf(`${level}.pdf`)).toMatchObject({ verdict, ...judged })
  })

  test('a file is lifted once, and then is as it should be', async () => {
    await sign('B-T', 'b-t.pdf')
    const lifted = await run(extendCommand, path('b-t.pdf'), ...tsa, '--out', path('lta.pdf'))
    expect(lifted.text).toBe(
      `Đã nâng lên mức B-LTA (dữ liệu kiểm tra, dấu thời gian lưu trữ): ${path('lta.pdf')}`,
    )
    const again = await run(extendCommand, path('lta.pdf'), ...tsa, '--out', path('again.pdf'), '--json')
    expect(JSON.parse(again.text)).toMatchObject({ ok: true, to: 'B-LTA', done: [] })
    expect(await verdictOf('again.pdf')).toMatchObject({ verdict: 'valid' })
  })

  test.each([
    ['a file that nobody signed', ['to-trinh.pdf', ...tsa], 'not_signed', 1],
    ['no authority to stamp', ['to-trinh.pdf'], 'usage', 2],
    ['a level that is none', ['to-trinh.pdf', ...tsa, '--to', 'B-X'], 'usage', 2],
    ['an authority that is not there', ['B-T.pdf', '--tsa', 'http://127.0.0.1:9/'], 'service_unreachable', 2],
  ])('refuses to lift %s', async (_, words, errorCode, exitCode) => {
    await sign('B-T', 'B-T.pdf')
    const args = words.map((word) => (word.endsWith('.pdf') ? path(word) : word))
    const { code, text } = await run(extendCommand, ...args, '--out', path('never.pdf'), '--json')
    expect([code, JSON.parse(text)]).toMatchObject([exitCode, { ok: false, error: { code: errorCode } }])
    expect(existsSync(path('never.pdf'))).toBe(false)
  })
})
