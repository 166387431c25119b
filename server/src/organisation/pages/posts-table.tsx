import { Tag } from '../../ui/badge.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { formatDate } from '../../ui/format.ts'
import { EmptyState } from '../../ui/notice.tsx'
import { Cluster, Small } from '../../ui/panel.tsx'
import { DataTable } from '../../ui/table.tsx'
import { useWords } from '../../ui/words.tsx'
import { organisationPaths as paths, type UnitsAddress } from '../paths.ts'
import type { HolderAt, PostView } from '../people/post-queries.ts'
import { InventedTag } from './looks.tsx'

interface PostsProps {
  readonly posts: readonly PostView[]
  readonly on: UnitsAddress['on']
  readonly mayChange: boolean
}

/** The posts of a unit: who holds each, in what capacity, and which body manages it. */
export function PostsTable({ posts, on, mayChange }: PostsProps) {
  const { t } = useWords()
  return (
    <DataTable
      caption={t('organisation.posts')}
      rows={posts}
      rowKey={(post) => post.id}
      empty={
        <EmptyState icon="id-badge-2" title={t('organisation.no_posts')}>
          {t('organisation.no_posts_text')}
        </EmptyState>
      }
      columns={[
        {
          key: 'post',
          header: t('organisation.post'),
          kind: 'title',
          cell: (post) => (
            <>
              {post.title} {post.isHead && <Tag icon="star">{t('organisation.head')}</Tag>}{' '}
              <InventedTag name={post.title} illustrative={post.illustrative} />
            </>
          ),
        },
        {
          key: 'holders',
          header: t('organisation.holders'),
          cell: (post) => <Holders post={post} on={on} mayChange={mayChange} />,
        },
        {
          key: 'managed',
          header: t('organisation.managed_by'),
          cell: (post) =>
            post.managingUnitCode === null ? (
              <Small>{t('organisation.not_recorded')}</Small>
            ) : (
              <a href={paths.unit(post.managingUnitCode, { on })}>{post.managingUnitName}</a>
            ),
        },
        ...(mayChange
          ? [
              {
                key: 'acts',
                header: t('organisation.acts'),
                headerHidden: true,
                kind: 'actions' as const,
                cell: (post: PostView) => <PostActs post={post} />,
              },
            ]
          : []),
      ]}
    />
  )
}

function Holders({ post, on, mayChange }: { readonly post: PostView } & Omit<PostsProps, 'posts'>) {
  const { t } = useWords()
  if (post.holders.length === 0) return <Small>{t('organisation.vacant')}</Small>
  return (
    <>
      {post.holders.map((holder) => (
        <Holder key={holder.holdingId} holder={holder} on={on} mayChange={mayChange} />
      ))}
    </>
  )
}

function Holder({ holder, on, mayChange }: { readonly holder: HolderAt } & Omit<PostsProps, 'posts'>) {
  const { t, language } = useWords()
  const since = t('organisation.since', { from: formatDate(holder.fromOn, language) })
  const said =
    holder.capacity === 'full' ? since : `${t(`organisation.capacity.${holder.capacity}`)}, ${since}`
  return (
    <div>
      <a href={paths.person(holder.personId, { on })}>{holder.personName}</a>
      <Small block>
        {said}
        {mayChange && holder.toOn === null && (
          <>
            {' · '}
            <a href={paths.endHolding(holder.holdingId)}>{t('organisation.end_holding')}</a>
          </>
        )}
      </Small>
    </div>
  )
}

function PostActs({ post }: { readonly post: PostView }) {
  const { t } = useWords()
  return (
    <Cluster>
      <ButtonLink href={paths.appoint(post.id)} size="small" icon="user-check">
        {t('organisation.appoint')}
      </ButtonLink>
      <ButtonLink href={paths.managePost(post.id)} size="small" kind="quiet">
        {t('organisation.manage')}
      </ButtonLink>
      <ButtonLink
        href={paths.closePost(post.id)}
        size="small"
        kind="quiet"
        closedReason={post.validTo === null ? null : t('organisation.post_closed_reason')}
      >
        {t('organisation.close_post')}
      </ButtonLink>
    </Cluster>
  )
}
