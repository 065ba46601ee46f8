/**
 * How the search finds: what is typed, matched with the words of every page, place by place. It draws nothing.
 *
 * A plain script and no module, for a page opened from a file may load no modules. It leans on MiniSearch,
 * which lies beside it, as what knows a language's forms of words does, and on `search/texts.js`.
 *
 * @typedef {[anchor: string, title?: string, text?: string, names?: string]} Place
 * @typedef {{address: string, title: string, weight?: number, places: Place[]}} PageTexts
 * @typedef {{text: string, hit: boolean}} Piece  a part of a text, and whether it is what was looked for
 * @typedef {{address: string, title: string, place: Piece[], text: Piece[]}} Found
 * @typedef {{pages: Found[], all: number, instead: string[]}} Answer  the best pages, and how many there are; `instead` are the words looked for in place of what no text has
 */
{
  /** A word as it stands in a text, with its accents, hyphens and whatever apostrophe it has. */
  const WORD = /[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}]|['\-\u02bc\u2010\u2011\u2018\u2019](?=[\p{L}\p{N}]))*/gu;
  const HYPHEN = /[-\u2010\u2011]/;
  /** Accents of Latin letters, and what Arabic may leave out: short vowels, and the line that makes a word longer. In other writings a mark is a vowel, and no word is the same without. */
  const ACCENTS = /[\u0300-\u036f\u0640\u064b-\u065f\u0670]/g;
  const DOTLESS = /\u0131/g;
  const QUOTES = /[\u2018\u2019\u02bc\u2032`]/g;
  const WEIGHTS = { names: 4, title: 3, heading: 2, page: 1.5, text: 1 };
  /** What a hit counts that only begins as the last word does, which may not be typed to its end. */
  const PARTLY = { prefix: 0.4, fuzzy: 0 };
  const SHORTEST_BEGINNING = 3;
  /** How many letters may be wrong in a word of so many. */
  const SLIPS = (/** @type {number} */ letters) => (letters < 4 ? 0 : letters < 6 ? 1 : 2);
  /** The shortest part of a word that was typed without its space. */
  const SHORTEST_PART = 3;
  /** How much of a word may be wrong where nothing better is known. */
  const FAR = 0.5;
  /** How many places are listed, or words noted, before the page may do something else. */
  const AT_ONCE = 40;
  /** How many words of a place are shown, and how many before the first that fits. */
  const SHOWN = { all: 34, before: 8 };
  /** How many pages are shown. */
  const MOST = 10;
  /** How much the other places of a page add to its best. */
  const OTHERS = 0.15;
  /** What one gains that people call by just the words that were typed. */
  const CALLED = 3;

  /** Letters without accents, small, with straight apostrophes. @param {string} text */
  const fold = (text) =>
    text
      .normalize("NFKD")
      .replace(ACCENTS, "")
      .replace(QUOTES, "'")
      .toLowerCase()
      .replace(DOTLESS, "i")
      .normalize("NFC");

  /** @type {Map<string, string>} How each word is written with its accents, which a language's forms of words need. */
  const accented = new Map();

  /** @type {Map<string, string[]>} What was worked out of each word: a text has most of its words many times. */
  const parts = new Map();

  /**
   * What to look for where a word stands: without accents and apostrophes; what a hyphen joins also as one word.
   * @param {string} word
   */
  function partsOf(word) {
    const known = parts.get(word);
    if (known) return known;
    const found = [];
    for (const written of word.toLowerCase().replace(QUOTES, "'").split(HYPHEN)) {
      const part = written.replace(/'s$/, "").replaceAll("'", "");
      const folded = fold(part);
      if (folded === "") continue;
      found.push(folded);
      if (folded !== part && !accented.has(folded)) accented.set(folded, part.normalize("NFC"));
    }
    if (found.length > 1) found.push(found.join(""));
    parts.set(word, found);
    return found;
  }

  /** @param {string} text */
  const words = (text) => (text.match(WORD) ?? []).flatMap(partsOf);

  /**
   * A search through the texts of pages, once their words are listed. `stem` gives a word's stem, in the language of the texts; `passedOver` are
   * words that say nothing about what is looked for.
   * @param {{pages: PageTexts[], passedOver: string}} texts
   * @param {any} MiniSearch
   * @param {(word: string) => string} stem
   */
  async function open({ pages, passedOver }, MiniSearch, stem) {
    const small = new Set(words(passedOver));
    /** @type {Map<string, string>} */
    const stems = new Map();
    /** @type {Map<string, number>} How often each word stands in the texts. */
    const written = new Map();
    /** @param {string} word */
    const stemmed = (word) => {
      const known = stems.get(word);
      if (known !== undefined) return known;
      const found = fold(stem(accented.get(word) ?? word));
      stems.set(word, found);
      return found;
    };
    /** @param {string} word */
    const noted = (word) => {
      written.set(word, (written.get(word) ?? 0) + 1);
      return stemmed(word);
    };
    /** @type {{id: number, on: PageTexts, anchor: string, names: string, title: string, heading: string, page: string, text: string}[]} */
    const places = [];
    /** @type {Map<string, Set<number>>} Places by the stems of what people call them. */
    const called = new Map();
    /** @param {string} name */
    const key = (name) => words(name).map(stemmed).join(" ");
    for (const on of pages) {
      for (const [anchor, title = "", text = "", names = ""] of on.places) {
        const id = places.length;
        const named = anchor
          ? { title: "", heading: title, page: on.title }
          : { title: on.title, heading: "", page: "" };
        places.push({ id, on, anchor, names, ...named, text });
        for (const name of [...names.split("; "), anchor ? title : on.title]) {
          const same = called.get(key(name));
          if (same) same.add(id);
          else called.set(key(name), new Set([id]));
        }
      }
    }
    called.delete("");
    const index = new MiniSearch({ fields: Object.keys(WEIGHTS), tokenize: words, processTerm: noted });
    await index.addAllAsync(places, { chunkSize: AT_ONCE });

    const stemsKnown = new Set(stems.values());
    const speller = new MiniSearch({
      fields: ["word"],
      idField: "word",
      tokenize: (/** @type {string} */ one) => [one],
    });
    await speller.addAllAsync(
      [...written.keys()].map((word) => ({ word })),
      { chunkSize: AT_ONCE * AT_ONCE },
    );

    /** @type {Map<string, string[]>} */
    const near = new Map();

    /** Words of the texts that are spelt most nearly as one that stands in none. @param {string} word @returns {string[]} */
    function nearest(word) {
      const known = near.get(word);
      if (known) return known;
      const found = slipped(word);
      near.set(word, found);
      return found;
    }

    /** @param {string} word @returns {string[]} */
    function slipped(word) {
      for (let split = SHORTEST_PART; split <= word.length - SHORTEST_PART; split += 1) {
        const parts = [word.slice(0, split), word.slice(split)];
        if (parts.every((part) => written.has(part))) return parts;
      }
      for (let slips = 1; slips <= SLIPS(word.length); slips += 1) {
        const found = speller.search(word, { fuzzy: slips }).map((/** @type {{id: string}} */ { id }) => id);
        if (found.length) return found.slice(0, 3);
      }
      return [];
    }

    /**
     * The words to look for: what is typed without what says nothing; for a word that no text has, those nearest to it;
     * and two words that the texts write as one, as one.
     * @param {string} typed
     */
    function asked(typed) {
      const all = words(typed);
      const telling = all.filter((word) => !small.has(word));
      const kept = telling.length ? telling : all;
      const joined = all.map((word, nth) => `${word}${all[nth + 1] ?? ""}`).slice(0, -1);
      const last = kept.at(-1);
      /** @type {Set<string>} */
      const found = new Set(joined.filter((word) => written.has(word)));
      /** @type {Map<string, string[]>} */
      const instead = new Map();
      for (const word of kept) {
        const known = stemsKnown.has(stemmed(word)) || (word === last && begins(word));
        const others = known ? [] : nearest(word);
        if (others.length) instead.set(word, others);
        for (const each of others.length ? others : [word]) found.add(each);
      }
      return { words: [...found], instead, count: kept.length, last };
    }

    /** Whether words of the texts begin so. @param {string} word */
    const begins = (word) => word.length >= SHORTEST_BEGINNING && [...stemsKnown].some((each) => each.startsWith(word));

    /** @type {Map<string, {from: number, to: number, stems: string[]}[]>} */
    const cut = new Map();

    /** Where each word of a text stands, and its stems. @param {string} text */
    function standing(text) {
      const known = cut.get(text);
      if (known) return known;
      const found = [...text.matchAll(WORD)].map(({ index: from, 0: word }) => {
        return { from, to: from + word.length, stems: partsOf(word).map(stemmed) };
      });
      cut.set(text, found);
      return found;
    }

    /**
     * The words of a text about those that fit: the part that has most of them.
     * @param {string} text @param {Set<string>} terms
     * @returns {Piece[]}
     */
    function around(text, terms) {
      const found = standing(text).map(({ from, to, stems }) => ({
        from,
        to,
        fits: stems.find((each) => terms.has(each)),
      }));
      let best = { first: 0, kinds: 0 };
      for (const [first, { fits }] of found.entries()) {
        if (!fits) continue;
        if (best.kinds === terms.size) break;
        const within = found.slice(first, first + SHOWN.all - SHOWN.before).filter((word) => word.fits);
        const kinds = new Set(within.map((word) => word.fits)).size;
        if (kinds > best.kinds) best = { first, kinds };
      }
      const begin = Math.max(0, Math.min(best.first - SHOWN.before, found.length - SHOWN.all));
      const shown = found.slice(begin, begin + SHOWN.all);
      const end = begin + SHOWN.all < found.length ? shown.at(-1)?.to : text.length;
      /** @type {Piece[]} */
      const pieces = [];
      let at = begin ? (shown[0]?.from ?? 0) : 0;
      if (begin) pieces.push({ text: "… ", hit: false });
      for (const word of shown) {
        if (!word.fits) continue;
        pieces.push(
          { text: text.slice(at, word.from), hit: false },
          { text: text.slice(word.from, word.to), hit: true },
        );
        at = word.to;
      }
      pieces.push({ text: text.slice(at, end) + (end === text.length ? "" : " …"), hit: false });
      return pieces.filter((piece) => piece.text !== "");
    }

    /**
     * The pages that fit best, each with the place on it that does.
     * @param {string} typed
     * @param {number} [most]
     * @returns {Answer}
     */
    function find(typed, most = MOST) {
      const { words: terms, count, last, instead } = asked(typed);
      const hits = index.search(terms.join(" "), {
        processTerm: stemmed,
        boost: WEIGHTS,
        prefix: (/** @type {string} */ term) => term === stemmed(last ?? "") && term.length >= SHORTEST_BEGINNING,
        weights: PARTLY,
      });
      const names = called.get(key(typed));
      const best = hits[0]?.score ?? 0;
      /** @type {Map<PageTexts, {score: number, hit: any, terms: Set<string>, top: number}>} */
      const byPage = new Map();
      for (const hit of hits) {
        const place = places[hit.id];
        if (!place) continue;
        const score = hit.score + (names?.has(hit.id) ? best * CALLED : 0);
        const known = byPage.get(place.on);
        if (!known) byPage.set(place.on, { score, top: score, hit, terms: new Set(hit.queryTerms) });
        else {
          for (const term of hit.queryTerms) known.terms.add(term);
          known.score += score > known.top ? score - known.top * (1 - OTHERS) : score * OTHERS;
          if (score > known.top) Object.assign(known, { top: score, hit });
        }
      }
      const ranked = [...byPage].map(([{ weight = 1 }, { hit, score, terms: fitting }]) => {
        return { hit, score: score * weight * Math.min(1, fitting.size / count) };
      });
      ranked.sort((one, other) => other.score - one.score);
      const shown = ranked.slice(0, most).map(({ hit }) => {
        const { on, anchor, heading, text } = /** @type {NonNullable<typeof places[0]>} */ (places[hit.id]);
        const address = anchor ? `${on.address}#${anchor}` : on.address;
        /** @type {Set<string>} */
        const fitting = new Set(hit.terms);
        return { address, title: on.title, place: around(heading, fitting), text: around(text, fitting) };
      });
      return { pages: shown, all: ranked.length, instead: [...instead.values()].flat() };
    }

    /**
     * Words of the texts that are anything like what was typed, the nearest first.
     * @param {string} typed
     * @returns {string[]}
     */
    function like(typed) {
      const found = words(typed).flatMap((word) =>
        speller.search(word, { fuzzy: FAR, prefix: word.length >= SHORTEST_BEGINNING }).slice(0, 3),
      );
      found.sort((one, other) => other.score - one.score);
      return [...new Set(found.map((/** @type {{id: string}} */ { id }) => id))].slice(0, 5);
    }

    return { find, like };
  }

  Object.assign(globalThis, { guideSearch: { open } });
}
