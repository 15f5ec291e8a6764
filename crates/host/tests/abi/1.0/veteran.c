/*
 * A plugin for version 1.0 of the interface that uses all of it. It is built with the header of
 * that version, beside this file, and must work in every sayso that understands version 1:
 * neither file may be changed.
 */
#include "sayso.h"
#include <stdlib.h>
#include <string.h>

typedef struct {
  const sayso_host *host;
  double documents;
} veteran;

static int32_t fail(sayso_error *error, const char *why) {
  size_t length = strlen(why);
  if (error) {
    error->len = length < error->capacity ? length : error->capacity;
    memcpy(error->buffer, why, error->len);
  }
  return SAYSO_FAILED;
}

static int32_t create(const sayso_host *host, sayso_str settings, void **instance,
                      sayso_error *error) {
  static const char expected[] = "{\"mood\":\"calm\"}";
  if (settings.len != sizeof expected - 1 || memcmp(settings.ptr, expected, settings.len))
    return fail(error, "not the settings that were given");
  if (host->abi_major != 1) return fail(error, "another interface");
  veteran *self = calloc(1, sizeof *self);
  if (!self) return fail(error, "no memory");
  self->host = host;
  *instance = self;
  return SAYSO_OK;
}

static sayso_attribute number(const char *name, double value) {
  sayso_attribute attribute = {{(const uint8_t *)name, strlen(name)},
                               {NULL, 0}, value, SAYSO_VALUE_NUMBER, 0};
  return attribute;
}

static int32_t process(void *instance, const sayso_document *document, const sayso_sink *sink,
                       sayso_error *error) {
  static const sayso_str line = SAYSO_STR("at work"), later = SAYSO_STR("later");
  static const sayso_str code = SAYSO_STR("seen"), message = SAYSO_STR("the first word");
  veteran *self = instance;
  const sayso_host *host = self->host;
  const sayso_layers *layers = document->layers;
  if (document->text.len >= 4 && !memcmp(document->text.ptr, "Fail", 4))
    return fail(error, "as was asked");
  if (document->n_tokens == 0) return SAYSO_OK;
  if (!layers) return fail(error, "no language layer");
  host->log(host->context, SAYSO_SEVERITY_INFO, line);
  if (host->cancelled(host->context) || host->extension(host->context, later))
    return fail(error, "neither cancelled nor extended");

  sayso_span first = document->tokens[0].span, lemma = layers->lemmas[0];
  sayso_attribute attributes[] = {
      number("documents", ++self->documents),
      number("tokens", (double)document->n_tokens),
      number("sentences", (double)document->n_sentences),
      number("paragraphs", (double)document->n_paragraphs),
      number("quotations", (double)document->n_quotations),
      number("found", (double)document->n_found),
      number("tag", layers->tags[0]),
      number("listed", layers->words[1] != 0),
      number("chunks", (double)layers->n_chunks),
      number("verbs", (double)layers->n_verbs),
      number("clauses", (double)layers->n_clauses),
      number("names", (double)layers->n_names),
      {SAYSO_STR("calm"), {NULL, 0}, 1, SAYSO_VALUE_BOOL, 0},
      {SAYSO_STR("lemma"), {layers->lemma_text.ptr + lemma.start, lemma.end - lemma.start},
       0, SAYSO_VALUE_TEXT, 0}};
  sayso_part part = {SAYSO_STR("cue"), first.start, first.end};
  sayso_link link = {SAYSO_STR("of"), 0, 0};
  sayso_annotation own = {sizeof own, 0, SAYSO_STR("veteran"), {NULL, 0}, SAYSO_STR("first-word"),
                          &part, 1, attributes, sizeof attributes / sizeof *attributes, NULL, 0};
  if (document->n_found) {
    link.target = document->found[document->n_found - 1]->id;
    own.links = &link;
    own.n_links = 1;
  }
  uint32_t id = SAYSO_NONE;
  if (sink->emit(sink->context, &own, &id) != SAYSO_OK || id == SAYSO_NONE)
    return fail(error, "a right annotation was not taken");
  part.end = part.start;
  if (sink->emit(sink->context, &own, NULL) != SAYSO_REJECTED)
    return fail(error, "an empty part was taken");
  sink->diagnostic(sink->context, SAYSO_SEVERITY_INFO, code, message, first.start, first.end);
  if (sink->trace) {
    sayso_trial trial = {sizeof trial, SAYSO_FAILED, SAYSO_STR("first-word"),
                         SAYSO_STR("a verb"), SAYSO_STR("veteran.c:1"), first.start, first.end,
                         first.start, first.end, 1, 0};
    if (first.end > sink->trace_start && first.start < sink->trace_end)
      sink->trace(sink->context, &trial);
  }
  return SAYSO_OK;
}

static void destroy(void *instance) { free(instance); }

static const sayso_plugin *get(const sayso_host *host, sayso_error *error) {
  static const sayso_str roles[] = {SAYSO_STR("cue")};
  static const sayso_output outputs[] = {{SAYSO_STR("veteran"), roles, 1}};
  static const sayso_need needs[] = {{SAYSO_STR("probe"), 1, 0}};
  static const sayso_rule rules[] = {{SAYSO_STR("first-word"), SAYSO_STR("The first word.")}};
  static const sayso_plugin plugin = {
      .size = sizeof plugin, .reads = SAYSO_READS_LANGUAGE,
      .summary = SAYSO_STR("an old plugin"), .outputs = outputs, .n_outputs = 1,
      .needs = needs, .n_needs = 1, .rules = rules, .n_rules = 1,
      .settings_schema = SAYSO_STR("{\"properties\": {\"mood\": {\"type\": \"string\"}}}"),
      .create = create, .process = process, .destroy = destroy};
  if (host->size < sizeof(sayso_host) && host->abi_minor == 0) fail(error, "a host of no size");
  return &plugin;
}

SAYSO_ENTRY(veteran) = {SAYSO_MAGIC, sizeof(sayso_entry), SAYSO_ABI_MAJOR, SAYSO_ABI_MINOR,
                        0, 0, "veteran", "1.0.0", "C", get};
