import type { JsonValue } from '../../platform/data/schema.gen.ts'
import { newId } from '../../platform/id.ts'
import type { ProgrammeData } from '../../programme/import/index.ts'
import { type Article, entryOf } from '../article.ts'
import type { ArticleProgramme } from './article-programme.ts'

/**
 * Which works a published total counts. Units stand by their codes. A claim is reconciled through it and never set
 * (programme specification, 6.1).
 */
export interface ClaimFilter {
  readonly ownerKind?: 'collective' | 'individual'
  readonly tier?: 'province' | 'direct' | 'district' | 'grassroots'
  readonly ownerUnitKinds?: string[]
  /** The very unit whose works are meant. */
  readonly unit?: string
  readonly subordinates?: boolean
  readonly assigner?: string
  readonly managing?: string
  readonly standing: 'registered' | 'assigned'
}

interface ClaimPlan {
  readonly vi: string
  readonly en: string
  readonly filter: ClaimFilter
  readonly assumption?: { readonly vi: string; readonly en: string }
}

const yearFromContext = {
  vi: 'Năm 2022 hiểu theo đoạn văn chung quanh; câu văn không in năm.',
  en: 'The year 2022 is taken from the surrounding text; the sentence does not print it.',
}

/** By the ids of the facts file, in the order in which they are shown. */
const plans = {
  'cnt-36': {
    vi: 'Việc của các Huyện ủy, Thành ủy, Đảng ủy trực thuộc Tỉnh ủy',
    en: 'Works of the district, city and other Party committees directly under the provincial one',
    filter: {
      ownerKind: 'collective',
      tier: 'direct',
      ownerUnitKinds: ['huyen_uy', 'thanh_uy', 'dang_uy_truc_thuoc'],
      standing: 'assigned',
    },
    assumption: {
      vi: 'Giả định: việc của Huyện ủy Tứ Kỳ nằm trong 36 việc này. Bài không nêu điều đó, cũng không nêu ai thẩm định và giao 36 việc.',
      en: 'Assumption: the works of Huyện ủy Tứ Kỳ are among these 36. The article does not say so, nor who appraised and assigned the 36.',
    },
  },
  'cnt-178': {
    vi: 'Việc của các đồng chí cấp trưởng diện Ban Thường vụ Tỉnh ủy quản lý, do Ban Thường vụ Tỉnh ủy giao',
    en: 'Works of heads managed by the provincial Standing Committee, assigned by it',
    filter: {
      ownerKind: 'individual',
      managing: 'btv-tinh-uy',
      assigner: 'btv-tinh-uy',
      standing: 'assigned',
    },
  },
  'cnt-3-tu-ky': {
    vi: 'Việc của Huyện ủy Tứ Kỳ',
    en: 'Works of Huyện ủy Tứ Kỳ',
    filter: { ownerKind: 'collective', unit: 'tu-ky', subordinates: false, standing: 'assigned' },
    assumption: {
      vi: 'Bài chỉ nêu tên 1 trong 3 việc; sổ chỉ ghi việc được nêu tên.',
      en: 'The article names only 1 of the 3 works; the register holds only the one that is named.',
    },
  },
  'cnt-143': {
    vi: 'Việc của tập thể do Ban Thường vụ Huyện ủy Tứ Kỳ thẩm định và giao',
    en: 'Collective works appraised and assigned by the Standing Committee of Huyện ủy Tứ Kỳ',
    filter: { ownerKind: 'collective', assigner: 'btv-tu-ky', standing: 'assigned' },
    assumption: yearFromContext,
  },
  'cnt-234': {
    vi: 'Việc của cá nhân diện Ban Thường vụ Huyện ủy Tứ Kỳ quản lý, do Ban Thường vụ Huyện ủy Tứ Kỳ giao',
    en: 'Works of persons managed by the Standing Committee of Huyện ủy Tứ Kỳ, assigned by it',
    filter: { ownerKind: 'individual', managing: 'btv-tu-ky', assigner: 'btv-tu-ky', standing: 'assigned' },
    assumption: yearFromContext,
  },
  'cnt-co-so': {
    vi: 'Việc do các tổ chức cơ sở đảng trong tỉnh đăng ký',
    en: 'Works registered by the grassroots Party organisations of the province',
    filter: { ownerKind: 'collective', tier: 'grassroots', standing: 'registered' },
  },
} satisfies Record<string, ClaimPlan>

/** The totals that the article prints, and the one that it speaks of without a number. */
export function claimRows(article: Article, programme: ArticleProgramme): ProgrammeData['claims'] {
  const entries: readonly [string, ClaimPlan][] = Object.entries(plans)
  return entries.map(([ref, plan], index) => {
    const claim = entryOf(article.workCounts, ref)
    const speaker = claim.statedBy === undefined ? undefined : entryOf(article.persons, claim.statedBy)
    return {
      id: newId(),
      programme_id: programme.programmeId,
      ref,
      ord: index + 1,
      label_vi: plan.vi,
      label_en: plan.en,
      published: claim.count,
      filter: { ...plan.filter } as JsonValue,
      stated_by: speaker === undefined ? null : `${speaker.name}, ${speaker.position}`,
      assumption_vi: plan.assumption?.vi ?? null,
      assumption_en: plan.assumption?.en ?? null,
      source_id: programme.sourceId,
      source_quote: claim.quote,
    }
  })
}
