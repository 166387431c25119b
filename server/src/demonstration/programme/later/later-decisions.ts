import { newId } from '../../../platform/id.ts'
import { compareDates, type PlainDate } from '../../../platform/time/plain-date.ts'
import type { Campaign, DecidedItem } from '../filling/campaigns.ts'
import { decisionRow } from '../filling/campaigns.ts'
import type { RegisterRows } from '../filling/register-rows.ts'
import { type LaterLife, noFacts } from './facts.ts'
import type { LaterWork } from './later-work.ts'

interface Paper {
  readonly id: string
  readonly campaign: Campaign
  readonly on: PlainDate
  readonly isAssignment: boolean
  items: number
}

/** The decisions of the later year, numbered on from those that are there when the demonstration opens. */
export class LaterDecisions {
  readonly #rows: RegisterRows
  readonly #papers = new Map<string, Paper>()

  constructor(rows: RegisterRows) {
    this.#rows = rows
  }

  /** Puts a work on its body's decision of that day, which moves it. */
  decide(
    work: LaterWork,
    { action, on, reason, returnBy }: DecidedItem & { action: 'approve' | 'return' | 'reject' | 'assign' },
  ): void {
    const { campaign } = work
    const isAssignment = action === 'assign'
    const key = [campaign.issuerId, campaign.assignTitle, on, isAssignment].join(' ')
    const paper = this.#papers.get(key) ?? { id: newId<'decision'>(), campaign, on, isAssignment, items: 0 }
    this.#papers.set(key, paper)
    paper.items += 1
    work.add(on, 'decisionItems', {
      decision_id: paper.id,
      work_id: work.id,
      action,
      ord: paper.items,
      reason: reason ?? null,
      return_by: returnBy ?? null,
    })
    const why = reason === undefined ? {} : { reason }
    work.move(action, { on, decisionId: paper.id, bodyId: campaign.issuerId, ...why })
    work.change(on, 'works', { id: work.id, return_by: returnBy ?? null })
  }

  /** The papers themselves, each on its day. */
  life(): LaterLife {
    const last = new Map<string, number>()
    for (const { issuer_unit_id, title } of this.#rows.decisions) {
      const series = `${issuer_unit_id} ${title.startsWith('Giao')}`
      last.set(series, (last.get(series) ?? 0) + 1)
    }
    const byDay = [...this.#papers.values()].sort((a, b) => compareDates(a.on, b.on))
    const days = byDay.map((paper) => {
      const series = `${paper.campaign.issuerId} ${paper.isAssignment}`
      const number = (last.get(series) ?? 0) + 1
      last.set(series, number)
      const facts = noFacts()
      const upload = this.#rows.paper('decision')
      facts.uploads.push(upload)
      facts.added.decisions = [decisionRow(this.#rows.programmeId, { ...paper, uploadId: upload.id }, number)]
      return { on: paper.on, workVersion: null, facts }
    })
    return { workId: null, days }
  }
}
