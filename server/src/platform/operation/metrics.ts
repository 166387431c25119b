import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { withinTime } from '../time/within-time.ts'

/** A figure that is asked for at the moment it is read, such as how much waits in a queue. */
export interface LiveGauge {
  readonly name: string
  readonly help: string
  /** Names of labels whose values come from the code or the schema, never from people. */
  readonly labels?: readonly string[]
  read(): Promise<readonly { readonly labels?: Readonly<Record<string, string>>; readonly value: number }[]>
}

// A database that does not answer must not keep the other figures waiting.
const readTimeoutMs = 2_000
const knownMethods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS'])

/** What is measured of the running server, for Prometheus. Labels have bounded values and say nothing of persons. */
export class Metrics {
  readonly #registry = new Registry()
  readonly #requests: Counter
  readonly #durations: Histogram
  readonly #refusals: Counter
  readonly #gauges: readonly { readonly live: LiveGauge; readonly gauge: Gauge }[]
  readonly #unread: Counter
  #reading: Promise<void> | undefined

  constructor({ version, gauges }: { readonly version: string; readonly gauges: readonly LiveGauge[] }) {
    const registers = [this.#registry]
    collectDefaultMetrics({ register: this.#registry })
    new Gauge({
      name: 'dotpha_build_info',
      help: 'The version that runs',
      labelNames: ['version'],
      registers,
    })
      .labels(version)
      .set(1)
    this.#requests = new Counter({
      name: 'dotpha_http_requests_total',
      help: 'Requests that were answered, by template of the route',
      labelNames: ['method', 'route', 'status'],
      registers,
    })
    this.#durations = new Histogram({
      name: 'dotpha_http_request_duration_seconds',
      help: 'From the arrival of a request to the last byte of its answer',
      labelNames: ['method', 'route'],
      buckets: [0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
      registers,
    })
    this.#refusals = new Counter({
      name: 'dotpha_http_turned_away_total',
      help: 'Requests that were turned away because there were too many',
      labelNames: ['reason'],
      registers,
    })
    this.#unread = new Counter({
      name: 'dotpha_gauge_unread_total',
      help: 'Figures that could not be read when they were asked for',
      labelNames: ['gauge'],
      registers,
    })
    this.#gauges = gauges.map((live) => ({
      live,
      gauge: new Gauge({ name: live.name, help: live.help, labelNames: [...(live.labels ?? [])], registers }),
    }))
  }

  answered(answer: { method: string; route: string; status: number; seconds: number }): void {
    const method = knownMethods.has(answer.method) ? answer.method : 'other'
    this.#requests.labels(method, answer.route, String(answer.status)).inc()
    this.#durations.labels(method, answer.route).observe(answer.seconds)
  }

  turnedAway(reason: TurnedAway): void {
    this.#refusals.labels(reason).inc()
  }

  /** All figures in Prometheus' text form; two who ask at once share one reading. */
  async text(): Promise<{ readonly contentType: string; readonly body: string }> {
    this.#reading ??= this.#readAll().finally(() => {
      this.#reading = undefined
    })
    await this.#reading
    return { contentType: this.#registry.contentType, body: await this.#registry.metrics() }
  }

  async #readAll(): Promise<void> {
    await Promise.all(
      this.#gauges.map(async ({ live, gauge }) => {
        gauge.reset()
        try {
          for (const { labels, value } of await withinTime(live.read(), readTimeoutMs))
            gauge.set({ ...labels }, value)
        } catch {
          // Said by a figure of its own: a log line at each reading would drown the rest.
          this.#unread.labels(live.name).inc()
        }
      }),
    )
  }
}

/** Why a request was turned away before anything was done for it. */
export type TurnedAway = 'address' | 'account' | 'database' | 'event_loop' | 'uploads'
