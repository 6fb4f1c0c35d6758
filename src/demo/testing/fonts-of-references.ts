/** How wide the sample is on the machine that the references were made on: Debian 12 with DejaVu Sans. */
const widthOfReferences = 424
const sample = 'Charged twice for the March invoice – 10001013, 4 min. ago'

/** Whether text here is as wide as on the machine that the references were made on. */
export function hasFontsOfReferences(): boolean {
  const context = document.createElement('canvas').getContext('2d')
  if (context === null) return false
  context.font = '14px "Open Sans", system-ui, sans-serif'
  const { width } = context.measureText(sample)
  const same = Math.abs(width - widthOfReferences) < 1
  if (!same) console.info(`Screenshots: other fonts here, the sample is ${width} px wide, not ${widthOfReferences}`)
  return same
}
