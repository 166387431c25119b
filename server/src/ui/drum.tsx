import type { JSX } from 'preact'
import { Shared } from './sprite.tsx'

// The face of a Đông Sơn drum: a sun of fourteen rays, then rings of ladders, of circles joined by tangents, of saw
// teeth, and of herons that fly against the sun. Everything is drawn from a few numbers; nothing is a picture.

const turn = (degrees: number, radius: number): string => {
  const angle = (degrees * Math.PI) / 180
  return `${(radius * Math.sin(angle)).toFixed(1)} ${(-radius * Math.cos(angle)).toFixed(1)}`
}

/** A star of pointed rays around the middle, as the data of a path. */
function star(rays: number, outer: number, inner: number): string {
  const points = Array.from({ length: rays * 2 }, (_, index) =>
    turn((index * 180) / rays, index % 2 === 0 ? outer : inner),
  )
  return `M${points.join('L')}z`
}

/** The sun of fourteen rays, small. */
const sun = star(14, 60, 17)

/** Strokes from one radius to another, `count` of them around the whole. */
function spokes(count: number, from: number, to: number): string {
  return Array.from({ length: count }, (_, index) => {
    const at = (index * 360) / count
    return `M${turn(at, from)}L${turn(at, to)}`
  }).join('')
}

const round = (value: number, places: number): number => Number(value.toFixed(places))

/** Even strokes across a ring as the dashes of one circle; `count` divides by four, so that one stands at the top. */
function Ladder({ count, from, to }: { count: number; from: number; to: number }) {
  const radius = (from + to) / 2
  const stroke = 1.3
  const gap = round((2 * Math.PI * radius) / count - stroke, 2)
  return (
    <circle
      r={radius}
      stroke-width={to - from}
      stroke-dasharray={`${stroke} ${gap}`}
      stroke-dashoffset={stroke / 2}
      pathLength={round(count * (gap + stroke), 2)}
    />
  )
}

/**
 * The same drawing `some` times `times` around the middle. It is written once and named by what is turned: all of them written
 * out made the page that is seen first three times as large.
 */
function Around(props: { name: string; some: number; times: number; class?: string; children: JSX.Element }) {
  const { name, some, times } = props
  const step = 360 / (some * times)
  const turned = (href: string, by: number, count: number) =>
    Array.from({ length: count - 1 }, (_, index) => (
      <use key={index} href={`#${href}`} transform={`rotate(${round((index + 1) * by, 3)})`} />
    ))
  return (
    <g class={props.class}>
      <g id={`${name}-some`}>
        <g id={name}>{props.children}</g>
        {turned(name, step, some)}
      </g>
      {turned(`${name}-some`, step * some, times)}
    </g>
  )
}

function Tooth({ count, base, tip }: { count: number; base: number; tip: number }) {
  const half = 180 / count
  return <path d={`M${turn(-half, base)}L${turn(0, tip)}L${turn(half, base)}`} />
}

/** A small circle, and the tangent from its outer to the next one's inner side. */
function Bead({ count, radius, size }: { count: number; radius: number; size: number }) {
  const gap = (Math.asin(size / radius) * 180) / Math.PI
  const from = turn(gap * 0.6, radius + size * 0.8)
  const to = turn(360 / count - gap * 0.6, radius - size * 0.8)
  return (
    <>
      <circle cy={-radius} r={size} />
      <path d={`M${from}L${to}`} />
    </>
  )
}

// A heron in flight seen from its side: long bill, crest, one wing up, tail spread. It faces left, against the clock.
const heron =
  'M-25 2L-11 -1.5C-9.5 -4 -6 -4.5 -4 -2.5L1 -1C4 -7 9 -12.5 15 -14.5C14 -9.5 12 -5 9.5 -1.5L16 -1L26 -5L24.5 0.5L28 4L20 4.5C12 6.5 3 5.5 -3 3L-10.5 1zM-6.5 -3.8L2 -8'

const Heron = ({ radius }: { radius: number }) => <path d={heron} transform={`translate(0 ${-radius})`} />

/** The whole face, to stand large and faint behind a few words. */
export function Drum() {
  return (
    <svg class="drum" viewBox="-400 -400 800 800" aria-hidden="true">
      <path class="drum-sun" d={star(14, 92, 27)} />
      <path d={spokes(14, 96, 103)} />
      <circle r={106} />
      <circle r={112} />
      <Ladder count={120} from={112} to={124} />
      <circle r={124} />
      <Around name="drum-beads-in" some={8} times={5}>
        <Bead count={40} radius={137} size={7} />
      </Around>
      <circle r={150} />
      <Around name="drum-teeth-in" some={9} times={10}>
        <Tooth count={90} base={152} tip={166} />
      </Around>
      <circle r={168} />
      <circle r={174} />
      <Around name="drum-herons-in" some={7} times={2} class="drum-herons">
        <Heron radius={204} />
      </Around>
      <circle r={236} />
      <Ladder count={180} from={236} to={248} />
      <circle r={248} />
      <Around name="drum-beads-out" some={8} times={8}>
        <Bead count={64} radius={262} size={8} />
      </Around>
      <circle r={276} />
      <circle r={282} />
      <Around name="drum-herons-out" some={5} times={4} class="drum-herons">
        <Heron radius={312} />
      </Around>
      <circle r={344} />
      <Around name="drum-teeth-out" some={10} times={14}>
        <Tooth count={140} base={346} tip={362} />
      </Around>
      <circle r={364} />
      <Ladder count={240} from={364} to={378} />
      <circle r={378} />
      <circle r={386} />
    </svg>
  )
}

/** A few rings of the drum that rise from the foot of the menu. Dashes make the strokes, so that it costs nothing. */
export function DrumRim() {
  return (
    <svg class="drum-rim" viewBox="-120 -120 240 130" aria-hidden="true">
      <Shared name="drum-rim">
        <DrumRimShapes />
      </Shared>
    </svg>
  )
}

export function DrumRimShapes() {
  return (
    <>
      <path d={sun} transform="scale(.5)" />
      <circle r={40} />
      <circle r={46} stroke-width={7} stroke-dasharray="1 2.6" />
      <circle r={52} />
      <circle r={62} stroke-width={7} stroke-linecap="round" stroke-dasharray="0 12.1" />
      <circle r={72} />
      <circle r={80} stroke-width={7} stroke-dasharray="1 2.6" />
      <circle r={88} />
      <circle r={104} />
    </>
  )
}

/** The middle of the drum, faint behind the figure of the kept promises. */
export function DrumMiddle() {
  return (
    <g class="drum-middle">
      <Shared name="drum-middle">
        <DrumMiddleShapes />
      </Shared>
    </g>
  )
}

/** The knot of a chain at which one stands. */
export function ChainSun() {
  return (
    <Shared name="chain-sun">
      <ChainSunShapes />
    </Shared>
  )
}

export function ChainSunShapes() {
  return <path d={star(8, 11, 4)} />
}

export function DrumMiddleShapes() {
  return (
    <>
      <path d={sun} fill="#e9bd62" stroke="none" />
      <circle r={74} />
      <circle r={84} stroke-width={8} stroke-dasharray="1.1 3.3" />
      <circle r={94} />
    </>
  )
}
