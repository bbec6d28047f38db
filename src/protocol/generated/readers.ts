// Written by `npm run readers` from the zod schemas in src/protocol/schema. Do not edit.
// @ts-nocheck: readers.ts gives these functions their types.
import {
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

function read_37(value) {
  if (!isObject(value)) return NONE;
  const v38 = value['type'];
  let v39;
  l40: {
    l41: {
      if (typeof v38 !== 'string') break l41;
      v39 = v38;
      v39 = shortenName(v39);

      break l40;
    }
    v39 = 'unknown';
  }

  const v42 = value['path'];
  let v43;
  let v44;
  l45: {
    l46: {
      if (v42 === null) v44 = null;
      else {
        if (typeof v42 !== 'string') break l46;
        v44 = v42;
        v44 = shortenPath(v44);
      }
      break l45;
    }
    v44 = null;
  }

  v43 = skillDocument(v44);
  const v47 = { type: v39, path: v43 };
  return v47;
}

function read_1(value) {
  if (!isObject(value)) return NONE;
  const v2 = value['type'];
  let v3;
  if (!(v2 === 'commandExecution')) return NONE;
  v3 = 'commandExecution';
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
      v29 = new Array(v26.length);
      for (let v34 = 0; v34 < v26.length; v34++) {
        const v32 = v26[v34];
        let v33;
        l35: {
          l36: {
            v33 = read_37(v32);
            if (v33 === NONE) break l36;
            break l35;
          }
          l48: {
            let v49;
            v49 = v32;
            v33 = unreadable(v49);
            break l35;
          }
          break l31;
        }

        v29[v34] = v33;
      }
      break l30;
    }
    v29 = [];
  }

  v28 = readable(v29);
  v27 = shortenList(v28);
  const v50 = {
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
  return v50;
}

function read_80(value) {
  if (!isObject(value)) return NONE;
  const v81 = value['type'];
  let v82;
  l83: {
    l84: {
      if (typeof v81 !== 'string') break l84;
      v82 = v81;
      v82 = shortenName(v82);

      break l83;
    }
    v82 = 'update';
  }

  const v85 = value['move_path'];
  const v86 = isPresent(v85);
  const v87 = { type: v82, move_path: v86 };
  return v87;
}

function read_75(value) {
  if (!isObject(value)) return NONE;
  const v76 = value['kind'];
  let v77;
  l78: {
    l79: {
      v77 = read_80(v76);
      if (v77 === NONE) break l79;
      break l78;
    }
    v77 = { type: 'update', move_path: false };
  }

  const v88 = { kind: v77 };
  return v88;
}

function read_51(value) {
  if (!isObject(value)) return NONE;
  const v52 = value['type'];
  let v53;
  if (!(v52 === 'fileChange')) return NONE;
  v53 = 'fileChange';
  const v54 = value['id'];
  let v55;
  if (typeof v54 !== 'string') return NONE;
  v55 = v54;
  v55 = shortenName(v55);
  if (v55.length < 1) return NONE;

  const v56 = value['startedAtMs'];
  const v57 = v56 === null || (typeof v56 === 'number' && Number.isFinite(v56) && isTime(v56)) ? v56 : null;
  const v58 = value['completedAtMs'];
  const v59 = v58 === null || (typeof v58 === 'number' && Number.isFinite(v58) && isTime(v58)) ? v58 : null;
  const v60 = value['status'];
  let v61;
  l62: {
    l63: {
      if (v60 === null) v61 = null;
      else {
        if (typeof v60 !== 'string') break l63;
        v61 = v60;
        v61 = shortenName(v61);
      }
      break l62;
    }
    v61 = null;
  }

  const v64 = value['changes'];
  let v65;
  let v66;
  let v67;
  l68: {
    l69: {
      if (!Array.isArray(v64)) break l69;
      v67 = new Array(v64.length);
      for (let v72 = 0; v72 < v64.length; v72++) {
        const v70 = v64[v72];
        let v71;
        l73: {
          l74: {
            v71 = read_75(v70);
            if (v71 === NONE) break l74;
            break l73;
          }
          l89: {
            let v90;
            v90 = v70;
            v71 = unreadable(v90);
            break l73;
          }
          break l69;
        }

        v67[v72] = v71;
      }
      break l68;
    }
    v67 = [];
  }

  v66 = readable(v67);
  v65 = shortenList(v66);
  const v91 = { type: v53, id: v55, startedAtMs: v57, completedAtMs: v59, status: v61, changes: v65 };
  return v91;
}

function read_125(value) {
  if (!isObject(value)) return NONE;
  const v126 = value['connectorId'];
  let v127;
  l128: {
    l129: {
      if (v126 === null) v127 = null;
      else {
        if (typeof v126 !== 'string') break l129;
        v127 = v126;
        v127 = shortenName(v127);
      }
      break l128;
    }
    v127 = null;
  }

  const v130 = value['appName'];
  let v131;
  l132: {
    l133: {
      if (v130 === null) v131 = null;
      else {
        if (typeof v130 !== 'string') break l133;
        v131 = v130;
        v131 = shortenLabel(v131);
      }
      break l132;
    }
    v131 = null;
  }

  const v134 = { connectorId: v127, appName: v131 };
  return v134;
}

function read_92(value) {
  if (!isObject(value)) return NONE;
  const v93 = value['type'];
  let v94;
  if (!(v93 === 'mcpToolCall')) return NONE;
  v94 = 'mcpToolCall';
  const v95 = value['id'];
  let v96;
  if (typeof v95 !== 'string') return NONE;
  v96 = v95;
  v96 = shortenName(v96);
  if (v96.length < 1) return NONE;

  const v97 = value['startedAtMs'];
  const v98 = v97 === null || (typeof v97 === 'number' && Number.isFinite(v97) && isTime(v97)) ? v97 : null;
  const v99 = value['completedAtMs'];
  const v100 = v99 === null || (typeof v99 === 'number' && Number.isFinite(v99) && isTime(v99)) ? v99 : null;
  const v101 = value['server'];
  let v102;
  l103: {
    l104: {
      if (typeof v101 !== 'string') break l104;
      v102 = v101;
      v102 = shortenName(v102);

      break l103;
    }
    v102 = '';
  }

  const v105 = value['tool'];
  let v106;
  l107: {
    l108: {
      if (typeof v105 !== 'string') break l108;
      v106 = v105;
      v106 = shortenName(v106);

      break l107;
    }
    v106 = '';
  }

  const v109 = value['status'];
  let v110;
  l111: {
    l112: {
      if (v109 === null) v110 = null;
      else {
        if (typeof v109 !== 'string') break l112;
        v110 = v109;
        v110 = shortenName(v110);
      }
      break l111;
    }
    v110 = null;
  }

  const v113 = value['error'];
  const v114 = isPresent(v113);
  const v115 = value['durationMs'];
  const v116 = v115 === null || (typeof v115 === 'number' && Number.isFinite(v115) && isTime(v115)) ? v115 : null;
  const v117 = value['pluginId'];
  let v118;
  l119: {
    l120: {
      if (v117 === null) v118 = null;
      else {
        if (typeof v117 !== 'string') break l120;
        v118 = v117;
        v118 = shortenName(v118);
      }
      break l119;
    }
    v118 = null;
  }

  const v121 = value['appContext'];
  let v122;
  l123: {
    l124: {
      if (v121 === null) v122 = null;
      else {
        v122 = read_125(v121);
        if (v122 === NONE) break l124;
      }
      break l123;
    }
    v122 = null;
  }

  const v135 = {
    type: v94,
    id: v96,
    startedAtMs: v98,
    completedAtMs: v100,
    server: v102,
    tool: v106,
    status: v110,
    error: v114,
    durationMs: v116,
    pluginId: v118,
    appContext: v122,
  };
  return v135;
}

function read_165(value) {
  if (!isObject(value)) return NONE;
  const v166 = value['type'];
  let v167;
  if (typeof v166 !== 'string') return NONE;
  v167 = v166;
  v167 = shortenName(v167);

  const v168 = { type: v167 };
  return v168;
}

function read_136(value) {
  if (!isObject(value)) return NONE;
  const v137 = value['type'];
  let v138;
  if (!(v137 === 'dynamicToolCall')) return NONE;
  v138 = 'dynamicToolCall';
  const v139 = value['id'];
  let v140;
  if (typeof v139 !== 'string') return NONE;
  v140 = v139;
  v140 = shortenName(v140);
  if (v140.length < 1) return NONE;

  const v141 = value['startedAtMs'];
  const v142 = v141 === null || (typeof v141 === 'number' && Number.isFinite(v141) && isTime(v141)) ? v141 : null;
  const v143 = value['completedAtMs'];
  const v144 = v143 === null || (typeof v143 === 'number' && Number.isFinite(v143) && isTime(v143)) ? v143 : null;
  const v145 = value['tool'];
  let v146;
  l147: {
    l148: {
      if (typeof v145 !== 'string') break l148;
      v146 = v145;
      v146 = shortenName(v146);

      break l147;
    }
    v146 = '';
  }

  const v149 = value['status'];
  let v150;
  l151: {
    l152: {
      if (v149 === null) v150 = null;
      else {
        if (typeof v149 !== 'string') break l152;
        v150 = v149;
        v150 = shortenName(v150);
      }
      break l151;
    }
    v150 = null;
  }

  const v153 = value['success'];
  const v154 = v153 === null || typeof v153 === 'boolean' ? v153 : null;
  const v155 = value['durationMs'];
  const v156 = v155 === null || (typeof v155 === 'number' && Number.isFinite(v155) && isTime(v155)) ? v155 : null;
  const v157 = value['contentItems'];
  let v158;
  l159: {
    l160: {
      if (v157 === null) v158 = null;
      else {
        let v161;
        if (!Array.isArray(v157)) break l160;
        v161 = new Array(v157.length);
        for (let v164 = 0; v164 < v157.length; v164++) {
          const v162 = v157[v164];
          let v163;
          v163 = read_165(v162);
          if (v163 === NONE) break l160;
          v161[v164] = v163;
        }
        v158 = shortenList(v161);
      }
      break l159;
    }
    v158 = null;
  }

  const v169 = {
    type: v138,
    id: v140,
    startedAtMs: v142,
    completedAtMs: v144,
    tool: v146,
    status: v150,
    success: v154,
    durationMs: v156,
    contentItems: v158,
  };
  return v169;
}

function read_220(value) {
  if (!isObject(value)) return NONE;
  const v221 = value['status'];
  let v222;
  l223: {
    l224: {
      if (v221 === null) v222 = null;
      else {
        if (typeof v221 !== 'string') break l224;
        v222 = v221;
        v222 = shortenName(v222);
      }
      break l223;
    }
    v222 = null;
  }

  const v225 = { status: v222 };
  return v225;
}

function read_170(value) {
  if (!isObject(value)) return NONE;
  const v171 = value['type'];
  let v172;
  if (!(v171 === 'collabAgentToolCall')) return NONE;
  v172 = 'collabAgentToolCall';
  const v173 = value['id'];
  let v174;
  if (typeof v173 !== 'string') return NONE;
  v174 = v173;
  v174 = shortenName(v174);
  if (v174.length < 1) return NONE;

  const v175 = value['startedAtMs'];
  const v176 = v175 === null || (typeof v175 === 'number' && Number.isFinite(v175) && isTime(v175)) ? v175 : null;
  const v177 = value['completedAtMs'];
  const v178 = v177 === null || (typeof v177 === 'number' && Number.isFinite(v177) && isTime(v177)) ? v177 : null;
  const v179 = value['tool'];
  let v180;
  l181: {
    l182: {
      if (typeof v179 !== 'string') break l182;
      v180 = v179;
      v180 = shortenName(v180);

      break l181;
    }
    v180 = '';
  }

  const v183 = value['status'];
  let v184;
  l185: {
    l186: {
      if (v183 === null) v184 = null;
      else {
        if (typeof v183 !== 'string') break l186;
        v184 = v183;
        v184 = shortenName(v184);
      }
      break l185;
    }
    v184 = null;
  }

  const v187 = value['senderThreadId'];
  let v188;
  l189: {
    l190: {
      if (typeof v187 !== 'string') break l190;
      v188 = v187;
      v188 = shortenName(v188);

      break l189;
    }
    v188 = '';
  }

  const v191 = value['receiverThreadIds'];
  let v192;
  let v193;
  let v194;
  l195: {
    l196: {
      if (!Array.isArray(v191)) break l196;
      v194 = new Array(v191.length);
      for (let v199 = 0; v199 < v191.length; v199++) {
        const v197 = v191[v199];
        let v198;
        l200: {
          l201: {
            if (typeof v197 !== 'string') break l201;
            v198 = v197;
            v198 = shortenName(v198);

            break l200;
          }
          l202: {
            let v203;
            v203 = v197;
            v198 = unreadable(v203);
            break l200;
          }
          break l196;
        }

        v194[v199] = v198;
      }
      break l195;
    }
    v194 = [];
  }

  v193 = readable(v194);
  v192 = shortenList(v193);
  const v204 = value['model'];
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

  const v208 = value['reasoningEffort'];
  let v209;
  l210: {
    l211: {
      if (v208 === null) v209 = null;
      else {
        if (typeof v208 !== 'string') break l211;
        v209 = v208;
        v209 = shortenName(v209);
      }
      break l210;
    }
    v209 = null;
  }

  const v212 = value['agentsStates'];
  let v213;
  l214: {
    l215: {
      let v216;
      if (!isObject(v212)) break l215;
      v216 = {};
      for (const v217 of Object.keys(v212)) {
        if (v217 === '__proto__') continue;
        const v218 = v212[v217];
        let v219;
        v219 = read_220(v218);
        if (v219 === NONE) break l215;
        v216[v217] = v219;
      }
      v213 = shortenRecord(v216);
      break l214;
    }
    v213 = {};
  }

  const v226 = {
    type: v172,
    id: v174,
    startedAtMs: v176,
    completedAtMs: v178,
    tool: v180,
    status: v184,
    senderThreadId: v188,
    receiverThreadIds: v192,
    model: v205,
    reasoningEffort: v209,
    agentsStates: v213,
  };
  return v226;
}

function read_245(value) {
  if (!isObject(value)) return NONE;
  const v246 = value['type'];
  let v247;
  l248: {
    l249: {
      if (!(v246 === 'search' || v246 === 'openPage' || v246 === 'findInPage' || v246 === 'other')) break l249;
      v247 = v246;
      break l248;
    }
    l250: {
      let v251;
      if (!(typeof v246 === 'string')) break l250;
      v251 = v246;
      v247 = toOther(v251);
      break l248;
    }
    return NONE;
  }

  const v252 = value['query'];
  const v253 = isPresent(v252);
  const v254 = value['queries'];
  let v255;
  let v256;
  l257: {
    l258: {
      if (v254 === null) v256 = null;
      else {
        if (!Array.isArray(v254)) break l258;
        v256 = new Array(v254.length);
        for (let v261 = 0; v261 < v254.length; v261++) {
          const v259 = v254[v261];
          let v260;
          v260 = v259;
          v256[v261] = v260;
        }
      }
      break l257;
    }
    v256 = null;
  }

  v255 = lengthOf(v256);
  const v262 = { type: v247, query: v253, queries: v255 };
  return v262;
}

function read_227(value) {
  if (!isObject(value)) return NONE;
  const v228 = value['type'];
  let v229;
  if (!(v228 === 'webSearch')) return NONE;
  v229 = 'webSearch';
  const v230 = value['id'];
  let v231;
  if (typeof v230 !== 'string') return NONE;
  v231 = v230;
  v231 = shortenName(v231);
  if (v231.length < 1) return NONE;

  const v232 = value['startedAtMs'];
  const v233 = v232 === null || (typeof v232 === 'number' && Number.isFinite(v232) && isTime(v232)) ? v232 : null;
  const v234 = value['completedAtMs'];
  const v235 = v234 === null || (typeof v234 === 'number' && Number.isFinite(v234) && isTime(v234)) ? v234 : null;
  const v236 = value['query'];
  let v237;
  let v238;
  l239: {
    l240: {
      if (!(typeof v236 === 'string')) break l240;
      v238 = v236;
      break l239;
    }
    v238 = '';
  }

  v237 = isNotBlank(v238);
  const v241 = value['action'];
  let v242;
  l243: {
    l244: {
      if (v241 === null) v242 = null;
      else {
        v242 = read_245(v241);
        if (v242 === NONE) break l244;
      }
      break l243;
    }
    v242 = null;
  }

  const v263 = { type: v229, id: v231, startedAtMs: v233, completedAtMs: v235, query: v237, action: v242 };
  return v263;
}

function read_264(value) {
  if (!isObject(value)) return NONE;
  const v265 = value['type'];
  let v266;
  if (!(v265 === 'imageGeneration')) return NONE;
  v266 = 'imageGeneration';
  const v267 = value['id'];
  let v268;
  if (typeof v267 !== 'string') return NONE;
  v268 = v267;
  v268 = shortenName(v268);
  if (v268.length < 1) return NONE;

  const v269 = value['startedAtMs'];
  const v270 = v269 === null || (typeof v269 === 'number' && Number.isFinite(v269) && isTime(v269)) ? v269 : null;
  const v271 = value['completedAtMs'];
  const v272 = v271 === null || (typeof v271 === 'number' && Number.isFinite(v271) && isTime(v271)) ? v271 : null;
  const v273 = value['status'];
  let v274;
  l275: {
    l276: {
      if (v273 === null) v274 = null;
      else {
        if (typeof v273 !== 'string') break l276;
        v274 = v273;
        v274 = shortenName(v274);
      }
      break l275;
    }
    v274 = null;
  }

  const v277 = value['revisedPrompt'];
  const v278 = isPresent(v277);
  const v279 = value['savedPath'];
  const v280 = isPresent(v279);
  const v281 = value['transparentBackground'];
  const v282 = v281 === null || typeof v281 === 'boolean' ? v281 : null;
  const v283 = value['generationId'];
  let v284;
  l285: {
    l286: {
      if (v283 === null) v284 = null;
      else {
        if (typeof v283 !== 'string') break l286;
        v284 = v283;
        v284 = shortenName(v284);
      }
      break l285;
    }
    v284 = null;
  }

  const v287 = {
    type: v266,
    id: v268,
    startedAtMs: v270,
    completedAtMs: v272,
    status: v274,
    revisedPrompt: v278,
    savedPath: v280,
    transparentBackground: v282,
    generationId: v284,
  };
  return v287;
}

function read_288(value) {
  if (!isObject(value)) return NONE;
  const v289 = value['type'];
  let v290;
  if (!(v289 === 'subAgentActivity')) return NONE;
  v290 = 'subAgentActivity';
  const v291 = value['id'];
  let v292;
  if (typeof v291 !== 'string') return NONE;
  v292 = v291;
  v292 = shortenName(v292);
  if (v292.length < 1) return NONE;

  const v293 = value['startedAtMs'];
  const v294 = v293 === null || (typeof v293 === 'number' && Number.isFinite(v293) && isTime(v293)) ? v293 : null;
  const v295 = value['completedAtMs'];
  const v296 = v295 === null || (typeof v295 === 'number' && Number.isFinite(v295) && isTime(v295)) ? v295 : null;
  const v297 = value['kind'];
  let v298;
  l299: {
    l300: {
      if (typeof v297 !== 'string') break l300;
      v298 = v297;
      v298 = shortenName(v298);

      break l299;
    }
    v298 = '';
  }

  const v301 = value['agentThreadId'];
  let v302;
  l303: {
    l304: {
      if (v301 === null) v302 = null;
      else {
        if (typeof v301 !== 'string') break l304;
        v302 = v301;
        v302 = shortenName(v302);
      }
      break l303;
    }
    v302 = null;
  }

  const v305 = value['model'];
  let v306;
  l307: {
    l308: {
      if (v305 === null) v306 = null;
      else {
        if (typeof v305 !== 'string') break l308;
        v306 = v305;
        v306 = shortenName(v306);
      }
      break l307;
    }
    v306 = null;
  }

  const v309 = value['reasoningEffort'];
  let v310;
  l311: {
    l312: {
      if (v309 === null) v310 = null;
      else {
        if (typeof v309 !== 'string') break l312;
        v310 = v309;
        v310 = shortenName(v310);
      }
      break l311;
    }
    v310 = null;
  }

  const v313 = {
    type: v290,
    id: v292,
    startedAtMs: v294,
    completedAtMs: v296,
    kind: v298,
    agentThreadId: v302,
    model: v306,
    reasoningEffort: v310,
  };
  return v313;
}

function read_314(value) {
  if (!isObject(value)) return NONE;
  const v315 = value['type'];
  let v316;
  if (!(v315 === 'contextCompaction')) return NONE;
  v316 = 'contextCompaction';
  const v317 = value['id'];
  let v318;
  if (typeof v317 !== 'string') return NONE;
  v318 = v317;
  v318 = shortenName(v318);
  if (v318.length < 1) return NONE;

  const v319 = value['startedAtMs'];
  const v320 = v319 === null || (typeof v319 === 'number' && Number.isFinite(v319) && isTime(v319)) ? v319 : null;
  const v321 = value['completedAtMs'];
  const v322 = v321 === null || (typeof v321 === 'number' && Number.isFinite(v321) && isTime(v321)) ? v321 : null;
  const v323 = { type: v316, id: v318, startedAtMs: v320, completedAtMs: v322 };
  return v323;
}

function read_342(value) {
  if (!isObject(value)) return NONE;
  const v343 = value['type'];
  let v344;
  l345: {
    l346: {
      if (typeof v343 !== 'string') break l346;
      v344 = v343;
      v344 = shortenName(v344);

      break l345;
    }
    v344 = '';
  }

  const v347 = value['name'];
  let v348;
  l349: {
    l350: {
      if (v347 === null) v348 = null;
      else {
        if (typeof v347 !== 'string') break l350;
        v348 = v347;
        v348 = shortenLabel(v348);
      }
      break l349;
    }
    v348 = null;
  }

  const v351 = value['path'];
  let v352;
  l353: {
    l354: {
      if (v351 === null) v352 = null;
      else {
        if (typeof v351 !== 'string') break l354;
        v352 = v351;
        v352 = shortenPath(v352);
      }
      break l353;
    }
    v352 = null;
  }

  const v355 = { type: v344, name: v348, path: v352 };
  return v355;
}

function read_324(value) {
  if (!isObject(value)) return NONE;
  const v325 = value['type'];
  let v326;
  if (typeof v325 !== 'string') return NONE;
  v326 = v325;
  v326 = shortenName(v326);

  const v327 = value['id'];
  let v328;
  l329: {
    l330: {
      if (typeof v327 !== 'string') break l330;
      v328 = v327;
      v328 = shortenName(v328);

      break l329;
    }
    v328 = '';
  }

  const v331 = value['content'];
  let v332;
  let v333;
  let v334;
  l335: {
    l336: {
      if (!Array.isArray(v331)) break l336;
      v334 = new Array(v331.length);
      for (let v339 = 0; v339 < v331.length; v339++) {
        const v337 = v331[v339];
        let v338;
        l340: {
          l341: {
            v338 = read_342(v337);
            if (v338 === NONE) break l341;
            break l340;
          }
          l356: {
            let v357;
            v357 = v337;
            v338 = unreadable(v357);
            break l340;
          }
          break l336;
        }

        v334[v339] = v338;
      }
      break l335;
    }
    v334 = [];
  }

  v333 = readable(v334);
  v332 = shortenList(v333);
  const v358 = { type: v326, id: v328, content: v332 };
  return v358;
}

function read_item(value) {
  if (!isObject(value)) return NONE;
  switch (value.type) {
    case 'commandExecution':
      return read_1(value);
    case 'fileChange':
      return read_51(value);
    case 'mcpToolCall':
      return read_92(value);
    case 'dynamicToolCall':
      return read_136(value);
    case 'collabAgentToolCall':
      return read_170(value);
    case 'webSearch':
      return read_227(value);
    case 'imageGeneration':
      return read_264(value);
    case 'subAgentActivity':
      return read_288(value);
    case 'contextCompaction':
      return read_314(value);
    default: {
      const counted = read_324(value);
      if (counted === NONE) return NONE;
      const { type, id, content } = counted;
      if (type === 'userMessage') return { type: 'counted', itemType: type, id, input: content };
      return { type: 'counted', itemType: type, id };
    }
  }
}

function read_386(value) {
  if (!isObject(value)) return NONE;
  const v387 = value['subAgent'];
  let v388;
  l389: {
    l390: {
      if (typeof v387 !== 'string') break l390;
      v388 = v387;
      v388 = shortenName(v388);

      break l389;
    }
    l391: {
      if (!isObject(v387)) break l391;
      v388 = {};
      for (const v392 of Object.keys(v387)) {
        if (v392 === '__proto__') continue;
        const v393 = v387[v392];
        let v394;
        v394 = v393;
        v388[v392] = v394;
      }
      break l389;
    }
    return NONE;
  }

  const v395 = { subAgent: v388 };
  return v395;
}

function read_416(value) {
  if (!isObject(value)) return NONE;
  const v417 = value['sha'];
  let v418;
  l419: {
    l420: {
      if (v417 === null) v418 = null;
      else {
        if (typeof v417 !== 'string') break l420;
        v418 = v417;
        v418 = shortenName(v418);
      }
      break l419;
    }
    v418 = null;
  }

  const v421 = value['branch'];
  let v422;
  l423: {
    l424: {
      if (v421 === null) v422 = null;
      else {
        if (typeof v421 !== 'string') break l424;
        v422 = v421;
        v422 = shortenName(v422);
      }
      break l423;
    }
    v422 = null;
  }

  const v425 = value['originUrl'];
  let v426;
  l427: {
    l428: {
      if (v425 === null) v426 = null;
      else {
        if (typeof v425 !== 'string') break l428;
        v426 = v425;
        v426 = shortenPath(v426);
      }
      break l427;
    }
    v426 = null;
  }

  const v429 = { sha: v418, branch: v422, originUrl: v426 };
  return v429;
}

function read_458(value) {
  if (!isObject(value)) return NONE;
  const v459 = value['codexErrorInfo'];
  if (v459 === undefined && !('codexErrorInfo' in value)) return NONE;
  const v460 = v459;
  const v461 = { codexErrorInfo: v460 };
  return v461;
}

function read_445(value) {
  if (!isObject(value)) return NONE;
  const v446 = value['id'];
  let v447;
  if (typeof v446 !== 'string') return NONE;
  v447 = v446;
  v447 = shortenName(v447);
  if (v447.length < 1) return NONE;

  const v448 = value['rootTurnId'];
  let v449;
  l450: {
    l451: {
      if (v448 === null) v449 = null;
      else {
        if (typeof v448 !== 'string') break l451;
        v449 = v448;
        v449 = shortenName(v449);
      }
      break l450;
    }
    v449 = null;
  }

  const v452 = value['status'];
  const v453 =
    v452 === null || v452 === 'inProgress' || v452 === 'completed' || v452 === 'interrupted' || v452 === 'failed'
      ? v452
      : null;
  const v454 = value['error'];
  let v455;
  l456: {
    l457: {
      if (v454 === null) v455 = null;
      else {
        v455 = read_458(v454);
        if (v455 === NONE) break l457;
      }
      break l456;
    }
    v455 = null;
  }

  const v462 = value['startedAt'];
  const v463 = v462 === null || (typeof v462 === 'number' && Number.isFinite(v462) && isTime(v462)) ? v462 : null;
  const v464 = value['completedAt'];
  const v465 = v464 === null || (typeof v464 === 'number' && Number.isFinite(v464) && isTime(v464)) ? v464 : null;
  const v466 = value['durationMs'];
  const v467 = v466 === null || (typeof v466 === 'number' && Number.isFinite(v466) && isTime(v466)) ? v466 : null;
  const v468 = value['items'];
  let v469;
  l470: {
    l471: {
      if (!Array.isArray(v468)) break l471;
      v469 = new Array(v468.length);
      for (let v474 = 0; v474 < v468.length; v474++) {
        const v472 = v468[v474];
        let v473;
        v473 = v472;
        v469[v474] = v473;
      }
      break l470;
    }
    v469 = [];
  }

  const v475 = {
    id: v447,
    rootTurnId: v449,
    status: v453,
    error: v455,
    startedAt: v463,
    completedAt: v465,
    durationMs: v467,
    items: v469,
  };
  return v475;
}

function read_362(value) {
  if (!isObject(value)) return NONE;
  const v363 = value['id'];
  let v364;
  if (typeof v363 !== 'string') return NONE;
  v364 = v363;
  v364 = shortenName(v364);
  if (v364.length < 1) return NONE;

  const v365 = value['sessionId'];
  let v366;
  l367: {
    l368: {
      if (v365 === null) v366 = null;
      else {
        if (typeof v365 !== 'string') break l368;
        v366 = v365;
        v366 = shortenName(v366);
      }
      break l367;
    }
    v366 = null;
  }

  const v369 = value['parentThreadId'];
  let v370;
  l371: {
    l372: {
      if (v369 === null) v370 = null;
      else {
        if (typeof v369 !== 'string') break l372;
        v370 = v369;
        v370 = shortenName(v370);
      }
      break l371;
    }
    v370 = null;
  }

  const v373 = value['forkedFromId'];
  let v374;
  l375: {
    l376: {
      if (v373 === null) v374 = null;
      else {
        if (typeof v373 !== 'string') break l376;
        v374 = v373;
        v374 = shortenName(v374);
      }
      break l375;
    }
    v374 = null;
  }

  const v377 = value['threadSource'];
  let v378;
  l379: {
    l380: {
      if (v377 === null) v378 = null;
      else {
        if (typeof v377 !== 'string') break l380;
        v378 = v377;
        v378 = shortenLabel(v378);
      }
      break l379;
    }
    v378 = null;
  }

  const v381 = value['source'];
  let v382;
  let v383;
  l384: {
    l385: {
      if (v381 === null) v383 = null;
      else {
        v383 = read_386(v381);
        if (v383 === NONE) break l385;
      }
      break l384;
    }
    v383 = null;
  }

  v382 = toLineage(v383);
  const v396 = value['originator'];
  let v397;
  l398: {
    l399: {
      if (v396 === null) v397 = null;
      else {
        if (typeof v396 !== 'string') break l399;
        v397 = v396;
        v397 = shortenLabel(v397);
      }
      break l398;
    }
    v397 = null;
  }

  const v400 = value['ephemeral'];
  const v401 = v400 === null || typeof v400 === 'boolean' ? v400 : null;
  const v402 = value['createdAt'];
  const v403 = v402 === null || (typeof v402 === 'number' && Number.isFinite(v402) && isTime(v402)) ? v402 : null;
  const v404 = value['modelProvider'];
  let v405;
  l406: {
    l407: {
      if (v404 === null) v405 = null;
      else {
        if (typeof v404 !== 'string') break l407;
        v405 = v404;
        v405 = shortenName(v405);
      }
      break l406;
    }
    v405 = null;
  }

  const v408 = value['cwd'];
  let v409;
  l410: {
    l411: {
      if (v408 === null) v409 = null;
      else {
        if (typeof v408 !== 'string') break l411;
        v409 = v408;
        v409 = shortenPath(v409);
      }
      break l410;
    }
    v409 = null;
  }

  const v412 = value['gitInfo'];
  let v413;
  l414: {
    l415: {
      if (v412 === null) v413 = null;
      else {
        v413 = read_416(v412);
        if (v413 === NONE) break l415;
      }
      break l414;
    }
    v413 = null;
  }

  const v430 = value['historyMode'];
  let v431;
  l432: {
    l433: {
      if (v430 === null) v431 = null;
      else {
        if (typeof v430 !== 'string') break l433;
        v431 = v430;
        v431 = shortenLabel(v431);
      }
      break l432;
    }
    v431 = null;
  }

  const v434 = value['turns'];
  let v435;
  let v436;
  l437: {
    l438: {
      if (!Array.isArray(v434)) break l438;
      v436 = new Array(v434.length);
      for (let v441 = 0; v441 < v434.length; v441++) {
        const v439 = v434[v441];
        let v440;
        l442: {
          l443: {
            let v444;
            v444 = read_445(v439);
            if (v444 === NONE) break l443;
            v440 = withoutItems(v444);
            break l442;
          }
          l476: {
            let v477;
            v477 = v439;
            v440 = unreadable(v477);
            break l442;
          }
          break l438;
        }

        v436[v441] = v440;
      }
      break l437;
    }
    v436 = [];
  }

  v435 = readable(v436);
  const v478 = value['preview'];
  const v479 = isFilled(v478);
  const v480 = {
    id: v364,
    sessionId: v366,
    parentThreadId: v370,
    forkedFromId: v374,
    threadSource: v378,
    source: v382,
    originator: v397,
    ephemeral: v401,
    createdAt: v403,
    modelProvider: v405,
    cwd: v409,
    gitInfo: v413,
    historyMode: v431,
    turns: v435,
    preview: v479,
  };
  return v480;
}

function read_359(value) {
  if (!isObject(value)) return NONE;
  const v360 = value['thread'];
  let v361;
  v361 = read_362(v360);
  if (v361 === NONE) return NONE;
  const v481 = { thread: v361 };
  return v481;
}

function read_482(value) {
  if (!isObject(value)) return NONE;
  const v483 = value['threadId'];
  let v484;
  if (typeof v483 !== 'string') return NONE;
  v484 = v483;
  v484 = shortenName(v484);
  if (v484.length < 1) return NONE;

  const v485 = { threadId: v484 };
  return v485;
}

function read_491(value) {
  if (!isObject(value)) return NONE;
  const v492 = value['activeFlags'];
  let v493;
  let v494;
  let v495;
  l496: {
    l497: {
      if (!Array.isArray(v492)) break l497;
      v495 = new Array(v492.length);
      for (let v500 = 0; v500 < v492.length; v500++) {
        const v498 = v492[v500];
        let v499;
        l501: {
          l502: {
            if (typeof v498 !== 'string') break l502;
            v499 = v498;
            v499 = shortenName(v499);

            break l501;
          }
          l503: {
            let v504;
            v504 = v498;
            v499 = unreadable(v504);
            break l501;
          }
          break l497;
        }

        v495[v500] = v499;
      }
      break l496;
    }
    v495 = [];
  }

  v494 = readable(v495);
  v493 = shortenList(v494);
  const v505 = { activeFlags: v493 };
  return v505;
}

function read_486(value) {
  if (!isObject(value)) return NONE;
  const v487 = value['threadId'];
  let v488;
  if (typeof v487 !== 'string') return NONE;
  v488 = v487;
  v488 = shortenName(v488);
  if (v488.length < 1) return NONE;

  const v489 = value['status'];
  let v490;
  v490 = read_491(v489);
  if (v490 === NONE) return NONE;
  const v506 = { threadId: v488, status: v490 };
  return v506;
}

function read_556(value) {
  if (!isObject(value)) return NONE;
  const v557 = value['type'];
  let v558;
  if (typeof v557 !== 'string') return NONE;
  v558 = v557;
  v558 = shortenName(v558);

  const v559 = value['networkAccess'];
  let v560;
  l561: {
    l562: {
      if (v559 === null) v560 = null;
      else {
        l563: {
          l564: {
            if (!(typeof v559 === 'boolean')) break l564;
            v560 = v559;
            break l563;
          }
          l565: {
            if (typeof v559 !== 'string') break l565;
            v560 = v559;
            v560 = shortenName(v560);

            break l563;
          }
          break l562;
        }
      }
      break l561;
    }
    v560 = null;
  }

  const v566 = { type: v558, networkAccess: v560 };
  return v566;
}

function read_578(value) {
  if (!isObject(value)) return NONE;
  const v579 = value['model'];
  let v580;
  l581: {
    l582: {
      if (v579 === undefined) v580 = undefined;
      else {
        if (v579 === null) v580 = null;
        else {
          if (typeof v579 !== 'string') break l582;
          v580 = v579;
          v580 = shortenName(v580);
        }
      }
      break l581;
    }
    v580 = undefined;
  }

  const v583 = value['reasoning_effort'];
  let v584;
  l585: {
    l586: {
      if (v583 === undefined) v584 = undefined;
      else {
        if (v583 === null) v584 = null;
        else {
          if (typeof v583 !== 'string') break l586;
          v584 = v583;
          v584 = shortenName(v584);
        }
      }
      break l585;
    }
    v584 = undefined;
  }

  const v587 = { model: v580, reasoning_effort: v584 };
  return v587;
}

function read_571(value) {
  if (!isObject(value)) return NONE;
  const v572 = value['mode'];
  let v573;
  if (typeof v572 !== 'string') return NONE;
  v573 = v572;
  v573 = shortenName(v573);

  const v574 = value['settings'];
  let v575;
  l576: {
    l577: {
      if (v574 === undefined) v575 = undefined;
      else {
        v575 = read_578(v574);
        if (v575 === NONE) break l577;
      }
      break l576;
    }
    v575 = undefined;
  }

  const v588 = { mode: v573, settings: v575 };
  return v588;
}

function read_512(value) {
  if (!isObject(value)) return NONE;
  const v513 = value['model'];
  let v514;
  l515: {
    l516: {
      if (v513 === undefined) v514 = undefined;
      else {
        if (v513 === null) v514 = null;
        else {
          if (typeof v513 !== 'string') break l516;
          v514 = v513;
          v514 = shortenName(v514);
        }
      }
      break l515;
    }
    v514 = undefined;
  }

  const v517 = value['modelProvider'];
  let v518;
  l519: {
    l520: {
      if (v517 === undefined) v518 = undefined;
      else {
        if (v517 === null) v518 = null;
        else {
          if (typeof v517 !== 'string') break l520;
          v518 = v517;
          v518 = shortenName(v518);
        }
      }
      break l519;
    }
    v518 = undefined;
  }

  const v521 = value['effort'];
  let v522;
  l523: {
    l524: {
      if (v521 === undefined) v522 = undefined;
      else {
        if (v521 === null) v522 = null;
        else {
          if (typeof v521 !== 'string') break l524;
          v522 = v521;
          v522 = shortenName(v522);
        }
      }
      break l523;
    }
    v522 = undefined;
  }

  const v525 = value['summary'];
  let v526;
  l527: {
    l528: {
      if (v525 === undefined) v526 = undefined;
      else {
        if (v525 === null) v526 = null;
        else {
          if (typeof v525 !== 'string') break l528;
          v526 = v525;
          v526 = shortenName(v526);
        }
      }
      break l527;
    }
    v526 = undefined;
  }

  const v529 = value['serviceTier'];
  let v530;
  l531: {
    l532: {
      if (v529 === undefined) v530 = undefined;
      else {
        if (v529 === null) v530 = null;
        else {
          if (typeof v529 !== 'string') break l532;
          v530 = v529;
          v530 = shortenName(v530);
        }
      }
      break l531;
    }
    v530 = undefined;
  }

  const v533 = value['personality'];
  let v534;
  l535: {
    l536: {
      if (v533 === undefined) v534 = undefined;
      else {
        if (v533 === null) v534 = null;
        else {
          if (typeof v533 !== 'string') break l536;
          v534 = v533;
          v534 = shortenName(v534);
        }
      }
      break l535;
    }
    v534 = undefined;
  }

  const v537 = value['approvalPolicy'];
  let v538;
  l539: {
    l540: {
      if (v537 === undefined) v538 = undefined;
      else {
        if (v537 === null) v538 = null;
        else {
          l541: {
            l542: {
              if (typeof v537 !== 'string') break l542;
              v538 = v537;
              v538 = shortenName(v538);

              break l541;
            }
            l543: {
              let v544;
              if (!isObject(v537)) break l543;
              v544 = {};
              for (const v545 of Object.keys(v537)) {
                if (v545 === '__proto__') continue;
                const v546 = v537[v545];
                let v547;
                v547 = v546;
                v544[v545] = v547;
              }
              v538 = nameIn(v544);
              break l541;
            }
            break l540;
          }
        }
      }
      break l539;
    }
    v538 = undefined;
  }

  const v548 = value['approvalsReviewer'];
  let v549;
  l550: {
    l551: {
      if (v548 === undefined) v549 = undefined;
      else {
        if (v548 === null) v549 = null;
        else {
          if (typeof v548 !== 'string') break l551;
          v549 = v548;
          v549 = shortenName(v549);
        }
      }
      break l550;
    }
    v549 = undefined;
  }

  const v552 = value['sandboxPolicy'];
  let v553;
  l554: {
    l555: {
      if (v552 === undefined) v553 = undefined;
      else {
        if (v552 === null) v553 = null;
        else {
          v553 = read_556(v552);
          if (v553 === NONE) break l555;
        }
      }
      break l554;
    }
    v553 = undefined;
  }

  const v567 = value['collaborationMode'];
  let v568;
  l569: {
    l570: {
      if (v567 === undefined) v568 = undefined;
      else {
        if (v567 === null) v568 = null;
        else {
          v568 = read_571(v567);
          if (v568 === NONE) break l570;
        }
      }
      break l569;
    }
    v568 = undefined;
  }

  const v589 = {
    model: v514,
    modelProvider: v518,
    effort: v522,
    summary: v526,
    serviceTier: v530,
    personality: v534,
    approvalPolicy: v538,
    approvalsReviewer: v549,
    sandboxPolicy: v553,
    collaborationMode: v568,
  };
  return v589;
}

function read_507(value) {
  if (!isObject(value)) return NONE;
  const v508 = value['threadId'];
  let v509;
  if (typeof v508 !== 'string') return NONE;
  v509 = v508;
  v509 = shortenName(v509);
  if (v509.length < 1) return NONE;

  const v510 = value['threadSettings'];
  let v511;
  v511 = read_512(v510);
  if (v511 === NONE) return NONE;
  const v590 = { threadId: v509, threadSettings: v511 };
  return v590;
}

function read_591(value) {
  if (!isObject(value)) return NONE;
  const v592 = value['threadId'];
  let v593;
  if (typeof v592 !== 'string') return NONE;
  v593 = v592;
  v593 = shortenName(v593);
  if (v593.length < 1) return NONE;

  const v594 = value['turnId'];
  let v595;
  if (typeof v594 !== 'string') return NONE;
  v595 = v594;
  v595 = shortenName(v595);
  if (v595.length < 1) return NONE;

  const v596 = value['willRetry'];
  const v597 = typeof v596 === 'boolean' ? v596 : false;
  const v598 = value['error'];
  let v599;
  l600: {
    l601: {
      if (v598 === null) v599 = null;
      else {
        v599 = read_458(v598);
        if (v599 === NONE) break l601;
      }
      break l600;
    }
    v599 = null;
  }

  const v602 = { threadId: v593, turnId: v595, willRetry: v597, error: v599 };
  return v602;
}

function read_603(value) {
  if (!isObject(value)) return NONE;
  const v604 = value['threadId'];
  let v605;
  if (typeof v604 !== 'string') return NONE;
  v605 = v604;
  v605 = shortenName(v605);
  if (v605.length < 1) return NONE;

  const v606 = value['turnId'];
  let v607;
  if (typeof v606 !== 'string') return NONE;
  v607 = v606;
  v607 = shortenName(v607);
  if (v607.length < 1) return NONE;

  const v608 = value['toModel'];
  let v609;
  if (typeof v608 !== 'string') return NONE;
  v609 = v608;
  v609 = shortenName(v609);

  const v610 = { threadId: v605, turnId: v607, toModel: v609 };
  return v610;
}

function read_621(value) {
  if (!isObject(value)) return NONE;
  const v622 = value['inputTokens'];
  const v623 = typeof v622 === 'number' && Number.isFinite(v622) && Number.isSafeInteger(v622) && v622 >= 0 ? v622 : 0;
  const v624 = value['cachedInputTokens'];
  const v625 = typeof v624 === 'number' && Number.isFinite(v624) && Number.isSafeInteger(v624) && v624 >= 0 ? v624 : 0;
  const v626 = value['cacheWriteInputTokens'];
  const v627 =
    v626 === null || (typeof v626 === 'number' && Number.isFinite(v626) && Number.isSafeInteger(v626) && v626 >= 0)
      ? v626
      : null;
  const v628 = value['outputTokens'];
  const v629 = typeof v628 === 'number' && Number.isFinite(v628) && Number.isSafeInteger(v628) && v628 >= 0 ? v628 : 0;
  const v630 = value['reasoningOutputTokens'];
  const v631 = typeof v630 === 'number' && Number.isFinite(v630) && Number.isSafeInteger(v630) && v630 >= 0 ? v630 : 0;
  const v632 = value['totalTokens'];
  const v633 = typeof v632 === 'number' && Number.isFinite(v632) && Number.isSafeInteger(v632) && v632 >= 0 ? v632 : 0;
  const v634 = {
    inputTokens: v623,
    cachedInputTokens: v625,
    cacheWriteInputTokens: v627,
    outputTokens: v629,
    reasoningOutputTokens: v631,
    totalTokens: v633,
  };
  return v634;
}

function read_618(value) {
  if (!isObject(value)) return NONE;
  const v619 = value['total'];
  let v620;
  v620 = read_621(v619);
  if (v620 === NONE) return NONE;
  const v635 = value['last'];
  let v636;
  v636 = read_621(v635);
  if (v636 === NONE) return NONE;
  const v637 = { total: v620, last: v636 };
  return v637;
}

function read_611(value) {
  if (!isObject(value)) return NONE;
  const v612 = value['threadId'];
  let v613;
  if (typeof v612 !== 'string') return NONE;
  v613 = v612;
  v613 = shortenName(v613);
  if (v613.length < 1) return NONE;

  const v614 = value['turnId'];
  let v615;
  if (typeof v614 !== 'string') return NONE;
  v615 = v614;
  v615 = shortenName(v615);
  if (v615.length < 1) return NONE;

  const v616 = value['tokenUsage'];
  let v617;
  v617 = read_618(v616);
  if (v617 === NONE) return NONE;
  const v638 = { threadId: v613, turnId: v615, tokenUsage: v617 };
  return v638;
}

function read_648(value) {
  if (!isObject(value)) return NONE;
  const v649 = value['status'];
  let v650;
  if (typeof v649 !== 'string') return NONE;
  v650 = v649;
  v650 = shortenName(v650);

  const v651 = value['tokenBudget'];
  const v652 =
    v651 === null || (typeof v651 === 'number' && Number.isFinite(v651) && Number.isSafeInteger(v651) && v651 >= 0)
      ? v651
      : null;
  const v653 = value['tokensUsed'];
  const v654 =
    v653 === null || (typeof v653 === 'number' && Number.isFinite(v653) && Number.isSafeInteger(v653) && v653 >= 0)
      ? v653
      : null;
  const v655 = value['timeUsedSeconds'];
  const v656 =
    v655 === null || (typeof v655 === 'number' && Number.isFinite(v655) && Number.isSafeInteger(v655) && v655 >= 0)
      ? v655
      : null;
  const v657 = { status: v650, tokenBudget: v652, tokensUsed: v654, timeUsedSeconds: v656 };
  return v657;
}

function read_639(value) {
  if (!isObject(value)) return NONE;
  const v640 = value['threadId'];
  let v641;
  if (typeof v640 !== 'string') return NONE;
  v641 = v640;
  v641 = shortenName(v641);
  if (v641.length < 1) return NONE;

  const v642 = value['turnId'];
  let v643;
  l644: {
    l645: {
      if (v642 === null) v643 = null;
      else {
        if (typeof v642 !== 'string') break l645;
        v643 = v642;
        v643 = shortenName(v643);
      }
      break l644;
    }
    v643 = null;
  }

  const v646 = value['goal'];
  let v647;
  v647 = read_648(v646);
  if (v647 === NONE) return NONE;
  const v658 = { threadId: v641, turnId: v643, goal: v647 };
  return v658;
}

function read_664(value) {
  if (!isObject(value)) return NONE;
  const v665 = value['id'];
  let v666;
  if (typeof v665 !== 'string') return NONE;
  v666 = v665;
  v666 = shortenName(v666);
  if (v666.length < 1) return NONE;

  const v667 = value['rootTurnId'];
  let v668;
  l669: {
    l670: {
      if (v667 === null) v668 = null;
      else {
        if (typeof v667 !== 'string') break l670;
        v668 = v667;
        v668 = shortenName(v668);
      }
      break l669;
    }
    v668 = null;
  }

  const v671 = value['status'];
  const v672 =
    v671 === null || v671 === 'inProgress' || v671 === 'completed' || v671 === 'interrupted' || v671 === 'failed'
      ? v671
      : null;
  const v673 = value['error'];
  let v674;
  l675: {
    l676: {
      if (v673 === null) v674 = null;
      else {
        v674 = read_458(v673);
        if (v674 === NONE) break l676;
      }
      break l675;
    }
    v674 = null;
  }

  const v677 = value['startedAt'];
  const v678 = v677 === null || (typeof v677 === 'number' && Number.isFinite(v677) && isTime(v677)) ? v677 : null;
  const v679 = value['completedAt'];
  const v680 = v679 === null || (typeof v679 === 'number' && Number.isFinite(v679) && isTime(v679)) ? v679 : null;
  const v681 = value['durationMs'];
  const v682 = v681 === null || (typeof v681 === 'number' && Number.isFinite(v681) && isTime(v681)) ? v681 : null;
  const v683 = {
    id: v666,
    rootTurnId: v668,
    status: v672,
    error: v674,
    startedAt: v678,
    completedAt: v680,
    durationMs: v682,
  };
  return v683;
}

function read_659(value) {
  if (!isObject(value)) return NONE;
  const v660 = value['threadId'];
  let v661;
  if (typeof v660 !== 'string') return NONE;
  v661 = v660;
  v661 = shortenName(v661);
  if (v661.length < 1) return NONE;

  const v662 = value['turn'];
  let v663;
  v663 = read_664(v662);
  if (v663 === NONE) return NONE;
  const v684 = { threadId: v661, turn: v663 };
  return v684;
}

function read_685(value) {
  if (!isObject(value)) return NONE;
  const v686 = value['threadId'];
  let v687;
  if (typeof v686 !== 'string') return NONE;
  v687 = v686;
  v687 = shortenName(v687);
  if (v687.length < 1) return NONE;

  const v688 = value['turn'];
  let v689;
  v689 = read_664(v688);
  if (v689 === NONE) return NONE;
  const v690 = { threadId: v687, turn: v689 };
  return v690;
}

function read_691(value) {
  if (!isObject(value)) return NONE;
  const v692 = value['threadId'];
  let v693;
  if (typeof v692 !== 'string') return NONE;
  v693 = v692;
  v693 = shortenName(v693);
  if (v693.length < 1) return NONE;

  const v694 = value['turnId'];
  let v695;
  if (typeof v694 !== 'string') return NONE;
  v695 = v694;
  v695 = shortenName(v695);
  if (v695.length < 1) return NONE;

  const v696 = value['diff'];
  let v697;
  if (!(typeof v696 === 'string')) return NONE;
  v697 = v696;
  const v698 = { threadId: v693, turnId: v695, diff: v697 };
  return v698;
}

function read_699(value) {
  if (!isObject(value)) return NONE;
  const v700 = value['threadId'];
  let v701;
  if (typeof v700 !== 'string') return NONE;
  v701 = v700;
  v701 = shortenName(v701);
  if (v701.length < 1) return NONE;

  const v702 = value['turnId'];
  let v703;
  if (typeof v702 !== 'string') return NONE;
  v703 = v702;
  v703 = shortenName(v703);
  if (v703.length < 1) return NONE;

  const v704 = value['startedAtMs'];
  const v705 = v704 === null || (typeof v704 === 'number' && Number.isFinite(v704) && isTime(v704)) ? v704 : null;
  const v706 = value['item'];
  let v707;
  v707 = read_item(v706);
  if (v707 === NONE) return NONE;
  const v708 = { threadId: v701, turnId: v703, startedAtMs: v705, item: v707 };
  return v708;
}

function read_709(value) {
  if (!isObject(value)) return NONE;
  const v710 = value['threadId'];
  let v711;
  if (typeof v710 !== 'string') return NONE;
  v711 = v710;
  v711 = shortenName(v711);
  if (v711.length < 1) return NONE;

  const v712 = value['turnId'];
  let v713;
  if (typeof v712 !== 'string') return NONE;
  v713 = v712;
  v713 = shortenName(v713);
  if (v713.length < 1) return NONE;

  const v714 = value['completedAtMs'];
  const v715 = v714 === null || (typeof v714 === 'number' && Number.isFinite(v714) && isTime(v714)) ? v714 : null;
  const v716 = value['item'];
  let v717;
  v717 = read_item(v716);
  if (v717 === NONE) return NONE;
  const v718 = { threadId: v711, turnId: v713, completedAtMs: v715, item: v717 };
  return v718;
}

function read_736(value) {
  if (!isObject(value)) return NONE;
  const v737 = value['status'];
  let v738;
  if (typeof v737 !== 'string') return NONE;
  v738 = v737;
  v738 = shortenName(v738);

  const v739 = value['riskLevel'];
  let v740;
  l741: {
    l742: {
      if (v739 === null) v740 = null;
      else {
        if (typeof v739 !== 'string') break l742;
        v740 = v739;
        v740 = shortenName(v740);
      }
      break l741;
    }
    v740 = null;
  }

  const v743 = value['userAuthorization'];
  let v744;
  l745: {
    l746: {
      if (v743 === null) v744 = null;
      else {
        if (typeof v743 !== 'string') break l746;
        v744 = v743;
        v744 = shortenName(v744);
      }
      break l745;
    }
    v744 = null;
  }

  const v747 = { status: v738, riskLevel: v740, userAuthorization: v744 };
  return v747;
}

function read_772(value) {
  if (!isObject(value)) return NONE;
  const v773 = value['enabled'];
  const v774 = v773 === null || typeof v773 === 'boolean' ? v773 : null;
  const v775 = { enabled: v774 };
  return v775;
}

function read_815(value) {
  if (!isObject(value)) return NONE;
  const v816 = value['path'];
  if (v816 === undefined && !('path' in value)) return NONE;
  const v817 = v816;
  const v818 = value['access'];
  let v819;
  l820: {
    l821: {
      if (typeof v818 !== 'string') break l821;
      v819 = v818;
      v819 = shortenName(v819);

      break l820;
    }
    v819 = '';
  }

  const v822 = { path: v817, access: v819 };
  return v822;
}

function read_780(value) {
  if (!isObject(value)) return NONE;
  const v781 = value['read'];
  let v782;
  let v783;
  l784: {
    l785: {
      if (!Array.isArray(v781)) break l785;
      v783 = new Array(v781.length);
      for (let v788 = 0; v788 < v781.length; v788++) {
        const v786 = v781[v788];
        let v787;
        l789: {
          l790: {
            if (!(typeof v786 === 'string')) break l790;
            v787 = v786;
            break l789;
          }
          l791: {
            let v792;
            v792 = v786;
            v787 = unreadable(v792);
            break l789;
          }
          break l785;
        }

        v783[v788] = v787;
      }
      break l784;
    }
    v783 = [];
  }

  v782 = readable(v783);
  const v793 = value['write'];
  let v794;
  let v795;
  l796: {
    l797: {
      if (!Array.isArray(v793)) break l797;
      v795 = new Array(v793.length);
      for (let v800 = 0; v800 < v793.length; v800++) {
        const v798 = v793[v800];
        let v799;
        l801: {
          l802: {
            if (!(typeof v798 === 'string')) break l802;
            v799 = v798;
            break l801;
          }
          l803: {
            let v804;
            v804 = v798;
            v799 = unreadable(v804);
            break l801;
          }
          break l797;
        }

        v795[v800] = v799;
      }
      break l796;
    }
    v795 = [];
  }

  v794 = readable(v795);
  const v805 = value['entries'];
  let v806;
  let v807;
  l808: {
    l809: {
      if (!Array.isArray(v805)) break l809;
      v807 = new Array(v805.length);
      for (let v812 = 0; v812 < v805.length; v812++) {
        const v810 = v805[v812];
        let v811;
        l813: {
          l814: {
            v811 = read_815(v810);
            if (v811 === NONE) break l814;
            break l813;
          }
          l823: {
            let v824;
            v824 = v810;
            v811 = unreadable(v824);
            break l813;
          }
          break l809;
        }

        v807[v812] = v811;
      }
      break l808;
    }
    v807 = [];
  }

  v806 = readable(v807);
  const v825 = { read: v782, write: v794, entries: v806 };
  return v825;
}

function read_767(value) {
  if (!isObject(value)) return NONE;
  const v768 = value['network'];
  let v769;
  l770: {
    l771: {
      if (v768 === null) v769 = null;
      else {
        v769 = read_772(v768);
        if (v769 === NONE) break l771;
      }
      break l770;
    }
    v769 = null;
  }

  const v776 = value['fileSystem'];
  let v777;
  l778: {
    l779: {
      if (v776 === null) v777 = null;
      else {
        v777 = read_780(v776);
        if (v777 === NONE) break l779;
      }
      break l778;
    }
    v777 = null;
  }

  const v826 = { network: v769, fileSystem: v777 };
  return v826;
}

function read_752(value) {
  if (!isObject(value)) return NONE;
  const v753 = value['type'];
  let v754;
  if (typeof v753 !== 'string') return NONE;
  v754 = v753;
  v754 = shortenName(v754);

  const v755 = value['source'];
  let v756;
  l757: {
    l758: {
      if (v755 === null) v756 = null;
      else {
        if (typeof v755 !== 'string') break l758;
        v756 = v755;
        v756 = shortenName(v756);
      }
      break l757;
    }
    v756 = null;
  }

  const v759 = value['toolName'];
  let v760;
  l761: {
    l762: {
      if (v759 === null) v760 = null;
      else {
        if (typeof v759 !== 'string') break l762;
        v760 = v759;
        v760 = shortenName(v760);
      }
      break l761;
    }
    v760 = null;
  }

  const v763 = value['permissions'];
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

  const v827 = { type: v754, source: v756, toolName: v760, permissions: v764 };
  return v827;
}

function read_719(value) {
  if (!isObject(value)) return NONE;
  const v720 = value['threadId'];
  let v721;
  if (typeof v720 !== 'string') return NONE;
  v721 = v720;
  v721 = shortenName(v721);
  if (v721.length < 1) return NONE;

  const v722 = value['turnId'];
  let v723;
  if (typeof v722 !== 'string') return NONE;
  v723 = v722;
  v723 = shortenName(v723);
  if (v723.length < 1) return NONE;

  const v724 = value['reviewId'];
  let v725;
  if (typeof v724 !== 'string') return NONE;
  v725 = v724;
  v725 = shortenName(v725);
  if (v725.length < 1) return NONE;

  const v726 = value['targetItemId'];
  let v727;
  l728: {
    l729: {
      if (v726 === null) v727 = null;
      else {
        if (typeof v726 !== 'string') break l729;
        v727 = v726;
        v727 = shortenName(v727);
      }
      break l728;
    }
    v727 = null;
  }

  const v730 = value['startedAtMs'];
  const v731 = v730 === null || (typeof v730 === 'number' && Number.isFinite(v730) && isTime(v730)) ? v730 : null;
  const v732 = value['completedAtMs'];
  const v733 = v732 === null || (typeof v732 === 'number' && Number.isFinite(v732) && isTime(v732)) ? v732 : null;
  const v734 = value['review'];
  let v735;
  v735 = read_736(v734);
  if (v735 === NONE) return NONE;
  const v748 = value['action'];
  let v749;
  l750: {
    l751: {
      v749 = read_752(v748);
      if (v749 === NONE) break l751;
      break l750;
    }
    v749 = { type: '', source: null, toolName: null, permissions: null };
  }

  const v828 = {
    threadId: v721,
    turnId: v723,
    reviewId: v725,
    targetItemId: v727,
    startedAtMs: v731,
    completedAtMs: v733,
    review: v735,
    action: v749,
  };
  return v828;
}

function read_829(value) {
  if (!isObject(value)) return NONE;
  const v830 = value['threadId'];
  let v831;
  l832: {
    l833: {
      if (v830 === null) v831 = null;
      else {
        if (typeof v830 !== 'string') break l833;
        v831 = v830;
        v831 = shortenName(v831);
      }
      break l832;
    }
    v831 = null;
  }

  const v834 = value['requestId'];
  let v835;
  if (!(typeof v834 === 'string' || (typeof v834 === 'number' && Number.isFinite(v834)))) return NONE;
  v835 = v834;
  const v836 = { threadId: v831, requestId: v835 };
  return v836;
}

function read_846(value) {
  if (!isObject(value)) return NONE;
  const v847 = value['id'];
  let v848;
  if (typeof v847 !== 'string') return NONE;
  v848 = v847;
  v848 = shortenName(v848);
  if (v848.length < 1) return NONE;

  const v849 = value['eventName'];
  let v850;
  if (typeof v849 !== 'string') return NONE;
  v850 = v849;
  v850 = shortenName(v850);

  const v851 = value['source'];
  let v852;
  l853: {
    l854: {
      if (typeof v851 !== 'string') break l854;
      v852 = v851;
      v852 = shortenName(v852);

      break l853;
    }
    v852 = 'unknown';
  }

  const v855 = value['handlerType'];
  let v856;
  l857: {
    l858: {
      if (v855 === null) v856 = null;
      else {
        if (typeof v855 !== 'string') break l858;
        v856 = v855;
        v856 = shortenName(v856);
      }
      break l857;
    }
    v856 = null;
  }

  const v859 = value['executionMode'];
  let v860;
  l861: {
    l862: {
      if (v859 === null) v860 = null;
      else {
        if (typeof v859 !== 'string') break l862;
        v860 = v859;
        v860 = shortenName(v860);
      }
      break l861;
    }
    v860 = null;
  }

  const v863 = value['status'];
  const v864 =
    v863 === null ||
    v863 === 'running' ||
    v863 === 'completed' ||
    v863 === 'failed' ||
    v863 === 'blocked' ||
    v863 === 'stopped'
      ? v863
      : null;
  const v865 = value['durationMs'];
  const v866 = v865 === null || (typeof v865 === 'number' && Number.isFinite(v865) && isTime(v865)) ? v865 : null;
  const v867 = {
    id: v848,
    eventName: v850,
    source: v852,
    handlerType: v856,
    executionMode: v860,
    status: v864,
    durationMs: v866,
  };
  return v867;
}

function read_837(value) {
  if (!isObject(value)) return NONE;
  const v838 = value['threadId'];
  let v839;
  if (typeof v838 !== 'string') return NONE;
  v839 = v838;
  v839 = shortenName(v839);
  if (v839.length < 1) return NONE;

  const v840 = value['turnId'];
  let v841;
  l842: {
    l843: {
      if (v840 === null) v841 = null;
      else {
        if (typeof v840 !== 'string') break l843;
        v841 = v840;
        v841 = shortenName(v841);
      }
      break l842;
    }
    v841 = null;
  }

  const v844 = value['run'];
  let v845;
  v845 = read_846(v844);
  if (v845 === NONE) return NONE;
  const v868 = { threadId: v839, turnId: v841, run: v845 };
  return v868;
}

function read_874(value) {
  if (!isObject(value)) return NONE;
  const v875 = value['name'];
  let v876;
  if (typeof v875 !== 'string') return NONE;
  v876 = v875;
  v876 = shortenLabel(v876);

  const v877 = value['version'];
  let v878;
  l879: {
    l880: {
      if (v877 === null) v878 = null;
      else {
        if (typeof v877 !== 'string') break l880;
        v878 = v877;
        v878 = shortenLabel(v878);
      }
      break l879;
    }
    v878 = null;
  }

  const v881 = { name: v876, version: v878 };
  return v881;
}

function read_886(value) {
  if (!isObject(value)) return NONE;
  const v887 = value['experimentalApi'];
  const v888 = typeof v887 === 'boolean' ? v887 : false;
  const v889 = value['optOutNotificationMethods'];
  let v890;
  let v891;
  let v892;
  l893: {
    l894: {
      if (!Array.isArray(v889)) break l894;
      v892 = new Array(v889.length);
      for (let v897 = 0; v897 < v889.length; v897++) {
        const v895 = v889[v897];
        let v896;
        l898: {
          l899: {
            if (typeof v895 !== 'string') break l899;
            v896 = v895;
            v896 = shortenName(v896);

            break l898;
          }
          l900: {
            let v901;
            v901 = v895;
            v896 = unreadable(v901);
            break l898;
          }
          break l894;
        }

        v892[v897] = v896;
      }
      break l893;
    }
    v892 = [];
  }

  v891 = readable(v892);
  v890 = shortenList(v891);
  const v902 = { experimentalApi: v888, optOutNotificationMethods: v890 };
  return v902;
}

function read_869(value) {
  if (!isObject(value)) return NONE;
  const v870 = value['clientInfo'];
  let v871;
  l872: {
    l873: {
      if (v870 === null) v871 = null;
      else {
        v871 = read_874(v870);
        if (v871 === NONE) break l873;
      }
      break l872;
    }
    v871 = null;
  }

  const v882 = value['capabilities'];
  let v883;
  l884: {
    l885: {
      if (v882 === null) v883 = null;
      else {
        v883 = read_886(v882);
        if (v883 === NONE) break l885;
      }
      break l884;
    }
    v883 = null;
  }

  const v903 = { clientInfo: v871, capabilities: v883 };
  return v903;
}

function read_904(value) {
  if (!isObject(value)) return NONE;
  const v905 = value['userAgent'];
  let v906;
  l907: {
    l908: {
      if (v905 === null) v906 = null;
      else {
        if (typeof v905 !== 'string') break l908;
        v906 = v905;
        v906 = shortenPath(v906);
      }
      break l907;
    }
    v906 = null;
  }

  const v909 = value['platformOs'];
  let v910;
  l911: {
    l912: {
      if (v909 === null) v910 = null;
      else {
        if (typeof v909 !== 'string') break l912;
        v910 = v909;
        v910 = shortenLabel(v910);
      }
      break l911;
    }
    v910 = null;
  }

  const v913 = value['codexHome'];
  let v914;
  l915: {
    l916: {
      if (v913 === null) v914 = null;
      else {
        if (typeof v913 !== 'string') break l916;
        v914 = v913;
        v914 = shortenPath(v914);
      }
      break l915;
    }
    v914 = null;
  }

  const v917 = { userAgent: v906, platformOs: v910, codexHome: v914 };
  return v917;
}

function read_937(value) {
  if (!isObject(value)) return NONE;
  const v938 = value['model_reasoning_summary'];
  let v939;
  l940: {
    l941: {
      if (v938 === undefined) v939 = undefined;
      else {
        if (v938 === null) v939 = null;
        else {
          if (typeof v938 !== 'string') break l941;
          v939 = v938;
          v939 = shortenName(v939);
        }
      }
      break l940;
    }
    v939 = undefined;
  }

  const v942 = value['personality'];
  let v943;
  l944: {
    l945: {
      if (v942 === undefined) v943 = undefined;
      else {
        if (v942 === null) v943 = null;
        else {
          if (typeof v942 !== 'string') break l945;
          v943 = v942;
          v943 = shortenName(v943);
        }
      }
      break l944;
    }
    v943 = undefined;
  }

  const v946 = { model_reasoning_summary: v939, personality: v943 };
  return v946;
}

function read_918(value) {
  if (!isObject(value)) return NONE;
  const v919 = value['threadId'];
  let v920;
  l921: {
    l922: {
      if (v919 === null) v920 = null;
      else {
        if (typeof v919 !== 'string') break l922;
        v920 = v919;
        v920 = shortenName(v920);
      }
      break l921;
    }
    v920 = null;
  }

  const v923 = value['excludeTurns'];
  const v924 = v923 === null || typeof v923 === 'boolean' ? v923 : null;
  const v925 = value['attachToSource'];
  const v926 = v925 === null || typeof v925 === 'boolean' ? v925 : null;
  const v927 = value['history'];
  const v928 = isPresent(v927);
  const v929 = value['personality'];
  let v930;
  l931: {
    l932: {
      if (v929 === undefined) v930 = undefined;
      else {
        if (v929 === null) v930 = null;
        else {
          if (typeof v929 !== 'string') break l932;
          v930 = v929;
          v930 = shortenName(v930);
        }
      }
      break l931;
    }
    v930 = undefined;
  }

  const v933 = value['config'];
  let v934;
  l935: {
    l936: {
      if (v933 === undefined) v934 = undefined;
      else {
        if (v933 === null) v934 = null;
        else {
          v934 = read_937(v933);
          if (v934 === NONE) break l936;
        }
      }
      break l935;
    }
    v934 = undefined;
  }

  const v947 = {
    threadId: v920,
    excludeTurns: v924,
    attachToSource: v926,
    history: v928,
    personality: v930,
    config: v934,
  };
  return v947;
}

function read_948(value) {
  if (!isObject(value)) return NONE;
  const v949 = value['thread'];
  let v950;
  v950 = read_362(v949);
  if (v950 === NONE) return NONE;
  const v951 = value['model'];
  let v952;
  l953: {
    l954: {
      if (v951 === null) v952 = null;
      else {
        if (typeof v951 !== 'string') break l954;
        v952 = v951;
        v952 = shortenName(v952);
      }
      break l953;
    }
    v952 = null;
  }

  const v955 = value['modelProvider'];
  let v956;
  l957: {
    l958: {
      if (v955 === null) v956 = null;
      else {
        if (typeof v955 !== 'string') break l958;
        v956 = v955;
        v956 = shortenName(v956);
      }
      break l957;
    }
    v956 = null;
  }

  const v959 = value['serviceTier'];
  let v960;
  l961: {
    l962: {
      if (v959 === undefined) v960 = undefined;
      else {
        if (v959 === null) v960 = null;
        else {
          if (typeof v959 !== 'string') break l962;
          v960 = v959;
          v960 = shortenName(v960);
        }
      }
      break l961;
    }
    v960 = undefined;
  }

  const v963 = value['approvalPolicy'];
  let v964;
  l965: {
    l966: {
      if (v963 === undefined) v964 = undefined;
      else {
        if (v963 === null) v964 = null;
        else {
          l967: {
            l968: {
              if (typeof v963 !== 'string') break l968;
              v964 = v963;
              v964 = shortenName(v964);

              break l967;
            }
            l969: {
              let v970;
              if (!isObject(v963)) break l969;
              v970 = {};
              for (const v971 of Object.keys(v963)) {
                if (v971 === '__proto__') continue;
                const v972 = v963[v971];
                let v973;
                v973 = v972;
                v970[v971] = v973;
              }
              v964 = nameIn(v970);
              break l967;
            }
            break l966;
          }
        }
      }
      break l965;
    }
    v964 = undefined;
  }

  const v974 = value['approvalsReviewer'];
  let v975;
  l976: {
    l977: {
      if (v974 === undefined) v975 = undefined;
      else {
        if (v974 === null) v975 = null;
        else {
          if (typeof v974 !== 'string') break l977;
          v975 = v974;
          v975 = shortenName(v975);
        }
      }
      break l976;
    }
    v975 = undefined;
  }

  const v978 = value['sandbox'];
  let v979;
  l980: {
    l981: {
      if (v978 === undefined) v979 = undefined;
      else {
        if (v978 === null) v979 = null;
        else {
          v979 = read_556(v978);
          if (v979 === NONE) break l981;
        }
      }
      break l980;
    }
    v979 = undefined;
  }

  const v982 = value['reasoningEffort'];
  let v983;
  l984: {
    l985: {
      if (v982 === undefined) v983 = undefined;
      else {
        if (v982 === null) v983 = null;
        else {
          if (typeof v982 !== 'string') break l985;
          v983 = v982;
          v983 = shortenName(v983);
        }
      }
      break l984;
    }
    v983 = undefined;
  }

  const v986 = value['collaborationMode'];
  let v987;
  l988: {
    l989: {
      if (v986 === undefined) v987 = undefined;
      else {
        if (v986 === null) v987 = null;
        else {
          v987 = read_571(v986);
          if (v987 === NONE) break l989;
        }
      }
      break l988;
    }
    v987 = undefined;
  }

  const v990 = {
    thread: v950,
    model: v952,
    modelProvider: v956,
    serviceTier: v960,
    approvalPolicy: v964,
    approvalsReviewer: v975,
    sandbox: v979,
    reasoningEffort: v983,
    collaborationMode: v987,
  };
  return v990;
}

function read_991(value) {
  let v992;
  let v993;
  v993 = value;
  v992 = toNothing(v993);
  return v992;
}

function read_994(value) {
  if (!isObject(value)) return NONE;
  const v995 = value['turnsBackwardsCursor'];
  const v996 = isPresent(v995);
  const v997 = { turnsBackwardsCursor: v996 };
  return v997;
}

function read_1001(value) {
  if (!isObject(value)) return NONE;
  const v1002 = value['turns'];
  let v1003;
  let v1004;
  l1005: {
    l1006: {
      if (!Array.isArray(v1002)) break l1006;
      v1004 = new Array(v1002.length);
      for (let v1009 = 0; v1009 < v1002.length; v1009++) {
        const v1007 = v1002[v1009];
        let v1008;
        l1010: {
          l1011: {
            let v1012;
            v1012 = read_445(v1007);
            if (v1012 === NONE) break l1011;
            v1008 = withoutItems(v1012);
            break l1010;
          }
          l1013: {
            let v1014;
            v1014 = v1007;
            v1008 = unreadable(v1014);
            break l1010;
          }
          break l1006;
        }

        v1004[v1009] = v1008;
      }
      break l1005;
    }
    v1004 = [];
  }

  v1003 = readable(v1004);
  const v1015 = { turns: v1003 };
  return v1015;
}

function read_998(value) {
  if (!isObject(value)) return NONE;
  const v999 = value['thread'];
  let v1000;
  v1000 = read_1001(v999);
  if (v1000 === NONE) return NONE;
  const v1016 = { thread: v1000 };
  return v1016;
}

function read_1017(value) {
  if (!isObject(value)) return NONE;
  const v1018 = value['data'];
  let v1019;
  let v1020;
  l1021: {
    l1022: {
      if (!Array.isArray(v1018)) break l1022;
      v1020 = new Array(v1018.length);
      for (let v1025 = 0; v1025 < v1018.length; v1025++) {
        const v1023 = v1018[v1025];
        let v1024;
        l1026: {
          l1027: {
            let v1028;
            v1028 = read_445(v1023);
            if (v1028 === NONE) break l1027;
            v1024 = withoutItems(v1028);
            break l1026;
          }
          l1029: {
            let v1030;
            v1030 = v1023;
            v1024 = unreadable(v1030);
            break l1026;
          }
          break l1022;
        }

        v1020[v1025] = v1024;
      }
      break l1021;
    }
    v1020 = [];
  }

  v1019 = readable(v1020);
  const v1031 = { data: v1019 };
  return v1031;
}

function read_1039(value) {
  if (!isObject(value)) return NONE;
  const v1040 = value['workspace_kind'];
  let v1041;
  l1042: {
    l1043: {
      if (v1040 === null) v1041 = null;
      else {
        if (typeof v1040 !== 'string') break l1043;
        v1041 = v1040;
        v1041 = shortenLabel(v1041);
      }
      break l1042;
    }
    v1041 = null;
  }

  const v1044 = value['codex_app_used_dictation'];
  const v1045 = toFlag(v1044);
  const v1046 = { workspace_kind: v1041, codex_app_used_dictation: v1045 };
  return v1046;
}

function read_1032(value) {
  if (!isObject(value)) return NONE;
  const v1033 = value['threadId'];
  let v1034;
  if (typeof v1033 !== 'string') return NONE;
  v1034 = v1033;
  v1034 = shortenName(v1034);
  if (v1034.length < 1) return NONE;

  const v1035 = value['responsesapiClientMetadata'];
  let v1036;
  l1037: {
    l1038: {
      if (v1035 === null) v1036 = null;
      else {
        v1036 = read_1039(v1035);
        if (v1036 === NONE) break l1038;
      }
      break l1037;
    }
    v1036 = null;
  }

  const v1047 = value['responsesapiClientMetadataPatch'];
  let v1048;
  l1049: {
    l1050: {
      if (v1047 === null) v1048 = null;
      else {
        v1048 = read_1039(v1047);
        if (v1048 === NONE) break l1050;
      }
      break l1049;
    }
    v1048 = null;
  }

  const v1051 = { threadId: v1034, responsesapiClientMetadata: v1036, responsesapiClientMetadataPatch: v1048 };
  return v1051;
}

function read_1052(value) {
  if (!isObject(value)) return NONE;
  const v1053 = value['threadId'];
  let v1054;
  if (typeof v1053 !== 'string') return NONE;
  v1054 = v1053;
  v1054 = shortenName(v1054);
  if (v1054.length < 1) return NONE;

  const v1055 = value['input'];
  let v1056;
  let v1057;
  let v1058;
  l1059: {
    l1060: {
      if (!Array.isArray(v1055)) break l1060;
      v1058 = new Array(v1055.length);
      for (let v1063 = 0; v1063 < v1055.length; v1063++) {
        const v1061 = v1055[v1063];
        let v1062;
        l1064: {
          l1065: {
            v1062 = read_342(v1061);
            if (v1062 === NONE) break l1065;
            break l1064;
          }
          l1066: {
            let v1067;
            v1067 = v1061;
            v1062 = unreadable(v1067);
            break l1064;
          }
          break l1060;
        }

        v1058[v1063] = v1062;
      }
      break l1059;
    }
    v1058 = [];
  }

  v1057 = readable(v1058);
  v1056 = shortenList(v1057);
  const v1068 = value['model'];
  let v1069;
  l1070: {
    l1071: {
      if (v1068 === undefined) v1069 = undefined;
      else {
        if (v1068 === null) v1069 = null;
        else {
          if (typeof v1068 !== 'string') break l1071;
          v1069 = v1068;
          v1069 = shortenName(v1069);
        }
      }
      break l1070;
    }
    v1069 = undefined;
  }

  const v1072 = value['effort'];
  let v1073;
  l1074: {
    l1075: {
      if (v1072 === undefined) v1073 = undefined;
      else {
        if (v1072 === null) v1073 = null;
        else {
          if (typeof v1072 !== 'string') break l1075;
          v1073 = v1072;
          v1073 = shortenName(v1073);
        }
      }
      break l1074;
    }
    v1073 = undefined;
  }

  const v1076 = value['summary'];
  let v1077;
  l1078: {
    l1079: {
      if (v1076 === undefined) v1077 = undefined;
      else {
        if (v1076 === null) v1077 = null;
        else {
          if (typeof v1076 !== 'string') break l1079;
          v1077 = v1076;
          v1077 = shortenName(v1077);
        }
      }
      break l1078;
    }
    v1077 = undefined;
  }

  const v1080 = value['serviceTier'];
  let v1081;
  l1082: {
    l1083: {
      if (v1080 === undefined) v1081 = undefined;
      else {
        if (v1080 === null) v1081 = null;
        else {
          if (typeof v1080 !== 'string') break l1083;
          v1081 = v1080;
          v1081 = shortenName(v1081);
        }
      }
      break l1082;
    }
    v1081 = undefined;
  }

  const v1084 = value['serviceTierForTurn'];
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

  const v1088 = value['personality'];
  let v1089;
  l1090: {
    l1091: {
      if (v1088 === undefined) v1089 = undefined;
      else {
        if (v1088 === null) v1089 = null;
        else {
          if (typeof v1088 !== 'string') break l1091;
          v1089 = v1088;
          v1089 = shortenName(v1089);
        }
      }
      break l1090;
    }
    v1089 = undefined;
  }

  const v1092 = value['approvalPolicy'];
  let v1093;
  l1094: {
    l1095: {
      if (v1092 === undefined) v1093 = undefined;
      else {
        if (v1092 === null) v1093 = null;
        else {
          l1096: {
            l1097: {
              if (typeof v1092 !== 'string') break l1097;
              v1093 = v1092;
              v1093 = shortenName(v1093);

              break l1096;
            }
            l1098: {
              let v1099;
              if (!isObject(v1092)) break l1098;
              v1099 = {};
              for (const v1100 of Object.keys(v1092)) {
                if (v1100 === '__proto__') continue;
                const v1101 = v1092[v1100];
                let v1102;
                v1102 = v1101;
                v1099[v1100] = v1102;
              }
              v1093 = nameIn(v1099);
              break l1096;
            }
            break l1095;
          }
        }
      }
      break l1094;
    }
    v1093 = undefined;
  }

  const v1103 = value['approvalsReviewer'];
  let v1104;
  l1105: {
    l1106: {
      if (v1103 === undefined) v1104 = undefined;
      else {
        if (v1103 === null) v1104 = null;
        else {
          if (typeof v1103 !== 'string') break l1106;
          v1104 = v1103;
          v1104 = shortenName(v1104);
        }
      }
      break l1105;
    }
    v1104 = undefined;
  }

  const v1107 = value['sandboxPolicy'];
  let v1108;
  l1109: {
    l1110: {
      if (v1107 === undefined) v1108 = undefined;
      else {
        if (v1107 === null) v1108 = null;
        else {
          v1108 = read_556(v1107);
          if (v1108 === NONE) break l1110;
        }
      }
      break l1109;
    }
    v1108 = undefined;
  }

  const v1111 = value['collaborationMode'];
  let v1112;
  l1113: {
    l1114: {
      if (v1111 === undefined) v1112 = undefined;
      else {
        if (v1111 === null) v1112 = null;
        else {
          v1112 = read_571(v1111);
          if (v1112 === NONE) break l1114;
        }
      }
      break l1113;
    }
    v1112 = undefined;
  }

  const v1115 = value['turnTrigger'];
  let v1116;
  l1117: {
    l1118: {
      if (v1115 === null) v1116 = null;
      else {
        if (typeof v1115 !== 'string') break l1118;
        v1116 = v1115;
        v1116 = shortenLabel(v1116);
      }
      break l1117;
    }
    v1116 = null;
  }

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

  const v1123 = value['responsesapiClientMetadata'];
  let v1124;
  l1125: {
    l1126: {
      if (v1123 === null) v1124 = null;
      else {
        v1124 = read_1039(v1123);
        if (v1124 === NONE) break l1126;
      }
      break l1125;
    }
    v1124 = null;
  }

  const v1127 = value['responsesapiClientMetadataPatch'];
  let v1128;
  l1129: {
    l1130: {
      if (v1127 === null) v1128 = null;
      else {
        v1128 = read_1039(v1127);
        if (v1128 === NONE) break l1130;
      }
      break l1129;
    }
    v1128 = null;
  }

  const v1131 = {
    threadId: v1054,
    input: v1056,
    model: v1069,
    effort: v1073,
    summary: v1077,
    serviceTier: v1081,
    serviceTierForTurn: v1085,
    personality: v1089,
    approvalPolicy: v1093,
    approvalsReviewer: v1104,
    sandboxPolicy: v1108,
    collaborationMode: v1112,
    turnTrigger: v1116,
    rootTurnId: v1120,
    responsesapiClientMetadata: v1124,
    responsesapiClientMetadataPatch: v1128,
  };
  return v1131;
}

function read_1135(value) {
  if (!isObject(value)) return NONE;
  const v1136 = value['id'];
  let v1137;
  if (typeof v1136 !== 'string') return NONE;
  v1137 = v1136;
  v1137 = shortenName(v1137);
  if (v1137.length < 1) return NONE;

  const v1138 = value['rootTurnId'];
  let v1139;
  l1140: {
    l1141: {
      if (v1138 === null) v1139 = null;
      else {
        if (typeof v1138 !== 'string') break l1141;
        v1139 = v1138;
        v1139 = shortenName(v1139);
      }
      break l1140;
    }
    v1139 = null;
  }

  const v1142 = { id: v1137, rootTurnId: v1139 };
  return v1142;
}

function read_1132(value) {
  if (!isObject(value)) return NONE;
  const v1133 = value['turn'];
  let v1134;
  v1134 = read_1135(v1133);
  if (v1134 === NONE) return NONE;
  const v1143 = { turn: v1134 };
  return v1143;
}

function read_1144(value) {
  if (!isObject(value)) return NONE;
  const v1145 = value['threadId'];
  let v1146;
  if (typeof v1145 !== 'string') return NONE;
  v1146 = v1145;
  v1146 = shortenName(v1146);
  if (v1146.length < 1) return NONE;

  const v1147 = value['expectedTurnId'];
  let v1148;
  l1149: {
    l1150: {
      if (v1147 === null) v1148 = null;
      else {
        if (typeof v1147 !== 'string') break l1150;
        v1148 = v1147;
        v1148 = shortenName(v1148);
      }
      break l1149;
    }
    v1148 = null;
  }

  const v1151 = value['input'];
  let v1152;
  let v1153;
  let v1154;
  l1155: {
    l1156: {
      if (!Array.isArray(v1151)) break l1156;
      v1154 = new Array(v1151.length);
      for (let v1159 = 0; v1159 < v1151.length; v1159++) {
        const v1157 = v1151[v1159];
        let v1158;
        l1160: {
          l1161: {
            v1158 = read_342(v1157);
            if (v1158 === NONE) break l1161;
            break l1160;
          }
          l1162: {
            let v1163;
            v1163 = v1157;
            v1158 = unreadable(v1163);
            break l1160;
          }
          break l1156;
        }

        v1154[v1159] = v1158;
      }
      break l1155;
    }
    v1154 = [];
  }

  v1153 = readable(v1154);
  v1152 = shortenList(v1153);
  const v1164 = value['responsesapiClientMetadata'];
  let v1165;
  l1166: {
    l1167: {
      if (v1164 === null) v1165 = null;
      else {
        v1165 = read_1039(v1164);
        if (v1165 === NONE) break l1167;
      }
      break l1166;
    }
    v1165 = null;
  }

  const v1168 = value['responsesapiClientMetadataPatch'];
  let v1169;
  l1170: {
    l1171: {
      if (v1168 === null) v1169 = null;
      else {
        v1169 = read_1039(v1168);
        if (v1169 === NONE) break l1171;
      }
      break l1170;
    }
    v1169 = null;
  }

  const v1172 = {
    threadId: v1146,
    expectedTurnId: v1148,
    input: v1152,
    responsesapiClientMetadata: v1165,
    responsesapiClientMetadataPatch: v1169,
  };
  return v1172;
}

function read_1173(value) {
  if (!isObject(value)) return NONE;
  const v1174 = value['turnId'];
  let v1175;
  if (typeof v1174 !== 'string') return NONE;
  v1175 = v1174;
  v1175 = shortenName(v1175);
  if (v1175.length < 1) return NONE;

  const v1176 = { turnId: v1175 };
  return v1176;
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
  l1182: {
    l1183: {
      if (v1180 === null) v1181 = null;
      else {
        if (typeof v1180 !== 'string') break l1183;
        v1181 = v1180;
        v1181 = shortenName(v1181);
      }
      break l1182;
    }
    v1181 = null;
  }

  const v1184 = { threadId: v1179, turnId: v1181 };
  return v1184;
}

function read_1188(value) {
  if (!isObject(value)) return NONE;
  const v1189 = value['id'];
  let v1190;
  if (typeof v1189 !== 'string') return NONE;
  v1190 = v1189;
  v1190 = shortenName(v1190);
  if (v1190.length < 1) return NONE;

  const v1191 = { id: v1190 };
  return v1191;
}

function read_1185(value) {
  if (!isObject(value)) return NONE;
  const v1186 = value['turn'];
  let v1187;
  v1187 = read_1188(v1186);
  if (v1187 === NONE) return NONE;
  const v1192 = value['reviewThreadId'];
  let v1193;
  l1194: {
    l1195: {
      if (v1192 === null) v1193 = null;
      else {
        if (typeof v1192 !== 'string') break l1195;
        v1193 = v1192;
        v1193 = shortenName(v1193);
      }
      break l1194;
    }
    v1193 = null;
  }

  const v1196 = { turn: v1187, reviewThreadId: v1193 };
  return v1196;
}

function read_1225(value) {
  if (!isObject(value)) return NONE;
  const v1226 = value['enabled'];
  const v1227 = v1226 === null || typeof v1226 === 'boolean' ? v1226 : null;
  const v1228 = { enabled: v1227 };
  return v1228;
}

function read_1220(value) {
  if (!isObject(value)) return NONE;
  const v1221 = value['network'];
  let v1222;
  l1223: {
    l1224: {
      if (v1221 === null) v1222 = null;
      else {
        v1222 = read_1225(v1221);
        if (v1222 === NONE) break l1224;
      }
      break l1223;
    }
    v1222 = null;
  }

  const v1229 = { network: v1222 };
  return v1229;
}

function read_1197(value) {
  if (!isObject(value)) return NONE;
  const v1198 = value['threadId'];
  let v1199;
  if (typeof v1198 !== 'string') return NONE;
  v1199 = v1198;
  v1199 = shortenName(v1199);
  if (v1199.length < 1) return NONE;

  const v1200 = value['turnId'];
  let v1201;
  if (typeof v1200 !== 'string') return NONE;
  v1201 = v1200;
  v1201 = shortenName(v1201);
  if (v1201.length < 1) return NONE;

  const v1202 = value['itemId'];
  let v1203;
  if (typeof v1202 !== 'string') return NONE;
  v1203 = v1202;
  v1203 = shortenName(v1203);
  if (v1203.length < 1) return NONE;

  const v1204 = value['startedAtMs'];
  const v1205 = v1204 === null || (typeof v1204 === 'number' && Number.isFinite(v1204) && isTime(v1204)) ? v1204 : null;
  const v1206 = value['approvalId'];
  let v1207;
  l1208: {
    l1209: {
      if (v1206 === null) v1207 = null;
      else {
        if (typeof v1206 !== 'string') break l1209;
        v1207 = v1206;
        v1207 = shortenName(v1207);
      }
      break l1208;
    }
    v1207 = null;
  }

  const v1210 = value['kind'];
  let v1211;
  l1212: {
    l1213: {
      if (v1210 === null) v1211 = null;
      else {
        if (typeof v1210 !== 'string') break l1213;
        v1211 = v1210;
        v1211 = shortenName(v1211);
      }
      break l1212;
    }
    v1211 = null;
  }

  const v1214 = value['networkApprovalContext'];
  const v1215 = isPresent(v1214);
  const v1216 = value['additionalPermissions'];
  let v1217;
  l1218: {
    l1219: {
      if (v1216 === null) v1217 = null;
      else {
        v1217 = read_1220(v1216);
        if (v1217 === NONE) break l1219;
      }
      break l1218;
    }
    v1217 = null;
  }

  const v1230 = value['proposedNetworkPolicyAmendments'];
  let v1231;
  let v1232;
  let v1233;
  l1234: {
    l1235: {
      if (!Array.isArray(v1230)) break l1235;
      v1233 = new Array(v1230.length);
      for (let v1238 = 0; v1238 < v1230.length; v1238++) {
        const v1236 = v1230[v1238];
        let v1237;
        v1237 = v1236;
        v1233[v1238] = v1237;
      }
      break l1234;
    }
    v1233 = [];
  }

  v1232 = readable(v1233);
  v1231 = isNotEmpty(v1232);
  const v1239 = {
    threadId: v1199,
    turnId: v1201,
    itemId: v1203,
    startedAtMs: v1205,
    approvalId: v1207,
    kind: v1211,
    networkApprovalContext: v1215,
    additionalPermissions: v1217,
    proposedNetworkPolicyAmendments: v1231,
  };
  return v1239;
}

function read_1250(value) {
  if (!isObject(value)) return NONE;
  const v1251 = value['execpolicy_amendment'];
  let v1252;
  if (!Array.isArray(v1251)) return NONE;
  v1252 = new Array(v1251.length);
  for (let v1255 = 0; v1255 < v1251.length; v1255++) {
    const v1253 = v1251[v1255];
    let v1254;
    if (!(typeof v1253 === 'string')) return NONE;
    v1254 = v1253;
    v1252[v1255] = v1254;
  }
  const v1256 = { execpolicy_amendment: v1252 };
  return v1256;
}

function read_1247(value) {
  if (!isObject(value)) return NONE;
  const v1248 = value['acceptWithExecpolicyAmendment'];
  let v1249;
  v1249 = read_1250(v1248);
  if (v1249 === NONE) return NONE;
  const v1257 = { acceptWithExecpolicyAmendment: v1249 };
  return v1257;
}

function read_1266(value) {
  if (!isObject(value)) return NONE;
  const v1267 = value['action'];
  let v1268;
  if (!(typeof v1267 === 'string')) return NONE;
  v1268 = v1267;
  const v1269 = { action: v1268 };
  return v1269;
}

function read_1263(value) {
  if (!isObject(value)) return NONE;
  const v1264 = value['network_policy_amendment'];
  let v1265;
  v1265 = read_1266(v1264);
  if (v1265 === NONE) return NONE;
  const v1270 = { network_policy_amendment: v1265 };
  return v1270;
}

function read_1260(value) {
  if (!isObject(value)) return NONE;
  const v1261 = value['applyNetworkPolicyAmendment'];
  let v1262;
  v1262 = read_1263(v1261);
  if (v1262 === NONE) return NONE;
  const v1271 = { applyNetworkPolicyAmendment: v1262 };
  return v1271;
}

function read_1240(value) {
  if (!isObject(value)) return NONE;
  const v1241 = value['decision'];
  let v1242;
  l1243: {
    l1244: {
      if (!(typeof v1241 === 'string')) break l1244;
      v1242 = v1241;
      break l1243;
    }
    l1245: {
      let v1246;
      v1246 = read_1247(v1241);
      if (v1246 === NONE) break l1245;
      v1242 = toPolicyAmendment(v1246);
      break l1243;
    }
    l1258: {
      let v1259;
      v1259 = read_1260(v1241);
      if (v1259 === NONE) break l1258;
      v1242 = toNetworkAmendment(v1259);
      break l1243;
    }
    return NONE;
  }

  const v1272 = { decision: v1242 };
  return v1272;
}

function read_1273(value) {
  if (!isObject(value)) return NONE;
  const v1274 = value['threadId'];
  let v1275;
  if (typeof v1274 !== 'string') return NONE;
  v1275 = v1274;
  v1275 = shortenName(v1275);
  if (v1275.length < 1) return NONE;

  const v1276 = value['turnId'];
  let v1277;
  if (typeof v1276 !== 'string') return NONE;
  v1277 = v1276;
  v1277 = shortenName(v1277);
  if (v1277.length < 1) return NONE;

  const v1278 = value['itemId'];
  let v1279;
  if (typeof v1278 !== 'string') return NONE;
  v1279 = v1278;
  v1279 = shortenName(v1279);
  if (v1279.length < 1) return NONE;

  const v1280 = value['startedAtMs'];
  const v1281 = v1280 === null || (typeof v1280 === 'number' && Number.isFinite(v1280) && isTime(v1280)) ? v1280 : null;
  const v1282 = value['grantRoot'];
  const v1283 = isPresent(v1282);
  const v1284 = { threadId: v1275, turnId: v1277, itemId: v1279, startedAtMs: v1281, grantRoot: v1283 };
  return v1284;
}

function read_1285(value) {
  if (!isObject(value)) return NONE;
  const v1286 = value['decision'];
  let v1287;
  if (!(typeof v1286 === 'string')) return NONE;
  v1287 = v1286;
  const v1288 = { decision: v1287 };
  return v1288;
}

function read_1289(value) {
  if (!isObject(value)) return NONE;
  const v1290 = value['threadId'];
  let v1291;
  if (typeof v1290 !== 'string') return NONE;
  v1291 = v1290;
  v1291 = shortenName(v1291);
  if (v1291.length < 1) return NONE;

  const v1292 = value['turnId'];
  let v1293;
  if (typeof v1292 !== 'string') return NONE;
  v1293 = v1292;
  v1293 = shortenName(v1293);
  if (v1293.length < 1) return NONE;

  const v1294 = value['itemId'];
  let v1295;
  if (typeof v1294 !== 'string') return NONE;
  v1295 = v1294;
  v1295 = shortenName(v1295);
  if (v1295.length < 1) return NONE;

  const v1296 = value['startedAtMs'];
  const v1297 = v1296 === null || (typeof v1296 === 'number' && Number.isFinite(v1296) && isTime(v1296)) ? v1296 : null;
  const v1298 = value['cwd'];
  let v1299;
  l1300: {
    l1301: {
      if (v1298 === null) v1299 = null;
      else {
        if (typeof v1298 !== 'string') break l1301;
        v1299 = v1298;
        v1299 = shortenPath(v1299);
      }
      break l1300;
    }
    v1299 = null;
  }

  const v1302 = value['permissions'];
  let v1303;
  l1304: {
    l1305: {
      v1303 = read_767(v1302);
      if (v1303 === NONE) break l1305;
      break l1304;
    }
    v1303 = { network: null, fileSystem: null };
  }

  const v1306 = { threadId: v1291, turnId: v1293, itemId: v1295, startedAtMs: v1297, cwd: v1299, permissions: v1303 };
  return v1306;
}

function read_1310(value) {
  if (!isObject(value)) return NONE;
  const v1311 = value['network'];
  let v1312;
  l1313: {
    l1314: {
      if (v1311 === null) v1312 = null;
      else {
        v1312 = read_772(v1311);
        if (v1312 === NONE) break l1314;
      }
      break l1313;
    }
    v1312 = null;
  }

  const v1315 = value['fileSystem'];
  let v1316;
  l1317: {
    l1318: {
      if (v1315 === null) v1316 = null;
      else {
        v1316 = read_780(v1315);
        if (v1316 === NONE) break l1318;
      }
      break l1317;
    }
    v1316 = null;
  }

  const v1319 = { network: v1312, fileSystem: v1316 };
  if (!hasKnownAccesses(v1319)) return NONE;
  return v1319;
}

function read_1307(value) {
  if (!isObject(value)) return NONE;
  const v1308 = value['permissions'];
  let v1309;
  v1309 = read_1310(v1308);
  if (v1309 === NONE) return NONE;
  if (!hasKnownAccesses(v1309)) return NONE;

  const v1320 = value['scope'];
  let v1321;
  if (v1320 === undefined) v1321 = 'turn';
  else {
    if (!(v1320 === 'turn' || v1320 === 'session')) return NONE;
    v1321 = v1320;
  }
  const v1322 = value['strictAutoReview'];
  const v1323 = typeof v1322 === 'boolean' ? v1322 : false;
  const v1324 = { permissions: v1309, scope: v1321, strictAutoReview: v1323 };
  return v1324;
}

function read_1325(value) {
  if (!isObject(value)) return NONE;
  const v1326 = value['threadId'];
  let v1327;
  if (typeof v1326 !== 'string') return NONE;
  v1327 = v1326;
  v1327 = shortenName(v1327);
  if (v1327.length < 1) return NONE;

  const v1328 = value['turnId'];
  let v1329;
  if (typeof v1328 !== 'string') return NONE;
  v1329 = v1328;
  v1329 = shortenName(v1329);
  if (v1329.length < 1) return NONE;

  const v1330 = value['itemId'];
  let v1331;
  if (typeof v1330 !== 'string') return NONE;
  v1331 = v1330;
  v1331 = shortenName(v1331);
  if (v1331.length < 1) return NONE;

  const v1332 = value['startedAtMs'];
  const v1333 = v1332 === null || (typeof v1332 === 'number' && Number.isFinite(v1332) && isTime(v1332)) ? v1332 : null;
  const v1334 = { threadId: v1327, turnId: v1329, itemId: v1331, startedAtMs: v1333 };
  return v1334;
}

function read_1335(value) {
  if (!isObject(value)) return NONE;
  const v1336 = value['answers'];
  const v1337 = isPresent(v1336);
  const v1338 = { answers: v1337 };
  return v1338;
}

function read_1356(value) {
  if (!isObject(value)) return NONE;
  const v1357 = value['codex_approval_kind'];
  let v1358;
  l1359: {
    l1360: {
      if (v1357 === null) v1358 = null;
      else {
        if (typeof v1357 !== 'string') break l1360;
        v1358 = v1357;
        v1358 = shortenName(v1358);
      }
      break l1359;
    }
    v1358 = null;
  }

  const v1361 = value['tool_name'];
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

  const v1365 = { codex_approval_kind: v1358, tool_name: v1362 };
  return v1365;
}

function read_1339(value) {
  if (!isObject(value)) return NONE;
  const v1340 = value['threadId'];
  let v1341;
  if (typeof v1340 !== 'string') return NONE;
  v1341 = v1340;
  v1341 = shortenName(v1341);
  if (v1341.length < 1) return NONE;

  const v1342 = value['turnId'];
  let v1343;
  l1344: {
    l1345: {
      if (v1342 === null) v1343 = null;
      else {
        if (typeof v1342 !== 'string') break l1345;
        v1343 = v1342;
        v1343 = shortenName(v1343);
      }
      break l1344;
    }
    v1343 = null;
  }

  const v1346 = value['startedAtMs'];
  const v1347 = v1346 === null || (typeof v1346 === 'number' && Number.isFinite(v1346) && isTime(v1346)) ? v1346 : null;
  const v1348 = value['serverName'];
  let v1349;
  l1350: {
    l1351: {
      if (v1348 === null) v1349 = null;
      else {
        if (typeof v1348 !== 'string') break l1351;
        v1349 = v1348;
        v1349 = shortenName(v1349);
      }
      break l1350;
    }
    v1349 = null;
  }

  const v1352 = value['_meta'];
  let v1353;
  l1354: {
    l1355: {
      if (v1352 === null) v1353 = null;
      else {
        v1353 = read_1356(v1352);
        if (v1353 === NONE) break l1355;
      }
      break l1354;
    }
    v1353 = null;
  }

  const v1366 = { threadId: v1341, turnId: v1343, startedAtMs: v1347, serverName: v1349, _meta: v1353 };
  return v1366;
}

function read_1367(value) {
  if (!isObject(value)) return NONE;
  const v1368 = value['action'];
  const v1369 = v1368 === null || v1368 === 'accept' || v1368 === 'decline' || v1368 === 'cancel' ? v1368 : null;
  const v1370 = { action: v1369 };
  return v1370;
}

function read_1396(value) {
  if (!isObject(value)) return NONE;
  const v1397 = value['turnKind'];
  let v1398;
  l1399: {
    l1400: {
      if (v1397 === null) v1398 = null;
      else {
        if (typeof v1397 !== 'string') break l1400;
        v1398 = v1397;
        v1398 = shortenName(v1398);
      }
      break l1399;
    }
    v1398 = null;
  }

  const v1401 = { turnKind: v1398 };
  return v1401;
}

function read_1391(value) {
  if (!isObject(value)) return NONE;
  const v1392 = value['activeTurnNotSteerable'];
  let v1393;
  l1394: {
    l1395: {
      if (v1392 === null) v1393 = null;
      else {
        v1393 = read_1396(v1392);
        if (v1393 === NONE) break l1395;
      }
      break l1394;
    }
    v1393 = null;
  }

  const v1402 = { activeTurnNotSteerable: v1393 };
  return v1402;
}

function read_1382(value) {
  if (!isObject(value)) return NONE;
  const v1383 = value['input_error_code'];
  let v1384;
  l1385: {
    l1386: {
      if (v1383 === null) v1384 = null;
      else {
        if (typeof v1383 !== 'string') break l1386;
        v1384 = v1383;
        v1384 = shortenName(v1384);
      }
      break l1385;
    }
    v1384 = null;
  }

  const v1387 = value['codexErrorInfo'];
  let v1388;
  l1389: {
    l1390: {
      if (v1387 === null) v1388 = null;
      else {
        v1388 = read_1391(v1387);
        if (v1388 === NONE) break l1390;
      }
      break l1389;
    }
    v1388 = null;
  }

  const v1403 = { input_error_code: v1384, codexErrorInfo: v1388 };
  return v1403;
}

function read_1371(value) {
  if (!isObject(value)) return NONE;
  const v1372 = value['code'];
  const v1373 = typeof v1372 === 'number' && Number.isFinite(v1372) ? v1372 : 0;
  const v1374 = value['message'];
  let v1375;
  l1376: {
    l1377: {
      if (typeof v1374 !== 'string') break l1377;
      v1375 = v1374;
      v1375 = shortenName(v1375);

      break l1376;
    }
    v1375 = '';
  }

  const v1378 = value['data'];
  let v1379;
  l1380: {
    l1381: {
      if (v1378 === null) v1379 = null;
      else {
        v1379 = read_1382(v1378);
        if (v1379 === NONE) break l1381;
      }
      break l1380;
    }
    v1379 = null;
  }

  const v1404 = { code: v1373, message: v1375, data: v1379 };
  return v1404;
}
export const notifications = {
  'thread/started': exported(read_359),
  'thread/closed': exported(read_482),
  'thread/status/changed': exported(read_486),
  'thread/archived': exported(read_482),
  'thread/unarchived': exported(read_482),
  'thread/deleted': exported(read_482),
  'thread/reverted': exported(read_482),
  'thread/settings/updated': exported(read_507),
  error: exported(read_591),
  'model/rerouted': exported(read_603),
  'thread/tokenUsage/updated': exported(read_611),
  'thread/goal/updated': exported(read_639),
  'thread/goal/cleared': exported(read_482),
  'turn/started': exported(read_659),
  'turn/completed': exported(read_685),
  'turn/diff/updated': exported(read_691),
  'item/started': exported(read_699),
  'item/completed': exported(read_709),
  'item/autoApprovalReview/started': exported(read_719),
  'item/autoApprovalReview/completed': exported(read_719),
  'serverRequest/resolved': exported(read_829),
  'hook/started': exported(read_837),
  'hook/completed': exported(read_837),
};
export const clientRequests = {
  initialize: { params: exported(read_869), result: exported(read_904) },
  'thread/start': { params: exported(read_918), result: exported(read_948) },
  'thread/resume': { params: exported(read_918), result: exported(read_948) },
  'thread/fork': { params: exported(read_918), result: exported(read_948) },
  'thread/archive': { params: exported(read_482), result: exported(read_991) },
  'thread/unarchive': { params: exported(read_482), result: exported(read_991) },
  'thread/revert': { params: exported(read_482), result: exported(read_994) },
  'thread/compact/start': { params: exported(read_482), result: exported(read_991) },
  'thread/unsubscribe': { params: exported(read_482), result: exported(read_991) },
  'thread/read': { params: exported(read_482), result: exported(read_998) },
  'thread/turns/list': { params: exported(read_482), result: exported(read_1017) },
  'thread/queue/add': { params: exported(read_1032), result: exported(read_991) },
  'thread/goal/set': { params: exported(read_482), result: exported(read_991) },
  'turn/start': { params: exported(read_1052), result: exported(read_1132) },
  'turn/steer': { params: exported(read_1144), result: exported(read_1173) },
  'turn/interrupt': { params: exported(read_1177), result: exported(read_991) },
  'review/start': { params: exported(read_482), result: exported(read_1185) },
};
export const userRequests = {
  'item/commandExecution/requestApproval': { params: exported(read_1197), result: exported(read_1240) },
  'item/fileChange/requestApproval': { params: exported(read_1273), result: exported(read_1285) },
  'item/permissions/requestApproval': { params: exported(read_1289), result: exported(read_1307) },
  'item/tool/requestUserInput': { params: exported(read_1325), result: exported(read_1335) },
  'mcpServer/elicitation/request': { params: exported(read_1339), result: exported(read_1367) },
};
export const rpcError = exported(read_1371);
export const item = exported(read_item);
