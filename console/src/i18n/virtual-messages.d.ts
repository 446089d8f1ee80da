declare module 'virtual:messages/*' {
  const catalogue: import('./message-types').Catalogue;
  export default catalogue;
}
