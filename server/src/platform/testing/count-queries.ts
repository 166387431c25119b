import type { Context } from '../context.ts'

/** How many queries an act sends to the database, and what came of it. */
export async function countQueries<Result>(
  c: Context,
  act: (c: Context) => Promise<Result>,
): Promise<{ readonly queries: number; readonly result: Result }> {
  let queries = 0
  const counting = c.db.withPlugin({
    transformQuery: ({ node }) => node,
    transformResult: async ({ result }) => {
      queries += 1
      return result
    },
  })
  const result = await act({ ...c, db: counting as Context['db'] })
  return { queries, result }
}
