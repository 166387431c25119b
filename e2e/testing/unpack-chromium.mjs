// `node unpack-chromium.mjs FOLDER`, with TMPDIR set to a folder of its own that becomes FOLDER afterwards: unpacks the
// Chromium of `@sparticuz/chromium` there, with the libraries and the typeface that a machine with nothing but Node
// lacks. A process of its own that starts no other: a program that is still open for writing anywhere, even in a process
// that was forked a moment ago, cannot be started (ETXTBSY).
import { writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import packaged, { inflate } from '@sparticuz/chromium'

const [folder = tmpdir()] = process.argv.slice(2)

await packaged.executablePath()
const parts = fileURLToPath(new URL('../bin/', import.meta.resolve('@sparticuz/chromium')))
// The package itself unpacks these only in the cloud that it was made for.
await inflate(join(parts, 'al2023.tar.br'))
// Its own settings name folders of that cloud.
writeFileSync(
  join(tmpdir(), 'fonts.conf'),
  `<?xml version="1.0"?>
<fontconfig>
  <dir>${join(folder, 'fonts/fonts')}</dir>
  <cachedir>${join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`,
)
