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

function read_item(value) {
  if (!isObject(value)) return NONE;
  switch (value.type) {
    case 'commandExecution':
      return read_item_commandExecution(value);
    case 'fileChange':
      return read_item_fileChange(value);
    case 'mcpToolCall':
      return read_item_mcpToolCall(value);
    case 'dynamicToolCall':
      return read_item_dynamicToolCall(value);
    case 'collabAgentToolCall':
      return read_item_collabAgentToolCall(value);
    case 'webSearch':
      return read_item_webSearch(value);
    case 'imageGeneration':
      return read_item_imageGeneration(value);
    case 'subAgentActivity':
      return read_item_subAgentActivity(value);
    case 'contextCompaction':
      return read_item_contextCompaction(value);
    default: {
      const counted = read_item_counted(value);
      if (counted === NONE) return NONE;
      const { type, id, content } = counted;
      if (type === 'userMessage') return { type: 'counted', itemType: type, id, input: content };
      return { type: 'counted', itemType: type, id };
    }
  }
}

function read_item_commandExecution(value) {
  if (!isObject(value)) return NONE;
  const v1 = value['type'];
  let v2;
  if (!(v1 === 'commandExecution')) return NONE;
  v2 = 'commandExecution';
  const v3 = value['id'];
  let v4;
  if (typeof v3 !== 'string') return NONE;
  v4 = v3;
  v4 = shortenName(v4);
  if (v4.length < 1) return NONE;

  const v5 = value['startedAtMs'];
  const v6 = v5 === null || (typeof v5 === 'number' && Number.isFinite(v5) && isTime(v5)) ? v5 : null;
  const v7 = value['completedAtMs'];
  const v8 = v7 === null || (typeof v7 === 'number' && Number.isFinite(v7) && isTime(v7)) ? v7 : null;
  const v9 = value['source'];
  let v10;
  l11: {
    l12: {
      if (typeof v9 !== 'string') break l12;
      v10 = v9;
      v10 = shortenName(v10);

      break l11;
    }
    v10 = 'agent';
  }

  const v13 = value['status'];
  let v14;
  l15: {
    l16: {
      if (v13 === null) v14 = null;
      else {
        if (typeof v13 !== 'string') break l16;
        v14 = v13;
        v14 = shortenName(v14);
      }
      break l15;
    }
    v14 = null;
  }

  const v17 = value['exitCode'];
  const v18 =
    v17 === null || (typeof v17 === 'number' && Number.isFinite(v17) && Number.isSafeInteger(v17)) ? v17 : null;
  const v19 = value['durationMs'];
  const v20 = v19 === null || (typeof v19 === 'number' && Number.isFinite(v19) && isTime(v19)) ? v19 : null;
  const v21 = value['pluginId'];
  let v22;
  l23: {
    l24: {
      if (v21 === null) v22 = null;
      else {
        if (typeof v21 !== 'string') break l24;
        v22 = v21;
        v22 = shortenName(v22);
      }
      break l23;
    }
    v22 = null;
  }

  const v25 = value['commandActions'];
  let v26;
  let v27;
  let v28;
  l29: {
    l30: {
      if (!Array.isArray(v25)) break l30;
      v28 = new Array(v25.length);
      for (let v33 = 0; v33 < v25.length; v33++) {
        const v31 = v25[v33];
        let v32;
        l34: {
          l35: {
            v32 = read_item_commandExecution_commandActions(v31);
            if (v32 === NONE) break l35;
            break l34;
          }
          l36: {
            let v37;
            v37 = v31;
            v32 = unreadable(v37);
            break l34;
          }
          break l30;
        }

        v28[v33] = v32;
      }
      break l29;
    }
    v28 = [];
  }

  v27 = readable(v28);
  v26 = shortenList(v27);
  const v38 = {
    type: v2,
    id: v4,
    startedAtMs: v6,
    completedAtMs: v8,
    source: v10,
    status: v14,
    exitCode: v18,
    durationMs: v20,
    pluginId: v22,
    commandActions: v26,
  };
  return v38;
}

function read_item_commandExecution_commandActions(value) {
  if (!isObject(value)) return NONE;
  const v1 = value['type'];
  let v2;
  l3: {
    l4: {
      if (typeof v1 !== 'string') break l4;
      v2 = v1;
      v2 = shortenName(v2);

      break l3;
    }
    v2 = 'unknown';
  }

  const v5 = value['path'];
  let v6;
  let v7;
  l8: {
    l9: {
      if (v5 === null) v7 = null;
      else {
        if (typeof v5 !== 'string') break l9;
        v7 = v5;
        v7 = shortenPath(v7);
      }
      break l8;
    }
    v7 = null;
  }

  v6 = skillDocument(v7);
  const v10 = { type: v2, path: v6 };
  return v10;
}

function read_item_fileChange(value) {
  if (!isObject(value)) return NONE;
  const v1 = value['type'];
  let v2;
  if (!(v1 === 'fileChange')) return NONE;
  v2 = 'fileChange';
  const v3 = value['id'];
  let v4;
  if (typeof v3 !== 'string') return NONE;
  v4 = v3;
  v4 = shortenName(v4);
  if (v4.length < 1) return NONE;

  const v5 = value['startedAtMs'];
  const v6 = v5 === null || (typeof v5 === 'number' && Number.isFinite(v5) && isTime(v5)) ? v5 : null;
  const v7 = value['completedAtMs'];
  const v8 = v7 === null || (typeof v7 === 'number' && Number.isFinite(v7) && isTime(v7)) ? v7 : null;
  const v9 = value['status'];
  let v10;
  l11: {
    l12: {
      if (v9 === null) v10 = null;
      else {
        if (typeof v9 !== 'string') break l12;
        v10 = v9;
        v10 = shortenName(v10);
      }
      break l11;
    }
    v10 = null;
  }

  const v13 = value['changes'];
  let v14;
  let v15;
  let v16;
  l17: {
    l18: {
      if (!Array.isArray(v13)) break l18;
      v16 = new Array(v13.length);
      for (let v21 = 0; v21 < v13.length; v21++) {
        const v19 = v13[v21];
        let v20;
        l22: {
          l23: {
            v20 = read_item_fileChange_changes(v19);
            if (v20 === NONE) break l23;
            break l22;
          }
          l24: {
            let v25;
            v25 = v19;
            v20 = unreadable(v25);
            break l22;
          }
          break l18;
        }

        v16[v21] = v20;
      }
      break l17;
    }
    v16 = [];
  }

  v15 = readable(v16);
  v14 = shortenList(v15);
  const v26 = { type: v2, id: v4, startedAtMs: v6, completedAtMs: v8, status: v10, changes: v14 };
  return v26;
}

function read_item_fileChange_changes(value) {
  if (!isObject(value)) return NONE;
  const v1 = value['kind'];
  let v2;
  l3: {
    l4: {
      v2 = read_item_fileChange_changes_kind(v1);
      if (v2 === NONE) break l4;
      break l3;
    }
    v2 = { type: 'update', move_path: false };
  }

  const v5 = { kind: v2 };
  return v5;
}

function read_item_fileChange_changes_kind(value) {
  if (!isObject(value)) return NONE;
  const v1 = value['type'];
  let v2;
  l3: {
    l4: {
      if (typeof v1 !== 'string') break l4;
      v2 = v1;
      v2 = shortenName(v2);

      break l3;
    }
    v2 = 'update';
  }

  const v5 = value['move_path'];
  const v6 = isPresent(v5);
  const v7 = { type: v2, move_path: v6 };
  return v7;
}

function read_item_mcpToolCall(value) {
  if (!isObject(value)) return NONE;
  const v1 = value['type'];
  let v2;
  if (!(v1 === 'mcpToolCall')) return NONE;
  v2 = 'mcpToolCall';
  const v3 = value['id'];
  let v4;
  if (typeof v3 !== 'string') return NONE;
  v4 = v3;
  v4 = shortenName(v4);
  if (v4.length < 1) return NONE;

  const v5 = value['startedAtMs'];
  const v6 = v5 === null || (typeof v5 === 'number' && Number.isFinite(v5) && isTime(v5)) ? v5 : null;
  const v7 = value['completedAtMs'];
  const v8 = v7 === null || (typeof v7 === 'number' && Number.isFinite(v7) && isTime(v7)) ? v7 : null;
  const v9 = value['server'];
  let v10;
  l11: {
    l12: {
      if (typeof v9 !== 'string') break l12;
      v10 = v9;
      v10 = shortenName(v10);

      break l11;
    }
    v10 = '';
  }

  const v13 = value['tool'];
  let v14;
  l15: {
    l16: {
      if (typeof v13 !== 'string') break l16;
      v14 = v13;
      v14 = shortenName(v14);

      break l15;
    }
    v14 = '';
  }

  const v17 = value['status'];
  let v18;
  l19: {
    l20: {
      if (v17 === null) v18 = null;
      else {
        if (typeof v17 !== 'string') break l20;
        v18 = v17;
        v18 = shortenName(v18);
      }
      break l19;
    }
    v18 = null;
  }

  const v21 = value['error'];
  const v22 = isPresent(v21);
  const v23 = value['durationMs'];
  const v24 = v23 === null || (typeof v23 === 'number' && Number.isFinite(v23) && isTime(v23)) ? v23 : null;
  const v25 = value['pluginId'];
  let v26;
  l27: {
    l28: {
      if (v25 === null) v26 = null;
      else {
        if (typeof v25 !== 'string') break l28;
        v26 = v25;
        v26 = shortenName(v26);
      }
      break l27;
    }
    v26 = null;
  }

  const v29 = value['appContext'];
  let v30;
  l31: {
    l32: {
      if (v29 === null) v30 = null;
      else {
        v30 = read_item_mcpToolCall_appContext(v29);
        if (v30 === NONE) break l32;
      }
      break l31;
    }
    v30 = null;
  }

  const v33 = {
    type: v2,
    id: v4,
    startedAtMs: v6,
    completedAtMs: v8,
    server: v10,
    tool: v14,
    status: v18,
    error: v22,
    durationMs: v24,
    pluginId: v26,
    appContext: v30,
  };
  return v33;
}

function read_item_mcpToolCall_appContext(value) {
  if (!isObject(value)) return NONE;
  const v1 = value['connectorId'];
  let v2;
  l3: {
    l4: {
      if (v1 === null) v2 = null;
      else {
        if (typeof v1 !== 'string') break l4;
        v2 = v1;
        v2 = shortenName(v2);
      }
      break l3;
    }
    v2 = null;
  }

  const v5 = value['appName'];
  let v6;
  l7: {
    l8: {
      if (v5 === null) v6 = null;
      else {
        if (typeof v5 !== 'string') break l8;
        v6 = v5;
        v6 = shortenLabel(v6);
      }
      break l7;
    }
    v6 = null;
  }

  const v9 = { connectorId: v2, appName: v6 };
  return v9;
}

function read_item_dynamicToolCall(value) {
  if (!isObject(value)) return NONE;
  const v1 = value['type'];
  let v2;
  if (!(v1 === 'dynamicToolCall')) return NONE;
  v2 = 'dynamicToolCall';
  const v3 = value['id'];
  let v4;
  if (typeof v3 !== 'string') return NONE;
  v4 = v3;
  v4 = shortenName(v4);
  if (v4.length < 1) return NONE;

  const v5 = value['startedAtMs'];
  const v6 = v5 === null || (typeof v5 === 'number' && Number.isFinite(v5) && isTime(v5)) ? v5 : null;
  const v7 = value['completedAtMs'];
  const v8 = v7 === null || (typeof v7 === 'number' && Number.isFinite(v7) && isTime(v7)) ? v7 : null;
  const v9 = value['tool'];
  let v10;
  l11: {
    l12: {
      if (typeof v9 !== 'string') break l12;
      v10 = v9;
      v10 = shortenName(v10);

      break l11;
    }
    v10 = '';
  }

  const v13 = value['status'];
  let v14;
  l15: {
    l16: {
      if (v13 === null) v14 = null;
      else {
        if (typeof v13 !== 'string') break l16;
        v14 = v13;
        v14 = shortenName(v14);
      }
      break l15;
    }
    v14 = null;
  }

  const v17 = value['success'];
  const v18 = v17 === null || typeof v17 === 'boolean' ? v17 : null;
  const v19 = value['durationMs'];
  const v20 = v19 === null || (typeof v19 === 'number' && Number.isFinite(v19) && isTime(v19)) ? v19 : null;
  const v21 = value['contentItems'];
  let v22;
  l23: {
    l24: {
      if (v21 === null) v22 = null;
      else {
        let v25;
        if (!Array.isArray(v21)) break l24;
        v25 = new Array(v21.length);
        for (let v28 = 0; v28 < v21.length; v28++) {
          const v26 = v21[v28];
          let v27;
          v27 = read_item_dynamicToolCall_contentItems(v26);
          if (v27 === NONE) break l24;
          v25[v28] = v27;
        }
        v22 = shortenList(v25);
      }
      break l23;
    }
    v22 = null;
  }

  const v29 = {
    type: v2,
    id: v4,
    startedAtMs: v6,
    completedAtMs: v8,
    tool: v10,
    status: v14,
    success: v18,
    durationMs: v20,
    contentItems: v22,
  };
  return v29;
}

function read_item_dynamicToolCall_contentItems(value) {
  if (!isObject(value)) return NONE;
  const v1 = value['type'];
  let v2;
  if (typeof v1 !== 'string') return NONE;
  v2 = v1;
  v2 = shortenName(v2);

  const v3 = { type: v2 };
  return v3;
}

function read_item_collabAgentToolCall(value) {
  if (!isObject(value)) return NONE;
  const v1 = value['type'];
  let v2;
  if (!(v1 === 'collabAgentToolCall')) return NONE;
  v2 = 'collabAgentToolCall';
  const v3 = value['id'];
  let v4;
  if (typeof v3 !== 'string') return NONE;
  v4 = v3;
  v4 = shortenName(v4);
  if (v4.length < 1) return NONE;

  const v5 = value['startedAtMs'];
  const v6 = v5 === null || (typeof v5 === 'number' && Number.isFinite(v5) && isTime(v5)) ? v5 : null;
  const v7 = value['completedAtMs'];
  const v8 = v7 === null || (typeof v7 === 'number' && Number.isFinite(v7) && isTime(v7)) ? v7 : null;
  const v9 = value['tool'];
  let v10;
  l11: {
    l12: {
      if (typeof v9 !== 'string') break l12;
      v10 = v9;
      v10 = shortenName(v10);

      break l11;
    }
    v10 = '';
  }

  const v13 = value['status'];
  let v14;
  l15: {
    l16: {
      if (v13 === null) v14 = null;
      else {
        if (typeof v13 !== 'string') break l16;
        v14 = v13;
        v14 = shortenName(v14);
      }
      break l15;
    }
    v14 = null;
  }

  const v17 = value['senderThreadId'];
  let v18;
  l19: {
    l20: {
      if (typeof v17 !== 'string') break l20;
      v18 = v17;
      v18 = shortenName(v18);

      break l19;
    }
    v18 = '';
  }

  const v21 = value['receiverThreadIds'];
  let v22;
  let v23;
  let v24;
  l25: {
    l26: {
      if (!Array.isArray(v21)) break l26;
      v24 = new Array(v21.length);
      for (let v29 = 0; v29 < v21.length; v29++) {
        const v27 = v21[v29];
        let v28;
        l30: {
          l31: {
            if (typeof v27 !== 'string') break l31;
            v28 = v27;
            v28 = shortenName(v28);

            break l30;
          }
          l32: {
            let v33;
            v33 = v27;
            v28 = unreadable(v33);
            break l30;
          }
          break l26;
        }

        v24[v29] = v28;
      }
      break l25;
    }
    v24 = [];
  }

  v23 = readable(v24);
  v22 = shortenList(v23);
  const v34 = value['model'];
  let v35;
  l36: {
    l37: {
      if (v34 === null) v35 = null;
      else {
        if (typeof v34 !== 'string') break l37;
        v35 = v34;
        v35 = shortenName(v35);
      }
      break l36;
    }
    v35 = null;
  }

  const v38 = value['reasoningEffort'];
  let v39;
  l40: {
    l41: {
      if (v38 === null) v39 = null;
      else {
        if (typeof v38 !== 'string') break l41;
        v39 = v38;
        v39 = shortenName(v39);
      }
      break l40;
    }
    v39 = null;
  }

  const v42 = value['agentsStates'];
  let v43;
  l44: {
    l45: {
      let v46;
      if (!isObject(v42)) break l45;
      v46 = {};
      for (const v47 of Object.keys(v42)) {
        if (v47 === '__proto__') continue;
        const v48 = v42[v47];
        let v49;
        v49 = read_item_collabAgentToolCall_agentsStates(v48);
        if (v49 === NONE) break l45;
        v46[v47] = v49;
      }
      v43 = shortenRecord(v46);
      break l44;
    }
    v43 = {};
  }

  const v50 = {
    type: v2,
    id: v4,
    startedAtMs: v6,
    completedAtMs: v8,
    tool: v10,
    status: v14,
    senderThreadId: v18,
    receiverThreadIds: v22,
    model: v35,
    reasoningEffort: v39,
    agentsStates: v43,
  };
  return v50;
}

function read_item_collabAgentToolCall_agentsStates(value) {
  if (!isObject(value)) return NONE;
  const v1 = value['status'];
  let v2;
  l3: {
    l4: {
      if (v1 === null) v2 = null;
      else {
        if (typeof v1 !== 'string') break l4;
        v2 = v1;
        v2 = shortenName(v2);
      }
      break l3;
    }
    v2 = null;
  }

  const v5 = { status: v2 };
  return v5;
}

function read_item_webSearch(value) {
  if (!isObject(value)) return NONE;
  const v1 = value['type'];
  let v2;
  if (!(v1 === 'webSearch')) return NONE;
  v2 = 'webSearch';
  const v3 = value['id'];
  let v4;
  if (typeof v3 !== 'string') return NONE;
  v4 = v3;
  v4 = shortenName(v4);
  if (v4.length < 1) return NONE;

  const v5 = value['startedAtMs'];
  const v6 = v5 === null || (typeof v5 === 'number' && Number.isFinite(v5) && isTime(v5)) ? v5 : null;
  const v7 = value['completedAtMs'];
  const v8 = v7 === null || (typeof v7 === 'number' && Number.isFinite(v7) && isTime(v7)) ? v7 : null;
  const v9 = value['query'];
  let v10;
  let v11;
  l12: {
    l13: {
      if (!(typeof v9 === 'string')) break l13;
      v11 = v9;
      break l12;
    }
    v11 = '';
  }

  v10 = isNotBlank(v11);
  const v14 = value['action'];
  let v15;
  l16: {
    l17: {
      if (v14 === null) v15 = null;
      else {
        v15 = read_item_webSearch_action(v14);
        if (v15 === NONE) break l17;
      }
      break l16;
    }
    v15 = null;
  }

  const v18 = { type: v2, id: v4, startedAtMs: v6, completedAtMs: v8, query: v10, action: v15 };
  return v18;
}

function read_item_webSearch_action(value) {
  if (!isObject(value)) return NONE;
  const v1 = value['type'];
  let v2;
  l3: {
    l4: {
      if (!(v1 === 'search' || v1 === 'openPage' || v1 === 'findInPage' || v1 === 'other')) break l4;
      v2 = v1;
      break l3;
    }
    l5: {
      let v6;
      if (!(typeof v1 === 'string')) break l5;
      v6 = v1;
      v2 = toOther(v6);
      break l3;
    }
    return NONE;
  }

  const v7 = value['query'];
  const v8 = isPresent(v7);
  const v9 = value['queries'];
  let v10;
  let v11;
  l12: {
    l13: {
      if (v9 === null) v11 = null;
      else {
        if (!Array.isArray(v9)) break l13;
        v11 = new Array(v9.length);
        for (let v16 = 0; v16 < v9.length; v16++) {
          const v14 = v9[v16];
          let v15;
          v15 = v14;
          v11[v16] = v15;
        }
      }
      break l12;
    }
    v11 = null;
  }

  v10 = lengthOf(v11);
  const v17 = { type: v2, query: v8, queries: v10 };
  return v17;
}

function read_item_imageGeneration(value) {
  if (!isObject(value)) return NONE;
  const v1 = value['type'];
  let v2;
  if (!(v1 === 'imageGeneration')) return NONE;
  v2 = 'imageGeneration';
  const v3 = value['id'];
  let v4;
  if (typeof v3 !== 'string') return NONE;
  v4 = v3;
  v4 = shortenName(v4);
  if (v4.length < 1) return NONE;

  const v5 = value['startedAtMs'];
  const v6 = v5 === null || (typeof v5 === 'number' && Number.isFinite(v5) && isTime(v5)) ? v5 : null;
  const v7 = value['completedAtMs'];
  const v8 = v7 === null || (typeof v7 === 'number' && Number.isFinite(v7) && isTime(v7)) ? v7 : null;
  const v9 = value['status'];
  let v10;
  l11: {
    l12: {
      if (v9 === null) v10 = null;
      else {
        if (typeof v9 !== 'string') break l12;
        v10 = v9;
        v10 = shortenName(v10);
      }
      break l11;
    }
    v10 = null;
  }

  const v13 = value['revisedPrompt'];
  const v14 = isPresent(v13);
  const v15 = value['savedPath'];
  const v16 = isPresent(v15);
  const v17 = value['transparentBackground'];
  const v18 = v17 === null || typeof v17 === 'boolean' ? v17 : null;
  const v19 = value['generationId'];
  let v20;
  l21: {
    l22: {
      if (v19 === null) v20 = null;
      else {
        if (typeof v19 !== 'string') break l22;
        v20 = v19;
        v20 = shortenName(v20);
      }
      break l21;
    }
    v20 = null;
  }

  const v23 = {
    type: v2,
    id: v4,
    startedAtMs: v6,
    completedAtMs: v8,
    status: v10,
    revisedPrompt: v14,
    savedPath: v16,
    transparentBackground: v18,
    generationId: v20,
  };
  return v23;
}

function read_item_subAgentActivity(value) {
  if (!isObject(value)) return NONE;
  const v1 = value['type'];
  let v2;
  if (!(v1 === 'subAgentActivity')) return NONE;
  v2 = 'subAgentActivity';
  const v3 = value['id'];
  let v4;
  if (typeof v3 !== 'string') return NONE;
  v4 = v3;
  v4 = shortenName(v4);
  if (v4.length < 1) return NONE;

  const v5 = value['startedAtMs'];
  const v6 = v5 === null || (typeof v5 === 'number' && Number.isFinite(v5) && isTime(v5)) ? v5 : null;
  const v7 = value['completedAtMs'];
  const v8 = v7 === null || (typeof v7 === 'number' && Number.isFinite(v7) && isTime(v7)) ? v7 : null;
  const v9 = value['kind'];
  let v10;
  l11: {
    l12: {
      if (typeof v9 !== 'string') break l12;
      v10 = v9;
      v10 = shortenName(v10);

      break l11;
    }
    v10 = '';
  }

  const v13 = value['agentThreadId'];
  let v14;
  l15: {
    l16: {
      if (v13 === null) v14 = null;
      else {
        if (typeof v13 !== 'string') break l16;
        v14 = v13;
        v14 = shortenName(v14);
      }
      break l15;
    }
    v14 = null;
  }

  const v17 = value['model'];
  let v18;
  l19: {
    l20: {
      if (v17 === null) v18 = null;
      else {
        if (typeof v17 !== 'string') break l20;
        v18 = v17;
        v18 = shortenName(v18);
      }
      break l19;
    }
    v18 = null;
  }

  const v21 = value['reasoningEffort'];
  let v22;
  l23: {
    l24: {
      if (v21 === null) v22 = null;
      else {
        if (typeof v21 !== 'string') break l24;
        v22 = v21;
        v22 = shortenName(v22);
      }
      break l23;
    }
    v22 = null;
  }

  const v25 = {
    type: v2,
    id: v4,
    startedAtMs: v6,
    completedAtMs: v8,
    kind: v10,
    agentThreadId: v14,
    model: v18,
    reasoningEffort: v22,
  };
  return v25;
}

function read_item_contextCompaction(value) {
  if (!isObject(value)) return NONE;
  const v1 = value['type'];
  let v2;
  if (!(v1 === 'contextCompaction')) return NONE;
  v2 = 'contextCompaction';
  const v3 = value['id'];
  let v4;
  if (typeof v3 !== 'string') return NONE;
  v4 = v3;
  v4 = shortenName(v4);
  if (v4.length < 1) return NONE;

  const v5 = value['startedAtMs'];
  const v6 = v5 === null || (typeof v5 === 'number' && Number.isFinite(v5) && isTime(v5)) ? v5 : null;
  const v7 = value['completedAtMs'];
  const v8 = v7 === null || (typeof v7 === 'number' && Number.isFinite(v7) && isTime(v7)) ? v7 : null;
  const v9 = { type: v2, id: v4, startedAtMs: v6, completedAtMs: v8 };
  return v9;
}

function read_item_counted(value) {
  if (!isObject(value)) return NONE;
  const v1 = value['type'];
  let v2;
  if (typeof v1 !== 'string') return NONE;
  v2 = v1;
  v2 = shortenName(v2);

  const v3 = value['id'];
  let v4;
  l5: {
    l6: {
      if (typeof v3 !== 'string') break l6;
      v4 = v3;
      v4 = shortenName(v4);

      break l5;
    }
    v4 = '';
  }

  const v7 = value['content'];
  let v8;
  let v9;
  let v10;
  l11: {
    l12: {
      if (!Array.isArray(v7)) break l12;
      v10 = new Array(v7.length);
      for (let v15 = 0; v15 < v7.length; v15++) {
        const v13 = v7[v15];
        let v14;
        l16: {
          l17: {
            v14 = read_item_counted_content(v13);
            if (v14 === NONE) break l17;
            break l16;
          }
          l18: {
            let v19;
            v19 = v13;
            v14 = unreadable(v19);
            break l16;
          }
          break l12;
        }

        v10[v15] = v14;
      }
      break l11;
    }
    v10 = [];
  }

  v9 = readable(v10);
  v8 = shortenList(v9);
  const v20 = { type: v2, id: v4, content: v8 };
  return v20;
}

function read_item_counted_content(value) {
  if (!isObject(value)) return NONE;
  const v1 = value['type'];
  let v2;
  l3: {
    l4: {
      if (typeof v1 !== 'string') break l4;
      v2 = v1;
      v2 = shortenName(v2);

      break l3;
    }
    v2 = '';
  }

  const v5 = value['name'];
  let v6;
  l7: {
    l8: {
      if (v5 === null) v6 = null;
      else {
        if (typeof v5 !== 'string') break l8;
        v6 = v5;
        v6 = shortenLabel(v6);
      }
      break l7;
    }
    v6 = null;
  }

  const v9 = value['path'];
  let v10;
  l11: {
    l12: {
      if (v9 === null) v10 = null;
      else {
        if (typeof v9 !== 'string') break l12;
        v10 = v9;
        v10 = shortenPath(v10);
      }
      break l11;
    }
    v10 = null;
  }

  const v13 = { type: v2, name: v6, path: v10 };
  return v13;
}

function read_thread_started(value) {
  if (!isObject(value)) return NONE;
  const v1 = value['thread'];
  let v2;
  v2 = read_thread_started_thread(v1);
  if (v2 === NONE) return NONE;
  const v3 = { thread: v2 };
  return v3;
}

function read_thread_started_thread(value) {
  if (!isObject(value)) return NONE;
  const v1 = value['id'];
  let v2;
  if (typeof v1 !== 'string') return NONE;
  v2 = v1;
  v2 = shortenName(v2);
  if (v2.length < 1) return NONE;

  const v3 = value['sessionId'];
  let v4;
  l5: {
    l6: {
      if (v3 === null) v4 = null;
      else {
        if (typeof v3 !== 'string') break l6;
        v4 = v3;
        v4 = shortenName(v4);
      }
      break l5;
    }
    v4 = null;
  }

  const v7 = value['parentThreadId'];
  let v8;
  l9: {
    l10: {
      if (v7 === null) v8 = null;
      else {
        if (typeof v7 !== 'string') break l10;
        v8 = v7;
        v8 = shortenName(v8);
      }
      break l9;
    }
    v8 = null;
  }

  const v11 = value['forkedFromId'];
  let v12;
  l13: {
    l14: {
      if (v11 === null) v12 = null;
      else {
        if (typeof v11 !== 'string') break l14;
        v12 = v11;
        v12 = shortenName(v12);
      }
      break l13;
    }
    v12 = null;
  }

  const v15 = value['threadSource'];
  let v16;
  l17: {
    l18: {
      if (v15 === null) v16 = null;
      else {
        if (typeof v15 !== 'string') break l18;
        v16 = v15;
        v16 = shortenLabel(v16);
      }
      break l17;
    }
    v16 = null;
  }

  const v19 = value['source'];
  let v20;
  let v21;
  l22: {
    l23: {
      if (v19 === null) v21 = null;
      else {
        v21 = read_thread_started_thread_source(v19);
        if (v21 === NONE) break l23;
      }
      break l22;
    }
    v21 = null;
  }

  v20 = toLineage(v21);
  const v24 = value['originator'];
  let v25;
  l26: {
    l27: {
      if (v24 === null) v25 = null;
      else {
        if (typeof v24 !== 'string') break l27;
        v25 = v24;
        v25 = shortenLabel(v25);
      }
      break l26;
    }
    v25 = null;
  }

  const v28 = value['ephemeral'];
  const v29 = v28 === null || typeof v28 === 'boolean' ? v28 : null;
  const v30 = value['createdAt'];
  const v31 = v30 === null || (typeof v30 === 'number' && Number.isFinite(v30) && isTime(v30)) ? v30 : null;
  const v32 = value['modelProvider'];
  let v33;
  l34: {
    l35: {
      if (v32 === null) v33 = null;
      else {
        if (typeof v32 !== 'string') break l35;
        v33 = v32;
        v33 = shortenName(v33);
      }
      break l34;
    }
    v33 = null;
  }

  const v36 = value['cwd'];
  let v37;
  l38: {
    l39: {
      if (v36 === null) v37 = null;
      else {
        if (typeof v36 !== 'string') break l39;
        v37 = v36;
        v37 = shortenPath(v37);
      }
      break l38;
    }
    v37 = null;
  }

  const v40 = value['gitInfo'];
  let v41;
  l42: {
    l43: {
      if (v40 === null) v41 = null;
      else {
        v41 = read_thread_started_thread_gitInfo(v40);
        if (v41 === NONE) break l43;
      }
      break l42;
    }
    v41 = null;
  }

  const v44 = value['historyMode'];
  let v45;
  l46: {
    l47: {
      if (v44 === null) v45 = null;
      else {
        if (typeof v44 !== 'string') break l47;
        v45 = v44;
        v45 = shortenLabel(v45);
      }
      break l46;
    }
    v45 = null;
  }

  const v48 = value['turns'];
  let v49;
  let v50;
  l51: {
    l52: {
      if (!Array.isArray(v48)) break l52;
      v50 = new Array(v48.length);
      for (let v55 = 0; v55 < v48.length; v55++) {
        const v53 = v48[v55];
        let v54;
        l56: {
          l57: {
            let v58;
            v58 = read_thread_started_thread_turns(v53);
            if (v58 === NONE) break l57;
            v54 = withoutItems(v58);
            break l56;
          }
          l59: {
            let v60;
            v60 = v53;
            v54 = unreadable(v60);
            break l56;
          }
          break l52;
        }

        v50[v55] = v54;
      }
      break l51;
    }
    v50 = [];
  }

  v49 = readable(v50);
  const v61 = value['preview'];
  const v62 = isFilled(v61);
  const v63 = {
    id: v2,
    sessionId: v4,
    parentThreadId: v8,
    forkedFromId: v12,
    threadSource: v16,
    source: v20,
    originator: v25,
    ephemeral: v29,
    createdAt: v31,
    modelProvider: v33,
    cwd: v37,
    gitInfo: v41,
    historyMode: v45,
    turns: v49,
    preview: v62,
  };
  return v63;
}

function read_thread_started_thread_source(value) {
  if (!isObject(value)) return NONE;
  const v1 = value['subAgent'];
  let v2;
  l3: {
    l4: {
      if (typeof v1 !== 'string') break l4;
      v2 = v1;
      v2 = shortenName(v2);

      break l3;
    }
    l5: {
      if (!isObject(v1)) break l5;
      v2 = {};
      for (const v6 of Object.keys(v1)) {
        if (v6 === '__proto__') continue;
        const v7 = v1[v6];
        let v8;
        v8 = v7;
        v2[v6] = v8;
      }
      break l3;
    }
    return NONE;
  }

  const v9 = { subAgent: v2 };
  return v9;
}

function read_thread_started_thread_gitInfo(value) {
  if (!isObject(value)) return NONE;
  const v1 = value['sha'];
  let v2;
  l3: {
    l4: {
      if (v1 === null) v2 = null;
      else {
        if (typeof v1 !== 'string') break l4;
        v2 = v1;
        v2 = shortenName(v2);
      }
      break l3;
    }
    v2 = null;
  }

  const v5 = value['branch'];
  let v6;
  l7: {
    l8: {
      if (v5 === null) v6 = null;
      else {
        if (typeof v5 !== 'string') break l8;
        v6 = v5;
        v6 = shortenName(v6);
      }
      break l7;
    }
    v6 = null;
  }

  const v9 = value['originUrl'];
  let v10;
  l11: {
    l12: {
      if (v9 === null) v10 = null;
      else {
        if (typeof v9 !== 'string') break l12;
        v10 = v9;
        v10 = shortenPath(v10);
      }
      break l11;
    }
    v10 = null;
  }

  const v13 = { sha: v2, branch: v6, originUrl: v10 };
  return v13;
}

function read_thread_started_thread_turns(value) {
  if (!isObject(value)) return NONE;
  const v1 = value['id'];
  let v2;
  if (typeof v1 !== 'string') return NONE;
  v2 = v1;
  v2 = shortenName(v2);
  if (v2.length < 1) return NONE;

  const v3 = value['rootTurnId'];
  let v4;
  l5: {
    l6: {
      if (v3 === null) v4 = null;
      else {
        if (typeof v3 !== 'string') break l6;
        v4 = v3;
        v4 = shortenName(v4);
      }
      break l5;
    }
    v4 = null;
  }

  const v7 = value['status'];
  const v8 =
    v7 === null || v7 === 'inProgress' || v7 === 'completed' || v7 === 'interrupted' || v7 === 'failed' ? v7 : null;
  const v9 = value['error'];
  let v10;
  l11: {
    l12: {
      if (v9 === null) v10 = null;
      else {
        v10 = read_thread_started_thread_turns_error(v9);
        if (v10 === NONE) break l12;
      }
      break l11;
    }
    v10 = null;
  }

  const v13 = value['startedAt'];
  const v14 = v13 === null || (typeof v13 === 'number' && Number.isFinite(v13) && isTime(v13)) ? v13 : null;
  const v15 = value['completedAt'];
  const v16 = v15 === null || (typeof v15 === 'number' && Number.isFinite(v15) && isTime(v15)) ? v15 : null;
  const v17 = value['durationMs'];
  const v18 = v17 === null || (typeof v17 === 'number' && Number.isFinite(v17) && isTime(v17)) ? v17 : null;
  const v19 = value['items'];
  let v20;
  l21: {
    l22: {
      if (!Array.isArray(v19)) break l22;
      v20 = new Array(v19.length);
      for (let v25 = 0; v25 < v19.length; v25++) {
        const v23 = v19[v25];
        let v24;
        v24 = v23;
        v20[v25] = v24;
      }
      break l21;
    }
    v20 = [];
  }

  const v26 = {
    id: v2,
    rootTurnId: v4,
    status: v8,
    error: v10,
    startedAt: v14,
    completedAt: v16,
    durationMs: v18,
    items: v20,
  };
  return v26;
}

function read_thread_started_thread_turns_error(value) {
  if (!isObject(value)) return NONE;
  const v1 = value['codexErrorInfo'];
  if (v1 === undefined && !('codexErrorInfo' in value)) return NONE;
  const v2 = v1;
  const v3 = { codexErrorInfo: v2 };
  return v3;
}

function read_thread_closed(value) {
  if (!isObject(value)) return NONE;
  const v1 = value['threadId'];
  let v2;
  if (typeof v1 !== 'string') return NONE;
  v2 = v1;
  v2 = shortenName(v2);
  if (v2.length < 1) return NONE;

  const v3 = { threadId: v2 };
  return v3;
}

function read_thread_status_changed(value) {
  if (!isObject(value)) return NONE;
  const v1 = value['threadId'];
  let v2;
  if (typeof v1 !== 'string') return NONE;
  v2 = v1;
  v2 = shortenName(v2);
  if (v2.length < 1) return NONE;

  const v3 = value['status'];
  let v4;
  v4 = read_thread_status_changed_status(v3);
  if (v4 === NONE) return NONE;
  const v5 = { threadId: v2, status: v4 };
  return v5;
}

function read_thread_status_changed_status(value) {
  if (!isObject(value)) return NONE;
  const v1 = value['activeFlags'];
  let v2;
  let v3;
  let v4;
  l5: {
    l6: {
      if (!Array.isArray(v1)) break l6;
      v4 = new Array(v1.length);
      for (let v9 = 0; v9 < v1.length; v9++) {
        const v7 = v1[v9];
        let v8;
        l10: {
          l11: {
            if (typeof v7 !== 'string') break l11;
            v8 = v7;
            v8 = shortenName(v8);

            break l10;
          }
          l12: {
            let v13;
            v13 = v7;
            v8 = unreadable(v13);
            break l10;
          }
          break l6;
        }

        v4[v9] = v8;
      }
      break l5;
    }
    v4 = [];
  }

  v3 = readable(v4);
  v2 = shortenList(v3);
  const v14 = { activeFlags: v2 };
  return v14;
}

function read_thread_settings_updated(value) {
  if (!isObject(value)) return NONE;
  const v1 = value['threadId'];
  let v2;
  if (typeof v1 !== 'string') return NONE;
  v2 = v1;
  v2 = shortenName(v2);
  if (v2.length < 1) return NONE;

  const v3 = value['threadSettings'];
  let v4;
  v4 = read_thread_settings_updated_threadSettings(v3);
  if (v4 === NONE) return NONE;
  const v5 = { threadId: v2, threadSettings: v4 };
  return v5;
}

function read_thread_settings_updated_threadSettings(value) {
  if (!isObject(value)) return NONE;
  const v1 = value['model'];
  let v2;
  l3: {
    l4: {
      if (v1 === undefined) v2 = undefined;
      else {
        if (v1 === null) v2 = null;
        else {
          if (typeof v1 !== 'string') break l4;
          v2 = v1;
          v2 = shortenName(v2);
        }
      }
      break l3;
    }
    v2 = undefined;
  }

  const v5 = value['modelProvider'];
  let v6;
  l7: {
    l8: {
      if (v5 === undefined) v6 = undefined;
      else {
        if (v5 === null) v6 = null;
        else {
          if (typeof v5 !== 'string') break l8;
          v6 = v5;
          v6 = shortenName(v6);
        }
      }
      break l7;
    }
    v6 = undefined;
  }

  const v9 = value['effort'];
  let v10;
  l11: {
    l12: {
      if (v9 === undefined) v10 = undefined;
      else {
        if (v9 === null) v10 = null;
        else {
          if (typeof v9 !== 'string') break l12;
          v10 = v9;
          v10 = shortenName(v10);
        }
      }
      break l11;
    }
    v10 = undefined;
  }

  const v13 = value['summary'];
  let v14;
  l15: {
    l16: {
      if (v13 === undefined) v14 = undefined;
      else {
        if (v13 === null) v14 = null;
        else {
          if (typeof v13 !== 'string') break l16;
          v14 = v13;
          v14 = shortenName(v14);
        }
      }
      break l15;
    }
    v14 = undefined;
  }

  const v17 = value['serviceTier'];
  let v18;
  l19: {
    l20: {
      if (v17 === undefined) v18 = undefined;
      else {
        if (v17 === null) v18 = null;
        else {
          if (typeof v17 !== 'string') break l20;
          v18 = v17;
          v18 = shortenName(v18);
        }
      }
      break l19;
    }
    v18 = undefined;
  }

  const v21 = value['personality'];
  let v22;
  l23: {
    l24: {
      if (v21 === undefined) v22 = undefined;
      else {
        if (v21 === null) v22 = null;
        else {
          if (typeof v21 !== 'string') break l24;
          v22 = v21;
          v22 = shortenName(v22);
        }
      }
      break l23;
    }
    v22 = undefined;
  }

  const v25 = value['approvalPolicy'];
  let v26;
  l27: {
    l28: {
      if (v25 === undefined) v26 = undefined;
      else {
        if (v25 === null) v26 = null;
        else {
          l29: {
            l30: {
              if (typeof v25 !== 'string') break l30;
              v26 = v25;
              v26 = shortenName(v26);

              break l29;
            }
            l31: {
              let v32;
              if (!isObject(v25)) break l31;
              v32 = {};
              for (const v33 of Object.keys(v25)) {
                if (v33 === '__proto__') continue;
                const v34 = v25[v33];
                let v35;
                v35 = v34;
                v32[v33] = v35;
              }
              v26 = nameIn(v32);
              break l29;
            }
            break l28;
          }
        }
      }
      break l27;
    }
    v26 = undefined;
  }

  const v36 = value['approvalsReviewer'];
  let v37;
  l38: {
    l39: {
      if (v36 === undefined) v37 = undefined;
      else {
        if (v36 === null) v37 = null;
        else {
          if (typeof v36 !== 'string') break l39;
          v37 = v36;
          v37 = shortenName(v37);
        }
      }
      break l38;
    }
    v37 = undefined;
  }

  const v40 = value['sandboxPolicy'];
  let v41;
  l42: {
    l43: {
      if (v40 === undefined) v41 = undefined;
      else {
        if (v40 === null) v41 = null;
        else {
          v41 = read_thread_settings_updated_threadSettings_sandboxPolicy(v40);
          if (v41 === NONE) break l43;
        }
      }
      break l42;
    }
    v41 = undefined;
  }

  const v44 = value['collaborationMode'];
  let v45;
  l46: {
    l47: {
      if (v44 === undefined) v45 = undefined;
      else {
        if (v44 === null) v45 = null;
        else {
          v45 = read_thread_settings_updated_threadSettings_collaborationMode(v44);
          if (v45 === NONE) break l47;
        }
      }
      break l46;
    }
    v45 = undefined;
  }

  const v48 = {
    model: v2,
    modelProvider: v6,
    effort: v10,
    summary: v14,
    serviceTier: v18,
    personality: v22,
    approvalPolicy: v26,
    approvalsReviewer: v37,
    sandboxPolicy: v41,
    collaborationMode: v45,
  };
  return v48;
}

function read_thread_settings_updated_threadSettings_sandboxPolicy(value) {
  if (!isObject(value)) return NONE;
  const v1 = value['type'];
  let v2;
  if (typeof v1 !== 'string') return NONE;
  v2 = v1;
  v2 = shortenName(v2);

  const v3 = value['networkAccess'];
  let v4;
  l5: {
    l6: {
      if (v3 === null) v4 = null;
      else {
        l7: {
          l8: {
            if (!(typeof v3 === 'boolean')) break l8;
            v4 = v3;
            break l7;
          }
          l9: {
            if (typeof v3 !== 'string') break l9;
            v4 = v3;
            v4 = shortenName(v4);

            break l7;
          }
          break l6;
        }
      }
      break l5;
    }
    v4 = null;
  }

  const v10 = { type: v2, networkAccess: v4 };
  return v10;
}

function read_thread_settings_updated_threadSettings_collaborationMode(value) {
  if (!isObject(value)) return NONE;
  const v1 = value['mode'];
  let v2;
  if (typeof v1 !== 'string') return NONE;
  v2 = v1;
  v2 = shortenName(v2);

  const v3 = value['settings'];
  let v4;
  l5: {
    l6: {
      if (v3 === undefined) v4 = undefined;
      else {
        v4 = read_thread_settings_updated_threadSettings_collaborationMode_settings(v3);
        if (v4 === NONE) break l6;
      }
      break l5;
    }
    v4 = undefined;
  }

  const v7 = { mode: v2, settings: v4 };
  return v7;
}

function read_thread_settings_updated_threadSettings_collaborationMode_settings(value) {
  if (!isObject(value)) return NONE;
  const v1 = value['model'];
  let v2;
  l3: {
    l4: {
      if (v1 === undefined) v2 = undefined;
      else {
        if (v1 === null) v2 = null;
        else {
          if (typeof v1 !== 'string') break l4;
          v2 = v1;
          v2 = shortenName(v2);
        }
      }
      break l3;
    }
    v2 = undefined;
  }

  const v5 = value['reasoning_effort'];
  let v6;
  l7: {
    l8: {
      if (v5 === undefined) v6 = undefined;
      else {
        if (v5 === null) v6 = null;
        else {
          if (typeof v5 !== 'string') break l8;
          v6 = v5;
          v6 = shortenName(v6);
        }
      }
      break l7;
    }
    v6 = undefined;
  }

  const v9 = { model: v2, reasoning_effort: v6 };
  return v9;
}

function read_error(value) {
  if (!isObject(value)) return NONE;
  const v1 = value['threadId'];
  let v2;
  if (typeof v1 !== 'string') return NONE;
  v2 = v1;
  v2 = shortenName(v2);
  if (v2.length < 1) return NONE;

  const v3 = value['turnId'];
  let v4;
  if (typeof v3 !== 'string') return NONE;
  v4 = v3;
  v4 = shortenName(v4);
  if (v4.length < 1) return NONE;

  const v5 = value['willRetry'];
  const v6 = typeof v5 === 'boolean' ? v5 : false;
  const v7 = value['error'];
  let v8;
  l9: {
    l10: {
      if (v7 === null) v8 = null;
      else {
        v8 = read_thread_started_thread_turns_error(v7);
        if (v8 === NONE) break l10;
      }
      break l9;
    }
    v8 = null;
  }

  const v11 = { threadId: v2, turnId: v4, willRetry: v6, error: v8 };
  return v11;
}

function read_model_rerouted(value) {
  if (!isObject(value)) return NONE;
  const v1 = value['threadId'];
  let v2;
  if (typeof v1 !== 'string') return NONE;
  v2 = v1;
  v2 = shortenName(v2);
  if (v2.length < 1) return NONE;

  const v3 = value['turnId'];
  let v4;
  if (typeof v3 !== 'string') return NONE;
  v4 = v3;
  v4 = shortenName(v4);
  if (v4.length < 1) return NONE;

  const v5 = value['toModel'];
  let v6;
  if (typeof v5 !== 'string') return NONE;
  v6 = v5;
  v6 = shortenName(v6);

  const v7 = { threadId: v2, turnId: v4, toModel: v6 };
  return v7;
}

function read_thread_tokenUsage_updated(value) {
  if (!isObject(value)) return NONE;
  const v1 = value['threadId'];
  let v2;
  if (typeof v1 !== 'string') return NONE;
  v2 = v1;
  v2 = shortenName(v2);
  if (v2.length < 1) return NONE;

  const v3 = value['turnId'];
  let v4;
  if (typeof v3 !== 'string') return NONE;
  v4 = v3;
  v4 = shortenName(v4);
  if (v4.length < 1) return NONE;

  const v5 = value['tokenUsage'];
  let v6;
  v6 = read_thread_tokenUsage_updated_tokenUsage(v5);
  if (v6 === NONE) return NONE;
  const v7 = { threadId: v2, turnId: v4, tokenUsage: v6 };
  return v7;
}

function read_thread_tokenUsage_updated_tokenUsage(value) {
  if (!isObject(value)) return NONE;
  const v1 = value['total'];
  let v2;
  v2 = read_thread_tokenUsage_updated_tokenUsage_total(v1);
  if (v2 === NONE) return NONE;
  const v3 = value['last'];
  let v4;
  v4 = read_thread_tokenUsage_updated_tokenUsage_total(v3);
  if (v4 === NONE) return NONE;
  const v5 = { total: v2, last: v4 };
  return v5;
}

function read_thread_tokenUsage_updated_tokenUsage_total(value) {
  if (!isObject(value)) return NONE;
  const v1 = value['inputTokens'];
  const v2 = typeof v1 === 'number' && Number.isFinite(v1) && Number.isSafeInteger(v1) && v1 >= 0 ? v1 : 0;
  const v3 = value['cachedInputTokens'];
  const v4 = typeof v3 === 'number' && Number.isFinite(v3) && Number.isSafeInteger(v3) && v3 >= 0 ? v3 : 0;
  const v5 = value['cacheWriteInputTokens'];
  const v6 =
    v5 === null || (typeof v5 === 'number' && Number.isFinite(v5) && Number.isSafeInteger(v5) && v5 >= 0) ? v5 : null;
  const v7 = value['outputTokens'];
  const v8 = typeof v7 === 'number' && Number.isFinite(v7) && Number.isSafeInteger(v7) && v7 >= 0 ? v7 : 0;
  const v9 = value['reasoningOutputTokens'];
  const v10 = typeof v9 === 'number' && Number.isFinite(v9) && Number.isSafeInteger(v9) && v9 >= 0 ? v9 : 0;
  const v11 = value['totalTokens'];
  const v12 = typeof v11 === 'number' && Number.isFinite(v11) && Number.isSafeInteger(v11) && v11 >= 0 ? v11 : 0;
  const v13 = {
    inputTokens: v2,
    cachedInputTokens: v4,
    cacheWriteInputTokens: v6,
    outputTokens: v8,
    reasoningOutputTokens: v10,
    totalTokens: v12,
  };
  return v13;
}

function read_thread_goal_updated(value) {
  if (!isObject(value)) return NONE;
  const v1 = value['threadId'];
  let v2;
  if (typeof v1 !== 'string') return NONE;
  v2 = v1;
  v2 = shortenName(v2);
  if (v2.length < 1) return NONE;

  const v3 = value['turnId'];
  let v4;
  l5: {
    l6: {
      if (v3 === null) v4 = null;
      else {
        if (typeof v3 !== 'string') break l6;
        v4 = v3;
        v4 = shortenName(v4);
      }
      break l5;
    }
    v4 = null;
  }

  const v7 = value['goal'];
  let v8;
  v8 = read_thread_goal_updated_goal(v7);
  if (v8 === NONE) return NONE;
  const v9 = { threadId: v2, turnId: v4, goal: v8 };
  return v9;
}

function read_thread_goal_updated_goal(value) {
  if (!isObject(value)) return NONE;
  const v1 = value['status'];
  let v2;
  if (typeof v1 !== 'string') return NONE;
  v2 = v1;
  v2 = shortenName(v2);

  const v3 = value['tokenBudget'];
  const v4 =
    v3 === null || (typeof v3 === 'number' && Number.isFinite(v3) && Number.isSafeInteger(v3) && v3 >= 0) ? v3 : null;
  const v5 = value['tokensUsed'];
  const v6 =
    v5 === null || (typeof v5 === 'number' && Number.isFinite(v5) && Number.isSafeInteger(v5) && v5 >= 0) ? v5 : null;
  const v7 = value['timeUsedSeconds'];
  const v8 =
    v7 === null || (typeof v7 === 'number' && Number.isFinite(v7) && Number.isSafeInteger(v7) && v7 >= 0) ? v7 : null;
  const v9 = { status: v2, tokenBudget: v4, tokensUsed: v6, timeUsedSeconds: v8 };
  return v9;
}

function read_turn_started(value) {
  if (!isObject(value)) return NONE;
  const v1 = value['threadId'];
  let v2;
  if (typeof v1 !== 'string') return NONE;
  v2 = v1;
  v2 = shortenName(v2);
  if (v2.length < 1) return NONE;

  const v3 = value['turn'];
  let v4;
  v4 = read_turn_started_turn(v3);
  if (v4 === NONE) return NONE;
  const v5 = { threadId: v2, turn: v4 };
  return v5;
}

function read_turn_started_turn(value) {
  if (!isObject(value)) return NONE;
  const v1 = value['id'];
  let v2;
  if (typeof v1 !== 'string') return NONE;
  v2 = v1;
  v2 = shortenName(v2);
  if (v2.length < 1) return NONE;

  const v3 = value['rootTurnId'];
  let v4;
  l5: {
    l6: {
      if (v3 === null) v4 = null;
      else {
        if (typeof v3 !== 'string') break l6;
        v4 = v3;
        v4 = shortenName(v4);
      }
      break l5;
    }
    v4 = null;
  }

  const v7 = value['status'];
  const v8 =
    v7 === null || v7 === 'inProgress' || v7 === 'completed' || v7 === 'interrupted' || v7 === 'failed' ? v7 : null;
  const v9 = value['error'];
  let v10;
  l11: {
    l12: {
      if (v9 === null) v10 = null;
      else {
        v10 = read_thread_started_thread_turns_error(v9);
        if (v10 === NONE) break l12;
      }
      break l11;
    }
    v10 = null;
  }

  const v13 = value['startedAt'];
  const v14 = v13 === null || (typeof v13 === 'number' && Number.isFinite(v13) && isTime(v13)) ? v13 : null;
  const v15 = value['completedAt'];
  const v16 = v15 === null || (typeof v15 === 'number' && Number.isFinite(v15) && isTime(v15)) ? v15 : null;
  const v17 = value['durationMs'];
  const v18 = v17 === null || (typeof v17 === 'number' && Number.isFinite(v17) && isTime(v17)) ? v17 : null;
  const v19 = { id: v2, rootTurnId: v4, status: v8, error: v10, startedAt: v14, completedAt: v16, durationMs: v18 };
  return v19;
}

function read_turn_completed(value) {
  if (!isObject(value)) return NONE;
  const v1 = value['threadId'];
  let v2;
  if (typeof v1 !== 'string') return NONE;
  v2 = v1;
  v2 = shortenName(v2);
  if (v2.length < 1) return NONE;

  const v3 = value['turn'];
  let v4;
  v4 = read_turn_started_turn(v3);
  if (v4 === NONE) return NONE;
  const v5 = { threadId: v2, turn: v4 };
  return v5;
}

function read_turn_diff_updated(value) {
  if (!isObject(value)) return NONE;
  const v1 = value['threadId'];
  let v2;
  if (typeof v1 !== 'string') return NONE;
  v2 = v1;
  v2 = shortenName(v2);
  if (v2.length < 1) return NONE;

  const v3 = value['turnId'];
  let v4;
  if (typeof v3 !== 'string') return NONE;
  v4 = v3;
  v4 = shortenName(v4);
  if (v4.length < 1) return NONE;

  const v5 = value['diff'];
  let v6;
  if (!(typeof v5 === 'string')) return NONE;
  v6 = v5;
  const v7 = { threadId: v2, turnId: v4, diff: v6 };
  return v7;
}

function read_item_started(value) {
  if (!isObject(value)) return NONE;
  const v1 = value['threadId'];
  let v2;
  if (typeof v1 !== 'string') return NONE;
  v2 = v1;
  v2 = shortenName(v2);
  if (v2.length < 1) return NONE;

  const v3 = value['turnId'];
  let v4;
  if (typeof v3 !== 'string') return NONE;
  v4 = v3;
  v4 = shortenName(v4);
  if (v4.length < 1) return NONE;

  const v5 = value['startedAtMs'];
  const v6 = v5 === null || (typeof v5 === 'number' && Number.isFinite(v5) && isTime(v5)) ? v5 : null;
  const v7 = value['item'];
  let v8;
  v8 = read_item(v7);
  if (v8 === NONE) return NONE;
  const v9 = { threadId: v2, turnId: v4, startedAtMs: v6, item: v8 };
  return v9;
}

function read_item_completed(value) {
  if (!isObject(value)) return NONE;
  const v1 = value['threadId'];
  let v2;
  if (typeof v1 !== 'string') return NONE;
  v2 = v1;
  v2 = shortenName(v2);
  if (v2.length < 1) return NONE;

  const v3 = value['turnId'];
  let v4;
  if (typeof v3 !== 'string') return NONE;
  v4 = v3;
  v4 = shortenName(v4);
  if (v4.length < 1) return NONE;

  const v5 = value['completedAtMs'];
  const v6 = v5 === null || (typeof v5 === 'number' && Number.isFinite(v5) && isTime(v5)) ? v5 : null;
  const v7 = value['item'];
  let v8;
  v8 = read_item(v7);
  if (v8 === NONE) return NONE;
  const v9 = { threadId: v2, turnId: v4, completedAtMs: v6, item: v8 };
  return v9;
}

function read_item_autoApprovalReview_started(value) {
  if (!isObject(value)) return NONE;
  const v1 = value['threadId'];
  let v2;
  if (typeof v1 !== 'string') return NONE;
  v2 = v1;
  v2 = shortenName(v2);
  if (v2.length < 1) return NONE;

  const v3 = value['turnId'];
  let v4;
  if (typeof v3 !== 'string') return NONE;
  v4 = v3;
  v4 = shortenName(v4);
  if (v4.length < 1) return NONE;

  const v5 = value['reviewId'];
  let v6;
  if (typeof v5 !== 'string') return NONE;
  v6 = v5;
  v6 = shortenName(v6);
  if (v6.length < 1) return NONE;

  const v7 = value['targetItemId'];
  let v8;
  l9: {
    l10: {
      if (v7 === null) v8 = null;
      else {
        if (typeof v7 !== 'string') break l10;
        v8 = v7;
        v8 = shortenName(v8);
      }
      break l9;
    }
    v8 = null;
  }

  const v11 = value['startedAtMs'];
  const v12 = v11 === null || (typeof v11 === 'number' && Number.isFinite(v11) && isTime(v11)) ? v11 : null;
  const v13 = value['completedAtMs'];
  const v14 = v13 === null || (typeof v13 === 'number' && Number.isFinite(v13) && isTime(v13)) ? v13 : null;
  const v15 = value['review'];
  let v16;
  v16 = read_item_autoApprovalReview_started_review(v15);
  if (v16 === NONE) return NONE;
  const v17 = value['action'];
  let v18;
  l19: {
    l20: {
      v18 = read_item_autoApprovalReview_started_action(v17);
      if (v18 === NONE) break l20;
      break l19;
    }
    v18 = { type: '', source: null, toolName: null, permissions: null };
  }

  const v21 = {
    threadId: v2,
    turnId: v4,
    reviewId: v6,
    targetItemId: v8,
    startedAtMs: v12,
    completedAtMs: v14,
    review: v16,
    action: v18,
  };
  return v21;
}

function read_item_autoApprovalReview_started_review(value) {
  if (!isObject(value)) return NONE;
  const v1 = value['status'];
  let v2;
  if (typeof v1 !== 'string') return NONE;
  v2 = v1;
  v2 = shortenName(v2);

  const v3 = value['riskLevel'];
  let v4;
  l5: {
    l6: {
      if (v3 === null) v4 = null;
      else {
        if (typeof v3 !== 'string') break l6;
        v4 = v3;
        v4 = shortenName(v4);
      }
      break l5;
    }
    v4 = null;
  }

  const v7 = value['userAuthorization'];
  let v8;
  l9: {
    l10: {
      if (v7 === null) v8 = null;
      else {
        if (typeof v7 !== 'string') break l10;
        v8 = v7;
        v8 = shortenName(v8);
      }
      break l9;
    }
    v8 = null;
  }

  const v11 = { status: v2, riskLevel: v4, userAuthorization: v8 };
  return v11;
}

function read_item_autoApprovalReview_started_action(value) {
  if (!isObject(value)) return NONE;
  const v1 = value['type'];
  let v2;
  if (typeof v1 !== 'string') return NONE;
  v2 = v1;
  v2 = shortenName(v2);

  const v3 = value['source'];
  let v4;
  l5: {
    l6: {
      if (v3 === null) v4 = null;
      else {
        if (typeof v3 !== 'string') break l6;
        v4 = v3;
        v4 = shortenName(v4);
      }
      break l5;
    }
    v4 = null;
  }

  const v7 = value['toolName'];
  let v8;
  l9: {
    l10: {
      if (v7 === null) v8 = null;
      else {
        if (typeof v7 !== 'string') break l10;
        v8 = v7;
        v8 = shortenName(v8);
      }
      break l9;
    }
    v8 = null;
  }

  const v11 = value['permissions'];
  let v12;
  l13: {
    l14: {
      if (v11 === null) v12 = null;
      else {
        v12 = read_item_autoApprovalReview_started_action_permissions(v11);
        if (v12 === NONE) break l14;
      }
      break l13;
    }
    v12 = null;
  }

  const v15 = { type: v2, source: v4, toolName: v8, permissions: v12 };
  return v15;
}

function read_item_autoApprovalReview_started_action_permissions(value) {
  if (!isObject(value)) return NONE;
  const v1 = value['network'];
  let v2;
  l3: {
    l4: {
      if (v1 === null) v2 = null;
      else {
        v2 = read_item_autoApprovalReview_started_action_permissions_network(v1);
        if (v2 === NONE) break l4;
      }
      break l3;
    }
    v2 = null;
  }

  const v5 = value['fileSystem'];
  let v6;
  l7: {
    l8: {
      if (v5 === null) v6 = null;
      else {
        v6 = read_item_autoApprovalReview_started_action_permissions_fileSystem(v5);
        if (v6 === NONE) break l8;
      }
      break l7;
    }
    v6 = null;
  }

  const v9 = { network: v2, fileSystem: v6 };
  return v9;
}

function read_item_autoApprovalReview_started_action_permissions_network(value) {
  if (!isObject(value)) return NONE;
  const v1 = value['enabled'];
  const v2 = v1 === null || typeof v1 === 'boolean' ? v1 : null;
  const v3 = { enabled: v2 };
  return v3;
}

function read_item_autoApprovalReview_started_action_permissions_fileSystem(value) {
  if (!isObject(value)) return NONE;
  const v1 = value['read'];
  let v2;
  let v3;
  l4: {
    l5: {
      if (!Array.isArray(v1)) break l5;
      v3 = new Array(v1.length);
      for (let v8 = 0; v8 < v1.length; v8++) {
        const v6 = v1[v8];
        let v7;
        l9: {
          l10: {
            if (!(typeof v6 === 'string')) break l10;
            v7 = v6;
            break l9;
          }
          l11: {
            let v12;
            v12 = v6;
            v7 = unreadable(v12);
            break l9;
          }
          break l5;
        }

        v3[v8] = v7;
      }
      break l4;
    }
    v3 = [];
  }

  v2 = readable(v3);
  const v13 = value['write'];
  let v14;
  let v15;
  l16: {
    l17: {
      if (!Array.isArray(v13)) break l17;
      v15 = new Array(v13.length);
      for (let v20 = 0; v20 < v13.length; v20++) {
        const v18 = v13[v20];
        let v19;
        l21: {
          l22: {
            if (!(typeof v18 === 'string')) break l22;
            v19 = v18;
            break l21;
          }
          l23: {
            let v24;
            v24 = v18;
            v19 = unreadable(v24);
            break l21;
          }
          break l17;
        }

        v15[v20] = v19;
      }
      break l16;
    }
    v15 = [];
  }

  v14 = readable(v15);
  const v25 = value['entries'];
  let v26;
  let v27;
  l28: {
    l29: {
      if (!Array.isArray(v25)) break l29;
      v27 = new Array(v25.length);
      for (let v32 = 0; v32 < v25.length; v32++) {
        const v30 = v25[v32];
        let v31;
        l33: {
          l34: {
            v31 = read_item_autoApprovalReview_started_action_permissions_fileSystem_entries(v30);
            if (v31 === NONE) break l34;
            break l33;
          }
          l35: {
            let v36;
            v36 = v30;
            v31 = unreadable(v36);
            break l33;
          }
          break l29;
        }

        v27[v32] = v31;
      }
      break l28;
    }
    v27 = [];
  }

  v26 = readable(v27);
  const v37 = { read: v2, write: v14, entries: v26 };
  return v37;
}

function read_item_autoApprovalReview_started_action_permissions_fileSystem_entries(value) {
  if (!isObject(value)) return NONE;
  const v1 = value['path'];
  if (v1 === undefined && !('path' in value)) return NONE;
  const v2 = v1;
  const v3 = value['access'];
  let v4;
  l5: {
    l6: {
      if (typeof v3 !== 'string') break l6;
      v4 = v3;
      v4 = shortenName(v4);

      break l5;
    }
    v4 = '';
  }

  const v7 = { path: v2, access: v4 };
  return v7;
}

function read_serverRequest_resolved(value) {
  if (!isObject(value)) return NONE;
  const v1 = value['threadId'];
  let v2;
  l3: {
    l4: {
      if (v1 === null) v2 = null;
      else {
        if (typeof v1 !== 'string') break l4;
        v2 = v1;
        v2 = shortenName(v2);
      }
      break l3;
    }
    v2 = null;
  }

  const v5 = value['requestId'];
  let v6;
  if (!(typeof v5 === 'string' || (typeof v5 === 'number' && Number.isFinite(v5)))) return NONE;
  v6 = v5;
  const v7 = { threadId: v2, requestId: v6 };
  return v7;
}

function read_hook_started(value) {
  if (!isObject(value)) return NONE;
  const v1 = value['threadId'];
  let v2;
  if (typeof v1 !== 'string') return NONE;
  v2 = v1;
  v2 = shortenName(v2);
  if (v2.length < 1) return NONE;

  const v3 = value['turnId'];
  let v4;
  l5: {
    l6: {
      if (v3 === null) v4 = null;
      else {
        if (typeof v3 !== 'string') break l6;
        v4 = v3;
        v4 = shortenName(v4);
      }
      break l5;
    }
    v4 = null;
  }

  const v7 = value['run'];
  let v8;
  v8 = read_hook_started_run(v7);
  if (v8 === NONE) return NONE;
  const v9 = { threadId: v2, turnId: v4, run: v8 };
  return v9;
}

function read_hook_started_run(value) {
  if (!isObject(value)) return NONE;
  const v1 = value['id'];
  let v2;
  if (typeof v1 !== 'string') return NONE;
  v2 = v1;
  v2 = shortenName(v2);
  if (v2.length < 1) return NONE;

  const v3 = value['eventName'];
  let v4;
  if (typeof v3 !== 'string') return NONE;
  v4 = v3;
  v4 = shortenName(v4);

  const v5 = value['source'];
  let v6;
  l7: {
    l8: {
      if (typeof v5 !== 'string') break l8;
      v6 = v5;
      v6 = shortenName(v6);

      break l7;
    }
    v6 = 'unknown';
  }

  const v9 = value['handlerType'];
  let v10;
  l11: {
    l12: {
      if (v9 === null) v10 = null;
      else {
        if (typeof v9 !== 'string') break l12;
        v10 = v9;
        v10 = shortenName(v10);
      }
      break l11;
    }
    v10 = null;
  }

  const v13 = value['executionMode'];
  let v14;
  l15: {
    l16: {
      if (v13 === null) v14 = null;
      else {
        if (typeof v13 !== 'string') break l16;
        v14 = v13;
        v14 = shortenName(v14);
      }
      break l15;
    }
    v14 = null;
  }

  const v17 = value['status'];
  const v18 =
    v17 === null ||
    v17 === 'running' ||
    v17 === 'completed' ||
    v17 === 'failed' ||
    v17 === 'blocked' ||
    v17 === 'stopped'
      ? v17
      : null;
  const v19 = value['durationMs'];
  const v20 = v19 === null || (typeof v19 === 'number' && Number.isFinite(v19) && isTime(v19)) ? v19 : null;
  const v21 = { id: v2, eventName: v4, source: v6, handlerType: v10, executionMode: v14, status: v18, durationMs: v20 };
  return v21;
}

function read_initialize_params(value) {
  if (!isObject(value)) return NONE;
  const v1 = value['clientInfo'];
  let v2;
  l3: {
    l4: {
      if (v1 === null) v2 = null;
      else {
        v2 = read_initialize_params_clientInfo(v1);
        if (v2 === NONE) break l4;
      }
      break l3;
    }
    v2 = null;
  }

  const v5 = value['capabilities'];
  let v6;
  l7: {
    l8: {
      if (v5 === null) v6 = null;
      else {
        v6 = read_initialize_params_capabilities(v5);
        if (v6 === NONE) break l8;
      }
      break l7;
    }
    v6 = null;
  }

  const v9 = { clientInfo: v2, capabilities: v6 };
  return v9;
}

function read_initialize_params_clientInfo(value) {
  if (!isObject(value)) return NONE;
  const v1 = value['name'];
  let v2;
  if (typeof v1 !== 'string') return NONE;
  v2 = v1;
  v2 = shortenLabel(v2);

  const v3 = value['version'];
  let v4;
  l5: {
    l6: {
      if (v3 === null) v4 = null;
      else {
        if (typeof v3 !== 'string') break l6;
        v4 = v3;
        v4 = shortenLabel(v4);
      }
      break l5;
    }
    v4 = null;
  }

  const v7 = { name: v2, version: v4 };
  return v7;
}

function read_initialize_params_capabilities(value) {
  if (!isObject(value)) return NONE;
  const v1 = value['experimentalApi'];
  const v2 = typeof v1 === 'boolean' ? v1 : false;
  const v3 = value['optOutNotificationMethods'];
  let v4;
  let v5;
  let v6;
  l7: {
    l8: {
      if (!Array.isArray(v3)) break l8;
      v6 = new Array(v3.length);
      for (let v11 = 0; v11 < v3.length; v11++) {
        const v9 = v3[v11];
        let v10;
        l12: {
          l13: {
            if (typeof v9 !== 'string') break l13;
            v10 = v9;
            v10 = shortenName(v10);

            break l12;
          }
          l14: {
            let v15;
            v15 = v9;
            v10 = unreadable(v15);
            break l12;
          }
          break l8;
        }

        v6[v11] = v10;
      }
      break l7;
    }
    v6 = [];
  }

  v5 = readable(v6);
  v4 = shortenList(v5);
  const v16 = { experimentalApi: v2, optOutNotificationMethods: v4 };
  return v16;
}

function read_initialize_result(value) {
  if (!isObject(value)) return NONE;
  const v1 = value['userAgent'];
  let v2;
  l3: {
    l4: {
      if (v1 === null) v2 = null;
      else {
        if (typeof v1 !== 'string') break l4;
        v2 = v1;
        v2 = shortenPath(v2);
      }
      break l3;
    }
    v2 = null;
  }

  const v5 = value['platformOs'];
  let v6;
  l7: {
    l8: {
      if (v5 === null) v6 = null;
      else {
        if (typeof v5 !== 'string') break l8;
        v6 = v5;
        v6 = shortenLabel(v6);
      }
      break l7;
    }
    v6 = null;
  }

  const v9 = value['codexHome'];
  let v10;
  l11: {
    l12: {
      if (v9 === null) v10 = null;
      else {
        if (typeof v9 !== 'string') break l12;
        v10 = v9;
        v10 = shortenPath(v10);
      }
      break l11;
    }
    v10 = null;
  }

  const v13 = { userAgent: v2, platformOs: v6, codexHome: v10 };
  return v13;
}

function read_thread_start_params(value) {
  if (!isObject(value)) return NONE;
  const v1 = value['threadId'];
  let v2;
  l3: {
    l4: {
      if (v1 === null) v2 = null;
      else {
        if (typeof v1 !== 'string') break l4;
        v2 = v1;
        v2 = shortenName(v2);
      }
      break l3;
    }
    v2 = null;
  }

  const v5 = value['excludeTurns'];
  const v6 = v5 === null || typeof v5 === 'boolean' ? v5 : null;
  const v7 = value['attachToSource'];
  const v8 = v7 === null || typeof v7 === 'boolean' ? v7 : null;
  const v9 = value['history'];
  const v10 = isPresent(v9);
  const v11 = value['personality'];
  let v12;
  l13: {
    l14: {
      if (v11 === undefined) v12 = undefined;
      else {
        if (v11 === null) v12 = null;
        else {
          if (typeof v11 !== 'string') break l14;
          v12 = v11;
          v12 = shortenName(v12);
        }
      }
      break l13;
    }
    v12 = undefined;
  }

  const v15 = value['config'];
  let v16;
  l17: {
    l18: {
      if (v15 === undefined) v16 = undefined;
      else {
        if (v15 === null) v16 = null;
        else {
          v16 = read_thread_start_params_config(v15);
          if (v16 === NONE) break l18;
        }
      }
      break l17;
    }
    v16 = undefined;
  }

  const v19 = { threadId: v2, excludeTurns: v6, attachToSource: v8, history: v10, personality: v12, config: v16 };
  return v19;
}

function read_thread_start_params_config(value) {
  if (!isObject(value)) return NONE;
  const v1 = value['model_reasoning_summary'];
  let v2;
  l3: {
    l4: {
      if (v1 === undefined) v2 = undefined;
      else {
        if (v1 === null) v2 = null;
        else {
          if (typeof v1 !== 'string') break l4;
          v2 = v1;
          v2 = shortenName(v2);
        }
      }
      break l3;
    }
    v2 = undefined;
  }

  const v5 = value['personality'];
  let v6;
  l7: {
    l8: {
      if (v5 === undefined) v6 = undefined;
      else {
        if (v5 === null) v6 = null;
        else {
          if (typeof v5 !== 'string') break l8;
          v6 = v5;
          v6 = shortenName(v6);
        }
      }
      break l7;
    }
    v6 = undefined;
  }

  const v9 = { model_reasoning_summary: v2, personality: v6 };
  return v9;
}

function read_thread_start_result(value) {
  if (!isObject(value)) return NONE;
  const v1 = value['thread'];
  let v2;
  v2 = read_thread_started_thread(v1);
  if (v2 === NONE) return NONE;
  const v3 = value['model'];
  let v4;
  l5: {
    l6: {
      if (v3 === null) v4 = null;
      else {
        if (typeof v3 !== 'string') break l6;
        v4 = v3;
        v4 = shortenName(v4);
      }
      break l5;
    }
    v4 = null;
  }

  const v7 = value['modelProvider'];
  let v8;
  l9: {
    l10: {
      if (v7 === null) v8 = null;
      else {
        if (typeof v7 !== 'string') break l10;
        v8 = v7;
        v8 = shortenName(v8);
      }
      break l9;
    }
    v8 = null;
  }

  const v11 = value['serviceTier'];
  let v12;
  l13: {
    l14: {
      if (v11 === undefined) v12 = undefined;
      else {
        if (v11 === null) v12 = null;
        else {
          if (typeof v11 !== 'string') break l14;
          v12 = v11;
          v12 = shortenName(v12);
        }
      }
      break l13;
    }
    v12 = undefined;
  }

  const v15 = value['approvalPolicy'];
  let v16;
  l17: {
    l18: {
      if (v15 === undefined) v16 = undefined;
      else {
        if (v15 === null) v16 = null;
        else {
          l19: {
            l20: {
              if (typeof v15 !== 'string') break l20;
              v16 = v15;
              v16 = shortenName(v16);

              break l19;
            }
            l21: {
              let v22;
              if (!isObject(v15)) break l21;
              v22 = {};
              for (const v23 of Object.keys(v15)) {
                if (v23 === '__proto__') continue;
                const v24 = v15[v23];
                let v25;
                v25 = v24;
                v22[v23] = v25;
              }
              v16 = nameIn(v22);
              break l19;
            }
            break l18;
          }
        }
      }
      break l17;
    }
    v16 = undefined;
  }

  const v26 = value['approvalsReviewer'];
  let v27;
  l28: {
    l29: {
      if (v26 === undefined) v27 = undefined;
      else {
        if (v26 === null) v27 = null;
        else {
          if (typeof v26 !== 'string') break l29;
          v27 = v26;
          v27 = shortenName(v27);
        }
      }
      break l28;
    }
    v27 = undefined;
  }

  const v30 = value['sandbox'];
  let v31;
  l32: {
    l33: {
      if (v30 === undefined) v31 = undefined;
      else {
        if (v30 === null) v31 = null;
        else {
          v31 = read_thread_settings_updated_threadSettings_sandboxPolicy(v30);
          if (v31 === NONE) break l33;
        }
      }
      break l32;
    }
    v31 = undefined;
  }

  const v34 = value['reasoningEffort'];
  let v35;
  l36: {
    l37: {
      if (v34 === undefined) v35 = undefined;
      else {
        if (v34 === null) v35 = null;
        else {
          if (typeof v34 !== 'string') break l37;
          v35 = v34;
          v35 = shortenName(v35);
        }
      }
      break l36;
    }
    v35 = undefined;
  }

  const v38 = value['collaborationMode'];
  let v39;
  l40: {
    l41: {
      if (v38 === undefined) v39 = undefined;
      else {
        if (v38 === null) v39 = null;
        else {
          v39 = read_thread_settings_updated_threadSettings_collaborationMode(v38);
          if (v39 === NONE) break l41;
        }
      }
      break l40;
    }
    v39 = undefined;
  }

  const v42 = {
    thread: v2,
    model: v4,
    modelProvider: v8,
    serviceTier: v12,
    approvalPolicy: v16,
    approvalsReviewer: v27,
    sandbox: v31,
    reasoningEffort: v35,
    collaborationMode: v39,
  };
  return v42;
}

function read_thread_archive_result(value) {
  let v1;
  let v2;
  v2 = value;
  v1 = toNothing(v2);
  return v1;
}

function read_thread_revert_result(value) {
  if (!isObject(value)) return NONE;
  const v1 = value['turnsBackwardsCursor'];
  const v2 = isPresent(v1);
  const v3 = { turnsBackwardsCursor: v2 };
  return v3;
}

function read_thread_read_result(value) {
  if (!isObject(value)) return NONE;
  const v1 = value['thread'];
  let v2;
  v2 = read_thread_read_result_thread(v1);
  if (v2 === NONE) return NONE;
  const v3 = { thread: v2 };
  return v3;
}

function read_thread_read_result_thread(value) {
  if (!isObject(value)) return NONE;
  const v1 = value['turns'];
  let v2;
  let v3;
  l4: {
    l5: {
      if (!Array.isArray(v1)) break l5;
      v3 = new Array(v1.length);
      for (let v8 = 0; v8 < v1.length; v8++) {
        const v6 = v1[v8];
        let v7;
        l9: {
          l10: {
            let v11;
            v11 = read_thread_started_thread_turns(v6);
            if (v11 === NONE) break l10;
            v7 = withoutItems(v11);
            break l9;
          }
          l12: {
            let v13;
            v13 = v6;
            v7 = unreadable(v13);
            break l9;
          }
          break l5;
        }

        v3[v8] = v7;
      }
      break l4;
    }
    v3 = [];
  }

  v2 = readable(v3);
  const v14 = { turns: v2 };
  return v14;
}

function read_thread_turns_list_result(value) {
  if (!isObject(value)) return NONE;
  const v1 = value['data'];
  let v2;
  let v3;
  l4: {
    l5: {
      if (!Array.isArray(v1)) break l5;
      v3 = new Array(v1.length);
      for (let v8 = 0; v8 < v1.length; v8++) {
        const v6 = v1[v8];
        let v7;
        l9: {
          l10: {
            let v11;
            v11 = read_thread_started_thread_turns(v6);
            if (v11 === NONE) break l10;
            v7 = withoutItems(v11);
            break l9;
          }
          l12: {
            let v13;
            v13 = v6;
            v7 = unreadable(v13);
            break l9;
          }
          break l5;
        }

        v3[v8] = v7;
      }
      break l4;
    }
    v3 = [];
  }

  v2 = readable(v3);
  const v14 = { data: v2 };
  return v14;
}

function read_thread_queue_add_params(value) {
  if (!isObject(value)) return NONE;
  const v1 = value['threadId'];
  let v2;
  if (typeof v1 !== 'string') return NONE;
  v2 = v1;
  v2 = shortenName(v2);
  if (v2.length < 1) return NONE;

  const v3 = value['responsesapiClientMetadata'];
  let v4;
  l5: {
    l6: {
      if (v3 === null) v4 = null;
      else {
        v4 = read_thread_queue_add_params_responsesapiClientMetadata(v3);
        if (v4 === NONE) break l6;
      }
      break l5;
    }
    v4 = null;
  }

  const v7 = value['responsesapiClientMetadataPatch'];
  let v8;
  l9: {
    l10: {
      if (v7 === null) v8 = null;
      else {
        v8 = read_thread_queue_add_params_responsesapiClientMetadata(v7);
        if (v8 === NONE) break l10;
      }
      break l9;
    }
    v8 = null;
  }

  const v11 = { threadId: v2, responsesapiClientMetadata: v4, responsesapiClientMetadataPatch: v8 };
  return v11;
}

function read_thread_queue_add_params_responsesapiClientMetadata(value) {
  if (!isObject(value)) return NONE;
  const v1 = value['workspace_kind'];
  let v2;
  l3: {
    l4: {
      if (v1 === null) v2 = null;
      else {
        if (typeof v1 !== 'string') break l4;
        v2 = v1;
        v2 = shortenLabel(v2);
      }
      break l3;
    }
    v2 = null;
  }

  const v5 = value['codex_app_used_dictation'];
  const v6 = toFlag(v5);
  const v7 = { workspace_kind: v2, codex_app_used_dictation: v6 };
  return v7;
}

function read_turn_start_params(value) {
  if (!isObject(value)) return NONE;
  const v1 = value['threadId'];
  let v2;
  if (typeof v1 !== 'string') return NONE;
  v2 = v1;
  v2 = shortenName(v2);
  if (v2.length < 1) return NONE;

  const v3 = value['input'];
  let v4;
  let v5;
  let v6;
  l7: {
    l8: {
      if (!Array.isArray(v3)) break l8;
      v6 = new Array(v3.length);
      for (let v11 = 0; v11 < v3.length; v11++) {
        const v9 = v3[v11];
        let v10;
        l12: {
          l13: {
            v10 = read_item_counted_content(v9);
            if (v10 === NONE) break l13;
            break l12;
          }
          l14: {
            let v15;
            v15 = v9;
            v10 = unreadable(v15);
            break l12;
          }
          break l8;
        }

        v6[v11] = v10;
      }
      break l7;
    }
    v6 = [];
  }

  v5 = readable(v6);
  v4 = shortenList(v5);
  const v16 = value['model'];
  let v17;
  l18: {
    l19: {
      if (v16 === undefined) v17 = undefined;
      else {
        if (v16 === null) v17 = null;
        else {
          if (typeof v16 !== 'string') break l19;
          v17 = v16;
          v17 = shortenName(v17);
        }
      }
      break l18;
    }
    v17 = undefined;
  }

  const v20 = value['effort'];
  let v21;
  l22: {
    l23: {
      if (v20 === undefined) v21 = undefined;
      else {
        if (v20 === null) v21 = null;
        else {
          if (typeof v20 !== 'string') break l23;
          v21 = v20;
          v21 = shortenName(v21);
        }
      }
      break l22;
    }
    v21 = undefined;
  }

  const v24 = value['summary'];
  let v25;
  l26: {
    l27: {
      if (v24 === undefined) v25 = undefined;
      else {
        if (v24 === null) v25 = null;
        else {
          if (typeof v24 !== 'string') break l27;
          v25 = v24;
          v25 = shortenName(v25);
        }
      }
      break l26;
    }
    v25 = undefined;
  }

  const v28 = value['serviceTier'];
  let v29;
  l30: {
    l31: {
      if (v28 === undefined) v29 = undefined;
      else {
        if (v28 === null) v29 = null;
        else {
          if (typeof v28 !== 'string') break l31;
          v29 = v28;
          v29 = shortenName(v29);
        }
      }
      break l30;
    }
    v29 = undefined;
  }

  const v32 = value['serviceTierForTurn'];
  let v33;
  l34: {
    l35: {
      if (v32 === undefined) v33 = undefined;
      else {
        if (v32 === null) v33 = null;
        else {
          if (typeof v32 !== 'string') break l35;
          v33 = v32;
          v33 = shortenName(v33);
        }
      }
      break l34;
    }
    v33 = undefined;
  }

  const v36 = value['personality'];
  let v37;
  l38: {
    l39: {
      if (v36 === undefined) v37 = undefined;
      else {
        if (v36 === null) v37 = null;
        else {
          if (typeof v36 !== 'string') break l39;
          v37 = v36;
          v37 = shortenName(v37);
        }
      }
      break l38;
    }
    v37 = undefined;
  }

  const v40 = value['approvalPolicy'];
  let v41;
  l42: {
    l43: {
      if (v40 === undefined) v41 = undefined;
      else {
        if (v40 === null) v41 = null;
        else {
          l44: {
            l45: {
              if (typeof v40 !== 'string') break l45;
              v41 = v40;
              v41 = shortenName(v41);

              break l44;
            }
            l46: {
              let v47;
              if (!isObject(v40)) break l46;
              v47 = {};
              for (const v48 of Object.keys(v40)) {
                if (v48 === '__proto__') continue;
                const v49 = v40[v48];
                let v50;
                v50 = v49;
                v47[v48] = v50;
              }
              v41 = nameIn(v47);
              break l44;
            }
            break l43;
          }
        }
      }
      break l42;
    }
    v41 = undefined;
  }

  const v51 = value['approvalsReviewer'];
  let v52;
  l53: {
    l54: {
      if (v51 === undefined) v52 = undefined;
      else {
        if (v51 === null) v52 = null;
        else {
          if (typeof v51 !== 'string') break l54;
          v52 = v51;
          v52 = shortenName(v52);
        }
      }
      break l53;
    }
    v52 = undefined;
  }

  const v55 = value['sandboxPolicy'];
  let v56;
  l57: {
    l58: {
      if (v55 === undefined) v56 = undefined;
      else {
        if (v55 === null) v56 = null;
        else {
          v56 = read_thread_settings_updated_threadSettings_sandboxPolicy(v55);
          if (v56 === NONE) break l58;
        }
      }
      break l57;
    }
    v56 = undefined;
  }

  const v59 = value['collaborationMode'];
  let v60;
  l61: {
    l62: {
      if (v59 === undefined) v60 = undefined;
      else {
        if (v59 === null) v60 = null;
        else {
          v60 = read_thread_settings_updated_threadSettings_collaborationMode(v59);
          if (v60 === NONE) break l62;
        }
      }
      break l61;
    }
    v60 = undefined;
  }

  const v63 = value['turnTrigger'];
  let v64;
  l65: {
    l66: {
      if (v63 === null) v64 = null;
      else {
        if (typeof v63 !== 'string') break l66;
        v64 = v63;
        v64 = shortenLabel(v64);
      }
      break l65;
    }
    v64 = null;
  }

  const v67 = value['rootTurnId'];
  let v68;
  l69: {
    l70: {
      if (v67 === null) v68 = null;
      else {
        if (typeof v67 !== 'string') break l70;
        v68 = v67;
        v68 = shortenName(v68);
      }
      break l69;
    }
    v68 = null;
  }

  const v71 = value['responsesapiClientMetadata'];
  let v72;
  l73: {
    l74: {
      if (v71 === null) v72 = null;
      else {
        v72 = read_thread_queue_add_params_responsesapiClientMetadata(v71);
        if (v72 === NONE) break l74;
      }
      break l73;
    }
    v72 = null;
  }

  const v75 = value['responsesapiClientMetadataPatch'];
  let v76;
  l77: {
    l78: {
      if (v75 === null) v76 = null;
      else {
        v76 = read_thread_queue_add_params_responsesapiClientMetadata(v75);
        if (v76 === NONE) break l78;
      }
      break l77;
    }
    v76 = null;
  }

  const v79 = {
    threadId: v2,
    input: v4,
    model: v17,
    effort: v21,
    summary: v25,
    serviceTier: v29,
    serviceTierForTurn: v33,
    personality: v37,
    approvalPolicy: v41,
    approvalsReviewer: v52,
    sandboxPolicy: v56,
    collaborationMode: v60,
    turnTrigger: v64,
    rootTurnId: v68,
    responsesapiClientMetadata: v72,
    responsesapiClientMetadataPatch: v76,
  };
  return v79;
}

function read_turn_start_result(value) {
  if (!isObject(value)) return NONE;
  const v1 = value['turn'];
  let v2;
  v2 = read_turn_start_result_turn(v1);
  if (v2 === NONE) return NONE;
  const v3 = { turn: v2 };
  return v3;
}

function read_turn_start_result_turn(value) {
  if (!isObject(value)) return NONE;
  const v1 = value['id'];
  let v2;
  if (typeof v1 !== 'string') return NONE;
  v2 = v1;
  v2 = shortenName(v2);
  if (v2.length < 1) return NONE;

  const v3 = value['rootTurnId'];
  let v4;
  l5: {
    l6: {
      if (v3 === null) v4 = null;
      else {
        if (typeof v3 !== 'string') break l6;
        v4 = v3;
        v4 = shortenName(v4);
      }
      break l5;
    }
    v4 = null;
  }

  const v7 = { id: v2, rootTurnId: v4 };
  return v7;
}

function read_turn_steer_params(value) {
  if (!isObject(value)) return NONE;
  const v1 = value['threadId'];
  let v2;
  if (typeof v1 !== 'string') return NONE;
  v2 = v1;
  v2 = shortenName(v2);
  if (v2.length < 1) return NONE;

  const v3 = value['expectedTurnId'];
  let v4;
  l5: {
    l6: {
      if (v3 === null) v4 = null;
      else {
        if (typeof v3 !== 'string') break l6;
        v4 = v3;
        v4 = shortenName(v4);
      }
      break l5;
    }
    v4 = null;
  }

  const v7 = value['input'];
  let v8;
  let v9;
  let v10;
  l11: {
    l12: {
      if (!Array.isArray(v7)) break l12;
      v10 = new Array(v7.length);
      for (let v15 = 0; v15 < v7.length; v15++) {
        const v13 = v7[v15];
        let v14;
        l16: {
          l17: {
            v14 = read_item_counted_content(v13);
            if (v14 === NONE) break l17;
            break l16;
          }
          l18: {
            let v19;
            v19 = v13;
            v14 = unreadable(v19);
            break l16;
          }
          break l12;
        }

        v10[v15] = v14;
      }
      break l11;
    }
    v10 = [];
  }

  v9 = readable(v10);
  v8 = shortenList(v9);
  const v20 = value['responsesapiClientMetadata'];
  let v21;
  l22: {
    l23: {
      if (v20 === null) v21 = null;
      else {
        v21 = read_thread_queue_add_params_responsesapiClientMetadata(v20);
        if (v21 === NONE) break l23;
      }
      break l22;
    }
    v21 = null;
  }

  const v24 = value['responsesapiClientMetadataPatch'];
  let v25;
  l26: {
    l27: {
      if (v24 === null) v25 = null;
      else {
        v25 = read_thread_queue_add_params_responsesapiClientMetadata(v24);
        if (v25 === NONE) break l27;
      }
      break l26;
    }
    v25 = null;
  }

  const v28 = {
    threadId: v2,
    expectedTurnId: v4,
    input: v8,
    responsesapiClientMetadata: v21,
    responsesapiClientMetadataPatch: v25,
  };
  return v28;
}

function read_turn_steer_result(value) {
  if (!isObject(value)) return NONE;
  const v1 = value['turnId'];
  let v2;
  if (typeof v1 !== 'string') return NONE;
  v2 = v1;
  v2 = shortenName(v2);
  if (v2.length < 1) return NONE;

  const v3 = { turnId: v2 };
  return v3;
}

function read_turn_interrupt_params(value) {
  if (!isObject(value)) return NONE;
  const v1 = value['threadId'];
  let v2;
  if (typeof v1 !== 'string') return NONE;
  v2 = v1;
  v2 = shortenName(v2);
  if (v2.length < 1) return NONE;

  const v3 = value['turnId'];
  let v4;
  l5: {
    l6: {
      if (v3 === null) v4 = null;
      else {
        if (typeof v3 !== 'string') break l6;
        v4 = v3;
        v4 = shortenName(v4);
      }
      break l5;
    }
    v4 = null;
  }

  const v7 = { threadId: v2, turnId: v4 };
  return v7;
}

function read_review_start_result(value) {
  if (!isObject(value)) return NONE;
  const v1 = value['turn'];
  let v2;
  v2 = read_review_start_result_turn(v1);
  if (v2 === NONE) return NONE;
  const v3 = value['reviewThreadId'];
  let v4;
  l5: {
    l6: {
      if (v3 === null) v4 = null;
      else {
        if (typeof v3 !== 'string') break l6;
        v4 = v3;
        v4 = shortenName(v4);
      }
      break l5;
    }
    v4 = null;
  }

  const v7 = { turn: v2, reviewThreadId: v4 };
  return v7;
}

function read_review_start_result_turn(value) {
  if (!isObject(value)) return NONE;
  const v1 = value['id'];
  let v2;
  if (typeof v1 !== 'string') return NONE;
  v2 = v1;
  v2 = shortenName(v2);
  if (v2.length < 1) return NONE;

  const v3 = { id: v2 };
  return v3;
}

function read_item_commandExecution_requestApproval_params(value) {
  if (!isObject(value)) return NONE;
  const v1 = value['threadId'];
  let v2;
  if (typeof v1 !== 'string') return NONE;
  v2 = v1;
  v2 = shortenName(v2);
  if (v2.length < 1) return NONE;

  const v3 = value['turnId'];
  let v4;
  if (typeof v3 !== 'string') return NONE;
  v4 = v3;
  v4 = shortenName(v4);
  if (v4.length < 1) return NONE;

  const v5 = value['itemId'];
  let v6;
  if (typeof v5 !== 'string') return NONE;
  v6 = v5;
  v6 = shortenName(v6);
  if (v6.length < 1) return NONE;

  const v7 = value['startedAtMs'];
  const v8 = v7 === null || (typeof v7 === 'number' && Number.isFinite(v7) && isTime(v7)) ? v7 : null;
  const v9 = value['approvalId'];
  let v10;
  l11: {
    l12: {
      if (v9 === null) v10 = null;
      else {
        if (typeof v9 !== 'string') break l12;
        v10 = v9;
        v10 = shortenName(v10);
      }
      break l11;
    }
    v10 = null;
  }

  const v13 = value['kind'];
  let v14;
  l15: {
    l16: {
      if (v13 === null) v14 = null;
      else {
        if (typeof v13 !== 'string') break l16;
        v14 = v13;
        v14 = shortenName(v14);
      }
      break l15;
    }
    v14 = null;
  }

  const v17 = value['networkApprovalContext'];
  const v18 = isPresent(v17);
  const v19 = value['additionalPermissions'];
  let v20;
  l21: {
    l22: {
      if (v19 === null) v20 = null;
      else {
        v20 = read_item_commandExecution_requestApproval_params_additionalPermissions(v19);
        if (v20 === NONE) break l22;
      }
      break l21;
    }
    v20 = null;
  }

  const v23 = value['proposedNetworkPolicyAmendments'];
  let v24;
  let v25;
  let v26;
  l27: {
    l28: {
      if (!Array.isArray(v23)) break l28;
      v26 = new Array(v23.length);
      for (let v31 = 0; v31 < v23.length; v31++) {
        const v29 = v23[v31];
        let v30;
        v30 = v29;
        v26[v31] = v30;
      }
      break l27;
    }
    v26 = [];
  }

  v25 = readable(v26);
  v24 = isNotEmpty(v25);
  const v32 = {
    threadId: v2,
    turnId: v4,
    itemId: v6,
    startedAtMs: v8,
    approvalId: v10,
    kind: v14,
    networkApprovalContext: v18,
    additionalPermissions: v20,
    proposedNetworkPolicyAmendments: v24,
  };
  return v32;
}

function read_item_commandExecution_requestApproval_params_additionalPermissions(value) {
  if (!isObject(value)) return NONE;
  const v1 = value['network'];
  let v2;
  l3: {
    l4: {
      if (v1 === null) v2 = null;
      else {
        v2 = read_item_commandExecution_requestApproval_params_additionalPermissions_network(v1);
        if (v2 === NONE) break l4;
      }
      break l3;
    }
    v2 = null;
  }

  const v5 = { network: v2 };
  return v5;
}

function read_item_commandExecution_requestApproval_params_additionalPermissions_network(value) {
  if (!isObject(value)) return NONE;
  const v1 = value['enabled'];
  const v2 = v1 === null || typeof v1 === 'boolean' ? v1 : null;
  const v3 = { enabled: v2 };
  return v3;
}

function read_item_commandExecution_requestApproval_result(value) {
  if (!isObject(value)) return NONE;
  const v1 = value['decision'];
  let v2;
  l3: {
    l4: {
      if (!(typeof v1 === 'string')) break l4;
      v2 = v1;
      break l3;
    }
    l5: {
      let v6;
      v6 = read_item_commandExecution_requestApproval_result_decision(v1);
      if (v6 === NONE) break l5;
      v2 = toPolicyAmendment(v6);
      break l3;
    }
    l7: {
      let v8;
      v8 = read_item_commandExecution_requestApproval_result_decision_2(v1);
      if (v8 === NONE) break l7;
      v2 = toNetworkAmendment(v8);
      break l3;
    }
    return NONE;
  }

  const v9 = { decision: v2 };
  return v9;
}

function read_item_commandExecution_requestApproval_result_decision(value) {
  if (!isObject(value)) return NONE;
  const v1 = value['acceptWithExecpolicyAmendment'];
  let v2;
  v2 = read_item_commandExecution_requestApproval_result_decision_acceptWithExecpolicyAmendment(v1);
  if (v2 === NONE) return NONE;
  const v3 = { acceptWithExecpolicyAmendment: v2 };
  return v3;
}

function read_item_commandExecution_requestApproval_result_decision_acceptWithExecpolicyAmendment(value) {
  if (!isObject(value)) return NONE;
  const v1 = value['execpolicy_amendment'];
  let v2;
  if (!Array.isArray(v1)) return NONE;
  v2 = new Array(v1.length);
  for (let v5 = 0; v5 < v1.length; v5++) {
    const v3 = v1[v5];
    let v4;
    if (!(typeof v3 === 'string')) return NONE;
    v4 = v3;
    v2[v5] = v4;
  }
  const v6 = { execpolicy_amendment: v2 };
  return v6;
}

function read_item_commandExecution_requestApproval_result_decision_2(value) {
  if (!isObject(value)) return NONE;
  const v1 = value['applyNetworkPolicyAmendment'];
  let v2;
  v2 = read_item_commandExecution_requestApproval_result_decision_2_applyNetworkPolicyAmendment(v1);
  if (v2 === NONE) return NONE;
  const v3 = { applyNetworkPolicyAmendment: v2 };
  return v3;
}

function read_item_commandExecution_requestApproval_result_decision_2_applyNetworkPolicyAmendment(value) {
  if (!isObject(value)) return NONE;
  const v1 = value['network_policy_amendment'];
  let v2;
  v2 =
    read_item_commandExecution_requestApproval_result_decision_2_applyNetworkPolicyAmendment_network_policy_amendment(
      v1,
    );
  if (v2 === NONE) return NONE;
  const v3 = { network_policy_amendment: v2 };
  return v3;
}

function read_item_commandExecution_requestApproval_result_decision_2_applyNetworkPolicyAmendment_network_policy_amendment(
  value,
) {
  if (!isObject(value)) return NONE;
  const v1 = value['action'];
  let v2;
  if (!(typeof v1 === 'string')) return NONE;
  v2 = v1;
  const v3 = { action: v2 };
  return v3;
}

function read_item_fileChange_requestApproval_params(value) {
  if (!isObject(value)) return NONE;
  const v1 = value['threadId'];
  let v2;
  if (typeof v1 !== 'string') return NONE;
  v2 = v1;
  v2 = shortenName(v2);
  if (v2.length < 1) return NONE;

  const v3 = value['turnId'];
  let v4;
  if (typeof v3 !== 'string') return NONE;
  v4 = v3;
  v4 = shortenName(v4);
  if (v4.length < 1) return NONE;

  const v5 = value['itemId'];
  let v6;
  if (typeof v5 !== 'string') return NONE;
  v6 = v5;
  v6 = shortenName(v6);
  if (v6.length < 1) return NONE;

  const v7 = value['startedAtMs'];
  const v8 = v7 === null || (typeof v7 === 'number' && Number.isFinite(v7) && isTime(v7)) ? v7 : null;
  const v9 = value['grantRoot'];
  const v10 = isPresent(v9);
  const v11 = { threadId: v2, turnId: v4, itemId: v6, startedAtMs: v8, grantRoot: v10 };
  return v11;
}

function read_item_fileChange_requestApproval_result(value) {
  if (!isObject(value)) return NONE;
  const v1 = value['decision'];
  let v2;
  if (!(typeof v1 === 'string')) return NONE;
  v2 = v1;
  const v3 = { decision: v2 };
  return v3;
}

function read_item_permissions_requestApproval_params(value) {
  if (!isObject(value)) return NONE;
  const v1 = value['threadId'];
  let v2;
  if (typeof v1 !== 'string') return NONE;
  v2 = v1;
  v2 = shortenName(v2);
  if (v2.length < 1) return NONE;

  const v3 = value['turnId'];
  let v4;
  if (typeof v3 !== 'string') return NONE;
  v4 = v3;
  v4 = shortenName(v4);
  if (v4.length < 1) return NONE;

  const v5 = value['itemId'];
  let v6;
  if (typeof v5 !== 'string') return NONE;
  v6 = v5;
  v6 = shortenName(v6);
  if (v6.length < 1) return NONE;

  const v7 = value['startedAtMs'];
  const v8 = v7 === null || (typeof v7 === 'number' && Number.isFinite(v7) && isTime(v7)) ? v7 : null;
  const v9 = value['cwd'];
  let v10;
  l11: {
    l12: {
      if (v9 === null) v10 = null;
      else {
        if (typeof v9 !== 'string') break l12;
        v10 = v9;
        v10 = shortenPath(v10);
      }
      break l11;
    }
    v10 = null;
  }

  const v13 = value['permissions'];
  let v14;
  l15: {
    l16: {
      v14 = read_item_autoApprovalReview_started_action_permissions(v13);
      if (v14 === NONE) break l16;
      break l15;
    }
    v14 = { network: null, fileSystem: null };
  }

  const v17 = { threadId: v2, turnId: v4, itemId: v6, startedAtMs: v8, cwd: v10, permissions: v14 };
  return v17;
}

function read_item_permissions_requestApproval_result(value) {
  if (!isObject(value)) return NONE;
  const v1 = value['permissions'];
  let v2;
  v2 = read_item_permissions_requestApproval_result_permissions(v1);
  if (v2 === NONE) return NONE;
  if (!hasKnownAccesses(v2)) return NONE;

  const v3 = value['scope'];
  let v4;
  if (v3 === undefined) v4 = 'turn';
  else {
    if (!(v3 === 'turn' || v3 === 'session')) return NONE;
    v4 = v3;
  }
  const v5 = value['strictAutoReview'];
  const v6 = typeof v5 === 'boolean' ? v5 : false;
  const v7 = { permissions: v2, scope: v4, strictAutoReview: v6 };
  return v7;
}

function read_item_permissions_requestApproval_result_permissions(value) {
  if (!isObject(value)) return NONE;
  const v1 = value['network'];
  let v2;
  l3: {
    l4: {
      if (v1 === null) v2 = null;
      else {
        v2 = read_item_autoApprovalReview_started_action_permissions_network(v1);
        if (v2 === NONE) break l4;
      }
      break l3;
    }
    v2 = null;
  }

  const v5 = value['fileSystem'];
  let v6;
  l7: {
    l8: {
      if (v5 === null) v6 = null;
      else {
        v6 = read_item_autoApprovalReview_started_action_permissions_fileSystem(v5);
        if (v6 === NONE) break l8;
      }
      break l7;
    }
    v6 = null;
  }

  const v9 = { network: v2, fileSystem: v6 };
  if (!hasKnownAccesses(v9)) return NONE;
  return v9;
}

function read_item_tool_requestUserInput_params(value) {
  if (!isObject(value)) return NONE;
  const v1 = value['threadId'];
  let v2;
  if (typeof v1 !== 'string') return NONE;
  v2 = v1;
  v2 = shortenName(v2);
  if (v2.length < 1) return NONE;

  const v3 = value['turnId'];
  let v4;
  if (typeof v3 !== 'string') return NONE;
  v4 = v3;
  v4 = shortenName(v4);
  if (v4.length < 1) return NONE;

  const v5 = value['itemId'];
  let v6;
  if (typeof v5 !== 'string') return NONE;
  v6 = v5;
  v6 = shortenName(v6);
  if (v6.length < 1) return NONE;

  const v7 = value['startedAtMs'];
  const v8 = v7 === null || (typeof v7 === 'number' && Number.isFinite(v7) && isTime(v7)) ? v7 : null;
  const v9 = { threadId: v2, turnId: v4, itemId: v6, startedAtMs: v8 };
  return v9;
}

function read_item_tool_requestUserInput_result(value) {
  if (!isObject(value)) return NONE;
  const v1 = value['answers'];
  const v2 = isPresent(v1);
  const v3 = { answers: v2 };
  return v3;
}

function read_mcpServer_elicitation_request_params(value) {
  if (!isObject(value)) return NONE;
  const v1 = value['threadId'];
  let v2;
  if (typeof v1 !== 'string') return NONE;
  v2 = v1;
  v2 = shortenName(v2);
  if (v2.length < 1) return NONE;

  const v3 = value['turnId'];
  let v4;
  l5: {
    l6: {
      if (v3 === null) v4 = null;
      else {
        if (typeof v3 !== 'string') break l6;
        v4 = v3;
        v4 = shortenName(v4);
      }
      break l5;
    }
    v4 = null;
  }

  const v7 = value['startedAtMs'];
  const v8 = v7 === null || (typeof v7 === 'number' && Number.isFinite(v7) && isTime(v7)) ? v7 : null;
  const v9 = value['serverName'];
  let v10;
  l11: {
    l12: {
      if (v9 === null) v10 = null;
      else {
        if (typeof v9 !== 'string') break l12;
        v10 = v9;
        v10 = shortenName(v10);
      }
      break l11;
    }
    v10 = null;
  }

  const v13 = value['_meta'];
  let v14;
  l15: {
    l16: {
      if (v13 === null) v14 = null;
      else {
        v14 = read_mcpServer_elicitation_request_params__meta(v13);
        if (v14 === NONE) break l16;
      }
      break l15;
    }
    v14 = null;
  }

  const v17 = { threadId: v2, turnId: v4, startedAtMs: v8, serverName: v10, _meta: v14 };
  return v17;
}

function read_mcpServer_elicitation_request_params__meta(value) {
  if (!isObject(value)) return NONE;
  const v1 = value['codex_approval_kind'];
  let v2;
  l3: {
    l4: {
      if (v1 === null) v2 = null;
      else {
        if (typeof v1 !== 'string') break l4;
        v2 = v1;
        v2 = shortenName(v2);
      }
      break l3;
    }
    v2 = null;
  }

  const v5 = value['tool_name'];
  let v6;
  l7: {
    l8: {
      if (v5 === null) v6 = null;
      else {
        if (typeof v5 !== 'string') break l8;
        v6 = v5;
        v6 = shortenName(v6);
      }
      break l7;
    }
    v6 = null;
  }

  const v9 = { codex_approval_kind: v2, tool_name: v6 };
  return v9;
}

function read_mcpServer_elicitation_request_result(value) {
  if (!isObject(value)) return NONE;
  const v1 = value['action'];
  const v2 = v1 === null || v1 === 'accept' || v1 === 'decline' || v1 === 'cancel' ? v1 : null;
  const v3 = { action: v2 };
  return v3;
}

function read_rpcError(value) {
  if (!isObject(value)) return NONE;
  const v1 = value['code'];
  const v2 = typeof v1 === 'number' && Number.isFinite(v1) ? v1 : 0;
  const v3 = value['message'];
  let v4;
  l5: {
    l6: {
      if (typeof v3 !== 'string') break l6;
      v4 = v3;
      v4 = shortenName(v4);

      break l5;
    }
    v4 = '';
  }

  const v7 = value['data'];
  let v8;
  l9: {
    l10: {
      if (v7 === null) v8 = null;
      else {
        v8 = read_rpcError_data(v7);
        if (v8 === NONE) break l10;
      }
      break l9;
    }
    v8 = null;
  }

  const v11 = { code: v2, message: v4, data: v8 };
  return v11;
}

function read_rpcError_data(value) {
  if (!isObject(value)) return NONE;
  const v1 = value['input_error_code'];
  let v2;
  l3: {
    l4: {
      if (v1 === null) v2 = null;
      else {
        if (typeof v1 !== 'string') break l4;
        v2 = v1;
        v2 = shortenName(v2);
      }
      break l3;
    }
    v2 = null;
  }

  const v5 = value['codexErrorInfo'];
  let v6;
  l7: {
    l8: {
      if (v5 === null) v6 = null;
      else {
        v6 = read_rpcError_data_codexErrorInfo(v5);
        if (v6 === NONE) break l8;
      }
      break l7;
    }
    v6 = null;
  }

  const v9 = { input_error_code: v2, codexErrorInfo: v6 };
  return v9;
}

function read_rpcError_data_codexErrorInfo(value) {
  if (!isObject(value)) return NONE;
  const v1 = value['activeTurnNotSteerable'];
  let v2;
  l3: {
    l4: {
      if (v1 === null) v2 = null;
      else {
        v2 = read_rpcError_data_codexErrorInfo_activeTurnNotSteerable(v1);
        if (v2 === NONE) break l4;
      }
      break l3;
    }
    v2 = null;
  }

  const v5 = { activeTurnNotSteerable: v2 };
  return v5;
}

function read_rpcError_data_codexErrorInfo_activeTurnNotSteerable(value) {
  if (!isObject(value)) return NONE;
  const v1 = value['turnKind'];
  let v2;
  l3: {
    l4: {
      if (v1 === null) v2 = null;
      else {
        if (typeof v1 !== 'string') break l4;
        v2 = v1;
        v2 = shortenName(v2);
      }
      break l3;
    }
    v2 = null;
  }

  const v5 = { turnKind: v2 };
  return v5;
}
export const notifications = {
  'thread/started': exported(read_thread_started),
  'thread/closed': exported(read_thread_closed),
  'thread/status/changed': exported(read_thread_status_changed),
  'thread/archived': exported(read_thread_closed),
  'thread/unarchived': exported(read_thread_closed),
  'thread/deleted': exported(read_thread_closed),
  'thread/reverted': exported(read_thread_closed),
  'thread/settings/updated': exported(read_thread_settings_updated),
  error: exported(read_error),
  'model/rerouted': exported(read_model_rerouted),
  'thread/tokenUsage/updated': exported(read_thread_tokenUsage_updated),
  'thread/goal/updated': exported(read_thread_goal_updated),
  'thread/goal/cleared': exported(read_thread_closed),
  'turn/started': exported(read_turn_started),
  'turn/completed': exported(read_turn_completed),
  'turn/diff/updated': exported(read_turn_diff_updated),
  'item/started': exported(read_item_started),
  'item/completed': exported(read_item_completed),
  'item/autoApprovalReview/started': exported(read_item_autoApprovalReview_started),
  'item/autoApprovalReview/completed': exported(read_item_autoApprovalReview_started),
  'serverRequest/resolved': exported(read_serverRequest_resolved),
  'hook/started': exported(read_hook_started),
  'hook/completed': exported(read_hook_started),
};
export const clientRequests = {
  initialize: { params: exported(read_initialize_params), result: exported(read_initialize_result) },
  'thread/start': { params: exported(read_thread_start_params), result: exported(read_thread_start_result) },
  'thread/resume': { params: exported(read_thread_start_params), result: exported(read_thread_start_result) },
  'thread/fork': { params: exported(read_thread_start_params), result: exported(read_thread_start_result) },
  'thread/archive': { params: exported(read_thread_closed), result: exported(read_thread_archive_result) },
  'thread/unarchive': { params: exported(read_thread_closed), result: exported(read_thread_archive_result) },
  'thread/revert': { params: exported(read_thread_closed), result: exported(read_thread_revert_result) },
  'thread/compact/start': { params: exported(read_thread_closed), result: exported(read_thread_archive_result) },
  'thread/unsubscribe': { params: exported(read_thread_closed), result: exported(read_thread_archive_result) },
  'thread/read': { params: exported(read_thread_closed), result: exported(read_thread_read_result) },
  'thread/turns/list': { params: exported(read_thread_closed), result: exported(read_thread_turns_list_result) },
  'thread/queue/add': { params: exported(read_thread_queue_add_params), result: exported(read_thread_archive_result) },
  'thread/goal/set': { params: exported(read_thread_closed), result: exported(read_thread_archive_result) },
  'turn/start': { params: exported(read_turn_start_params), result: exported(read_turn_start_result) },
  'turn/steer': { params: exported(read_turn_steer_params), result: exported(read_turn_steer_result) },
  'turn/interrupt': { params: exported(read_turn_interrupt_params), result: exported(read_thread_archive_result) },
  'review/start': { params: exported(read_thread_closed), result: exported(read_review_start_result) },
};
export const userRequests = {
  'item/commandExecution/requestApproval': {
    params: exported(read_item_commandExecution_requestApproval_params),
    result: exported(read_item_commandExecution_requestApproval_result),
  },
  'item/fileChange/requestApproval': {
    params: exported(read_item_fileChange_requestApproval_params),
    result: exported(read_item_fileChange_requestApproval_result),
  },
  'item/permissions/requestApproval': {
    params: exported(read_item_permissions_requestApproval_params),
    result: exported(read_item_permissions_requestApproval_result),
  },
  'item/tool/requestUserInput': {
    params: exported(read_item_tool_requestUserInput_params),
    result: exported(read_item_tool_requestUserInput_result),
  },
  'mcpServer/elicitation/request': {
    params: exported(read_mcpServer_elicitation_request_params),
    result: exported(read_mcpServer_elicitation_request_result),
  },
};
export const rpcError = exported(read_rpcError);
export const item = exported(read_item);
