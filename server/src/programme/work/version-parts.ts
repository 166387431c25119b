import { unitsByIds } from '../../organisation/index.ts'
import type { Context } from '../../platform/context.ts'
import type { JsonValue } from '../../platform/data/schema.gen.ts'
import { codeKey } from '../../platform/message-key.ts'
import { formatDate, formatNumber } from '../../ui/format.ts'
import { programmeDb } from '../tables.ts'

/** A part of a registration as one text, under a name that the catalogue knows; `number` where there are several. */
export interface VersionPart {
  readonly name: string
  readonly number: number | null
  readonly text: string
}

const textNames = [
  'rationale',
  'baseline',
  'product',
  'resources',
  'risks',
  'requests',
  'proof',
  'minutesReference',
] as const

type Content = Readonly<Record<string, unknown>>

/** What the ids in some versions stand for. */
interface Names {
  readonly themes: ReadonlyMap<string, string>
  readonly groups: ReadonlyMap<string, string>
  readonly units: ReadonlyMap<string, string>
}

/** The parts of some versions of one work, each version's in the same order; names are looked up once for all. */
export async function versionParts(
  c: Context,
  contents: readonly JsonValue[],
): Promise<readonly (readonly VersionPart[])[]> {
  const read = contents.map(recordOf)
  const names = await namesIn(c, read)
  return read.map((content) => partsOf(c, content, names))
}

function partsOf(c: Context, content: Content, names: Names): readonly VersionPart[] {
  const one = (name: string, text: string): VersionPart => ({ name, number: null, text })
  const named = (ids: unknown, among: ReadonlyMap<string, string>) =>
    listOf(ids)
      .map((id) => among.get(String(id)) ?? '–')
      .join('\n')
  return [
    one('title', textOf(content.title)),
    one('due_on', dayText(c, textOf(content.dueOn))),
    one('theme', names.themes.get(textOf(content.themeGroupId)) ?? ''),
    one('content_groups', named(content.contentGroupIds, names.groups)),
    one('supporting', named(content.supportingUnitIds, names.units)),
    one('continues', textOf(content.continuesCode)),
    ...textNames.map((name) => one(name, textOf(content[name]))),
    ...listOf(content.targets).map((target, index) => ({
      name: 'target',
      number: index + 1,
      text: targetText(c, recordOf(target)),
    })),
    ...listOf(content.steps).map((step, index) => {
      const { name, dueOn } = recordOf(step)
      return { name: 'step', number: index + 1, text: said([textOf(name), dayText(c, textOf(dueOn))], ' · ') }
    }),
  ]
}

function targetText(c: Context, target: Content): string {
  const recognised = textOf(target.recognitionBy)
  return said(
    [
      textOf(target.measure),
      goalOf(c, target),
      wordOf(c, 'modality', target.modality),
      listOf(target.exceptions).map(textOf).join('; '),
      recognised === '' ? '' : c.t('programme.recognised_by', { authority: recognised }),
    ],
    '\n',
  )
}

function goalOf(c: Context, { operator, value, min, max, unit }: Content): string {
  const number = (given: unknown) =>
    given === null || given === undefined || given === '' ? '' : formatNumber(Number(given), c.language, 6)
  const withUnit = (amount: string) => said([amount, textOf(unit)], ' ')
  if (operator === 'range') return withUnit(said([number(min), number(max)], '–'))
  if (textOf(operator) === '') return withUnit(number(value))
  return c.t(codeKey('programme.goal', textOf(operator)), { value: withUnit(number(value)) })
}

const wordOf = (c: Context, prefix: string, code: unknown) => {
  const word = textOf(code)
  return word === '' ? '' : c.t(codeKey(prefix, word))
}

const said = (parts: readonly string[], between: string) => parts.filter((part) => part !== '').join(between)

const dayText = (c: Context, on: string) => (/^\d{4}-\d{2}-\d{2}$/.test(on) ? formatDate(on, c.language) : '')

async function namesIn(c: Context, contents: readonly Content[]): Promise<Names> {
  const ids = (name: string) => [...new Set(contents.flatMap((content) => listOf(content[name]).map(textOf)))]
  const themeIds = [...new Set(contents.map(({ themeGroupId }) => textOf(themeGroupId)))].filter(
    (id) => id !== '',
  )
  const themes =
    themeIds.length === 0
      ? []
      : await programmeDb(c)
          .selectFrom('theme_group')
          .select(['id', 'ord', 'headline'])
          .where('id', 'in', themeIds)
          .execute()
  const groupIds = ids('contentGroupIds')
  const groups =
    groupIds.length === 0
      ? []
      : await programmeDb(c)
          .selectFrom('content_group')
          .select(['id', 'name'])
          .where('id', 'in', groupIds)
          .execute()
  const units = await unitsByIds(c, ids('supportingUnitIds'), c.today)
  return {
    themes: new Map(themes.map(({ id, ord, headline }) => [id, `${ord}. ${headline}`])),
    groups: new Map(groups.map(({ id, name }) => [id, name])),
    units: new Map(units.map(({ id, name }) => [id, name])),
  }
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
const recordOf = (value: unknown): Content =>
  typeof value === 'object' && value !== null ? (value as Content) : {}
