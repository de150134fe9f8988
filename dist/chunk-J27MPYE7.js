import { createRequire as nodeCreateRequire } from 'node:module';
const require = nodeCreateRequire(import.meta.url);
var n="0.1.0",r="dockershim-lint",o="https://github.com/dockershim-lint/dockershim-lint";function e(t){return`${o}/blob/main/docs/rules/${t}.md`}export{n as a,r as b,o as c,e as d};
