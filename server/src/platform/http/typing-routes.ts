import { z } from 'zod'
import { audit } from '../audit/audit.ts'
import type { Context } from '../context.ts'
import { dropTyping, findTyping, writeTyping } from '../kept-typing.ts'
import { Refusal } from '../refusal.ts'
import { optionalText, text, whole } from './fields.ts'
import { typingPaths } from './form-typing.ts'
import { localPath } from './local-path.ts'
import { apiWrite, endpoint, type FormRoute, formRoute, type Params, type Route, redirect } from './route.ts'

/** A form that is not known by its address, because what it writes has a version of its own. */
export interface TypingKind {
  /** The names of such forms. */
  readonly pattern: RegExp
  /** The current version of the thing that the form edits. @throws Refusal for users who cannot write it */
  currentVersion(c: Context, form: string): Promise<number>
}

/** Keeps and forgets typing, for all forms that say they want it and those of the kinds. */
export function typingRoutes(routes: readonly Route[], kinds: readonly TypingKind[]): readonly Route[] {
  const forms = routes.filter(
    (route): route is FormRoute => route.kind === 'form' && route.keepsTyping === true,
  )
  return [
    apiWrite({
      method: 'PUT',
      path: typingPaths.keep,
      endpoint: keepTypingOf(forms, kinds),
      output: z.object({
        revision: z.number().int(),
        savedAt: z.iso.datetime(),
        isOutdated: z.boolean().describe('What the form writes was changed after this typing began.'),
      }),
    }),
    apiWrite({
      method: 'DELETE',
      path: `${typingPaths.keep}/:form`,
      endpoint: forgetTyping,
      output: z.object({ form: z.string() }),
    }),
    formRoute({
      path: typingPaths.forget,
      endpoint: forgetTyping,
      told: 'told.typing_forgotten',
      input: ({ form, back }) => ({ form, back }),
      done: ({ back }) => localPath(back),
      show: async () => redirect('/'),
    }),
  ]
}

/** Saves form input in the background while it is typed. Input based on an older version is saved too, and reported. */
const keepTypingOf = (forms: readonly FormRoute[], kinds: readonly TypingKind[]) =>
  endpoint({
    name: 'typing.keep',
    input: z.strictObject({
      form: z
        .string()
        .max(300)
        .refine(
          (form) => kinds.some(({ pattern }) => pattern.test(form)) || formAt(forms, form) !== undefined,
          'error.choice',
        ),
      baseVersion: whole(0, 2_147_483_647),
      window: z
        .string()
        .regex(/^[A-Za-z0-9-]{8,60}$/, 'error.choice')
        .describe('A name that the window gave itself.'),
      revision: whole(0, 2_147_483_647).describe('The last writing that this window knows of; 0 for none.'),
      fields: z.array(z.tuple([z.string().max(200), z.string().max(20_000)])).max(2500, 'error.too_many'),
    }),
    async run(c, typing) {
      const kind = kinds.find(({ pattern }) => pattern.test(typing.form))
      const current = await kind?.currentVersion(c, typing.form)
      if (kind === undefined) await requireForm(c, forms, typing.form)
      return {
        revision: await writeTyping(c, typing),
        savedAt: c.now.toISOString(),
        isOutdated: current !== undefined && current !== typing.baseVersion,
      }
    },
  })

/** Throws away what was typed and not sent; it was its writer's own. */
const forgetTyping = endpoint({
  name: 'typing.forget',
  input: z.strictObject({ form: text(300), back: optionalText(2000) }),
  async run(c, { form, back }) {
    if (await dropTyping(c, form)) await audit(c, 'typing.forget', { kind: 'form', id: form })
    return { form, back }
  },
})

/**
 * Users who cannot open a form cannot save input for it. Checked when saving begins: saved input is shown only with the
 * form.
 */
async function requireForm(c: Context, forms: readonly FormRoute[], form: string): Promise<void> {
  const found = formAt(forms, form)
  if (found === undefined) throw new Refusal('not_found', { kind: 'form' }, { status: 404 })
  if ((await findTyping(c, form)) !== null) return
  await found.route.show(c, {
    params: found.params,
    query: {},
    values: undefined,
    errors: {},
    problems: [],
    idempotencyKey: '',
    uploads: [],
  })
}

/** The form at an address, as the server would find it. */
function formAt(
  forms: readonly FormRoute[],
  address: string,
): { readonly route: FormRoute; readonly params: Params } | undefined {
  const parts = address.split('/')
  for (const route of forms) {
    const params = paramsIn(route.path.split('/'), parts)
    if (params !== null) return { route, params }
  }
  return undefined
}

function paramsIn(wanted: readonly string[], parts: readonly string[]): Params | null {
  if (wanted.length !== parts.length) return null
  const params: Record<string, string> = {}
  for (const [index, part] of wanted.entries()) {
    const given = parts[index] ?? ''
    if (!part.startsWith(':')) {
      if (part !== given) return null
    } else {
      // // Codes and ids: no other characters occur in our URLs.
      if (!/^[\w.-]+$/.test(given)) return null
      params[part.slice(1)] = given
    }
  }
  return params
}
