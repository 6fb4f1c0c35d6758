import type { ReactNode } from 'react'

export default function Layout({ children }: { readonly children: ReactNode }) {
  return (
    <html lang="en">
      <body>
        <div id="ccp" style={{ inlineSize: 320, blockSize: 600 }} />
        {children}
      </body>
    </html>
  )
}
