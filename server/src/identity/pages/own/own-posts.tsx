import type { HoldingView } from '../../../organisation/index.ts'
import type { Actor } from '../../../platform/context.ts'
import { Badge } from '../../../ui/badge.tsx'
import { Button } from '../../../ui/button.tsx'
import { Form } from '../../../ui/form.tsx'
import { EmptyState } from '../../../ui/notice.tsx'
import { Panel, Small } from '../../../ui/panel.tsx'
import { DataTable } from '../../../ui/table.tsx'
import { useWords } from '../../../ui/words.tsx'
import type { GrantRow } from '../../accounts/account-queries.ts'
import { identityPaths } from '../../paths.ts'

/** The posts that one holds today, the rights of each, and the way to act in another of them. */
export function OwnPosts(props: {
  readonly actor: Pick<Actor, 'holdingId' | 'standsFor'>
  readonly holdings: readonly HoldingView[]
  readonly grants: readonly GrantRow[]
  readonly returnTo: string
}) {
  const { t } = useWords()
  return (
    <Panel title={t('identity.posts')} lead={t('identity.posts_lead')} flush>
      <DataTable
        caption={t('identity.posts')}
        rows={props.holdings}
        rowKey={(holding) => holding.holdingId}
        empty={<EmptyState title={t('identity.no_post')}>{t('identity.no_post_help')}</EmptyState>}
        columns={[
          {
            key: 'post',
            header: t('identity.post'),
            kind: 'title',
            cell: (holding) => (
              <>
                {holding.postTitle}
                <Small block>{holding.unitName}</Small>
              </>
            ),
          },
          {
            key: 'rights',
            header: t('identity.rights'),
            cell: (holding) => <Rights grants={activeOf(props.grants, holding.postId)} />,
          },
          {
            key: 'act',
            header: t('identity.act_in'),
            headerHidden: true,
            kind: 'actions',
            cell: (holding) =>
              holding.holdingId === props.actor.holdingId && props.actor.standsFor === undefined ? (
                <Badge tone="good" icon="check">
                  {t('identity.acting')}
                </Badge>
              ) : (
                <Form
                  action={identityPaths.post}
                  layout="inline"
                  hidden={{ postId: holding.postId, returnTo: props.returnTo }}
                >
                  <Button size="small">{t('identity.act_in')}</Button>
                </Form>
              ),
          },
        ]}
      />
    </Panel>
  )
}

const activeOf = (grants: readonly GrantRow[], postId: string) =>
  grants.filter((grant) => grant.postId === postId && grant.active)

function Rights({ grants }: { grants: readonly GrantRow[] }) {
  const { t } = useWords()
  if (grants.length === 0) return <Small>{t('identity.no_right')}</Small>
  return (
    <>
      {grants.map((grant) => (
        <Small key={grant.id} block>
          {t('identity.right_over', { role: t(`role.${grant.role}`), unit: grant.unitName })}
        </Small>
      ))}
    </>
  )
}
