import { createHash } from 'node:crypto'
import type { Visitor } from './visitor.ts'

interface Proof {
  readonly ref: string
  readonly evidenceId: string
}

// How many of a pile are done before its owner looks up.
const few = 4

/** What waits for whom: the piles on the desks of an office. */
export class Desks {
  readonly theme: string
  readonly submitted: string[] = []
  readonly approved: string[] = []
  readonly toJudge: Proof[] = []
  readonly toCheck: string[] = []
  readonly toAccept: string[] = []
  /** What happened to a work last, for its owner. */
  readonly stage = new Map<string, 'assigned' | 'judged' | 'completed'>()

  constructor(theme: string) {
    this.theme = theme
  }
}

const today = '2022-05-18'
const pages = ['/', '/cong-viec', '/chuong-trinh/2022', '/chi-so', '/can-cu', '/quyet-dinh', '/bai-bao']
let numbers = 0

/** A title that is like no other, so that no warning of a duplicate stands in the way. */
function unlikeTitle(): string {
  numbers += 1
  const digest = createHash('sha256').update(`crowd ${numbers}`).digest('hex')
  return `Việc ${digest.match(/.{7}/g)?.join(' ') ?? digest}`
}

const registration = (title: string, themeGroupId: string) => ({
  title,
  themeGroupId,
  rationale: 'Việc tồn đọng từ nhiều năm (minh hoạ).',
  baseline: 'Chưa có.',
  product: 'Kết quả có văn bản công nhận (minh hoạ).',
  resources: 'Ngân sách.',
  risks: 'Thời tiết.',
  proof: 'Văn bản công nhận.',
  minutesReference: 'Biên bản 05-BB (minh hoạ)',
  dueOn: '2022-12-15',
  targets: [{ measure: 'Số hồ sơ giải quyết dứt điểm', unit: 'hồ sơ', operator: 'gte', value: 2 }],
  steps: [{ name: 'Rà soát', dueOn: '2022-07-30' }],
})

/** Any sound PDF; each differs, so that each is a file of its own. */
function paper(): Uint8Array<ArrayBuffer> {
  numbers += 1
  return new TextEncoder().encode(
    `%PDF-1.4\n% ${numbers}\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n`,
  )
}

interface Work {
  readonly ref: string
  readonly version: number
  readonly targets: readonly { readonly id: string }[]
}

/** The work as it stands: every act names the version that its doer has seen. */
async function look(visitor: Visitor, ref: string): Promise<Work | undefined> {
  const found = await visitor.read('read a work', `/works/${ref}`)
  if (found.version === undefined) return undefined
  return { ref, version: Number(found.version), targets: (found.targets ?? []) as Work['targets'] }
}

async function onWork(
  visitor: Visitor,
  ref: string,
  action: string,
  noun: string,
  more: object = {},
): Promise<boolean> {
  const work = await look(visitor, ref)
  if (work === undefined) return false
  const { version } = work
  return (await visitor.act(action, 'POST', `/works/${ref}/${noun}`, { version, ...more })) !== undefined
}

/** A person's turn: they look at a page, and then does the next thing that is their to do. */
export type Turn = () => Promise<void>

/** Registers works, submits them, and carries out what was assigned. */
export function registrant(visitor: Visitor, desks: Desks): Turn {
  const drafts: string[] = []
  const mine: string[] = []
  let turns = 0
  return async () => {
    turns += 1
    await visitor.open('open a page', pages[turns % pages.length] ?? '/')
    const judged = mine.find((ref) => desks.stage.get(ref) === 'judged')
    const assigned = mine.find((ref) => desks.stage.get(ref) === 'assigned')
    if (judged !== undefined) await complete(visitor, desks, judged)
    else if (assigned !== undefined) await report(visitor, desks, assigned)
    else if (drafts.length > 2 || (drafts.length > 0 && turns % 3 === 0)) {
      const ref = drafts.shift() ?? ''
      const work = await look(visitor, ref)
      if (work === undefined) return
      const done = await visitor.act('work.submit', 'POST', `/works/${ref}/submission`, {
        version: work.version,
      })
      if (done === undefined) return
      mine.push(String(done.ref))
      desks.submitted.push(String(done.ref))
    } else {
      const title = unlikeTitle()
      const draft = { year: 2022, ownerKind: 'individual', ...registration(title, desks.theme) }
      const made = await visitor.act('work.register', 'POST', '/works', draft)
      if (made === undefined) return
      const ref = String(made.ref)
      const edited = { version: made.version, ...registration(`${title} (sửa)`, desks.theme) }
      await visitor.act('work.edit', 'PUT', `/works/${ref}`, edited)
      drafts.push(ref)
    }
  }
}

async function report(visitor: Visitor, desks: Desks, ref: string): Promise<void> {
  const work = await look(visitor, ref)
  const target = work?.targets[0]
  if (work === undefined || target === undefined) return
  const reported = await visitor.act('work.report', 'POST', `/works/${ref}/reports`, {
    version: work.version,
    period: 'h1',
    reportedOn: today,
    content: 'Đã giải quyết hai hồ sơ (minh hoạ).',
    values: [{ targetId: target.id, value: 2 }],
  })
  const uploadId = reported === undefined ? undefined : await visitor.upload(paper())
  const now = uploadId === undefined ? undefined : await look(visitor, ref)
  if (now === undefined) return
  const offered = await visitor.act('evidence.offer', 'POST', `/works/${ref}/evidence`, {
    version: now.version,
    kind: 'document',
    title: 'Văn bản xác nhận kết quả (minh hoạ)',
    targetId: target.id,
    value: 2,
    effectiveOn: today,
    uploadId,
  })
  if (offered === undefined) return
  desks.stage.delete(ref)
  desks.toJudge.push({ ref, evidenceId: String(offered.id) })
}

async function complete(visitor: Visitor, desks: Desks, ref: string): Promise<void> {
  const more = { workDoneOn: today, content: 'Đã xong (minh hoạ).' }
  if (!(await onWork(visitor, ref, 'work.report_completion', 'completion', more))) return
  desks.stage.delete(ref)
  desks.toCheck.push(ref)
}

const allScores = {
  fits_theme: 2,
  breakthrough: 2,
  specific: 2,
  finishable: 2,
  within_power: 2,
  resources: 2,
  not_duplicate: 2,
  proof_defined: 2,
  no_secret: 2,
}

/** Appraises, judges proofs and checks what is reported as complete: a few of each in a turn, as they lie there. */
export function office(visitor: Visitor, desks: Desks): Turn {
  return async () => {
    await visitor.open('open a page', '/')
    for (const proof of desks.toJudge.splice(0, few)) await judge(visitor, desks, proof)
    for (const ref of desks.toCheck.splice(0, few)) {
      const more = { comment: 'Đã đối chiếu (minh hoạ).' }
      if (await onWork(visitor, ref, 'work.check_completion', 'completion-check', more))
        desks.toAccept.push(ref)
    }
    await visitor.open('open the pile', '/tham-dinh')
    for (const ref of desks.submitted.splice(0, few)) {
      if (!(await onWork(visitor, ref, 'work.open_appraisal', 'appraisal-opening'))) continue
      const more = { scores: allScores, outcome: 'approve' }
      if (await onWork(visitor, ref, 'work.appraise', 'appraisals', more)) desks.approved.push(ref)
    }
  }
}

async function judge(visitor: Visitor, desks: Desks, proof: Proof): Promise<void> {
  const { ref, evidenceId } = proof
  const judged = await visitor.act(
    'evidence.judge',
    'PUT',
    `/works/${ref}/evidence/${evidenceId}/judgement`,
    { outcome: 'accept' },
    () => evidenceId,
  )
  if (judged !== undefined) desks.stage.set(ref, 'judged')
}

/** Decides on many works at once, and accepts what is done. */
export function committee(visitor: Visitor, desks: Desks, seat: number): Turn {
  let decisions = 0
  return async () => {
    await visitor.open('open a page', '/quyet-dinh')
    const refs = desks.approved.splice(0, 10)
    if (refs.length > 0) {
      decisions += 1
      const decided = await visitor.act(
        'decision.record',
        'POST',
        '/decisions',
        {
          year: 2022,
          issuer: 'btv-tinh-uy',
          number: `${seat}.${decisions}-QĐ/TU (minh hoạ)`,
          decidedOn: today,
          items: refs.map((ref) => ({ ref, action: 'approve_assign' })),
        },
        (answer) => answer.decisionId,
      )
      if (decided !== undefined) for (const ref of refs) desks.stage.set(ref, 'assigned')
    }
    for (const ref of desks.toAccept.splice(0, few)) {
      const more = { outcome: 'accept', document: 'Thông báo kết luận (minh hoạ)' }
      if (await onWork(visitor, ref, 'work.decide_completion', 'completion-decision', more))
        desks.stage.set(ref, 'completed')
    }
  }
}

/** Reads only: overviews, lists, searches. */
export function reader(visitor: Visitor): Turn {
  const read = ['/chuong-trinh/2022/don-vi', '/cong-viec?tin-hieu=can-chu-y', '/tim-kiem?q=ho+so', ...pages]
  let turns = 0
  return async () => {
    turns += 1
    await visitor.open('open a page', read[turns % read.length] ?? '/')
  }
}
