import type { Adapter, AdapterPayload } from 'oidc-provider'

/** What a provider remembers, for longer than one instance of it: sessions survive that its keys are rotated. */
export function createOidcStore(): (model: string) => Adapter {
  const kept = new Map<string, AdapterPayload>()
  return (model) => {
    const keyOf = (id: string) => `${model} ${id}`
    const first = (is: (payload: AdapterPayload) => boolean) =>
      [...kept].find(([key, payload]) => key.startsWith(`${model} `) && is(payload))?.[1]
    return {
      upsert: async (id, payload) => void kept.set(keyOf(id), payload),
      find: async (id) => kept.get(keyOf(id)),
      findByUid: async (uid) => first((payload) => payload.uid === uid),
      findByUserCode: async (userCode) => first((payload) => payload.userCode === userCode),
      destroy: async (id) => void kept.delete(keyOf(id)),
      async consume(id) {
        const payload = kept.get(keyOf(id))
        if (payload !== undefined) payload.consumed = true
      },
      async revokeByGrantId(grantId) {
        // An interaction names the grant that it began with, and is none of it.
        const isOfGrant = (key: string, payload: AdapterPayload) =>
          payload.grantId === grantId && !key.startsWith('Interaction ')
        for (const [key, payload] of kept) if (isOfGrant(key, payload)) kept.delete(key)
      },
    }
  }
}
