import type { JsonValue } from '../../platform/data/schema.gen.ts'
import { newId } from '../../platform/id.ts'
import type { Modality, ProgrammeData, WorkId } from '../../programme/import/index.ts'
import { type Article, type ArticleTarget, entryOf } from '../article.ts'
import type { NamedUnits } from '../organisation/named-organisation.ts'
import { type ArticleProgramme, citationOf } from './article-programme.ts'

/** The works that the article names, by their ids in the facts file: code, tier, and the words that tell their state. */
const named = {
  'work-tu-ky-zones': {
    code: '2022-tu-ky-001',
    unit: 'org-huyen-uy-tu-ky',
    tier: 'direct',
    standing: (work) => work.progressNote?.quote,
  },
  'work-so-tttt-cchc': {
    code: '2022-so-tttt-001',
    unit: 'org-so-tttt',
    tier: 'province',
    // "đang tiếp tục hoàn thiện": the article says of this work only what the department is doing.
    standing: (work) => work.activities[0]?.quote,
  },
} as const satisfies Record<
  string,
  {
    code: string
    unit: keyof NamedUnits
    tier: string
    standing: (work: Article['works'][number]) => string | undefined
  }
>

export type NamedWorkId = keyof typeof named
export type NamedWorks = Readonly<Record<NamedWorkId, WorkId>>

// The article does not say how strongly the zones are promised: "xác định hoàn thành" is read as a commitment.
const modalities: Readonly<Record<string, Modality>> = {
  'đặt mục tiêu': 'committed',
  'phấn đấu': 'aspirational',
  'thực hiện': 'carry_out',
}

/**
 * The two works that the article names. It states that they are being done and on which day it says so; who assigned
 * them, when, until when and how far they are it does not state, so none of that is here.
 */
export function namedWorks(
  article: Article,
  units: NamedUnits,
  programme: ArticleProgramme,
): {
  readonly ids: NamedWorks
  readonly data: Pick<ProgrammeData, 'works' | 'versions' | 'spans' | 'targets'>
} {
  const ids: NamedWorks = { 'work-tu-ky-zones': newId(), 'work-so-tttt-cchc': newId() }
  const entries = Object.keys(named) as NamedWorkId[]
  const statedOn = article.source.publishedAt.slice(0, 10)
  const rows = entries.map((key) => {
    const work = entryOf(article.works, key)
    const plan = named[key]
    const id = ids[key]
    const targets = work.targets.map((target, index) => targetRow(id, target, index + 1))
    return {
      work: {
        id,
        code: plan.code,
        programme_id: programme.programmeId,
        owner_kind: work.ownerKind,
        owner_unit_id: units[plan.unit],
        custodian_unit_id: units[plan.unit],
        tier: plan.tier,
        title: work.name,
        continues_unlinked: work.continuing,
        state: 'in_progress',
        state_since: statedOn,
        source_id: programme.sourceId,
        source_quote: work.quote,
        submitted_version: 1,
      },
      span: {
        id: newId(),
        work_id: id,
        programme_id: programme.programmeId,
        state: 'in_progress',
        action: 'import',
        from_on: statedOn,
        to_on: null,
        reason: plan.standing(work) ?? null,
        document: citationOf(article).vi,
      },
      version: {
        work_id: id,
        number: 1,
        reason: 'imported',
        content: versionContent(work.name, work.continuing, targets),
        effective_on: statedOn,
      },
      targets,
    }
  })
  return {
    ids,
    data: {
      works: rows.map((row) => row.work),
      spans: rows.map((row) => row.span),
      versions: rows.map((row) => row.version),
      targets: rows.flatMap((row) => row.targets),
    },
  }
}

function targetRow(workId: WorkId, target: ArticleTarget, ord: number) {
  return {
    id: newId(),
    work_id: workId,
    ord,
    measure: target.measure,
    unit: target.unit,
    operator: target.operator === '=' ? 'eq' : target.operator,
    value: target.value ?? null,
    min: target.min ?? null,
    max: target.max ?? null,
    modality: modalities[target.modality ?? ''] ?? 'committed',
    exceptions: [...target.exceptions],
    recognition_required: target.acceptance !== undefined,
    recognition_by: target.acceptance === undefined ? null : 'cấp có thẩm quyền',
    note: target.operator === null ? 'Bài báo không nêu con số.' : null,
    source_quote: target.quote,
  }
}

function versionContent(
  title: string,
  continuesUnlinked: boolean,
  targets: readonly ReturnType<typeof targetRow>[],
): JsonValue {
  return {
    title,
    rationale: '',
    baseline: '',
    product: '',
    resources: '',
    risks: '',
    requests: '',
    proof: '',
    minutesReference: '',
    dueOn: null,
    themeGroupId: null,
    contentGroupIds: [],
    supportingUnitIds: [],
    continuesCode: '',
    continuesUnlinked,
    targets: targets.map((target) => ({
      measure: target.measure,
      unit: target.unit ?? '',
      operator: target.operator,
      value: target.value,
      min: target.min,
      max: target.max,
      baseline: null,
      modality: target.modality,
      exceptions: target.exceptions,
      recognitionRequired: target.recognition_required,
      recognitionBy: target.recognition_by ?? '',
      measureKey: '',
    })),
    steps: [],
  }
}
