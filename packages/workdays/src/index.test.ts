import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, expectTypeOf, test } from 'vitest'
import type { Deadline, DeadlineRequest, Limit, PlainDate, WorkingCalendar } from './index.ts'
import * as face from './index.ts'

test('what is promised is this and nothing more', () => {
  expect(Object.keys(face).sort()).toMatchInlineSnapshot(`
    [
      "OutOfCalendarError",
      "WorkdaysError",
      "addWorkingDays",
      "addWorkingDaysToMany",
      "addWorkingHours",
      "changedDays",
      "changedDeadlines",
      "countWorkingDays",
      "countWorkingDaysOfMany",
      "dateOfLunar",
      "dayNumber",
      "deadline",
      "errorSentence",
      "expectedYear",
      "isWorking",
      "isWorkingDay",
      "limitWords",
      "lunarDateOf",
      "nextWorkingMoment",
      "openPeriods",
      "parseInstant",
      "parseLimit",
      "plainDateOf",
      "proposal2027",
      "readExtraDays",
      "readYearFile",
      "shareLimit",
      "specialDaysOf",
      "standardHours",
      "stepDeadlines",
      "timeLeft",
      "usedTime",
      "workingCalendar",
      "workingDayFrom",
      "workingTimeBetween",
    ]
  `)
})

describe('types', () => {
  test('a deadline that is paused may have no due date, and a request needs little', () => {
    expectTypeOf<Deadline['dueOn']>().toEqualTypeOf<PlainDate | null>()
    expectTypeOf<{ from: string; limit: Limit }>().toExtend<DeadlineRequest>()
    expectTypeOf<{ amount: number; unit: 'fortnights' }>().not.toExtend<Limit>()
    expectTypeOf(face.workingCalendar).returns.toEqualTypeOf<WorkingCalendar>()
  })
})

test('the first example of the README prints what stands there', () => {
  const readme = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8')
  const [, example = '', expected = ''] = /```ts\n(.*?)```.*?```\n(.*?)```/s.exec(readme) ?? []
  expect(example).toContain("from '@dot-pha/workdays'")
  const entry = pathToFileURL(join(import.meta.dirname, 'index.ts')).href
  const folder = mkdtempSync(join(tmpdir(), 'workdays-readme-'))
  try {
    const file = join(folder, 'example.ts')
    writeFileSync(file, example.replace('@dot-pha/workdays', entry))
    expect(execFileSync(process.execPath, [file], { encoding: 'utf8' })).toBe(expected)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
