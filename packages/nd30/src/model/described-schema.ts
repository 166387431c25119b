import { fieldDescriptions } from './field-descriptions.ts'
import type { SchemaNode } from './schema-node.ts'

/** @throws RangeError where a field has no description */
export function described(schema: SchemaNode): SchemaNode {
  return {
    ...ofNode(schema, ''),
    $defs: mapped(schema.$defs ?? {}, (node, name) =>
      name === 'Block' ? ofBlocks(node) : ofNode(node, name),
    ),
  }
}

const ofBlocks = (node: SchemaNode): SchemaNode => ({
  ...node,
  oneOf: (node.oneOf ?? []).map((block) => ofNode(block, `Block:${typeOf(block)}`)),
})

/** The name of a kind of block; of several that are alike the first. */
export function typeOf({ properties }: SchemaNode): string {
  const type = properties?.type
  return String(type?.const ?? type?.enum?.[0])
}

function ofNode(node: SchemaNode, path: string): SchemaNode {
  const { properties, items, anyOf } = node
  return {
    ...node,
    ...(properties ? { properties: mapped(properties, (field, name) => ofField(field, path, name)) } : {}),
    ...(items ? { items: ofItem(items, `${path}[]`) } : {}),
    ...(anyOf ? { anyOf: anyOf.map((each) => ofNode(each, path)) } : {}),
  }
}

function ofField(field: SchemaNode, path: string, name: string): SchemaNode {
  const key = path === '' ? name : `${path}.${name}`
  const description = fieldDescriptions[key]
  if (description === undefined) throw new RangeError(`no description of ${key}`)
  return { description, ...ofNode(field, key) }
}

function ofItem(item: SchemaNode, path: string): SchemaNode {
  const description = fieldDescriptions[path]
  return { ...(description === undefined ? {} : { description }), ...ofNode(item, path) }
}

const mapped = <Value, Result>(
  of: Readonly<Record<string, Value>>,
  make: (value: Value, name: string) => Result,
) => Object.fromEntries(Object.entries(of).map(([name, value]) => [name, make(value, name)]))
