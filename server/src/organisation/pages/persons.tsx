import type { Page } from '../../platform/http/paging.ts'
import { page, pageRoute } from '../../platform/http/route.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { FilterBar, Pagination } from '../../ui/list-tools.tsx'
import { EmptyState } from '../../ui/notice.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Small, Stack } from '../../ui/panel.tsx'
import { DataTable } from '../../ui/table.tsx'
import { useWords } from '../../ui/words.tsx'
import { addressNames, organisationPaths as paths } from '../paths.ts'
import { countPersons, listPersons, type PersonRow } from '../people/person-queries.ts'
import { keepsDirectory } from '../policy.ts'
import { InventedTag, section } from './looks.tsx'
import { DirectoryTabs } from './units.tsx'

/** The persons of the directory by a part of their name. */
export const personsPage = pageRoute('/nguoi', async (c, { query }) => {
  const text = query[addressNames.text]?.trim().slice(0, 200) ?? ''
  const cursor = query[addressNames.cursor] || null
  const list = await listPersons(c, { text, on: c.today, cursor })
  const total = await countPersons(c, text)
  return page(
    c.t('organisation.persons'),
    <Stack>
      <PageHeader
        title={c.t('organisation.persons')}
        lead={c.t('organisation.persons_lead')}
        actions={
          keepsDirectory(c) && (
            <ButtonLink href={paths.addPerson()} icon="plus">
              {c.t('organisation.add_person')}
            </ButtonLink>
          )
        }
      />
      <DirectoryTabs current="persons" keeps={keepsDirectory(c)} />
      <FilterBar action={paths.persons()} clearHref={paths.persons()}>
        <TextField
          name={addressNames.text}
          label={c.t('organisation.find_person')}
          hint={c.t('organisation.find_hint')}
          type="search"
          value={text}
          optional
        />
      </FilterBar>
      <PersonsTable list={list} />
      {total > 0 && (
        <Pagination
          total={total}
          firstHref={cursor === null ? undefined : paths.persons({ text })}
          nextHref={list.next === null ? undefined : paths.persons({ text, cursor: list.next })}
        />
      )}
    </Stack>,
    { section },
  )
})

function PersonsTable({ list }: { readonly list: Page<PersonRow> }) {
  const { t } = useWords()
  return (
    <DataTable
      caption={t('organisation.persons')}
      rows={list.items}
      rowKey={(person) => person.id}
      empty={
        <EmptyState icon="zoom-question" title={t('organisation.no_persons')}>
          {t('organisation.no_persons_text')}
        </EmptyState>
      }
      columns={[
        {
          key: 'name',
          header: t('organisation.person'),
          kind: 'title',
          cell: (person) => (
            <>
              <a href={paths.person(person.id)}>{person.fullName}</a>{' '}
              <InventedTag name={person.fullName} illustrative={person.illustrative} />
            </>
          ),
        },
        {
          key: 'post',
          header: t('organisation.post'),
          cell: (person) => person.post ?? <Small>{t('organisation.holds_none')}</Small>,
        },
      ]}
    />
  )
}
