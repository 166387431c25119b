import { expect, test } from 'vitest'
import type { CheckReport, Finding } from '../src/check/finding.ts'
import type { RuleId } from '../src/rules/catalogue.ts'
import type { Label } from './label.ts'
import { compare, countOf, precisionOf, recallOf } from './measure.ts'
import { disagreements, measureTable } from './measure-table.ts'

const label: Label = {
  id: 'one',
  producer: 'word',
  profile: 'state',
  at: '2026-01-01',
  kind: 'cong-van',
  about: 'a letter',
  damages: [
    {
      what: 'two things',
      changes: [],
      expect: [{ rule: 'P02' }, { rule: 'B02', excerpt: 'Sở Y tế đã' }],
      allow: ['H03'],
    },
    { what: 'twice', changes: [], expect: [{ rule: 'B05', excerpt: 'Đoạn', count: 2 }] },
  ],
}

const finding = (rule: RuleId, excerpt: string, more: Partial<Finding> = {}): Finding => ({
  rule,
  article: '',
  severity: 'must',
  place: { part: 'word/document.xml', paragraph: excerpt.length, excerpt },
  places: [more.place ?? { part: 'word/document.xml', paragraph: excerpt.length, excerpt }],
  count: 1,
  found: '',
  expected: '',
  vi: '',
  en: '',
  repairable: false,
  ...more,
})

const report = (...findings: Finding[]): CheckReport => ({
  profile: 'state',
  form: 'nd30',
  at: '2026-01-01',
  kind: null,
  follows: false,
  counts: { must: 0, should: 0, taste: 0 },
  findings,
  cut: 0,
})

test('who says nothing is never wrong and finds nothing', () => {
  const counts = countOf([compare(label, true, report())])
  expect(counts).toEqual({ rightly: 0, falsely: 0, found: 0, missed: 4 })
  expect([precisionOf(counts), recallOf(counts)]).toEqual([1, 0])
})

test('who says exactly what is labelled is right in all', () => {
  const said = [
    finding('P02', ''),
    finding('B02', 'Sở Y tế  đã\tbáo cáo'),
    finding('B05', 'Đoạn một'),
    finding('B05', 'Đoạn thứ hai'),
  ]
  const counts = countOf([compare(label, true, report(...said))])
  expect(counts).toEqual({ rightly: 4, falsely: 0, found: 4, missed: 0 })
})

test('the same rule about another paragraph is wrong, and does not make up for what was missed', () => {
  const counts = countOf([compare(label, true, report(finding('B02', 'Bệnh viện')))], 'B02')
  expect(counts).toEqual({ rightly: 0, falsely: 1, found: 0, missed: 1 })
})

test('a rule said twice of one paragraph counts for one', () => {
  const counts = countOf(
    [compare(label, true, report(finding('B05', 'Đoạn một'), finding('B05', 'Đoạn một')))],
    'B05',
  )
  expect(counts).toMatchObject({ found: 1, missed: 1 })
})

test('an expectation may be met by another rule that says the same', () => {
  const either: Label = {
    ...label,
    damages: [{ what: '', changes: [], expect: [{ rule: 'T04', or: ['H09'] }] }],
  }
  const counts = (rule: RuleId) => countOf([compare(either, true, report(finding(rule, '')))])
  expect(counts('H09')).toEqual({ rightly: 1, falsely: 0, found: 1, missed: 0 })
  expect(counts('H10')).toEqual({ rightly: 0, falsely: 1, found: 0, missed: 1 })
})

test('anything said of a sound document is wrong, but for matters of taste', () => {
  const said = report(finding('B02', 'Sở Y tế đã'), finding('B09', 'hết', { severity: 'taste' }))
  expect(countOf([compare(label, false, said)])).toEqual({ rightly: 0, falsely: 1, found: 0, missed: 0 })
})

test('what a label allows is neither right nor wrong', () => {
  const judged = [compare(label, true, report(finding('H03', 'Độc lập')))]
  expect(countOf(judged)).toMatchObject({ rightly: 0, falsely: 0 })
  expect(judged[0]?.allowed).toHaveLength(1)
})

test('disagreements are told one by one and counted in a table', () => {
  const judged = [compare(label, true, report(finding('B02', 'Bệnh viện'), finding('P02', '')))]
  expect(disagreements(judged)).toHaveLength(4)
  expect(disagreements(judged)[0]).toContain('one damaged: wrongly B02 “Bệnh viện”')
  expect(measureTable(judged).split('\n')[2]).toBe('| all | 4 | 1 | 3 | 1 | 1 | 0.500 | 0.250 |')
})
