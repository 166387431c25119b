import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { lintCommand, renderCommand } from '@dot-pha/nd30/cli'
import { extendCommand, signCommand, type Terminal, verifyCommand } from '@dot-pha/pades/cli'
import { workdaysCommand } from '@dot-pha/workdays/cli'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testAuthority, testNow } from '../../../packages/pades/src/testing/authority.ts'
import { buildPdf, pagesOf } from '../../../packages/pades/src/testing/build-pdf.ts'
import { repositoryRoot } from '../platform/root.ts'

// What people see of a wrong call is one thing, whichever package the command is of: one sentence in their language that
// says which, why and what to do, and the same exit code.

const commands = {
  verify: verifyCommand,
  sign: signCommand,
  extend: extendCommand,
  lint: lintCommand,
  render: renderCommand,
  workdays: workdaysCommand,
} as const
type Name = keyof typeof commands

let folder: string
let place: Readonly<Record<string, string>>

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'package-calls-'))
  const path = (name: string) => join(folder, name)
  const signer = testAuthority().issue({ commonName: 'Nguyễn Thị Ánh' })
  writeFileSync(path('sound.pdf'), buildPdf(pagesOf(1)))
  writeFileSync(path('key.pem'), signer.key.export({ type: 'pkcs8', format: 'pem' }))
  writeFileSync(path('an.cer'), signer.certificate)
  for (const name of ['trust', 'folder', 'folder.pdf', 'folder.ics', 'closed']) mkdirSync(path(name))
  for (const name of ['closed.pdf', 'closed.cer']) writeFileSync(path(name), '')
  place = {
    PDF: path('sound.pdf'),
    KEY: path('key.pem'),
    CERT: path('an.cer'),
    TRUST: path('trust'),
    OUT: path('out.pdf'),
    MODEL: join(repositoryRoot, 'packages/nd30/samples/bao-cao.json'),
  }
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function run(name: Name, args: readonly string[], language: 'vi' | 'en') {
  const out: string[] = []
  const error: string[] = []
  const terminal: Terminal = {
    out: (text) => out.push(text),
    error: (text) => error.push(text),
    ask: async () => '',
    input: () => Readable.from([]),
    write: async () => undefined,
    language,
    now: () => testNow,
  }
  return { code: await commands[name](args, terminal), out, error }
}

/** A call in which capitals stand for sound files, and `GIVEN` for what is wrong. */
const callWith = (call: string, given: string): readonly [Name, ...string[]] => {
  const words = call.split(' ').map((word) => (word === 'GIVEN' ? given : (place[word] ?? word)))
  return words as unknown as readonly [Name, ...string[]]
}

/** Capitals such as FILE.pdf are how the usage names a word. */
const english = /\b(the|is|not|no|cannot|file|folder|option|value|missing|unknown|argument)\b|\bE[A-Z]{3,}\b/

interface Expected {
  readonly vi: RegExp
  readonly en: RegExp
}

/** `given` may stand in the sentence as it is; the rest of it is in one language. */
async function failsInOneSentence(call: string, given: string, expected: Expected): Promise<void> {
  const [name, ...args] = callWith(call, given)
  for (const language of ['vi', 'en'] as const) {
    const { code, out, error } = await run(name, args, language)
    expect([code, out, error.length], `${call} ${error}`).toEqual([2, [], 1])
    const [sentence = '', usage, ...more] = error[0]?.split('\n') ?? []
    expect(sentence).toMatch(expected[language])
    expect(sentence).toMatch(/[^.]\.$/)
    expect(more).toEqual([])
    if (usage !== undefined) expect(usage).toMatch(/^(Cách gọi|Usage): dotpha /)
    if (language === 'vi') expect(sentence.replaceAll(given, '').replaceAll(folder, '')).not.toMatch(english)
  }
}

const key = '--key KEY --cert CERT'
const files = [
  'verify GIVEN',
  `sign GIVEN ${key} --out OUT`,
  'sign PDF --p12 GIVEN --password x --out OUT',
  'sign PDF --key GIVEN --cert CERT --out OUT',
  'sign PDF --key KEY --cert GIVEN --out OUT',
  'sign PDF --p12 PDF --password-file GIVEN --out OUT',
  'extend GIVEN --tsa http://127.0.0.1:9 --trust TRUST --offline --out OUT',
  'lint GIVEN',
  'render GIVEN --out OUT',
  'workdays year 2026 --years GIVEN',
  'workdays year 2026 --extra GIVEN',
]
const folders = [
  'verify PDF --trust GIVEN',
  `sign PDF ${key} --trust GIVEN --offline --out OUT`,
  'extend PDF --tsa http://127.0.0.1:9 --trust GIVEN --offline --out OUT',
]
const outputs = [
  [`sign PDF ${key} --out GIVEN`, 'pdf'],
  ['render MODEL --out GIVEN', 'pdf'],
  ['workdays ics 2026 --out GIVEN', 'ics'],
] as const

const isFolder = { vi: /^Không đọc được .*: đây là thư mục, /, en: /^Cannot read .*: this is a folder, / }
const isMissing = {
  vi: /^Không đọc được .*: không có tệp hay thư mục này, /,
  en: /^Cannot read .*: there is no such file or folder, /,
}
const fileOnTheWay = {
  vi: /^Không đọc được .*: một phần của đường dẫn là tệp/,
  en: /^Cannot read .*: a part of the path is a file /,
}
const isClosed = {
  vi: /^Không đọc được .*: tài khoản đang chạy lệnh không có quyền đọc, /,
  en: /^Cannot read .*: the account that runs the command may not read it, /,
}

describe.each(files)('%s', (call) => {
  test('a folder in place of the file', () => failsInOneSentence(call, join(folder, 'folder'), isFolder))
  test('a file that is not there', () => failsInOneSentence(call, join(folder, 'gone.pdf'), isMissing))
  test('a file in place of a folder', () =>
    failsInOneSentence(call, join(folder, 'sound.pdf/x.pdf'), fileOnTheWay))
  test('a device', () =>
    failsInOneSentence(call, '/dev/null', {
      vi: /^Không đọc được .*: đây là thiết bị hoặc ống dẫn, /,
      en: /^Cannot read .*: this is a device or a pipe, /,
    }))
})

describe.each(folders)('%s', (call) => {
  test('a folder that is not there', () => failsInOneSentence(call, join(folder, 'gone'), isMissing))
  test('a file in place of the folder', () =>
    failsInOneSentence(call, join(folder, 'sound.pdf'), {
      vi: /^Không đọc được thư mục .*: đây không phải thư mục, /,
      en: /^Cannot read the folder .*: this is no folder, /,
    }))
})

describe.each(outputs)('%s', (call, ending) => {
  test('a folder that is not there', () =>
    failsInOneSentence(call, join(folder, `gone/x.${ending}`), {
      vi: /^Không ghi được .*: thư mục chứa tệp chưa có, /,
      en: /^Cannot write .*: its folder does not exist, /,
    }))
  test('a folder in place of the file', () =>
    failsInOneSentence(call, join(folder, `folder.${ending}`), {
      vi: /^Không ghi được .*: đã có thư mục mang tên này, /,
      en: /^Cannot write .*: a folder has this name, /,
    }))
  test('a file in place of its folder', () =>
    failsInOneSentence(call, join(folder, `sound.pdf/x.${ending}`), {
      vi: /^Không ghi được .*: một phần của đường dẫn là tệp/,
      en: /^Cannot write .*: a part of the path is a file /,
    }))
  test('another ending', () =>
    failsInOneSentence(call, join(folder, 'x.txt'), {
      vi: /^Gọi lệnh chưa đúng: --out phải là tên tệp kết thúc bằng /,
      en: /^The command was called wrongly: --out must name a file that ends in /,
    }))
  test('leaves nothing behind', () => {
    expect(readdirSync(folder).filter((name) => /part$|^x\.|^out/.test(name))).toEqual([])
  })
})

// Root may read everything, so another account is taken on where there is one and the folders above are open to it.
const nobody = 65_534
const isRoot = process.getuid?.() === 0
const canEnter =
  isRoot &&
  [tmpdir(), repositoryRoot].every((path) => {
    const enter = ['-e', `require('fs').readdirSync(${JSON.stringify(path)})`]
    return spawnSync(process.execPath, enter, { uid: nobody, cwd: '/' }).status === 0
  })

describe.skipIf(isRoot && !canEnter)('another account’s files', () => {
  beforeAll(() => {
    chmodSync(folder, 0o755)
    for (const name of readdirSync(folder))
      chmodSync(join(folder, name), name.startsWith('closed') ? 0 : 0o755)
    if (isRoot) process.seteuid?.(nobody)
  })
  afterAll(() => {
    if (isRoot) process.seteuid?.(0)
    for (const name of readdirSync(folder)) chmodSync(join(folder, name), 0o755)
  })

  test.each(files)('cannot be read: %s', (call) =>
    failsInOneSentence(call, join(folder, 'closed.pdf'), isClosed),
  )
  test.each(folders)('cannot be listed: %s', (call) =>
    failsInOneSentence(call, join(folder, 'closed'), {
      vi: /^Không đọc được thư mục .*: tài khoản đang chạy lệnh không có quyền đọc, /,
      en: /^Cannot read the folder .*: the account that runs the command may not read it, /,
    }),
  )
  test.each(outputs)('cannot be written among: %s', (call, ending) =>
    failsInOneSentence(call, join(folder, `closed/x.${ending}`), {
      vi: /^Không ghi được .*: tài khoản đang chạy lệnh không có quyền ghi ở đó, /,
      en: /^Cannot write .*: the account that runs the command may not write there, /,
    }),
  )
})

const calls = [
  'verify PDF',
  `sign PDF ${key} --out OUT`,
  'extend PDF --tsa http://127.0.0.1:9 --trust TRUST --out OUT',
  'lint PDF',
  'render MODEL --out OUT',
  'workdays add 2026-02-13 5',
  'workdays count 2026-02-13 2026-02-20',
  'workdays deadline --from 2026-02-13 --limit 5',
  'workdays year 2026',
  'workdays ics 2026',
  'workdays lunar 2026-02-13',
]
const wrongly = (vi: string, en: string): Expected => ({
  vi: new RegExp(`^Gọi lệnh chưa đúng: ${vi}`),
  en: new RegExp(`^The command was called wrongly: ${en}`),
})

describe.each(calls)('%s', (call) => {
  test.each([
    [
      'an unknown option',
      '--nothing',
      wrongly('không có tùy chọn --nothing', 'there is no option --nothing'),
    ],
    [
      'a mistyped option',
      '--jsn',
      wrongly('không có tùy chọn --jsn, có phải --json', 'there is no option --jsn, did you mean --json'),
    ],
    ['an unknown letter', '-q', wrongly('không có tùy chọn -q', 'there is no option -q')],
    ['a value where none belongs', '--json=1', wrongly('--json không nhận giá trị', '--json takes no value')],
    [
      'an option twice',
      '--json --json',
      wrongly('--json chỉ được ghi một lần', '--json may be given only once'),
    ],
    ['an empty word', ' ', wrongly('có một giá trị để trống', 'one value is empty')],
  ])('%s', async (_, more, expected) => {
    if (more === '--json --json') return failsInJson(`${call} ${more}`, expected)
    return failsInOneSentence(`${call} ${more}`, more, expected)
  })

  test('no word of what it needs', async () => {
    const bare = call.startsWith('workdays') ? call.split(' ').slice(0, 2).join(' ') : call.split(' ')[0]
    await failsInOneSentence(bare ?? '', '', wrongly('thiếu ', '.* is missing'))
  })
})

/** The same for programs: one JSON object, with the sentence in both languages. */
async function failsInJson(call: string, expected: Expected): Promise<void> {
  const [name, ...args] = callWith(call, '')
  const { code, out, error } = await run(name, args, 'vi')
  expect([code, out.length, error]).toEqual([2, 1, []])
  const told = JSON.parse(out[0] ?? '').error
  const { vi, en } = told.sentence ?? told
  expect(vi).toMatch(expected.vi)
  expect(en).toMatch(expected.en)
}
