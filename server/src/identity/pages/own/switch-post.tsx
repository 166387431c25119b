import { holdingsOf } from '../../../organisation/index.ts'
import { localPath } from '../../../platform/http/local-path.ts'
import { endpoint, formRoute, page } from '../../../platform/http/route.ts'
import { ErrorSummary } from '../../../ui/notice.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { Sheet } from '../../../ui/panel.tsx'
import { grantsOfPosts } from '../../accounts/account-queries.ts'
import { identityPaths } from '../../paths.ts'
import { switchPost, switchPostInput } from '../../stand-ins/switch-post.ts'
import { OwnPosts } from './own-posts.tsx'

export const switchPostEndpoint = endpoint({
  name: 'session.switch-post',
  input: switchPostInput,
  run: switchPost,
})

/** Chooses the post that one acts in; the menu of every page posts here. */
export const switchPostForm = formRoute({
  path: identityPaths.post,
  endpoint: switchPostEndpoint,
  async show(c, state) {
    const holdings = await holdingsOf(c, c.actor.personId, c.today)
    const grants = await grantsOfPosts(
      c,
      holdings.map((holding) => holding.postId),
    )
    return page(
      c.t('identity.posts'),
      <Sheet>
        <PageHeader title={c.t('identity.posts')} />
        <ErrorSummary problems={state.problems.map((message) => ({ message }))} />
        <OwnPosts actor={c.actor} holdings={holdings} grants={grants} returnTo="/" />
      </Sheet>,
    )
  },
  done: ({ returnTo }) => localPath(returnTo),
  told: 'identity.post_switched',
})
