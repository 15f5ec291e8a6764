/*
 * Finds weasel words: claims put into the mouth of nobody in particular, as in "critics say"
 * or "many believe". A whole sayso plugin in C; sayso.h says all there is to know.
 *
 *     sayso plugins header > sayso.h
 *     cc -shared -fPIC -O2 -o libweasel.so weasel.c        (macOS: -dynamiclib, .dylib)
 *     sayso extract --plugin ./libweasel.so article.txt
 */
#include "sayso.h"
#include <string.h>
#include <strings.h>

static const char *const WHO[] = {"analysts", "critics", "experts",  "insiders", "many", "most",
                                  "observers", "others", "scholars", "some",     NULL};
static const char *const SAY[] = {"argue", "believe", "claim",   "feel",  "fear",
                                  "hold",  "say",     "suggest", "think", NULL};

/* Whether the token is one of the words, whatever its capitals. */
static int is_one_of(const char *const *words, sayso_str text, sayso_token token) {
  size_t length = token.span.end - token.span.start;
  const char *form = (const char *)text.ptr + token.span.start;
  for (; *words; words++)
    if (strlen(*words) == length && strncasecmp(form, *words, length) == 0) return 1;
  return 0;
}

static int32_t process(void *instance, const sayso_document *document, const sayso_sink *sink,
                       sayso_error *error) {
  (void)instance, (void)error;
  for (size_t i = 0; i < document->n_sentences; i++) {
    sayso_token_range range = document->sentences[i].tokens;
    for (uint32_t at = range.first; at + 1 < range.end; at++) {
      sayso_token who = document->tokens[at], say = document->tokens[at + 1];
      if (!is_one_of(WHO, document->text, who) || !is_one_of(SAY, document->text, say)) continue;
      sayso_part parts[] = {{SAYSO_STR("source"), who.span.start, who.span.end},
                            {SAYSO_STR("cue"), say.span.start, say.span.end}};
      sayso_annotation found = {.size = sizeof found,
                                .kind = SAYSO_STR("weasel"),
                                .rule = SAYSO_STR("nobody-says"),
                                .parts = parts,
                                .n_parts = 2};
      if (sink->emit(sink->context, &found, NULL) == SAYSO_STOP) return SAYSO_OK;
    }
  }
  return SAYSO_OK;
}

/* Nothing is set up, so that there is nothing to end. */
static int32_t create(const sayso_host *host, sayso_str settings, void **instance,
                      sayso_error *error) {
  (void)host, (void)settings, (void)instance, (void)error;
  return SAYSO_OK;
}
static void destroy(void *instance) { (void)instance; }

static const sayso_plugin *get(const sayso_host *host, sayso_error *error) {
  static const sayso_str roles[] = {SAYSO_STR("source"), SAYSO_STR("cue")};
  static const sayso_output outputs[] = {{SAYSO_STR("weasel"), roles, 2}};
  static const sayso_rule rules[] = {
      {SAYSO_STR("nobody-says"), SAYSO_STR("> [Critics]source [say]cue it will fail.")}};
  static const sayso_plugin plugin = {.size = sizeof plugin,
                                      .summary = SAYSO_STR("claims of nobody in particular"),
                                      .outputs = outputs, .n_outputs = 1,
                                      .rules = rules, .n_rules = 1,
                                      .create = create, .process = process, .destroy = destroy};
  (void)host, (void)error;
  return &plugin;
}

SAYSO_ENTRY(weasel) = {SAYSO_MAGIC, sizeof(sayso_entry), SAYSO_ABI_MAJOR, SAYSO_ABI_MINOR,
                       0, 0, "weasel", "1.0.0", "C", get};
