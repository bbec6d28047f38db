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

function read_933(value) {
  if (!isObject(value)) return NONE;
  const v934 = value['model_reasoning_summary'];
  let v935;
  l936: {
    l937: {
      if (v934 === undefined) v935 = undefined;
      else {
        if (v934 === null) v935 = null;
        else {
          if (typeof v934 !== 'string') break l937;
          v935 = v934;
          v935 = shortenName(v935);
        }
      }
      break l936;
    }
    v935 = undefined;
  }

  const v938 = value['personality'];
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

  const v942 = { model_reasoning_summary: v935, personality: v939 };
  return v942;
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
  const v925 = value['personality'];
  let v926;
  l927: {
    l928: {
      if (v925 === undefined) v926 = undefined;
      else {
        if (v925 === null) v926 = null;
        else {
          if (typeof v925 !== 'string') break l928;
          v926 = v925;
          v926 = shortenName(v926);
        }
      }
      break l927;
    }
    v926 = undefined;
  }

  const v929 = value['config'];
  let v930;
  l931: {
    l932: {
      if (v929 === undefined) v930 = undefined;
      else {
        if (v929 === null) v930 = null;
        else {
          v930 = read_933(v929);
          if (v930 === NONE) break l932;
        }
      }
      break l931;
    }
    v930 = undefined;
  }

  const v943 = { threadId: v920, excludeTurns: v924, personality: v926, config: v930 };
  return v943;
}

function read_944(value) {
  if (!isObject(value)) return NONE;
  const v945 = value['thread'];
  let v946;
  v946 = read_362(v945);
  if (v946 === NONE) return NONE;
  const v947 = value['model'];
  let v948;
  l949: {
    l950: {
      if (v947 === null) v948 = null;
      else {
        if (typeof v947 !== 'string') break l950;
        v948 = v947;
        v948 = shortenName(v948);
      }
      break l949;
    }
    v948 = null;
  }

  const v951 = value['modelProvider'];
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

  const v955 = value['serviceTier'];
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

  const v959 = value['approvalPolicy'];
  let v960;
  l961: {
    l962: {
      if (v959 === undefined) v960 = undefined;
      else {
        if (v959 === null) v960 = null;
        else {
          l963: {
            l964: {
              if (typeof v959 !== 'string') break l964;
              v960 = v959;
              v960 = shortenName(v960);

              break l963;
            }
            l965: {
              let v966;
              if (!isObject(v959)) break l965;
              v966 = {};
              for (const v967 of Object.keys(v959)) {
                if (v967 === '__proto__') continue;
                const v968 = v959[v967];
                let v969;
                v969 = v968;
                v966[v967] = v969;
              }
              v960 = nameIn(v966);
              break l963;
            }
            break l962;
          }
        }
      }
      break l961;
    }
    v960 = undefined;
  }

  const v970 = value['approvalsReviewer'];
  let v971;
  l972: {
    l973: {
      if (v970 === undefined) v971 = undefined;
      else {
        if (v970 === null) v971 = null;
        else {
          if (typeof v970 !== 'string') break l973;
          v971 = v970;
          v971 = shortenName(v971);
        }
      }
      break l972;
    }
    v971 = undefined;
  }

  const v974 = value['sandbox'];
  let v975;
  l976: {
    l977: {
      if (v974 === undefined) v975 = undefined;
      else {
        if (v974 === null) v975 = null;
        else {
          v975 = read_556(v974);
          if (v975 === NONE) break l977;
        }
      }
      break l976;
    }
    v975 = undefined;
  }

  const v978 = value['reasoningEffort'];
  let v979;
  l980: {
    l981: {
      if (v978 === undefined) v979 = undefined;
      else {
        if (v978 === null) v979 = null;
        else {
          if (typeof v978 !== 'string') break l981;
          v979 = v978;
          v979 = shortenName(v979);
        }
      }
      break l980;
    }
    v979 = undefined;
  }

  const v982 = value['collaborationMode'];
  let v983;
  l984: {
    l985: {
      if (v982 === undefined) v983 = undefined;
      else {
        if (v982 === null) v983 = null;
        else {
          v983 = read_571(v982);
          if (v983 === NONE) break l985;
        }
      }
      break l984;
    }
    v983 = undefined;
  }

  const v986 = {
    thread: v946,
    model: v948,
    modelProvider: v952,
    serviceTier: v956,
    approvalPolicy: v960,
    approvalsReviewer: v971,
    sandbox: v975,
    reasoningEffort: v979,
    collaborationMode: v983,
  };
  return v986;
}

function read_987(value) {
  let v988;
  let v989;
  v989 = value;
  v988 = toNothing(v989);
  return v988;
}

function read_990(value) {
  if (!isObject(value)) return NONE;
  const v991 = value['turnsBackwardsCursor'];
  const v992 = isPresent(v991);
  const v993 = { turnsBackwardsCursor: v992 };
  return v993;
}

function read_997(value) {
  if (!isObject(value)) return NONE;
  const v998 = value['turns'];
  let v999;
  let v1000;
  l1001: {
    l1002: {
      if (!Array.isArray(v998)) break l1002;
      v1000 = new Array(v998.length);
      for (let v1005 = 0; v1005 < v998.length; v1005++) {
        const v1003 = v998[v1005];
        let v1004;
        l1006: {
          l1007: {
            let v1008;
            v1008 = read_445(v1003);
            if (v1008 === NONE) break l1007;
            v1004 = withoutItems(v1008);
            break l1006;
          }
          l1009: {
            let v1010;
            v1010 = v1003;
            v1004 = unreadable(v1010);
            break l1006;
          }
          break l1002;
        }

        v1000[v1005] = v1004;
      }
      break l1001;
    }
    v1000 = [];
  }

  v999 = readable(v1000);
  const v1011 = { turns: v999 };
  return v1011;
}

function read_994(value) {
  if (!isObject(value)) return NONE;
  const v995 = value['thread'];
  let v996;
  v996 = read_997(v995);
  if (v996 === NONE) return NONE;
  const v1012 = { thread: v996 };
  return v1012;
}

function read_1013(value) {
  if (!isObject(value)) return NONE;
  const v1014 = value['data'];
  let v1015;
  let v1016;
  l1017: {
    l1018: {
      if (!Array.isArray(v1014)) break l1018;
      v1016 = new Array(v1014.length);
      for (let v1021 = 0; v1021 < v1014.length; v1021++) {
        const v1019 = v1014[v1021];
        let v1020;
        l1022: {
          l1023: {
            let v1024;
            v1024 = read_445(v1019);
            if (v1024 === NONE) break l1023;
            v1020 = withoutItems(v1024);
            break l1022;
          }
          l1025: {
            let v1026;
            v1026 = v1019;
            v1020 = unreadable(v1026);
            break l1022;
          }
          break l1018;
        }

        v1016[v1021] = v1020;
      }
      break l1017;
    }
    v1016 = [];
  }

  v1015 = readable(v1016);
  const v1027 = { data: v1015 };
  return v1027;
}

function read_1035(value) {
  if (!isObject(value)) return NONE;
  const v1036 = value['workspace_kind'];
  let v1037;
  l1038: {
    l1039: {
      if (v1036 === null) v1037 = null;
      else {
        if (typeof v1036 !== 'string') break l1039;
        v1037 = v1036;
        v1037 = shortenLabel(v1037);
      }
      break l1038;
    }
    v1037 = null;
  }

  const v1040 = value['codex_app_used_dictation'];
  const v1041 = toFlag(v1040);
  const v1042 = { workspace_kind: v1037, codex_app_used_dictation: v1041 };
  return v1042;
}

function read_1028(value) {
  if (!isObject(value)) return NONE;
  const v1029 = value['threadId'];
  let v1030;
  if (typeof v1029 !== 'string') return NONE;
  v1030 = v1029;
  v1030 = shortenName(v1030);
  if (v1030.length < 1) return NONE;

  const v1031 = value['responsesapiClientMetadata'];
  let v1032;
  l1033: {
    l1034: {
      if (v1031 === null) v1032 = null;
      else {
        v1032 = read_1035(v1031);
        if (v1032 === NONE) break l1034;
      }
      break l1033;
    }
    v1032 = null;
  }

  const v1043 = value['responsesapiClientMetadataPatch'];
  let v1044;
  l1045: {
    l1046: {
      if (v1043 === null) v1044 = null;
      else {
        v1044 = read_1035(v1043);
        if (v1044 === NONE) break l1046;
      }
      break l1045;
    }
    v1044 = null;
  }

  const v1047 = { threadId: v1030, responsesapiClientMetadata: v1032, responsesapiClientMetadataPatch: v1044 };
  return v1047;
}

function read_1048(value) {
  if (!isObject(value)) return NONE;
  const v1049 = value['threadId'];
  let v1050;
  if (typeof v1049 !== 'string') return NONE;
  v1050 = v1049;
  v1050 = shortenName(v1050);
  if (v1050.length < 1) return NONE;

  const v1051 = value['input'];
  let v1052;
  let v1053;
  let v1054;
  l1055: {
    l1056: {
      if (!Array.isArray(v1051)) break l1056;
      v1054 = new Array(v1051.length);
      for (let v1059 = 0; v1059 < v1051.length; v1059++) {
        const v1057 = v1051[v1059];
        let v1058;
        l1060: {
          l1061: {
            v1058 = read_342(v1057);
            if (v1058 === NONE) break l1061;
            break l1060;
          }
          l1062: {
            let v1063;
            v1063 = v1057;
            v1058 = unreadable(v1063);
            break l1060;
          }
          break l1056;
        }

        v1054[v1059] = v1058;
      }
      break l1055;
    }
    v1054 = [];
  }

  v1053 = readable(v1054);
  v1052 = shortenList(v1053);
  const v1064 = value['model'];
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

  const v1068 = value['effort'];
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

  const v1072 = value['summary'];
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

  const v1076 = value['serviceTier'];
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

  const v1080 = value['serviceTierForTurn'];
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

  const v1084 = value['personality'];
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

  const v1088 = value['approvalPolicy'];
  let v1089;
  l1090: {
    l1091: {
      if (v1088 === undefined) v1089 = undefined;
      else {
        if (v1088 === null) v1089 = null;
        else {
          l1092: {
            l1093: {
              if (typeof v1088 !== 'string') break l1093;
              v1089 = v1088;
              v1089 = shortenName(v1089);

              break l1092;
            }
            l1094: {
              let v1095;
              if (!isObject(v1088)) break l1094;
              v1095 = {};
              for (const v1096 of Object.keys(v1088)) {
                if (v1096 === '__proto__') continue;
                const v1097 = v1088[v1096];
                let v1098;
                v1098 = v1097;
                v1095[v1096] = v1098;
              }
              v1089 = nameIn(v1095);
              break l1092;
            }
            break l1091;
          }
        }
      }
      break l1090;
    }
    v1089 = undefined;
  }

  const v1099 = value['approvalsReviewer'];
  let v1100;
  l1101: {
    l1102: {
      if (v1099 === undefined) v1100 = undefined;
      else {
        if (v1099 === null) v1100 = null;
        else {
          if (typeof v1099 !== 'string') break l1102;
          v1100 = v1099;
          v1100 = shortenName(v1100);
        }
      }
      break l1101;
    }
    v1100 = undefined;
  }

  const v1103 = value['sandboxPolicy'];
  let v1104;
  l1105: {
    l1106: {
      if (v1103 === undefined) v1104 = undefined;
      else {
        if (v1103 === null) v1104 = null;
        else {
          v1104 = read_556(v1103);
          if (v1104 === NONE) break l1106;
        }
      }
      break l1105;
    }
    v1104 = undefined;
  }

  const v1107 = value['collaborationMode'];
  let v1108;
  l1109: {
    l1110: {
      if (v1107 === undefined) v1108 = undefined;
      else {
        if (v1107 === null) v1108 = null;
        else {
          v1108 = read_571(v1107);
          if (v1108 === NONE) break l1110;
        }
      }
      break l1109;
    }
    v1108 = undefined;
  }

  const v1111 = value['turnTrigger'];
  let v1112;
  l1113: {
    l1114: {
      if (v1111 === null) v1112 = null;
      else {
        if (typeof v1111 !== 'string') break l1114;
        v1112 = v1111;
        v1112 = shortenLabel(v1112);
      }
      break l1113;
    }
    v1112 = null;
  }

  const v1115 = value['rootTurnId'];
  let v1116;
  l1117: {
    l1118: {
      if (v1115 === null) v1116 = null;
      else {
        if (typeof v1115 !== 'string') break l1118;
        v1116 = v1115;
        v1116 = shortenName(v1116);
      }
      break l1117;
    }
    v1116 = null;
  }

  const v1119 = value['responsesapiClientMetadata'];
  let v1120;
  l1121: {
    l1122: {
      if (v1119 === null) v1120 = null;
      else {
        v1120 = read_1035(v1119);
        if (v1120 === NONE) break l1122;
      }
      break l1121;
    }
    v1120 = null;
  }

  const v1123 = value['responsesapiClientMetadataPatch'];
  let v1124;
  l1125: {
    l1126: {
      if (v1123 === null) v1124 = null;
      else {
        v1124 = read_1035(v1123);
        if (v1124 === NONE) break l1126;
      }
      break l1125;
    }
    v1124 = null;
  }

  const v1127 = {
    threadId: v1050,
    input: v1052,
    model: v1065,
    effort: v1069,
    summary: v1073,
    serviceTier: v1077,
    serviceTierForTurn: v1081,
    personality: v1085,
    approvalPolicy: v1089,
    approvalsReviewer: v1100,
    sandboxPolicy: v1104,
    collaborationMode: v1108,
    turnTrigger: v1112,
    rootTurnId: v1116,
    responsesapiClientMetadata: v1120,
    responsesapiClientMetadataPatch: v1124,
  };
  return v1127;
}

function read_1131(value) {
  if (!isObject(value)) return NONE;
  const v1132 = value['id'];
  let v1133;
  if (typeof v1132 !== 'string') return NONE;
  v1133 = v1132;
  v1133 = shortenName(v1133);
  if (v1133.length < 1) return NONE;

  const v1134 = value['rootTurnId'];
  let v1135;
  l1136: {
    l1137: {
      if (v1134 === null) v1135 = null;
      else {
        if (typeof v1134 !== 'string') break l1137;
        v1135 = v1134;
        v1135 = shortenName(v1135);
      }
      break l1136;
    }
    v1135 = null;
  }

  const v1138 = { id: v1133, rootTurnId: v1135 };
  return v1138;
}

function read_1128(value) {
  if (!isObject(value)) return NONE;
  const v1129 = value['turn'];
  let v1130;
  v1130 = read_1131(v1129);
  if (v1130 === NONE) return NONE;
  const v1139 = { turn: v1130 };
  return v1139;
}

function read_1140(value) {
  if (!isObject(value)) return NONE;
  const v1141 = value['threadId'];
  let v1142;
  if (typeof v1141 !== 'string') return NONE;
  v1142 = v1141;
  v1142 = shortenName(v1142);
  if (v1142.length < 1) return NONE;

  const v1143 = value['expectedTurnId'];
  let v1144;
  l1145: {
    l1146: {
      if (v1143 === null) v1144 = null;
      else {
        if (typeof v1143 !== 'string') break l1146;
        v1144 = v1143;
        v1144 = shortenName(v1144);
      }
      break l1145;
    }
    v1144 = null;
  }

  const v1147 = value['input'];
  let v1148;
  let v1149;
  let v1150;
  l1151: {
    l1152: {
      if (!Array.isArray(v1147)) break l1152;
      v1150 = new Array(v1147.length);
      for (let v1155 = 0; v1155 < v1147.length; v1155++) {
        const v1153 = v1147[v1155];
        let v1154;
        l1156: {
          l1157: {
            v1154 = read_342(v1153);
            if (v1154 === NONE) break l1157;
            break l1156;
          }
          l1158: {
            let v1159;
            v1159 = v1153;
            v1154 = unreadable(v1159);
            break l1156;
          }
          break l1152;
        }

        v1150[v1155] = v1154;
      }
      break l1151;
    }
    v1150 = [];
  }

  v1149 = readable(v1150);
  v1148 = shortenList(v1149);
  const v1160 = value['responsesapiClientMetadata'];
  let v1161;
  l1162: {
    l1163: {
      if (v1160 === null) v1161 = null;
      else {
        v1161 = read_1035(v1160);
        if (v1161 === NONE) break l1163;
      }
      break l1162;
    }
    v1161 = null;
  }

  const v1164 = value['responsesapiClientMetadataPatch'];
  let v1165;
  l1166: {
    l1167: {
      if (v1164 === null) v1165 = null;
      else {
        v1165 = read_1035(v1164);
        if (v1165 === NONE) break l1167;
      }
      break l1166;
    }
    v1165 = null;
  }

  const v1168 = {
    threadId: v1142,
    expectedTurnId: v1144,
    input: v1148,
    responsesapiClientMetadata: v1161,
    responsesapiClientMetadataPatch: v1165,
  };
  return v1168;
}

function read_1169(value) {
  if (!isObject(value)) return NONE;
  const v1170 = value['turnId'];
  let v1171;
  if (typeof v1170 !== 'string') return NONE;
  v1171 = v1170;
  v1171 = shortenName(v1171);
  if (v1171.length < 1) return NONE;

  const v1172 = { turnId: v1171 };
  return v1172;
}

function read_1173(value) {
  if (!isObject(value)) return NONE;
  const v1174 = value['threadId'];
  let v1175;
  if (typeof v1174 !== 'string') return NONE;
  v1175 = v1174;
  v1175 = shortenName(v1175);
  if (v1175.length < 1) return NONE;

  const v1176 = value['turnId'];
  let v1177;
  l1178: {
    l1179: {
      if (v1176 === null) v1177 = null;
      else {
        if (typeof v1176 !== 'string') break l1179;
        v1177 = v1176;
        v1177 = shortenName(v1177);
      }
      break l1178;
    }
    v1177 = null;
  }

  const v1180 = { threadId: v1175, turnId: v1177 };
  return v1180;
}

function read_1184(value) {
  if (!isObject(value)) return NONE;
  const v1185 = value['id'];
  let v1186;
  if (typeof v1185 !== 'string') return NONE;
  v1186 = v1185;
  v1186 = shortenName(v1186);
  if (v1186.length < 1) return NONE;

  const v1187 = { id: v1186 };
  return v1187;
}

function read_1181(value) {
  if (!isObject(value)) return NONE;
  const v1182 = value['turn'];
  let v1183;
  v1183 = read_1184(v1182);
  if (v1183 === NONE) return NONE;
  const v1188 = value['reviewThreadId'];
  let v1189;
  l1190: {
    l1191: {
      if (v1188 === null) v1189 = null;
      else {
        if (typeof v1188 !== 'string') break l1191;
        v1189 = v1188;
        v1189 = shortenName(v1189);
      }
      break l1190;
    }
    v1189 = null;
  }

  const v1192 = { turn: v1183, reviewThreadId: v1189 };
  return v1192;
}

function read_1221(value) {
  if (!isObject(value)) return NONE;
  const v1222 = value['enabled'];
  const v1223 = v1222 === null || typeof v1222 === 'boolean' ? v1222 : null;
  const v1224 = { enabled: v1223 };
  return v1224;
}

function read_1216(value) {
  if (!isObject(value)) return NONE;
  const v1217 = value['network'];
  let v1218;
  l1219: {
    l1220: {
      if (v1217 === null) v1218 = null;
      else {
        v1218 = read_1221(v1217);
        if (v1218 === NONE) break l1220;
      }
      break l1219;
    }
    v1218 = null;
  }

  const v1225 = { network: v1218 };
  return v1225;
}

function read_1193(value) {
  if (!isObject(value)) return NONE;
  const v1194 = value['threadId'];
  let v1195;
  if (typeof v1194 !== 'string') return NONE;
  v1195 = v1194;
  v1195 = shortenName(v1195);
  if (v1195.length < 1) return NONE;

  const v1196 = value['turnId'];
  let v1197;
  if (typeof v1196 !== 'string') return NONE;
  v1197 = v1196;
  v1197 = shortenName(v1197);
  if (v1197.length < 1) return NONE;

  const v1198 = value['itemId'];
  let v1199;
  if (typeof v1198 !== 'string') return NONE;
  v1199 = v1198;
  v1199 = shortenName(v1199);
  if (v1199.length < 1) return NONE;

  const v1200 = value['startedAtMs'];
  const v1201 = v1200 === null || (typeof v1200 === 'number' && Number.isFinite(v1200) && isTime(v1200)) ? v1200 : null;
  const v1202 = value['approvalId'];
  let v1203;
  l1204: {
    l1205: {
      if (v1202 === null) v1203 = null;
      else {
        if (typeof v1202 !== 'string') break l1205;
        v1203 = v1202;
        v1203 = shortenName(v1203);
      }
      break l1204;
    }
    v1203 = null;
  }

  const v1206 = value['kind'];
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

  const v1210 = value['networkApprovalContext'];
  const v1211 = isPresent(v1210);
  const v1212 = value['additionalPermissions'];
  let v1213;
  l1214: {
    l1215: {
      if (v1212 === null) v1213 = null;
      else {
        v1213 = read_1216(v1212);
        if (v1213 === NONE) break l1215;
      }
      break l1214;
    }
    v1213 = null;
  }

  const v1226 = value['proposedNetworkPolicyAmendments'];
  let v1227;
  let v1228;
  let v1229;
  l1230: {
    l1231: {
      if (!Array.isArray(v1226)) break l1231;
      v1229 = new Array(v1226.length);
      for (let v1234 = 0; v1234 < v1226.length; v1234++) {
        const v1232 = v1226[v1234];
        let v1233;
        v1233 = v1232;
        v1229[v1234] = v1233;
      }
      break l1230;
    }
    v1229 = [];
  }

  v1228 = readable(v1229);
  v1227 = isNotEmpty(v1228);
  const v1235 = {
    threadId: v1195,
    turnId: v1197,
    itemId: v1199,
    startedAtMs: v1201,
    approvalId: v1203,
    kind: v1207,
    networkApprovalContext: v1211,
    additionalPermissions: v1213,
    proposedNetworkPolicyAmendments: v1227,
  };
  return v1235;
}

function read_1246(value) {
  if (!isObject(value)) return NONE;
  const v1247 = value['execpolicy_amendment'];
  let v1248;
  if (!Array.isArray(v1247)) return NONE;
  v1248 = new Array(v1247.length);
  for (let v1251 = 0; v1251 < v1247.length; v1251++) {
    const v1249 = v1247[v1251];
    let v1250;
    if (!(typeof v1249 === 'string')) return NONE;
    v1250 = v1249;
    v1248[v1251] = v1250;
  }
  const v1252 = { execpolicy_amendment: v1248 };
  return v1252;
}

function read_1243(value) {
  if (!isObject(value)) return NONE;
  const v1244 = value['acceptWithExecpolicyAmendment'];
  let v1245;
  v1245 = read_1246(v1244);
  if (v1245 === NONE) return NONE;
  const v1253 = { acceptWithExecpolicyAmendment: v1245 };
  return v1253;
}

function read_1262(value) {
  if (!isObject(value)) return NONE;
  const v1263 = value['action'];
  let v1264;
  if (!(typeof v1263 === 'string')) return NONE;
  v1264 = v1263;
  const v1265 = { action: v1264 };
  return v1265;
}

function read_1259(value) {
  if (!isObject(value)) return NONE;
  const v1260 = value['network_policy_amendment'];
  let v1261;
  v1261 = read_1262(v1260);
  if (v1261 === NONE) return NONE;
  const v1266 = { network_policy_amendment: v1261 };
  return v1266;
}

function read_1256(value) {
  if (!isObject(value)) return NONE;
  const v1257 = value['applyNetworkPolicyAmendment'];
  let v1258;
  v1258 = read_1259(v1257);
  if (v1258 === NONE) return NONE;
  const v1267 = { applyNetworkPolicyAmendment: v1258 };
  return v1267;
}

function read_1236(value) {
  if (!isObject(value)) return NONE;
  const v1237 = value['decision'];
  let v1238;
  l1239: {
    l1240: {
      if (!(typeof v1237 === 'string')) break l1240;
      v1238 = v1237;
      break l1239;
    }
    l1241: {
      let v1242;
      v1242 = read_1243(v1237);
      if (v1242 === NONE) break l1241;
      v1238 = toPolicyAmendment(v1242);
      break l1239;
    }
    l1254: {
      let v1255;
      v1255 = read_1256(v1237);
      if (v1255 === NONE) break l1254;
      v1238 = toNetworkAmendment(v1255);
      break l1239;
    }
    return NONE;
  }

  const v1268 = { decision: v1238 };
  return v1268;
}

function read_1269(value) {
  if (!isObject(value)) return NONE;
  const v1270 = value['threadId'];
  let v1271;
  if (typeof v1270 !== 'string') return NONE;
  v1271 = v1270;
  v1271 = shortenName(v1271);
  if (v1271.length < 1) return NONE;

  const v1272 = value['turnId'];
  let v1273;
  if (typeof v1272 !== 'string') return NONE;
  v1273 = v1272;
  v1273 = shortenName(v1273);
  if (v1273.length < 1) return NONE;

  const v1274 = value['itemId'];
  let v1275;
  if (typeof v1274 !== 'string') return NONE;
  v1275 = v1274;
  v1275 = shortenName(v1275);
  if (v1275.length < 1) return NONE;

  const v1276 = value['startedAtMs'];
  const v1277 = v1276 === null || (typeof v1276 === 'number' && Number.isFinite(v1276) && isTime(v1276)) ? v1276 : null;
  const v1278 = value['grantRoot'];
  const v1279 = isPresent(v1278);
  const v1280 = { threadId: v1271, turnId: v1273, itemId: v1275, startedAtMs: v1277, grantRoot: v1279 };
  return v1280;
}

function read_1281(value) {
  if (!isObject(value)) return NONE;
  const v1282 = value['decision'];
  let v1283;
  if (!(typeof v1282 === 'string')) return NONE;
  v1283 = v1282;
  const v1284 = { decision: v1283 };
  return v1284;
}

function read_1285(value) {
  if (!isObject(value)) return NONE;
  const v1286 = value['threadId'];
  let v1287;
  if (typeof v1286 !== 'string') return NONE;
  v1287 = v1286;
  v1287 = shortenName(v1287);
  if (v1287.length < 1) return NONE;

  const v1288 = value['turnId'];
  let v1289;
  if (typeof v1288 !== 'string') return NONE;
  v1289 = v1288;
  v1289 = shortenName(v1289);
  if (v1289.length < 1) return NONE;

  const v1290 = value['itemId'];
  let v1291;
  if (typeof v1290 !== 'string') return NONE;
  v1291 = v1290;
  v1291 = shortenName(v1291);
  if (v1291.length < 1) return NONE;

  const v1292 = value['startedAtMs'];
  const v1293 = v1292 === null || (typeof v1292 === 'number' && Number.isFinite(v1292) && isTime(v1292)) ? v1292 : null;
  const v1294 = value['cwd'];
  let v1295;
  l1296: {
    l1297: {
      if (v1294 === null) v1295 = null;
      else {
        if (typeof v1294 !== 'string') break l1297;
        v1295 = v1294;
        v1295 = shortenPath(v1295);
      }
      break l1296;
    }
    v1295 = null;
  }

  const v1298 = value['permissions'];
  let v1299;
  l1300: {
    l1301: {
      v1299 = read_767(v1298);
      if (v1299 === NONE) break l1301;
      break l1300;
    }
    v1299 = { network: null, fileSystem: null };
  }

  const v1302 = { threadId: v1287, turnId: v1289, itemId: v1291, startedAtMs: v1293, cwd: v1295, permissions: v1299 };
  return v1302;
}

function read_1306(value) {
  if (!isObject(value)) return NONE;
  const v1307 = value['network'];
  let v1308;
  l1309: {
    l1310: {
      if (v1307 === null) v1308 = null;
      else {
        v1308 = read_772(v1307);
        if (v1308 === NONE) break l1310;
      }
      break l1309;
    }
    v1308 = null;
  }

  const v1311 = value['fileSystem'];
  let v1312;
  l1313: {
    l1314: {
      if (v1311 === null) v1312 = null;
      else {
        v1312 = read_780(v1311);
        if (v1312 === NONE) break l1314;
      }
      break l1313;
    }
    v1312 = null;
  }

  const v1315 = { network: v1308, fileSystem: v1312 };
  if (!hasKnownAccesses(v1315)) return NONE;
  return v1315;
}

function read_1303(value) {
  if (!isObject(value)) return NONE;
  const v1304 = value['permissions'];
  let v1305;
  v1305 = read_1306(v1304);
  if (v1305 === NONE) return NONE;
  if (!hasKnownAccesses(v1305)) return NONE;

  const v1316 = value['scope'];
  let v1317;
  if (v1316 === undefined) v1317 = 'turn';
  else {
    if (!(v1316 === 'turn' || v1316 === 'session')) return NONE;
    v1317 = v1316;
  }
  const v1318 = value['strictAutoReview'];
  const v1319 = typeof v1318 === 'boolean' ? v1318 : false;
  const v1320 = { permissions: v1305, scope: v1317, strictAutoReview: v1319 };
  return v1320;
}

function read_1321(value) {
  if (!isObject(value)) return NONE;
  const v1322 = value['threadId'];
  let v1323;
  if (typeof v1322 !== 'string') return NONE;
  v1323 = v1322;
  v1323 = shortenName(v1323);
  if (v1323.length < 1) return NONE;

  const v1324 = value['turnId'];
  let v1325;
  if (typeof v1324 !== 'string') return NONE;
  v1325 = v1324;
  v1325 = shortenName(v1325);
  if (v1325.length < 1) return NONE;

  const v1326 = value['itemId'];
  let v1327;
  if (typeof v1326 !== 'string') return NONE;
  v1327 = v1326;
  v1327 = shortenName(v1327);
  if (v1327.length < 1) return NONE;

  const v1328 = value['startedAtMs'];
  const v1329 = v1328 === null || (typeof v1328 === 'number' && Number.isFinite(v1328) && isTime(v1328)) ? v1328 : null;
  const v1330 = { threadId: v1323, turnId: v1325, itemId: v1327, startedAtMs: v1329 };
  return v1330;
}

function read_1331(value) {
  if (!isObject(value)) return NONE;
  const v1332 = value['answers'];
  const v1333 = isPresent(v1332);
  const v1334 = { answers: v1333 };
  return v1334;
}

function read_1352(value) {
  if (!isObject(value)) return NONE;
  const v1353 = value['codex_approval_kind'];
  let v1354;
  l1355: {
    l1356: {
      if (v1353 === null) v1354 = null;
      else {
        if (typeof v1353 !== 'string') break l1356;
        v1354 = v1353;
        v1354 = shortenName(v1354);
      }
      break l1355;
    }
    v1354 = null;
  }

  const v1357 = value['tool_name'];
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

  const v1361 = { codex_approval_kind: v1354, tool_name: v1358 };
  return v1361;
}

function read_1335(value) {
  if (!isObject(value)) return NONE;
  const v1336 = value['threadId'];
  let v1337;
  if (typeof v1336 !== 'string') return NONE;
  v1337 = v1336;
  v1337 = shortenName(v1337);
  if (v1337.length < 1) return NONE;

  const v1338 = value['turnId'];
  let v1339;
  l1340: {
    l1341: {
      if (v1338 === null) v1339 = null;
      else {
        if (typeof v1338 !== 'string') break l1341;
        v1339 = v1338;
        v1339 = shortenName(v1339);
      }
      break l1340;
    }
    v1339 = null;
  }

  const v1342 = value['startedAtMs'];
  const v1343 = v1342 === null || (typeof v1342 === 'number' && Number.isFinite(v1342) && isTime(v1342)) ? v1342 : null;
  const v1344 = value['serverName'];
  let v1345;
  l1346: {
    l1347: {
      if (v1344 === null) v1345 = null;
      else {
        if (typeof v1344 !== 'string') break l1347;
        v1345 = v1344;
        v1345 = shortenName(v1345);
      }
      break l1346;
    }
    v1345 = null;
  }

  const v1348 = value['_meta'];
  let v1349;
  l1350: {
    l1351: {
      if (v1348 === null) v1349 = null;
      else {
        v1349 = read_1352(v1348);
        if (v1349 === NONE) break l1351;
      }
      break l1350;
    }
    v1349 = null;
  }

  const v1362 = { threadId: v1337, turnId: v1339, startedAtMs: v1343, serverName: v1345, _meta: v1349 };
  return v1362;
}

function read_1363(value) {
  if (!isObject(value)) return NONE;
  const v1364 = value['action'];
  const v1365 = v1364 === null || v1364 === 'accept' || v1364 === 'decline' || v1364 === 'cancel' ? v1364 : null;
  const v1366 = { action: v1365 };
  return v1366;
}

function read_1392(value) {
  if (!isObject(value)) return NONE;
  const v1393 = value['turnKind'];
  let v1394;
  l1395: {
    l1396: {
      if (v1393 === null) v1394 = null;
      else {
        if (typeof v1393 !== 'string') break l1396;
        v1394 = v1393;
        v1394 = shortenName(v1394);
      }
      break l1395;
    }
    v1394 = null;
  }

  const v1397 = { turnKind: v1394 };
  return v1397;
}

function read_1387(value) {
  if (!isObject(value)) return NONE;
  const v1388 = value['activeTurnNotSteerable'];
  let v1389;
  l1390: {
    l1391: {
      if (v1388 === null) v1389 = null;
      else {
        v1389 = read_1392(v1388);
        if (v1389 === NONE) break l1391;
      }
      break l1390;
    }
    v1389 = null;
  }

  const v1398 = { activeTurnNotSteerable: v1389 };
  return v1398;
}

function read_1378(value) {
  if (!isObject(value)) return NONE;
  const v1379 = value['input_error_code'];
  let v1380;
  l1381: {
    l1382: {
      if (v1379 === null) v1380 = null;
      else {
        if (typeof v1379 !== 'string') break l1382;
        v1380 = v1379;
        v1380 = shortenName(v1380);
      }
      break l1381;
    }
    v1380 = null;
  }

  const v1383 = value['codexErrorInfo'];
  let v1384;
  l1385: {
    l1386: {
      if (v1383 === null) v1384 = null;
      else {
        v1384 = read_1387(v1383);
        if (v1384 === NONE) break l1386;
      }
      break l1385;
    }
    v1384 = null;
  }

  const v1399 = { input_error_code: v1380, codexErrorInfo: v1384 };
  return v1399;
}

function read_1367(value) {
  if (!isObject(value)) return NONE;
  const v1368 = value['code'];
  const v1369 = typeof v1368 === 'number' && Number.isFinite(v1368) ? v1368 : 0;
  const v1370 = value['message'];
  let v1371;
  l1372: {
    l1373: {
      if (typeof v1370 !== 'string') break l1373;
      v1371 = v1370;
      v1371 = shortenName(v1371);

      break l1372;
    }
    v1371 = '';
  }

  const v1374 = value['data'];
  let v1375;
  l1376: {
    l1377: {
      if (v1374 === null) v1375 = null;
      else {
        v1375 = read_1378(v1374);
        if (v1375 === NONE) break l1377;
      }
      break l1376;
    }
    v1375 = null;
  }

  const v1400 = { code: v1369, message: v1371, data: v1375 };
  return v1400;
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
  'thread/start': { params: exported(read_918), result: exported(read_944) },
  'thread/resume': { params: exported(read_918), result: exported(read_944) },
  'thread/fork': { params: exported(read_918), result: exported(read_944) },
  'thread/archive': { params: exported(read_482), result: exported(read_987) },
  'thread/unarchive': { params: exported(read_482), result: exported(read_987) },
  'thread/revert': { params: exported(read_482), result: exported(read_990) },
  'thread/compact/start': { params: exported(read_482), result: exported(read_987) },
  'thread/unsubscribe': { params: exported(read_482), result: exported(read_987) },
  'thread/read': { params: exported(read_482), result: exported(read_994) },
  'thread/turns/list': { params: exported(read_482), result: exported(read_1013) },
  'thread/queue/add': { params: exported(read_1028), result: exported(read_987) },
  'thread/goal/set': { params: exported(read_482), result: exported(read_987) },
  'turn/start': { params: exported(read_1048), result: exported(read_1128) },
  'turn/steer': { params: exported(read_1140), result: exported(read_1169) },
  'turn/interrupt': { params: exported(read_1173), result: exported(read_987) },
  'review/start': { params: exported(read_482), result: exported(read_1181) },
};
export const userRequests = {
  'item/commandExecution/requestApproval': { params: exported(read_1193), result: exported(read_1236) },
  'item/fileChange/requestApproval': { params: exported(read_1269), result: exported(read_1281) },
  'item/permissions/requestApproval': { params: exported(read_1285), result: exported(read_1303) },
  'item/tool/requestUserInput': { params: exported(read_1321), result: exported(read_1331) },
  'mcpServer/elicitation/request': { params: exported(read_1335), result: exported(read_1363) },
};
export const rpcError = exported(read_1367);
export const item = exported(read_item);
