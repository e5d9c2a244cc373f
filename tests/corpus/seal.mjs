/** A round red seal over the signature: ring and star, no lettering that a reader would have to give back. */

const starPoints = Array.from({ length: 10 }, (_, index) => {
  const angle = (Math.PI / 5) * index - Math.PI / 2
  const radius = index % 2 === 0 ? 6.5 : 2.6
  return `${(21 + radius * Math.cos(angle)).toFixed(2)},${(21 + radius * Math.sin(angle)).toFixed(2)}`
}).join(' ')

/** 党政机关 seals measure 42 mm; centre over name and date (GB/T 9704-2012 7.3.5.1). */
export function sealOn(paper, chance, spot = paper.signature) {
  const x = spot.x - 21 + chance.between(-6, 6)
  const y = spot.y - 21 + chance.between(-4, 6)
  const turn = chance.between(-8, 8).toFixed(1)
  paper.art.push(
    `<svg style="left:${x.toFixed(1)}mm;top:${y.toFixed(1)}mm;mix-blend-mode:multiply" width="42mm" height="42mm" viewBox="0 0 42 42">` +
      `<g transform="rotate(${turn} 21 21)" fill="#dd2018"><circle cx="21" cy="21" r="20" fill="none" stroke="#dd2018" stroke-width="1.2"/>` +
      `<polygon points="${starPoints}"/></g></svg>`,
  )
}
