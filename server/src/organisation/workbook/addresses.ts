import type { SheetKey } from './layout.ts'

/** The sheets as addresses name them. */
export const sheetAddresses: Readonly<Record<SheetKey, string>> = {
  units: 'don-vi',
  posts: 'chuc-vu',
  persons: 'nguoi',
  holdings: 'giu-chuc',
}
