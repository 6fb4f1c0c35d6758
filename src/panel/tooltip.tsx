import { type RefObject, useLayoutEffect, useRef } from 'react'
import { placeTooltip } from './place-tooltip.ts'
import { useTooltip } from './use-tooltip.ts'

/**
 * The panel's one tooltip, for every element under `root` with `data-tooltip`. It lies in the top layer, where no
 * scroller clips it. It repeats for the eye what the element's name or description says anyway.
 */
export function Tooltip({ root }: { readonly root: RefObject<HTMLElement | null> }) {
  const anchor = useTooltip(root)
  const tooltip = useRef<HTMLDivElement>(null)

  useLayoutEffect(() => {
    const element = tooltip.current
    if (element === null || anchor === null) return
    element.showPopover()
    const frame = { width: document.documentElement.clientWidth, height: window.innerHeight }
    const { left, top } = placeTooltip(anchor.getBoundingClientRect(), element.getBoundingClientRect(), frame)
    element.style.left = `${left}px`
    element.style.top = `${top}px`
  }, [anchor])

  if (anchor === null) return null
  return (
    <div className="contact-cases-tooltip" role="tooltip" popover="manual" ref={tooltip} dir="auto" aria-hidden="true">
      {anchor.dataset['tooltip']}
    </div>
  )
}
