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

function read_433(value) {
  if (!isObject(value)) return NONE;
  const v434 = value['codexErrorInfo'];
  if (v434 === undefined && !('codexErrorInfo' in value)) return NONE;
  const v435 = v434;
  const v436 = { codexErrorInfo: v435 };
  return v436;
}

function read_420(value) {
  if (!isObject(value)) return NONE;
  const v421 = value['id'];
  let v422;
  if (typeof v421 !== 'string') return NONE;
  v422 = v421;
  v422 = shortenName(v422);
  if (v422.length < 1) return NONE;

  const v423 = value['rootTurnId'];
  let v424;
  l425: {
    l426: {
      if (v423 === null) v424 = null;
      else {
        if (typeof v423 !== 'string') break l426;
        v424 = v423;
        v424 = shortenName(v424);
      }
      break l425;
    }
    v424 = null;
  }

  const v427 = value['status'];
  const v428 =
    v427 === null || v427 === 'inProgress' || v427 === 'completed' || v427 === 'interrupted' || v427 === 'failed'
      ? v427
      : null;
  const v429 = value['error'];
  let v430;
  l431: {
    l432: {
      if (v429 === null) v430 = null;
      else {
        v430 = read_433(v429);
        if (v430 === NONE) break l432;
      }
      break l431;
    }
    v430 = null;
  }

  const v437 = value['startedAt'];
  const v438 = v437 === null || (typeof v437 === 'number' && Number.isFinite(v437) && isTime(v437)) ? v437 : null;
  const v439 = value['completedAt'];
  const v440 = v439 === null || (typeof v439 === 'number' && Number.isFinite(v439) && isTime(v439)) ? v439 : null;
  const v441 = value['durationMs'];
  const v442 = v441 === null || (typeof v441 === 'number' && Number.isFinite(v441) && isTime(v441)) ? v441 : null;
  const v443 = value['items'];
  let v444;
  l445: {
    l446: {
      if (!Array.isArray(v443)) break l446;
      v444 = [];
      for (const v447 of v443) {
        let v448;
        v448 = v447;
        v444.push(v448);
      }
      break l445;
    }
    v444 = [];
  }

  const v449 = {
    id: v422,
    rootTurnId: v424,
    status: v428,
    error: v430,
    startedAt: v438,
    completedAt: v440,
    durationMs: v442,
    items: v444,
  };
  return v449;
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

  const v410 = value['turns'];
  let v411;
  let v412;
  l413: {
    l414: {
      if (!Array.isArray(v410)) break l414;
      v412 = [];
      for (const v415 of v410) {
        let v416;
        l417: {
          l418: {
            let v419;
            v419 = read_420(v415);
            if (v419 === NONE) break l418;
            v416 = withoutItems(v419);
            break l417;
          }
          l450: {
            let v451;
            v451 = v415;
            v416 = unreadable(v451);
            break l417;
          }
          break l414;
        }

        v412.push(v416);
      }
      break l413;
    }
    v412 = [];
  }

  v411 = readable(v412);
  const v452 = value['preview'];
  const v453 = isFilled(v452);
  const v454 = {
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
    turns: v411,
    preview: v453,
  };
  return v454;
}

function read_357(value) {
  if (!isObject(value)) return NONE;
  const v358 = value['thread'];
  let v359;
  v359 = read_360(v358);
  if (v359 === NONE) return NONE;
  const v455 = { thread: v359 };
  return v455;
}

function read_456(value) {
  if (!isObject(value)) return NONE;
  const v457 = value['threadId'];
  let v458;
  if (typeof v457 !== 'string') return NONE;
  v458 = v457;
  v458 = shortenName(v458);
  if (v458.length < 1) return NONE;

  const v459 = { threadId: v458 };
  return v459;
}

function read_509(value) {
  if (!isObject(value)) return NONE;
  const v510 = value['type'];
  let v511;
  if (typeof v510 !== 'string') return NONE;
  v511 = v510;
  v511 = shortenName(v511);

  const v512 = value['networkAccess'];
  let v513;
  l514: {
    l515: {
      if (v512 === null) v513 = null;
      else {
        l516: {
          l517: {
            if (!(typeof v512 === 'boolean')) break l517;
            v513 = v512;
            break l516;
          }
          l518: {
            if (typeof v512 !== 'string') break l518;
            v513 = v512;
            v513 = shortenName(v513);

            break l516;
          }
          break l515;
        }
      }
      break l514;
    }
    v513 = null;
  }

  const v519 = { type: v511, networkAccess: v513 };
  return v519;
}

function read_531(value) {
  if (!isObject(value)) return NONE;
  const v532 = value['model'];
  let v533;
  l534: {
    l535: {
      if (v532 === undefined) v533 = undefined;
      else {
        if (v532 === null) v533 = null;
        else {
          if (typeof v532 !== 'string') break l535;
          v533 = v532;
          v533 = shortenName(v533);
        }
      }
      break l534;
    }
    v533 = undefined;
  }

  const v536 = value['reasoning_effort'];
  let v537;
  l538: {
    l539: {
      if (v536 === undefined) v537 = undefined;
      else {
        if (v536 === null) v537 = null;
        else {
          if (typeof v536 !== 'string') break l539;
          v537 = v536;
          v537 = shortenName(v537);
        }
      }
      break l538;
    }
    v537 = undefined;
  }

  const v540 = { model: v533, reasoning_effort: v537 };
  return v540;
}

function read_524(value) {
  if (!isObject(value)) return NONE;
  const v525 = value['mode'];
  let v526;
  if (typeof v525 !== 'string') return NONE;
  v526 = v525;
  v526 = shortenName(v526);

  const v527 = value['settings'];
  let v528;
  l529: {
    l530: {
      if (v527 === undefined) v528 = undefined;
      else {
        v528 = read_531(v527);
        if (v528 === NONE) break l530;
      }
      break l529;
    }
    v528 = undefined;
  }

  const v541 = { mode: v526, settings: v528 };
  return v541;
}

function read_465(value) {
  if (!isObject(value)) return NONE;
  const v466 = value['model'];
  let v467;
  l468: {
    l469: {
      if (v466 === undefined) v467 = undefined;
      else {
        if (v466 === null) v467 = null;
        else {
          if (typeof v466 !== 'string') break l469;
          v467 = v466;
          v467 = shortenName(v467);
        }
      }
      break l468;
    }
    v467 = undefined;
  }

  const v470 = value['modelProvider'];
  let v471;
  l472: {
    l473: {
      if (v470 === undefined) v471 = undefined;
      else {
        if (v470 === null) v471 = null;
        else {
          if (typeof v470 !== 'string') break l473;
          v471 = v470;
          v471 = shortenName(v471);
        }
      }
      break l472;
    }
    v471 = undefined;
  }

  const v474 = value['effort'];
  let v475;
  l476: {
    l477: {
      if (v474 === undefined) v475 = undefined;
      else {
        if (v474 === null) v475 = null;
        else {
          if (typeof v474 !== 'string') break l477;
          v475 = v474;
          v475 = shortenName(v475);
        }
      }
      break l476;
    }
    v475 = undefined;
  }

  const v478 = value['summary'];
  let v479;
  l480: {
    l481: {
      if (v478 === undefined) v479 = undefined;
      else {
        if (v478 === null) v479 = null;
        else {
          if (typeof v478 !== 'string') break l481;
          v479 = v478;
          v479 = shortenName(v479);
        }
      }
      break l480;
    }
    v479 = undefined;
  }

  const v482 = value['serviceTier'];
  let v483;
  l484: {
    l485: {
      if (v482 === undefined) v483 = undefined;
      else {
        if (v482 === null) v483 = null;
        else {
          if (typeof v482 !== 'string') break l485;
          v483 = v482;
          v483 = shortenName(v483);
        }
      }
      break l484;
    }
    v483 = undefined;
  }

  const v486 = value['personality'];
  let v487;
  l488: {
    l489: {
      if (v486 === undefined) v487 = undefined;
      else {
        if (v486 === null) v487 = null;
        else {
          if (typeof v486 !== 'string') break l489;
          v487 = v486;
          v487 = shortenName(v487);
        }
      }
      break l488;
    }
    v487 = undefined;
  }

  const v490 = value['approvalPolicy'];
  let v491;
  l492: {
    l493: {
      if (v490 === undefined) v491 = undefined;
      else {
        if (v490 === null) v491 = null;
        else {
          l494: {
            l495: {
              if (typeof v490 !== 'string') break l495;
              v491 = v490;
              v491 = shortenName(v491);

              break l494;
            }
            l496: {
              let v497;
              if (!isObject(v490)) break l496;
              v497 = {};
              for (const v498 of Object.keys(v490)) {
                if (v498 === '__proto__') continue;
                const v499 = v490[v498];
                let v500;
                v500 = v499;
                v497[v498] = v500;
              }
              v491 = nameIn(v497);
              break l494;
            }
            break l493;
          }
        }
      }
      break l492;
    }
    v491 = undefined;
  }

  const v501 = value['approvalsReviewer'];
  let v502;
  l503: {
    l504: {
      if (v501 === undefined) v502 = undefined;
      else {
        if (v501 === null) v502 = null;
        else {
          if (typeof v501 !== 'string') break l504;
          v502 = v501;
          v502 = shortenName(v502);
        }
      }
      break l503;
    }
    v502 = undefined;
  }

  const v505 = value['sandboxPolicy'];
  let v506;
  l507: {
    l508: {
      if (v505 === undefined) v506 = undefined;
      else {
        if (v505 === null) v506 = null;
        else {
          v506 = read_509(v505);
          if (v506 === NONE) break l508;
        }
      }
      break l507;
    }
    v506 = undefined;
  }

  const v520 = value['collaborationMode'];
  let v521;
  l522: {
    l523: {
      if (v520 === undefined) v521 = undefined;
      else {
        if (v520 === null) v521 = null;
        else {
          v521 = read_524(v520);
          if (v521 === NONE) break l523;
        }
      }
      break l522;
    }
    v521 = undefined;
  }

  const v542 = {
    model: v467,
    modelProvider: v471,
    effort: v475,
    summary: v479,
    serviceTier: v483,
    personality: v487,
    approvalPolicy: v491,
    approvalsReviewer: v502,
    sandboxPolicy: v506,
    collaborationMode: v521,
  };
  return v542;
}

function read_460(value) {
  if (!isObject(value)) return NONE;
  const v461 = value['threadId'];
  let v462;
  if (typeof v461 !== 'string') return NONE;
  v462 = v461;
  v462 = shortenName(v462);
  if (v462.length < 1) return NONE;

  const v463 = value['threadSettings'];
  let v464;
  v464 = read_465(v463);
  if (v464 === NONE) return NONE;
  const v543 = { threadId: v462, threadSettings: v464 };
  return v543;
}

function read_555(value) {
  if (!isObject(value)) return NONE;
  const v556 = value['codexErrorInfo'];
  if (v556 === undefined && !('codexErrorInfo' in value)) return NONE;
  const v557 = v556;
  const v558 = { codexErrorInfo: v557 };
  return v558;
}

function read_544(value) {
  if (!isObject(value)) return NONE;
  const v545 = value['threadId'];
  let v546;
  if (typeof v545 !== 'string') return NONE;
  v546 = v545;
  v546 = shortenName(v546);
  if (v546.length < 1) return NONE;

  const v547 = value['turnId'];
  let v548;
  if (typeof v547 !== 'string') return NONE;
  v548 = v547;
  v548 = shortenName(v548);
  if (v548.length < 1) return NONE;

  const v549 = value['willRetry'];
  const v550 = typeof v549 === 'boolean' ? v549 : false;
  const v551 = value['error'];
  let v552;
  l553: {
    l554: {
      if (v551 === null) v552 = null;
      else {
        v552 = read_555(v551);
        if (v552 === NONE) break l554;
      }
      break l553;
    }
    v552 = null;
  }

  const v559 = { threadId: v546, turnId: v548, willRetry: v550, error: v552 };
  return v559;
}

function read_560(value) {
  if (!isObject(value)) return NONE;
  const v561 = value['threadId'];
  let v562;
  if (typeof v561 !== 'string') return NONE;
  v562 = v561;
  v562 = shortenName(v562);
  if (v562.length < 1) return NONE;

  const v563 = value['turnId'];
  let v564;
  if (typeof v563 !== 'string') return NONE;
  v564 = v563;
  v564 = shortenName(v564);
  if (v564.length < 1) return NONE;

  const v565 = value['toModel'];
  let v566;
  if (typeof v565 !== 'string') return NONE;
  v566 = v565;
  v566 = shortenName(v566);

  const v567 = { threadId: v562, turnId: v564, toModel: v566 };
  return v567;
}

function read_578(value) {
  if (!isObject(value)) return NONE;
  const v579 = value['inputTokens'];
  const v580 = typeof v579 === 'number' && Number.isFinite(v579) && Number.isSafeInteger(v579) && v579 >= 0 ? v579 : 0;
  const v581 = value['cachedInputTokens'];
  const v582 = typeof v581 === 'number' && Number.isFinite(v581) && Number.isSafeInteger(v581) && v581 >= 0 ? v581 : 0;
  const v583 = value['cacheWriteInputTokens'];
  const v584 =
    v583 === null || (typeof v583 === 'number' && Number.isFinite(v583) && Number.isSafeInteger(v583) && v583 >= 0)
      ? v583
      : null;
  const v585 = value['outputTokens'];
  const v586 = typeof v585 === 'number' && Number.isFinite(v585) && Number.isSafeInteger(v585) && v585 >= 0 ? v585 : 0;
  const v587 = value['reasoningOutputTokens'];
  const v588 = typeof v587 === 'number' && Number.isFinite(v587) && Number.isSafeInteger(v587) && v587 >= 0 ? v587 : 0;
  const v589 = value['totalTokens'];
  const v590 = typeof v589 === 'number' && Number.isFinite(v589) && Number.isSafeInteger(v589) && v589 >= 0 ? v589 : 0;
  const v591 = {
    inputTokens: v580,
    cachedInputTokens: v582,
    cacheWriteInputTokens: v584,
    outputTokens: v586,
    reasoningOutputTokens: v588,
    totalTokens: v590,
  };
  return v591;
}

function read_575(value) {
  if (!isObject(value)) return NONE;
  const v576 = value['total'];
  let v577;
  v577 = read_578(v576);
  if (v577 === NONE) return NONE;
  const v592 = value['last'];
  let v593;
  v593 = read_578(v592);
  if (v593 === NONE) return NONE;
  const v594 = { total: v577, last: v593 };
  return v594;
}

function read_568(value) {
  if (!isObject(value)) return NONE;
  const v569 = value['threadId'];
  let v570;
  if (typeof v569 !== 'string') return NONE;
  v570 = v569;
  v570 = shortenName(v570);
  if (v570.length < 1) return NONE;

  const v571 = value['turnId'];
  let v572;
  if (typeof v571 !== 'string') return NONE;
  v572 = v571;
  v572 = shortenName(v572);
  if (v572.length < 1) return NONE;

  const v573 = value['tokenUsage'];
  let v574;
  v574 = read_575(v573);
  if (v574 === NONE) return NONE;
  const v595 = { threadId: v570, turnId: v572, tokenUsage: v574 };
  return v595;
}

function read_605(value) {
  if (!isObject(value)) return NONE;
  const v606 = value['status'];
  let v607;
  if (typeof v606 !== 'string') return NONE;
  v607 = v606;
  v607 = shortenName(v607);

  const v608 = value['tokenBudget'];
  const v609 =
    v608 === null || (typeof v608 === 'number' && Number.isFinite(v608) && Number.isSafeInteger(v608) && v608 >= 0)
      ? v608
      : null;
  const v610 = value['tokensUsed'];
  const v611 =
    v610 === null || (typeof v610 === 'number' && Number.isFinite(v610) && Number.isSafeInteger(v610) && v610 >= 0)
      ? v610
      : null;
  const v612 = value['timeUsedSeconds'];
  const v613 =
    v612 === null || (typeof v612 === 'number' && Number.isFinite(v612) && Number.isSafeInteger(v612) && v612 >= 0)
      ? v612
      : null;
  const v614 = { status: v607, tokenBudget: v609, tokensUsed: v611, timeUsedSeconds: v613 };
  return v614;
}

function read_596(value) {
  if (!isObject(value)) return NONE;
  const v597 = value['threadId'];
  let v598;
  if (typeof v597 !== 'string') return NONE;
  v598 = v597;
  v598 = shortenName(v598);
  if (v598.length < 1) return NONE;

  const v599 = value['turnId'];
  let v600;
  l601: {
    l602: {
      if (v599 === null) v600 = null;
      else {
        if (typeof v599 !== 'string') break l602;
        v600 = v599;
        v600 = shortenName(v600);
      }
      break l601;
    }
    v600 = null;
  }

  const v603 = value['goal'];
  let v604;
  v604 = read_605(v603);
  if (v604 === NONE) return NONE;
  const v615 = { threadId: v598, turnId: v600, goal: v604 };
  return v615;
}

function read_634(value) {
  if (!isObject(value)) return NONE;
  const v635 = value['codexErrorInfo'];
  if (v635 === undefined && !('codexErrorInfo' in value)) return NONE;
  const v636 = v635;
  const v637 = { codexErrorInfo: v636 };
  return v637;
}

function read_621(value) {
  if (!isObject(value)) return NONE;
  const v622 = value['id'];
  let v623;
  if (typeof v622 !== 'string') return NONE;
  v623 = v622;
  v623 = shortenName(v623);
  if (v623.length < 1) return NONE;

  const v624 = value['rootTurnId'];
  let v625;
  l626: {
    l627: {
      if (v624 === null) v625 = null;
      else {
        if (typeof v624 !== 'string') break l627;
        v625 = v624;
        v625 = shortenName(v625);
      }
      break l626;
    }
    v625 = null;
  }

  const v628 = value['status'];
  const v629 =
    v628 === null || v628 === 'inProgress' || v628 === 'completed' || v628 === 'interrupted' || v628 === 'failed'
      ? v628
      : null;
  const v630 = value['error'];
  let v631;
  l632: {
    l633: {
      if (v630 === null) v631 = null;
      else {
        v631 = read_634(v630);
        if (v631 === NONE) break l633;
      }
      break l632;
    }
    v631 = null;
  }

  const v638 = value['startedAt'];
  const v639 = v638 === null || (typeof v638 === 'number' && Number.isFinite(v638) && isTime(v638)) ? v638 : null;
  const v640 = value['completedAt'];
  const v641 = v640 === null || (typeof v640 === 'number' && Number.isFinite(v640) && isTime(v640)) ? v640 : null;
  const v642 = value['durationMs'];
  const v643 = v642 === null || (typeof v642 === 'number' && Number.isFinite(v642) && isTime(v642)) ? v642 : null;
  const v644 = {
    id: v623,
    rootTurnId: v625,
    status: v629,
    error: v631,
    startedAt: v639,
    completedAt: v641,
    durationMs: v643,
  };
  return v644;
}

function read_616(value) {
  if (!isObject(value)) return NONE;
  const v617 = value['threadId'];
  let v618;
  if (typeof v617 !== 'string') return NONE;
  v618 = v617;
  v618 = shortenName(v618);
  if (v618.length < 1) return NONE;

  const v619 = value['turn'];
  let v620;
  v620 = read_621(v619);
  if (v620 === NONE) return NONE;
  const v645 = { threadId: v618, turn: v620 };
  return v645;
}

function read_646(value) {
  if (!isObject(value)) return NONE;
  const v647 = value['threadId'];
  let v648;
  if (typeof v647 !== 'string') return NONE;
  v648 = v647;
  v648 = shortenName(v648);
  if (v648.length < 1) return NONE;

  const v649 = value['turn'];
  let v650;
  v650 = read_621(v649);
  if (v650 === NONE) return NONE;
  const v651 = { threadId: v648, turn: v650 };
  return v651;
}

function read_652(value) {
  if (!isObject(value)) return NONE;
  const v653 = value['threadId'];
  let v654;
  if (typeof v653 !== 'string') return NONE;
  v654 = v653;
  v654 = shortenName(v654);
  if (v654.length < 1) return NONE;

  const v655 = value['turnId'];
  let v656;
  if (typeof v655 !== 'string') return NONE;
  v656 = v655;
  v656 = shortenName(v656);
  if (v656.length < 1) return NONE;

  const v657 = value['diff'];
  let v658;
  if (!(typeof v657 === 'string')) return NONE;
  v658 = v657;
  const v659 = { threadId: v654, turnId: v656, diff: v658 };
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

  const v663 = value['turnId'];
  let v664;
  if (typeof v663 !== 'string') return NONE;
  v664 = v663;
  v664 = shortenName(v664);
  if (v664.length < 1) return NONE;

  const v665 = value['startedAtMs'];
  const v666 = v665 === null || (typeof v665 === 'number' && Number.isFinite(v665) && isTime(v665)) ? v665 : null;
  const v667 = value['item'];
  let v668;
  v668 = read_item(v667);
  if (v668 === NONE) return NONE;
  const v669 = { threadId: v662, turnId: v664, startedAtMs: v666, item: v668 };
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

  const v675 = value['completedAtMs'];
  const v676 = v675 === null || (typeof v675 === 'number' && Number.isFinite(v675) && isTime(v675)) ? v675 : null;
  const v677 = value['item'];
  let v678;
  v678 = read_item(v677);
  if (v678 === NONE) return NONE;
  const v679 = { threadId: v672, turnId: v674, completedAtMs: v676, item: v678 };
  return v679;
}

function read_697(value) {
  if (!isObject(value)) return NONE;
  const v698 = value['status'];
  let v699;
  if (typeof v698 !== 'string') return NONE;
  v699 = v698;
  v699 = shortenName(v699);

  const v700 = value['riskLevel'];
  let v701;
  l702: {
    l703: {
      if (v700 === null) v701 = null;
      else {
        if (typeof v700 !== 'string') break l703;
        v701 = v700;
        v701 = shortenName(v701);
      }
      break l702;
    }
    v701 = null;
  }

  const v704 = value['userAuthorization'];
  let v705;
  l706: {
    l707: {
      if (v704 === null) v705 = null;
      else {
        if (typeof v704 !== 'string') break l707;
        v705 = v704;
        v705 = shortenName(v705);
      }
      break l706;
    }
    v705 = null;
  }

  const v708 = { status: v699, riskLevel: v701, userAuthorization: v705 };
  return v708;
}

function read_733(value) {
  if (!isObject(value)) return NONE;
  const v734 = value['enabled'];
  const v735 = v734 === null || typeof v734 === 'boolean' ? v734 : null;
  const v736 = { enabled: v735 };
  return v736;
}

function read_773(value) {
  if (!isObject(value)) return NONE;
  const v774 = value['path'];
  if (v774 === undefined && !('path' in value)) return NONE;
  const v775 = v774;
  const v776 = value['access'];
  let v777;
  l778: {
    l779: {
      if (typeof v776 !== 'string') break l779;
      v777 = v776;
      v777 = shortenName(v777);

      break l778;
    }
    v777 = '';
  }

  const v780 = { path: v775, access: v777 };
  return v780;
}

function read_741(value) {
  if (!isObject(value)) return NONE;
  const v742 = value['read'];
  let v743;
  let v744;
  l745: {
    l746: {
      if (!Array.isArray(v742)) break l746;
      v744 = [];
      for (const v747 of v742) {
        let v748;
        l749: {
          l750: {
            if (!(typeof v747 === 'string')) break l750;
            v748 = v747;
            break l749;
          }
          l751: {
            let v752;
            v752 = v747;
            v748 = unreadable(v752);
            break l749;
          }
          break l746;
        }

        v744.push(v748);
      }
      break l745;
    }
    v744 = [];
  }

  v743 = readable(v744);
  const v753 = value['write'];
  let v754;
  let v755;
  l756: {
    l757: {
      if (!Array.isArray(v753)) break l757;
      v755 = [];
      for (const v758 of v753) {
        let v759;
        l760: {
          l761: {
            if (!(typeof v758 === 'string')) break l761;
            v759 = v758;
            break l760;
          }
          l762: {
            let v763;
            v763 = v758;
            v759 = unreadable(v763);
            break l760;
          }
          break l757;
        }

        v755.push(v759);
      }
      break l756;
    }
    v755 = [];
  }

  v754 = readable(v755);
  const v764 = value['entries'];
  let v765;
  let v766;
  l767: {
    l768: {
      if (!Array.isArray(v764)) break l768;
      v766 = [];
      for (const v769 of v764) {
        let v770;
        l771: {
          l772: {
            v770 = read_773(v769);
            if (v770 === NONE) break l772;
            break l771;
          }
          l781: {
            let v782;
            v782 = v769;
            v770 = unreadable(v782);
            break l771;
          }
          break l768;
        }

        v766.push(v770);
      }
      break l767;
    }
    v766 = [];
  }

  v765 = readable(v766);
  const v783 = { read: v743, write: v754, entries: v765 };
  return v783;
}

function read_728(value) {
  if (!isObject(value)) return NONE;
  const v729 = value['network'];
  let v730;
  l731: {
    l732: {
      if (v729 === null) v730 = null;
      else {
        v730 = read_733(v729);
        if (v730 === NONE) break l732;
      }
      break l731;
    }
    v730 = null;
  }

  const v737 = value['fileSystem'];
  let v738;
  l739: {
    l740: {
      if (v737 === null) v738 = null;
      else {
        v738 = read_741(v737);
        if (v738 === NONE) break l740;
      }
      break l739;
    }
    v738 = null;
  }

  const v784 = { network: v730, fileSystem: v738 };
  return v784;
}

function read_713(value) {
  if (!isObject(value)) return NONE;
  const v714 = value['type'];
  let v715;
  if (typeof v714 !== 'string') return NONE;
  v715 = v714;
  v715 = shortenName(v715);

  const v716 = value['source'];
  let v717;
  l718: {
    l719: {
      if (v716 === null) v717 = null;
      else {
        if (typeof v716 !== 'string') break l719;
        v717 = v716;
        v717 = shortenName(v717);
      }
      break l718;
    }
    v717 = null;
  }

  const v720 = value['toolName'];
  let v721;
  l722: {
    l723: {
      if (v720 === null) v721 = null;
      else {
        if (typeof v720 !== 'string') break l723;
        v721 = v720;
        v721 = shortenName(v721);
      }
      break l722;
    }
    v721 = null;
  }

  const v724 = value['permissions'];
  let v725;
  l726: {
    l727: {
      if (v724 === null) v725 = null;
      else {
        v725 = read_728(v724);
        if (v725 === NONE) break l727;
      }
      break l726;
    }
    v725 = null;
  }

  const v785 = { type: v715, source: v717, toolName: v721, permissions: v725 };
  return v785;
}

function read_680(value) {
  if (!isObject(value)) return NONE;
  const v681 = value['threadId'];
  let v682;
  if (typeof v681 !== 'string') return NONE;
  v682 = v681;
  v682 = shortenName(v682);
  if (v682.length < 1) return NONE;

  const v683 = value['turnId'];
  let v684;
  if (typeof v683 !== 'string') return NONE;
  v684 = v683;
  v684 = shortenName(v684);
  if (v684.length < 1) return NONE;

  const v685 = value['reviewId'];
  let v686;
  if (typeof v685 !== 'string') return NONE;
  v686 = v685;
  v686 = shortenName(v686);
  if (v686.length < 1) return NONE;

  const v687 = value['targetItemId'];
  let v688;
  l689: {
    l690: {
      if (v687 === null) v688 = null;
      else {
        if (typeof v687 !== 'string') break l690;
        v688 = v687;
        v688 = shortenName(v688);
      }
      break l689;
    }
    v688 = null;
  }

  const v691 = value['startedAtMs'];
  const v692 = v691 === null || (typeof v691 === 'number' && Number.isFinite(v691) && isTime(v691)) ? v691 : null;
  const v693 = value['completedAtMs'];
  const v694 = v693 === null || (typeof v693 === 'number' && Number.isFinite(v693) && isTime(v693)) ? v693 : null;
  const v695 = value['review'];
  let v696;
  v696 = read_697(v695);
  if (v696 === NONE) return NONE;
  const v709 = value['action'];
  let v710;
  l711: {
    l712: {
      v710 = read_713(v709);
      if (v710 === NONE) break l712;
      break l711;
    }
    v710 = { type: '', source: null, toolName: null, permissions: null };
  }

  const v786 = {
    threadId: v682,
    turnId: v684,
    reviewId: v686,
    targetItemId: v688,
    startedAtMs: v692,
    completedAtMs: v694,
    review: v696,
    action: v710,
  };
  return v786;
}

function read_787(value) {
  if (!isObject(value)) return NONE;
  const v788 = value['threadId'];
  let v789;
  l790: {
    l791: {
      if (v788 === null) v789 = null;
      else {
        if (typeof v788 !== 'string') break l791;
        v789 = v788;
        v789 = shortenName(v789);
      }
      break l790;
    }
    v789 = null;
  }

  const v792 = value['requestId'];
  let v793;
  if (!(typeof v792 === 'string' || (typeof v792 === 'number' && Number.isFinite(v792)))) return NONE;
  v793 = v792;
  const v794 = { threadId: v789, requestId: v793 };
  return v794;
}

function read_804(value) {
  if (!isObject(value)) return NONE;
  const v805 = value['id'];
  let v806;
  if (typeof v805 !== 'string') return NONE;
  v806 = v805;
  v806 = shortenName(v806);
  if (v806.length < 1) return NONE;

  const v807 = value['eventName'];
  let v808;
  if (typeof v807 !== 'string') return NONE;
  v808 = v807;
  v808 = shortenName(v808);

  const v809 = value['source'];
  let v810;
  l811: {
    l812: {
      if (typeof v809 !== 'string') break l812;
      v810 = v809;
      v810 = shortenName(v810);

      break l811;
    }
    v810 = 'unknown';
  }

  const v813 = value['handlerType'];
  let v814;
  l815: {
    l816: {
      if (v813 === null) v814 = null;
      else {
        if (typeof v813 !== 'string') break l816;
        v814 = v813;
        v814 = shortenName(v814);
      }
      break l815;
    }
    v814 = null;
  }

  const v817 = value['executionMode'];
  let v818;
  l819: {
    l820: {
      if (v817 === null) v818 = null;
      else {
        if (typeof v817 !== 'string') break l820;
        v818 = v817;
        v818 = shortenName(v818);
      }
      break l819;
    }
    v818 = null;
  }

  const v821 = value['status'];
  const v822 =
    v821 === null ||
    v821 === 'running' ||
    v821 === 'completed' ||
    v821 === 'failed' ||
    v821 === 'blocked' ||
    v821 === 'stopped'
      ? v821
      : null;
  const v823 = value['durationMs'];
  const v824 = v823 === null || (typeof v823 === 'number' && Number.isFinite(v823) && isTime(v823)) ? v823 : null;
  const v825 = {
    id: v806,
    eventName: v808,
    source: v810,
    handlerType: v814,
    executionMode: v818,
    status: v822,
    durationMs: v824,
  };
  return v825;
}

function read_795(value) {
  if (!isObject(value)) return NONE;
  const v796 = value['threadId'];
  let v797;
  if (typeof v796 !== 'string') return NONE;
  v797 = v796;
  v797 = shortenName(v797);
  if (v797.length < 1) return NONE;

  const v798 = value['turnId'];
  let v799;
  l800: {
    l801: {
      if (v798 === null) v799 = null;
      else {
        if (typeof v798 !== 'string') break l801;
        v799 = v798;
        v799 = shortenName(v799);
      }
      break l800;
    }
    v799 = null;
  }

  const v802 = value['run'];
  let v803;
  v803 = read_804(v802);
  if (v803 === NONE) return NONE;
  const v826 = { threadId: v797, turnId: v799, run: v803 };
  return v826;
}

function read_832(value) {
  if (!isObject(value)) return NONE;
  const v833 = value['name'];
  let v834;
  if (typeof v833 !== 'string') return NONE;
  v834 = v833;
  v834 = shortenLabel(v834);

  const v835 = value['version'];
  let v836;
  l837: {
    l838: {
      if (v835 === null) v836 = null;
      else {
        if (typeof v835 !== 'string') break l838;
        v836 = v835;
        v836 = shortenLabel(v836);
      }
      break l837;
    }
    v836 = null;
  }

  const v839 = { name: v834, version: v836 };
  return v839;
}

function read_844(value) {
  if (!isObject(value)) return NONE;
  const v845 = value['experimentalApi'];
  const v846 = typeof v845 === 'boolean' ? v845 : false;
  const v847 = value['optOutNotificationMethods'];
  let v848;
  let v849;
  let v850;
  l851: {
    l852: {
      if (!Array.isArray(v847)) break l852;
      v850 = [];
      for (const v853 of v847) {
        let v854;
        l855: {
          l856: {
            if (typeof v853 !== 'string') break l856;
            v854 = v853;
            v854 = shortenName(v854);

            break l855;
          }
          l857: {
            let v858;
            v858 = v853;
            v854 = unreadable(v858);
            break l855;
          }
          break l852;
        }

        v850.push(v854);
      }
      break l851;
    }
    v850 = [];
  }

  v849 = readable(v850);
  v848 = shortenList(v849);
  const v859 = { experimentalApi: v846, optOutNotificationMethods: v848 };
  return v859;
}

function read_827(value) {
  if (!isObject(value)) return NONE;
  const v828 = value['clientInfo'];
  let v829;
  l830: {
    l831: {
      if (v828 === null) v829 = null;
      else {
        v829 = read_832(v828);
        if (v829 === NONE) break l831;
      }
      break l830;
    }
    v829 = null;
  }

  const v840 = value['capabilities'];
  let v841;
  l842: {
    l843: {
      if (v840 === null) v841 = null;
      else {
        v841 = read_844(v840);
        if (v841 === NONE) break l843;
      }
      break l842;
    }
    v841 = null;
  }

  const v860 = { clientInfo: v829, capabilities: v841 };
  return v860;
}

function read_861(value) {
  if (!isObject(value)) return NONE;
  const v862 = value['userAgent'];
  let v863;
  l864: {
    l865: {
      if (v862 === null) v863 = null;
      else {
        if (typeof v862 !== 'string') break l865;
        v863 = v862;
        v863 = shortenPath(v863);
      }
      break l864;
    }
    v863 = null;
  }

  const v866 = value['platformOs'];
  let v867;
  l868: {
    l869: {
      if (v866 === null) v867 = null;
      else {
        if (typeof v866 !== 'string') break l869;
        v867 = v866;
        v867 = shortenLabel(v867);
      }
      break l868;
    }
    v867 = null;
  }

  const v870 = value['codexHome'];
  let v871;
  l872: {
    l873: {
      if (v870 === null) v871 = null;
      else {
        if (typeof v870 !== 'string') break l873;
        v871 = v870;
        v871 = shortenPath(v871);
      }
      break l872;
    }
    v871 = null;
  }

  const v874 = { userAgent: v863, platformOs: v867, codexHome: v871 };
  return v874;
}

function read_884(value) {
  if (!isObject(value)) return NONE;
  const v885 = value['model_reasoning_summary'];
  let v886;
  l887: {
    l888: {
      if (v885 === undefined) v886 = undefined;
      else {
        if (v885 === null) v886 = null;
        else {
          if (typeof v885 !== 'string') break l888;
          v886 = v885;
          v886 = shortenName(v886);
        }
      }
      break l887;
    }
    v886 = undefined;
  }

  const v889 = value['personality'];
  let v890;
  l891: {
    l892: {
      if (v889 === undefined) v890 = undefined;
      else {
        if (v889 === null) v890 = null;
        else {
          if (typeof v889 !== 'string') break l892;
          v890 = v889;
          v890 = shortenName(v890);
        }
      }
      break l891;
    }
    v890 = undefined;
  }

  const v893 = { model_reasoning_summary: v886, personality: v890 };
  return v893;
}

function read_875(value) {
  if (!isObject(value)) return NONE;
  const v876 = value['personality'];
  let v877;
  l878: {
    l879: {
      if (v876 === undefined) v877 = undefined;
      else {
        if (v876 === null) v877 = null;
        else {
          if (typeof v876 !== 'string') break l879;
          v877 = v876;
          v877 = shortenName(v877);
        }
      }
      break l878;
    }
    v877 = undefined;
  }

  const v880 = value['config'];
  let v881;
  l882: {
    l883: {
      if (v880 === undefined) v881 = undefined;
      else {
        if (v880 === null) v881 = null;
        else {
          v881 = read_884(v880);
          if (v881 === NONE) break l883;
        }
      }
      break l882;
    }
    v881 = undefined;
  }

  const v894 = { personality: v877, config: v881 };
  return v894;
}

function read_895(value) {
  if (!isObject(value)) return NONE;
  const v896 = value['thread'];
  let v897;
  v897 = read_360(v896);
  if (v897 === NONE) return NONE;
  const v898 = value['model'];
  let v899;
  l900: {
    l901: {
      if (v898 === null) v899 = null;
      else {
        if (typeof v898 !== 'string') break l901;
        v899 = v898;
        v899 = shortenName(v899);
      }
      break l900;
    }
    v899 = null;
  }

  const v902 = value['modelProvider'];
  let v903;
  l904: {
    l905: {
      if (v902 === null) v903 = null;
      else {
        if (typeof v902 !== 'string') break l905;
        v903 = v902;
        v903 = shortenName(v903);
      }
      break l904;
    }
    v903 = null;
  }

  const v906 = value['serviceTier'];
  let v907;
  l908: {
    l909: {
      if (v906 === undefined) v907 = undefined;
      else {
        if (v906 === null) v907 = null;
        else {
          if (typeof v906 !== 'string') break l909;
          v907 = v906;
          v907 = shortenName(v907);
        }
      }
      break l908;
    }
    v907 = undefined;
  }

  const v910 = value['approvalPolicy'];
  let v911;
  l912: {
    l913: {
      if (v910 === undefined) v911 = undefined;
      else {
        if (v910 === null) v911 = null;
        else {
          l914: {
            l915: {
              if (typeof v910 !== 'string') break l915;
              v911 = v910;
              v911 = shortenName(v911);

              break l914;
            }
            l916: {
              let v917;
              if (!isObject(v910)) break l916;
              v917 = {};
              for (const v918 of Object.keys(v910)) {
                if (v918 === '__proto__') continue;
                const v919 = v910[v918];
                let v920;
                v920 = v919;
                v917[v918] = v920;
              }
              v911 = nameIn(v917);
              break l914;
            }
            break l913;
          }
        }
      }
      break l912;
    }
    v911 = undefined;
  }

  const v921 = value['approvalsReviewer'];
  let v922;
  l923: {
    l924: {
      if (v921 === undefined) v922 = undefined;
      else {
        if (v921 === null) v922 = null;
        else {
          if (typeof v921 !== 'string') break l924;
          v922 = v921;
          v922 = shortenName(v922);
        }
      }
      break l923;
    }
    v922 = undefined;
  }

  const v925 = value['sandbox'];
  let v926;
  l927: {
    l928: {
      if (v925 === undefined) v926 = undefined;
      else {
        if (v925 === null) v926 = null;
        else {
          v926 = read_509(v925);
          if (v926 === NONE) break l928;
        }
      }
      break l927;
    }
    v926 = undefined;
  }

  const v929 = value['reasoningEffort'];
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

  const v933 = value['collaborationMode'];
  let v934;
  l935: {
    l936: {
      if (v933 === undefined) v934 = undefined;
      else {
        if (v933 === null) v934 = null;
        else {
          v934 = read_524(v933);
          if (v934 === NONE) break l936;
        }
      }
      break l935;
    }
    v934 = undefined;
  }

  const v937 = {
    thread: v897,
    model: v899,
    modelProvider: v903,
    serviceTier: v907,
    approvalPolicy: v911,
    approvalsReviewer: v922,
    sandbox: v926,
    reasoningEffort: v930,
    collaborationMode: v934,
  };
  return v937;
}

function read_938(value) {
  let v939;
  let v940;
  v940 = value;
  v939 = toNothing(v940);
  return v939;
}

function read_941(value) {
  if (!isObject(value)) return NONE;
  const v942 = value['turnsBackwardsCursor'];
  const v943 = isPresent(v942);
  const v944 = { turnsBackwardsCursor: v943 };
  return v944;
}

function read_948(value) {
  if (!isObject(value)) return NONE;
  const v949 = value['turns'];
  let v950;
  let v951;
  l952: {
    l953: {
      if (!Array.isArray(v949)) break l953;
      v951 = [];
      for (const v954 of v949) {
        let v955;
        l956: {
          l957: {
            let v958;
            v958 = read_420(v954);
            if (v958 === NONE) break l957;
            v955 = withoutItems(v958);
            break l956;
          }
          l959: {
            let v960;
            v960 = v954;
            v955 = unreadable(v960);
            break l956;
          }
          break l953;
        }

        v951.push(v955);
      }
      break l952;
    }
    v951 = [];
  }

  v950 = readable(v951);
  const v961 = { turns: v950 };
  return v961;
}

function read_945(value) {
  if (!isObject(value)) return NONE;
  const v946 = value['thread'];
  let v947;
  v947 = read_948(v946);
  if (v947 === NONE) return NONE;
  const v962 = { thread: v947 };
  return v962;
}

function read_966(value) {
  if (!isObject(value)) return NONE;
  const v967 = value['data'];
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
            v976 = read_420(v972);
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
  const v979 = { data: v968 };
  return v979;
}

function read_963(value) {
  let v964;
  let v965;
  v965 = read_966(value);
  if (v965 === NONE) return NONE;
  v964 = dataAsTurns(v965);
  return v964;
}

function read_987(value) {
  if (!isObject(value)) return NONE;
  const v988 = value['workspace_kind'];
  let v989;
  l990: {
    l991: {
      if (v988 === null) v989 = null;
      else {
        if (typeof v988 !== 'string') break l991;
        v989 = v988;
        v989 = shortenLabel(v989);
      }
      break l990;
    }
    v989 = null;
  }

  const v992 = value['codex_app_used_dictation'];
  const v993 = toFlag(v992);
  const v994 = { workspace_kind: v989, codex_app_used_dictation: v993 };
  return v994;
}

function read_980(value) {
  if (!isObject(value)) return NONE;
  const v981 = value['threadId'];
  let v982;
  if (typeof v981 !== 'string') return NONE;
  v982 = v981;
  v982 = shortenName(v982);
  if (v982.length < 1) return NONE;

  const v983 = value['responsesapiClientMetadata'];
  let v984;
  l985: {
    l986: {
      if (v983 === null) v984 = null;
      else {
        v984 = read_987(v983);
        if (v984 === NONE) break l986;
      }
      break l985;
    }
    v984 = null;
  }

  const v995 = value['responsesapiClientMetadataPatch'];
  let v996;
  l997: {
    l998: {
      if (v995 === null) v996 = null;
      else {
        v996 = read_987(v995);
        if (v996 === NONE) break l998;
      }
      break l997;
    }
    v996 = null;
  }

  const v999 = { threadId: v982, responsesapiClientMetadata: v984, responsesapiClientMetadataPatch: v996 };
  return v999;
}

function read_1000(value) {
  if (!isObject(value)) return NONE;
  const v1001 = value['threadId'];
  let v1002;
  if (typeof v1001 !== 'string') return NONE;
  v1002 = v1001;
  v1002 = shortenName(v1002);
  if (v1002.length < 1) return NONE;

  const v1003 = value['input'];
  let v1004;
  let v1005;
  let v1006;
  l1007: {
    l1008: {
      if (!Array.isArray(v1003)) break l1008;
      v1006 = [];
      for (const v1009 of v1003) {
        let v1010;
        l1011: {
          l1012: {
            v1010 = read_340(v1009);
            if (v1010 === NONE) break l1012;
            break l1011;
          }
          l1013: {
            let v1014;
            v1014 = v1009;
            v1010 = unreadable(v1014);
            break l1011;
          }
          break l1008;
        }

        v1006.push(v1010);
      }
      break l1007;
    }
    v1006 = [];
  }

  v1005 = readable(v1006);
  v1004 = shortenList(v1005);
  const v1015 = value['model'];
  let v1016;
  l1017: {
    l1018: {
      if (v1015 === undefined) v1016 = undefined;
      else {
        if (v1015 === null) v1016 = null;
        else {
          if (typeof v1015 !== 'string') break l1018;
          v1016 = v1015;
          v1016 = shortenName(v1016);
        }
      }
      break l1017;
    }
    v1016 = undefined;
  }

  const v1019 = value['effort'];
  let v1020;
  l1021: {
    l1022: {
      if (v1019 === undefined) v1020 = undefined;
      else {
        if (v1019 === null) v1020 = null;
        else {
          if (typeof v1019 !== 'string') break l1022;
          v1020 = v1019;
          v1020 = shortenName(v1020);
        }
      }
      break l1021;
    }
    v1020 = undefined;
  }

  const v1023 = value['summary'];
  let v1024;
  l1025: {
    l1026: {
      if (v1023 === undefined) v1024 = undefined;
      else {
        if (v1023 === null) v1024 = null;
        else {
          if (typeof v1023 !== 'string') break l1026;
          v1024 = v1023;
          v1024 = shortenName(v1024);
        }
      }
      break l1025;
    }
    v1024 = undefined;
  }

  const v1027 = value['serviceTier'];
  let v1028;
  l1029: {
    l1030: {
      if (v1027 === undefined) v1028 = undefined;
      else {
        if (v1027 === null) v1028 = null;
        else {
          if (typeof v1027 !== 'string') break l1030;
          v1028 = v1027;
          v1028 = shortenName(v1028);
        }
      }
      break l1029;
    }
    v1028 = undefined;
  }

  const v1031 = value['serviceTierForTurn'];
  let v1032;
  l1033: {
    l1034: {
      if (v1031 === undefined) v1032 = undefined;
      else {
        if (v1031 === null) v1032 = null;
        else {
          if (typeof v1031 !== 'string') break l1034;
          v1032 = v1031;
          v1032 = shortenName(v1032);
        }
      }
      break l1033;
    }
    v1032 = undefined;
  }

  const v1035 = value['personality'];
  let v1036;
  l1037: {
    l1038: {
      if (v1035 === undefined) v1036 = undefined;
      else {
        if (v1035 === null) v1036 = null;
        else {
          if (typeof v1035 !== 'string') break l1038;
          v1036 = v1035;
          v1036 = shortenName(v1036);
        }
      }
      break l1037;
    }
    v1036 = undefined;
  }

  const v1039 = value['approvalPolicy'];
  let v1040;
  l1041: {
    l1042: {
      if (v1039 === undefined) v1040 = undefined;
      else {
        if (v1039 === null) v1040 = null;
        else {
          l1043: {
            l1044: {
              if (typeof v1039 !== 'string') break l1044;
              v1040 = v1039;
              v1040 = shortenName(v1040);

              break l1043;
            }
            l1045: {
              let v1046;
              if (!isObject(v1039)) break l1045;
              v1046 = {};
              for (const v1047 of Object.keys(v1039)) {
                if (v1047 === '__proto__') continue;
                const v1048 = v1039[v1047];
                let v1049;
                v1049 = v1048;
                v1046[v1047] = v1049;
              }
              v1040 = nameIn(v1046);
              break l1043;
            }
            break l1042;
          }
        }
      }
      break l1041;
    }
    v1040 = undefined;
  }

  const v1050 = value['approvalsReviewer'];
  let v1051;
  l1052: {
    l1053: {
      if (v1050 === undefined) v1051 = undefined;
      else {
        if (v1050 === null) v1051 = null;
        else {
          if (typeof v1050 !== 'string') break l1053;
          v1051 = v1050;
          v1051 = shortenName(v1051);
        }
      }
      break l1052;
    }
    v1051 = undefined;
  }

  const v1054 = value['sandboxPolicy'];
  let v1055;
  l1056: {
    l1057: {
      if (v1054 === undefined) v1055 = undefined;
      else {
        if (v1054 === null) v1055 = null;
        else {
          v1055 = read_509(v1054);
          if (v1055 === NONE) break l1057;
        }
      }
      break l1056;
    }
    v1055 = undefined;
  }

  const v1058 = value['collaborationMode'];
  let v1059;
  l1060: {
    l1061: {
      if (v1058 === undefined) v1059 = undefined;
      else {
        if (v1058 === null) v1059 = null;
        else {
          v1059 = read_524(v1058);
          if (v1059 === NONE) break l1061;
        }
      }
      break l1060;
    }
    v1059 = undefined;
  }

  const v1062 = value['turnTrigger'];
  let v1063;
  l1064: {
    l1065: {
      if (v1062 === null) v1063 = null;
      else {
        if (typeof v1062 !== 'string') break l1065;
        v1063 = v1062;
        v1063 = shortenLabel(v1063);
      }
      break l1064;
    }
    v1063 = null;
  }

  const v1066 = value['rootTurnId'];
  let v1067;
  l1068: {
    l1069: {
      if (v1066 === null) v1067 = null;
      else {
        if (typeof v1066 !== 'string') break l1069;
        v1067 = v1066;
        v1067 = shortenName(v1067);
      }
      break l1068;
    }
    v1067 = null;
  }

  const v1070 = value['responsesapiClientMetadata'];
  let v1071;
  l1072: {
    l1073: {
      if (v1070 === null) v1071 = null;
      else {
        v1071 = read_987(v1070);
        if (v1071 === NONE) break l1073;
      }
      break l1072;
    }
    v1071 = null;
  }

  const v1074 = value['responsesapiClientMetadataPatch'];
  let v1075;
  l1076: {
    l1077: {
      if (v1074 === null) v1075 = null;
      else {
        v1075 = read_987(v1074);
        if (v1075 === NONE) break l1077;
      }
      break l1076;
    }
    v1075 = null;
  }

  const v1078 = {
    threadId: v1002,
    input: v1004,
    model: v1016,
    effort: v1020,
    summary: v1024,
    serviceTier: v1028,
    serviceTierForTurn: v1032,
    personality: v1036,
    approvalPolicy: v1040,
    approvalsReviewer: v1051,
    sandboxPolicy: v1055,
    collaborationMode: v1059,
    turnTrigger: v1063,
    rootTurnId: v1067,
    responsesapiClientMetadata: v1071,
    responsesapiClientMetadataPatch: v1075,
  };
  return v1078;
}

function read_1082(value) {
  if (!isObject(value)) return NONE;
  const v1083 = value['id'];
  let v1084;
  if (typeof v1083 !== 'string') return NONE;
  v1084 = v1083;
  v1084 = shortenName(v1084);
  if (v1084.length < 1) return NONE;

  const v1085 = value['rootTurnId'];
  let v1086;
  l1087: {
    l1088: {
      if (v1085 === null) v1086 = null;
      else {
        if (typeof v1085 !== 'string') break l1088;
        v1086 = v1085;
        v1086 = shortenName(v1086);
      }
      break l1087;
    }
    v1086 = null;
  }

  const v1089 = { id: v1084, rootTurnId: v1086 };
  return v1089;
}

function read_1079(value) {
  if (!isObject(value)) return NONE;
  const v1080 = value['turn'];
  let v1081;
  v1081 = read_1082(v1080);
  if (v1081 === NONE) return NONE;
  const v1090 = { turn: v1081 };
  return v1090;
}

function read_1091(value) {
  if (!isObject(value)) return NONE;
  const v1092 = value['threadId'];
  let v1093;
  if (typeof v1092 !== 'string') return NONE;
  v1093 = v1092;
  v1093 = shortenName(v1093);
  if (v1093.length < 1) return NONE;

  const v1094 = value['expectedTurnId'];
  let v1095;
  l1096: {
    l1097: {
      if (v1094 === null) v1095 = null;
      else {
        if (typeof v1094 !== 'string') break l1097;
        v1095 = v1094;
        v1095 = shortenName(v1095);
      }
      break l1096;
    }
    v1095 = null;
  }

  const v1098 = value['input'];
  let v1099;
  let v1100;
  let v1101;
  l1102: {
    l1103: {
      if (!Array.isArray(v1098)) break l1103;
      v1101 = [];
      for (const v1104 of v1098) {
        let v1105;
        l1106: {
          l1107: {
            v1105 = read_340(v1104);
            if (v1105 === NONE) break l1107;
            break l1106;
          }
          l1108: {
            let v1109;
            v1109 = v1104;
            v1105 = unreadable(v1109);
            break l1106;
          }
          break l1103;
        }

        v1101.push(v1105);
      }
      break l1102;
    }
    v1101 = [];
  }

  v1100 = readable(v1101);
  v1099 = shortenList(v1100);
  const v1110 = value['responsesapiClientMetadata'];
  let v1111;
  l1112: {
    l1113: {
      if (v1110 === null) v1111 = null;
      else {
        v1111 = read_987(v1110);
        if (v1111 === NONE) break l1113;
      }
      break l1112;
    }
    v1111 = null;
  }

  const v1114 = value['responsesapiClientMetadataPatch'];
  let v1115;
  l1116: {
    l1117: {
      if (v1114 === null) v1115 = null;
      else {
        v1115 = read_987(v1114);
        if (v1115 === NONE) break l1117;
      }
      break l1116;
    }
    v1115 = null;
  }

  const v1118 = {
    threadId: v1093,
    expectedTurnId: v1095,
    input: v1099,
    responsesapiClientMetadata: v1111,
    responsesapiClientMetadataPatch: v1115,
  };
  return v1118;
}

function read_1119(value) {
  if (!isObject(value)) return NONE;
  const v1120 = value['turnId'];
  let v1121;
  if (typeof v1120 !== 'string') return NONE;
  v1121 = v1120;
  v1121 = shortenName(v1121);
  if (v1121.length < 1) return NONE;

  const v1122 = { turnId: v1121 };
  return v1122;
}

function read_1123(value) {
  if (!isObject(value)) return NONE;
  const v1124 = value['threadId'];
  let v1125;
  if (typeof v1124 !== 'string') return NONE;
  v1125 = v1124;
  v1125 = shortenName(v1125);
  if (v1125.length < 1) return NONE;

  const v1126 = value['turnId'];
  let v1127;
  l1128: {
    l1129: {
      if (v1126 === null) v1127 = null;
      else {
        if (typeof v1126 !== 'string') break l1129;
        v1127 = v1126;
        v1127 = shortenName(v1127);
      }
      break l1128;
    }
    v1127 = null;
  }

  const v1130 = { threadId: v1125, turnId: v1127 };
  return v1130;
}

function read_1134(value) {
  if (!isObject(value)) return NONE;
  const v1135 = value['id'];
  let v1136;
  if (typeof v1135 !== 'string') return NONE;
  v1136 = v1135;
  v1136 = shortenName(v1136);
  if (v1136.length < 1) return NONE;

  const v1137 = { id: v1136 };
  return v1137;
}

function read_1131(value) {
  if (!isObject(value)) return NONE;
  const v1132 = value['turn'];
  let v1133;
  v1133 = read_1134(v1132);
  if (v1133 === NONE) return NONE;
  const v1138 = value['reviewThreadId'];
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

  const v1142 = { turn: v1133, reviewThreadId: v1139 };
  return v1142;
}

function read_1171(value) {
  if (!isObject(value)) return NONE;
  const v1172 = value['enabled'];
  const v1173 = v1172 === null || typeof v1172 === 'boolean' ? v1172 : null;
  const v1174 = { enabled: v1173 };
  return v1174;
}

function read_1166(value) {
  if (!isObject(value)) return NONE;
  const v1167 = value['network'];
  let v1168;
  l1169: {
    l1170: {
      if (v1167 === null) v1168 = null;
      else {
        v1168 = read_1171(v1167);
        if (v1168 === NONE) break l1170;
      }
      break l1169;
    }
    v1168 = null;
  }

  const v1175 = { network: v1168 };
  return v1175;
}

function read_1143(value) {
  if (!isObject(value)) return NONE;
  const v1144 = value['threadId'];
  let v1145;
  if (typeof v1144 !== 'string') return NONE;
  v1145 = v1144;
  v1145 = shortenName(v1145);
  if (v1145.length < 1) return NONE;

  const v1146 = value['turnId'];
  let v1147;
  if (typeof v1146 !== 'string') return NONE;
  v1147 = v1146;
  v1147 = shortenName(v1147);
  if (v1147.length < 1) return NONE;

  const v1148 = value['itemId'];
  let v1149;
  if (typeof v1148 !== 'string') return NONE;
  v1149 = v1148;
  v1149 = shortenName(v1149);
  if (v1149.length < 1) return NONE;

  const v1150 = value['startedAtMs'];
  const v1151 = v1150 === null || (typeof v1150 === 'number' && Number.isFinite(v1150) && isTime(v1150)) ? v1150 : null;
  const v1152 = value['approvalId'];
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

  const v1156 = value['kind'];
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

  const v1160 = value['networkApprovalContext'];
  const v1161 = isPresent(v1160);
  const v1162 = value['additionalPermissions'];
  let v1163;
  l1164: {
    l1165: {
      if (v1162 === null) v1163 = null;
      else {
        v1163 = read_1166(v1162);
        if (v1163 === NONE) break l1165;
      }
      break l1164;
    }
    v1163 = null;
  }

  const v1176 = value['proposedNetworkPolicyAmendments'];
  let v1177;
  let v1178;
  let v1179;
  l1180: {
    l1181: {
      if (!Array.isArray(v1176)) break l1181;
      v1179 = [];
      for (const v1182 of v1176) {
        let v1183;
        v1183 = v1182;
        v1179.push(v1183);
      }
      break l1180;
    }
    v1179 = [];
  }

  v1178 = readable(v1179);
  v1177 = isNotEmpty(v1178);
  const v1184 = {
    threadId: v1145,
    turnId: v1147,
    itemId: v1149,
    startedAtMs: v1151,
    approvalId: v1153,
    kind: v1157,
    networkApprovalContext: v1161,
    additionalPermissions: v1163,
    proposedNetworkPolicyAmendments: v1177,
  };
  return v1184;
}

function read_1195(value) {
  if (!isObject(value)) return NONE;
  const v1196 = value['execpolicy_amendment'];
  let v1197;
  if (!Array.isArray(v1196)) return NONE;
  v1197 = [];
  for (const v1198 of v1196) {
    let v1199;
    if (!(typeof v1198 === 'string')) return NONE;
    v1199 = v1198;
    v1197.push(v1199);
  }
  const v1200 = { execpolicy_amendment: v1197 };
  return v1200;
}

function read_1192(value) {
  if (!isObject(value)) return NONE;
  const v1193 = value['acceptWithExecpolicyAmendment'];
  let v1194;
  v1194 = read_1195(v1193);
  if (v1194 === NONE) return NONE;
  const v1201 = { acceptWithExecpolicyAmendment: v1194 };
  return v1201;
}

function read_1210(value) {
  if (!isObject(value)) return NONE;
  const v1211 = value['action'];
  let v1212;
  if (!(typeof v1211 === 'string')) return NONE;
  v1212 = v1211;
  const v1213 = { action: v1212 };
  return v1213;
}

function read_1207(value) {
  if (!isObject(value)) return NONE;
  const v1208 = value['network_policy_amendment'];
  let v1209;
  v1209 = read_1210(v1208);
  if (v1209 === NONE) return NONE;
  const v1214 = { network_policy_amendment: v1209 };
  return v1214;
}

function read_1204(value) {
  if (!isObject(value)) return NONE;
  const v1205 = value['applyNetworkPolicyAmendment'];
  let v1206;
  v1206 = read_1207(v1205);
  if (v1206 === NONE) return NONE;
  const v1215 = { applyNetworkPolicyAmendment: v1206 };
  return v1215;
}

function read_1185(value) {
  if (!isObject(value)) return NONE;
  const v1186 = value['decision'];
  let v1187;
  l1188: {
    l1189: {
      if (!(typeof v1186 === 'string')) break l1189;
      v1187 = v1186;
      break l1188;
    }
    l1190: {
      let v1191;
      v1191 = read_1192(v1186);
      if (v1191 === NONE) break l1190;
      v1187 = toPolicyAmendment(v1191);
      break l1188;
    }
    l1202: {
      let v1203;
      v1203 = read_1204(v1186);
      if (v1203 === NONE) break l1202;
      v1187 = toNetworkAmendment(v1203);
      break l1188;
    }
    return NONE;
  }

  const v1216 = { decision: v1187 };
  return v1216;
}

function read_1217(value) {
  if (!isObject(value)) return NONE;
  const v1218 = value['threadId'];
  let v1219;
  if (typeof v1218 !== 'string') return NONE;
  v1219 = v1218;
  v1219 = shortenName(v1219);
  if (v1219.length < 1) return NONE;

  const v1220 = value['turnId'];
  let v1221;
  if (typeof v1220 !== 'string') return NONE;
  v1221 = v1220;
  v1221 = shortenName(v1221);
  if (v1221.length < 1) return NONE;

  const v1222 = value['itemId'];
  let v1223;
  if (typeof v1222 !== 'string') return NONE;
  v1223 = v1222;
  v1223 = shortenName(v1223);
  if (v1223.length < 1) return NONE;

  const v1224 = value['startedAtMs'];
  const v1225 = v1224 === null || (typeof v1224 === 'number' && Number.isFinite(v1224) && isTime(v1224)) ? v1224 : null;
  const v1226 = value['grantRoot'];
  const v1227 = isPresent(v1226);
  const v1228 = { threadId: v1219, turnId: v1221, itemId: v1223, startedAtMs: v1225, grantRoot: v1227 };
  return v1228;
}

function read_1229(value) {
  if (!isObject(value)) return NONE;
  const v1230 = value['decision'];
  let v1231;
  if (!(typeof v1230 === 'string')) return NONE;
  v1231 = v1230;
  const v1232 = { decision: v1231 };
  return v1232;
}

function read_1233(value) {
  if (!isObject(value)) return NONE;
  const v1234 = value['threadId'];
  let v1235;
  if (typeof v1234 !== 'string') return NONE;
  v1235 = v1234;
  v1235 = shortenName(v1235);
  if (v1235.length < 1) return NONE;

  const v1236 = value['turnId'];
  let v1237;
  if (typeof v1236 !== 'string') return NONE;
  v1237 = v1236;
  v1237 = shortenName(v1237);
  if (v1237.length < 1) return NONE;

  const v1238 = value['itemId'];
  let v1239;
  if (typeof v1238 !== 'string') return NONE;
  v1239 = v1238;
  v1239 = shortenName(v1239);
  if (v1239.length < 1) return NONE;

  const v1240 = value['startedAtMs'];
  const v1241 = v1240 === null || (typeof v1240 === 'number' && Number.isFinite(v1240) && isTime(v1240)) ? v1240 : null;
  const v1242 = value['cwd'];
  let v1243;
  l1244: {
    l1245: {
      if (v1242 === null) v1243 = null;
      else {
        if (typeof v1242 !== 'string') break l1245;
        v1243 = v1242;
        v1243 = shortenPath(v1243);
      }
      break l1244;
    }
    v1243 = null;
  }

  const v1246 = value['permissions'];
  let v1247;
  l1248: {
    l1249: {
      v1247 = read_728(v1246);
      if (v1247 === NONE) break l1249;
      break l1248;
    }
    v1247 = { network: null, fileSystem: null };
  }

  const v1250 = { threadId: v1235, turnId: v1237, itemId: v1239, startedAtMs: v1241, cwd: v1243, permissions: v1247 };
  return v1250;
}

function read_1254(value) {
  if (!isObject(value)) return NONE;
  const v1255 = value['network'];
  let v1256;
  l1257: {
    l1258: {
      if (v1255 === null) v1256 = null;
      else {
        v1256 = read_733(v1255);
        if (v1256 === NONE) break l1258;
      }
      break l1257;
    }
    v1256 = null;
  }

  const v1259 = value['fileSystem'];
  let v1260;
  l1261: {
    l1262: {
      if (v1259 === null) v1260 = null;
      else {
        v1260 = read_741(v1259);
        if (v1260 === NONE) break l1262;
      }
      break l1261;
    }
    v1260 = null;
  }

  const v1263 = { network: v1256, fileSystem: v1260 };
  if (!hasKnownAccesses(v1263)) return NONE;
  return v1263;
}

function read_1251(value) {
  if (!isObject(value)) return NONE;
  const v1252 = value['permissions'];
  let v1253;
  v1253 = read_1254(v1252);
  if (v1253 === NONE) return NONE;
  if (!hasKnownAccesses(v1253)) return NONE;

  const v1264 = value['scope'];
  let v1265;
  if (v1264 === undefined) v1265 = 'turn';
  else {
    if (!(v1264 === 'turn' || v1264 === 'session')) return NONE;
    v1265 = v1264;
  }
  const v1266 = value['strictAutoReview'];
  const v1267 = typeof v1266 === 'boolean' ? v1266 : false;
  const v1268 = { permissions: v1253, scope: v1265, strictAutoReview: v1267 };
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
  const v1278 = { threadId: v1271, turnId: v1273, itemId: v1275, startedAtMs: v1277 };
  return v1278;
}

function read_1279(value) {
  if (!isObject(value)) return NONE;
  const v1280 = value['answers'];
  const v1281 = isPresent(v1280);
  const v1282 = { answers: v1281 };
  return v1282;
}

function read_1300(value) {
  if (!isObject(value)) return NONE;
  const v1301 = value['codex_approval_kind'];
  let v1302;
  l1303: {
    l1304: {
      if (v1301 === null) v1302 = null;
      else {
        if (typeof v1301 !== 'string') break l1304;
        v1302 = v1301;
        v1302 = shortenName(v1302);
      }
      break l1303;
    }
    v1302 = null;
  }

  const v1305 = value['tool_name'];
  let v1306;
  l1307: {
    l1308: {
      if (v1305 === null) v1306 = null;
      else {
        if (typeof v1305 !== 'string') break l1308;
        v1306 = v1305;
        v1306 = shortenName(v1306);
      }
      break l1307;
    }
    v1306 = null;
  }

  const v1309 = { codex_approval_kind: v1302, tool_name: v1306 };
  return v1309;
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
  l1288: {
    l1289: {
      if (v1286 === null) v1287 = null;
      else {
        if (typeof v1286 !== 'string') break l1289;
        v1287 = v1286;
        v1287 = shortenName(v1287);
      }
      break l1288;
    }
    v1287 = null;
  }

  const v1290 = value['startedAtMs'];
  const v1291 = v1290 === null || (typeof v1290 === 'number' && Number.isFinite(v1290) && isTime(v1290)) ? v1290 : null;
  const v1292 = value['serverName'];
  let v1293;
  l1294: {
    l1295: {
      if (v1292 === null) v1293 = null;
      else {
        if (typeof v1292 !== 'string') break l1295;
        v1293 = v1292;
        v1293 = shortenName(v1293);
      }
      break l1294;
    }
    v1293 = null;
  }

  const v1296 = value['_meta'];
  let v1297;
  l1298: {
    l1299: {
      if (v1296 === null) v1297 = null;
      else {
        v1297 = read_1300(v1296);
        if (v1297 === NONE) break l1299;
      }
      break l1298;
    }
    v1297 = null;
  }

  const v1310 = { threadId: v1285, turnId: v1287, startedAtMs: v1291, serverName: v1293, _meta: v1297 };
  return v1310;
}

function read_1311(value) {
  if (!isObject(value)) return NONE;
  const v1312 = value['action'];
  const v1313 = v1312 === null || v1312 === 'accept' || v1312 === 'decline' || v1312 === 'cancel' ? v1312 : null;
  const v1314 = { action: v1313 };
  return v1314;
}

function read_1340(value) {
  if (!isObject(value)) return NONE;
  const v1341 = value['turnKind'];
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

  const v1345 = { turnKind: v1342 };
  return v1345;
}

function read_1335(value) {
  if (!isObject(value)) return NONE;
  const v1336 = value['activeTurnNotSteerable'];
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

  const v1346 = { activeTurnNotSteerable: v1337 };
  return v1346;
}

function read_1326(value) {
  if (!isObject(value)) return NONE;
  const v1327 = value['input_error_code'];
  let v1328;
  l1329: {
    l1330: {
      if (v1327 === null) v1328 = null;
      else {
        if (typeof v1327 !== 'string') break l1330;
        v1328 = v1327;
        v1328 = shortenName(v1328);
      }
      break l1329;
    }
    v1328 = null;
  }

  const v1331 = value['codexErrorInfo'];
  let v1332;
  l1333: {
    l1334: {
      if (v1331 === null) v1332 = null;
      else {
        v1332 = read_1335(v1331);
        if (v1332 === NONE) break l1334;
      }
      break l1333;
    }
    v1332 = null;
  }

  const v1347 = { input_error_code: v1328, codexErrorInfo: v1332 };
  return v1347;
}

function read_1315(value) {
  if (!isObject(value)) return NONE;
  const v1316 = value['code'];
  const v1317 = typeof v1316 === 'number' && Number.isFinite(v1316) ? v1316 : 0;
  const v1318 = value['message'];
  let v1319;
  l1320: {
    l1321: {
      if (typeof v1318 !== 'string') break l1321;
      v1319 = v1318;
      v1319 = shortenName(v1319);

      break l1320;
    }
    v1319 = '';
  }

  const v1322 = value['data'];
  let v1323;
  l1324: {
    l1325: {
      if (v1322 === null) v1323 = null;
      else {
        v1323 = read_1326(v1322);
        if (v1323 === NONE) break l1325;
      }
      break l1324;
    }
    v1323 = null;
  }

  const v1348 = { code: v1317, message: v1319, data: v1323 };
  return v1348;
}
export const notifications = {
  'thread/started': exported(read_357),
  'thread/closed': exported(read_456),
  'thread/archived': exported(read_456),
  'thread/unarchived': exported(read_456),
  'thread/deleted': exported(read_456),
  'thread/reverted': exported(read_456),
  'thread/settings/updated': exported(read_460),
  error: exported(read_544),
  'model/rerouted': exported(read_560),
  'thread/tokenUsage/updated': exported(read_568),
  'thread/goal/updated': exported(read_596),
  'thread/goal/cleared': exported(read_456),
  'turn/started': exported(read_616),
  'turn/completed': exported(read_646),
  'turn/diff/updated': exported(read_652),
  'item/started': exported(read_660),
  'item/completed': exported(read_670),
  'item/autoApprovalReview/started': exported(read_680),
  'item/autoApprovalReview/completed': exported(read_680),
  'serverRequest/resolved': exported(read_787),
  'hook/started': exported(read_795),
  'hook/completed': exported(read_795),
};
export const clientRequests = {
  initialize: { params: exported(read_827), result: exported(read_861) },
  'thread/start': { params: exported(read_875), result: exported(read_895) },
  'thread/resume': { params: exported(read_875), result: exported(read_895) },
  'thread/fork': { params: exported(read_875), result: exported(read_895) },
  'thread/archive': { params: exported(read_456), result: exported(read_938) },
  'thread/unarchive': { params: exported(read_456), result: exported(read_938) },
  'thread/revert': { params: exported(read_456), result: exported(read_941) },
  'thread/compact/start': { params: exported(read_456), result: exported(read_938) },
  'thread/unsubscribe': { params: exported(read_456), result: exported(read_938) },
  'thread/read': { params: exported(read_456), result: exported(read_945) },
  'thread/turns/list': { params: exported(read_456), result: exported(read_963) },
  'thread/queue/add': { params: exported(read_980), result: exported(read_938) },
  'thread/goal/set': { params: exported(read_456), result: exported(read_938) },
  'turn/start': { params: exported(read_1000), result: exported(read_1079) },
  'turn/steer': { params: exported(read_1091), result: exported(read_1119) },
  'turn/interrupt': { params: exported(read_1123), result: exported(read_938) },
  'review/start': { params: exported(read_456), result: exported(read_1131) },
};
export const approvalRequests = {
  'item/commandExecution/requestApproval': { params: exported(read_1143), result: exported(read_1185) },
  'item/fileChange/requestApproval': { params: exported(read_1217), result: exported(read_1229) },
  'item/permissions/requestApproval': { params: exported(read_1233), result: exported(read_1251) },
};
export const userInputRequests = {
  'item/tool/requestUserInput': { params: exported(read_1269), result: exported(read_1279) },
  'mcpServer/elicitation/request': { params: exported(read_1283), result: exported(read_1311) },
};
export const rpcError = exported(read_1315);
export const item = exported(read_item);
