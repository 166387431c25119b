import type { Context } from '../../platform/context.ts'
import type { MessageKey } from '../../platform/message-key.ts'
import { notFound } from '../../platform/refusal.ts'
import { extensionPoint } from '../../platform/slices/extension-point.ts'

/** A list of a slice whose conditions can be saved under a name. */
export interface FilteredList {
  /** What its saved filters are stored under: `<slice>.<kind of thing>`. */
  readonly key: string
  /** The path of its page. */
  readonly href: string
  /** Its place in the menu. */
  readonly section: string
  /** Its name, the label of the link back to it, and an example of a name for a filter. */
  readonly words: { readonly name: MessageKey; readonly back: MessageKey; readonly example: MessageKey }
  /** The roles that oversee what it lists: they may share a filter with all units below their own. */
  readonly overseers: readonly string[]
  /** Whether URLs without the name of a list mean this one, as those from before there was a second list do. */
  readonly isDefault?: boolean
  /**
   * The conditions and the order that the query part of a URL contains, normalised: without the position in the list, and
   * without the date where it is today's, so that the filter follows the day on which it is opened.
   * @throws Refusal `input_invalid` if it is not a URL of the list
   */
  keptQuery(c: Pick<Context, 'today'>, query: string): string
  /** For each of these queries its conditions as a person reads them. Codes that no longer exist are left as they are. */
  conditions(c: Context, queries: readonly string[]): Promise<readonly (readonly string[])[]>
}

/** The lists whose conditions can be saved. */
export const filteredLists = extensionPoint<FilteredList>()

/**
 * The list with this key; with null or an empty text the default one.
 * @throws Refusal `not_found`
 */
export function getListByKey(lists: readonly FilteredList[], key: string | null | undefined): FilteredList {
  const found = lists.find((one) => (key ? one.key === key : one.isDefault === true))
  if (found === undefined) throw notFound('page')
  return found
}
