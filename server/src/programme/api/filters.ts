import { z } from 'zod'
import { apiRead, apiWrite, type Route } from '../../platform/http/route.ts'
import { changeFilter, listFilters, removeFilter, saveFilter, sharings } from '../lists/saved-filters.ts'

const kept = z.object({ id: z.string(), name: z.string(), version: z.number().int() })

/** The actor's saved filters, and those shared with them. */
export const filterApi: readonly Route[] = [
  apiRead({
    path: '/saved-filters',
    name: 'filter.list',
    query: z.strictObject({}),
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
    run: async (c) => ({ items: [...(await listFilters(c))] }),
  }),
  apiWrite({
    path: '/saved-filters',
    endpoint: saveFilter,
    output: kept,
    status: 201,
    location: () => '/saved-filters',
  }),
  apiWrite({ method: 'PUT', path: '/saved-filters/:id', endpoint: changeFilter, output: kept }),
  apiWrite({
    method: 'DELETE',
    path: '/saved-filters/:id',
    endpoint: removeFilter,
    output: z.object({ id: z.string(), name: z.string() }),
  }),
]
