import { catalogue } from '../src/rules/catalogue.ts'
import { type Counts, countOf, type Judged, precisionOf, producers, recallOf } from './measure.ts'

/** The figures as Markdown: all, by producer, by profile, by rule. */
export function measureTable(judged: readonly Judged[]): string {
  const rows: [string, Counts][] = [
    ['all', countOf(judged)],
    ...producers.map((producer): [string, Counts] => [
      producer,
      countOf(judged.filter((each) => each.label.producer === producer)),
    ]),
    ...(['state', 'party'] as const).map((profile): [string, Counts] => [
      profile,
      countOf(judged.filter((each) => each.label.profile === profile)),
    ]),
    ['sound documents', countOf(judged.filter((each) => !each.damaged))],
    ...catalogue.map((rule): [string, Counts] => [`${rule.id} ${rule.en}`, countOf(judged, rule.id)]),
  ]
  return [
    '| | damages | found | missed | findings right | wrong | precision | recall |',
    '| --- | --: | --: | --: | --: | --: | --: | --: |',
    ...rows.map(([name, counts]) => row(name, counts)),
  ].join('\n')
}

function row(name: string, counts: Counts): string {
  const { found, missed, rightly, falsely } = counts
  const figures = [found + missed, found, missed, rightly, falsely]
  const shares = [precisionOf(counts), recallOf(counts)].map((share) => share.toFixed(3))
  return `| ${[name, ...figures, ...shares].join(' | ')} |`
}

/** Each thing that was said wrongly or not said, one a line. */
export function disagreements(judged: readonly Judged[]): string[] {
  return judged.flatMap(({ label, damaged, missed, falsely }) => {
    const name = `${label.id} ${damaged ? 'damaged' : 'sound'}`
    return [
      ...falsely.map(
        ({ rule, place, found, expected }) =>
          `${name}: wrongly ${rule} “${place.excerpt ?? ''}” found ${found}, expected ${expected}`,
      ),
      ...missed.map(({ rule, excerpt }) => `${name}: missed ${rule} ${excerpt ? `“${excerpt}”` : ''}`),
    ]
  })
}
