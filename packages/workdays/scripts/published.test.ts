import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PublishedProject } from '../../../scripts/testing/published-project.ts'

let project: PublishedProject
beforeAll(() => {
  project = new PublishedProject(join(import.meta.dirname, '..'))
}, 240_000)
afterAll(() => project[Symbol.dispose]())

describe('the package as it is published', () => {
  test('needs nothing but itself', () => {
    expect(project.installed()).toEqual(['@dot-pha/workdays'])
  })

  test('prints what its README says', () => {
    expect(project.printed).toContain('2026-03-03')
    expect(project.run(project.examples[0] ?? '')).toEqual({ status: 0, text: project.printed })
  })

  test('installs a program', () => {
    expect(project.runProgram('workdays', ['add', '2026-02-13', '5', '--json'])).toMatchObject({ status: 0 })
    expect(project.runProgram('workdays', ['--help'], { LC_ALL: 'en' })).toEqual({
      status: 0,
      text: 'Usage: workdays add|count|deadline|year|ics|lunar …\n',
    })
    const { status, text } = project.runProgram('workdays', ['add'], { LC_ALL: 'en' })
    expect([status, text.split('\n')[1]]).toEqual([2, expect.stringMatching(/^Usage: workdays add DATE N/)])
  })

  test('answers on the command line, and its types are those of its answers', () => {
    const code = `import { type Terminal, workdaysCommand } from '@dot-pha/workdays/cli'
      const terminal: Terminal = { out: console.log, error: console.error, language: 'en', now: () => new Date() }
      process.exitCode = workdaysCommand(['add', '2026-02-13', '5', '--json'], terminal)`
    const { status, text } = project.run(code)
    expect([status, JSON.parse(text)]).toMatchObject([0, { date: '2026-02-27' }])
    expect(project.compile({ 'example.ts': project.examples[0] ?? '', 'cli.ts': code })).toEqual({
      status: 0,
      text: '',
    })
  })
})
