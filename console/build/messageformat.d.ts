/** The package has these types in a file that its own map does not name. */
declare module '@messageformat/core/compile-module' {
  const compileModule: (
    compiler: import('@messageformat/core').default,
    messages: Readonly<Record<string, string>>,
  ) => string;
  export default compileModule;
}
