import { describeCases, describeDamage } from './cases.js'
import { docx } from '../../src/extract/docx.js'

describeCases(docx)
describeDamage(docx)
