const require = process.getBuiltinModule;
import{j as a}from"./chunk-7WJJYT7F.js";import"./chunk-TUV5LV5D.js";import"./chunk-F4A2KX65.js";import"./chunk-5XUI4RCM.js";import"./chunk-MGFOQF6L.js";import"./chunk-WUVBLXSJ.js";export{a as start};
