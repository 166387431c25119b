type Schema = Readonly<Record<string, unknown>>

const id = '01900000-0000-7000-8000-000000000001'

// Members of these names hold these in an example, where their schema takes it.
const byName: Readonly<Record<string, unknown>> = {
  ref: '2022-tuky-003',
  code: '2022-tuky-003',
  title: 'Rút ngắn thời gian giải quyết hồ sơ đất đai còn 10 ngày',
  measure: 'Tỷ lệ hồ sơ đất đai giải quyết trong 10 ngày',
  unit: 'tu-ky',
  unitName: 'Huyện ủy Tứ Kỳ',
  issuer: 'tinh-uy',
  number: '950-QĐ/TU',
  username: 'tu-ky',
  fullName: 'Nguyễn Văn An',
  personName: 'Nguyễn Văn An',
  holderName: 'Nguyễn Văn An',
  postTitle: 'Bí thư Huyện ủy',
  name: 'Cải cách thủ tục hành chính',
  reason: 'Bổ sung số liệu cơ sở.',
  content: 'Đã giải quyết 1.234 hồ sơ, 98,9 % trong 10 ngày.',
  document: 'Báo cáo số 12-BC/HU ngày 04/7/2022',
  fileName: 'bao-cao.pdf',
  mediaType: 'application/pdf',
  year: 2022,
  version: 3,
  limit: 50,
  value: 98.9,
  percent: 92.3,
  key: 'programme.kept_ratio',
  detail: 'Hãy điền ô này.',
  postId: id,
}

const instant = '2022-05-18T03:04:05.678Z'

/** A value that the schema takes and a reader understands: every member, the first of several possibilities, one of a list. */
export function exampleOf(schema: Schema, name = '', named: (name: string) => Schema = () => ({})): unknown {
  if (typeof schema.$ref === 'string')
    return exampleOf(named(schema.$ref.split('/').at(-1) ?? ''), name, named)
  if ('const' in schema) return schema.const
  if (Array.isArray(schema.enum)) return schema.enum[0]
  const choices = (schema.anyOf ?? schema.oneOf) as readonly Schema[] | undefined
  if (choices !== undefined)
    return exampleOf(choices.find(({ type }) => type !== 'null') ?? choices[0] ?? {}, name, named)
  const type = Array.isArray(schema.type) ? schema.type.find((one) => one !== 'null') : schema.type
  switch (type) {
    case 'object':
      return exampleObject(schema, named)
    case 'array':
      if (Array.isArray(schema.prefixItems))
        return schema.prefixItems.map((item: Schema) => exampleOf(item, name, named))
      if (schema.maxItems === 0 || schema.items === undefined || schema.items === false) return []
      return [exampleOf(schema.items as Schema, name.replace(/s$/, ''), named)]
    case 'boolean':
      return false
    case 'integer':
    case 'number':
      return exampleNumber({ ...schema, type }, name)
    case 'null':
      return null
    case 'string':
      return exampleText(schema, name)
    default:
      return {}
  }
}

function exampleObject(schema: Schema, named: (name: string) => Schema): unknown {
  const properties = (schema.properties ?? {}) as Readonly<Record<string, Schema>>
  return Object.fromEntries(
    Object.entries(properties).map(([name, inner]) => [name, exampleOf(inner, name, named)]),
  )
}

function exampleNumber({ type, minimum, maximum }: Schema, name: string): number {
  const known = byName[name]
  const least = typeof minimum === 'number' ? minimum : 0
  const most = typeof maximum === 'number' ? maximum : Number.POSITIVE_INFINITY
  const fits =
    typeof known === 'number' &&
    (type === 'number' || Number.isInteger(known)) &&
    known >= least &&
    known <= most
  return fits ? known : Math.min(Math.max(1, least), most)
}

function exampleText({ format, pattern, maxLength }: Schema, name: string): string {
  if (format === 'uuid') return id
  if (format === 'date') return '2022-06-30'
  if (format === 'date-time') return instant
  if (format === 'email') return 'an@example.vn'
  const known = byName[name]
  const text = typeof known === 'string' ? known : /(?:Id|^id)$/.test(name) ? id : 'Nội dung'
  const fits =
    (typeof pattern !== 'string' || new RegExp(pattern).test(text)) &&
    (typeof maxLength !== 'number' || text.length <= maxLength)
  if (fits) return text
  return typeof pattern === 'string' ? fittingText(pattern) : text.slice(0, Number(maxLength))
}

// A few texts of the forms that schemas ask for.
const forms = ['tu-ky', '2022-06-30', 'numerator', 'x', '1', '#1f6feb', 'vi']

const fittingText = (pattern: string): string => forms.find((form) => new RegExp(pattern).test(form)) ?? ''
