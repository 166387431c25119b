import { corpus } from '../corpus.ts'
import type { Label } from '../label.ts'
import { wordParts } from '../make/by-word/write-word.ts'
import { lay } from '../make/lay/lay.ts'
import type { Spec } from '../make/spec.ts'
import { zip } from '../make/zip.ts'
import { oddSpecs } from './specs.ts'
import { type Parts, ways } from './ways.ts'

/** A sound document written in a way that is seldom but right; nothing is to be said of it. */
export interface Odd {
  readonly label: Label
  readonly bytes: () => Promise<Uint8Array>
}

const written: readonly { base: string; about: string; way: (parts: Parts) => void }[] = [
  { base: 'word-01', about: 'spaces that do not break after Điều, khoản, điểm', way: ways.unbreakableSpaces },
  { base: 'word-04', about: 'every paragraph in a content control', way: ways.contentControls },
  { base: 'word-03', about: 'changes tracked: inserted and deleted words', way: ways.trackedChanges },
  { base: 'word-02', about: 'typefaces from a theme that is Times New Roman', way: ways.themeTypeface },
  { base: 'word-06', about: 'black said as 000000 and as the text colour of the theme', way: ways.saidBlack },
  { base: 'word-05', about: 'in the manner of WPS: numbered styles, switches with a value', way: ways.wps },
  { base: 'word-15', about: 'the abstract broken by hand', way: ways.brokenAbstract },
  { base: 'word-11', about: 'comments and bookmarks', way: ways.comments },
  { base: 'word-08', about: 'the namespaces of the strict standard', way: ways.strict },
  { base: 'word-09', about: 'signs of a symbol typeface', way: ways.symbols },
  { base: 'word-16', about: 'capitals by a property instead of by letters', way: ways.capsProperty },
  {
    base: 'word-13',
    about: 'attributes of Word 2010 and later on every paragraph',
    way: ways.newerAttributes,
  },
  { base: 'word-07', about: 'the head by tabs instead of a table', way: ways.tabbedHead },
]

export const odd: readonly Odd[] = [
  ...written.map(({ base, about, way }, at): Odd => {
    const label = corpus.labels.find((each) => each.id === base)
    const spec = corpus.documents.find((each) => each.id === base)
    if (!label || !spec) throw new Error(`no document ${base}`)
    return made(label, `odd-${String(at + 1).padStart(2, '0')} (${base})`, about, spec, way)
  }),
  ...oddSpecs.map(({ spec, at, kind, about }): Odd => {
    const label: Label = {
      id: spec.id,
      producer: 'word',
      profile: spec.profile,
      at,
      kind,
      about,
      damages: [],
    }
    return made(label, spec.id, about, spec, () => {})
  }),
]

function made(label: Label, id: string, about: string, spec: Spec, way: (parts: Parts) => void): Odd {
  return {
    label: { ...label, id, about, damages: [] },
    bytes: () => {
      const parts = wordParts(lay(spec))
      const before = JSON.stringify([...parts])
      way(parts)
      if (spec.id.startsWith('word') && JSON.stringify([...parts]) === before)
        throw new Error(`${id}: as before`)
      return zip(parts)
    },
  }
}
