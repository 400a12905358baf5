// What has a name here and is no work: roles, those who hold them, and areas. `said` is the answer to a
// question for it, `articles` say more, `label` names it in a link to the first of these.
const named = (names) => ({ texts: names.map(plainOf), words: names.map(wordsOf).filter((words) => words.length) });

function roleOf(article) {
  const [name] = textOf(article, "h3");
  const names = [name, ...textOf(article, ".aliases li")];
  return { name, label: name, articles: [article], said: `${name} is a role, not a piece of work.`, ...named(names) };
}

function overlapOf(article) {
  const [[name], [status]] = [textOf(article, ".name"), textOf(article, ".tag")];
  const said = ["distinct", "same"].includes(status)
    ? `${name} is about names that look alike, and no piece of work.`
    : `${name} is an area where roles meet, not a piece of work: it is ${status}.`;
  return { label: name, articles: [article], said, beside: true, ...named([name]) };
}

function peopleOf(roles) {
  const held = new Map();
  roles.forEach((role) => textOf(role.articles[0], ".person").forEach((name) => {
    held.set(name, [...(held.get(name) ?? []), role]);
  }));
  return [...held].map(([name, theirs]) => {
    const what = inWords(theirs.map((role) => role.name));
    const articles = theirs.map((role) => role.articles[0]);
    return { label: `${name} (${what})`, articles, said: `${name} holds ${what}.`, ...named([name]) };
  });
}

const roles = all(document, "article.card").map(roleOf);
const others = [...roles, ...peopleOf(roles), ...all(document, "article.area").map(overlapOf)];

// Those that a whole question names, and those with each of its words in a name.
const wholly = (one, other) => one.length === other.length && one.every((word, at) => isSame(word, other[at]));
const calledSo = ({ plain, phrases }) => others.filter(({ texts, words }) => texts.includes(plain)
  || words.some((name) => [...phrases].some((phrase) => wholly(phrase.split(" "), name))));
const partlySo = ({ telling }) => others.filter(
  ({ words }) => telling.length && telling.every((asked) => words.flat().some((word) => likeness(asked, word))));

// A copy of what stands on the page below, whose heading leads there.
function copyOf(article) {
  const copy = article.cloneNode(true);
  all(copy, "[id]").concat(copy).forEach((each) => each.removeAttribute("id"));
  const heading = copy.querySelector("h3, h4");
  const link = document.createElement("a");
  link.href = `#${article.id}`;
  link.append(...(heading.querySelector(".name") ?? heading).childNodes);
  const made = document.createElement("h3");
  made.append(link, " ", ...all(heading, ".tag"));
  heading.replaceWith(made);
  return copy;
}

// A line of links to what could be meant as well; nothing where there is none.
function seeAlso(listed) {
  if (!listed.length) return [];
  const line = document.createElement("p");
  line.append("See also ");
  listed.forEach(({ label, articles }, number) => {
    const link = document.createElement("a");
    link.href = `#${articles[0].id}`;
    link.textContent = label;
    line.append(number ? ", " : "", link);
  });
  line.append(".");
  return [line];
}
