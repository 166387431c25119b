import { paths } from '../../paths.ts'

/** The views of one work, and their words in the address. */
export const workTabs = {
  work: null,
  reports: 'bao-cao',
  evidence: 'minh-chung',
  decisions: 'quyet-dinh',
  history: 'lich-su',
} as const
export type WorkTab = keyof typeof workTabs

/** The address of one view of a work, as of a day where that is not today. */
export function workTab(ref: string, tab: WorkTab, asOf?: string | null): string {
  const query = new URLSearchParams()
  const word = workTabs[tab]
  if (word !== null) query.set('phan', word)
  if (asOf) query.set('ngay', asOf)
  return query.size === 0 ? paths.work(ref) : `${paths.work(ref)}?${query}`
}

/** The view that an address asks for. */
export function tabOf(word: string | undefined): WorkTab {
  const found = Object.entries(workTabs).find(([, inAddress]) => inAddress === word)
  return found === undefined ? 'work' : (found[0] as WorkTab)
}
