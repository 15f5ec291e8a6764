/*
 * sayso.h: the C interface between sayso and its plugins, version 1.0.
 *
 * Generated from the Rust sources of sayso; do not edit. MIT OR Apache-2.0.
 * `sayso plugins header` prints it. plugins/examples/weasel.c is a whole plugin; it is built by
 *
 *     cc -shared -fPIC -O2 -o libweasel.so weasel.c        (macOS: -dynamiclib, .dylib)
 *
 * and tried by `sayso plugins check ./libweasel.so` and `sayso extract --plugin ./libweasel.so`.
 *
 * WHAT A PLUGIN IS. A shared library that exports one constant, SAYSO_ENTRY(name), where name is
 * the library's own (two plugins may be linked into one program). It is read from the file
 * before any code of the library runs.
 *
 * WHO CALLS WHAT. sayso calls `get` once: what is the plugin, what does it find and need?
 * `create` makes an instance from settings, one for each worker thread. `process` is given a
 * document and hands what it finds to `sink->emit`; it is called for one document after the
 * other. `destroy` ends the instance. A library is never unloaded.
 *
 * OWNERSHIP AND LIFETIME. Nobody frees the other's memory. All pointers that sayso passes hold
 * until the call returns and no longer: copy what you want to keep. So do those that you pass
 * to `emit`, `diagnostic`, `trace` and `log`: sayso copies, you may reuse the memory at once.
 * What `get` returns, and all that it points to, must stay until the process ends; make it
 * static. The `sayso_host` stays as long. An instance is yours: sayso passes the pointer back.
 *
 * THREADS. `get` is called by one thread. Instances live on different threads, so what they
 * share must be constant or locked. One instance is used by one thread at a time, not always the
 * same one, unless SAYSO_FLAG_SHARED is set; then there is one, used by several at once. `emit`,
 * `diagnostic` and `trace` may only be called by the thread that `process` was called by, and
 * before it returns. `log`, `cancelled` and `extension` may be called by any thread, any time.
 *
 * ERRORS. A function that fails returns SAYSO_FAILED, and may write why into `error->buffer`, at
 * most `capacity` bytes, with the number of bytes in `len`; `error` may be null. If `create`
 * fails the run ends before any input is read, and `destroy` is not called. If `process` fails,
 * what the plugin emitted for this document is dropped, the record says why, and the next
 * document follows with the same instance. Nothing may leave a function but by returning: no
 * exception, longjmp, signal or exit. `emit` checks what it is given. SAYSO_REJECTED means that
 * the annotation was wrong (undeclared kind or role, a span that is empty, out of bounds or
 * inside a character, a number that is not finite …), that the record says so, and that you
 * may go on. SAYSO_STOP means that nothing more is taken for this document: return SAYSO_OK.
 *
 * TEXTS AND OFFSETS. Texts are UTF-8, have a length and no NUL at the end, may hold NUL, and may
 * be empty with a null pointer. Offsets are bytes into the document's text, from 0, end
 * exclusive, on character boundaries. All of a document's arrays are in text order; an index
 * that refers to nothing is SAYSO_NONE. `word` of a token is the 32-bit FNV-1a hash (offset basis
 * 2166136261, prime 16777619) of the UTF-8 bytes of its form, each character lower-cased and
 * U+2018, U+2019 taken for '.
 *
 * STRUCTS THAT GROW. A struct that begins with `size` may get fields at its end in later minor
 * versions. Fill in the `sizeof` of what you pass, and zero what you do not use. Of what you are
 * given, a field that is not in version 1.0 is there only if `size` reaches past it. All other
 * structs, and the meaning of every field, stay as they are while the first number of the
 * version does. sayso takes plugins of its own first number and of its own or an older second
 * one; it refuses others, naming both versions. Values that you do not know, such as a kind of
 * token, may come from a newer sayso: leave them alone. Fields named `reserved` are 0.
 *
 * LIMITS for one annotation: 10000 parts or as many as the text has bytes, 1000 attributes, 1000
 * links; 200 bytes for the name of a rule, attribute or link, 1 MiB for the text of an attribute.
 * For one document: 1000000 annotations, 1000 diagnostics.
 */

#ifndef SAYSO_H
#define SAYSO_H

#include <stddef.h>
#include <stdint.h>

/** A `sayso_str` of a literal, for initialisers: `.summary = SAYSO_STR("finds verbs")`. */
#define SAYSO_STR(literal) {(const uint8_t *)(literal), sizeof(literal) - 1}

/**
 * Begins the definition of the exported entry:
 * `SAYSO_ENTRY(weasel) = {SAYSO_MAGIC, sizeof(sayso_entry), …};`
 */
#if defined(__cplusplus)
#define SAYSO_ENTRY(name) extern "C" SAYSO_EXPORT const struct sayso_entry sayso_plugin_v1_##name
#else
#define SAYSO_ENTRY(name) SAYSO_EXPORT const struct sayso_entry sayso_plugin_v1_##name
#endif
#if defined(__GNUC__)
#define SAYSO_EXPORT __attribute__((visibility("default")))
#else
#define SAYSO_EXPORT
#endif


/**
 * First field of every entry: the bytes "saysoPLG", read as a little-endian number.
 */
#define SAYSO_MAGIC 5137569714531819891

/**
 * Must be the same in host and plugin.
 */
#define SAYSO_ABI_MAJOR 1

/**
 * May be older in the plugin than in the host.
 */
#define SAYSO_ABI_MINOR 0

/**
 * `sayso_entry.flags`: built so that a panic ends the process; the host cannot contain it.
 */
#define SAYSO_FLAG_PANIC_ABORT 1

/**
 * `sayso_entry.flags`: built without optimisation.
 */
#define SAYSO_FLAG_DEBUG 2

/**
 * `sayso_entry.flags`: one instance may be used by several threads at once.
 */
#define SAYSO_FLAG_SHARED 4

/**
 * `sayso_plugin.reads`: the language layer; without it the host may leave it out.
 */
#define SAYSO_READS_LANGUAGE 1

/**
 * Result of a call: done.
 */
#define SAYSO_OK 0

/**
 * Result of a call: failed; the error says why.
 */
#define SAYSO_FAILED 1

/**
 * Result of `sayso_sink.emit`: the annotation was refused and a diagnostic written; go on.
 */
#define SAYSO_REJECTED 2

/**
 * Result of `sayso_sink.emit`: refused, and so will be all that follow; return now.
 */
#define SAYSO_STOP 3

/**
 * `sayso_attribute.value`: `text` holds it.
 */
#define SAYSO_VALUE_TEXT 0

/**
 * `sayso_attribute.value`: `number` holds it.
 */
#define SAYSO_VALUE_NUMBER 1

/**
 * `sayso_attribute.value`: true if `number` is not 0.
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
#define SAYSO_TOKEN_KIND_WORD 1
/**
 * A number, with inner separators and any unit written onto it: `1,200` `3.5bn` `1990s`.
 */
#define SAYSO_TOKEN_KIND_NUMBER 2
/**
 * A clitic cut from the word before it: `n't` `'s` `'re` `'ll`, the `not` of `cannot`.
 */
#define SAYSO_TOKEN_KIND_CLITIC 3
/**
 * A punctuation mark that is no quotation mark.
 */
#define SAYSO_TOKEN_KIND_PUNCTUATION 4
/**
 * A mark that opens a quotation.
 */
#define SAYSO_TOKEN_KIND_QUOTE_OPEN 5
/**
 * A mark that closes a quotation.
 */
#define SAYSO_TOKEN_KIND_QUOTE_CLOSE 6
/**
 * A currency sign, percent sign, emoji or other symbol.
 */
#define SAYSO_TOKEN_KIND_SYMBOL 7
/**
 * A web address, mail address, `@name` or `#tag`.
 */
#define SAYSO_TOKEN_KIND_ADDRESS 8

/**
 * How a token is written: a set of bits.
 */
typedef uint8_t sayso_shape;
/**
 * Its first letter is a capital.
 */
#define SAYSO_SHAPE_CAPITAL 1
/**
 * It has two letters or more and all are capitals.
 */
#define SAYSO_SHAPE_ALL_CAPITALS 2
/**
 * White space stands before it (or the text's beginning).
 */
#define SAYSO_SHAPE_SPACE_BEFORE 4
/**
 * It is the first token of its sentence that is no punctuation or quotation mark.
 */
#define SAYSO_SHAPE_SENTENCE_START 8
/**
 * A word that ends in a full stop which belongs to it (`Sen.`, `U.S.`).
 */
#define SAYSO_SHAPE_ABBREVIATION 16
/**
 * It has a digit.
 */
#define SAYSO_SHAPE_DIGIT 32

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
   * Hash of the lower-cased form (see above): equal words have equal hashes.
   */
  uint32_t word;
  /**
   * Index of the innermost quotation whose outer span holds the token; `SAYSO_NONE` outside.
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
#define SAYSO_QUOTATION_STATE_CLOSED 1
/**
 * No closing mark in its paragraph, but the next paragraph opens with the same mark again.
 */
#define SAYSO_QUOTATION_STATE_CONTINUED 2
/**
 * No closing mark, and nothing that continues it: it is taken to run to its paragraph's end.
 */
#define SAYSO_QUOTATION_STATE_UNCLOSED 3

/**
 * Which marks a quotation has.
 */
typedef uint8_t sayso_quotation_style;
/**
 * `"…"`
 */
#define SAYSO_QUOTATION_STYLE_STRAIGHT_DOUBLE 1
/**
 * `“…”` and `„…“`
 */
#define SAYSO_QUOTATION_STYLE_CURLY_DOUBLE 2
/**
 * `'…'`
 */
#define SAYSO_QUOTATION_STYLE_STRAIGHT_SINGLE 3
/**
 * `‘…’` and `‚…‘`
 */
#define SAYSO_QUOTATION_STYLE_CURLY_SINGLE 4
/**
 * `«…»` and `‹…›`
 */
#define SAYSO_QUOTATION_STYLE_GUILLEMET 5
/**
 * ``` ``…'' ```
 */
#define SAYSO_QUOTATION_STYLE_BACKTICK 6

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
   * Index of the quotation this one stands in; `SAYSO_NONE` at depth 0.
   */
  uint32_t parent;
  /**
   * Index of the quotation in the paragraph before that this one goes on with; else `SAYSO_NONE`.
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
 */
typedef uint8_t sayso_tag;
/**
 * No tag: the token was not tagged, or there is no token.
 */
#define SAYSO_TAG_NONE 0
/**
 * Coordinating conjunction: *and*, *but*.
 */
#define SAYSO_TAG_CC 1
/**
 * Cardinal number.
 */
#define SAYSO_TAG_CD 2
/**
 * Determiner: *the*, *this*.
 */
#define SAYSO_TAG_DT 3
/**
 * Existential *there*.
 */
#define SAYSO_TAG_EX 4
/**
 * Foreign word.
 */
#define SAYSO_TAG_FW 5
/**
 * Preposition or subordinating conjunction.
 */
#define SAYSO_TAG_IN 6
/**
 * Adjective.
 */
#define SAYSO_TAG_JJ 7
/**
 * Adjective, comparative.
 */
#define SAYSO_TAG_JJR 8
/**
 * Adjective, superlative.
 */
#define SAYSO_TAG_JJS 9
/**
 * List item marker.
 */
#define SAYSO_TAG_LS 10
/**
 * Modal verb.
 */
#define SAYSO_TAG_MD 11
/**
 * Noun, singular or mass.
 */
#define SAYSO_TAG_NN 12
/**
 * Proper noun, singular.
 */
#define SAYSO_TAG_NNP 13
/**
 * Proper noun, plural.
 */
#define SAYSO_TAG_NNPS 14
/**
 * Noun, plural.
 */
#define SAYSO_TAG_NNS 15
/**
 * Predeterminer: *all* the, *such* a.
 */
#define SAYSO_TAG_PDT 16
/**
 * Possessive ending: *'s*.
 */
#define SAYSO_TAG_POS 17
/**
 * Personal pronoun.
 */
#define SAYSO_TAG_PRP 18
/**
 * Possessive pronoun: *my*, *their* (`PRP$`).
 */
#define SAYSO_TAG_PRP_POSSESSIVE 19
/**
 * Adverb.
 */
#define SAYSO_TAG_RB 20
/**
 * Adverb, comparative.
 */
#define SAYSO_TAG_RBR 21
/**
 * Adverb, superlative.
 */
#define SAYSO_TAG_RBS 22
/**
 * Particle: give *up*.
 */
#define SAYSO_TAG_RP 23
/**
 * Symbol.
 */
#define SAYSO_TAG_SYM 24
/**
 * *to*.
 */
#define SAYSO_TAG_TO 25
/**
 * Interjection.
 */
#define SAYSO_TAG_UH 26
/**
 * Verb, base form.
 */
#define SAYSO_TAG_VB 27
/**
 * Verb, past tense.
 */
#define SAYSO_TAG_VBD 28
/**
 * Verb, gerund or present participle.
 */
#define SAYSO_TAG_VBG 29
/**
 * Verb, past participle.
 */
#define SAYSO_TAG_VBN 30
/**
 * Verb, present tense, not third person singular.
 */
#define SAYSO_TAG_VBP 31
/**
 * Verb, present tense, third person singular.
 */
#define SAYSO_TAG_VBZ 32
/**
 * Wh-determiner: *which*, relative *that*.
 */
#define SAYSO_TAG_WDT 33
/**
 * Wh-pronoun: *who*, *what*.
 */
#define SAYSO_TAG_WP 34
/**
 * Possessive wh-pronoun: *whose* (`WP$`).
 */
#define SAYSO_TAG_WP_POSSESSIVE 35
/**
 * Wh-adverb: *where*, *when*.
 */
#define SAYSO_TAG_WRB 36
/**
 * The number sign.
 */
#define SAYSO_TAG_POUND 37
/**
 * A currency sign.
 */
#define SAYSO_TAG_DOLLAR 38
/**
 * A mark that closes a quotation.
 */
#define SAYSO_TAG_QUOTE_CLOSE 39
/**
 * A mark that opens a quotation.
 */
#define SAYSO_TAG_QUOTE_OPEN 40
/**
 * Comma.
 */
#define SAYSO_TAG_COMMA 41
/**
 * A mark that ends a sentence.
 */
#define SAYSO_TAG_STOP 42
/**
 * Colon, semicolon, dash, dots.
 */
#define SAYSO_TAG_COLON 43
/**
 * Opening bracket.
 */
#define SAYSO_TAG_LRB 44
/**
 * Closing bracket.
 */
#define SAYSO_TAG_RRB 45

/**
 * What a name names.
 */
typedef uint8_t sayso_name_kind;
/**
 * Not known.
 */
#define SAYSO_NAME_KIND_OTHER 0
/**
 * A person.
 */
#define SAYSO_NAME_KIND_PERSON 1
/**
 * An organisation.
 */
#define SAYSO_NAME_KIND_ORGANIZATION 2
/**
 * A place.
 */
#define SAYSO_NAME_KIND_PLACE 3
/**
 * A day or month.
 */
#define SAYSO_NAME_KIND_TIME 4

/**
 * The gender that a name or title tells.
 */
typedef uint8_t sayso_gender;
/**
 * Not known, or both.
 */
#define SAYSO_GENDER_NONE 0
/**
 * Female.
 */
#define SAYSO_GENDER_FEMALE 1
/**
 * Male.
 */
#define SAYSO_GENDER_MALE 2

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
#define SAYSO_CHUNK_FLAGS_PRONOUN 1
/**
 * Its head is a proper noun.
 */
#define SAYSO_CHUNK_FLAGS_NAME 2
/**
 * It is a person or persons: a name, or a word for what someone is.
 */
#define SAYSO_CHUNK_FLAGS_PERSON 4
/**
 * It is an organisation.
 */
#define SAYSO_CHUNK_FLAGS_ORGANIZATION 8
/**
 * It is a place.
 */
#define SAYSO_CHUNK_FLAGS_PLACE 16
/**
 * It is a date, a day or another time: `Monday night`, `Jan. 5, 2016`.
 */
#define SAYSO_CHUNK_FLAGS_TIME 32
/**
 * It is a sum of money.
 */
#define SAYSO_CHUNK_FLAGS_MONEY 64
/**
 * It has a number in it.
 */
#define SAYSO_CHUNK_FLAGS_NUMBER 128
/**
 * An owner stands in it: `Moscow's concerns`.
 */
#define SAYSO_CHUNK_FLAGS_POSSESSIVE 256
/**
 * It stands between commas and describes the chunk before it.
 */
#define SAYSO_CHUNK_FLAGS_APPOSITIVE 512
/**
 * It is one of a list: `Rice, Gates and others`.
 */
#define SAYSO_CHUNK_FLAGS_COORDINATED 1024
/**
 * Its head is a plural noun.
 */
#define SAYSO_CHUNK_FLAGS_PLURAL 2048
/**
 * It begins with an article, a possessive or another determiner.
 */
#define SAYSO_CHUNK_FLAGS_DETERMINED 4096
/**
 * It begins a relative or wh-clause.
 */
#define SAYSO_CHUNK_FLAGS_WH 8192

/**
 * What the head of a chunk is.
 */
typedef uint8_t sayso_chunk_kind;
/**
 * A common noun, or an adjective in its place: `the plan`, `the poor`.
 */
#define SAYSO_CHUNK_KIND_NOUN 1
/**
 * A proper noun: `Sen. John McCain`, `the State Department`.
 */
#define SAYSO_CHUNK_KIND_NAME 2
/**
 * A personal, reflexive or possessive pronoun: `she`, `theirs`.
 */
#define SAYSO_CHUNK_KIND_PRONOUN 3
/**
 * A determiner alone: `this`, `some`, `both`.
 */
#define SAYSO_CHUNK_KIND_DETERMINER 4
/**
 * `who`, `which`, relative `that`, `what`.
 */
#define SAYSO_CHUNK_KIND_WH 5
/**
 * A number alone: `40`, `$3.5 billion`.
 */
#define SAYSO_CHUNK_KIND_NUMBER 6
/**
 * Existential `there`.
 */
#define SAYSO_CHUNK_KIND_EXISTENTIAL 7

/**
 * How a chunk is joined to the words before it.
 */
typedef uint8_t sayso_chunk_link;
/**
 * It is subject, object or the like.
 */
#define SAYSO_CHUNK_LINK_NONE 0
/**
 * It stands behind a preposition.
 */
#define SAYSO_CHUNK_LINK_PREPOSITION 1
/**
 * It stands behind `of` and belongs to the chunk before it.
 */
#define SAYSO_CHUNK_LINK_OF 2
/**
 * It is joined to a chunk before it by a comma or conjunction.
 */
#define SAYSO_CHUNK_LINK_COORDINATION 3
/**
 * It describes the chunk before it, from which a comma parts it.
 */
#define SAYSO_CHUNK_LINK_APPOSITION 4

/**
 * A noun phrase without what follows its head, and how far it goes on.
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
   * between the chunk's first token and this one. `SAYSO_NONE` without an owner.
   */
  uint32_t possessive;
  /**
   * Index of the next chunk of the same list (`Gates`, for `Rice`); else `SAYSO_NONE`.
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
#define SAYSO_VERB_FLAGS_FINITE 1
/**
 * `not`, `n't`, `never` is in it.
 */
#define SAYSO_VERB_FLAGS_NEGATED 2
/**
 * `was told`, `would be made`.
 */
#define SAYSO_VERB_FLAGS_PASSIVE 4
/**
 * `has said`.
 */
#define SAYSO_VERB_FLAGS_PERFECT 8
/**
 * `is saying`.
 */
#define SAYSO_VERB_FLAGS_PROGRESSIVE 16
/**
 * `would`, `could`, `will`, `must` opens it.
 */
#define SAYSO_VERB_FLAGS_MODAL 32
/**
 * `to` opens it.
 */
#define SAYSO_VERB_FLAGS_INFINITIVE 64
/**
 * An -ing or past participle without auxiliary.
 */
#define SAYSO_VERB_FLAGS_PARTICIPLE 128
/**
 * One group with an infinitive: `is expected to discuss`.
 */
#define SAYSO_VERB_FLAGS_SEMI_AUXILIARY 256

/**
 * The tense of a verb group.
 */
typedef uint8_t sayso_tense;
/**
 * None: modal, infinitive or participle.
 */
#define SAYSO_TENSE_NONE 0
/**
 * Present.
 */
#define SAYSO_TENSE_PRESENT 1
/**
 * Past.
 */
#define SAYSO_TENSE_PAST 2

/**
 * A verb with its auxiliaries, negation and the adverbs between them.
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
#define SAYSO_CLAUSE_KIND_MAIN 1
/**
 * Opened by the conjunction `that`.
 */
#define SAYSO_CLAUSE_KIND_THAT 2
/**
 * Opened by `what`, `who`, `how`, `whether` and the like, not behind a noun.
 */
#define SAYSO_CLAUSE_KIND_WH 3
/**
 * A complement without opener: `said [it rained]`.
 */
#define SAYSO_CLAUSE_KIND_BARE 4
/**
 * A relative clause: `who has seen it`, `the plan [he announced]`.
 */
#define SAYSO_CLAUSE_KIND_RELATIVE 5
/**
 * An -ing form or past participle: `, [saying it rained]`.
 */
#define SAYSO_CLAUSE_KIND_PARTICIPLE 6
/**
 * Opened by `when`, `while`, `if`, `because` and the like.
 */
#define SAYSO_CLAUSE_KIND_ADVERBIAL 7
/**
 * Opened by `to`.
 */
#define SAYSO_CLAUSE_KIND_INFINITIVE 8
/**
 * Joined by `and`, `but` or `or` to the clause it stands in: `and said it rained`.
 */
#define SAYSO_CLAUSE_KIND_COORDINATE 9
/**
 * Puts in who says it: `It rained, [he said].`
 */
#define SAYSO_CLAUSE_KIND_REPORTING 10

/**
 * A clause. Clauses are nested or apart, never crossing; an outer one comes before those in it.
 */
typedef struct sayso_clause {
  /**
   * From its opener to its last word.
   */
  struct sayso_token_range tokens;
  /**
   * Index of the token that opens it (`that`, `who`, `because`, `and`, `to`); else `SAYSO_NONE`.
   */
  uint32_t opener;
  /**
   * Index of its verb group; `SAYSO_NONE` if none was found.
   */
  uint32_t verb;
  /**
   * Index of the chunk that is its subject; `SAYSO_NONE` if it has none of its own.
   */
  uint32_t subject;
  /**
   * Index of the clause it stands in; `SAYSO_NONE` for a main clause.
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
   * For each token the index of its noun-phrase chunk, or `SAYSO_NONE`.
   */
  const uint32_t *chunk_of;
  /**
   * For each token the index of its verb group, or `SAYSO_NONE`.
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
   * The value, for `SAYSO_VALUE_TEXT`.
   */
  struct sayso_str text;
  /**
   * The value, for `SAYSO_VALUE_NUMBER` and `SAYSO_VALUE_BOOL`; finite.
   */
  double number;
  /**
   * Which of the two holds the value: `SAYSO_VALUE_TEXT`, `SAYSO_VALUE_NUMBER` or `SAYSO_VALUE_BOOL`.
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
 * Something found in a document: given to `sayso_sink.emit`, and read in `sayso_document.found`.
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
   * What the language layer adds; null if no plugin reads it (`SAYSO_READS_LANGUAGE`).
   */
  const struct sayso_layers *layers;
  /**
   * What earlier plugins found, of the kinds this plugin needs, in the order of finding: an
   * array of pointers, none of them null, since an annotation may grow.
   */
  const struct sayso_annotation *const *found;
  /**
   * How many annotations.
   */
  size_t n_found;
} sayso_document;

/**
 * A rule that was tried at some place, and how far it came; given to `sayso_sink.trace`.
 */
typedef struct sayso_trial {
  /**
   * Size of this struct in bytes.
   */
  uint32_t size;
  /**
   * `SAYSO_OK` if the rule saw what it looks for, else `SAYSO_FAILED`.
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
   * Takes a copy of an annotation. Gives `SAYSO_OK` and writes its number to `id` (which may be
   * null), or `SAYSO_REJECTED`, or `SAYSO_STOP`. Only within `process`, from its thread.
   */
  int32_t (*emit)(void *context, const struct sayso_annotation *annotation, uint32_t *id);
  /**
   * Takes a copy of a remark about the document: severity, stable code (`odd-date`), message,
   * and the place in bytes (an empty span for none). Only within `process`, from its thread.
   */
  void (*diagnostic)(void *context,
                     uint32_t severity,
                     struct sayso_str code,
                     struct sayso_str message,
                     uint32_t start,
                     uint32_t end);
  /**
   * Takes a copy of what a rule was looking for; null unless somebody asked why something
   * was found or not. A plugin need not tell anything. Only within `process`, from its thread.
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
   * Writes a line to the host's log; the text is copied. Any thread.
   */
  void (*log)(void *context, uint32_t severity, struct sayso_str message);
  /**
   * Not 0 if the work should be given up: ask in long loops, and return soon. Any thread.
   */
  int32_t (*cancelled)(void *context);
  /**
   * A later addition to the host by its name, or null. Any thread.
   */
  const void *(*extension)(void *context, struct sayso_str name);
} sayso_host;

/**
 * Where a plugin writes why a call failed. The buffer is the host's, for the call.
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
   * A sum of `SAYSO_READS_…`.
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
   * Makes an instance from settings (a JSON object that fits the schema, `{}` if there are
   * none) and writes it to `instance`, which may be null. Gives `SAYSO_OK` or `SAYSO_FAILED`. May be
   * called by several threads at once.
   */
  int32_t (*create)(const struct sayso_host *host,
                    struct sayso_str settings,
                    void **instance,
                    struct sayso_error *error);
  /**
   * Emits what it finds in a document. Gives `SAYSO_OK`, or `SAYSO_FAILED` and then all that it emitted
   * for the document is dropped. It must find the same in the same document, whatever came
   * before, and take time in proportion to its length.
   */
  int32_t (*process)(void *instance,
                     const struct sayso_document *document,
                     const struct sayso_sink *sink,
                     struct sayso_error *error);
  /**
   * Ends an instance and frees what it has. Not called for one whose `create` failed.
   */
  void (*destroy)(void *instance);
} sayso_plugin;

/**
 * The exported data symbol of a plugin, `sayso_plugin_v1_<crate>`. All but `get` can be read
 * from the file before any of its code runs.
 */
typedef struct sayso_entry {
  /**
   * `SAYSO_MAGIC`.
   */
  uint64_t magic;
  /**
   * Size of this struct in bytes.
   */
  uint32_t size;
  /**
   * `SAYSO_ABI_MAJOR` it was built with.
   */
  uint16_t abi_major;
  /**
   * `SAYSO_ABI_MINOR` it was built with.
   */
  uint16_t abi_minor;
  /**
   * A sum of `SAYSO_FLAG_…`.
   */
  uint32_t flags;
  /**
   * 0.
   */
  uint32_t reserved;
  /**
   * Its id, lower-case letters, digits and hyphens, filled up with NUL, at least one.
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
   * Describes the plugin; null and an error if it cannot run. Called once, by one thread,
   * before all else; what it gives must stay until the process ends.
   */
  const struct sayso_plugin *(*get)(const struct sayso_host *host, struct sayso_error *error);
} sayso_entry;

#endif  /* SAYSO_H */
