import '@fontsource/open-sans/latin-400.css'
import '@fontsource/open-sans/latin-600.css'
import '@fontsource/open-sans/latin-700.css'

const everywhere = '.contact-cases { --contact-cases-font: "Open Sans"; --contact-cases-font-mono: "Open Sans" }'

/** Draws the panel in Open Sans, which comes with the tests: a machine's own fonts break lines elsewhere. */
export async function drawInOpenSans(): Promise<void> {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(everywhere)
  document.adoptedStyleSheets = [sheet]
  await Promise.all([400, 600, 700].map((weight) => document.fonts.load(`${weight} 14px "Open Sans"`)))
}
