import { drawings, type IconName } from './icons.gen.ts'
import { useSprite } from './sprite.tsx'

export type { IconName }

/**
 * A small drawing next to words. It is hidden from screen readers, because the words say the same; a control that
 * shows an icon alone carries its own label.
 */
export function Icon({ name, size = 20 }: { name: IconName; size?: 14 | 16 | 18 | 20 | 24 | 32 }) {
  const sprite = useSprite()
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
