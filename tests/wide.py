"""Tests that sweep: over every scenario, every mistake, every sentence, or in an engine that takes its time.

`make test` runs one in so many of each, always the same ones, so that it stays short; `make wide` runs the others, as
continuous integration does after it. 0 is none in `make test`.
"""

import zlib

ONE_IN = {
    "cases/test_cases.py::test_cells_are_as_the_sources_say": 3,
    "cli/test_cores.py::test_reports_are_the_same": 3,
    "cli/test_graph_input.py::test_one_wrong_thing_in_turtle": 4,
    "cli/test_help.py::test_commands_of_a_document_work": 2,
    "cli/test_status.py::test_who_tells_little_gets_status_1": 4,
    "cli/test_status.py::test_who_tells_little_is_never_told_that_the_whole_is_in_order": 4,
    "engines/test_agreement.py::test_a_third_engine_agrees_in_every_perspective": 4,
    "engines/test_agreement.py::test_a_third_engine_agrees_on_the_kinds_of_finding": 4,
    "engines/test_agreement.py::test_reference_and_fast_agree_on_every_kind_of_finding": 4,
    "explain/test_elsewhere.py::test_everything_that_is_found_is_told_in_whole_sentences_with_their_facts": 4,
    "export/test_bundle.py::test_another_perspective_is_another_question": 0,
    "export/test_bundle.py::test_stock_pyshacl_without_hiaat_finds_the_same": 0,
    "export/test_export.py::test_a_scenario_comes_back_as_it_was": 4,
    "export/test_export.py::test_bytes_do_not_depend_on_the_run_or_the_hash_seed": 0,
    "export/test_export.py::test_rdflib_reads_every_format": 4,
    "findings/test_missing.py::test_an_undetermined_finding_names_what_must_be_known": 6,
    "generated/test_engines_agree.py::test_pyshacl_agrees_on_a_few": 0,
    "query/test_finding_grounds.py::test_a_norm_has_its_role": 4,
    "query/test_finding_grounds.py::test_all_that_the_report_cites_is_there": 4,
    "reports/test_generated.py::test_what_is_generated_is_told_in_whole_sentences": 6,
    "reports/test_identifiers.py::test_no_report_of_a_scenario_shows_an_internal_name": 6,
    "scenario/test_input_shapes.py::test_one_wrong_thing_is_found_in_both_languages": 8,
    "vetting/test_mistakes.py::test_a_mistake_is_told_once_where_it_stands": 4,
    "vetting/test_shapes.py::test_pyshacl_finds_the_same": 0,
    "worked/test_not_said.py::test_it_is_not_said": 4,
    "worked/test_not_said.py::test_the_check_fails_when_it_is_put_in": 6,
}


def is_wide(nodeid: str) -> bool:
    """Whether a test is left to `make wide`, by its name as pytest has it."""
    one_in = ONE_IN.get(nodeid.removeprefix("tests/").partition("[")[0], 1)
    return not one_in or zlib.crc32(nodeid.encode()) % one_in > 0
