import { createRoot } from 'react-dom/client'
import { elementOf } from '../elements.ts'

// A page of React that does nothing: what it takes to start, no panel in React can save.
createRoot(elementOf('main')).render(<p id="started">Started</p>)
