import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Refusal } from '../refusal.ts'
import type { ClamdAddress } from './clamd.ts'
import { type Clamd, hasClamd, infectedPdf, startClamd } from './testing-clamd.ts'
import { openVirusScanner, VirusFound } from './virus-scanner.ts'

const folder = mkdtempSync(join(tmpdir(), 'dotpha-virus-'))
afterAll(() => rmSync(folder, { recursive: true }))

const warnings: unknown[] = []
const log = { warn: (...words: unknown[]) => void warnings.push(words) }
const scannerAt = (address: ClamdAddress, whenAway: 'refuse' | 'take' = 'refuse') =>
  openVirusScanner({ clamd: { address, whenAway } }, log)

let count = 0
function aside(content: Buffer) {
  const path = join(folder, String(count++))
  writeFileSync(path, content)
  return { path, sha256: 'ab'.repeat(32), sizeBytes: content.length }
}

const outcomeOf = (scanned: Promise<unknown>): Promise<unknown> =>
  scanned.catch((error: unknown) => {
    if (error instanceof Refusal) return error.code
    throw error
  })

test('without a scanner a file is recorded as not scanned', async () => {
  const scanner = openVirusScanner({ clamd: undefined }, log)
  expect(await scanner.scan(aside(infectedPdf))).toEqual({ scan: 'not_scanned' })
  expect(await scanner.check()).toBeNull()
})

describe.runIf(hasClamd)('with the real clamd', () => {
  let clamd: Clamd
  beforeAll(async () => {
    clamd = await startClamd(3_000_000)
  })
  afterAll(() => clamd.remove())

  test('a virus is found and named, with the hash of the file and the engine', async () => {
    const file = aside(infectedPdf)
    const found = await scannerAt({ path: clamd.socket })
      .scan(file)
      .catch((error: unknown) => error)
    expect(found).toBeInstanceOf(VirusFound)
    expect(found).toMatchObject({
      code: 'virus_found',
      params: { virus: 'DotPha.Eicar.UNOFFICIAL' },
      file: { sha256: file.sha256, sizeBytes: file.sizeBytes },
      engine: expect.stringMatching(/^ClamAV \d/),
    })
  })

  test('a file in many chunks without a virus is accepted with the name of the engine', async () => {
    const verdict = await scannerAt({ path: clamd.socket }).scan(aside(Buffer.alloc(2_500_000, 'một câu ')))
    expect(verdict).toEqual({ scan: 'nothing_found', engine: expect.stringMatching(/^ClamAV \d/) })
  })

  test('a virus at the very end of a large file is found', async () => {
    const long = Buffer.concat([Buffer.alloc(2_000_000, 'x'), infectedPdf])
    expect(await outcomeOf(scannerAt({ path: clamd.socket }).scan(aside(long)))).toBe('virus_found')
  })

  test('a file larger than clamd accepts has no verdict', async () => {
    const large = aside(Buffer.alloc(5_000_000, 'x'))
    expect(await outcomeOf(scannerAt({ path: clamd.socket }).scan(large))).toBe('virus_scan_away')
    expect(await scannerAt({ path: clamd.socket }, 'take').scan(large)).toEqual({ scan: 'not_scanned' })
  })

  test('concurrent files each get their own verdict', async () => {
    const scanner = scannerAt({ path: clamd.socket })
    const files = Array.from({ length: 16 }, (_, at) => aside(at % 2 ? infectedPdf : Buffer.from('sạch sẽ')))
    const outcomes = await Promise.all(files.map((file) => outcomeOf(scanner.scan(file))))
    expect(outcomes.filter((one) => one === 'virus_found')).toHaveLength(8)
    expect(outcomes.filter((one) => one !== 'virus_found')).toHaveLength(8)
    expect(outcomes[1]).toBe('virus_found')
  })

  test('while it is away files are refused, or accepted as not scanned; when it is back everything works', async () => {
    await clamd.stop()
    const file = aside(Buffer.from('nội dung'))
    warnings.length = 0
    expect(await outcomeOf(scannerAt({ path: clamd.socket }).scan(file))).toBe('virus_scan_away')
    expect(await scannerAt({ path: clamd.socket }, 'take').scan(file)).toEqual({ scan: 'not_scanned' })
    expect(warnings).toHaveLength(2)
    await expect(scannerAt({ path: clamd.socket }).check()).rejects.toMatchObject({ code: 'clamd_away' })
    await clamd.start()
    expect(await scannerAt({ path: clamd.socket }).scan(file)).toMatchObject({ scan: 'nothing_found' })
  })
})

/** Behaviour that a real clamd cannot be made to show: `act` handles each connection. */
async function brokenClamd(act: (socket: Socket) => void): Promise<{ address: ClamdAddress; close(): void }> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined)
    act(socket)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return { address: { host: '127.0.0.1', port }, close: () => void server.close() }
}

test.each([
  ['hangs up without a word', (socket: Socket) => void socket.end()],
  ['breaks the connection', (socket: Socket) => void socket.resetAndDestroy()],
  ['says something else', (socket: Socket) => void socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')],
  ['talks without end', (socket: Socket) => void socket.write('stream: '.repeat(2000))],
  ['says OK to everything', (socket: Socket) => void socket.end('stream: OK\0')],
])('no file is accepted if the service %s', async (_name, act) => {
  const broken = await brokenClamd(act)
  try {
    const scanned = scannerAt(broken.address).scan(aside(Buffer.alloc(300_000, 'x')))
    expect(await outcomeOf(scanned)).toBe('virus_scan_away')
  } finally {
    broken.close()
  }
})
