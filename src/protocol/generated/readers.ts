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

function read_40(value) {
  if (!isObject(value)) return NONE;
  const v41 = value['type'];
  let v42;
  l43: {
    l44: {
      if (typeof v41 !== 'string') break l44;
      v42 = v41;
      v42 = shortenName(v42);

      break l43;
    }
    v42 = 'unknown';
  }

  const v45 = value['path'];
  let v46;
  let v47;
  l48: {
    l49: {
      if (v45 === null) v47 = null;
      else {
        if (typeof v45 !== 'string') break l49;
        v47 = v45;
        v47 = shortenPath(v47);
      }
      break l48;
    }
    v47 = null;
  }

  v46 = skillDocument(v47);
  const v50 = { type: v42, path: v46 };
  return v50;
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

  const v26 = value['scriptPath'];
  let v27;
  l28: {
    l29: {
      if (v26 === null) v27 = null;
      else {
        if (typeof v26 !== 'string') break l29;
        v27 = v26;
        v27 = shortenPath(v27);
      }
      break l28;
    }
    v27 = null;
  }

  const v30 = value['commandActions'];
  let v31;
  let v32;
  let v33;
  l34: {
    l35: {
      if (!Array.isArray(v30)) break l35;
      v33 = [];
      for (const v36 of v30) {
        let v37;
        l38: {
          l39: {
            v37 = read_40(v36);
            if (v37 === NONE) break l39;
            break l38;
          }
          l51: {
            let v52;
            v52 = v36;
            v37 = unreadable(v52);
            break l38;
          }
          break l35;
        }

        v33.push(v37);
      }
      break l34;
    }
    v33 = [];
  }

  v32 = readable(v33);
  v31 = shortenList(v32);
  const v53 = {
    type: v3,
    id: v5,
    startedAtMs: v7,
    completedAtMs: v9,
    source: v11,
    status: v15,
    exitCode: v19,
    durationMs: v21,
    pluginId: v23,
    scriptPath: v27,
    commandActions: v31,
  };
  return v53;
}

function read_82(value) {
  if (!isObject(value)) return NONE;
  const v83 = value['type'];
  let v84;
  l85: {
    l86: {
      if (typeof v83 !== 'string') break l86;
      v84 = v83;
      v84 = shortenName(v84);

      break l85;
    }
    v84 = 'update';
  }

  const v87 = value['move_path'];
  const v88 = isPresent(v87);
  const v89 = { type: v84, move_path: v88 };
  return v89;
}

function read_77(value) {
  if (!isObject(value)) return NONE;
  const v78 = value['kind'];
  let v79;
  l80: {
    l81: {
      v79 = read_82(v78);
      if (v79 === NONE) break l81;
      break l80;
    }
    v79 = { type: 'update', move_path: false };
  }

  const v90 = { kind: v79 };
  return v90;
}

function read_54(value) {
  if (!isObject(value)) return NONE;
  const v55 = value['type'];
  let v56;
  if (!(v55 === 'fileChange')) return NONE;
  v56 = v55;
  const v57 = value['id'];
  let v58;
  if (typeof v57 !== 'string') return NONE;
  v58 = v57;
  v58 = shortenName(v58);
  if (v58.length < 1) return NONE;

  const v59 = value['startedAtMs'];
  const v60 = v59 === null || (typeof v59 === 'number' && Number.isFinite(v59) && isTime(v59)) ? v59 : null;
  const v61 = value['completedAtMs'];
  const v62 = v61 === null || (typeof v61 === 'number' && Number.isFinite(v61) && isTime(v61)) ? v61 : null;
  const v63 = value['status'];
  let v64;
  l65: {
    l66: {
      if (v63 === null) v64 = null;
      else {
        if (typeof v63 !== 'string') break l66;
        v64 = v63;
        v64 = shortenName(v64);
      }
      break l65;
    }
    v64 = null;
  }

  const v67 = value['changes'];
  let v68;
  let v69;
  let v70;
  l71: {
    l72: {
      if (!Array.isArray(v67)) break l72;
      v70 = [];
      for (const v73 of v67) {
        let v74;
        l75: {
          l76: {
            v74 = read_77(v73);
            if (v74 === NONE) break l76;
            break l75;
          }
          l91: {
            let v92;
            v92 = v73;
            v74 = unreadable(v92);
            break l75;
          }
          break l72;
        }

        v70.push(v74);
      }
      break l71;
    }
    v70 = [];
  }

  v69 = readable(v70);
  v68 = shortenList(v69);
  const v93 = { type: v56, id: v58, startedAtMs: v60, completedAtMs: v62, status: v64, changes: v68 };
  return v93;
}

function read_127(value) {
  if (!isObject(value)) return NONE;
  const v128 = value['connectorId'];
  let v129;
  l130: {
    l131: {
      if (v128 === null) v129 = null;
      else {
        if (typeof v128 !== 'string') break l131;
        v129 = v128;
        v129 = shortenName(v129);
      }
      break l130;
    }
    v129 = null;
  }

  const v132 = value['appName'];
  let v133;
  l134: {
    l135: {
      if (v132 === null) v133 = null;
      else {
        if (typeof v132 !== 'string') break l135;
        v133 = v132;
        v133 = shortenLabel(v133);
      }
      break l134;
    }
    v133 = null;
  }

  const v136 = { connectorId: v129, appName: v133 };
  return v136;
}

function read_94(value) {
  if (!isObject(value)) return NONE;
  const v95 = value['type'];
  let v96;
  if (!(v95 === 'mcpToolCall')) return NONE;
  v96 = v95;
  const v97 = value['id'];
  let v98;
  if (typeof v97 !== 'string') return NONE;
  v98 = v97;
  v98 = shortenName(v98);
  if (v98.length < 1) return NONE;

  const v99 = value['startedAtMs'];
  const v100 = v99 === null || (typeof v99 === 'number' && Number.isFinite(v99) && isTime(v99)) ? v99 : null;
  const v101 = value['completedAtMs'];
  const v102 = v101 === null || (typeof v101 === 'number' && Number.isFinite(v101) && isTime(v101)) ? v101 : null;
  const v103 = value['server'];
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

  const v107 = value['tool'];
  let v108;
  l109: {
    l110: {
      if (typeof v107 !== 'string') break l110;
      v108 = v107;
      v108 = shortenName(v108);

      break l109;
    }
    v108 = '';
  }

  const v111 = value['status'];
  let v112;
  l113: {
    l114: {
      if (v111 === null) v112 = null;
      else {
        if (typeof v111 !== 'string') break l114;
        v112 = v111;
        v112 = shortenName(v112);
      }
      break l113;
    }
    v112 = null;
  }

  const v115 = value['error'];
  const v116 = isPresent(v115);
  const v117 = value['durationMs'];
  const v118 = v117 === null || (typeof v117 === 'number' && Number.isFinite(v117) && isTime(v117)) ? v117 : null;
  const v119 = value['pluginId'];
  let v120;
  l121: {
    l122: {
      if (v119 === null) v120 = null;
      else {
        if (typeof v119 !== 'string') break l122;
        v120 = v119;
        v120 = shortenName(v120);
      }
      break l121;
    }
    v120 = null;
  }

  const v123 = value['appContext'];
  let v124;
  l125: {
    l126: {
      if (v123 === null) v124 = null;
      else {
        v124 = read_127(v123);
        if (v124 === NONE) break l126;
      }
      break l125;
    }
    v124 = null;
  }

  const v137 = {
    type: v96,
    id: v98,
    startedAtMs: v100,
    completedAtMs: v102,
    server: v104,
    tool: v108,
    status: v112,
    error: v116,
    durationMs: v118,
    pluginId: v120,
    appContext: v124,
  };
  return v137;
}

function read_166(value) {
  if (!isObject(value)) return NONE;
  const v167 = value['type'];
  let v168;
  if (typeof v167 !== 'string') return NONE;
  v168 = v167;
  v168 = shortenName(v168);

  const v169 = { type: v168 };
  return v169;
}

function read_138(value) {
  if (!isObject(value)) return NONE;
  const v139 = value['type'];
  let v140;
  if (!(v139 === 'dynamicToolCall')) return NONE;
  v140 = v139;
  const v141 = value['id'];
  let v142;
  if (typeof v141 !== 'string') return NONE;
  v142 = v141;
  v142 = shortenName(v142);
  if (v142.length < 1) return NONE;

  const v143 = value['startedAtMs'];
  const v144 = v143 === null || (typeof v143 === 'number' && Number.isFinite(v143) && isTime(v143)) ? v143 : null;
  const v145 = value['completedAtMs'];
  const v146 = v145 === null || (typeof v145 === 'number' && Number.isFinite(v145) && isTime(v145)) ? v145 : null;
  const v147 = value['tool'];
  let v148;
  l149: {
    l150: {
      if (typeof v147 !== 'string') break l150;
      v148 = v147;
      v148 = shortenName(v148);

      break l149;
    }
    v148 = '';
  }

  const v151 = value['status'];
  let v152;
  l153: {
    l154: {
      if (v151 === null) v152 = null;
      else {
        if (typeof v151 !== 'string') break l154;
        v152 = v151;
        v152 = shortenName(v152);
      }
      break l153;
    }
    v152 = null;
  }

  const v155 = value['success'];
  const v156 = v155 === null || typeof v155 === 'boolean' ? v155 : null;
  const v157 = value['durationMs'];
  const v158 = v157 === null || (typeof v157 === 'number' && Number.isFinite(v157) && isTime(v157)) ? v157 : null;
  const v159 = value['contentItems'];
  let v160;
  l161: {
    l162: {
      if (v159 === null) v160 = null;
      else {
        let v163;
        if (!Array.isArray(v159)) break l162;
        v163 = [];
        for (const v164 of v159) {
          let v165;
          v165 = read_166(v164);
          if (v165 === NONE) break l162;
          v163.push(v165);
        }
        v160 = shortenList(v163);
      }
      break l161;
    }
    v160 = null;
  }

  const v170 = {
    type: v140,
    id: v142,
    startedAtMs: v144,
    completedAtMs: v146,
    tool: v148,
    status: v152,
    success: v156,
    durationMs: v158,
    contentItems: v160,
  };
  return v170;
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

function read_171(value) {
  if (!isObject(value)) return NONE;
  const v172 = value['type'];
  let v173;
  if (!(v172 === 'collabAgentToolCall')) return NONE;
  v173 = v172;
  const v174 = value['id'];
  let v175;
  if (typeof v174 !== 'string') return NONE;
  v175 = v174;
  v175 = shortenName(v175);
  if (v175.length < 1) return NONE;

  const v176 = value['startedAtMs'];
  const v177 = v176 === null || (typeof v176 === 'number' && Number.isFinite(v176) && isTime(v176)) ? v176 : null;
  const v178 = value['completedAtMs'];
  const v179 = v178 === null || (typeof v178 === 'number' && Number.isFinite(v178) && isTime(v178)) ? v178 : null;
  const v180 = value['tool'];
  let v181;
  l182: {
    l183: {
      if (typeof v180 !== 'string') break l183;
      v181 = v180;
      v181 = shortenName(v181);

      break l182;
    }
    v181 = '';
  }

  const v184 = value['status'];
  let v185;
  l186: {
    l187: {
      if (v184 === null) v185 = null;
      else {
        if (typeof v184 !== 'string') break l187;
        v185 = v184;
        v185 = shortenName(v185);
      }
      break l186;
    }
    v185 = null;
  }

  const v188 = value['senderThreadId'];
  let v189;
  l190: {
    l191: {
      if (typeof v188 !== 'string') break l191;
      v189 = v188;
      v189 = shortenName(v189);

      break l190;
    }
    v189 = '';
  }

  const v192 = value['receiverThreadIds'];
  let v193;
  let v194;
  let v195;
  l196: {
    l197: {
      if (!Array.isArray(v192)) break l197;
      v195 = [];
      for (const v198 of v192) {
        let v199;
        l200: {
          l201: {
            if (typeof v198 !== 'string') break l201;
            v199 = v198;
            v199 = shortenName(v199);

            break l200;
          }
          l202: {
            let v203;
            v203 = v198;
            v199 = unreadable(v203);
            break l200;
          }
          break l197;
        }

        v195.push(v199);
      }
      break l196;
    }
    v195 = [];
  }

  v194 = readable(v195);
  v193 = shortenList(v194);
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
    type: v173,
    id: v175,
    startedAtMs: v177,
    completedAtMs: v179,
    tool: v181,
    status: v185,
    senderThreadId: v189,
    receiverThreadIds: v193,
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
        v256 = [];
        for (const v259 of v254) {
          let v260;
          v260 = v259;
          v256.push(v260);
        }
      }
      break l257;
    }
    v256 = null;
  }

  v255 = lengthOf(v256);
  const v261 = { type: v247, query: v253, queries: v255 };
  return v261;
}

function read_227(value) {
  if (!isObject(value)) return NONE;
  const v228 = value['type'];
  let v229;
  if (!(v228 === 'webSearch')) return NONE;
  v229 = v228;
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

  const v262 = { type: v229, id: v231, startedAtMs: v233, completedAtMs: v235, query: v237, action: v242 };
  return v262;
}

function read_263(value) {
  if (!isObject(value)) return NONE;
  const v264 = value['type'];
  let v265;
  if (!(v264 === 'imageGeneration')) return NONE;
  v265 = v264;
  const v266 = value['id'];
  let v267;
  if (typeof v266 !== 'string') return NONE;
  v267 = v266;
  v267 = shortenName(v267);
  if (v267.length < 1) return NONE;

  const v268 = value['startedAtMs'];
  const v269 = v268 === null || (typeof v268 === 'number' && Number.isFinite(v268) && isTime(v268)) ? v268 : null;
  const v270 = value['completedAtMs'];
  const v271 = v270 === null || (typeof v270 === 'number' && Number.isFinite(v270) && isTime(v270)) ? v270 : null;
  const v272 = value['status'];
  let v273;
  l274: {
    l275: {
      if (v272 === null) v273 = null;
      else {
        if (typeof v272 !== 'string') break l275;
        v273 = v272;
        v273 = shortenName(v273);
      }
      break l274;
    }
    v273 = null;
  }

  const v276 = value['revisedPrompt'];
  const v277 = isPresent(v276);
  const v278 = value['savedPath'];
  const v279 = isPresent(v278);
  const v280 = value['transparentBackground'];
  const v281 = v280 === null || typeof v280 === 'boolean' ? v280 : null;
  const v282 = value['generationId'];
  let v283;
  l284: {
    l285: {
      if (v282 === null) v283 = null;
      else {
        if (typeof v282 !== 'string') break l285;
        v283 = v282;
        v283 = shortenName(v283);
      }
      break l284;
    }
    v283 = null;
  }

  const v286 = {
    type: v265,
    id: v267,
    startedAtMs: v269,
    completedAtMs: v271,
    status: v273,
    revisedPrompt: v277,
    savedPath: v279,
    transparentBackground: v281,
    generationId: v283,
  };
  return v286;
}

function read_287(value) {
  if (!isObject(value)) return NONE;
  const v288 = value['type'];
  let v289;
  if (!(v288 === 'subAgentActivity')) return NONE;
  v289 = v288;
  const v290 = value['id'];
  let v291;
  if (typeof v290 !== 'string') return NONE;
  v291 = v290;
  v291 = shortenName(v291);
  if (v291.length < 1) return NONE;

  const v292 = value['startedAtMs'];
  const v293 = v292 === null || (typeof v292 === 'number' && Number.isFinite(v292) && isTime(v292)) ? v292 : null;
  const v294 = value['completedAtMs'];
  const v295 = v294 === null || (typeof v294 === 'number' && Number.isFinite(v294) && isTime(v294)) ? v294 : null;
  const v296 = value['kind'];
  let v297;
  l298: {
    l299: {
      if (typeof v296 !== 'string') break l299;
      v297 = v296;
      v297 = shortenName(v297);

      break l298;
    }
    v297 = '';
  }

  const v300 = value['agentThreadId'];
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

  const v304 = value['model'];
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

  const v308 = value['reasoningEffort'];
  let v309;
  l310: {
    l311: {
      if (v308 === null) v309 = null;
      else {
        if (typeof v308 !== 'string') break l311;
        v309 = v308;
        v309 = shortenName(v309);
      }
      break l310;
    }
    v309 = null;
  }

  const v312 = {
    type: v289,
    id: v291,
    startedAtMs: v293,
    completedAtMs: v295,
    kind: v297,
    agentThreadId: v301,
    model: v305,
    reasoningEffort: v309,
  };
  return v312;
}

function read_313(value) {
  if (!isObject(value)) return NONE;
  const v314 = value['type'];
  let v315;
  if (!(v314 === 'contextCompaction')) return NONE;
  v315 = v314;
  const v316 = value['id'];
  let v317;
  if (typeof v316 !== 'string') return NONE;
  v317 = v316;
  v317 = shortenName(v317);
  if (v317.length < 1) return NONE;

  const v318 = value['startedAtMs'];
  const v319 = v318 === null || (typeof v318 === 'number' && Number.isFinite(v318) && isTime(v318)) ? v318 : null;
  const v320 = value['completedAtMs'];
  const v321 = v320 === null || (typeof v320 === 'number' && Number.isFinite(v320) && isTime(v320)) ? v320 : null;
  const v322 = { type: v315, id: v317, startedAtMs: v319, completedAtMs: v321 };
  return v322;
}

function read_340(value) {
  if (!isObject(value)) return NONE;
  const v341 = value['type'];
  let v342;
  l343: {
    l344: {
      if (typeof v341 !== 'string') break l344;
      v342 = v341;
      v342 = shortenName(v342);

      break l343;
    }
    v342 = '';
  }

  const v345 = value['name'];
  let v346;
  l347: {
    l348: {
      if (v345 === null) v346 = null;
      else {
        if (typeof v345 !== 'string') break l348;
        v346 = v345;
        v346 = shortenLabel(v346);
      }
      break l347;
    }
    v346 = null;
  }

  const v349 = value['path'];
  let v350;
  l351: {
    l352: {
      if (v349 === null) v350 = null;
      else {
        if (typeof v349 !== 'string') break l352;
        v350 = v349;
        v350 = shortenPath(v350);
      }
      break l351;
    }
    v350 = null;
  }

  const v353 = { type: v342, name: v346, path: v350 };
  return v353;
}

function read_323(value) {
  if (!isObject(value)) return NONE;
  const v324 = value['type'];
  let v325;
  if (typeof v324 !== 'string') return NONE;
  v325 = v324;
  v325 = shortenName(v325);

  const v326 = value['id'];
  let v327;
  l328: {
    l329: {
      if (typeof v326 !== 'string') break l329;
      v327 = v326;
      v327 = shortenName(v327);

      break l328;
    }
    v327 = '';
  }

  const v330 = value['content'];
  let v331;
  let v332;
  let v333;
  l334: {
    l335: {
      if (!Array.isArray(v330)) break l335;
      v333 = [];
      for (const v336 of v330) {
        let v337;
        l338: {
          l339: {
            v337 = read_340(v336);
            if (v337 === NONE) break l339;
            break l338;
          }
          l354: {
            let v355;
            v355 = v336;
            v337 = unreadable(v355);
            break l338;
          }
          break l335;
        }

        v333.push(v337);
      }
      break l334;
    }
    v333 = [];
  }

  v332 = readable(v333);
  v331 = shortenList(v332);
  const v356 = { type: v325, id: v327, content: v331 };
  return v356;
}

function read_item(value) {
  if (!isObject(value)) return NONE;
  switch (value.type) {
    case 'commandExecution':
      return read_1(value);
    case 'fileChange':
      return read_54(value);
    case 'mcpToolCall':
      return read_94(value);
    case 'dynamicToolCall':
      return read_138(value);
    case 'collabAgentToolCall':
      return read_171(value);
    case 'webSearch':
      return read_227(value);
    case 'imageGeneration':
      return read_263(value);
    case 'subAgentActivity':
      return read_287(value);
    case 'contextCompaction':
      return read_313(value);
    default: {
      const counted = read_323(value);
      if (counted === NONE) return NONE;
      const { type, id, content } = counted;
      if (type === 'userMessage') return { type: 'counted', itemType: type, id, input: content };
      return { type: 'counted', itemType: type, id };
    }
  }
}

function read_384(value) {
  if (!isObject(value)) return NONE;
  const v385 = value['subAgent'];
  let v386;
  l387: {
    l388: {
      if (typeof v385 !== 'string') break l388;
      v386 = v385;
      v386 = shortenName(v386);

      break l387;
    }
    l389: {
      if (!isObject(v385)) break l389;
      v386 = {};
      for (const v390 of Object.keys(v385)) {
        if (v390 === '__proto__') continue;
        const v391 = v385[v390];
        let v392;
        v392 = v391;
        v386[v390] = v392;
      }
      break l387;
    }
    return NONE;
  }

  const v393 = { subAgent: v386 };
  return v393;
}

function read_414(value) {
  if (!isObject(value)) return NONE;
  const v415 = value['sha'];
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

  const v419 = value['branch'];
  let v420;
  l421: {
    l422: {
      if (v419 === null) v420 = null;
      else {
        if (typeof v419 !== 'string') break l422;
        v420 = v419;
        v420 = shortenName(v420);
      }
      break l421;
    }
    v420 = null;
  }

  const v423 = value['originUrl'];
  let v424;
  l425: {
    l426: {
      if (v423 === null) v424 = null;
      else {
        if (typeof v423 !== 'string') break l426;
        v424 = v423;
        v424 = shortenPath(v424);
      }
      break l425;
    }
    v424 = null;
  }

  const v427 = { sha: v416, branch: v420, originUrl: v424 };
  return v427;
}

function read_451(value) {
  if (!isObject(value)) return NONE;
  const v452 = value['codexErrorInfo'];
  if (v452 === undefined && !('codexErrorInfo' in value)) return NONE;
  const v453 = v452;
  const v454 = { codexErrorInfo: v453 };
  return v454;
}

function read_438(value) {
  if (!isObject(value)) return NONE;
  const v439 = value['id'];
  let v440;
  if (typeof v439 !== 'string') return NONE;
  v440 = v439;
  v440 = shortenName(v440);
  if (v440.length < 1) return NONE;

  const v441 = value['rootTurnId'];
  let v442;
  l443: {
    l444: {
      if (v441 === null) v442 = null;
      else {
        if (typeof v441 !== 'string') break l444;
        v442 = v441;
        v442 = shortenName(v442);
      }
      break l443;
    }
    v442 = null;
  }

  const v445 = value['status'];
  const v446 =
    v445 === null || v445 === 'inProgress' || v445 === 'completed' || v445 === 'interrupted' || v445 === 'failed'
      ? v445
      : null;
  const v447 = value['error'];
  let v448;
  l449: {
    l450: {
      if (v447 === null) v448 = null;
      else {
        v448 = read_451(v447);
        if (v448 === NONE) break l450;
      }
      break l449;
    }
    v448 = null;
  }

  const v455 = value['startedAt'];
  const v456 = v455 === null || (typeof v455 === 'number' && Number.isFinite(v455) && isTime(v455)) ? v455 : null;
  const v457 = value['completedAt'];
  const v458 = v457 === null || (typeof v457 === 'number' && Number.isFinite(v457) && isTime(v457)) ? v457 : null;
  const v459 = value['durationMs'];
  const v460 = v459 === null || (typeof v459 === 'number' && Number.isFinite(v459) && isTime(v459)) ? v459 : null;
  const v461 = value['items'];
  let v462;
  l463: {
    l464: {
      if (!Array.isArray(v461)) break l464;
      v462 = [];
      for (const v465 of v461) {
        let v466;
        v466 = v465;
        v462.push(v466);
      }
      break l463;
    }
    v462 = [];
  }

  const v467 = {
    id: v440,
    rootTurnId: v442,
    status: v446,
    error: v448,
    startedAt: v456,
    completedAt: v458,
    durationMs: v460,
    items: v462,
  };
  return v467;
}

function read_360(value) {
  if (!isObject(value)) return NONE;
  const v361 = value['id'];
  let v362;
  if (typeof v361 !== 'string') return NONE;
  v362 = v361;
  v362 = shortenName(v362);
  if (v362.length < 1) return NONE;

  const v363 = value['sessionId'];
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

  const v367 = value['parentThreadId'];
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

  const v371 = value['forkedFromId'];
  let v372;
  l373: {
    l374: {
      if (v371 === null) v372 = null;
      else {
        if (typeof v371 !== 'string') break l374;
        v372 = v371;
        v372 = shortenName(v372);
      }
      break l373;
    }
    v372 = null;
  }

  const v375 = value['threadSource'];
  let v376;
  l377: {
    l378: {
      if (v375 === null) v376 = null;
      else {
        if (typeof v375 !== 'string') break l378;
        v376 = v375;
        v376 = shortenLabel(v376);
      }
      break l377;
    }
    v376 = null;
  }

  const v379 = value['source'];
  let v380;
  let v381;
  l382: {
    l383: {
      if (v379 === null) v381 = null;
      else {
        v381 = read_384(v379);
        if (v381 === NONE) break l383;
      }
      break l382;
    }
    v381 = null;
  }

  v380 = toLineage(v381);
  const v394 = value['originator'];
  let v395;
  l396: {
    l397: {
      if (v394 === null) v395 = null;
      else {
        if (typeof v394 !== 'string') break l397;
        v395 = v394;
        v395 = shortenLabel(v395);
      }
      break l396;
    }
    v395 = null;
  }

  const v398 = value['ephemeral'];
  const v399 = v398 === null || typeof v398 === 'boolean' ? v398 : null;
  const v400 = value['createdAt'];
  const v401 = v400 === null || (typeof v400 === 'number' && Number.isFinite(v400) && isTime(v400)) ? v400 : null;
  const v402 = value['modelProvider'];
  let v403;
  l404: {
    l405: {
      if (v402 === null) v403 = null;
      else {
        if (typeof v402 !== 'string') break l405;
        v403 = v402;
        v403 = shortenName(v403);
      }
      break l404;
    }
    v403 = null;
  }

  const v406 = value['cwd'];
  let v407;
  l408: {
    l409: {
      if (v406 === null) v407 = null;
      else {
        if (typeof v406 !== 'string') break l409;
        v407 = v406;
        v407 = shortenPath(v407);
      }
      break l408;
    }
    v407 = null;
  }

  const v410 = value['gitInfo'];
  let v411;
  l412: {
    l413: {
      if (v410 === null) v411 = null;
      else {
        v411 = read_414(v410);
        if (v411 === NONE) break l413;
      }
      break l412;
    }
    v411 = null;
  }

  const v428 = value['turns'];
  let v429;
  let v430;
  l431: {
    l432: {
      if (!Array.isArray(v428)) break l432;
      v430 = [];
      for (const v433 of v428) {
        let v434;
        l435: {
          l436: {
            let v437;
            v437 = read_438(v433);
            if (v437 === NONE) break l436;
            v434 = withoutItems(v437);
            break l435;
          }
          l468: {
            let v469;
            v469 = v433;
            v434 = unreadable(v469);
            break l435;
          }
          break l432;
        }

        v430.push(v434);
      }
      break l431;
    }
    v430 = [];
  }

  v429 = readable(v430);
  const v470 = value['preview'];
  const v471 = isFilled(v470);
  const v472 = {
    id: v362,
    sessionId: v364,
    parentThreadId: v368,
    forkedFromId: v372,
    threadSource: v376,
    source: v380,
    originator: v395,
    ephemeral: v399,
    createdAt: v401,
    modelProvider: v403,
    cwd: v407,
    gitInfo: v411,
    turns: v429,
    preview: v471,
  };
  return v472;
}

function read_357(value) {
  if (!isObject(value)) return NONE;
  const v358 = value['thread'];
  let v359;
  v359 = read_360(v358);
  if (v359 === NONE) return NONE;
  const v473 = { thread: v359 };
  return v473;
}

function read_474(value) {
  if (!isObject(value)) return NONE;
  const v475 = value['threadId'];
  let v476;
  if (typeof v475 !== 'string') return NONE;
  v476 = v475;
  v476 = shortenName(v476);
  if (v476.length < 1) return NONE;

  const v477 = { threadId: v476 };
  return v477;
}

function read_527(value) {
  if (!isObject(value)) return NONE;
  const v528 = value['type'];
  let v529;
  if (typeof v528 !== 'string') return NONE;
  v529 = v528;
  v529 = shortenName(v529);

  const v530 = value['networkAccess'];
  let v531;
  l532: {
    l533: {
      if (v530 === null) v531 = null;
      else {
        l534: {
          l535: {
            if (!(typeof v530 === 'boolean')) break l535;
            v531 = v530;
            break l534;
          }
          l536: {
            if (typeof v530 !== 'string') break l536;
            v531 = v530;
            v531 = shortenName(v531);

            break l534;
          }
          break l533;
        }
      }
      break l532;
    }
    v531 = null;
  }

  const v537 = { type: v529, networkAccess: v531 };
  return v537;
}

function read_549(value) {
  if (!isObject(value)) return NONE;
  const v550 = value['model'];
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

  const v554 = value['reasoning_effort'];
  let v555;
  l556: {
    l557: {
      if (v554 === undefined) v555 = undefined;
      else {
        if (v554 === null) v555 = null;
        else {
          if (typeof v554 !== 'string') break l557;
          v555 = v554;
          v555 = shortenName(v555);
        }
      }
      break l556;
    }
    v555 = undefined;
  }

  const v558 = { model: v551, reasoning_effort: v555 };
  return v558;
}

function read_542(value) {
  if (!isObject(value)) return NONE;
  const v543 = value['mode'];
  let v544;
  if (typeof v543 !== 'string') return NONE;
  v544 = v543;
  v544 = shortenName(v544);

  const v545 = value['settings'];
  let v546;
  l547: {
    l548: {
      if (v545 === undefined) v546 = undefined;
      else {
        v546 = read_549(v545);
        if (v546 === NONE) break l548;
      }
      break l547;
    }
    v546 = undefined;
  }

  const v559 = { mode: v544, settings: v546 };
  return v559;
}

function read_483(value) {
  if (!isObject(value)) return NONE;
  const v484 = value['model'];
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

  const v488 = value['modelProvider'];
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

  const v492 = value['effort'];
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

  const v496 = value['summary'];
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

  const v500 = value['serviceTier'];
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

  const v504 = value['personality'];
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

  const v508 = value['approvalPolicy'];
  let v509;
  l510: {
    l511: {
      if (v508 === undefined) v509 = undefined;
      else {
        if (v508 === null) v509 = null;
        else {
          l512: {
            l513: {
              if (typeof v508 !== 'string') break l513;
              v509 = v508;
              v509 = shortenName(v509);

              break l512;
            }
            l514: {
              let v515;
              if (!isObject(v508)) break l514;
              v515 = {};
              for (const v516 of Object.keys(v508)) {
                if (v516 === '__proto__') continue;
                const v517 = v508[v516];
                let v518;
                v518 = v517;
                v515[v516] = v518;
              }
              v509 = nameIn(v515);
              break l512;
            }
            break l511;
          }
        }
      }
      break l510;
    }
    v509 = undefined;
  }

  const v519 = value['approvalsReviewer'];
  let v520;
  l521: {
    l522: {
      if (v519 === undefined) v520 = undefined;
      else {
        if (v519 === null) v520 = null;
        else {
          if (typeof v519 !== 'string') break l522;
          v520 = v519;
          v520 = shortenName(v520);
        }
      }
      break l521;
    }
    v520 = undefined;
  }

  const v523 = value['sandboxPolicy'];
  let v524;
  l525: {
    l526: {
      if (v523 === undefined) v524 = undefined;
      else {
        if (v523 === null) v524 = null;
        else {
          v524 = read_527(v523);
          if (v524 === NONE) break l526;
        }
      }
      break l525;
    }
    v524 = undefined;
  }

  const v538 = value['collaborationMode'];
  let v539;
  l540: {
    l541: {
      if (v538 === undefined) v539 = undefined;
      else {
        if (v538 === null) v539 = null;
        else {
          v539 = read_542(v538);
          if (v539 === NONE) break l541;
        }
      }
      break l540;
    }
    v539 = undefined;
  }

  const v560 = {
    model: v485,
    modelProvider: v489,
    effort: v493,
    summary: v497,
    serviceTier: v501,
    personality: v505,
    approvalPolicy: v509,
    approvalsReviewer: v520,
    sandboxPolicy: v524,
    collaborationMode: v539,
  };
  return v560;
}

function read_478(value) {
  if (!isObject(value)) return NONE;
  const v479 = value['threadId'];
  let v480;
  if (typeof v479 !== 'string') return NONE;
  v480 = v479;
  v480 = shortenName(v480);
  if (v480.length < 1) return NONE;

  const v481 = value['threadSettings'];
  let v482;
  v482 = read_483(v481);
  if (v482 === NONE) return NONE;
  const v561 = { threadId: v480, threadSettings: v482 };
  return v561;
}

function read_573(value) {
  if (!isObject(value)) return NONE;
  const v574 = value['codexErrorInfo'];
  if (v574 === undefined && !('codexErrorInfo' in value)) return NONE;
  const v575 = v574;
  const v576 = { codexErrorInfo: v575 };
  return v576;
}

function read_562(value) {
  if (!isObject(value)) return NONE;
  const v563 = value['threadId'];
  let v564;
  if (typeof v563 !== 'string') return NONE;
  v564 = v563;
  v564 = shortenName(v564);
  if (v564.length < 1) return NONE;

  const v565 = value['turnId'];
  let v566;
  if (typeof v565 !== 'string') return NONE;
  v566 = v565;
  v566 = shortenName(v566);
  if (v566.length < 1) return NONE;

  const v567 = value['willRetry'];
  const v568 = typeof v567 === 'boolean' ? v567 : false;
  const v569 = value['error'];
  let v570;
  l571: {
    l572: {
      if (v569 === null) v570 = null;
      else {
        v570 = read_573(v569);
        if (v570 === NONE) break l572;
      }
      break l571;
    }
    v570 = null;
  }

  const v577 = { threadId: v564, turnId: v566, willRetry: v568, error: v570 };
  return v577;
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

  const v583 = value['toModel'];
  let v584;
  if (typeof v583 !== 'string') return NONE;
  v584 = v583;
  v584 = shortenName(v584);

  const v585 = { threadId: v580, turnId: v582, toModel: v584 };
  return v585;
}

function read_596(value) {
  if (!isObject(value)) return NONE;
  const v597 = value['inputTokens'];
  const v598 = typeof v597 === 'number' && Number.isFinite(v597) && Number.isSafeInteger(v597) && v597 >= 0 ? v597 : 0;
  const v599 = value['cachedInputTokens'];
  const v600 = typeof v599 === 'number' && Number.isFinite(v599) && Number.isSafeInteger(v599) && v599 >= 0 ? v599 : 0;
  const v601 = value['cacheWriteInputTokens'];
  const v602 =
    v601 === null || (typeof v601 === 'number' && Number.isFinite(v601) && Number.isSafeInteger(v601) && v601 >= 0)
      ? v601
      : null;
  const v603 = value['outputTokens'];
  const v604 = typeof v603 === 'number' && Number.isFinite(v603) && Number.isSafeInteger(v603) && v603 >= 0 ? v603 : 0;
  const v605 = value['reasoningOutputTokens'];
  const v606 = typeof v605 === 'number' && Number.isFinite(v605) && Number.isSafeInteger(v605) && v605 >= 0 ? v605 : 0;
  const v607 = value['totalTokens'];
  const v608 = typeof v607 === 'number' && Number.isFinite(v607) && Number.isSafeInteger(v607) && v607 >= 0 ? v607 : 0;
  const v609 = {
    inputTokens: v598,
    cachedInputTokens: v600,
    cacheWriteInputTokens: v602,
    outputTokens: v604,
    reasoningOutputTokens: v606,
    totalTokens: v608,
  };
  return v609;
}

function read_593(value) {
  if (!isObject(value)) return NONE;
  const v594 = value['total'];
  let v595;
  v595 = read_596(v594);
  if (v595 === NONE) return NONE;
  const v610 = value['last'];
  let v611;
  v611 = read_596(v610);
  if (v611 === NONE) return NONE;
  const v612 = { total: v595, last: v611 };
  return v612;
}

function read_586(value) {
  if (!isObject(value)) return NONE;
  const v587 = value['threadId'];
  let v588;
  if (typeof v587 !== 'string') return NONE;
  v588 = v587;
  v588 = shortenName(v588);
  if (v588.length < 1) return NONE;

  const v589 = value['turnId'];
  let v590;
  if (typeof v589 !== 'string') return NONE;
  v590 = v589;
  v590 = shortenName(v590);
  if (v590.length < 1) return NONE;

  const v591 = value['tokenUsage'];
  let v592;
  v592 = read_593(v591);
  if (v592 === NONE) return NONE;
  const v613 = { threadId: v588, turnId: v590, tokenUsage: v592 };
  return v613;
}

function read_623(value) {
  if (!isObject(value)) return NONE;
  const v624 = value['status'];
  let v625;
  if (typeof v624 !== 'string') return NONE;
  v625 = v624;
  v625 = shortenName(v625);

  const v626 = value['tokenBudget'];
  const v627 =
    v626 === null || (typeof v626 === 'number' && Number.isFinite(v626) && Number.isSafeInteger(v626) && v626 >= 0)
      ? v626
      : null;
  const v628 = value['tokensUsed'];
  const v629 =
    v628 === null || (typeof v628 === 'number' && Number.isFinite(v628) && Number.isSafeInteger(v628) && v628 >= 0)
      ? v628
      : null;
  const v630 = value['timeUsedSeconds'];
  const v631 =
    v630 === null || (typeof v630 === 'number' && Number.isFinite(v630) && Number.isSafeInteger(v630) && v630 >= 0)
      ? v630
      : null;
  const v632 = { status: v625, tokenBudget: v627, tokensUsed: v629, timeUsedSeconds: v631 };
  return v632;
}

function read_614(value) {
  if (!isObject(value)) return NONE;
  const v615 = value['threadId'];
  let v616;
  if (typeof v615 !== 'string') return NONE;
  v616 = v615;
  v616 = shortenName(v616);
  if (v616.length < 1) return NONE;

  const v617 = value['turnId'];
  let v618;
  l619: {
    l620: {
      if (v617 === null) v618 = null;
      else {
        if (typeof v617 !== 'string') break l620;
        v618 = v617;
        v618 = shortenName(v618);
      }
      break l619;
    }
    v618 = null;
  }

  const v621 = value['goal'];
  let v622;
  v622 = read_623(v621);
  if (v622 === NONE) return NONE;
  const v633 = { threadId: v616, turnId: v618, goal: v622 };
  return v633;
}

function read_652(value) {
  if (!isObject(value)) return NONE;
  const v653 = value['codexErrorInfo'];
  if (v653 === undefined && !('codexErrorInfo' in value)) return NONE;
  const v654 = v653;
  const v655 = { codexErrorInfo: v654 };
  return v655;
}

function read_639(value) {
  if (!isObject(value)) return NONE;
  const v640 = value['id'];
  let v641;
  if (typeof v640 !== 'string') return NONE;
  v641 = v640;
  v641 = shortenName(v641);
  if (v641.length < 1) return NONE;

  const v642 = value['rootTurnId'];
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

  const v646 = value['status'];
  const v647 =
    v646 === null || v646 === 'inProgress' || v646 === 'completed' || v646 === 'interrupted' || v646 === 'failed'
      ? v646
      : null;
  const v648 = value['error'];
  let v649;
  l650: {
    l651: {
      if (v648 === null) v649 = null;
      else {
        v649 = read_652(v648);
        if (v649 === NONE) break l651;
      }
      break l650;
    }
    v649 = null;
  }

  const v656 = value['startedAt'];
  const v657 = v656 === null || (typeof v656 === 'number' && Number.isFinite(v656) && isTime(v656)) ? v656 : null;
  const v658 = value['completedAt'];
  const v659 = v658 === null || (typeof v658 === 'number' && Number.isFinite(v658) && isTime(v658)) ? v658 : null;
  const v660 = value['durationMs'];
  const v661 = v660 === null || (typeof v660 === 'number' && Number.isFinite(v660) && isTime(v660)) ? v660 : null;
  const v662 = {
    id: v641,
    rootTurnId: v643,
    status: v647,
    error: v649,
    startedAt: v657,
    completedAt: v659,
    durationMs: v661,
  };
  return v662;
}

function read_634(value) {
  if (!isObject(value)) return NONE;
  const v635 = value['threadId'];
  let v636;
  if (typeof v635 !== 'string') return NONE;
  v636 = v635;
  v636 = shortenName(v636);
  if (v636.length < 1) return NONE;

  const v637 = value['turn'];
  let v638;
  v638 = read_639(v637);
  if (v638 === NONE) return NONE;
  const v663 = { threadId: v636, turn: v638 };
  return v663;
}

function read_664(value) {
  if (!isObject(value)) return NONE;
  const v665 = value['threadId'];
  let v666;
  if (typeof v665 !== 'string') return NONE;
  v666 = v665;
  v666 = shortenName(v666);
  if (v666.length < 1) return NONE;

  const v667 = value['turn'];
  let v668;
  v668 = read_639(v667);
  if (v668 === NONE) return NONE;
  const v669 = { threadId: v666, turn: v668 };
  return v669;
}

function read_670(value) {
  if (!isObject(value)) return NONE;
  const v671 = value['threadId'];
  let v672;
  if (typeof v671 !== 'string') return NONE;
  v672 = v671;
  v672 = shortenName(v672);
  if (v672.length < 1) return NONE;

  const v673 = value['turnId'];
  let v674;
  if (typeof v673 !== 'string') return NONE;
  v674 = v673;
  v674 = shortenName(v674);
  if (v674.length < 1) return NONE;

  const v675 = value['diff'];
  let v676;
  if (!(typeof v675 === 'string')) return NONE;
  v676 = v675;
  const v677 = { threadId: v672, turnId: v674, diff: v676 };
  return v677;
}

function read_678(value) {
  if (!isObject(value)) return NONE;
  const v679 = value['threadId'];
  let v680;
  if (typeof v679 !== 'string') return NONE;
  v680 = v679;
  v680 = shortenName(v680);
  if (v680.length < 1) return NONE;

  const v681 = value['turnId'];
  let v682;
  if (typeof v681 !== 'string') return NONE;
  v682 = v681;
  v682 = shortenName(v682);
  if (v682.length < 1) return NONE;

  const v683 = value['startedAtMs'];
  const v684 = v683 === null || (typeof v683 === 'number' && Number.isFinite(v683) && isTime(v683)) ? v683 : null;
  const v685 = value['item'];
  let v686;
  v686 = read_item(v685);
  if (v686 === NONE) return NONE;
  const v687 = { threadId: v680, turnId: v682, startedAtMs: v684, item: v686 };
  return v687;
}

function read_688(value) {
  if (!isObject(value)) return NONE;
  const v689 = value['threadId'];
  let v690;
  if (typeof v689 !== 'string') return NONE;
  v690 = v689;
  v690 = shortenName(v690);
  if (v690.length < 1) return NONE;

  const v691 = value['turnId'];
  let v692;
  if (typeof v691 !== 'string') return NONE;
  v692 = v691;
  v692 = shortenName(v692);
  if (v692.length < 1) return NONE;

  const v693 = value['completedAtMs'];
  const v694 = v693 === null || (typeof v693 === 'number' && Number.isFinite(v693) && isTime(v693)) ? v693 : null;
  const v695 = value['item'];
  let v696;
  v696 = read_item(v695);
  if (v696 === NONE) return NONE;
  const v697 = { threadId: v690, turnId: v692, completedAtMs: v694, item: v696 };
  return v697;
}

function read_715(value) {
  if (!isObject(value)) return NONE;
  const v716 = value['status'];
  let v717;
  if (typeof v716 !== 'string') return NONE;
  v717 = v716;
  v717 = shortenName(v717);

  const v718 = value['riskLevel'];
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

  const v722 = value['userAuthorization'];
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

  const v726 = { status: v717, riskLevel: v719, userAuthorization: v723 };
  return v726;
}

function read_751(value) {
  if (!isObject(value)) return NONE;
  const v752 = value['enabled'];
  const v753 = v752 === null || typeof v752 === 'boolean' ? v752 : null;
  const v754 = { enabled: v753 };
  return v754;
}

function read_791(value) {
  if (!isObject(value)) return NONE;
  const v792 = value['path'];
  if (v792 === undefined && !('path' in value)) return NONE;
  const v793 = v792;
  const v794 = value['access'];
  let v795;
  l796: {
    l797: {
      if (typeof v794 !== 'string') break l797;
      v795 = v794;
      v795 = shortenName(v795);

      break l796;
    }
    v795 = '';
  }

  const v798 = { path: v793, access: v795 };
  return v798;
}

function read_759(value) {
  if (!isObject(value)) return NONE;
  const v760 = value['read'];
  let v761;
  let v762;
  l763: {
    l764: {
      if (!Array.isArray(v760)) break l764;
      v762 = [];
      for (const v765 of v760) {
        let v766;
        l767: {
          l768: {
            if (!(typeof v765 === 'string')) break l768;
            v766 = v765;
            break l767;
          }
          l769: {
            let v770;
            v770 = v765;
            v766 = unreadable(v770);
            break l767;
          }
          break l764;
        }

        v762.push(v766);
      }
      break l763;
    }
    v762 = [];
  }

  v761 = readable(v762);
  const v771 = value['write'];
  let v772;
  let v773;
  l774: {
    l775: {
      if (!Array.isArray(v771)) break l775;
      v773 = [];
      for (const v776 of v771) {
        let v777;
        l778: {
          l779: {
            if (!(typeof v776 === 'string')) break l779;
            v777 = v776;
            break l778;
          }
          l780: {
            let v781;
            v781 = v776;
            v777 = unreadable(v781);
            break l778;
          }
          break l775;
        }

        v773.push(v777);
      }
      break l774;
    }
    v773 = [];
  }

  v772 = readable(v773);
  const v782 = value['entries'];
  let v783;
  let v784;
  l785: {
    l786: {
      if (!Array.isArray(v782)) break l786;
      v784 = [];
      for (const v787 of v782) {
        let v788;
        l789: {
          l790: {
            v788 = read_791(v787);
            if (v788 === NONE) break l790;
            break l789;
          }
          l799: {
            let v800;
            v800 = v787;
            v788 = unreadable(v800);
            break l789;
          }
          break l786;
        }

        v784.push(v788);
      }
      break l785;
    }
    v784 = [];
  }

  v783 = readable(v784);
  const v801 = { read: v761, write: v772, entries: v783 };
  return v801;
}

function read_746(value) {
  if (!isObject(value)) return NONE;
  const v747 = value['network'];
  let v748;
  l749: {
    l750: {
      if (v747 === null) v748 = null;
      else {
        v748 = read_751(v747);
        if (v748 === NONE) break l750;
      }
      break l749;
    }
    v748 = null;
  }

  const v755 = value['fileSystem'];
  let v756;
  l757: {
    l758: {
      if (v755 === null) v756 = null;
      else {
        v756 = read_759(v755);
        if (v756 === NONE) break l758;
      }
      break l757;
    }
    v756 = null;
  }

  const v802 = { network: v748, fileSystem: v756 };
  return v802;
}

function read_731(value) {
  if (!isObject(value)) return NONE;
  const v732 = value['type'];
  let v733;
  if (typeof v732 !== 'string') return NONE;
  v733 = v732;
  v733 = shortenName(v733);

  const v734 = value['source'];
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

  const v738 = value['toolName'];
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

  const v742 = value['permissions'];
  let v743;
  l744: {
    l745: {
      if (v742 === null) v743 = null;
      else {
        v743 = read_746(v742);
        if (v743 === NONE) break l745;
      }
      break l744;
    }
    v743 = null;
  }

  const v803 = { type: v733, source: v735, toolName: v739, permissions: v743 };
  return v803;
}

function read_698(value) {
  if (!isObject(value)) return NONE;
  const v699 = value['threadId'];
  let v700;
  if (typeof v699 !== 'string') return NONE;
  v700 = v699;
  v700 = shortenName(v700);
  if (v700.length < 1) return NONE;

  const v701 = value['turnId'];
  let v702;
  if (typeof v701 !== 'string') return NONE;
  v702 = v701;
  v702 = shortenName(v702);
  if (v702.length < 1) return NONE;

  const v703 = value['reviewId'];
  let v704;
  if (typeof v703 !== 'string') return NONE;
  v704 = v703;
  v704 = shortenName(v704);
  if (v704.length < 1) return NONE;

  const v705 = value['targetItemId'];
  let v706;
  l707: {
    l708: {
      if (v705 === null) v706 = null;
      else {
        if (typeof v705 !== 'string') break l708;
        v706 = v705;
        v706 = shortenName(v706);
      }
      break l707;
    }
    v706 = null;
  }

  const v709 = value['startedAtMs'];
  const v710 = v709 === null || (typeof v709 === 'number' && Number.isFinite(v709) && isTime(v709)) ? v709 : null;
  const v711 = value['completedAtMs'];
  const v712 = v711 === null || (typeof v711 === 'number' && Number.isFinite(v711) && isTime(v711)) ? v711 : null;
  const v713 = value['review'];
  let v714;
  v714 = read_715(v713);
  if (v714 === NONE) return NONE;
  const v727 = value['action'];
  let v728;
  l729: {
    l730: {
      v728 = read_731(v727);
      if (v728 === NONE) break l730;
      break l729;
    }
    v728 = { type: '', source: null, toolName: null, permissions: null };
  }

  const v804 = {
    threadId: v700,
    turnId: v702,
    reviewId: v704,
    targetItemId: v706,
    startedAtMs: v710,
    completedAtMs: v712,
    review: v714,
    action: v728,
  };
  return v804;
}

function read_805(value) {
  if (!isObject(value)) return NONE;
  const v806 = value['threadId'];
  let v807;
  l808: {
    l809: {
      if (v806 === null) v807 = null;
      else {
        if (typeof v806 !== 'string') break l809;
        v807 = v806;
        v807 = shortenName(v807);
      }
      break l808;
    }
    v807 = null;
  }

  const v810 = value['requestId'];
  let v811;
  if (!(typeof v810 === 'string' || (typeof v810 === 'number' && Number.isFinite(v810)))) return NONE;
  v811 = v810;
  const v812 = { threadId: v807, requestId: v811 };
  return v812;
}

function read_822(value) {
  if (!isObject(value)) return NONE;
  const v823 = value['id'];
  let v824;
  if (typeof v823 !== 'string') return NONE;
  v824 = v823;
  v824 = shortenName(v824);
  if (v824.length < 1) return NONE;

  const v825 = value['eventName'];
  let v826;
  if (typeof v825 !== 'string') return NONE;
  v826 = v825;
  v826 = shortenName(v826);

  const v827 = value['source'];
  let v828;
  l829: {
    l830: {
      if (typeof v827 !== 'string') break l830;
      v828 = v827;
      v828 = shortenName(v828);

      break l829;
    }
    v828 = 'unknown';
  }

  const v831 = value['handlerType'];
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

  const v835 = value['executionMode'];
  let v836;
  l837: {
    l838: {
      if (v835 === null) v836 = null;
      else {
        if (typeof v835 !== 'string') break l838;
        v836 = v835;
        v836 = shortenName(v836);
      }
      break l837;
    }
    v836 = null;
  }

  const v839 = value['status'];
  const v840 =
    v839 === null ||
    v839 === 'running' ||
    v839 === 'completed' ||
    v839 === 'failed' ||
    v839 === 'blocked' ||
    v839 === 'stopped'
      ? v839
      : null;
  const v841 = value['durationMs'];
  const v842 = v841 === null || (typeof v841 === 'number' && Number.isFinite(v841) && isTime(v841)) ? v841 : null;
  const v843 = {
    id: v824,
    eventName: v826,
    source: v828,
    handlerType: v832,
    executionMode: v836,
    status: v840,
    durationMs: v842,
  };
  return v843;
}

function read_813(value) {
  if (!isObject(value)) return NONE;
  const v814 = value['threadId'];
  let v815;
  if (typeof v814 !== 'string') return NONE;
  v815 = v814;
  v815 = shortenName(v815);
  if (v815.length < 1) return NONE;

  const v816 = value['turnId'];
  let v817;
  l818: {
    l819: {
      if (v816 === null) v817 = null;
      else {
        if (typeof v816 !== 'string') break l819;
        v817 = v816;
        v817 = shortenName(v817);
      }
      break l818;
    }
    v817 = null;
  }

  const v820 = value['run'];
  let v821;
  v821 = read_822(v820);
  if (v821 === NONE) return NONE;
  const v844 = { threadId: v815, turnId: v817, run: v821 };
  return v844;
}

function read_850(value) {
  if (!isObject(value)) return NONE;
  const v851 = value['name'];
  let v852;
  if (typeof v851 !== 'string') return NONE;
  v852 = v851;
  v852 = shortenLabel(v852);

  const v853 = value['version'];
  let v854;
  l855: {
    l856: {
      if (v853 === null) v854 = null;
      else {
        if (typeof v853 !== 'string') break l856;
        v854 = v853;
        v854 = shortenLabel(v854);
      }
      break l855;
    }
    v854 = null;
  }

  const v857 = { name: v852, version: v854 };
  return v857;
}

function read_862(value) {
  if (!isObject(value)) return NONE;
  const v863 = value['experimentalApi'];
  const v864 = typeof v863 === 'boolean' ? v863 : false;
  const v865 = value['optOutNotificationMethods'];
  let v866;
  let v867;
  let v868;
  l869: {
    l870: {
      if (!Array.isArray(v865)) break l870;
      v868 = [];
      for (const v871 of v865) {
        let v872;
        l873: {
          l874: {
            if (typeof v871 !== 'string') break l874;
            v872 = v871;
            v872 = shortenName(v872);

            break l873;
          }
          l875: {
            let v876;
            v876 = v871;
            v872 = unreadable(v876);
            break l873;
          }
          break l870;
        }

        v868.push(v872);
      }
      break l869;
    }
    v868 = [];
  }

  v867 = readable(v868);
  v866 = shortenList(v867);
  const v877 = { experimentalApi: v864, optOutNotificationMethods: v866 };
  return v877;
}

function read_845(value) {
  if (!isObject(value)) return NONE;
  const v846 = value['clientInfo'];
  let v847;
  l848: {
    l849: {
      if (v846 === null) v847 = null;
      else {
        v847 = read_850(v846);
        if (v847 === NONE) break l849;
      }
      break l848;
    }
    v847 = null;
  }

  const v858 = value['capabilities'];
  let v859;
  l860: {
    l861: {
      if (v858 === null) v859 = null;
      else {
        v859 = read_862(v858);
        if (v859 === NONE) break l861;
      }
      break l860;
    }
    v859 = null;
  }

  const v878 = { clientInfo: v847, capabilities: v859 };
  return v878;
}

function read_879(value) {
  if (!isObject(value)) return NONE;
  const v880 = value['userAgent'];
  let v881;
  l882: {
    l883: {
      if (v880 === null) v881 = null;
      else {
        if (typeof v880 !== 'string') break l883;
        v881 = v880;
        v881 = shortenPath(v881);
      }
      break l882;
    }
    v881 = null;
  }

  const v884 = value['platformOs'];
  let v885;
  l886: {
    l887: {
      if (v884 === null) v885 = null;
      else {
        if (typeof v884 !== 'string') break l887;
        v885 = v884;
        v885 = shortenLabel(v885);
      }
      break l886;
    }
    v885 = null;
  }

  const v888 = value['codexHome'];
  let v889;
  l890: {
    l891: {
      if (v888 === null) v889 = null;
      else {
        if (typeof v888 !== 'string') break l891;
        v889 = v888;
        v889 = shortenPath(v889);
      }
      break l890;
    }
    v889 = null;
  }

  const v892 = { userAgent: v881, platformOs: v885, codexHome: v889 };
  return v892;
}

function read_902(value) {
  if (!isObject(value)) return NONE;
  const v903 = value['model_reasoning_summary'];
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

  const v907 = value['personality'];
  let v908;
  l909: {
    l910: {
      if (v907 === undefined) v908 = undefined;
      else {
        if (v907 === null) v908 = null;
        else {
          if (typeof v907 !== 'string') break l910;
          v908 = v907;
          v908 = shortenName(v908);
        }
      }
      break l909;
    }
    v908 = undefined;
  }

  const v911 = { model_reasoning_summary: v904, personality: v908 };
  return v911;
}

function read_893(value) {
  if (!isObject(value)) return NONE;
  const v894 = value['personality'];
  let v895;
  l896: {
    l897: {
      if (v894 === undefined) v895 = undefined;
      else {
        if (v894 === null) v895 = null;
        else {
          if (typeof v894 !== 'string') break l897;
          v895 = v894;
          v895 = shortenName(v895);
        }
      }
      break l896;
    }
    v895 = undefined;
  }

  const v898 = value['config'];
  let v899;
  l900: {
    l901: {
      if (v898 === undefined) v899 = undefined;
      else {
        if (v898 === null) v899 = null;
        else {
          v899 = read_902(v898);
          if (v899 === NONE) break l901;
        }
      }
      break l900;
    }
    v899 = undefined;
  }

  const v912 = { personality: v895, config: v899 };
  return v912;
}

function read_913(value) {
  if (!isObject(value)) return NONE;
  const v914 = value['thread'];
  let v915;
  v915 = read_360(v914);
  if (v915 === NONE) return NONE;
  const v916 = value['model'];
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

  const v920 = value['modelProvider'];
  let v921;
  l922: {
    l923: {
      if (v920 === null) v921 = null;
      else {
        if (typeof v920 !== 'string') break l923;
        v921 = v920;
        v921 = shortenName(v921);
      }
      break l922;
    }
    v921 = null;
  }

  const v924 = value['serviceTier'];
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

  const v928 = value['approvalPolicy'];
  let v929;
  l930: {
    l931: {
      if (v928 === undefined) v929 = undefined;
      else {
        if (v928 === null) v929 = null;
        else {
          l932: {
            l933: {
              if (typeof v928 !== 'string') break l933;
              v929 = v928;
              v929 = shortenName(v929);

              break l932;
            }
            l934: {
              let v935;
              if (!isObject(v928)) break l934;
              v935 = {};
              for (const v936 of Object.keys(v928)) {
                if (v936 === '__proto__') continue;
                const v937 = v928[v936];
                let v938;
                v938 = v937;
                v935[v936] = v938;
              }
              v929 = nameIn(v935);
              break l932;
            }
            break l931;
          }
        }
      }
      break l930;
    }
    v929 = undefined;
  }

  const v939 = value['approvalsReviewer'];
  let v940;
  l941: {
    l942: {
      if (v939 === undefined) v940 = undefined;
      else {
        if (v939 === null) v940 = null;
        else {
          if (typeof v939 !== 'string') break l942;
          v940 = v939;
          v940 = shortenName(v940);
        }
      }
      break l941;
    }
    v940 = undefined;
  }

  const v943 = value['sandbox'];
  let v944;
  l945: {
    l946: {
      if (v943 === undefined) v944 = undefined;
      else {
        if (v943 === null) v944 = null;
        else {
          v944 = read_527(v943);
          if (v944 === NONE) break l946;
        }
      }
      break l945;
    }
    v944 = undefined;
  }

  const v947 = value['reasoningEffort'];
  let v948;
  l949: {
    l950: {
      if (v947 === undefined) v948 = undefined;
      else {
        if (v947 === null) v948 = null;
        else {
          if (typeof v947 !== 'string') break l950;
          v948 = v947;
          v948 = shortenName(v948);
        }
      }
      break l949;
    }
    v948 = undefined;
  }

  const v951 = value['collaborationMode'];
  let v952;
  l953: {
    l954: {
      if (v951 === undefined) v952 = undefined;
      else {
        if (v951 === null) v952 = null;
        else {
          v952 = read_542(v951);
          if (v952 === NONE) break l954;
        }
      }
      break l953;
    }
    v952 = undefined;
  }

  const v955 = {
    thread: v915,
    model: v917,
    modelProvider: v921,
    serviceTier: v925,
    approvalPolicy: v929,
    approvalsReviewer: v940,
    sandbox: v944,
    reasoningEffort: v948,
    collaborationMode: v952,
  };
  return v955;
}

function read_956(value) {
  let v957;
  let v958;
  v958 = value;
  v957 = toNothing(v958);
  return v957;
}

function read_959(value) {
  if (!isObject(value)) return NONE;
  const v960 = value['turnsBackwardsCursor'];
  const v961 = isPresent(v960);
  const v962 = { turnsBackwardsCursor: v961 };
  return v962;
}

function read_966(value) {
  if (!isObject(value)) return NONE;
  const v967 = value['turns'];
  let v968;
  let v969;
  l970: {
    l971: {
      if (!Array.isArray(v967)) break l971;
      v969 = [];
      for (const v972 of v967) {
        let v973;
        l974: {
          l975: {
            let v976;
            v976 = read_438(v972);
            if (v976 === NONE) break l975;
            v973 = withoutItems(v976);
            break l974;
          }
          l977: {
            let v978;
            v978 = v972;
            v973 = unreadable(v978);
            break l974;
          }
          break l971;
        }

        v969.push(v973);
      }
      break l970;
    }
    v969 = [];
  }

  v968 = readable(v969);
  const v979 = { turns: v968 };
  return v979;
}

function read_963(value) {
  if (!isObject(value)) return NONE;
  const v964 = value['thread'];
  let v965;
  v965 = read_966(v964);
  if (v965 === NONE) return NONE;
  const v980 = { thread: v965 };
  return v980;
}

function read_984(value) {
  if (!isObject(value)) return NONE;
  const v985 = value['data'];
  let v986;
  let v987;
  l988: {
    l989: {
      if (!Array.isArray(v985)) break l989;
      v987 = [];
      for (const v990 of v985) {
        let v991;
        l992: {
          l993: {
            let v994;
            v994 = read_438(v990);
            if (v994 === NONE) break l993;
            v991 = withoutItems(v994);
            break l992;
          }
          l995: {
            let v996;
            v996 = v990;
            v991 = unreadable(v996);
            break l992;
          }
          break l989;
        }

        v987.push(v991);
      }
      break l988;
    }
    v987 = [];
  }

  v986 = readable(v987);
  const v997 = { data: v986 };
  return v997;
}

function read_981(value) {
  let v982;
  let v983;
  v983 = read_984(value);
  if (v983 === NONE) return NONE;
  v982 = dataAsTurns(v983);
  return v982;
}

function read_1005(value) {
  if (!isObject(value)) return NONE;
  const v1006 = value['workspace_kind'];
  let v1007;
  l1008: {
    l1009: {
      if (v1006 === null) v1007 = null;
      else {
        if (typeof v1006 !== 'string') break l1009;
        v1007 = v1006;
        v1007 = shortenLabel(v1007);
      }
      break l1008;
    }
    v1007 = null;
  }

  const v1010 = value['codex_app_used_dictation'];
  const v1011 = toFlag(v1010);
  const v1012 = { workspace_kind: v1007, codex_app_used_dictation: v1011 };
  return v1012;
}

function read_998(value) {
  if (!isObject(value)) return NONE;
  const v999 = value['threadId'];
  let v1000;
  if (typeof v999 !== 'string') return NONE;
  v1000 = v999;
  v1000 = shortenName(v1000);
  if (v1000.length < 1) return NONE;

  const v1001 = value['responsesapiClientMetadata'];
  let v1002;
  l1003: {
    l1004: {
      if (v1001 === null) v1002 = null;
      else {
        v1002 = read_1005(v1001);
        if (v1002 === NONE) break l1004;
      }
      break l1003;
    }
    v1002 = null;
  }

  const v1013 = value['responsesapiClientMetadataPatch'];
  let v1014;
  l1015: {
    l1016: {
      if (v1013 === null) v1014 = null;
      else {
        v1014 = read_1005(v1013);
        if (v1014 === NONE) break l1016;
      }
      break l1015;
    }
    v1014 = null;
  }

  const v1017 = { threadId: v1000, responsesapiClientMetadata: v1002, responsesapiClientMetadataPatch: v1014 };
  return v1017;
}

function read_1018(value) {
  if (!isObject(value)) return NONE;
  const v1019 = value['threadId'];
  let v1020;
  if (typeof v1019 !== 'string') return NONE;
  v1020 = v1019;
  v1020 = shortenName(v1020);
  if (v1020.length < 1) return NONE;

  const v1021 = value['input'];
  let v1022;
  let v1023;
  let v1024;
  l1025: {
    l1026: {
      if (!Array.isArray(v1021)) break l1026;
      v1024 = [];
      for (const v1027 of v1021) {
        let v1028;
        l1029: {
          l1030: {
            v1028 = read_340(v1027);
            if (v1028 === NONE) break l1030;
            break l1029;
          }
          l1031: {
            let v1032;
            v1032 = v1027;
            v1028 = unreadable(v1032);
            break l1029;
          }
          break l1026;
        }

        v1024.push(v1028);
      }
      break l1025;
    }
    v1024 = [];
  }

  v1023 = readable(v1024);
  v1022 = shortenList(v1023);
  const v1033 = value['model'];
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

  const v1037 = value['effort'];
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

  const v1041 = value['summary'];
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

  const v1045 = value['serviceTier'];
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

  const v1049 = value['serviceTierForTurn'];
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

  const v1053 = value['personality'];
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

  const v1057 = value['approvalPolicy'];
  let v1058;
  l1059: {
    l1060: {
      if (v1057 === undefined) v1058 = undefined;
      else {
        if (v1057 === null) v1058 = null;
        else {
          l1061: {
            l1062: {
              if (typeof v1057 !== 'string') break l1062;
              v1058 = v1057;
              v1058 = shortenName(v1058);

              break l1061;
            }
            l1063: {
              let v1064;
              if (!isObject(v1057)) break l1063;
              v1064 = {};
              for (const v1065 of Object.keys(v1057)) {
                if (v1065 === '__proto__') continue;
                const v1066 = v1057[v1065];
                let v1067;
                v1067 = v1066;
                v1064[v1065] = v1067;
              }
              v1058 = nameIn(v1064);
              break l1061;
            }
            break l1060;
          }
        }
      }
      break l1059;
    }
    v1058 = undefined;
  }

  const v1068 = value['approvalsReviewer'];
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

  const v1072 = value['sandboxPolicy'];
  let v1073;
  l1074: {
    l1075: {
      if (v1072 === undefined) v1073 = undefined;
      else {
        if (v1072 === null) v1073 = null;
        else {
          v1073 = read_527(v1072);
          if (v1073 === NONE) break l1075;
        }
      }
      break l1074;
    }
    v1073 = undefined;
  }

  const v1076 = value['collaborationMode'];
  let v1077;
  l1078: {
    l1079: {
      if (v1076 === undefined) v1077 = undefined;
      else {
        if (v1076 === null) v1077 = null;
        else {
          v1077 = read_542(v1076);
          if (v1077 === NONE) break l1079;
        }
      }
      break l1078;
    }
    v1077 = undefined;
  }

  const v1080 = value['turnTrigger'];
  let v1081;
  l1082: {
    l1083: {
      if (v1080 === null) v1081 = null;
      else {
        if (typeof v1080 !== 'string') break l1083;
        v1081 = v1080;
        v1081 = shortenLabel(v1081);
      }
      break l1082;
    }
    v1081 = null;
  }

  const v1084 = value['rootTurnId'];
  let v1085;
  l1086: {
    l1087: {
      if (v1084 === null) v1085 = null;
      else {
        if (typeof v1084 !== 'string') break l1087;
        v1085 = v1084;
        v1085 = shortenName(v1085);
      }
      break l1086;
    }
    v1085 = null;
  }

  const v1088 = value['responsesapiClientMetadata'];
  let v1089;
  l1090: {
    l1091: {
      if (v1088 === null) v1089 = null;
      else {
        v1089 = read_1005(v1088);
        if (v1089 === NONE) break l1091;
      }
      break l1090;
    }
    v1089 = null;
  }

  const v1092 = value['responsesapiClientMetadataPatch'];
  let v1093;
  l1094: {
    l1095: {
      if (v1092 === null) v1093 = null;
      else {
        v1093 = read_1005(v1092);
        if (v1093 === NONE) break l1095;
      }
      break l1094;
    }
    v1093 = null;
  }

  const v1096 = {
    threadId: v1020,
    input: v1022,
    model: v1034,
    effort: v1038,
    summary: v1042,
    serviceTier: v1046,
    serviceTierForTurn: v1050,
    personality: v1054,
    approvalPolicy: v1058,
    approvalsReviewer: v1069,
    sandboxPolicy: v1073,
    collaborationMode: v1077,
    turnTrigger: v1081,
    rootTurnId: v1085,
    responsesapiClientMetadata: v1089,
    responsesapiClientMetadataPatch: v1093,
  };
  return v1096;
}

function read_1100(value) {
  if (!isObject(value)) return NONE;
  const v1101 = value['id'];
  let v1102;
  if (typeof v1101 !== 'string') return NONE;
  v1102 = v1101;
  v1102 = shortenName(v1102);
  if (v1102.length < 1) return NONE;

  const v1103 = value['rootTurnId'];
  let v1104;
  l1105: {
    l1106: {
      if (v1103 === null) v1104 = null;
      else {
        if (typeof v1103 !== 'string') break l1106;
        v1104 = v1103;
        v1104 = shortenName(v1104);
      }
      break l1105;
    }
    v1104 = null;
  }

  const v1107 = { id: v1102, rootTurnId: v1104 };
  return v1107;
}

function read_1097(value) {
  if (!isObject(value)) return NONE;
  const v1098 = value['turn'];
  let v1099;
  v1099 = read_1100(v1098);
  if (v1099 === NONE) return NONE;
  const v1108 = { turn: v1099 };
  return v1108;
}

function read_1109(value) {
  if (!isObject(value)) return NONE;
  const v1110 = value['threadId'];
  let v1111;
  if (typeof v1110 !== 'string') return NONE;
  v1111 = v1110;
  v1111 = shortenName(v1111);
  if (v1111.length < 1) return NONE;

  const v1112 = value['expectedTurnId'];
  let v1113;
  l1114: {
    l1115: {
      if (v1112 === null) v1113 = null;
      else {
        if (typeof v1112 !== 'string') break l1115;
        v1113 = v1112;
        v1113 = shortenName(v1113);
      }
      break l1114;
    }
    v1113 = null;
  }

  const v1116 = value['input'];
  let v1117;
  let v1118;
  let v1119;
  l1120: {
    l1121: {
      if (!Array.isArray(v1116)) break l1121;
      v1119 = [];
      for (const v1122 of v1116) {
        let v1123;
        l1124: {
          l1125: {
            v1123 = read_340(v1122);
            if (v1123 === NONE) break l1125;
            break l1124;
          }
          l1126: {
            let v1127;
            v1127 = v1122;
            v1123 = unreadable(v1127);
            break l1124;
          }
          break l1121;
        }

        v1119.push(v1123);
      }
      break l1120;
    }
    v1119 = [];
  }

  v1118 = readable(v1119);
  v1117 = shortenList(v1118);
  const v1128 = value['responsesapiClientMetadata'];
  let v1129;
  l1130: {
    l1131: {
      if (v1128 === null) v1129 = null;
      else {
        v1129 = read_1005(v1128);
        if (v1129 === NONE) break l1131;
      }
      break l1130;
    }
    v1129 = null;
  }

  const v1132 = value['responsesapiClientMetadataPatch'];
  let v1133;
  l1134: {
    l1135: {
      if (v1132 === null) v1133 = null;
      else {
        v1133 = read_1005(v1132);
        if (v1133 === NONE) break l1135;
      }
      break l1134;
    }
    v1133 = null;
  }

  const v1136 = {
    threadId: v1111,
    expectedTurnId: v1113,
    input: v1117,
    responsesapiClientMetadata: v1129,
    responsesapiClientMetadataPatch: v1133,
  };
  return v1136;
}

function read_1137(value) {
  if (!isObject(value)) return NONE;
  const v1138 = value['turnId'];
  let v1139;
  if (typeof v1138 !== 'string') return NONE;
  v1139 = v1138;
  v1139 = shortenName(v1139);
  if (v1139.length < 1) return NONE;

  const v1140 = { turnId: v1139 };
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

  const v1144 = value['turnId'];
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

  const v1148 = { threadId: v1143, turnId: v1145 };
  return v1148;
}

function read_1152(value) {
  if (!isObject(value)) return NONE;
  const v1153 = value['id'];
  let v1154;
  if (typeof v1153 !== 'string') return NONE;
  v1154 = v1153;
  v1154 = shortenName(v1154);
  if (v1154.length < 1) return NONE;

  const v1155 = { id: v1154 };
  return v1155;
}

function read_1149(value) {
  if (!isObject(value)) return NONE;
  const v1150 = value['turn'];
  let v1151;
  v1151 = read_1152(v1150);
  if (v1151 === NONE) return NONE;
  const v1156 = value['reviewThreadId'];
  let v1157;
  l1158: {
    l1159: {
      if (v1156 === null) v1157 = null;
      else {
        if (typeof v1156 !== 'string') break l1159;
        v1157 = v1156;
        v1157 = shortenName(v1157);
      }
      break l1158;
    }
    v1157 = null;
  }

  const v1160 = { turn: v1151, reviewThreadId: v1157 };
  return v1160;
}

function read_1189(value) {
  if (!isObject(value)) return NONE;
  const v1190 = value['enabled'];
  const v1191 = v1190 === null || typeof v1190 === 'boolean' ? v1190 : null;
  const v1192 = { enabled: v1191 };
  return v1192;
}

function read_1184(value) {
  if (!isObject(value)) return NONE;
  const v1185 = value['network'];
  let v1186;
  l1187: {
    l1188: {
      if (v1185 === null) v1186 = null;
      else {
        v1186 = read_1189(v1185);
        if (v1186 === NONE) break l1188;
      }
      break l1187;
    }
    v1186 = null;
  }

  const v1193 = { network: v1186 };
  return v1193;
}

function read_1161(value) {
  if (!isObject(value)) return NONE;
  const v1162 = value['threadId'];
  let v1163;
  if (typeof v1162 !== 'string') return NONE;
  v1163 = v1162;
  v1163 = shortenName(v1163);
  if (v1163.length < 1) return NONE;

  const v1164 = value['turnId'];
  let v1165;
  if (typeof v1164 !== 'string') return NONE;
  v1165 = v1164;
  v1165 = shortenName(v1165);
  if (v1165.length < 1) return NONE;

  const v1166 = value['itemId'];
  let v1167;
  if (typeof v1166 !== 'string') return NONE;
  v1167 = v1166;
  v1167 = shortenName(v1167);
  if (v1167.length < 1) return NONE;

  const v1168 = value['startedAtMs'];
  const v1169 = v1168 === null || (typeof v1168 === 'number' && Number.isFinite(v1168) && isTime(v1168)) ? v1168 : null;
  const v1170 = value['approvalId'];
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

  const v1174 = value['kind'];
  let v1175;
  l1176: {
    l1177: {
      if (v1174 === null) v1175 = null;
      else {
        if (typeof v1174 !== 'string') break l1177;
        v1175 = v1174;
        v1175 = shortenName(v1175);
      }
      break l1176;
    }
    v1175 = null;
  }

  const v1178 = value['networkApprovalContext'];
  const v1179 = isPresent(v1178);
  const v1180 = value['additionalPermissions'];
  let v1181;
  l1182: {
    l1183: {
      if (v1180 === null) v1181 = null;
      else {
        v1181 = read_1184(v1180);
        if (v1181 === NONE) break l1183;
      }
      break l1182;
    }
    v1181 = null;
  }

  const v1194 = value['proposedNetworkPolicyAmendments'];
  let v1195;
  let v1196;
  let v1197;
  l1198: {
    l1199: {
      if (!Array.isArray(v1194)) break l1199;
      v1197 = [];
      for (const v1200 of v1194) {
        let v1201;
        v1201 = v1200;
        v1197.push(v1201);
      }
      break l1198;
    }
    v1197 = [];
  }

  v1196 = readable(v1197);
  v1195 = isNotEmpty(v1196);
  const v1202 = {
    threadId: v1163,
    turnId: v1165,
    itemId: v1167,
    startedAtMs: v1169,
    approvalId: v1171,
    kind: v1175,
    networkApprovalContext: v1179,
    additionalPermissions: v1181,
    proposedNetworkPolicyAmendments: v1195,
  };
  return v1202;
}

function read_1213(value) {
  if (!isObject(value)) return NONE;
  const v1214 = value['execpolicy_amendment'];
  let v1215;
  if (!Array.isArray(v1214)) return NONE;
  v1215 = [];
  for (const v1216 of v1214) {
    let v1217;
    if (!(typeof v1216 === 'string')) return NONE;
    v1217 = v1216;
    v1215.push(v1217);
  }
  const v1218 = { execpolicy_amendment: v1215 };
  return v1218;
}

function read_1210(value) {
  if (!isObject(value)) return NONE;
  const v1211 = value['acceptWithExecpolicyAmendment'];
  let v1212;
  v1212 = read_1213(v1211);
  if (v1212 === NONE) return NONE;
  const v1219 = { acceptWithExecpolicyAmendment: v1212 };
  return v1219;
}

function read_1228(value) {
  if (!isObject(value)) return NONE;
  const v1229 = value['action'];
  let v1230;
  if (!(typeof v1229 === 'string')) return NONE;
  v1230 = v1229;
  const v1231 = { action: v1230 };
  return v1231;
}

function read_1225(value) {
  if (!isObject(value)) return NONE;
  const v1226 = value['network_policy_amendment'];
  let v1227;
  v1227 = read_1228(v1226);
  if (v1227 === NONE) return NONE;
  const v1232 = { network_policy_amendment: v1227 };
  return v1232;
}

function read_1222(value) {
  if (!isObject(value)) return NONE;
  const v1223 = value['applyNetworkPolicyAmendment'];
  let v1224;
  v1224 = read_1225(v1223);
  if (v1224 === NONE) return NONE;
  const v1233 = { applyNetworkPolicyAmendment: v1224 };
  return v1233;
}

function read_1203(value) {
  if (!isObject(value)) return NONE;
  const v1204 = value['decision'];
  let v1205;
  l1206: {
    l1207: {
      if (!(typeof v1204 === 'string')) break l1207;
      v1205 = v1204;
      break l1206;
    }
    l1208: {
      let v1209;
      v1209 = read_1210(v1204);
      if (v1209 === NONE) break l1208;
      v1205 = toPolicyAmendment(v1209);
      break l1206;
    }
    l1220: {
      let v1221;
      v1221 = read_1222(v1204);
      if (v1221 === NONE) break l1220;
      v1205 = toNetworkAmendment(v1221);
      break l1206;
    }
    return NONE;
  }

  const v1234 = { decision: v1205 };
  return v1234;
}

function read_1235(value) {
  if (!isObject(value)) return NONE;
  const v1236 = value['threadId'];
  let v1237;
  if (typeof v1236 !== 'string') return NONE;
  v1237 = v1236;
  v1237 = shortenName(v1237);
  if (v1237.length < 1) return NONE;

  const v1238 = value['turnId'];
  let v1239;
  if (typeof v1238 !== 'string') return NONE;
  v1239 = v1238;
  v1239 = shortenName(v1239);
  if (v1239.length < 1) return NONE;

  const v1240 = value['itemId'];
  let v1241;
  if (typeof v1240 !== 'string') return NONE;
  v1241 = v1240;
  v1241 = shortenName(v1241);
  if (v1241.length < 1) return NONE;

  const v1242 = value['startedAtMs'];
  const v1243 = v1242 === null || (typeof v1242 === 'number' && Number.isFinite(v1242) && isTime(v1242)) ? v1242 : null;
  const v1244 = value['grantRoot'];
  const v1245 = isPresent(v1244);
  const v1246 = { threadId: v1237, turnId: v1239, itemId: v1241, startedAtMs: v1243, grantRoot: v1245 };
  return v1246;
}

function read_1247(value) {
  if (!isObject(value)) return NONE;
  const v1248 = value['decision'];
  let v1249;
  if (!(typeof v1248 === 'string')) return NONE;
  v1249 = v1248;
  const v1250 = { decision: v1249 };
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
  const v1260 = value['cwd'];
  let v1261;
  l1262: {
    l1263: {
      if (v1260 === null) v1261 = null;
      else {
        if (typeof v1260 !== 'string') break l1263;
        v1261 = v1260;
        v1261 = shortenPath(v1261);
      }
      break l1262;
    }
    v1261 = null;
  }

  const v1264 = value['permissions'];
  let v1265;
  l1266: {
    l1267: {
      v1265 = read_746(v1264);
      if (v1265 === NONE) break l1267;
      break l1266;
    }
    v1265 = { network: null, fileSystem: null };
  }

  const v1268 = { threadId: v1253, turnId: v1255, itemId: v1257, startedAtMs: v1259, cwd: v1261, permissions: v1265 };
  return v1268;
}

function read_1272(value) {
  if (!isObject(value)) return NONE;
  const v1273 = value['network'];
  let v1274;
  l1275: {
    l1276: {
      if (v1273 === null) v1274 = null;
      else {
        v1274 = read_751(v1273);
        if (v1274 === NONE) break l1276;
      }
      break l1275;
    }
    v1274 = null;
  }

  const v1277 = value['fileSystem'];
  let v1278;
  l1279: {
    l1280: {
      if (v1277 === null) v1278 = null;
      else {
        v1278 = read_759(v1277);
        if (v1278 === NONE) break l1280;
      }
      break l1279;
    }
    v1278 = null;
  }

  const v1281 = { network: v1274, fileSystem: v1278 };
  if (!hasKnownAccesses(v1281)) return NONE;
  return v1281;
}

function read_1269(value) {
  if (!isObject(value)) return NONE;
  const v1270 = value['permissions'];
  let v1271;
  v1271 = read_1272(v1270);
  if (v1271 === NONE) return NONE;
  if (!hasKnownAccesses(v1271)) return NONE;

  const v1282 = value['scope'];
  let v1283;
  if (v1282 === undefined) v1283 = 'turn';
  else {
    if (!(v1282 === 'turn' || v1282 === 'session')) return NONE;
    v1283 = v1282;
  }
  const v1284 = value['strictAutoReview'];
  const v1285 = typeof v1284 === 'boolean' ? v1284 : false;
  const v1286 = { permissions: v1271, scope: v1283, strictAutoReview: v1285 };
  return v1286;
}

function read_1287(value) {
  if (!isObject(value)) return NONE;
  const v1288 = value['threadId'];
  let v1289;
  if (typeof v1288 !== 'string') return NONE;
  v1289 = v1288;
  v1289 = shortenName(v1289);
  if (v1289.length < 1) return NONE;

  const v1290 = value['turnId'];
  let v1291;
  if (typeof v1290 !== 'string') return NONE;
  v1291 = v1290;
  v1291 = shortenName(v1291);
  if (v1291.length < 1) return NONE;

  const v1292 = value['itemId'];
  let v1293;
  if (typeof v1292 !== 'string') return NONE;
  v1293 = v1292;
  v1293 = shortenName(v1293);
  if (v1293.length < 1) return NONE;

  const v1294 = value['startedAtMs'];
  const v1295 = v1294 === null || (typeof v1294 === 'number' && Number.isFinite(v1294) && isTime(v1294)) ? v1294 : null;
  const v1296 = { threadId: v1289, turnId: v1291, itemId: v1293, startedAtMs: v1295 };
  return v1296;
}

function read_1297(value) {
  if (!isObject(value)) return NONE;
  const v1298 = value['answers'];
  const v1299 = isPresent(v1298);
  const v1300 = { answers: v1299 };
  return v1300;
}

function read_1318(value) {
  if (!isObject(value)) return NONE;
  const v1319 = value['codex_approval_kind'];
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

  const v1323 = value['tool_name'];
  let v1324;
  l1325: {
    l1326: {
      if (v1323 === null) v1324 = null;
      else {
        if (typeof v1323 !== 'string') break l1326;
        v1324 = v1323;
        v1324 = shortenName(v1324);
      }
      break l1325;
    }
    v1324 = null;
  }

  const v1327 = { codex_approval_kind: v1320, tool_name: v1324 };
  return v1327;
}

function read_1301(value) {
  if (!isObject(value)) return NONE;
  const v1302 = value['threadId'];
  let v1303;
  if (typeof v1302 !== 'string') return NONE;
  v1303 = v1302;
  v1303 = shortenName(v1303);
  if (v1303.length < 1) return NONE;

  const v1304 = value['turnId'];
  let v1305;
  l1306: {
    l1307: {
      if (v1304 === null) v1305 = null;
      else {
        if (typeof v1304 !== 'string') break l1307;
        v1305 = v1304;
        v1305 = shortenName(v1305);
      }
      break l1306;
    }
    v1305 = null;
  }

  const v1308 = value['startedAtMs'];
  const v1309 = v1308 === null || (typeof v1308 === 'number' && Number.isFinite(v1308) && isTime(v1308)) ? v1308 : null;
  const v1310 = value['serverName'];
  let v1311;
  l1312: {
    l1313: {
      if (v1310 === null) v1311 = null;
      else {
        if (typeof v1310 !== 'string') break l1313;
        v1311 = v1310;
        v1311 = shortenName(v1311);
      }
      break l1312;
    }
    v1311 = null;
  }

  const v1314 = value['_meta'];
  let v1315;
  l1316: {
    l1317: {
      if (v1314 === null) v1315 = null;
      else {
        v1315 = read_1318(v1314);
        if (v1315 === NONE) break l1317;
      }
      break l1316;
    }
    v1315 = null;
  }

  const v1328 = { threadId: v1303, turnId: v1305, startedAtMs: v1309, serverName: v1311, _meta: v1315 };
  return v1328;
}

function read_1329(value) {
  if (!isObject(value)) return NONE;
  const v1330 = value['action'];
  const v1331 = v1330 === null || v1330 === 'accept' || v1330 === 'decline' || v1330 === 'cancel' ? v1330 : null;
  const v1332 = { action: v1331 };
  return v1332;
}

function read_1358(value) {
  if (!isObject(value)) return NONE;
  const v1359 = value['turnKind'];
  let v1360;
  l1361: {
    l1362: {
      if (v1359 === null) v1360 = null;
      else {
        if (typeof v1359 !== 'string') break l1362;
        v1360 = v1359;
        v1360 = shortenName(v1360);
      }
      break l1361;
    }
    v1360 = null;
  }

  const v1363 = { turnKind: v1360 };
  return v1363;
}

function read_1353(value) {
  if (!isObject(value)) return NONE;
  const v1354 = value['activeTurnNotSteerable'];
  let v1355;
  l1356: {
    l1357: {
      if (v1354 === null) v1355 = null;
      else {
        v1355 = read_1358(v1354);
        if (v1355 === NONE) break l1357;
      }
      break l1356;
    }
    v1355 = null;
  }

  const v1364 = { activeTurnNotSteerable: v1355 };
  return v1364;
}

function read_1344(value) {
  if (!isObject(value)) return NONE;
  const v1345 = value['input_error_code'];
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

  const v1349 = value['codexErrorInfo'];
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

  const v1365 = { input_error_code: v1346, codexErrorInfo: v1350 };
  return v1365;
}

function read_1333(value) {
  if (!isObject(value)) return NONE;
  const v1334 = value['code'];
  const v1335 = typeof v1334 === 'number' && Number.isFinite(v1334) ? v1334 : 0;
  const v1336 = value['message'];
  let v1337;
  l1338: {
    l1339: {
      if (typeof v1336 !== 'string') break l1339;
      v1337 = v1336;
      v1337 = shortenName(v1337);

      break l1338;
    }
    v1337 = '';
  }

  const v1340 = value['data'];
  let v1341;
  l1342: {
    l1343: {
      if (v1340 === null) v1341 = null;
      else {
        v1341 = read_1344(v1340);
        if (v1341 === NONE) break l1343;
      }
      break l1342;
    }
    v1341 = null;
  }

  const v1366 = { code: v1335, message: v1337, data: v1341 };
  return v1366;
}
export const notifications = {
  'thread/started': exported(read_357),
  'thread/closed': exported(read_474),
  'thread/archived': exported(read_474),
  'thread/unarchived': exported(read_474),
  'thread/deleted': exported(read_474),
  'thread/reverted': exported(read_474),
  'thread/settings/updated': exported(read_478),
  error: exported(read_562),
  'model/rerouted': exported(read_578),
  'thread/tokenUsage/updated': exported(read_586),
  'thread/goal/updated': exported(read_614),
  'thread/goal/cleared': exported(read_474),
  'turn/started': exported(read_634),
  'turn/completed': exported(read_664),
  'turn/diff/updated': exported(read_670),
  'item/started': exported(read_678),
  'item/completed': exported(read_688),
  'item/autoApprovalReview/started': exported(read_698),
  'item/autoApprovalReview/completed': exported(read_698),
  'serverRequest/resolved': exported(read_805),
  'hook/started': exported(read_813),
  'hook/completed': exported(read_813),
};
export const clientRequests = {
  initialize: { params: exported(read_845), result: exported(read_879) },
  'thread/start': { params: exported(read_893), result: exported(read_913) },
  'thread/resume': { params: exported(read_893), result: exported(read_913) },
  'thread/fork': { params: exported(read_893), result: exported(read_913) },
  'thread/archive': { params: exported(read_474), result: exported(read_956) },
  'thread/unarchive': { params: exported(read_474), result: exported(read_956) },
  'thread/revert': { params: exported(read_474), result: exported(read_959) },
  'thread/compact/start': { params: exported(read_474), result: exported(read_956) },
  'thread/unsubscribe': { params: exported(read_474), result: exported(read_956) },
  'thread/read': { params: exported(read_474), result: exported(read_963) },
  'thread/turns/list': { params: exported(read_474), result: exported(read_981) },
  'thread/queue/add': { params: exported(read_998), result: exported(read_956) },
  'thread/goal/set': { params: exported(read_474), result: exported(read_956) },
  'turn/start': { params: exported(read_1018), result: exported(read_1097) },
  'turn/steer': { params: exported(read_1109), result: exported(read_1137) },
  'turn/interrupt': { params: exported(read_1141), result: exported(read_956) },
  'review/start': { params: exported(read_474), result: exported(read_1149) },
};
export const approvalRequests = {
  'item/commandExecution/requestApproval': { params: exported(read_1161), result: exported(read_1203) },
  'item/fileChange/requestApproval': { params: exported(read_1235), result: exported(read_1247) },
  'item/permissions/requestApproval': { params: exported(read_1251), result: exported(read_1269) },
};
export const userInputRequests = {
  'item/tool/requestUserInput': { params: exported(read_1287), result: exported(read_1297) },
  'mcpServer/elicitation/request': { params: exported(read_1301), result: exported(read_1329) },
};
export const rpcError = exported(read_1333);
export const item = exported(read_item);
