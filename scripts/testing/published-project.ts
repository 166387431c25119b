import { execFileSync, spawnSync } from 'node:child_process'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { buildPackage } from '../build-package.ts'

const repository = join(import.meta.dirname, '../..')

interface Ended {
  readonly status: number | null
  readonly text: string
}

/**
 * A project of somebody else, outside this repository, in which a package is installed as it is published. The network
 * is not asked: what the package declares that it needs is linked from this repository beforehand, and nothing else is.
 */
export class PublishedProject {
  readonly #home: string
  readonly folder: string
  /** The examples of its README, in their order. */
  readonly examples: readonly string[]
  /** What its README says that the first of them prints. */
  readonly printed: string

  constructor(root: string) {
    this.#home = mkdtempSync(join(tmpdir(), 'published-'))
    this.folder = join(this.#home, 'project')
    const built = join(this.#home, 'package')
    buildPackage(root, built)
    this.write('package.json', '{ "private": true, "type": "module" }')
    this.#linkDependencies(built)
    const quietly = ['--silent', '--ignore-scripts', '--omit=optional', '--no-audit', '--no-fund']
    // Packed and unpacked in one, and not linked.
    const args = ['install', '--offline', '--install-links', ...quietly, built]
    execFileSync('npm', args, { cwd: this.folder, encoding: 'utf8' })
    const readme = readFileSync(join(built, 'README.md'), 'utf8')
    this.examples = [...readme.matchAll(/```ts\n(.*?)```/gs)].map(([, code = '']) => code)
    this.printed = /```ts\n.*?```.*?```\n(.*?)```/s.exec(readme)?.[1] ?? ''
  }

  /** The packages that are installed in it. */
  installed(): readonly string[] {
    const modules = join(this.folder, 'node_modules')
    const names = readdirSync(modules).filter((name) => !name.startsWith('.'))
    return names.flatMap((name) =>
      name.startsWith('@') ? readdirSync(join(modules, name)).map((inner) => `${name}/${inner}`) : name,
    )
  }

  write(name: string, content: string | Uint8Array): void {
    const path = join(this.folder, name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, content)
  }

  run(code: string, env: Readonly<Record<string, string>> = {}): Ended {
    this.write('run.ts', code)
    return this.#spawn(['run.ts'], env)
  }

  /** Runs the program that the package installs. */
  runProgram(name: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Ended {
    return this.#spawn([join('node_modules/.bin', name), ...args], env)
  }

  /** What the compiler of types says of files of this project, at its strictest. */
  compile(files: Readonly<Record<string, string>>): Ended {
    for (const [name, code] of Object.entries(files)) this.write(name, code)
    const compilerOptions = {
      strict: true,
      exactOptionalPropertyTypes: true,
      noEmit: true,
      target: 'ES2024',
      lib: ['ES2024', 'ESNext.Disposable', 'DOM'],
      module: 'NodeNext',
      types: ['node'],
      typeRoots: [join(repository, 'node_modules/@types')],
    }
    this.write('tsconfig.json', JSON.stringify({ compilerOptions, files: Object.keys(files) }))
    return this.#spawn([join(repository, 'node_modules/typescript/bin/tsc'), '-p', '.'], {})
  }

  [Symbol.dispose](): void {
    rmSync(this.#home, { recursive: true, force: true })
  }

  #linkDependencies(built: string): void {
    const { dependencies = {} } = JSON.parse(readFileSync(join(built, 'package.json'), 'utf8')) as {
      dependencies?: Readonly<Record<string, string>>
    }
    for (const name of Object.keys(dependencies)) {
      const link = join(this.folder, 'node_modules', name)
      mkdirSync(dirname(link), { recursive: true })
      symlinkSync(join(repository, 'node_modules', name), link)
    }
  }

  #spawn(args: readonly string[], env: Readonly<Record<string, string>>): Ended {
    const options = { cwd: this.folder, encoding: 'utf8', env: { ...process.env, ...env } } as const
    const { status, stdout, stderr } = spawnSync(process.execPath, args, options)
    return { status, text: stdout + stderr }
  }
}
