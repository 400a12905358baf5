"use strict";
// What is searched is what stands on the page: each entry of "All work". Found entries are copied from
// there, and texts are only ever set as text, so nothing that a name holds can become markup.
const page = document.documentElement;
page.classList.add("scripted-page");

// Words as they are compared: no case, no accents, no punctuation.
function wordsOf(text) {
  const folded = text.normalize("NFKD").replace(/['\u2019`]s?\b|\p{M}/gu, "").replace(/&/g, " and ");
  return folded.toLowerCase().split(/[^\p{L}\p{N}]+/u).filter(Boolean);
}

// Whether two words differ by one typing error: a letter too many, missing, wrong, or two swapped.
function nearly(one, other) {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  const rest = (word, skipped) => word.slice(at + skipped);
  return rest(one, 1) === rest(other, 1) || rest(one, 1) === rest(other, 0) || rest(one, 0) === rest(other, 1)
    || (one[at] === other[at + 1] && one[at + 1] === other[at] && rest(one, 2) === rest(other, 2));
}

const UNSPACED = /[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]/; // scripts that write no spaces between words

// How well a word of the page answers a word of the question, from 0 to 1.
function likeness(asked, word) {
  if (asked === word) return 1;
  if (asked.length > 1 && word.startsWith(asked)) return 0.9;
  if (word.length > 3 && asked.startsWith(word) && asked.length - word.length < 3) return 0.8;
  if (asked.length > 3 && word.endsWith(asked)) return 0.6; // the end of a compound
  if (UNSPACED.test(asked) && word.includes(asked)) return 0.6;
  return asked.length > 4 && Math.abs(asked.length - word.length) < 2 && nearly(asked, word) ? 0.7 : 0;
}

const WEIGHTS = { name: 1, alias: 0.9, area: 0.6, summary: 0.4 };
const SURE = 0.6; // a lower score may well be something else
const ENOUGH = 0.6; // so much of a question has to be found
const AS_GOOD = 0.1; // a score this near to the best answers as well
const SHOWN = 5;
const silent = new Set(document.getElementById("ask").dataset.silent.split(" "));
const all = (inside, selector) => [...inside.querySelectorAll(selector)];
const textOf = (inside, selector) => all(inside, selector).map((each) => each.textContent);

function described(article, heading) {
  const name = textOf(article, heading)[0];
  const names = [name, ...textOf(article, ".aliases li")];
  const [area] = textOf(article, ".area-name").map((each) => wordsOf(each).join(" "));
  return { article, name, area, names: names.map((each) => wordsOf(each).join(" ")) };
}

const entries = all(document, "article.entry").map((article) => described(article, "h4"));
const roles = all(document, "article.card").map((article) => described(article, "h3"));

// Each word of the page, with the entries that have it and how much it counts in each.
const index = new Map();
entries.forEach((entry, number) => {
  const note = (text, weight) => wordsOf(text).forEach((word) => {
    const places = index.get(word) ?? index.set(word, new Map()).get(word);
    places.set(number, Math.max(places.get(number) ?? 0, weight));
  });
  entry.names.forEach((name, place) => note(name, place ? WEIGHTS.alias : WEIGHTS.name));
  note(entry.area, WEIGHTS.area);
  textOf(entry.article, ".summary").forEach((text) => note(text, WEIGHTS.summary));
});

// The entries that have a word, or one like it, with how much that counts.
function having(asked) {
  const found = new Map();
  index.forEach((places, word) => {
    const like = likeness(asked, word);
    if (like) places.forEach((weight, number) => found.set(number, Math.max(found.get(number) ?? 0, like * weight)));
  });
  return found;
}

// The words that say what a question is about.
const tellingOf = (asked) => asked.filter((word) => !silent.has(word));

// The entries that a whole question names: by their name, by their area, or else by another name of theirs.
function namedBy(questions) {
  const those = (...kept) => kept.map((each) => entries.filter(each)).find((found) => found.length) ?? [];
  return those(
    ({ names, area }) => questions.has(names[0]) || questions.has(area),
    ({ names }) => names.some((name) => questions.has(name)),
  );
}

// The entries that answer, best first: a whole name counts 1, else how much of the question is found, where
// words that few entries have count for more.
function ranked(question) {
  const asked = wordsOf(question);
  const telling = tellingOf(asked);
  const named = namedBy(new Set([asked.join(" "), telling.join(" ")]));
  const found = telling.map(having);
  const rare = found.map((places) => Math.log(1 + entries.length / Math.max(places.size, 1)));
  const total = rare.reduce((sum, each) => sum + each, 0);
  const share = (number, counts) => found.reduce(
    (sum, places, place) => sum + (places.has(number) ? counts(places.get(number)) : 0) * rare[place], 0) / (total || 1);
  const scores = entries.map((entry, number) => named.includes(entry)
    ? { entry, score: 1, covered: 1 }
    : { entry, score: Math.min(share(number, (weight) => weight), 0.95), covered: share(number, () => 1) });
  const worth = scores.filter((each) => each.covered > ENOUGH);
  worth.sort((one, other) => other.score - one.score || one.entry.name.localeCompare(other.entry.name, "en"));
  return worth.filter((each) => each.score > worth[0].score / 2);
}

const inWords = (names) => (names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`);

// The answer in one sentence, for all entries that answer as well as the best one.
function sentence(found) {
  const top = found[0];
  const best = found.filter((each) => each.score >= top.score - (top.score === 1 ? 0 : AS_GOOD));
  const doubt = top.score < SURE || top.covered < 0.99 ? "Perhaps: " : "";
  if (best.length > SHOWN) return `It depends which: ${best.length} pieces of work answer to this. Say more, or see the first below.`;
  if (best.length === 1) return doubt + textOf(top.entry.article, ".answer")[0];
  const held = new Map();
  best.forEach(({ entry }) => {
    const holder = entry.article.dataset.holder;
    held.set(holder, [...(held.get(holder) ?? []), entry.name]);
  });
  const parts = [...held].map(([holder, names]) => `${holder} for ${inWords(names)}`);
  if (parts.length > 1) return `${doubt}It depends which: ${parts.join(", ")}.`;
  const [[holder, names]] = held;
  return holder.startsWith("nobody") ? `${doubt}Nobody yet: ${inWords(names)}.` : `${doubt}${holder} is accountable for ${inWords(names)}.`;
}

// A copy of an entry, whose heading leads to the entry itself: all of the first one, of others who owns it.
function copyOf({ entry }, number) {
  const copy = entry.article.cloneNode(true);
  copy.removeAttribute("id");
  const link = document.createElement("a");
  link.href = `#${entry.article.id}`;
  link.textContent = entry.name;
  const heading = document.createElement("h3");
  heading.append(link);
  copy.querySelector("h4").replaceWith(heading);
  all(copy, number ? "dl, .summary" : ".answer").forEach((each) => each.remove());
  return copy;
}

function show(answer, ...shown) {
  document.getElementById("answer").textContent = answer;
  document.getElementById("matches").replaceChildren(...shown);
}

function answer() {
  const question = document.getElementById("question").value.trim();
  const asked = wordsOf(question);
  if (!asked.length) return show("");
  const found = ranked(question);
  const phrase = tellingOf(asked).join(" ");
  const role = roles.find(({ names }) => names.includes(asked.join(" ")) || names.includes(phrase));
  if (role && found[0]?.score !== 1) {
    const card = role.article.cloneNode(true);
    all(card, "[id]").concat(card).forEach((each) => each.removeAttribute("id"));
    return show(`${role.name} is a role, not a piece of work.`, card);
  }
  if (!found.length && phrase.length < 2) return show(""); // so far it only asks: "who owns"
  if (!found.length) return show(`Nobody: nothing on this page answers to "${question}".`);
  return show(sentence(found), ...found.slice(0, SHOWN).map(copyOf));
}

document.getElementById("question").addEventListener("input", answer);
document.getElementById("ask").addEventListener("submit", (event) => event.preventDefault());
answer(); // browsers keep what was typed when a page is loaded again
