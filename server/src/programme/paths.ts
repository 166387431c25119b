import type { PlainDate } from '../platform/time/plain-date.ts'
import { type DecidedPart, partName, partWords } from './filter/decision-address.ts'
import type { WaitingAct, WorkFilter } from './filter/filter.ts'
import { addressNames, addressValues, worksPath } from './filter/filter-address.ts'
import type { WorkSort } from './filter/sorts.ts'

/** An address with those of its parameters that say anything. */
function withQuery(path: string, query: Readonly<Record<string, string | null | undefined>>): string {
  const said = Object.entries(query).filter((one): one is [string, string] => Boolean(one[1]))
  return said.length === 0 ? path : `${path}?${new URLSearchParams(said)}`
}

/** What an overview, a measure or a directory is asked for besides its own address. */
export interface Asked {
  readonly asOf?: PlainDate | null
  readonly unit?: string | null
  readonly illustrative?: 'include' | 'exclude'
}

const asked = ({ asOf, unit, illustrative }: Asked) => ({
  [addressNames.asOf]: asOf,
  [addressNames.unit]: unit,
  [addressNames.illustrative]: illustrative === 'exclude' ? addressValues.illustrative?.exclude : null,
})

const ofWork = (ref: string, act: string) => `/cong-viec/${encodeURIComponent(ref)}/${act}`

/** The addresses of this slice's pages: Vietnamese without accents. The first part is read, the second is written on. */
export const paths = {
  programmes: () => '/chuong-trinh',
  programme: (year: number, question: Asked = {}) => withQuery(`/chuong-trinh/${year}`, asked(question)),
  programmeUnits: (year: number, question: Asked = {}, cursor: string | null = null) =>
    withQuery(`/chuong-trinh/${year}/don-vi`, {
      ...asked(question),
      ...(cursor && { [addressNames.cursor]: cursor }),
    }),
  theme: (year: number, ord: number, question: Asked = {}) =>
    withQuery(`/chuong-trinh/${year}/nhom/${ord}`, asked(question)),
  /** The list of exactly the works that a filter names. */
  works: worksPath,
  allWorks: () => '/cong-viec',
  /** The same list in the same order as a spreadsheet. */
  worksExport: (format: 'xlsx' | 'csv', filter: WorkFilter, sort: WorkSort) =>
    worksPath(filter, { sort }).replace('/cong-viec?', `/cong-viec.${format}?`),
  /** The ticked works alone, as a spreadsheet; the form adds which. */
  chosenExport: (format: 'xlsx' | 'csv') => `/cong-viec.${format}`,
  work: (ref: string) => `/cong-viec/${encodeURIComponent(ref)}`,
  /** A piece of proof among the others of its work. */
  evidence: (ref: string, evidenceId: string) =>
    `/cong-viec/${encodeURIComponent(ref)}#minh-chung-${evidenceId}`,
  evidenceFile: (ref: string, evidenceId: string) => `${ofWork(ref, 'minh-chung')}/${evidenceId}/tep`,
  guidance: () => '/can-cu',
  guidingDocument: (ref: string) => `/can-cu/${ref}`,
  measures: (question: Asked = {}) => withQuery('/chi-so', asked(question)),
  measure: (key: string, question: Asked & { part?: string; cursor?: string | null } = {}) =>
    withQuery(`/chi-so/${key}`, {
      ...asked(question),
      phan: question.part,
      [addressNames.cursor]: question.cursor,
    }),
  decisions: (year?: number | null, cursor?: string | null) =>
    withQuery('/quyet-dinh', { nam: year == null ? null : String(year), [addressNames.cursor]: cursor }),
  /** A decision; with a part, those of its works on which that was decided. */
  decision: (id: string, query: { part?: DecidedPart | null; cursor?: string | null } = {}) =>
    withQuery(`/quyet-dinh/${id}`, {
      [partName]: query.part == null ? null : partWords[query.part],
      [addressNames.cursor]: query.cursor,
    }),
  addDecisionFile: (id: string) => `/quyet-dinh/${id}/them-tep`,
  decisionAnnex: (id: string) => `/quyet-dinh/${id}/phu-luc`,
  decisionFile: (id: string) => `/quyet-dinh/${id}/tep`,
  article: () => '/bai-bao',

  register: (query: { continues?: string } = {}) =>
    withQuery('/cong-viec/dang-ky', { 'tiep-tuc': query.continues }),
  /** A work that a superior adds though nobody registered it. */
  addWork: () => '/cong-viec/bo-sung',
  /** What waits for the actor's appraisal. */
  appraisals: () => '/tham-dinh',
  /** A queue that is judged one by one, at what comes next if it still waits. */
  desk: (queue: WaitingAct, next?: string) =>
    withQuery(`/ban-lam-viec/${addressValues.waiting?.[queue] ?? queue}`, { muc: next }),
  openProgramme: () => '/chuong-trinh/mo',
  settings: (year: number) => `/chuong-trinh/${year}/cai-dat`,
  saveWindows: (year: number) => `/chuong-trinh/${year}/cai-dat/thoi-gian`,
  saveTheme: (year: number, ord: number) => `/chuong-trinh/${year}/cai-dat/nhom/${ord}`,
  newContentGroup: (year: number) => `/chuong-trinh/${year}/cai-dat/noi-dung`,
  saveContentGroup: (year: number, unit: string, ord: number) =>
    `/chuong-trinh/${year}/cai-dat/noi-dung/${unit}/${ord}`,
  recordPolicy: (year: number) => `/chuong-trinh/${year}/cai-dat/quy-che`,
  edit: (ref: string) => ofWork(ref, 'sua'),
  submit: (ref: string) => ofWork(ref, 'trinh'),
  withdraw: (ref: string) => ofWork(ref, 'rut'),
  /** What is said about a work. */
  talk: (ref: string, cursor?: string | null) =>
    withQuery(ofWork(ref, 'trao-doi'), { [addressNames.cursor]: cursor }),
  openAppraisal: (ref: string) => ofWork(ref, 'mo-tham-dinh'),
  appraise: (ref: string) => ofWork(ref, 'tham-dinh'),
  dismissDuplicate: (ref: string) => ofWork(ref, 'trung'),
  /** A decision of a collective body, perhaps with works that are already chosen. */
  recordDecision: (query: { refs?: readonly string[] } = {}) =>
    withQuery('/quyet-dinh/moi', { viec: query.refs?.join(',') }),
  /** The decision that assigns many works at once. */
  assign: (query: { refs?: readonly string[] } = {}) =>
    withQuery('/quyet-dinh/moi', { viec: query.refs?.join(',') }),
  start: (ref: string) => ofWork(ref, 'bat-dau'),
  report: (ref: string, period?: string) => withQuery(ofWork(ref, 'bao-cao'), { ky: period }),
  offerEvidence: (ref: string, targetId?: string) =>
    withQuery(ofWork(ref, 'minh-chung'), { 'chi-tieu': targetId }),
  /** A better piece in the place of one that was offered before. */
  replaceEvidence: (ref: string, evidenceId: string) =>
    withQuery(ofWork(ref, 'minh-chung'), { thay: evidenceId }),
  judgeEvidence: (ref: string, evidenceId: string) => `${ofWork(ref, 'minh-chung')}/${evidenceId}`,
  addEvidenceFile: (ref: string, evidenceId: string) => `${ofWork(ref, 'minh-chung')}/${evidenceId}/them-tep`,
  reportCompletion: (ref: string) => ofWork(ref, 'hoan-thanh'),
  checkCompletion: (ref: string) => ofWork(ref, 'kiem-tra'),
  decideCompletion: (ref: string) => ofWork(ref, 'nghiem-thu'),
  /** Two versions side by side; the last two where none are named. */
  compareVersions: (ref: string, versions: { from?: string; to?: string } = {}) =>
    withQuery(ofWork(ref, 'so-sanh'), { tu: versions.from, den: versions.to }),
  remind: (ref: string) => ofWork(ref, 'nhac'),
  /** What became of each work of one press. */
  actOnMany: () => '/cong-viec/hang-loat',
  bulkAct: (id: string) => `/cong-viec/hang-loat/${id}`,
  suspend: (ref: string) => ofWork(ref, 'tam-dung'),
  resume: (ref: string) => ofWork(ref, 'tiep-tuc'),
  askAdjustment: (ref: string) => ofWork(ref, 'dieu-chinh'),
  decideAdjustment: (ref: string) => ofWork(ref, 'dieu-chinh/quyet'),
} as const
