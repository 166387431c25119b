import type { FilteredList } from './list/filtered-list.ts'

/** The name under which an address says where a page of a list begins. */
export const cursorName = 'tiep-theo'

/** The name under which a URL of saved filters says which list they are of; none for the default one. */
export const listName = 'danh-sach'

type ListKey = Pick<FilteredList, 'key' | 'isDefault'>

const naming = ({ key, isDefault }: ListKey): Readonly<Record<string, string>> =>
  isDefault === true ? {} : { [listName]: key }

const withParams = (path: string, params: Iterable<[string, string]>): string => {
  const query = new URLSearchParams([...params]).toString()
  return query === '' ? path : `${path}?${query}`
}

export const officePaths = {
  /** What others did with the things of the actor. */
  news: (cursor: string | null = null) =>
    cursor === null
      ? '/viec-cua-toi/tin'
      : `/viec-cua-toi/tin?${new URLSearchParams({ [cursorName]: cursor })}`,
  /** The saved filters of a list, own and shared. */
  filters: (list: ListKey) => withParams('/bo-loc', Object.entries(naming(list))),
  /** Saves these conditions, the query part of a URL of the list. */
  saveFilter: (list: ListKey, query: string) =>
    withParams('/bo-loc/moi', [...new URLSearchParams(query), ...Object.entries(naming(list))]),
  changeFilter: (id: string) => `/bo-loc/${id}/sua`,
  removeFilter: (id: string) => `/bo-loc/${id}/xoa`,
}
