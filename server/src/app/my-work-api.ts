import { z } from 'zod'
import { apiRead } from '../platform/http/route.ts'
import { myWorkSections } from './my-work.tsx'

const day = z.iso.date().nullable()

/** "Việc của tôi" as JSON: what waits for the owner of the token, in the post of the token. */
export const myWorkApi = apiRead({
  path: '/worklist',
  name: 'worklist.read',
  query: z.strictObject({}),
  output: z.object({
    sections: z.array(
      z.object({
        key: z.string().describe('Stable: returned, due, decide, assign, judge_evidence and so on.'),
        title: z.string(),
        kind: z.enum(['task', 'watch']),
        items: z
          .array(
            z.object({
              key: z.string(),
              title: z.string(),
              note: z.string(),
              dueOn: day,
              since: day,
              urgent: z.boolean(),
              illustrative: z.boolean(),
              page: z.string().describe('The address of the page where it is done.'),
            }),
          )
          .describe('The first of them. All works of a pile: GET /works?waiting=<key>.'),
        counts: z.array(z.object({ label: z.string().nullable(), total: z.number().int() })),
      }),
    ),
  }),
  async run(c) {
    const sections = await myWorkSections(c)
    return {
      sections: sections.map(({ key, title, kind, items, counts }) => ({
        key,
        title,
        kind,
        items: items.map(({ href, ...item }) => ({ ...item, page: href })),
        counts: counts.map(({ label, total }) => ({ label, total })),
      })),
    }
  },
})
