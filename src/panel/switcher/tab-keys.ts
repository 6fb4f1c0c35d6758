/** Which tab a key moves to, by the ARIA authoring pattern for tabs; null: the key is none of these. */
export function tabAfter(key: string, at: number, count: number, direction: 'ltr' | 'rtl'): number | null {
  const [forward, back] = direction === 'ltr' ? ['ArrowRight', 'ArrowLeft'] : ['ArrowLeft', 'ArrowRight']
  if (key === forward) return (at + 1) % count
  if (key === back) return (at - 1 + count) % count
  if (key === 'Home') return 0
  return key === 'End' ? count - 1 : null
}
