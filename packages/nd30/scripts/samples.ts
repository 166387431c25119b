import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { kindById } from '../src/model/kinds.ts'
import { parseDocument } from '../src/model/parse-document.ts'
import { openRenderer, type Renderer } from '../src/pdf/renderer.ts'
import { smallPng } from './small-png.ts'

// Sets every document of samples/ and draws its pages: `node packages/nd30/scripts/samples.ts`. Needs pdftoppm.

const root = join(import.meta.dirname, '..')
const folder = join(root, 'docs/samples')
const dotsPerInch = 80
const mostPages = 6
const mostBytes = 60_000

interface Drawn {
  readonly name: string
  readonly title: string
  readonly pictures: readonly string[]
  readonly pages: number
}

async function draw(name: string, renderer: Renderer): Promise<Drawn> {
  const document = parseDocument(JSON.parse(readFileSync(join(root, 'samples', `${name}.json`), 'utf8')))
  const at = document.issued?.date ?? '2026-07-01'
  const { pdf, pages } = await renderer.render(document, { at })
  const pictures = pagesOf(pdf).map((page, index) => {
    const picture = `${name}-${index + 1}.png`
    const png = smallPng(page)
    if (png.length > mostBytes) throw new RangeError(`${picture} has ${png.length} bytes`)
    writeFileSync(join(folder, picture), png)
    return picture
  })
  const kind = kindById(document.profile, document.kind)?.name ?? document.kind
  const form = document.profile === 'state' ? '' : ' (Đảng)'
  return { name, title: `${kind}${form}`, pictures, pages }
}

/** Each page as a PPM. */
function pagesOf(pdf: Uint8Array): readonly Buffer[] {
  const work = mkdtempSync(join(tmpdir(), 'nd30-samples-'))
  try {
    writeFileSync(join(work, 'file.pdf'), pdf)
    const last = ['-l', String(mostPages)]
    execFileSync('pdftoppm', ['-r', String(dotsPerInch), ...last, join(work, 'file.pdf'), join(work, 'page')])
    const pages = readdirSync(work).filter((file) => file.endsWith('.ppm'))
    return pages.sort().map((page) => readFileSync(join(work, page)))
  } finally {
    rmSync(work, { recursive: true })
  }
}

function sheetOf(all: readonly Drawn[]): string {
  const entries = all.map(({ name, title, pictures, pages }) => {
    const shown = pages > pictures.length ? `, the first ${pictures.length} of ${pages} pages` : ''
    const images = pictures.map((picture) => `<img src="${picture}" width="330" alt="${title}, ${picture}">`)
    return `## ${title}: [\`${name}\`](../../samples/${name}.json)${shown}\n\n${images.join('\n')}\n`
  })
  return [
    '# What the samples look like',
    '',
    'Every document of `samples/`, set by the renderer and drawn at 80 dots an inch in sixteen colours by',
    '`node packages/nd30/scripts/samples.ts`. Bodies and people are invented.',
    '',
    ...entries,
  ].join('\n')
}

rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
await using renderer = await openRenderer()
const names = readdirSync(join(root, 'samples')).filter((file) => file.endsWith('.json'))
const all: Drawn[] = []
for (const name of names.sort()) all.push(await draw(basename(name, '.json'), renderer))
writeFileSync(join(folder, 'README.md'), sheetOf(all))
