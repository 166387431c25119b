/** A part of a JSON schema, as far as it is looked into here. */
export interface SchemaNode {
  readonly description?: string
  readonly type?: string
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly $ref?: string
  readonly properties?: Readonly<Record<string, SchemaNode>>
  readonly required?: readonly string[]
  readonly items?: SchemaNode
  readonly anyOf?: readonly SchemaNode[]
  readonly oneOf?: readonly SchemaNode[]
  readonly $defs?: Readonly<Record<string, SchemaNode>>
  readonly [keyword: string]: unknown
}
