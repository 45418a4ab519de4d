// The package types its compiler only; the runtime is the same object without `compile`.
declare module 'handlebars/dist/cjs/handlebars.runtime.js' {
  import type Handlebars from 'handlebars'

  const runtime: Omit<typeof Handlebars, 'compile' | 'precompile' | 'create'> & { create(): typeof Handlebars }
  export default runtime
}
