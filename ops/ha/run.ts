import { drill } from './drill.ts'
import { whatIsMissing } from './machine.ts'

// `tsx ops/ha/run.ts`: builds the highly available form on this machine, breaks it, and says what was lost.
const missing = whatIsMissing()
if (missing !== undefined) {
  console.error(missing)
  process.exitCode = 2
} else {
  const { proof, verdict, retries } = await drill((line) => console.log(`▸ ${line}`))
  const { acknowledged, entries, lost, doubled, unrecorded } = proof
  console.log(`acknowledged ${acknowledged}, entries in the record ${entries}`)
  console.log(`lost ${lost.length}, doubled ${doubled.length}, unrecorded ${unrecorded.length}`)
  console.log(`sent again: ${JSON.stringify(retries)}`)
  console.log(`the record: ${verdict.ok ? 'whole' : 'BROKEN'}, ${verdict.sealed} entries sealed`)
  for (const line of [...lost, ...doubled, ...unrecorded].slice(0, 20)) console.log(`  ${line}`)
  process.exitCode = lost.length + doubled.length + unrecorded.length === 0 && verdict.ok ? 0 : 1
}
