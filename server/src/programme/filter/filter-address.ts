import { z } from 'zod'
import { parseTyped } from '../../platform/http/parse.ts'
import type { Params } from '../../platform/http/route.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import { queryOfWorkFilter, type WorkFilter, workFilterOf, workFilterQuery } from './filter.ts'
import { type WorkSort, workSorts } from './sorts.ts'

type Name = keyof typeof workFilterQuery | 'sort' | 'cursor'

/** The names of parameters in the addresses of pages: Vietnamese without accents (design 6). */
export const addressNames = {
  year: 'nam',
  asOf: 'ngay',
  q: 'tu-khoa',
  state: 'trang-thai',
  standing: 'tinh-trang',
  signal: 'tin-hieu',
  promise: 'loi-hua',
  reporting: 'bao-cao',
  from: 'tu-ngay',
  dueTo: 'han-den',
  ownerKind: 'loai',
  tier: 'cap',
  theme: 'nhom',
  contentGroup: 'noi-dung',
  unit: 'don-vi',
  subordinates: 'cap-duoi',
  ladder: 'he-thong',
  outside: 'ngoai',
  assigner: 'giao-boi',
  managing: 'quan-ly',
  ownerUnitKind: 'loai-don-vi',
  relation: 'cua',
  waiting: 'cho',
  illustrative: 'minh-hoa',
  sort: 'sap-xep',
  cursor: 'tiep-theo',
} as const satisfies Record<Name, string>

/** The values of parameters that are words: code word → word in an address. */
export const addressValues: Partial<Record<Name, Readonly<Record<string, string>>>> = {
  state: {
    draft: 'ban-nhap',
    submitted: 'da-trinh',
    appraising: 'dang-tham-dinh',
    returned: 'tra-lai',
    withdrawn: 'da-rut',
    rejected: 'khong-chap-thuan',
    approved: 'da-duyet',
    lapsed: 'het-hieu-luc',
    assigned: 'da-giao',
    in_progress: 'dang-thuc-hien',
    suspended: 'tam-dung',
    completion_reported: 'bao-cao-hoan-thanh',
    completed: 'hoan-thanh',
    not_completed: 'khong-hoan-thanh',
    carried_over: 'chuyen-nam-sau',
    terminated: 'cham-dut',
    evaluated: 'da-danh-gia',
    closed: 'da-khoa',
  },
  standing: {
    registered: 'da-dang-ky',
    not_assigned_yet: 'chua-giao',
    assigned: 'da-giao',
    in_force: 'con-hieu-luc',
    finished: 'da-xong',
    otherwise: 'ket-thuc-khac',
  },
  signal: {
    on_course: 'dung-tien-do',
    attention: 'can-chu-y',
    at_risk: 'nguy-co',
    late: 'qua-han',
    silent: 'khong-bao-cao',
    stale: 'so-lieu-cu',
  },
  promise: {
    due: 'den-han',
    kept: 'giu-dung',
    awaiting: 'cho-cong-nhan',
    done_late: 'xong-sau-han',
    missed: 'cham-chua-xong',
    broken: 'chua-giu',
    left: 'da-ra-khoi',
    accepted: 'da-cong-nhan',
    on_time: 'xong-dung-han',
    first_due: 'den-han-dau',
    first_kept: 'giu-dung-han-dau',
    first_broken: 'chua-giu-han-dau',
    first_on_time: 'xong-dung-han-dau',
  },
  reporting: { due: 'den-han', silent: 'khong-bao-cao', backdated: 'ghi-lui-ngay' },
  ownerKind: { collective: 'tap-the', individual: 'ca-nhan' },
  tier: { province: 'tinh', direct: 'truc-thuoc', district: 'huyen', grassroots: 'co-so' },
  theme: { '0': 'khong' },
  subordinates: { true: 'co', false: 'khong' },
  ladder: {
    party: 'dang',
    state: 'nha-nuoc',
    front: 'mat-tran',
    mass: 'doan-the',
    enterprise: 'doanh-nghiep',
  },
  relation: { mine: 'toi', given_out: 'da-giao-di', to_judge: 'cho-xet' },
  waiting: {
    report: 'bao-cao',
    open_appraisal: 'mo-tham-dinh',
    appraise: 'tham-dinh',
    decide: 'quyet-dinh',
    assign: 'giao-viec',
    judge_evidence: 'xet-minh-chung',
    check_completion: 'kiem-tra',
    decide_completion: 'cong-nhan',
    decide_adjustment: 'dieu-chinh',
  },
  illustrative: { include: 'co', exclude: 'khong' },
  sort: {
    due: 'han',
    code: 'ma',
    title: 'ten',
    unit: 'don-vi',
    state: 'trang-thai',
    theme: 'nhom',
  },
}

/** What an address of the list asks for. */
export interface WorksAddress {
  readonly filter: WorkFilter
  readonly sort: WorkSort
  readonly cursor: string | null
}

const addressSchema = z.object({
  ...workFilterQuery,
  sort: z.enum(workSorts, 'error.choice').default('due'),
  cursor: z.string().max(1000).nullish(),
})

/**
 * Reads the address of a page. Parameters that are not ours are left alone; what is wrong in ours is refused.
 * @throws Refusal `input_invalid` with the parameters, under their names in the address
 */
export function readWorksAddress(query: Params, today: PlainDate): WorksAddress {
  const given = Object.entries(addressNames).flatMap(([name, inAddress]) => {
    const value = query[inAddress]
    return value === undefined || value === '' ? [] : [[name, codeWord(name as Name, value)] as const]
  })
  const { sort, cursor, ...filter } = parseTyped(addressSchema, Object.fromEntries(given))
  return { filter: workFilterOf(filter, today), sort, cursor: cursor ?? null }
}

/** The filter alone, for pages that count and do not list. */
export function readFilterAddress(query: Params, today: PlainDate): WorkFilter {
  return readWorksAddress(query, today).filter
}

/** A filter as parameters of an address, in their Vietnamese names. */
export function filterParams(filter: WorkFilter): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(queryOfWorkFilter(filter)).map(([name, value]) => [
      addressNames[name as Name],
      addressWord(name as Name, value),
    ]),
  )
}

/** The address of the list of exactly these works: where every figure leads. */
export function worksPath(
  filter: WorkFilter,
  more: { readonly sort?: WorkSort; readonly cursor?: string | null } = {},
): string {
  const params = new URLSearchParams({ ...filterParams(filter), ...sortParam(more.sort ?? 'due') })
  if (more.cursor) params.set(addressNames.cursor, more.cursor)
  return `/cong-viec?${params}`
}

/** The order of a list as a parameter of its address; none for the usual one. */
export function sortParam(sort: WorkSort): Readonly<Record<string, string>> {
  return sort === 'due' ? {} : { [addressNames.sort]: addressWord('sort', sort) }
}

const lists: readonly Name[] = ['state']

function addressWord(name: Name, value: string): string {
  if (name === 'outside') return value.replace(/[^.]+$/, (ladder) => addressWord('ladder', ladder))
  const words = addressValues[name]
  if (words === undefined) return value
  return partsOf(name, value)
    .map((part) => {
      const [sign, word] = part.startsWith('-') ? ['-', part.slice(1)] : ['', part]
      return sign + (words[word] ?? word)
    })
    .join(',')
}

function codeWord(name: Name, value: string): string {
  // Dates stand in addresses as 2022-05-18; people write 18-05-2022 too, and / must not be forced on them.
  if (name === 'asOf' || name === 'from' || name === 'dueTo')
    return value.replace(/^(\d{1,2})-(\d{1,2})-(\d{4})$/, '$1/$2/$3')
  if (name === 'outside') return value.replace(/[^.]+$/, (word) => codeWord('ladder', word))
  const words = addressValues[name]
  if (words === undefined) return value
  return partsOf(name, value)
    .map((part) => {
      const [sign, word] = part.startsWith('-') ? ['-', part.slice(1)] : ['', part]
      const found = Object.entries(words).find(([, inAddress]) => inAddress === word)
      return sign + (found?.[0] ?? word)
    })
    .join(',')
}

const partsOf = (name: Name, value: string) => (lists.includes(name) ? value.split(',') : [value])
