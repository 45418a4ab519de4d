#!/usr/bin/env node
// A check is over before machine code that is optimised in the background would pay: with V8's own budget a third of its
// CPU time goes there. What runs for longer, such as a workspace, is optimised all the same, a little later.
require('node:v8').setFlagsFromString('--interrupt-budget=2000000')
require('../dist/bin.cjs')
