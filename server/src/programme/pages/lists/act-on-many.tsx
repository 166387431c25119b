import { sentenceOf } from '../../../platform/http/problem.ts'
import { formRoute, page, pageRoute } from '../../../platform/http/route.ts'
import { Badge } from '../../../ui/badge.tsx'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { Form, Hidden } from '../../../ui/form.tsx'
import { EmptyState, ErrorSummary, Notice } from '../../../ui/notice.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { Sheet, Small, Stack } from '../../../ui/panel.tsx'
import { DataTable } from '../../../ui/table.tsx'
import { useWords } from '../../../ui/words.tsx'
import { actOnMany, type BulkActView, type BulkResult, getBulkAct } from '../../lists/act-on-many.ts'
import { paths } from '../../paths.ts'
import { sections } from '../sections.ts'
import { bulkIcons } from './chosen-works.tsx'

/** Does one thing to the ticked works of a list; what became of each stands on a page of its own. */
export const actOnManyForm = formRoute({
  path: '/cong-viec/hang-loat',
  endpoint: actOnMany,
  told: 'programme.told.acted_on_many',
  input: ({ act, works }) => ({ act, works: works ?? [] }),
  done: ({ id }) => paths.bulkAct(id),
  async show(c, state) {
    const title = c.t('programme.chosen.title')
    const problems = [...Object.values(state.errors), ...state.problems]
    const body = (
      <Sheet>
        <PageHeader title={title} />
        <ErrorSummary problems={problems.map((message) => ({ message }))} />
        <EmptyState
          icon="list-check"
          title={c.t('programme.chosen.none')}
          action={<ButtonLink href={paths.allWorks()}>{c.t('programme.chosen.to_list')}</ButtonLink>}
        >
          {c.t('programme.chosen.none_text')}
        </EmptyState>
      </Sheet>
    )
    return page(title, body, { section: sections.works })
  },
})

/** The result for each work of one bulk act: done, or why not and who can fix it. */
export const bulkActPage = pageRoute('/cong-viec/hang-loat/:id', async (c, { params }) => {
  const act = await getBulkAct(c, params.id ?? '')
  return page(c.t(`programme.chosen.${act.act}`), <BulkBody act={act} />, { section: sections.works })
})

function BulkBody({ act }: { act: BulkActView }) {
  const { t } = useWords()
  const refused = act.results.filter(({ reasons }) => reasons !== null)
  const done = act.results.length - refused.length
  return (
    <Stack>
      <PageHeader
        breadcrumbs={[{ label: t('programme.nav.works'), href: paths.allWorks() }]}
        title={t(`programme.chosen.${act.act}`)}
        lead={t('programme.chosen.lead')}
        actions={<TryAgain act={act} refused={refused} />}
      />
      <Notice
        kind={refused.length === 0 ? 'success' : 'warning'}
        title={t('programme.chosen.counts', { done, refused: refused.length })}
      />
      <DataTable
        caption={t('programme.chosen.results')}
        // What is still to be done stands first.
        rows={[...refused, ...act.results.filter(({ reasons }) => reasons === null)]}
        rowKey={(row) => row.ref}
        columns={[
          { key: 'code', header: t('programme.code'), kind: 'code', cell: (row) => codeOf(row) },
          {
            key: 'title',
            header: t('programme.work'),
            kind: 'title',
            cell: (row) =>
              row.title === null ? (
                t('programme.chosen.unseen')
              ) : (
                <a href={paths.work(row.ref)}>{row.title}</a>
              ),
          },
          {
            key: 'result',
            header: t('programme.chosen.result'),
            kind: 'state',
            cell: (row) => <Result row={row} />,
          },
        ]}
      />
    </Stack>
  )
}

// A draft has no code yet; its id says nothing to a reader.
const codeOf = ({ ref }: BulkResult) => (/^\d{4}-/.test(ref) ? ref : '–')

function Result({ row }: { row: BulkResult }) {
  const { t } = useWords()
  if (row.reasons === null)
    return (
      <Badge tone="good" icon="check">
        {t('programme.chosen.done')}
      </Badge>
    )
  return (
    <>
      <Badge tone="warn" icon="alert-triangle">
        {t('programme.chosen.refused')}
      </Badge>
      {row.reasons.map((reason) => (
        <Small block key={reason.code}>
          {sentenceOf(t, reason)}
        </Small>
      ))}
    </>
  )
}

/** Repeats the act for the works that were refused, once the cause is fixed. */
function TryAgain({ act, refused }: { act: BulkActView; refused: readonly BulkResult[] }) {
  const { t } = useWords()
  const seen = refused.filter(({ version }) => version !== null)
  if (seen.length === 0) return null
  return (
    <Form
      action={paths.actOnMany()}
      layout="inline"
      label={t('programme.chosen.again', { count: seen.length })}
    >
      {seen.map(({ ref, version }) => (
        <Hidden key={ref} name="works[]" value={`${ref}:${version}`} />
      ))}
      <Button name="act" value={act.act} icon={bulkIcons[act.act]}>
        {t('programme.chosen.again', { count: seen.length })}
      </Button>
    </Form>
  )
}
