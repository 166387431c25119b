import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findJudge } from '../../scripts/judges.mjs'
import { documentOf, type Writer, writers } from './lint-files.ts'

export interface Cost {
  readonly cpuMs: number
  readonly wallMs: number
}

export interface LintCost {
  readonly pages: number
  readonly writer: Writer
  readonly bytes: number
  readonly elements: number
  readonly paragraphs: number
  readonly runs: number
  readonly findings: number
  readonly first: Cost
  readonly whole: Cost
  readonly read: Cost
  readonly check: Cost
  readonly bare: Cost
}

export interface LintOptions {
  readonly pages: readonly number[]
  readonly rounds: number
  readonly warmMs: number
}

export interface LintResults {
  readonly costs: readonly LintCost[]
  /** LibreOffice's time from start to text for the file of a hundred pages, and for one page; null without it. */
  readonly office: { readonly hundredMs: number; readonly oneMs: number } | null
}

export async function runLint({ pages, rounds, warmMs }: LintOptions): Promise<LintResults> {
  const folder = mkdtempSync(join(tmpdir(), 'dotpha-bench-nd30-'))
  try {
    const costs: LintCost[] = []
    for (const writer of writers)
      for (const count of pages) {
        const path = join(folder, 'document.docx')
        writeFileSync(path, await documentOf(count, writer))
        costs.push({ pages: count, writer, ...measure(path, rounds, warmMs) })
      }
    return { costs, office: await measureOffice(folder) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function measure(path: string, rounds: number, warmMs: number): Omit<LintCost, 'pages' | 'writer'> {
  const child = join(import.meta.dirname, 'lint-child.ts')
  const told = execFileSync(process.execPath, [child, path, String(rounds), String(warmMs)], {
    encoding: 'utf8',
  })
  return JSON.parse(told) as Omit<LintCost, 'pages' | 'writer'>
}

const officeLimitMs = 120_000

async function measureOffice(folder: string): Promise<LintResults['office']> {
  if (findJudge('soffice') === undefined) return null
  const timed = async (pages: number) => {
    const path = join(folder, `office-${pages}.docx`)
    writeFileSync(path, await documentOf(pages, 'ours'))
    return convert(folder, path)
  }
  // The first one makes its profile and is not counted.
  await timed(1)
  const oneMs = await timed(1)
  const hundredMs = await timed(100)
  return oneMs === null || hundredMs === null ? null : { oneMs, hundredMs }
}

/** How long LibreOffice takes to write the words of a file; null where that is too long to wait for. */
function convert(folder: string, path: string): number | null {
  const profile = `-env:UserInstallation=file://${join(folder, 'office')}`
  const start = performance.now()
  const { status } = spawnSync(
    'soffice',
    [profile, '--headless', '--convert-to', 'txt:Text', '--outdir', folder, path],
    { stdio: 'ignore', timeout: officeLimitMs },
  )
  return status === 0 ? performance.now() - start : null
}
