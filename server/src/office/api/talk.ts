import { z } from 'zod'
import * as field from '../../platform/http/fields.ts'
import { apiRead, apiWrite, type Route } from '../../platform/http/route.ts'
import type { Talk } from '../talk/comment.ts'
import { listComments } from '../talk/comments.ts'

const said = z.object({ id: z.string(), ref: z.string() })

const comments = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      text: z.string().nullable().describe('Null where it was taken back.'),
      personName: z.string(),
      bodyName: z.string().nullable(),
      recordedAt: z.iso.datetime(),
      named: z.array(z.string()).describe('Names of those who were called.'),
    }),
  ),
  total: z.number().int(),
  next: z.string().nullable(),
})

/** What is said about things of one kind, for machines; `at`: where the API has these things, such as `/works`. */
export function talkApi({ kind, comment, withdraw }: Talk, at: string): readonly Route[] {
  const path = `${at}/:ref/comments`
  const location = ({ ref }: { readonly ref: string }) => `${at}/${ref}/comments`
  return [
    apiRead({
      name: 'comment.list',
      path,
      query: z.strictObject({ cursor: field.optionalText(500) }),
      output: comments,
      async run(c, { params, query: { cursor } }) {
        const { items, total, next } = await listComments(
          c,
          kind,
          params.ref ?? '',
          cursor === '' ? null : cursor,
        )
        return {
          total,
          next,
          items: items.map(({ mine: _mine, recordedAt, named, ...comment }) => ({
            ...comment,
            recordedAt: recordedAt.toISOString(),
            named: [...named],
          })),
        }
      },
    }),
    apiWrite({ path, endpoint: comment, output: said, status: 201, location }),
    apiWrite({
      path: `${path}/:commentId/withdrawal`,
      endpoint: withdraw,
      output: said,
      status: 201,
      location,
    }),
  ]
}
