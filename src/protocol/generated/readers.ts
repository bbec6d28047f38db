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
        v595 = read_454(v594);
        if (v595 === NONE) break l597;
      }
      break l596;
    }
    v595 = null;
  }

  const v598 = { threadId: v589, turnId: v591, willRetry: v593, error: v595 };
  return v598;
}

function read_599(value) {
  if (!isObject(value)) return NONE;
  const v600 = value['threadId'];
  let v601;
  if (typeof v600 !== 'string') return NONE;
  v601 = v600;
  v601 = shortenName(v601);
  if (v601.length < 1) return NONE;

  const v602 = value['turnId'];
  let v603;
  if (typeof v602 !== 'string') return NONE;
  v603 = v602;
  v603 = shortenName(v603);
  if (v603.length < 1) return NONE;

  const v604 = value['toModel'];
  let v605;
  if (typeof v604 !== 'string') return NONE;
  v605 = v604;
  v605 = shortenName(v605);

  const v606 = { threadId: v601, turnId: v603, toModel: v605 };
  return v606;
}

function read_617(value) {
  if (!isObject(value)) return NONE;
  const v618 = value['inputTokens'];
  const v619 = typeof v618 === 'number' && Number.isFinite(v618) && Number.isSafeInteger(v618) && v618 >= 0 ? v618 : 0;
  const v620 = value['cachedInputTokens'];
  const v621 = typeof v620 === 'number' && Number.isFinite(v620) && Number.isSafeInteger(v620) && v620 >= 0 ? v620 : 0;
  const v622 = value['cacheWriteInputTokens'];
  const v623 =
    v622 === null || (typeof v622 === 'number' && Number.isFinite(v622) && Number.isSafeInteger(v622) && v622 >= 0)
      ? v622
      : null;
  const v624 = value['outputTokens'];
  const v625 = typeof v624 === 'number' && Number.isFinite(v624) && Number.isSafeInteger(v624) && v624 >= 0 ? v624 : 0;
  const v626 = value['reasoningOutputTokens'];
  const v627 = typeof v626 === 'number' && Number.isFinite(v626) && Number.isSafeInteger(v626) && v626 >= 0 ? v626 : 0;
  const v628 = value['totalTokens'];
  const v629 = typeof v628 === 'number' && Number.isFinite(v628) && Number.isSafeInteger(v628) && v628 >= 0 ? v628 : 0;
  const v630 = {
    inputTokens: v619,
    cachedInputTokens: v621,
    cacheWriteInputTokens: v623,
    outputTokens: v625,
    reasoningOutputTokens: v627,
    totalTokens: v629,
  };
  return v630;
}

function read_614(value) {
  if (!isObject(value)) return NONE;
  const v615 = value['total'];
  let v616;
  v616 = read_617(v615);
  if (v616 === NONE) return NONE;
  const v631 = value['last'];
  let v632;
  v632 = read_617(v631);
  if (v632 === NONE) return NONE;
  const v633 = { total: v616, last: v632 };
  return v633;
}

function read_607(value) {
  if (!isObject(value)) return NONE;
  const v608 = value['threadId'];
  let v609;
  if (typeof v608 !== 'string') return NONE;
  v609 = v608;
  v609 = shortenName(v609);
  if (v609.length < 1) return NONE;

  const v610 = value['turnId'];
  let v611;
  if (typeof v610 !== 'string') return NONE;
  v611 = v610;
  v611 = shortenName(v611);
  if (v611.length < 1) return NONE;

  const v612 = value['tokenUsage'];
  let v613;
  v613 = read_614(v612);
  if (v613 === NONE) return NONE;
  const v634 = { threadId: v609, turnId: v611, tokenUsage: v613 };
  return v634;
}

function read_644(value) {
  if (!isObject(value)) return NONE;
  const v645 = value['status'];
  let v646;
  if (typeof v645 !== 'string') return NONE;
  v646 = v645;
  v646 = shortenName(v646);

  const v647 = value['tokenBudget'];
  const v648 =
    v647 === null || (typeof v647 === 'number' && Number.isFinite(v647) && Number.isSafeInteger(v647) && v647 >= 0)
      ? v647
      : null;
  const v649 = value['tokensUsed'];
  const v650 =
    v649 === null || (typeof v649 === 'number' && Number.isFinite(v649) && Number.isSafeInteger(v649) && v649 >= 0)
      ? v649
      : null;
  const v651 = value['timeUsedSeconds'];
  const v652 =
    v651 === null || (typeof v651 === 'number' && Number.isFinite(v651) && Number.isSafeInteger(v651) && v651 >= 0)
      ? v651
      : null;
  const v653 = { status: v646, tokenBudget: v648, tokensUsed: v650, timeUsedSeconds: v652 };
  return v653;
}

function read_635(value) {
  if (!isObject(value)) return NONE;
  const v636 = value['threadId'];
  let v637;
  if (typeof v636 !== 'string') return NONE;
  v637 = v636;
  v637 = shortenName(v637);
  if (v637.length < 1) return NONE;

  const v638 = value['turnId'];
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

  const v642 = value['goal'];
  let v643;
  v643 = read_644(v642);
  if (v643 === NONE) return NONE;
  const v654 = { threadId: v637, turnId: v639, goal: v643 };
  return v654;
}

function read_660(value) {
  if (!isObject(value)) return NONE;
  const v661 = value['id'];
  let v662;
  if (typeof v661 !== 'string') return NONE;
  v662 = v661;
  v662 = shortenName(v662);
  if (v662.length < 1) return NONE;

  const v663 = value['rootTurnId'];
  let v664;
  l665: {
    l666: {
      if (v663 === null) v664 = null;
      else {
        if (typeof v663 !== 'string') break l666;
        v664 = v663;
        v664 = shortenName(v664);
      }
      break l665;
    }
    v664 = null;
  }

  const v667 = value['status'];
  const v668 =
    v667 === null || v667 === 'inProgress' || v667 === 'completed' || v667 === 'interrupted' || v667 === 'failed'
      ? v667
      : null;
  const v669 = value['error'];
  let v670;
  l671: {
    l672: {
      if (v669 === null) v670 = null;
      else {
        v670 = read_454(v669);
        if (v670 === NONE) break l672;
      }
      break l671;
    }
    v670 = null;
  }

  const v673 = value['startedAt'];
  const v674 = v673 === null || (typeof v673 === 'number' && Number.isFinite(v673) && isTime(v673)) ? v673 : null;
  const v675 = value['completedAt'];
  const v676 = v675 === null || (typeof v675 === 'number' && Number.isFinite(v675) && isTime(v675)) ? v675 : null;
  const v677 = value['durationMs'];
  const v678 = v677 === null || (typeof v677 === 'number' && Number.isFinite(v677) && isTime(v677)) ? v677 : null;
  const v679 = {
    id: v662,
    rootTurnId: v664,
    status: v668,
    error: v670,
    startedAt: v674,
    completedAt: v676,
    durationMs: v678,
  };
  return v679;
}

function read_655(value) {
  if (!isObject(value)) return NONE;
  const v656 = value['threadId'];
  let v657;
  if (typeof v656 !== 'string') return NONE;
  v657 = v656;
  v657 = shortenName(v657);
  if (v657.length < 1) return NONE;

  const v658 = value['turn'];
  let v659;
  v659 = read_660(v658);
  if (v659 === NONE) return NONE;
  const v680 = { threadId: v657, turn: v659 };
  return v680;
}

function read_681(value) {
  if (!isObject(value)) return NONE;
  const v682 = value['threadId'];
  let v683;
  if (typeof v682 !== 'string') return NONE;
  v683 = v682;
  v683 = shortenName(v683);
  if (v683.length < 1) return NONE;

  const v684 = value['turn'];
  let v685;
  v685 = read_660(v684);
  if (v685 === NONE) return NONE;
  const v686 = { threadId: v683, turn: v685 };
  return v686;
}

function read_687(value) {
  if (!isObject(value)) return NONE;
  const v688 = value['threadId'];
  let v689;
  if (typeof v688 !== 'string') return NONE;
  v689 = v688;
  v689 = shortenName(v689);
  if (v689.length < 1) return NONE;

  const v690 = value['turnId'];
  let v691;
  if (typeof v690 !== 'string') return NONE;
  v691 = v690;
  v691 = shortenName(v691);
  if (v691.length < 1) return NONE;

  const v692 = value['diff'];
  let v693;
  if (!(typeof v692 === 'string')) return NONE;
  v693 = v692;
  const v694 = { threadId: v689, turnId: v691, diff: v693 };
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

  const v700 = value['startedAtMs'];
  const v701 = v700 === null || (typeof v700 === 'number' && Number.isFinite(v700) && isTime(v700)) ? v700 : null;
  const v702 = value['item'];
  let v703;
  v703 = read_item(v702);
  if (v703 === NONE) return NONE;
  const v704 = { threadId: v697, turnId: v699, startedAtMs: v701, item: v703 };
  return v704;
}

function read_705(value) {
  if (!isObject(value)) return NONE;
  const v706 = value['threadId'];
  let v707;
  if (typeof v706 !== 'string') return NONE;
  v707 = v706;
  v707 = shortenName(v707);
  if (v707.length < 1) return NONE;

  const v708 = value['turnId'];
  let v709;
  if (typeof v708 !== 'string') return NONE;
  v709 = v708;
  v709 = shortenName(v709);
  if (v709.length < 1) return NONE;

  const v710 = value['completedAtMs'];
  const v711 = v710 === null || (typeof v710 === 'number' && Number.isFinite(v710) && isTime(v710)) ? v710 : null;
  const v712 = value['item'];
  let v713;
  v713 = read_item(v712);
  if (v713 === NONE) return NONE;
  const v714 = { threadId: v707, turnId: v709, completedAtMs: v711, item: v713 };
  return v714;
}

function read_732(value) {
  if (!isObject(value)) return NONE;
  const v733 = value['status'];
  let v734;
  if (typeof v733 !== 'string') return NONE;
  v734 = v733;
  v734 = shortenName(v734);

  const v735 = value['riskLevel'];
  let v736;
  l737: {
    l738: {
      if (v735 === null) v736 = null;
      else {
        if (typeof v735 !== 'string') break l738;
        v736 = v735;
        v736 = shortenName(v736);
      }
      break l737;
    }
    v736 = null;
  }

  const v739 = value['userAuthorization'];
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

  const v743 = { status: v734, riskLevel: v736, userAuthorization: v740 };
  return v743;
}

function read_768(value) {
  if (!isObject(value)) return NONE;
  const v769 = value['enabled'];
  const v770 = v769 === null || typeof v769 === 'boolean' ? v769 : null;
  const v771 = { enabled: v770 };
  return v771;
}

function read_811(value) {
  if (!isObject(value)) return NONE;
  const v812 = value['path'];
  if (v812 === undefined && !('path' in value)) return NONE;
  const v813 = v812;
  const v814 = value['access'];
  let v815;
  l816: {
    l817: {
      if (typeof v814 !== 'string') break l817;
      v815 = v814;
      v815 = shortenName(v815);

      break l816;
    }
    v815 = '';
  }

  const v818 = { path: v813, access: v815 };
  return v818;
}

function read_776(value) {
  if (!isObject(value)) return NONE;
  const v777 = value['read'];
  let v778;
  let v779;
  l780: {
    l781: {
      if (!Array.isArray(v777)) break l781;
      v779 = new Array(v777.length);
      for (let v784 = 0; v784 < v777.length; v784++) {
        const v782 = v777[v784];
        let v783;
        l785: {
          l786: {
            if (!(typeof v782 === 'string')) break l786;
            v783 = v782;
            break l785;
          }
          l787: {
            let v788;
            v788 = v782;
            v783 = unreadable(v788);
            break l785;
          }
          break l781;
        }

        v779[v784] = v783;
      }
      break l780;
    }
    v779 = [];
  }

  v778 = readable(v779);
  const v789 = value['write'];
  let v790;
  let v791;
  l792: {
    l793: {
      if (!Array.isArray(v789)) break l793;
      v791 = new Array(v789.length);
      for (let v796 = 0; v796 < v789.length; v796++) {
        const v794 = v789[v796];
        let v795;
        l797: {
          l798: {
            if (!(typeof v794 === 'string')) break l798;
            v795 = v794;
            break l797;
          }
          l799: {
            let v800;
            v800 = v794;
            v795 = unreadable(v800);
            break l797;
          }
          break l793;
        }

        v791[v796] = v795;
      }
      break l792;
    }
    v791 = [];
  }

  v790 = readable(v791);
  const v801 = value['entries'];
  let v802;
  let v803;
  l804: {
    l805: {
      if (!Array.isArray(v801)) break l805;
      v803 = new Array(v801.length);
      for (let v808 = 0; v808 < v801.length; v808++) {
        const v806 = v801[v808];
        let v807;
        l809: {
          l810: {
            v807 = read_811(v806);
            if (v807 === NONE) break l810;
            break l809;
          }
          l819: {
            let v820;
            v820 = v806;
            v807 = unreadable(v820);
            break l809;
          }
          break l805;
        }

        v803[v808] = v807;
      }
      break l804;
    }
    v803 = [];
  }

  v802 = readable(v803);
  const v821 = { read: v778, write: v790, entries: v802 };
  return v821;
}

function read_763(value) {
  if (!isObject(value)) return NONE;
  const v764 = value['network'];
  let v765;
  l766: {
    l767: {
      if (v764 === null) v765 = null;
      else {
        v765 = read_768(v764);
        if (v765 === NONE) break l767;
      }
      break l766;
    }
    v765 = null;
  }

  const v772 = value['fileSystem'];
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

  const v822 = { network: v765, fileSystem: v773 };
  return v822;
}

function read_748(value) {
  if (!isObject(value)) return NONE;
  const v749 = value['type'];
  let v750;
  if (typeof v749 !== 'string') return NONE;
  v750 = v749;
  v750 = shortenName(v750);

  const v751 = value['source'];
  let v752;
  l753: {
    l754: {
      if (v751 === null) v752 = null;
      else {
        if (typeof v751 !== 'string') break l754;
        v752 = v751;
        v752 = shortenName(v752);
      }
      break l753;
    }
    v752 = null;
  }

  const v755 = value['toolName'];
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

  const v759 = value['permissions'];
  let v760;
  l761: {
    l762: {
      if (v759 === null) v760 = null;
      else {
        v760 = read_763(v759);
        if (v760 === NONE) break l762;
      }
      break l761;
    }
    v760 = null;
  }

  const v823 = { type: v750, source: v752, toolName: v756, permissions: v760 };
  return v823;
}

function read_715(value) {
  if (!isObject(value)) return NONE;
  const v716 = value['threadId'];
  let v717;
  if (typeof v716 !== 'string') return NONE;
  v717 = v716;
  v717 = shortenName(v717);
  if (v717.length < 1) return NONE;

  const v718 = value['turnId'];
  let v719;
  if (typeof v718 !== 'string') return NONE;
  v719 = v718;
  v719 = shortenName(v719);
  if (v719.length < 1) return NONE;

  const v720 = value['reviewId'];
  let v721;
  if (typeof v720 !== 'string') return NONE;
  v721 = v720;
  v721 = shortenName(v721);
  if (v721.length < 1) return NONE;

  const v722 = value['targetItemId'];
  let v723;
  l724: {
    l725: {
      if (v722 === null) v723 = null;
      else {
        if (typeof v722 !== 'string') break l725;
        v723 = v722;
        v723 = shortenName(v723);
      }
      break l724;
    }
    v723 = null;
  }

  const v726 = value['startedAtMs'];
  const v727 = v726 === null || (typeof v726 === 'number' && Number.isFinite(v726) && isTime(v726)) ? v726 : null;
  const v728 = value['completedAtMs'];
  const v729 = v728 === null || (typeof v728 === 'number' && Number.isFinite(v728) && isTime(v728)) ? v728 : null;
  const v730 = value['review'];
  let v731;
  v731 = read_732(v730);
  if (v731 === NONE) return NONE;
  const v744 = value['action'];
  let v745;
  l746: {
    l747: {
      v745 = read_748(v744);
      if (v745 === NONE) break l747;
      break l746;
    }
    v745 = { type: '', source: null, toolName: null, permissions: null };
  }

  const v824 = {
    threadId: v717,
    turnId: v719,
    reviewId: v721,
    targetItemId: v723,
    startedAtMs: v727,
    completedAtMs: v729,
    review: v731,
    action: v745,
  };
  return v824;
}

function read_825(value) {
  if (!isObject(value)) return NONE;
  const v826 = value['threadId'];
  let v827;
  l828: {
    l829: {
      if (v826 === null) v827 = null;
      else {
        if (typeof v826 !== 'string') break l829;
        v827 = v826;
        v827 = shortenName(v827);
      }
      break l828;
    }
    v827 = null;
  }

  const v830 = value['requestId'];
  let v831;
  if (!(typeof v830 === 'string' || (typeof v830 === 'number' && Number.isFinite(v830)))) return NONE;
  v831 = v830;
  const v832 = { threadId: v827, requestId: v831 };
  return v832;
}

function read_842(value) {
  if (!isObject(value)) return NONE;
  const v843 = value['id'];
  let v844;
  if (typeof v843 !== 'string') return NONE;
  v844 = v843;
  v844 = shortenName(v844);
  if (v844.length < 1) return NONE;

  const v845 = value['eventName'];
  let v846;
  if (typeof v845 !== 'string') return NONE;
  v846 = v845;
  v846 = shortenName(v846);

  const v847 = value['source'];
  let v848;
  l849: {
    l850: {
      if (typeof v847 !== 'string') break l850;
      v848 = v847;
      v848 = shortenName(v848);

      break l849;
    }
    v848 = 'unknown';
  }

  const v851 = value['handlerType'];
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

  const v855 = value['executionMode'];
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

  const v859 = value['status'];
  const v860 =
    v859 === null ||
    v859 === 'running' ||
    v859 === 'completed' ||
    v859 === 'failed' ||
    v859 === 'blocked' ||
    v859 === 'stopped'
      ? v859
      : null;
  const v861 = value['durationMs'];
  const v862 = v861 === null || (typeof v861 === 'number' && Number.isFinite(v861) && isTime(v861)) ? v861 : null;
  const v863 = {
    id: v844,
    eventName: v846,
    source: v848,
    handlerType: v852,
    executionMode: v856,
    status: v860,
    durationMs: v862,
  };
  return v863;
}

function read_833(value) {
  if (!isObject(value)) return NONE;
  const v834 = value['threadId'];
  let v835;
  if (typeof v834 !== 'string') return NONE;
  v835 = v834;
  v835 = shortenName(v835);
  if (v835.length < 1) return NONE;

  const v836 = value['turnId'];
  let v837;
  l838: {
    l839: {
      if (v836 === null) v837 = null;
      else {
        if (typeof v836 !== 'string') break l839;
        v837 = v836;
        v837 = shortenName(v837);
      }
      break l838;
    }
    v837 = null;
  }

  const v840 = value['run'];
  let v841;
  v841 = read_842(v840);
  if (v841 === NONE) return NONE;
  const v864 = { threadId: v835, turnId: v837, run: v841 };
  return v864;
}

function read_870(value) {
  if (!isObject(value)) return NONE;
  const v871 = value['name'];
  let v872;
  if (typeof v871 !== 'string') return NONE;
  v872 = v871;
  v872 = shortenLabel(v872);

  const v873 = value['version'];
  let v874;
  l875: {
    l876: {
      if (v873 === null) v874 = null;
      else {
        if (typeof v873 !== 'string') break l876;
        v874 = v873;
        v874 = shortenLabel(v874);
      }
      break l875;
    }
    v874 = null;
  }

  const v877 = { name: v872, version: v874 };
  return v877;
}

function read_882(value) {
  if (!isObject(value)) return NONE;
  const v883 = value['experimentalApi'];
  const v884 = typeof v883 === 'boolean' ? v883 : false;
  const v885 = value['optOutNotificationMethods'];
  let v886;
  let v887;
  let v888;
  l889: {
    l890: {
      if (!Array.isArray(v885)) break l890;
      v888 = new Array(v885.length);
      for (let v893 = 0; v893 < v885.length; v893++) {
        const v891 = v885[v893];
        let v892;
        l894: {
          l895: {
            if (typeof v891 !== 'string') break l895;
            v892 = v891;
            v892 = shortenName(v892);

            break l894;
          }
          l896: {
            let v897;
            v897 = v891;
            v892 = unreadable(v897);
            break l894;
          }
          break l890;
        }

        v888[v893] = v892;
      }
      break l889;
    }
    v888 = [];
  }

  v887 = readable(v888);
  v886 = shortenList(v887);
  const v898 = { experimentalApi: v884, optOutNotificationMethods: v886 };
  return v898;
}

function read_865(value) {
  if (!isObject(value)) return NONE;
  const v866 = value['clientInfo'];
  let v867;
  l868: {
    l869: {
      if (v866 === null) v867 = null;
      else {
        v867 = read_870(v866);
        if (v867 === NONE) break l869;
      }
      break l868;
    }
    v867 = null;
  }

  const v878 = value['capabilities'];
  let v879;
  l880: {
    l881: {
      if (v878 === null) v879 = null;
      else {
        v879 = read_882(v878);
        if (v879 === NONE) break l881;
      }
      break l880;
    }
    v879 = null;
  }

  const v899 = { clientInfo: v867, capabilities: v879 };
  return v899;
}

function read_900(value) {
  if (!isObject(value)) return NONE;
  const v901 = value['userAgent'];
  let v902;
  l903: {
    l904: {
      if (v901 === null) v902 = null;
      else {
        if (typeof v901 !== 'string') break l904;
        v902 = v901;
        v902 = shortenPath(v902);
      }
      break l903;
    }
    v902 = null;
  }

  const v905 = value['platformOs'];
  let v906;
  l907: {
    l908: {
      if (v905 === null) v906 = null;
      else {
        if (typeof v905 !== 'string') break l908;
        v906 = v905;
        v906 = shortenLabel(v906);
      }
      break l907;
    }
    v906 = null;
  }

  const v909 = value['codexHome'];
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

  const v913 = { userAgent: v902, platformOs: v906, codexHome: v910 };
  return v913;
}

function read_923(value) {
  if (!isObject(value)) return NONE;
  const v924 = value['model_reasoning_summary'];
  let v925;
  l926: {
    l927: {
      if (v924 === undefined) v925 = undefined;
      else {
        if (v924 === null) v925 = null;
        else {
          if (typeof v924 !== 'string') break l927;
          v925 = v924;
          v925 = shortenName(v925);
        }
      }
      break l926;
    }
    v925 = undefined;
  }

  const v928 = value['personality'];
  let v929;
  l930: {
    l931: {
      if (v928 === undefined) v929 = undefined;
      else {
        if (v928 === null) v929 = null;
        else {
          if (typeof v928 !== 'string') break l931;
          v929 = v928;
          v929 = shortenName(v929);
        }
      }
      break l930;
    }
    v929 = undefined;
  }

  const v932 = { model_reasoning_summary: v925, personality: v929 };
  return v932;
}

function read_914(value) {
  if (!isObject(value)) return NONE;
  const v915 = value['personality'];
  let v916;
  l917: {
    l918: {
      if (v915 === undefined) v916 = undefined;
      else {
        if (v915 === null) v916 = null;
        else {
          if (typeof v915 !== 'string') break l918;
          v916 = v915;
          v916 = shortenName(v916);
        }
      }
      break l917;
    }
    v916 = undefined;
  }

  const v919 = value['config'];
  let v920;
  l921: {
    l922: {
      if (v919 === undefined) v920 = undefined;
      else {
        if (v919 === null) v920 = null;
        else {
          v920 = read_923(v919);
          if (v920 === NONE) break l922;
        }
      }
      break l921;
    }
    v920 = undefined;
  }

  const v933 = { personality: v916, config: v920 };
  return v933;
}

function read_934(value) {
  if (!isObject(value)) return NONE;
  const v935 = value['thread'];
  let v936;
  v936 = read_362(v935);
  if (v936 === NONE) return NONE;
  const v937 = value['model'];
  let v938;
  l939: {
    l940: {
      if (v937 === null) v938 = null;
      else {
        if (typeof v937 !== 'string') break l940;
        v938 = v937;
        v938 = shortenName(v938);
      }
      break l939;
    }
    v938 = null;
  }

  const v941 = value['modelProvider'];
  let v942;
  l943: {
    l944: {
      if (v941 === null) v942 = null;
      else {
        if (typeof v941 !== 'string') break l944;
        v942 = v941;
        v942 = shortenName(v942);
      }
      break l943;
    }
    v942 = null;
  }

  const v945 = value['serviceTier'];
  let v946;
  l947: {
    l948: {
      if (v945 === undefined) v946 = undefined;
      else {
        if (v945 === null) v946 = null;
        else {
          if (typeof v945 !== 'string') break l948;
          v946 = v945;
          v946 = shortenName(v946);
        }
      }
      break l947;
    }
    v946 = undefined;
  }

  const v949 = value['approvalPolicy'];
  let v950;
  l951: {
    l952: {
      if (v949 === undefined) v950 = undefined;
      else {
        if (v949 === null) v950 = null;
        else {
          l953: {
            l954: {
              if (typeof v949 !== 'string') break l954;
              v950 = v949;
              v950 = shortenName(v950);

              break l953;
            }
            l955: {
              let v956;
              if (!isObject(v949)) break l955;
              v956 = {};
              for (const v957 of Object.keys(v949)) {
                if (v957 === '__proto__') continue;
                const v958 = v949[v957];
                let v959;
                v959 = v958;
                v956[v957] = v959;
              }
              v950 = nameIn(v956);
              break l953;
            }
            break l952;
          }
        }
      }
      break l951;
    }
    v950 = undefined;
  }

  const v960 = value['approvalsReviewer'];
  let v961;
  l962: {
    l963: {
      if (v960 === undefined) v961 = undefined;
      else {
        if (v960 === null) v961 = null;
        else {
          if (typeof v960 !== 'string') break l963;
          v961 = v960;
          v961 = shortenName(v961);
        }
      }
      break l962;
    }
    v961 = undefined;
  }

  const v964 = value['sandbox'];
  let v965;
  l966: {
    l967: {
      if (v964 === undefined) v965 = undefined;
      else {
        if (v964 === null) v965 = null;
        else {
          v965 = read_552(v964);
          if (v965 === NONE) break l967;
        }
      }
      break l966;
    }
    v965 = undefined;
  }

  const v968 = value['reasoningEffort'];
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

  const v972 = value['collaborationMode'];
  let v973;
  l974: {
    l975: {
      if (v972 === undefined) v973 = undefined;
      else {
        if (v972 === null) v973 = null;
        else {
          v973 = read_567(v972);
          if (v973 === NONE) break l975;
        }
      }
      break l974;
    }
    v973 = undefined;
  }

  const v976 = {
    thread: v936,
    model: v938,
    modelProvider: v942,
    serviceTier: v946,
    approvalPolicy: v950,
    approvalsReviewer: v961,
    sandbox: v965,
    reasoningEffort: v969,
    collaborationMode: v973,
  };
  return v976;
}

function read_977(value) {
  let v978;
  let v979;
  v979 = value;
  v978 = toNothing(v979);
  return v978;
}

function read_980(value) {
  if (!isObject(value)) return NONE;
  const v981 = value['turnsBackwardsCursor'];
  const v982 = isPresent(v981);
  const v983 = { turnsBackwardsCursor: v982 };
  return v983;
}

function read_987(value) {
  if (!isObject(value)) return NONE;
  const v988 = value['turns'];
  let v989;
  let v990;
  l991: {
    l992: {
      if (!Array.isArray(v988)) break l992;
      v990 = new Array(v988.length);
      for (let v995 = 0; v995 < v988.length; v995++) {
        const v993 = v988[v995];
        let v994;
        l996: {
          l997: {
            let v998;
            v998 = read_441(v993);
            if (v998 === NONE) break l997;
            v994 = withoutItems(v998);
            break l996;
          }
          l999: {
            let v1000;
            v1000 = v993;
            v994 = unreadable(v1000);
            break l996;
          }
          break l992;
        }

        v990[v995] = v994;
      }
      break l991;
    }
    v990 = [];
  }

  v989 = readable(v990);
  const v1001 = { turns: v989 };
  return v1001;
}

function read_984(value) {
  if (!isObject(value)) return NONE;
  const v985 = value['thread'];
  let v986;
  v986 = read_987(v985);
  if (v986 === NONE) return NONE;
  const v1002 = { thread: v986 };
  return v1002;
}

function read_1003(value) {
  if (!isObject(value)) return NONE;
  const v1004 = value['data'];
  let v1005;
  let v1006;
  l1007: {
    l1008: {
      if (!Array.isArray(v1004)) break l1008;
      v1006 = new Array(v1004.length);
      for (let v1011 = 0; v1011 < v1004.length; v1011++) {
        const v1009 = v1004[v1011];
        let v1010;
        l1012: {
          l1013: {
            let v1014;
            v1014 = read_441(v1009);
            if (v1014 === NONE) break l1013;
            v1010 = withoutItems(v1014);
            break l1012;
          }
          l1015: {
            let v1016;
            v1016 = v1009;
            v1010 = unreadable(v1016);
            break l1012;
          }
          break l1008;
        }

        v1006[v1011] = v1010;
      }
      break l1007;
    }
    v1006 = [];
  }

  v1005 = readable(v1006);
  const v1017 = { data: v1005 };
  return v1017;
}

function read_1025(value) {
  if (!isObject(value)) return NONE;
  const v1026 = value['workspace_kind'];
  let v1027;
  l1028: {
    l1029: {
      if (v1026 === null) v1027 = null;
      else {
        if (typeof v1026 !== 'string') break l1029;
        v1027 = v1026;
        v1027 = shortenLabel(v1027);
      }
      break l1028;
    }
    v1027 = null;
  }

  const v1030 = value['codex_app_used_dictation'];
  const v1031 = toFlag(v1030);
  const v1032 = { workspace_kind: v1027, codex_app_used_dictation: v1031 };
  return v1032;
}

function read_1018(value) {
  if (!isObject(value)) return NONE;
  const v1019 = value['threadId'];
  let v1020;
  if (typeof v1019 !== 'string') return NONE;
  v1020 = v1019;
  v1020 = shortenName(v1020);
  if (v1020.length < 1) return NONE;

  const v1021 = value['responsesapiClientMetadata'];
  let v1022;
  l1023: {
    l1024: {
      if (v1021 === null) v1022 = null;
      else {
        v1022 = read_1025(v1021);
        if (v1022 === NONE) break l1024;
      }
      break l1023;
    }
    v1022 = null;
  }

  const v1033 = value['responsesapiClientMetadataPatch'];
  let v1034;
  l1035: {
    l1036: {
      if (v1033 === null) v1034 = null;
      else {
        v1034 = read_1025(v1033);
        if (v1034 === NONE) break l1036;
      }
      break l1035;
    }
    v1034 = null;
  }

  const v1037 = { threadId: v1020, responsesapiClientMetadata: v1022, responsesapiClientMetadataPatch: v1034 };
  return v1037;
}

function read_1038(value) {
  if (!isObject(value)) return NONE;
  const v1039 = value['threadId'];
  let v1040;
  if (typeof v1039 !== 'string') return NONE;
  v1040 = v1039;
  v1040 = shortenName(v1040);
  if (v1040.length < 1) return NONE;

  const v1041 = value['input'];
  let v1042;
  let v1043;
  let v1044;
  l1045: {
    l1046: {
      if (!Array.isArray(v1041)) break l1046;
      v1044 = new Array(v1041.length);
      for (let v1049 = 0; v1049 < v1041.length; v1049++) {
        const v1047 = v1041[v1049];
        let v1048;
        l1050: {
          l1051: {
            v1048 = read_342(v1047);
            if (v1048 === NONE) break l1051;
            break l1050;
          }
          l1052: {
            let v1053;
            v1053 = v1047;
            v1048 = unreadable(v1053);
            break l1050;
          }
          break l1046;
        }

        v1044[v1049] = v1048;
      }
      break l1045;
    }
    v1044 = [];
  }

  v1043 = readable(v1044);
  v1042 = shortenList(v1043);
  const v1054 = value['model'];
  let v1055;
  l1056: {
    l1057: {
      if (v1054 === undefined) v1055 = undefined;
      else {
        if (v1054 === null) v1055 = null;
        else {
          if (typeof v1054 !== 'string') break l1057;
          v1055 = v1054;
          v1055 = shortenName(v1055);
        }
      }
      break l1056;
    }
    v1055 = undefined;
  }

  const v1058 = value['effort'];
  let v1059;
  l1060: {
    l1061: {
      if (v1058 === undefined) v1059 = undefined;
      else {
        if (v1058 === null) v1059 = null;
        else {
          if (typeof v1058 !== 'string') break l1061;
          v1059 = v1058;
          v1059 = shortenName(v1059);
        }
      }
      break l1060;
    }
    v1059 = undefined;
  }

  const v1062 = value['summary'];
  let v1063;
  l1064: {
    l1065: {
      if (v1062 === undefined) v1063 = undefined;
      else {
        if (v1062 === null) v1063 = null;
        else {
          if (typeof v1062 !== 'string') break l1065;
          v1063 = v1062;
          v1063 = shortenName(v1063);
        }
      }
      break l1064;
    }
    v1063 = undefined;
  }

  const v1066 = value['serviceTier'];
  let v1067;
  l1068: {
    l1069: {
      if (v1066 === undefined) v1067 = undefined;
      else {
        if (v1066 === null) v1067 = null;
        else {
          if (typeof v1066 !== 'string') break l1069;
          v1067 = v1066;
          v1067 = shortenName(v1067);
        }
      }
      break l1068;
    }
    v1067 = undefined;
  }

  const v1070 = value['serviceTierForTurn'];
  let v1071;
  l1072: {
    l1073: {
      if (v1070 === undefined) v1071 = undefined;
      else {
        if (v1070 === null) v1071 = null;
        else {
          if (typeof v1070 !== 'string') break l1073;
          v1071 = v1070;
          v1071 = shortenName(v1071);
        }
      }
      break l1072;
    }
    v1071 = undefined;
  }

  const v1074 = value['personality'];
  let v1075;
  l1076: {
    l1077: {
      if (v1074 === undefined) v1075 = undefined;
      else {
        if (v1074 === null) v1075 = null;
        else {
          if (typeof v1074 !== 'string') break l1077;
          v1075 = v1074;
          v1075 = shortenName(v1075);
        }
      }
      break l1076;
    }
    v1075 = undefined;
  }

  const v1078 = value['approvalPolicy'];
  let v1079;
  l1080: {
    l1081: {
      if (v1078 === undefined) v1079 = undefined;
      else {
        if (v1078 === null) v1079 = null;
        else {
          l1082: {
            l1083: {
              if (typeof v1078 !== 'string') break l1083;
              v1079 = v1078;
              v1079 = shortenName(v1079);

              break l1082;
            }
            l1084: {
              let v1085;
              if (!isObject(v1078)) break l1084;
              v1085 = {};
              for (const v1086 of Object.keys(v1078)) {
                if (v1086 === '__proto__') continue;
                const v1087 = v1078[v1086];
                let v1088;
                v1088 = v1087;
                v1085[v1086] = v1088;
              }
              v1079 = nameIn(v1085);
              break l1082;
            }
            break l1081;
          }
        }
      }
      break l1080;
    }
    v1079 = undefined;
  }

  const v1089 = value['approvalsReviewer'];
  let v1090;
  l1091: {
    l1092: {
      if (v1089 === undefined) v1090 = undefined;
      else {
        if (v1089 === null) v1090 = null;
        else {
          if (typeof v1089 !== 'string') break l1092;
          v1090 = v1089;
          v1090 = shortenName(v1090);
        }
      }
      break l1091;
    }
    v1090 = undefined;
  }

  const v1093 = value['sandboxPolicy'];
  let v1094;
  l1095: {
    l1096: {
      if (v1093 === undefined) v1094 = undefined;
      else {
        if (v1093 === null) v1094 = null;
        else {
          v1094 = read_552(v1093);
          if (v1094 === NONE) break l1096;
        }
      }
      break l1095;
    }
    v1094 = undefined;
  }

  const v1097 = value['collaborationMode'];
  let v1098;
  l1099: {
    l1100: {
      if (v1097 === undefined) v1098 = undefined;
      else {
        if (v1097 === null) v1098 = null;
        else {
          v1098 = read_567(v1097);
          if (v1098 === NONE) break l1100;
        }
      }
      break l1099;
    }
    v1098 = undefined;
  }

  const v1101 = value['turnTrigger'];
  let v1102;
  l1103: {
    l1104: {
      if (v1101 === null) v1102 = null;
      else {
        if (typeof v1101 !== 'string') break l1104;
        v1102 = v1101;
        v1102 = shortenLabel(v1102);
      }
      break l1103;
    }
    v1102 = null;
  }

  const v1105 = value['rootTurnId'];
  let v1106;
  l1107: {
    l1108: {
      if (v1105 === null) v1106 = null;
      else {
        if (typeof v1105 !== 'string') break l1108;
        v1106 = v1105;
        v1106 = shortenName(v1106);
      }
      break l1107;
    }
    v1106 = null;
  }

  const v1109 = value['responsesapiClientMetadata'];
  let v1110;
  l1111: {
    l1112: {
      if (v1109 === null) v1110 = null;
      else {
        v1110 = read_1025(v1109);
        if (v1110 === NONE) break l1112;
      }
      break l1111;
    }
    v1110 = null;
  }

  const v1113 = value['responsesapiClientMetadataPatch'];
  let v1114;
  l1115: {
    l1116: {
      if (v1113 === null) v1114 = null;
      else {
        v1114 = read_1025(v1113);
        if (v1114 === NONE) break l1116;
      }
      break l1115;
    }
    v1114 = null;
  }

  const v1117 = {
    threadId: v1040,
    input: v1042,
    model: v1055,
    effort: v1059,
    summary: v1063,
    serviceTier: v1067,
    serviceTierForTurn: v1071,
    personality: v1075,
    approvalPolicy: v1079,
    approvalsReviewer: v1090,
    sandboxPolicy: v1094,
    collaborationMode: v1098,
    turnTrigger: v1102,
    rootTurnId: v1106,
    responsesapiClientMetadata: v1110,
    responsesapiClientMetadataPatch: v1114,
  };
  return v1117;
}

function read_1121(value) {
  if (!isObject(value)) return NONE;
  const v1122 = value['id'];
  let v1123;
  if (typeof v1122 !== 'string') return NONE;
  v1123 = v1122;
  v1123 = shortenName(v1123);
  if (v1123.length < 1) return NONE;

  const v1124 = value['rootTurnId'];
  let v1125;
  l1126: {
    l1127: {
      if (v1124 === null) v1125 = null;
      else {
        if (typeof v1124 !== 'string') break l1127;
        v1125 = v1124;
        v1125 = shortenName(v1125);
      }
      break l1126;
    }
    v1125 = null;
  }

  const v1128 = { id: v1123, rootTurnId: v1125 };
  return v1128;
}

function read_1118(value) {
  if (!isObject(value)) return NONE;
  const v1119 = value['turn'];
  let v1120;
  v1120 = read_1121(v1119);
  if (v1120 === NONE) return NONE;
  const v1129 = { turn: v1120 };
  return v1129;
}

function read_1130(value) {
  if (!isObject(value)) return NONE;
  const v1131 = value['threadId'];
  let v1132;
  if (typeof v1131 !== 'string') return NONE;
  v1132 = v1131;
  v1132 = shortenName(v1132);
  if (v1132.length < 1) return NONE;

  const v1133 = value['expectedTurnId'];
  let v1134;
  l1135: {
    l1136: {
      if (v1133 === null) v1134 = null;
      else {
        if (typeof v1133 !== 'string') break l1136;
        v1134 = v1133;
        v1134 = shortenName(v1134);
      }
      break l1135;
    }
    v1134 = null;
  }

  const v1137 = value['input'];
  let v1138;
  let v1139;
  let v1140;
  l1141: {
    l1142: {
      if (!Array.isArray(v1137)) break l1142;
      v1140 = new Array(v1137.length);
      for (let v1145 = 0; v1145 < v1137.length; v1145++) {
        const v1143 = v1137[v1145];
        let v1144;
        l1146: {
          l1147: {
            v1144 = read_342(v1143);
            if (v1144 === NONE) break l1147;
            break l1146;
          }
          l1148: {
            let v1149;
            v1149 = v1143;
            v1144 = unreadable(v1149);
            break l1146;
          }
          break l1142;
        }

        v1140[v1145] = v1144;
      }
      break l1141;
    }
    v1140 = [];
  }

  v1139 = readable(v1140);
  v1138 = shortenList(v1139);
  const v1150 = value['responsesapiClientMetadata'];
  let v1151;
  l1152: {
    l1153: {
      if (v1150 === null) v1151 = null;
      else {
        v1151 = read_1025(v1150);
        if (v1151 === NONE) break l1153;
      }
      break l1152;
    }
    v1151 = null;
  }

  const v1154 = value['responsesapiClientMetadataPatch'];
  let v1155;
  l1156: {
    l1157: {
      if (v1154 === null) v1155 = null;
      else {
        v1155 = read_1025(v1154);
        if (v1155 === NONE) break l1157;
      }
      break l1156;
    }
    v1155 = null;
  }

  const v1158 = {
    threadId: v1132,
    expectedTurnId: v1134,
    input: v1138,
    responsesapiClientMetadata: v1151,
    responsesapiClientMetadataPatch: v1155,
  };
  return v1158;
}

function read_1159(value) {
  if (!isObject(value)) return NONE;
  const v1160 = value['turnId'];
  let v1161;
  if (typeof v1160 !== 'string') return NONE;
  v1161 = v1160;
  v1161 = shortenName(v1161);
  if (v1161.length < 1) return NONE;

  const v1162 = { turnId: v1161 };
  return v1162;
}

function read_1163(value) {
  if (!isObject(value)) return NONE;
  const v1164 = value['threadId'];
  let v1165;
  if (typeof v1164 !== 'string') return NONE;
  v1165 = v1164;
  v1165 = shortenName(v1165);
  if (v1165.length < 1) return NONE;

  const v1166 = value['turnId'];
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

  const v1170 = { threadId: v1165, turnId: v1167 };
  return v1170;
}

function read_1174(value) {
  if (!isObject(value)) return NONE;
  const v1175 = value['id'];
  let v1176;
  if (typeof v1175 !== 'string') return NONE;
  v1176 = v1175;
  v1176 = shortenName(v1176);
  if (v1176.length < 1) return NONE;

  const v1177 = { id: v1176 };
  return v1177;
}

function read_1171(value) {
  if (!isObject(value)) return NONE;
  const v1172 = value['turn'];
  let v1173;
  v1173 = read_1174(v1172);
  if (v1173 === NONE) return NONE;
  const v1178 = value['reviewThreadId'];
  let v1179;
  l1180: {
    l1181: {
      if (v1178 === null) v1179 = null;
      else {
        if (typeof v1178 !== 'string') break l1181;
        v1179 = v1178;
        v1179 = shortenName(v1179);
      }
      break l1180;
    }
    v1179 = null;
  }

  const v1182 = { turn: v1173, reviewThreadId: v1179 };
  return v1182;
}

function read_1211(value) {
  if (!isObject(value)) return NONE;
  const v1212 = value['enabled'];
  const v1213 = v1212 === null || typeof v1212 === 'boolean' ? v1212 : null;
  const v1214 = { enabled: v1213 };
  return v1214;
}

function read_1206(value) {
  if (!isObject(value)) return NONE;
  const v1207 = value['network'];
  let v1208;
  l1209: {
    l1210: {
      if (v1207 === null) v1208 = null;
      else {
        v1208 = read_1211(v1207);
        if (v1208 === NONE) break l1210;
      }
      break l1209;
    }
    v1208 = null;
  }

  const v1215 = { network: v1208 };
  return v1215;
}

function read_1183(value) {
  if (!isObject(value)) return NONE;
  const v1184 = value['threadId'];
  let v1185;
  if (typeof v1184 !== 'string') return NONE;
  v1185 = v1184;
  v1185 = shortenName(v1185);
  if (v1185.length < 1) return NONE;

  const v1186 = value['turnId'];
  let v1187;
  if (typeof v1186 !== 'string') return NONE;
  v1187 = v1186;
  v1187 = shortenName(v1187);
  if (v1187.length < 1) return NONE;

  const v1188 = value['itemId'];
  let v1189;
  if (typeof v1188 !== 'string') return NONE;
  v1189 = v1188;
  v1189 = shortenName(v1189);
  if (v1189.length < 1) return NONE;

  const v1190 = value['startedAtMs'];
  const v1191 = v1190 === null || (typeof v1190 === 'number' && Number.isFinite(v1190) && isTime(v1190)) ? v1190 : null;
  const v1192 = value['approvalId'];
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

  const v1196 = value['kind'];
  let v1197;
  l1198: {
    l1199: {
      if (v1196 === null) v1197 = null;
      else {
        if (typeof v1196 !== 'string') break l1199;
        v1197 = v1196;
        v1197 = shortenName(v1197);
      }
      break l1198;
    }
    v1197 = null;
  }

  const v1200 = value['networkApprovalContext'];
  const v1201 = isPresent(v1200);
  const v1202 = value['additionalPermissions'];
  let v1203;
  l1204: {
    l1205: {
      if (v1202 === null) v1203 = null;
      else {
        v1203 = read_1206(v1202);
        if (v1203 === NONE) break l1205;
      }
      break l1204;
    }
    v1203 = null;
  }

  const v1216 = value['proposedNetworkPolicyAmendments'];
  let v1217;
  let v1218;
  let v1219;
  l1220: {
    l1221: {
      if (!Array.isArray(v1216)) break l1221;
      v1219 = new Array(v1216.length);
      for (let v1224 = 0; v1224 < v1216.length; v1224++) {
        const v1222 = v1216[v1224];
        let v1223;
        v1223 = v1222;
        v1219[v1224] = v1223;
      }
      break l1220;
    }
    v1219 = [];
  }

  v1218 = readable(v1219);
  v1217 = isNotEmpty(v1218);
  const v1225 = {
    threadId: v1185,
    turnId: v1187,
    itemId: v1189,
    startedAtMs: v1191,
    approvalId: v1193,
    kind: v1197,
    networkApprovalContext: v1201,
    additionalPermissions: v1203,
    proposedNetworkPolicyAmendments: v1217,
  };
  return v1225;
}

function read_1236(value) {
  if (!isObject(value)) return NONE;
  const v1237 = value['execpolicy_amendment'];
  let v1238;
  if (!Array.isArray(v1237)) return NONE;
  v1238 = new Array(v1237.length);
  for (let v1241 = 0; v1241 < v1237.length; v1241++) {
    const v1239 = v1237[v1241];
    let v1240;
    if (!(typeof v1239 === 'string')) return NONE;
    v1240 = v1239;
    v1238[v1241] = v1240;
  }
  const v1242 = { execpolicy_amendment: v1238 };
  return v1242;
}

function read_1233(value) {
  if (!isObject(value)) return NONE;
  const v1234 = value['acceptWithExecpolicyAmendment'];
  let v1235;
  v1235 = read_1236(v1234);
  if (v1235 === NONE) return NONE;
  const v1243 = { acceptWithExecpolicyAmendment: v1235 };
  return v1243;
}

function read_1252(value) {
  if (!isObject(value)) return NONE;
  const v1253 = value['action'];
  let v1254;
  if (!(typeof v1253 === 'string')) return NONE;
  v1254 = v1253;
  const v1255 = { action: v1254 };
  return v1255;
}

function read_1249(value) {
  if (!isObject(value)) return NONE;
  const v1250 = value['network_policy_amendment'];
  let v1251;
  v1251 = read_1252(v1250);
  if (v1251 === NONE) return NONE;
  const v1256 = { network_policy_amendment: v1251 };
  return v1256;
}

function read_1246(value) {
  if (!isObject(value)) return NONE;
  const v1247 = value['applyNetworkPolicyAmendment'];
  let v1248;
  v1248 = read_1249(v1247);
  if (v1248 === NONE) return NONE;
  const v1257 = { applyNetworkPolicyAmendment: v1248 };
  return v1257;
}

function read_1226(value) {
  if (!isObject(value)) return NONE;
  const v1227 = value['decision'];
  let v1228;
  l1229: {
    l1230: {
      if (!(typeof v1227 === 'string')) break l1230;
      v1228 = v1227;
      break l1229;
    }
    l1231: {
      let v1232;
      v1232 = read_1233(v1227);
      if (v1232 === NONE) break l1231;
      v1228 = toPolicyAmendment(v1232);
      break l1229;
    }
    l1244: {
      let v1245;
      v1245 = read_1246(v1227);
      if (v1245 === NONE) break l1244;
      v1228 = toNetworkAmendment(v1245);
      break l1229;
    }
    return NONE;
  }

  const v1258 = { decision: v1228 };
  return v1258;
}

function read_1259(value) {
  if (!isObject(value)) return NONE;
  const v1260 = value['threadId'];
  let v1261;
  if (typeof v1260 !== 'string') return NONE;
  v1261 = v1260;
  v1261 = shortenName(v1261);
  if (v1261.length < 1) return NONE;

  const v1262 = value['turnId'];
  let v1263;
  if (typeof v1262 !== 'string') return NONE;
  v1263 = v1262;
  v1263 = shortenName(v1263);
  if (v1263.length < 1) return NONE;

  const v1264 = value['itemId'];
  let v1265;
  if (typeof v1264 !== 'string') return NONE;
  v1265 = v1264;
  v1265 = shortenName(v1265);
  if (v1265.length < 1) return NONE;

  const v1266 = value['startedAtMs'];
  const v1267 = v1266 === null || (typeof v1266 === 'number' && Number.isFinite(v1266) && isTime(v1266)) ? v1266 : null;
  const v1268 = value['grantRoot'];
  const v1269 = isPresent(v1268);
  const v1270 = { threadId: v1261, turnId: v1263, itemId: v1265, startedAtMs: v1267, grantRoot: v1269 };
  return v1270;
}

function read_1271(value) {
  if (!isObject(value)) return NONE;
  const v1272 = value['decision'];
  let v1273;
  if (!(typeof v1272 === 'string')) return NONE;
  v1273 = v1272;
  const v1274 = { decision: v1273 };
  return v1274;
}

function read_1275(value) {
  if (!isObject(value)) return NONE;
  const v1276 = value['threadId'];
  let v1277;
  if (typeof v1276 !== 'string') return NONE;
  v1277 = v1276;
  v1277 = shortenName(v1277);
  if (v1277.length < 1) return NONE;

  const v1278 = value['turnId'];
  let v1279;
  if (typeof v1278 !== 'string') return NONE;
  v1279 = v1278;
  v1279 = shortenName(v1279);
  if (v1279.length < 1) return NONE;

  const v1280 = value['itemId'];
  let v1281;
  if (typeof v1280 !== 'string') return NONE;
  v1281 = v1280;
  v1281 = shortenName(v1281);
  if (v1281.length < 1) return NONE;

  const v1282 = value['startedAtMs'];
  const v1283 = v1282 === null || (typeof v1282 === 'number' && Number.isFinite(v1282) && isTime(v1282)) ? v1282 : null;
  const v1284 = value['cwd'];
  let v1285;
  l1286: {
    l1287: {
      if (v1284 === null) v1285 = null;
      else {
        if (typeof v1284 !== 'string') break l1287;
        v1285 = v1284;
        v1285 = shortenPath(v1285);
      }
      break l1286;
    }
    v1285 = null;
  }

  const v1288 = value['permissions'];
  let v1289;
  l1290: {
    l1291: {
      v1289 = read_763(v1288);
      if (v1289 === NONE) break l1291;
      break l1290;
    }
    v1289 = { network: null, fileSystem: null };
  }

  const v1292 = { threadId: v1277, turnId: v1279, itemId: v1281, startedAtMs: v1283, cwd: v1285, permissions: v1289 };
  return v1292;
}

function read_1296(value) {
  if (!isObject(value)) return NONE;
  const v1297 = value['network'];
  let v1298;
  l1299: {
    l1300: {
      if (v1297 === null) v1298 = null;
      else {
        v1298 = read_768(v1297);
        if (v1298 === NONE) break l1300;
      }
      break l1299;
    }
    v1298 = null;
  }

  const v1301 = value['fileSystem'];
  let v1302;
  l1303: {
    l1304: {
      if (v1301 === null) v1302 = null;
      else {
        v1302 = read_776(v1301);
        if (v1302 === NONE) break l1304;
      }
      break l1303;
    }
    v1302 = null;
  }

  const v1305 = { network: v1298, fileSystem: v1302 };
  if (!hasKnownAccesses(v1305)) return NONE;
  return v1305;
}

function read_1293(value) {
  if (!isObject(value)) return NONE;
  const v1294 = value['permissions'];
  let v1295;
  v1295 = read_1296(v1294);
  if (v1295 === NONE) return NONE;
  if (!hasKnownAccesses(v1295)) return NONE;

  const v1306 = value['scope'];
  let v1307;
  if (v1306 === undefined) v1307 = 'turn';
  else {
    if (!(v1306 === 'turn' || v1306 === 'session')) return NONE;
    v1307 = v1306;
  }
  const v1308 = value['strictAutoReview'];
  const v1309 = typeof v1308 === 'boolean' ? v1308 : false;
  const v1310 = { permissions: v1295, scope: v1307, strictAutoReview: v1309 };
  return v1310;
}

function read_1311(value) {
  if (!isObject(value)) return NONE;
  const v1312 = value['threadId'];
  let v1313;
  if (typeof v1312 !== 'string') return NONE;
  v1313 = v1312;
  v1313 = shortenName(v1313);
  if (v1313.length < 1) return NONE;

  const v1314 = value['turnId'];
  let v1315;
  if (typeof v1314 !== 'string') return NONE;
  v1315 = v1314;
  v1315 = shortenName(v1315);
  if (v1315.length < 1) return NONE;

  const v1316 = value['itemId'];
  let v1317;
  if (typeof v1316 !== 'string') return NONE;
  v1317 = v1316;
  v1317 = shortenName(v1317);
  if (v1317.length < 1) return NONE;

  const v1318 = value['startedAtMs'];
  const v1319 = v1318 === null || (typeof v1318 === 'number' && Number.isFinite(v1318) && isTime(v1318)) ? v1318 : null;
  const v1320 = { threadId: v1313, turnId: v1315, itemId: v1317, startedAtMs: v1319 };
  return v1320;
}

function read_1321(value) {
  if (!isObject(value)) return NONE;
  const v1322 = value['answers'];
  const v1323 = isPresent(v1322);
  const v1324 = { answers: v1323 };
  return v1324;
}

function read_1342(value) {
  if (!isObject(value)) return NONE;
  const v1343 = value['codex_approval_kind'];
  let v1344;
  l1345: {
    l1346: {
      if (v1343 === null) v1344 = null;
      else {
        if (typeof v1343 !== 'string') break l1346;
        v1344 = v1343;
        v1344 = shortenName(v1344);
      }
      break l1345;
    }
    v1344 = null;
  }

  const v1347 = value['tool_name'];
  let v1348;
  l1349: {
    l1350: {
      if (v1347 === null) v1348 = null;
      else {
        if (typeof v1347 !== 'string') break l1350;
        v1348 = v1347;
        v1348 = shortenName(v1348);
      }
      break l1349;
    }
    v1348 = null;
  }

  const v1351 = { codex_approval_kind: v1344, tool_name: v1348 };
  return v1351;
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
  l1330: {
    l1331: {
      if (v1328 === null) v1329 = null;
      else {
        if (typeof v1328 !== 'string') break l1331;
        v1329 = v1328;
        v1329 = shortenName(v1329);
      }
      break l1330;
    }
    v1329 = null;
  }

  const v1332 = value['startedAtMs'];
  const v1333 = v1332 === null || (typeof v1332 === 'number' && Number.isFinite(v1332) && isTime(v1332)) ? v1332 : null;
  const v1334 = value['serverName'];
  let v1335;
  l1336: {
    l1337: {
      if (v1334 === null) v1335 = null;
      else {
        if (typeof v1334 !== 'string') break l1337;
        v1335 = v1334;
        v1335 = shortenName(v1335);
      }
      break l1336;
    }
    v1335 = null;
  }

  const v1338 = value['_meta'];
  let v1339;
  l1340: {
    l1341: {
      if (v1338 === null) v1339 = null;
      else {
        v1339 = read_1342(v1338);
        if (v1339 === NONE) break l1341;
      }
      break l1340;
    }
    v1339 = null;
  }

  const v1352 = { threadId: v1327, turnId: v1329, startedAtMs: v1333, serverName: v1335, _meta: v1339 };
  return v1352;
}

function read_1353(value) {
  if (!isObject(value)) return NONE;
  const v1354 = value['action'];
  const v1355 = v1354 === null || v1354 === 'accept' || v1354 === 'decline' || v1354 === 'cancel' ? v1354 : null;
  const v1356 = { action: v1355 };
  return v1356;
}

function read_1382(value) {
  if (!isObject(value)) return NONE;
  const v1383 = value['turnKind'];
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

  const v1387 = { turnKind: v1384 };
  return v1387;
}

function read_1377(value) {
  if (!isObject(value)) return NONE;
  const v1378 = value['activeTurnNotSteerable'];
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

  const v1388 = { activeTurnNotSteerable: v1379 };
  return v1388;
}

function read_1368(value) {
  if (!isObject(value)) return NONE;
  const v1369 = value['input_error_code'];
  let v1370;
  l1371: {
    l1372: {
      if (v1369 === null) v1370 = null;
      else {
        if (typeof v1369 !== 'string') break l1372;
        v1370 = v1369;
        v1370 = shortenName(v1370);
      }
      break l1371;
    }
    v1370 = null;
  }

  const v1373 = value['codexErrorInfo'];
  let v1374;
  l1375: {
    l1376: {
      if (v1373 === null) v1374 = null;
      else {
        v1374 = read_1377(v1373);
        if (v1374 === NONE) break l1376;
      }
      break l1375;
    }
    v1374 = null;
  }

  const v1389 = { input_error_code: v1370, codexErrorInfo: v1374 };
  return v1389;
}

function read_1357(value) {
  if (!isObject(value)) return NONE;
  const v1358 = value['code'];
  const v1359 = typeof v1358 === 'number' && Number.isFinite(v1358) ? v1358 : 0;
  const v1360 = value['message'];
  let v1361;
  l1362: {
    l1363: {
      if (typeof v1360 !== 'string') break l1363;
      v1361 = v1360;
      v1361 = shortenName(v1361);

      break l1362;
    }
    v1361 = '';
  }

  const v1364 = value['data'];
  let v1365;
  l1366: {
    l1367: {
      if (v1364 === null) v1365 = null;
      else {
        v1365 = read_1368(v1364);
        if (v1365 === NONE) break l1367;
      }
      break l1366;
    }
    v1365 = null;
  }

  const v1390 = { code: v1359, message: v1361, data: v1365 };
  return v1390;
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
  'model/rerouted': exported(read_599),
  'thread/tokenUsage/updated': exported(read_607),
  'thread/goal/updated': exported(read_635),
  'thread/goal/cleared': exported(read_478),
  'turn/started': exported(read_655),
  'turn/completed': exported(read_681),
  'turn/diff/updated': exported(read_687),
  'item/started': exported(read_695),
  'item/completed': exported(read_705),
  'item/autoApprovalReview/started': exported(read_715),
  'item/autoApprovalReview/completed': exported(read_715),
  'serverRequest/resolved': exported(read_825),
  'hook/started': exported(read_833),
  'hook/completed': exported(read_833),
};
export const clientRequests = {
  initialize: { params: exported(read_865), result: exported(read_900) },
  'thread/start': { params: exported(read_914), result: exported(read_934) },
  'thread/resume': { params: exported(read_914), result: exported(read_934) },
  'thread/fork': { params: exported(read_914), result: exported(read_934) },
  'thread/archive': { params: exported(read_478), result: exported(read_977) },
  'thread/unarchive': { params: exported(read_478), result: exported(read_977) },
  'thread/revert': { params: exported(read_478), result: exported(read_980) },
  'thread/compact/start': { params: exported(read_478), result: exported(read_977) },
  'thread/unsubscribe': { params: exported(read_478), result: exported(read_977) },
  'thread/read': { params: exported(read_478), result: exported(read_984) },
  'thread/turns/list': { params: exported(read_478), result: exported(read_1003) },
  'thread/queue/add': { params: exported(read_1018), result: exported(read_977) },
  'thread/goal/set': { params: exported(read_478), result: exported(read_977) },
  'turn/start': { params: exported(read_1038), result: exported(read_1118) },
  'turn/steer': { params: exported(read_1130), result: exported(read_1159) },
  'turn/interrupt': { params: exported(read_1163), result: exported(read_977) },
  'review/start': { params: exported(read_478), result: exported(read_1171) },
};
export const userRequests = {
  'item/commandExecution/requestApproval': { params: exported(read_1183), result: exported(read_1226) },
  'item/fileChange/requestApproval': { params: exported(read_1259), result: exported(read_1271) },
  'item/permissions/requestApproval': { params: exported(read_1275), result: exported(read_1293) },
  'item/tool/requestUserInput': { params: exported(read_1311), result: exported(read_1321) },
  'mcpServer/elicitation/request': { params: exported(read_1325), result: exported(read_1353) },
};
export const rpcError = exported(read_1357);
export const item = exported(read_item);
