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

function read_454(value) {
  if (!isObject(value)) return NONE;
  const v455 = value['codexErrorInfo'];
  if (v455 === undefined && !('codexErrorInfo' in value)) return NONE;
  const v456 = v455;
  const v457 = { codexErrorInfo: v456 };
  return v457;
}

function read_441(value) {
  if (!isObject(value)) return NONE;
  const v442 = value['id'];
  let v443;
  if (typeof v442 !== 'string') return NONE;
  v443 = v442;
  v443 = shortenName(v443);
  if (v443.length < 1) return NONE;

  const v444 = value['rootTurnId'];
  let v445;
  l446: {
    l447: {
      if (v444 === null) v445 = null;
      else {
        if (typeof v444 !== 'string') break l447;
        v445 = v444;
        v445 = shortenName(v445);
      }
      break l446;
    }
    v445 = null;
  }

  const v448 = value['status'];
  const v449 =
    v448 === null || v448 === 'inProgress' || v448 === 'completed' || v448 === 'interrupted' || v448 === 'failed'
      ? v448
      : null;
  const v450 = value['error'];
  let v451;
  l452: {
    l453: {
      if (v450 === null) v451 = null;
      else {
        v451 = read_454(v450);
        if (v451 === NONE) break l453;
      }
      break l452;
    }
    v451 = null;
  }

  const v458 = value['startedAt'];
  const v459 = v458 === null || (typeof v458 === 'number' && Number.isFinite(v458) && isTime(v458)) ? v458 : null;
  const v460 = value['completedAt'];
  const v461 = v460 === null || (typeof v460 === 'number' && Number.isFinite(v460) && isTime(v460)) ? v460 : null;
  const v462 = value['durationMs'];
  const v463 = v462 === null || (typeof v462 === 'number' && Number.isFinite(v462) && isTime(v462)) ? v462 : null;
  const v464 = value['items'];
  let v465;
  l466: {
    l467: {
      if (!Array.isArray(v464)) break l467;
      v465 = new Array(v464.length);
      for (let v470 = 0; v470 < v464.length; v470++) {
        const v468 = v464[v470];
        let v469;
        v469 = v468;
        v465[v470] = v469;
      }
      break l466;
    }
    v465 = [];
  }

  const v471 = {
    id: v443,
    rootTurnId: v445,
    status: v449,
    error: v451,
    startedAt: v459,
    completedAt: v461,
    durationMs: v463,
    items: v465,
  };
  return v471;
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

  const v430 = value['turns'];
  let v431;
  let v432;
  l433: {
    l434: {
      if (!Array.isArray(v430)) break l434;
      v432 = new Array(v430.length);
      for (let v437 = 0; v437 < v430.length; v437++) {
        const v435 = v430[v437];
        let v436;
        l438: {
          l439: {
            let v440;
            v440 = read_441(v435);
            if (v440 === NONE) break l439;
            v436 = withoutItems(v440);
            break l438;
          }
          l472: {
            let v473;
            v473 = v435;
            v436 = unreadable(v473);
            break l438;
          }
          break l434;
        }

        v432[v437] = v436;
      }
      break l433;
    }
    v432 = [];
  }

  v431 = readable(v432);
  const v474 = value['preview'];
  const v475 = isFilled(v474);
  const v476 = {
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
    turns: v431,
    preview: v475,
  };
  return v476;
}

function read_359(value) {
  if (!isObject(value)) return NONE;
  const v360 = value['thread'];
  let v361;
  v361 = read_362(v360);
  if (v361 === NONE) return NONE;
  const v477 = { thread: v361 };
  return v477;
}

function read_478(value) {
  if (!isObject(value)) return NONE;
  const v479 = value['threadId'];
  let v480;
  if (typeof v479 !== 'string') return NONE;
  v480 = v479;
  v480 = shortenName(v480);
  if (v480.length < 1) return NONE;

  const v481 = { threadId: v480 };
  return v481;
}

function read_487(value) {
  if (!isObject(value)) return NONE;
  const v488 = value['activeFlags'];
  let v489;
  let v490;
  let v491;
  l492: {
    l493: {
      if (!Array.isArray(v488)) break l493;
      v491 = new Array(v488.length);
      for (let v496 = 0; v496 < v488.length; v496++) {
        const v494 = v488[v496];
        let v495;
        l497: {
          l498: {
            if (typeof v494 !== 'string') break l498;
            v495 = v494;
            v495 = shortenName(v495);

            break l497;
          }
          l499: {
            let v500;
            v500 = v494;
            v495 = unreadable(v500);
            break l497;
          }
          break l493;
        }

        v491[v496] = v495;
      }
      break l492;
    }
    v491 = [];
  }

  v490 = readable(v491);
  v489 = shortenList(v490);
  const v501 = { activeFlags: v489 };
  return v501;
}

function read_482(value) {
  if (!isObject(value)) return NONE;
  const v483 = value['threadId'];
  let v484;
  if (typeof v483 !== 'string') return NONE;
  v484 = v483;
  v484 = shortenName(v484);
  if (v484.length < 1) return NONE;

  const v485 = value['status'];
  let v486;
  v486 = read_487(v485);
  if (v486 === NONE) return NONE;
  const v502 = { threadId: v484, status: v486 };
  return v502;
}

function read_552(value) {
  if (!isObject(value)) return NONE;
  const v553 = value['type'];
  let v554;
  if (typeof v553 !== 'string') return NONE;
  v554 = v553;
  v554 = shortenName(v554);

  const v555 = value['networkAccess'];
  let v556;
  l557: {
    l558: {
      if (v555 === null) v556 = null;
      else {
        l559: {
          l560: {
            if (!(typeof v555 === 'boolean')) break l560;
            v556 = v555;
            break l559;
          }
          l561: {
            if (typeof v555 !== 'string') break l561;
            v556 = v555;
            v556 = shortenName(v556);

            break l559;
          }
          break l558;
        }
      }
      break l557;
    }
    v556 = null;
  }

  const v562 = { type: v554, networkAccess: v556 };
  return v562;
}

function read_574(value) {
  if (!isObject(value)) return NONE;
  const v575 = value['model'];
  let v576;
  l577: {
    l578: {
      if (v575 === undefined) v576 = undefined;
      else {
        if (v575 === null) v576 = null;
        else {
          if (typeof v575 !== 'string') break l578;
          v576 = v575;
          v576 = shortenName(v576);
        }
      }
      break l577;
    }
    v576 = undefined;
  }

  const v579 = value['reasoning_effort'];
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

  const v583 = { model: v576, reasoning_effort: v580 };
  return v583;
}

function read_567(value) {
  if (!isObject(value)) return NONE;
  const v568 = value['mode'];
  let v569;
  if (typeof v568 !== 'string') return NONE;
  v569 = v568;
  v569 = shortenName(v569);

  const v570 = value['settings'];
  let v571;
  l572: {
    l573: {
      if (v570 === undefined) v571 = undefined;
      else {
        v571 = read_574(v570);
        if (v571 === NONE) break l573;
      }
      break l572;
    }
    v571 = undefined;
  }

  const v584 = { mode: v569, settings: v571 };
  return v584;
}

function read_508(value) {
  if (!isObject(value)) return NONE;
  const v509 = value['model'];
  let v510;
  l511: {
    l512: {
      if (v509 === undefined) v510 = undefined;
      else {
        if (v509 === null) v510 = null;
        else {
          if (typeof v509 !== 'string') break l512;
          v510 = v509;
          v510 = shortenName(v510);
        }
      }
      break l511;
    }
    v510 = undefined;
  }

  const v513 = value['modelProvider'];
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

  const v517 = value['effort'];
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

  const v521 = value['summary'];
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

  const v525 = value['serviceTier'];
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

  const v529 = value['personality'];
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

  const v533 = value['approvalPolicy'];
  let v534;
  l535: {
    l536: {
      if (v533 === undefined) v534 = undefined;
      else {
        if (v533 === null) v534 = null;
        else {
          l537: {
            l538: {
              if (typeof v533 !== 'string') break l538;
              v534 = v533;
              v534 = shortenName(v534);

              break l537;
            }
            l539: {
              let v540;
              if (!isObject(v533)) break l539;
              v540 = {};
              for (const v541 of Object.keys(v533)) {
                if (v541 === '__proto__') continue;
                const v542 = v533[v541];
                let v543;
                v543 = v542;
                v540[v541] = v543;
              }
              v534 = nameIn(v540);
              break l537;
            }
            break l536;
          }
        }
      }
      break l535;
    }
    v534 = undefined;
  }

  const v544 = value['approvalsReviewer'];
  let v545;
  l546: {
    l547: {
      if (v544 === undefined) v545 = undefined;
      else {
        if (v544 === null) v545 = null;
        else {
          if (typeof v544 !== 'string') break l547;
          v545 = v544;
          v545 = shortenName(v545);
        }
      }
      break l546;
    }
    v545 = undefined;
  }

  const v548 = value['sandboxPolicy'];
  let v549;
  l550: {
    l551: {
      if (v548 === undefined) v549 = undefined;
      else {
        if (v548 === null) v549 = null;
        else {
          v549 = read_552(v548);
          if (v549 === NONE) break l551;
        }
      }
      break l550;
    }
    v549 = undefined;
  }

  const v563 = value['collaborationMode'];
  let v564;
  l565: {
    l566: {
      if (v563 === undefined) v564 = undefined;
      else {
        if (v563 === null) v564 = null;
        else {
          v564 = read_567(v563);
          if (v564 === NONE) break l566;
        }
      }
      break l565;
    }
    v564 = undefined;
  }

  const v585 = {
    model: v510,
    modelProvider: v514,
    effort: v518,
    summary: v522,
    serviceTier: v526,
    personality: v530,
    approvalPolicy: v534,
    approvalsReviewer: v545,
    sandboxPolicy: v549,
    collaborationMode: v564,
  };
  return v585;
}

function read_503(value) {
  if (!isObject(value)) return NONE;
  const v504 = value['threadId'];
  let v505;
  if (typeof v504 !== 'string') return NONE;
  v505 = v504;
  v505 = shortenName(v505);
  if (v505.length < 1) return NONE;

  const v506 = value['threadSettings'];
  let v507;
  v507 = read_508(v506);
  if (v507 === NONE) return NONE;
  const v586 = { threadId: v505, threadSettings: v507 };
  return v586;
}

function read_598(value) {
  if (!isObject(value)) return NONE;
  const v599 = value['codexErrorInfo'];
  if (v599 === undefined && !('codexErrorInfo' in value)) return NONE;
  const v600 = v599;
  const v601 = { codexErrorInfo: v600 };
  return v601;
}

function read_587(value) {
  if (!isObject(value)) return NONE;
  const v588 = value['threadId'];
  let v589;
  if (typeof v588 !== 'string') return NONE;
  v589 = v588;
  v589 = shortenName(v589);
  if (v589.length < 1) return NONE;

  const v590 = value['turnId'];
  let v591;
  if (typeof v590 !== 'string') return NONE;
  v591 = v590;
  v591 = shortenName(v591);
  if (v591.length < 1) return NONE;

  const v592 = value['willRetry'];
  const v593 = typeof v592 === 'boolean' ? v592 : false;
  const v594 = value['error'];
  let v595;
  l596: {
    l597: {
      if (v594 === null) v595 = null;
      else {
        v595 = read_598(v594);
        if (v595 === NONE) break l597;
      }
      break l596;
    }
    v595 = null;
  }

  const v602 = { threadId: v589, turnId: v591, willRetry: v593, error: v595 };
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

function read_677(value) {
  if (!isObject(value)) return NONE;
  const v678 = value['codexErrorInfo'];
  if (v678 === undefined && !('codexErrorInfo' in value)) return NONE;
  const v679 = v678;
  const v680 = { codexErrorInfo: v679 };
  return v680;
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
        v674 = read_677(v673);
        if (v674 === NONE) break l676;
      }
      break l675;
    }
    v674 = null;
  }

  const v681 = value['startedAt'];
  const v682 = v681 === null || (typeof v681 === 'number' && Number.isFinite(v681) && isTime(v681)) ? v681 : null;
  const v683 = value['completedAt'];
  const v684 = v683 === null || (typeof v683 === 'number' && Number.isFinite(v683) && isTime(v683)) ? v683 : null;
  const v685 = value['durationMs'];
  const v686 = v685 === null || (typeof v685 === 'number' && Number.isFinite(v685) && isTime(v685)) ? v685 : null;
  const v687 = {
    id: v666,
    rootTurnId: v668,
    status: v672,
    error: v674,
    startedAt: v682,
    completedAt: v684,
    durationMs: v686,
  };
  return v687;
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
  const v688 = { threadId: v661, turn: v663 };
  return v688;
}

function read_689(value) {
  if (!isObject(value)) return NONE;
  const v690 = value['threadId'];
  let v691;
  if (typeof v690 !== 'string') return NONE;
  v691 = v690;
  v691 = shortenName(v691);
  if (v691.length < 1) return NONE;

  const v692 = value['turn'];
  let v693;
  v693 = read_664(v692);
  if (v693 === NONE) return NONE;
  const v694 = { threadId: v691, turn: v693 };
  return v694;
}

function read_695(value) {
  if (!isObject(value)) return NONE;
  const v696 = value['threadId'];
  let v697;
  if (typeof v696 !== 'string') return NONE;
  v697 = v696;
  v697 = shortenName(v697);
  if (v697.length < 1) return NONE;

  const v698 = value['turnId'];
  let v699;
  if (typeof v698 !== 'string') return NONE;
  v699 = v698;
  v699 = shortenName(v699);
  if (v699.length < 1) return NONE;

  const v700 = value['diff'];
  let v701;
  if (!(typeof v700 === 'string')) return NONE;
  v701 = v700;
  const v702 = { threadId: v697, turnId: v699, diff: v701 };
  return v702;
}

function read_703(value) {
  if (!isObject(value)) return NONE;
  const v704 = value['threadId'];
  let v705;
  if (typeof v704 !== 'string') return NONE;
  v705 = v704;
  v705 = shortenName(v705);
  if (v705.length < 1) return NONE;

  const v706 = value['turnId'];
  let v707;
  if (typeof v706 !== 'string') return NONE;
  v707 = v706;
  v707 = shortenName(v707);
  if (v707.length < 1) return NONE;

  const v708 = value['startedAtMs'];
  const v709 = v708 === null || (typeof v708 === 'number' && Number.isFinite(v708) && isTime(v708)) ? v708 : null;
  const v710 = value['item'];
  let v711;
  v711 = read_item(v710);
  if (v711 === NONE) return NONE;
  const v712 = { threadId: v705, turnId: v707, startedAtMs: v709, item: v711 };
  return v712;
}

function read_713(value) {
  if (!isObject(value)) return NONE;
  const v714 = value['threadId'];
  let v715;
  if (typeof v714 !== 'string') return NONE;
  v715 = v714;
  v715 = shortenName(v715);
  if (v715.length < 1) return NONE;

  const v716 = value['turnId'];
  let v717;
  if (typeof v716 !== 'string') return NONE;
  v717 = v716;
  v717 = shortenName(v717);
  if (v717.length < 1) return NONE;

  const v718 = value['completedAtMs'];
  const v719 = v718 === null || (typeof v718 === 'number' && Number.isFinite(v718) && isTime(v718)) ? v718 : null;
  const v720 = value['item'];
  let v721;
  v721 = read_item(v720);
  if (v721 === NONE) return NONE;
  const v722 = { threadId: v715, turnId: v717, completedAtMs: v719, item: v721 };
  return v722;
}

function read_740(value) {
  if (!isObject(value)) return NONE;
  const v741 = value['status'];
  let v742;
  if (typeof v741 !== 'string') return NONE;
  v742 = v741;
  v742 = shortenName(v742);

  const v743 = value['riskLevel'];
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

  const v747 = value['userAuthorization'];
  let v748;
  l749: {
    l750: {
      if (v747 === null) v748 = null;
      else {
        if (typeof v747 !== 'string') break l750;
        v748 = v747;
        v748 = shortenName(v748);
      }
      break l749;
    }
    v748 = null;
  }

  const v751 = { status: v742, riskLevel: v744, userAuthorization: v748 };
  return v751;
}

function read_776(value) {
  if (!isObject(value)) return NONE;
  const v777 = value['enabled'];
  const v778 = v777 === null || typeof v777 === 'boolean' ? v777 : null;
  const v779 = { enabled: v778 };
  return v779;
}

function read_819(value) {
  if (!isObject(value)) return NONE;
  const v820 = value['path'];
  if (v820 === undefined && !('path' in value)) return NONE;
  const v821 = v820;
  const v822 = value['access'];
  let v823;
  l824: {
    l825: {
      if (typeof v822 !== 'string') break l825;
      v823 = v822;
      v823 = shortenName(v823);

      break l824;
    }
    v823 = '';
  }

  const v826 = { path: v821, access: v823 };
  return v826;
}

function read_784(value) {
  if (!isObject(value)) return NONE;
  const v785 = value['read'];
  let v786;
  let v787;
  l788: {
    l789: {
      if (!Array.isArray(v785)) break l789;
      v787 = new Array(v785.length);
      for (let v792 = 0; v792 < v785.length; v792++) {
        const v790 = v785[v792];
        let v791;
        l793: {
          l794: {
            if (!(typeof v790 === 'string')) break l794;
            v791 = v790;
            break l793;
          }
          l795: {
            let v796;
            v796 = v790;
            v791 = unreadable(v796);
            break l793;
          }
          break l789;
        }

        v787[v792] = v791;
      }
      break l788;
    }
    v787 = [];
  }

  v786 = readable(v787);
  const v797 = value['write'];
  let v798;
  let v799;
  l800: {
    l801: {
      if (!Array.isArray(v797)) break l801;
      v799 = new Array(v797.length);
      for (let v804 = 0; v804 < v797.length; v804++) {
        const v802 = v797[v804];
        let v803;
        l805: {
          l806: {
            if (!(typeof v802 === 'string')) break l806;
            v803 = v802;
            break l805;
          }
          l807: {
            let v808;
            v808 = v802;
            v803 = unreadable(v808);
            break l805;
          }
          break l801;
        }

        v799[v804] = v803;
      }
      break l800;
    }
    v799 = [];
  }

  v798 = readable(v799);
  const v809 = value['entries'];
  let v810;
  let v811;
  l812: {
    l813: {
      if (!Array.isArray(v809)) break l813;
      v811 = new Array(v809.length);
      for (let v816 = 0; v816 < v809.length; v816++) {
        const v814 = v809[v816];
        let v815;
        l817: {
          l818: {
            v815 = read_819(v814);
            if (v815 === NONE) break l818;
            break l817;
          }
          l827: {
            let v828;
            v828 = v814;
            v815 = unreadable(v828);
            break l817;
          }
          break l813;
        }

        v811[v816] = v815;
      }
      break l812;
    }
    v811 = [];
  }

  v810 = readable(v811);
  const v829 = { read: v786, write: v798, entries: v810 };
  return v829;
}

function read_771(value) {
  if (!isObject(value)) return NONE;
  const v772 = value['network'];
  let v773;
  l774: {
    l775: {
      if (v772 === null) v773 = null;
      else {
        v773 = read_776(v772);
        if (v773 === NONE) break l775;
      }
      break l774;
    }
    v773 = null;
  }

  const v780 = value['fileSystem'];
  let v781;
  l782: {
    l783: {
      if (v780 === null) v781 = null;
      else {
        v781 = read_784(v780);
        if (v781 === NONE) break l783;
      }
      break l782;
    }
    v781 = null;
  }

  const v830 = { network: v773, fileSystem: v781 };
  return v830;
}

function read_756(value) {
  if (!isObject(value)) return NONE;
  const v757 = value['type'];
  let v758;
  if (typeof v757 !== 'string') return NONE;
  v758 = v757;
  v758 = shortenName(v758);

  const v759 = value['source'];
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

  const v763 = value['toolName'];
  let v764;
  l765: {
    l766: {
      if (v763 === null) v764 = null;
      else {
        if (typeof v763 !== 'string') break l766;
        v764 = v763;
        v764 = shortenName(v764);
      }
      break l765;
    }
    v764 = null;
  }

  const v767 = value['permissions'];
  let v768;
  l769: {
    l770: {
      if (v767 === null) v768 = null;
      else {
        v768 = read_771(v767);
        if (v768 === NONE) break l770;
      }
      break l769;
    }
    v768 = null;
  }

  const v831 = { type: v758, source: v760, toolName: v764, permissions: v768 };
  return v831;
}

function read_723(value) {
  if (!isObject(value)) return NONE;
  const v724 = value['threadId'];
  let v725;
  if (typeof v724 !== 'string') return NONE;
  v725 = v724;
  v725 = shortenName(v725);
  if (v725.length < 1) return NONE;

  const v726 = value['turnId'];
  let v727;
  if (typeof v726 !== 'string') return NONE;
  v727 = v726;
  v727 = shortenName(v727);
  if (v727.length < 1) return NONE;

  const v728 = value['reviewId'];
  let v729;
  if (typeof v728 !== 'string') return NONE;
  v729 = v728;
  v729 = shortenName(v729);
  if (v729.length < 1) return NONE;

  const v730 = value['targetItemId'];
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

  const v734 = value['startedAtMs'];
  const v735 = v734 === null || (typeof v734 === 'number' && Number.isFinite(v734) && isTime(v734)) ? v734 : null;
  const v736 = value['completedAtMs'];
  const v737 = v736 === null || (typeof v736 === 'number' && Number.isFinite(v736) && isTime(v736)) ? v736 : null;
  const v738 = value['review'];
  let v739;
  v739 = read_740(v738);
  if (v739 === NONE) return NONE;
  const v752 = value['action'];
  let v753;
  l754: {
    l755: {
      v753 = read_756(v752);
      if (v753 === NONE) break l755;
      break l754;
    }
    v753 = { type: '', source: null, toolName: null, permissions: null };
  }

  const v832 = {
    threadId: v725,
    turnId: v727,
    reviewId: v729,
    targetItemId: v731,
    startedAtMs: v735,
    completedAtMs: v737,
    review: v739,
    action: v753,
  };
  return v832;
}

function read_833(value) {
  if (!isObject(value)) return NONE;
  const v834 = value['threadId'];
  let v835;
  l836: {
    l837: {
      if (v834 === null) v835 = null;
      else {
        if (typeof v834 !== 'string') break l837;
        v835 = v834;
        v835 = shortenName(v835);
      }
      break l836;
    }
    v835 = null;
  }

  const v838 = value['requestId'];
  let v839;
  if (!(typeof v838 === 'string' || (typeof v838 === 'number' && Number.isFinite(v838)))) return NONE;
  v839 = v838;
  const v840 = { threadId: v835, requestId: v839 };
  return v840;
}

function read_850(value) {
  if (!isObject(value)) return NONE;
  const v851 = value['id'];
  let v852;
  if (typeof v851 !== 'string') return NONE;
  v852 = v851;
  v852 = shortenName(v852);
  if (v852.length < 1) return NONE;

  const v853 = value['eventName'];
  let v854;
  if (typeof v853 !== 'string') return NONE;
  v854 = v853;
  v854 = shortenName(v854);

  const v855 = value['source'];
  let v856;
  l857: {
    l858: {
      if (typeof v855 !== 'string') break l858;
      v856 = v855;
      v856 = shortenName(v856);

      break l857;
    }
    v856 = 'unknown';
  }

  const v859 = value['handlerType'];
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

  const v863 = value['executionMode'];
  let v864;
  l865: {
    l866: {
      if (v863 === null) v864 = null;
      else {
        if (typeof v863 !== 'string') break l866;
        v864 = v863;
        v864 = shortenName(v864);
      }
      break l865;
    }
    v864 = null;
  }

  const v867 = value['status'];
  const v868 =
    v867 === null ||
    v867 === 'running' ||
    v867 === 'completed' ||
    v867 === 'failed' ||
    v867 === 'blocked' ||
    v867 === 'stopped'
      ? v867
      : null;
  const v869 = value['durationMs'];
  const v870 = v869 === null || (typeof v869 === 'number' && Number.isFinite(v869) && isTime(v869)) ? v869 : null;
  const v871 = {
    id: v852,
    eventName: v854,
    source: v856,
    handlerType: v860,
    executionMode: v864,
    status: v868,
    durationMs: v870,
  };
  return v871;
}

function read_841(value) {
  if (!isObject(value)) return NONE;
  const v842 = value['threadId'];
  let v843;
  if (typeof v842 !== 'string') return NONE;
  v843 = v842;
  v843 = shortenName(v843);
  if (v843.length < 1) return NONE;

  const v844 = value['turnId'];
  let v845;
  l846: {
    l847: {
      if (v844 === null) v845 = null;
      else {
        if (typeof v844 !== 'string') break l847;
        v845 = v844;
        v845 = shortenName(v845);
      }
      break l846;
    }
    v845 = null;
  }

  const v848 = value['run'];
  let v849;
  v849 = read_850(v848);
  if (v849 === NONE) return NONE;
  const v872 = { threadId: v843, turnId: v845, run: v849 };
  return v872;
}

function read_878(value) {
  if (!isObject(value)) return NONE;
  const v879 = value['name'];
  let v880;
  if (typeof v879 !== 'string') return NONE;
  v880 = v879;
  v880 = shortenLabel(v880);

  const v881 = value['version'];
  let v882;
  l883: {
    l884: {
      if (v881 === null) v882 = null;
      else {
        if (typeof v881 !== 'string') break l884;
        v882 = v881;
        v882 = shortenLabel(v882);
      }
      break l883;
    }
    v882 = null;
  }

  const v885 = { name: v880, version: v882 };
  return v885;
}

function read_890(value) {
  if (!isObject(value)) return NONE;
  const v891 = value['experimentalApi'];
  const v892 = typeof v891 === 'boolean' ? v891 : false;
  const v893 = value['optOutNotificationMethods'];
  let v894;
  let v895;
  let v896;
  l897: {
    l898: {
      if (!Array.isArray(v893)) break l898;
      v896 = new Array(v893.length);
      for (let v901 = 0; v901 < v893.length; v901++) {
        const v899 = v893[v901];
        let v900;
        l902: {
          l903: {
            if (typeof v899 !== 'string') break l903;
            v900 = v899;
            v900 = shortenName(v900);

            break l902;
          }
          l904: {
            let v905;
            v905 = v899;
            v900 = unreadable(v905);
            break l902;
          }
          break l898;
        }

        v896[v901] = v900;
      }
      break l897;
    }
    v896 = [];
  }

  v895 = readable(v896);
  v894 = shortenList(v895);
  const v906 = { experimentalApi: v892, optOutNotificationMethods: v894 };
  return v906;
}

function read_873(value) {
  if (!isObject(value)) return NONE;
  const v874 = value['clientInfo'];
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

  const v886 = value['capabilities'];
  let v887;
  l888: {
    l889: {
      if (v886 === null) v887 = null;
      else {
        v887 = read_890(v886);
        if (v887 === NONE) break l889;
      }
      break l888;
    }
    v887 = null;
  }

  const v907 = { clientInfo: v875, capabilities: v887 };
  return v907;
}

function read_908(value) {
  if (!isObject(value)) return NONE;
  const v909 = value['userAgent'];
  let v910;
  l911: {
    l912: {
      if (v909 === null) v910 = null;
      else {
        if (typeof v909 !== 'string') break l912;
        v910 = v909;
        v910 = shortenPath(v910);
      }
      break l911;
    }
    v910 = null;
  }

  const v913 = value['platformOs'];
  let v914;
  l915: {
    l916: {
      if (v913 === null) v914 = null;
      else {
        if (typeof v913 !== 'string') break l916;
        v914 = v913;
        v914 = shortenLabel(v914);
      }
      break l915;
    }
    v914 = null;
  }

  const v917 = value['codexHome'];
  let v918;
  l919: {
    l920: {
      if (v917 === null) v918 = null;
      else {
        if (typeof v917 !== 'string') break l920;
        v918 = v917;
        v918 = shortenPath(v918);
      }
      break l919;
    }
    v918 = null;
  }

  const v921 = { userAgent: v910, platformOs: v914, codexHome: v918 };
  return v921;
}

function read_931(value) {
  if (!isObject(value)) return NONE;
  const v932 = value['model_reasoning_summary'];
  let v933;
  l934: {
    l935: {
      if (v932 === undefined) v933 = undefined;
      else {
        if (v932 === null) v933 = null;
        else {
          if (typeof v932 !== 'string') break l935;
          v933 = v932;
          v933 = shortenName(v933);
        }
      }
      break l934;
    }
    v933 = undefined;
  }

  const v936 = value['personality'];
  let v937;
  l938: {
    l939: {
      if (v936 === undefined) v937 = undefined;
      else {
        if (v936 === null) v937 = null;
        else {
          if (typeof v936 !== 'string') break l939;
          v937 = v936;
          v937 = shortenName(v937);
        }
      }
      break l938;
    }
    v937 = undefined;
  }

  const v940 = { model_reasoning_summary: v933, personality: v937 };
  return v940;
}

function read_922(value) {
  if (!isObject(value)) return NONE;
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

  const v927 = value['config'];
  let v928;
  l929: {
    l930: {
      if (v927 === undefined) v928 = undefined;
      else {
        if (v927 === null) v928 = null;
        else {
          v928 = read_931(v927);
          if (v928 === NONE) break l930;
        }
      }
      break l929;
    }
    v928 = undefined;
  }

  const v941 = { personality: v924, config: v928 };
  return v941;
}

function read_942(value) {
  if (!isObject(value)) return NONE;
  const v943 = value['thread'];
  let v944;
  v944 = read_362(v943);
  if (v944 === NONE) return NONE;
  const v945 = value['model'];
  let v946;
  l947: {
    l948: {
      if (v945 === null) v946 = null;
      else {
        if (typeof v945 !== 'string') break l948;
        v946 = v945;
        v946 = shortenName(v946);
      }
      break l947;
    }
    v946 = null;
  }

  const v949 = value['modelProvider'];
  let v950;
  l951: {
    l952: {
      if (v949 === null) v950 = null;
      else {
        if (typeof v949 !== 'string') break l952;
        v950 = v949;
        v950 = shortenName(v950);
      }
      break l951;
    }
    v950 = null;
  }

  const v953 = value['serviceTier'];
  let v954;
  l955: {
    l956: {
      if (v953 === undefined) v954 = undefined;
      else {
        if (v953 === null) v954 = null;
        else {
          if (typeof v953 !== 'string') break l956;
          v954 = v953;
          v954 = shortenName(v954);
        }
      }
      break l955;
    }
    v954 = undefined;
  }

  const v957 = value['approvalPolicy'];
  let v958;
  l959: {
    l960: {
      if (v957 === undefined) v958 = undefined;
      else {
        if (v957 === null) v958 = null;
        else {
          l961: {
            l962: {
              if (typeof v957 !== 'string') break l962;
              v958 = v957;
              v958 = shortenName(v958);

              break l961;
            }
            l963: {
              let v964;
              if (!isObject(v957)) break l963;
              v964 = {};
              for (const v965 of Object.keys(v957)) {
                if (v965 === '__proto__') continue;
                const v966 = v957[v965];
                let v967;
                v967 = v966;
                v964[v965] = v967;
              }
              v958 = nameIn(v964);
              break l961;
            }
            break l960;
          }
        }
      }
      break l959;
    }
    v958 = undefined;
  }

  const v968 = value['approvalsReviewer'];
  let v969;
  l970: {
    l971: {
      if (v968 === undefined) v969 = undefined;
      else {
        if (v968 === null) v969 = null;
        else {
          if (typeof v968 !== 'string') break l971;
          v969 = v968;
          v969 = shortenName(v969);
        }
      }
      break l970;
    }
    v969 = undefined;
  }

  const v972 = value['sandbox'];
  let v973;
  l974: {
    l975: {
      if (v972 === undefined) v973 = undefined;
      else {
        if (v972 === null) v973 = null;
        else {
          v973 = read_552(v972);
          if (v973 === NONE) break l975;
        }
      }
      break l974;
    }
    v973 = undefined;
  }

  const v976 = value['reasoningEffort'];
  let v977;
  l978: {
    l979: {
      if (v976 === undefined) v977 = undefined;
      else {
        if (v976 === null) v977 = null;
        else {
          if (typeof v976 !== 'string') break l979;
          v977 = v976;
          v977 = shortenName(v977);
        }
      }
      break l978;
    }
    v977 = undefined;
  }

  const v980 = value['collaborationMode'];
  let v981;
  l982: {
    l983: {
      if (v980 === undefined) v981 = undefined;
      else {
        if (v980 === null) v981 = null;
        else {
          v981 = read_567(v980);
          if (v981 === NONE) break l983;
        }
      }
      break l982;
    }
    v981 = undefined;
  }

  const v984 = {
    thread: v944,
    model: v946,
    modelProvider: v950,
    serviceTier: v954,
    approvalPolicy: v958,
    approvalsReviewer: v969,
    sandbox: v973,
    reasoningEffort: v977,
    collaborationMode: v981,
  };
  return v984;
}

function read_985(value) {
  let v986;
  let v987;
  v987 = value;
  v986 = toNothing(v987);
  return v986;
}

function read_988(value) {
  if (!isObject(value)) return NONE;
  const v989 = value['turnsBackwardsCursor'];
  const v990 = isPresent(v989);
  const v991 = { turnsBackwardsCursor: v990 };
  return v991;
}

function read_995(value) {
  if (!isObject(value)) return NONE;
  const v996 = value['turns'];
  let v997;
  let v998;
  l999: {
    l1000: {
      if (!Array.isArray(v996)) break l1000;
      v998 = new Array(v996.length);
      for (let v1003 = 0; v1003 < v996.length; v1003++) {
        const v1001 = v996[v1003];
        let v1002;
        l1004: {
          l1005: {
            let v1006;
            v1006 = read_441(v1001);
            if (v1006 === NONE) break l1005;
            v1002 = withoutItems(v1006);
            break l1004;
          }
          l1007: {
            let v1008;
            v1008 = v1001;
            v1002 = unreadable(v1008);
            break l1004;
          }
          break l1000;
        }

        v998[v1003] = v1002;
      }
      break l999;
    }
    v998 = [];
  }

  v997 = readable(v998);
  const v1009 = { turns: v997 };
  return v1009;
}

function read_992(value) {
  if (!isObject(value)) return NONE;
  const v993 = value['thread'];
  let v994;
  v994 = read_995(v993);
  if (v994 === NONE) return NONE;
  const v1010 = { thread: v994 };
  return v1010;
}

function read_1014(value) {
  if (!isObject(value)) return NONE;
  const v1015 = value['data'];
  let v1016;
  let v1017;
  l1018: {
    l1019: {
      if (!Array.isArray(v1015)) break l1019;
      v1017 = new Array(v1015.length);
      for (let v1022 = 0; v1022 < v1015.length; v1022++) {
        const v1020 = v1015[v1022];
        let v1021;
        l1023: {
          l1024: {
            let v1025;
            v1025 = read_441(v1020);
            if (v1025 === NONE) break l1024;
            v1021 = withoutItems(v1025);
            break l1023;
          }
          l1026: {
            let v1027;
            v1027 = v1020;
            v1021 = unreadable(v1027);
            break l1023;
          }
          break l1019;
        }

        v1017[v1022] = v1021;
      }
      break l1018;
    }
    v1017 = [];
  }

  v1016 = readable(v1017);
  const v1028 = { data: v1016 };
  return v1028;
}

function read_1011(value) {
  let v1012;
  let v1013;
  v1013 = read_1014(value);
  if (v1013 === NONE) return NONE;
  v1012 = dataAsTurns(v1013);
  return v1012;
}

function read_1036(value) {
  if (!isObject(value)) return NONE;
  const v1037 = value['workspace_kind'];
  let v1038;
  l1039: {
    l1040: {
      if (v1037 === null) v1038 = null;
      else {
        if (typeof v1037 !== 'string') break l1040;
        v1038 = v1037;
        v1038 = shortenLabel(v1038);
      }
      break l1039;
    }
    v1038 = null;
  }

  const v1041 = value['codex_app_used_dictation'];
  const v1042 = toFlag(v1041);
  const v1043 = { workspace_kind: v1038, codex_app_used_dictation: v1042 };
  return v1043;
}

function read_1029(value) {
  if (!isObject(value)) return NONE;
  const v1030 = value['threadId'];
  let v1031;
  if (typeof v1030 !== 'string') return NONE;
  v1031 = v1030;
  v1031 = shortenName(v1031);
  if (v1031.length < 1) return NONE;

  const v1032 = value['responsesapiClientMetadata'];
  let v1033;
  l1034: {
    l1035: {
      if (v1032 === null) v1033 = null;
      else {
        v1033 = read_1036(v1032);
        if (v1033 === NONE) break l1035;
      }
      break l1034;
    }
    v1033 = null;
  }

  const v1044 = value['responsesapiClientMetadataPatch'];
  let v1045;
  l1046: {
    l1047: {
      if (v1044 === null) v1045 = null;
      else {
        v1045 = read_1036(v1044);
        if (v1045 === NONE) break l1047;
      }
      break l1046;
    }
    v1045 = null;
  }

  const v1048 = { threadId: v1031, responsesapiClientMetadata: v1033, responsesapiClientMetadataPatch: v1045 };
  return v1048;
}

function read_1049(value) {
  if (!isObject(value)) return NONE;
  const v1050 = value['threadId'];
  let v1051;
  if (typeof v1050 !== 'string') return NONE;
  v1051 = v1050;
  v1051 = shortenName(v1051);
  if (v1051.length < 1) return NONE;

  const v1052 = value['input'];
  let v1053;
  let v1054;
  let v1055;
  l1056: {
    l1057: {
      if (!Array.isArray(v1052)) break l1057;
      v1055 = new Array(v1052.length);
      for (let v1060 = 0; v1060 < v1052.length; v1060++) {
        const v1058 = v1052[v1060];
        let v1059;
        l1061: {
          l1062: {
            v1059 = read_342(v1058);
            if (v1059 === NONE) break l1062;
            break l1061;
          }
          l1063: {
            let v1064;
            v1064 = v1058;
            v1059 = unreadable(v1064);
            break l1061;
          }
          break l1057;
        }

        v1055[v1060] = v1059;
      }
      break l1056;
    }
    v1055 = [];
  }

  v1054 = readable(v1055);
  v1053 = shortenList(v1054);
  const v1065 = value['model'];
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

  const v1069 = value['effort'];
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

  const v1073 = value['summary'];
  let v1074;
  l1075: {
    l1076: {
      if (v1073 === undefined) v1074 = undefined;
      else {
        if (v1073 === null) v1074 = null;
        else {
          if (typeof v1073 !== 'string') break l1076;
          v1074 = v1073;
          v1074 = shortenName(v1074);
        }
      }
      break l1075;
    }
    v1074 = undefined;
  }

  const v1077 = value['serviceTier'];
  let v1078;
  l1079: {
    l1080: {
      if (v1077 === undefined) v1078 = undefined;
      else {
        if (v1077 === null) v1078 = null;
        else {
          if (typeof v1077 !== 'string') break l1080;
          v1078 = v1077;
          v1078 = shortenName(v1078);
        }
      }
      break l1079;
    }
    v1078 = undefined;
  }

  const v1081 = value['serviceTierForTurn'];
  let v1082;
  l1083: {
    l1084: {
      if (v1081 === undefined) v1082 = undefined;
      else {
        if (v1081 === null) v1082 = null;
        else {
          if (typeof v1081 !== 'string') break l1084;
          v1082 = v1081;
          v1082 = shortenName(v1082);
        }
      }
      break l1083;
    }
    v1082 = undefined;
  }

  const v1085 = value['personality'];
  let v1086;
  l1087: {
    l1088: {
      if (v1085 === undefined) v1086 = undefined;
      else {
        if (v1085 === null) v1086 = null;
        else {
          if (typeof v1085 !== 'string') break l1088;
          v1086 = v1085;
          v1086 = shortenName(v1086);
        }
      }
      break l1087;
    }
    v1086 = undefined;
  }

  const v1089 = value['approvalPolicy'];
  let v1090;
  l1091: {
    l1092: {
      if (v1089 === undefined) v1090 = undefined;
      else {
        if (v1089 === null) v1090 = null;
        else {
          l1093: {
            l1094: {
              if (typeof v1089 !== 'string') break l1094;
              v1090 = v1089;
              v1090 = shortenName(v1090);

              break l1093;
            }
            l1095: {
              let v1096;
              if (!isObject(v1089)) break l1095;
              v1096 = {};
              for (const v1097 of Object.keys(v1089)) {
                if (v1097 === '__proto__') continue;
                const v1098 = v1089[v1097];
                let v1099;
                v1099 = v1098;
                v1096[v1097] = v1099;
              }
              v1090 = nameIn(v1096);
              break l1093;
            }
            break l1092;
          }
        }
      }
      break l1091;
    }
    v1090 = undefined;
  }

  const v1100 = value['approvalsReviewer'];
  let v1101;
  l1102: {
    l1103: {
      if (v1100 === undefined) v1101 = undefined;
      else {
        if (v1100 === null) v1101 = null;
        else {
          if (typeof v1100 !== 'string') break l1103;
          v1101 = v1100;
          v1101 = shortenName(v1101);
        }
      }
      break l1102;
    }
    v1101 = undefined;
  }

  const v1104 = value['sandboxPolicy'];
  let v1105;
  l1106: {
    l1107: {
      if (v1104 === undefined) v1105 = undefined;
      else {
        if (v1104 === null) v1105 = null;
        else {
          v1105 = read_552(v1104);
          if (v1105 === NONE) break l1107;
        }
      }
      break l1106;
    }
    v1105 = undefined;
  }

  const v1108 = value['collaborationMode'];
  let v1109;
  l1110: {
    l1111: {
      if (v1108 === undefined) v1109 = undefined;
      else {
        if (v1108 === null) v1109 = null;
        else {
          v1109 = read_567(v1108);
          if (v1109 === NONE) break l1111;
        }
      }
      break l1110;
    }
    v1109 = undefined;
  }

  const v1112 = value['turnTrigger'];
  let v1113;
  l1114: {
    l1115: {
      if (v1112 === null) v1113 = null;
      else {
        if (typeof v1112 !== 'string') break l1115;
        v1113 = v1112;
        v1113 = shortenLabel(v1113);
      }
      break l1114;
    }
    v1113 = null;
  }

  const v1116 = value['rootTurnId'];
  let v1117;
  l1118: {
    l1119: {
      if (v1116 === null) v1117 = null;
      else {
        if (typeof v1116 !== 'string') break l1119;
        v1117 = v1116;
        v1117 = shortenName(v1117);
      }
      break l1118;
    }
    v1117 = null;
  }

  const v1120 = value['responsesapiClientMetadata'];
  let v1121;
  l1122: {
    l1123: {
      if (v1120 === null) v1121 = null;
      else {
        v1121 = read_1036(v1120);
        if (v1121 === NONE) break l1123;
      }
      break l1122;
    }
    v1121 = null;
  }

  const v1124 = value['responsesapiClientMetadataPatch'];
  let v1125;
  l1126: {
    l1127: {
      if (v1124 === null) v1125 = null;
      else {
        v1125 = read_1036(v1124);
        if (v1125 === NONE) break l1127;
      }
      break l1126;
    }
    v1125 = null;
  }

  const v1128 = {
    threadId: v1051,
    input: v1053,
    model: v1066,
    effort: v1070,
    summary: v1074,
    serviceTier: v1078,
    serviceTierForTurn: v1082,
    personality: v1086,
    approvalPolicy: v1090,
    approvalsReviewer: v1101,
    sandboxPolicy: v1105,
    collaborationMode: v1109,
    turnTrigger: v1113,
    rootTurnId: v1117,
    responsesapiClientMetadata: v1121,
    responsesapiClientMetadataPatch: v1125,
  };
  return v1128;
}

function read_1132(value) {
  if (!isObject(value)) return NONE;
  const v1133 = value['id'];
  let v1134;
  if (typeof v1133 !== 'string') return NONE;
  v1134 = v1133;
  v1134 = shortenName(v1134);
  if (v1134.length < 1) return NONE;

  const v1135 = value['rootTurnId'];
  let v1136;
  l1137: {
    l1138: {
      if (v1135 === null) v1136 = null;
      else {
        if (typeof v1135 !== 'string') break l1138;
        v1136 = v1135;
        v1136 = shortenName(v1136);
      }
      break l1137;
    }
    v1136 = null;
  }

  const v1139 = { id: v1134, rootTurnId: v1136 };
  return v1139;
}

function read_1129(value) {
  if (!isObject(value)) return NONE;
  const v1130 = value['turn'];
  let v1131;
  v1131 = read_1132(v1130);
  if (v1131 === NONE) return NONE;
  const v1140 = { turn: v1131 };
  return v1140;
}

function read_1141(value) {
  if (!isObject(value)) return NONE;
  const v1142 = value['threadId'];
  let v1143;
  if (typeof v1142 !== 'string') return NONE;
  v1143 = v1142;
  v1143 = shortenName(v1143);
  if (v1143.length < 1) return NONE;

  const v1144 = value['expectedTurnId'];
  let v1145;
  l1146: {
    l1147: {
      if (v1144 === null) v1145 = null;
      else {
        if (typeof v1144 !== 'string') break l1147;
        v1145 = v1144;
        v1145 = shortenName(v1145);
      }
      break l1146;
    }
    v1145 = null;
  }

  const v1148 = value['input'];
  let v1149;
  let v1150;
  let v1151;
  l1152: {
    l1153: {
      if (!Array.isArray(v1148)) break l1153;
      v1151 = new Array(v1148.length);
      for (let v1156 = 0; v1156 < v1148.length; v1156++) {
        const v1154 = v1148[v1156];
        let v1155;
        l1157: {
          l1158: {
            v1155 = read_342(v1154);
            if (v1155 === NONE) break l1158;
            break l1157;
          }
          l1159: {
            let v1160;
            v1160 = v1154;
            v1155 = unreadable(v1160);
            break l1157;
          }
          break l1153;
        }

        v1151[v1156] = v1155;
      }
      break l1152;
    }
    v1151 = [];
  }

  v1150 = readable(v1151);
  v1149 = shortenList(v1150);
  const v1161 = value['responsesapiClientMetadata'];
  let v1162;
  l1163: {
    l1164: {
      if (v1161 === null) v1162 = null;
      else {
        v1162 = read_1036(v1161);
        if (v1162 === NONE) break l1164;
      }
      break l1163;
    }
    v1162 = null;
  }

  const v1165 = value['responsesapiClientMetadataPatch'];
  let v1166;
  l1167: {
    l1168: {
      if (v1165 === null) v1166 = null;
      else {
        v1166 = read_1036(v1165);
        if (v1166 === NONE) break l1168;
      }
      break l1167;
    }
    v1166 = null;
  }

  const v1169 = {
    threadId: v1143,
    expectedTurnId: v1145,
    input: v1149,
    responsesapiClientMetadata: v1162,
    responsesapiClientMetadataPatch: v1166,
  };
  return v1169;
}

function read_1170(value) {
  if (!isObject(value)) return NONE;
  const v1171 = value['turnId'];
  let v1172;
  if (typeof v1171 !== 'string') return NONE;
  v1172 = v1171;
  v1172 = shortenName(v1172);
  if (v1172.length < 1) return NONE;

  const v1173 = { turnId: v1172 };
  return v1173;
}

function read_1174(value) {
  if (!isObject(value)) return NONE;
  const v1175 = value['threadId'];
  let v1176;
  if (typeof v1175 !== 'string') return NONE;
  v1176 = v1175;
  v1176 = shortenName(v1176);
  if (v1176.length < 1) return NONE;

  const v1177 = value['turnId'];
  let v1178;
  l1179: {
    l1180: {
      if (v1177 === null) v1178 = null;
      else {
        if (typeof v1177 !== 'string') break l1180;
        v1178 = v1177;
        v1178 = shortenName(v1178);
      }
      break l1179;
    }
    v1178 = null;
  }

  const v1181 = { threadId: v1176, turnId: v1178 };
  return v1181;
}

function read_1185(value) {
  if (!isObject(value)) return NONE;
  const v1186 = value['id'];
  let v1187;
  if (typeof v1186 !== 'string') return NONE;
  v1187 = v1186;
  v1187 = shortenName(v1187);
  if (v1187.length < 1) return NONE;

  const v1188 = { id: v1187 };
  return v1188;
}

function read_1182(value) {
  if (!isObject(value)) return NONE;
  const v1183 = value['turn'];
  let v1184;
  v1184 = read_1185(v1183);
  if (v1184 === NONE) return NONE;
  const v1189 = value['reviewThreadId'];
  let v1190;
  l1191: {
    l1192: {
      if (v1189 === null) v1190 = null;
      else {
        if (typeof v1189 !== 'string') break l1192;
        v1190 = v1189;
        v1190 = shortenName(v1190);
      }
      break l1191;
    }
    v1190 = null;
  }

  const v1193 = { turn: v1184, reviewThreadId: v1190 };
  return v1193;
}

function read_1222(value) {
  if (!isObject(value)) return NONE;
  const v1223 = value['enabled'];
  const v1224 = v1223 === null || typeof v1223 === 'boolean' ? v1223 : null;
  const v1225 = { enabled: v1224 };
  return v1225;
}

function read_1217(value) {
  if (!isObject(value)) return NONE;
  const v1218 = value['network'];
  let v1219;
  l1220: {
    l1221: {
      if (v1218 === null) v1219 = null;
      else {
        v1219 = read_1222(v1218);
        if (v1219 === NONE) break l1221;
      }
      break l1220;
    }
    v1219 = null;
  }

  const v1226 = { network: v1219 };
  return v1226;
}

function read_1194(value) {
  if (!isObject(value)) return NONE;
  const v1195 = value['threadId'];
  let v1196;
  if (typeof v1195 !== 'string') return NONE;
  v1196 = v1195;
  v1196 = shortenName(v1196);
  if (v1196.length < 1) return NONE;

  const v1197 = value['turnId'];
  let v1198;
  if (typeof v1197 !== 'string') return NONE;
  v1198 = v1197;
  v1198 = shortenName(v1198);
  if (v1198.length < 1) return NONE;

  const v1199 = value['itemId'];
  let v1200;
  if (typeof v1199 !== 'string') return NONE;
  v1200 = v1199;
  v1200 = shortenName(v1200);
  if (v1200.length < 1) return NONE;

  const v1201 = value['startedAtMs'];
  const v1202 = v1201 === null || (typeof v1201 === 'number' && Number.isFinite(v1201) && isTime(v1201)) ? v1201 : null;
  const v1203 = value['approvalId'];
  let v1204;
  l1205: {
    l1206: {
      if (v1203 === null) v1204 = null;
      else {
        if (typeof v1203 !== 'string') break l1206;
        v1204 = v1203;
        v1204 = shortenName(v1204);
      }
      break l1205;
    }
    v1204 = null;
  }

  const v1207 = value['kind'];
  let v1208;
  l1209: {
    l1210: {
      if (v1207 === null) v1208 = null;
      else {
        if (typeof v1207 !== 'string') break l1210;
        v1208 = v1207;
        v1208 = shortenName(v1208);
      }
      break l1209;
    }
    v1208 = null;
  }

  const v1211 = value['networkApprovalContext'];
  const v1212 = isPresent(v1211);
  const v1213 = value['additionalPermissions'];
  let v1214;
  l1215: {
    l1216: {
      if (v1213 === null) v1214 = null;
      else {
        v1214 = read_1217(v1213);
        if (v1214 === NONE) break l1216;
      }
      break l1215;
    }
    v1214 = null;
  }

  const v1227 = value['proposedNetworkPolicyAmendments'];
  let v1228;
  let v1229;
  let v1230;
  l1231: {
    l1232: {
      if (!Array.isArray(v1227)) break l1232;
      v1230 = new Array(v1227.length);
      for (let v1235 = 0; v1235 < v1227.length; v1235++) {
        const v1233 = v1227[v1235];
        let v1234;
        v1234 = v1233;
        v1230[v1235] = v1234;
      }
      break l1231;
    }
    v1230 = [];
  }

  v1229 = readable(v1230);
  v1228 = isNotEmpty(v1229);
  const v1236 = {
    threadId: v1196,
    turnId: v1198,
    itemId: v1200,
    startedAtMs: v1202,
    approvalId: v1204,
    kind: v1208,
    networkApprovalContext: v1212,
    additionalPermissions: v1214,
    proposedNetworkPolicyAmendments: v1228,
  };
  return v1236;
}

function read_1247(value) {
  if (!isObject(value)) return NONE;
  const v1248 = value['execpolicy_amendment'];
  let v1249;
  if (!Array.isArray(v1248)) return NONE;
  v1249 = new Array(v1248.length);
  for (let v1252 = 0; v1252 < v1248.length; v1252++) {
    const v1250 = v1248[v1252];
    let v1251;
    if (!(typeof v1250 === 'string')) return NONE;
    v1251 = v1250;
    v1249[v1252] = v1251;
  }
  const v1253 = { execpolicy_amendment: v1249 };
  return v1253;
}

function read_1244(value) {
  if (!isObject(value)) return NONE;
  const v1245 = value['acceptWithExecpolicyAmendment'];
  let v1246;
  v1246 = read_1247(v1245);
  if (v1246 === NONE) return NONE;
  const v1254 = { acceptWithExecpolicyAmendment: v1246 };
  return v1254;
}

function read_1263(value) {
  if (!isObject(value)) return NONE;
  const v1264 = value['action'];
  let v1265;
  if (!(typeof v1264 === 'string')) return NONE;
  v1265 = v1264;
  const v1266 = { action: v1265 };
  return v1266;
}

function read_1260(value) {
  if (!isObject(value)) return NONE;
  const v1261 = value['network_policy_amendment'];
  let v1262;
  v1262 = read_1263(v1261);
  if (v1262 === NONE) return NONE;
  const v1267 = { network_policy_amendment: v1262 };
  return v1267;
}

function read_1257(value) {
  if (!isObject(value)) return NONE;
  const v1258 = value['applyNetworkPolicyAmendment'];
  let v1259;
  v1259 = read_1260(v1258);
  if (v1259 === NONE) return NONE;
  const v1268 = { applyNetworkPolicyAmendment: v1259 };
  return v1268;
}

function read_1237(value) {
  if (!isObject(value)) return NONE;
  const v1238 = value['decision'];
  let v1239;
  l1240: {
    l1241: {
      if (!(typeof v1238 === 'string')) break l1241;
      v1239 = v1238;
      break l1240;
    }
    l1242: {
      let v1243;
      v1243 = read_1244(v1238);
      if (v1243 === NONE) break l1242;
      v1239 = toPolicyAmendment(v1243);
      break l1240;
    }
    l1255: {
      let v1256;
      v1256 = read_1257(v1238);
      if (v1256 === NONE) break l1255;
      v1239 = toNetworkAmendment(v1256);
      break l1240;
    }
    return NONE;
  }

  const v1269 = { decision: v1239 };
  return v1269;
}

function read_1270(value) {
  if (!isObject(value)) return NONE;
  const v1271 = value['threadId'];
  let v1272;
  if (typeof v1271 !== 'string') return NONE;
  v1272 = v1271;
  v1272 = shortenName(v1272);
  if (v1272.length < 1) return NONE;

  const v1273 = value['turnId'];
  let v1274;
  if (typeof v1273 !== 'string') return NONE;
  v1274 = v1273;
  v1274 = shortenName(v1274);
  if (v1274.length < 1) return NONE;

  const v1275 = value['itemId'];
  let v1276;
  if (typeof v1275 !== 'string') return NONE;
  v1276 = v1275;
  v1276 = shortenName(v1276);
  if (v1276.length < 1) return NONE;

  const v1277 = value['startedAtMs'];
  const v1278 = v1277 === null || (typeof v1277 === 'number' && Number.isFinite(v1277) && isTime(v1277)) ? v1277 : null;
  const v1279 = value['grantRoot'];
  const v1280 = isPresent(v1279);
  const v1281 = { threadId: v1272, turnId: v1274, itemId: v1276, startedAtMs: v1278, grantRoot: v1280 };
  return v1281;
}

function read_1282(value) {
  if (!isObject(value)) return NONE;
  const v1283 = value['decision'];
  let v1284;
  if (!(typeof v1283 === 'string')) return NONE;
  v1284 = v1283;
  const v1285 = { decision: v1284 };
  return v1285;
}

function read_1286(value) {
  if (!isObject(value)) return NONE;
  const v1287 = value['threadId'];
  let v1288;
  if (typeof v1287 !== 'string') return NONE;
  v1288 = v1287;
  v1288 = shortenName(v1288);
  if (v1288.length < 1) return NONE;

  const v1289 = value['turnId'];
  let v1290;
  if (typeof v1289 !== 'string') return NONE;
  v1290 = v1289;
  v1290 = shortenName(v1290);
  if (v1290.length < 1) return NONE;

  const v1291 = value['itemId'];
  let v1292;
  if (typeof v1291 !== 'string') return NONE;
  v1292 = v1291;
  v1292 = shortenName(v1292);
  if (v1292.length < 1) return NONE;

  const v1293 = value['startedAtMs'];
  const v1294 = v1293 === null || (typeof v1293 === 'number' && Number.isFinite(v1293) && isTime(v1293)) ? v1293 : null;
  const v1295 = value['cwd'];
  let v1296;
  l1297: {
    l1298: {
      if (v1295 === null) v1296 = null;
      else {
        if (typeof v1295 !== 'string') break l1298;
        v1296 = v1295;
        v1296 = shortenPath(v1296);
      }
      break l1297;
    }
    v1296 = null;
  }

  const v1299 = value['permissions'];
  let v1300;
  l1301: {
    l1302: {
      v1300 = read_771(v1299);
      if (v1300 === NONE) break l1302;
      break l1301;
    }
    v1300 = { network: null, fileSystem: null };
  }

  const v1303 = { threadId: v1288, turnId: v1290, itemId: v1292, startedAtMs: v1294, cwd: v1296, permissions: v1300 };
  return v1303;
}

function read_1307(value) {
  if (!isObject(value)) return NONE;
  const v1308 = value['network'];
  let v1309;
  l1310: {
    l1311: {
      if (v1308 === null) v1309 = null;
      else {
        v1309 = read_776(v1308);
        if (v1309 === NONE) break l1311;
      }
      break l1310;
    }
    v1309 = null;
  }

  const v1312 = value['fileSystem'];
  let v1313;
  l1314: {
    l1315: {
      if (v1312 === null) v1313 = null;
      else {
        v1313 = read_784(v1312);
        if (v1313 === NONE) break l1315;
      }
      break l1314;
    }
    v1313 = null;
  }

  const v1316 = { network: v1309, fileSystem: v1313 };
  if (!hasKnownAccesses(v1316)) return NONE;
  return v1316;
}

function read_1304(value) {
  if (!isObject(value)) return NONE;
  const v1305 = value['permissions'];
  let v1306;
  v1306 = read_1307(v1305);
  if (v1306 === NONE) return NONE;
  if (!hasKnownAccesses(v1306)) return NONE;

  const v1317 = value['scope'];
  let v1318;
  if (v1317 === undefined) v1318 = 'turn';
  else {
    if (!(v1317 === 'turn' || v1317 === 'session')) return NONE;
    v1318 = v1317;
  }
  const v1319 = value['strictAutoReview'];
  const v1320 = typeof v1319 === 'boolean' ? v1319 : false;
  const v1321 = { permissions: v1306, scope: v1318, strictAutoReview: v1320 };
  return v1321;
}

function read_1322(value) {
  if (!isObject(value)) return NONE;
  const v1323 = value['threadId'];
  let v1324;
  if (typeof v1323 !== 'string') return NONE;
  v1324 = v1323;
  v1324 = shortenName(v1324);
  if (v1324.length < 1) return NONE;

  const v1325 = value['turnId'];
  let v1326;
  if (typeof v1325 !== 'string') return NONE;
  v1326 = v1325;
  v1326 = shortenName(v1326);
  if (v1326.length < 1) return NONE;

  const v1327 = value['itemId'];
  let v1328;
  if (typeof v1327 !== 'string') return NONE;
  v1328 = v1327;
  v1328 = shortenName(v1328);
  if (v1328.length < 1) return NONE;

  const v1329 = value['startedAtMs'];
  const v1330 = v1329 === null || (typeof v1329 === 'number' && Number.isFinite(v1329) && isTime(v1329)) ? v1329 : null;
  const v1331 = { threadId: v1324, turnId: v1326, itemId: v1328, startedAtMs: v1330 };
  return v1331;
}

function read_1332(value) {
  if (!isObject(value)) return NONE;
  const v1333 = value['answers'];
  const v1334 = isPresent(v1333);
  const v1335 = { answers: v1334 };
  return v1335;
}

function read_1353(value) {
  if (!isObject(value)) return NONE;
  const v1354 = value['codex_approval_kind'];
  let v1355;
  l1356: {
    l1357: {
      if (v1354 === null) v1355 = null;
      else {
        if (typeof v1354 !== 'string') break l1357;
        v1355 = v1354;
        v1355 = shortenName(v1355);
      }
      break l1356;
    }
    v1355 = null;
  }

  const v1358 = value['tool_name'];
  let v1359;
  l1360: {
    l1361: {
      if (v1358 === null) v1359 = null;
      else {
        if (typeof v1358 !== 'string') break l1361;
        v1359 = v1358;
        v1359 = shortenName(v1359);
      }
      break l1360;
    }
    v1359 = null;
  }

  const v1362 = { codex_approval_kind: v1355, tool_name: v1359 };
  return v1362;
}

function read_1336(value) {
  if (!isObject(value)) return NONE;
  const v1337 = value['threadId'];
  let v1338;
  if (typeof v1337 !== 'string') return NONE;
  v1338 = v1337;
  v1338 = shortenName(v1338);
  if (v1338.length < 1) return NONE;

  const v1339 = value['turnId'];
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

  const v1343 = value['startedAtMs'];
  const v1344 = v1343 === null || (typeof v1343 === 'number' && Number.isFinite(v1343) && isTime(v1343)) ? v1343 : null;
  const v1345 = value['serverName'];
  let v1346;
  l1347: {
    l1348: {
      if (v1345 === null) v1346 = null;
      else {
        if (typeof v1345 !== 'string') break l1348;
        v1346 = v1345;
        v1346 = shortenName(v1346);
      }
      break l1347;
    }
    v1346 = null;
  }

  const v1349 = value['_meta'];
  let v1350;
  l1351: {
    l1352: {
      if (v1349 === null) v1350 = null;
      else {
        v1350 = read_1353(v1349);
        if (v1350 === NONE) break l1352;
      }
      break l1351;
    }
    v1350 = null;
  }

  const v1363 = { threadId: v1338, turnId: v1340, startedAtMs: v1344, serverName: v1346, _meta: v1350 };
  return v1363;
}

function read_1364(value) {
  if (!isObject(value)) return NONE;
  const v1365 = value['action'];
  const v1366 = v1365 === null || v1365 === 'accept' || v1365 === 'decline' || v1365 === 'cancel' ? v1365 : null;
  const v1367 = { action: v1366 };
  return v1367;
}

function read_1393(value) {
  if (!isObject(value)) return NONE;
  const v1394 = value['turnKind'];
  let v1395;
  l1396: {
    l1397: {
      if (v1394 === null) v1395 = null;
      else {
        if (typeof v1394 !== 'string') break l1397;
        v1395 = v1394;
        v1395 = shortenName(v1395);
      }
      break l1396;
    }
    v1395 = null;
  }

  const v1398 = { turnKind: v1395 };
  return v1398;
}

function read_1388(value) {
  if (!isObject(value)) return NONE;
  const v1389 = value['activeTurnNotSteerable'];
  let v1390;
  l1391: {
    l1392: {
      if (v1389 === null) v1390 = null;
      else {
        v1390 = read_1393(v1389);
        if (v1390 === NONE) break l1392;
      }
      break l1391;
    }
    v1390 = null;
  }

  const v1399 = { activeTurnNotSteerable: v1390 };
  return v1399;
}

function read_1379(value) {
  if (!isObject(value)) return NONE;
  const v1380 = value['input_error_code'];
  let v1381;
  l1382: {
    l1383: {
      if (v1380 === null) v1381 = null;
      else {
        if (typeof v1380 !== 'string') break l1383;
        v1381 = v1380;
        v1381 = shortenName(v1381);
      }
      break l1382;
    }
    v1381 = null;
  }

  const v1384 = value['codexErrorInfo'];
  let v1385;
  l1386: {
    l1387: {
      if (v1384 === null) v1385 = null;
      else {
        v1385 = read_1388(v1384);
        if (v1385 === NONE) break l1387;
      }
      break l1386;
    }
    v1385 = null;
  }

  const v1400 = { input_error_code: v1381, codexErrorInfo: v1385 };
  return v1400;
}

function read_1368(value) {
  if (!isObject(value)) return NONE;
  const v1369 = value['code'];
  const v1370 = typeof v1369 === 'number' && Number.isFinite(v1369) ? v1369 : 0;
  const v1371 = value['message'];
  let v1372;
  l1373: {
    l1374: {
      if (typeof v1371 !== 'string') break l1374;
      v1372 = v1371;
      v1372 = shortenName(v1372);

      break l1373;
    }
    v1372 = '';
  }

  const v1375 = value['data'];
  let v1376;
  l1377: {
    l1378: {
      if (v1375 === null) v1376 = null;
      else {
        v1376 = read_1379(v1375);
        if (v1376 === NONE) break l1378;
      }
      break l1377;
    }
    v1376 = null;
  }

  const v1401 = { code: v1370, message: v1372, data: v1376 };
  return v1401;
}
export const notifications = {
  'thread/started': exported(read_359),
  'thread/closed': exported(read_478),
  'thread/status/changed': exported(read_482),
  'thread/archived': exported(read_478),
  'thread/unarchived': exported(read_478),
  'thread/deleted': exported(read_478),
  'thread/reverted': exported(read_478),
  'thread/settings/updated': exported(read_503),
  error: exported(read_587),
  'model/rerouted': exported(read_603),
  'thread/tokenUsage/updated': exported(read_611),
  'thread/goal/updated': exported(read_639),
  'thread/goal/cleared': exported(read_478),
  'turn/started': exported(read_659),
  'turn/completed': exported(read_689),
  'turn/diff/updated': exported(read_695),
  'item/started': exported(read_703),
  'item/completed': exported(read_713),
  'item/autoApprovalReview/started': exported(read_723),
  'item/autoApprovalReview/completed': exported(read_723),
  'serverRequest/resolved': exported(read_833),
  'hook/started': exported(read_841),
  'hook/completed': exported(read_841),
};
export const clientRequests = {
  initialize: { params: exported(read_873), result: exported(read_908) },
  'thread/start': { params: exported(read_922), result: exported(read_942) },
  'thread/resume': { params: exported(read_922), result: exported(read_942) },
  'thread/fork': { params: exported(read_922), result: exported(read_942) },
  'thread/archive': { params: exported(read_478), result: exported(read_985) },
  'thread/unarchive': { params: exported(read_478), result: exported(read_985) },
  'thread/revert': { params: exported(read_478), result: exported(read_988) },
  'thread/compact/start': { params: exported(read_478), result: exported(read_985) },
  'thread/unsubscribe': { params: exported(read_478), result: exported(read_985) },
  'thread/read': { params: exported(read_478), result: exported(read_992) },
  'thread/turns/list': { params: exported(read_478), result: exported(read_1011) },
  'thread/queue/add': { params: exported(read_1029), result: exported(read_985) },
  'thread/goal/set': { params: exported(read_478), result: exported(read_985) },
  'turn/start': { params: exported(read_1049), result: exported(read_1129) },
  'turn/steer': { params: exported(read_1141), result: exported(read_1170) },
  'turn/interrupt': { params: exported(read_1174), result: exported(read_985) },
  'review/start': { params: exported(read_478), result: exported(read_1182) },
};
export const userRequests = {
  'item/commandExecution/requestApproval': { params: exported(read_1194), result: exported(read_1237) },
  'item/fileChange/requestApproval': { params: exported(read_1270), result: exported(read_1282) },
  'item/permissions/requestApproval': { params: exported(read_1286), result: exported(read_1304) },
  'item/tool/requestUserInput': { params: exported(read_1322), result: exported(read_1332) },
  'mcpServer/elicitation/request': { params: exported(read_1336), result: exported(read_1364) },
};
export const rpcError = exported(read_1368);
export const item = exported(read_item);
