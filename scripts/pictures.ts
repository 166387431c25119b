/** Takes the pictures of the README and of the users' guide from a fresh demonstration: `node --import tsx scripts/pictures.ts`. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { launchBrowser, signIn, sizes } from '../e2e/testing/browser.ts'
import { repositoryRoot } from '../server/src/platform/root.ts'

interface Picture {
  readonly name: string
  readonly path: string
  readonly account: string | null
  readonly size: keyof typeof sizes
  readonly dark?: boolean
  /** Where it goes, below docs; the README's pictures by default. */
  readonly folder?: string
}

const pictures: readonly Picture[] = [
  { name: 'sign-in', path: '/dang-nhap', account: null, size: 'desk' },
  { name: 'overview', path: '/chuong-trinh/2022', account: 'van-phong', size: 'desk' },
  { name: 'overview-phone', path: '/chuong-trinh/2022', account: 'van-phong', size: 'phone' },
  { name: 'overview-dark', path: '/chuong-trinh/2022', account: 'van-phong', size: 'desk', dark: true },
  { name: 'list', path: '/cong-viec', account: 'van-phong', size: 'desk' },
  { name: 'work', path: '/cong-viec/2022-so-minh-hoa-20-001', account: 'van-phong', size: 'desk' },
  { name: 'decision', path: '/quyet-dinh/moi', account: 'btv-tu-ky', size: 'desk' },
  { name: 'my-work', path: '/', account: 'btv-tu-ky', size: 'desk' },
  ...guide('sign-in', '/dang-nhap', null),
  ...guide('my-work-owner', '/', 'tu-ky'),
  ...guide('register', '/cong-viec/dang-ky?nam=2022', 'tu-ky'),
  ...guide('work', '/cong-viec/2022-so-minh-hoa-20-001', 'van-phong'),
  ...guide('appraisals', '/tham-dinh', 'tham-dinh-tu-ky'),
  ...guide('my-work', '/', 'btv-tu-ky'),
  ...guide('decision', '/quyet-dinh/moi', 'btv-tu-ky'),
  ...guide('overview', '/chuong-trinh/2022', 'thuong-vu'),
  ...guide('list', '/cong-viec?tin-hieu=can-chu-y', 'van-phong'),
  ...guide('directory', '/don-vi', 'to-chuc'),
  ...guide('accounts', '/quan-tri/tai-khoan', 'quan-tri'),
  ...guide('isolate', '/bao-mat/co-lap', 'bao-mat'),
]

/** A picture of the users' guide. */
function guide(name: string, path: string, account: string | null): readonly Picture[] {
  return [{ name, path, account, size: 'desk', folder: 'guide/pictures' }]
}

const port = 4321
const docs = join(repositoryRoot, 'docs')
const folder = await mkdtemp(join(tmpdir(), 'dotpha-pictures-'))
const server = spawn(process.execPath, [join(repositoryRoot, 'bin', 'dotpha'), 'start'], {
  env: { ...process.env, PORT: String(port), DATA_DIR: folder },
  stdio: ['ignore', 'pipe', 'inherit'],
})
try {
  await untilReady(server)
  const browser = await launchBrowser()
  for (const picture of pictures) await take(browser, picture)
  await browser.close()
} finally {
  server.kill('SIGTERM')
  await new Promise((stopped) => server.once('exit', stopped))
  await rm(folder, { recursive: true, force: true })
}

function untilReady(process: ChildProcess): Promise<void> {
  return new Promise((ready, failed) => {
    process.stdout?.on('data', (chunk: Buffer) => {
      if (chunk.toString().includes(`:${port}`)) ready()
    })
    process.once('exit', () => failed(new Error('the server stopped before it was ready')))
  })
}

async function take(
  browser: Browser,
  { name, path, account, size, dark, folder: into = 'pictures' }: Picture,
): Promise<void> {
  const window = await browser.newContext({
    viewport: sizes[size],
    locale: 'vi-VN',
    colorScheme: dark ? 'dark' : 'light',
    deviceScaleFactor: size === 'phone' ? 2 : 1,
  })
  const page: Page = await window.newPage()
  const address = `http://localhost:${port}`
  if (account !== null) await signIn(page, address, account)
  await page.goto(address + path, { waitUntil: 'networkidle' })
  await mkdir(join(docs, into), { recursive: true })
  await page.screenshot({ path: join(docs, into, `${name}.png`) })
  await window.close()
  console.log(`docs/${into}/${name}.png`)
}
