const require = process.getBuiltinModule;
import{j as a}from"./chunk-YY3W4INX.js";import"./chunk-MEHMZ33U.js";import"./chunk-I4L4W4WY.js";import"./chunk-6CGAP3JD.js";import"./chunk-YXB4NVR4.js";import"./chunk-WUVBLXSJ.js";export{a as start};
