// Writes server/src/ui/fonts/*.woff2: the typeface, cut down to the letters that we set. `node scripts/ui-fonts.mjs`
// writes; with `--check` it only says whether the files are current (exit 1 if not).
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import subsetFont from 'subset-font'

const source = new URL('../node_modules/@expo-google-fonts/be-vietnam-pro/', import.meta.url)
const target = new URL('../server/src/ui/fonts/', import.meta.url)

const weights = {
  400: '400Regular/BeVietnamPro_400Regular.ttf',
  600: '600SemiBold/BeVietnamPro_600SemiBold.ttf',
}

/** What every page may need: ASCII, Vietnamese in both ways of writing it, and the marks of print. */
const everyday = [
  span(0x20, 0x7e),
  'ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯư',
  span(0x1ea0, 0x1ef9),
  // Text from other systems comes taken apart. The two that Vietnamese lacks (macron, diaeresis) stand on any letter.
  '\u0300\u0301\u0302\u0303\u0304\u0306\u0308\u0309\u0323',
  '\u00a0\u00ad§°±²³µ·«»×÷–—‘’“”„•…‹›₫€−≤≥',
].join('')

/** Other letters of Latin, and signs: loaded only by a page that has one, `unicode-range` in fonts.css. */
const others = [
  span(0xa1, 0x17f),
  span(0x1e6, 0x1e7),
  span(0x2c6, 0x2dc),
  span(0x1e20, 0x1e9e),
  span(0x201a, 0x2260),
].join('')

// Those that a browser uses unasked; the fractions and small figures that are left out have to be asked for.
const keepFeatures = ['ccmp', 'kern', 'liga', 'locl', 'mark', 'mkmk']
// Whose it is and its licence stay in each file (OFL, condition 2).
const preserveNameIds = [13, 14]

function span(first, last) {
  return Array.from({ length: last - first + 1 }, (_, at) => String.fromCodePoint(first + at)).join('')
}

const without = (text, excluded) => [...text].filter((letter) => !excluded.includes(letter)).join('')

const files = []
for (const [weight, path] of Object.entries(weights)) {
  const font = readFileSync(new URL(path, source))
  const parts = { '': everyday, '-more': without(others, everyday) }
  for (const [name, letters] of Object.entries(parts)) {
    // The hints stay: they are half of each file, and old office computers draw by them.
    const subset = await subsetFont(font, letters, { targetFormat: 'woff2', keepFeatures, preserveNameIds })
    files.push([new URL(`be-vietnam-pro-${weight}${name}.woff2`, target), subset])
  }
}

if (process.argv.includes('--check')) {
  const stale = files.filter(([file, content]) => !existsSync(file) || !content.equals(readFileSync(file)))
  for (const [file] of stale) console.error(`${file.pathname} is stale: run node scripts/ui-fonts.mjs`)
  process.exit(stale.length === 0 ? 0 : 1)
}
for (const [file, content] of files) writeFileSync(file, content)
