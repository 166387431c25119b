import { type ComponentChildren, createContext, type JSX } from 'preact'
import { useContext } from 'preact/hooks'

// Without a file of the drawings, as in a part that is answered alone, each is drawn where it stands.
const SpriteContext = createContext<string | null>(null)

/** Says where the drawings are that all pages share, so that a page names them: a fifth less of each page on a slow line. */
export function Sprite({ href, children }: { href: string | undefined; children?: ComponentChildren }) {
  return <SpriteContext.Provider value={href ?? null}>{children}</SpriteContext.Provider>
}

/** Where they are; null where there is no such file. */
export function useSprite(): string | null {
  return useContext(SpriteContext)
}

/**
 * A drawing that `scripts/ui-generate.mjs` has put into the file by this name. No rule of a page's style reaches into it, but
 * what is inherited does: the colour of its lines may be said around it, all else stands in the drawing.
 */
export function Shared({ name, children }: { name: string; children: JSX.Element }) {
  const sprite = useSprite()
  return sprite === null ? children : <use href={`${sprite}#${name}`} />
}
