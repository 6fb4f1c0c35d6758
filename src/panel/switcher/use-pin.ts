import { useState } from 'react'
import type { DeskState } from '../../contact/contact-source.ts'
import { keptPin, type Pin } from './pin.ts'

/** The pin as it holds on this desk, and how to change it. */
export function usePin(desk: DeskState): [Pin | null, (pin: Pin | null) => void] {
  const [pin, setPin] = useState<Pin | null>(null)
  const kept = keptPin(pin, desk)
  // While rendering, so that no frame shows a pin that has gone, and none comes back with its contact.
  if (kept !== pin) setPin(kept)
  return [kept, setPin]
}
