#!/usr/bin/env node
// Judges an export of the record ("dotpha audit export DIR") without the program that made it: one file, plain Node 20 or
// later, no package. The rules it follows are written down in docs/decisions/006-the-sealed-record.md.
//
//   node verify-audit.mjs DIR [--roots FILE] [--json]
//
// FILE is the file of roots that was kept outside the database: with it, a record that was rewritten from one end to the
// other is found too. Exit code 0 only when all is well. A time-stamp is compared with its root here; whether its
// signature holds, OpenSSL says:
//
//   openssl ts -verify -digest ROOT -in TOKEN -token_in -CAfile AUTHORITY.pem
import { createHash } from 'node:crypto'
import { createReadStream, existsSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const sha256 = (...parts) => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

const names = ['id', 'recordedAt', 'action', 'outcome', 'objectKind', 'objectId', 'accountId', 'personId']
names.push('holdingId', 'bodyId', 'sourceAddress', 'requestId', 'commitment')

/** Each word: 0 for null, else 1, four bytes of length, UTF-8. */
function spell(words) {
  return Buffer.concat(
    words.map((word) => {
      if (word === null) return Buffer.from([0])
      const text = Buffer.from(word, 'utf8')
      const head = Buffer.from([1, 0, 0, 0, 0])
      head.writeUInt32BE(text.length, 1)
      return Buffer.concat([head, text])
    }),
  )
}

const leafOf = (entry) => sha256(Buffer.from([0]), spell(names.map((name) => entry[name] ?? null)))

const rootOf = (batch) =>
  sha256(
    Buffer.from([2]),
    spell([
      String(batch.number),
      String(batch.firstSeq),
      String(batch.lastSeq),
      batch.sealedAt,
      batch.previous,
      batch.leavesRoot,
    ]),
  ).toString('hex')

/** The Merkle root of RFC 6962, level by level: an odd one out goes up as it is. */
function treeOf(leaves) {
  if (leaves.length === 0) return sha256().toString('hex')
  let level = leaves
  while (level.length > 1) {
    const above = []
    for (let at = 0; at < level.length; at += 2)
      above.push(at + 1 < level.length ? sha256(Buffer.from([1]), level[at], level[at + 1]) : level[at])
    level = above
  }
  return level[0].toString('hex')
}

async function* linesOf(path) {
  const lines = createInterface({ input: createReadStream(path), crlfDelay: Infinity })
  for await (const line of lines) {
    try {
      yield JSON.parse(line)
    } catch {
      // Half a line, as a power cut leaves it.
    }
  }
}

/** The roots kept outside, each following the one before. */
async function* outsideRoots(path) {
  let last
  for await (const root of linesOf(path)) {
    if (last !== undefined && root.number <= last.number) continue
    const follows = last === undefined || (root.number === last.number + 1 && root.previous === last.root)
    if (!follows || rootOf(root) !== root.root) throw new Error(`roots_forged: ${path}, batch ${root.number}`)
    yield root
    last = root
  }
}

/** One after the other, with a look at the next. */
class Stream {
  constructor(source) {
    this.source = source[Symbol.asyncIterator]()
  }

  async peek() {
    if (this.ahead === undefined) this.ahead = await this.source.next()
    return this.ahead.done ? undefined : this.ahead.value
  }

  async next() {
    const value = await this.peek()
    this.ahead = undefined
    return value
  }
}

/** Where the leaves as they are and as they should be first part, and how. */
function parting(are, should) {
  for (let at = 0; at < Math.max(are.length, should.length); at += 1) {
    if (are[at] === should[at]) continue
    if (are[at] === undefined) return [at, 'entry_removed']
    if (should[at] === undefined) return [at, 'entry_inserted']
    if (are[at + 1] === should[at] && !should.includes(are[at])) return [at, 'entry_inserted']
    if (should[at + 1] === are[at] && !are.includes(should[at])) return [at, 'entry_removed']
    return [at, should.includes(are[at]) ? 'entries_reordered' : 'entry_changed']
  }
  return null
}

const dayMs = 86_400_000

class Judge {
  constructor(folder, rootsPath) {
    this.entriesPath = join(folder, 'entries.ndjson')
    this.stampsPath = join(folder, 'timestamps.ndjson')
    this.entries = new Stream(linesOf(this.entriesPath))
    this.batches = new Stream(linesOf(join(folder, 'roots.ndjson')))
    this.outside = rootsPath === undefined ? null : new Stream(outsideRoots(rootsPath))
    this.verdict = { ok: true, fault: null, sealed: 0, batches: 0, unsealed: null, erased: 0 }
    Object.assign(this.verdict, { confirmed: rootsPath === undefined ? null : 0, stamped: null, root: null })
    this.latest = ''
  }

  async run() {
    this.decided = new Set()
    for await (const entry of linesOf(this.entriesPath))
      if (entry.action === 'audit.erase' && entry.outcome === 'done' && entry.objectKind === 'audit-entry')
        this.decided.add(entry.objectId)
    const fault = (await this.checkBatches()) ?? (await this.checkEnd()) ?? (await this.checkStamps())
    this.verdict.fault = fault
    this.verdict.ok = fault === null
    return this.verdict
  }

  async checkBatches() {
    let last
    for (let batch = await this.batches.next(); batch !== undefined; batch = await this.batches.next()) {
      const fault = await this.checkBatch(batch, last)
      if (fault !== null) return fault
      last = batch
      this.verdict.batches += 1
      this.verdict.root = batch.root
    }
    this.last = last
    return null
  }

  async checkBatch(batch, last) {
    const number = (last?.number ?? 0) + 1
    const seq = (last?.lastSeq ?? 0) + 1
    const of = (code) => ({ code, seq, entryId: null, batch: number })
    if (batch.number !== number) return of('batch_removed')
    if (batch.firstSeq !== seq || rootOf(batch) !== batch.root) return of('batch_changed')
    if (batch.previous !== (last?.root ?? '0'.repeat(64))) {
      if (last === undefined) return of('batch_changed')
      return { code: 'root_replaced', seq: last.firstSeq, entryId: null, batch: last.number }
    }
    const root = await this.rootOutside(number)
    const fault = await this.checkEntries(batch, root)
    if (fault !== null) return fault
    if (root !== undefined && root.root !== batch.root) return of('root_replaced')
    if (root !== undefined) this.verdict.confirmed += 1
    return null
  }

  async rootOutside(number) {
    if (this.outside === null) return undefined
    let root = await this.outside.peek()
    while (root !== undefined && root.number < number) {
      await this.outside.next()
      root = await this.outside.peek()
    }
    return root?.number === number ? root : undefined
  }

  async checkEntries(batch, root) {
    const leaves = []
    const ids = []
    let first = null
    let seq = batch.firstSeq
    const at = (code, entryId) => ({ code, seq, entryId, batch: batch.number })
    for (; seq <= batch.lastSeq; seq += 1) {
      const entry = await this.entries.peek()
      if (entry === undefined || entry.seq !== seq || entry.missing === true) {
        first ??= at('entry_removed', entry?.seq === seq ? entry.id : null)
        break
      }
      await this.entries.next()
      const leaf = leafOf(entry)
      leaves.push(leaf)
      ids.push(entry.id)
      if (first !== null) continue
      this.verdict.sealed += 1
      const code =
        leaf.toString('hex') === entry.leaf ? this.checkContent(entry) : await this.changeOf(leaf, seq)
      if (code !== null) first = at(code, entry.id)
    }
    const agrees = treeOf(leaves) === batch.leavesRoot
    if (agrees && first?.code === 'entry_changed') return { ...first, code: 'leaf_changed' }
    if (root !== undefined && first?.code !== 'entry_removed') {
      const marks = Buffer.from(root.marks, 'base64').toString('hex').match(/.{8}/g) ?? []
      const parted = parting(
        leaves.map((leaf) => leaf.toString('hex', 0, 4)),
        marks,
      )
      if (parted !== null && (first === null || batch.firstSeq + parted[0] < first.seq)) {
        const [place, code] = parted
        const entryId = code === 'entry_removed' ? null : (ids[place] ?? null)
        return { code, seq: batch.firstSeq + place, entryId, batch: batch.number }
      }
    }
    if (first !== null) return first
    return agrees ? null : { code: 'batch_mismatch', seq: batch.firstSeq, entryId: null, batch: batch.number }
  }

  /** An entry that is not what its leaf says: changed, unless its own leaf stands at another number. */
  async changeOf(leaf, seq) {
    const wanted = leaf.toString('hex')
    for await (const entry of linesOf(this.entriesPath))
      if (entry.leaf === wanted && entry.seq !== seq) return 'entries_reordered'
    return 'entry_changed'
  }

  checkContent(entry) {
    if (entry.salt === null || entry.payload === null) {
      if (!this.decided.has(entry.id)) return 'content_removed'
      this.verdict.erased += 1
    } else {
      const commitment = sha256(Buffer.from(entry.salt, 'hex'), Buffer.from(entry.payload, 'utf8'))
      if (commitment.toString('hex') !== entry.commitment) return 'content_changed'
    }
    if (this.latest !== '' && Date.parse(entry.recordedAt) < Date.parse(this.latest) - dayMs)
      return 'entry_backdated'
    if (entry.recordedAt > this.latest) this.latest = entry.recordedAt
    return null
  }

  async checkEnd() {
    const number = (this.last?.number ?? 0) + 1
    const cut = await this.rootOutside(number)
    if (cut !== undefined) return { code: 'tail_cut', seq: cut.firstSeq, entryId: null, batch: cut.number }
    const stray = await this.entries.peek()
    if (stray !== undefined && stray.seq !== null)
      return { code: 'batch_removed', seq: stray.seq, entryId: stray.id, batch: number }
    let unsealed = 0
    for (let entry = await this.entries.next(); entry !== undefined; entry = await this.entries.next()) {
      if (entry.waiting !== true) return { code: 'entry_inserted', seq: null, entryId: entry.id, batch: null }
      unsealed += 1
    }
    this.verdict.unsealed = unsealed
    return null
  }

  /** A token names the very root that it stamps; whether an authority signed it, OpenSSL can tell. */
  async checkStamps() {
    if (!existsSync(this.stampsPath)) return null
    const stamps = new Map()
    for await (const stamp of linesOf(this.stampsPath)) stamps.set(stamp.batch, stamp)
    for await (const batch of linesOf(join(this.entriesPath, '..', 'roots.ndjson'))) {
      const stamp = stamps.get(batch.number)
      if (stamp === undefined) continue
      if (!Buffer.from(stamp.token, 'base64').includes(Buffer.from(batch.root, 'hex')))
        return { code: 'timestamp_wrong', seq: batch.firstSeq, entryId: null, batch: batch.number }
      this.verdict.stamped = { batch: batch.number, at: stamp.at }
    }
    return null
  }
}

/** What is to be said of the export in `folder`, beside the roots kept outside where there are any. */
export const judge = (folder, rootsPath) => new Judge(folder, rootsPath).run()

function say(verdict) {
  const { fault, sealed, batches, unsealed, erased, confirmed, root } = verdict
  if (fault !== null) {
    const place = [
      fault.seq === null ? '' : `entry ${fault.seq}`,
      fault.entryId ?? '',
      fault.batch === null ? '' : `batch ${fault.batch}`,
    ]
    console.log(
      `KHÔNG TOÀN VẸN · NOT INTACT: ${fault.code} (${place.filter((part) => part !== '').join(', ')})`,
    )
  } else console.log('TOÀN VẸN · INTACT')
  console.log(
    `  ${sealed} entries in ${batches} batches; ${unsealed ?? '?'} unsealed; ${erased} lawfully erased`,
  )
  console.log(`  roots outside: ${confirmed === null ? 'not compared' : `${confirmed} confirmed`}`)
  if (root !== null) console.log(`  last root ${root}`)
}

async function main(args) {
  const json = args.includes('--json')
  const [folder, ...rest] = args.filter((arg) => arg !== '--json')
  const [flag, roots, ...more] = rest
  if (
    folder === undefined ||
    more.length > 0 ||
    (flag !== undefined && (flag !== '--roots' || roots === undefined))
  ) {
    console.error('node verify-audit.mjs DIR [--roots FILE] [--json]')
    process.exitCode = 2
    return
  }
  try {
    const verdict = await judge(folder, roots)
    if (json) console.log(JSON.stringify(verdict))
    else say(verdict)
    process.exitCode = verdict.ok ? 0 : 1
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}

if (process.argv[1] !== undefined && fileURLToPath(import.meta.url) === realpathSync(process.argv[1]))
  await main(process.argv.slice(2))
