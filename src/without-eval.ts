import { config } from 'zod/mini'

// Zod would try `new Function`, which the page's content security policy refuses and reports. Each schema asks when it
// is made, so this comes before the first import that makes one.
config({ jitless: true })
