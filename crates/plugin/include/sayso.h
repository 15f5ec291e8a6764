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
 * A clitic cut from the word before it: `n't` `'s` `'re` `'ll`.
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
 * What the language layer adds to a document: arrays parallel to the tokens. Tags, lemmas
 * and chunks will be appended here; a plugin finds them by `size`.
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
   * What the language layer adds; null without one.
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
   * 0.
   */
  uint32_t reserved;
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
