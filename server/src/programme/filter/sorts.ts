/** The orders of the list of works; with a minus from the end. */
export const workSorts = [
  'due',
  '-due',
  'code',
  '-code',
  'title',
  '-title',
  'unit',
  '-unit',
  'state',
  '-state',
  'theme',
  '-theme',
] as const
export type WorkSort = (typeof workSorts)[number]

/** Whether a sort runs backwards. */
export const isDescending = (sort: WorkSort): boolean => sort.startsWith('-')
