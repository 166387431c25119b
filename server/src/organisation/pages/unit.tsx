import type { VNode } from 'preact'
import type { Context } from '../../platform/context.ts'
import { page, pageRoute, type Route } from '../../platform/http/route.ts'
import { loadPanels, type Panel as PagePanel } from '../../platform/slices/panels.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import { Tag } from '../../ui/badge.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { formatDate } from '../../ui/format.ts'
import { FilterBar } from '../../ui/list-tools.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Columns, DefinitionList, Panel, Stack } from '../../ui/panel.tsx'
import { useWords } from '../../ui/words.tsx'
import { addressNames, organisationPaths as paths } from '../paths.ts'
import type { UnitDependants } from '../units/end-unit.ts'
import { loadUnitPage, type UnitPage } from '../units/unit-page.ts'
import type { UnitView } from '../units/unit-view.ts'
import { LifePanel } from './life.tsx'
import {
  type Citation,
  InventedTag,
  SourceQuote,
  SystemTag,
  section,
  useKindLine,
  useSpan,
} from './looks.tsx'
import { PostsTable } from './posts-table.tsx'
import { UnitsTable } from './units.tsx'
import { dayOf } from './units-address.ts'
import { UpcomingPanel } from './upcoming-panel.tsx'

/** A unit as other slices' panels are given it. */
export interface UnitOnDay {
  readonly unit: UnitView
  readonly on: PlainDate
}

/** What upper slices add to the pages of the directory. */
export interface DirectoryParts {
  readonly unitPanels: readonly PagePanel<UnitOnDay>[]
  /** What upper slices have hanging on units that are to end. */
  readonly unitDependants: readonly UnitDependants[]
  /** Where the words stand that an entry quotes; null where nobody knows. */
  citation(c: Context): Promise<Citation | null>
}

interface Shown extends UnitPage {
  readonly isToday: boolean
  readonly today: PlainDate
  readonly panels: readonly VNode[]
  readonly citation: Citation | null
}

/** One unit as of a day: what it is, where it stands, who holds its posts, what stands below it. */
export const unitPage = (parts: DirectoryParts): Route =>
  pageRoute('/don-vi/:code', async (c, { params, query }) => {
    const on = dayOf(query, c.today)
    const found = await loadUnitPage(c, params.code ?? '', on)
    const shown: Shown = {
      ...found,
      isToday: on === c.today,
      today: c.today,
      panels: await loadPanels(c, parts.unitPanels, { unit: found.unit, on }),
      citation: found.unit.sourceQuote === null ? null : await parts.citation(c),
    }
    return page(found.unit.name, <UnitBody {...shown} />, { section })
  })

function UnitBody(shown: Shown) {
  const { t } = useWords()
  const kindLine = useKindLine()
  const { unit, above, panels, mayChange } = shown
  const on = dayIn(shown)
  return (
    <Stack>
      <PageHeader
        breadcrumbs={[
          { label: t('organisation.units'), href: paths.units({ on }) },
          ...above.map(({ code, shortName }) => ({ label: shortName, href: paths.unit(code, { on }) })),
        ]}
        kicker={kindLine(unit)}
        title={unit.name}
        badges={
          <>
            <SystemTag system={unit.system} />
            <Tag icon="hierarchy-2">{t('organisation.children_count', { count: shown.childrenTotal })}</Tag>
            <InventedTag name={unit.name} illustrative={unit.illustrative} />
          </>
        }
        actions={
          mayChange && (
            <>
              <ButtonLink href={paths.foundUnit(unit.code)} icon="plus">
                {t('organisation.found_below')}
              </ButtonLink>
              <ButtonLink href={paths.openPost(unit.code)} icon="id-badge-2" kind="primary">
                {t('organisation.open_post')}
              </ButtonLink>
            </>
          )
        }
      />
      <NotThere {...shown} />
      <Columns>
        <Stack>
          <Panel flush title={t('organisation.posts')} lead={t('organisation.posts_lead')}>
            <PostsTable posts={shown.posts} on={on} mayChange={mayChange} />
          </Panel>
          <UpcomingPanel upcoming={shown.upcoming} code={unit.code} />
          {panels}
          {shown.childrenTotal > 0 && <Children {...shown} />}
        </Stack>
        <Stack>
          <DayPanel {...shown} />
          <Panel title={t('organisation.facts')}>
            <Facts {...shown} />
          </Panel>
          {unit.sourceQuote !== null && (
            <Panel title={t('organisation.quoted')}>
              <SourceQuote quote={unit.sourceQuote} citation={shown.citation} />
            </Panel>
          )}
          <LifePanel life={shown.life} code={unit.code} today={shown.today} />
          {mayChange && <Changes unit={unit} />}
        </Stack>
      </Columns>
    </Stack>
  )
}

/** Whether a paper says when the unit came to be; else its first day is only that of its entry in the directory. */
const isFoundingKnown = ({ life }: Shown) => life.some(({ act, paper }) => act === 'found' && paper !== null)

/** Addresses of today say no day, so that they stay those of today tomorrow. */
const dayIn = ({ on, isToday }: Shown) => (isToday ? null : on)

function NotThere(shown: Shown) {
  const { unit, on } = shown
  const { t, language } = useWords()
  if (on < unit.validFrom)
    return (
      <Notice kind="warning">
        <p>
          {t(isFoundingKnown(shown) ? 'organisation.not_yet' : 'organisation.not_entered', {
            on: formatDate(on, language),
            from: formatDate(unit.validFrom, language),
          })}
        </p>
      </Notice>
    )
  if (unit.validTo !== null && on >= unit.validTo)
    return (
      <Notice kind="warning">
        <p>{t('organisation.no_more', { on: formatDate(unit.validTo, language) })}</p>
      </Notice>
    )
  return null
}

function Children(shown: Shown) {
  const { t } = useWords()
  const { unit, children, childrenTotal } = shown
  const on = dayIn(shown)
  return (
    <Panel
      flush
      title={t('organisation.children')}
      action={
        <a href={paths.units({ parent: unit.code, on })}>
          {t('organisation.all_children', { total: childrenTotal })}
        </a>
      }
    >
      <UnitsTable units={children} on={on} caption={t('organisation.children')} isBelow />
    </Panel>
  )
}

function DayPanel(shown: Shown) {
  const { t } = useWords()
  const { unit, on, isToday } = shown
  return (
    <FilterBar action={paths.unit(unit.code)} clearHref={isToday ? undefined : paths.unit(unit.code)}>
      <DateField
        name={addressNames.on}
        label={t('organisation.on')}
        value={on}
        hint={t('organisation.on_hint')}
        optional
      />
    </FilterBar>
  )
}

function Facts(shown: Shown) {
  const { t } = useWords()
  const span = useSpan()
  const { unit, actsFor, bodies } = shown
  const on = dayIn(shown)
  const link = ({ code, name }: { readonly code: string; readonly name: string }) => (
    <div key={code}>
      <a href={paths.unit(code, { on })}>{name}</a>
    </div>
  )
  const items = [
    { term: t('organisation.code'), description: unit.code },
    { term: t('organisation.short_name'), description: unit.shortName },
    ...(unit.place === null ? [] : [{ term: t('organisation.territory'), description: unit.place }]),
    {
      term: t(isFoundingKnown(shown) ? 'organisation.validity' : 'organisation.entered_validity'),
      description: span(unit.validFrom, unit.validTo),
    },
    {
      term: t('organisation.founding_document'),
      description: unit.foundingDocument ?? t('organisation.not_recorded'),
    },
    ...unit.parents.map(({ system, parentCode, parentName }) => ({
      term: t('organisation.parent_in', { system: t(`organisation.system.${system}`) }),
      description: link({ code: parentCode, name: parentName }),
    })),
    ...(unit.parents.length === 0
      ? [{ term: t('organisation.parents'), description: t('organisation.no_parent') }]
      : []),
    ...(actsFor === null ? [] : [{ term: t('organisation.acts_for'), description: link(actsFor) }]),
    ...(bodies.length === 0
      ? []
      : [{ term: t('organisation.bodies'), description: <>{bodies.map(link)}</> }]),
  ]
  return <DefinitionList items={items} />
}

function Changes({ unit }: { readonly unit: UnitView }) {
  const { t } = useWords()
  const ended = unit.validTo !== null
  return (
    <Panel title={t('organisation.changes')} lead={t('organisation.changes_lead')}>
      <Stack gap="small">
        <ButtonLink
          href={paths.renameUnit(unit.code)}
          icon="edit"
          closedReason={ended ? t('organisation.ended_reason') : null}
        >
          {t('organisation.rename')}
        </ButtonLink>
        <ButtonLink
          href={paths.placeUnit(unit.code)}
          icon="hierarchy-2"
          closedReason={ended ? t('organisation.ended_reason') : null}
        >
          {t('organisation.place')}
        </ButtonLink>
        <ButtonLink
          href={paths.endUnit(unit.code)}
          icon="calendar-off"
          closedReason={ended ? t('organisation.ended_reason') : null}
        >
          {t('organisation.end')}
        </ButtonLink>
        <ButtonLink href={paths.correctUnit(unit.code)} icon="pencil" kind="quiet">
          {t('organisation.correct')}
        </ButtonLink>
      </Stack>
    </Panel>
  )
}
