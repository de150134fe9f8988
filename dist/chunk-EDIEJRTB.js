import { createRequire as nodeCreateRequire } from 'node:module';
const require = nodeCreateRequire(import.meta.url);
var o={clean:0,findings:1,usage:2,nothing:3,bug:4,notUnderstood:5};export{o as a};
