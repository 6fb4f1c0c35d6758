import type { WindowAround } from '../window-around.ts'

/** A window around a page, for tests: writes down what it is told, and says what a test lets it say. */
export interface FakeWindow extends WindowAround {
  /** What it was told, each as `origin type`, with what the test asks to see. */
  readonly told: readonly { readonly origin: string; readonly message: unknown }[]
  say(data: unknown, origin?: string): void
}

export function createFakeWindow(origin: string | null = 'https://desk.example'): FakeWindow {
  const told: { origin: string; message: unknown }[] = []
  const listeners: Parameters<WindowAround['listen']>[0][] = []
  return {
    origin,
    told,
    post: (message, to) => void told.push({ origin: to, message }),
    listen: (onMessage) => void listeners.push(onMessage),
    say(data, from = origin ?? 'https://desk.example') {
      for (const listener of listeners) listener({ origin: from, data })
    },
  }
}
