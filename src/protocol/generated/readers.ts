// Written by `npm run readers` from the zod schemas in src/protocol/schema. Do not edit.
// @ts-nocheck: readers.ts gives these functions their types.
import {
  dataAsTurns,
  hasKnownAccesses,
  isFilled,
  isNotBlank,
  isNotEmpty,
  isPresent,
  lengthOf,
  nameIn,
  readable,
  shortenLabel,
  shortenName,
  shortenPath,
  shortenRecord,
  skillDocument,
  toFlag,
  toLineage,
  toNetworkAmendment,
  toNothing,
  toOther,
  toPolicyAmendment,
  unreadable,
  withoutItems,
} from '../schema/conversions.js';
import { shortenList } from '../../wire/shorten.js';
import { isTime } from '../../wire/time.js';

/** Stands for a value that does not decode: undefined is the value of an absent member. */
const NONE = Symbol('none');

const exported = (read) => (value) => {
  const result = read(value);
  return result === NONE ? undefined : result;
};

const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

function read_36(value) {
  if (!isObject(value)) return NONE;
  const v37 = value['type'];
  let v38;
  l39: {
    l40: {
      if (typeof v37 !== 'string') break l40;
      v38 = v37;
      v38 = shortenName(v38);

      break l39;
    }
    v38 = 'unknown';
  }

  const v41 = value['path'];
  let v42;
  let v43;
  l44: {
    l45: {
      if (v41 === null) v43 = null;
      else {
        if (typeof v41 !== 'string') break l45;
        v43 = v41;
        v43 = shortenPath(v43);
      }
      break l44;
    }
    v43 = null;
  }

  v42 = skillDocument(v43);
  const v46 = { type: v38, path: v42 };
  return v46;
}

function read_1(value) {
  if (!isObject(value)) return NONE;
  const v2 = value['type'];
  let v3;
  if (!(v2 === 'commandExecution')) return NONE;
  v3 = v2;
  const v4 = value['id'];
  let v5;
  if (typeof v4 !== 'string') return NONE;
  v5 = v4;
  v5 = shortenName(v5);
  if (v5.length < 1) return NONE;

  const v6 = value['startedAtMs'];
  const v7 = v6 === null || (typeof v6 === 'number' && Number.isFinite(v6) && isTime(v6)) ? v6 : null;
  const v8 = value['completedAtMs'];
  const v9 = v8 === null || (typeof v8 === 'number' && Number.isFinite(v8) && isTime(v8)) ? v8 : null;
  const v10 = value['source'];
  let v11;
  l12: {
    l13: {
      if (typeof v10 !== 'string') break l13;
      v11 = v10;
      v11 = shortenName(v11);

      break l12;
    }
    v11 = 'agent';
  }

  const v14 = value['status'];
  let v15;
  l16: {
    l17: {
      if (v14 === null) v15 = null;
      else {
        if (typeof v14 !== 'string') break l17;
        v15 = v14;
        v15 = shortenName(v15);
      }
      break l16;
    }
    v15 = null;
  }

  const v18 = value['exitCode'];
  const v19 =
    v18 === null || (typeof v18 === 'number' && Number.isFinite(v18) && Number.isSafeInteger(v18)) ? v18 : null;
  const v20 = value['durationMs'];
  const v21 = v20 === null || (typeof v20 === 'number' && Number.isFinite(v20) && isTime(v20)) ? v20 : null;
  const v22 = value['pluginId'];
  let v23;
  l24: {
    l25: {
      if (v22 === null) v23 = null;
      else {
        if (typeof v22 !== 'string') break l25;
        v23 = v22;
        v23 = shortenName(v23);
      }
      break l24;
    }
    v23 = null;
  }

  const v26 = value['commandActions'];
  let v27;
  let v28;
  let v29;
  l30: {
    l31: {
      if (!Array.isArray(v26)) break l31;
      v29 = [];
      for (const v32 of v26) {
        let v33;
        l34: {
          l35: {
            v33 = read_36(v32);
            if (v33 === NONE) break l35;
            break l34;
          }
          l47: {
            let v48;
            v48 = v32;
            v33 = unreadable(v48);
            break l34;
          }
          break l31;
        }

        v29.push(v33);
      }
      break l30;
    }
    v29 = [];
  }

  v28 = readable(v29);
  v27 = shortenList(v28);
  const v49 = {
    type: v3,
    id: v5,
    startedAtMs: v7,
    completedAtMs: v9,
    source: v11,
    status: v15,
    exitCode: v19,
    durationMs: v21,
    pluginId: v23,
    commandActions: v27,
  };
  return v49;
}

function read_78(value) {
  if (!isObject(value)) return NONE;
  const v79 = value['type'];
  let v80;
  l81: {
    l82: {
      if (typeof v79 !== 'string') break l82;
      v80 = v79;
      v80 = shortenName(v80);

      break l81;
    }
    v80 = 'update';
  }

  const v83 = value['move_path'];
  const v84 = isPresent(v83);
  const v85 = { type: v80, move_path: v84 };
  return v85;
}

function read_73(value) {
  if (!isObject(value)) return NONE;
  const v74 = value['kind'];
  let v75;
  l76: {
    l77: {
      v75 = read_78(v74);
      if (v75 === NONE) break l77;
      break l76;
    }
    v75 = { type: 'update', move_path: false };
  }

  const v86 = { kind: v75 };
  return v86;
}

function read_50(value) {
  if (!isObject(value)) return NONE;
  const v51 = value['type'];
  let v52;
  if (!(v51 === 'fileChange')) return NONE;
  v52 = v51;
  const v53 = value['id'];
  let v54;
  if (typeof v53 !== 'string') return NONE;
  v54 = v53;
  v54 = shortenName(v54);
  if (v54.length < 1) return NONE;

  const v55 = value['startedAtMs'];
  const v56 = v55 === null || (typeof v55 === 'number' && Number.isFinite(v55) && isTime(v55)) ? v55 : null;
  const v57 = value['completedAtMs'];
  const v58 = v57 === null || (typeof v57 === 'number' && Number.isFinite(v57) && isTime(v57)) ? v57 : null;
  const v59 = value['status'];
  let v60;
  l61: {
    l62: {
      if (v59 === null) v60 = null;
      else {
        if (typeof v59 !== 'string') break l62;
        v60 = v59;
        v60 = shortenName(v60);
      }
      break l61;
    }
    v60 = null;
  }

  const v63 = value['changes'];
  let v64;
  let v65;
  let v66;
  l67: {
    l68: {
      if (!Array.isArray(v63)) break l68;
      v66 = [];
      for (const v69 of v63) {
        let v70;
        l71: {
          l72: {
            v70 = read_73(v69);
            if (v70 === NONE) break l72;
            break l71;
          }
          l87: {
            let v88;
            v88 = v69;
            v70 = unreadable(v88);
            break l71;
          }
          break l68;
        }

        v66.push(v70);
      }
      break l67;
    }
    v66 = [];
  }

  v65 = readable(v66);
  v64 = shortenList(v65);
  const v89 = { type: v52, id: v54, startedAtMs: v56, completedAtMs: v58, status: v60, changes: v64 };
  return v89;
}

function read_123(value) {
  if (!isObject(value)) return NONE;
  const v124 = value['connectorId'];
  let v125;
  l126: {
    l127: {
      if (v124 === null) v125 = null;
      else {
        if (typeof v124 !== 'string') break l127;
        v125 = v124;
        v125 = shortenName(v125);
      }
      break l126;
    }
    v125 = null;
  }

  const v128 = value['appName'];
  let v129;
  l130: {
    l131: {
      if (v128 === null) v129 = null;
      else {
        if (typeof v128 !== 'string') break l131;
        v129 = v128;
        v129 = shortenLabel(v129);
      }
      break l130;
    }
    v129 = null;
  }

  const v132 = { connectorId: v125, appName: v129 };
  return v132;
}

function read_90(value) {
  if (!isObject(value)) return NONE;
  const v91 = value['type'];
  let v92;
  if (!(v91 === 'mcpToolCall')) return NONE;
  v92 = v91;
  const v93 = value['id'];
  let v94;
  if (typeof v93 !== 'string') return NONE;
  v94 = v93;
  v94 = shortenName(v94);
  if (v94.length < 1) return NONE;

  const v95 = value['startedAtMs'];
  const v96 = v95 === null || (typeof v95 === 'number' && Number.isFinite(v95) && isTime(v95)) ? v95 : null;
  const v97 = value['completedAtMs'];
  const v98 = v97 === null || (typeof v97 === 'number' && Number.isFinite(v97) && isTime(v97)) ? v97 : null;
  const v99 = value['server'];
  let v100;
  l101: {
    l102: {
      if (typeof v99 !== 'string') break l102;
      v100 = v99;
      v100 = shortenName(v100);

      break l101;
    }
    v100 = '';
  }

  const v103 = value['tool'];
  let v104;
  l105: {
    l106: {
      if (typeof v103 !== 'string') break l106;
      v104 = v103;
      v104 = shortenName(v104);

      break l105;
    }
    v104 = '';
  }

  const v107 = value['status'];
  let v108;
  l109: {
    l110: {
      if (v107 === null) v108 = null;
      else {
        if (typeof v107 !== 'string') break l110;
        v108 = v107;
        v108 = shortenName(v108);
      }
      break l109;
    }
    v108 = null;
  }

  const v111 = value['error'];
  const v112 = isPresent(v111);
  const v113 = value['durationMs'];
  const v114 = v113 === null || (typeof v113 === 'number' && Number.isFinite(v113) && isTime(v113)) ? v113 : null;
  const v115 = value['pluginId'];
  let v116;
  l117: {
    l118: {
      if (v115 === null) v116 = null;
      else {
        if (typeof v115 !== 'string') break l118;
        v116 = v115;
        v116 = shortenName(v116);
      }
      break l117;
    }
    v116 = null;
  }

  const v119 = value['appContext'];
  let v120;
  l121: {
    l122: {
      if (v119 === null) v120 = null;
      else {
        v120 = read_123(v119);
        if (v120 === NONE) break l122;
      }
      break l121;
    }
    v120 = null;
  }

  const v133 = {
    type: v92,
    id: v94,
    startedAtMs: v96,
    completedAtMs: v98,
    server: v100,
    tool: v104,
    status: v108,
    error: v112,
    durationMs: v114,
    pluginId: v116,
    appContext: v120,
  };
  return v133;
}

function read_162(value) {
  if (!isObject(value)) return NONE;
  const v163 = value['type'];
  let v164;
  if (typeof v163 !== 'string') return NONE;
  v164 = v163;
  v164 = shortenName(v164);

  const v165 = { type: v164 };
  return v165;
}

function read_134(value) {
  if (!isObject(value)) return NONE;
  const v135 = value['type'];
  let v136;
  if (!(v135 === 'dynamicToolCall')) return NONE;
  v136 = v135;
  const v137 = value['id'];
  let v138;
  if (typeof v137 !== 'string') return NONE;
  v138 = v137;
  v138 = shortenName(v138);
  if (v138.length < 1) return NONE;

  const v139 = value['startedAtMs'];
  const v140 = v139 === null || (typeof v139 === 'number' && Number.isFinite(v139) && isTime(v139)) ? v139 : null;
  const v141 = value['completedAtMs'];
  const v142 = v141 === null || (typeof v141 === 'number' && Number.isFinite(v141) && isTime(v141)) ? v141 : null;
  const v143 = value['tool'];
  let v144;
  l145: {
    l146: {
      if (typeof v143 !== 'string') break l146;
      v144 = v143;
      v144 = shortenName(v144);

      break l145;
    }
    v144 = '';
  }

  const v147 = value['status'];
  let v148;
  l149: {
    l150: {
      if (v147 === null) v148 = null;
      else {
        if (typeof v147 !== 'string') break l150;
        v148 = v147;
        v148 = shortenName(v148);
      }
      break l149;
    }
    v148 = null;
  }

  const v151 = value['success'];
  const v152 = v151 === null || typeof v151 === 'boolean' ? v151 : null;
  const v153 = value['durationMs'];
  const v154 = v153 === null || (typeof v153 === 'number' && Number.isFinite(v153) && isTime(v153)) ? v153 : null;
  const v155 = value['contentItems'];
  let v156;
  l157: {
    l158: {
      if (v155 === null) v156 = null;
      else {
        let v159;
        if (!Array.isArray(v155)) break l158;
        v159 = [];
        for (const v160 of v155) {
          let v161;
          v161 = read_162(v160);
          if (v161 === NONE) break l158;
          v159.push(v161);
        }
        v156 = shortenList(v159);
      }
      break l157;
    }
    v156 = null;
  }

  const v166 = {
    type: v136,
    id: v138,
    startedAtMs: v140,
    completedAtMs: v142,
    tool: v144,
    status: v148,
    success: v152,
    durationMs: v154,
    contentItems: v156,
  };
  return v166;
}

function read_216(value) {
  if (!isObject(value)) return NONE;
  const v217 = value['status'];
  let v218;
  l219: {
    l220: {
      if (v217 === null) v218 = null;
      else {
        if (typeof v217 !== 'string') break l220;
        v218 = v217;
        v218 = shortenName(v218);
      }
      break l219;
    }
    v218 = null;
  }

  const v221 = { status: v218 };
  return v221;
}

function read_167(value) {
  if (!isObject(value)) return NONE;
  const v168 = value['type'];
  let v169;
  if (!(v168 === 'collabAgentToolCall')) return NONE;
  v169 = v168;
  const v170 = value['id'];
  let v171;
  if (typeof v170 !== 'string') return NONE;
  v171 = v170;
  v171 = shortenName(v171);
  if (v171.length < 1) return NONE;

  const v172 = value['startedAtMs'];
  const v173 = v172 === null || (typeof v172 === 'number' && Number.isFinite(v172) && isTime(v172)) ? v172 : null;
  const v174 = value['completedAtMs'];
  const v175 = v174 === null || (typeof v174 === 'number' && Number.isFinite(v174) && isTime(v174)) ? v174 : null;
  const v176 = value['tool'];
  let v177;
  l178: {
    l179: {
      if (typeof v176 !== 'string') break l179;
      v177 = v176;
      v177 = shortenName(v177);

      break l178;
    }
    v177 = '';
  }

  const v180 = value['status'];
  let v181;
  l182: {
    l183: {
      if (v180 === null) v181 = null;
      else {
        if (typeof v180 !== 'string') break l183;
        v181 = v180;
        v181 = shortenName(v181);
      }
      break l182;
    }
    v181 = null;
  }

  const v184 = value['senderThreadId'];
  let v185;
  l186: {
    l187: {
      if (typeof v184 !== 'string') break l187;
      v185 = v184;
      v185 = shortenName(v185);

      break l186;
    }
    v185 = '';
  }

  const v188 = value['receiverThreadIds'];
  let v189;
  let v190;
  let v191;
  l192: {
    l193: {
      if (!Array.isArray(v188)) break l193;
      v191 = [];
      for (const v194 of v188) {
        let v195;
        l196: {
          l197: {
            if (typeof v194 !== 'string') break l197;
            v195 = v194;
            v195 = shortenName(v195);

            break l196;
          }
          l198: {
            let v199;
            v199 = v194;
            v195 = unreadable(v199);
            break l196;
          }
          break l193;
        }

        v191.push(v195);
      }
      break l192;
    }
    v191 = [];
  }

  v190 = readable(v191);
  v189 = shortenList(v190);
  const v200 = value['model'];
  let v201;
  l202: {
    l203: {
      if (v200 === null) v201 = null;
      else {
        if (typeof v200 !== 'string') break l203;
        v201 = v200;
        v201 = shortenName(v201);
      }
      break l202;
    }
    v201 = null;
  }

  const v204 = value['reasoningEffort'];
  let v205;
  l206: {
    l207: {
      if (v204 === null) v205 = null;
      else {
        if (typeof v204 !== 'string') break l207;
        v205 = v204;
        v205 = shortenName(v205);
      }
      break l206;
    }
    v205 = null;
  }

  const v208 = value['agentsStates'];
  let v209;
  l210: {
    l211: {
      let v212;
      if (!isObject(v208)) break l211;
      v212 = {};
      for (const v213 of Object.keys(v208)) {
        if (v213 === '__proto__') continue;
        const v214 = v208[v213];
        let v215;
        v215 = read_216(v214);
        if (v215 === NONE) break l211;
        v212[v213] = v215;
      }
      v209 = shortenRecord(v212);
      break l210;
    }
    v209 = {};
  }

  const v222 = {
    type: v169,
    id: v171,
    startedAtMs: v173,
    completedAtMs: v175,
    tool: v177,
    status: v181,
    senderThreadId: v185,
    receiverThreadIds: v189,
    model: v201,
    reasoningEffort: v205,
    agentsStates: v209,
  };
  return v222;
}

function read_241(value) {
  if (!isObject(value)) return NONE;
  const v242 = value['type'];
  let v243;
  l244: {
    l245: {
      if (!(v242 === 'search' || v242 === 'openPage' || v242 === 'findInPage' || v242 === 'other')) break l245;
      v243 = v242;
      break l244;
    }
    l246: {
      let v247;
      if (!(typeof v242 === 'string')) break l246;
      v247 = v242;
      v243 = toOther(v247);
      break l244;
    }
    return NONE;
  }

  const v248 = value['query'];
  const v249 = isPresent(v248);
  const v250 = value['queries'];
  let v251;
  let v252;
  l253: {
    l254: {
      if (v250 === null) v252 = null;
      else {
        if (!Array.isArray(v250)) break l254;
        v252 = [];
        for (const v255 of v250) {
          let v256;
          v256 = v255;
          v252.push(v256);
        }
      }
      break l253;
    }
    v252 = null;
  }

  v251 = lengthOf(v252);
  const v257 = { type: v243, query: v249, queries: v251 };
  return v257;
}

function read_223(value) {
  if (!isObject(value)) return NONE;
  const v224 = value['type'];
  let v225;
  if (!(v224 === 'webSearch')) return NONE;
  v225 = v224;
  const v226 = value['id'];
  let v227;
  if (typeof v226 !== 'string') return NONE;
  v227 = v226;
  v227 = shortenName(v227);
  if (v227.length < 1) return NONE;

  const v228 = value['startedAtMs'];
  const v229 = v228 === null || (typeof v228 === 'number' && Number.isFinite(v228) && isTime(v228)) ? v228 : null;
  const v230 = value['completedAtMs'];
  const v231 = v230 === null || (typeof v230 === 'number' && Number.isFinite(v230) && isTime(v230)) ? v230 : null;
  const v232 = value['query'];
  let v233;
  let v234;
  l235: {
    l236: {
      if (!(typeof v232 === 'string')) break l236;
      v234 = v232;
      break l235;
    }
    v234 = '';
  }

  v233 = isNotBlank(v234);
  const v237 = value['action'];
  let v238;
  l239: {
    l240: {
      if (v237 === null) v238 = null;
      else {
        v238 = read_241(v237);
        if (v238 === NONE) break l240;
      }
      break l239;
    }
    v238 = null;
  }

  const v258 = { type: v225, id: v227, startedAtMs: v229, completedAtMs: v231, query: v233, action: v238 };
  return v258;
}

function read_259(value) {
  if (!isObject(value)) return NONE;
  const v260 = value['type'];
  let v261;
  if (!(v260 === 'imageGeneration')) return NONE;
  v261 = v260;
  const v262 = value['id'];
  let v263;
  if (typeof v262 !== 'string') return NONE;
  v263 = v262;
  v263 = shortenName(v263);
  if (v263.length < 1) return NONE;

  const v264 = value['startedAtMs'];
  const v265 = v264 === null || (typeof v264 === 'number' && Number.isFinite(v264) && isTime(v264)) ? v264 : null;
  const v266 = value['completedAtMs'];
  const v267 = v266 === null || (typeof v266 === 'number' && Number.isFinite(v266) && isTime(v266)) ? v266 : null;
  const v268 = value['status'];
  let v269;
  l270: {
    l271: {
      if (v268 === null) v269 = null;
      else {
        if (typeof v268 !== 'string') break l271;
        v269 = v268;
        v269 = shortenName(v269);
      }
      break l270;
    }
    v269 = null;
  }

  const v272 = value['revisedPrompt'];
  const v273 = isPresent(v272);
  const v274 = value['savedPath'];
  const v275 = isPresent(v274);
  const v276 = value['transparentBackground'];
  const v277 = v276 === null || typeof v276 === 'boolean' ? v276 : null;
  const v278 = value['generationId'];
  let v279;
  l280: {
    l281: {
      if (v278 === null) v279 = null;
      else {
        if (typeof v278 !== 'string') break l281;
        v279 = v278;
        v279 = shortenName(v279);
      }
      break l280;
    }
    v279 = null;
  }

  const v282 = {
    type: v261,
    id: v263,
    startedAtMs: v265,
    completedAtMs: v267,
    status: v269,
    revisedPrompt: v273,
    savedPath: v275,
    transparentBackground: v277,
    generationId: v279,
  };
  return v282;
}

function read_283(value) {
  if (!isObject(value)) return NONE;
  const v284 = value['type'];
  let v285;
  if (!(v284 === 'subAgentActivity')) return NONE;
  v285 = v284;
  const v286 = value['id'];
  let v287;
  if (typeof v286 !== 'string') return NONE;
  v287 = v286;
  v287 = shortenName(v287);
  if (v287.length < 1) return NONE;

  const v288 = value['startedAtMs'];
  const v289 = v288 === null || (typeof v288 === 'number' && Number.isFinite(v288) && isTime(v288)) ? v288 : null;
  const v290 = value['completedAtMs'];
  const v291 = v290 === null || (typeof v290 === 'number' && Number.isFinite(v290) && isTime(v290)) ? v290 : null;
  const v292 = value['kind'];
  let v293;
  l294: {
    l295: {
      if (typeof v292 !== 'string') break l295;
      v293 = v292;
      v293 = shortenName(v293);

      break l294;
    }
    v293 = '';
  }

  const v296 = value['agentThreadId'];
  let v297;
  l298: {
    l299: {
      if (v296 === null) v297 = null;
      else {
        if (typeof v296 !== 'string') break l299;
        v297 = v296;
        v297 = shortenName(v297);
      }
      break l298;
    }
    v297 = null;
  }

  const v300 = value['model'];
  let v301;
  l302: {
    l303: {
      if (v300 === null) v301 = null;
      else {
        if (typeof v300 !== 'string') break l303;
        v301 = v300;
        v301 = shortenName(v301);
      }
      break l302;
    }
    v301 = null;
  }

  const v304 = value['reasoningEffort'];
  let v305;
  l306: {
    l307: {
      if (v304 === null) v305 = null;
      else {
        if (typeof v304 !== 'string') break l307;
        v305 = v304;
        v305 = shortenName(v305);
      }
      break l306;
    }
    v305 = null;
  }

  const v308 = {
    type: v285,
    id: v287,
    startedAtMs: v289,
    completedAtMs: v291,
    kind: v293,
    agentThreadId: v297,
    model: v301,
    reasoningEffort: v305,
  };
  return v308;
}

function read_309(value) {
  if (!isObject(value)) return NONE;
  const v310 = value['type'];
  let v311;
  if (!(v310 === 'contextCompaction')) return NONE;
  v311 = v310;
  const v312 = value['id'];
  let v313;
  if (typeof v312 !== 'string') return NONE;
  v313 = v312;
  v313 = shortenName(v313);
  if (v313.length < 1) return NONE;

  const v314 = value['startedAtMs'];
  const v315 = v314 === null || (typeof v314 === 'number' && Number.isFinite(v314) && isTime(v314)) ? v314 : null;
  const v316 = value['completedAtMs'];
  const v317 = v316 === null || (typeof v316 === 'number' && Number.isFinite(v316) && isTime(v316)) ? v316 : null;
  const v318 = { type: v311, id: v313, startedAtMs: v315, completedAtMs: v317 };
  return v318;
}

function read_336(value) {
  if (!isObject(value)) return NONE;
  const v337 = value['type'];
  let v338;
  l339: {
    l340: {
      if (typeof v337 !== 'string') break l340;
      v338 = v337;
      v338 = shortenName(v338);

      break l339;
    }
    v338 = '';
  }

  const v341 = value['name'];
  let v342;
  l343: {
    l344: {
      if (v341 === null) v342 = null;
      else {
        if (typeof v341 !== 'string') break l344;
        v342 = v341;
        v342 = shortenLabel(v342);
      }
      break l343;
    }
    v342 = null;
  }

  const v345 = value['path'];
  let v346;
  l347: {
    l348: {
      if (v345 === null) v346 = null;
      else {
        if (typeof v345 !== 'string') break l348;
        v346 = v345;
        v346 = shortenPath(v346);
      }
      break l347;
    }
    v346 = null;
  }

  const v349 = { type: v338, name: v342, path: v346 };
  return v349;
}

function read_319(value) {
  if (!isObject(value)) return NONE;
  const v320 = value['type'];
  let v321;
  if (typeof v320 !== 'string') return NONE;
  v321 = v320;
  v321 = shortenName(v321);

  const v322 = value['id'];
  let v323;
  l324: {
    l325: {
      if (typeof v322 !== 'string') break l325;
      v323 = v322;
      v323 = shortenName(v323);

      break l324;
    }
    v323 = '';
  }

  const v326 = value['content'];
  let v327;
  let v328;
  let v329;
  l330: {
    l331: {
      if (!Array.isArray(v326)) break l331;
      v329 = [];
      for (const v332 of v326) {
        let v333;
        l334: {
          l335: {
            v333 = read_336(v332);
            if (v333 === NONE) break l335;
            break l334;
          }
          l350: {
            let v351;
            v351 = v332;
            v333 = unreadable(v351);
            break l334;
          }
          break l331;
        }

        v329.push(v333);
      }
      break l330;
    }
    v329 = [];
  }

  v328 = readable(v329);
  v327 = shortenList(v328);
  const v352 = { type: v321, id: v323, content: v327 };
  return v352;
}

function read_item(value) {
  if (!isObject(value)) return NONE;
  switch (value.type) {
    case 'commandExecution':
      return read_1(value);
    case 'fileChange':
      return read_50(value);
    case 'mcpToolCall':
      return read_90(value);
    case 'dynamicToolCall':
      return read_134(value);
    case 'collabAgentToolCall':
      return read_167(value);
    case 'webSearch':
      return read_223(value);
    case 'imageGeneration':
      return read_259(value);
    case 'subAgentActivity':
      return read_283(value);
    case 'contextCompaction':
      return read_309(value);
    default: {
      const counted = read_319(value);
      if (counted === NONE) return NONE;
      const { type, id, content } = counted;
      if (type === 'userMessage') return { type: 'counted', itemType: type, id, input: content };
      return { type: 'counted', itemType: type, id };
    }
  }
}

function read_380(value) {
  if (!isObject(value)) return NONE;
  const v381 = value['subAgent'];
  let v382;
  l383: {
    l384: {
      if (typeof v381 !== 'string') break l384;
      v382 = v381;
      v382 = shortenName(v382);

      break l383;
    }
    l385: {
      if (!isObject(v381)) break l385;
      v382 = {};
      for (const v386 of Object.keys(v381)) {
        if (v386 === '__proto__') continue;
        const v387 = v381[v386];
        let v388;
        v388 = v387;
        v382[v386] = v388;
      }
      break l383;
    }
    return NONE;
  }

  const v389 = { subAgent: v382 };
  return v389;
}

function read_410(value) {
  if (!isObject(value)) return NONE;
  const v411 = value['sha'];
  let v412;
  l413: {
    l414: {
      if (v411 === null) v412 = null;
      else {
        if (typeof v411 !== 'string') break l414;
        v412 = v411;
        v412 = shortenName(v412);
      }
      break l413;
    }
    v412 = null;
  }

  const v415 = value['branch'];
  let v416;
  l417: {
    l418: {
      if (v415 === null) v416 = null;
      else {
        if (typeof v415 !== 'string') break l418;
        v416 = v415;
        v416 = shortenName(v416);
      }
      break l417;
    }
    v416 = null;
  }

  const v419 = value['originUrl'];
  let v420;
  l421: {
    l422: {
      if (v419 === null) v420 = null;
      else {
        if (typeof v419 !== 'string') break l422;
        v420 = v419;
        v420 = shortenPath(v420);
      }
      break l421;
    }
    v420 = null;
  }

  const v423 = { sha: v412, branch: v416, originUrl: v420 };
  return v423;
}

function read_447(value) {
  if (!isObject(value)) return NONE;
  const v448 = value['codexErrorInfo'];
  if (v448 === undefined && !('codexErrorInfo' in value)) return NONE;
  const v449 = v448;
  const v450 = { codexErrorInfo: v449 };
  return v450;
}

function read_434(value) {
  if (!isObject(value)) return NONE;
  const v435 = value['id'];
  let v436;
  if (typeof v435 !== 'string') return NONE;
  v436 = v435;
  v436 = shortenName(v436);
  if (v436.length < 1) return NONE;

  const v437 = value['rootTurnId'];
  let v438;
  l439: {
    l440: {
      if (v437 === null) v438 = null;
      else {
        if (typeof v437 !== 'string') break l440;
        v438 = v437;
        v438 = shortenName(v438);
      }
      break l439;
    }
    v438 = null;
  }

  const v441 = value['status'];
  const v442 =
    v441 === null || v441 === 'inProgress' || v441 === 'completed' || v441 === 'interrupted' || v441 === 'failed'
      ? v441
      : null;
  const v443 = value['error'];
  let v444;
  l445: {
    l446: {
      if (v443 === null) v444 = null;
      else {
        v444 = read_447(v443);
        if (v444 === NONE) break l446;
      }
      break l445;
    }
    v444 = null;
  }

  const v451 = value['startedAt'];
  const v452 = v451 === null || (typeof v451 === 'number' && Number.isFinite(v451) && isTime(v451)) ? v451 : null;
  const v453 = value['completedAt'];
  const v454 = v453 === null || (typeof v453 === 'number' && Number.isFinite(v453) && isTime(v453)) ? v453 : null;
  const v455 = value['durationMs'];
  const v456 = v455 === null || (typeof v455 === 'number' && Number.isFinite(v455) && isTime(v455)) ? v455 : null;
  const v457 = value['items'];
  let v458;
  l459: {
    l460: {
      if (!Array.isArray(v457)) break l460;
      v458 = [];
      for (const v461 of v457) {
        let v462;
        v462 = v461;
        v458.push(v462);
      }
      break l459;
    }
    v458 = [];
  }

  const v463 = {
    id: v436,
    rootTurnId: v438,
    status: v442,
    error: v444,
    startedAt: v452,
    completedAt: v454,
    durationMs: v456,
    items: v458,
  };
  return v463;
}

function read_356(value) {
  if (!isObject(value)) return NONE;
  const v357 = value['id'];
  let v358;
  if (typeof v357 !== 'string') return NONE;
  v358 = v357;
  v358 = shortenName(v358);
  if (v358.length < 1) return NONE;

  const v359 = value['sessionId'];
  let v360;
  l361: {
    l362: {
      if (v359 === null) v360 = null;
      else {
        if (typeof v359 !== 'string') break l362;
        v360 = v359;
        v360 = shortenName(v360);
      }
      break l361;
    }
    v360 = null;
  }

  const v363 = value['parentThreadId'];
  let v364;
  l365: {
    l366: {
      if (v363 === null) v364 = null;
      else {
        if (typeof v363 !== 'string') break l366;
        v364 = v363;
        v364 = shortenName(v364);
      }
      break l365;
    }
    v364 = null;
  }

  const v367 = value['forkedFromId'];
  let v368;
  l369: {
    l370: {
      if (v367 === null) v368 = null;
      else {
        if (typeof v367 !== 'string') break l370;
        v368 = v367;
        v368 = shortenName(v368);
      }
      break l369;
    }
    v368 = null;
  }

  const v371 = value['threadSource'];
  let v372;
  l373: {
    l374: {
      if (v371 === null) v372 = null;
      else {
        if (typeof v371 !== 'string') break l374;
        v372 = v371;
        v372 = shortenLabel(v372);
      }
      break l373;
    }
    v372 = null;
  }

  const v375 = value['source'];
  let v376;
  let v377;
  l378: {
    l379: {
      if (v375 === null) v377 = null;
      else {
        v377 = read_380(v375);
        if (v377 === NONE) break l379;
      }
      break l378;
    }
    v377 = null;
  }

  v376 = toLineage(v377);
  const v390 = value['originator'];
  let v391;
  l392: {
    l393: {
      if (v390 === null) v391 = null;
      else {
        if (typeof v390 !== 'string') break l393;
        v391 = v390;
        v391 = shortenLabel(v391);
      }
      break l392;
    }
    v391 = null;
  }

  const v394 = value['ephemeral'];
  const v395 = v394 === null || typeof v394 === 'boolean' ? v394 : null;
  const v396 = value['createdAt'];
  const v397 = v396 === null || (typeof v396 === 'number' && Number.isFinite(v396) && isTime(v396)) ? v396 : null;
  const v398 = value['modelProvider'];
  let v399;
  l400: {
    l401: {
      if (v398 === null) v399 = null;
      else {
        if (typeof v398 !== 'string') break l401;
        v399 = v398;
        v399 = shortenName(v399);
      }
      break l400;
    }
    v399 = null;
  }

  const v402 = value['cwd'];
  let v403;
  l404: {
    l405: {
      if (v402 === null) v403 = null;
      else {
        if (typeof v402 !== 'string') break l405;
        v403 = v402;
        v403 = shortenPath(v403);
      }
      break l404;
    }
    v403 = null;
  }

  const v406 = value['gitInfo'];
  let v407;
  l408: {
    l409: {
      if (v406 === null) v407 = null;
      else {
        v407 = read_410(v406);
        if (v407 === NONE) break l409;
      }
      break l408;
    }
    v407 = null;
  }

  const v424 = value['turns'];
  let v425;
  let v426;
  l427: {
    l428: {
      if (!Array.isArray(v424)) break l428;
      v426 = [];
      for (const v429 of v424) {
        let v430;
        l431: {
          l432: {
            let v433;
            v433 = read_434(v429);
            if (v433 === NONE) break l432;
            v430 = withoutItems(v433);
            break l431;
          }
          l464: {
            let v465;
            v465 = v429;
            v430 = unreadable(v465);
            break l431;
          }
          break l428;
        }

        v426.push(v430);
      }
      break l427;
    }
    v426 = [];
  }

  v425 = readable(v426);
  const v466 = value['preview'];
  const v467 = isFilled(v466);
  const v468 = {
    id: v358,
    sessionId: v360,
    parentThreadId: v364,
    forkedFromId: v368,
    threadSource: v372,
    source: v376,
    originator: v391,
    ephemeral: v395,
    createdAt: v397,
    modelProvider: v399,
    cwd: v403,
    gitInfo: v407,
    turns: v425,
    preview: v467,
  };
  return v468;
}

function read_353(value) {
  if (!isObject(value)) return NONE;
  const v354 = value['thread'];
  let v355;
  v355 = read_356(v354);
  if (v355 === NONE) return NONE;
  const v469 = { thread: v355 };
  return v469;
}

function read_470(value) {
  if (!isObject(value)) return NONE;
  const v471 = value['threadId'];
  let v472;
  if (typeof v471 !== 'string') return NONE;
  v472 = v471;
  v472 = shortenName(v472);
  if (v472.length < 1) return NONE;

  const v473 = { threadId: v472 };
  return v473;
}

function read_479(value) {
  if (!isObject(value)) return NONE;
  const v480 = value['activeFlags'];
  let v481;
  let v482;
  let v483;
  l484: {
    l485: {
      if (!Array.isArray(v480)) break l485;
      v483 = [];
      for (const v486 of v480) {
        let v487;
        l488: {
          l489: {
            if (typeof v486 !== 'string') break l489;
            v487 = v486;
            v487 = shortenName(v487);

            break l488;
          }
          l490: {
            let v491;
            v491 = v486;
            v487 = unreadable(v491);
            break l488;
          }
          break l485;
        }

        v483.push(v487);
      }
      break l484;
    }
    v483 = [];
  }

  v482 = readable(v483);
  v481 = shortenList(v482);
  const v492 = { activeFlags: v481 };
  return v492;
}

function read_474(value) {
  if (!isObject(value)) return NONE;
  const v475 = value['threadId'];
  let v476;
  if (typeof v475 !== 'string') return NONE;
  v476 = v475;
  v476 = shortenName(v476);
  if (v476.length < 1) return NONE;

  const v477 = value['status'];
  let v478;
  v478 = read_479(v477);
  if (v478 === NONE) return NONE;
  const v493 = { threadId: v476, status: v478 };
  return v493;
}

function read_543(value) {
  if (!isObject(value)) return NONE;
  const v544 = value['type'];
  let v545;
  if (typeof v544 !== 'string') return NONE;
  v545 = v544;
  v545 = shortenName(v545);

  const v546 = value['networkAccess'];
  let v547;
  l548: {
    l549: {
      if (v546 === null) v547 = null;
      else {
        l550: {
          l551: {
            if (!(typeof v546 === 'boolean')) break l551;
            v547 = v546;
            break l550;
          }
          l552: {
            if (typeof v546 !== 'string') break l552;
            v547 = v546;
            v547 = shortenName(v547);

            break l550;
          }
          break l549;
        }
      }
      break l548;
    }
    v547 = null;
  }

  const v553 = { type: v545, networkAccess: v547 };
  return v553;
}

function read_565(value) {
  if (!isObject(value)) return NONE;
  const v566 = value['model'];
  let v567;
  l568: {
    l569: {
      if (v566 === undefined) v567 = undefined;
      else {
        if (v566 === null) v567 = null;
        else {
          if (typeof v566 !== 'string') break l569;
          v567 = v566;
          v567 = shortenName(v567);
        }
      }
      break l568;
    }
    v567 = undefined;
  }

  const v570 = value['reasoning_effort'];
  let v571;
  l572: {
    l573: {
      if (v570 === undefined) v571 = undefined;
      else {
        if (v570 === null) v571 = null;
        else {
          if (typeof v570 !== 'string') break l573;
          v571 = v570;
          v571 = shortenName(v571);
        }
      }
      break l572;
    }
    v571 = undefined;
  }

  const v574 = { model: v567, reasoning_effort: v571 };
  return v574;
}

function read_558(value) {
  if (!isObject(value)) return NONE;
  const v559 = value['mode'];
  let v560;
  if (typeof v559 !== 'string') return NONE;
  v560 = v559;
  v560 = shortenName(v560);

  const v561 = value['settings'];
  let v562;
  l563: {
    l564: {
      if (v561 === undefined) v562 = undefined;
      else {
        v562 = read_565(v561);
        if (v562 === NONE) break l564;
      }
      break l563;
    }
    v562 = undefined;
  }

  const v575 = { mode: v560, settings: v562 };
  return v575;
}

function read_499(value) {
  if (!isObject(value)) return NONE;
  const v500 = value['model'];
  let v501;
  l502: {
    l503: {
      if (v500 === undefined) v501 = undefined;
      else {
        if (v500 === null) v501 = null;
        else {
          if (typeof v500 !== 'string') break l503;
          v501 = v500;
          v501 = shortenName(v501);
        }
      }
      break l502;
    }
    v501 = undefined;
  }

  const v504 = value['modelProvider'];
  let v505;
  l506: {
    l507: {
      if (v504 === undefined) v505 = undefined;
      else {
        if (v504 === null) v505 = null;
        else {
          if (typeof v504 !== 'string') break l507;
          v505 = v504;
          v505 = shortenName(v505);
        }
      }
      break l506;
    }
    v505 = undefined;
  }

  const v508 = value['effort'];
  let v509;
  l510: {
    l511: {
      if (v508 === undefined) v509 = undefined;
      else {
        if (v508 === null) v509 = null;
        else {
          if (typeof v508 !== 'string') break l511;
          v509 = v508;
          v509 = shortenName(v509);
        }
      }
      break l510;
    }
    v509 = undefined;
  }

  const v512 = value['summary'];
  let v513;
  l514: {
    l515: {
      if (v512 === undefined) v513 = undefined;
      else {
        if (v512 === null) v513 = null;
        else {
          if (typeof v512 !== 'string') break l515;
          v513 = v512;
          v513 = shortenName(v513);
        }
      }
      break l514;
    }
    v513 = undefined;
  }

  const v516 = value['serviceTier'];
  let v517;
  l518: {
    l519: {
      if (v516 === undefined) v517 = undefined;
      else {
        if (v516 === null) v517 = null;
        else {
          if (typeof v516 !== 'string') break l519;
          v517 = v516;
          v517 = shortenName(v517);
        }
      }
      break l518;
    }
    v517 = undefined;
  }

  const v520 = value['personality'];
  let v521;
  l522: {
    l523: {
      if (v520 === undefined) v521 = undefined;
      else {
        if (v520 === null) v521 = null;
        else {
          if (typeof v520 !== 'string') break l523;
          v521 = v520;
          v521 = shortenName(v521);
        }
      }
      break l522;
    }
    v521 = undefined;
  }

  const v524 = value['approvalPolicy'];
  let v525;
  l526: {
    l527: {
      if (v524 === undefined) v525 = undefined;
      else {
        if (v524 === null) v525 = null;
        else {
          l528: {
            l529: {
              if (typeof v524 !== 'string') break l529;
              v525 = v524;
              v525 = shortenName(v525);

              break l528;
            }
            l530: {
              let v531;
              if (!isObject(v524)) break l530;
              v531 = {};
              for (const v532 of Object.keys(v524)) {
                if (v532 === '__proto__') continue;
                const v533 = v524[v532];
                let v534;
                v534 = v533;
                v531[v532] = v534;
              }
              v525 = nameIn(v531);
              break l528;
            }
            break l527;
          }
        }
      }
      break l526;
    }
    v525 = undefined;
  }

  const v535 = value['approvalsReviewer'];
  let v536;
  l537: {
    l538: {
      if (v535 === undefined) v536 = undefined;
      else {
        if (v535 === null) v536 = null;
        else {
          if (typeof v535 !== 'string') break l538;
          v536 = v535;
          v536 = shortenName(v536);
        }
      }
      break l537;
    }
    v536 = undefined;
  }

  const v539 = value['sandboxPolicy'];
  let v540;
  l541: {
    l542: {
      if (v539 === undefined) v540 = undefined;
      else {
        if (v539 === null) v540 = null;
        else {
          v540 = read_543(v539);
          if (v540 === NONE) break l542;
        }
      }
      break l541;
    }
    v540 = undefined;
  }

  const v554 = value['collaborationMode'];
  let v555;
  l556: {
    l557: {
      if (v554 === undefined) v555 = undefined;
      else {
        if (v554 === null) v555 = null;
        else {
          v555 = read_558(v554);
          if (v555 === NONE) break l557;
        }
      }
      break l556;
    }
    v555 = undefined;
  }

  const v576 = {
    model: v501,
    modelProvider: v505,
    effort: v509,
    summary: v513,
    serviceTier: v517,
    personality: v521,
    approvalPolicy: v525,
    approvalsReviewer: v536,
    sandboxPolicy: v540,
    collaborationMode: v555,
  };
  return v576;
}

function read_494(value) {
  if (!isObject(value)) return NONE;
  const v495 = value['threadId'];
  let v496;
  if (typeof v495 !== 'string') return NONE;
  v496 = v495;
  v496 = shortenName(v496);
  if (v496.length < 1) return NONE;

  const v497 = value['threadSettings'];
  let v498;
  v498 = read_499(v497);
  if (v498 === NONE) return NONE;
  const v577 = { threadId: v496, threadSettings: v498 };
  return v577;
}

function read_589(value) {
  if (!isObject(value)) return NONE;
  const v590 = value['codexErrorInfo'];
  if (v590 === undefined && !('codexErrorInfo' in value)) return NONE;
  const v591 = v590;
  const v592 = { codexErrorInfo: v591 };
  return v592;
}

function read_578(value) {
  if (!isObject(value)) return NONE;
  const v579 = value['threadId'];
  let v580;
  if (typeof v579 !== 'string') return NONE;
  v580 = v579;
  v580 = shortenName(v580);
  if (v580.length < 1) return NONE;

  const v581 = value['turnId'];
  let v582;
  if (typeof v581 !== 'string') return NONE;
  v582 = v581;
  v582 = shortenName(v582);
  if (v582.length < 1) return NONE;

  const v583 = value['willRetry'];
  const v584 = typeof v583 === 'boolean' ? v583 : false;
  const v585 = value['error'];
  let v586;
  l587: {
    l588: {
      if (v585 === null) v586 = null;
      else {
        v586 = read_589(v585);
        if (v586 === NONE) break l588;
      }
      break l587;
    }
    v586 = null;
  }

  const v593 = { threadId: v580, turnId: v582, willRetry: v584, error: v586 };
  return v593;
}

function read_594(value) {
  if (!isObject(value)) return NONE;
  const v595 = value['threadId'];
  let v596;
  if (typeof v595 !== 'string') return NONE;
  v596 = v595;
  v596 = shortenName(v596);
  if (v596.length < 1) return NONE;

  const v597 = value['turnId'];
  let v598;
  if (typeof v597 !== 'string') return NONE;
  v598 = v597;
  v598 = shortenName(v598);
  if (v598.length < 1) return NONE;

  const v599 = value['toModel'];
  let v600;
  if (typeof v599 !== 'string') return NONE;
  v600 = v599;
  v600 = shortenName(v600);

  const v601 = { threadId: v596, turnId: v598, toModel: v600 };
  return v601;
}

function read_612(value) {
  if (!isObject(value)) return NONE;
  const v613 = value['inputTokens'];
  const v614 = typeof v613 === 'number' && Number.isFinite(v613) && Number.isSafeInteger(v613) && v613 >= 0 ? v613 : 0;
  const v615 = value['cachedInputTokens'];
  const v616 = typeof v615 === 'number' && Number.isFinite(v615) && Number.isSafeInteger(v615) && v615 >= 0 ? v615 : 0;
  const v617 = value['cacheWriteInputTokens'];
  const v618 =
    v617 === null || (typeof v617 === 'number' && Number.isFinite(v617) && Number.isSafeInteger(v617) && v617 >= 0)
      ? v617
      : null;
  const v619 = value['outputTokens'];
  const v620 = typeof v619 === 'number' && Number.isFinite(v619) && Number.isSafeInteger(v619) && v619 >= 0 ? v619 : 0;
  const v621 = value['reasoningOutputTokens'];
  const v622 = typeof v621 === 'number' && Number.isFinite(v621) && Number.isSafeInteger(v621) && v621 >= 0 ? v621 : 0;
  const v623 = value['totalTokens'];
  const v624 = typeof v623 === 'number' && Number.isFinite(v623) && Number.isSafeInteger(v623) && v623 >= 0 ? v623 : 0;
  const v625 = {
    inputTokens: v614,
    cachedInputTokens: v616,
    cacheWriteInputTokens: v618,
    outputTokens: v620,
    reasoningOutputTokens: v622,
    totalTokens: v624,
  };
  return v625;
}

function read_609(value) {
  if (!isObject(value)) return NONE;
  const v610 = value['total'];
  let v611;
  v611 = read_612(v610);
  if (v611 === NONE) return NONE;
  const v626 = value['last'];
  let v627;
  v627 = read_612(v626);
  if (v627 === NONE) return NONE;
  const v628 = { total: v611, last: v627 };
  return v628;
}

function read_602(value) {
  if (!isObject(value)) return NONE;
  const v603 = value['threadId'];
  let v604;
  if (typeof v603 !== 'string') return NONE;
  v604 = v603;
  v604 = shortenName(v604);
  if (v604.length < 1) return NONE;

  const v605 = value['turnId'];
  let v606;
  if (typeof v605 !== 'string') return NONE;
  v606 = v605;
  v606 = shortenName(v606);
  if (v606.length < 1) return NONE;

  const v607 = value['tokenUsage'];
  let v608;
  v608 = read_609(v607);
  if (v608 === NONE) return NONE;
  const v629 = { threadId: v604, turnId: v606, tokenUsage: v608 };
  return v629;
}

function read_639(value) {
  if (!isObject(value)) return NONE;
  const v640 = value['status'];
  let v641;
  if (typeof v640 !== 'string') return NONE;
  v641 = v640;
  v641 = shortenName(v641);

  const v642 = value['tokenBudget'];
  const v643 =
    v642 === null || (typeof v642 === 'number' && Number.isFinite(v642) && Number.isSafeInteger(v642) && v642 >= 0)
      ? v642
      : null;
  const v644 = value['tokensUsed'];
  const v645 =
    v644 === null || (typeof v644 === 'number' && Number.isFinite(v644) && Number.isSafeInteger(v644) && v644 >= 0)
      ? v644
      : null;
  const v646 = value['timeUsedSeconds'];
  const v647 =
    v646 === null || (typeof v646 === 'number' && Number.isFinite(v646) && Number.isSafeInteger(v646) && v646 >= 0)
      ? v646
      : null;
  const v648 = { status: v641, tokenBudget: v643, tokensUsed: v645, timeUsedSeconds: v647 };
  return v648;
}

function read_630(value) {
  if (!isObject(value)) return NONE;
  const v631 = value['threadId'];
  let v632;
  if (typeof v631 !== 'string') return NONE;
  v632 = v631;
  v632 = shortenName(v632);
  if (v632.length < 1) return NONE;

  const v633 = value['turnId'];
  let v634;
  l635: {
    l636: {
      if (v633 === null) v634 = null;
      else {
        if (typeof v633 !== 'string') break l636;
        v634 = v633;
        v634 = shortenName(v634);
      }
      break l635;
    }
    v634 = null;
  }

  const v637 = value['goal'];
  let v638;
  v638 = read_639(v637);
  if (v638 === NONE) return NONE;
  const v649 = { threadId: v632, turnId: v634, goal: v638 };
  return v649;
}

function read_668(value) {
  if (!isObject(value)) return NONE;
  const v669 = value['codexErrorInfo'];
  if (v669 === undefined && !('codexErrorInfo' in value)) return NONE;
  const v670 = v669;
  const v671 = { codexErrorInfo: v670 };
  return v671;
}

function read_655(value) {
  if (!isObject(value)) return NONE;
  const v656 = value['id'];
  let v657;
  if (typeof v656 !== 'string') return NONE;
  v657 = v656;
  v657 = shortenName(v657);
  if (v657.length < 1) return NONE;

  const v658 = value['rootTurnId'];
  let v659;
  l660: {
    l661: {
      if (v658 === null) v659 = null;
      else {
        if (typeof v658 !== 'string') break l661;
        v659 = v658;
        v659 = shortenName(v659);
      }
      break l660;
    }
    v659 = null;
  }

  const v662 = value['status'];
  const v663 =
    v662 === null || v662 === 'inProgress' || v662 === 'completed' || v662 === 'interrupted' || v662 === 'failed'
      ? v662
      : null;
  const v664 = value['error'];
  let v665;
  l666: {
    l667: {
      if (v664 === null) v665 = null;
      else {
        v665 = read_668(v664);
        if (v665 === NONE) break l667;
      }
      break l666;
    }
    v665 = null;
  }

  const v672 = value['startedAt'];
  const v673 = v672 === null || (typeof v672 === 'number' && Number.isFinite(v672) && isTime(v672)) ? v672 : null;
  const v674 = value['completedAt'];
  const v675 = v674 === null || (typeof v674 === 'number' && Number.isFinite(v674) && isTime(v674)) ? v674 : null;
  const v676 = value['durationMs'];
  const v677 = v676 === null || (typeof v676 === 'number' && Number.isFinite(v676) && isTime(v676)) ? v676 : null;
  const v678 = {
    id: v657,
    rootTurnId: v659,
    status: v663,
    error: v665,
    startedAt: v673,
    completedAt: v675,
    durationMs: v677,
  };
  return v678;
}

function read_650(value) {
  if (!isObject(value)) return NONE;
  const v651 = value['threadId'];
  let v652;
  if (typeof v651 !== 'string') return NONE;
  v652 = v651;
  v652 = shortenName(v652);
  if (v652.length < 1) return NONE;

  const v653 = value['turn'];
  let v654;
  v654 = read_655(v653);
  if (v654 === NONE) return NONE;
  const v679 = { threadId: v652, turn: v654 };
  return v679;
}

function read_680(value) {
  if (!isObject(value)) return NONE;
  const v681 = value['threadId'];
  let v682;
  if (typeof v681 !== 'string') return NONE;
  v682 = v681;
  v682 = shortenName(v682);
  if (v682.length < 1) return NONE;

  const v683 = value['turn'];
  let v684;
  v684 = read_655(v683);
  if (v684 === NONE) return NONE;
  const v685 = { threadId: v682, turn: v684 };
  return v685;
}

function read_686(value) {
  if (!isObject(value)) return NONE;
  const v687 = value['threadId'];
  let v688;
  if (typeof v687 !== 'string') return NONE;
  v688 = v687;
  v688 = shortenName(v688);
  if (v688.length < 1) return NONE;

  const v689 = value['turnId'];
  let v690;
  if (typeof v689 !== 'string') return NONE;
  v690 = v689;
  v690 = shortenName(v690);
  if (v690.length < 1) return NONE;

  const v691 = value['diff'];
  let v692;
  if (!(typeof v691 === 'string')) return NONE;
  v692 = v691;
  const v693 = { threadId: v688, turnId: v690, diff: v692 };
  return v693;
}

function read_694(value) {
  if (!isObject(value)) return NONE;
  const v695 = value['threadId'];
  let v696;
  if (typeof v695 !== 'string') return NONE;
  v696 = v695;
  v696 = shortenName(v696);
  if (v696.length < 1) return NONE;

  const v697 = value['turnId'];
  let v698;
  if (typeof v697 !== 'string') return NONE;
  v698 = v697;
  v698 = shortenName(v698);
  if (v698.length < 1) return NONE;

  const v699 = value['startedAtMs'];
  const v700 = v699 === null || (typeof v699 === 'number' && Number.isFinite(v699) && isTime(v699)) ? v699 : null;
  const v701 = value['item'];
  let v702;
  v702 = read_item(v701);
  if (v702 === NONE) return NONE;
  const v703 = { threadId: v696, turnId: v698, startedAtMs: v700, item: v702 };
  return v703;
}

function read_704(value) {
  if (!isObject(value)) return NONE;
  const v705 = value['threadId'];
  let v706;
  if (typeof v705 !== 'string') return NONE;
  v706 = v705;
  v706 = shortenName(v706);
  if (v706.length < 1) return NONE;

  const v707 = value['turnId'];
  let v708;
  if (typeof v707 !== 'string') return NONE;
  v708 = v707;
  v708 = shortenName(v708);
  if (v708.length < 1) return NONE;

  const v709 = value['completedAtMs'];
  const v710 = v709 === null || (typeof v709 === 'number' && Number.isFinite(v709) && isTime(v709)) ? v709 : null;
  const v711 = value['item'];
  let v712;
  v712 = read_item(v711);
  if (v712 === NONE) return NONE;
  const v713 = { threadId: v706, turnId: v708, completedAtMs: v710, item: v712 };
  return v713;
}

function read_731(value) {
  if (!isObject(value)) return NONE;
  const v732 = value['status'];
  let v733;
  if (typeof v732 !== 'string') return NONE;
  v733 = v732;
  v733 = shortenName(v733);

  const v734 = value['riskLevel'];
  let v735;
  l736: {
    l737: {
      if (v734 === null) v735 = null;
      else {
        if (typeof v734 !== 'string') break l737;
        v735 = v734;
        v735 = shortenName(v735);
      }
      break l736;
    }
    v735 = null;
  }

  const v738 = value['userAuthorization'];
  let v739;
  l740: {
    l741: {
      if (v738 === null) v739 = null;
      else {
        if (typeof v738 !== 'string') break l741;
        v739 = v738;
        v739 = shortenName(v739);
      }
      break l740;
    }
    v739 = null;
  }

  const v742 = { status: v733, riskLevel: v735, userAuthorization: v739 };
  return v742;
}

function read_767(value) {
  if (!isObject(value)) return NONE;
  const v768 = value['enabled'];
  const v769 = v768 === null || typeof v768 === 'boolean' ? v768 : null;
  const v770 = { enabled: v769 };
  return v770;
}

function read_807(value) {
  if (!isObject(value)) return NONE;
  const v808 = value['path'];
  if (v808 === undefined && !('path' in value)) return NONE;
  const v809 = v808;
  const v810 = value['access'];
  let v811;
  l812: {
    l813: {
      if (typeof v810 !== 'string') break l813;
      v811 = v810;
      v811 = shortenName(v811);

      break l812;
    }
    v811 = '';
  }

  const v814 = { path: v809, access: v811 };
  return v814;
}

function read_775(value) {
  if (!isObject(value)) return NONE;
  const v776 = value['read'];
  let v777;
  let v778;
  l779: {
    l780: {
      if (!Array.isArray(v776)) break l780;
      v778 = [];
      for (const v781 of v776) {
        let v782;
        l783: {
          l784: {
            if (!(typeof v781 === 'string')) break l784;
            v782 = v781;
            break l783;
          }
          l785: {
            let v786;
            v786 = v781;
            v782 = unreadable(v786);
            break l783;
          }
          break l780;
        }

        v778.push(v782);
      }
      break l779;
    }
    v778 = [];
  }

  v777 = readable(v778);
  const v787 = value['write'];
  let v788;
  let v789;
  l790: {
    l791: {
      if (!Array.isArray(v787)) break l791;
      v789 = [];
      for (const v792 of v787) {
        let v793;
        l794: {
          l795: {
            if (!(typeof v792 === 'string')) break l795;
            v793 = v792;
            break l794;
          }
          l796: {
            let v797;
            v797 = v792;
            v793 = unreadable(v797);
            break l794;
          }
          break l791;
        }

        v789.push(v793);
      }
      break l790;
    }
    v789 = [];
  }

  v788 = readable(v789);
  const v798 = value['entries'];
  let v799;
  let v800;
  l801: {
    l802: {
      if (!Array.isArray(v798)) break l802;
      v800 = [];
      for (const v803 of v798) {
        let v804;
        l805: {
          l806: {
            v804 = read_807(v803);
            if (v804 === NONE) break l806;
            break l805;
          }
          l815: {
            let v816;
            v816 = v803;
            v804 = unreadable(v816);
            break l805;
          }
          break l802;
        }

        v800.push(v804);
      }
      break l801;
    }
    v800 = [];
  }

  v799 = readable(v800);
  const v817 = { read: v777, write: v788, entries: v799 };
  return v817;
}

function read_762(value) {
  if (!isObject(value)) return NONE;
  const v763 = value['network'];
  let v764;
  l765: {
    l766: {
      if (v763 === null) v764 = null;
      else {
        v764 = read_767(v763);
        if (v764 === NONE) break l766;
      }
      break l765;
    }
    v764 = null;
  }

  const v771 = value['fileSystem'];
  let v772;
  l773: {
    l774: {
      if (v771 === null) v772 = null;
      else {
        v772 = read_775(v771);
        if (v772 === NONE) break l774;
      }
      break l773;
    }
    v772 = null;
  }

  const v818 = { network: v764, fileSystem: v772 };
  return v818;
}

function read_747(value) {
  if (!isObject(value)) return NONE;
  const v748 = value['type'];
  let v749;
  if (typeof v748 !== 'string') return NONE;
  v749 = v748;
  v749 = shortenName(v749);

  const v750 = value['source'];
  let v751;
  l752: {
    l753: {
      if (v750 === null) v751 = null;
      else {
        if (typeof v750 !== 'string') break l753;
        v751 = v750;
        v751 = shortenName(v751);
      }
      break l752;
    }
    v751 = null;
  }

  const v754 = value['toolName'];
  let v755;
  l756: {
    l757: {
      if (v754 === null) v755 = null;
      else {
        if (typeof v754 !== 'string') break l757;
        v755 = v754;
        v755 = shortenName(v755);
      }
      break l756;
    }
    v755 = null;
  }

  const v758 = value['permissions'];
  let v759;
  l760: {
    l761: {
      if (v758 === null) v759 = null;
      else {
        v759 = read_762(v758);
        if (v759 === NONE) break l761;
      }
      break l760;
    }
    v759 = null;
  }

  const v819 = { type: v749, source: v751, toolName: v755, permissions: v759 };
  return v819;
}

function read_714(value) {
  if (!isObject(value)) return NONE;
  const v715 = value['threadId'];
  let v716;
  if (typeof v715 !== 'string') return NONE;
  v716 = v715;
  v716 = shortenName(v716);
  if (v716.length < 1) return NONE;

  const v717 = value['turnId'];
  let v718;
  if (typeof v717 !== 'string') return NONE;
  v718 = v717;
  v718 = shortenName(v718);
  if (v718.length < 1) return NONE;

  const v719 = value['reviewId'];
  let v720;
  if (typeof v719 !== 'string') return NONE;
  v720 = v719;
  v720 = shortenName(v720);
  if (v720.length < 1) return NONE;

  const v721 = value['targetItemId'];
  let v722;
  l723: {
    l724: {
      if (v721 === null) v722 = null;
      else {
        if (typeof v721 !== 'string') break l724;
        v722 = v721;
        v722 = shortenName(v722);
      }
      break l723;
    }
    v722 = null;
  }

  const v725 = value['startedAtMs'];
  const v726 = v725 === null || (typeof v725 === 'number' && Number.isFinite(v725) && isTime(v725)) ? v725 : null;
  const v727 = value['completedAtMs'];
  const v728 = v727 === null || (typeof v727 === 'number' && Number.isFinite(v727) && isTime(v727)) ? v727 : null;
  const v729 = value['review'];
  let v730;
  v730 = read_731(v729);
  if (v730 === NONE) return NONE;
  const v743 = value['action'];
  let v744;
  l745: {
    l746: {
      v744 = read_747(v743);
      if (v744 === NONE) break l746;
      break l745;
    }
    v744 = { type: '', source: null, toolName: null, permissions: null };
  }

  const v820 = {
    threadId: v716,
    turnId: v718,
    reviewId: v720,
    targetItemId: v722,
    startedAtMs: v726,
    completedAtMs: v728,
    review: v730,
    action: v744,
  };
  return v820;
}

function read_821(value) {
  if (!isObject(value)) return NONE;
  const v822 = value['threadId'];
  let v823;
  l824: {
    l825: {
      if (v822 === null) v823 = null;
      else {
        if (typeof v822 !== 'string') break l825;
        v823 = v822;
        v823 = shortenName(v823);
      }
      break l824;
    }
    v823 = null;
  }

  const v826 = value['requestId'];
  let v827;
  if (!(typeof v826 === 'string' || (typeof v826 === 'number' && Number.isFinite(v826)))) return NONE;
  v827 = v826;
  const v828 = { threadId: v823, requestId: v827 };
  return v828;
}

function read_838(value) {
  if (!isObject(value)) return NONE;
  const v839 = value['id'];
  let v840;
  if (typeof v839 !== 'string') return NONE;
  v840 = v839;
  v840 = shortenName(v840);
  if (v840.length < 1) return NONE;

  const v841 = value['eventName'];
  let v842;
  if (typeof v841 !== 'string') return NONE;
  v842 = v841;
  v842 = shortenName(v842);

  const v843 = value['source'];
  let v844;
  l845: {
    l846: {
      if (typeof v843 !== 'string') break l846;
      v844 = v843;
      v844 = shortenName(v844);

      break l845;
    }
    v844 = 'unknown';
  }

  const v847 = value['handlerType'];
  let v848;
  l849: {
    l850: {
      if (v847 === null) v848 = null;
      else {
        if (typeof v847 !== 'string') break l850;
        v848 = v847;
        v848 = shortenName(v848);
      }
      break l849;
    }
    v848 = null;
  }

  const v851 = value['executionMode'];
  let v852;
  l853: {
    l854: {
      if (v851 === null) v852 = null;
      else {
        if (typeof v851 !== 'string') break l854;
        v852 = v851;
        v852 = shortenName(v852);
      }
      break l853;
    }
    v852 = null;
  }

  const v855 = value['status'];
  const v856 =
    v855 === null ||
    v855 === 'running' ||
    v855 === 'completed' ||
    v855 === 'failed' ||
    v855 === 'blocked' ||
    v855 === 'stopped'
      ? v855
      : null;
  const v857 = value['durationMs'];
  const v858 = v857 === null || (typeof v857 === 'number' && Number.isFinite(v857) && isTime(v857)) ? v857 : null;
  const v859 = {
    id: v840,
    eventName: v842,
    source: v844,
    handlerType: v848,
    executionMode: v852,
    status: v856,
    durationMs: v858,
  };
  return v859;
}

function read_829(value) {
  if (!isObject(value)) return NONE;
  const v830 = value['threadId'];
  let v831;
  if (typeof v830 !== 'string') return NONE;
  v831 = v830;
  v831 = shortenName(v831);
  if (v831.length < 1) return NONE;

  const v832 = value['turnId'];
  let v833;
  l834: {
    l835: {
      if (v832 === null) v833 = null;
      else {
        if (typeof v832 !== 'string') break l835;
        v833 = v832;
        v833 = shortenName(v833);
      }
      break l834;
    }
    v833 = null;
  }

  const v836 = value['run'];
  let v837;
  v837 = read_838(v836);
  if (v837 === NONE) return NONE;
  const v860 = { threadId: v831, turnId: v833, run: v837 };
  return v860;
}

function read_866(value) {
  if (!isObject(value)) return NONE;
  const v867 = value['name'];
  let v868;
  if (typeof v867 !== 'string') return NONE;
  v868 = v867;
  v868 = shortenLabel(v868);

  const v869 = value['version'];
  let v870;
  l871: {
    l872: {
      if (v869 === null) v870 = null;
      else {
        if (typeof v869 !== 'string') break l872;
        v870 = v869;
        v870 = shortenLabel(v870);
      }
      break l871;
    }
    v870 = null;
  }

  const v873 = { name: v868, version: v870 };
  return v873;
}

function read_878(value) {
  if (!isObject(value)) return NONE;
  const v879 = value['experimentalApi'];
  const v880 = typeof v879 === 'boolean' ? v879 : false;
  const v881 = value['optOutNotificationMethods'];
  let v882;
  let v883;
  let v884;
  l885: {
    l886: {
      if (!Array.isArray(v881)) break l886;
      v884 = [];
      for (const v887 of v881) {
        let v888;
        l889: {
          l890: {
            if (typeof v887 !== 'string') break l890;
            v888 = v887;
            v888 = shortenName(v888);

            break l889;
          }
          l891: {
            let v892;
            v892 = v887;
            v888 = unreadable(v892);
            break l889;
          }
          break l886;
        }

        v884.push(v888);
      }
      break l885;
    }
    v884 = [];
  }

  v883 = readable(v884);
  v882 = shortenList(v883);
  const v893 = { experimentalApi: v880, optOutNotificationMethods: v882 };
  return v893;
}

function read_861(value) {
  if (!isObject(value)) return NONE;
  const v862 = value['clientInfo'];
  let v863;
  l864: {
    l865: {
      if (v862 === null) v863 = null;
      else {
        v863 = read_866(v862);
        if (v863 === NONE) break l865;
      }
      break l864;
    }
    v863 = null;
  }

  const v874 = value['capabilities'];
  let v875;
  l876: {
    l877: {
      if (v874 === null) v875 = null;
      else {
        v875 = read_878(v874);
        if (v875 === NONE) break l877;
      }
      break l876;
    }
    v875 = null;
  }

  const v894 = { clientInfo: v863, capabilities: v875 };
  return v894;
}

function read_895(value) {
  if (!isObject(value)) return NONE;
  const v896 = value['userAgent'];
  let v897;
  l898: {
    l899: {
      if (v896 === null) v897 = null;
      else {
        if (typeof v896 !== 'string') break l899;
        v897 = v896;
        v897 = shortenPath(v897);
      }
      break l898;
    }
    v897 = null;
  }

  const v900 = value['platformOs'];
  let v901;
  l902: {
    l903: {
      if (v900 === null) v901 = null;
      else {
        if (typeof v900 !== 'string') break l903;
        v901 = v900;
        v901 = shortenLabel(v901);
      }
      break l902;
    }
    v901 = null;
  }

  const v904 = value['codexHome'];
  let v905;
  l906: {
    l907: {
      if (v904 === null) v905 = null;
      else {
        if (typeof v904 !== 'string') break l907;
        v905 = v904;
        v905 = shortenPath(v905);
      }
      break l906;
    }
    v905 = null;
  }

  const v908 = { userAgent: v897, platformOs: v901, codexHome: v905 };
  return v908;
}

function read_918(value) {
  if (!isObject(value)) return NONE;
  const v919 = value['model_reasoning_summary'];
  let v920;
  l921: {
    l922: {
      if (v919 === undefined) v920 = undefined;
      else {
        if (v919 === null) v920 = null;
        else {
          if (typeof v919 !== 'string') break l922;
          v920 = v919;
          v920 = shortenName(v920);
        }
      }
      break l921;
    }
    v920 = undefined;
  }

  const v923 = value['personality'];
  let v924;
  l925: {
    l926: {
      if (v923 === undefined) v924 = undefined;
      else {
        if (v923 === null) v924 = null;
        else {
          if (typeof v923 !== 'string') break l926;
          v924 = v923;
          v924 = shortenName(v924);
        }
      }
      break l925;
    }
    v924 = undefined;
  }

  const v927 = { model_reasoning_summary: v920, personality: v924 };
  return v927;
}

function read_909(value) {
  if (!isObject(value)) return NONE;
  const v910 = value['personality'];
  let v911;
  l912: {
    l913: {
      if (v910 === undefined) v911 = undefined;
      else {
        if (v910 === null) v911 = null;
        else {
          if (typeof v910 !== 'string') break l913;
          v911 = v910;
          v911 = shortenName(v911);
        }
      }
      break l912;
    }
    v911 = undefined;
  }

  const v914 = value['config'];
  let v915;
  l916: {
    l917: {
      if (v914 === undefined) v915 = undefined;
      else {
        if (v914 === null) v915 = null;
        else {
          v915 = read_918(v914);
          if (v915 === NONE) break l917;
        }
      }
      break l916;
    }
    v915 = undefined;
  }

  const v928 = { personality: v911, config: v915 };
  return v928;
}

function read_929(value) {
  if (!isObject(value)) return NONE;
  const v930 = value['thread'];
  let v931;
  v931 = read_356(v930);
  if (v931 === NONE) return NONE;
  const v932 = value['model'];
  let v933;
  l934: {
    l935: {
      if (v932 === null) v933 = null;
      else {
        if (typeof v932 !== 'string') break l935;
        v933 = v932;
        v933 = shortenName(v933);
      }
      break l934;
    }
    v933 = null;
  }

  const v936 = value['modelProvider'];
  let v937;
  l938: {
    l939: {
      if (v936 === null) v937 = null;
      else {
        if (typeof v936 !== 'string') break l939;
        v937 = v936;
        v937 = shortenName(v937);
      }
      break l938;
    }
    v937 = null;
  }

  const v940 = value['serviceTier'];
  let v941;
  l942: {
    l943: {
      if (v940 === undefined) v941 = undefined;
      else {
        if (v940 === null) v941 = null;
        else {
          if (typeof v940 !== 'string') break l943;
          v941 = v940;
          v941 = shortenName(v941);
        }
      }
      break l942;
    }
    v941 = undefined;
  }

  const v944 = value['approvalPolicy'];
  let v945;
  l946: {
    l947: {
      if (v944 === undefined) v945 = undefined;
      else {
        if (v944 === null) v945 = null;
        else {
          l948: {
            l949: {
              if (typeof v944 !== 'string') break l949;
              v945 = v944;
              v945 = shortenName(v945);

              break l948;
            }
            l950: {
              let v951;
              if (!isObject(v944)) break l950;
              v951 = {};
              for (const v952 of Object.keys(v944)) {
                if (v952 === '__proto__') continue;
                const v953 = v944[v952];
                let v954;
                v954 = v953;
                v951[v952] = v954;
              }
              v945 = nameIn(v951);
              break l948;
            }
            break l947;
          }
        }
      }
      break l946;
    }
    v945 = undefined;
  }

  const v955 = value['approvalsReviewer'];
  let v956;
  l957: {
    l958: {
      if (v955 === undefined) v956 = undefined;
      else {
        if (v955 === null) v956 = null;
        else {
          if (typeof v955 !== 'string') break l958;
          v956 = v955;
          v956 = shortenName(v956);
        }
      }
      break l957;
    }
    v956 = undefined;
  }

  const v959 = value['sandbox'];
  let v960;
  l961: {
    l962: {
      if (v959 === undefined) v960 = undefined;
      else {
        if (v959 === null) v960 = null;
        else {
          v960 = read_543(v959);
          if (v960 === NONE) break l962;
        }
      }
      break l961;
    }
    v960 = undefined;
  }

  const v963 = value['reasoningEffort'];
  let v964;
  l965: {
    l966: {
      if (v963 === undefined) v964 = undefined;
      else {
        if (v963 === null) v964 = null;
        else {
          if (typeof v963 !== 'string') break l966;
          v964 = v963;
          v964 = shortenName(v964);
        }
      }
      break l965;
    }
    v964 = undefined;
  }

  const v967 = value['collaborationMode'];
  let v968;
  l969: {
    l970: {
      if (v967 === undefined) v968 = undefined;
      else {
        if (v967 === null) v968 = null;
        else {
          v968 = read_558(v967);
          if (v968 === NONE) break l970;
        }
      }
      break l969;
    }
    v968 = undefined;
  }

  const v971 = {
    thread: v931,
    model: v933,
    modelProvider: v937,
    serviceTier: v941,
    approvalPolicy: v945,
    approvalsReviewer: v956,
    sandbox: v960,
    reasoningEffort: v964,
    collaborationMode: v968,
  };
  return v971;
}

function read_972(value) {
  let v973;
  let v974;
  v974 = value;
  v973 = toNothing(v974);
  return v973;
}

function read_975(value) {
  if (!isObject(value)) return NONE;
  const v976 = value['turnsBackwardsCursor'];
  const v977 = isPresent(v976);
  const v978 = { turnsBackwardsCursor: v977 };
  return v978;
}

function read_982(value) {
  if (!isObject(value)) return NONE;
  const v983 = value['turns'];
  let v984;
  let v985;
  l986: {
    l987: {
      if (!Array.isArray(v983)) break l987;
      v985 = [];
      for (const v988 of v983) {
        let v989;
        l990: {
          l991: {
            let v992;
            v992 = read_434(v988);
            if (v992 === NONE) break l991;
            v989 = withoutItems(v992);
            break l990;
          }
          l993: {
            let v994;
            v994 = v988;
            v989 = unreadable(v994);
            break l990;
          }
          break l987;
        }

        v985.push(v989);
      }
      break l986;
    }
    v985 = [];
  }

  v984 = readable(v985);
  const v995 = { turns: v984 };
  return v995;
}

function read_979(value) {
  if (!isObject(value)) return NONE;
  const v980 = value['thread'];
  let v981;
  v981 = read_982(v980);
  if (v981 === NONE) return NONE;
  const v996 = { thread: v981 };
  return v996;
}

function read_1000(value) {
  if (!isObject(value)) return NONE;
  const v1001 = value['data'];
  let v1002;
  let v1003;
  l1004: {
    l1005: {
      if (!Array.isArray(v1001)) break l1005;
      v1003 = [];
      for (const v1006 of v1001) {
        let v1007;
        l1008: {
          l1009: {
            let v1010;
            v1010 = read_434(v1006);
            if (v1010 === NONE) break l1009;
            v1007 = withoutItems(v1010);
            break l1008;
          }
          l1011: {
            let v1012;
            v1012 = v1006;
            v1007 = unreadable(v1012);
            break l1008;
          }
          break l1005;
        }

        v1003.push(v1007);
      }
      break l1004;
    }
    v1003 = [];
  }

  v1002 = readable(v1003);
  const v1013 = { data: v1002 };
  return v1013;
}

function read_997(value) {
  let v998;
  let v999;
  v999 = read_1000(value);
  if (v999 === NONE) return NONE;
  v998 = dataAsTurns(v999);
  return v998;
}

function read_1021(value) {
  if (!isObject(value)) return NONE;
  const v1022 = value['workspace_kind'];
  let v1023;
  l1024: {
    l1025: {
      if (v1022 === null) v1023 = null;
      else {
        if (typeof v1022 !== 'string') break l1025;
        v1023 = v1022;
        v1023 = shortenLabel(v1023);
      }
      break l1024;
    }
    v1023 = null;
  }

  const v1026 = value['codex_app_used_dictation'];
  const v1027 = toFlag(v1026);
  const v1028 = { workspace_kind: v1023, codex_app_used_dictation: v1027 };
  return v1028;
}

function read_1014(value) {
  if (!isObject(value)) return NONE;
  const v1015 = value['threadId'];
  let v1016;
  if (typeof v1015 !== 'string') return NONE;
  v1016 = v1015;
  v1016 = shortenName(v1016);
  if (v1016.length < 1) return NONE;

  const v1017 = value['responsesapiClientMetadata'];
  let v1018;
  l1019: {
    l1020: {
      if (v1017 === null) v1018 = null;
      else {
        v1018 = read_1021(v1017);
        if (v1018 === NONE) break l1020;
      }
      break l1019;
    }
    v1018 = null;
  }

  const v1029 = value['responsesapiClientMetadataPatch'];
  let v1030;
  l1031: {
    l1032: {
      if (v1029 === null) v1030 = null;
      else {
        v1030 = read_1021(v1029);
        if (v1030 === NONE) break l1032;
      }
      break l1031;
    }
    v1030 = null;
  }

  const v1033 = { threadId: v1016, responsesapiClientMetadata: v1018, responsesapiClientMetadataPatch: v1030 };
  return v1033;
}

function read_1034(value) {
  if (!isObject(value)) return NONE;
  const v1035 = value['threadId'];
  let v1036;
  if (typeof v1035 !== 'string') return NONE;
  v1036 = v1035;
  v1036 = shortenName(v1036);
  if (v1036.length < 1) return NONE;

  const v1037 = value['input'];
  let v1038;
  let v1039;
  let v1040;
  l1041: {
    l1042: {
      if (!Array.isArray(v1037)) break l1042;
      v1040 = [];
      for (const v1043 of v1037) {
        let v1044;
        l1045: {
          l1046: {
            v1044 = read_336(v1043);
            if (v1044 === NONE) break l1046;
            break l1045;
          }
          l1047: {
            let v1048;
            v1048 = v1043;
            v1044 = unreadable(v1048);
            break l1045;
          }
          break l1042;
        }

        v1040.push(v1044);
      }
      break l1041;
    }
    v1040 = [];
  }

  v1039 = readable(v1040);
  v1038 = shortenList(v1039);
  const v1049 = value['model'];
  let v1050;
  l1051: {
    l1052: {
      if (v1049 === undefined) v1050 = undefined;
      else {
        if (v1049 === null) v1050 = null;
        else {
          if (typeof v1049 !== 'string') break l1052;
          v1050 = v1049;
          v1050 = shortenName(v1050);
        }
      }
      break l1051;
    }
    v1050 = undefined;
  }

  const v1053 = value['effort'];
  let v1054;
  l1055: {
    l1056: {
      if (v1053 === undefined) v1054 = undefined;
      else {
        if (v1053 === null) v1054 = null;
        else {
          if (typeof v1053 !== 'string') break l1056;
          v1054 = v1053;
          v1054 = shortenName(v1054);
        }
      }
      break l1055;
    }
    v1054 = undefined;
  }

  const v1057 = value['summary'];
  let v1058;
  l1059: {
    l1060: {
      if (v1057 === undefined) v1058 = undefined;
      else {
        if (v1057 === null) v1058 = null;
        else {
          if (typeof v1057 !== 'string') break l1060;
          v1058 = v1057;
          v1058 = shortenName(v1058);
        }
      }
      break l1059;
    }
    v1058 = undefined;
  }

  const v1061 = value['serviceTier'];
  let v1062;
  l1063: {
    l1064: {
      if (v1061 === undefined) v1062 = undefined;
      else {
        if (v1061 === null) v1062 = null;
        else {
          if (typeof v1061 !== 'string') break l1064;
          v1062 = v1061;
          v1062 = shortenName(v1062);
        }
      }
      break l1063;
    }
    v1062 = undefined;
  }

  const v1065 = value['serviceTierForTurn'];
  let v1066;
  l1067: {
    l1068: {
      if (v1065 === undefined) v1066 = undefined;
      else {
        if (v1065 === null) v1066 = null;
        else {
          if (typeof v1065 !== 'string') break l1068;
          v1066 = v1065;
          v1066 = shortenName(v1066);
        }
      }
      break l1067;
    }
    v1066 = undefined;
  }

  const v1069 = value['personality'];
  let v1070;
  l1071: {
    l1072: {
      if (v1069 === undefined) v1070 = undefined;
      else {
        if (v1069 === null) v1070 = null;
        else {
          if (typeof v1069 !== 'string') break l1072;
          v1070 = v1069;
          v1070 = shortenName(v1070);
        }
      }
      break l1071;
    }
    v1070 = undefined;
  }

  const v1073 = value['approvalPolicy'];
  let v1074;
  l1075: {
    l1076: {
      if (v1073 === undefined) v1074 = undefined;
      else {
        if (v1073 === null) v1074 = null;
        else {
          l1077: {
            l1078: {
              if (typeof v1073 !== 'string') break l1078;
              v1074 = v1073;
              v1074 = shortenName(v1074);

              break l1077;
            }
            l1079: {
              let v1080;
              if (!isObject(v1073)) break l1079;
              v1080 = {};
              for (const v1081 of Object.keys(v1073)) {
                if (v1081 === '__proto__') continue;
                const v1082 = v1073[v1081];
                let v1083;
                v1083 = v1082;
                v1080[v1081] = v1083;
              }
              v1074 = nameIn(v1080);
              break l1077;
            }
            break l1076;
          }
        }
      }
      break l1075;
    }
    v1074 = undefined;
  }

  const v1084 = value['approvalsReviewer'];
  let v1085;
  l1086: {
    l1087: {
      if (v1084 === undefined) v1085 = undefined;
      else {
        if (v1084 === null) v1085 = null;
        else {
          if (typeof v1084 !== 'string') break l1087;
          v1085 = v1084;
          v1085 = shortenName(v1085);
        }
      }
      break l1086;
    }
    v1085 = undefined;
  }

  const v1088 = value['sandboxPolicy'];
  let v1089;
  l1090: {
    l1091: {
      if (v1088 === undefined) v1089 = undefined;
      else {
        if (v1088 === null) v1089 = null;
        else {
          v1089 = read_543(v1088);
          if (v1089 === NONE) break l1091;
        }
      }
      break l1090;
    }
    v1089 = undefined;
  }

  const v1092 = value['collaborationMode'];
  let v1093;
  l1094: {
    l1095: {
      if (v1092 === undefined) v1093 = undefined;
      else {
        if (v1092 === null) v1093 = null;
        else {
          v1093 = read_558(v1092);
          if (v1093 === NONE) break l1095;
        }
      }
      break l1094;
    }
    v1093 = undefined;
  }

  const v1096 = value['turnTrigger'];
  let v1097;
  l1098: {
    l1099: {
      if (v1096 === null) v1097 = null;
      else {
        if (typeof v1096 !== 'string') break l1099;
        v1097 = v1096;
        v1097 = shortenLabel(v1097);
      }
      break l1098;
    }
    v1097 = null;
  }

  const v1100 = value['rootTurnId'];
  let v1101;
  l1102: {
    l1103: {
      if (v1100 === null) v1101 = null;
      else {
        if (typeof v1100 !== 'string') break l1103;
        v1101 = v1100;
        v1101 = shortenName(v1101);
      }
      break l1102;
    }
    v1101 = null;
  }

  const v1104 = value['responsesapiClientMetadata'];
  let v1105;
  l1106: {
    l1107: {
      if (v1104 === null) v1105 = null;
      else {
        v1105 = read_1021(v1104);
        if (v1105 === NONE) break l1107;
      }
      break l1106;
    }
    v1105 = null;
  }

  const v1108 = value['responsesapiClientMetadataPatch'];
  let v1109;
  l1110: {
    l1111: {
      if (v1108 === null) v1109 = null;
      else {
        v1109 = read_1021(v1108);
        if (v1109 === NONE) break l1111;
      }
      break l1110;
    }
    v1109 = null;
  }

  const v1112 = {
    threadId: v1036,
    input: v1038,
    model: v1050,
    effort: v1054,
    summary: v1058,
    serviceTier: v1062,
    serviceTierForTurn: v1066,
    personality: v1070,
    approvalPolicy: v1074,
    approvalsReviewer: v1085,
    sandboxPolicy: v1089,
    collaborationMode: v1093,
    turnTrigger: v1097,
    rootTurnId: v1101,
    responsesapiClientMetadata: v1105,
    responsesapiClientMetadataPatch: v1109,
  };
  return v1112;
}

function read_1116(value) {
  if (!isObject(value)) return NONE;
  const v1117 = value['id'];
  let v1118;
  if (typeof v1117 !== 'string') return NONE;
  v1118 = v1117;
  v1118 = shortenName(v1118);
  if (v1118.length < 1) return NONE;

  const v1119 = value['rootTurnId'];
  let v1120;
  l1121: {
    l1122: {
      if (v1119 === null) v1120 = null;
      else {
        if (typeof v1119 !== 'string') break l1122;
        v1120 = v1119;
        v1120 = shortenName(v1120);
      }
      break l1121;
    }
    v1120 = null;
  }

  const v1123 = { id: v1118, rootTurnId: v1120 };
  return v1123;
}

function read_1113(value) {
  if (!isObject(value)) return NONE;
  const v1114 = value['turn'];
  let v1115;
  v1115 = read_1116(v1114);
  if (v1115 === NONE) return NONE;
  const v1124 = { turn: v1115 };
  return v1124;
}

function read_1125(value) {
  if (!isObject(value)) return NONE;
  const v1126 = value['threadId'];
  let v1127;
  if (typeof v1126 !== 'string') return NONE;
  v1127 = v1126;
  v1127 = shortenName(v1127);
  if (v1127.length < 1) return NONE;

  const v1128 = value['expectedTurnId'];
  let v1129;
  l1130: {
    l1131: {
      if (v1128 === null) v1129 = null;
      else {
        if (typeof v1128 !== 'string') break l1131;
        v1129 = v1128;
        v1129 = shortenName(v1129);
      }
      break l1130;
    }
    v1129 = null;
  }

  const v1132 = value['input'];
  let v1133;
  let v1134;
  let v1135;
  l1136: {
    l1137: {
      if (!Array.isArray(v1132)) break l1137;
      v1135 = [];
      for (const v1138 of v1132) {
        let v1139;
        l1140: {
          l1141: {
            v1139 = read_336(v1138);
            if (v1139 === NONE) break l1141;
            break l1140;
          }
          l1142: {
            let v1143;
            v1143 = v1138;
            v1139 = unreadable(v1143);
            break l1140;
          }
          break l1137;
        }

        v1135.push(v1139);
      }
      break l1136;
    }
    v1135 = [];
  }

  v1134 = readable(v1135);
  v1133 = shortenList(v1134);
  const v1144 = value['responsesapiClientMetadata'];
  let v1145;
  l1146: {
    l1147: {
      if (v1144 === null) v1145 = null;
      else {
        v1145 = read_1021(v1144);
        if (v1145 === NONE) break l1147;
      }
      break l1146;
    }
    v1145 = null;
  }

  const v1148 = value['responsesapiClientMetadataPatch'];
  let v1149;
  l1150: {
    l1151: {
      if (v1148 === null) v1149 = null;
      else {
        v1149 = read_1021(v1148);
        if (v1149 === NONE) break l1151;
      }
      break l1150;
    }
    v1149 = null;
  }

  const v1152 = {
    threadId: v1127,
    expectedTurnId: v1129,
    input: v1133,
    responsesapiClientMetadata: v1145,
    responsesapiClientMetadataPatch: v1149,
  };
  return v1152;
}

function read_1153(value) {
  if (!isObject(value)) return NONE;
  const v1154 = value['turnId'];
  let v1155;
  if (typeof v1154 !== 'string') return NONE;
  v1155 = v1154;
  v1155 = shortenName(v1155);
  if (v1155.length < 1) return NONE;

  const v1156 = { turnId: v1155 };
  return v1156;
}

function read_1157(value) {
  if (!isObject(value)) return NONE;
  const v1158 = value['threadId'];
  let v1159;
  if (typeof v1158 !== 'string') return NONE;
  v1159 = v1158;
  v1159 = shortenName(v1159);
  if (v1159.length < 1) return NONE;

  const v1160 = value['turnId'];
  let v1161;
  l1162: {
    l1163: {
      if (v1160 === null) v1161 = null;
      else {
        if (typeof v1160 !== 'string') break l1163;
        v1161 = v1160;
        v1161 = shortenName(v1161);
      }
      break l1162;
    }
    v1161 = null;
  }

  const v1164 = { threadId: v1159, turnId: v1161 };
  return v1164;
}

function read_1168(value) {
  if (!isObject(value)) return NONE;
  const v1169 = value['id'];
  let v1170;
  if (typeof v1169 !== 'string') return NONE;
  v1170 = v1169;
  v1170 = shortenName(v1170);
  if (v1170.length < 1) return NONE;

  const v1171 = { id: v1170 };
  return v1171;
}

function read_1165(value) {
  if (!isObject(value)) return NONE;
  const v1166 = value['turn'];
  let v1167;
  v1167 = read_1168(v1166);
  if (v1167 === NONE) return NONE;
  const v1172 = value['reviewThreadId'];
  let v1173;
  l1174: {
    l1175: {
      if (v1172 === null) v1173 = null;
      else {
        if (typeof v1172 !== 'string') break l1175;
        v1173 = v1172;
        v1173 = shortenName(v1173);
      }
      break l1174;
    }
    v1173 = null;
  }

  const v1176 = { turn: v1167, reviewThreadId: v1173 };
  return v1176;
}

function read_1205(value) {
  if (!isObject(value)) return NONE;
  const v1206 = value['enabled'];
  const v1207 = v1206 === null || typeof v1206 === 'boolean' ? v1206 : null;
  const v1208 = { enabled: v1207 };
  return v1208;
}

function read_1200(value) {
  if (!isObject(value)) return NONE;
  const v1201 = value['network'];
  let v1202;
  l1203: {
    l1204: {
      if (v1201 === null) v1202 = null;
      else {
        v1202 = read_1205(v1201);
        if (v1202 === NONE) break l1204;
      }
      break l1203;
    }
    v1202 = null;
  }

  const v1209 = { network: v1202 };
  return v1209;
}

function read_1177(value) {
  if (!isObject(value)) return NONE;
  const v1178 = value['threadId'];
  let v1179;
  if (typeof v1178 !== 'string') return NONE;
  v1179 = v1178;
  v1179 = shortenName(v1179);
  if (v1179.length < 1) return NONE;

  const v1180 = value['turnId'];
  let v1181;
  if (typeof v1180 !== 'string') return NONE;
  v1181 = v1180;
  v1181 = shortenName(v1181);
  if (v1181.length < 1) return NONE;

  const v1182 = value['itemId'];
  let v1183;
  if (typeof v1182 !== 'string') return NONE;
  v1183 = v1182;
  v1183 = shortenName(v1183);
  if (v1183.length < 1) return NONE;

  const v1184 = value['startedAtMs'];
  const v1185 = v1184 === null || (typeof v1184 === 'number' && Number.isFinite(v1184) && isTime(v1184)) ? v1184 : null;
  const v1186 = value['approvalId'];
  let v1187;
  l1188: {
    l1189: {
      if (v1186 === null) v1187 = null;
      else {
        if (typeof v1186 !== 'string') break l1189;
        v1187 = v1186;
        v1187 = shortenName(v1187);
      }
      break l1188;
    }
    v1187 = null;
  }

  const v1190 = value['kind'];
  let v1191;
  l1192: {
    l1193: {
      if (v1190 === null) v1191 = null;
      else {
        if (typeof v1190 !== 'string') break l1193;
        v1191 = v1190;
        v1191 = shortenName(v1191);
      }
      break l1192;
    }
    v1191 = null;
  }

  const v1194 = value['networkApprovalContext'];
  const v1195 = isPresent(v1194);
  const v1196 = value['additionalPermissions'];
  let v1197;
  l1198: {
    l1199: {
      if (v1196 === null) v1197 = null;
      else {
        v1197 = read_1200(v1196);
        if (v1197 === NONE) break l1199;
      }
      break l1198;
    }
    v1197 = null;
  }

  const v1210 = value['proposedNetworkPolicyAmendments'];
  let v1211;
  let v1212;
  let v1213;
  l1214: {
    l1215: {
      if (!Array.isArray(v1210)) break l1215;
      v1213 = [];
      for (const v1216 of v1210) {
        let v1217;
        v1217 = v1216;
        v1213.push(v1217);
      }
      break l1214;
    }
    v1213 = [];
  }

  v1212 = readable(v1213);
  v1211 = isNotEmpty(v1212);
  const v1218 = {
    threadId: v1179,
    turnId: v1181,
    itemId: v1183,
    startedAtMs: v1185,
    approvalId: v1187,
    kind: v1191,
    networkApprovalContext: v1195,
    additionalPermissions: v1197,
    proposedNetworkPolicyAmendments: v1211,
  };
  return v1218;
}

function read_1229(value) {
  if (!isObject(value)) return NONE;
  const v1230 = value['execpolicy_amendment'];
  let v1231;
  if (!Array.isArray(v1230)) return NONE;
  v1231 = [];
  for (const v1232 of v1230) {
    let v1233;
    if (!(typeof v1232 === 'string')) return NONE;
    v1233 = v1232;
    v1231.push(v1233);
  }
  const v1234 = { execpolicy_amendment: v1231 };
  return v1234;
}

function read_1226(value) {
  if (!isObject(value)) return NONE;
  const v1227 = value['acceptWithExecpolicyAmendment'];
  let v1228;
  v1228 = read_1229(v1227);
  if (v1228 === NONE) return NONE;
  const v1235 = { acceptWithExecpolicyAmendment: v1228 };
  return v1235;
}

function read_1244(value) {
  if (!isObject(value)) return NONE;
  const v1245 = value['action'];
  let v1246;
  if (!(typeof v1245 === 'string')) return NONE;
  v1246 = v1245;
  const v1247 = { action: v1246 };
  return v1247;
}

function read_1241(value) {
  if (!isObject(value)) return NONE;
  const v1242 = value['network_policy_amendment'];
  let v1243;
  v1243 = read_1244(v1242);
  if (v1243 === NONE) return NONE;
  const v1248 = { network_policy_amendment: v1243 };
  return v1248;
}

function read_1238(value) {
  if (!isObject(value)) return NONE;
  const v1239 = value['applyNetworkPolicyAmendment'];
  let v1240;
  v1240 = read_1241(v1239);
  if (v1240 === NONE) return NONE;
  const v1249 = { applyNetworkPolicyAmendment: v1240 };
  return v1249;
}

function read_1219(value) {
  if (!isObject(value)) return NONE;
  const v1220 = value['decision'];
  let v1221;
  l1222: {
    l1223: {
      if (!(typeof v1220 === 'string')) break l1223;
      v1221 = v1220;
      break l1222;
    }
    l1224: {
      let v1225;
      v1225 = read_1226(v1220);
      if (v1225 === NONE) break l1224;
      v1221 = toPolicyAmendment(v1225);
      break l1222;
    }
    l1236: {
      let v1237;
      v1237 = read_1238(v1220);
      if (v1237 === NONE) break l1236;
      v1221 = toNetworkAmendment(v1237);
      break l1222;
    }
    return NONE;
  }

  const v1250 = { decision: v1221 };
  return v1250;
}

function read_1251(value) {
  if (!isObject(value)) return NONE;
  const v1252 = value['threadId'];
  let v1253;
  if (typeof v1252 !== 'string') return NONE;
  v1253 = v1252;
  v1253 = shortenName(v1253);
  if (v1253.length < 1) return NONE;

  const v1254 = value['turnId'];
  let v1255;
  if (typeof v1254 !== 'string') return NONE;
  v1255 = v1254;
  v1255 = shortenName(v1255);
  if (v1255.length < 1) return NONE;

  const v1256 = value['itemId'];
  let v1257;
  if (typeof v1256 !== 'string') return NONE;
  v1257 = v1256;
  v1257 = shortenName(v1257);
  if (v1257.length < 1) return NONE;

  const v1258 = value['startedAtMs'];
  const v1259 = v1258 === null || (typeof v1258 === 'number' && Number.isFinite(v1258) && isTime(v1258)) ? v1258 : null;
  const v1260 = value['grantRoot'];
  const v1261 = isPresent(v1260);
  const v1262 = { threadId: v1253, turnId: v1255, itemId: v1257, startedAtMs: v1259, grantRoot: v1261 };
  return v1262;
}

function read_1263(value) {
  if (!isObject(value)) return NONE;
  const v1264 = value['decision'];
  let v1265;
  if (!(typeof v1264 === 'string')) return NONE;
  v1265 = v1264;
  const v1266 = { decision: v1265 };
  return v1266;
}

function read_1267(value) {
  if (!isObject(value)) return NONE;
  const v1268 = value['threadId'];
  let v1269;
  if (typeof v1268 !== 'string') return NONE;
  v1269 = v1268;
  v1269 = shortenName(v1269);
  if (v1269.length < 1) return NONE;

  const v1270 = value['turnId'];
  let v1271;
  if (typeof v1270 !== 'string') return NONE;
  v1271 = v1270;
  v1271 = shortenName(v1271);
  if (v1271.length < 1) return NONE;

  const v1272 = value['itemId'];
  let v1273;
  if (typeof v1272 !== 'string') return NONE;
  v1273 = v1272;
  v1273 = shortenName(v1273);
  if (v1273.length < 1) return NONE;

  const v1274 = value['startedAtMs'];
  const v1275 = v1274 === null || (typeof v1274 === 'number' && Number.isFinite(v1274) && isTime(v1274)) ? v1274 : null;
  const v1276 = value['cwd'];
  let v1277;
  l1278: {
    l1279: {
      if (v1276 === null) v1277 = null;
      else {
        if (typeof v1276 !== 'string') break l1279;
        v1277 = v1276;
        v1277 = shortenPath(v1277);
      }
      break l1278;
    }
    v1277 = null;
  }

  const v1280 = value['permissions'];
  let v1281;
  l1282: {
    l1283: {
      v1281 = read_762(v1280);
      if (v1281 === NONE) break l1283;
      break l1282;
    }
    v1281 = { network: null, fileSystem: null };
  }

  const v1284 = { threadId: v1269, turnId: v1271, itemId: v1273, startedAtMs: v1275, cwd: v1277, permissions: v1281 };
  return v1284;
}

function read_1288(value) {
  if (!isObject(value)) return NONE;
  const v1289 = value['network'];
  let v1290;
  l1291: {
    l1292: {
      if (v1289 === null) v1290 = null;
      else {
        v1290 = read_767(v1289);
        if (v1290 === NONE) break l1292;
      }
      break l1291;
    }
    v1290 = null;
  }

  const v1293 = value['fileSystem'];
  let v1294;
  l1295: {
    l1296: {
      if (v1293 === null) v1294 = null;
      else {
        v1294 = read_775(v1293);
        if (v1294 === NONE) break l1296;
      }
      break l1295;
    }
    v1294 = null;
  }

  const v1297 = { network: v1290, fileSystem: v1294 };
  if (!hasKnownAccesses(v1297)) return NONE;
  return v1297;
}

function read_1285(value) {
  if (!isObject(value)) return NONE;
  const v1286 = value['permissions'];
  let v1287;
  v1287 = read_1288(v1286);
  if (v1287 === NONE) return NONE;
  if (!hasKnownAccesses(v1287)) return NONE;

  const v1298 = value['scope'];
  let v1299;
  if (v1298 === undefined) v1299 = 'turn';
  else {
    if (!(v1298 === 'turn' || v1298 === 'session')) return NONE;
    v1299 = v1298;
  }
  const v1300 = value['strictAutoReview'];
  const v1301 = typeof v1300 === 'boolean' ? v1300 : false;
  const v1302 = { permissions: v1287, scope: v1299, strictAutoReview: v1301 };
  return v1302;
}

function read_1303(value) {
  if (!isObject(value)) return NONE;
  const v1304 = value['threadId'];
  let v1305;
  if (typeof v1304 !== 'string') return NONE;
  v1305 = v1304;
  v1305 = shortenName(v1305);
  if (v1305.length < 1) return NONE;

  const v1306 = value['turnId'];
  let v1307;
  if (typeof v1306 !== 'string') return NONE;
  v1307 = v1306;
  v1307 = shortenName(v1307);
  if (v1307.length < 1) return NONE;

  const v1308 = value['itemId'];
  let v1309;
  if (typeof v1308 !== 'string') return NONE;
  v1309 = v1308;
  v1309 = shortenName(v1309);
  if (v1309.length < 1) return NONE;

  const v1310 = value['startedAtMs'];
  const v1311 = v1310 === null || (typeof v1310 === 'number' && Number.isFinite(v1310) && isTime(v1310)) ? v1310 : null;
  const v1312 = { threadId: v1305, turnId: v1307, itemId: v1309, startedAtMs: v1311 };
  return v1312;
}

function read_1313(value) {
  if (!isObject(value)) return NONE;
  const v1314 = value['answers'];
  const v1315 = isPresent(v1314);
  const v1316 = { answers: v1315 };
  return v1316;
}

function read_1334(value) {
  if (!isObject(value)) return NONE;
  const v1335 = value['codex_approval_kind'];
  let v1336;
  l1337: {
    l1338: {
      if (v1335 === null) v1336 = null;
      else {
        if (typeof v1335 !== 'string') break l1338;
        v1336 = v1335;
        v1336 = shortenName(v1336);
      }
      break l1337;
    }
    v1336 = null;
  }

  const v1339 = value['tool_name'];
  let v1340;
  l1341: {
    l1342: {
      if (v1339 === null) v1340 = null;
      else {
        if (typeof v1339 !== 'string') break l1342;
        v1340 = v1339;
        v1340 = shortenName(v1340);
      }
      break l1341;
    }
    v1340 = null;
  }

  const v1343 = { codex_approval_kind: v1336, tool_name: v1340 };
  return v1343;
}

function read_1317(value) {
  if (!isObject(value)) return NONE;
  const v1318 = value['threadId'];
  let v1319;
  if (typeof v1318 !== 'string') return NONE;
  v1319 = v1318;
  v1319 = shortenName(v1319);
  if (v1319.length < 1) return NONE;

  const v1320 = value['turnId'];
  let v1321;
  l1322: {
    l1323: {
      if (v1320 === null) v1321 = null;
      else {
        if (typeof v1320 !== 'string') break l1323;
        v1321 = v1320;
        v1321 = shortenName(v1321);
      }
      break l1322;
    }
    v1321 = null;
  }

  const v1324 = value['startedAtMs'];
  const v1325 = v1324 === null || (typeof v1324 === 'number' && Number.isFinite(v1324) && isTime(v1324)) ? v1324 : null;
  const v1326 = value['serverName'];
  let v1327;
  l1328: {
    l1329: {
      if (v1326 === null) v1327 = null;
      else {
        if (typeof v1326 !== 'string') break l1329;
        v1327 = v1326;
        v1327 = shortenName(v1327);
      }
      break l1328;
    }
    v1327 = null;
  }

  const v1330 = value['_meta'];
  let v1331;
  l1332: {
    l1333: {
      if (v1330 === null) v1331 = null;
      else {
        v1331 = read_1334(v1330);
        if (v1331 === NONE) break l1333;
      }
      break l1332;
    }
    v1331 = null;
  }

  const v1344 = { threadId: v1319, turnId: v1321, startedAtMs: v1325, serverName: v1327, _meta: v1331 };
  return v1344;
}

function read_1345(value) {
  if (!isObject(value)) return NONE;
  const v1346 = value['action'];
  const v1347 = v1346 === null || v1346 === 'accept' || v1346 === 'decline' || v1346 === 'cancel' ? v1346 : null;
  const v1348 = { action: v1347 };
  return v1348;
}

function read_1374(value) {
  if (!isObject(value)) return NONE;
  const v1375 = value['turnKind'];
  let v1376;
  l1377: {
    l1378: {
      if (v1375 === null) v1376 = null;
      else {
        if (typeof v1375 !== 'string') break l1378;
        v1376 = v1375;
        v1376 = shortenName(v1376);
      }
      break l1377;
    }
    v1376 = null;
  }

  const v1379 = { turnKind: v1376 };
  return v1379;
}

function read_1369(value) {
  if (!isObject(value)) return NONE;
  const v1370 = value['activeTurnNotSteerable'];
  let v1371;
  l1372: {
    l1373: {
      if (v1370 === null) v1371 = null;
      else {
        v1371 = read_1374(v1370);
        if (v1371 === NONE) break l1373;
      }
      break l1372;
    }
    v1371 = null;
  }

  const v1380 = { activeTurnNotSteerable: v1371 };
  return v1380;
}

function read_1360(value) {
  if (!isObject(value)) return NONE;
  const v1361 = value['input_error_code'];
  let v1362;
  l1363: {
    l1364: {
      if (v1361 === null) v1362 = null;
      else {
        if (typeof v1361 !== 'string') break l1364;
        v1362 = v1361;
        v1362 = shortenName(v1362);
      }
      break l1363;
    }
    v1362 = null;
  }

  const v1365 = value['codexErrorInfo'];
  let v1366;
  l1367: {
    l1368: {
      if (v1365 === null) v1366 = null;
      else {
        v1366 = read_1369(v1365);
        if (v1366 === NONE) break l1368;
      }
      break l1367;
    }
    v1366 = null;
  }

  const v1381 = { input_error_code: v1362, codexErrorInfo: v1366 };
  return v1381;
}

function read_1349(value) {
  if (!isObject(value)) return NONE;
  const v1350 = value['code'];
  const v1351 = typeof v1350 === 'number' && Number.isFinite(v1350) ? v1350 : 0;
  const v1352 = value['message'];
  let v1353;
  l1354: {
    l1355: {
      if (typeof v1352 !== 'string') break l1355;
      v1353 = v1352;
      v1353 = shortenName(v1353);

      break l1354;
    }
    v1353 = '';
  }

  const v1356 = value['data'];
  let v1357;
  l1358: {
    l1359: {
      if (v1356 === null) v1357 = null;
      else {
        v1357 = read_1360(v1356);
        if (v1357 === NONE) break l1359;
      }
      break l1358;
    }
    v1357 = null;
  }

  const v1382 = { code: v1351, message: v1353, data: v1357 };
  return v1382;
}
export const notifications = {
  'thread/started': exported(read_353),
  'thread/closed': exported(read_470),
  'thread/status/changed': exported(read_474),
  'thread/archived': exported(read_470),
  'thread/unarchived': exported(read_470),
  'thread/deleted': exported(read_470),
  'thread/reverted': exported(read_470),
  'thread/settings/updated': exported(read_494),
  error: exported(read_578),
  'model/rerouted': exported(read_594),
  'thread/tokenUsage/updated': exported(read_602),
  'thread/goal/updated': exported(read_630),
  'thread/goal/cleared': exported(read_470),
  'turn/started': exported(read_650),
  'turn/completed': exported(read_680),
  'turn/diff/updated': exported(read_686),
  'item/started': exported(read_694),
  'item/completed': exported(read_704),
  'item/autoApprovalReview/started': exported(read_714),
  'item/autoApprovalReview/completed': exported(read_714),
  'serverRequest/resolved': exported(read_821),
  'hook/started': exported(read_829),
  'hook/completed': exported(read_829),
};
export const clientRequests = {
  initialize: { params: exported(read_861), result: exported(read_895) },
  'thread/start': { params: exported(read_909), result: exported(read_929) },
  'thread/resume': { params: exported(read_909), result: exported(read_929) },
  'thread/fork': { params: exported(read_909), result: exported(read_929) },
  'thread/archive': { params: exported(read_470), result: exported(read_972) },
  'thread/unarchive': { params: exported(read_470), result: exported(read_972) },
  'thread/revert': { params: exported(read_470), result: exported(read_975) },
  'thread/compact/start': { params: exported(read_470), result: exported(read_972) },
  'thread/unsubscribe': { params: exported(read_470), result: exported(read_972) },
  'thread/read': { params: exported(read_470), result: exported(read_979) },
  'thread/turns/list': { params: exported(read_470), result: exported(read_997) },
  'thread/queue/add': { params: exported(read_1014), result: exported(read_972) },
  'thread/goal/set': { params: exported(read_470), result: exported(read_972) },
  'turn/start': { params: exported(read_1034), result: exported(read_1113) },
  'turn/steer': { params: exported(read_1125), result: exported(read_1153) },
  'turn/interrupt': { params: exported(read_1157), result: exported(read_972) },
  'review/start': { params: exported(read_470), result: exported(read_1165) },
};
export const approvalRequests = {
  'item/commandExecution/requestApproval': { params: exported(read_1177), result: exported(read_1219) },
  'item/fileChange/requestApproval': { params: exported(read_1251), result: exported(read_1263) },
  'item/permissions/requestApproval': { params: exported(read_1267), result: exported(read_1285) },
};
export const userInputRequests = {
  'item/tool/requestUserInput': { params: exported(read_1303), result: exported(read_1313) },
  'mcpServer/elicitation/request': { params: exported(read_1317), result: exported(read_1345) },
};
export const rpcError = exported(read_1349);
export const item = exported(read_item);
