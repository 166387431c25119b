import { cpus, loadavg } from 'node:os'
import type { KeyName } from './contenders.ts'
import type { SpeedOptions, Speeds } from './measure.ts'
import { keyNames, type Results } from './run.ts'
import type { RevisionCost } from './scale.ts'

const names: Readonly<Record<string, string>> = {
  limit: 'SHA-256 of the file and the signature of its digest alone',
  ours: 'this library',
  'ours, whole file': 'this library, and the whole file put together in memory',
  'ours, cross-reference stream': 'this library, a file with a cross-reference stream',
  '@signpdf': '`@signpdf/signpdf` 3.3.0, its placeholder, a message of ours',
  '@libpdf/core': '`@libpdf/core` 0.4.2',
  PDFBox: 'Apache PDFBox 2 and Bouncy Castle, a warm Java',
}

const percent = (share: number) => `${(share * 100).toFixed(0)} %`
const costOf = (speeds: Speeds, name: string) => speeds.get(name) ?? Number.NaN

function speedTable(key: KeyName, speeds: Speeds, openssl: Results['openssl']): string {
  const limit = costOf(speeds, 'limit')
  const ours = costOf(speeds, 'ours')
  const rows = [...speeds].map(
    ([name, ms]) =>
      `| ${names[name] ?? name} | ${(ms * 1000).toFixed(0)} | ${(1000 / ms).toFixed(0)} | ${percent(limit / ms)} | ${(ms / ours).toFixed(1)}× |`,
  )
  const said =
    openssl === null ? '' : `\n\`openssl speed\`: ${openssl[key].toFixed(0)} signatures a second.\n`
  return `## ${key}

| | CPU µs | signatures a second of a core | of the limit's rate | to ours |
|---|---:|---:|---:|---:|
${rows.join('\n')}
${said}`
}

function verdicts({ speeds, sizes }: Results): string {
  const row = (what: string, target: string, value: string, met: boolean) =>
    `| ${what} | ${target} | ${value} | ${met ? 'met' : '**missed**'} |`
  const targets = { 'RSA-2048': 0.85, 'P-256': 0.55 } as const
  const rows = keyNames.flatMap((key) => {
    const [limit, ours] = [costOf(speeds[key], 'limit'), costOf(speeds[key], 'ours')]
    const pdfBox = costOf(speeds[key], 'PDFBox') / ours
    const share = limit / ours
    const own = row(`sign, ${key}`, `≥ ${percent(targets[key])}`, percent(share), share >= targets[key])
    if (Number.isNaN(pdfBox)) return [own]
    return [own, row(`PDFBox, ${key}`, '≥ 5× slower', `${pdfBox.toFixed(1)}×`, pdfBox >= 5)]
  })
  const large = sizes.at(-1)
  if (large !== undefined)
    rows.push(
      row(`memory for ${large.sizeMb} MB`, '< 100 MB', `${large.grownMb.toFixed(0)} MB`, large.grownMb < 100),
    )
  return rows.join('\n')
}

/** The page `docs/benchmarks-pades.md`. */
export function markdown(results: Results, { rounds, warmMs }: SpeedOptions): string {
  const { speeds, openssl, sizes, revisions } = results
  return `# Benchmarks of signing PDFs

Measured by \`bench/pades.ts\` on ${cpus().length} cores of ${cpus()[0]?.model.trim() ?? 'an unknown processor'}, Node ${process.versions.node}, medians of ${rounds} rounds. Other work on the
machine: ${(loadavg()[0] ?? 0).toFixed(1)} processes wanted a core on average at the end, this run's own among them.

- The file is a letter of three pages with fifty streams, 85 kB. It is signed at level B-B: opened, checked whether it may be
  signed, the certificate looked at, an update written, hashed, signed with a certificate and its issuer's in the message.
- Each signs in a process of its own, in turns with the others, warmed for ${warmMs / 1000} s before. *CPU* is the processor time of
  the whole process, its collection of garbage and compiling included, so that others' work lengthens it little.
- The limit writes no file. *This library* gives the file as it was and what is to be appended, which is what a store needs;
  putting both together in memory is one copy of 85 kB more.
- \`@signpdf\` gets its messages from us: its own signer computes RSA in JavaScript and parses its key again each time.

## Against the targets

| | target | measured | |
|---|---:|---:|---:|
${verdicts(results)}

${keyNames.map((key) => speedTable(key, speeds[key], openssl)).join('\n')}
## Large files

From opening the file to the signed one on the disk, each in a process of its own that has signed a small one before.

| MB | CPU ms | CPU ms for each MB | memory grown by, MB |
|---:|---:|---:|---:|
${sizes.map(({ sizeMb, cpuMs, grownMb }) => `| ${sizeMb} | ${cpuMs.toFixed(0)} | ${(cpuMs / sizeMb).toFixed(2)} | ${grownMb.toFixed(0)} |`).join('\n')}

## Files that are signed already

One more signature by P-256 on the letter.

| signatures before | CPU µs | each beyond the first, µs |
|---:|---:|---:|
${revisions.map((one) => `| ${one.signatures} | ${(one.cpuMs * 1000).toFixed(0)} | ${eachBeyondFirst(one, revisions)} |`).join('\n')}
`
}

function eachBeyondFirst({ signatures, cpuMs }: RevisionCost, [first]: Results['revisions']): string {
  if (first === undefined || signatures === first.signatures) return ''
  return ((1000 * (cpuMs - first.cpuMs)) / (signatures - first.signatures)).toFixed(0)
}
