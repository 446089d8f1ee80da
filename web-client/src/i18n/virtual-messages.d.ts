declare module 'virtual:messages/*' {
  const catalogue: import('./messages').Catalogue;
  export default catalogue;
}
