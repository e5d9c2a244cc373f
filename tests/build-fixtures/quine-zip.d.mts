/** Types of quine-zip.mjs for the tests. */
export function quineZip(): Buffer
