/**
 * What of an article has no row of its own in the register: where it was printed, bodies, persons, places, words. It is
 * kept as it was taken from the article, and read here for showing; whatever is not of the expected shape is passed over.
 */

/** One thing that an article says: in short, and in its very words. */
export interface Entry {
  readonly id: string
  readonly text: string
  readonly note: string
  readonly quote: string
}

/** A work that the article names, with what it says of it; whether the register shows it depends on who looks. */
export interface NamedEntry extends Entry {
  readonly targets: readonly Entry[]
  readonly progress: Entry | null
}

/** Where it was printed; empty where the text does not say. */
export interface Printed {
  readonly rubric: string
  readonly sections: readonly string[]
  readonly lead: string
  readonly outlet: string
  /** The line with which the article dates itself. */
  readonly dateline: string
}

type Json = Readonly<Record<string, unknown>>

interface Section {
  readonly key: string
  read(data: Json): readonly Entry[]
}

const section = (key: string, text: string, note: string): Section => ({
  key,
  read: (data) => recordsOf(data[key]).map((record) => entryOf(record, text, note)),
})

/** What bodies set: the themes of the province, the content groups of a committee. */
export const groupSections: readonly Section[] = [
  section('themeGroups', 'headline', 'parts'),
  section('contentGroupsTuKy', 'name', ''),
]

/** Whom and what it names, in the order in which they are shown; the words of their titles are in the catalogue. */
export const nameSections: readonly Section[] = [
  section('organizations', 'name', ''),
  section('persons', 'name', 'position'),
  section('personGroups', 'name', ''),
  section('places', 'name', 'level'),
  section('terms', 'term', ''),
]

/** The works that it names, with their targets. */
export function namedIn(data: Json): readonly NamedEntry[] {
  return recordsOf(data.works).map((record) => {
    const work = entryOf(record, 'name', '')
    const [progress] = recordsOf([record.progressNote])
    return {
      ...work,
      targets: recordsOf(record.targets).map((target) => entryOf(target, 'measure', 'modality')),
      progress:
        progress === undefined ? null : { ...entryOf(progress, 'text', ''), id: `${work.id}-progress` },
    }
  })
}

/** Where and when it says that it was printed. */
export function printedIn(data: Json): Printed {
  const source = recordsOf([data.source])[0] ?? {}
  return {
    rubric: textOf(source.rubric),
    sections: textsOf(source.sections),
    lead: textOf(source.lead),
    outlet: textOf(source.outlet),
    dateline: textOf(source.quote),
  }
}

function entryOf(record: Json, text: string, note: string): Entry {
  return {
    id: textOf(record.id),
    text: textOf(record[text]),
    note: note === '' ? '' : textOf(record[note]),
    quote: textOf(record.quote),
  }
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value
  return Array.isArray(value) ? textsOf(value).join('; ') : ''
}

/** The texts of a list. */
export function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : []
}

function recordsOf(value: unknown): readonly Json[] {
  if (!Array.isArray(value)) return []
  return value.filter((item): item is Json => typeof item === 'object' && item !== null)
}
