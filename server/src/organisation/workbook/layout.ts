import { unitKinds } from '../kinds.ts'
import { capacities, levels, type OrganisationSystem, systems } from '../relations/systems.ts'

/** The sheets of the directory's workbook, in the order in which they are read: what is named comes before what names it. */
export const sheetKeys = ['units', 'posts', 'persons', 'holdings'] as const
export type SheetKey = (typeof sheetKeys)[number]

export const guideSheet = 'Hướng dẫn'

export type CellKind = 'text' | 'date' | 'flag' | 'choice'

export interface WorkbookColumn {
  readonly key: string
  /** Its heading; always in Vietnamese, so that one file fits every reader's language. */
  readonly header: string
  readonly kind: CellKind
  /** In characters. */
  readonly width: number
  /** A row without it is not taken. */
  readonly required?: true
  /** Written for the reader's eye; an import takes nothing from it. */
  readonly readOnly?: true
  readonly maxLength?: number
  /** The code words that its labels stand for, with the prefix under which the catalogue names them. */
  readonly choice?: { readonly words: readonly string[]; readonly prefix: string }
}

export interface SheetLayout {
  readonly name: string
  readonly columns: readonly WorkbookColumn[]
  /** More rows are refused. */
  readonly maxRows: number
}

const systemNames: Readonly<Record<OrganisationSystem, string>> = {
  party: 'Đảng',
  state: 'Nhà nước',
  front: 'Mặt trận',
  mass: 'Đoàn thể',
  enterprise: 'Doanh nghiệp',
}

/** The column of the parent in one ladder. */
export const parentKey = (system: OrganisationSystem) => `parent.${system}`

const required = true

export const sheets: Readonly<Record<SheetKey, SheetLayout>> = {
  units: {
    name: 'Đơn vị',
    maxRows: 20_000,
    columns: [
      { key: 'code', header: 'Mã đơn vị', kind: 'text', width: 22, required, maxLength: 100 },
      { key: 'name', header: 'Tên đầy đủ', kind: 'text', width: 48, required, maxLength: 300 },
      { key: 'shortName', header: 'Tên ngắn', kind: 'text', width: 28, required, maxLength: 100 },
      {
        key: 'system',
        header: 'Hệ thống',
        kind: 'choice',
        width: 14,
        required,
        choice: { words: systems, prefix: 'organisation.system' },
      },
      {
        key: 'level',
        header: 'Cấp',
        kind: 'choice',
        width: 16,
        required,
        choice: { words: levels, prefix: 'organisation.level' },
      },
      {
        key: 'kind',
        header: 'Loại',
        kind: 'choice',
        width: 22,
        required,
        choice: { words: unitKinds, prefix: 'organisation.kind' },
      },
      { key: 'place', header: 'Địa bàn', kind: 'text', width: 24, maxLength: 300 },
      { key: 'actsFor', header: 'Thay mặt cho (mã)', kind: 'text', width: 20, maxLength: 100 },
      ...systems.map(
        (system): WorkbookColumn => ({
          key: parentKey(system),
          header: `Cấp trên: ${systemNames[system]} (mã)`,
          kind: 'text',
          width: 22,
          maxLength: 100,
        }),
      ),
      { key: 'validFrom', header: 'Có từ ngày', kind: 'date', width: 12, required },
      { key: 'validTo', header: 'Ngày đầu tiên không còn', kind: 'date', width: 14 },
      { key: 'document', header: 'Văn bản thành lập', kind: 'text', width: 30, maxLength: 300 },
      { key: 'illustrative', header: 'Minh hoạ', kind: 'flag', width: 10 },
    ],
  },
  posts: {
    name: 'Chức vụ',
    maxRows: 100_000,
    columns: [
      { key: 'mark', header: 'Mã chức vụ', kind: 'text', width: 38, required, maxLength: 100 },
      { key: 'unit', header: 'Mã đơn vị', kind: 'text', width: 22, required, maxLength: 100 },
      { key: 'unitName', header: 'Tên đơn vị (để đọc)', kind: 'text', width: 40, readOnly: true },
      { key: 'title', header: 'Tên chức vụ', kind: 'text', width: 36, required, maxLength: 200 },
      { key: 'isHead', header: 'Cấp trưởng', kind: 'flag', width: 11 },
      { key: 'manager', header: 'Diện quản lý (mã đơn vị)', kind: 'text', width: 22, maxLength: 100 },
      { key: 'validFrom', header: 'Có từ ngày', kind: 'date', width: 12, required },
      { key: 'validTo', header: 'Ngày đầu tiên không còn', kind: 'date', width: 14 },
      { key: 'illustrative', header: 'Minh hoạ', kind: 'flag', width: 10 },
    ],
  },
  persons: {
    name: 'Người',
    maxRows: 100_000,
    columns: [
      { key: 'mark', header: 'Mã người', kind: 'text', width: 38, required, maxLength: 100 },
      { key: 'fullName', header: 'Họ và tên', kind: 'text', width: 36, required, maxLength: 200 },
      { key: 'illustrative', header: 'Minh hoạ', kind: 'flag', width: 10 },
    ],
  },
  holdings: {
    name: 'Giữ chức vụ',
    maxRows: 100_000,
    columns: [
      { key: 'post', header: 'Mã chức vụ', kind: 'text', width: 38, required, maxLength: 100 },
      { key: 'postTitle', header: 'Chức vụ (để đọc)', kind: 'text', width: 44, readOnly: true },
      { key: 'person', header: 'Mã người', kind: 'text', width: 38, required, maxLength: 100 },
      // Checked against the person's code: a column that slipped by a row would give everybody another's post.
      { key: 'personName', header: 'Họ và tên (để đối chiếu)', kind: 'text', width: 28, maxLength: 200 },
      {
        key: 'capacity',
        header: 'Tư cách',
        kind: 'choice',
        width: 14,
        required,
        choice: { words: capacities, prefix: 'organisation.capacity' },
      },
      { key: 'fromOn', header: 'Giữ từ ngày', kind: 'date', width: 12, required },
      { key: 'toOn', header: 'Ngày đầu tiên thôi giữ', kind: 'date', width: 14 },
      { key: 'document', header: 'Văn bản bổ nhiệm', kind: 'text', width: 30, maxLength: 300 },
      { key: 'endDocument', header: 'Văn bản thôi giữ', kind: 'text', width: 30, maxLength: 300 },
      { key: 'illustrative', header: 'Minh hoạ', kind: 'flag', width: 10 },
    ],
  },
}

/** `C17`: how a spreadsheet names a cell; both numbers from 0. */
export function cellAddress(row: number, column: number): string {
  let letters = ''
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1)
    letters = String.fromCharCode(65 + (rest % 26)) + letters
  return `${letters}${row + 1}`
}

// What a spreadsheet could take for a formula, also behind apostrophes that came with it.
const formulaLike = /^'*[=+\-@]/

/** A text that can be pasted anywhere without becoming a formula (CWE-1236); `unguarded` gives it back. */
export const guardedText = (text: string) => (formulaLike.test(text) ? `'${text}` : text)

export const unguarded = (text: string) => (/^''*[=+\-@]/.test(text) ? text.slice(1) : text)
