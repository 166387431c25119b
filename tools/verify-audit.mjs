#!/usr/bin/env node
// Judges an export of the record ("dotpha audit export DIR") without the program that made it: one file, plain Node 22.18 or
// later, no package. The rules it follows are written down in docs/decisions/006-the-sealed-record.md.
//
//   node verify-audit.mjs DIR [--roots FILE] [--json]
//
// FILE is the file of roots that was kept outside the database: with it, a record that was rewritten from one end to the
// other is found too. Exit code 0 only when all is well. A timestamp is compared with its root here; whether its
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
function parting(are, should, known) {
  for (let at = 0; at < Math.max(are.length, should.length); at += 1) {
    if (are[at] === should[at]) continue
    if (are[at] === undefined) return [at, 'entry_removed']
    if (should[at] === undefined) return [at, 'entry_inserted']
    if (are[at + 1] === should[at] && !known.includes(are[at])) return [at, 'entry_inserted']
    if (should[at + 1] === are[at] && !are.includes(should[at])) return [at, 'entry_removed']
    return [at, known.includes(are[at]) ? 'entries_reordered' : 'entry_changed']
  }
  return null
}

/** Every place where they part: in the list as it is, in that as it should be, and how. */
function partings(are, should) {
  const found = []
  let [isAt, shouldAt] = [0, 0]
  while (isAt < are.length || shouldAt < should.length) {
    const parted = parting(are.slice(isAt), should.slice(shouldAt), should)
    if (parted === null) break
    const [at, code] = parted
    found.push({ at: isAt + at, place: shouldAt + at, code })
    isAt += at + (code === 'entry_removed' ? 0 : 1)
    shouldAt += at + (code === 'entry_inserted' ? 0 : 1)
  }
  return found
}

const dayMs = 86_400_000
const mostNamed = 10_000

/** What an acknowledgement is bound to: the kind of fault, its place, and the hashes that were found there. */
function fingerprintOf(code, { seq, entryId, batch }, seen) {
  const words = [
    code,
    seq === null ? null : String(seq),
    entryId,
    batch === null ? null : String(batch),
    ...seen,
  ]
  return sha256(Buffer.from([3]), spell(words)).toString('hex')
}

/** Everybody who has a part in an act: who did it, and for whom. */
function partiesOf({ personId, payload }) {
  const forPersonId = JSON.parse(payload ?? '{}').standsFor?.personId ?? personId
  return [personId, forPersonId]
}

class Faults {
  constructor() {
    this.found = []
    this.more = 0
    this.firsts = new Map()
    this.acknowledged = new Set()
  }

  get count() {
    return this.found.length + this.more
  }

  add(code, place, seen) {
    if (this.found.length >= mostNamed) this.more += 1
    else this.found.push({ code, ...place, fingerprint: fingerprintOf(code, place, seen) })
  }

  /** Two people, neither of them for the other, said on the record that they know of a fault. */
  note(entry) {
    if (entry.outcome !== 'done' || entry.objectKind !== 'audit-fault' || entry.personId === null) return
    const firsts = this.firsts.get(entry.objectId) ?? []
    const parties = partiesOf(entry)
    if (entry.action === 'audit.acknowledge-fault') this.firsts.set(entry.objectId, [...firsts, parties])
    const isSecond = firsts.some((first) => !first.some((person) => parties.includes(person)))
    if (entry.action === 'audit.confirm-fault' && isSecond) this.acknowledged.add(entry.objectId)
  }

  result() {
    const faults = this.found.map((fault) => ({
      ...fault,
      acknowledged: this.acknowledged.has(fault.fingerprint),
    }))
    return {
      ok: this.more === 0 && faults.every(({ acknowledged }) => acknowledged),
      faults,
      more: this.more,
    }
  }
}

class Judge {
  constructor(folder, rootsPath) {
    this.entriesPath = join(folder, 'entries.ndjson')
    this.rootsPath = join(folder, 'roots.ndjson')
    this.stampsPath = join(folder, 'timestamps.ndjson')
    this.entries = new Stream(linesOf(this.entriesPath))
    this.batches = new Stream(linesOf(this.rootsPath))
    this.outside = rootsPath === undefined ? null : new Stream(outsideRoots(rootsPath))
    this.faults = new Faults()
    this.counts = { sealed: 0, batches: 0, unsealed: 0, erased: 0 }
    Object.assign(this.counts, { confirmed: rootsPath === undefined ? null : 0, stamped: null, root: null })
    this.latest = ''
    this.end = 0
    this.isLastFaulty = false
    this.hasParted = false
  }

  async run() {
    this.decided = new Set()
    this.lastLeaf = 0
    for await (const entry of linesOf(this.entriesPath)) {
      if (entry.seq !== null) this.lastLeaf = entry.seq
      if (entry.action === 'audit.erase' && entry.outcome === 'done' && entry.objectKind === 'audit-entry')
        this.decided.add(entry.objectId)
    }
    for (let batch = await this.batches.next(); batch !== undefined; batch = await this.batches.next())
      await this.checkBatch(batch, await this.batches.peek())
    await this.checkEnd()
    await this.checkUnsealed()
    await this.checkStamps()
    return { ...this.faults.result(), ...this.counts }
  }

  async checkBatch(batch, following) {
    const { number, leavesRoot } = batch
    const hasGap = number > (this.last?.number ?? 0) + 1
    if (hasGap) await this.nameRemoved(batch)
    const isSound = rootOf(batch) === batch.root
    const firstSeq = this.end + 1
    const isFirst = this.last === undefined && !hasGap
    const fits = isSound && batch.firstSeq === firstSeq && (!isFirst || batch.previous === '0'.repeat(64))
    if (isSound && !hasGap) this.checkChain(batch)
    const before = this.faults.count
    const place = { seq: firstSeq, entryId: null, batch: number }
    const lastSeq = isSound
      ? batch.lastSeq
      : Math.max(this.end, following === undefined ? this.lastLeaf : following.firstSeq - 1)
    const outside = await this.rootOutside(number)
    const checked = await this.checkEntries({ firstSeq, lastSeq, batch: number, leavesRoot, outside })
    const { root, isExplained } = checked
    if (!fits) this.faults.add('batch_changed', place, [batch.root, rootOf(batch), batch.previous, root])
    else if (!isExplained) this.faults.add('batch_mismatch', place, [leavesRoot, root])
    if (outside !== undefined) this.compareOutside(batch, outside, this.faults.count > before)
    this.isLastFaulty = this.faults.count > before
    this.last = batch
    this.end = Math.max(this.end, lastSeq)
    this.counts.batches += 1
    this.counts.root = batch.root
  }

  async nameRemoved(next) {
    for (let number = (this.last?.number ?? 0) + 1; number < next.number; number += 1) {
      const outside = await this.rootOutside(number)
      const firstSeq = this.end + 1
      const lastSeq = outside?.lastSeq ?? (number === next.number - 1 ? next.firstSeq - 1 : this.end)
      const leavesRoot = outside?.leavesRoot ?? null
      const { root } = await this.checkEntries({ firstSeq, lastSeq, batch: number, leavesRoot, outside })
      this.faults.add('batch_removed', { seq: firstSeq, entryId: null, batch: number }, [next.root, root])
      this.end = Math.max(this.end, lastSeq)
    }
    this.isLastFaulty = true
  }

  checkChain(batch) {
    const before = this.last
    if (before === undefined || this.isLastFaulty || batch.previous === before.root) return
    const place = { seq: before.firstSeq, entryId: null, batch: before.number }
    this.faults.add('root_replaced', place, [before.root, batch.previous])
  }

  compareOutside(batch, outside, isFaulty) {
    if (outside.root === batch.root) {
      this.counts.confirmed += 1
      return
    }
    const isItself = ['firstSeq', 'lastSeq', 'sealedAt', 'leavesRoot'].some(
      (name) => outside[name] !== batch[name],
    )
    if (!isFaulty && (isItself || !this.hasParted)) {
      const place = { seq: batch.firstSeq, entryId: null, batch: batch.number }
      this.faults.add('root_replaced', place, [batch.root, outside.root])
    }
    this.hasParted = true
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

  async checkEntries({ firstSeq, lastSeq, batch, leavesRoot, outside }) {
    const before = this.faults.count
    const [stored, leaves, rows, changed, missing] = [[], [], [], [], []]
    let next = firstSeq
    for (
      let entry = await this.entries.peek();
      entry != null && entry.seq !== null && entry.seq <= lastSeq;
    ) {
      for (; next < entry.seq; next += 1) missing.push(next)
      next = entry.seq + 1
      const leaf = entry.missing === true ? Buffer.from(entry.leaf, 'hex') : leafOf(entry)
      stored.push(Buffer.from(entry.leaf, 'hex'))
      leaves.push(leaf)
      const { seq, id } = entry
      rows.push({ seq, entryId: id, mark: leaf.toString('hex', 0, 4) })
      const place = { seq, entryId: id, batch }
      if (entry.missing === true) this.faults.add('entry_removed', place, [entry.leaf])
      else {
        this.counts.sealed += 1
        if (leaf.toString('hex') === entry.leaf) this.checkContent(entry, place)
        else changed.push({ place, stored: entry.leaf, found: leaf.toString('hex') })
      }
      await this.entries.next()
      entry = await this.entries.peek()
    }
    for (; next <= lastSeq; next += 1) missing.push(next)
    const root = treeOf(leaves)
    const marks = outside === undefined ? [] : marksOf(outside)
    await this.nameChanged(
      changed,
      (seq, found) => root === leavesRoot || marks[seq - firstSeq] === found.slice(0, 8),
    )
    if (outside === undefined)
      for (const seq of missing) this.faults.add('entry_removed', { seq, entryId: null, batch }, [root])
    else {
      const named = new Set(changed.map(({ place }) => place.seq))
      this.compareMarks({ firstSeq, batch, rows, named, root }, marks)
    }
    const agrees = treeOf(stored) === leavesRoot || root === leavesRoot
    const isPlaced = outside === undefined ? missing.length > 0 : this.faults.count > before
    return { root, isExplained: agrees || isPlaced }
  }

  /** Entries that are not what their leaves say: changed, unless their own leaf stands at another number. */
  async nameChanged(changed, isWhole) {
    if (changed.length === 0) return
    const wanted = new Set(changed.map(({ found }) => found))
    const elsewhere = new Set()
    for await (const entry of linesOf(this.entriesPath)) if (wanted.has(entry.leaf)) elsewhere.add(entry.leaf)
    for (const { place, stored, found } of changed) {
      const moved = elsewhere.has(found) ? 'entries_reordered' : 'entry_changed'
      this.faults.add(isWhole(place.seq, found) ? 'leaf_changed' : moved, place, [stored, found])
    }
  }

  compareMarks({ firstSeq, batch, rows, named, root }, marks) {
    const are = rows.map(({ mark }) => mark)
    for (const { at, place, code } of partings(are, marks)) {
      const row = code === 'entry_removed' ? undefined : rows[at]
      const seq = row?.seq ?? firstSeq + place
      if (named.has(seq)) continue
      const where = { seq, entryId: row?.entryId ?? null, batch }
      this.faults.add(code, where, [row?.mark ?? null, marks[place] ?? null, root])
    }
  }

  checkContent(entry, place) {
    if (entry.salt === null || entry.payload === null) {
      if (this.decided.has(entry.id)) this.counts.erased += 1
      else this.faults.add('content_removed', place, [entry.leaf])
    } else {
      const content = sha256(Buffer.from(entry.salt, 'hex'), Buffer.from(entry.payload, 'utf8')).toString(
        'hex',
      )
      if (content === entry.commitment) this.faults.note(entry)
      else this.faults.add('content_changed', place, [entry.leaf, content])
    }
    if (this.latest !== '' && Date.parse(entry.recordedAt) < Date.parse(this.latest) - dayMs)
      this.faults.add('entry_backdated', place, [entry.leaf])
    const isAccepted = entry.action === 'audit.accept-clock' && entry.outcome === 'done'
    if (isAccepted || entry.recordedAt > this.latest) this.latest = entry.recordedAt
  }

  async checkEnd() {
    let number = (this.last?.number ?? 0) + 1
    if (this.lastLeaf > this.end) {
      const [firstSeq, outside] = [this.end + 1, await this.rootOutside(number)]
      const leavesRoot = outside?.leavesRoot ?? null
      const stretch = { firstSeq, lastSeq: this.lastLeaf, batch: number, leavesRoot, outside }
      const { root } = await this.checkEntries(stretch)
      this.faults.add('batch_removed', { seq: firstSeq, entryId: null, batch: number }, [root])
      number += 1
    }
    for (let cut = await this.rootOutside(number); cut !== undefined; cut = await this.rootOutside(number)) {
      this.faults.add('tail_cut', { seq: cut.firstSeq, entryId: null, batch: number }, [cut.root])
      number += 1
    }
  }

  async checkUnsealed() {
    for (let entry = await this.entries.next(); entry !== undefined; entry = await this.entries.next()) {
      if (entry.waiting === true) this.counts.unsealed += 1
      else
        this.faults.add('entry_inserted', { seq: null, entryId: entry.id, batch: null }, [
          leafOf(entry).toString('hex'),
        ])
    }
  }

  /** A token names the very root that it stamps; whether an authority signed it, OpenSSL can tell. */
  async checkStamps() {
    if (!existsSync(this.stampsPath)) return
    const stamps = new Map()
    for await (const stamp of linesOf(this.stampsPath)) stamps.set(stamp.batch, stamp)
    for await (const batch of linesOf(this.rootsPath)) {
      const stamp = stamps.get(batch.number)
      if (stamp === undefined) continue
      const token = Buffer.from(stamp.token, 'base64')
      if (token.includes(Buffer.from(batch.root, 'hex')))
        this.counts.stamped = { batch: batch.number, at: stamp.at }
      else
        this.faults.add('timestamp_wrong', { seq: batch.firstSeq, entryId: null, batch: batch.number }, [
          batch.root,
          sha256(token).toString('hex'),
          stamp.at,
        ])
    }
  }
}

const marksOf = (root) => Buffer.from(root.marks, 'base64').toString('hex').match(/.{8}/g) ?? []

/** What is to be said of the export in `folder`, next to the roots kept outside where there are any. */
export const judge = (folder, rootsPath) => new Judge(folder, rootsPath).run()

function say(verdict) {
  const { ok, faults, more, sealed, batches, unsealed, erased, confirmed, root } = verdict
  if (!ok) console.log('KHÔNG TOÀN VẸN · NOT INTACT')
  else if (faults.length === 0) console.log('TOÀN VẸN · INTACT')
  else console.log('CHỈ CÓ SAI LỆCH ĐÃ ĐƯỢC HAI NGƯỜI GHI NHẬN · ONLY FAULTS THAT TWO PEOPLE ACKNOWLEDGED')
  for (const { code, seq, entryId, batch, fingerprint, acknowledged } of faults) {
    const place = [seq === null ? '' : `entry ${seq}`, entryId ?? '', batch === null ? '' : `batch ${batch}`]
    const where = place.filter((part) => part !== '').join(', ')
    console.log(`  ${code} (${where})${acknowledged ? ' acknowledged' : ''}  ${fingerprint}`)
  }
  if (more > 0) console.log(`  … ${more} more`)
  console.log(`  ${sealed} entries in ${batches} batches; ${unsealed} unsealed; ${erased} lawfully erased`)
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
