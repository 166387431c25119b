import type { Desk } from './desk.ts'
import { ownWorks } from './ours.ts'
import { producers } from './producers.ts'
import { type Opinion, validators } from './validators.ts'

interface Row {
  readonly name: string
  /** Null where it was not made. */
  readonly file: Uint8Array | null
  readonly remark: string | undefined
}

/** Every producer's file before every validator, as a table in Markdown with what went wrong below it. */
export async function matrixTable(desk: Desk): Promise<string> {
  const rows = await makeRows(desk)
  const made = rows.flatMap(({ file }) => (file === null ? [] : [file]))
  const columns: (readonly Opinion[] | null)[] = []
  for (const validator of validators)
    columns.push(validator.missing() === null ? await validator.judge(desk, made) : null)
  const notes: string[] = []
  let index = 0
  const lines = rows.map(({ name, file, remark }) => {
    if (file === null) return line([name, ...validators.map(() => '?')])
    const at = index++
    const cells = columns.map((opinions) => (opinions === null ? '?' : signOf(opinions[at])))
    const faults = validators.flatMap((validator, column) => {
      const opinion = columns[column]?.[at]
      return opinion?.word === 'bad' ? [`${validator.name} says “${opinion.why}”`] : []
    })
    if (remark !== undefined || faults.length > 0)
      notes.push(`- ${name}: ${[...(remark === undefined ? [] : [remark]), ...faults].join('; ')}.`)
    return line([name, ...cells])
  })
  const head = ['signed by', ...validators.map(({ name }) => name)]
  return [line(head), line(head.map(() => '---')), ...lines, '', ...notes].join('\n')
}

async function makeRows(desk: Desk): Promise<readonly Row[]> {
  const rows: Row[] = []
  for (const one of [...producers, ...ownWorks]) {
    const file = one.missing() === null ? await one.sign(desk) : null
    rows.push({ name: one.name, file, remark: 'remark' in one ? one.remark : undefined })
  }
  return rows
}

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

function signOf(opinion: Opinion | undefined): string {
  if (opinion === undefined) return '?'
  return { good: '✓', bad: '✗', silent: '–' }[opinion.word]
}
