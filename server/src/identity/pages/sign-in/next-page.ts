import { localPath } from '../../../platform/http/local-path.ts'
import type { Params } from '../../../platform/http/route.ts'
import { identityPaths } from '../../paths.ts'

/** Where to go on to after signing in: never to a page of signing in, and never to another site. */
export function nextPage(query: Params): string {
  const next = localPath(query.tiep)
  return next.startsWith(identityPaths.signIn) ? '/' : next
}
