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

function read_523(value) {
  if (!isObject(value)) return NONE;
  const v524 = value['type'];
  let v525;
  if (typeof v524 !== 'string') return NONE;
  v525 = v524;
  v525 = shortenName(v525);

  const v526 = value['networkAccess'];
  let v527;
  l528: {
    l529: {
      if (v526 === null) v527 = null;
      else {
        l530: {
          l531: {
            if (!(typeof v526 === 'boolean')) break l531;
            v527 = v526;
            break l530;
          }
          l532: {
            if (typeof v526 !== 'string') break l532;
            v527 = v526;
            v527 = shortenName(v527);

            break l530;
          }
          break l529;
        }
      }
      break l528;
    }
    v527 = null;
  }

  const v533 = { type: v525, networkAccess: v527 };
  return v533;
}

function read_545(value) {
  if (!isObject(value)) return NONE;
  const v546 = value['model'];
  let v547;
  l548: {
    l549: {
      if (v546 === undefined) v547 = undefined;
      else {
        if (v546 === null) v547 = null;
        else {
          if (typeof v546 !== 'string') break l549;
          v547 = v546;
          v547 = shortenName(v547);
        }
      }
      break l548;
    }
    v547 = undefined;
  }

  const v550 = value['reasoning_effort'];
  let v551;
  l552: {
    l553: {
      if (v550 === undefined) v551 = undefined;
      else {
        if (v550 === null) v551 = null;
        else {
          if (typeof v550 !== 'string') break l553;
          v551 = v550;
          v551 = shortenName(v551);
        }
      }
      break l552;
    }
    v551 = undefined;
  }

  const v554 = { model: v547, reasoning_effort: v551 };
  return v554;
}

function read_538(value) {
  if (!isObject(value)) return NONE;
  const v539 = value['mode'];
  let v540;
  if (typeof v539 !== 'string') return NONE;
  v540 = v539;
  v540 = shortenName(v540);

  const v541 = value['settings'];
  let v542;
  l543: {
    l544: {
      if (v541 === undefined) v542 = undefined;
      else {
        v542 = read_545(v541);
        if (v542 === NONE) break l544;
      }
      break l543;
    }
    v542 = undefined;
  }

  const v555 = { mode: v540, settings: v542 };
  return v555;
}

function read_479(value) {
  if (!isObject(value)) return NONE;
  const v480 = value['model'];
  let v481;
  l482: {
    l483: {
      if (v480 === undefined) v481 = undefined;
      else {
        if (v480 === null) v481 = null;
        else {
          if (typeof v480 !== 'string') break l483;
          v481 = v480;
          v481 = shortenName(v481);
        }
      }
      break l482;
    }
    v481 = undefined;
  }

  const v484 = value['modelProvider'];
  let v485;
  l486: {
    l487: {
      if (v484 === undefined) v485 = undefined;
      else {
        if (v484 === null) v485 = null;
        else {
          if (typeof v484 !== 'string') break l487;
          v485 = v484;
          v485 = shortenName(v485);
        }
      }
      break l486;
    }
    v485 = undefined;
  }

  const v488 = value['effort'];
  let v489;
  l490: {
    l491: {
      if (v488 === undefined) v489 = undefined;
      else {
        if (v488 === null) v489 = null;
        else {
          if (typeof v488 !== 'string') break l491;
          v489 = v488;
          v489 = shortenName(v489);
        }
      }
      break l490;
    }
    v489 = undefined;
  }

  const v492 = value['summary'];
  let v493;
  l494: {
    l495: {
      if (v492 === undefined) v493 = undefined;
      else {
        if (v492 === null) v493 = null;
        else {
          if (typeof v492 !== 'string') break l495;
          v493 = v492;
          v493 = shortenName(v493);
        }
      }
      break l494;
    }
    v493 = undefined;
  }

  const v496 = value['serviceTier'];
  let v497;
  l498: {
    l499: {
      if (v496 === undefined) v497 = undefined;
      else {
        if (v496 === null) v497 = null;
        else {
          if (typeof v496 !== 'string') break l499;
          v497 = v496;
          v497 = shortenName(v497);
        }
      }
      break l498;
    }
    v497 = undefined;
  }

  const v500 = value['personality'];
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

  const v504 = value['approvalPolicy'];
  let v505;
  l506: {
    l507: {
      if (v504 === undefined) v505 = undefined;
      else {
        if (v504 === null) v505 = null;
        else {
          l508: {
            l509: {
              if (typeof v504 !== 'string') break l509;
              v505 = v504;
              v505 = shortenName(v505);

              break l508;
            }
            l510: {
              let v511;
              if (!isObject(v504)) break l510;
              v511 = {};
              for (const v512 of Object.keys(v504)) {
                if (v512 === '__proto__') continue;
                const v513 = v504[v512];
                let v514;
                v514 = v513;
                v511[v512] = v514;
              }
              v505 = nameIn(v511);
              break l508;
            }
            break l507;
          }
        }
      }
      break l506;
    }
    v505 = undefined;
  }

  const v515 = value['approvalsReviewer'];
  let v516;
  l517: {
    l518: {
      if (v515 === undefined) v516 = undefined;
      else {
        if (v515 === null) v516 = null;
        else {
          if (typeof v515 !== 'string') break l518;
          v516 = v515;
          v516 = shortenName(v516);
        }
      }
      break l517;
    }
    v516 = undefined;
  }

  const v519 = value['sandboxPolicy'];
  let v520;
  l521: {
    l522: {
      if (v519 === undefined) v520 = undefined;
      else {
        if (v519 === null) v520 = null;
        else {
          v520 = read_523(v519);
          if (v520 === NONE) break l522;
        }
      }
      break l521;
    }
    v520 = undefined;
  }

  const v534 = value['collaborationMode'];
  let v535;
  l536: {
    l537: {
      if (v534 === undefined) v535 = undefined;
      else {
        if (v534 === null) v535 = null;
        else {
          v535 = read_538(v534);
          if (v535 === NONE) break l537;
        }
      }
      break l536;
    }
    v535 = undefined;
  }

  const v556 = {
    model: v481,
    modelProvider: v485,
    effort: v489,
    summary: v493,
    serviceTier: v497,
    personality: v501,
    approvalPolicy: v505,
    approvalsReviewer: v516,
    sandboxPolicy: v520,
    collaborationMode: v535,
  };
  return v556;
}

function read_474(value) {
  if (!isObject(value)) return NONE;
  const v475 = value['threadId'];
  let v476;
  if (typeof v475 !== 'string') return NONE;
  v476 = v475;
  v476 = shortenName(v476);
  if (v476.length < 1) return NONE;

  const v477 = value['threadSettings'];
  let v478;
  v478 = read_479(v477);
  if (v478 === NONE) return NONE;
  const v557 = { threadId: v476, threadSettings: v478 };
  return v557;
}

function read_569(value) {
  if (!isObject(value)) return NONE;
  const v570 = value['codexErrorInfo'];
  if (v570 === undefined && !('codexErrorInfo' in value)) return NONE;
  const v571 = v570;
  const v572 = { codexErrorInfo: v571 };
  return v572;
}

function read_558(value) {
  if (!isObject(value)) return NONE;
  const v559 = value['threadId'];
  let v560;
  if (typeof v559 !== 'string') return NONE;
  v560 = v559;
  v560 = shortenName(v560);
  if (v560.length < 1) return NONE;

  const v561 = value['turnId'];
  let v562;
  if (typeof v561 !== 'string') return NONE;
  v562 = v561;
  v562 = shortenName(v562);
  if (v562.length < 1) return NONE;

  const v563 = value['willRetry'];
  const v564 = typeof v563 === 'boolean' ? v563 : false;
  const v565 = value['error'];
  let v566;
  l567: {
    l568: {
      if (v565 === null) v566 = null;
      else {
        v566 = read_569(v565);
        if (v566 === NONE) break l568;
      }
      break l567;
    }
    v566 = null;
  }

  const v573 = { threadId: v560, turnId: v562, willRetry: v564, error: v566 };
  return v573;
}

function read_574(value) {
  if (!isObject(value)) return NONE;
  const v575 = value['threadId'];
  let v576;
  if (typeof v575 !== 'string') return NONE;
  v576 = v575;
  v576 = shortenName(v576);
  if (v576.length < 1) return NONE;

  const v577 = value['turnId'];
  let v578;
  if (typeof v577 !== 'string') return NONE;
  v578 = v577;
  v578 = shortenName(v578);
  if (v578.length < 1) return NONE;

  const v579 = value['toModel'];
  let v580;
  if (typeof v579 !== 'string') return NONE;
  v580 = v579;
  v580 = shortenName(v580);

  const v581 = { threadId: v576, turnId: v578, toModel: v580 };
  return v581;
}

function read_592(value) {
  if (!isObject(value)) return NONE;
  const v593 = value['inputTokens'];
  const v594 = typeof v593 === 'number' && Number.isFinite(v593) && Number.isSafeInteger(v593) && v593 >= 0 ? v593 : 0;
  const v595 = value['cachedInputTokens'];
  const v596 = typeof v595 === 'number' && Number.isFinite(v595) && Number.isSafeInteger(v595) && v595 >= 0 ? v595 : 0;
  const v597 = value['cacheWriteInputTokens'];
  const v598 =
    v597 === null || (typeof v597 === 'number' && Number.isFinite(v597) && Number.isSafeInteger(v597) && v597 >= 0)
      ? v597
      : null;
  const v599 = value['outputTokens'];
  const v600 = typeof v599 === 'number' && Number.isFinite(v599) && Number.isSafeInteger(v599) && v599 >= 0 ? v599 : 0;
  const v601 = value['reasoningOutputTokens'];
  const v602 = typeof v601 === 'number' && Number.isFinite(v601) && Number.isSafeInteger(v601) && v601 >= 0 ? v601 : 0;
  const v603 = value['totalTokens'];
  const v604 = typeof v603 === 'number' && Number.isFinite(v603) && Number.isSafeInteger(v603) && v603 >= 0 ? v603 : 0;
  const v605 = {
    inputTokens: v594,
    cachedInputTokens: v596,
    cacheWriteInputTokens: v598,
    outputTokens: v600,
    reasoningOutputTokens: v602,
    totalTokens: v604,
  };
  return v605;
}

function read_589(value) {
  if (!isObject(value)) return NONE;
  const v590 = value['total'];
  let v591;
  v591 = read_592(v590);
  if (v591 === NONE) return NONE;
  const v606 = value['last'];
  let v607;
  v607 = read_592(v606);
  if (v607 === NONE) return NONE;
  const v608 = { total: v591, last: v607 };
  return v608;
}

function read_582(value) {
  if (!isObject(value)) return NONE;
  const v583 = value['threadId'];
  let v584;
  if (typeof v583 !== 'string') return NONE;
  v584 = v583;
  v584 = shortenName(v584);
  if (v584.length < 1) return NONE;

  const v585 = value['turnId'];
  let v586;
  if (typeof v585 !== 'string') return NONE;
  v586 = v585;
  v586 = shortenName(v586);
  if (v586.length < 1) return NONE;

  const v587 = value['tokenUsage'];
  let v588;
  v588 = read_589(v587);
  if (v588 === NONE) return NONE;
  const v609 = { threadId: v584, turnId: v586, tokenUsage: v588 };
  return v609;
}

function read_619(value) {
  if (!isObject(value)) return NONE;
  const v620 = value['status'];
  let v621;
  if (typeof v620 !== 'string') return NONE;
  v621 = v620;
  v621 = shortenName(v621);

  const v622 = value['tokenBudget'];
  const v623 =
    v622 === null || (typeof v622 === 'number' && Number.isFinite(v622) && Number.isSafeInteger(v622) && v622 >= 0)
      ? v622
      : null;
  const v624 = value['tokensUsed'];
  const v625 =
    v624 === null || (typeof v624 === 'number' && Number.isFinite(v624) && Number.isSafeInteger(v624) && v624 >= 0)
      ? v624
      : null;
  const v626 = value['timeUsedSeconds'];
  const v627 =
    v626 === null || (typeof v626 === 'number' && Number.isFinite(v626) && Number.isSafeInteger(v626) && v626 >= 0)
      ? v626
      : null;
  const v628 = { status: v621, tokenBudget: v623, tokensUsed: v625, timeUsedSeconds: v627 };
  return v628;
}

function read_610(value) {
  if (!isObject(value)) return NONE;
  const v611 = value['threadId'];
  let v612;
  if (typeof v611 !== 'string') return NONE;
  v612 = v611;
  v612 = shortenName(v612);
  if (v612.length < 1) return NONE;

  const v613 = value['turnId'];
  let v614;
  l615: {
    l616: {
      if (v613 === null) v614 = null;
      else {
        if (typeof v613 !== 'string') break l616;
        v614 = v613;
        v614 = shortenName(v614);
      }
      break l615;
    }
    v614 = null;
  }

  const v617 = value['goal'];
  let v618;
  v618 = read_619(v617);
  if (v618 === NONE) return NONE;
  const v629 = { threadId: v612, turnId: v614, goal: v618 };
  return v629;
}

function read_648(value) {
  if (!isObject(value)) return NONE;
  const v649 = value['codexErrorInfo'];
  if (v649 === undefined && !('codexErrorInfo' in value)) return NONE;
  const v650 = v649;
  const v651 = { codexErrorInfo: v650 };
  return v651;
}

function read_635(value) {
  if (!isObject(value)) return NONE;
  const v636 = value['id'];
  let v637;
  if (typeof v636 !== 'string') return NONE;
  v637 = v636;
  v637 = shortenName(v637);
  if (v637.length < 1) return NONE;

  const v638 = value['rootTurnId'];
  let v639;
  l640: {
    l641: {
      if (v638 === null) v639 = null;
      else {
        if (typeof v638 !== 'string') break l641;
        v639 = v638;
        v639 = shortenName(v639);
      }
      break l640;
    }
    v639 = null;
  }

  const v642 = value['status'];
  const v643 =
    v642 === null || v642 === 'inProgress' || v642 === 'completed' || v642 === 'interrupted' || v642 === 'failed'
      ? v642
      : null;
  const v644 = value['error'];
  let v645;
  l646: {
    l647: {
      if (v644 === null) v645 = null;
      else {
        v645 = read_648(v644);
        if (v645 === NONE) break l647;
      }
      break l646;
    }
    v645 = null;
  }

  const v652 = value['startedAt'];
  const v653 = v652 === null || (typeof v652 === 'number' && Number.isFinite(v652) && isTime(v652)) ? v652 : null;
  const v654 = value['completedAt'];
  const v655 = v654 === null || (typeof v654 === 'number' && Number.isFinite(v654) && isTime(v654)) ? v654 : null;
  const v656 = value['durationMs'];
  const v657 = v656 === null || (typeof v656 === 'number' && Number.isFinite(v656) && isTime(v656)) ? v656 : null;
  const v658 = {
    id: v637,
    rootTurnId: v639,
    status: v643,
    error: v645,
    startedAt: v653,
    completedAt: v655,
    durationMs: v657,
  };
  return v658;
}

function read_630(value) {
  if (!isObject(value)) return NONE;
  const v631 = value['threadId'];
  let v632;
  if (typeof v631 !== 'string') return NONE;
  v632 = v631;
  v632 = shortenName(v632);
  if (v632.length < 1) return NONE;

  const v633 = value['turn'];
  let v634;
  v634 = read_635(v633);
  if (v634 === NONE) return NONE;
  const v659 = { threadId: v632, turn: v634 };
  return v659;
}

function read_660(value) {
  if (!isObject(value)) return NONE;
  const v661 = value['threadId'];
  let v662;
  if (typeof v661 !== 'string') return NONE;
  v662 = v661;
  v662 = shortenName(v662);
  if (v662.length < 1) return NONE;

  const v663 = value['turn'];
  let v664;
  v664 = read_635(v663);
  if (v664 === NONE) return NONE;
  const v665 = { threadId: v662, turn: v664 };
  return v665;
}

function read_666(value) {
  if (!isObject(value)) return NONE;
  const v667 = value['threadId'];
  let v668;
  if (typeof v667 !== 'string') return NONE;
  v668 = v667;
  v668 = shortenName(v668);
  if (v668.length < 1) return NONE;

  const v669 = value['turnId'];
  let v670;
  if (typeof v669 !== 'string') return NONE;
  v670 = v669;
  v670 = shortenName(v670);
  if (v670.length < 1) return NONE;

  const v671 = value['diff'];
  let v672;
  if (!(typeof v671 === 'string')) return NONE;
  v672 = v671;
  const v673 = { threadId: v668, turnId: v670, diff: v672 };
  return v673;
}

function read_674(value) {
  if (!isObject(value)) return NONE;
  const v675 = value['threadId'];
  let v676;
  if (typeof v675 !== 'string') return NONE;
  v676 = v675;
  v676 = shortenName(v676);
  if (v676.length < 1) return NONE;

  const v677 = value['turnId'];
  let v678;
  if (typeof v677 !== 'string') return NONE;
  v678 = v677;
  v678 = shortenName(v678);
  if (v678.length < 1) return NONE;

  const v679 = value['startedAtMs'];
  const v680 = v679 === null || (typeof v679 === 'number' && Number.isFinite(v679) && isTime(v679)) ? v679 : null;
  const v681 = value['item'];
  let v682;
  v682 = read_item(v681);
  if (v682 === NONE) return NONE;
  const v683 = { threadId: v676, turnId: v678, startedAtMs: v680, item: v682 };
  return v683;
}

function read_684(value) {
  if (!isObject(value)) return NONE;
  const v685 = value['threadId'];
  let v686;
  if (typeof v685 !== 'string') return NONE;
  v686 = v685;
  v686 = shortenName(v686);
  if (v686.length < 1) return NONE;

  const v687 = value['turnId'];
  let v688;
  if (typeof v687 !== 'string') return NONE;
  v688 = v687;
  v688 = shortenName(v688);
  if (v688.length < 1) return NONE;

  const v689 = value['completedAtMs'];
  const v690 = v689 === null || (typeof v689 === 'number' && Number.isFinite(v689) && isTime(v689)) ? v689 : null;
  const v691 = value['item'];
  let v692;
  v692 = read_item(v691);
  if (v692 === NONE) return NONE;
  const v693 = { threadId: v686, turnId: v688, completedAtMs: v690, item: v692 };
  return v693;
}

function read_711(value) {
  if (!isObject(value)) return NONE;
  const v712 = value['status'];
  let v713;
  if (typeof v712 !== 'string') return NONE;
  v713 = v712;
  v713 = shortenName(v713);

  const v714 = value['riskLevel'];
  let v715;
  l716: {
    l717: {
      if (v714 === null) v715 = null;
      else {
        if (typeof v714 !== 'string') break l717;
        v715 = v714;
        v715 = shortenName(v715);
      }
      break l716;
    }
    v715 = null;
  }

  const v718 = value['userAuthorization'];
  let v719;
  l720: {
    l721: {
      if (v718 === null) v719 = null;
      else {
        if (typeof v718 !== 'string') break l721;
        v719 = v718;
        v719 = shortenName(v719);
      }
      break l720;
    }
    v719 = null;
  }

  const v722 = { status: v713, riskLevel: v715, userAuthorization: v719 };
  return v722;
}

function read_747(value) {
  if (!isObject(value)) return NONE;
  const v748 = value['enabled'];
  const v749 = v748 === null || typeof v748 === 'boolean' ? v748 : null;
  const v750 = { enabled: v749 };
  return v750;
}

function read_787(value) {
  if (!isObject(value)) return NONE;
  const v788 = value['path'];
  if (v788 === undefined && !('path' in value)) return NONE;
  const v789 = v788;
  const v790 = value['access'];
  let v791;
  l792: {
    l793: {
      if (typeof v790 !== 'string') break l793;
      v791 = v790;
      v791 = shortenName(v791);

      break l792;
    }
    v791 = '';
  }

  const v794 = { path: v789, access: v791 };
  return v794;
}

function read_755(value) {
  if (!isObject(value)) return NONE;
  const v756 = value['read'];
  let v757;
  let v758;
  l759: {
    l760: {
      if (!Array.isArray(v756)) break l760;
      v758 = [];
      for (const v761 of v756) {
        let v762;
        l763: {
          l764: {
            if (!(typeof v761 === 'string')) break l764;
            v762 = v761;
            break l763;
          }
          l765: {
            let v766;
            v766 = v761;
            v762 = unreadable(v766);
            break l763;
          }
          break l760;
        }

        v758.push(v762);
      }
      break l759;
    }
    v758 = [];
  }

  v757 = readable(v758);
  const v767 = value['write'];
  let v768;
  let v769;
  l770: {
    l771: {
      if (!Array.isArray(v767)) break l771;
      v769 = [];
      for (const v772 of v767) {
        let v773;
        l774: {
          l775: {
            if (!(typeof v772 === 'string')) break l775;
            v773 = v772;
            break l774;
          }
          l776: {
            let v777;
            v777 = v772;
            v773 = unreadable(v777);
            break l774;
          }
          break l771;
        }

        v769.push(v773);
      }
      break l770;
    }
    v769 = [];
  }

  v768 = readable(v769);
  const v778 = value['entries'];
  let v779;
  let v780;
  l781: {
    l782: {
      if (!Array.isArray(v778)) break l782;
      v780 = [];
      for (const v783 of v778) {
        let v784;
        l785: {
          l786: {
            v784 = read_787(v783);
            if (v784 === NONE) break l786;
            break l785;
          }
          l795: {
            let v796;
            v796 = v783;
            v784 = unreadable(v796);
            break l785;
          }
          break l782;
        }

        v780.push(v784);
      }
      break l781;
    }
    v780 = [];
  }

  v779 = readable(v780);
  const v797 = { read: v757, write: v768, entries: v779 };
  return v797;
}

function read_742(value) {
  if (!isObject(value)) return NONE;
  const v743 = value['network'];
  let v744;
  l745: {
    l746: {
      if (v743 === null) v744 = null;
      else {
        v744 = read_747(v743);
        if (v744 === NONE) break l746;
      }
      break l745;
    }
    v744 = null;
  }

  const v751 = value['fileSystem'];
  let v752;
  l753: {
    l754: {
      if (v751 === null) v752 = null;
      else {
        v752 = read_755(v751);
        if (v752 === NONE) break l754;
      }
      break l753;
    }
    v752 = null;
  }

  const v798 = { network: v744, fileSystem: v752 };
  return v798;
}

function read_727(value) {
  if (!isObject(value)) return NONE;
  const v728 = value['type'];
  let v729;
  if (typeof v728 !== 'string') return NONE;
  v729 = v728;
  v729 = shortenName(v729);

  const v730 = value['source'];
  let v731;
  l732: {
    l733: {
      if (v730 === null) v731 = null;
      else {
        if (typeof v730 !== 'string') break l733;
        v731 = v730;
        v731 = shortenName(v731);
      }
      break l732;
    }
    v731 = null;
  }

  const v734 = value['toolName'];
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

  const v738 = value['permissions'];
  let v739;
  l740: {
    l741: {
      if (v738 === null) v739 = null;
      else {
        v739 = read_742(v738);
        if (v739 === NONE) break l741;
      }
      break l740;
    }
    v739 = null;
  }

  const v799 = { type: v729, source: v731, toolName: v735, permissions: v739 };
  return v799;
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

  const v699 = value['reviewId'];
  let v700;
  if (typeof v699 !== 'string') return NONE;
  v700 = v699;
  v700 = shortenName(v700);
  if (v700.length < 1) return NONE;

  const v701 = value['targetItemId'];
  let v702;
  l703: {
    l704: {
      if (v701 === null) v702 = null;
      else {
        if (typeof v701 !== 'string') break l704;
        v702 = v701;
        v702 = shortenName(v702);
      }
      break l703;
    }
    v702 = null;
  }

  const v705 = value['startedAtMs'];
  const v706 = v705 === null || (typeof v705 === 'number' && Number.isFinite(v705) && isTime(v705)) ? v705 : null;
  const v707 = value['completedAtMs'];
  const v708 = v707 === null || (typeof v707 === 'number' && Number.isFinite(v707) && isTime(v707)) ? v707 : null;
  const v709 = value['review'];
  let v710;
  v710 = read_711(v709);
  if (v710 === NONE) return NONE;
  const v723 = value['action'];
  let v724;
  l725: {
    l726: {
      v724 = read_727(v723);
      if (v724 === NONE) break l726;
      break l725;
    }
    v724 = { type: '', source: null, toolName: null, permissions: null };
  }

  const v800 = {
    threadId: v696,
    turnId: v698,
    reviewId: v700,
    targetItemId: v702,
    startedAtMs: v706,
    completedAtMs: v708,
    review: v710,
    action: v724,
  };
  return v800;
}

function read_801(value) {
  if (!isObject(value)) return NONE;
  const v802 = value['threadId'];
  let v803;
  l804: {
    l805: {
      if (v802 === null) v803 = null;
      else {
        if (typeof v802 !== 'string') break l805;
        v803 = v802;
        v803 = shortenName(v803);
      }
      break l804;
    }
    v803 = null;
  }

  const v806 = value['requestId'];
  let v807;
  if (!(typeof v806 === 'string' || (typeof v806 === 'number' && Number.isFinite(v806)))) return NONE;
  v807 = v806;
  const v808 = { threadId: v803, requestId: v807 };
  return v808;
}

function read_818(value) {
  if (!isObject(value)) return NONE;
  const v819 = value['id'];
  let v820;
  if (typeof v819 !== 'string') return NONE;
  v820 = v819;
  v820 = shortenName(v820);
  if (v820.length < 1) return NONE;

  const v821 = value['eventName'];
  let v822;
  if (typeof v821 !== 'string') return NONE;
  v822 = v821;
  v822 = shortenName(v822);

  const v823 = value['source'];
  let v824;
  l825: {
    l826: {
      if (typeof v823 !== 'string') break l826;
      v824 = v823;
      v824 = shortenName(v824);

      break l825;
    }
    v824 = 'unknown';
  }

  const v827 = value['handlerType'];
  let v828;
  l829: {
    l830: {
      if (v827 === null) v828 = null;
      else {
        if (typeof v827 !== 'string') break l830;
        v828 = v827;
        v828 = shortenName(v828);
      }
      break l829;
    }
    v828 = null;
  }

  const v831 = value['executionMode'];
  let v832;
  l833: {
    l834: {
      if (v831 === null) v832 = null;
      else {
        if (typeof v831 !== 'string') break l834;
        v832 = v831;
        v832 = shortenName(v832);
      }
      break l833;
    }
    v832 = null;
  }

  const v835 = value['status'];
  const v836 =
    v835 === null ||
    v835 === 'running' ||
    v835 === 'completed' ||
    v835 === 'failed' ||
    v835 === 'blocked' ||
    v835 === 'stopped'
      ? v835
      : null;
  const v837 = value['durationMs'];
  const v838 = v837 === null || (typeof v837 === 'number' && Number.isFinite(v837) && isTime(v837)) ? v837 : null;
  const v839 = {
    id: v820,
    eventName: v822,
    source: v824,
    handlerType: v828,
    executionMode: v832,
    status: v836,
    durationMs: v838,
  };
  return v839;
}

function read_809(value) {
  if (!isObject(value)) return NONE;
  const v810 = value['threadId'];
  let v811;
  if (typeof v810 !== 'string') return NONE;
  v811 = v810;
  v811 = shortenName(v811);
  if (v811.length < 1) return NONE;

  const v812 = value['turnId'];
  let v813;
  l814: {
    l815: {
      if (v812 === null) v813 = null;
      else {
        if (typeof v812 !== 'string') break l815;
        v813 = v812;
        v813 = shortenName(v813);
      }
      break l814;
    }
    v813 = null;
  }

  const v816 = value['run'];
  let v817;
  v817 = read_818(v816);
  if (v817 === NONE) return NONE;
  const v840 = { threadId: v811, turnId: v813, run: v817 };
  return v840;
}

function read_846(value) {
  if (!isObject(value)) return NONE;
  const v847 = value['name'];
  let v848;
  if (typeof v847 !== 'string') return NONE;
  v848 = v847;
  v848 = shortenLabel(v848);

  const v849 = value['version'];
  let v850;
  l851: {
    l852: {
      if (v849 === null) v850 = null;
      else {
        if (typeof v849 !== 'string') break l852;
        v850 = v849;
        v850 = shortenLabel(v850);
      }
      break l851;
    }
    v850 = null;
  }

  const v853 = { name: v848, version: v850 };
  return v853;
}

function read_858(value) {
  if (!isObject(value)) return NONE;
  const v859 = value['experimentalApi'];
  const v860 = typeof v859 === 'boolean' ? v859 : false;
  const v861 = value['optOutNotificationMethods'];
  let v862;
  let v863;
  let v864;
  l865: {
    l866: {
      if (!Array.isArray(v861)) break l866;
      v864 = [];
      for (const v867 of v861) {
        let v868;
        l869: {
          l870: {
            if (typeof v867 !== 'string') break l870;
            v868 = v867;
            v868 = shortenName(v868);

            break l869;
          }
          l871: {
            let v872;
            v872 = v867;
            v868 = unreadable(v872);
            break l869;
          }
          break l866;
        }

        v864.push(v868);
      }
      break l865;
    }
    v864 = [];
  }

  v863 = readable(v864);
  v862 = shortenList(v863);
  const v873 = { experimentalApi: v860, optOutNotificationMethods: v862 };
  return v873;
}

function read_841(value) {
  if (!isObject(value)) return NONE;
  const v842 = value['clientInfo'];
  let v843;
  l844: {
    l845: {
      if (v842 === null) v843 = null;
      else {
        v843 = read_846(v842);
        if (v843 === NONE) break l845;
      }
      break l844;
    }
    v843 = null;
  }

  const v854 = value['capabilities'];
  let v855;
  l856: {
    l857: {
      if (v854 === null) v855 = null;
      else {
        v855 = read_858(v854);
        if (v855 === NONE) break l857;
      }
      break l856;
    }
    v855 = null;
  }

  const v874 = { clientInfo: v843, capabilities: v855 };
  return v874;
}

function read_875(value) {
  if (!isObject(value)) return NONE;
  const v876 = value['userAgent'];
  let v877;
  l878: {
    l879: {
      if (v876 === null) v877 = null;
      else {
        if (typeof v876 !== 'string') break l879;
        v877 = v876;
        v877 = shortenPath(v877);
      }
      break l878;
    }
    v877 = null;
  }

  const v880 = value['platformOs'];
  let v881;
  l882: {
    l883: {
      if (v880 === null) v881 = null;
      else {
        if (typeof v880 !== 'string') break l883;
        v881 = v880;
        v881 = shortenLabel(v881);
      }
      break l882;
    }
    v881 = null;
  }

  const v884 = value['codexHome'];
  let v885;
  l886: {
    l887: {
      if (v884 === null) v885 = null;
      else {
        if (typeof v884 !== 'string') break l887;
        v885 = v884;
        v885 = shortenPath(v885);
      }
      break l886;
    }
    v885 = null;
  }

  const v888 = { userAgent: v877, platformOs: v881, codexHome: v885 };
  return v888;
}

function read_898(value) {
  if (!isObject(value)) return NONE;
  const v899 = value['model_reasoning_summary'];
  let v900;
  l901: {
    l902: {
      if (v899 === undefined) v900 = undefined;
      else {
        if (v899 === null) v900 = null;
        else {
          if (typeof v899 !== 'string') break l902;
          v900 = v899;
          v900 = shortenName(v900);
        }
      }
      break l901;
    }
    v900 = undefined;
  }

  const v903 = value['personality'];
  let v904;
  l905: {
    l906: {
      if (v903 === undefined) v904 = undefined;
      else {
        if (v903 === null) v904 = null;
        else {
          if (typeof v903 !== 'string') break l906;
          v904 = v903;
          v904 = shortenName(v904);
        }
      }
      break l905;
    }
    v904 = undefined;
  }

  const v907 = { model_reasoning_summary: v900, personality: v904 };
  return v907;
}

function read_889(value) {
  if (!isObject(value)) return NONE;
  const v890 = value['personality'];
  let v891;
  l892: {
    l893: {
      if (v890 === undefined) v891 = undefined;
      else {
        if (v890 === null) v891 = null;
        else {
          if (typeof v890 !== 'string') break l893;
          v891 = v890;
          v891 = shortenName(v891);
        }
      }
      break l892;
    }
    v891 = undefined;
  }

  const v894 = value['config'];
  let v895;
  l896: {
    l897: {
      if (v894 === undefined) v895 = undefined;
      else {
        if (v894 === null) v895 = null;
        else {
          v895 = read_898(v894);
          if (v895 === NONE) break l897;
        }
      }
      break l896;
    }
    v895 = undefined;
  }

  const v908 = { personality: v891, config: v895 };
  return v908;
}

function read_909(value) {
  if (!isObject(value)) return NONE;
  const v910 = value['thread'];
  let v911;
  v911 = read_356(v910);
  if (v911 === NONE) return NONE;
  const v912 = value['model'];
  let v913;
  l914: {
    l915: {
      if (v912 === null) v913 = null;
      else {
        if (typeof v912 !== 'string') break l915;
        v913 = v912;
        v913 = shortenName(v913);
      }
      break l914;
    }
    v913 = null;
  }

  const v916 = value['modelProvider'];
  let v917;
  l918: {
    l919: {
      if (v916 === null) v917 = null;
      else {
        if (typeof v916 !== 'string') break l919;
        v917 = v916;
        v917 = shortenName(v917);
      }
      break l918;
    }
    v917 = null;
  }

  const v920 = value['serviceTier'];
  let v921;
  l922: {
    l923: {
      if (v920 === undefined) v921 = undefined;
      else {
        if (v920 === null) v921 = null;
        else {
          if (typeof v920 !== 'string') break l923;
          v921 = v920;
          v921 = shortenName(v921);
        }
      }
      break l922;
    }
    v921 = undefined;
  }

  const v924 = value['approvalPolicy'];
  let v925;
  l926: {
    l927: {
      if (v924 === undefined) v925 = undefined;
      else {
        if (v924 === null) v925 = null;
        else {
          l928: {
            l929: {
              if (typeof v924 !== 'string') break l929;
              v925 = v924;
              v925 = shortenName(v925);

              break l928;
            }
            l930: {
              let v931;
              if (!isObject(v924)) break l930;
              v931 = {};
              for (const v932 of Object.keys(v924)) {
                if (v932 === '__proto__') continue;
                const v933 = v924[v932];
                let v934;
                v934 = v933;
                v931[v932] = v934;
              }
              v925 = nameIn(v931);
              break l928;
            }
            break l927;
          }
        }
      }
      break l926;
    }
    v925 = undefined;
  }

  const v935 = value['approvalsReviewer'];
  let v936;
  l937: {
    l938: {
      if (v935 === undefined) v936 = undefined;
      else {
        if (v935 === null) v936 = null;
        else {
          if (typeof v935 !== 'string') break l938;
          v936 = v935;
          v936 = shortenName(v936);
        }
      }
      break l937;
    }
    v936 = undefined;
  }

  const v939 = value['sandbox'];
  let v940;
  l941: {
    l942: {
      if (v939 === undefined) v940 = undefined;
      else {
        if (v939 === null) v940 = null;
        else {
          v940 = read_523(v939);
          if (v940 === NONE) break l942;
        }
      }
      break l941;
    }
    v940 = undefined;
  }

  const v943 = value['reasoningEffort'];
  let v944;
  l945: {
    l946: {
      if (v943 === undefined) v944 = undefined;
      else {
        if (v943 === null) v944 = null;
        else {
          if (typeof v943 !== 'string') break l946;
          v944 = v943;
          v944 = shortenName(v944);
        }
      }
      break l945;
    }
    v944 = undefined;
  }

  const v947 = value['collaborationMode'];
  let v948;
  l949: {
    l950: {
      if (v947 === undefined) v948 = undefined;
      else {
        if (v947 === null) v948 = null;
        else {
          v948 = read_538(v947);
          if (v948 === NONE) break l950;
        }
      }
      break l949;
    }
    v948 = undefined;
  }

  const v951 = {
    thread: v911,
    model: v913,
    modelProvider: v917,
    serviceTier: v921,
    approvalPolicy: v925,
    approvalsReviewer: v936,
    sandbox: v940,
    reasoningEffort: v944,
    collaborationMode: v948,
  };
  return v951;
}

function read_952(value) {
  let v953;
  let v954;
  v954 = value;
  v953 = toNothing(v954);
  return v953;
}

function read_955(value) {
  if (!isObject(value)) return NONE;
  const v956 = value['turnsBackwardsCursor'];
  const v957 = isPresent(v956);
  const v958 = { turnsBackwardsCursor: v957 };
  return v958;
}

function read_962(value) {
  if (!isObject(value)) return NONE;
  const v963 = value['turns'];
  let v964;
  let v965;
  l966: {
    l967: {
      if (!Array.isArray(v963)) break l967;
      v965 = [];
      for (const v968 of v963) {
        let v969;
        l970: {
          l971: {
            let v972;
            v972 = read_434(v968);
            if (v972 === NONE) break l971;
            v969 = withoutItems(v972);
            break l970;
          }
          l973: {
            let v974;
            v974 = v968;
            v969 = unreadable(v974);
            break l970;
          }
          break l967;
        }

        v965.push(v969);
      }
      break l966;
    }
    v965 = [];
  }

  v964 = readable(v965);
  const v975 = { turns: v964 };
  return v975;
}

function read_959(value) {
  if (!isObject(value)) return NONE;
  const v960 = value['thread'];
  let v961;
  v961 = read_962(v960);
  if (v961 === NONE) return NONE;
  const v976 = { thread: v961 };
  return v976;
}

function read_980(value) {
  if (!isObject(value)) return NONE;
  const v981 = value['data'];
  let v982;
  let v983;
  l984: {
    l985: {
      if (!Array.isArray(v981)) break l985;
      v983 = [];
      for (const v986 of v981) {
        let v987;
        l988: {
          l989: {
            let v990;
            v990 = read_434(v986);
            if (v990 === NONE) break l989;
            v987 = withoutItems(v990);
            break l988;
          }
          l991: {
            let v992;
            v992 = v986;
            v987 = unreadable(v992);
            break l988;
          }
          break l985;
        }

        v983.push(v987);
      }
      break l984;
    }
    v983 = [];
  }

  v982 = readable(v983);
  const v993 = { data: v982 };
  return v993;
}

function read_977(value) {
  let v978;
  let v979;
  v979 = read_980(value);
  if (v979 === NONE) return NONE;
  v978 = dataAsTurns(v979);
  return v978;
}

function read_1001(value) {
  if (!isObject(value)) return NONE;
  const v1002 = value['workspace_kind'];
  let v1003;
  l1004: {
    l1005: {
      if (v1002 === null) v1003 = null;
      else {
        if (typeof v1002 !== 'string') break l1005;
        v1003 = v1002;
        v1003 = shortenLabel(v1003);
      }
      break l1004;
    }
    v1003 = null;
  }

  const v1006 = value['codex_app_used_dictation'];
  const v1007 = toFlag(v1006);
  const v1008 = { workspace_kind: v1003, codex_app_used_dictation: v1007 };
  return v1008;
}

function read_994(value) {
  if (!isObject(value)) return NONE;
  const v995 = value['threadId'];
  let v996;
  if (typeof v995 !== 'string') return NONE;
  v996 = v995;
  v996 = shortenName(v996);
  if (v996.length < 1) return NONE;

  const v997 = value['responsesapiClientMetadata'];
  let v998;
  l999: {
    l1000: {
      if (v997 === null) v998 = null;
      else {
        v998 = read_1001(v997);
        if (v998 === NONE) break l1000;
      }
      break l999;
    }
    v998 = null;
  }

  const v1009 = value['responsesapiClientMetadataPatch'];
  let v1010;
  l1011: {
    l1012: {
      if (v1009 === null) v1010 = null;
      else {
        v1010 = read_1001(v1009);
        if (v1010 === NONE) break l1012;
      }
      break l1011;
    }
    v1010 = null;
  }

  const v1013 = { threadId: v996, responsesapiClientMetadata: v998, responsesapiClientMetadataPatch: v1010 };
  return v1013;
}

function read_1014(value) {
  if (!isObject(value)) return NONE;
  const v1015 = value['threadId'];
  let v1016;
  if (typeof v1015 !== 'string') return NONE;
  v1016 = v1015;
  v1016 = shortenName(v1016);
  if (v1016.length < 1) return NONE;

  const v1017 = value['input'];
  let v1018;
  let v1019;
  let v1020;
  l1021: {
    l1022: {
      if (!Array.isArray(v1017)) break l1022;
      v1020 = [];
      for (const v1023 of v1017) {
        let v1024;
        l1025: {
          l1026: {
            v1024 = read_336(v1023);
            if (v1024 === NONE) break l1026;
            break l1025;
          }
          l1027: {
            let v1028;
            v1028 = v1023;
            v1024 = unreadable(v1028);
            break l1025;
          }
          break l1022;
        }

        v1020.push(v1024);
      }
      break l1021;
    }
    v1020 = [];
  }

  v1019 = readable(v1020);
  v1018 = shortenList(v1019);
  const v1029 = value['model'];
  let v1030;
  l1031: {
    l1032: {
      if (v1029 === undefined) v1030 = undefined;
      else {
        if (v1029 === null) v1030 = null;
        else {
          if (typeof v1029 !== 'string') break l1032;
          v1030 = v1029;
          v1030 = shortenName(v1030);
        }
      }
      break l1031;
    }
    v1030 = undefined;
  }

  const v1033 = value['effort'];
  let v1034;
  l1035: {
    l1036: {
      if (v1033 === undefined) v1034 = undefined;
      else {
        if (v1033 === null) v1034 = null;
        else {
          if (typeof v1033 !== 'string') break l1036;
          v1034 = v1033;
          v1034 = shortenName(v1034);
        }
      }
      break l1035;
    }
    v1034 = undefined;
  }

  const v1037 = value['summary'];
  let v1038;
  l1039: {
    l1040: {
      if (v1037 === undefined) v1038 = undefined;
      else {
        if (v1037 === null) v1038 = null;
        else {
          if (typeof v1037 !== 'string') break l1040;
          v1038 = v1037;
          v1038 = shortenName(v1038);
        }
      }
      break l1039;
    }
    v1038 = undefined;
  }

  const v1041 = value['serviceTier'];
  let v1042;
  l1043: {
    l1044: {
      if (v1041 === undefined) v1042 = undefined;
      else {
        if (v1041 === null) v1042 = null;
        else {
          if (typeof v1041 !== 'string') break l1044;
          v1042 = v1041;
          v1042 = shortenName(v1042);
        }
      }
      break l1043;
    }
    v1042 = undefined;
  }

  const v1045 = value['serviceTierForTurn'];
  let v1046;
  l1047: {
    l1048: {
      if (v1045 === undefined) v1046 = undefined;
      else {
        if (v1045 === null) v1046 = null;
        else {
          if (typeof v1045 !== 'string') break l1048;
          v1046 = v1045;
          v1046 = shortenName(v1046);
        }
      }
      break l1047;
    }
    v1046 = undefined;
  }

  const v1049 = value['personality'];
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

  const v1053 = value['approvalPolicy'];
  let v1054;
  l1055: {
    l1056: {
      if (v1053 === undefined) v1054 = undefined;
      else {
        if (v1053 === null) v1054 = null;
        else {
          l1057: {
            l1058: {
              if (typeof v1053 !== 'string') break l1058;
              v1054 = v1053;
              v1054 = shortenName(v1054);

              break l1057;
            }
            l1059: {
              let v1060;
              if (!isObject(v1053)) break l1059;
              v1060 = {};
              for (const v1061 of Object.keys(v1053)) {
                if (v1061 === '__proto__') continue;
                const v1062 = v1053[v1061];
                let v1063;
                v1063 = v1062;
                v1060[v1061] = v1063;
              }
              v1054 = nameIn(v1060);
              break l1057;
            }
            break l1056;
          }
        }
      }
      break l1055;
    }
    v1054 = undefined;
  }

  const v1064 = value['approvalsReviewer'];
  let v1065;
  l1066: {
    l1067: {
      if (v1064 === undefined) v1065 = undefined;
      else {
        if (v1064 === null) v1065 = null;
        else {
          if (typeof v1064 !== 'string') break l1067;
          v1065 = v1064;
          v1065 = shortenName(v1065);
        }
      }
      break l1066;
    }
    v1065 = undefined;
  }

  const v1068 = value['sandboxPolicy'];
  let v1069;
  l1070: {
    l1071: {
      if (v1068 === undefined) v1069 = undefined;
      else {
        if (v1068 === null) v1069 = null;
        else {
          v1069 = read_523(v1068);
          if (v1069 === NONE) break l1071;
        }
      }
      break l1070;
    }
    v1069 = undefined;
  }

  const v1072 = value['collaborationMode'];
  let v1073;
  l1074: {
    l1075: {
      if (v1072 === undefined) v1073 = undefined;
      else {
        if (v1072 === null) v1073 = null;
        else {
          v1073 = read_538(v1072);
          if (v1073 === NONE) break l1075;
        }
      }
      break l1074;
    }
    v1073 = undefined;
  }

  const v1076 = value['turnTrigger'];
  let v1077;
  l1078: {
    l1079: {
      if (v1076 === null) v1077 = null;
      else {
        if (typeof v1076 !== 'string') break l1079;
        v1077 = v1076;
        v1077 = shortenLabel(v1077);
      }
      break l1078;
    }
    v1077 = null;
  }

  const v1080 = value['rootTurnId'];
  let v1081;
  l1082: {
    l1083: {
      if (v1080 === null) v1081 = null;
      else {
        if (typeof v1080 !== 'string') break l1083;
        v1081 = v1080;
        v1081 = shortenName(v1081);
      }
      break l1082;
    }
    v1081 = null;
  }

  const v1084 = value['responsesapiClientMetadata'];
  let v1085;
  l1086: {
    l1087: {
      if (v1084 === null) v1085 = null;
      else {
        v1085 = read_1001(v1084);
        if (v1085 === NONE) break l1087;
      }
      break l1086;
    }
    v1085 = null;
  }

  const v1088 = value['responsesapiClientMetadataPatch'];
  let v1089;
  l1090: {
    l1091: {
      if (v1088 === null) v1089 = null;
      else {
        v1089 = read_1001(v1088);
        if (v1089 === NONE) break l1091;
      }
      break l1090;
    }
    v1089 = null;
  }

  const v1092 = {
    threadId: v1016,
    input: v1018,
    model: v1030,
    effort: v1034,
    summary: v1038,
    serviceTier: v1042,
    serviceTierForTurn: v1046,
    personality: v1050,
    approvalPolicy: v1054,
    approvalsReviewer: v1065,
    sandboxPolicy: v1069,
    collaborationMode: v1073,
    turnTrigger: v1077,
    rootTurnId: v1081,
    responsesapiClientMetadata: v1085,
    responsesapiClientMetadataPatch: v1089,
  };
  return v1092;
}

function read_1096(value) {
  if (!isObject(value)) return NONE;
  const v1097 = value['id'];
  let v1098;
  if (typeof v1097 !== 'string') return NONE;
  v1098 = v1097;
  v1098 = shortenName(v1098);
  if (v1098.length < 1) return NONE;

  const v1099 = value['rootTurnId'];
  let v1100;
  l1101: {
    l1102: {
      if (v1099 === null) v1100 = null;
      else {
        if (typeof v1099 !== 'string') break l1102;
        v1100 = v1099;
        v1100 = shortenName(v1100);
      }
      break l1101;
    }
    v1100 = null;
  }

  const v1103 = { id: v1098, rootTurnId: v1100 };
  return v1103;
}

function read_1093(value) {
  if (!isObject(value)) return NONE;
  const v1094 = value['turn'];
  let v1095;
  v1095 = read_1096(v1094);
  if (v1095 === NONE) return NONE;
  const v1104 = { turn: v1095 };
  return v1104;
}

function read_1105(value) {
  if (!isObject(value)) return NONE;
  const v1106 = value['threadId'];
  let v1107;
  if (typeof v1106 !== 'string') return NONE;
  v1107 = v1106;
  v1107 = shortenName(v1107);
  if (v1107.length < 1) return NONE;

  const v1108 = value['expectedTurnId'];
  let v1109;
  l1110: {
    l1111: {
      if (v1108 === null) v1109 = null;
      else {
        if (typeof v1108 !== 'string') break l1111;
        v1109 = v1108;
        v1109 = shortenName(v1109);
      }
      break l1110;
    }
    v1109 = null;
  }

  const v1112 = value['input'];
  let v1113;
  let v1114;
  let v1115;
  l1116: {
    l1117: {
      if (!Array.isArray(v1112)) break l1117;
      v1115 = [];
      for (const v1118 of v1112) {
        let v1119;
        l1120: {
          l1121: {
            v1119 = read_336(v1118);
            if (v1119 === NONE) break l1121;
            break l1120;
          }
          l1122: {
            let v1123;
            v1123 = v1118;
            v1119 = unreadable(v1123);
            break l1120;
          }
          break l1117;
        }

        v1115.push(v1119);
      }
      break l1116;
    }
    v1115 = [];
  }

  v1114 = readable(v1115);
  v1113 = shortenList(v1114);
  const v1124 = value['responsesapiClientMetadata'];
  let v1125;
  l1126: {
    l1127: {
      if (v1124 === null) v1125 = null;
      else {
        v1125 = read_1001(v1124);
        if (v1125 === NONE) break l1127;
      }
      break l1126;
    }
    v1125 = null;
  }

  const v1128 = value['responsesapiClientMetadataPatch'];
  let v1129;
  l1130: {
    l1131: {
      if (v1128 === null) v1129 = null;
      else {
        v1129 = read_1001(v1128);
        if (v1129 === NONE) break l1131;
      }
      break l1130;
    }
    v1129 = null;
  }

  const v1132 = {
    threadId: v1107,
    expectedTurnId: v1109,
    input: v1113,
    responsesapiClientMetadata: v1125,
    responsesapiClientMetadataPatch: v1129,
  };
  return v1132;
}

function read_1133(value) {
  if (!isObject(value)) return NONE;
  const v1134 = value['turnId'];
  let v1135;
  if (typeof v1134 !== 'string') return NONE;
  v1135 = v1134;
  v1135 = shortenName(v1135);
  if (v1135.length < 1) return NONE;

  const v1136 = { turnId: v1135 };
  return v1136;
}

function read_1137(value) {
  if (!isObject(value)) return NONE;
  const v1138 = value['threadId'];
  let v1139;
  if (typeof v1138 !== 'string') return NONE;
  v1139 = v1138;
  v1139 = shortenName(v1139);
  if (v1139.length < 1) return NONE;

  const v1140 = value['turnId'];
  let v1141;
  l1142: {
    l1143: {
      if (v1140 === null) v1141 = null;
      else {
        if (typeof v1140 !== 'string') break l1143;
        v1141 = v1140;
        v1141 = shortenName(v1141);
      }
      break l1142;
    }
    v1141 = null;
  }

  const v1144 = { threadId: v1139, turnId: v1141 };
  return v1144;
}

function read_1148(value) {
  if (!isObject(value)) return NONE;
  const v1149 = value['id'];
  let v1150;
  if (typeof v1149 !== 'string') return NONE;
  v1150 = v1149;
  v1150 = shortenName(v1150);
  if (v1150.length < 1) return NONE;

  const v1151 = { id: v1150 };
  return v1151;
}

function read_1145(value) {
  if (!isObject(value)) return NONE;
  const v1146 = value['turn'];
  let v1147;
  v1147 = read_1148(v1146);
  if (v1147 === NONE) return NONE;
  const v1152 = value['reviewThreadId'];
  let v1153;
  l1154: {
    l1155: {
      if (v1152 === null) v1153 = null;
      else {
        if (typeof v1152 !== 'string') break l1155;
        v1153 = v1152;
        v1153 = shortenName(v1153);
      }
      break l1154;
    }
    v1153 = null;
  }

  const v1156 = { turn: v1147, reviewThreadId: v1153 };
  return v1156;
}

function read_1185(value) {
  if (!isObject(value)) return NONE;
  const v1186 = value['enabled'];
  const v1187 = v1186 === null || typeof v1186 === 'boolean' ? v1186 : null;
  const v1188 = { enabled: v1187 };
  return v1188;
}

function read_1180(value) {
  if (!isObject(value)) return NONE;
  const v1181 = value['network'];
  let v1182;
  l1183: {
    l1184: {
      if (v1181 === null) v1182 = null;
      else {
        v1182 = read_1185(v1181);
        if (v1182 === NONE) break l1184;
      }
      break l1183;
    }
    v1182 = null;
  }

  const v1189 = { network: v1182 };
  return v1189;
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
  if (typeof v1160 !== 'string') return NONE;
  v1161 = v1160;
  v1161 = shortenName(v1161);
  if (v1161.length < 1) return NONE;

  const v1162 = value['itemId'];
  let v1163;
  if (typeof v1162 !== 'string') return NONE;
  v1163 = v1162;
  v1163 = shortenName(v1163);
  if (v1163.length < 1) return NONE;

  const v1164 = value['startedAtMs'];
  const v1165 = v1164 === null || (typeof v1164 === 'number' && Number.isFinite(v1164) && isTime(v1164)) ? v1164 : null;
  const v1166 = value['approvalId'];
  let v1167;
  l1168: {
    l1169: {
      if (v1166 === null) v1167 = null;
      else {
        if (typeof v1166 !== 'string') break l1169;
        v1167 = v1166;
        v1167 = shortenName(v1167);
      }
      break l1168;
    }
    v1167 = null;
  }

  const v1170 = value['kind'];
  let v1171;
  l1172: {
    l1173: {
      if (v1170 === null) v1171 = null;
      else {
        if (typeof v1170 !== 'string') break l1173;
        v1171 = v1170;
        v1171 = shortenName(v1171);
      }
      break l1172;
    }
    v1171 = null;
  }

  const v1174 = value['networkApprovalContext'];
  const v1175 = isPresent(v1174);
  const v1176 = value['additionalPermissions'];
  let v1177;
  l1178: {
    l1179: {
      if (v1176 === null) v1177 = null;
      else {
        v1177 = read_1180(v1176);
        if (v1177 === NONE) break l1179;
      }
      break l1178;
    }
    v1177 = null;
  }

  const v1190 = value['proposedNetworkPolicyAmendments'];
  let v1191;
  let v1192;
  let v1193;
  l1194: {
    l1195: {
      if (!Array.isArray(v1190)) break l1195;
      v1193 = [];
      for (const v1196 of v1190) {
        let v1197;
        v1197 = v1196;
        v1193.push(v1197);
      }
      break l1194;
    }
    v1193 = [];
  }

  v1192 = readable(v1193);
  v1191 = isNotEmpty(v1192);
  const v1198 = {
    threadId: v1159,
    turnId: v1161,
    itemId: v1163,
    startedAtMs: v1165,
    approvalId: v1167,
    kind: v1171,
    networkApprovalContext: v1175,
    additionalPermissions: v1177,
    proposedNetworkPolicyAmendments: v1191,
  };
  return v1198;
}

function read_1209(value) {
  if (!isObject(value)) return NONE;
  const v1210 = value['execpolicy_amendment'];
  let v1211;
  if (!Array.isArray(v1210)) return NONE;
  v1211 = [];
  for (const v1212 of v1210) {
    let v1213;
    if (!(typeof v1212 === 'string')) return NONE;
    v1213 = v1212;
    v1211.push(v1213);
  }
  const v1214 = { execpolicy_amendment: v1211 };
  return v1214;
}

function read_1206(value) {
  if (!isObject(value)) return NONE;
  const v1207 = value['acceptWithExecpolicyAmendment'];
  let v1208;
  v1208 = read_1209(v1207);
  if (v1208 === NONE) return NONE;
  const v1215 = { acceptWithExecpolicyAmendment: v1208 };
  return v1215;
}

function read_1224(value) {
  if (!isObject(value)) return NONE;
  const v1225 = value['action'];
  let v1226;
  if (!(typeof v1225 === 'string')) return NONE;
  v1226 = v1225;
  const v1227 = { action: v1226 };
  return v1227;
}

function read_1221(value) {
  if (!isObject(value)) return NONE;
  const v1222 = value['network_policy_amendment'];
  let v1223;
  v1223 = read_1224(v1222);
  if (v1223 === NONE) return NONE;
  const v1228 = { network_policy_amendment: v1223 };
  return v1228;
}

function read_1218(value) {
  if (!isObject(value)) return NONE;
  const v1219 = value['applyNetworkPolicyAmendment'];
  let v1220;
  v1220 = read_1221(v1219);
  if (v1220 === NONE) return NONE;
  const v1229 = { applyNetworkPolicyAmendment: v1220 };
  return v1229;
}

function read_1199(value) {
  if (!isObject(value)) return NONE;
  const v1200 = value['decision'];
  let v1201;
  l1202: {
    l1203: {
      if (!(typeof v1200 === 'string')) break l1203;
      v1201 = v1200;
      break l1202;
    }
    l1204: {
      let v1205;
      v1205 = read_1206(v1200);
      if (v1205 === NONE) break l1204;
      v1201 = toPolicyAmendment(v1205);
      break l1202;
    }
    l1216: {
      let v1217;
      v1217 = read_1218(v1200);
      if (v1217 === NONE) break l1216;
      v1201 = toNetworkAmendment(v1217);
      break l1202;
    }
    return NONE;
  }

  const v1230 = { decision: v1201 };
  return v1230;
}

function read_1231(value) {
  if (!isObject(value)) return NONE;
  const v1232 = value['threadId'];
  let v1233;
  if (typeof v1232 !== 'string') return NONE;
  v1233 = v1232;
  v1233 = shortenName(v1233);
  if (v1233.length < 1) return NONE;

  const v1234 = value['turnId'];
  let v1235;
  if (typeof v1234 !== 'string') return NONE;
  v1235 = v1234;
  v1235 = shortenName(v1235);
  if (v1235.length < 1) return NONE;

  const v1236 = value['itemId'];
  let v1237;
  if (typeof v1236 !== 'string') return NONE;
  v1237 = v1236;
  v1237 = shortenName(v1237);
  if (v1237.length < 1) return NONE;

  const v1238 = value['startedAtMs'];
  const v1239 = v1238 === null || (typeof v1238 === 'number' && Number.isFinite(v1238) && isTime(v1238)) ? v1238 : null;
  const v1240 = value['grantRoot'];
  const v1241 = isPresent(v1240);
  const v1242 = { threadId: v1233, turnId: v1235, itemId: v1237, startedAtMs: v1239, grantRoot: v1241 };
  return v1242;
}

function read_1243(value) {
  if (!isObject(value)) return NONE;
  const v1244 = value['decision'];
  let v1245;
  if (!(typeof v1244 === 'string')) return NONE;
  v1245 = v1244;
  const v1246 = { decision: v1245 };
  return v1246;
}

function read_1247(value) {
  if (!isObject(value)) return NONE;
  const v1248 = value['threadId'];
  let v1249;
  if (typeof v1248 !== 'string') return NONE;
  v1249 = v1248;
  v1249 = shortenName(v1249);
  if (v1249.length < 1) return NONE;

  const v1250 = value['turnId'];
  let v1251;
  if (typeof v1250 !== 'string') return NONE;
  v1251 = v1250;
  v1251 = shortenName(v1251);
  if (v1251.length < 1) return NONE;

  const v1252 = value['itemId'];
  let v1253;
  if (typeof v1252 !== 'string') return NONE;
  v1253 = v1252;
  v1253 = shortenName(v1253);
  if (v1253.length < 1) return NONE;

  const v1254 = value['startedAtMs'];
  const v1255 = v1254 === null || (typeof v1254 === 'number' && Number.isFinite(v1254) && isTime(v1254)) ? v1254 : null;
  const v1256 = value['cwd'];
  let v1257;
  l1258: {
    l1259: {
      if (v1256 === null) v1257 = null;
      else {
        if (typeof v1256 !== 'string') break l1259;
        v1257 = v1256;
        v1257 = shortenPath(v1257);
      }
      break l1258;
    }
    v1257 = null;
  }

  const v1260 = value['permissions'];
  let v1261;
  l1262: {
    l1263: {
      v1261 = read_742(v1260);
      if (v1261 === NONE) break l1263;
      break l1262;
    }
    v1261 = { network: null, fileSystem: null };
  }

  const v1264 = { threadId: v1249, turnId: v1251, itemId: v1253, startedAtMs: v1255, cwd: v1257, permissions: v1261 };
  return v1264;
}

function read_1268(value) {
  if (!isObject(value)) return NONE;
  const v1269 = value['network'];
  let v1270;
  l1271: {
    l1272: {
      if (v1269 === null) v1270 = null;
      else {
        v1270 = read_747(v1269);
        if (v1270 === NONE) break l1272;
      }
      break l1271;
    }
    v1270 = null;
  }

  const v1273 = value['fileSystem'];
  let v1274;
  l1275: {
    l1276: {
      if (v1273 === null) v1274 = null;
      else {
        v1274 = read_755(v1273);
        if (v1274 === NONE) break l1276;
      }
      break l1275;
    }
    v1274 = null;
  }

  const v1277 = { network: v1270, fileSystem: v1274 };
  if (!hasKnownAccesses(v1277)) return NONE;
  return v1277;
}

function read_1265(value) {
  if (!isObject(value)) return NONE;
  const v1266 = value['permissions'];
  let v1267;
  v1267 = read_1268(v1266);
  if (v1267 === NONE) return NONE;
  if (!hasKnownAccesses(v1267)) return NONE;

  const v1278 = value['scope'];
  let v1279;
  if (v1278 === undefined) v1279 = 'turn';
  else {
    if (!(v1278 === 'turn' || v1278 === 'session')) return NONE;
    v1279 = v1278;
  }
  const v1280 = value['strictAutoReview'];
  const v1281 = typeof v1280 === 'boolean' ? v1280 : false;
  const v1282 = { permissions: v1267, scope: v1279, strictAutoReview: v1281 };
  return v1282;
}

function read_1283(value) {
  if (!isObject(value)) return NONE;
  const v1284 = value['threadId'];
  let v1285;
  if (typeof v1284 !== 'string') return NONE;
  v1285 = v1284;
  v1285 = shortenName(v1285);
  if (v1285.length < 1) return NONE;

  const v1286 = value['turnId'];
  let v1287;
  if (typeof v1286 !== 'string') return NONE;
  v1287 = v1286;
  v1287 = shortenName(v1287);
  if (v1287.length < 1) return NONE;

  const v1288 = value['itemId'];
  let v1289;
  if (typeof v1288 !== 'string') return NONE;
  v1289 = v1288;
  v1289 = shortenName(v1289);
  if (v1289.length < 1) return NONE;

  const v1290 = value['startedAtMs'];
  const v1291 = v1290 === null || (typeof v1290 === 'number' && Number.isFinite(v1290) && isTime(v1290)) ? v1290 : null;
  const v1292 = { threadId: v1285, turnId: v1287, itemId: v1289, startedAtMs: v1291 };
  return v1292;
}

function read_1293(value) {
  if (!isObject(value)) return NONE;
  const v1294 = value['answers'];
  const v1295 = isPresent(v1294);
  const v1296 = { answers: v1295 };
  return v1296;
}

function read_1314(value) {
  if (!isObject(value)) return NONE;
  const v1315 = value['codex_approval_kind'];
  let v1316;
  l1317: {
    l1318: {
      if (v1315 === null) v1316 = null;
      else {
        if (typeof v1315 !== 'string') break l1318;
        v1316 = v1315;
        v1316 = shortenName(v1316);
      }
      break l1317;
    }
    v1316 = null;
  }

  const v1319 = value['tool_name'];
  let v1320;
  l1321: {
    l1322: {
      if (v1319 === null) v1320 = null;
      else {
        if (typeof v1319 !== 'string') break l1322;
        v1320 = v1319;
        v1320 = shortenName(v1320);
      }
      break l1321;
    }
    v1320 = null;
  }

  const v1323 = { codex_approval_kind: v1316, tool_name: v1320 };
  return v1323;
}

function read_1297(value) {
  if (!isObject(value)) return NONE;
  const v1298 = value['threadId'];
  let v1299;
  if (typeof v1298 !== 'string') return NONE;
  v1299 = v1298;
  v1299 = shortenName(v1299);
  if (v1299.length < 1) return NONE;

  const v1300 = value['turnId'];
  let v1301;
  l1302: {
    l1303: {
      if (v1300 === null) v1301 = null;
      else {
        if (typeof v1300 !== 'string') break l1303;
        v1301 = v1300;
        v1301 = shortenName(v1301);
      }
      break l1302;
    }
    v1301 = null;
  }

  const v1304 = value['startedAtMs'];
  const v1305 = v1304 === null || (typeof v1304 === 'number' && Number.isFinite(v1304) && isTime(v1304)) ? v1304 : null;
  const v1306 = value['serverName'];
  let v1307;
  l1308: {
    l1309: {
      if (v1306 === null) v1307 = null;
      else {
        if (typeof v1306 !== 'string') break l1309;
        v1307 = v1306;
        v1307 = shortenName(v1307);
      }
      break l1308;
    }
    v1307 = null;
  }

  const v1310 = value['_meta'];
  let v1311;
  l1312: {
    l1313: {
      if (v1310 === null) v1311 = null;
      else {
        v1311 = read_1314(v1310);
        if (v1311 === NONE) break l1313;
      }
      break l1312;
    }
    v1311 = null;
  }

  const v1324 = { threadId: v1299, turnId: v1301, startedAtMs: v1305, serverName: v1307, _meta: v1311 };
  return v1324;
}

function read_1325(value) {
  if (!isObject(value)) return NONE;
  const v1326 = value['action'];
  const v1327 = v1326 === null || v1326 === 'accept' || v1326 === 'decline' || v1326 === 'cancel' ? v1326 : null;
  const v1328 = { action: v1327 };
  return v1328;
}

function read_1354(value) {
  if (!isObject(value)) return NONE;
  const v1355 = value['turnKind'];
  let v1356;
  l1357: {
    l1358: {
      if (v1355 === null) v1356 = null;
      else {
        if (typeof v1355 !== 'string') break l1358;
        v1356 = v1355;
        v1356 = shortenName(v1356);
      }
      break l1357;
    }
    v1356 = null;
  }

  const v1359 = { turnKind: v1356 };
  return v1359;
}

function read_1349(value) {
  if (!isObject(value)) return NONE;
  const v1350 = value['activeTurnNotSteerable'];
  let v1351;
  l1352: {
    l1353: {
      if (v1350 === null) v1351 = null;
      else {
        v1351 = read_1354(v1350);
        if (v1351 === NONE) break l1353;
      }
      break l1352;
    }
    v1351 = null;
  }

  const v1360 = { activeTurnNotSteerable: v1351 };
  return v1360;
}

function read_1340(value) {
  if (!isObject(value)) return NONE;
  const v1341 = value['input_error_code'];
  let v1342;
  l1343: {
    l1344: {
      if (v1341 === null) v1342 = null;
      else {
        if (typeof v1341 !== 'string') break l1344;
        v1342 = v1341;
        v1342 = shortenName(v1342);
      }
      break l1343;
    }
    v1342 = null;
  }

  const v1345 = value['codexErrorInfo'];
  let v1346;
  l1347: {
    l1348: {
      if (v1345 === null) v1346 = null;
      else {
        v1346 = read_1349(v1345);
        if (v1346 === NONE) break l1348;
      }
      break l1347;
    }
    v1346 = null;
  }

  const v1361 = { input_error_code: v1342, codexErrorInfo: v1346 };
  return v1361;
}

function read_1329(value) {
  if (!isObject(value)) return NONE;
  const v1330 = value['code'];
  const v1331 = typeof v1330 === 'number' && Number.isFinite(v1330) ? v1330 : 0;
  const v1332 = value['message'];
  let v1333;
  l1334: {
    l1335: {
      if (typeof v1332 !== 'string') break l1335;
      v1333 = v1332;
      v1333 = shortenName(v1333);

      break l1334;
    }
    v1333 = '';
  }

  const v1336 = value['data'];
  let v1337;
  l1338: {
    l1339: {
      if (v1336 === null) v1337 = null;
      else {
        v1337 = read_1340(v1336);
        if (v1337 === NONE) break l1339;
      }
      break l1338;
    }
    v1337 = null;
  }

  const v1362 = { code: v1331, message: v1333, data: v1337 };
  return v1362;
}
export const notifications = {
  'thread/started': exported(read_353),
  'thread/closed': exported(read_470),
  'thread/archived': exported(read_470),
  'thread/unarchived': exported(read_470),
  'thread/deleted': exported(read_470),
  'thread/reverted': exported(read_470),
  'thread/settings/updated': exported(read_474),
  error: exported(read_558),
  'model/rerouted': exported(read_574),
  'thread/tokenUsage/updated': exported(read_582),
  'thread/goal/updated': exported(read_610),
  'thread/goal/cleared': exported(read_470),
  'turn/started': exported(read_630),
  'turn/completed': exported(read_660),
  'turn/diff/updated': exported(read_666),
  'item/started': exported(read_674),
  'item/completed': exported(read_684),
  'item/autoApprovalReview/started': exported(read_694),
  'item/autoApprovalReview/completed': exported(read_694),
  'serverRequest/resolved': exported(read_801),
  'hook/started': exported(read_809),
  'hook/completed': exported(read_809),
};
export const clientRequests = {
  initialize: { params: exported(read_841), result: exported(read_875) },
  'thread/start': { params: exported(read_889), result: exported(read_909) },
  'thread/resume': { params: exported(read_889), result: exported(read_909) },
  'thread/fork': { params: exported(read_889), result: exported(read_909) },
  'thread/archive': { params: exported(read_470), result: exported(read_952) },
  'thread/unarchive': { params: exported(read_470), result: exported(read_952) },
  'thread/revert': { params: exported(read_470), result: exported(read_955) },
  'thread/compact/start': { params: exported(read_470), result: exported(read_952) },
  'thread/unsubscribe': { params: exported(read_470), result: exported(read_952) },
  'thread/read': { params: exported(read_470), result: exported(read_959) },
  'thread/turns/list': { params: exported(read_470), result: exported(read_977) },
  'thread/queue/add': { params: exported(read_994), result: exported(read_952) },
  'thread/goal/set': { params: exported(read_470), result: exported(read_952) },
  'turn/start': { params: exported(read_1014), result: exported(read_1093) },
  'turn/steer': { params: exported(read_1105), result: exported(read_1133) },
  'turn/interrupt': { params: exported(read_1137), result: exported(read_952) },
  'review/start': { params: exported(read_470), result: exported(read_1145) },
};
export const approvalRequests = {
  'item/commandExecution/requestApproval': { params: exported(read_1157), result: exported(read_1199) },
  'item/fileChange/requestApproval': { params: exported(read_1231), result: exported(read_1243) },
  'item/permissions/requestApproval': { params: exported(read_1247), result: exported(read_1265) },
};
export const userInputRequests = {
  'item/tool/requestUserInput': { params: exported(read_1283), result: exported(read_1293) },
  'mcpServer/elicitation/request': { params: exported(read_1297), result: exported(read_1325) },
};
export const rpcError = exported(read_1329);
export const item = exported(read_item);
