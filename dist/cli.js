#!/usr/bin/env node
const require = process.getBuiltinModule;
import{g as t}from"./chunk-WUVBLXSJ.js";import{writeSync as e}from"node:fs";var r=process.argv.slice(2);n()||await(await import("./chunk-YC7WIPEY.js")).start(r);function n(){if(r.length!==1||r[0]!=="--version"&&r[0]!=="-V")return!1;try{return e(1,`${t}
`),!0}catch{return!1}}
