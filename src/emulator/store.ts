import type { Change } from './change.ts'
import { createDirectory, type Directory } from './connect/directory.ts'
import { createInstance, type Instance } from './connect/instance.ts'
import { createDomain, type Domain } from './domain.ts'
import type { Seed } from './seed-schema.ts'

/** Everything the service knows. */
export interface Store {
  readonly domains: ReadonlyMap<string, Domain>
  readonly directory: Directory
  readonly instance: Instance
  /** The only way it changes. A change of a domain that is not there is a mistake of the caller's. */
  apply(change: Change): void
}

export function createStore(seed: Seed): Store {
  const domains = new Map(seed.domains.map((domain) => [domain.domainId, createDomain(seed, domain)]))
  const instance = createInstance(seed)
  return {
    domains,
    directory: createDirectory(seed),
    instance,
    apply(change) {
      if (!('domainId' in change)) return instance.apply(change)
      const domain = domains.get(change.domainId)
      if (domain === undefined) throw new Error(`The store has no domain "${change.domainId}"`)
      domain.apply(change)
    },
  }
}
