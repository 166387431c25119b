import { postgresPrograms } from './machine.ts'

/** One machine of the database: its Patroni, its PostgreSQL, its etcd. */
export interface NodePlan {
  readonly name: string
  readonly folder: string
  readonly postgresPort: number
  readonly patroniPort: number
  readonly etcdPort: number
  readonly etcdPeerPort: number
  /** Where its Patroni finds etcd: a door that the drill can shut. */
  readonly doorPort: number
}

/** Patroni's settings. YAML reads JSON. */
export function patroniSettings(node: NodePlan, password: string): string {
  const account = (username: string) => ({ username, password })
  return JSON.stringify({
    scope: 'dotpha',
    name: node.name,
    restapi: {
      listen: `127.0.0.1:${node.patroniPort}`,
      connect_address: `127.0.0.1:${node.patroniPort}`,
    },
    etcd3: { hosts: [`127.0.0.1:${node.doorPort}`], use_proxies: true },
    bootstrap: {
      dcs: {
        // The shortest that Patroni allows: a leader that says nothing for 20 s is one no longer.
        ttl: 20,
        loop_wait: 2,
        retry_timeout: 5,
        // What is acknowledged stands on two machines, or is not acknowledged.
        synchronous_mode: true,
        synchronous_mode_strict: true,
        postgresql: {
          use_pg_rewind: true,
          use_slots: true,
          parameters: { max_connections: 100, shared_buffers: '64MB', wal_log_hints: 'on' },
        },
      },
      initdb: [
        { encoding: 'UTF8' },
        { 'locale-provider': 'builtin' },
        { 'builtin-locale': 'C.UTF-8' },
        { locale: 'C.UTF-8' },
        'data-checksums',
      ],
    },
    postgresql: {
      listen: `127.0.0.1:${node.postgresPort}`,
      connect_address: `127.0.0.1:${node.postgresPort}`,
      data_dir: `${node.folder}/data`,
      bin_dir: postgresPrograms,
      pgpass: `${node.folder}/pgpass`,
      authentication: {
        superuser: account('postgres'),
        replication: account('replicator'),
        rewind: account('rewinder'),
      },
      parameters: { unix_socket_directories: node.folder },
      pg_hba: [
        'local all all scram-sha-256',
        'host all all 127.0.0.1/32 scram-sha-256',
        'host replication replicator 127.0.0.1/32 scram-sha-256',
      ],
    },
    watchdog: { mode: 'off' },
  })
}

export interface DoorPlan {
  readonly databasePort: number
  readonly webPort: number
  readonly applicationPorts: readonly number[]
}

/** haproxy's settings: one door to whichever node leads, one to whichever copy of the server is ready. */
export function haproxySettings(doors: DoorPlan, nodes: readonly NodePlan[]): string {
  return `global
  maxconn 1000
defaults
  timeout connect 2s
  timeout check 2s
  timeout client 60s
  timeout server 60s
listen database
  bind 127.0.0.1:${doors.databasePort}
  mode tcp
  option clitcpka
  option srvtcpka
  # Connections that wait for news (LISTEN) are idle for hours.
  timeout client 24h
  timeout server 24h
  option httpchk GET /primary
  http-check expect status 200
  # Connections to a former leader are closed at once, so that clients reconnect.
  default-server inter 1s fall 2 rise 1 on-marked-down shutdown-sessions
${nodes.map(({ name, postgresPort, patroniPort }) => `  server ${name} 127.0.0.1:${postgresPort} check port ${patroniPort}`).join('\n')}
listen web
  bind 127.0.0.1:${doors.webPort}
  mode http
  balance roundrobin
  # Set, not appended: the header of a client is not trusted.
  http-request set-header X-Forwarded-For %[src]
  http-request deny if { path /metrics }
  option redispatch
  retries 2
  # Only what never reached a server is sent to another one by itself.
  retry-on conn-failure
  option httpchk GET /readyz
  http-check expect status 200
  default-server inter 500ms fall 2 rise 1
${doors.applicationPorts.map((port, index) => `  server copy${index + 1} 127.0.0.1:${port} check`).join('\n')}
`
}
