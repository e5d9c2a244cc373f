/** Places of a source file where a mutant differs: numbers, comparisons, boolean operators and returned constants. */
import ts from 'typescript'

/**
 * @typedef {object} Site
 * @property {number} from offset of what is replaced
 * @property {number} to
 * @property {string} is what stands there
 * @property {string} becomes
 * @property {number} line 1-based
 */

const { SyntaxKind } = ts

/** Each comparison also in the way that differs at its bound alone. */
const operators = new Map([
  [SyntaxKind.LessThanToken, ['>=', '<=']],
  [SyntaxKind.LessThanEqualsToken, ['>', '<']],
  [SyntaxKind.GreaterThanToken, ['<=', '>=']],
  [SyntaxKind.GreaterThanEqualsToken, ['<', '>']],
  [SyntaxKind.EqualsEqualsEqualsToken, ['!==']],
  [SyntaxKind.ExclamationEqualsEqualsToken, ['===']],
  [SyntaxKind.AmpersandAmpersandToken, ['||']],
  [SyntaxKind.BarBarToken, ['&&']],
])

/** @returns {Site[]} */
export function sitesIn(path, text) {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
  const sites = []
  const add = (node, becomes) => {
    const from = node.getStart(source)
    const line = source.getLineAndCharacterOfPosition(from).line + 1
    sites.push({ from, to: node.end, is: text.slice(from, node.end), becomes, line })
  }
  const visit = (node) => {
    if (ts.isTypeNode(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) return
    if (ts.isNumericLiteral(node)) add(node, changed(node.text))
    else if (ts.isBinaryExpression(node))
      for (const becomes of operators.get(node.operatorToken.kind) ?? []) add(node.operatorToken, becomes)
    else if (isReturned(node)) {
      if (node.kind === SyntaxKind.TrueKeyword) add(node, 'false')
      if (node.kind === SyntaxKind.FalseKeyword) add(node, 'true')
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return sites
}

/** Large enough to matter where the number does: doubled, and 0 becomes 1. */
const changed = (digits) => String(Number(digits) === 0 ? 1 : Number(digits) * 2)

/** What a function gives back, by `return` or as the whole of an arrow. */
const isReturned = ({ parent }) =>
  parent !== undefined && (ts.isReturnStatement(parent) || ts.isArrowFunction(parent))
