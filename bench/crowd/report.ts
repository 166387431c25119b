import type { Results } from './run.ts'

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0

const percent = (share: number) => `${(share * 100).toFixed(0)} %`

/** What did not go, by kind and answer. A sign-in that was asked for again is none of these. */
export function errorsOf({ asked }: Pick<Results, 'asked'>): ReadonlyMap<string, number> {
  const errors = new Map<string, number>()
  for (const { kind, status, code } of asked) {
    if ([200, 201, 303].includes(status) || code === 'fresh_sign_in_needed') continue
    const name = `${kind}: ${status === 0 ? 'no answer' : status} ${code}`.trim()
    errors.set(name, (errors.get(name) ?? 0) + 1)
  }
  return errors
}

/** The page `docs/benchmarks-crowd.md`. */
export function markdown(results: Results): string {
  const { options, asked, acknowledged, comparisons, verdict, busy, databaseMb } = results
  const kinds = [...new Set(asked.map(({ kind }) => kind))].sort()
  const latencies = kinds.map((kind) => {
    const times = asked.filter((one) => one.kind === kind).map(({ ms }) => ms)
    const sorted = times.sort((a, b) => a - b)
    const [p50, p95, most] = [at(sorted, 0.5), at(sorted, 0.95), sorted.at(-1) ?? 0]
    return `| ${kind} | ${sorted.length} | ${p50.toFixed(0)} | ${p95.toFixed(0)} | ${most.toFixed(0)} |`
  })
  const proofs = comparisons.map(
    (one) => `| ${one.action} | ${one.acknowledged} | ${one.recorded} | ${one.lost} | ${one.unrecorded} |`,
  )
  const errors = [...errorsOf(results)].map(([name, count]) => `- ${name}: ${count}`)
  const [least, average, most] = busy.load
  const [before, after] = databaseMb
  return `# A crowd at once

Measured by \`bench/crowd.ts\`: ${options.users} people, each signed in from a separate address, act at once for ${options.seconds} s on a server
that was started as anybody starts it, with its own PostgreSQL and the demonstration. Heads of bodies register, edit and submit
works, report, hand in papers and report completion; the office appraises, judges and checks; the standing committee decides on
ten works at a time and accepts results; others read overviews, lists and searches. Between two turns each thinks for
${options.thinkMs} ms on average. Passwords are hashed and files are stored as in an installation; the limits on requests are the usual ones.

## How busy the machine was

${busy.cores} cores of ${busy.processor}. Processes that wanted a core: ${least.toFixed(1)} at least, ${average.toFixed(1)} on average, ${most.toFixed(1)} at most.
Of all cores the server with its database used ${percent(busy.server)}, the crowd itself ${percent(busy.crowd)}, and **other work on the machine ${percent(busy.others)}**; times
are longer for it.

## What was acknowledged, and what is there

${acknowledged.length} acts were acknowledged in ${asked.length} requests (${(asked.length / options.seconds).toFixed(1)} a second). *Recorded* are entries of the record about the same
things; an act without an answer may have been kept, so that there may be more of them.

| act | acknowledged | recorded | lost | unrecorded |
|---|---:|---:|---:|---:|
${proofs.join('\n')}

The record: ${verdict.ok ? 'whole' : '**broken**'}, ${verdict.sealed} entries sealed, ${verdict.unsealed} not yet (\`dotpha audit verify\`).

## How long it took, in ms

| what | how often | p50 | p95 | longest |
|---|---:|---:|---:|---:|
${latencies.join('\n')}

## What did not go

${errors.length === 0 ? 'Nothing.' : errors.join('\n')}

## Size

| | |
|---|---:|
| memory of the server, most | ${busy.peakMemoryMb.toFixed(0)} MB |
| memory of the server, at the end | ${busy.endMemoryMb.toFixed(0)} MB |
| database before | ${before.toFixed(1)} MB |
| database after | ${after.toFixed(1)} MB |
| database, an act | ${(((after - before) * 1024) / Math.max(1, acknowledged.length)).toFixed(1)} KB |
`
}
