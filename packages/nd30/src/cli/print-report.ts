import type { CheckReport, Finding, Place } from '../check/finding.ts'
import { profiles } from '../profile/profiles.ts'
import type { Terminal } from './terminal.ts'

type Words = (typeof words)[Terminal['language']]

const words = {
  vi: {
    must: 'PHẢI SỬA',
    should: 'NÊN SỬA',
    taste: 'TÙY CHỌN',
    section: (number: number) => `phần trang ${number}`,
    paragraph: (number: number) => `đoạn ${number}`,
    others: (count: number, where: string) => `cùng lỗi ở ${count} chỗ khác: ${where}`,
    found: 'thấy',
    expected: 'cần',
    repairable: 'máy sửa được',
    judged: (form: string, at: string) => `Theo ${form}, ngày ${at}.`,
    clean: 'Đúng thể thức: không có gì phải sửa.',
    summary: ({ must, should, taste }: CheckReport['counts']) =>
      `${must} điều phải sửa, ${should} điều nên sửa, ${taste} điều tùy chọn.`,
    cut: (more: number) => `Còn ${more} điều nữa không hiện ở đây.`,
    hint: (count: number) => `Máy sửa được ${count} điều: thêm --repair RA.docx.`,
    repaired: (out: string, gone: number, left: number) =>
      `Đã ghi ${out}: sửa ${gone} điều, còn ${left} điều cần người sửa.`,
  },
  en: {
    must: 'MUST',
    should: 'SHOULD',
    taste: 'TASTE',
    section: (number: number) => `section ${number}`,
    paragraph: (number: number) => `paragraph ${number}`,
    others: (count: number, where: string) => `the same in ${count} other places: ${where}`,
    found: 'found',
    expected: 'expected',
    repairable: 'can be repaired',
    judged: (form: string, at: string) => `By ${form}, on ${at}.`,
    clean: 'The form is followed: nothing has to be mended.',
    summary: ({ must, should, taste }: CheckReport['counts']) =>
      `${must} that must, ${should} that should be mended, ${taste} of taste.`,
    cut: (more: number) => `${more} more are not shown.`,
    hint: (count: number) => `${count} can be repaired: add --repair OUT.docx.`,
    repaired: (out: string, gone: number, left: number) =>
      `Wrote ${out}: ${gone} mended, ${left} left for a person.`,
  },
} as const

/** Prints a report for people: each finding with its place, then what it comes to. */
export function printReport(
  report: CheckReport,
  repaired: { readonly out: string; readonly report: CheckReport } | null,
  { out, language }: Terminal,
): void {
  const say = words[language]
  out(say.judged(formName(report.form, language), dayOf(report.at)))
  for (const finding of report.findings) {
    out('')
    for (const line of linesOf(finding, say, language)) out(line)
  }
  if (report.findings.length > 0) out('')
  if (report.cut > 0) out(say.cut(report.cut))
  if (report.follows) out(say.clean)
  if (report.findings.length > 0) out(say.summary(report.counts))
  const mendable = report.findings.filter((finding) => finding.repairable).length
  if (repaired) {
    const left = repaired.report.findings.length + repaired.report.cut
    out(say.repaired(repaired.out, report.findings.length + report.cut - left, left))
  } else if (mendable > 0) out(say.hint(mendable))
}

function* linesOf(finding: Finding, say: Words, language: Terminal['language']): Generator<string> {
  const { rule, severity, article, found, expected, repairable, places, count } = finding
  yield `${say[severity]} ${rule} · ${placeOf(finding.place, say)}`
  yield `  ${finding[language]}`
  if (found !== '' && expected !== '') yield `  ${say.found}: ${found} · ${say.expected}: ${expected}`
  if (count > 1) {
    const shown = places.slice(1, 1 + mostShown).map((place) => whereOf(place, say))
    yield `  ${say.others(count - 1, shown.join('; ') + (count > 1 + mostShown ? '; …' : ''))}`
  }
  yield `  ${article}${repairable ? ` · ${say.repairable}` : ''}`
}

const formName = (form: string, language: Terminal['language']): string =>
  profiles.find((profile) => profile.form === form)?.citation[language] ?? form

const dayOf = (at: string): string => at.split('-').reverse().join('/')

const mostShown = 20

function placeOf(place: Place, say: Words): string {
  const where = whereOf(place, say)
  return place.excerpt ? `${where} “${place.excerpt}”` : where
}

function whereOf({ part, section, paragraph }: Place, say: Words): string {
  return [
    ...(part === 'word/document.xml' ? [] : [part]),
    ...(section === undefined || paragraph !== undefined ? [] : [say.section(section)]),
    ...(paragraph === undefined ? [] : [say.paragraph(paragraph)]),
  ].join(', ')
}
