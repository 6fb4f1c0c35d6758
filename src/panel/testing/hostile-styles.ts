/** What desktops do to the elements of widgets in them, short of `!important` and rules by id. */
export const hostileStyles = `
  html { font-size: 62.5%; }
  body { letter-spacing: 3px; line-height: 3; text-transform: uppercase; word-spacing: 9px; text-align: center; }
  * { box-sizing: content-box; }
  *, *::before, *::after { transition: all 9s; }
  p, h1, h2, h3, dl, dd, dt, ul, li { margin: 40px; padding: 9px; font: italic 30px serif; color: red; }
  ul li { list-style: square; float: left; }
  div { padding: 1px; }
  span::before, p::after, div::after { content: 'x'; font-size: 60px; }
  span, bdi, kbd, label { background: yellow; display: block; }
  header { position: fixed; }
  section { border: 5px solid; }
  fieldset { border: 3px groove; padding: 20px; }
  search { display: none; }
  a { color: lime; text-decoration: line-through; }
  button { background: hotpink; min-width: 200px; text-transform: uppercase; border-radius: 0; }
  input, select { width: 100%; height: 60px; background: black; color: white; appearance: none; }
  dialog { width: 100vw; inset: 0; background: black; }
  svg { width: 100px; fill: red; }
  path { stroke: red; fill: red; stroke-width: 9; }
  body.desk .agent-desktop button, .desk.desk.desk button[type="button"] { background: orange; padding: 30px; }
  .desk.desk.desk p, .desk.desk.desk h2, .desk.desk.desk input:not([type="image"]) { font-size: 40px; margin: 9px; }
  .desk.desk.desk div, .desk.desk.desk span { letter-spacing: 2px; display: inline; }
  .desk.desk.desk section { font-size: 40px; width: 50%; position: absolute; }
  :focus-visible { outline: none; }
`
