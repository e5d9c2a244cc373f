import { metafile } from '../../src/extract/metafile.js'
import { describeCases, describeDamage } from './cases.js'

describeCases(metafile)
describeDamage(metafile)
