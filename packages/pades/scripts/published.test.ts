import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PublishedProject } from '../../../scripts/testing/published-project.ts'
import { testAuthority } from '../src/testing/authority.ts'
import { buildPdf, pagesOf } from '../src/testing/build-pdf.ts'
import { writeP12 } from '../src/testing/p12.ts'
import { makeCrl } from '../src/testing/revocation.ts'

const password = 'Mật khẩu 1'

let project: PublishedProject
beforeAll(() => {
  project = new PublishedProject(join(import.meta.dirname, '..'))
  writeFilesOfExamples()
})
afterAll(() => project[Symbol.dispose]())

describe('the package as it is published', () => {
  test('needs nothing but itself', () => {
    expect(project.installed()).toEqual(['@dot-pha/pades'])
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
    const { status, text } = project.run(code)
    expect([status, JSON.parse(text).verdict]).toEqual([2, 'not_signed'])
  })

  test('installs a program', () => {
    const { status, text } = project.runProgram('pades', ['verify', 'letter.pdf', '--json'])
    expect([status, JSON.parse(text).verdict]).toEqual([2, 'not_signed'])
    const wrong = project.runProgram('pades', ['sigm'], { LC_ALL: 'en' })
    expect(wrong).toEqual({
      status: 2,
      text: 'The command was called wrongly: there is no command sigm, did you mean sign.\nUsage: pades verify|sign|extend …\n',
    })
    expect(project.runProgram('pades', ['extend'], { LC_ALL: 'en' }).text).toContain(
      '\nUsage: pades extend FILE.pdf',
    )
  })

  test('exports the schema of its reports', () => {
    const code = `import schema from '@dot-pha/pades/schema/file-report.schema.json' with { type: 'json' }
      console.log(Object.keys(schema.properties).includes('verdict'))`
    expect(project.run(code)).toEqual({ status: 0, text: 'true\n' })
  })

  test('has types under which every example compiles, and nothing that is wrong', () => {
    const files = Object.fromEntries(project.examples.map((code, index) => [`example-${index}.ts`, code]))
    const wrong = "import { sign } from '@dot-pha/pades'\nawait sign('letter.pdf', {})\n"
    expect(project.examples.length).toBeGreaterThan(3)
    const { text } = project.compile({ ...files, 'example-wrong.ts': wrong })
    expect(text.match(/^\S.*?\)/gm)).toEqual(['example-wrong.ts(2,12)'])
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
  project.write('letter.pdf', buildPdf(pagesOf(1)))
  project.write('key.p12', writeP12({ entries: [an], password }))
  project.write('key.pem', an.key.export({ type: 'pkcs8', format: 'pem' }))
  project.write('certificate.der', an.certificate)
  project.write('root.crl', crl)
  project.write(
    'root.pem',
    `-----BEGIN CERTIFICATE-----\n${Buffer.from(authority.certificate).toString('base64')}\n-----END CERTIFICATE-----\n`,
  )
  symlinkSync(join(project.folder, 'letter.pdf'), join(project.folder, 'large.pdf'))
}

function example(...words: readonly string[]): string {
  const found = project.examples.find((code) => words.every((word) => code.includes(word)))
  if (found === undefined) throw new RangeError(`the README has no example of ${words.join(' and ')}`)
  return found
}

function run(code: string): string {
  const { status, text } = project.run(code, { KEY_PASSWORD: password })
  if (status !== 0) throw new Error(`the example ended with ${status}: ${text}`)
  return text
}
