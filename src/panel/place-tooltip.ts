type Box = Pick<DOMRect, 'left' | 'top' | 'bottom' | 'width' | 'height'>

const gap = 4

/** Where a tooltip goes: under its element, above it where there is no room below, and never beyond an edge. */
export function placeTooltip(
  anchor: Box,
  tooltip: Pick<Box, 'width' | 'height'>,
  frame: Pick<Box, 'width' | 'height'>,
) {
  const centred = anchor.left + anchor.width / 2 - tooltip.width / 2
  const below = anchor.bottom + gap
  const fitsBelow = below + tooltip.height + gap <= frame.height
  return {
    left: Math.max(gap, Math.min(centred, frame.width - tooltip.width - gap)),
    top: fitsBelow ? below : Math.max(gap, anchor.top - gap - tooltip.height),
  }
}
