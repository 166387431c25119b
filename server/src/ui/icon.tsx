import { type ComponentChildren, createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { drawings, type IconName } from './icons.gen.ts'

export type { IconName }

// Without a file of the drawings, as in a part that is answered alone, each icon is drawn where it stands.
const SpriteContext = createContext<string | null>(null)

/** Says where the drawings of all icons are, so that a page names them: a fifth less of each page on a slow line. */
export function IconSprite({ href, children }: { href: string | undefined; children?: ComponentChildren }) {
  return <SpriteContext.Provider value={href ?? null}>{children}</SpriteContext.Provider>
}

/**
 * A small drawing beside words. It is hidden from screen readers, because the words say the same; a control that
 * shows an icon alone carries its own label.
 */
export function Icon({ name, size = 20 }: { name: IconName; size?: 14 | 16 | 18 | 20 | 24 | 32 }) {
  const sprite = useContext(SpriteContext)
  if (sprite !== null)
    return (
      <svg class="icon" width={size} height={size} aria-hidden="true">
        <use href={`${sprite}#${name}`} />
      </svg>
    )
  return (
    <svg class="icon" width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
      <path d={drawings[name]} />
    </svg>
  )
}
