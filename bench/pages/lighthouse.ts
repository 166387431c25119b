import { execFile } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { z } from 'zod'

const version = '12.8.2'
const categories = ['performance', 'accessibility', 'best-practices'] as const

export interface Judged {
  /** Of 100, the middle of all runs. */
  readonly performance: number
  readonly accessibility: number
  readonly bestPractices: number
  readonly firstPaintMs: number
  readonly largestPaintMs: number
  readonly blockedMs: number
  /** What it finds fault with besides speed, by its own names. */
  readonly faults: readonly string[]
}

const report = z.object({
  finalDisplayedUrl: z.string(),
  categories: z.record(
    z.enum(categories),
    z.object({ score: z.number(), auditRefs: z.array(z.object({ id: z.string(), weight: z.number() })) }),
  ),
  audits: z.record(
    z.string(),
    z.object({ score: z.number().nullable(), numericValue: z.number().optional() }),
  ),
})
type Report = z.infer<typeof report>

export interface Page {
  readonly address: string
  readonly cookie: string
}

/** What Lighthouse says of a page on a slow phone: its usual phone, four times slower, on a slow 4G line. */
export async function judge(page: Page, times: number, chromium: string, folder: string): Promise<Judged> {
  const reports: Report[] = []
  for (let round = 0; round < times; round += 1) reports.push(await judgeOnce(page, chromium, folder))
  const score = (of: (typeof categories)[number]) =>
    Math.round(middle(reports.map((one) => one.categories[of].score)) * 100)
  const time = (of: string) => middle(reports.map((one) => one.audits[of]?.numericValue ?? Number.NaN))
  return {
    performance: score('performance'),
    accessibility: score('accessibility'),
    bestPractices: score('best-practices'),
    firstPaintMs: time('first-contentful-paint'),
    largestPaintMs: time('largest-contentful-paint'),
    blockedMs: time('total-blocking-time'),
    faults: [...new Set(reports.flatMap(faultsOf))],
  }
}

async function judgeOnce({ address, cookie }: Page, chromium: string, folder: string): Promise<Report> {
  const heads = join(folder, 'heads.json')
  const written = join(folder, 'lighthouse.json')
  await writeFile(heads, JSON.stringify(cookie === '' ? {} : { Cookie: cookie }), { mode: 0o600 })
  const options = [
    '--quiet',
    '--output=json',
    `--output-path=${written}`,
    `--extra-headers=${heads}`,
    `--only-categories=${categories.join(',')}`,
    '--chrome-flags=--headless=new --no-sandbox --disable-gpu',
  ]
  await runLighthouse([address, ...options], chromium)
  const found = report.parse(JSON.parse(await readFile(written, 'utf8')))
  if (found.finalDisplayedUrl !== address)
    throw new Error(`asked for ${address} and was led to ${found.finalDisplayedUrl}`)
  return found
}

/** Now and then it loses the trace of a page and says to run it again; that is no fault of the page. */
async function runLighthouse(args: readonly string[], chromium: string): Promise<void> {
  const env = { ...process.env, CHROME_PATH: chromium }
  for (let tries = 1; ; tries += 1) {
    try {
      await promisify(execFile)('npx', ['--yes', `lighthouse@${version}`, ...args], { env, timeout: 120_000 })
      return
    } catch (error) {
      if (tries === 3 || !/Please run Lighthouse again/.test(String(error))) throw error
    }
  }
}

const faultsOf = ({ categories: judged, audits }: Report): readonly string[] =>
  [...judged.accessibility.auditRefs, ...judged['best-practices'].auditRefs]
    .filter(({ id, weight }) => weight > 0 && audits[id]?.score !== null && (audits[id]?.score ?? 1) < 1)
    .map(({ id }) => id)

/** The middle one, or the upper of two. */
export const middle = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
