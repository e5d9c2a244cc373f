/** How the web page looks, on a phone, on a desk, on paper. The gravest files stand first, whatever came first. */
export const style = `
:root { --bad: #b3261e; --doubt: #8a5a00; --good: #1b6e3c; --line: #d9d9d9; --faint: #595959; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 60rem; padding: 0 1rem 2rem; color: #1a1a1a; background: #fff;
  font: 16px/1.65 system-ui, "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif;
  overflow-wrap: anywhere; }
h1, h2, h3, h4, h5, p, ol, ul, dl, figure, blockquote { margin: 0; padding: 0; }
.keep { margin: .75rem 0; padding: .4rem .75rem; border: 1px solid var(--bad); font-size: .875rem; }
.keep strong { color: var(--bad); margin-right: .5em; }
main { display: flex; flex-direction: column; gap: 1rem; }
.file.doubt { order: 1; }
.file.good { order: 2; }
main > details { order: 3; margin: 0 1.25rem; }
.overall { order: -1; padding: 1rem 1.25rem; color: #fff; border-radius: 6px; }
.overall.bad { background: var(--bad); }
.overall.doubt { background: var(--doubt); }
.overall.good { background: var(--good); }
.overall h1 { font-size: 1.5rem; line-height: 1.35; }
.overall .made { font-size: .875rem; }
.file { min-width: 0; padding: 1rem 1.25rem; border: 1px solid var(--line); border-left: 6px solid; border-radius: 6px; }
.file.bad { border-left-color: var(--bad); }
.file.doubt { border-left-color: var(--doubt); }
.file.good { border-left-color: var(--good); }
.file h2 { font-size: 1.125rem; line-height: 1.4; }
.bad .verdict { color: var(--bad); }
.doubt .verdict { color: var(--doubt); }
.good .verdict { color: var(--good); }
.name { display: block; font-weight: 600; }
h3 { margin: 1.1rem 0 .4rem; padding-bottom: .15rem; border-bottom: 1px solid var(--line); font-size: 1rem; }
h4 { font-size: 1rem; }
h5 { margin-bottom: .25rem; font-size: .875rem; color: var(--faint); }
ol, ul { padding-left: 1.4em; }
.reason + .reason { margin-top: 1.25rem; }
.block .reason::marker, .block h4 { color: var(--bad); font-weight: 700; }
.why, .note, .more, .made, footer, small { color: var(--faint); }
.overall .made { color: inherit; }
.why, .note, .more, .basis { font-size: .9375rem; }
.place { margin: .6rem 0; padding: .6rem .75rem; background: #f6f6f6; border-radius: 4px; }
blockquote { width: fit-content; max-width: 100%; margin-bottom: .35rem; padding: .1rem .5rem; background: #fff3c4;
  font-weight: 600; }
dl { font-size: .9375rem; }
dl div { display: flex; gap: .75em; }
dt { flex: none; min-width: 5.2em; color: var(--faint); }
dd { margin: 0; min-width: 0; }
.shot { margin-top: .5rem; border: 1px solid var(--line); background: #fff; overflow: hidden; }
.pane { position: relative; width: 100%; }
.pane img { display: block; width: 100%; height: auto; }
.box { position: absolute; border: 2px solid var(--bad); outline: 1px solid #fff; margin: -4px; padding: 4px;
  box-sizing: content-box; }
.views { display: grid; gap: .75rem; margin-top: .5rem; }
.views section { min-width: 0; }
.none { color: var(--faint); font-size: .9375rem; }
code { white-space: nowrap; }
.cause { padding: 0 .4em; border: 1px solid var(--bad); border-radius: 3px; color: var(--bad); font-size: .875rem; }
.gaps li + li, .advice li + li { margin-top: .4rem; }
.contact { margin-top: .4rem; font-weight: 600; }
details { margin-top: .75rem; }
summary { cursor: pointer; color: var(--faint); }
footer { margin-top: 1.25rem; padding-top: .75rem; border-top: 1px solid var(--line); font-size: .875rem; }
.disclaimer { margin-top: .4rem; color: #1a1a1a; font-weight: 700; font-size: 1rem; }
@media (min-width: 48rem) {
  .views { grid-template-columns: 2fr 1fr; }
}
@media screen and (max-width: 40rem) {
  .file, .overall { padding: .75rem .85rem; }
  ol, ul { padding-left: 1.2em; }
  .place { margin-left: -1.2em; }
  .wide .pane { width: 220%; margin-left: clamp(-120%, calc(50% - var(--x) * 220%), 0%); }
}
@media print {
  @page { margin: 16mm 14mm; }
  body { max-width: none; padding: 0; font-size: 10.5pt; }
  main { display: flex; }
  .overall { color: #000; background: none !important; border: 2px solid; }
  .overall.bad h1 { color: var(--bad); }
  .place { background: none; border: 1px solid var(--line); }
  blockquote { background: none; border: 1px solid #000; }
  .place, .shot, .overall, h2, li, .why, footer { break-inside: avoid; }
  .reason { break-inside: auto; }
  h2, h3, h4, .why, summary { break-after: avoid; }
  .basis, .more { break-before: avoid; }
  details::details-content { content-visibility: visible; block-size: auto; }
}
`
