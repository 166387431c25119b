import { expect, test } from 'vitest'
import type { OfficialDocument } from '../model/document.ts'
import { childrenOf } from '../testing/children-of.ts'
import { sample } from '../testing/samples.ts'
import { memoryOf } from './memory-of.ts'
import { openRenderer } from './renderer.ts'

const renders = 10_000
const settled = 2_000
const mostGrowthMegabytes = 64

/** Of this process and of the renderer's. */
const megabytes = () => {
  const processes = [process.pid, ...childrenOf(process.pid)]
  return processes.reduce((sum, pid) => sum + (memoryOf(pid) ?? 0), 0) / 2 ** 20
}

test.runIf(process.platform === 'linux')(
  'memory stays as it is over ten thousand documents',
  { timeout: 1_800_000 },
  async () => {
    await using renderer = await openRenderer({ threads: 1 })
    const document = sample('quyet-dinh')
    const render = (round: number) => {
      const anew: OfficialDocument = {
        ...document,
        number: { value: round + 1, body: 'SNV' },
        body: document.body.map((block) =>
          block.type === 'article' && typeof block.text === 'string'
            ? { ...block, text: `${block.text} Lần ${round}.` }
            : block,
        ),
      }
      return renderer.render(anew, { at: '2026-11-09' })
    }
    for (let round = 0; round < settled; round += 1) await render(round)
    const before = megabytes()
    for (let round = settled; round < renders; round += 1) await render(round)
    expect(megabytes() - before).toBeLessThan(mostGrowthMegabytes)
  },
)
