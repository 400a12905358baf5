"use strict";
const all = (inside, selector) => [...inside.querySelectorAll(selector)];
const textOf = (inside, selector) => all(inside, selector).map((each) => each.textContent);

// Words as they are compared: no case, no accents, no punctuation; two where a vowel is left out (l'eau, qu'est).
const PLAIN = { "\u0131": "i", "\u0142": "l", "\u00f8": "o", "\u0111": "d", "\u00df": "ss", "\u00e6": "ae", "\u0153": "oe" };
const ELISION = /(?<=[bcdfghjklmnpqrstvwxz]|qu)['\u2019`](?=[aehiouy])/g;
const WORDS = /\p{N}+(?:\.\p{N}+)+|[\p{L}\p{N}]+/gu; // 2.1.9 is one
function wordsOf(text) {
  const bare = text.normalize("NFKD").toLowerCase().replace(/\p{M}/gu, "").replace(/[\u0131\u0142\u00f8\u0111\u00df\u00e6\u0153]/g, (letter) => PLAIN[letter]);
  const folded = bare.replace(ELISION, " ").replace(/['\u2019`]s?\b/g, "").replace(/&/g, " and ");
  return folded.match(WORDS) ?? [];
}

// A text as it stands, for names without letters and digits.
const plainOf = (text) => text.normalize("NFKC").trim().toLowerCase();

// Whether two words differ by one typing error: a letter too many, missing, wrong, or two swapped.
function nearly(one, other) {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  const rest = (word, skipped) => word.slice(at + skipped);
  return rest(one, 1) === rest(other, 1) || rest(one, 1) === rest(other, 0) || rest(one, 0) === rest(other, 1)
    || (one[at] === other[at + 1] && one[at + 1] === other[at] && rest(one, 2) === rest(other, 2));
}

const isPlural = (many, one) => one.length > 1
  && (many === `${one}s` || many === `${one}es` || (one.endsWith("y") && many === `${one.slice(0, -1)}ies`));
const isSame = (one, other) => one === other || isPlural(one, other) || isPlural(other, one);

const UNSPACED = /[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]/; // scripts that write no spaces between words

// How well a word of the page answers a word of the question, from 0 to 1.
function likeness(asked, word) {
  if (asked === word) return 1;
  if (/^\p{N}/u.test(asked)) return word.startsWith(`${asked}.`) ? 0.5 : 0; // 2.1 is not 2.1.1, and 1 is not 12
  if ((asked.length > 1 && word.startsWith(asked)) || isSame(asked, word)) return 0.9;
  if (word.length > 3 && asked.startsWith(word) && asked.length - word.length < 3) return 0.8;
  if (asked.length > 3 && word.endsWith(asked)) return 0.6; // the end of a compound
  if (UNSPACED.test(asked) && word.includes(asked)) return 0.6;
  return asked.length > 4 && Math.abs(asked.length - word.length) < 2 && nearly(asked, word) ? 0.7 : 0;
}

const inWords = (names) => (names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`);

// A question: its words, those of them that say what it is about, and all that it may be the name of.
const silent = new Set(wordsOf(document.getElementById("ask").dataset.silent));
function understood(text) {
  const asked = wordsOf(text);
  const telling = asked.filter((word) => !silent.has(word));
  const phrases = new Set([asked.join(" "), telling.join(" ")].filter(Boolean));
  return { text, plain: plainOf(text), telling, phrases };
}
