type Schema = Readonly<Record<string, unknown>>

/** What a field of a name holds, where its kind alone does not say it. */
export type Known = Readonly<Record<string, unknown>>

// Lists that may be left out as far as the description goes, and that a rule wants filled.
const lists: ReadonlySet<string> = new Set(['scopes', 'workbook', 'grantIds', 'accesses', 'personIds'])

/** An input that the schema takes, from its JSON description: required fields alone, with known values under known names. */
export function sampleInput(schema: Schema, known: Known, name = ''): unknown {
  if (name !== '' && Object.hasOwn(known, name)) return known[name]
  if (typeof schema !== 'object') return null
  if ('const' in schema) return schema.const
  if (Array.isArray(schema.enum)) return schema.enum[0]
  const choices = (schema.anyOf ?? schema.oneOf) as readonly Schema[] | undefined
  if (choices !== undefined) {
    const real =
      choices.find((one) => one.type !== 'null' && one.const !== '' && one.const !== null) ?? choices[0]
    return sampleInput(real ?? {}, known, name)
  }
  switch (schema.type) {
    case 'object': {
      const properties = (schema.properties ?? {}) as Readonly<Record<string, Schema>>
      const always = Object.keys(properties).filter((field) => lists.has(field))
      const wanted = new Set([...((schema.required ?? []) as readonly string[]), ...always])
      return Object.fromEntries(
        [...wanted].map((field) => [field, sampleInput(properties[field] ?? {}, known, field)]),
      )
    }
    case 'array':
      // A tuple, or a list that takes nothing.
      if (Array.isArray(schema.prefixItems))
        return schema.prefixItems.map((item) => sampleInput(item as Schema, known, name))
      if (schema.items === false || schema.maxItems === 0) return []
      return [sampleInput((schema.items ?? {}) as Schema, known, name.replace(/s$/, ''))]
    case 'boolean':
      return true
    case 'integer':
    case 'number':
      return 1
    default:
      return textFor(name, schema)
  }
}

function textFor(name: string, schema: Schema): string {
  if (schema.format === 'uuid') return '01900000-0000-7000-8000-000000000001'
  if (/(?:On|Day|day|By|^on|^date|^from|^to|^day)$/.test(name)) return '2022-06-01'
  return 'Văn bản số 1'
}

/** As much of an input as a machine sends in the body: what the address says stands there alone. */
export function bodyFor(path: string, input: unknown): unknown {
  const inAddress = new Set([...path.matchAll(/:(\w+)/g)].map(([, name]) => name))
  return Object.fromEntries(Object.entries(input as object).filter(([name]) => !inAddress.has(name)))
}
