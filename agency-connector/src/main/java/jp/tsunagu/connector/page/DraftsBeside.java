package jp.tsunagu.connector.page;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import jp.tsunagu.connector.directory.CurrentDirectory;
import jp.tsunagu.connector.draft.Draft;
import jp.tsunagu.connector.draft.Drafts;
import jp.tsunagu.connector.draft.Drafts.Owner;
import jp.tsunagu.connector.view.ViewJson;
import jp.tsunagu.connector.web.Assignees;
import jp.tsunagu.contract.caseform.CaseForm;
import jp.tsunagu.contract.caseform.CityForms;
import jp.tsunagu.runtime.caller.Caller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import tools.jackson.databind.JsonNode;

/** What a person has begun to write, on the pages where she looks for what she has to do. */
@ControllerAdvice(assignableTypes = {TodayPage.class, ListPages.class})
class DraftsBeside {

  private static final String NAMELESS = "氏名なし";

  private final Drafts drafts;
  private final Assignees assignees;
  private final CurrentDirectory directory;

  DraftsBeside(Drafts drafts, Assignees assignees, CurrentDirectory directory) {
    this.directory = directory;
    this.drafts = drafts;
    this.assignees = assignees;
  }

  /** Asked for by the template alone, so that who shows no drafts looks for none. */
  @ModelAttribute("drafts")
  Beside drafts(Caller caller) {
    return new Beside(caller);
  }

  /**
   * A draft in a list.
   *
   * @param called the persons it is about, as far as they are named
   * @param whose who began it, where that is somebody whose work the reader looks after; else empty
   */
  record Row(
      String key,
      String called,
      Instant savedAt,
      Instant keptUntil,
      boolean isRefused,
      String whose) {}

  /** Those of one person, and of whose work she looks after today. */
  final class Beside {

    private final Caller caller;

    Beside(Caller caller) {
      this.caller = caller;
    }

    /** Her own first, of each the latest first. */
    public List<Row> getAll() {
      return Stream.concat(
              rows(SheetDrafts.owner(caller), ""),
              assignees.lookedAfter(caller).stream()
                  .flatMap(
                      one -> rows(new Owner(Window.agency(caller), one.account()), one.called())))
          .toList();
    }
  }

  private Stream<Row> rows(Owner owner, String whose) {
    return drafts.of(owner).stream().map(draft -> row(draft, whose));
  }

  private Row row(Draft draft, String whose) {
    JsonNode typed = ViewJson.MAPPER.readTree(draft.content().value().toByteArray());
    String names =
        typed
            .path("persons")
            .valueStream()
            .flatMap(row -> Stream.of(row.path("name").asString("")))
            .filter(name -> !name.isBlank())
            .collect(joining("、"));
    return new Row(
        draft.key(),
        draft
            .about()
            .flatMap(about -> CityForms.find(about.formId(), directory.snapshot()))
            .map(CaseForm::title)
            .orElse(names.isEmpty() ? NAMELESS : names),
        draft.savedAt(),
        draft.keptUntil(),
        draft.refused().isPresent(),
        whose);
  }
}
