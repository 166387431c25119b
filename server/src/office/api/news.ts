import { z } from 'zod'
import * as field from '../../platform/http/fields.ts'
import { apiRead, apiWrite, type Route } from '../../platform/http/route.ts'
import { countUnread, listNotices, readNews } from '../news/notices.ts'
import type { SubjectKind } from '../subject.ts'

const whole = z.number().int()

const news = z.object({
  items: z.array(
    z.object({
      id: z.uuid().describe('What `until` of POST /news-readings names.'),
      kind: z.string(),
      subjectKind: z.string().describe('The kind of thing that it is about: work.'),
      ref: z.string().describe('The thing that it is about.'),
      title: z.string(),
      createdAt: z.iso.datetime(),
      isRead: z.boolean(),
      illustrative: z.boolean(),
    }),
  ),
  unread: whole,
  next: z.string().nullable(),
})

/** A person's notices, as JSON. */
export const newsApi = (kinds: readonly SubjectKind[]): readonly Route[] => [
  apiRead({
    path: '/news',
    name: 'news.list',
    query: z.strictObject({ cursor: field.optionalText(1000), limit: field.optionalWhole(1, 50) }),
    output: news,
    async run(c, { query: { cursor, limit } }) {
      const page = await listNotices(c, kinds, {
        cursor: cursor === '' ? null : cursor,
        ...(limit === null ? {} : { limit }),
      })
      return {
        items: page.items.map(({ href: _href, createdAt, ...one }) => ({
          ...one,
          createdAt: createdAt.toISOString(),
        })),
        unread: await countUnread(c, kinds),
        next: page.next,
      }
    },
  }),
  apiWrite({ path: '/news-readings', endpoint: readNews, output: z.object({ read: whole }) }),
]
