#!/usr/bin/env node
const require = process.getBuiltinModule;
import{g as i}from"./chunk-WUVBLXSJ.js";import{writeSync as t}from"node:fs";var r=process.argv.slice(2);r.length===1&&(r[0]==="--version"||r[0]==="-V")?t(1,`${i}
`):await(await import("./chunk-A364HGRX.js")).start(r);
