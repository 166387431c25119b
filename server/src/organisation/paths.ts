import type { PlainDate } from '../platform/time/plain-date.ts'
import type { OrganisationSystem, UnitLevel } from './relations/systems.ts'

/** The names of parameters in the addresses of this slice, and their values that are words: Vietnamese without accents. */
export const addressNames = {
  on: 'ngay',
  text: 'tu-khoa',
  system: 'he-thong',
  level: 'cap',
  parent: 'duoi',
  illustrative: 'minh-hoa',
  cursor: 'tiep-theo',
  sheet: 'bang',
  page: 'trang',
} as const

export const systemWords: Readonly<Record<OrganisationSystem, string>> = {
  party: 'dang',
  state: 'nha-nuoc',
  front: 'mat-tran',
  mass: 'doan-the',
  enterprise: 'doanh-nghiep',
}

export const levelWords: Readonly<Record<UnitLevel, string>> = {
  central: 'trung-uong',
  province: 'tinh',
  direct: 'truc-thuoc',
  district: 'huyen',
  grassroots: 'co-so',
}

/** What the directory is asked for. */
export interface UnitsAddress {
  readonly on?: PlainDate | null | undefined
  readonly text?: string | null
  readonly system?: OrganisationSystem | null
  readonly level?: UnitLevel | null
  /** Code of the unit below which the listed ones stand. */
  readonly parent?: string | null
  readonly illustrative?: 'include' | 'exclude' | null
  readonly cursor?: string | null
}

function withQuery(path: string, query: Readonly<Record<string, string | null | undefined>>): string {
  const said = Object.entries(query).filter((one): one is [string, string] => Boolean(one[1]))
  return said.length === 0 ? path : `${path}?${new URLSearchParams(said)}`
}

export const unitsParams = (asked: UnitsAddress) => ({
  [addressNames.text]: asked.text,
  [addressNames.system]: asked.system && systemWords[asked.system],
  [addressNames.level]: asked.level && levelWords[asked.level],
  [addressNames.parent]: asked.parent,
  [addressNames.illustrative]: asked.illustrative === 'exclude' ? 'khong' : null,
  [addressNames.on]: asked.on,
  [addressNames.cursor]: asked.cursor,
})

interface OnDay {
  readonly on?: PlainDate | null | undefined
}

const ofUnit = (code: string, act: string) => `/don-vi/${encodeURIComponent(code)}/${act}`

/** The addresses of the directory. The first part is read, the second is written on. */
export const organisationPaths = {
  units: (asked: UnitsAddress = {}) => withQuery('/don-vi', unitsParams(asked)),
  unit: (code: string, { on }: OnDay = {}) =>
    withQuery(`/don-vi/${encodeURIComponent(code)}`, { [addressNames.on]: on }),
  person: (id: string, { on }: OnDay = {}) => withQuery(`/nguoi/${id}`, { [addressNames.on]: on }),
  persons: (asked: { readonly text?: string | null; readonly cursor?: string | null } = {}) =>
    withQuery('/nguoi', { [addressNames.text]: asked.text, [addressNames.cursor]: asked.cursor }),

  foundUnit: (parent?: string) => withQuery('/don-vi/moi', { [addressNames.parent]: parent }),
  placeUnit: (code: string) => ofUnit(code, 'truc-thuoc'),
  /** The whole directory, or with a unit what is in and below it, as a workbook. */
  exportDirectory: (unit?: string) => withQuery('/danh-ba.xlsx', { [addressNames.parent]: unit }),
  exportDirectoryCsv: (sheet?: string) => withQuery('/danh-ba.csv', { [addressNames.sheet]: sheet }),
  importDirectory: () => '/danh-ba/nhap',
  preparedImport: (id: string, page = 1) =>
    withQuery(`/danh-ba/nhap/${id}`, { [addressNames.page]: page > 1 ? String(page) : null }),
  renameUnit: (code: string) => ofUnit(code, 'doi-ten'),
  correctUnit: (code: string) => ofUnit(code, 'dinh-chinh'),
  endUnit: (code: string) => ofUnit(code, 'ket-thuc'),
  unitPaper: (code: string, id: string) => ofUnit(code, `van-ban/${id}`),
  openPost: (code: string) => ofUnit(code, 'chuc-vu-moi'),
  closePost: (id: string) => `/chuc-vu/${id}/ket-thuc`,
  correctPerson: (id: string) => `/nguoi/${id}/dinh-chinh`,
  managePost: (id: string) => `/chuc-vu/${id}/dien-quan-ly`,
  appoint: (id: string, person?: string) => withQuery(`/chuc-vu/${id}/bo-nhiem`, { nguoi: person }),
  addPerson: (post?: string) => withQuery('/nguoi/moi', { 'chuc-vu': post }),
  endHolding: (id: string) => `/giu-chuc/${id}/ket-thuc`,
} as const
