/*
 * sayso.h: the C interface between sayso and its plugins, version 0.1 (free to change until 1.0).
 *
 * Generated from the Rust sources of sayso; do not edit. MIT OR Apache-2.0.
 *
 * A plugin is a shared library that exports one data symbol, a constant `sayso_entry` named
 * `sayso_plugin_v0_<name>`, where <name> is the library's own. `get` describes the plugin;
 * `create` makes an instance, one for each worker thread; `process` is given a document and
 * hands what it finds to `sink->emit`; `destroy` ends the instance.
 *
 * - A struct that begins with `size` may grow at its end; a field is there if `size` reaches
 *   past it. Fill in the `sizeof` of what you pass. Elements of arrays never grow.
 * - What is passed is borrowed until the call returns: copy what you want to keep. Nobody frees
 *   the other's memory. What `get` returns lives as long as the library.
 * - Texts are UTF-8 with a length and no NUL. Offsets are bytes into the document's text.
 * - One instance is used by one thread at a time unless the plugin sets SAYSO_FLAG_SHARED.
 * - No exception, longjmp or signal may leave a function of the plugin.
 * - `word` of a token is the 32-bit FNV-1a hash (offset basis 2166136261, prime 16777619) of
 *   the UTF-8 bytes of its form, each character lower-cased and U+2018, U+2019 taken for '.
 */

#ifndef SAYSO_H
#define SAYSO_H

#include <stddef.h>
#include <stdint.h>

/**
 * First field of every entry: the bytes "saysoPLG", read as a little-endian number.
 */
#define SAYSO_MAGIC 5137569714531819891

/**
 * Must be the same in host and plugin.
 */
#define SAYSO_ABI_MAJOR 0

/**
 * May be older in the plugin than in the host.
 */
#define SAYSO_ABI_MINOR 1

/**
 * [`Entry::flags`]: built so that a panic ends the process; the host cannot contain it.
 */
#define SAYSO_FLAG_PANIC_ABORT 1

/**
 * [`Entry::flags`]: built without optimisation.
 */
#define SAYSO_FLAG_DEBUG 2

/**
 * [`Entry::flags`]: one instance may be used by several threads at once.
 */
#define SAYSO_FLAG_SHARED 4

/**
 * [`Plugin::reads`]: the language layer; without it the host may leave it out.
 */
#define READS_LANGUAGE 1

/**
 * Result of a call: done.
 */
#define SAYSO_OK 0

/**
 * Result of a call: failed; an [`Error`] says why.
 */
#define SAYSO_FAILED 1

/**
 * Result of [`Sink::emit`]: the annotation was refused and a diagnostic written; go on.
 */
#define SAYSO_REJECTED 2

/**
 * Result of [`Sink::emit`]: refused, and so will be all that follow; return now.
 */
#define SAYSO_STOP 3

/**
 * [`Attribute::value`]: `text` holds it.
 */
#define SAYSO_VALUE_TEXT 0

/**
 * [`Attribute::value`]: `number` holds it.
 */
#define SAYSO_VALUE_NUMBER 1

/**
 * [`Attribute::value`]: true if `number` is not 0.
 */
#define SAYSO_VALUE_BOOL 2

/**
 * Where a struct refers to another by index: to none.
 */
#define SAYSO_NONE 4294967295

/**
 * Severity of a log line or diagnostic: worth knowing.
 */
#define SAYSO_SEVERITY_INFO 0

/**
 * Severity of a log line or diagnostic: something was off.
 */
#define SAYSO_SEVERITY_WARNING 1

/**
 * Severity of a log line or diagnostic: a result is missing.
 */
#define SAYSO_SEVERITY_ERROR 2

/**
 * UTF-8 text that belongs to someone else. `ptr` may be null if `len` is 0.
 */
typedef struct sayso_str {
  /**
   * First byte.
   */
  const uint8_t *ptr;
  /**
   * Length in bytes.
   */
  size_t len;
} sayso_str;

/**
 * A stretch of text: byte offsets, end exclusive, start never after end.
 */
typedef struct sayso_span {
  uint32_t start;
  uint32_t end;
} sayso_span;

/**
 * A run of tokens by index, end exclusive.
 */
typedef struct sayso_token_range {
  /**
   * Index of the first token.
   */
  uint32_t first;
  /**
   * Index after the last token.
   */
  uint32_t end;
} sayso_token_range;

/**
 * What a token is. Kinds unknown to a plugin may come from a newer host.
 */
typedef uint8_t sayso_token_kind;
/**
 * A word: letters with inner apostrophes, hyphens, digits; an abbreviation with its stop.
 */
#define sayso_token_kind_WORD 1
/**
 * A number, with inner separators and any unit written onto it: `1,200` `3.5bn` `1990s`.
 */
#define sayso_token_kind_NUMBER 2
/**
 * A clitic cut from the word before it: `n't` `'s` `'re` `'ll`, the `not` of `cannot`.
 */
#define sayso_token_kind_CLITIC 3
/**
 * A punctuation mark that is no quotation mark.
 */
#define sayso_token_kind_PUNCTUATION 4
/**
 * A mark that opens a quotation.
 */
#define sayso_token_kind_QUOTE_OPEN 5
/**
 * A mark that closes a quotation.
 */
#define sayso_token_kind_QUOTE_CLOSE 6
/**
 * A currency sign, percent sign, emoji or other symbol.
 */
#define sayso_token_kind_SYMBOL 7
/**
 * A web address, mail address, `@name` or `#tag`.
 */
#define sayso_token_kind_ADDRESS 8

/**
 * How a token is written: a set of bits.
 */
typedef uint8_t sayso_shape;
/**
 * Its first letter is a capital.
 */
#define sayso_shape_CAPITAL 1
/**
 * It has two letters or more and all are capitals.
 */
#define sayso_shape_ALL_CAPITALS 2
/**
 * White space stands before it (or the text's beginning).
 */
#define sayso_shape_SPACE_BEFORE 4
/**
 * It is the first token of its sentence that is no punctuation or quotation mark.
 */
#define sayso_shape_SENTENCE_START 8
/**
 * A word that ends in a full stop which belongs to it (`Sen.`, `U.S.`).
 */
#define sayso_shape_ABBREVIATION 16
/**
 * It has a digit.
 */
#define sayso_shape_DIGIT 32

/**
 * A word, number, punctuation mark or symbol.
 *
 * Tokens follow the Penn Treebank's division: clitics stand alone (`do` `n't`,
 * `Moscow` `'s`), a currency sign and a percent sign are tokens of their own, words keep
 * inner apostrophes and hyphens, abbreviations their full stop.
 */
typedef struct sayso_token {
  /**
   * Where it stands, in bytes.
   */
  struct sayso_span span;
  /**
   * Hash of the lower-cased form ([`crate::word_hash`]): equal words have equal hashes.
   */
  uint32_t word;
  /**
   * Index of the innermost quotation whose outer span holds the token; [`NONE`] outside.
   */
  uint32_t quotation;
  /**
   * What it is.
   */
  sayso_token_kind kind;
  /**
   * How it is written.
   */
  sayso_shape shape;
  /**
   * Zero; for later use.
   */
  uint16_t reserved;
} sayso_token;

/**
 * A sentence. Sentences follow one another in text order and never overlap.
 */
typedef struct sayso_sentence {
  /**
   * From its first token to its last.
   */
  struct sayso_span span;
  /**
   * Its tokens; never empty.
   */
  struct sayso_token_range tokens;
  /**
   * Index of its paragraph.
   */
  uint32_t paragraph;
} sayso_sentence;

/**
 * A paragraph. Paragraphs follow one another in text order and never overlap.
 */
typedef struct sayso_paragraph {
  /**
   * From its first token to its last.
   */
  struct sayso_span span;
  /**
   * Its tokens; never empty.
   */
  struct sayso_token_range tokens;
  /**
   * Its sentences by index, end exclusive; never empty.
   */
  struct sayso_token_range sentences;
} sayso_paragraph;

/**
 * Whether and how a quotation ends.
 */
typedef uint8_t sayso_quotation_state;
/**
 * Its closing mark was found.
 */
#define sayso_quotation_state_CLOSED 1
/**
 * No closing mark in its paragraph, but the next paragraph opens with the same mark again.
 */
#define sayso_quotation_state_CONTINUED 2
/**
 * No closing mark, and nothing that continues it: it is taken to run to its paragraph's end.
 */
#define sayso_quotation_state_UNCLOSED 3

/**
 * Which marks a quotation has.
 */
typedef uint8_t sayso_quotation_style;
/**
 * `"…"`
 */
#define sayso_quotation_style_STRAIGHT_DOUBLE 1
/**
 * `“…”` and `„…“`
 */
#define sayso_quotation_style_CURLY_DOUBLE 2
/**
 * `'…'`
 */
#define sayso_quotation_style_STRAIGHT_SINGLE 3
/**
 * `‘…’` and `‚…‘`
 */
#define sayso_quotation_style_CURLY_SINGLE 4
/**
 * `«…»` and `‹…›`
 */
#define sayso_quotation_style_GUILLEMET 5
/**
 * ``` ``…'' ```
 */
#define sayso_quotation_style_BACKTICK 6

/**
 * A stretch of text between quotation marks, within one paragraph.
 *
 * A quotation that runs over several paragraphs is one `Quotation` for each of them, the
 * later ones pointing back with `continues`.
 */
typedef struct sayso_quotation {
  /**
   * With its marks.
   */
  struct sayso_span outer;
  /**
   * Without its marks.
   */
  struct sayso_span inner;
  /**
   * The tokens under `outer`, the marks included.
   */
  struct sayso_token_range tokens;
  /**
   * Index of the quotation this one stands in; [`NONE`] at depth 0.
   */
  uint32_t parent;
  /**
   * Index of the quotation in the paragraph before that this one goes on with; else [`NONE`].
   */
  uint32_t continues;
  /**
   * 0 for an outermost quotation, 1 for one inside another, and so on.
   */
  uint16_t depth;
  /**
   * Whether and how it ends.
   */
  sayso_quotation_state state;
  /**
   * Which marks it has.
   */
  sayso_quotation_style style;
} sayso_quotation;

/**
 * The part of speech of a token: a tag of the Penn Treebank.
 *
 * The tags and their meaning are those of Santorini, *Part-of-Speech Tagging Guidelines for
 * the Penn Treebank Project* (1990), with the bracket tags of the Treebank's files.
 * [`Tag::universal`] gives the coarser tag of Universal Dependencies, version 2.
 *
 * ```
 * use sayso_model::Tag;
 * assert_eq!(Tag::VBD.name(), "VBD");
 * assert_eq!(Tag::from_name("PRP$"), Some(Tag::PRP_POSSESSIVE));
 * assert_eq!(Tag::NNS.universal("ministers"), "NOUN");
 * ```
 */
typedef uint8_t sayso_tag;
/**
 * No tag: the token was not tagged, or there is no token.
 */
#define sayso_tag_NONE 0
/**
 * Coordinating conjunction: *and*, *but*.
 */
#define sayso_tag_CC 1
/**
 * Cardinal number.
 */
#define sayso_tag_CD 2
/**
 * Determiner: *the*, *this*.
 */
#define sayso_tag_DT 3
/**
 * Existential *there*.
 */
#define sayso_tag_EX 4
/**
 * Foreign word.
 */
#define sayso_tag_FW 5
/**
 * Preposition or subordinating conjunction.
 */
#define sayso_tag_IN 6
/**
 * Adjective.
 */
#define sayso_tag_JJ 7
/**
 * Adjective, comparative.
 */
#define sayso_tag_JJR 8
/**
 * Adjective, superlative.
 */
#define sayso_tag_JJS 9
/**
 * List item marker.
 */
#define sayso_tag_LS 10
/**
 * Modal verb.
 */
#define sayso_tag_MD 11
/**
 * Noun, singular or mass.
 */
#define sayso_tag_NN 12
/**
 * Proper noun, singular.
 */
#define sayso_tag_NNP 13
/**
 * Proper noun, plural.
 */
#define sayso_tag_NNPS 14
/**
 * Noun, plural.
 */
#define sayso_tag_NNS 15
/**
 * Predeterminer: *all* the, *such* a.
 */
#define sayso_tag_PDT 16
/**
 * Possessive ending: *'s*.
 */
#define sayso_tag_POS 17
/**
 * Personal pronoun.
 */
#define sayso_tag_PRP 18
/**
 * Possessive pronoun: *my*, *their* (`PRP$`).
 */
#define sayso_tag_PRP_POSSESSIVE 19
/**
 * Adverb.
 */
#define sayso_tag_RB 20
/**
 * Adverb, comparative.
 */
#define sayso_tag_RBR 21
/**
 * Adverb, superlative.
 */
#define sayso_tag_RBS 22
/**
 * Particle: give *up*.
 */
#define sayso_tag_RP 23
/**
 * Symbol.
 */
#define sayso_tag_SYM 24
/**
 * *to*.
 */
#define sayso_tag_TO 25
/**
 * Interjection.
 */
#define sayso_tag_UH 26
/**
 * Verb, base form.
 */
#define sayso_tag_VB 27
/**
 * Verb, past tense.
 */
#define sayso_tag_VBD 28
/**
 * Verb, gerund or present participle.
 */
#define sayso_tag_VBG 29
/**
 * Verb, past participle.
 */
#define sayso_tag_VBN 30
/**
 * Verb, present tense, not third person singular.
 */
#define sayso_tag_VBP 31
/**
 * Verb, present tense, third person singular.
 */
#define sayso_tag_VBZ 32
/**
 * Wh-determiner: *which*, relative *that*.
 */
#define sayso_tag_WDT 33
/**
 * Wh-pronoun: *who*, *what*.
 */
#define sayso_tag_WP 34
/**
 * Possessive wh-pronoun: *whose* (`WP$`).
 */
#define sayso_tag_WP_POSSESSIVE 35
/**
 * Wh-adverb: *where*, *when*.
 */
#define sayso_tag_WRB 36
/**
 * The number sign.
 */
#define sayso_tag_POUND 37
/**
 * A currency sign.
 */
#define sayso_tag_DOLLAR 38
/**
 * A mark that closes a quotation.
 */
#define sayso_tag_QUOTE_CLOSE 39
/**
 * A mark that opens a quotation.
 */
#define sayso_tag_QUOTE_OPEN 40
/**
 * Comma.
 */
#define sayso_tag_COMMA 41
/**
 * A mark that ends a sentence.
 */
#define sayso_tag_STOP 42
/**
 * Colon, semicolon, dash, dots.
 */
#define sayso_tag_COLON 43
/**
 * Opening bracket.
 */
#define sayso_tag_LRB 44
/**
 * Closing bracket.
 */
#define sayso_tag_RRB 45

/**
 * What a name names.
 */
typedef uint8_t sayso_name_kind;
/**
 * Not known.
 */
#define sayso_name_kind_OTHER 0
/**
 * A person.
 */
#define sayso_name_kind_PERSON 1
/**
 * An organisation.
 */
#define sayso_name_kind_ORGANIZATION 2
/**
 * A place.
 */
#define sayso_name_kind_PLACE 3
/**
 * A day or month.
 */
#define sayso_name_kind_TIME 4

/**
 * The gender that a name or title tells.
 */
typedef uint8_t sayso_gender;
/**
 * Not known, or both.
 */
#define sayso_gender_NONE 0
/**
 * Female.
 */
#define sayso_gender_FEMALE 1
/**
 * Male.
 */
#define sayso_gender_MALE 2

/**
 * A name: a run of capitalised words, without the title before it.
 */
typedef struct sayso_name {
  /**
   * Its words, without title.
   */
  struct sayso_token_range tokens;
  /**
   * The title or role directly before it (`Secretary of State`, `spokesman`); may be empty.
   */
  struct sayso_token_range title;
  /**
   * What it names.
   */
  sayso_name_kind kind;
  /**
   * The gender that given name or title tell.
   */
  sayso_gender gender;
  /**
   * Zero; for later use.
   */
  uint16_t reserved;
} sayso_name;

/**
 * What is known of a chunk.
 */
typedef uint32_t sayso_chunk_flags;
/**
 * Its head is a personal pronoun.
 */
#define sayso_chunk_flags_PRONOUN 1
/**
 * Its head is a proper noun.
 */
#define sayso_chunk_flags_NAME 2
/**
 * It is a person or persons: a name, or a word for what someone is.
 */
#define sayso_chunk_flags_PERSON 4
/**
 * It is an organisation.
 */
#define sayso_chunk_flags_ORGANIZATION 8
/**
 * It is a place.
 */
#define sayso_chunk_flags_PLACE 16
/**
 * It is a date, a day or another time: `Monday night`, `Jan. 5, 2016`.
 */
#define sayso_chunk_flags_TIME 32
/**
 * It is a sum of money.
 */
#define sayso_chunk_flags_MONEY 64
/**
 * It has a number in it.
 */
#define sayso_chunk_flags_NUMBER 128
/**
 * An owner stands in it: `Moscow's concerns`.
 */
#define sayso_chunk_flags_POSSESSIVE 256
/**
 * It stands between commas and describes the chunk before it.
 */
#define sayso_chunk_flags_APPOSITIVE 512
/**
 * It is one of a list: `Rice, Gates and others`.
 */
#define sayso_chunk_flags_COORDINATED 1024
/**
 * Its head is a plural noun.
 */
#define sayso_chunk_flags_PLURAL 2048
/**
 * It begins with an article, a possessive or another determiner.
 */
#define sayso_chunk_flags_DETERMINED 4096
/**
 * It begins a relative or wh-clause.
 */
#define sayso_chunk_flags_WH 8192

/**
 * What the head of a chunk is.
 */
typedef uint8_t sayso_chunk_kind;
/**
 * A common noun, or an adjective in its place: `the plan`, `the poor`.
 */
#define sayso_chunk_kind_NOUN 1
/**
 * A proper noun: `Sen. John McCain`, `the State Department`.
 */
#define sayso_chunk_kind_NAME 2
/**
 * A personal, reflexive or possessive pronoun: `she`, `theirs`.
 */
#define sayso_chunk_kind_PRONOUN 3
/**
 * A determiner alone: `this`, `some`, `both`.
 */
#define sayso_chunk_kind_DETERMINER 4
/**
 * `who`, `which`, relative `that`, `what`.
 */
#define sayso_chunk_kind_WH 5
/**
 * A number alone: `40`, `$3.5 billion`.
 */
#define sayso_chunk_kind_NUMBER 6
/**
 * Existential `there`.
 */
#define sayso_chunk_kind_EXISTENTIAL 7

/**
 * How a chunk is joined to the words before it.
 */
typedef uint8_t sayso_chunk_link;
/**
 * It is subject, object or the like.
 */
#define sayso_chunk_link_NONE 0
/**
 * It stands behind a preposition.
 */
#define sayso_chunk_link_PREPOSITION 1
/**
 * It stands behind `of` and belongs to the chunk before it.
 */
#define sayso_chunk_link_OF 2
/**
 * It is joined to a chunk before it by a comma or conjunction.
 */
#define sayso_chunk_link_COORDINATION 3
/**
 * It describes the chunk before it, from which a comma parts it.
 */
#define sayso_chunk_link_APPOSITION 4

/**
 * A noun phrase without what follows its head, and how far it goes on.
 *
 * ```text
 * [the U.S. *plan]   [about 200 *people]   [Moscow's *concerns]   [Sen. John *McCain]
 * ```
 */
typedef struct sayso_chunk {
  /**
   * From its first word to its last noun; chunks follow one another and never overlap.
   */
  struct sayso_token_range tokens;
  /**
   * The same with the of-phrases and appositives behind it: `the head of the agency`,
   * `Sean McCormack, a spokesman`. Begins where `tokens` does.
   */
  struct sayso_token_range phrase;
  /**
   * The same with all that is joined to it: `Rice, Gates and their counterparts`, for
   * `Rice`. Begins where `tokens` does.
   */
  struct sayso_token_range full;
  /**
   * Index of the token that is its head: the last noun.
   */
  uint32_t head;
  /**
   * Index of the possessive mark inside (`Moscow` `'s` `concerns`); the owner stands
   * between the chunk's first token and this one. [`NONE`] without an owner.
   */
  uint32_t possessive;
  /**
   * Index of the next chunk of the same list (`Gates`, for `Rice`); else [`NONE`].
   */
  uint32_t coordination;
  /**
   * What else is known of it.
   */
  sayso_chunk_flags flags;
  /**
   * What its head is.
   */
  sayso_chunk_kind kind;
  /**
   * How it is joined to the words before it.
   */
  sayso_chunk_link link;
  /**
   * Zero; for later use.
   */
  uint16_t reserved;
} sayso_chunk;

/**
 * Form and voice of a verb group.
 */
typedef uint16_t sayso_verb_flags;
/**
 * It has a tense or a modal: it can have a subject.
 */
#define sayso_verb_flags_FINITE 1
/**
 * `not`, `n't`, `never` is in it.
 */
#define sayso_verb_flags_NEGATED 2
/**
 * `was told`, `would be made`.
 */
#define sayso_verb_flags_PASSIVE 4
/**
 * `has said`.
 */
#define sayso_verb_flags_PERFECT 8
/**
 * `is saying`.
 */
#define sayso_verb_flags_PROGRESSIVE 16
/**
 * `would`, `could`, `will`, `must` opens it.
 */
#define sayso_verb_flags_MODAL 32
/**
 * `to` opens it.
 */
#define sayso_verb_flags_INFINITIVE 64
/**
 * An -ing or past participle without auxiliary.
 */
#define sayso_verb_flags_PARTICIPLE 128
/**
 * One group with an infinitive: `is expected to discuss`.
 */
#define sayso_verb_flags_SEMI_AUXILIARY 256

/**
 * The tense of a verb group.
 */
typedef uint8_t sayso_tense;
/**
 * None: modal, infinitive or participle.
 */
#define sayso_tense_NONE 0
/**
 * Present.
 */
#define sayso_tense_PRESENT 1
/**
 * Past.
 */
#define sayso_tense_PAST 2

/**
 * A verb with its auxiliaries, negation and the adverbs between them.
 *
 * ```text
 * [has also *said]   [did not immediately *respond]   [is expected to *discuss]
 * ```
 */
typedef struct sayso_verb_group {
  /**
   * From the first verb (or `to`) to the last, with its particle (`pointed out`).
   */
  struct sayso_token_range tokens;
  /**
   * Index of the token that is the main verb.
   */
  uint32_t main;
  /**
   * Form and voice.
   */
  sayso_verb_flags flags;
  /**
   * The tense of a finite group.
   */
  sayso_tense tense;
  /**
   * Zero; for later use.
   */
  uint8_t reserved;
} sayso_verb_group;

/**
 * What a clause is.
 */
typedef uint8_t sayso_clause_kind;
/**
 * A main clause.
 */
#define sayso_clause_kind_MAIN 1
/**
 * Opened by the conjunction `that`.
 */
#define sayso_clause_kind_THAT 2
/**
 * Opened by `what`, `who`, `how`, `whether` and the like, not behind a noun.
 */
#define sayso_clause_kind_WH 3
/**
 * A complement without opener: `said [it rained]`.
 */
#define sayso_clause_kind_BARE 4
/**
 * A relative clause: `who has seen it`, `the plan [he announced]`.
 */
#define sayso_clause_kind_RELATIVE 5
/**
 * An -ing form or past participle: `, [saying it rained]`.
 */
#define sayso_clause_kind_PARTICIPLE 6
/**
 * Opened by `when`, `while`, `if`, `because` and the like.
 */
#define sayso_clause_kind_ADVERBIAL 7
/**
 * Opened by `to`.
 */
#define sayso_clause_kind_INFINITIVE 8
/**
 * Joined by `and`, `but` or `or` to the clause it stands in: `and said it rained`.
 */
#define sayso_clause_kind_COORDINATE 9
/**
 * Puts in who says it: `It rained, [he said].`
 */
#define sayso_clause_kind_REPORTING 10

/**
 * A clause. Clauses are nested or apart, never crossing; an outer one comes before those in it.
 */
typedef struct sayso_clause {
  /**
   * From its opener to its last word.
   */
  struct sayso_token_range tokens;
  /**
   * Index of the token that opens it (`that`, `who`, `because`, `and`, `to`); else [`NONE`].
   */
  uint32_t opener;
  /**
   * Index of its verb group; [`NONE`] if none was found.
   */
  uint32_t verb;
  /**
   * Index of the chunk that is its subject; [`NONE`] if it has none of its own.
   */
  uint32_t subject;
  /**
   * Index of the clause it stands in; [`NONE`] for a main clause.
   */
  uint32_t parent;
  /**
   * What it is.
   */
  sayso_clause_kind kind;
  /**
   * Zero; for later use.
   */
  uint8_t reserved[3];
} sayso_clause;

/**
 * What the language layer adds to a document. Arrays named "of each token" are as long as
 * the document's tokens. Further layers will be appended; a plugin finds them by `size`.
 */
typedef struct sayso_layers {
  /**
   * Size of this struct in bytes.
   */
  uint32_t size;
  /**
   * 0.
   */
  uint32_t reserved;
  /**
   * The part of speech of each token.
   */
  const sayso_tag *tags;
  /**
   * The lemma of each token, as a place in `lemma_text`.
   */
  const struct sayso_span *lemmas;
  /**
   * A text that has them all.
   */
  struct sayso_str lemma_text;
  /**
   * For each token the index of its noun-phrase chunk, or `NONE`.
   */
  const uint32_t *chunk_of;
  /**
   * For each token the index of its verb group, or `NONE`.
   */
  const uint32_t *verb_of;
  /**
   * Names.
   */
  const struct sayso_name *names;
  /**
   * How many names.
   */
  size_t n_names;
  /**
   * Noun-phrase chunks.
   */
  const struct sayso_chunk *chunks;
  /**
   * How many chunks.
   */
  size_t n_chunks;
  /**
   * Verb groups.
   */
  const struct sayso_verb_group *verbs;
  /**
   * How many verb groups.
   */
  size_t n_verbs;
  /**
   * Clauses, outer ones before those inside them.
   */
  const struct sayso_clause *clauses;
  /**
   * How many clauses.
   */
  size_t n_clauses;
  /**
   * For each token the number of its word in the host's list, 0 for a word not in it. Equal
   * numbers are equal words in folded form, as long as the host lives; frequent words have
   * low ones.
   */
  const uint16_t *words;
} sayso_layers;

/**
 * One span of an annotation and the role it plays.
 */
typedef struct sayso_part {
  /**
   * One of the roles that the plugin declared for the kind.
   */
  struct sayso_str role;
  /**
   * First byte.
   */
  uint32_t start;
  /**
   * After the last byte.
   */
  uint32_t end;
} sayso_part;

/**
 * A name and a value.
 */
typedef struct sayso_attribute {
  /**
   * The name.
   */
  struct sayso_str name;
  /**
   * The value, for `VALUE_TEXT`.
   */
  struct sayso_str text;
  /**
   * The value, for `VALUE_NUMBER` and `VALUE_BOOL`; finite.
   */
  double number;
  /**
   * Which of the two holds the value: `VALUE_TEXT`, `VALUE_NUMBER` or `VALUE_BOOL`.
   */
  uint32_t value;
  /**
   * 0.
   */
  uint32_t reserved;
} sayso_attribute;

/**
 * A pointer from one annotation to an earlier one.
 */
typedef struct sayso_link {
  /**
   * What the other is to this one.
   */
  struct sayso_str name;
  /**
   * The other's `id`.
   */
  uint32_t target;
  /**
   * 0.
   */
  uint32_t reserved;
} sayso_link;

/**
 * Something found in a document: given to [`Sink::emit`], and read in [`Document::found`].
 */
typedef struct sayso_annotation {
  /**
   * Size of this struct in bytes.
   */
  uint32_t size;
  /**
   * Its number in the document; not read by `emit`.
   */
  uint32_t id;
  /**
   * One of the kinds that the plugin declared.
   */
  struct sayso_str kind;
  /**
   * Id of the plugin that found it; not read by `emit`.
   */
  struct sayso_str plugin;
  /**
   * Name of the rule that fired; never empty.
   */
  struct sayso_str rule;
  /**
   * Its parts, at least one.
   */
  const struct sayso_part *parts;
  /**
   * How many parts.
   */
  size_t n_parts;
  /**
   * Its attributes.
   */
  const struct sayso_attribute *attributes;
  /**
   * How many attributes.
   */
  size_t n_attributes;
  /**
   * Its links.
   */
  const struct sayso_link *links;
  /**
   * How many links.
   */
  size_t n_links;
} sayso_annotation;

/**
 * A text and its structure. Arrays are in text order.
 */
typedef struct sayso_document {
  /**
   * Size of this struct in bytes.
   */
  uint32_t size;
  /**
   * 0.
   */
  uint32_t reserved;
  /**
   * The original text; all offsets point into it.
   */
  struct sayso_str text;
  /**
   * All tokens.
   */
  const struct sayso_token *tokens;
  /**
   * How many tokens.
   */
  size_t n_tokens;
  /**
   * All sentences.
   */
  const struct sayso_sentence *sentences;
  /**
   * How many sentences.
   */
  size_t n_sentences;
  /**
   * All paragraphs.
   */
  const struct sayso_paragraph *paragraphs;
  /**
   * How many paragraphs.
   */
  size_t n_paragraphs;
  /**
   * All quotations, by the place of their opening marks.
   */
  const struct sayso_quotation *quotations;
  /**
   * How many quotations.
   */
  size_t n_quotations;
  /**
   * What the language layer adds; null if no plugin reads it (`READS_LANGUAGE`).
   */
  const struct sayso_layers *layers;
  /**
   * What earlier plugins found, of the kinds this plugin needs, in the order of finding.
   */
  const struct sayso_annotation *found;
  /**
   * How many annotations.
   */
  size_t n_found;
} sayso_document;

/**
 * A rule that was tried at some place, and how far it came; given to [`Sink::trace`].
 */
typedef struct sayso_trial {
  /**
   * Size of this struct in bytes.
   */
  uint32_t size;
  /**
   * `OK` if the rule saw what it looks for, else `FAILED`.
   */
  int32_t result;
  /**
   * Name of the rule; never empty.
   */
  struct sayso_str rule;
  /**
   * What it looked for where it stopped, in words: `a noun phrase`; empty if it did not.
   */
  struct sayso_str wanted;
  /**
   * Where this is written, as `file:line`; empty if it is not known.
   */
  struct sayso_str source;
  /**
   * First byte of the words that fitted; where the rule was tried if none did.
   */
  uint32_t start;
  /**
   * After their last byte.
   */
  uint32_t end;
  /**
   * First byte of the word that did not fit.
   */
  uint32_t stopped_start;
  /**
   * After its last byte.
   */
  uint32_t stopped_end;
  /**
   * How many conditions were met.
   */
  uint32_t met;
  /**
   * 0.
   */
  uint32_t reserved;
} sayso_trial;

/**
 * Where a plugin's findings go. Valid until `process` returns.
 */
typedef struct sayso_sink {
  /**
   * Size of this struct in bytes.
   */
  uint32_t size;
  /**
   * 0.
   */
  uint32_t reserved;
  /**
   * The host's; passed back to it.
   */
  void *context;
  /**
   * Takes a copy of an annotation. Gives `OK` and writes its number to `id` (which may be
   * null), or `REJECTED`, or `STOP`.
   */
  int32_t (*emit)(void *context, const struct sayso_annotation *annotation, uint32_t *id);
  /**
   * Takes a copy of a remark about the document: severity, stable code, message, and the
   * place in bytes (an empty span for none).
   */
  void (*diagnostic)(void *context,
                     uint32_t severity,
                     struct sayso_str code,
                     struct sayso_str message,
                     uint32_t start,
                     uint32_t end);
  /**
   * Takes a copy of what a rule was looking for; null unless somebody asked why something
   * was found or not. A plugin need not tell anything.
   */
  void (*trace)(void *context, const struct sayso_trial *trial);
  /**
   * First byte of the place that was asked about: trials that do not touch it are not
   * wanted.
   */
  uint32_t trace_start;
  /**
   * After its last byte.
   */
  uint32_t trace_end;
} sayso_sink;

/**
 * What a host offers to a plugin. Lives as long as the plugin is loaded.
 */
typedef struct sayso_host {
  /**
   * Size of this struct in bytes.
   */
  uint32_t size;
  /**
   * The host's version of this interface.
   */
  uint16_t abi_major;
  /**
   * The host's version of this interface.
   */
  uint16_t abi_minor;
  /**
   * The host's; passed back to it.
   */
  void *context;
  /**
   * Writes a line to the host's log. Any thread.
   */
  void (*log)(void *context, uint32_t severity, struct sayso_str message);
  /**
   * Not 0 if the work should be given up: return soon. Any thread.
   */
  int32_t (*cancelled)(void *context);
  /**
   * A later addition to the host by its name, or null. Any thread.
   */
  const void *(*extension)(void *context, struct sayso_str name);
} sayso_host;

/**
 * Where a plugin writes why a call failed. The buffer is the host's.
 */
typedef struct sayso_error {
  /**
   * Size of this struct in bytes.
   */
  uint32_t size;
  /**
   * 1 if a panic was caught, else 0.
   */
  uint32_t panicked;
  /**
   * Room for UTF-8 text; what does not fit is left out.
   */
  uint8_t *buffer;
  /**
   * How many bytes there is room for.
   */
  size_t capacity;
  /**
   * How many bytes were written.
   */
  size_t len;
} sayso_error;

/**
 * A kind of annotation that a plugin may emit.
 */
typedef struct sayso_output {
  /**
   * The kind's name.
   */
  struct sayso_str kind;
  /**
   * The roles its parts may have.
   */
  const struct sayso_str *roles;
  /**
   * How many roles.
   */
  size_t n_roles;
} sayso_output;

/**
 * A kind of annotation that a plugin reads: those who emit it run before.
 */
typedef struct sayso_need {
  /**
   * The kind's name.
   */
  struct sayso_str kind;
  /**
   * 1 if the plugin can do without, 0 if not.
   */
  uint32_t optional;
  /**
   * 0.
   */
  uint32_t reserved;
} sayso_need;

/**
 * A rule of a plugin, for lists and explanations.
 */
typedef struct sayso_rule {
  /**
   * The name that its annotations carry.
   */
  struct sayso_str name;
  /**
   * What it sees, with marked-up examples, as Markdown.
   */
  struct sayso_str doc;
} sayso_rule;

/**
 * What a plugin is and does. Lives as long as the plugin is loaded.
 */
typedef struct sayso_plugin {
  /**
   * Size of this struct in bytes.
   */
  uint32_t size;
  /**
   * A sum of `READS_…`.
   */
  uint32_t reads;
  /**
   * One line on what it finds.
   */
  struct sayso_str summary;
  /**
   * The kinds it may emit.
   */
  const struct sayso_output *outputs;
  /**
   * How many kinds.
   */
  size_t n_outputs;
  /**
   * The kinds it reads.
   */
  const struct sayso_need *needs;
  /**
   * How many kinds.
   */
  size_t n_needs;
  /**
   * Its rules.
   */
  const struct sayso_rule *rules;
  /**
   * How many rules.
   */
  size_t n_rules;
  /**
   * JSON Schema of its settings: an object whose `properties` are the keys; empty for none.
   */
  struct sayso_str settings_schema;
  /**
   * Makes an instance from settings (a JSON object) and writes it to `instance`. Gives `OK`
   * or `FAILED`.
   */
  int32_t (*create)(const struct sayso_host *host,
                    struct sayso_str settings,
                    void **instance,
                    struct sayso_error *error);
  /**
   * Emits what it finds in a document. Gives `OK`, or `FAILED` and then all that it emitted
   * for the document is dropped.
   */
  int32_t (*process)(void *instance,
                     const struct sayso_document *document,
                     const struct sayso_sink *sink,
                     struct sayso_error *error);
  /**
   * Ends an instance. Not called for one whose `create` failed.
   */
  void (*destroy)(void *instance);
} sayso_plugin;

/**
 * The exported data symbol of a plugin, `sayso_plugin_v0_<crate>`. All but `get` can be read
 * from the file before any of its code runs.
 */
typedef struct sayso_entry {
  /**
   * `MAGIC`.
   */
  uint64_t magic;
  /**
   * Size of this struct in bytes.
   */
  uint32_t size;
  /**
   * `ABI_MAJOR` it was built with.
   */
  uint16_t abi_major;
  /**
   * `ABI_MINOR` it was built with.
   */
  uint16_t abi_minor;
  /**
   * A sum of `FLAG_…`.
   */
  uint32_t flags;
  /**
   * 0.
   */
  uint32_t reserved;
  /**
   * Its id, lower-case letters, digits and hyphens, filled up with NUL.
   */
  uint8_t id[64];
  /**
   * Its own version, filled up with NUL.
   */
  uint8_t version[32];
  /**
   * What it was built with, for messages, filled up with NUL.
   */
  uint8_t built_with[48];
  /**
   * Describes the plugin; null and an error if it cannot run.
   */
  const struct sayso_plugin *(*get)(const struct sayso_host *host, struct sayso_error *error);
} sayso_entry;

#endif  /* SAYSO_H */
