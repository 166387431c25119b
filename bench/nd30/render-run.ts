import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeDocx } from '../../packages/nd30/src/docx/write/write-docx.ts'
import { findJudge } from '../../scripts/judges.mjs'
import { documentOf } from './render-files.ts'

export const contenders = ['ours', 'ours, tagged', 'pdfkit'] as const
export type Contender = (typeof contenders)[number]

export interface RenderCost {
  /** As our renderer sets them. */
  readonly pages: number
  readonly cpuMs: number
  readonly wallMs: number
  readonly bytes: number
}

export interface RenderOptions {
  readonly pages: readonly number[]
  readonly rounds: number
}

export interface RenderResults {
  readonly costs: ReadonlyMap<Contender, readonly RenderCost[]>
  /** LibreOffice from DOCX to PDF/A-2, a process for each file; null where it is not installed. */
  readonly office: readonly { readonly pages: number; readonly wallMs: number }[] | null
}

export async function runRender({ pages, rounds }: RenderOptions): Promise<RenderResults> {
  const child = join(import.meta.dirname, 'render-child.ts')
  const measure = (contender: Contender, count: number): RenderCost => {
    const many = String(
      count === 1 ? rounds * 20 : count >= 100 ? Math.max(3, Math.ceil(rounds / 4)) : rounds,
    )
    const told = execFileSync(process.execPath, [child, contender, String(count), many], { encoding: 'utf8' })
    return JSON.parse(told) as RenderCost
  }
  const costs = new Map(
    contenders.map((contender) => [contender, pages.map((count) => measure(contender, count))] as const),
  )
  return { costs, office: await measureOffice(pages.filter((count) => count < 200)) }
}

async function measureOffice(pages: readonly number[]): Promise<RenderResults['office']> {
  if (findJudge('soffice') === undefined) return null
  const folder = mkdtempSync(join(tmpdir(), 'dotpha-bench-render-'))
  try {
    // The first one makes its profile and is not counted.
    const costs = []
    for (const count of [1, ...pages]) {
      const path = join(folder, `document-${count}.docx`)
      writeFileSync(path, await writeDocx(documentOf(count, 0), { at: '2026-11-09' }))
      costs.push({ pages: count, wallMs: convert(folder, path) })
    }
    return costs.slice(1)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const officeLimitMs = 240_000
const asPdfA = 'pdf:writer_pdf_Export:{"SelectPdfVersion":{"type":"long","value":"2"}}'

function convert(folder: string, path: string): number {
  const profile = `-env:UserInstallation=file://${folder}/profile`
  const start = performance.now()
  const { status } = spawnSync(
    'soffice',
    [profile, '--headless', '--convert-to', asPdfA, '--outdir', folder, path],
    { stdio: 'ignore', timeout: officeLimitMs },
  )
  if (status !== 0) throw new Error(`LibreOffice ended with ${status}`)
  return performance.now() - start
}
