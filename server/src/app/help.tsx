import type { Context } from '../platform/context.ts'
import { page, pageRoute } from '../platform/http/route.ts'
import { codeKey } from '../platform/message-key.ts'
import type { NavigationEntry } from '../platform/slices/navigation.ts'
import type { HelpTopic } from '../platform/slices/slice.ts'
import { formatDate } from '../ui/format.ts'
import { KeysPanel } from '../ui/keys.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Columns, DefinitionList, Panel, Stack } from '../ui/panel.tsx'
import { useWords, type Words } from '../ui/words.tsx'
import { helpPath, helpTopics } from './help-topics.ts'
import { referencePath } from './reference/reference.tsx'

const glossary = ['claimed', 'confirmed', 'silent', 'risk', 'kept'] as const

/** What each section of the product is for. Sections that the user cannot open are not shown. */
export const helpPage = (navigation: readonly NavigationEntry[]) =>
  pageRoute(helpPath, async (c) => {
    const open = await openEntries(c, navigation)
    const inMenu = open
      .toSorted((a, b) => a.order - b.order)
      .flatMap((entry) => helpTopics.filter(({ section }) => section === entry.section))
    const topics = [...inMenu, ...helpTopics.filter(({ section }) => section === 'account')]
    const demo = await c.db.selectFrom('installation').select('demonstration_ends_on').executeTakeFirst()
    const endsOn = demo?.demonstration_ends_on ?? null
    return page(c.t('help.title'), <Help topics={topics} keyed={open} demoEndsOn={endsOn} />)
  })

async function openEntries(
  c: Context,
  navigation: readonly NavigationEntry[],
): Promise<readonly NavigationEntry[]> {
  const open: NavigationEntry[] = []
  for (const entry of navigation) if (await entry.visible(c)) open.push(entry)
  return open
}

interface HelpProps {
  readonly topics: readonly HelpTopic[]
  readonly keyed: readonly NavigationEntry[]
  /** Where the data of the demonstration ends; null where there is none. */
  readonly demoEndsOn: string | null
}

function Help({ topics, keyed, demoEndsOn }: HelpProps) {
  const { t, language } = useWords()
  return (
    <>
      <PageHeader title={t('help.title')} lead={t('help.lead')} />
      <Columns>
        <Stack>
          {topics.map((topic) => (
            <Topic key={topic.slug} {...topic} />
          ))}
        </Stack>
        <Stack follow>
          <Panel title={t('help.contents')}>
            <ul class="plain-list">
              {topics.map(({ slug }) => (
                <li key={slug}>
                  <a href={`#${slug}`}>{t(codeKey('help', `${slug}.title`))}</a>
                </li>
              ))}
            </ul>
          </Panel>
          {demoEndsOn !== null && (
            <Panel title={t('help.demo')}>
              <p>{t('help.demo_text', { date: formatDate(demoEndsOn, language) })}</p>
            </Panel>
          )}
          <Panel title={t('reference.title')} lead={t('reference.open_lead')}>
            <a href={referencePath}>{t('reference.open')}</a>
          </Panel>
          <Keys keyed={keyed} />
          <Panel title={t('help.words')}>
            <DefinitionList
              items={glossary.map((word) => ({
                term: t(`help.word_${word}`),
                description: t(`help.word_${word}_text`),
              }))}
            />
          </Panel>
        </Stack>
      </Columns>
    </>
  )
}

function Topic({ slug, steps }: HelpTopic) {
  const { t } = useWords()
  return (
    <section class="help-topic" id={slug}>
      <Panel title={t(codeKey('help', `${slug}.title`))} lead={t(codeKey('help', `${slug}.what`))}>
        <ul>
          {Array.from({ length: steps }, (_, index) => (
            <li key={String(index)}>{t(codeKey('help', `${slug}.${index + 1}`))}</li>
          ))}
        </ul>
      </Panel>
    </section>
  )
}

/** The keys of a queue that is judged one by one (`ui/desk.tsx`). */
const onDesk = (t: Words['t']) =>
  (['k', 'j', 'a', 'x', 's'] as const).map((key) => ({ key, does: t(`help.desk_key.${key}`) }))

function Keys({ keyed }: { keyed: readonly NavigationEntry[] }) {
  const { t } = useWords()
  const places = keyed.flatMap(({ key, labelKey }) =>
    key === undefined ? [] : [{ key: t('help.key_then', { key }), does: t(labelKey) }],
  )
  return (
    <KeysPanel
      title={t('help.keys')}
      lead={t('help.keys_lead')}
      keys={[
        { key: '/', does: t('help.key_search') },
        { key: '?', does: t('help.key_help') },
        ...places,
        ...onDesk(t),
      ]}
    />
  )
}
