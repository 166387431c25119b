import type { PersonId, UnitId } from '../../../organisation/index.ts'
import { newId } from '../../../platform/id.ts'
import { compareDates, type PlainDate, yearOf } from '../../../platform/time/plain-date.ts'
import type { ProgrammeId } from '../../../programme/import/index.ts'
import type { Official, RegisterRows } from './register-rows.ts'

/** When the works of one body are registered, appraised and assigned. */
export interface Calendar {
  readonly registerFrom: PlainDate
  readonly submitBy: PlainDate
  readonly appraiseFrom: PlainDate
  readonly concludeBy: PlainDate
  readonly approvedOn: PlainDate
  readonly assignedOn: PlainDate
}

/** One body that appraises and assigns, and those who act for it. */
export interface Campaign {
  readonly issuerId: UnitId
  readonly issuerRootId: UnitId
  readonly format: 'party' | 'state'
  /** What follows the number: `/TU` as in “01-QĐ/TU”. */
  readonly symbol: string
  readonly assignTitle: string
  readonly appraiser: Official & { readonly unitId: UnitId }
  /** Who confirms evidence and checks completions. */
  readonly monitor: PersonId
  readonly decider: Official
  readonly calendar: Calendar
}

export type DecidedAction = 'approve' | 'return' | 'reject' | 'add' | 'assign'

interface Paper {
  readonly id: string
  readonly campaign: Campaign
  readonly on: PlainDate
  readonly isAssignment: boolean
  readonly items: {
    action: DecidedAction
    workId: string
    reason: string | null
    returnBy: PlainDate | null
  }[]
}

export interface DecidedItem {
  readonly action: DecidedAction
  readonly on: PlainDate
  readonly reason?: string
  readonly returnBy?: PlainDate
}

/** The decisions of all campaigns: one paper a body, day and purpose, which lists the works one after the other. */
export class Decisions {
  readonly #papers = new Map<string, Paper>()

  /** Puts a work on the body's decision of that day; gives the id of the decision. */
  decide(campaign: Campaign, workId: string, { action, on, reason, returnBy }: DecidedItem): string {
    const isAssignment = action === 'assign'
    const key = [campaign.issuerId, campaign.assignTitle, on, isAssignment].join(' ')
    const paper = this.#papers.get(key) ?? { id: newId<'decision'>(), campaign, on, isAssignment, items: [] }
    this.#papers.set(key, paper)
    paper.items.push({ action, workId, reason: reason ?? null, returnBy: returnBy ?? null })
    return paper.id
  }

  /** Writes the papers, numbered in the order of their days. */
  finish(rows: RegisterRows): void {
    const lastNumbers = new Map<string, number>()
    const byDay = [...this.#papers.values()].sort((a, b) => compareDates(a.on, b.on))
    for (const paper of byDay) {
      const series = `${paper.campaign.issuerId} ${paper.isAssignment}`
      const number = (lastNumbers.get(series) ?? 0) + 1
      lastNumbers.set(series, number)
      const uploadId = rows.handIn('decision')
      rows.decisions.push(decisionRow(rows.programmeId, { ...paper, uploadId }, number))
      rows.decisionItems.push(
        ...paper.items.map((item, index) => ({
          decision_id: paper.id,
          work_id: item.workId,
          action: item.action,
          ord: index + 1,
          reason: item.reason,
          return_by: item.returnBy,
        })),
      )
    }
  }
}

export function decisionRow(
  programmeId: ProgrammeId,
  { id, campaign, on, isAssignment, uploadId }: Omit<Paper, 'items'> & { readonly uploadId: string },
  number: number,
) {
  const purpose = isAssignment ? 'Giao thực hiện việc đột phá' : 'Kết quả thẩm định việc đột phá'
  return {
    id,
    programme_id: programmeId,
    issuer_unit_id: campaign.issuerId,
    number: numberOf(campaign, isAssignment ? 'QĐ' : 'TB', number),
    decided_on: on,
    year: yearOf(on),
    format: campaign.format,
    title: `${purpose} ${campaign.assignTitle} (minh hoạ)`,
    upload_id: uploadId,
    illustrative: true,
    account_id: campaign.decider.accountId,
    body_id: campaign.issuerId,
  }
}

/** Party papers are numbered “01-QĐ/TU”, those of the State “01/QĐ-UBND”; the number itself says that it is invented. */
export function numberOf(campaign: Campaign, kind: string, number: number): string {
  const padded = String(number).padStart(2, '0')
  const { format, symbol } = campaign
  return `${format === 'party' ? `${padded}-${kind}/${symbol}` : `${padded}/${kind}-${symbol}`} (minh hoạ)`
}
