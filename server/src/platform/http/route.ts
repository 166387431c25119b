import type { VNode } from 'preact'
import type { z } from 'zod'
import type { Context, PublicContext } from '../context.ts'
import type { MessageKey } from '../message-key.ts'
import type { FormValues } from './form.ts'
import type { Circumstances, System } from './system.ts'
import type { FileView, PageView, RedirectView, View } from './view.ts'

/**
 * One act of the system: one schema, one use case. The form of a page and the route of the API both parse into the schema
 * and call the same `run`, so that no rule is written twice (design 6).
 */
export interface Endpoint<Input extends z.ZodType = z.ZodType, Result = unknown, Prepared = unknown> {
  /** Verb-noun in dotted form, as in the audit record: `work.submit`. */
  readonly name: string
  readonly input: Input
  /** What a token must be allowed to do it; 'write' unless said otherwise. */
  readonly scope?: string
  /** Its input or result holds a secret: nothing of either is kept to recognise or answer a repetition. */
  readonly secret?: true
  /** A person must have proved who they are a short while ago; a token is judged by its scope alone. */
  readonly fresh?: true
  /**
   * For slow work that needs no database, such as hashing many passwords: judges the act in a transaction that only reads, and
   * returns the work to do once that one has ended. `run` gets what it made, so that no transaction waits for it.
   */
  prepare?(c: Context, input: z.output<Input>): Promise<() => Promise<Prepared>>
  run(c: Context, input: z.output<Input>, prepared?: Prepared): Promise<Result>
}

export function endpoint<Input extends z.ZodType, Result, Prepared = unknown>(
  one: Endpoint<Input, Result, Prepared>,
): Endpoint<Input, Result> {
  return one
}

export type Params = Readonly<Record<string, string>>

export interface PageRoute {
  readonly kind: 'page'
  readonly path: string
  /** Open to those who have not signed in. */
  readonly open?: boolean
  /** Reading it leaves an entry in the record, so its transaction may write. */
  readonly recorded?: boolean
  load(c: PublicContext, request: { params: Params; query: Params }): Promise<View>
  /** Instead of `load`, outside any transaction: for a visit that goes to another server or keeps something in the browser. */
  visit?(visit: Visit): Promise<View>
}

/** What a form shows: at first, and again with what was typed and what was wrong with it. */
export interface FormState {
  readonly params: Params
  readonly query: Params
  /** Undefined at first: the page then fills the form from the record. */
  readonly values: FormValues | undefined
  /** Sentences by field path. */
  readonly errors: Readonly<Record<string, string>>
  /** Sentences that belong to no field. */
  readonly problems: readonly string[]
  /** A fresh key for this filling-in, or the one that came back. */
  readonly idempotencyKey: string
  readonly uploads: readonly FormUpload[]
  /** Where typing into this form is kept. */
  readonly typing?: FormTyping
}

/** What a page needs so that typing into its form is kept, and what was kept before is offered. */
export interface FormTyping {
  /** Where it is kept. */
  readonly url: string
  readonly form: string
  /** The last writing that the page shows; 0 where it shows none. */
  readonly revision: number
  /** Typing from before that the page offers, or shows because it was asked to. */
  readonly kept: { readonly savedAt: Date; readonly isShown: boolean; readonly openHref: string } | null
  readonly forgetAction: string
  /** The page without it. */
  readonly back: string
}

/** A file that has arrived and waits with the form until it is right. */
export interface FormUpload {
  readonly field: string
  readonly id: string
  readonly fileName: string
  readonly sizeBytes: number
}

export interface FormRoute {
  readonly kind: 'form'
  readonly path: string
  readonly endpoint: Endpoint
  show(c: Context, state: FormState): Promise<View>
  /** The input of the endpoint from what the form and the address carry; the form's values with the params over them where not given. */
  input?(values: FormValues, params: Params): unknown
  /** Where the browser goes after the act (303). */
  done(result: unknown, params: Params, values: FormValues): string
  /** Key of the sentence that says what was done, shown on the next page. */
  readonly told: MessageKey
  /**
   * For an act whose result is shown once and kept nowhere: the page with it is the answer to the post itself, because no
   * address may lead to it again. Its form must be `plain`.
   */
  reveal?(c: Context, result: unknown, params: Params): Promise<View>
  /** Where the form has a field for files; without it a body that might carry some is not read. */
  readonly takesFiles?: true
  /**
   * Where texts are long: what is typed is kept for its writer while they type, under the form's address, offered again when they
   * come back, and gone with the act. The page hands `state.typing` to its form.
   */
  readonly keepsTyping?: true
}

/** A visitor's request, as far as an open form may touch it. */
export interface Visit {
  readonly system: System
  readonly circumstances: Circumstances
  readonly params: Params
  readonly query: Params
  readonly cookies: Readonly<Record<string, string | undefined>>
  readonly userAgent: string | null
  /** Scheme and host as the browser asked for them: to be trusted only where compared with what is known. */
  readonly askedOrigin: string
  /** Leaves a cookie that no script can read, for the whole site; null takes it back. Without an age it ends with the browser. */
  setCookie(name: string, value: string | null, maxAgeSeconds?: number): void
}

/**
 * The result of an accepted open form: a redirect with a message on the next page; or a page that is shown only once; or
 * a response to a script. `forget`: the browser drops all cached pages.
 */
export type Taken =
  | { readonly to: string; readonly told?: MessageKey; readonly forget?: true }
  | { readonly show: View }
  | { readonly json: unknown }

/**
 * A form that may be posted without being signed in, or that changes what the browser keeps: signing in and out, choosing
 * a language. It takes no files. What it refuses is shown with the form again; it says itself what is recorded.
 */
export interface OpenFormRoute {
  readonly kind: 'open-form'
  readonly path: string
  /** Posts that one address may make in a minute. */
  readonly postsPerMinute: number
  /** Open to who reads by emergency access too: it ends the reading, or changes nothing but what the browser keeps. */
  readonly inEmergency?: true
  show(c: PublicContext, state: FormState): Promise<View>
  take(visit: Visit, values: FormValues): Promise<Taken>
}

export interface ApiReadRoute {
  readonly kind: 'api-read'
  readonly path: string
  /** Reading it leaves an entry in the record, so its transaction may write. */
  readonly recorded?: boolean
  readonly name: string
  readonly query: z.ZodType
  readonly output: z.ZodType
  run(c: Context, request: { params: Params; query: unknown }): Promise<unknown>
}

export interface ApiWriteRoute {
  readonly kind: 'api-write'
  readonly method: 'POST' | 'PUT' | 'DELETE'
  readonly path: string
  readonly endpoint: Endpoint
  readonly output: z.ZodType
  readonly status?: 200 | 201
  /** Where the API reads what was made, below its prefix. */
  location?(result: unknown, params: Params): string
}

/**
 * Accepts one file, as multipart/form-data, for a later act that names its id: JSON cannot contain files. It is the API
 * counterpart of a form's file field.
 */
export interface ApiUploadRoute {
  readonly kind: 'api-upload'
  readonly path: string
  readonly name: string
  readonly output: z.ZodType<UploadAnswer>
}

/** The response about the stored file. */
export interface UploadAnswer {
  readonly uploadId: string
  readonly fileName: string
  readonly mediaType: string
  readonly sizeBytes: number
}

/** Returns a file as uploaded, with its name and content type: the counterpart of the page that opens it. */
export interface ApiFileRoute {
  readonly kind: 'api-file'
  readonly path: string
  readonly name: string
  /** Reading it leaves an entry in the record, so its transaction may write. */
  readonly recorded?: boolean
  run(c: Context, params: Params): Promise<FileView>
}

export type ApiRoute = ApiReadRoute | ApiWriteRoute | ApiUploadRoute | ApiFileRoute
export type Route = PageRoute | FormRoute | OpenFormRoute | ApiRoute

export const redirect = (to: string): RedirectView => ({ kind: 'redirect', to })

export const page = (
  title: string,
  body: VNode,
  more: Partial<Omit<PageView, 'kind' | 'title' | 'body'>> = {},
): PageView => ({
  kind: 'page',
  title,
  body,
  ...more,
})

/** An open address that people are sent to and from: it may ask another server and leave a cookie, and records itself. */
export function visitRoute(path: string, visit: (visit: Visit) => Promise<View>): PageRoute {
  const load = () => Promise.reject(new Error(`${path} is visited, not loaded`))
  return { kind: 'page', path, open: true, load, visit }
}

/** A page for those who have signed in. */
export function pageRoute(
  path: string,
  load: (c: Context, request: { params: Params; query: Params }) => Promise<View>,
): PageRoute {
  return { kind: 'page', path, load: load as PageRoute['load'] }
}

/** The same, if reading is itself logged: it can write, and is recorded before anything is sent. */
export function recordedPageRoute(
  path: string,
  load: (c: Context, request: { params: Params; query: Params }) => Promise<View>,
): PageRoute {
  return { ...pageRoute(path, load), recorded: true }
}

/** A form and the act it posts to; types are checked here, where both are known, and erased in the list of routes. */
export function formRoute<Input extends z.ZodType, Result>(route: {
  path: string
  endpoint: Endpoint<Input, Result>
  show: FormRoute['show']
  input?: FormRoute['input']
  /** `values`: what the form carried, such as the `next` of a desk. */
  done: (result: Result, params: Params, values: FormValues) => string
  told: MessageKey
  reveal?: (c: Context, result: Result, params: Params) => Promise<View>
  keepsTyping?: true
  takesFiles?: true
}): FormRoute {
  return { kind: 'form', ...route } as unknown as FormRoute
}

export function apiRead<Query extends z.ZodType, Output extends z.ZodType>(route: {
  path: string
  name: string
  query: Query
  output: Output
  run: (c: Context, request: { params: Params; query: z.output<Query> }) => Promise<z.input<Output>>
}): ApiReadRoute {
  return { kind: 'api-read', ...route } as unknown as ApiReadRoute
}

export const apiFile = (route: Omit<ApiFileRoute, 'kind'>): ApiFileRoute => ({ kind: 'api-file', ...route })

/** The same, where reading is itself an event. */
export function recordedApiRead<Query extends z.ZodType, Output extends z.ZodType>(
  route: Parameters<typeof apiRead<Query, Output>>[0],
): ApiReadRoute {
  return { ...apiRead(route), recorded: true }
}

export function apiWrite<Input extends z.ZodType, Result, Output extends z.ZodType>(route: {
  method?: 'POST' | 'PUT' | 'DELETE'
  path: string
  endpoint: Endpoint<Input, Result>
  output: Output
  status?: 200 | 201
  location?: (result: Result, params: Params) => string
}): ApiWriteRoute {
  return { kind: 'api-write', method: 'POST', ...route } as unknown as ApiWriteRoute
}
