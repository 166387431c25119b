import { components } from './components.tsx'
import { form } from './form.tsx'
import type { ShowcaseOptions } from './frame.tsx'
import { list } from './list.tsx'
import { overview } from './overview.tsx'
import { plain } from './plain.tsx'
import { signIn } from './sign-in.tsx'
import { work } from './work.tsx'

/** The pages of the showcase by the name of their file. */
export const pages: Readonly<Record<string, (options: ShowcaseOptions) => string>> = {
  'sign-in': signIn,
  plain,
  list,
  form,
  components,
  overview,
  work,
}
