import { page, pageRoute } from '../platform/http/route.ts'
import type { FoundThing } from '../platform/slices/search.ts'
import { maxCounted } from '../platform/text-search/find-best.ts'
import type { Search } from '../platform/text-search/parse-search.ts'
import { IllustrativeTag } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/field.tsx'
import { FieldButton, Form } from '../ui/form.tsx'
import { CountChips, Marked } from '../ui/found.tsx'
import { Icon } from '../ui/icon.tsx'
import type { IconName } from '../ui/icons.gen.ts'
import { EmptyState } from '../ui/notice.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Note, Panel, Sheet, Stack } from '../ui/panel.tsx'
import { DueList } from '../ui/paths.tsx'
import { useWords } from '../ui/words.tsx'
import { type FoundItem, type QuickSearch, quickSearch, shortestSearch } from './quick-search.ts'

export const searchPath = '/tim-kiem'

/** What a few words find, in everything that the actor may see. */
export const searchPage = pageRoute(searchPath, async (c, { query }) => {
  const result = await quickSearch(c, query.q ?? '')
  const { text } = result.search
  return page(text === '' ? c.t('app.search') : c.t('app.search_of', { text }), <SearchBody {...result} />)
})

function SearchBody({ search, found, near, counts }: QuickSearch) {
  const { t } = useWords()
  const { text } = search
  return (
    <Sheet>
      <PageHeader title={text === '' ? t('app.search') : t('app.search_of', { text })} />
      <Stack>
        {text === '' && <SearchForm />}
        {counts.length > 0 && <CountChips label={t('app.search_lists')} counts={counts} most={maxCounted} />}
        {found.length > 0 && (
          <Panel>
            <FoundList search={search} items={found} />
          </Panel>
        )}
        {near.length > 0 && (
          <Panel title={t('app.search_near')}>
            <Stack>
              <Note>{t(found.length > 0 ? 'app.search_near_text' : 'app.search_near_only', { text })}</Note>
              <FoundList search={search} items={near} />
            </Stack>
          </Panel>
        )}
        {found.length + near.length === 0 && <NothingFound text={text} />}
      </Stack>
    </Sheet>
  )
}

/** The field at the head of every page is enough once something was looked for. */
function SearchForm() {
  const { t } = useWords()
  return (
    <Form action={searchPath} method="get" label={t('app.search')}>
      <FieldButton>
        <TextField
          name="q"
          id="tim-kiem"
          label={t('app.search_words')}
          hint={t('app.search_hint')}
          type="search"
          autoFocus
          optional
          labelHidden
        />
        <Button icon="search">{t('app.search')}</Button>
      </FieldButton>
    </Form>
  )
}

function FoundList({ search, items }: { readonly search: Search; readonly items: readonly FoundItem[] }) {
  return (
    <DueList
      items={items.map((item) => ({
        key: item.href,
        title: <Marked search={search} text={item.title} beside={item.note} />,
        href: item.href,
        who: (
          <>
            <Icon name={item.icon as IconName} size={16} />{' '}
            <Marked search={search} text={item.note} beside={item.title} />{' '}
            {isMarked(item) && <IllustrativeTag />}
          </>
        ),
        due: item.mark,
      }))}
    />
  )
}

// What the demonstration made up mostly says so in its very name; a second mark would only be noise.
const isMarked = ({ illustrative, title }: FoundThing) =>
  illustrative && !title.toLowerCase().includes('minh hoạ')

function NothingFound({ text }: { readonly text: string }) {
  const { t } = useWords()
  if (text.length < shortestSearch)
    return (
      <Panel>
        <EmptyState icon="search" title={t(text === '' ? 'app.search_empty' : 'app.search_short')}>
          {t('app.search_empty_text')}
        </EmptyState>
      </Panel>
    )
  return (
    <Panel>
      <EmptyState icon="zoom-question" title={t('app.search_none', { text })}>
        {t('app.search_none_text')}
      </EmptyState>
    </Panel>
  )
}
