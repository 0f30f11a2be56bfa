import type { ExplainedEndpoint } from '../../audit/explain-endpoint.js';
import type { Language, LocalizedText } from '../../domain/text.js';
import type { FlagExplanation } from '../../fleet/explain/product-facts.js';
import { type SeenFact, thresholdsOf } from '../../fleet/explain/verdict-steps.js';
import { formatMessage, localized } from '../../messages/format.js';
import { diagnosticJson } from '../diagnostics.js';
import { ruleWord } from './evidence-text.js';

/** Why a machine has its verdict, for `--json`; texts in one language, null for what isn't known. */
export function explanationJson(
  { explanation, rules, agencyName, decisive, diagnostics }: ExplainedEndpoint,
  language: Language,
) {
  const { endpoint, identity, steps } = explanation;
  const say = (each: LocalizedText) => localized(each, language);
  const decided = steps.find((each) => each.decided)?.step;
  return {
    as_of: rules.asOf,
    endpoint: {
      id: endpoint.id,
      name: endpoint.name,
      agency: { id: endpoint.agency, name: agencyName },
      agencies: identity.agencies,
      kind: explanation.kind,
      os: explanation.os,
      seen_days_ago: explanation.seenDaysAgo,
      evidence_age_days: explanation.evidenceAgeDays,
    },
    verdict: {
      verdict: explanation.verdict,
      step: decided
        ? { id: decided.id, title: say(decided.title), citation: decided.citation }
        : null,
      product: explanation.products.find(({ decides }) => decides)?.product ?? null,
      exclusion: explanation.exclusion,
      installed: explanation.installed,
      no_protection: explanation.noProtection,
      check: decisive?.check.id ?? null,
      finding: decisive?.finding ?? null,
      remediation: decisive ? say(decisive.check.remediation) : null,
    },
    identity: {
      rung: identity.rung,
      key: identity.key,
      sound: identity.sound,
      merges: identity.merges,
      kept_apart: identity.keptApart,
      shared: identity.shared,
      placeholder_only: identity.placeholderOnly,
    },
    total_rows: explanation.totalRows,
    rows: explanation.rows.map(
      ({
        no,
        path,
        part,
        row,
        source,
        sourceTitle,
        role,
        agency,
        grade,
        observedAt,
        futureDate,
        facts,
      }) => ({
        no,
        path,
        part,
        row,
        source,
        source_title: say(sourceTitle),
        role,
        agency,
        grade,
        observed_at: observedAt,
        future_date: futureDate,
        facts,
      }),
    ),
    products: explanation.products.map((product) => ({
      product: product.product,
      label: product.label,
      class: product.class,
      candidate: product.candidate,
      decides: product.decides,
      verdict: product.verdict,
      authorised: product.authorised,
      realtime_blocking: product.blocking,
      signatures: product.signatures && {
        date: product.signatures.date,
        observed_at: product.signatures.observedAt,
      },
      open_threats: product.openThreats,
      flags: product.flags.map((each) => flagJson(each, language)),
    })),
    machine_flags: explanation.machineFlags.map((each) => flagJson(each, language)),
    checks: explanation.checks.map(({ check, outcome, warned, because }) => ({
      id: check.id,
      title: say(check.title),
      severity: check.severity,
      outcome,
      warned,
      thresholds: thresholdsOf(check, rules).map(({ id, title, value }) => ({
        id,
        title: say(title),
        value,
      })),
      because: because.map((each) => seenJson(each, language)),
    })),
    steps: steps.map(({ step, holds, decided: decides, because }) => ({
      id: step.id,
      verdict: step.verdict,
      title: say(step.title),
      citation: step.citation,
      holds,
      decides,
      because: because.map((each) => seenJson(each, language)),
    })),
    diagnostics: diagnostics.map((each) => diagnosticJson(each, language)),
  };
}

function flagJson({ flag, taken, rule, words }: FlagExplanation, language: Language) {
  return { flag, taken, rule, rule_text: formatMessage(ruleWord(rule), language), words };
}

function seenJson({ fact, found, holds, message }: SeenFact, language: Language) {
  return { fact, found: found ?? null, holds, text: formatMessage(message, language) };
}
