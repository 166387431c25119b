import { z } from 'zod'
import { apiRead, apiWrite, type Route } from '../../platform/http/route.ts'
import { getListByKey } from '../list/filtered-list.ts'
import { listFilters, listKey, type SavedFilters, sharings } from '../list/saved-filters.ts'

const kept = z.object({ id: z.string(), list: z.string(), name: z.string(), version: z.number().int() })

/** The actor's saved filters of a list, and those shared with them. */
export const filterApi = ({ lists, save, change, remove }: SavedFilters): readonly Route[] => [
  apiRead({
    path: '/saved-filters',
    name: 'filter.list',
    query: z.strictObject({ list: listKey(lists) }),
    output: z.object({
      items: z.array(
        kept.extend({
          query: z.string().describe('The part of the address of the list after the question mark.'),
          sharing: z.enum(sharings),
          isOwn: z.boolean(),
          by: z.string().nullable(),
          unitName: z.string().nullable(),
        }),
      ),
    }),
    run: async (c, { query: { list } }) => ({
      items: [...(await listFilters(c, getListByKey(lists, list)))],
    }),
  }),
  apiWrite({
    path: '/saved-filters',
    endpoint: save,
    output: kept,
    status: 201,
    location: () => '/saved-filters',
  }),
  apiWrite({ method: 'PUT', path: '/saved-filters/:id', endpoint: change, output: kept }),
  apiWrite({
    method: 'DELETE',
    path: '/saved-filters/:id',
    endpoint: remove,
    output: kept.omit({ version: true }),
  }),
]
