declare module 'https://cdn.jsdelivr.net/npm/uplot@1.6.32/dist/uPlot.esm.js' {
  export { default } from 'uplot';
}
