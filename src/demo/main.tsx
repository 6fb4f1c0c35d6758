import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { DemoPage } from './demo-page.tsx'
import './demo.css'

const root = document.getElementById('demo')
if (root === null) throw new Error('index.html has no element #demo')
createRoot(root).render(
  <StrictMode>
    <DemoPage now={Date.now()} />
  </StrictMode>,
)
