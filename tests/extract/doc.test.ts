import { doc } from '../../src/extract/doc.js'
import { describeCases, describeDamage } from './cases.js'

describeCases(doc)
describeDamage(doc)
