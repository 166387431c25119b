import type { z } from 'zod'

/** Who writes texts where the schema wants values: a person in a form, or a machine in an address. */
export type Dialect = 'form' | 'query'

/** Reads what came into what the schema wants; gives it back as it came where it cannot, for the schema to refuse. */
type Reading = (typed: unknown) => unknown

const readings = new WeakMap<z.core.$ZodTypeDef, Partial<Record<Dialect, Reading>>>()

/**
 * Says how texts of a form or an address become what this schema takes. The mark is on the definition, which a
 * description or a further check made from it shares only until it gets one of its own: so mark last, then wrap.
 */
export function readsTyped<Schema extends z.ZodType>(
  schema: Schema,
  by: Partial<Record<Dialect, Reading>>,
): Schema {
  readings.set(schema._zod.def, by)
  return schema
}

/**
 * The values of a form, or the texts of an address, as the schema's JSON: with numbers, booleans, dates and nulls where it
 * wants them. What is not text is left alone. JSON itself never comes here, so that no leniency reaches it.
 */
export function readTyped(schema: z.core.$ZodType, typed: unknown, dialect: Dialect): unknown {
  const read = readings.get(schema._zod.def)?.[dialect]
  const value = read === undefined ? typed : read(typed)
  const def = (schema as z.core.$ZodTypes)._zod.def
  switch (def.type) {
    case 'object':
      return readObject(def.shape, value, dialect)
    case 'array':
      return Array.isArray(value) ? value.map((item) => readTyped(def.element, item, dialect)) : value
    case 'optional':
    case 'nullable':
    case 'default':
    case 'prefault':
    case 'readonly':
      return readTyped(def.innerType, value, dialect)
    case 'pipe':
      return readTyped(def.in, value, dialect)
    case 'union':
      return readOption(def.options, value, dialect)
    default:
      return value
  }
}

function readObject(
  shape: Readonly<Record<string, z.core.$ZodType>>,
  value: unknown,
  dialect: Dialect,
): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => {
      const field = Object.hasOwn(shape, name) ? shape[name] : undefined
      return [name, field === undefined ? inner : readTyped(field, inner, dialect)]
    }),
  )
}

/** Of several possibilities the first that takes what it reads; none: the value as it came. */
function readOption(options: readonly z.core.$ZodType[], value: unknown, dialect: Dialect): unknown {
  for (const option of options) {
    const read = readTyped(option, value, dialect)
    if ((option as z.ZodType).safeParse(read).success) return read
  }
  return value
}
