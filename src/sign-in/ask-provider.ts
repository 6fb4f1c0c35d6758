import type { Grant, Prompt, Provider, ProviderAnswer } from './provider.ts'
import type { Popup, ProviderWindows } from './provider-windows.ts'

const noAnswer = { ok: false, problem: { code: 'needs_person', detail: null } } as const

interface UnseenQuestion {
  readonly provider: Provider
  readonly windows: Pick<ProviderWindows, 'askInFrame'>
}

/** Asks without showing anything: answered where the provider has a session of its own with this browser. */
export async function askUnseen({ provider, windows }: UnseenQuestion): Promise<ProviderAnswer<Grant>> {
  const request = await provider.request('none')
  if (!request.ok) return request
  const url = await windows.askInFrame(request.value)
  return url === null ? noAnswer : provider.redeem(url)
}

interface PopupQuestion {
  readonly provider: Provider
  readonly popup: Popup
  readonly prompt: Prompt
  /** Nobody waits for the answer any more. */
  readonly signal: AbortSignal
  /** The person is through; what is left is ours. */
  readonly onReturned: () => void
}

/** Asks the person, in this popup, and closes it. Never answers where they do not come to an end. */
export async function askInPopup(question: PopupQuestion): Promise<ProviderAnswer<Grant>> {
  const { provider, popup, prompt, signal, onReturned } = question
  const request = await provider.request(prompt)
  if (signal.aborted) return noAnswer
  if (!request.ok) {
    popup.close()
    return request
  }
  const url = await popup.ask(request.value, signal)
  popup.close()
  if (signal.aborted) return noAnswer
  onReturned()
  return provider.redeem(url)
}
