import type { SchemaNode } from '../src/model/schema-node.ts'

const titles = ['A decision of the State', 'A letter of the State', 'A resolution of the Party']

/** `docs/model.md`: the published schema as a page. */
export function modelPage(schema: SchemaNode): string {
  const { $defs = {}, examples } = schema
  const { Block, Text: _, ...others } = $defs
  return `${[
    '# The model of a document',
    'Made from [the schema](../schema/document.schema.json) by `node scripts/schema.ts`; do not edit. It is written for people and for programs',
    '(language models among them) that write such JSON. Give `parseDocument` or `dotpha render` the JSON: each fault comes back with its path.',
    '',
    String(schema.description ?? ''),
    '',
    '`Text` is a string, or a list of `Span`s where words differ in look. Nothing else is markup: no HTML, no Markdown. Fields that are not',
    'listed are refused.',
    '',
    '## A document',
    ...fieldsOf(schema, ''),
    ...rulesOf(schema),
    ...Object.entries(others).flatMap(([name, node]) => [
      `## ${name}`,
      ...fieldsOf(node, ''),
      ...rulesOf(node),
    ]),
    '## Block',
    'One of these, by `type`.',
    '',
    ...(Block?.oneOf ?? []).flatMap((block) => [
      `### ${typesOf(block)}`,
      ...fieldsOf(block, ''),
      ...rulesOf(block),
    ]),
    '## Examples',
    ...(examples as readonly unknown[]).flatMap((example, at) => [
      `### ${titles[at] ?? ''}`,
      '```json',
      JSON.stringify(example, null, 2),
      '```',
      '',
    ]),
  ].join('\n')}`
}

const typesOf = ({ properties }: SchemaNode): string => allowed(properties?.type ?? {})

const allowed = (node: SchemaNode): string =>
  (node.enum ?? (node.const === undefined ? [] : [node.const]))
    .map((each) => `\`${String(each)}\``)
    .join(', ')

function fieldsOf(node: SchemaNode, path: string): readonly string[] {
  return [
    '',
    '| field | required | type | what it is |',
    '| --- | --- | --- | --- |',
    ...rowsOf(node, path),
    '',
  ]
}

function rowsOf(node: SchemaNode, path: string): readonly string[] {
  return Object.entries(node.properties ?? {}).flatMap(([name, field]) => {
    const own = path + name
    const required = node.required?.includes(name) ? 'yes' : ''
    const item = field.items
    return [
      `| \`${own}\` | ${required} | ${typeOf(field)} | ${[field.description, ...hints(field)].join(' ')} |`,
      ...rowsOf(field, `${own}.`),
      ...(item ? rowsOf(item, `${own}[].`) : []),
    ]
  })
}

function typeOf(node: SchemaNode): string {
  if (node.$ref)
    return `[${named(node.$ref)}](#${named(node.$ref).toLowerCase()})`.replace('[Text](#text)', '`Text`')
  if (node.items) return `list of ${typeOf(node.items)}`
  if (node.anyOf) {
    const types = node.anyOf.map(typeOf)
    return types.includes('list of [Span](#span)') ? '`Text`' : types.join(' or ')
  }
  return node.enum || node.const !== undefined ? allowed(node) : `${node.type ?? 'any'}`
}

const named = (ref: string) => ref.slice(ref.lastIndexOf('/') + 1)

function hints(node: SchemaNode): readonly string[] {
  const { minimum, maximum, minItems } = node
  const own = node.anyOf?.find((each) => each.minimum !== undefined)
  if (own) return hints(own)
  return [
    ...(minimum !== undefined && maximum !== undefined ? [`From ${minimum} to ${maximum}.`] : []),
    ...(minItems === undefined ? [] : [`At least ${minItems}.`]),
  ]
}

/** The rules between fields, in words. */
function rulesOf(node: SchemaNode): readonly string[] {
  const rules = (node.allOf as readonly SchemaNode[] | undefined) ?? []
  if (rules.length === 0) return []
  const kindsOf = (rule: SchemaNode) => {
    const kinds =
      (rule.if as SchemaNode | undefined)?.properties?.kind?.enum ??
      (rule.then as SchemaNode | undefined)?.properties?.kind?.enum
    return kinds ? ` ${kinds.map((kind) => `\`${String(kind)}\``).join(', ')}` : ''
  }
  return [
    'Rules between fields:',
    '',
    ...rules.map((rule) => `- ${rule.description ?? ''}${kindsOf(rule)}`),
    '',
  ]
}
