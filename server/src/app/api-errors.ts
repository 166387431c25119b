import { z } from 'zod'
import type { ApiErrors } from '../platform/http/openapi-errors.ts'
import { apiRead } from '../platform/http/route.ts'
import { commonErrors, errorStatuses, operationErrors } from './api-errors.gen.ts'
import { catalogues } from './catalogues.ts'

/** The refusals of the API, as the generator read them out of the program. */
export const apiErrors: ApiErrors = {
  statuses: errorStatuses,
  common: commonErrors,
  operations: operationErrors,
}

/** The catalogue of all codes: what each means in both languages, and with which status it comes. */
export const apiErrorsRead = apiRead({
  path: '/errors',
  name: 'api_error.list',
  query: z.strictObject({}),
  output: z.object({
    items: z.array(
      z.object({
        code: z.string(),
        statuses: z.array(z.number().int()),
        common: z.boolean().describe('Any operation can answer it.'),
        operations: z.array(z.string()).describe('The operations that can answer it besides.'),
        vi: z.string(),
        en: z.string(),
      }),
    ),
  }),
  run: async () => ({
    items: Object.entries(errorStatuses).map(([code, statuses]) => ({
      code,
      statuses: [...statuses],
      common: commonErrors.includes(code),
      operations: Object.keys(operationErrors).filter((name) => operationErrors[name]?.includes(code)),
      vi: catalogues.vi[`refusal.${code}`] ?? code,
      en: catalogues.en[`refusal.${code}`] ?? code,
    })),
  }),
})
