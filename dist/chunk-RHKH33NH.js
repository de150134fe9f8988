const require = process.getBuiltinModule;
var o={error:"1;31",warning:"1;33",notice:"1;36",success:"1;32",strong:"1",dim:"2",related:"34",code:"36"};function i(r,n){return{paint:(t,e)=>r&&e!==""?`\x1B[${o[t]}m${e}\x1B[0m`:e,link:(t,e)=>n&&/^https:\/\/[!-~]+$/.test(e)?`\x1B]8;;${e}\x1B\\${t}\x1B]8;;\x1B\\`:t}}export{i as a};
