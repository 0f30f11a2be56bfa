import type { Catalogue } from './catalogue.js';

/** The texts of `vi.ts` in English. */
export const en: Catalogue = {
  // ── words ────────────────────────────────────────────────────────────────
  'word.error': 'Error',
  'word.warning': 'Warning',
  'word.info': 'Note',
  'word.try': 'What to do',

  // ── files (documents/, platform/) ────────────────────────────────────────
  'file.missing': 'File {path} was not found.',
  'file.is_folder': '{path} is a folder; a file is needed.',
  'file.no_permission': 'No permission to read {path}.',
  'file.too_large': 'File {path} is larger than the limit of {limit}.',
  'file.unreadable': '{path} cannot be read.',

  // ── command line (cli/, platform/) ───────────────────────────────────────────
  'cli.unknown_command': 'There is no command "{command}".',
  'cli.did_you_mean': 'Did you mean "{name}"?',
  'cli.see_commands': 'See the commands: {command}',
  'cli.see_help': 'See how it is used: {command}',
  'cli.unknown_flag': 'There is no option {flag}.',
  'cli.known_flags': 'Options that can be used: {flags}.',
  'cli.unexpected_argument': 'The argument "{argument}" is one too many.',
  'cli.missing_argument': 'The argument {argument} is missing.',
  'cli.argument_meaning': '{argument}: {meaning}',
  'cli.argument_word': 'The argument {argument}',
  'cli.flag_needs_value': 'The option {flag} needs a value.',
  'cli.flag_takes_no_value': 'The option {flag} takes no value.',
  'cli.allowed': 'Values that can be used: {allowed}.',
  'cli.flag_twice': 'The option {flag} may be given only once.',
  'cli.bad_value': '{name} is "{found}"; allowed: {allowed}.',
  'cli.bad_date': '{flag} is "{found}"; expected an existing date written like 2026-12-31.',
  'cli.bad_number': '{flag} is "{found}"; expected a whole number from {min} to {max}.',
  'cli.missing_flag': 'The required option {flag} is missing.',
  'cli.missing_one_of': 'One of these options is needed: {flags}.',
  'cli.flags_exclude': '{flag} cannot be used together with {other}.',
  'cli.flag_needs': '{flag} can be used only with {others}.',
  'cli.usage': 'The command line is wrong: {detail}',
  'cli.file_too_large': 'File {path} is too large.',
  'cli.file_exists': '{path} exists already and was left as it is.',
  'cli.file_exists.hint': 'Choose another name, or add --force to overwrite it.',
  'cli.target_is_folder': '{path} cannot be written: it is a folder.',
  'cli.cannot_write': '{path} cannot be written ({reason}).',
  'cli.cannot_write.hint': 'Check the permission to write and the free space of the disk.',
  'cli.crash': 'The program failed unexpectedly: {name}: {detail}',
  'cli.crash.report':
    'This is a bug of the program, not a problem of the data. Please send the command line and this message to those who maintain the software.',
  'cli.crash.debug':
    'Run it again with the environment variable TUANTHU_DEBUG=1 to see the details.',

  // ── help ─────────────────────────────────────────────────────────────────────
  'help.header.usage': 'USAGE',
  'help.header.arguments': 'ARGUMENTS',
  'help.header.flags': 'OPTIONS',
  'help.header.common_flags': 'COMMON OPTIONS',
  'help.header.description': 'DESCRIPTION',
  'help.header.examples': 'EXAMPLES',
  'help.header.commands': 'COMMANDS',
  'help.header.exit': 'EXIT CODES',
  'help.header.completion': 'COMPLETION WITH THE TAB KEY',
  'help.word.options': '[options]',
  'help.word.command': '<command>',
  'help.word.value': '<value>',
  'help.word.required': 'required',
  'help.word.choices': 'one of: {values}',
  'help.word.default': 'default: {value}',
  'help.root.summary':
    'Audits information security by level: classifies information systems, judges endpoints, and scores each agency against the targets.',
  'help.root.usage': '<command> [arguments] [options]',
  'help.root.examples': '$ tuanthu audit examples/lang-son --as-of 2026-12-01',
  'help.root.completion':
    'Run "tuanthu autocomplete bash" (or zsh, powershell) and follow the instructions shown.',
  'help.root.more': 'Help on one command: tuanthu <command> --help',
  'help.exit.0': 'Finished; every target is met',
  'help.exit.1': 'A bug of the program',
  'help.exit.2': 'Wrong command line or invalid input',
  'help.exit.3': 'Finished; a target is not met',
  'help.exit.4': 'Finished, but not conclusive',
  'help.exit.5': 'Integrity: a digest, signature or history does not hold',
  'help.exit.130': 'Interrupted',
  'help.common.flag.help': 'Show this help',
  'help.common.flag.version': 'Show the version',
  'help.common.flag.json': 'Print the result as JSON, errors included',
  'help.common.flag.lang':
    'Language to speak; vi unless the environment variable TUANTHU_LANG says otherwise',
  'help.common.flag.lang.value': 'vi|en',
  'help.common.flag.verbose': 'Print notes too, not only errors and warnings',
  'help.common.flag.as-of': 'The day whose law applies; today unless given',
  'help.common.flag.as-of.value': '<YYYY-MM-DD>',
  'help.common.flag.force': 'Overwrite what is there',
  'help.common.flag.no-fail':
    'Exit with 0 even when a target is not met or nothing can be concluded',
  'help.autocomplete.summary': 'Shows how to turn on completion with the Tab key.',
  'help.autocomplete.description':
    'Prepares the completion data, then prints the steps for bash, zsh or PowerShell. After an update of the software run it again with --refresh-cache to get new commands.',
  'help.autocomplete.arg.shell': 'Kind of shell',
  'help.autocomplete.arg.shell.label': 'SHELL',
  'help.autocomplete.flag.refresh-cache': 'Only refresh the completion data, print no instructions',
  'help.autocomplete.examples':
    '$ tuanthu autocomplete bash\n$ tuanthu autocomplete --refresh-cache',

  // ── command.schema ───────────────────────────────────────────────────────────
  'cli.unknown_schema': 'There is no schema "{name}".',
  'cli.known_schemas': 'The schemas: {names}.',
  'help.schema.summary': 'Prints the JSON Schema of one kind of file, or the list of schemas.',
  'help.schema.description':
    'A schema says which fields a file may have. Editors use it to suggest and to check while one types. Without a name the list is printed.',
  'help.schema.arg.name': 'Name of the schema, for example inventory',
  'help.schema.arg.name.label': 'NAME',
  'help.schema.examples':
    'The list of schemas:\n  $ tuanthu schema\nSave the schema of the inventory of information systems:\n  $ tuanthu schema inventory > inventory.schema.json',

  // ── documents ────────────────────────────────────────────────────────────
  'document.not_utf8': 'The file is not UTF-8 text.',
  'document.not_utf8.hint': 'Open it in a text editor and save it again in UTF-8.',
  'document.binary': 'The file holds binary data, not YAML text.',
  'document.binary.hint': 'Check whether a wrong file was copied; a YAML text is needed.',
  'document.empty': 'The file has no content.',
  'document.empty.hint': 'Fill it in from the sample; "tuanthu init" writes a correct one.',
  'document.several':
    'The file holds several YAML documents (a line "---" in between); exactly one is needed.',
  'document.several.hint': 'Put each document in a file of its own, or delete the line "---".',
  'document.duplicate_key': 'This key was already given in the same block.',
  'document.duplicate_key.hint': 'Delete or merge one of the two: each key may stand once.',
  'document.syntax': 'YAML syntax is wrong: {detail}',
  'document.syntax.hint':
    'Look at this line and the one before: indent with blanks, a blank after the colon, texts with special characters in double quotes.',
  'document.forbidden_key': 'The key "{key}" must not be used.',
  'document.forbidden_key.hint': 'Delete this key.',
  'document.aliases': 'The file uses YAML references (&, *) that multiply too often.',
  'document.aliases.hint': 'Write the content out instead of referring to it.',
  'schema.unknown_key': 'There is no field named "{key}" here.',
  'schema.known_keys': 'Fields that can be used: {keys}.',
  'schema.did_you_mean': 'Did you mean "{name}"?',
  'schema.missing_key': 'The field "{key}" is missing.',
  'schema.quote_it': '"{key}" must be text but is the number {value}: YAML reads 6.10 as 6.1.',
  'schema.quote_it.hint': 'Put it in quotes, for example "{value}".',
  'schema.wrong_type': '"{key}" is {found}; expected {expected}.',
  'schema.not_allowed': '"{key}" is {found}; allowed: {allowed}.',
  'schema.bad_date': '"{key}" is {found}; expected an existing date written like "2026-12-31".',
  'schema.bad_duration':
    '"{key}" is {found}; expected an ISO 8601 duration like "P30D" (30 days) or "P6M" (6 months).',
  'schema.invalid': '"{key}" is {found}, which breaks the rule ({rule}).',
  'schema.expected': 'Expected: {description}',
  'schema.type.string': 'text',
  'schema.type.integer': 'a whole number',
  'schema.type.number': 'a number',
  'schema.type.boolean': 'true or false',
  'schema.type.array': 'a list',
  'schema.type.object': 'a group of fields',
  'schema.type.null': 'null',

  // ── conditions ───────────────────────────────────────────────────────────
  'condition.malformed':
    'A condition must have one of these forms: fact + op + value, or all, any or not standing alone.',
  'condition.too_deep': 'The condition is nested more than {limit} levels deep.',
  'condition.empty_list': '"{word}" has no condition in it.',
  'condition.unknown_fact': 'There is no fact "{fact}".',
  'condition.unknown_operator': 'There is no operator "{op}".',
  'condition.usable_operators': 'Operators that can be used: {operators}.',
  'condition.operator_misfit':
    'The operator "{op}" cannot be used on the fact "{fact}" (type: {type}).',
  'condition.unknown_parameter': 'There is no parameter "{parameter}".',
  'condition.parameter_misfit':
    'The parameter "{parameter}" (type: {type}) cannot be used with "{op}" on the fact "{fact}".',
  'condition.wrong_operand': 'The value to compare with is {found}; expected {expected}.',
  'condition.unknown_word': 'The fact "{fact}" has no value "{word}".',
  'condition.known_words': 'Its values: {words}.',
  'condition.not_ordered':
    'The values of the fact "{fact}" have no declared order, so none is higher than another.',
  'condition.not_ordered.hint':
    'Declare "ordered: true" if they go from lowest to highest, or use "in".',
  'condition.pattern_too_long': 'The pattern is longer than {limit} characters.',
  'condition.pattern_unsupported': 'The pattern uses "{found}", which is not supported.',
  'condition.pattern_repeats_too_often':
    'The counted repetitions of the pattern multiply to more than {limit}.',
  'condition.pattern_invalid': 'The pattern is wrong: {detail}',
  'condition.expect.bool': 'true or false',
  'condition.expect.int': 'a whole number',
  'condition.expect.number': 'a number',
  'condition.expect.size': 'a whole number from 0 up',
  'condition.expect.text': 'a text that is not empty',
  'condition.expect.word': 'one of the values of the fact',
  'condition.expect.list': 'a list with at least one value',
  'condition.expect.date': 'an existing date written like "2026-12-31", or as_of (the as-of date)',
  'condition.expect.duration': 'an ISO 8601 duration like "P30D" (30 days) or "P6M" (6 months)',
  'condition.type.bool': 'yes/no',
  'condition.type.int': 'whole number',
  'condition.type.number': 'number',
  'condition.type.text': 'text',
  'condition.type.enum': 'one choice',
  'condition.type.set': 'several choices',
  'condition.type.date': 'date',
  'condition.type.duration': 'duration',
  'condition.all': 'All of these:',
  'condition.any': 'At least one of these:',
  'condition.not': 'It is not so that:',
  'condition.leaf': '{fact} {phrase}',
  'condition.leaf_result': '{expected}; found: {found}',
  'condition.found.unknown': 'not known',
  'condition.found.null': 'none',
  'condition.found.empty': 'no item',
  'condition.yes': 'Yes',
  'condition.no': 'No',
  'condition.as_of': 'the as-of date',
  'condition.op.eq': 'is {value}',
  'condition.op.ne': 'is not {value}',
  'condition.op.in': 'is one of: {value}',
  'condition.op.not_in': 'is none of: {value}',
  'condition.op.gt': 'is above {value}',
  'condition.op.gte': 'is {value} or more',
  'condition.op.lt': 'is below {value}',
  'condition.op.lte': 'is {value} or less',
  'condition.op.at_least': 'is {value} or higher',
  'condition.op.at_most': 'is {value} or lower',
  'condition.op.contains': 'includes {value}',
  'condition.op.not_contains': 'does not include {value}',
  'condition.op.contains_any': 'includes at least one of: {value}',
  'condition.op.contains_all': 'includes all of: {value}',
  'condition.op.non_empty': 'has at least one item',
  'condition.op.empty': 'has no item',
  'condition.op.only': 'includes nothing but: {value}',
  'condition.op.size_at_least': 'has at least {value} items',
  'condition.op.starts_with': 'begins with {value}',
  'condition.op.ends_with': 'ends with {value}',
  'condition.op.contains_text': 'contains {value}',
  'condition.op.matches': 'matches the pattern {value}',
  'condition.op.before': 'is before {value}',
  'condition.op.on_or_before': 'is on or before {value}',
  'condition.op.after': 'is after {value}',
  'condition.op.on_or_after': 'is on or after {value}',
  'condition.op.older_than': 'is more than {value} before the as-of date',
  'condition.op.within': 'is within {value} before the as-of date',
  'condition.op.longer_than': 'is longer than {value}',
  'condition.op.at_most_duration': 'is {value} or shorter',
  'condition.op.is_known': 'is known',
  'condition.op.is_not_known': 'is not known',

  // ── pack ─────────────────────────────────────────────────────────────────
  'pack.missing': 'There is no rule pack "{id}" (a folder of that name with a file pack.yaml).',
  'pack.unknown_file': 'A rule pack has no use for "{name}"; files it may have: {known}.',
  'pack.id_not_folder':
    'The pack\'s id is "{id}" but its folder is named "{folder}"; they must be the same.',
  'pack.duplicate_id': 'The id "{id}" is already declared at {place}.',
  'pack.duplicate_id.hint': 'Declare each id once in a pack: rename or remove one of the two.',
  'pack.known_names': 'Declared: {names}.',
  'pack.known_names_more': 'Declared: {names} and {count} more.',
  'pack.none_declared': 'The pack declares no name of this kind.',
  'pack.fact_without_values':
    'The fact "{fact}" is a choice but has no list of values (values or values_from).',
  'pack.fact_values_unfit': 'The fact "{fact}" is not a choice and cannot have a list of values.',
  'pack.word_twice': 'The fact "{fact}" declares the value "{word}" twice.',
  'pack.bound_unfit': 'The fact "{fact}" is not a number and cannot have "{bound}".',
  'pack.min_above_max': 'The fact "{fact}": its minimum {min} is above its maximum {max}.',
  'pack.unknown_list': 'There is no reference list "{list}".',
  'pack.reserved_fact':
    'The fact name "{fact}" belongs to a value that the program computes; choose another.',
  'pack.asked_twice': 'The wizard asks the fact "{fact}" twice.',
  'pack.never_asked': 'The fact "{fact}" stands in no group of the wizard.',
  'pack.asked_too_early':
    'The question "{fact}" depends on "{needed}", which the wizard has not asked before.',
  'pack.level_without_criterion': 'Level {level} has no criterion.',
  'pack.level_without_procedure': 'Level {level} has no procedure of appraisal and approval.',
  'pack.raise_to_nothing': '"raise_to" is missing: it is not said which facts raise the level.',
  'pack.not_a_level': '"{fact}" is neither a whole-number fact nor level_by_harm.',
  'pack.advisory_condition':
    'The advisory "{id}" needs exactly one of condition and when_computed.',
  'pack.unknown_flag': 'There is no flag "{flag}" under flags.',
  'pack.unknown_actor': 'There is no actor "{actor}" under actors.',
  'pack.unknown_metric': 'The program does not compute a metric "{metric}".',
  'pack.unknown_rule': 'There is no rule "{rule}".',
  'pack.unknown_id': 'There is no id "{id}".',
  'pack.warning_pair': 'The check "{id}" needs both warn_when and warning, or neither.',
  'pack.floor_without_direction':
    'The parameter "{id}" has a floor but does not say which direction is weaker.',
  'pack.parameter_type': 'The parameter "{id}" is {found}, but needs {expected}.',
  'pack.expect.int': 'a whole number of 0 or more',
  'pack.expect.bool': 'true or false',
  'pack.expect.duration': 'an ISO 8601 duration such as "P30D" (30 days)',
  'pack.above_floor':
    'The parameter "{id}" is {value}, weaker than the pack\'s floor: it may not exceed {floor}.',
  'pack.below_floor':
    'The parameter "{id}" is {value}, weaker than the pack\'s floor: it may not be less than {floor}.',
  'pack.target_below_floor':
    'The target "{id}" is {value} %, below the plan\'s floor of {floor} %.',
  'pack.percent_expected':
    'The target "{id}" is {found}, but needs a percentage from 0 to 100 with at most one decimal.',
  'pack.percent_too_fine': 'The percentage {value} has more than one decimal.',
  'pack.ends_before_start': 'It ends on {to}, before it begins on {from}.',
  'pack.untrimmed': 'This text begins or ends with blanks or line breaks.',
  'pack.cases_without_table': 'There are cases, but the pack has no {table}.',
  'pack.table_without_cases': 'There are no cases ({cases}) for this file yet.',
  'pack.case_differs': '{part}: expected {expected}, found {actual}.',
  'pack.case_none': '(none)',
  'pack.never_warns': 'The check "{id}" has no warn_when, so it never warns.',
  'pack.case_value': 'The value does not fit the declaration of the fact "{fact}".',
  'pack.unusable': 'A rule pack cannot be used.',
  'pack.bundled': 'Bundled packs: {ids}. For another one give the path of its folder.',
  'pack.part.classification': 'security levels',
  'pack.part.approval': 'approval of levels',
  'pack.part.endpoint_checks': 'endpoint checks',
  'pack.part.targets': 'targets',
  'pack.column.id': 'Id',
  'pack.column.version': 'Version',
  'pack.column.period': 'In force',
  'pack.column.in_force': 'Binding',
  'pack.column.contents': 'Contents',
  'pack.column.number': 'Number',
  'pack.column.title': 'Title',
  'pack.column.certainty': 'Source',
  'pack.column.level': 'Level',
  'pack.column.severity': 'Severity',
  'pack.column.at_least': 'At least',
  'pack.column.citation': 'Citation',
  'pack.from': 'from {date}',
  'pack.to': 'to {date}',
  'pack.in_force': 'in force',
  'pack.not_in_force': 'not in force on this date',
  'pack.list_heading': 'Rule packs, as of {date}',
  'pack.certainty.text': 'from the wording',
  'pack.place': '{text}',
  'pack.citation': '{text} ({certainty})',
  'pack.heading.instruments': 'Instruments',
  'pack.heading.counts': 'In this pack',
  'pack.heading.criterion': 'Criteria by level',
  'pack.heading.rule': 'Rules on approval',
  'pack.heading.check': 'Endpoint checks',
  'pack.heading.target': 'Targets',
  'pack.heading.notes': 'Readings and open points',
  'pack.count': '{kind}: {count}',
  'pack.more':
    'More about one of them: tuanthu explain <id>. The wording is ours; the official text prevails.',
  'pack.lint_ok': '{id}: no errors',
  'pack.lint_warnings': '{id}: no errors; warnings: {warnings}',
  'pack.lint_errors': '{id}: errors: {errors}; warnings: {warnings}',
  'pack.test_summary': '{id}: {passed}/{total} cases pass',
  'pack.test_none': '{id}: no cases',
  'pack.test_unreadable': '{id}: the pack has errors, its cases cannot run',

  // ── systems ──────────────────────────────────────────────────────────────
  'finding.pack_text': '{text}',
  'system.level_proposed': 'Which level is proposed by the computation?',
  'system.status.classified': 'Classified',
  'system.status.not_classified': 'Not classified',
  'system.status.draft': 'Dossier being drafted',
  'system.status.submitted': 'Sent for appraisal',
  'system.status.appraised': 'Appraised, not approved',
  'system.status.decision_not_in_effect': 'Decision not in effect or undated',
  'system.status.wrong_authority': 'Wrong authority',
  'system.status.undetermined': 'Level undetermined',
  'system.status.level_too_low': 'Approved level too low',
  'system.status.dossier_incomplete': 'Dossier incomplete',
  'system.status.regulation_missing': 'No security regulation',
  'system.status.regulation_late': 'Regulation issued after the approval',
  'system.status.reclassification_due': 'New classification due',
  'system.status.unknown': 'Not enough information',
  'system.status.not_judged': 'Not judged: no rule pack in force',
  'system.level_status.determined': 'Level determined',
  'system.level_status.pending': 'Waiting for facts',
  'system.level_status.undetermined': 'No criterion fits',
  'system.level_status.not_a_system': 'Not an information system in itself',
  'system.level_status.fix_owner': 'Owner to be settled',
  'system.level_status.rescope': 'Boundary to be re-drawn',
  'system.rule.level_open': 'Criteria not answered yet',
  'system.rule.level_gates': "Conditions on the system's boundary not answered",
  'system.rule.level_facts': 'Facts wrong or in conflict',
  'system.rule.level_no_pack': 'No classification table in force',
  'system.rule.level_error': 'The level could not be worked out',
  'system.rule.approval_no_pack': 'No approval rules in force',
  'system.finding.could_rise':
    'The computed level is {computed}, but it could rise to level {level}. Facts to answer: {facts}.',
  'system.finding.pending':
    'The level cannot be determined yet; it could be as high as level {level}. Facts to answer: {facts}.',
  'system.finding.gates':
    "Facts on the system's boundary are not answered: {facts}. The level is computed as if this were an information system of its own.",
  'system.finding.facts':
    'Facts with a wrong value or in conflict: {facts}. A wrong value counts as unknown.',
  'system.finding.no_classification':
    'Not judged: no rule pack in force on the audit date has a classification table.',
  'system.finding.no_approval':
    'Approval not judged: no rule pack in force on the audit date has approval rules.',
  'system.finding.error': 'Rule {rule} could not be judged: {detail}',
  'system.remediation.gate':
    'The operating unit reviews the boundary and the owner of the system, corrects the facts or merges the entry into the right system in inventory.yaml, and checks again.',
  'system.remediation.advisory':
    'The operating unit reviews the facts concerned and corrects them in inventory.yaml if they are wrong; if they are right, it gives the reason in the level justification.',
  'system.remediation.facts':
    'The operating unit corrects these facts in inventory.yaml to values that the rule pack allows.',
  'system.remediation.answer':
    'The operating unit answers these facts in inventory.yaml; where there is no decision or assessment, it writes null if the fact allows it.',
  'system.remediation.pack': 'Check the packs in tuanthu.yaml and the audit date.',
  'system.problem.value': '{fact}: not a valid answer to "{question}"',
  'system.problem.together': '{fact}: values that exclude each other ({because})',
  'system.note.facts': 'The facts given for the system',
  'system.note.component': 'Component {component}: {note}',
  'system.note.question': '{fact}: {question}',
  'system.deciding': '{question} {answer}.',
  'system.deciding_because': '{question} {answer}: {reason}',
  'system.answer.unknown': 'Not known',
  'system.answer.none': 'None',
  'system.answer.yes': 'Yes',
  'system.answer.no': 'No',
  'system.list': '{left}, {right}',
  'system.document.overview': 'overview',
  'system.document.design': 'design document',
  'system.document.level_justification': 'level justification',
  'system.document.security_plan': 'security plan',
  'system.document.expert_opinion': 'expert opinion of the specialised unit',
  'system.reason.facts_missing': 'facts missing: {facts}.',
  'system.reason.could_rise': 'the computed level could still rise to {level}.',
  'system.reason.authority_missing': 'the deciding authority is not given.',
  'system.reason.authority_higher':
    'an authority above the one competent for level {level} decided, which the decree does not provide for.',
  'system.reason.authority_delegated':
    'the owner has delegated in writing; the scope of the delegation must be checked.',
  'system.reason.authority_lower':
    'the body that decided is not the one competent for level {level}.',
  'system.reason.decision_claimed':
    'the dossier is said to be approved, but no decision is listed.',
  'system.reason.decision_undated':
    'the decision is undated, so the reported changes cannot be placed before or after it.',
  'system.reason.documents_missing': 'the parts of the dossier are not listed.',
  'system.reason.documents_lacking': 'missing: {documents}.',
  'system.reason.appraiser_operates': 'the appraiser and the operating unit are the same body.',
  'system.reason.independence_not_said':
    'it is not said whether the appraiser also runs the system.',
  'system.reason.regulation_same_day':
    'the regulation and the approval bear the same date, so it cannot be told which came first.',
  'system.reason.regulation_future': 'the regulation is dated after the audit date.',
  'system.reason.plan_future': 'the status given is reached only after the audit date.',

  // ── fleet ────────────────────────────────────────────────────────────────
  'source.invalid': 'The source description {id} is wrong at "{detail}".',
  'fleet.ignored_columns': 'Columns that are not used: {columns}.',
  'fleet.unreadable': 'The export cannot be read: {detail}',
  'fleet.unreadable.hint':
    'Export it again from the original program; do not open and save it with another one.',
  'fleet.empty': 'The file is empty.',
  'fleet.empty.hint': 'Export it again; if the agency has no endpoints, delete the file.',
  'fleet.binary': 'The file is binary data, not a CSV table, JSON or Parquet.',
  'fleet.binary.hint': 'Export to CSV (UTF-8 or UTF-16 text) or JSON and hand it in again.',
  'fleet.unrecognised': 'This export is of no known program. Columns seen: {columns}.',
  'fleet.unrecognised.hint':
    'Check whether a wrong file was handed in. Formats that can be read: {sources}.',
  'fleet.unrecognised.nearest':
    'The nearest format is "{source}", but a column that it needs is missing.',
  'fleet.no_rows': 'The export has a header row but no data row.',
  'fleet.no_rows.hint': 'Check the filter used when exporting and hand it in again.',
  'fleet.dates_open':
    'Every date of the file reads both as day/month and as month/day, so none of them is used.',
  'fleet.dates_open.hint':
    'Export again with dates like 2026-11-24, or with at least one row whose day is over 12.',
  'fleet.dates_mixed': 'The file mixes day/month and month/day dates, so none of them is used.',
  'fleet.dates_mixed.hint': 'Export again from one machine with one date format.',
  'fleet.future_dates': 'Rows with a date in the future: {count}; those dates count as unknown.',
  'fleet.future_dates.hint': 'Check the clocks of the machine and of the management server.',
  'fleet.rows_refused':
    'Rows that cannot be used: {count}, the first is data row {first}: {reason}',
  'fleet.refused.too_many_cells': 'more cells than the header, columns may be shifted.',
  'fleet.refused.not_a_record': 'not a JSON record.',
  'fleet.refused.repeated_header': 'a repeated header row.',
  'fleet.refused.summary_row': 'a totals row.',
  'fleet.refused.no_identity':
    'no host name, serial number or other id by which to know the machine.',
  'fleet.refused.name_too_long': 'a host name longer than 255 characters.',
  'fleet.refused.line_too_long': 'a line longer than 1 MB.',
  'fleet.refused.unreadable_text': 'characters of another encoding.',
  'fleet.odd_word':
    'The word "{word}" for the fact {fact} is not understood (rows: {count}); it counts as unknown.',
  'fleet.odd_word.hint':
    "If the word has a clear meaning, ask for it to be added to the source's word list.",

  // ── audit ────────────────────────────────────────────────────────────────
  'audit.reason.self_reported':
    'Only one console reports; no second source confirms the number of endpoints.',
  'audit.reason.files_lost': 'An endpoint export could not be used.',
  'audit.reason.inventory_lost': 'The inventory of systems is missing or cannot be read.',
  'audit.reason.agencies_missing': 'Agencies that have not handed in everything: {count}.',
  'audit.reason.agencies_doubtful': 'The figures of some agencies are not reliable enough.',
  'audit.verdict.protected': 'Protected',
  'audit.verdict.degraded': 'Partly protected',
  'audit.verdict.unprotected': 'Unprotected',
  'audit.verdict.unknown': 'Unknown',
  'audit.verdict.out_of_scope': 'Out of scope',
  'audit.outcome.met': 'Met',
  'audit.outcome.not_met': 'Not met',
  'audit.outcome.inconclusive': 'Inconclusive',
  'audit.outcome.no_data': 'No data',
  'audit.finding.endpoint': '{verdict}: {text}',
  'audit.finding.endpoints': 'Endpoints: {count}. {text}',
  'audit.finding.not_submitted':
    'The agency has handed in neither an inventory of systems nor endpoint exports.',
  'audit.finding.late': 'The agency handed in on {date}, after the deadline of the collection.',
  'audit.finding.exclusions':
    '{count} of {found} endpoints are left out of the count, more than 5 %.',
  'audit.finding.self_reported':
    'The number of endpoints rests on one console only, which knows only machines with its agent.',
  'audit.finding.unreported':
    'The register counts {declared} endpoints; {count} are in no export and count as unknown.',
  'audit.finding.unmatched': 'Exclusions name machines that are in no export: {machines}.',
  'audit.rule.not_submitted': 'Hand-in for the collection',
  'audit.rule.not_submitted.do':
    "Write the inventory of information systems (inventory.yaml), export the list of endpoints and put both into the agency's folder.",
  'audit.rule.late': 'Hand-in on time',
  'audit.rule.late.do': 'Hand in before the deadline next time; the figures count all the same.',
  'audit.rule.broken': 'Files can be read',
  'audit.rule.broken.do':
    'Mend it as the evidence says, run "tuanthu validate" on the file and hand it in again.',
  'audit.rule.doubtful': 'Files leave no doubt',
  'audit.rule.doubtful.do': 'Check what the evidence says and hand in a new export if needed.',
  'audit.rule.exclusions': 'Share of excluded endpoints is reasonable',
  'audit.rule.exclusions.do':
    'Review each exclusion with its document; delete those without a reason.',
  'audit.rule.self_reported': 'A second source for the number of endpoints',
  'audit.rule.self_reported.do':
    'Hand in a list of machines from Active Directory or the asset register too, or declare the number with the name of the register.',
  'audit.rule.unreported': 'Every registered endpoint is in an export',
  'audit.rule.unreported.do':
    'Find the machines that the console lacks; install protection, or retire them and correct the register.',
  'audit.rule.unmatched': 'Exclusions name real machines',
  'audit.rule.unmatched.do':
    'Correct the host name or serial number in the exclusion, or delete it.',
  'audit.action.hand_in': 'hand in',
  'audit.action.mend_files': 'mend broken files: {count}',
  'audit.action.approve': 'approve levels anew: {count} systems',
  'audit.action.answer': 'complete information: {count} systems',
  'audit.action.deploy': 'deploy plans: {count} systems',
  'audit.action.report_endpoints': 'hand in endpoint lists',
  'audit.action.install': 'protect {count} machines',
  'audit.action.settle': 'settle {count} machines',
  'audit.action.second_source': 'hand in a second source',
  'audit.crashed': "The agency's files cannot be read: {detail}",

  // ── intake ───────────────────────────────────────────────────────────────
  'intake.missing.hint': 'Check the name and the path; capital and small letters differ.',
  'intake.is_folder.hint': 'Rename this folder and put the right file in its place.',
  'intake.no_permission.hint':
    'Give the person who runs the program the right to read it, or close the program that holds the file.',
  'intake.too_large.hint':
    'Check whether a wrong file was copied; one of the right kind is far below this limit.',
  'intake.unreadable.hint':
    'Copy an ordinary file to that place, not a link that leaves the workspace.',
  'workspace.unusable':
    'This is not a usable workspace yet. A workspace has a file tuanthu.yaml (title of the audit, rule packs), a list of agencies and a folder of hand-ins for each agency.',
  'workspace.unusable.hint':
    'Correct the errors above, or run "tuanthu init <folder>" to make a new workspace.',
  'workspace.path_outside': 'The path "{path}" at "{key}" must lie inside the workspace.',
  'workspace.path_outside.hint':
    'Write it relative to the folder of tuanthu.yaml, without "..", for example: agencies.',
  'agencies.duplicate_id': 'The agency id "{id}" is already used at {other}.',
  'agencies.duplicate_id.hint':
    'One id for each agency: remove the extra entry or choose another id.',
  'agencies.ends_before_start': 'The last day {to} is before the first day {from}.',
  'agencies.ends_before_start.hint':
    'Correct valid_from or valid_to after the documents that set up and dissolved the body.',
  'agencies.successor_without_end':
    'There is a successor "{successor}" but no last day, so this body still has to hand in.',
  'agencies.successor_without_end.hint': 'Give valid_to, its last day, or remove successor.',
  'agencies.unknown_agency': '"{key}" names the id "{id}", which no agency has.',
  'agencies.unknown_agency.hint':
    'Write an id of the list of agencies, or add that agency to the list.',
  'agencies.circle': 'The "{key}" of "{id}" leads back to itself.',
  'agencies.circle.hint': 'Correct one entry of the circle, so that the relation goes one way.',
  'inventory.wrong_agency':
    'The file names the agency "{found}" but lies in the folder of "{agency}".',
  'inventory.wrong_agency.hint':
    "If it is this agency's, write agency: {agency}; if it was copied by mistake, move it to the right folder.",
  'inventory.duplicate_system': 'The system id "{id}" is already used at {other}.',
  'inventory.duplicate_component': 'The component id "{id}" is already used at {other}.',
  'inventory.duplicate.hint':
    'Remove the entry if it was written twice; give another id if they are two things.',
  'inventory.duplicate_report': 'The export date of "{file}" is given twice.',
  'inventory.duplicate_report.hint': 'Keep only the entry with the right date.',
  'inventory.export_after_submission':
    'The export date {exported} is after the hand-in date {submitted}.',
  'inventory.approval_before_appraisal':
    'The approval of {decided} is before the appraisal of {appraised}.',
  'inventory.delegation_ended':
    'The delegation ended on {until}, before the approval of {decided}.',
  'inventory.dates.hint': 'Compare with the original document and correct the wrong date.',
  'inventory.unknown_fact': 'The rule pack has no fact "{fact}".',
  'inventory.unknown_fact.hint':
    'Look up the names of facts in the rule pack; remove the entry if it is not needed.',
  'inventory.fact_null': 'The fact "{fact}" can\'t be null.',
  'inventory.fact_wrong_type': 'The fact "{fact}" is {found}, which is of the wrong type.',
  'inventory.fact_unknown_word': 'The fact "{fact}" has no value "{word}".',
  'inventory.fact_out_of_range': 'The fact "{fact}" has the value {found}, outside its range.',
  'inventory.fact.hint': '{question} Expected: {expected}; if unknown, remove the whole entry.',
  'inventory.expect.bool': 'true or false, without quotes',
  'inventory.expect.int': 'a whole number, without quotes',
  'inventory.expect.number': 'a number, without quotes',
  'inventory.expect.text': 'a text in quotes',
  'inventory.expect.enum': 'a word',
  'inventory.expect.set_enum': 'a list of words in [ ]',
  'inventory.expect.set_int': 'a list of whole numbers in [ ], for example [7, 150]',
  'inventory.expect.date': 'an existing date written like "2026-12-31"',
  'inventory.expect.duration': 'an ISO 8601 duration such as "P30D" or "P6M"',
  'inventory.expect.enum_of': 'one of: {words}',
  'inventory.expect.set_of': 'a list in [ ] of the words: {words}',
  'inventory.expect.bounded': '{base}, from {min} to {max}',
  'inventory.expect.or_null': '{base}, or null if there is none',
  'submission.folder_unreadable':
    'The folder of hand-ins "{folder}" can\'t be read, so nobody knows which agencies handed in.',
  'submission.no_folder':
    'There is no folder of hand-ins "{folder}": every agency counts as not submitted.',
  'submission.no_folder.hint': 'Make this folder, or correct submissions in tuanthu.yaml.',
  'submission.failed': "Unexpected failure while reading this agency's hand-in: {detail}",
  'submission.failed.hint':
    'Send this folder to whoever looks after the program; the other agencies are still audited.',
  'submission.no_inventory': 'The inventory of information systems, {name}, is missing.',
  'submission.no_inventory.hint':
    'Make a file {name} in this folder after the model that "tuanthu init" writes.',
  'submission.no_inventory.rename': 'Rename the file "{found}" to {name}.',
  'submission.no_endpoints': 'There is no endpoint export yet.',
  'submission.no_endpoints.hint':
    'Put exports into {folder}; if the agency has no machine at all, declare declared_endpoints with count: 0.',
  'submission.too_many_endpoint_files':
    'There are {count} exports; only the first {limit} by name are read.',
  'submission.too_many_endpoint_files.hint': 'Keep only the newest export of each source.',
  'submission.endpoint_subfolder': 'The subfolder "{name}" is not read.',
  'submission.endpoint_subfolder.hint': 'Move the exports straight into {folder}',
  'submission.report_missing': 'There is no export "{file}".',
  'submission.report_missing.hint':
    "Put the file into the agency's folder {folder}, or remove this entry.",
  'submission.undated':
    'The hand-in date is not given, so nobody knows whether the deadline {due} was kept.',
  'submission.undated.hint': 'Write submitted_on: "YYYY-MM-DD" with the day of handing in.',
  'submission.dated_after_audit': 'The hand-in date {submitted} is after the audit date {asOf}.',
  'submission.stray': 'The file "{name}" is not read.',
  'submission.stray_folder': 'The folder "{name}" is not read.',
  'submission.stray.rename': 'Is it {name}? Then rename it.',
  'submission.stray.move': 'If it is an endpoint export, move it into the folder {folder}.',
  'submission.stray.office':
    'Describe information systems in {name}; save lists of machines as CSV into the folder {folder}; keep supporting documents in a folder of their own.',
  'submission.stray.archive': 'Unpack it and put the files inside where they belong.',
  'submission.stray.other':
    'Only {name} and the folder {folder} are read; keep supporting documents in a folder of their own.',
  'submission.loose_file.hint': "Move it into the agency's folder, which bears the agency's id.",
  'submission.unknown_folder':
    'The folder "{name}" is no agency\'s id: what is inside does not count.',
  'submission.unknown_folder.hint':
    'Rename the folder to an id of the list of agencies, or add the agency to the list.',
  'submission.not_current':
    '{name} does not exist on the audit date: what is in this folder does not count.',
  'submission.not_current.successor':
    'Its successor is "{successor}": move what is still in use to that folder.',
  'submission.not_current.hint':
    'Check valid_from and valid_to in the list of agencies, or hand the files to the body that took over.',
  'submission.duplicate_system': 'The system id "{id}" is also used at {others}.',
  'submission.duplicate_system.hint':
    'A shared system is described by its owner only, others list it under uses; two different systems need two ids, for example {example}.',
  'submission.unknown_owner': 'The owner has the id "{id}", which is not in the list of agencies.',
  'submission.owner_not_current': 'The owner "{id}" does not exist on the audit date.',
  'submission.owned_elsewhere':
    'The owner of this system is "{id}", but it is described here and counts for this agency.',
  'submission.owned_elsewhere.hint':
    'Move the system to the file of "{id}" and list it here under uses; if it was delegated, fill in delegation.',
  'submission.unknown_use': 'No inventory that could be read has a system "{id}".',
  'submission.unknown_use.hint':
    "Ask the owner for the system's id; the owner may not have handed in yet.",
  'submission.own_use': 'The system "{id}" is this agency\'s own.',
  'submission.own_use.hint': 'Remove it from uses, which is for systems of other agencies.',
  'audit.progress.hand_ins': 'Reading hand-ins',
  'audit.progress.reports': 'Recognising exports',
  'audit.progress.endpoints': 'Judging endpoints',
  'audit.packs_unusable': 'The rule packs that tuanthu.yaml names cannot be used.',
  'audit.parameters_wrong': 'The thresholds set in tuanthu.yaml are not valid.',
  'audit.unknown_agency': 'The list has no current agency with the id "{id}".',
  'audit.unknown_agency.hint': 'The ids stand in the list of agencies (agencies.yaml).',

  // ── report ───────────────────────────────────────────────────────────────
  'audit.short.hand_in': 'hand in',
  'audit.short.mend_files': 'mend {count} files',
  'audit.short.approve': 'approve {count} sys.',
  'audit.short.answer': 'complete {count} sys.',
  'audit.short.deploy': 'deploy {count} plans',
  'audit.short.report_endpoints': 'list endpoints',
  'audit.short.install': 'protect {count} PCs',
  'audit.short.settle': 'settle {count} PCs',
  'audit.short.second_source': 'second source',
  'report.province': 'Province',
  'report.total': 'Total',
  'report.agency': 'Agency',
  'report.next': 'Next',
  'report.classified': 'Level',
  'report.deployed': 'Plan',
  'report.installed': 'Endpoints',
  'report.target': 'Target',
  'report.heading': '{title} - audit as of {date}',
  'report.legend':
    '+ met, x not met, ? inconclusive, - no data. A range like 51-83%: what is unknown makes the difference.\nLevel: systems whose level is approved. Plan: approved, and the security plan fully deployed.\nEndpoints: a protection solution is installed.',
  'report.submissions':
    '{total} agencies: {submitted} handed in all, {partly} in part or with broken files, {none} nothing; {late} late.',
  'report.verdicts':
    'All three targets: {met} agencies meet them, {not_met} do not, {inconclusive} inconclusive, {no_data} without data.',
  'report.effective':
    'Protection that really works (running, blocking in real time, current): {count} endpoints, {percent}.',
  'report.not_in_force': 'Packs not in force on this date: {packs}.',
  'report.official_text':
    'The packs hold our own words and the official text prevails; points that are readings or open: {count} ("tuanthu packs show"). One agency in detail: add --agency ID; every finding: --json.',
  'report.evidence': 'Evidence: {place}',
  'report.evidence_note': 'Evidence: {place} - {note}',
  'report.findings': '{name}: {count} findings',
  'report.more_findings': '… and {count} more; --json shows them all.',
  'report.legal_basis': 'Basis: {citations}',
  'report.remediation': 'What to do: {text}',
  'report.severity.critical': 'Critical',
  'report.severity.high': 'High',
  'report.severity.medium': 'Medium',
  'report.severity.low': 'Low',
  'report.severity.info': 'Note',
  'report.certainty.reading': 'a reading',
  'report.certainty.open': 'open',
  'report.certainty.recalled': 'recalled, unchecked',
  'report.certainty.secondary': 'from a summary',
  'help.audit.summary': 'Audit everything: information systems and endpoints of all agencies',
  'help.audit.description':
    'Reads a workspace (tuanthu.yaml), judges each agency by the three targets and prints a table, worst agency first. A broken file is a finding of its agency and never stops the run.',
  'help.audit.examples':
    'Audit the example:\n  $ tuanthu audit examples/lang-son\nOne agency in detail:\n  $ tuanthu audit examples/lang-son --agency so-y-te\nThe whole result as data:\n  $ tuanthu audit examples/lang-son --json > result.json',
  'help.audit.arg.workspace': 'Folder that holds tuanthu.yaml',
  'help.audit.arg.workspace.label': 'FOLDER',
  'help.audit.flag.agency': 'Only the agency with this id, with each finding; may be repeated',
  'help.audit.flag.agency.value': 'ID',

  // ── command.validate ─────────────────────────────────────────────────────
  'workspace.unknown_pack': 'There is no rule pack "{id}".',
  'workspace.known_packs': 'The packs at hand: {packs}.',
  'validate.progress': 'Checking files',
  'validate.summary': 'Files checked: {files}. Errors: {errors}. Warnings: {warnings}.',
  'validate.unknown_folder':
    '"{path}" is neither a workspace, nor a rule pack, nor an agency\'s folder.',
  'validate.unknown_folder.hint':
    'Name a folder that has tuanthu.yaml, pack.yaml or inventory.yaml; run "tuanthu init <folder>" to make a new workspace.',
  'validate.unknown_file': 'Nothing tells what kind of file "{name}" is.',
  'validate.unknown_file.hint':
    'What can be checked: tuanthu.yaml, agencies.yaml, inventory.yaml, the files of a rule pack, source descriptions. See the shape of each: tuanthu schema',
  'validate.facts_unchecked':
    'Facts were not checked: no rule pack that determines levels is in force on {asOf}.',
  'validate.facts_unchecked.hint': 'Check packs in tuanthu.yaml and the date given with --as-of.',
  'help.validate.summary':
    'Check whether files are right; say where each mistake is and how to correct it.',
  'help.validate.description':
    'Takes a workspace, an agency\'s inventory, a rule pack or a source description and finds out which it is. Names of facts, duplicate ids and references between agencies are checked too. The content of endpoint exports is not checked here; "tuanthu audit" reads it.',
  'help.validate.arg.path': 'Folder or file to check; several may be given',
  'help.validate.arg.path.label': 'PATH...',
  'help.validate.flag.as-of':
    'Date that selects the agencies that exist and the packs in force; default today',
  'help.validate.examples':
    "Check a whole workspace:\n  $ tuanthu validate examples/lang-son\nCheck one agency's file before handing it in:\n  $ tuanthu validate inventory.yaml",

  // ── command.init ─────────────────────────────────────────────────────────
  'init.not_empty': 'The folder "{folder}" is not empty.',
  'init.not_empty.hint':
    'Choose another folder or an empty one; with --force, files that bear the name of a template file are overwritten.',
  'init.done': 'Made the workspace {folder}:',
  'init.next': 'Read {guide}, edit the sample files, then run: {command}',
  'help.init.summary': 'Make a new workspace with commented sample files.',
  'help.init.description':
    'Makes tuanthu.yaml, a list of agencies, a sample inventory, a guide to the next steps, and the schemas with which an editor suggests names and marks mistakes while you type, without a network.',
  'help.init.arg.folder': 'Folder to make; it must not exist yet or be empty',
  'help.init.arg.folder.label': 'FOLDER',
  'help.init.examples': '$ tuanthu init audit-2026',

  // ── command.packs ────────────────────────────────────────────────────────
  'help.packs.summary': 'Rule packs: list, contents, checks, cases.',
  'help.packs.list.summary': 'List the rule packs and which of them bind on a date.',
  'help.packs.list.description':
    'A pack is one edition of a body of rules, written as data, in force from one date to another.',
  'help.packs.list.examples': '$ tuanthu packs list\n$ tuanthu packs list --as-of 2026-08-01',
  'help.packs.show.summary': 'Show what is in a rule pack.',
  'help.packs.show.description':
    'Prints the instruments, the criteria by level, the rules, checks and targets, the readings and open points of a pack.',
  'help.packs.show.arg.pack': 'Id of a pack, or the folder of one',
  'help.packs.show.arg.pack.label': 'PACK',
  'help.packs.show.examples': '$ tuanthu packs show vn-2026',
  'help.packs.lint.summary': 'Check whether rule packs are written correctly.',
  'help.packs.lint.description':
    'Names file, line and column of everything that is wrong: duplicate ids, conditions on facts that are not declared, thresholds weaker than their floor, questions left out. Without a folder all bundled packs are checked. Errors end with exit code 2.',
  'help.packs.lint.arg.folder': 'Folder of a pack, or id of a bundled one; several may be given',
  'help.packs.lint.arg.folder.label': 'FOLDER',
  'help.packs.lint.examples': '$ tuanthu packs lint\n$ tuanthu packs lint rules/packs/vn-2026',
  'help.packs.test.summary': 'Run the cases of rule packs.',
  'help.packs.test.description':
    'A case states facts and the result that they must have. A failing case is printed with what was expected and what was found, and ends with exit code 2. No case at all ends with exit code 4.',
  'help.packs.test.arg.pack':
    'Id of a bundled pack, or folder of a pack; several may be given; default: all bundled packs',
  'help.packs.test.arg.pack.label': 'PACK',
  'help.packs.test.examples': '$ tuanthu packs test\n$ tuanthu packs test vn-2026',

  // ── command.explain ──────────────────────────────────────────────────────
  'explain.unknown': 'No rule pack has an id "{id}".',
  'explain.unknown.hint':
    'An id may be a criterion (331-12.1), a fact (system_types), a rule (CL-03), an advisory (ADV-08), a check (EP-04), a target or an exit code (4). See the ids: tuanthu packs show <pack>',
  'explain.heading': '{id} · {kind}',
  'explain.heading_pack': '{id} · {kind} · pack {pack} {version}',
  'explain.of_level': '{kind}, level {level}',
  'explain.of_severity': '{kind}, severity {severity}',
  'explain.kind.criterion': 'criterion',
  'explain.kind.gate': 'condition on scope',
  'explain.kind.harm_row': 'row of the harm matrix',
  'explain.kind.adjustment': 'adjustment of the level',
  'explain.kind.procedure_flag': 'condition on the procedure',
  'explain.kind.flag': 'flag on the procedure',
  'explain.kind.advisory': 'advisory',
  'explain.kind.rule': 'rule on approval',
  'explain.kind.check': 'endpoint check',
  'explain.kind.verdict_step': 'step of the verdict on an endpoint',
  'explain.kind.target': 'target',
  'explain.kind.parameter': 'parameter',
  'explain.kind.fact': 'fact',
  'explain.kind.note': 'note of the pack',
  'explain.kind.own_rule': 'rule of the program',
  'explain.kind.exit_code': 'exit code',
  'explain.severity.block': 'must be settled',
  'explain.severity.review': 'to be reviewed',
  'explain.citations': 'Legal basis:',
  'explain.role.condition': 'Condition:',
  'explain.role.applies_when': 'Applies only when:',
  'explain.role.warn_when': 'Passes with a warning when:',
  'explain.role.ask_when': 'Asked only when:',
  'explain.facts': 'Facts needed:',
  'explain.fact_line': '{id}: {question}',
  'explain.texts': 'Explanation:',
  'explain.type': 'Type: {type}.',
  'explain.min': 'at least {min}',
  'explain.max': 'at most {max}',
  'explain.nullable': 'null says that there is surely none',
  'explain.values': 'Values:',
  'explain.asked_by': 'Used by: {ids}.',
  'explain.asked_by_none': 'No condition uses this fact.',
  'explain.parameter': 'Default: {value}.',
  'explain.parameter_at_most': 'Default: {value}. Floor: may not exceed {floor}.',
  'explain.parameter_at_least': 'Default: {value}. Floor: may not be less than {floor}.',
  'explain.target': 'Metric {metric}: at least {percent} %; may not be set below {floor} %.',
  'explain.nothing_fits': 'Holds when no criterion is true and none is still open.',
  'explain.exit.0': 'Nothing more to do.',
  'explain.exit.1':
    'This is a fault of the program. Run again with TUANTHU_DEBUG=1 and send the message to whoever looks after the software.',
  'explain.exit.2':
    'Read the message: which file and line is wrong, what is needed. Correct it and run again; "tuanthu validate" checks files before they are handed in.',
  'explain.exit.3': 'See in the result which agencies miss a target and what they have to do.',
  'explain.exit.4':
    'See which agencies have not handed in and which facts are missing; complete them and run again. Do not count it as met.',
  'explain.exit.5':
    'Do not use this result. Compare digests and signature with the kept copy; find the file that was altered.',
  'explain.exit.130': 'The command was interrupted (Ctrl+C); run it again from the start.',
  'help.explain.summary':
    'Explain an id: criterion, fact, rule, advisory, check, target, exit code.',
  'help.explain.description':
    'Prints the legal basis, the condition in words, the facts needed and what to do. Thresholds in conditions are the defaults of the pack. Upper and lower case are the same.',
  'help.explain.arg.id': 'The id to explain, for example EP-04',
  'help.explain.arg.id.label': 'ID',
  'help.explain.examples':
    '$ tuanthu explain 331-13.2.b\n$ tuanthu explain system_types\n$ tuanthu explain 4',

  // ── command.classify ─────────────────────────────────────────────────────
  'classify.progress': 'Determining levels',
  'classify.no_input': '"{path}" has neither tuanthu.yaml nor inventory.yaml.',
  'classify.no_input.hint': 'Name a workspace, the folder of an agency, or an inventory.',
  'classify.no_pack': 'No table of security levels is in force on {date}.',
  'classify.in_force_from':
    'The pack {id} is in force from {from}: choose another date with --as-of.',
  'classify.in_force_between':
    'The pack {id} is in force from {from} to {to}: choose another date with --as-of.',
  'classify.no_table':
    'The chosen packs have no table of security levels; check packs in tuanthu.yaml or the option --pack.',
  'classify.no_inventories': '{count} agencies have no inventory yet: {agencies}.',
  'classify.level': 'Computed level: {level} ({certainty})',
  'classify.no_level': 'Computed level: none. {status}',
  'classify.declared_approved': 'Declared: {declared}. Approved: {approved}. {status}.',
  'classify.none': 'none',
  'classify.why': 'Because:',
  'classify.criterion': '{id}, level {level}: {title}. {citation}',
  'classify.criterion_of': '{id}, level {level}: {title}. {citation}; components: {components}',
  'classify.raised': '{id}: {text} {citation}',
  'classify.gates': 'Conditions on scope that are not met:',
  'classify.gate': '{id}: {text} {citation}',
  'classify.gates_open': 'Not answered about the scope of the system:',
  'classify.could_rise': 'Could be level {level} ({criteria}). To be answered:',
  'classify.advisories': 'Advisories:',
  'classify.advisory': '{id} ({severity}): {text}',
  'classify.flags': 'About the procedure:',
  'classify.flag': '{title}: {effect} {citation}',
  'classify.problems': 'Facts that are wrong or contradict each other:',
  'classify.components': 'Components:',
  'classify.component': '{id}, {name}: {level}',
  'classify.total': 'Systems: {count}',
  'classify.count': 'level {level}: {count}',
  'classify.count_none': 'not determined: {count}',
  'classify.count_open': 'could still rise: {count}',
  'classify.sources':
    'By {packs}. The wording of packs is ours, the official text prevails; {count} points are readings or open ("tuanthu packs show").',
  'help.classify.summary':
    'Determine the level of every information system from its declared facts.',
  'help.classify.description':
    'Shows the computed level, why, by which article; to which level it could still rise and which questions decide; advisories; the declared and the approved level. Retired systems are left out. A system without a level, or an agency that has not handed in, ends with exit code 4.',
  'help.classify.arg.path': 'A workspace, the folder of an agency, or an inventory.yaml',
  'help.classify.arg.path.label': 'PATH',
  'help.classify.flag.pack':
    'The rule pack that determines levels; default: the packs named in tuanthu.yaml, otherwise the bundled ones',
  'help.classify.flag.pack.value': 'ID',
  'help.classify.examples':
    'A whole province:\n  $ tuanthu classify examples/lang-son --as-of 2026-12-01\nOne agency, before handing in:\n  $ tuanthu classify inventory.yaml',
};
