import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const child = join(import.meta.dirname, 'testing/answers-child.ts')
const answersIn = (zone: string) =>
  execFileSync(process.execPath, [child], { encoding: 'utf8', env: { ...process.env, TZ: zone } })

test('the answers are the same on a server in any time zone', () => {
  const vietnam = answersIn('Asia/Ho_Chi_Minh')
  expect(JSON.parse(vietnam)).toMatchObject({
    deadlines: [
      { receivedOn: '2026-03-06', countsFrom: '2026-03-09', dueOn: '2026-03-16' },
      { dueOn: '2026-04-06', movedFrom: '2026-04-05' },
      { dueOn: '2026-05-06' },
      { dueOn: '2026-03-09' },
      { dueOn: '2026-03-07' },
    ],
  })
  expect(answersIn('UTC')).toBe(vietnam)
  // Its summer time begins on 8 March and ends on 1 November 2026, which the answers pass over.
  expect(answersIn('America/New_York')).toBe(vietnam)
})
