import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testAuthority } from '../src/testing/authority.ts'
import { buildPdf, pagesOf } from '../src/testing/build-pdf.ts'
import { writeP12 } from '../src/testing/p12.ts'
import { makeCrl } from '../src/testing/revocation.ts'
import { buildPackage } from './build-package.ts'

const home = mkdtempSync(join(tmpdir(), 'pades-published-'))
const project = join(home, 'project')
const password = 'Mật khẩu 1'
afterAll(() => rmSync(home, { recursive: true, force: true }))

/** The examples of the README, in their order. */
const examples = [
  ...readFileSync(join(import.meta.dirname, '../README.md'), 'utf8').matchAll(/```ts\n(.*?)```/gs),
].map(([, code = '']) => code)

// What is published, installed from its tarball alone into a project of somebody else.
beforeAll(() => {
  const folder = join(home, 'package')
  buildPackage(folder)
  npm(folder, 'pack', '--silent', '--pack-destination', home)
  mkdirSync(project)
  writeFileSync(join(project, 'package.json'), '{ "private": true, "type": "module" }')
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }
  const tarball = join(home, `dot-pha-pades-${version}.tgz`)
  npm(
    project,
    'install',
    '--silent',
    '--offline',
    '--ignore-scripts',
    '--omit=optional',
    '--no-audit',
    tarball,
  )
  writeFilesOfExamples()
}, 240_000)

describe('the package as it is published', () => {
  test('needs nothing but itself', () => {
    const installed = JSON.parse(npm(project, 'ls', '--all', '--json', '--omit=optional')) as {
      dependencies: Record<string, object>
    }
    expect(Object.keys(installed.dependencies)).toEqual(['@dot-pha/pades'])
  })

  test('does what the first example of the README says', () => {
    expect(run(example('openP12', 'verify'))).toBe(
      'valid_no_tsa Mọi chữ ký đều hợp lệ; có chữ ký mà thời gian ký do người ký khai báo.\n',
    )
  })

  test('signs in two steps as the README says', () => {
    expect(run(example('prepare', 'complete'))).toContain('valid_no_tsa')
  })

  test('signs and judges on all cores as the README says', () => {
    expect(run(example('signingPool', 'verifyingPool'))).toContain('valid_no_tsa')
  })

  test('says of the command line what it is', () => {
    const code = `import { verifyCommand } from '@dot-pha/pades/cli'
      const terminal = { out: console.log, error: console.error, ask: async () => '', language: 'en', now: () => new Date() }
      process.exitCode = await verifyCommand(['letter.pdf', '--json'], terminal)`
    const [status, text] = runAnyhow(code)
    expect([status, JSON.parse(text).verdict]).toEqual([2, 'not_signed'])
  })

  test('has types under which every example compiles', () => {
    for (const [index, code] of examples.entries()) writeFileSync(join(project, `example-${index}.ts`), code)
    const settings = {
      compilerOptions: {
        strict: true,
        exactOptionalPropertyTypes: true,
        noEmit: true,
        target: 'ES2024',
        module: 'NodeNext',
        types: ['node'],
        typeRoots: [join(import.meta.dirname, '../../../node_modules/@types')],
      },
      include: ['example-*.ts'],
    }
    writeFileSync(join(project, 'tsconfig.json'), JSON.stringify(settings))
    expect(examples.length).toBeGreaterThan(3)
    expect(compile()).toEqual([0, ''])
    writeFileSync(
      join(project, 'example-wrong.ts'),
      "import { sign } from '@dot-pha/pades'\nawait sign('letter.pdf', {})\n",
    )
    expect(compile()[1]).toContain('example-wrong.ts(2,12)')
  })
})

function writeFilesOfExamples(): void {
  const authority = testAuthority({ notAfter: new Date('2099-01-01T00:00:00Z') })
  const an = authority.issue({ commonName: 'Nguyễn Thị Ánh', notAfter: new Date('2098-01-01T00:00:00Z') })
  const now = Date.now()
  const crl = makeCrl(authority, {
    thisUpdate: new Date(now - 3_600_000),
    nextUpdate: new Date(now + 3_600_000),
  })
  const write = (name: string, content: string | Uint8Array) => writeFileSync(join(project, name), content)
  write('letter.pdf', buildPdf(pagesOf(1)))
  write('key.p12', writeP12({ entries: [an], password }))
  write('key.pem', an.key.export({ type: 'pkcs8', format: 'pem' }))
  write('certificate.der', an.certificate)
  write('root.crl', crl)
  write(
    'root.pem',
    `-----BEGIN CERTIFICATE-----\n${Buffer.from(authority.certificate).toString('base64')}\n-----END CERTIFICATE-----\n`,
  )
  symlinkSync(join(project, 'letter.pdf'), join(project, 'large.pdf'))
}

function example(...words: readonly string[]): string {
  const found = examples.find((code) => words.every((word) => code.includes(word)))
  if (found === undefined) throw new RangeError(`the README has no example of ${words.join(' and ')}`)
  return found
}

function npm(cwd: string, ...args: readonly string[]): string {
  return execFileSync('npm', args, { cwd, encoding: 'utf8' })
}

function run(code: string): string {
  const [status, text] = runAnyhow(code)
  if (status !== 0) throw new Error(`the example ended with ${status}`)
  return text
}

function runAnyhow(code: string): readonly [status: number, text: string] {
  writeFileSync(join(project, 'run.ts'), code)
  return spawned('run.ts')
}

function compile(): readonly [status: number, text: string] {
  const compiler = createRequire(import.meta.url).resolve('typescript/bin/tsc')
  return spawned(compiler, '-p', '.')
}

function spawned(...args: readonly string[]): readonly [status: number, text: string] {
  try {
    const env = { ...process.env, KEY_PASSWORD: password }
    return [0, execFileSync(process.execPath, args, { cwd: project, encoding: 'utf8', env })]
  } catch (error) {
    const { status, stdout, stderr } = error as { status: number; stdout: string; stderr: string }
    return [status, stdout + stderr]
  }
}
