import { page, pageRoute } from '../platform/http/route.ts'
import type { FoundPile, FoundThing } from '../platform/slices/search.ts'
import { IllustrativeTag } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/field.tsx'
import { FieldButton, Form } from '../ui/form.tsx'
import { formatNumber } from '../ui/format.ts'
import { EmptyState } from '../ui/notice.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Panel, Sheet, Stack } from '../ui/panel.tsx'
import { DueList } from '../ui/paths.tsx'
import { useWords } from '../ui/words.tsx'
import { slices } from './slices.ts'

export const searchPath = '/tim-kiem'

const shownOfKind = 6
// One letter is in nearly every title.
const shortest = 2

/** What a few words find, in everything that the actor may see. */
export const searchPage = pageRoute(searchPath, async (c, { query }) => {
  const text = (query.q ?? '').normalize('NFC').trim().slice(0, 200)
  const piles: FoundPile[] = []
  if (text.length >= shortest)
    for (const { search } of slices) piles.push(...((await search?.find(c, text, shownOfKind)) ?? []))
  return page(
    text === '' ? c.t('app.search') : c.t('app.search_of', { text }),
    <SearchBody text={text} piles={piles} />,
  )
})

function SearchBody({ text, piles }: { readonly text: string; readonly piles: readonly FoundPile[] }) {
  const { t, language } = useWords()
  const total = piles.reduce((sum, pile) => sum + pile.total, 0)
  return (
    <Sheet>
      <PageHeader
        title={text === '' ? t('app.search') : t('app.search_of', { text })}
        lead={total > 0 ? t('app.search_total', { total: formatNumber(total, language) }) : undefined}
      />
      <Stack>
        {text === '' && <SearchForm />}
        {piles.map((pile) => (
          <Pile key={pile.key} pile={pile} />
        ))}
        {piles.length === 0 && <NothingFound text={text} />}
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

function Pile({ pile }: { readonly pile: FoundPile }) {
  const { t, language } = useWords()
  const total = formatNumber(pile.total, language)
  return (
    <Panel
      title={pile.title}
      action={
        <a href={pile.allHref}>
          {t(pile.total > pile.items.length ? 'app.search_all' : 'app.search_list', { total })}
        </a>
      }
    >
      <DueList
        items={pile.items.map((item) => ({
          key: item.key,
          title: item.title,
          href: item.href,
          who: (
            <>
              {item.note} {isMarked(item) && <IllustrativeTag />}
            </>
          ),
          due: item.mark,
        }))}
      />
    </Panel>
  )
}

// What the demonstration made up mostly says so in its very name; a second mark would only be noise.
const isMarked = ({ illustrative, title }: FoundThing) =>
  illustrative && !title.toLowerCase().includes('minh hoạ')

function NothingFound({ text }: { readonly text: string }) {
  const { t } = useWords()
  if (text.length < shortest)
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
