const require = process.getBuiltinModule;
function o(n,r){let e=0,t=n;for(;e<t;){let l=e+t>>1;r(l)?e=l+1:t=l}return e}function u(n,r){return n[o(n.length,e=>(n[e]?.start??0)<=r)-1]}export{o as a,u as b};
