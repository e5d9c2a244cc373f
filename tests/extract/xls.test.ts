import { xls } from '../../src/extract/xls.js'
import { describeCases, describeDamage } from './cases.js'

describeCases(xls)
describeDamage(xls)
