import type { UnitId } from '../../../organisation/index.ts'
import { plainDate } from '../../../platform/time/plain-date.ts'
import type { Username } from '../../accounts.ts'
import type { Holder } from '../../organisation/organisation-rows.ts'
import type { Calendar, Campaign } from './campaigns.ts'
import type { FillingFacts } from './filling-facts.ts'
import type { Official } from './register-rows.ts'

/** The calendar of one body, by month and day: registering, handing in, appraising, approving, assigning. */
function calendar(
  register: readonly [from: string, submitBy: string],
  appraise: readonly [from: string, concludeBy: string],
  decide: readonly [approved: string, assigned: string],
): Calendar {
  const day = (monthDay: string) => plainDate(`2022-${monthDay}`)
  return {
    registerFrom: day(register[0]),
    submitBy: day(register[1]),
    appraiseFrom: day(appraise[0]),
    concludeBy: day(appraise[1]),
    approvedOn: day(decide[0]),
    assignedOn: day(decide[1]),
  }
}

export interface Campaigns {
  readonly heads: Campaign
  readonly direct: Campaign
  readonly tuKyBodies: Campaign
  readonly tuKyPersons: Campaign
  readonly departments: Campaign
  /** Of the invented districts, in their order. */
  readonly districts: readonly Campaign[]
}

/**
 * Who appraises and assigns in the demo. The bodies named in the article assign works to made-up owners, as its totals
 * require; the persons who act for these bodies are made-up account holders.
 */
export function campaignsOf(facts: FillingFacts): Campaigns {
  const { named, invented } = facts
  const official = (username: Username) => officialOf(facts, username)
  const province = {
    issuerId: named['org-btv-tinh-uy'],
    issuerRootId: named['org-tinh-uy'],
    format: 'party',
    symbol: 'TU',
    appraiser: official('van-phong'),
    monitor: official('van-phong').personId,
    decider: official('thuong-vu'),
    calendar: calendar(['01-10', '02-10'], ['02-14', '03-02'], ['03-04', '03-10']),
  } as const
  const tuKy = {
    issuerId: named['org-btv-huyen-uy-tu-ky'],
    issuerRootId: named['org-huyen-uy-tu-ky'],
    format: 'party',
    symbol: 'HU',
    appraiser: official('tham-dinh-tu-ky'),
    monitor: official('tham-dinh-tu-ky').personId,
    decider: official('btv-tu-ky'),
    calendar: calendar(['01-12', '02-15'], ['02-18', '03-07'], ['03-09', '03-15']),
  } as const
  return {
    heads: { ...province, assignTitle: 'đối với các đồng chí cấp trưởng' },
    direct: { ...province, assignTitle: 'của các đảng bộ trực thuộc' },
    tuKyBodies: { ...tuKy, assignTitle: 'đối với tập thể' },
    tuKyPersons: { ...tuKy, assignTitle: 'đối với cá nhân' },
    departments: departmentsCampaign(facts, official('van-phong')),
    districts: invented.districts.map((district, index) => ({
      issuerId: district.standingCommitteeId,
      issuerRootId: district.committee.unitId,
      format: 'party',
      symbol: district.symbol,
      assignTitle: 'đối với tổ chức cơ sở đảng',
      appraiser: official('van-phong'),
      monitor: district.secretary.personId,
      decider: withoutAccount(district.secretary),
      calendar:
        index === 0
          ? calendar(['01-02', '01-12'], ['01-13', '01-19'], ['01-20', '01-24'])
          : calendar(['01-14', '02-18'], ['02-21', '03-09'], ['03-11', '03-18']),
    })),
  }
}

function departmentsCampaign({ invented }: FillingFacts, appraiser: Campaign['appraiser']): Campaign {
  const { unitId, secretary } = invented.peopleCommittee
  return {
    issuerId: unitId,
    issuerRootId: unitId,
    format: 'state',
    symbol: 'UBND',
    assignTitle: 'của các sở',
    appraiser,
    monitor: secretary.personId,
    decider: withoutAccount(secretary),
    calendar: calendar(['01-10', '02-10'], ['02-14', '03-04'], ['03-07', '03-14']),
  }
}

function officialOf(facts: FillingFacts, username: Username): Official & { readonly unitId: UnitId } {
  const account = facts.accounts.find((one) => one.username === username)
  if (account === undefined) throw new RangeError(`no account ${username}`)
  const { personId, unitId } = account.holder
  return { personId, unitId, accountId: facts.accountIds.get(username) ?? null }
}

const withoutAccount = ({ personId }: Holder): Official => ({ personId, accountId: null })
