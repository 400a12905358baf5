// What is searched is what stands on the page, each entry of "All work", and its keywords. Found entries are
// copied from there, and texts are only ever set as text, so nothing that a name holds can become markup.
all(document, ".scripted").forEach((each) => {
  each.hidden = false;
});

const WEIGHTS = { name: 1, alias: 0.9, area: 0.6, summary: 0.4 };
const SURE = 0.6; // a lower score may well be something else
const PLAIN_ENOUGH = 0.65; // a lower score is told as a guess
const ENOUGH = 0.6; // so much of a question has to be found
const AS_GOOD = 0.1; // a score this near to the best answers as well
const SHOWN = 5;

const entries = all(document, "article.entry").map((article) => {
  const [name] = textOf(article, "h4");
  const texts = [name, ...textOf(article, ".aliases li")];
  const folded = (text) => wordsOf(text).join(" ");
  const [area] = textOf(article, ".area-name").map(folded);
  return { article, name, area, texts: texts.map(plainOf), names: texts.map(folded) };
});

// Each word of the page, with the entries that have it and how much it counts in each.
const index = new Map();
entries.forEach((entry, number) => {
  const note = (text, weight) => wordsOf(text).forEach((word) => {
    const places = index.get(word) ?? index.set(word, new Map()).get(word);
    places.set(number, Math.max(places.get(number) ?? 0, weight));
  });
  entry.names.forEach((name, place) => note(name, place ? WEIGHTS.alias : WEIGHTS.name));
  note(entry.area, WEIGHTS.area);
  const said = [...textOf(entry.article, ".summary"), entry.article.dataset.keywords ?? ""];
  said.forEach((text) => note(text, WEIGHTS.summary));
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

// The entries that a whole question names: by their name, by their area, or else by another name of theirs.
function namedBy({ plain, phrases }) {
  const those = (...kept) => kept.map((each) => entries.filter(each)).find((found) => found.length) ?? [];
  return those(
    ({ names, area, texts }) => phrases.has(names[0]) || phrases.has(area) || texts[0] === plain,
    ({ names, texts }) => names.some((name) => phrases.has(name)) || texts.includes(plain),
  );
}

// The entries that answer, best first: a whole name counts 1, else how much of the question is found, where
// words that few entries have count for more.
function ranked(question) {
  const whole = new Set(namedBy(question));
  const found = question.telling.map(having);
  const rare = found.map((places) => Math.log(1 + entries.length / Math.max(places.size, 1)));
  const total = rare.reduce((sum, each) => sum + each, 0);
  const share = (number, counts) => found.reduce(
    (sum, places, place) => sum + (places.has(number) ? counts(places.get(number)) : 0) * rare[place], 0) / (total || 1);
  const scores = entries.map((entry, number) => whole.has(entry)
    ? { entry, score: 1, covered: 1 }
    : { entry, score: Math.min(share(number, (weight) => weight), 0.95), covered: share(number, () => 1) });
  const numbers = found.filter((_, place) => /^\p{N}/u.test(question.telling[place])); // rule 2 is not rule 7
  const worth = scores.filter((each, number) => each.score === 1
    || (each.covered > ENOUGH && numbers.every((places) => places.has(number))));
  worth.sort((one, other) => other.score - one.score || one.entry.name.localeCompare(other.entry.name, "en", { numeric: true }));
  return worth.filter((each) => each.score > worth[0].score / 2);
}

// The answer in one sentence, for all entries that answer as well as the best one.
function sentence(found, short) {
  const top = found[0];
  const best = found.filter((each) => each.score >= top.score - (top.score === 1 ? 0 : AS_GOOD));
  const doubt = top.score < PLAIN_ENOUGH || top.covered < 0.99 || (top.score < 1 && short) ? "Perhaps: " : "";
  if (best.length > SHOWN) return `${doubt}It depends which: ${best.length} pieces of work answer to this. Say more, or see the first below.`;
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

// Copies of the entries found: all of the first one, of others who owns it.
function copies(found) {
  return found.slice(0, SHOWN).map(({ entry }, number) => {
    const copy = copyOf(entry.article);
    all(copy, number ? "dl, .says" : ".answer").forEach((each) => each.remove());
    return copy;
  });
}

// Shows an answer; `less` says that the command may know more. What is typed becomes a part of the command only
// where no shell reads anything into it.
const HARMLESS = /^[\p{L}\p{N}\p{M} ?,'-]+$/u;
function show(answer, less, ...shown) {
  document.getElementById("answer").textContent = answer;
  document.getElementById("less").hidden = !less;
  const { value } = document.getElementById("question");
  document.getElementById("command").textContent = `raci who-owns ${HARMLESS.test(value) ? `"${value.trim()}"` : "…"}`;
  document.getElementById("matches").replaceChildren(...shown);
}

function answer() {
  const question = understood(document.getElementById("question").value.trim());
  if (!question.text) return show("", false);
  const found = ranked(question);
  const whole = calledSo(question);
  const [other] = whole;
  const first = found[0]?.score === 1 || (found.length && other?.beside);
  if (other && !first) return show(other.said, false, ...other.articles.map(copyOf), ...seeAlso(whole.slice(1)));
  const part = whole.length ? whole : partlySo(question);
  if (found.length) return show(sentence(found, question.telling.join("").length < 3), found[0].score < 1 || found[1]?.score === 1, ...seeAlso(found[0].score < SURE ? part : whole), ...copies(found));
  if (question.telling.join("").length < 2) return show(`Nobody: "${question.text}" does not say which work is meant.`, false);
  if (part.length === 1) return show(part[0].said, true, ...part[0].articles.map(copyOf));
  if (part.length) return show(`Nobody: no piece of work is called "${question.text}".`, true, ...seeAlso(part.slice(0, SHOWN)));
  return show(`Nobody: no piece of work, role or area here is called "${question.text}".`, true);
}

document.getElementById("question").addEventListener("input", answer);
document.getElementById("ask").addEventListener("submit", (event) => event.preventDefault());
answer(); // browsers keep what was typed when a page is loaded again
