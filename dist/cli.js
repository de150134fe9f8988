#!/usr/bin/env node
import { createRequire as nodeCreateRequire } from 'node:module';
const require = nodeCreateRequire(import.meta.url);
import{a as s}from"./chunk-J27MPYE7.js";import"./chunk-VIECOTWP.js";var r=process.argv.slice(2);r.length===1&&(r[0]==="--version"||r[0]==="-V")?process.stdout.write(`${s}
`):await(await import("./chunk-NOMKGQJF.js")).start(r);
