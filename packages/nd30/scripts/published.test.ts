import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PublishedProject } from '../../../scripts/testing/published-project.ts'
import { docxOf } from '../src/check/testing/docx-of.ts'
import { decision } from '../src/check/testing/state-documents.ts'

let project: PublishedProject
beforeAll(async () => {
  project = new PublishedProject(join(import.meta.dirname, '..'))
  project.write('letter.docx', await docxOf(decision, { left: 1134, pageNumber: { text: '2', size: 13 } }))
}, 240_000)
afterAll(() => project[Symbol.dispose]())

const cli = `import { lintCommand, type Terminal } from '@dot-pha/nd30/cli'
  const terminal: Terminal = {
    out: console.log, error: console.error, language: 'en', now: () => new Date(),
    input: () => process.stdin, write: async () => undefined,
  }
  process.exitCode = await lintCommand(['letter.docx', '--json'], terminal)`

describe('the package as it is published', () => {
  test('sets a page, writes and corrects a DOCX as its README says, with its own templates, fonts and threads', () => {
    expect(project.run(project.examples[0] ?? '')).toEqual({ status: 0, text: project.printed })
  })

  test('judges a file in a thread on the command line', () => {
    const { status, text } = project.run(cli)
    expect([status, JSON.parse(text)]).toMatchObject([1, { findings: [{ rule: 'P02' }] }])
  })

  test('installs a program, and exports its schemas', () => {
    const { status, text } = project.runProgram('nd30', ['lint', 'letter.docx', '--json'])
    expect([status, JSON.parse(text)]).toMatchObject([1, { findings: [{ rule: 'P02' }] }])
    const code = `for (const name of ['document', 'check-report']) {
        const file = await import('@dot-pha/nd30/schema/' + name + '.schema.json', { with: { type: 'json' } })
        console.log(typeof file.default.$schema)
      }`
    expect(project.run(code)).toEqual({ status: 0, text: 'string\nstring\n' })
  })

  test('has types under which the example compiles', () => {
    expect(project.compile({ 'example.ts': project.examples[0] ?? '', 'cli.ts': cli })).toEqual({
      status: 0,
      text: '',
    })
  })
})
