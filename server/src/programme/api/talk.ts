import { z } from 'zod'
import * as field from '../../platform/http/fields.ts'
import { apiRead, apiWrite, type Route } from '../../platform/http/route.ts'
import { commentWork, withdrawComment } from '../talk/comment-work.ts'
import { listComments } from '../talk/comments.ts'

const said = z.object({ id: z.string(), ref: z.string() })
const atComments = ({ ref }: { readonly ref: string }) => `/works/${ref}/comments`

/** What is said about a work, for machines. */
export const talkReads: readonly Route[] = [
  apiRead({
    name: 'comment.list',
    path: '/works/:ref/comments',
    query: z.strictObject({ cursor: field.optionalText(500) }),
    output: z.object({
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
    }),
    async run(c, { params, query }) {
      const { cursor } = query
      const { items, total, next } = await listComments(c, params.ref ?? '', cursor === '' ? null : cursor)
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
]

export const talkWrites: readonly Route[] = [
  apiWrite({
    path: '/works/:ref/comments',
    endpoint: commentWork,
    output: said,
    status: 201,
    location: atComments,
  }),
  apiWrite({
    path: '/works/:ref/comments/:commentId/withdrawal',
    endpoint: withdrawComment,
    output: said,
    status: 201,
    location: atComments,
  }),
]
