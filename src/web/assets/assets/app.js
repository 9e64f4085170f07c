// Adds what scripts can to pages that work without them.
import { createAll, SkipLink, Button } from './govuk-frontend.min.js'

document.body.classList.add('js-enabled')
if ('noModule' in HTMLScriptElement.prototype) document.body.classList.add('govuk-frontend-supported')
createAll(SkipLink)
createAll(Button)
