import { beforeAll } from 'vitest'
import { userEvent } from 'vitest/browser'

// The pointer is where the file before left it: over a button, say, whose tooltip would be in this file's way.
beforeAll(async () => {
  const corner = document.createElement('div')
  corner.style.cssText = 'position: fixed; inset: auto 0 0 auto; inline-size: 8px; block-size: 8px'
  document.body.append(corner)
  await userEvent.hover(corner)
  corner.remove()
})
