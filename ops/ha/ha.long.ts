import { expect, test } from 'vitest'
import { drill } from './drill.ts'
import { whatIsMissing } from './machine.ts'

const missing = whatIsMissing()
const reason = missing === undefined ? '' : ` (not run: ${missing})`

test.skipIf(missing !== undefined)(
  `no acknowledged act is lost or doubled while leaders and servers are killed${reason}`,
  { timeout: 900_000 },
  async () => {
    const { proof, silence, alone, verdict } = await drill((line) => console.log(line))
    expect(proof).toMatchObject({ lost: [], doubled: [], unrecorded: [] })
    expect(proof.acknowledged).toBeGreaterThan(500)
    expect(proof.entries).toBeGreaterThanOrEqual(proof.acknowledged)
    expect(verdict).toMatchObject({ ok: true })
    // With one node left nothing is promised that only one node knows, and reading goes on.
    expect(alone).toEqual({ acknowledged: 0, reads: 4 })
    for (const seconds of Object.values(silence)) expect(seconds).toBeLessThan(60)
  },
)
