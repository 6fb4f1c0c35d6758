import { z } from 'zod'

const names = z.record(z.string(), z.string()).default({})

const entry = z.object({
  version: z.string().default(''),
  resolved: z.string().optional(),
  integrity: z.string().optional(),
  /** An SPDX expression. */
  license: z.string().optional(),
  dev: z.boolean().default(false),
  hasInstallScript: z.boolean().default(false),
  /** It came within the archive of the package around it, whose integrity is its own. */
  inBundle: z.boolean().default(false),
  dependencies: names,
  devDependencies: names,
  optionalDependencies: names,
  peerDependencies: names,
})

export const lockfileSchema = z.object({ name: z.string(), version: z.string(), packages: z.record(z.string(), entry) })

export type Lockfile = z.infer<typeof lockfileSchema>

/** A package as `npm ci` installs it. */
export interface LockedPackage extends Omit<z.infer<typeof entry>, 'dev'> {
  readonly name: string
  /** Where it is installed, such as `node_modules/a/node_modules/b`. */
  readonly path: string
  /** Whether `npm ci --omit=dev` installs it too. */
  readonly isProduction: boolean
}

/** Every package of the lockfile but the project itself. */
export function packagesIn({ packages }: Lockfile): readonly LockedPackage[] {
  return Object.entries(packages).flatMap(([path, { dev, ...rest }]) => {
    const name = path.split('node_modules/').at(-1) ?? ''
    return name === '' ? [] : [{ ...rest, name, path, isProduction: !dev }]
  })
}

/** The package that code at a path gets under a name, as Node looks for it: beside it, then further up. */
export function resolveFrom(path: string, name: string, { packages }: Lockfile): string | null {
  for (let at: string | null = path; at !== null; at = parentOf(at)) {
    const found = `${at === '' ? '' : `${at}/`}node_modules/${name}`
    if (Object.hasOwn(packages, found)) return found
  }
  return null
}

function parentOf(path: string): string | null {
  if (path === '') return null
  return path.slice(0, Math.max(0, path.lastIndexOf('/node_modules/')))
}
