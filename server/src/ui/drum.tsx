import type { JSX } from 'preact'

// The face of a Đông Sơn drum: a sun of fourteen rays, then rings of ladders, of circles joined by tangents, of saw
// teeth, and of herons that fly against the sun. Everything is drawn from a few numbers; nothing is a picture.

const turn = (degrees: number, radius: number): string => {
  const angle = (degrees * Math.PI) / 180
  return `${(radius * Math.sin(angle)).toFixed(1)} ${(-radius * Math.cos(angle)).toFixed(1)}`
}

/** A star of pointed rays around the middle, as the data of a path. */
export function star(rays: number, outer: number, inner: number): string {
  const points = Array.from({ length: rays * 2 }, (_, index) =>
    turn((index * 180) / rays, index % 2 === 0 ? outer : inner),
  )
  return `M${points.join('L')}z`
}

/** Strokes from one radius to another, `count` of them around the whole. */
function spokes(count: number, from: number, to: number): string {
  return Array.from({ length: count }, (_, index) => {
    const at = (index * 360) / count
    return `M${turn(at, from)}L${turn(at, to)}`
  }).join('')
}

function sawTeeth(count: number, base: number, tip: number): string {
  return Array.from({ length: count }, (_, index) => {
    const at = (index * 360) / count
    const half = 180 / count
    return `M${turn(at - half, base)}L${turn(at, tip)}L${turn(at + half, base)}`
  }).join('')
}

/** Small circles with a dot, each joined to the next by the tangent from its outer to the other's inner side. */
function Circles({ count, radius, size }: { count: number; radius: number; size: number }) {
  const steps = Array.from({ length: count }, (_, index) => (index * 360) / count)
  const step = 360 / count
  const gap = (Math.asin(size / radius) * 180) / Math.PI
  return (
    <>
      {steps.map((at) => {
        const [x, y] = turn(at, radius).split(' ')
        return <circle key={at} cx={x} cy={y} r={size} />
      })}
      <path
        d={steps
          .map(
            (at) =>
              `M${turn(at + gap * 0.6, radius + size * 0.8)}L${turn(at + step - gap * 0.6, radius - size * 0.8)}`,
          )
          .join('')}
      />
    </>
  )
}

// A heron in flight seen from its side: long bill, crest, one wing up, tail spread. It faces left, against the clock.
const heron =
  'M-25 2L-11 -1.5C-9.5 -4 -6 -4.5 -4 -2.5L1 -1C4 -7 9 -12.5 15 -14.5C14 -9.5 12 -5 9.5 -1.5L16 -1L26 -5L24.5 0.5L28 4L20 4.5C12 6.5 3 5.5 -3 3L-10.5 1zM-6.5 -3.8L2 -8'

function Herons({ count, radius }: { count: number; radius: number }) {
  const flights: JSX.Element[] = []
  for (let index = 0; index < count; index += 1) {
    flights.push(
      <path
        key={index}
        d={heron}
        transform={`rotate(${((index * 360) / count).toFixed(2)}) translate(0 ${-radius})`}
      />,
    )
  }
  return <g class="drum-herons">{flights}</g>
}

/** The whole face, to stand large and faint behind a few words. */
export function Drum() {
  return (
    <svg class="drum" viewBox="-400 -400 800 800" aria-hidden="true">
      <path class="drum-sun" d={star(14, 92, 27)} />
      <path d={spokes(14, 96, 103)} />
      <circle r={106} />
      <circle r={112} />
      <path d={spokes(120, 112, 124)} />
      <circle r={124} />
      <Circles count={40} radius={137} size={7} />
      <circle r={150} />
      <path d={sawTeeth(90, 152, 166)} />
      <circle r={168} />
      <circle r={174} />
      <Herons count={14} radius={204} />
      <circle r={236} />
      <path d={spokes(180, 236, 248)} />
      <circle r={248} />
      <Circles count={64} radius={262} size={8} />
      <circle r={276} />
      <circle r={282} />
      <Herons count={20} radius={312} />
      <circle r={344} />
      <path d={sawTeeth(140, 346, 362)} />
      <circle r={364} />
      <path d={spokes(240, 364, 378)} />
      <circle r={378} />
      <circle r={386} />
    </svg>
  )
}

/** A few rings of the drum that rise from the foot of the menu. Dashes make the strokes, so that it costs nothing. */
export function DrumRim() {
  return (
    <svg class="drum-rim" viewBox="-120 -120 240 130" aria-hidden="true">
      <path d={star(14, 30, 9)} />
      <circle r={40} />
      <circle r={46} class="drum-dash" />
      <circle r={52} />
      <circle r={62} class="drum-beads" />
      <circle r={72} />
      <circle r={80} class="drum-dash" />
      <circle r={88} />
      <circle r={104} />
    </svg>
  )
}
