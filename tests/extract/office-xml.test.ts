import { officeXml } from '../../src/extract/office-xml.js'
import { describeCases, describeDamage } from './cases.js'

describeCases(officeXml)
describeDamage(officeXml)
